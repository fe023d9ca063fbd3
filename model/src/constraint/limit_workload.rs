//! Limit workload: how much a resource should work in the whole cycle.
//!
//! Applies to   each resource named, alone or by group.
//! Deviation    distance of its workload from the range, rounded up. A meet brings its share of the
//!              event resource's workload: duration of the meet / duration of the event.
//! Example      at most 20; tasks worth 20.5: one.
//! Source       XHSTT, "Limit Workload"; Post et al. (2012).

use super::{Count, Point, ResourceScope};
use crate::cost::{Deviation, distance};
use crate::timetable::Timetable;

/// How much a resource should work in the whole cycle.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LimitWorkload {
    /// The resources meant.
    pub applies_to: ResourceScope,
    /// The least workload.
    pub minimum: i64,
    /// The greatest workload.
    pub maximum: i64,
}

impl LimitWorkload {
    /// The deviation of a workload given in units: the distance in units, rounded up to whole
    /// workload.
    #[must_use]
    #[inline]
    pub fn deviation(minimum: i64, maximum: i64, workload: i64, units: i64) -> Deviation {
        let off = distance(workload, minimum.saturating_mul(units), maximum.saturating_mul(units));
        off / units + i64::from(off % units > 0)
    }
}

impl Count for LimitWorkload {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let units = timetable.facts.workload_units;
        let count = |resource| {
            let workload = timetable.workload(resource);
            let deviation = Self::deviation(self.minimum, self.maximum, workload, units);
            (Point::Resource(resource), deviation)
        };
        self.applies_to.resources(timetable.facts).map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, meet, only};
    use super::*;

    #[test]
    fn work_in_the_whole_cycle() {
        let kind = LimitWorkload { applies_to: only(0), minimum: 2, maximum: 4 };
        for (name, meets, deviation) in [
            ("three hours", vec![meet(0, 3, 0).by(0)], 0),
            ("unplaced lessons are work", vec![meet(0, 3, None).by(0), meet(1, 2, None).by(0)], 1),
            (
                "one piece of three",
                vec![meet(0, 1, 0).by(0), meet(0, 1, 2).by(1), meet(0, 1, 4).by(1)],
                1,
            ),
            ("nothing", vec![meet(0, 1, 0)], 2),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }

    #[test]
    fn a_part_of_a_unit_counts_as_a_whole_one() {
        // in thirds: 4 1/3 hours, 4 hours and 1 2/3 hours
        let deviations = [13, 12, 5].map(|workload| LimitWorkload::deviation(2, 4, workload, 3));
        assert_eq!(deviations, [1, 0, 1]);
    }
}
