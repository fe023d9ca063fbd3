//! Cluster busy times, from the busy times.

use super::{TimeGroups, still_lacking};
use crate::mask::Mask;
use jadwal_model::cost::distance;
use std::ops::Range;

/// The time groups, and in how many of them to be busy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Limits {
    pub(crate) groups: Range<u32>,
    pub(crate) minimum: i64,
    pub(crate) maximum: i64,
}

impl Limits {
    /// Distance of the number of busy groups from the range.
    #[inline]
    pub(crate) fn deviation<const W: usize>(&self, groups: &TimeGroups<W>, busy: Mask<W>) -> i64 {
        distance(self.used(groups, busy), self.minimum, self.maximum)
    }

    /// The same while so many times of the resource still have no place: each may fill a group.
    pub(crate) fn partial<const W: usize>(
        &self,
        groups: &TimeGroups<W>,
        busy: Mask<W>,
        open: impl FnOnce() -> i64,
    ) -> i64 {
        let used = self.used(groups, busy);
        (used - self.maximum).max(0) + still_lacking((self.minimum - used).max(0), open)
    }

    #[inline]
    fn used<const W: usize>(&self, groups: &TimeGroups<W>, busy: Mask<W>) -> i64 {
        groups.get(&self.groups).iter().filter(|group| busy.meets(**group)).count() as i64
    }
}
