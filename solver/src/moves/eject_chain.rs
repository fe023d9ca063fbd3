//! A meet goes where it likes; whoever is in its way is sent to its own best place, and so on.
//!
//! Source: Glover (1996), ejection chains; Kingston (2016) for timetabling. Ours ends when nobody is
//! in the way or the chain is long, and leaves the judgement to the search. Costs one look at every
//! start of each meet sent away.

use super::{Attempt, Guard, Move, tasks};
use crate::layout::{Layout, NONE};
use crate::rng::Rng;
use crate::state::State;

/// At most so many meets move in one chain.
const LONGEST: usize = 8;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| layout.movable.len() > 1;
    Move { name: "eject_chain", share: 6, supports, attempt }
}

fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    _guard: &Guard,
) -> Attempt {
    let unit = state.layout().unit(meet);
    if unit.fixed_start.is_some() {
        return Attempt::Nothing;
    }
    let length = state.now().length(meet) as usize;
    let Some(&start) = rng.pick(&unit.starts[length]) else { return Attempt::Nothing };
    if start == state.now().start(meet) {
        return Attempt::Nothing;
    }
    let before = state.mark();
    let mut moved = vec![meet];
    state.assign_time(meet, start);
    let mut next = 0;
    while next < moved.len() {
        let placed = moved[next];
        next += 1;
        replace_holders(state, rng, placed);
        let Some(others) = in_its_way(state, placed) else {
            state.undo_to(before);
            return Attempt::Nothing;
        };
        for other in others {
            if moved.len() == LONGEST || moved.contains(&other) || !send_away(state, rng, other) {
                state.undo_to(before);
                return Attempt::Nothing;
            }
            moved.push(other);
        }
    }
    for meet in moved {
        tasks::refill(state, rng, meet);
    }
    Attempt::Done
}

/// Half of the time, a holder of whole groups that is wanted twice hands its group to a free one.
fn replace_holders<const W: usize>(state: &mut State<'_, W>, rng: &mut Rng, meet: usize) {
    let layout = state.layout();
    let span = state.now().span(meet);
    for task in layout.tasks(meet) {
        let holder = state.now().holder(task);
        let number = layout.task_role[task] as usize;
        let role = &layout.roles[number];
        if !role.bound || holder == NONE || rng.chance(500) {
            continue;
        }
        if !span.iter().any(|time| state.now().uses(holder as usize, time) > 1) {
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
    let (layout, now) = (state.layout(), state.now());
    let mut others = Vec::new();
    let mut known = true;
    let mut look = |resource: usize| {
        if state.compiled.clash_price[resource] == 0 {
            return;
        }
        for time in now.span(meet).iter() {
            match now.other(resource, time, meet) {
                Some(NONE) => {}
                // it attends twice itself
                Some(other) if other as usize == meet => {}
                Some(other) if others.contains(&(other as usize)) => {}
                Some(other) => others.push(other as usize),
                None => known = false,
            }
        }
    };
    for fixed in &layout.unit(meet).fixed {
        look(fixed.resource as usize);
    }
    for task in layout.tasks(meet) {
        let holder = now.holder(task);
        if holder != NONE && layout.roles[layout.task_role[task] as usize].bound {
            look(holder as usize);
        }
    }
    known.then_some(others)
}

/// Starts a meet where its clashes cost least, anywhere but where it is.
fn send_away<const W: usize>(state: &mut State<'_, W>, rng: &mut Rng, meet: usize) -> bool {
    let unit = state.layout().unit(meet);
    let starts = &unit.starts[state.now().length(meet) as usize];
    if unit.fixed_start.is_some() || starts.is_empty() {
        return false;
    }
    let here = state.now().start(meet);
    let first = rng.below(starts.len());
    let (before, from) = starts.split_at(first);
    let mut best = None;
    for &start in from.iter().chain(before).filter(|&&start| start != here) {
        let price = state.new_clashes(meet, start);
        if best.is_none_or(|(least, _)| price < least) {
            best = Some((price, start));
            if price == 0 {
                break;
            }
        }
    }
    let Some((_, start)) = best else { return false };
    state.assign_time(meet, start);
    true
}
