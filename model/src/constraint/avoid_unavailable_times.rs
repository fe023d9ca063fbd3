//! Avoid unavailable times: a resource should not be busy at some times.
//!
//! Applies to   each resource named, alone or by group.
//! Deviation    the number of those times at which it is busy.
//! Example      a teacher who is away on Monday has two lessons at one time of it: one.
//! Source       XHSTT, "Avoid Unavailable Times"; Post et al. (2012).

use super::{Count, Point, ResourceScope, TimeScope};
use crate::cost::Deviation;
use crate::timetable::Timetable;

/// A resource should not be busy at some times.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AvoidUnavailableTimes {
    /// The resources meant.
    pub applies_to: ResourceScope,
    /// The times at which they are unavailable.
    pub times: TimeScope,
}

impl Count for AvoidUnavailableTimes {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let unavailable = self.times.set(timetable.facts);
        let count = |resource| {
            let busy = unavailable.iter().filter(|&time| timetable.busy(resource, time));
            (Point::Resource(resource), busy.count() as i64)
        };
        self.applies_to.resources(timetable.facts).map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, meet, only};
    use super::*;
    use crate::id::Id;

    #[test]
    fn busy_while_away() {
        let times = TimeScope { groups: vec![Id::new(1)], times: vec![Id::new(0), Id::new(4)] };
        let kind = AvoidUnavailableTimes { applies_to: only(0), times };
        for (name, meets, deviation) in [
            ("busy when there", vec![meet(0, 3, 1).by(0)], 0),
            ("busy at time 0", vec![meet(0, 3, 0).by(0)], 1),
            ("two lessons at one time away", vec![meet(0, 1, 4).by(0), meet(1, 1, 4).by(0)], 1),
            ("a lesson that runs into the day away", vec![meet(0, 4, 2).by(0)], 2),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
