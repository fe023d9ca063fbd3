//! Assign resource: a task should have a resource.
//!
//! Applies to   the event resource with the role, of each event named, alone or by group; events
//!              without the role are passed over.
//! Deviation    the total duration of the event's meets whose task has no resource.
//! Example      a meet of duration 2 without a room: two.
//! Source       XHSTT, "Assign Resource"; Post et al. (2012).

use super::{Count, EventScope, Point};
use crate::cost::Deviation;
use crate::timetable::Timetable;

/// A task should have a resource.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AssignResource {
    /// The events meant.
    pub applies_to: EventScope,
    /// The role meant.
    pub role: String,
}

impl Count for AssignResource {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let mut counts = Vec::new();
        for event in self.applies_to.events(timetable.facts) {
            let e = &timetable.facts.events[event];
            let Some(role) = e.role(&self.role) else { continue };
            let open = e.resources[role].preassigned.is_none();
            let empty = timetable.meets(event).iter().filter(|m| open && m.tasks[role].is_none());
            let deviation = empty.map(|meet| i64::from(meet.duration)).sum();
            counts.push((Point::EventResource(event, role), deviation));
        }
        counts
    }
}
