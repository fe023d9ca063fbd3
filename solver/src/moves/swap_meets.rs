//! Two meets of one resource exchange their times; with different lengths, what the resource does in
//! the longer one's times goes to the shorter one's, or neighbours change their order.

use super::{Attempt, Guard, Move, kempe_chain, tasks};
use crate::layout::{Layout, NONE};
use crate::rng::Rng;
use crate::state::State;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| layout.movable.len() > 1;
    Move { name: "swap_meets", share: 30.0, supports, attempt }
}

fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    _guard: &Guard,
) -> Attempt {
    let layout = state.layout();
    let Some((resource, other)) = partner(state, rng, meet) else { return Attempt::Nothing };
    let now = state.now();
    let (a, b) = (now.start(meet), now.start(other));
    let (la, lb) = (now.length(meet), now.length(other));
    let fixed = |m: usize| layout.unit(m).fixed_start.is_some();
    if other == meet || lb == 0 || a == b || a == NONE || b == NONE || fixed(meet) || fixed(other) {
        return Attempt::Nothing;
    }
    if la == lb {
        return exchange(state, rng, [(meet, b), (other, a)]);
    }
    if a + la == b {
        return exchange(state, rng, [(meet, a + lb), (other, a)]);
    }
    if b + lb == a {
        return exchange(state, rng, [(meet, b), (other, b + la)]);
    }
    // the longer one's place: everything that the resource does there goes to the shorter one's
    let (long, to) = if la > lb { (meet, b) } else { (other, a) };
    kempe_chain::exchange_intervals(state, rng, long, to, Some(resource))
}

/// A resource of the meet, and another meet of it: any, if it is fixed to the unit, else one that it
/// attends alone at some time.
fn partner<const W: usize>(
    state: &State<'_, W>,
    rng: &mut Rng,
    meet: usize,
) -> Option<(usize, usize)> {
    let layout = state.layout();
    let fixed = &layout.unit(meet).fixed;
    let tasks = layout.tasks(meet);
    let choice = rng.below(fixed.len() + tasks.len());
    if let Some(fixed) = fixed.get(choice) {
        let resource = fixed.resource as usize;
        let &other = rng.pick(&layout.attends[resource])?;
        let slots = &layout.units[other as usize].meets;
        return Some((resource, slots.start + rng.below(slots.len())));
    }
    if tasks.is_empty() {
        return None;
    }
    let holder = state.now().holder(tasks.start + choice - fixed.len());
    if holder == NONE {
        return None;
    }
    let other = state.now().occupant(holder as usize, rng.below(layout.times))?;
    Some((holder as usize, other))
}

fn exchange<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    pairs: [(usize, u32); 2],
) -> Attempt {
    let allowed = |&(meet, start): &(usize, u32)| {
        let length = state.now().length(meet) as usize;
        state.layout().unit(meet).start_sets[length].contains(start as usize)
    };
    if !pairs.iter().all(allowed) {
        return Attempt::Nothing;
    }
    for (meet, _) in pairs {
        state.assign_time(meet, NONE);
    }
    for (meet, start) in pairs {
        state.assign_time(meet, start);
    }
    for (meet, _) in pairs {
        tasks::refill(state, rng, meet);
    }
    Attempt::Done
}
