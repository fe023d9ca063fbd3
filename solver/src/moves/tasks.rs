//! What moves of meets do for the tasks that come along, and what moves of tasks share.

use super::augment;
use crate::layout::NONE;
use crate::mask::Mask;
use crate::rng::Rng;
use crate::state::State;

/// Gives every free task of a meet whose resource is wanted elsewhere at the same time, or that has
/// none, to a candidate that is free, if a short look finds one.
pub(crate) fn refill<const W: usize>(state: &mut State<'_, W>, rng: &mut Rng, meet: usize) {
    let layout = state.layout();
    let span = state.now().span(meet);
    for task in layout.tasks(meet) {
        let role = &layout.roles[layout.task_role[task] as usize];
        let holder = state.now().holder(task);
        if role.by_time {
            if !augment::is_served(state, task) {
                state.assign_resource(task, NONE);
            }
            continue;
        }
        if role.bound || (holder != NONE && !is_shared(state, holder as usize, meet)) {
            continue;
        }
        let load = role.share * i64::from(state.now().length(meet));
        let has_hours = |&&candidate: &&u32| has_hours(state, candidate, load);
        let mut order = free(state, rng, &role.candidates, span).filter(has_hours);
        if let Some(&candidate) = order.next() {
            drop(order);
            state.assign_resource(task, candidate);
        }
    }
    augment::make_way(state, meet);
}

/// Whether a resource has another use while a meet runs.
#[inline]
pub(crate) fn is_shared<const W: usize>(
    state: &State<'_, W>,
    resource: usize,
    meet: usize,
) -> bool {
    let (start, length) = (state.now().start(meet), state.now().length(meet));
    start != NONE
        && (start..start + length).any(|time| state.now().uses(resource, time as usize) > 1)
}

/// One of the candidates that are free at all the times, from a random one on; a short look only.
pub(crate) fn free_candidate<const W: usize>(
    state: &State<'_, W>,
    rng: &mut Rng,
    candidates: &[u32],
    span: Mask<W>,
) -> Option<u32> {
    free(state, rng, candidates, span).next().copied()
}

/// The same, all of them.
fn free<'a, const W: usize>(
    state: &'a State<'_, W>,
    rng: &mut Rng,
    candidates: &'a [u32],
    span: Mask<W>,
) -> impl Iterator<Item = &'a u32> {
    let order = rng.around(candidates).take(24);
    order.filter(move |&&candidate| !state.now().busy(candidate as usize).meets(span))
}

/// Whether a resource may work so much more.
#[inline]
pub(super) fn has_hours<const W: usize>(state: &State<'_, W>, resource: u32, load: i64) -> bool {
    let resource = resource as usize;
    state.now().workload(resource) + load <= state.compiled.most_work[resource]
}

/// The roles that should be filled by one resource together with a role: those of its groups, or
/// only itself. A group may name roles of another type, which that resource cannot fill.
pub(crate) fn together<const W: usize>(state: &State<'_, W>, role: usize) -> Vec<u32> {
    let all = &state.layout().roles;
    let mut roles = vec![role as u32];
    if all[role].bound {
        for &group in &state.compiled.role_groups[role] {
            for &other in state.compiled.roles_of(group as usize) {
                let fits = all[other as usize].resource_type == all[role].resource_type;
                if fits && !roles.contains(&other) {
                    roles.push(other);
                }
            }
        }
    }
    roles
}

/// The tasks of a role that are in use.
pub(super) fn tasks_of<'s, const W: usize>(
    state: &'s State<'_, W>,
    role: usize,
) -> impl Iterator<Item = usize> + 's {
    let layout = state.layout();
    let unit = layout.roles[role].unit;
    let offset = role - layout.units[unit].roles.start;
    state.now().active(layout, unit).map(move |meet| layout.first_task[meet] as usize + offset)
}

/// The first holder found among the tasks of some roles.
pub(crate) fn holder_of<const W: usize>(state: &State<'_, W>, roles: &[u32]) -> Option<u32> {
    let tasks = roles.iter().flat_map(|&role| tasks_of(state, role as usize));
    tasks.map(|task| state.now().holder(task)).find(|&holder| holder != NONE)
}

/// The times at which whoever fills some roles is busy with them.
pub(crate) fn times_of<const W: usize>(state: &State<'_, W>, roles: &[u32]) -> Mask<W> {
    let layout = state.layout();
    let units = roles.iter().map(|&role| layout.roles[role as usize].unit);
    let meets = units.flat_map(|unit| state.now().active(layout, unit));
    meets.fold(Mask::default(), |times, meet| times.or(state.now().span(meet)))
}

/// Gives all tasks of some roles to one resource.
pub(crate) fn assign_all<const W: usize>(state: &mut State<'_, W>, roles: &[u32], resource: u32) {
    let layout = state.layout();
    for &role in roles {
        let unit = layout.roles[role as usize].unit;
        let offset = role as usize - layout.units[unit].roles.start;
        for meet in layout.units[unit].meets.clone() {
            if state.now().length(meet) > 0 {
                state.assign_resource(layout.first_task[meet] as usize + offset, resource);
            }
        }
    }
}

/// A random task of a meet.
pub(crate) fn pick_task<const W: usize>(
    state: &State<'_, W>,
    rng: &mut Rng,
    meet: usize,
) -> Option<usize> {
    let layout = state.layout();
    let tasks = layout.tasks(meet);
    if tasks.is_empty() {
        return None;
    }
    let task = tasks.start + rng.below(tasks.len());
    let role = &layout.roles[layout.task_role[task] as usize];
    // where one is as good as another, nothing is won by a change
    (!role.is_interchangeable() || !augment::is_served(state, task)).then_some(task)
}
