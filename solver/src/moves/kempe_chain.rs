//! A meet goes to another time, what is in its way comes back, what is in the way of that goes over,
//! and so on: a Kempe chain between two intervals, all or nothing.
//!
//! Source: Thompson and Dowsland (1996), for examinations. Ours has intervals in place of single
//! times, so that meets of any length take part. Costs one look at each attendee and time of the
//! chain.

use super::{Attempt, Guard, Move, tasks};
use crate::layout::{Layout, NONE};
use crate::rng::Rng;
use crate::state::State;

/// A chain longer than this is given up.
const LONGEST: usize = 40;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| layout.movable.len() > 1;
    Move { name: "kempe_chain", share: 12.0, supports, attempt }
}

fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    _guard: &Guard,
) -> Attempt {
    match super::some_start(state, rng, meet) {
        Some(to) => exchange_intervals(state, rng, meet, to, None),
        None => Attempt::Nothing,
    }
}

/// Exchanges the interval of a meet with the one at `to`, as far as the chain of shared resources
/// reaches, or only for what one resource does in them.
pub(super) fn exchange_intervals<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    to: u32,
    only: Option<usize>,
) -> Attempt {
    let from = state.now().start(meet);
    let length = state.now().length(meet);
    if from == NONE || from.abs_diff(to) < length {
        return Attempt::Nothing;
    }
    let Some(chain) = close(state, meet, from, to, only) else { return Attempt::Nothing };
    for &(meet, _) in &chain {
        state.assign_time(meet, NONE);
    }
    for &(meet, start) in &chain {
        state.assign_time(meet, start);
    }
    for &(meet, _) in &chain {
        tasks::refill(state, rng, meet);
    }
    Attempt::Done
}

/// The meets of the chain with their new starts; none if it cannot be closed.
fn close<const W: usize>(
    state: &State<'_, W>,
    meet: usize,
    from: u32,
    to: u32,
    only: Option<usize>,
) -> Option<Vec<(usize, u32)>> {
    let (layout, now) = (state.layout(), state.now());
    let length = now.length(meet);
    let mut chain = Vec::with_capacity(16);
    chain.push((meet, to));
    let mut next = 0;
    while next < chain.len() {
        let (member, start) = chain[next];
        next += 1;
        let unit = layout.unit(member);
        let size = now.length(member) as usize;
        if unit.fixed_start.is_some() || !unit.start_sets[size].contains(start as usize) {
            return None;
        }
        // members come from one interval and go to the other
        let (target, back) = if now.start(member) >= from && now.start(member) < from + length {
            (to, from)
        } else {
            (from, to)
        };
        // a single resource exchanges all that it does in the two intervals, not only what overlaps
        let times = match only {
            Some(_) => target..target + length,
            None => start..start + size as u32,
        };
        let mut follow = |resource: usize| -> Option<()> {
            for time in times.clone() {
                let Some(occupant) = now.occupant(resource, time as usize) else { continue };
                if chain.iter().any(|&(other, _)| other == occupant) {
                    continue;
                }
                let other = now.start(occupant);
                if other < target || other + now.length(occupant) > target + length {
                    return None;
                }
                if chain.len() == LONGEST {
                    return None;
                }
                chain.push((occupant, other - target + back));
            }
            Some(())
        };
        match only {
            Some(resource) => follow(resource)?,
            None => now.companions(layout, member, follow)?,
        }
    }
    Some(chain)
}
