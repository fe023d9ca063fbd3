//! Limit busy times, from the busy times.

use super::{TimeGroups, still_lacking};
use crate::mask::Mask;
use jadwal_model::cost::distance;
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
        let mut deviation = 0;
        for &group in groups.get(&self.groups) {
            let number = busy.and(group).count();
            if number > 0 {
                deviation += distance(number, self.minimum, self.maximum);
            }
        }
        deviation
    }

    /// The same while so many times of the resource still have no place: they may fill what lacks.
    pub(crate) fn partial<const W: usize>(
        &self,
        groups: &TimeGroups<W>,
        busy: Mask<W>,
        open: impl FnOnce() -> i64,
    ) -> i64 {
        let (mut lacks, mut exceeds) = (0, 0);
        for &group in groups.get(&self.groups) {
            let number = busy.and(group).count();
            if number > 0 {
                lacks += (self.minimum - number).max(0);
                exceeds += (number - self.maximum).max(0);
            }
        }
        exceeds + still_lacking(lacks, open)
    }
}
