//! All tasks that one resource should do go to another one together.

use super::{Attempt, Guard, Move, tasks};
use crate::layout::{Layout, NONE, Role};
use crate::rng::Rng;
use crate::state::State;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| layout.roles.iter().any(Role::is_lasting);
    Move { name: "move_holder", share: 10.0, supports, attempt }
}

fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    _guard: &Guard,
) -> Attempt {
    let Some(task) = tasks::pick_task(state, rng, meet) else { return Attempt::Nothing };
    let role = state.layout().task_role[task] as usize;
    let roles = tasks::together(state, role);
    let candidates = &state.layout().roles[role].candidates;
    let wanted = match rng.below(128) {
        0 => Some(NONE),
        1..64 => rng.pick(candidates).copied(),
        _ => tasks::free_candidate(state, rng, candidates, tasks::times_of(state, &roles)),
    };
    let Some(wanted) = wanted.filter(|&wanted| wanted != state.now().holder(task)) else {
        return Attempt::Nothing;
    };
    tasks::assign_all(state, &roles, wanted);
    Attempt::Done
}
