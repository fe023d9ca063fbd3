//! The tasks at one time get their resources anew, by the cheapest assignment.
//!
//! Source: the matching of rooms to the lectures of a period in course timetabling, as in Lach and
//! Lübbecke (2012). Ours takes any type of resource, prices by all monitors, and is one move among
//! others. Costs one settling for each pair, so it is seldom tried.

use super::{Attempt, Guard, Move, tasks};
use crate::layout::{Layout, NONE};
use crate::rematch::{is_free, rematch, rivals};
use crate::rng::Rng;
use crate::state::State;
use jadwal_model::Cost;

/// At most so many tasks are matched at once, and so many resources that are free then.
const MOST: usize = 10;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| {
        let free = layout.roles.iter().filter(|role| !role.bound && role.candidates.len() > 1);
        free.count() > 1
    };
    Move { name: "rematch_tasks", share: 0.01, supports, attempt }
}

fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    guard: &Guard,
) -> Attempt {
    let (start, length) = (state.now().start(meet), state.now().length(meet));
    let Some(task) = tasks::pick_task(state, rng, meet) else { return Attempt::Nothing };
    if start == NONE || !is_free(state, task) {
        return Attempt::Nothing;
    }
    let role = &state.layout().roles[state.layout().task_role[task] as usize];
    let mut tasks = rivals(state, role.resource_type, (start, length));
    rng.shuffle(&mut tasks);
    if let Some(place) = tasks.iter().position(|&other| other == task) {
        tasks.swap(0, place);
    }
    tasks.truncate(MOST);
    let weight = guard.hard_weight;
    let price = |cost: Cost| (weight * cost.hard as f64) as i64 + cost.soft;
    // what is the best already has been evaluated all the same
    if rematch(state, rng, &tasks, MOST, price) { Attempt::Done } else { Attempt::Hopeless }
}
