//! Limit busy times, from the busy times.

use super::{Distance, TimeGroups};
use crate::mask::Mask;
use std::ops::Range;

/// The time groups, and how busy to be in each that is used at all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Limits {
    pub(crate) groups: Range<u32>,
    pub(crate) minimum: i64,
    pub(crate) maximum: i64,
}

impl Limits {
    /// For each busy group, the distance of its busy times from the range, added up.
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
        let mut distance = Distance::default();
        for &group in groups.get(&self.groups) {
            let number = busy.and(group).count();
            if number > 0 {
                distance.add(number, self.minimum, self.maximum);
            }
        }
        distance
    }
}
