//! Limit busy pairs, from the busy times.

use super::TimeGroups;
use crate::mask::Mask;
use std::ops::Range;

/// The time groups, the two of each pair side by side, and in how many pairs to be busy in both.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Limits {
    pub(crate) groups: Range<u32>,
    /// Whether pairs count that are busy in both groups; else those that are in the first only.
    pub(crate) both: bool,
    pub(crate) maximum: i64,
}

impl Limits {
    /// The number of pairs that count, above the maximum.
    #[inline]
    pub(crate) fn deviation<const W: usize>(&self, groups: &TimeGroups<W>, busy: Mask<W>) -> i64 {
        let pairs = groups.get(&self.groups).chunks_exact(2);
        let counts = |pair: &&[Mask<W>]| busy.meets(pair[0]) && busy.meets(pair[1]) == self.both;
        (pairs.filter(counts).count() as i64 - self.maximum).max(0)
    }
}
