//! Avoid isolated times, from the busy times.

use super::TimeGroups;
use crate::mask::Mask;
use std::ops::Range;

/// The time groups, in layers of such as have no time in common: of each layer all its times, and
/// those whose next time is in the same group. One look at a layer counts all its groups.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Layers(pub(crate) Range<u32>);

/// The layers of some groups, two sets each.
pub(crate) fn layers<const W: usize>(groups: &[Mask<W>]) -> Vec<Mask<W>> {
    let mut layers: Vec<Mask<W>> = Vec::new();
    for &group in groups {
        let inner = group.and(group.earlier());
        match layers.chunks_exact_mut(2).find(|layer| !layer[0].meets(group)) {
            Some(layer) => (layer[0], layer[1]) = (layer[0].or(group), layer[1].or(inner)),
            None => layers.extend([group, inner]),
        }
    }
    layers
}

impl Layers {
    /// The busy times without a busy neighbour in their group.
    #[inline]
    pub(crate) fn deviation<const W: usize>(&self, groups: &TimeGroups<W>, busy: Mask<W>) -> i64 {
        let isolated = |layer: &[Mask<W>]| {
            let first = busy.and(busy.earlier()).and(layer[1]);
            busy.and(layer[0]).minus(first.or(first.later())).count()
        };
        groups.get(&self.0).chunks_exact(2).map(isolated).sum()
    }
}
