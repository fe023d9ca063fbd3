//! Limit busy pairs, from the busy times.

use super::TimeGroups;
use crate::mask::Mask;
use std::ops::Range;

/// The time groups, the two of each pair side by side, and in how many pairs to be busy in both.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Limits {
    pub(crate) groups: Range<u32>,
    pub(crate) maximum: i64,
}

impl Limits {
    /// The number of pairs that are busy twice, above the maximum.
    #[inline]
    pub(crate) fn deviation<const W: usize>(&self, groups: &TimeGroups<W>, busy: Mask<W>) -> i64 {
        let pairs = groups.get(&self.groups).chunks_exact(2);
        let both = pairs.filter(|pair| busy.meets(pair[0]) && busy.meets(pair[1])).count();
        (both as i64 - self.maximum).max(0)
    }
}
