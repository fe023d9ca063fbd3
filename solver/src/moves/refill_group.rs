//! A resource leaves a whole time group, or comes to one with several meets at once: the way across
//! the barrier when a group must be empty or well filled, and every single step makes it worse.

use super::{Attempt, Guard, Move, tasks};
use crate::layout::{Layout, NONE};
use crate::mask::Mask;
use crate::rng::Rng;
use crate::state::State;

/// At most so many meets come to a group at once.
const MOST: usize = 6;
/// So many places are tried for each meet.
const TRIES: usize = 8;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| {
        layout.movable.len() > 1 && layout.units.iter().any(|unit| !unit.fixed.is_empty())
    };
    Move { name: "refill_group", share: 1.0, supports, attempt }
}

fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    _guard: &Guard,
) -> Attempt {
    let Some(fixed) = rng.pick(&state.layout().unit(meet).fixed) else { return Attempt::Nothing };
    let resource = fixed.resource as usize;
    let Some(&group) = rng.pick(&state.compiled.watched_groups[resource]) else {
        return Attempt::Nothing;
    };
    let start = state.mark();
    let moved = if rng.chance(500) {
        leave(state, rng, resource, group)
    } else {
        come(state, rng, resource, group)
    };
    if moved {
        return Attempt::Done;
    }
    state.undo_to(start);
    Attempt::Nothing
}

/// Every meet of the resource in the group goes to a place outside where the resource is free.
fn leave<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    resource: usize,
    group: Mask<W>,
) -> bool {
    let inside: Vec<usize> =
        meets_of(state, resource).filter(|&m| is_in(state, m, group)).collect();
    if inside.is_empty() || inside.len() > MOST {
        return false;
    }
    inside.into_iter().all(|meet| resettle(state, rng, resource, meet, |times| !times.meets(group)))
}

/// Some meets of the resource from elsewhere go to places in the group where it is free.
fn come<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    resource: usize,
    group: Mask<W>,
) -> bool {
    let mut outside: Vec<usize> =
        meets_of(state, resource).filter(|&m| !is_in(state, m, group)).collect();
    rng.shuffle(&mut outside);
    // those in each other's way first
    let shared = |&meet: &usize| {
        let start = state.now().start(meet);
        start == NONE || state.now().uses(resource, start as usize) > 1
    };
    outside.sort_by_key(|meet| !shared(meet));
    let number = (2 + rng.below(MOST - 1)).min(outside.len());
    let mut moved = 0;
    for meet in outside {
        if moved == number {
            break;
        }
        moved += usize::from(resettle(state, rng, resource, meet, |times| {
            times.minus(group).is_empty()
        }));
    }
    moved > 0
}

fn meets_of<'a, const W: usize>(
    state: &'a State<'_, W>,
    resource: usize,
) -> impl Iterator<Item = usize> + use<'a, W> {
    let layout = state.layout();
    let units = layout.attends[resource].iter().map(|&unit| unit as usize);
    units.flat_map(move |unit| state.now().active(layout, unit))
}

fn is_in<const W: usize>(state: &State<'_, W>, meet: usize, group: Mask<W>) -> bool {
    state.now().span(meet).meets(group)
}

/// Starts a meet at one of its starts whose times suit and leave the resource without a clash.
fn resettle<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    resource: usize,
    meet: usize,
    suits: impl Fn(Mask<W>) -> bool,
) -> bool {
    let unit = state.layout().unit(meet);
    let length = state.now().length(meet) as usize;
    if unit.fixed_start.is_some() {
        return false;
    }
    let busy = state.now().busy(resource);
    let place = (0..TRIES).find_map(|_| {
        let &start = rng.pick(&unit.starts[length])?;
        let times = Mask::span(start as usize, length);
        (suits(times) && !times.meets(busy)).then_some(start)
    });
    let Some(start) = place else { return false };
    state.assign_time(meet, start);
    tasks::refill(state, rng, meet);
    true
}
