//! Avoid together, from the starts of the units of two groups or three.

use crate::assignment::Assignment;
use crate::layout::{Layout, NONE};
use crate::mask::Mask;

/// So many groups at most.
const MOST: usize = 3;

/// The units of each group, and the time groups that they should not share.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Together<const W: usize> {
    pub(crate) sets: Vec<Vec<u32>>,
    pub(crate) groups: Vec<Mask<W>>,
}

impl<const W: usize> Together<W> {
    /// The number of time groups in which meets of all start.
    pub(crate) fn deviation(&self, layout: &Layout<W>, now: &Assignment<W>) -> i64 {
        let mut starting = [Mask::default(); MOST];
        for (mask, units) in starting.iter_mut().zip(&self.sets) {
            *mask = starts(layout, now, units);
        }
        let all = &starting[..self.sets.len()];
        let shared = |group: &&Mask<W>| all.iter().all(|&mask| group.meets(mask));
        self.groups.iter().filter(shared).count() as i64
    }
}

/// The times at which meets of these units start.
pub(crate) fn starts<const W: usize>(
    layout: &Layout<W>,
    now: &Assignment<W>,
    units: &[u32],
) -> Mask<W> {
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
