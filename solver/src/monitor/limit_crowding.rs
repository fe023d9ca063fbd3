//! Limit crowding, from the role's tasks.

use super::assign_resource::tasks;
use crate::assignment::Assignment;
use crate::layout::{Layout, NONE};
use jadwal_model::Id;
use jadwal_model::constraint::LimitCrowding;
use std::sync::Arc;

/// How many come, and the places of every resource; those are shared by all roles of a constraint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Places {
    pub(crate) size: i64,
    pub(crate) places: Arc<[i64]>,
}

/// The places of every resource; where none are given there are enough.
pub(crate) fn places(kind: &LimitCrowding, resources: usize) -> Arc<[i64]> {
    let mut places = vec![i64::MAX; resources];
    for capacity in &kind.capacities {
        places[capacity.resource.index()] = capacity.places;
    }
    places.into()
}

impl Places {
    /// Those without a place, as often as the length of their meet.
    #[inline]
    pub(crate) fn deviation<const W: usize>(
        &self,
        layout: &Layout<W>,
        now: &Assignment<W>,
        role: usize,
    ) -> i64 {
        let mut deviation = 0;
        tasks(layout, now, role, |length, holder| {
            if holder != NONE {
                deviation += length * (self.size - self.places[holder as usize]).max(0);
            }
        });
        deviation
    }
}
