//! Limit idle times, from the busy times.

use super::TimeGroups;
use crate::mask::Mask;
use jadwal_model::cost::distance;
use std::ops::Range;

/// The time groups, and how many idle times they may have together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Limits {
    pub(crate) groups: Range<u32>,
    pub(crate) minimum: i64,
    pub(crate) maximum: i64,
}

impl Limits {
    /// Distance of the total of idle times from the range.
    #[inline]
    pub(crate) fn deviation<const W: usize>(&self, groups: &TimeGroups<W>, busy: Mask<W>) -> i64 {
        let mut idle = 0;
        for &group in groups.get(&self.groups) {
            let inside = busy.and(group);
            idle += inside.hull().and(group).minus(inside).count();
        }
        distance(idle, self.minimum, self.maximum)
    }
}
