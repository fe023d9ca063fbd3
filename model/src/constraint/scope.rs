//! Where a constraint applies.

use crate::facts::Facts;
use crate::id::{EventGroupId, EventId, ResourceGroupId, ResourceId, TimeGroupId, TimeId};
use crate::set::{ResourceSet, TimeSet};

/// Events, named alone or by group.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EventScope {
    /// The groups whose members are meant.
    pub groups: Vec<EventGroupId>,
    /// The events named alone.
    pub events: Vec<EventId>,
}

impl EventScope {
    /// Every event as often as it is listed.
    pub fn events<'a>(&'a self, facts: &'a Facts) -> impl Iterator<Item = EventId> + 'a {
        let members = self.groups.iter().flat_map(|&group| &facts.event_groups[group].members);
        members.chain(&self.events).copied()
    }
}

/// Resources, named alone or by group.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ResourceScope {
    /// The groups whose members are meant.
    pub groups: Vec<ResourceGroupId>,
    /// The resources named alone.
    pub resources: Vec<ResourceId>,
}

impl ResourceScope {
    /// Every resource as often as it is listed.
    pub fn resources<'a>(&'a self, facts: &'a Facts) -> impl Iterator<Item = ResourceId> + 'a {
        let members = self.groups.iter().flat_map(|&group| &facts.resource_groups[group].members);
        members.chain(&self.resources).copied()
    }

    /// Every resource once.
    #[must_use]
    pub fn set(&self, facts: &Facts) -> ResourceSet {
        self.resources(facts).collect()
    }
}

/// Times, named alone or by group; always meant as a set.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TimeScope {
    /// The groups whose members are meant.
    pub groups: Vec<TimeGroupId>,
    /// The times named alone.
    pub times: Vec<TimeId>,
}

impl TimeScope {
    /// Every time once.
    #[must_use]
    pub fn set(&self, facts: &Facts) -> TimeSet {
        let members = self.groups.iter().flat_map(|&group| &facts.time_groups[group].times);
        members.chain(&self.times).copied().collect()
    }
}

/// One point of application of a constraint: what a deviation speaks of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Point {
    /// An event.
    Event(EventId),
    /// One of an event's resources, by its position.
    EventResource(EventId, usize),
    /// An event group.
    EventGroup(EventGroupId),
    /// Two event groups, the first and the second.
    EventGroupPair(EventGroupId, EventGroupId),
    /// Three event groups.
    EventGroupTriple(EventGroupId, EventGroupId, EventGroupId),
    /// Two events, the first and the second.
    EventPair(EventId, EventId),
    /// A resource.
    Resource(ResourceId),
}
