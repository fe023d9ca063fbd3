//! A task goes to another resource.

use super::{Attempt, Guard, Move, augment, tasks};
use crate::layout::{Layout, NONE};
use crate::rng::Rng;
use crate::state::State;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| !layout.roles.is_empty();
    Move { name: "move_task", share: 14.0, supports, attempt }
}

/// Half of the time only free resources are looked at, as most of the others are in use.
fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    _guard: &Guard,
) -> Attempt {
    let Some(task) = tasks::pick_task(state, rng, meet) else { return Attempt::Nothing };
    let role = &state.layout().roles[state.layout().task_role[task] as usize];
    let choice = match rng.below(64) {
        // others may find what this one did not
        _ if role.is_interchangeable() && state.now().holder(task) == NONE => {
            let Some(&wanted) = rng.pick(&role.candidates) else { return Attempt::Nothing };
            augment::take(state, task, wanted);
            return Attempt::Done;
        }
        // who is in the way waits, and is matched
        _ if role.is_interchangeable() => Some(NONE),
        0 => Some(NONE),
        1..32 => rng.pick(&role.candidates).copied(),
        _ => tasks::free_candidate(state, rng, &role.candidates, state.now().span(meet)),
    };
    match choice {
        Some(resource) if resource != state.now().holder(task) => {
            state.assign_resource(task, resource);
            Attempt::Done
        }
        _ => Attempt::Nothing,
    }
}
