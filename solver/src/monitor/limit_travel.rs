//! Limit travel, from the places of all that attend a resource's meets.
//!
//! It is the one monitor of a resource that must also hear who else comes to its meets: see
//! `Compiled::carries`.

use crate::assignment::Assignment;
use crate::layout::{Layout, NONE};
use crate::mask::Mask;
use jadwal_model::constraint::LimitTravel;
use jadwal_model::{EventId, Facts, Id, TimeGroupId};
use std::ops::Range;

/// So many places are looked at in one round.
const ROUND: usize = 64;

/// The times and places of one constraint, shared by its resources.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Travel<const W: usize> {
    /// A time, and those after it until which the next place counts.
    windows: Vec<(usize, Mask<W>)>,
    /// All these times.
    reach: Mask<W>,
    maximum: i64,
    rounds: Vec<Round>,
    /// By unit: its events.
    parts: Vec<Vec<Part>>,
    /// By resource: its type.
    type_of: Vec<u32>,
    /// By type: the units in which one of its resources may be found for a task.
    open: Vec<Vec<u32>>,
}

/// Some of the places.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Round {
    /// By resource: the places to which it belongs, as bits.
    of: Vec<u64>,
}

/// Who attends one event of a unit: who is together there.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Part {
    fixed: Vec<u32>,
    /// Its tasks, counted from the first of a meet.
    tasks: Range<usize>,
}

impl<const W: usize> Travel<W> {
    pub(crate) fn new(facts: &Facts, layout: &Layout<W>, kind: &LimitTravel) -> Self {
        let window = |&group: &TimeGroupId| {
            let (first, after) = facts.time_groups[group].times.split_first()?;
            Some((first.index(), after.iter().map(|time| time.index()).collect()))
        };
        let windows: Vec<(usize, Mask<W>)> = kind.time_groups.iter().filter_map(window).collect();
        let round = |groups: &[jadwal_model::ResourceGroupId]| {
            let mut of = vec![0; facts.resources.len()];
            for (place, &group) in groups.iter().enumerate() {
                for resource in &facts.resource_groups[group].members {
                    of[resource.index()] |= 1 << place;
                }
            }
            Round { of }
        };
        let rounds = kind.places.chunks(ROUND).map(round).collect();
        let parts = |unit: usize| {
            let events = layout.units[unit].events.iter();
            events.map(|&event| Part::new(facts, layout, unit, event)).collect()
        };
        let mut open = vec![Vec::new(); facts.resource_types.len()];
        for role in &layout.roles {
            let wanted = facts.events[role.event].resources[role.index].resource_type;
            let units: &mut Vec<u32> = &mut open[wanted.index()];
            if units.last() != Some(&(role.unit as u32)) {
                units.push(role.unit as u32);
            }
        }
        Self {
            reach: windows.iter().fold(Mask::default(), |all, &(first, after)| {
                all.or(after).or(Mask::span(first, 1))
            }),
            windows,
            maximum: kind.maximum,
            rounds,
            parts: (0..layout.units.len()).map(parts).collect(),
            type_of: facts.resources.iter().map(|r| r.resource_type.index() as u32).collect(),
            open,
        }
    }

    /// The changes of a resource above the maximum.
    pub(crate) fn deviation(
        &self,
        layout: &Layout<W>,
        now: &Assignment<W>,
        resource: usize,
    ) -> i64 {
        let mut somewhere = Mask::default();
        self.meets_of(layout, now, resource, |meet| {
            let at = |round: &Round| self.places(layout, now, round, meet, resource) != 0;
            if self.rounds.iter().any(at) {
                somewhere = somewhere.or(now.span(meet));
            }
        });
        let changes = self.windows.iter().filter(|&&(from, after)| {
            let next = somewhere.and(after).first().filter(|_| somewhere.contains(from));
            next.is_some_and(|next| !self.stays(layout, now, resource, [from, next]))
        });
        (changes.count() as i64 - self.maximum).max(0)
    }

    /// Whether a resource is at one place at both of two times.
    fn stays(
        &self,
        layout: &Layout<W>,
        now: &Assignment<W>,
        resource: usize,
        times: [usize; 2],
    ) -> bool {
        if now.excess(resource) == 0 {
            let [here, there] = times.map(|time| now.occupant(resource, time));
            let (Some(here), Some(there)) = (here, there) else { return false };
            let both = |round: &Round| {
                let [one, other] =
                    [here, there].map(|meet| self.places(layout, now, round, meet, resource));
                one & other != 0
            };
            return here == there || self.rounds.iter().any(both);
        }
        self.rounds.iter().any(|round| {
            let mut at = [0; 2];
            self.meets_of(layout, now, resource, |meet| {
                let (span, places) =
                    (now.span(meet), self.places(layout, now, round, meet, resource));
                for (at, time) in at.iter_mut().zip(times) {
                    *at |= if span.contains(time) { places } else { 0 };
                }
            });
            at[0] & at[1] != 0
        })
    }

    /// Calls `f` with every meet that the resource may attend at a time that counts; with no other one
    /// as long as nothing clashes, when its busy times name them.
    #[inline]
    fn meets_of(
        &self,
        layout: &Layout<W>,
        now: &Assignment<W>,
        resource: usize,
        mut f: impl FnMut(usize),
    ) {
        if now.excess(resource) == 0 {
            let mut rest = now.busy(resource).and(self.reach);
            while let Some(meet) = rest.first().and_then(|time| now.occupant(resource, time)) {
                rest = rest.minus(now.span(meet));
                f(meet);
            }
            return;
        }
        let open = &self.open[self.type_of[resource] as usize];
        for &unit in layout.attends[resource].iter().chain(open) {
            now.active(layout, unit as usize).for_each(&mut f);
        }
    }

    /// The places of all that attend a meet together with the resource; none if it does not attend.
    #[inline]
    fn places(
        &self,
        layout: &Layout<W>,
        now: &Assignment<W>,
        round: &Round,
        meet: usize,
        resource: usize,
    ) -> u64 {
        let first = layout.tasks(meet).start;
        let mut places = 0;
        for part in &self.parts[layout.meet_unit[meet] as usize] {
            let (mut together, mut there) = (0, false);
            let mut add = |other: u32| {
                together |= round.of[other as usize];
                there |= other as usize == resource;
            };
            part.fixed.iter().for_each(|&other| add(other));
            for task in part.tasks.clone() {
                let holder = now.holder(first + task);
                if holder != NONE {
                    add(holder);
                }
            }
            places |= if there { together } else { 0 };
        }
        places
    }
}

impl Part {
    fn new<const W: usize>(facts: &Facts, layout: &Layout<W>, unit: usize, event: EventId) -> Self {
        let e = &facts.events[event];
        let named = e.resources.iter().filter_map(|wanted| wanted.preassigned);
        let fixed = named.chain(e.attendees.iter().copied()).map(|r| r.index() as u32).collect();
        // the roles of an event stand side by side
        let roles = layout.units[unit].roles.clone();
        let before = roles.clone().take_while(|&role| layout.roles[role].event != event).count();
        let number = roles.filter(|&role| layout.roles[role].event == event).count();
        Self { fixed, tasks: before..before + number }
    }
}
