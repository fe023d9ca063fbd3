//! Some meets that have to do with one another lose their times, and get new ones one after another.
//!
//! Source: Schrimpf et al. (2000), ruin and recreate. Ours takes out what one resource attends, what
//! lies in some neighbouring times, or what surrounds a meet; the meets with the fewest ways come back
//! first, with noise. Costs some looks at every start of each, so it is seldom tried.

use super::{Attempt, Guard, Move, augment, tasks};
use crate::layout::{Layout, NONE};
use crate::mask::Mask;
use crate::rng::Rng;
use crate::state::State;

/// Between so many and so many meets are taken out.
const FEWEST: usize = 4;
const MOST: usize = 16;
/// Neighbouring times of which what lies there is taken out.
const WINDOW: usize = 3;
/// So many of the starts with the fewest clashes are counted exactly.
const LOOKS: usize = 6;

pub(super) fn describe<const W: usize>() -> Move<W> {
    let supports = |layout: &Layout<W>| layout.movable.len() > FEWEST;
    Move { name: "ruin_meets", share: 0.02, supports, attempt }
}

fn attempt<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    meet: usize,
    guard: &Guard,
) -> Attempt {
    let mut out = around(state, rng, meet);
    if out.len() < FEWEST {
        return Attempt::Nothing;
    }
    out.truncate(FEWEST + rng.below(MOST - FEWEST + 1));
    for &meet in &out {
        state.assign_time(meet, NONE);
    }
    state.settle();
    let layout = state.layout();
    out.sort_by_cached_key(|&meet| {
        let length = state.now().length(meet) as usize;
        let starts = &layout.unit(meet).starts[length];
        let free = starts.iter().filter(|&&start| state.new_clashes(meet, start) == 0).count();
        // noise of half the ways
        free + rng.below(free / 2 + 1)
    });
    for meet in out {
        come_back(state, rng, meet, guard.hard_weight);
    }
    Attempt::Done
}

/// Those that can move of the meets that a meet has to do with, in random order.
fn around<const W: usize>(state: &State<'_, W>, rng: &mut Rng, meet: usize) -> Vec<usize> {
    let (layout, now) = (state.layout(), state.now());
    let others: Vec<usize> = match (rng.below(3), now.start(meet)) {
        (0, start) if start != NONE => {
            let first = (start as usize + 1).saturating_sub(rng.below(WINDOW) + 1);
            let window = Mask::span(first, WINDOW.min(layout.times - first));
            layout
                .movable
                .iter()
                .map(|&m| m as usize)
                .filter(|&m| now.span(m).meets(window))
                .collect()
        }
        (kind, _) => {
            let mut attendees = Vec::new();
            now.attendees(layout, meet, |resource| attendees.push(resource));
            rng.shuffle(&mut attendees);
            attendees.truncate(kind.max(1));
            attendees.iter().flat_map(|&resource| now.meets_of(layout, resource)).collect()
        }
    };
    let moves = |meet: &usize| layout.unit(*meet).fixed_start.is_none() && now.length(*meet) > 0;
    let mut others: Vec<usize> = others.into_iter().filter(moves).collect();
    others.sort_unstable();
    others.dedup();
    rng.shuffle(&mut others);
    others
}

/// Starts a meet where it costs least, of the starts with the fewest clashes.
fn come_back<const W: usize>(state: &mut State<'_, W>, rng: &mut Rng, meet: usize, weight: f64) {
    let length = state.now().length(meet) as usize;
    let mut starts = state.layout().unit(meet).starts[length].clone();
    rng.shuffle(&mut starts);
    starts.sort_by_cached_key(|&start| state.new_clashes(meet, start));
    let before = state.standing();
    let mut best = (0.0, NONE);
    for &start in starts.iter().take(LOOKS) {
        let mark = state.mark();
        state.assign_time(meet, start);
        tasks::refill(state, rng, meet);
        augment::relieve(state, rng);
        state.settle();
        let change = state.change_since(&before, weight);
        state.undo_to(mark);
        if change < best.0 {
            best = (change, start);
        }
    }
    if best.1 != NONE {
        state.assign_time(meet, best.1);
        tasks::refill(state, rng, meet);
        augment::relieve(state, rng);
        state.settle();
    }
}
