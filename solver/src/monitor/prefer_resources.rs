//! Prefer resources, from the role's tasks.

use super::assign_resource::tasks;
use crate::assignment::Assignment;
use crate::layout::{Layout, NONE};
use jadwal_model::{Id, ResourceSet};
use std::sync::Arc;

/// The resources preferred, as bits; shared by all roles of a constraint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Preferred(Arc<[u64]>);

impl Preferred {
    pub(crate) fn new(resources: &ResourceSet, number: usize) -> Self {
        let mut words = vec![0; number / 64 + 1];
        for resource in resources.iter() {
            words[resource.index() / 64] |= 1 << (resource.index() % 64);
        }
        Self(words.into())
    }

    /// The total length of the meets whose task has another resource.
    #[inline]
    pub(crate) fn deviation<const W: usize>(
        &self,
        layout: &Layout<W>,
        now: &Assignment<W>,
        role: usize,
    ) -> i64 {
        let mut deviation = 0;
        tasks(layout, now, role, |length, holder| {
            if holder != NONE && !self.contains(holder as usize) {
                deviation += length;
            }
        });
        deviation
    }

    /// Whether a resource is preferred.
    #[inline]
    pub(crate) fn contains(&self, resource: usize) -> bool {
        self.0[resource / 64] >> (resource % 64) & 1 == 1
    }
}
