//! Avoid split assignments, from the tasks of the roles of a group.

use super::assign_resource::tasks;
use crate::assignment::Assignment;
use crate::layout::{Layout, NONE};

/// The roles that one resource should fill.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Roles {
    pub(crate) open: Vec<u32>,
    /// The resources that the instance fixed in that role, each once.
    pub(crate) preassigned: Vec<u32>,
}

impl Roles {
    /// The number of distinct resources, less one; zero if there is none.
    pub(crate) fn deviation<const W: usize>(&self, layout: &Layout<W>, now: &Assignment<W>) -> i64 {
        // most groups have few distinct resources: a short list beats a set
        let mut few = [NONE; 8];
        let mut number = 0;
        let mut more = Vec::new();
        let mut note = |resource: u32| {
            if few[..number].contains(&resource) || more.contains(&resource) {
                return;
            }
            if number < few.len() {
                few[number] = resource;
                number += 1;
            } else {
                more.push(resource);
            }
        };
        self.preassigned.iter().for_each(|&resource| note(resource));
        for &role in &self.open {
            tasks(layout, now, role as usize, |_, holder| {
                if holder != NONE {
                    note(holder);
                }
            });
        }
        ((number + more.len()) as i64 - 1).max(0)
    }
}
