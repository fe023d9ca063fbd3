//! A meet is cut in two, and the second part goes elsewhere.

use super::{Attempt, Guard, Move, eject_chain};
use crate::layout::{Layout, NONE};
use crate::rng::Rng;
use crate::state::State;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| !layout.flexible.is_empty();
    Move { name: "split_meet", share: 3.0, supports, attempt }
}

fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    guard: &Guard,
) -> Attempt {
    let layout = state.layout();
    let index = layout.meet_unit[meet] as usize;
    let unit = &layout.units[index];
    let (length, shortest) = (state.now().length(meet), unit.splits.shortest.max(1));
    let number = state.now().active(layout, index).count();
    if unit.fixed_start.is_some() || length < 2 * shortest || number >= unit.splits.most as usize {
        return Attempt::Nothing;
    }
    let first = shortest + rng.below((length - 2 * shortest + 1) as usize) as u32;
    let Some(&start) = rng.pick(&unit.starts[(length - first) as usize]) else {
        return Attempt::Nothing;
    };
    let before = state.mark();
    let old = state.now().start(meet);
    let Some(rest) = state.split(meet, first) else { return Attempt::Nothing };
    if old != NONE && rng.chance(300) {
        // the first part may be the one that goes
        state.assign_time(meet, NONE);
        state.assign_time(rest, old);
        if let Some(&start) = rng.pick(&unit.starts[first as usize]) {
            state.assign_time(meet, start);
        }
    } else {
        state.assign_time(rest, start);
    }
    eject_chain::settle_in(state, rng, &[meet, rest], before, guard)
}
