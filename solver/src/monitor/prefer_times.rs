//! Prefer times, from the unit's meets.

use crate::assignment::Assignment;
use crate::layout::{Layout, NONE};
use crate::mask::Mask;

/// Where to start, for one length or for all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Starts<const W: usize> {
    pub(crate) preferred: Mask<W>,
    pub(crate) duration: Option<i64>,
}

impl<const W: usize> Starts<W> {
    /// The total length of the meets that start elsewhere.
    #[inline]
    pub(crate) fn deviation(&self, layout: &Layout<W>, now: &Assignment<W>, unit: usize) -> i64 {
        let mut deviation = 0;
        for meet in now.active(layout, unit) {
            let (start, length) = (now.start(meet), i64::from(now.length(meet)));
            let meant = self.duration.is_none_or(|duration| duration == length);
            if start != NONE && meant && !self.preferred.contains(start as usize) {
                deviation += length;
            }
        }
        deviation
    }
}
