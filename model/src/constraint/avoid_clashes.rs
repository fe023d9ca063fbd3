//! Avoid clashes: a resource should not attend two meets at once.
//!
//! Applies to   each resource named, alone or by group.
//! Deviation    over all times, its uses beyond the first, added up.
//! Example      three lessons of one teacher at time 4: two.
//! Source       XHSTT, "Avoid Clashes"; Post et al. (2012).

use super::{Count, Point, ResourceScope};
use crate::cost::Deviation;
use crate::timetable::Timetable;

/// A resource should not attend two meets at once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AvoidClashes {
    /// The resources meant.
    pub applies_to: ResourceScope,
}

impl Count for AvoidClashes {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |resource| {
            let times = timetable.facts.times.ids();
            let clashes = times.map(|time| (timetable.uses(resource, time) - 1).max(0));
            (Point::Resource(resource), clashes.sum())
        };
        self.applies_to.resources(timetable.facts).map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, meet, only};
    use super::*;

    #[test]
    fn uses_beyond_the_first() {
        let kind = AvoidClashes { applies_to: only(0) };
        for (name, meets, deviation) in [
            ("one after the other", vec![meet(0, 2, 0).by(0), meet(1, 1, 2).by(0)], 0),
            ("one hour in common", vec![meet(0, 2, 0).by(0), meet(1, 2, 1).by(0)], 1),
            (
                "three lessons at once",
                vec![meet(0, 1, 4).by(0), meet(1, 1, 4).by(0), meet(2, 1, 4).by(0)],
                2,
            ),
            ("of different teachers", vec![meet(0, 1, 4).by(0), meet(1, 1, 4).by(1)], 0),
            ("unplaced", vec![meet(0, 1, None).by(0), meet(1, 1, None).by(0)], 0),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
