//! Spread events, from the starts of the units of a group.

use super::Distance;
use crate::assignment::Assignment;
use crate::layout::{Layout, NONE};
use crate::mask::Mask;

/// The units of a group, and how their starts should be spread.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Spread<const W: usize> {
    /// The units, each with the number of its events that are in the group.
    pub(crate) units: Vec<(u32, i64)>,
    /// The time groups, each with its least and its greatest number of starts.
    pub(crate) groups: Vec<(Mask<W>, i64, i64)>,
}

impl<const W: usize> Spread<W> {
    /// For each time group, the distance of the number of starts from the range, added up.
    pub(crate) fn deviation(&self, layout: &Layout<W>, now: &Assignment<W>) -> i64 {
        self.distance(layout, now).total()
    }

    /// How many starts the meets without a time may still add.
    pub(crate) fn open(&self, layout: &Layout<W>, now: &Assignment<W>) -> i64 {
        let unplaced = |unit: u32| now.unplaced(layout, unit as usize).count() as i64;
        self.units.iter().map(|&(unit, events)| events * unplaced(unit)).sum()
    }

    /// The deviation, below the range and above it.
    #[inline]
    pub(crate) fn distance(&self, layout: &Layout<W>, now: &Assignment<W>) -> Distance {
        // a stack array for the usual week of days; longer lists are counted in rounds of it
        let mut distance = Distance::default();
        for groups in self.groups.chunks(16) {
            let mut starts = [0i64; 16];
            for &(unit, events) in &self.units {
                for meet in now.active(layout, unit as usize) {
                    let start = now.start(meet);
                    if start == NONE {
                        continue;
                    }
                    for (count, (times, ..)) in starts.iter_mut().zip(groups) {
                        *count += if times.contains(start as usize) { events } else { 0 };
                    }
                }
            }
            for (&count, &(_, least, most)) in starts.iter().zip(groups) {
                distance.add(count, least, most);
            }
        }
        distance
    }
}
