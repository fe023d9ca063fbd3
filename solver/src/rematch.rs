//! Tasks that want resources of one type at the same times get them anew, by the cheapest assignment.
//!
//! What a pair costs is what the monitors say when the task alone gets the resource. That two tasks
//! do not get the same one is the assignment's own doing, so the sum is exact as long as no
//! constraint looks at two of the tasks together. Costs one settling for each pair.

use crate::layout::NONE;
use crate::matching::{FORBIDDEN, cheapest};
use crate::rng::Rng;
use crate::state::State;
use jadwal_model::Cost;

/// Whether a task may move alone, and has a choice.
pub(crate) fn is_free<const W: usize>(state: &State<'_, W>, task: usize) -> bool {
    let role = &state.layout().roles[state.layout().task_role[task] as usize];
    !role.bound && role.candidates.len() > 1
}

/// The free tasks of one type at exactly these times.
pub(crate) fn rivals<const W: usize>(
    state: &State<'_, W>,
    resource_type: u32,
    (start, length): (u32, u32),
) -> Vec<usize> {
    let (layout, now) = (state.layout(), state.now());
    let meets = 0..layout.meets();
    let meets = meets.filter(|&meet| now.start(meet) == start && now.length(meet) == length);
    let of_type = |&task: &usize| {
        layout.roles[layout.task_role[task] as usize].resource_type == resource_type
            && is_free(state, task)
    };
    meets.flat_map(|meet| layout.tasks(meet)).filter(of_type).collect()
}

/// Gives tasks at the same times the resources that are cheapest together: those that they have, at
/// most so many that nobody has then, or none. Says whether anything changed, which waits to be
/// settled. The state must be settled before.
pub(crate) fn rematch<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    tasks: &[usize],
    most: usize,
    price: impl Fn(Cost) -> i64,
) -> bool {
    let mark = state.mark();
    let held: Vec<u32> = tasks.iter().map(|&task| state.now().holder(task)).collect();
    for &task in tasks {
        state.assign_resource(task, NONE);
    }
    let base = state.settle();
    let resources = choice(state, rng, tasks, &held, most);
    // a column of its own for each task that stays without
    let columns = resources.len() + tasks.len();
    let mut costs = vec![0; tasks.len() * columns];
    for ((&task, &holder), row) in tasks.iter().zip(&held).zip(costs.chunks_mut(columns)) {
        let role = state.layout().task_role[task] as usize;
        let candidates = &state.layout().roles[role].candidates;
        for (&resource, cell) in resources.iter().zip(row) {
            if resource != holder && candidates.binary_search(&resource).is_err() {
                *cell = FORBIDDEN;
                continue;
            }
            let before = state.mark();
            state.assign_resource(task, resource);
            *cell = price(state.settle() - base);
            state.undo_to(before);
        }
    }
    state.undo_to(mark);
    let assigned = cheapest(&costs, columns);
    for (&task, column) in tasks.iter().zip(&assigned) {
        state.assign_resource(task, resources.get(*column).copied().unwrap_or(NONE));
    }
    state.mark() != mark
}

/// The resources among which is chosen: those held, and some free ones in random order.
fn choice<const W: usize>(
    state: &State<'_, W>,
    rng: &mut Rng,
    tasks: &[usize],
    held: &[u32],
    most: usize,
) -> Vec<u32> {
    let layout = state.layout();
    let mut known = vec![false; layout.resources];
    let mut add =
        |resource: u32| resource != NONE && !std::mem::replace(&mut known[resource as usize], true);
    let mut resources: Vec<u32> = held.iter().copied().filter(|&holder| add(holder)).collect();
    let mut others = Vec::new();
    for &task in tasks {
        let span = state.now().span(layout.task_meet[task] as usize);
        let candidates = &layout.roles[layout.task_role[task] as usize].candidates;
        let free = candidates.iter().filter(|&&r| !state.now().busy(r as usize).meets(span));
        others.extend(free.copied().filter(|&resource| add(resource)));
    }
    rng.shuffle(&mut others);
    others.truncate(most);
    resources.extend(others);
    resources
}
