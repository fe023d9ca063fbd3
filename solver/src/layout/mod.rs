//! The dense form of an instance's events: what there is to decide. Built once, shared by all lanes.
//!
//! Events that hard link constraints tie together, and that can be cut alike, form one unit: one
//! decision for all of them. A unit owns as many meet slots as it can have meets; a slot of length
//! zero is unused. Each meet has one task for each open role of the unit's events.

mod domain;
mod matched;
mod unit;

pub(crate) use matched::{Matched, NumberSet};

use crate::mask::Mask;
use jadwal_model::{EventId, Id, Instance};
use std::ops::Range;

/// No time, or no resource.
pub(crate) const NONE: u32 = u32::MAX;

/// Into what the hard constraints let a unit be cut.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Splits {
    pub(crate) shortest: u32,
    pub(crate) longest: u32,
    pub(crate) fewest: u32,
    pub(crate) most: u32,
    /// Whether any constraint, hard or soft, looks at the cuts.
    pub(crate) watched: bool,
}

/// A resource that attends all meets of a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Fixed {
    pub(crate) resource: u32,
    /// Workload units for each time attended.
    pub(crate) share: i64,
}

/// Events that are placed by one decision.
#[derive(Clone, Debug)]
pub(crate) struct Unit<const W: usize> {
    pub(crate) events: Vec<EventId>,
    pub(crate) duration: u32,
    pub(crate) fixed_start: Option<u32>,
    pub(crate) fixed: Vec<Fixed>,
    pub(crate) roles: Range<usize>,
    pub(crate) meets: Range<usize>,
    pub(crate) splits: Splits,
    /// By length: the starts that break no hard constraint by themselves; all that fit the cycle
    /// where there are none.
    pub(crate) starts: Vec<Vec<u32>>,
    /// The same as sets.
    pub(crate) start_sets: Vec<Mask<W>>,
}

/// One open role of one event.
#[derive(Clone, Debug)]
pub(crate) struct Role {
    pub(crate) unit: usize,
    pub(crate) event: EventId,
    /// Its position among the event's resources.
    pub(crate) index: usize,
    pub(crate) resource_type: u32,
    /// The resources that break no hard constraint by themselves; all of the type where there are
    /// none.
    pub(crate) candidates: Vec<u32>,
    /// Workload units for each time attended.
    pub(crate) share: i64,
    /// Whether a hard constraint wants one resource throughout, so that a task alone seldom moves.
    pub(crate) bound: bool,
    /// Whether no constraint looks at who fills it for longer than one meet, so that nothing is lost
    /// when the tasks of each time are matched with who is free then.
    pub(crate) by_time: bool,
    /// The candidates of such a role, by their numbers in [`Matched`].
    pub(crate) suitable: NumberSet,
    /// Whether one candidate is as good as another by itself.
    pub(crate) alike: bool,
}

impl Role {
    /// Whether there is a choice, and it matters who fills it at other times.
    pub(crate) const fn is_lasting(&self) -> bool {
        !self.by_time && self.candidates.len() > 1
    }

    /// Whether it is filled by time, and one resource is as good as another.
    pub(crate) const fn is_interchangeable(&self) -> bool {
        self.by_time && self.alike
    }
}

/// What there is to decide.
#[derive(Clone, Debug)]
pub(crate) struct Layout<const W: usize> {
    pub(crate) times: usize,
    pub(crate) resources: usize,
    pub(crate) units: Vec<Unit<W>>,
    pub(crate) roles: Vec<Role>,
    /// The unit of each event.
    pub(crate) unit_of: Vec<usize>,
    /// The unit of each meet.
    pub(crate) meet_unit: Vec<u32>,
    /// The first task of each meet; one more entry than there are meets.
    pub(crate) first_task: Vec<u32>,
    pub(crate) task_meet: Vec<u32>,
    pub(crate) task_role: Vec<u32>,
    /// By resource: the units that it always attends, each once.
    pub(crate) attends: Vec<Vec<u32>>,
    /// By resource: the roles that it may fill.
    pub(crate) fills: Vec<Vec<u32>>,
    /// The meets of units whose time is not fixed.
    pub(crate) movable: Vec<u32>,
    /// The units that can be cut in more than one way.
    pub(crate) flexible: Vec<u32>,
    /// Who is matched with tasks time by time; nobody, until the constraints are known.
    pub(crate) matched: Matched,
}

impl<const W: usize> Layout<W> {
    pub(crate) fn new(instance: &Instance) -> Self {
        let facts = &instance.facts;
        let mut layout = Self {
            times: facts.times.len(),
            resources: facts.resources.len(),
            units: Vec::new(),
            roles: Vec::new(),
            unit_of: vec![0; facts.events.len()],
            meet_unit: Vec::new(),
            first_task: vec![0],
            task_meet: Vec::new(),
            task_role: Vec::new(),
            attends: vec![Vec::new(); facts.resources.len()],
            fills: vec![Vec::new(); facts.resources.len()],
            movable: Vec::new(),
            flexible: Vec::new(),
            matched: Matched::default(),
        };
        let domains = domain::Domains::new(instance);
        for events in unit::group(instance) {
            layout.add_unit(instance, &domains, events);
        }
        layout
    }

    fn add_unit(
        &mut self,
        instance: &Instance,
        domains: &domain::Domains<W>,
        events: Vec<EventId>,
    ) {
        let index = self.units.len();
        let facts = &instance.facts;
        let first = &facts.events[events[0]];
        let splits = unit::splits(instance, events[0]);
        let mut fixed = Vec::new();
        let first_role = self.roles.len();
        for &event in &events {
            self.unit_of[event.index()] = index;
            let e = &facts.events[event];
            for (position, wanted) in e.resources.iter().enumerate() {
                let share = facts.share(event, wanted.workload, 1);
                if let Some(resource) = wanted.preassigned {
                    fixed.push(Fixed { resource: resource.index() as u32, share });
                } else {
                    let candidates = domains.candidates(instance, event, position);
                    let bound = domains.is_bound(event, position);
                    self.roles.push(Role {
                        unit: index,
                        event,
                        index: position,
                        resource_type: wanted.resource_type.index() as u32,
                        candidates,
                        share,
                        bound,
                        by_time: false,
                        suitable: NumberSet::default(),
                        alike: false,
                    });
                }
            }
            let share = facts.share(event, e.total_workload(), 1);
            let all = e.attendees.iter().map(|r| Fixed { resource: r.index() as u32, share });
            fixed.extend(all);
        }
        let roles = first_role..self.roles.len();
        for role in roles.clone() {
            for &candidate in &self.roles[role].candidates {
                self.fills[candidate as usize].push(role as u32);
            }
        }
        for &Fixed { resource, .. } in &fixed {
            let attends = &mut self.attends[resource as usize];
            if attends.last() != Some(&(index as u32)) {
                attends.push(index as u32);
            }
        }
        let first_meet = self.meet_unit.len();
        let slots = splits.most.min(first.duration / splits.shortest.max(1)).max(1);
        for meet in first_meet..first_meet + slots as usize {
            self.meet_unit.push(index as u32);
            for role in roles.clone() {
                self.task_meet.push(meet as u32);
                self.task_role.push(role as u32);
            }
            self.first_task.push(self.task_meet.len() as u32);
        }
        let fixed_start = first.preassigned_time.map(|time| time.index() as u32);
        if fixed_start.is_none() {
            self.movable.extend(first_meet as u32..first_meet as u32 + slots);
            if slots > 1 && splits.shortest < splits.longest {
                self.flexible.push(index as u32);
            }
        }
        let resources: Vec<_> = fixed.iter().map(|f| f.resource as usize).collect();
        let start_sets = domains.starts(&events, &resources, first.duration, fixed_start);
        self.units.push(Unit {
            duration: first.duration,
            events,
            fixed_start,
            fixed,
            roles,
            meets: first_meet..first_meet + slots as usize,
            splits,
            starts: start_sets.iter().map(|set| set.iter().map(|t| t as u32).collect()).collect(),
            start_sets,
        });
    }

    /// The role at one position of an event's resources, unless it is preassigned.
    pub(crate) fn find_role(&self, event: EventId, index: usize) -> Option<usize> {
        let mut roles = self.units[self.unit_of[event.index()]].roles.clone();
        roles.find(|&role| self.roles[role].event == event && self.roles[role].index == index)
    }

    /// The unit of a meet.
    #[inline]
    pub(crate) fn unit(&self, meet: usize) -> &Unit<W> {
        &self.units[self.meet_unit[meet] as usize]
    }

    /// The tasks of a meet, in the order of the unit's roles.
    #[inline]
    pub(crate) fn tasks(&self, meet: usize) -> Range<usize> {
        self.first_task[meet] as usize..self.first_task[meet + 1] as usize
    }

    /// How many meet slots there are.
    #[inline]
    pub(crate) fn meets(&self) -> usize {
        self.meet_unit.len()
    }
}
