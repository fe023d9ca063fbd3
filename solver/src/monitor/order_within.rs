//! Order within, from the starts of the units of two groups.

use super::avoid_together::starts;
use crate::assignment::Assignment;
use crate::layout::Layout;
use crate::mask::Mask;

/// The units of two groups, the one that comes first and the other, and the time groups in which it does.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Within<const W: usize> {
    pub(crate) first: Vec<u32>,
    pub(crate) second: Vec<u32>,
    pub(crate) groups: Vec<Mask<W>>,
}

impl<const W: usize> Within<W> {
    /// The number of time groups in which a meet of the second starts before one of the first.
    pub(crate) fn deviation(&self, layout: &Layout<W>, now: &Assignment<W>) -> i64 {
        let first = starts(layout, now, &self.first);
        let second = starts(layout, now, &self.second);
        let wrong = |group: &&Mask<W>| {
            let (last, earliest) = (group.and(first).iter().last(), group.and(second).first());
            last.zip(earliest).is_some_and(|(last, earliest)| earliest < last)
        };
        self.groups.iter().filter(wrong).count() as i64
    }
}
