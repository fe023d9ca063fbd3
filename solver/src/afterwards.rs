//! Once times are chosen, the loose resource types get all their resources anew, time by time, by
//! the cheapest assignment; what is not better is not kept.
//!
//! Source: as for the move `rematch_tasks`, after Lach and Lübbecke (2012): times first, then rooms.
//! Ours goes over all times until none gets better, as constraints may look at several of them.

use crate::compiled::Compiled;
use crate::layout::NONE;
use crate::rematch::{is_free, rematch, rivals};
use crate::rng::Rng;
use crate::snapshot::Snapshot;
use crate::state::State;
use jadwal_model::{Cost, Facts, Solution};
use std::collections::BTreeSet;

/// At most so often over all times.
const ROUNDS: usize = 4;
/// What one unit of hard cost is worth in soft cost: more than all of it.
const HARD: i64 = 1 << 28;

/// A timetable with the same times that costs less than this, if the types' resources can be given so.
pub(crate) fn better<const W: usize>(
    compiled: &Compiled<W>,
    facts: &Facts,
    types: &[u32],
    solution: &Solution,
    known: Cost,
) -> Option<(Solution, Snapshot)> {
    let some = compiled.layout.roles.iter().any(|role| types.contains(&role.resource_type));
    if !some {
        return None;
    }
    let mut state = State::new(compiled);
    state.load(solution);
    // which of equally good resources come first is all that it decides
    let mut rng = Rng::new(0, 0);
    for _ in 0..ROUNDS {
        let before = state.cost();
        types.iter().for_each(|&one| improve(&mut state, &mut rng, one));
        if state.cost() == before {
            break;
        }
    }
    (state.cost() < known).then(|| (state.solution(facts), state.snapshot()))
}

/// Matches one type once at each time.
fn improve<const W: usize>(state: &mut State<'_, W>, rng: &mut Rng, resource_type: u32) {
    let price = |cost: Cost| cost.hard * HARD + cost.soft;
    for times in all_times(state, resource_type) {
        let before = state.cost();
        let tasks = rivals(state, resource_type, times);
        if !rematch(state, rng, &tasks, usize::MAX, price) {
            continue;
        }
        if state.settle() < before {
            state.commit();
        } else {
            state.undo_to(state.start());
        }
    }
}

/// The times of meets with a free task of the type, each once: start and length.
fn all_times<const W: usize>(state: &State<'_, W>, resource_type: u32) -> BTreeSet<(u32, u32)> {
    let (layout, now) = (state.layout(), state.now());
    let tasks = 0..layout.task_meet.len();
    let of_type = |&task: &usize| {
        layout.roles[layout.task_role[task] as usize].resource_type == resource_type
            && is_free(state, task)
    };
    let meets = tasks.filter(of_type).map(|task| layout.task_meet[task] as usize);
    let times = meets.map(|meet| (now.start(meet), now.length(meet)));
    times.filter(|&(start, length)| start != NONE && length > 0).collect()
}

#[cfg(test)]
mod tests;
