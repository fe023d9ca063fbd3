//! Avoid unavailable times, from the busy times.

use crate::mask::Mask;

/// The number of unavailable times that are busy.
#[inline]
pub(crate) fn deviation<const W: usize>(busy: Mask<W>, unavailable: Mask<W>) -> i64 {
    busy.and(unavailable).count()
}
