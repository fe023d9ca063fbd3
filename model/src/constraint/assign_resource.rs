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

#[cfg(test)]
mod tests {
    use super::super::tests::{count, events, meet};
    use super::*;

    #[test]
    fn hours_without_a_room() {
        let kind = AssignResource { applies_to: events(), role: "Room".to_owned() };
        for (name, meets, deviation) in [
            ("a room for each", vec![meet(0, 2, 0).inside(3), meet(1, 1, 5).inside(3)], 0),
            ("a double lesson without one", vec![meet(0, 2, 0).by(0), meet(1, 1, 5).inside(4)], 2),
            ("unplaced lessons need one too", vec![meet(0, 1, None), meet(1, 3, None)], 4),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }

    #[test]
    fn events_without_the_role_are_passed_over() {
        let kind = AssignResource { applies_to: events(), role: "Pilot".to_owned() };
        assert_eq!(count(&kind, vec![meet(0, 2, 0)]), 0);
    }
}
