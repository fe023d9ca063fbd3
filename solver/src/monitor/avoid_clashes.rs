//! Avoid clashes, from the occupancy.

use crate::assignment::Assignment;

/// The uses beyond the first, over all times.
#[inline]
pub(crate) fn deviation<const W: usize>(now: &Assignment<W>, resource: usize) -> i64 {
    now.excess(resource)
}
