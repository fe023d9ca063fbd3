//! Assign time, from the unit's meets.

use crate::assignment::Assignment;
use crate::layout::{Layout, NONE};

/// The total length of the unplaced meets.
#[inline]
pub(crate) fn deviation<const W: usize>(
    layout: &Layout<W>,
    now: &Assignment<W>,
    unit: usize,
) -> i64 {
    let unplaced = now.active(layout, unit).filter(|&meet| now.start(meet) == NONE);
    unplaced.map(|meet| i64::from(now.length(meet))).sum()
}
