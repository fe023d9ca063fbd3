//! Fix and optimise: a part of a timetable is freed, and the best way to place it again is found by an
//! integer programme, all else being as it is.
//!
//! How much is freed adapts, so that a solve takes about as many steps of the simplex method as is
//! wanted: one size suits no two instances. Sørensen and Dahms (2014), Dorneles et al. (2014); ours
//! counts steps and not seconds, so that runs repeat, and leaves to who fills the roles what they have.

use super::backend::{Backend, Limits, Objective, Verdict};
use super::blocks::{Block, Blocks};
use super::formulation::formulate;
use super::ground::Ground;
use super::neighbourhood::{self, Freed};
use super::programme::{Hard, Programme};
use crate::layout::NONE;
use crate::rng::Rng;
use crate::state::State;
use jadwal_model::{Cost, Instance};

/// Nodes of the search tree that one solve may have, at most.
const NODES: i32 = 60;
/// Steps of the simplex method that one solve may cost at first, about: what is freed grows or shrinks
/// towards them.
const ITERATIONS: i64 = 400;
/// Columns, about: before the first step the backend looks through all of them.
const COLUMNS: usize = 12_000;
/// So many solves in a row that gain nothing make the budget larger: small parts are cheap, and first
/// to be looked at.
const IN_VAIN: u32 = 12;
/// By so much.
const LARGER: f64 = 1.5;
/// And never beyond this.
const MOST_ITERATIONS: i64 = 10_000;

/// Frees and solves, and remembers how much could be freed.
#[derive(Clone, Debug)]
pub(crate) struct FixAndOptimise<'a> {
    instance: &'a Instance,
    /// Steps of the simplex method that one solve may cost now.
    iterations: i64,
    /// By way to choose what is freed: how many times of meets.
    sizes: Vec<f64>,
    /// Solves since the last gain, or since the budget grew.
    in_vain: u32,
}

/// What came of one solve.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Came {
    /// The timetable is better.
    Better,
    /// There is none better nearby.
    Best,
    /// Nobody knows.
    Unknown,
}

impl<'a> FixAndOptimise<'a> {
    pub(crate) fn new(instance: &'a Instance) -> Self {
        let sizes = vec![30.0; neighbourhood::WAYS];
        Self { instance, iterations: ITERATIONS, sizes, in_vain: 0 }
    }

    /// Frees a part once; the state is never worse after it. Runs repeat only where no time is given.
    pub(crate) fn improve<const W: usize>(
        &mut self,
        state: &mut State<'_, W>,
        rng: &mut Rng,
        seconds: Option<f64>,
    ) -> Came {
        let way = rng.below(self.sizes.len());
        let freed = neighbourhood::choose(self.instance, state, rng, way, self.sizes[way] as u32);
        if freed.meets.is_empty() {
            return Came::Unknown;
        }
        let ground = self.ground(state, &freed);
        let columns = ground.programme.columns.len();
        let fits = columns <= 2 * COLUMNS;
        let (came, iterations) =
            if fits { self.solve(state, &freed, &ground, seconds) } else { (Came::Unknown, 0) };
        let off = self.iterations as f64 / (iterations.max(1) as f64);
        let off = off.min(COLUMNS as f64 / columns.max(1) as f64);
        let solved = came != Came::Unknown;
        let change = if solved { off.powf(0.3).clamp(0.7, 1.25) } else { 0.7 };
        self.sizes[way] = (self.sizes[way] * change).clamp(4.0, 2000.0);
        self.in_vain = if came == Came::Better { 0 } else { self.in_vain + 1 };
        if self.in_vain == IN_VAIN {
            self.in_vain = 0;
            let more = (self.iterations as f64 * LARGER) as i64;
            self.iterations = more.min(MOST_ITERATIONS);
        }
        came
    }

    fn ground<const W: usize>(&self, state: &State<'_, W>, freed: &Freed) -> Ground<'a> {
        let hard = if state.cost().hard == 0 { Hard::Rows } else { Hard::Costs };
        formulate(self.instance, blocks(state, freed), hard, true)
    }

    fn solve<const W: usize>(
        &self,
        state: &mut State<'_, W>,
        freed: &Freed,
        ground: &Ground<'_>,
        seconds: Option<f64>,
    ) -> (Came, i64) {
        let programme = &ground.programme;
        let limits = Limits { nodes: Some(NODES), seconds };
        let Some(now) = present(state, freed, ground, limits) else {
            return (Came::Unknown, self.iterations);
        };
        // one unit of hard cost outweighs all the soft cost there is
        let weight = if programme.hard == Hard::Rows { 0 } else { now.soft + 1 };
        let objective = Objective { hard: weight, soft: 1 };
        let mut backend = Backend::new(programme, objective, true);
        let constant = objective.of(programme.constant);
        backend.cut_off((objective.of(now) - constant) as f64 - 0.5);
        let answer = backend.solve(limits);
        if answer.values.is_empty() {
            let best = answer.verdict != Verdict::Stopped;
            return (if best { Came::Best } else { Came::Unknown }, answer.iterations);
        }
        let better = put(state, freed, ground, &answer.values);
        let came = match (better, answer.verdict) {
            (true, _) => Came::Better,
            (false, Verdict::Stopped) => Came::Unknown,
            (false, _) => Came::Best,
        };
        (came, answer.iterations)
    }
}

/// All units, with what is freed of them; tasks stay with who has them.
fn blocks<const W: usize>(state: &State<'_, W>, freed: &Freed) -> Blocks {
    let (layout, now) = (state.layout(), state.now());
    let mut besides = Vec::new();
    let mut list = Vec::new();
    for (index, unit) in layout.units.iter().enumerate() {
        let mut attending: Vec<usize> =
            unit.fixed.iter().map(|fixed| fixed.resource as usize).collect();
        match neighbourhood::holders(state, index) {
            Some(holders) => attending.extend(
                holders.into_iter().filter(|&holder| holder != NONE).map(|holder| holder as usize),
            ),
            None => {
                for meet in now.active(layout, index) {
                    for task in layout.tasks(meet) {
                        let holder = now.holder(task);
                        if holder != NONE {
                            let times = now.span(meet);
                            besides.extend(times.iter().map(|time| (holder as usize, time)));
                        }
                    }
                }
            }
        }
        let is_freed = |meet: &usize| freed.meets.binary_search(meet).is_ok();
        let any = now.active(layout, index).any(|meet| is_freed(&meet));
        let held = now.active(layout, index).filter(|meet| !is_freed(meet));
        let start = |meet| Some(now.start(meet)).filter(|&start| start != NONE);
        let splits = unit.splits;
        let allowed = |length: usize| {
            let legal =
                any && (splits.shortest as usize..=splits.longest as usize).contains(&length);
            let starts = if legal { unit.starts[length].as_slice() } else { &[] };
            let inside = |&start: &u32| freed.allows(start as usize, length);
            starts.iter().copied().filter(inside).collect()
        };
        list.push(Block {
            duration: unit.duration,
            attending,
            starts: (0..=unit.duration as usize).map(allowed).collect(),
            most: unit.meets.len() as u32,
            held: held.map(|meet| (now.length(meet), start(meet))).collect(),
        });
    }
    Blocks { list, of: layout.unit_of.clone(), fills: vec![false; layout.resources], besides }
}

/// What the programme costs as the timetable is now.
fn present<const W: usize>(
    state: &State<'_, W>,
    freed: &Freed,
    ground: &Ground<'_>,
    limits: Limits,
) -> Option<Cost> {
    let programme = &ground.programme;
    let mut fixed = programme.clone();
    let (layout, now) = (state.layout(), state.now());
    let mut units: Vec<usize> =
        freed.meets.iter().map(|&meet| layout.meet_unit[meet] as usize).collect();
    units.dedup();
    for unit in units {
        let mut left: Vec<(u32, Option<u32>)> = now
            .active(layout, unit)
            .filter(|meet| freed.meets.binary_search(meet).is_ok())
            .map(|meet| (now.length(meet), Some(now.start(meet)).filter(|&start| start != NONE)))
            .collect();
        for all in ground.meets[unit].iter().filter(|all| !all.number.terms.is_empty()) {
            let before = left.len();
            left.retain(|&place| place != (all.length, all.start));
            fixed.equal(all.number.clone(), (before - left.len()) as i64);
        }
        if !left.is_empty() {
            return None;
        }
    }
    if fixed.broken {
        return None;
    }
    let mut cost = programme.constant;
    let objectives = [Objective::HARD, Objective::SOFT];
    for objective in objectives.into_iter().skip(usize::from(programme.hard == Hard::Rows)) {
        let answer = Backend::new(&fixed, objective, true).solve(limits);
        if answer.verdict != Verdict::Solved {
            return None;
        }
        let amount = amount(programme, objective, &answer.values);
        cost +=
            if objective == Objective::HARD { Cost::new(amount, 0) } else { Cost::new(0, amount) };
    }
    Some(cost)
}

fn amount(programme: &Programme, objective: Objective, values: &[f64]) -> i64 {
    let columns = programme.columns.iter().zip(values);
    columns.map(|(range, value)| objective.of(range.cost) * value.round() as i64).sum()
}

/// Places what was freed as the values say, and keeps it if that is better.
fn put<const W: usize>(
    state: &mut State<'_, W>,
    freed: &Freed,
    ground: &Ground<'_>,
    values: &[f64],
) -> bool {
    let layout = state.layout();
    let (before, mark) = (state.cost(), state.mark());
    let mut units: Vec<usize> =
        freed.meets.iter().map(|&meet| layout.meet_unit[meet] as usize).collect();
    units.dedup();
    for unit in units {
        let holders = neighbourhood::holders(state, unit).unwrap_or_default();
        let slots = layout.units[unit].meets.clone();
        for meet in slots.clone().filter(|meet| freed.meets.binary_search(meet).is_ok()) {
            layout.tasks(meet).for_each(|task| state.assign_resource(task, NONE));
            state.resize(meet, 0);
        }
        for all in &ground.meets[unit] {
            let Some(&(column, _)) = all.number.terms.first() else { continue };
            for _ in 0..values[column].round() as i64 {
                let Some(slot) = slots.clone().find(|&slot| state.now().length(slot) == 0) else {
                    break;
                };
                state.resize(slot, all.length);
                state.assign_time(slot, all.start.unwrap_or(NONE));
                for (task, &holder) in layout.tasks(slot).zip(&holders) {
                    state.assign_resource(task, holder);
                }
            }
        }
    }
    if state.settle() < before {
        state.commit();
        true
    } else {
        state.undo_to(mark);
        false
    }
}
