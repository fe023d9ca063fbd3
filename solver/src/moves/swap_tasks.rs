//! Two tasks at the same time exchange their resources.

use super::{Attempt, Guard, Move, tasks};
use crate::layout::{Layout, NONE};
use crate::rng::Rng;
use crate::state::State;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| layout.roles.len() > 1;
    Move { name: "swap_tasks", share: 10.0, supports, attempt }
}

/// Takes a resource that another task holds at the time, and gives it the own one in return.
fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    _guard: &Guard,
) -> Attempt {
    let layout = state.layout();
    let (start, length) = (state.now().start(meet), state.now().length(meet));
    if start == NONE {
        return Attempt::Nothing;
    }
    let Some(task) = tasks::pick_task(state, rng, meet) else { return Attempt::Nothing };
    let role = &layout.roles[layout.task_role[task] as usize];
    let Some(&wanted) = rng.pick(&role.candidates) else { return Attempt::Nothing };
    let held = state.now().holder(task);
    if wanted == held {
        return Attempt::Nothing;
    }
    let time = start as usize + rng.below(length as usize);
    let Some(occupant) = state.now().occupant(wanted as usize, time) else {
        return Attempt::Nothing;
    };
    let mut others = layout.tasks(occupant);
    let Some(other) = others.find(|&other| state.now().holder(other) == wanted) else {
        return Attempt::Nothing;
    };
    let fits = layout.roles[layout.task_role[other] as usize].candidates.contains(&held);
    if held != NONE && !fits {
        return Attempt::Nothing;
    }
    state.assign_resource(task, wanted);
    state.assign_resource(other, held);
    Attempt::Done
}
