//! Facts: the tables of all that exists in an instance.

use crate::event::{Event, EventGroup};
use crate::id::{
    EventGroupId, EventId, ResourceGroupId, ResourceId, ResourceTypeId, TimeGroupId, TimeId,
};
use crate::resource::{Resource, ResourceGroup, ResourceType};
use crate::table::Table;
use crate::time::{Time, TimeGroup};

/// What a file says about an instance or about a set of solutions; for readers only.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MetaData {
    /// A name for readers.
    pub name: String,
    /// Who made it.
    pub contributor: String,
    /// When, as written.
    pub date: String,
    /// Where the school is.
    pub country: String,
    /// What it is.
    pub description: String,
    /// Anything else.
    pub remarks: Option<String>,
}

/// All that exists; read-only once built.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facts {
    /// The times of the cycle, in chronological order.
    pub times: Table<TimeId, Time>,
    /// Named sets of times.
    pub time_groups: Table<TimeGroupId, TimeGroup>,
    /// The types of resources.
    pub resource_types: Table<ResourceTypeId, ResourceType>,
    /// The resources.
    pub resources: Table<ResourceId, Resource>,
    /// Named sets of resources.
    pub resource_groups: Table<ResourceGroupId, ResourceGroup>,
    /// The events.
    pub events: Table<EventId, Event>,
    /// Named sets of events.
    pub event_groups: Table<EventGroupId, EventGroup>,
    /// How many units one unit of workload has, so that the share of every meet is a whole number.
    pub workload_units: i64,
}

impl Facts {
    /// The workload, in units, that attending a meet of this duration brings when attending the
    /// whole event brings `workload`.
    #[must_use]
    pub fn share(&self, event: EventId, workload: i64, duration: u32) -> i64 {
        workload * self.workload_units * i64::from(duration)
            / i64::from(self.events[event].duration)
    }
}
