//! Limit busy times: how busy a resource should be in each time group in which it is busy at all.
//!
//! Applies to   each resource named, alone or by group.
//! Deviation    for each time group with a busy time, the distance of the number of its busy times
//!              from the range, added up.
//! Example      two to six a day; one lesson on Monday and none on Tuesday: one.
//! Source       XHSTT, "Limit Busy Times"; Post et al. (2012).

use super::{Count, Point, ResourceScope};
use crate::cost::{Deviation, distance};
use crate::id::TimeGroupId;
use crate::timetable::Timetable;

/// How busy a resource should be in each time group in which it is busy at all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LimitBusyTimes {
    /// The resources meant.
    pub applies_to: ResourceScope,
    /// The time groups, usually days.
    pub time_groups: Vec<TimeGroupId>,
    /// The least number of busy times.
    pub minimum: i64,
    /// The greatest number of busy times.
    pub maximum: i64,
}

impl Count for LimitBusyTimes {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |resource| {
            let deviation = |&group: &TimeGroupId| {
                let times = timetable.facts.time_groups[group].times.iter();
                let busy = times.filter(|&&time| timetable.busy(resource, time)).count() as i64;
                if busy == 0 { 0 } else { distance(busy, self.minimum, self.maximum) }
            };
            (Point::Resource(resource), self.time_groups.iter().map(deviation).sum())
        };
        self.applies_to.resources(timetable.facts).map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, days, meet, only};
    use super::*;

    #[test]
    fn hours_a_day() {
        let kind =
            LimitBusyTimes { applies_to: only(0), time_groups: days(), minimum: 2, maximum: 3 };
        for (name, meets, deviation) in [
            ("two, and a free day", vec![meet(0, 2, 0).by(0)], 0),
            ("one hour", vec![meet(0, 1, 0).by(0)], 1),
            ("four and one", vec![meet(0, 4, 0).by(0), meet(1, 1, 4).by(0)], 2),
            ("a clash is one busy time", vec![meet(0, 1, 0).by(0), meet(1, 1, 0).by(0)], 1),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
