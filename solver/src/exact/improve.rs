//! A timetable made better by fix-and-optimise alone.

use super::fix_and_optimise::{Came, FixAndOptimise};
use crate::compiled::Compiled;
use crate::limits::{Clock, Limits};
use crate::mask::{MAX_TIMES, in_width};
use crate::plan::Generation;
use crate::rng::Rng;
use crate::state::State;
use jadwal_model::{Cost, Instance, Solution, evaluate};

/// What came of it.
#[derive(Clone, Debug)]
pub struct Improved {
    /// The timetable, never worse than what was given.
    pub solution: Solution,
    /// Its cost.
    pub cost: Cost,
    /// How often a part was freed and solved.
    pub rounds: u64,
    /// How often the timetable became better.
    pub better: u64,
    /// How often nothing better was proved to be near.
    pub best: u64,
}

/// Frees and solves parts of a timetable until a limit; a step is one part.
///
/// With `limits.steps` alone the same seed gives the same timetable. Instances of more times than can
/// be searched are left as they are.
#[must_use]
pub fn improve(instance: &Instance, start: &Solution, seed: u64, limits: &Limits) -> Improved {
    let times = instance.facts.times.len();
    if times > MAX_TIMES {
        return same(instance, start);
    }
    in_width!(times, run(instance, start, seed, limits))
}

fn same(instance: &Instance, start: &Solution) -> Improved {
    let mut solution = start.clone();
    solution.complete(&instance.facts);
    let cost = evaluate(instance, &solution).cost;
    Improved { solution, cost, rounds: 0, better: 0, best: 0 }
}

fn run<const W: usize>(
    instance: &Instance,
    start: &Solution,
    seed: u64,
    limits: &Limits,
) -> Improved {
    let clock = Clock::start();
    let compiled = Compiled::<W>::new(instance);
    let mut state = State::new(&compiled);
    state.load(start);
    let (mut rng, mut search) = (Rng::new(seed, 0), FixAndOptimise::new(instance));
    let mut improved = same(instance, start);
    let bound = crate::bound::lower_bound(instance);
    let most: u64 = Generation::all_steps(&limits.steps);
    loop {
        let target = limits.target.is_some_and(|target| state.cost() <= target);
        let late = limits.time.is_some_and(|time| clock.elapsed() >= time);
        let done = !limits.steps.is_empty() && improved.rounds >= most;
        if target || late || done || limits.cancel.is_cancelled() || state.cost() <= bound {
            break;
        }
        improved.rounds += 1;
        match search.improve(&mut state, &mut rng, None) {
            Came::Better => improved.better += 1,
            Came::Best => improved.best += 1,
            Came::Unknown => {}
        }
    }
    // what was given may be more than a state can show
    if state.cost() < improved.cost {
        improved.solution = state.solution(&instance.facts);
        improved.cost = evaluate(instance, &improved.solution).cost;
    }
    improved
}
