//! Order within, from the starts of the units of two groups.

use super::avoid_together::TwoGroups;
use crate::assignment::Assignment;
use crate::layout::Layout;
use crate::mask::Mask;

/// Two groups, the one that comes first and the other, and the time groups in which it does.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Within<const W: usize>(pub(crate) TwoGroups<W>);

impl<const W: usize> Within<W> {
    /// The number of time groups in which a meet of the second starts before one of the first.
    pub(crate) fn deviation(&self, layout: &Layout<W>, now: &Assignment<W>) -> i64 {
        let (first, second) = self.0.starts(layout, now);
        let wrong = |group: &&Mask<W>| {
            let (last, earliest) = (group.and(first).iter().last(), group.and(second).first());
            last.zip(earliest).is_some_and(|(last, earliest)| earliest < last)
        };
        self.0.groups.iter().filter(wrong).count() as i64
    }
}
