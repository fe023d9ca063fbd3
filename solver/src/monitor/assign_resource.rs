//! Assign resource, from the role's tasks.

use crate::assignment::Assignment;
use crate::layout::{Layout, NONE};

/// Calls `f` with the length and the holder of each task of a role.
#[inline]
pub(super) fn tasks<const W: usize>(
    layout: &Layout<W>,
    now: &Assignment<W>,
    role: usize,
    mut f: impl FnMut(i64, u32),
) {
    let unit = layout.roles[role].unit;
    let offset = role - layout.units[unit].roles.start;
    for meet in now.active(layout, unit) {
        f(i64::from(now.length(meet)), now.holder(layout.first_task[meet] as usize + offset));
    }
}

/// The total length of the meets whose task has no resource.
#[inline]
pub(crate) fn deviation<const W: usize>(
    layout: &Layout<W>,
    now: &Assignment<W>,
    role: usize,
) -> i64 {
    let mut deviation = 0;
    tasks(layout, now, role, |length, holder| {
        if holder == NONE {
            deviation += length;
        }
    });
    deviation
}
