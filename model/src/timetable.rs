//! A solution seen from its events and its resources, as the slow counts need it.

use crate::facts::Facts;
use crate::id::{EventGroupId, EventId, Id, ResourceId, TimeId};
use crate::set::TimeSet;
use crate::solution::{Meet, Solution};

/// A solution, indexed from nothing; built once for each evaluation.
#[derive(Debug)]
pub struct Timetable<'a> {
    /// The facts of the instance.
    pub facts: &'a Facts,
    meets: Vec<Vec<Meet>>,
    uses: Vec<Vec<i64>>,
    workload: Vec<i64>,
}

impl<'a> Timetable<'a> {
    /// Indexes a solution; an event that it leaves out counts as one unplaced meet.
    #[must_use]
    pub fn new(facts: &'a Facts, solution: &Solution) -> Self {
        let mut timetable = Self {
            facts,
            meets: vec![Vec::new(); facts.events.len()],
            uses: vec![vec![0; facts.times.len()]; facts.resources.len()],
            workload: vec![0; facts.resources.len()],
        };
        let mut whole = solution.clone();
        whole.complete(facts);
        for meet in whole.meets {
            timetable.add(meet);
        }
        timetable
    }

    fn add(&mut self, meet: Meet) {
        let event = &self.facts.events[meet.event];
        for (wanted, task) in event.resources.iter().zip(&meet.tasks) {
            if let Some(resource) = wanted.preassigned.or(*task) {
                self.attend(resource, &meet, wanted.workload);
            }
        }
        for &resource in &event.attendees {
            self.attend(resource, &meet, event.total_workload());
        }
        self.meets[meet.event.index()].push(meet);
    }

    fn attend(&mut self, resource: ResourceId, meet: &Meet, workload: i64) {
        self.workload[resource.index()] += self.facts.share(meet.event, workload, meet.duration);
        for time in times(meet) {
            self.uses[resource.index()][time.index()] += 1;
        }
    }

    /// The meets of an event; at least one.
    #[must_use]
    pub fn meets(&self, event: EventId) -> &[Meet] {
        &self.meets[event.index()]
    }

    /// The times at which meets of a group of events start.
    #[must_use]
    pub fn starts(&self, group: EventGroupId) -> TimeSet {
        let members = self.facts.event_groups[group].members.iter();
        members.flat_map(|&event| self.meets(event)).filter_map(|meet| meet.time).collect()
    }

    /// All that attend a meet: fixed, found for its tasks, or by group; as often as they do.
    #[must_use]
    pub fn attending(&self, meet: &Meet) -> Vec<ResourceId> {
        let event = &self.facts.events[meet.event];
        let tasks = event.resources.iter().zip(&meet.tasks);
        let found = tasks.filter_map(|(wanted, task)| wanted.preassigned.or(*task));
        found.chain(event.attendees.iter().copied()).collect()
    }

    /// How often a resource is used at a time.
    #[must_use]
    pub fn uses(&self, resource: ResourceId, time: TimeId) -> i64 {
        self.uses[resource.index()][time.index()]
    }

    /// Whether a resource is used at a time.
    #[must_use]
    pub fn busy(&self, resource: ResourceId, time: TimeId) -> bool {
        self.uses(resource, time) > 0
    }

    /// The workload of a resource, in the units of [`Facts::workload_units`].
    #[must_use]
    pub fn workload(&self, resource: ResourceId) -> i64 {
        self.workload[resource.index()]
    }

    /// The times at which an event runs.
    #[must_use]
    pub fn running(&self, event: EventId) -> TimeSet {
        self.meets(event).iter().flat_map(times).collect()
    }
}

/// The times that a meet takes; none while it is unplaced.
pub fn times(meet: &Meet) -> impl Iterator<Item = TimeId> + use<> {
    let start = meet.time.map_or(0, Id::index);
    let length = meet.time.map_or(0, |_| meet.duration as usize);
    (start..start + length).map(TimeId::new)
}
