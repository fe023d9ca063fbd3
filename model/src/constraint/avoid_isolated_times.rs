//! Avoid isolated times: a busy time should have a busy neighbour.
//!
//! Applies to   each resource named, alone or by group.
//! Deviation    over the time groups, the busy times of which neither the time before nor the time
//!              after is busy and in the same group.
//! Example      busy at times 1, 2 and 4 of a day: one.
//! Source       ours: `CurriculumCompactness` of curriculum-based course timetabling; XHSTT cannot
//!              say it.

use super::{Count, Point, ResourceScope};
use crate::cost::Deviation;
use crate::id::{Id, TimeGroupId};
use crate::timetable::Timetable;

/// A busy time should have a busy neighbour.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AvoidIsolatedTimes {
    /// The resources meant.
    pub applies_to: ResourceScope,
    /// The time groups, usually days.
    pub time_groups: Vec<TimeGroupId>,
}

impl Count for AvoidIsolatedTimes {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |resource| {
            let isolated = |&group: &TimeGroupId| {
                let times = &timetable.facts.time_groups[group].times;
                let busy = || times.iter().filter(|&&time| timetable.busy(resource, time));
                let near = |time: usize| busy().any(|other| other.index().abs_diff(time) == 1);
                busy().filter(|time| !near(time.index())).count() as i64
            };
            (Point::Resource(resource), self.time_groups.iter().map(isolated).sum())
        };
        self.applies_to.resources(timetable.facts).map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, days, meet, only};
    use super::*;

    #[test]
    fn busy_times_without_a_neighbour() {
        let by = |event, duration, time: usize| meet(event, duration, time).by(0);
        let both = || days();
        for (name, time_groups, meets, deviation) in [
            ("side by side", both(), vec![by(0, 1, 1), by(1, 1, 2)], 0),
            ("one long lesson", both(), vec![by(0, 2, 5)], 0),
            ("alone", both(), vec![by(0, 1, 1)], 1),
            ("with an hour between", both(), vec![by(0, 1, 1), by(1, 1, 3)], 2),
            ("the third one apart", both(), vec![by(0, 2, 0), by(1, 1, 3)], 1),
            ("over night", both(), vec![by(0, 1, 3), by(1, 1, 4)], 2),
            ("twice at once", both(), vec![by(0, 1, 3), by(1, 1, 3)], 1),
            ("a day listed twice", vec![Id::new(0); 2], vec![by(0, 1, 3), by(1, 1, 6)], 2),
            ("another teacher beside it", both(), vec![by(0, 1, 1), meet(1, 1, 2).by(1)], 1),
            ("unplaced", both(), vec![by(0, 1, 1), meet(1, 1, None).by(0)], 1),
        ] {
            let kind = AvoidIsolatedTimes { applies_to: only(0), time_groups };
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
