//! Two meets of one event become one.

use super::{Attempt, Guard, Move, eject_chain};
use crate::layout::Layout;
use crate::rng::Rng;
use crate::state::State;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| !layout.flexible.is_empty();
    Move { name: "merge_meets", share: 3.0, supports, attempt }
}

fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    guard: &Guard,
) -> Attempt {
    let layout = state.layout();
    let index = layout.meet_unit[meet] as usize;
    let unit = &layout.units[index];
    let others: Vec<_> = state.now().active(layout, index).filter(|&other| other != meet).collect();
    let Some(&other) = rng.pick(&others) else { return Attempt::Nothing };
    let length = state.now().length(meet) + state.now().length(other);
    let too_few = others.len() < unit.splits.fewest as usize;
    if unit.fixed_start.is_some() || length > unit.splits.longest || too_few {
        return Attempt::Nothing;
    }
    let Some(start) = start(state, rng, meet, other) else { return Attempt::Nothing };
    let before = state.mark();
    state.merge(meet, other);
    state.assign_time(meet, start);
    eject_chain::settle_in(state, rng, &[meet], before, guard)
}

/// Where the joined meet starts: most often where one of them is, so that it only grows.
fn start<const W: usize>(
    state: &State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    other: usize,
) -> Option<u32> {
    let now = state.now();
    let unit = state.layout().unit(meet);
    let (a, b) = (now.length(meet), now.length(other));
    let length = (a + b) as usize;
    let allowed = |start: u32| {
        (start as usize) < state.layout().times && unit.start_sets[length].contains(start as usize)
    };
    let place = match rng.below(6) {
        0 | 1 => now.start(meet),
        2 => now.start(meet).saturating_sub(b),
        3 => now.start(other),
        4 => now.start(other).saturating_sub(a),
        _ => return rng.pick(&unit.starts[length]).copied(),
    };
    if allowed(place) { Some(place) } else { rng.pick(&unit.starts[length]).copied() }
}
