//! The first timetable: the hardest units first, each meet at the start that costs least.

use crate::layout::{NONE, Unit};
use crate::moves::tasks;
use crate::rng::Rng;
use crate::state::State;
use jadwal_model::Cost;

/// Units with more ways to be cut than this start with the longest meets that are legal.
const MOST_CUTS: usize = 1000;

/// Cuts and places every unit that is not placed yet, then fills the tasks that are empty.
pub(crate) fn construct<const W: usize>(state: &mut State<'_, W>, rng: &mut Rng) {
    let layout = state.layout();
    let mut order: Vec<usize> = (0..layout.units.len()).collect();
    rng.shuffle(&mut order);
    order.sort_by_key(|&unit| std::cmp::Reverse(difficulty(state, &layout.units[unit])));
    for &unit in &order {
        let unplaced = layout.units[unit].meets.clone().all(|m| state.now().start(m) == NONE);
        if layout.units[unit].fixed_start.is_none() && unplaced {
            cut(state, unit);
            let mut meets: Vec<_> = state.now().active(layout, unit).collect();
            meets.sort_by_key(|&meet| std::cmp::Reverse(state.now().length(meet)));
            for meet in meets {
                place(state, rng, meet);
            }
        }
    }
    let mut roles: Vec<usize> = (0..layout.roles.len()).collect();
    rng.shuffle(&mut roles);
    roles.sort_by_key(|&role| (!layout.roles[role].bound, layout.roles[role].candidates.len()));
    for role in roles {
        fill(state, rng, role);
    }
}

/// How loaded a unit's resources are, times its length, against the starts it may have.
fn difficulty<const W: usize>(state: &State<'_, W>, unit: &Unit<W>) -> u64 {
    let layout = state.layout();
    let load = |resource: u32| -> u64 {
        let units = layout.attends[resource as usize].iter();
        units.map(|&unit| u64::from(layout.units[unit as usize].duration)).sum()
    };
    let loads: u64 = unit.fixed.iter().take(8).map(|fixed| load(fixed.resource)).sum();
    let longest = unit.splits.longest.min(unit.duration) as usize;
    let starts = unit.starts[longest].len().max(1) as u64;
    loads * u64::from(longest as u32) * 64 / starts
}

/// Cuts a unit the cheapest way; of equal ways the one with the fewest meets where cuts are watched,
/// and the one with the most where nobody cares, as short meets fit anywhere.
fn cut<const W: usize>(state: &mut State<'_, W>, unit: usize) {
    let splits = state.layout().units[unit].splits;
    let duration = state.layout().units[unit].duration;
    let mut ways = cuts(duration, splits.longest, splits.shortest.max(1)).unwrap_or_default();
    if ways.is_empty() {
        ways.push(longest_cut(duration, splits.longest));
    }
    ways.retain(|way| (splits.fewest as usize..=splits.most as usize).contains(&way.len()));
    ways.sort_by_key(Vec::len);
    if !splits.watched {
        ways.reverse();
    }
    let mut best: Option<(Cost, Vec<u32>)> = None;
    for way in ways {
        let mark = state.mark();
        apply_cut(state, unit, &way);
        let cost = state.settle();
        state.undo_to(mark);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, way));
        }
    }
    if let Some((_, way)) = best {
        apply_cut(state, unit, &way);
        state.settle();
        state.commit();
    }
}

/// The ways to write a number as a sum of parts in falling order; none if they are too many.
pub(crate) fn cuts(whole: u32, longest: u32, shortest: u32) -> Option<Vec<Vec<u32>>> {
    let mut ways = Vec::new();
    list_cuts(whole, longest, shortest, &mut Vec::new(), &mut ways);
    (ways.len() < MOST_CUTS).then_some(ways)
}

fn list_cuts(
    rest: u32,
    longest: u32,
    shortest: u32,
    parts: &mut Vec<u32>,
    ways: &mut Vec<Vec<u32>>,
) {
    if ways.len() >= MOST_CUTS {
        return;
    }
    if rest == 0 {
        ways.push(parts.clone());
    }
    for part in (shortest..=longest.min(rest)).rev() {
        parts.push(part);
        list_cuts(rest - part, part, shortest, parts, ways);
        parts.pop();
    }
}

/// Meets as long as is legal, and one with the rest.
fn longest_cut(whole: u32, longest: u32) -> Vec<u32> {
    let full = whole / longest.max(1);
    let mut way = vec![longest; full as usize];
    way.extend(Some(whole - full * longest).filter(|&rest| rest > 0));
    way
}

fn apply_cut<const W: usize>(state: &mut State<'_, W>, unit: usize, way: &[u32]) {
    let slots = state.layout().units[unit].meets.clone();
    let lengths = way.iter().copied().chain(std::iter::repeat(0));
    for (meet, length) in slots.zip(lengths) {
        if state.now().length(meet) != length {
            state.resize(meet, length);
        }
    }
}

/// Starts a meet where it costs least.
fn place<const W: usize>(state: &mut State<'_, W>, rng: &mut Rng, meet: usize) {
    let unit = state.layout().unit(meet);
    let mut starts = unit.starts[state.now().length(meet) as usize].clone();
    rng.shuffle(&mut starts);
    let mut best = (Cost::MAX, NONE);
    for start in starts {
        let mark = state.mark();
        state.assign_time(meet, start);
        let cost = state.settle();
        state.undo_to(mark);
        if cost < best.0 {
            best = (cost, start);
        }
    }
    if best.1 != NONE {
        state.assign_time(meet, best.1);
        state.settle();
        state.commit();
    }
}

/// Fills the tasks of a role: all that belong together by one resource, or each by its own.
fn fill<const W: usize>(state: &mut State<'_, W>, rng: &mut Rng, role: usize) {
    let layout = state.layout();
    let roles = tasks::together(state, role);
    if layout.roles[role].bound {
        if tasks::holder_of(state, &roles).is_none() {
            choose(state, rng, role, |state, resource| tasks::assign_all(state, &roles, resource));
        }
        return;
    }
    let unit = layout.roles[role].unit;
    let offset = role - layout.units[unit].roles.start;
    let meets: Vec<_> = state.now().active(layout, unit).collect();
    for meet in meets {
        let task = layout.first_task[meet] as usize + offset;
        if state.now().holder(task) == NONE {
            choose(state, rng, role, |state, resource| state.assign_resource(task, resource));
        }
    }
}

/// Does with the best candidate of a role what is to be done, unless nothing is better.
fn choose<const W: usize>(
    state: &mut State<'_, W>,
    rng: &mut Rng,
    role: usize,
    mut assign: impl FnMut(&mut State<'_, W>, u32),
) {
    let mut candidates = state.layout().roles[role].candidates.clone();
    rng.shuffle(&mut candidates);
    let mut best = (state.cost(), NONE);
    for candidate in candidates {
        let mark = state.mark();
        assign(state, candidate);
        let cost = state.settle();
        state.undo_to(mark);
        if cost < best.0 {
            best = (cost, candidate);
        }
    }
    if best.1 != NONE {
        assign(state, best.1);
        state.settle();
        state.commit();
    }
}
