//! Prefer resources: a task should have one of some resources.
//!
//! Applies to   the event resource with the role, of each event named, alone or by group; events
//!              without the role are passed over.
//! Deviation    the total duration of the event's meets whose task has another resource; tasks
//!              without one do not count.
//! Example      a physics lesson of duration 2 outside the laboratories: two.
//! Source       XHSTT, "Prefer Resources"; Post et al. (2012).

use super::{Count, EventScope, Point, ResourceScope};
use crate::cost::Deviation;
use crate::timetable::Timetable;

/// A task should have one of some resources.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PreferResources {
    /// The events meant.
    pub applies_to: EventScope,
    /// The resources preferred.
    pub resources: ResourceScope,
    /// The role meant.
    pub role: String,
}

impl Count for PreferResources {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let preferred = self.resources.set(timetable.facts);
        let mut counts = Vec::new();
        for event in self.applies_to.events(timetable.facts) {
            let e = &timetable.facts.events[event];
            let Some(role) = e.role(&self.role) else { continue };
            let outside = timetable.meets(event).iter().filter(|meet| {
                let assigned = e.resources[role].preassigned.or(meet.tasks[role]);
                assigned.is_some_and(|resource| !preferred.contains(resource))
            });
            let deviation = outside.map(|meet| i64::from(meet.duration)).sum();
            counts.push((Point::EventResource(event, role), deviation));
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, events, meet};
    use super::*;
    use crate::id::Id;

    #[test]
    fn hours_in_another_room() {
        let resources = ResourceScope { groups: Vec::new(), resources: vec![Id::new(4)] };
        let kind = PreferResources { applies_to: events(), resources, role: "Room".to_owned() };
        for (name, meets, deviation) in [
            ("in the laboratory", vec![meet(0, 2, 0).inside(4)], 0),
            ("in another room", vec![meet(0, 2, 0).inside(3), meet(1, 1, 5).inside(4)], 2),
            ("in no room", vec![meet(0, 2, 0)], 0),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
