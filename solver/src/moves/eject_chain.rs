//! A meet goes where it likes; whoever is in its way is sent away in turn, and so on.
//!
//! Source: Glover (1996), ejection chains; Kingston (2016) for timetabling. Ours ends when nobody is
//! in the way or the chain is long, and leaves the judgement to the search. Costs one look at every
//! start of each meet sent away, and counts it at two.

use super::{Attempt, Guard, Move, tasks};
use crate::journal::Mark;
use crate::layout::{Layout, NONE};
use crate::rng::Rng;
use crate::state::State;

/// At most so many meets move in one chain.
const LONGEST: usize = 8;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| layout.movable.len() > 1;
    Move { name: "eject_chain", share: 6.0, supports, attempt }
}

fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    guard: &Guard,
) -> Attempt {
    let here = state.now().start(meet);
    let Some(start) = super::some_start(state, rng, meet).filter(|&start| start != here) else {
        return Attempt::Nothing;
    };
    let before = state.mark();
    state.assign_time(meet, start);
    make_room(state, rng, vec![meet], before, guard)
}

/// Gives meets that have been placed anew what they need there: half of the time by sending away whoever
/// is in their way, else only by filling their tasks. `before` is where the move began.
pub(super) fn settle_in<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    placed: &[usize],
    before: Mark,
    guard: &Guard,
) -> Attempt {
    if rng.chance(500) {
        return make_room(state, rng, placed.to_vec(), before, guard);
    }
    placed.iter().for_each(|&meet| tasks::refill(state, rng, meet));
    Attempt::Done
}

/// Sends away whoever is in the way of meets that have been placed anew, all or nothing.
fn make_room<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    placed: Vec<usize>,
    before: Mark,
    guard: &Guard,
) -> Attempt {
    match send_others_away(state, rng, placed, guard) {
        Some(moved) => {
            moved.into_iter().for_each(|meet| tasks::refill(state, rng, meet));
            Attempt::Done
        }
        None => {
            state.undo_to(before);
            Attempt::Nothing
        }
    }
}

/// Sends away whoever is in the way of meets, and of those who were sent; gives all that moved. None,
/// with the chain half done, where it gets too long or comes back to itself.
fn send_others_away<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    mut moved: Vec<usize>,
    guard: &Guard,
) -> Option<Vec<usize>> {
    let mut next = 0;
    while next < moved.len() {
        let placed = moved[next];
        next += 1;
        replace_holders(state, rng, placed);
        for other in in_its_way(state, placed)? {
            if moved.len() == LONGEST || moved.contains(&other) {
                return None;
            }
            send_away(state, rng, other, guard)?;
            moved.push(other);
        }
    }
    Some(moved)
}

/// Half of the time, a holder of whole groups that is wanted twice hands its group to a free one.
fn replace_holders<const W: usize>(state: &mut State<'_, W>, rng: &mut Rng, meet: usize) {
    let layout = state.layout();
    for task in layout.tasks(meet) {
        let holder = state.now().holder(task);
        let number = layout.task_role[task] as usize;
        let role = &layout.roles[number];
        if !role.bound || holder == NONE || rng.chance(500) {
            continue;
        }
        if !tasks::is_shared(state, holder as usize, meet) {
            continue;
        }
        let roles = tasks::together(state, number);
        let times = tasks::times_of(state, &roles);
        if let Some(candidate) = tasks::free_candidate(state, rng, &role.candidates, times) {
            tasks::assign_all(state, &roles, candidate);
        }
    }
}

/// The meets that want a resource of a meet at the same time; none if they are too many to tell.
fn in_its_way<const W: usize>(state: &State<'_, W>, meet: usize) -> Option<Vec<usize>> {
    let now = state.now();
    let mut others = Vec::new();
    now.companions(state.layout(), meet, |resource| {
        if state.compiled.clash_price[resource] == 0 {
            return Some(());
        }
        for time in now.span(meet).iter() {
            let other = now.other(resource, time, meet)?;
            // a meet may attend twice itself
            if other != NONE && other as usize != meet && !others.contains(&(other as usize)) {
                others.push(other as usize);
            }
        }
        Some(())
    })?;
    Some(others)
}

/// Starts a meet anywhere but where it is: at the cheaper one of two starts where it brings no clash,
/// or else where its clashes cost least; none if it cannot go.
fn send_away<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    guard: &Guard,
) -> Option<()> {
    let unit = state.layout().unit(meet);
    let starts = &unit.starts[state.now().length(meet) as usize];
    if unit.fixed_start.is_some() || starts.is_empty() {
        return None;
    }
    let here = state.now().start(meet);
    let others = rng.around(starts).filter(|&&start| start != here);
    let mut free = state.free_starts(meet, others.clone());
    let pair = (free.next(), free.next());
    drop(free);
    match pair {
        (Some(first), Some(second)) => start_at_cheaper(state, meet, [first, second], guard),
        (Some(only), None) => state.assign_time(meet, only),
        (None, _) => {
            let start = state.least_clashing_start(meet, others)?;
            state.assign_time(meet, start);
        }
    }
    Some(())
}

/// Starts a meet at the cheaper one of two starts.
fn start_at_cheaper<const W: usize>(
    state: &mut State<'_, W>,
    meet: usize,
    [first, second]: [u32; 2],
    guard: &Guard,
) {
    state.settle();
    let (before, mark) = (state.standing(), state.mark());
    state.assign_time(meet, first);
    state.settle();
    let price = state.change_since(&before, guard.hard_weight);
    state.undo_to(mark);
    state.assign_time(meet, second);
    if state.settle_within(&before, guard.hard_weight, price).is_none() {
        state.undo_to(mark);
        state.assign_time(meet, first);
    }
}
