//! Two resources exchange all that each should do throughout a group.

use super::{Attempt, Guard, Move, tasks};
use crate::layout::{Layout, NONE, Role};
use crate::rng::Rng;
use crate::state::State;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| layout.roles.iter().any(Role::is_lasting);
    Move { name: "swap_holders", share: 6.0, supports, attempt }
}

fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    _guard: &Guard,
) -> Attempt {
    let layout = state.layout();
    let Some(task) = tasks::pick_task(state, rng, meet) else { return Attempt::Nothing };
    let role = layout.task_role[task] as usize;
    let held = state.now().holder(task);
    if held == NONE {
        return Attempt::Nothing;
    }
    // another role that the holder may fill, and whose holder may fill this one
    let Some(&other) = rng.pick(&layout.fills[held as usize]) else { return Attempt::Nothing };
    let (ours, theirs) = (tasks::together(state, role), tasks::together(state, other as usize));
    let Some(wanted) = tasks::holder_of(state, &theirs) else { return Attempt::Nothing };
    let fits = layout.roles[role].candidates.contains(&wanted);
    if wanted == held || !fits || ours.contains(&other) {
        return Attempt::Nothing;
    }
    tasks::assign_all(state, &ours, wanted);
    tasks::assign_all(state, &theirs, held);
    Attempt::Done
}
