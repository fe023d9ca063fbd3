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
