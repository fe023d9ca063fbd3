//! Cluster busy times, from the busy times.

use super::{Distance, TimeGroups};
use crate::mask::Mask;
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
        self.distance(groups, busy).total()
    }

    /// The same, below the range and above it.
    #[inline]
    pub(crate) fn distance<const W: usize>(
        &self,
        groups: &TimeGroups<W>,
        busy: Mask<W>,
    ) -> Distance {
        let used = groups.get(&self.groups).iter().filter(|group| busy.meets(**group)).count();
        let mut distance = Distance::default();
        distance.add(used as i64, self.minimum, self.maximum);
        distance
    }
}
