//! Events: what must be timetabled, so often a cycle.

use crate::id::{EventGroupId, EventId, ResourceGroupId, ResourceId, ResourceTypeId, TimeId};

/// What an event group stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EventGroupKind {
    /// Any set of events.
    Plain,
    /// A course: the events of one subject for one group.
    Course,
}

/// A named set of events.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EventGroup {
    /// The identifier that files use.
    pub code: String,
    /// The name for readers.
    pub name: String,
    /// Whether it is a course or any other set.
    pub kind: EventGroupKind,
    /// The members, each once, in the order of their table.
    pub members: Vec<EventId>,
}

/// One resource that an event asks for: preassigned, or a role to be filled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EventResource {
    /// The name by which constraints and solutions speak of it; none for some that are preassigned.
    pub role: Option<String>,
    /// The type that the resource must have.
    pub resource_type: ResourceTypeId,
    /// The resource, where the instance fixes it.
    pub preassigned: Option<ResourceId>,
    /// What attending the whole event adds to the resource's workload.
    pub workload: i64,
}

/// Something that must be timetabled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// The identifier that files use.
    pub code: String,
    /// The name for readers.
    pub name: String,
    /// A colour for display, as the file wrote it.
    pub colour: Option<String>,
    /// How many times it takes in all its meets together; at least one.
    pub duration: u32,
    /// What attending it adds to a workload, where the file says so; else the duration.
    pub workload: Option<i64>,
    /// The starting time, where the instance fixes it.
    pub preassigned_time: Option<TimeId>,
    /// The course it belongs to.
    pub course: Option<EventGroupId>,
    /// The other groups that the event itself names.
    pub event_groups: Vec<EventGroupId>,
    /// The resources it asks for.
    pub resources: Vec<EventResource>,
    /// Resource groups all of whose members attend.
    pub resource_groups: Vec<ResourceGroupId>,
    /// Those members, each once and without those that are preassigned above; the builder fills it.
    pub attendees: Vec<ResourceId>,
}

impl Event {
    /// An event whose name is its identifier, in no group and without a fixed time.
    #[must_use]
    pub fn new(code: &str, duration: u32, resources: Vec<EventResource>) -> Self {
        Self {
            code: code.to_owned(),
            name: code.to_owned(),
            colour: None,
            duration,
            workload: None,
            preassigned_time: None,
            course: None,
            event_groups: Vec::new(),
            resources,
            resource_groups: Vec::new(),
            attendees: Vec::new(),
        }
    }

    /// The position of the event resource with this role.
    #[must_use]
    pub fn role(&self, role: &str) -> Option<usize> {
        self.resources.iter().position(|resource| resource.role.as_deref() == Some(role))
    }

    /// The workload of the event itself: as given, or its duration.
    #[must_use]
    pub fn total_workload(&self) -> i64 {
        self.workload.unwrap_or(i64::from(self.duration))
    }
}
