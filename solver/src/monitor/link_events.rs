//! Link events, for groups that could not be made one unit.

use crate::assignment::Assignment;
use crate::layout::Layout;
use crate::mask::Mask;

/// The units of a group, each once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Link {
    pub(crate) units: Vec<u32>,
}

impl Link {
    /// The number of times at which some but not all of them run.
    pub(crate) fn deviation<const W: usize>(&self, layout: &Layout<W>, now: &Assignment<W>) -> i64 {
        let mut some = Mask::<W>::default();
        let mut all: Option<Mask<W>> = None;
        for &unit in &self.units {
            let meets = now.active(layout, unit as usize);
            let running = meets.map(|meet| now.span(meet)).fold(Mask::default(), Mask::or);
            some = some.or(running);
            all = Some(all.map_or(running, |all| all.and(running)));
        }
        some.minus(all.unwrap_or_default()).count()
    }

    /// How many times the meets without a time may still take.
    pub(crate) fn open<const W: usize>(&self, layout: &Layout<W>, now: &Assignment<W>) -> i64 {
        let unplaced =
            |&unit: &u32| now.unplaced(layout, unit as usize).map(|m| i64::from(now.length(m)));
        self.units.iter().flat_map(unplaced).sum()
    }
}
