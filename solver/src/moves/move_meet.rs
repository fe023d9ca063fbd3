//! A meet starts at another time.

use super::{Attempt, Guard, Move, tasks};
use crate::layout::NONE;
use crate::rng::Rng;
use crate::state::State;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &crate::layout::Layout<W>| !layout.movable.is_empty();
    Move { name: "move_meet", share: 40.0, supports, attempt }
}

/// Moves the meet to one of its starts; now and then to any that fits, or to none, as the best
/// timetable may break what its starts keep.
fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    guard: &Guard,
) -> Attempt {
    let layout = state.layout();
    let unit = layout.unit(meet);
    if unit.fixed_start.is_some() {
        return Attempt::Nothing;
    }
    let length = state.now().length(meet) as usize;
    let start = match rng.below(256) {
        0 => NONE,
        1 | 2 => rng.below(layout.times + 1 - length) as u32,
        _ => rng.pick(&unit.starts[length]).copied().unwrap_or(NONE),
    };
    if start == state.now().start(meet) {
        return Attempt::Nothing;
    }
    if start != NONE && guard.refuses(state, meet, state.new_clashes(meet, start)) {
        return Attempt::Hopeless;
    }
    state.assign_time(meet, start);
    if start != NONE {
        tasks::refill(state, rng, meet);
    }
    Attempt::Done
}
