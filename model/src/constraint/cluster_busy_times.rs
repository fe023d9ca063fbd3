//! Cluster busy times: in how many time groups a resource should be busy.
//!
//! Applies to   each resource named, alone or by group.
//! Deviation    distance of the number of time groups with a busy time from the range.
//! Example      at most three days; lessons on five: two.
//! Source       XHSTT, "Cluster Busy Times"; Post et al. (2012).

use super::{Count, Point, ResourceScope};
use crate::cost::{Deviation, distance};
use crate::id::TimeGroupId;
use crate::timetable::Timetable;

/// In how many time groups a resource should be busy.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ClusterBusyTimes {
    /// The resources meant.
    pub applies_to: ResourceScope,
    /// The time groups, usually days.
    pub time_groups: Vec<TimeGroupId>,
    /// The least number of busy groups.
    pub minimum: i64,
    /// The greatest number of busy groups.
    pub maximum: i64,
}

impl Count for ClusterBusyTimes {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |resource| {
            let busy = self.time_groups.iter().filter(|&&group| {
                let mut times = timetable.facts.time_groups[group].times.iter();
                times.any(|&time| timetable.busy(resource, time))
            });
            let number = busy.count() as i64;
            (Point::Resource(resource), distance(number, self.minimum, self.maximum))
        };
        self.applies_to.resources(timetable.facts).map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, days, meet, only};
    use super::*;

    #[test]
    fn days_at_school() {
        let kind =
            ClusterBusyTimes { applies_to: only(0), time_groups: days(), minimum: 1, maximum: 1 };
        for (name, meets, deviation) in [
            ("one day", vec![meet(0, 1, 0).by(0), meet(1, 1, 3).by(0)], 0),
            ("both", vec![meet(0, 1, 0).by(0), meet(1, 1, 4).by(0)], 1),
            ("none", vec![meet(0, 1, 0).by(1)], 1),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
