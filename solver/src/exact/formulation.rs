//! An instance as an integer programme.
//!
//! For each block of events, each length and each start, a column says how many meets of the block are
//! so. Everything else follows from these: lengths add up to the duration, and each constraint is
//! charged for its deviation as a linear expression. Who fills the open roles is not decided here;
//! constraints that look at nothing else, and [`Kind::OrderEvents`] and some of our own kinds, are left
//! out, so the programme costs no more than any timetable does.

use super::blocks::{Block, Blocks};
use super::busy;
use super::linear::Linear;
use super::programme::{Hard, Part, Programme};
use jadwal_model::constraint::{
    LinkEvents, PreferTimes, ResourceScope, SplitEvents, SpreadEvents, TimeScope,
};
use jadwal_model::{Constraint, EventId, Facts, Id, Instance, Kind};

/// Meets of a block that are alike.
#[derive(Clone, Debug)]
pub(super) struct Meets {
    pub(super) length: u32,
    /// None for meets without a time.
    pub(super) start: Option<u32>,
    /// How many there are.
    pub(super) number: Linear,
}

/// The programme, and what its columns stand for.
#[derive(Clone, Debug)]
pub(super) struct Formulation<'a> {
    pub(super) instance: &'a Instance,
    pub(super) blocks: Blocks,
    pub(super) programme: Programme,
    /// By block.
    pub(super) meets: Vec<Vec<Meets>>,
    /// By block and time: how many meets run then.
    running: Vec<Vec<Linear>>,
    /// By block: whether its meets surely never overlap.
    apart: Vec<bool>,
    /// By resource: the blocks it attends, as often as it does.
    attends: Vec<Vec<usize>>,
    /// By resource: whether it surely never attends two meets at once.
    alone: Vec<bool>,
    /// By resource: the times at which it is used besides, as often as it is.
    besides: Vec<Vec<usize>>,
    /// By resource and time, once asked for: whether it is busy.
    busy: Vec<Vec<Option<Linear>>>,
}

impl<'a> Formulation<'a> {
    /// Says the hard constraints, and the soft ones where they are meant too.
    pub(super) fn new(instance: &'a Instance, blocks: Blocks, hard: Hard, soft: bool) -> Self {
        let facts = &instance.facts;
        let (times, resources) = (facts.times.len(), facts.resources.len());
        let mut this = Self {
            instance,
            programme: Programme::new(hard),
            meets: Vec::new(),
            running: vec![vec![Linear::default(); times]; blocks.list.len()],
            apart: blocks.list.iter().map(|block| block.duration == 1).collect(),
            attends: vec![Vec::new(); resources],
            alone: vec![false; resources],
            besides: vec![Vec::new(); resources],
            busy: vec![vec![None; times]; resources],
            blocks,
        };
        this.attend();
        for block in 0..this.blocks.list.len() {
            this.place(block);
        }
        let all = instance.constraints.iter().filter(|constraint| constraint.weight > 0);
        for constraint in all.filter(|constraint| constraint.required || soft) {
            this.say(constraint);
        }
        busy::say(&mut this, soft);
        this
    }

    /// Notes who attends what, and who is never at two places at once.
    fn attend(&mut self) {
        for (block, all) in self.blocks.list.iter().enumerate() {
            all.attending.iter().for_each(|&resource| self.attends[resource].push(block));
        }
        for &(resource, time) in &self.blocks.besides {
            self.besides[resource].push(time);
        }
        if self.programme.hard == Hard::Costs {
            return;
        }
        for constraint in self.instance.constraints.iter().filter(|c| c.required && c.weight > 0) {
            let Kind::AvoidClashes(k) = &constraint.kind else { continue };
            for resource in k.applies_to.resources(&self.instance.facts).map(Id::index) {
                self.alone[resource] = true;
                self.attends[resource].iter().for_each(|&block| self.apart[block] = true);
            }
        }
    }

    /// The columns of a block: how it is cut and placed.
    fn place(&mut self, index: usize) {
        let block = &self.blocks.list[index];
        let number = Linear::constant(1);
        let held = block.held.iter();
        let mut meets: Vec<Meets> =
            held.map(|&(length, start)| Meets { length, start, number: number.clone() }).collect();
        let free = block.duration - block.held.iter().map(|&(length, _)| length).sum::<u32>();
        let lengths = (0u32..).zip(&block.starts).skip(1);
        for (length, starts) in lengths.filter(|&(length, _)| length <= free) {
            let most = i64::from(free / length);
            let placed = if self.apart[index] { 1 } else { most };
            for start in starts.iter().map(|&start| Some(start)).chain([None]) {
                let upper = if start.is_some() { placed } else { most };
                let number = Linear::column(self.programme.column(0, upper));
                meets.push(Meets { length, start, number });
            }
        }
        let mut cover = Linear::default();
        let mut number = Linear::default();
        for all in &meets {
            cover.add(i64::from(all.length), &all.number);
            number.add(1, &all.number);
        }
        self.programme.equal(cover, i64::from(block.duration));
        self.programme.row(number, None, Some(i64::from(block.most)));
        for all in &meets {
            let Some(start) = all.start else { continue };
            for time in start..start + all.length {
                self.running[index][time as usize].add(1, &all.number);
            }
        }
        self.meets.push(meets);
    }

    /// How often a resource is used at a time.
    fn uses(&self, resource: usize, time: usize) -> Linear {
        let besides = self.besides[resource].iter().filter(|&&other| other == time).count();
        let mut uses = Linear::constant(besides as i64);
        self.attends[resource].iter().for_each(|&block| uses.add(1, &self.running[block][time]));
        uses
    }

    /// Whether a resource is busy at a time.
    pub(super) fn busy(&mut self, resource: usize, time: usize) -> Linear {
        if let Some(known) = &self.busy[resource][time] {
            return known.clone();
        }
        let mut uses = self.uses(resource, time);
        uses.tidy();
        let busy = if self.alone[resource] { uses } else { self.programme.presence(uses) };
        self.busy[resource][time] = Some(busy.clone());
        busy
    }

    /// Whether a block runs at a time.
    fn runs(&mut self, block: usize, time: usize) -> Linear {
        let running = self.running[block][time].clone();
        if self.apart[block] { running } else { self.programme.presence(running) }
    }

    /// Those that look at events, and at single times of resources.
    fn say(&mut self, constraint: &'a Constraint) {
        let facts = &self.instance.facts;
        match &constraint.kind {
            Kind::AssignTime(k) => {
                for event in k.applies_to.events(facts) {
                    let off = self.sum(event, |all| match all.start {
                        None => i64::from(all.length),
                        Some(_) => 0,
                    });
                    self.programme.charge(constraint, vec![Part::at_most(off, 0)]);
                }
            }
            Kind::SplitEvents(k) => {
                for event in k.applies_to.events(facts) {
                    self.say_split(constraint, k, event);
                }
            }
            Kind::DistributeSplitEvents(k) => {
                for event in k.applies_to.events(facts) {
                    let number =
                        self.sum(event, |all| i64::from(i64::from(all.length) == k.duration));
                    let part = Part::range(number, k.minimum, k.maximum);
                    self.programme.charge(constraint, vec![part]);
                }
            }
            Kind::PreferTimes(k) => {
                let preferred = set(facts, &k.times);
                for event in k.applies_to.events(facts) {
                    let off = self.sum(event, |all| outside(k, &preferred, all));
                    self.programme.charge(constraint, vec![Part::at_most(off, 0)]);
                }
            }
            Kind::SpreadEvents(k) => self.say_spread(constraint, k),
            Kind::LinkEvents(k) => self.say_link(constraint, k),
            Kind::AvoidClashes(k) => self.say_clashes(constraint, &k.applies_to),
            Kind::AvoidUnavailableTimes(k) => {
                let times: Vec<usize> = k.times.set(facts).iter().map(Id::index).collect();
                for resource in k.applies_to.resources(facts) {
                    let busy = times.iter().map(|&time| self.busy(resource.index(), time));
                    let parts = busy.map(|busy| Part::at_most(busy, 0)).collect();
                    self.programme.charge(constraint, parts);
                }
            }
            Kind::LimitIdleTimes(_)
            | Kind::ClusterBusyTimes(_)
            | Kind::LimitBusyTimes(_)
            | Kind::LimitBusyPairs(_) => {} // said resource by resource
            Kind::AssignResource(_)
            | Kind::PreferResources(_)
            | Kind::AvoidSplitAssignments(_)
            | Kind::LimitWorkload(_)
            | Kind::OrderEvents(_)
            | Kind::SeparateEvents(_)
            | Kind::AvoidTogether(_)
            | Kind::LimitTravel(_) => {}
        }
    }

    /// Adds up something of the meets of an event.
    fn sum(&self, event: EventId, each: impl Fn(&Meets) -> i64) -> Linear {
        self.sum_block(self.blocks.of[event.index()], each)
    }

    fn sum_block(&self, block: usize, each: impl Fn(&Meets) -> i64) -> Linear {
        let mut sum = Linear::default();
        for all in &self.meets[block] {
            let times = each(all);
            if times != 0 {
                sum.add(times, &all.number);
            }
        }
        sum
    }

    fn say_split(&mut self, constraint: &Constraint, kind: &SplitEvents, event: EventId) {
        let illegal = self.sum(event, |all| i64::from(!kind.allows(i64::from(all.length))));
        let number = self.sum(event, |_| 1);
        let number = Part::range(number, kind.minimum_amount, kind.maximum_amount);
        self.programme.charge(constraint, vec![Part::at_most(illegal, 0), number]);
    }

    fn say_spread(&mut self, constraint: &Constraint, kind: &SpreadEvents) {
        let facts = &self.instance.facts;
        for &group in &kind.applies_to {
            let blocks = self.blocks.among(&facts.event_groups[group].members);
            let mut parts = Vec::new();
            for spread in &kind.time_groups {
                let times = &facts.time_groups[spread.time_group].times;
                let inside = |all: &Meets| {
                    let start = all.start.map(|start| Id::new(start as usize));
                    i64::from(start.is_some_and(|start| times.contains(&start)))
                };
                let mut number = Linear::default();
                for &(block, members) in &blocks {
                    number.add(members, &self.sum_block(block, inside));
                }
                parts.push(Part::range(number, spread.minimum, spread.maximum));
            }
            self.programme.charge(constraint, parts);
        }
    }

    fn say_link(&mut self, constraint: &Constraint, kind: &LinkEvents) {
        let facts = &self.instance.facts;
        for &group in &kind.applies_to {
            let blocks = self.blocks.among(&facts.event_groups[group].members);
            let Some((&(first, _), others)) = blocks.split_first() else { continue };
            let mut parts = Vec::new();
            for time in 0..facts.times.len() {
                if others.is_empty() {
                    break;
                }
                let one = self.runs(first, time);
                let mut off = Linear::default();
                if !(constraint.required && self.programme.hard == Hard::Rows) {
                    off = Linear::column(self.programme.column(0, 1));
                    parts.push(Part::at_most(off.clone(), 0));
                }
                for &(other, _) in others {
                    let differ = self.runs(other, time).plus(-1, &one);
                    self.programme.row(differ.clone().plus(-1, &off), None, Some(0));
                    self.programme.row(differ.plus(1, &off), Some(0), None);
                }
            }
            self.programme.charge(constraint, parts);
        }
    }

    fn say_clashes(&mut self, constraint: &Constraint, scope: &ResourceScope) {
        for resource in scope.resources(&self.instance.facts) {
            let times = 0..self.instance.facts.times.len();
            let parts =
                times.map(|time| Part::at_most(self.uses(resource.index(), time), 1)).collect();
            self.programme.charge(constraint, parts);
        }
    }
}

/// By time: whether it is meant.
pub(super) fn set(facts: &Facts, scope: &TimeScope) -> Vec<bool> {
    let mut set = vec![false; facts.times.len()];
    scope.set(facts).iter().for_each(|time| set[time.index()] = true);
    set
}

fn outside(kind: &PreferTimes, preferred: &[bool], all: &Meets) -> i64 {
    let length = i64::from(all.length);
    let meant = kind.duration.is_none_or(|wanted| wanted == length);
    match all.start {
        Some(start) if meant && !preferred[start as usize] => length,
        _ => 0,
    }
}

impl Block {
    /// Keeps only the starts that are wanted, said by length and start.
    pub(super) fn retain(&mut self, wanted: impl Fn(u32, u32) -> bool) {
        for (length, starts) in (0u32..).zip(&mut self.starts) {
            starts.retain(|&start| wanted(length, start));
        }
    }
}

impl Blocks {
    /// Leaves out the starts that break a hard constraint by themselves.
    pub(super) fn restrict(&mut self, instance: &Instance) {
        let facts = &instance.facts;
        for constraint in instance.constraints.iter().filter(|c| c.required && c.weight > 0) {
            match &constraint.kind {
                Kind::PreferTimes(k) => {
                    let preferred = set(facts, &k.times);
                    for event in k.applies_to.events(facts) {
                        self.list[self.of[event.index()]].retain(|length, start| {
                            let start = Some(start);
                            let all = Meets { length, start, number: Linear::default() };
                            outside(k, &preferred, &all) == 0
                        });
                    }
                }
                Kind::AvoidUnavailableTimes(k) => {
                    let times = set(facts, &k.times);
                    let absent = k.applies_to.set(facts);
                    for block in &mut self.list {
                        if block.attending.iter().any(|&r| absent.contains(Id::new(r))) {
                            block.retain(|length, start| {
                                let (start, length) = (start as usize, length as usize);
                                !times[start..start + length].contains(&true)
                            });
                        }
                    }
                }
                _ => {}
            }
        }
    }
}
