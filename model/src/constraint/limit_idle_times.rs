//! Limit idle times: a resource should not wait between its meets.
//!
//! Applies to   each resource named, alone or by group.
//! Deviation    the idle times of all time groups together, and their distance from the range. A
//!              time of a group is idle when the resource is not busy then, but is both earlier and
//!              later in the same group.
//! Example      busy at times 1, 2 and 5 of a day: two idle times.
//! Source       XHSTT, "Limit Idle Times"; Post et al. (2012).

use super::{Count, Point, ResourceScope};
use crate::cost::{Deviation, distance};
use crate::id::{ResourceId, TimeGroupId};
use crate::timetable::Timetable;

/// A resource should not wait between its meets.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LimitIdleTimes {
    /// The resources meant.
    pub applies_to: ResourceScope,
    /// The time groups, usually days.
    pub time_groups: Vec<TimeGroupId>,
    /// The least number of idle times.
    pub minimum: i64,
    /// The greatest number of idle times.
    pub maximum: i64,
}

impl Count for LimitIdleTimes {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |resource| {
            let groups = self.time_groups.iter();
            let idle = groups.map(|&group| idle_times(timetable, resource, group)).sum();
            (Point::Resource(resource), distance(idle, self.minimum, self.maximum))
        };
        self.applies_to.resources(timetable.facts).map(count).collect()
    }
}

fn idle_times(timetable: &Timetable<'_>, resource: ResourceId, group: TimeGroupId) -> i64 {
    let times = &timetable.facts.time_groups[group].times;
    let busy: Vec<bool> = times.iter().map(|&time| timetable.busy(resource, time)).collect();
    let first = busy.iter().position(|&busy| busy).unwrap_or(0);
    let last = busy.iter().rposition(|&busy| busy).unwrap_or(0);
    busy[first..last.max(first)].iter().filter(|&&busy| !busy).count() as i64
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, days, meet, only};
    use super::*;

    #[test]
    fn hours_of_waiting() {
        let kind =
            LimitIdleTimes { applies_to: only(0), time_groups: days(), minimum: 0, maximum: 1 };
        for (name, meets, deviation) in [
            ("without a gap", vec![meet(0, 2, 0).by(0), meet(1, 1, 2).by(0)], 0),
            ("one allowed", vec![meet(0, 1, 0).by(0), meet(1, 1, 2).by(0)], 0),
            ("two in the middle of a day", vec![meet(0, 1, 0).by(0), meet(1, 1, 3).by(0)], 1),
            (
                "one on each day",
                vec![
                    meet(0, 1, 0).by(0),
                    meet(0, 1, 2).by(0),
                    meet(1, 1, 4).by(0),
                    meet(1, 1, 6).by(0),
                ],
                1,
            ),
            ("nights are not waiting", vec![meet(0, 1, 0).by(0), meet(1, 1, 7).by(0)], 0),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
