//! Avoid split assignments: one resource should do one role throughout a group of events.
//!
//! Applies to   each event group named; its events without the role are passed over.
//! Deviation    the number of distinct resources in that role, less one; zero if there is none.
//! Example      a course taught by two teachers: one.
//! Source       XHSTT, "Avoid Split Assignments"; Post et al. (2012).

use super::{Count, Point};
use crate::cost::Deviation;
use crate::id::EventGroupId;
use crate::set::ResourceSet;
use crate::timetable::Timetable;

/// One resource should do one role throughout a group of events.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AvoidSplitAssignments {
    /// The event groups meant.
    pub applies_to: Vec<EventGroupId>,
    /// The role meant.
    pub role: String,
}

impl Count for AvoidSplitAssignments {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |&group: &EventGroupId| {
            let mut resources = ResourceSet::default();
            for &event in &timetable.facts.event_groups[group].members {
                let e = &timetable.facts.events[event];
                let Some(role) = e.role(&self.role) else { continue };
                for meet in timetable.meets(event) {
                    if let Some(resource) = e.resources[role].preassigned.or(meet.tasks[role]) {
                        resources.insert(resource);
                    }
                }
            }
            (Point::EventGroup(group), (resources.len() as i64 - 1).max(0))
        };
        self.applies_to.iter().map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, meet};
    use super::*;
    use crate::id::Id;

    #[test]
    fn teachers_of_one_course() {
        let kind =
            AvoidSplitAssignments { applies_to: vec![Id::new(0)], role: "Teacher".to_owned() };
        for (name, meets, deviation) in [
            ("one for both lessons", vec![meet(0, 1, 0).by(1), meet(1, 1, 4).by(1)], 0),
            ("nobody", vec![meet(0, 1, 0), meet(1, 1, 4)], 0),
            ("two for one lesson in two pieces", vec![meet(0, 1, 0).by(0), meet(0, 1, 4).by(1)], 1),
            ("three", vec![meet(0, 1, 0).by(0), meet(1, 1, 4).by(1), meet(2, 1, 5).by(2)], 2),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
