//! Split events, from the unit's meets.

use crate::assignment::Assignment;
use crate::layout::Layout;
use jadwal_model::constraint::SplitEvents;
use jadwal_model::cost::distance;

/// The legal cuts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Limits {
    durations: (i64, i64),
    amounts: (i64, i64),
}

impl Limits {
    pub(crate) const fn new(kind: &SplitEvents) -> Self {
        Self {
            durations: (kind.minimum_duration, kind.maximum_duration),
            amounts: (kind.minimum_amount, kind.maximum_amount),
        }
    }

    /// The meets of illegal length, plus the distance of their number from its range.
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
        let (mut illegal, mut amount) = (0, 0);
        for length in lengths {
            illegal += i64::from(distance(length, self.durations.0, self.durations.1) > 0);
            amount += 1;
        }
        illegal + distance(amount, self.amounts.0, self.amounts.1)
    }
}
