//! Separate events, from the spans of the units of a group.

use crate::assignment::Assignment;
use crate::layout::{Layout, NONE};
use jadwal_model::constraint::SeparateEvents;
use std::sync::Arc;

/// When each time begins and ends, on the measure; shared by all groups of a constraint.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Measure {
    pub(crate) begins: Arc<[i64]>,
    pub(crate) ends: Arc<[i64]>,
    pub(crate) unit: i64,
}

/// The units of a group, and how far apart their meets should be.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Separate {
    /// The units, each with the number of its events that are in the group.
    units: Vec<(u32, i64)>,
    measure: Measure,
    minimum: i64,
    /// So many meets the group may have.
    most: usize,
}

impl Separate {
    pub(crate) fn new<const W: usize>(
        layout: &Layout<W>,
        units: Vec<(u32, i64)>,
        measure: Measure,
        minimum: i64,
    ) -> Self {
        let slots = |&(unit, events): &(u32, i64)| {
            layout.units[unit as usize].meets.len() * events as usize
        };
        let most = units.iter().map(slots).sum();
        Self { units, measure, minimum, most }
    }

    /// What the distances between neighbours lack to the minimum, added up.
    pub(crate) fn deviation<const W: usize>(&self, layout: &Layout<W>, now: &Assignment<W>) -> i64 {
        // a stack array for the usual group; a list where there may be more
        let (mut few, mut many) = ([(0, 0); 16], Vec::new());
        let placed = if self.most > few.len() {
            many.resize(self.most, (0, 0));
            &mut many[..]
        } else {
            &mut few[..]
        };
        let mut number = 0;
        for &(unit, events) in &self.units {
            for meet in now.active(layout, unit as usize).filter(|&meet| now.start(meet) != NONE) {
                for _ in 0..events {
                    placed[number] = (now.start(meet), now.length(meet));
                    number += 1;
                }
            }
        }
        let placed = &mut placed[..number];
        placed.sort_unstable();
        let Measure { begins, ends, unit } = &self.measure;
        let lacking = |pair: &[(u32, u32)]| {
            let last = pair[0].0 + pair[0].1 - 1;
            let apart = begins[pair[1].0 as usize] - ends[last as usize];
            SeparateEvents::lacking(self.minimum, *unit, apart)
        };
        placed.windows(2).map(lacking).sum()
    }
}
