//! Avoid together, from the starts of the units of two groups.

use crate::assignment::Assignment;
use crate::layout::{Layout, NONE};
use crate::mask::Mask;

/// The units of two groups, and the time groups in which they are compared.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct TwoGroups<const W: usize> {
    pub(crate) first: Vec<u32>,
    pub(crate) second: Vec<u32>,
    pub(crate) groups: Vec<Mask<W>>,
}

impl<const W: usize> TwoGroups<W> {
    /// The times at which meets of the first start, and of the second.
    pub(crate) fn starts(&self, layout: &Layout<W>, now: &Assignment<W>) -> (Mask<W>, Mask<W>) {
        (starts(layout, now, &self.first), starts(layout, now, &self.second))
    }
}

/// Two groups, and the time groups that they should not share.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Together<const W: usize>(pub(crate) TwoGroups<W>);

impl<const W: usize> Together<W> {
    /// The number of time groups in which meets of both start.
    pub(crate) fn deviation(&self, layout: &Layout<W>, now: &Assignment<W>) -> i64 {
        let (first, second) = self.0.starts(layout, now);
        let shared = |group: &&Mask<W>| group.meets(first) && group.meets(second);
        self.0.groups.iter().filter(shared).count() as i64
    }
}

fn starts<const W: usize>(layout: &Layout<W>, now: &Assignment<W>, units: &[u32]) -> Mask<W> {
    let mut starts = Mask::default();
    for &unit in units {
        for meet in now.active(layout, unit as usize) {
            if now.start(meet) != NONE {
                starts.insert(now.start(meet) as usize);
            }
        }
    }
    starts
}
