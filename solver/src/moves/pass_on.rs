//! A task, or all that one resource should do for an event, goes to somebody who has no time or no hours
//! left for it and passes something else on, and so on.
//!
//! Source: Glover (1996), ejection chains; as in Kingston's repairs of resource assignments (2012). Ours
//! keeps all times as they are, takes who is free and has hours left where there is somebody, and leaves
//! the judgement to the search. Costs one look at every role of whoever passes something on.

use super::{Attempt, Guard, Move, tasks};
use crate::layout::{Layout, NONE, Role};
use crate::mask::Mask;
use crate::rng::Rng;
use crate::state::State;

/// At most so often something is passed on.
const LONGEST: usize = 4;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports =
        |layout: &Layout<W>| layout.roles.iter().filter(|role| is_open(role)).count() > 1;
    Move { name: "pass_on", share: 8.0, supports, attempt }
}

/// Whether somebody else could fill a role, and it matters who does at other times.
const fn is_open(role: &Role) -> bool {
    !role.bound && role.is_lasting()
}

/// What goes from one to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Piece {
    Task(usize),
    /// All tasks of a role.
    Role(usize),
}

fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    _guard: &Guard,
) -> Attempt {
    let layout = state.layout();
    let Some(task) = tasks::pick_task(state, rng, meet) else { return Attempt::Nothing };
    let role = &layout.roles[layout.task_role[task] as usize];
    let Some(&wanted) = rng.pick(&role.candidates) else { return Attempt::Nothing };
    if !is_open(role) || wanted == state.now().holder(task) {
        return Attempt::Nothing;
    }
    let mut piece = some_piece(state, rng, task);
    let mut holder = wanted;
    give(state, piece, holder);
    for _ in 0..LONGEST {
        let Some(next) = burden(state, rng, holder, piece) else { break };
        let Some(taker) = taker(state, rng, next, holder) else { break };
        give(state, next, taker);
        (piece, holder) = (next, taker);
    }
    Attempt::Done
}

/// A task alone, or with all others of its role.
fn some_piece<const W: usize>(state: &State<'_, W>, rng: &mut Rng, task: usize) -> Piece {
    match rng.chance(500) {
        true => Piece::Role(state.layout().task_role[task] as usize),
        false => Piece::Task(task),
    }
}

fn give<const W: usize>(state: &mut State<'_, W>, piece: Piece, resource: u32) {
    match piece {
        Piece::Task(task) => state.assign_resource(task, resource),
        Piece::Role(role) => tasks::assign_all(state, &[role as u32], resource),
    }
}

/// What a resource had better pass on, other than what it has just got: what it should do at the same
/// time, or else something that it has no hours for. None if all is well with it, or nothing helps.
fn burden<const W: usize>(
    state: &State<'_, W>,
    rng: &mut Rng,
    resource: u32,
    got: Piece,
) -> Option<Piece> {
    let (layout, now) = (state.layout(), state.now());
    let held = |meet: usize| {
        layout.tasks(meet).find(|&task| {
            now.holder(task) == resource && is_open(&layout.roles[layout.task_role[task] as usize])
        })
    };
    for time in times_of(state, got).iter() {
        let meet = meet_at(state, got, time)?;
        match now.other(resource as usize, time, meet) {
            Some(NONE) => {}
            // it attends the meet in any case
            Some(other) if other as usize == meet => return None,
            other => return Some(some_piece(state, rng, held(other? as usize)?)),
        }
    }
    if tasks::has_hours(state, resource, 0) {
        return None;
    }
    let filled = |&&role: &&u32| {
        let role = role as usize;
        is_open(&layout.roles[role])
            && got != Piece::Role(role)
            && tasks::tasks_of(state, role).any(|task| now.holder(task) == resource)
    };
    let &role = rng.around(&layout.fills[resource as usize]).find(filled)?;
    let mut held =
        tasks::tasks_of(state, role as usize).filter(|&task| now.holder(task) == resource);
    let task = held.find(|&task| got != Piece::Task(task))?;
    Some(some_piece(state, rng, task))
}

/// Somebody else for a piece: free at the time and with hours left for it, if there is one; else free.
fn taker<const W: usize>(
    state: &State<'_, W>,
    rng: &mut Rng,
    piece: Piece,
    from: u32,
) -> Option<u32> {
    let (layout, now) = (state.layout(), state.now());
    let (role, load) = match piece {
        Piece::Role(role) => (role, layout.units[layout.roles[role].unit].duration),
        Piece::Task(task) => {
            (layout.task_role[task] as usize, now.length(layout.task_meet[task] as usize))
        }
    };
    let (role, times) = (&layout.roles[role], times_of(state, piece));
    let load = role.share * i64::from(load);
    let mut free = None;
    for &candidate in rng.around(&role.candidates).filter(|&&candidate| candidate != from) {
        let resource = candidate as usize;
        if now.busy(resource).meets(times) {
            continue;
        }
        if tasks::has_hours(state, candidate, load) {
            return Some(candidate);
        }
        free = free.or(Some(candidate));
    }
    free
}

/// When a piece is done.
fn times_of<const W: usize>(state: &State<'_, W>, piece: Piece) -> Mask<W> {
    match piece {
        Piece::Task(task) => state.now().span(state.layout().task_meet[task] as usize),
        Piece::Role(role) => tasks::times_of(state, &[role as u32]),
    }
}

/// The meet of a piece at a time.
fn meet_at<const W: usize>(state: &State<'_, W>, piece: Piece, time: usize) -> Option<usize> {
    let layout = state.layout();
    match piece {
        Piece::Task(task) => Some(layout.task_meet[task] as usize),
        Piece::Role(role) => {
            let mut meets = state.now().active(layout, layout.roles[role].unit);
            meets.find(|&meet| state.now().span(meet).contains(time))
        }
    }
}
