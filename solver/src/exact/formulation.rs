//! An instance as an integer programme.
//!
//! Each constraint is charged for its deviation as a linear expression of the meets. Who fills the open
//! roles is not decided here; constraints that look at nothing else, and [`Kind::OrderEvents`] and some
//! of our own kinds, are left out, so the programme costs no more than any timetable does.

use super::blocks::{Blocks, outside};
use super::busy;
use super::ground::{Ground, Meets};
use super::linear::Linear;
use super::programme::{Hard, Part};
use jadwal_model::constraint::{LinkEvents, ResourceScope, SplitEvents, SpreadEvents};
use jadwal_model::{Constraint, EventId, Id, Instance, Kind};

/// Says the hard constraints, and the soft ones where they are meant too.
pub(super) fn formulate(instance: &Instance, blocks: Blocks, hard: Hard, soft: bool) -> Ground<'_> {
    let mut ground = Ground::new(instance, blocks, hard);
    let all = instance.constraints.iter().filter(|constraint| constraint.weight > 0);
    for constraint in all.filter(|constraint| constraint.required || soft) {
        ground.say(constraint);
    }
    busy::say(&mut ground, soft);
    ground
}

impl Ground<'_> {
    /// Those that look at events, and at single times of resources.
    fn say(&mut self, constraint: &Constraint) {
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
                let preferred = k.times.set(facts);
                for event in k.applies_to.events(facts) {
                    let off = self.sum(event, |all| outside(k, &preferred, all.length, all.start));
                    self.programme.charge(constraint, vec![Part::at_most(off, 0)]);
                }
            }
            Kind::SpreadEvents(k) => self.say_spread(constraint, k),
            Kind::LinkEvents(k) => self.say_link(constraint, k),
            Kind::AvoidClashes(k) => self.say_clashes(constraint, &k.applies_to),
            Kind::AvoidUnavailableTimes(k) => {
                let times: Vec<usize> = k.times.set(facts).iter().map(Id::index).collect();
                for resource in k.applies_to.resources(facts) {
                    if !self.depends[resource.index()] {
                        continue;
                    }
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
            | Kind::OrderWithin(_)
            | Kind::LimitTravel(_)
            | Kind::LimitCrowding(_)
            | Kind::AvoidIsolatedTimes(_)
            | Kind::WorstOf(_) => {}
        }
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
            if !blocks.iter().any(|&(block, _)| self.blocks.list[block].is_open()) {
                continue;
            }
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
        let all = scope.resources(&self.instance.facts);
        for resource in all.filter(|resource| self.depends[resource.index()]) {
            let times = 0..self.instance.facts.times.len();
            let parts =
                times.map(|time| Part::at_most(self.uses(resource.index(), time), 1)).collect();
            self.programme.charge(constraint, parts);
        }
    }
}
