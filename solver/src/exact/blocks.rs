//! What a programme decides: events, alone or tied together, and how they may be placed.

use jadwal_model::constraint::PreferTimes;
use jadwal_model::{EventId, Id, Instance, Kind, TimeSet};

/// A placed meet of a block, or an unplaced one: its length and its start.
pub(super) type Place = (u32, Option<u32>);

/// Events that are cut and placed by one decision.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) duration: u32,
    /// Who attends all of its meets, as often as they do.
    pub(super) attending: Vec<usize>,
    /// By length: where its meets may start.
    pub(super) starts: Vec<Vec<u32>>,
    /// How many meets it may have.
    pub(super) most: u32,
    /// Those of its meets that stay as they are.
    pub(super) held: Vec<Place>,
}

/// All events of an instance, in blocks.
#[derive(Clone, Debug)]
pub(super) struct Blocks {
    pub(super) list: Vec<Block>,
    /// By event.
    pub(super) of: Vec<usize>,
    /// By resource: whether it may attend more than its blocks say.
    pub(super) fills: Vec<bool>,
    /// Resources and times: who is busy when, besides what the blocks say.
    pub(super) besides: Vec<(usize, usize)>,
}

impl Blocks {
    /// Whether nothing of it is placed yet.
    pub(super) fn are_whole(&self) -> bool {
        self.list.iter().all(|block| block.held.is_empty())
    }

    /// In how many ways meets may be placed: about as many columns, at least, will say them.
    pub(super) fn places(&self) -> usize {
        self.list.iter().flat_map(|block| &block.starts).map(Vec::len).sum()
    }

    /// Every event alone and free: any timetable of the instance is meant. Who fills the open roles is
    /// left out.
    pub(super) fn alone(instance: &Instance) -> Self {
        let facts = &instance.facts;
        let open = facts.events.iter().flat_map(|event| &event.resources);
        let open: Vec<_> = open.filter(|wanted| wanted.preassigned.is_none()).collect();
        let may_fill = |kind| open.iter().any(|wanted| wanted.resource_type == kind);
        let block = |event: EventId| {
            let e = &facts.events[event];
            let fixed = e.resources.iter().filter_map(|wanted| wanted.preassigned);
            let starts = |length: usize| match e.preassigned_time {
                _ if length == 0 => Vec::new(),
                Some(time) => vec![time.index() as u32],
                None => (0..(facts.times.len() + 1).saturating_sub(length) as u32).collect(),
            };
            Block {
                duration: e.duration,
                attending: fixed.chain(e.attendees.iter().copied()).map(Id::index).collect(),
                starts: (0..=e.duration as usize).map(starts).collect(),
                most: e.duration,
                held: Vec::new(),
            }
        };
        Self {
            list: facts.events.ids().map(block).collect(),
            of: (0..facts.events.len()).collect(),
            fills: facts.resources.iter().map(|r| may_fill(r.resource_type)).collect(),
            besides: Vec::new(),
        }
    }

    /// The blocks of some events, each with how many of the events are in it.
    pub(super) fn among(&self, events: &[EventId]) -> Vec<(usize, i64)> {
        let mut blocks: Vec<usize> = events.iter().map(|event| self.of[event.index()]).collect();
        blocks.sort_unstable();
        let groups = blocks.chunk_by(|a, b| a == b);
        groups.map(|same| (same[0], same.len() as i64)).collect()
    }

    /// Leaves out the starts that break a hard constraint by themselves.
    pub(super) fn restrict(&mut self, instance: &Instance) {
        let facts = &instance.facts;
        for constraint in instance.constraints.iter().filter(|c| c.required && c.weight > 0) {
            match &constraint.kind {
                Kind::PreferTimes(k) => {
                    let preferred = k.times.set(facts);
                    for event in k.applies_to.events(facts) {
                        self.list[self.of[event.index()]].retain(|length, start| {
                            outside(k, &preferred, length, Some(start)) == 0
                        });
                    }
                }
                Kind::AvoidUnavailableTimes(k) => {
                    let times = k.times.set(facts);
                    let absent = k.applies_to.set(facts);
                    for block in &mut self.list {
                        if block.attending.iter().any(|&r| absent.contains(Id::new(r))) {
                            block.retain(|length, start| {
                                let mut taken = start as usize..(start + length) as usize;
                                !taken.any(|time| times.contains(Id::new(time)))
                            });
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

impl Block {
    /// Whether there is something left of it to place.
    pub(super) fn is_open(&self) -> bool {
        self.held.iter().map(|&(length, _)| length).sum::<u32>() < self.duration
    }

    /// Keeps only the starts that are wanted, said by length and start.
    fn retain(&mut self, wanted: impl Fn(u32, u32) -> bool) {
        for (length, starts) in (0u32..).zip(&mut self.starts) {
            starts.retain(|&start| wanted(length, start));
        }
    }
}

/// What a meet that starts outside the preferred times deviates.
pub(super) fn outside(
    kind: &PreferTimes,
    preferred: &TimeSet,
    length: u32,
    start: Option<u32>,
) -> i64 {
    let meant = kind.duration.is_none_or(|wanted| wanted == i64::from(length));
    match start {
        Some(start) if meant && !preferred.contains(Id::new(start as usize)) => i64::from(length),
        _ => 0,
    }
}
