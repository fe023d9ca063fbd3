//! Order events, from the meets of two units.

use crate::assignment::Assignment;
use crate::layout::{Layout, NONE};
use jadwal_model::cost::distance;

/// Two units, and how far they should be apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Order {
    pub(crate) first: u32,
    pub(crate) second: u32,
    pub(crate) least: i64,
    pub(crate) most: i64,
}

impl Order {
    /// Distance of (first start of the second - last end of the first) from the range; zero while a
    /// meet of either is unplaced.
    pub(crate) fn deviation<const W: usize>(&self, layout: &Layout<W>, now: &Assignment<W>) -> i64 {
        let (mut last_end, mut first_start) = (i64::MIN, i64::MAX);
        for meet in now.active(layout, self.first as usize) {
            if now.start(meet) == NONE {
                return 0;
            }
            last_end = last_end.max(i64::from(now.start(meet) + now.length(meet)));
        }
        for meet in now.active(layout, self.second as usize) {
            if now.start(meet) == NONE {
                return 0;
            }
            first_start = first_start.min(i64::from(now.start(meet)));
        }
        if last_end == i64::MIN || first_start == i64::MAX {
            return 0; // a unit is still without meets while it is being built
        }
        distance(first_start - last_end, self.least, self.most)
    }
}
