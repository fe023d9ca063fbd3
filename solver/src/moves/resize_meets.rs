//! One meet of an event gives some of its times to another.

use super::{Attempt, Guard, Move, eject_chain};
use crate::layout::{Layout, NONE};
use crate::rng::Rng;
use crate::state::State;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| !layout.flexible.is_empty();
    Move { name: "resize_meets", share: 4.0, supports, attempt }
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
    let (giver, taker) = if rng.chance(500) { (meet, other) } else { (other, meet) };
    let (a, b) = (state.now().length(giver), state.now().length(taker));
    let most =
        a.saturating_sub(unit.splits.shortest.max(1)).min(unit.splits.longest.saturating_sub(b));
    if unit.fixed_start.is_some() || most == 0 {
        return Attempt::Nothing;
    }
    let before = state.mark();
    let given = 1 + rng.below(most as usize) as u32;
    let (from, to) = (state.now().start(giver), state.now().start(taker));
    if a - given == b && from != NONE && to != NONE {
        // the same cut with the lengths exchanged: try it as an exchange of places too
        if rng.chance(500) {
            place(state, rng, giver, b, [to, from]);
            place(state, rng, taker, a, [from, to]);
            return eject_chain::settle_in(state, rng, &[giver, taker], before, guard);
        }
    }
    let shifted = |start: u32, by: u32| if start == NONE { NONE } else { start.saturating_sub(by) };
    place(state, rng, giver, a - given, [from, from.saturating_add(given)]);
    place(state, rng, taker, b + given, [to, shifted(to, given)]);
    eject_chain::settle_in(state, rng, &[giver, taker], before, guard)
}

/// Makes a meet this long and starts it at one of the places, or, where neither is allowed and now
/// and then, at any of its starts.
fn place<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    length: u32,
    places: [u32; 2],
) {
    let unit = state.layout().unit(meet);
    let times = state.layout().times;
    state.resize(meet, length);
    let wish = places[usize::from(rng.chance(300))];
    let allowed =
        (wish as usize) < times && unit.start_sets[length as usize].contains(wish as usize);
    let start = if allowed && !rng.chance(200) {
        wish
    } else {
        rng.pick(&unit.starts[length as usize]).copied().unwrap_or(NONE)
    };
    state.assign_time(meet, start);
}
