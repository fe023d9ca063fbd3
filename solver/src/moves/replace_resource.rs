//! Meets of one resource get their starts anew, among those that they have and those at which the
//! resource is free, by the cheapest assignment.
//!
//! Source: large neighbourhoods searched by an assignment problem, as surveyed by Ahuja et al. (2002).
//! Ours takes meets of equal length, prices each alone at each start by all monitors, with the others
//! away, and leaves the judgement of the whole to the search: limits on idle times or days look at
//! several of them. Costs one settling for each pair, so it is seldom tried.

use super::{Attempt, Guard, Move, augment, tasks};
use crate::layout::{Layout, NONE};
use crate::mask::Mask;
use crate::matching::{FORBIDDEN, cheapest};
use crate::rng::Rng;
use crate::state::State;

/// At most so many meets are placed at once, half of the time.
const MOST: usize = 40;
/// At most so many the other half.
const FEW: usize = 6;
/// At most so many pairs are priced.
const PAIRS: usize = 400;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| layout.movable.len() > 1;
    Move { name: "replace_resource", share: 0.005, supports, attempt }
}

fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    guard: &Guard,
) -> Attempt {
    let mut attendees = Vec::new();
    state.now().attendees(state.layout(), meet, |resource| attendees.push(resource));
    let Some(&resource) = rng.pick(&attendees) else { return Attempt::Nothing };
    let meets = some_meets(state, rng, resource, meet);
    if meets.len() < 2 {
        return Attempt::Nothing;
    }
    let mark = state.mark();
    let old: Vec<u32> = meets.iter().map(|&meet| state.now().start(meet)).collect();
    for &meet in &meets {
        state.assign_time(meet, NONE);
    }
    let base = state.settle();
    let starts = some_starts(state, rng, resource, &meets, &old);
    let columns = starts.len().max(meets.len());
    let mut costs = vec![FORBIDDEN; meets.len() * columns];
    for (&meet, row) in meets.iter().zip(costs.chunks_mut(columns)) {
        let length = state.now().length(meet) as usize;
        let possible = state.layout().unit(meet).start_sets[length];
        for (&start, cell) in starts.iter().zip(row) {
            if possible.contains(start as usize) {
                let before = state.mark();
                place(state, rng, meet, start);
                let cost = state.settle() - base;
                *cell = (guard.hard_weight * cost.hard as f64) as i64 + cost.soft;
                state.undo_to(before);
            }
        }
    }
    state.undo_to(mark);
    let assigned = cheapest(&costs, columns);
    let forbidden = |(row, &column): (usize, &usize)| costs[row * columns + column] >= FORBIDDEN;
    let new = || assigned.iter().filter_map(|&column| starts.get(column).copied());
    // what is the best already has been evaluated all the same
    if assigned.iter().enumerate().any(forbidden) || new().eq(old.iter().copied()) {
        return Attempt::Hopeless;
    }
    for &meet in &meets {
        state.assign_time(meet, NONE);
    }
    for (&meet, start) in meets.iter().zip(new()) {
        state.assign_time(meet, start);
    }
    for &meet in &meets {
        tasks::refill(state, rng, meet);
    }
    Attempt::Done
}

fn place<const W: usize>(state: &mut State<'_, W>, rng: &mut Rng, meet: usize, start: u32) {
    state.assign_time(meet, start);
    tasks::refill(state, rng, meet);
    augment::relieve(state, rng);
}

/// Some of the movable meets of a resource that last as long as one of them, which comes first.
fn some_meets<const W: usize>(
    state: &State<'_, W>,
    rng: &mut Rng,
    resource: usize,
    meet: usize,
) -> Vec<usize> {
    let layout = state.layout();
    let length = state.now().length(meet);
    let alike = |&other: &usize| {
        state.now().length(other) == length && layout.unit(other).fixed_start.is_none()
    };
    let mut meets: Vec<usize> = state.now().meets_of(layout, resource).filter(alike).collect();
    meets.sort_unstable();
    meets.dedup(); // a resource may attend a meet twice
    rng.shuffle(&mut meets);
    let Some(place) = meets.iter().position(|&other| other == meet) else { return Vec::new() };
    meets.swap(0, place);
    // a few keep more of what the others are priced by
    meets.truncate(if rng.chance(500) { FEW } else { MOST });
    meets
}

/// The starts of the meets, each once, then some at which the resource is free; none overlaps
/// another.
fn some_starts<const W: usize>(
    state: &State<'_, W>,
    rng: &mut Rng,
    resource: usize,
    meets: &[usize],
    old: &[u32],
) -> Vec<u32> {
    let length = state.now().length(meets[0]) as usize;
    let most = (PAIRS / meets.len()).max(meets.len());
    let mut taken = Mask::<W>::default();
    let mut starts = Vec::new();
    let mut add = |start: u32| {
        let span = Mask::span(start as usize, length);
        if starts.len() < most && !span.meets(taken) {
            taken = taken.or(span);
            starts.push(start);
        }
    };
    old.iter().filter(|&&start| start != NONE).for_each(|&start| add(start));
    let busy = state.now().busy(resource);
    for &start in rng.around(&state.layout().unit(meets[0]).starts[length]) {
        if !Mask::span(start as usize, length).meets(busy) {
            add(start);
        }
    }
    starts
}
