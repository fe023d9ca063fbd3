//! Distribute split events, from the unit's meets.

use crate::assignment::Assignment;
use crate::layout::Layout;
use jadwal_model::constraint::DistributeSplitEvents;
use jadwal_model::cost::distance;

/// How many meets of one length.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Limits {
    duration: i64,
    minimum: i64,
    maximum: i64,
}

impl Limits {
    pub(crate) const fn new(kind: &DistributeSplitEvents) -> Self {
        Self { duration: kind.duration, minimum: kind.minimum, maximum: kind.maximum }
    }

    /// Distance of the number of meets of that length from the range.
    #[inline]
    pub(crate) fn deviation<const W: usize>(
        &self,
        layout: &Layout<W>,
        now: &Assignment<W>,
        unit: usize,
    ) -> i64 {
        self.deviation_of(now.active(layout, unit).map(|meet| i64::from(now.length(meet))))
    }

    /// The same for meets of some lengths.
    #[inline]
    pub(super) fn deviation_of(&self, lengths: impl IntoIterator<Item = i64>) -> i64 {
        let number = lengths.into_iter().filter(|&length| length == self.duration).count();
        distance(number as i64, self.minimum, self.maximum)
    }
}
