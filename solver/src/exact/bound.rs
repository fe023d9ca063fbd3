//! Lower bounds by linear and by integer programming.
//!
//! First only timetables are meant that break no hard constraint: what the best of them costs bounds
//! all, as any other is worse. Where there is none, the hard cost is bounded, and the soft cost of
//! those that reach the bound. The bound of a linear programme is counted again in whole numbers from
//! its prices; that of an integer programme is believed, and so is either where it finds nothing that satisfies its rows.

use super::backend::{Answer, Backend, Limits, Objective, Verdict};
use super::blocks::Blocks;
use super::formulation::formulate;
use super::programme::{Hard, Programme, Size};
use crate::compiled::unfit_preassigned;
use crate::limits::Clock;
use jadwal_model::{Cost, Instance};
use serde::Serialize;
use std::time::Duration;

/// How much may be spent.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Effort {
    /// Wall-clock time for all.
    pub time: Option<Duration>,
    /// Nodes of each search tree; runs that only this limits can be repeated.
    pub nodes: Option<u32>,
    /// A programme of more columns than this is not solved.
    pub columns: Option<usize>,
    /// The cost of a timetable that is known: the bound need not go beyond it.
    pub known: Option<Cost>,
}

/// How a bound was proved.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// By counting alone.
    Arithmetic,
    /// By a linear programme.
    Linear,
    /// By an integer programme.
    Integer,
}

/// What one method proved.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Proved {
    /// How.
    pub proof: Proof,
    /// No timetable costs less than this.
    pub bound: Cost,
    /// The programme; none for arithmetic.
    pub size: Option<Size>,
    /// Steps of the simplex method.
    pub iterations: i64,
    /// Wall-clock seconds.
    pub seconds: f64,
}

/// What is proved of all timetables of an instance.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Bounds {
    /// The best of the bounds.
    pub bound: Cost,
    /// What each method proved, in order.
    pub proved: Vec<Proved>,
}

/// Bounds the cost of all timetables of an instance.
#[must_use]
pub fn bound(instance: &Instance, effort: Effort) -> Bounds {
    let clock = Clock::start();
    let arithmetic = crate::bound::lower_bound(instance);
    let unseen = unfit_preassigned(instance);
    let bounds = Bounds { bound: Cost::ZERO, proved: Vec::new() };
    let mut search = Search { instance, effort, clock, unseen, began: 0.0, bounds };
    search.note(Proof::Arithmetic, arithmetic, None, 0);
    if !search.is_done() {
        search.prove();
    }
    search.bounds
}

struct Search<'a> {
    instance: &'a Instance,
    effort: Effort,
    clock: Clock,
    /// What every timetable costs, and no programme says.
    unseen: Cost,
    began: f64,
    bounds: Bounds,
}

impl Search<'_> {
    fn note(&mut self, proof: Proof, bound: Cost, size: Option<Size>, iterations: i64) {
        let now = self.clock.elapsed().as_secs_f64();
        let seconds = now - self.began;
        self.began = now;
        self.raise(bound);
        self.bounds.proved.push(Proved { proof, bound, size, iterations, seconds });
    }

    fn is_done(&self) -> bool {
        self.effort.known.is_some_and(|known| known <= self.bounds.bound)
    }

    fn left(&self) -> Option<f64> {
        let time = self.effort.time?;
        Some((time.as_secs_f64() - self.clock.elapsed().as_secs_f64()).max(0.0))
    }

    fn raise(&mut self, bound: Cost) {
        self.bounds.bound = self.bounds.bound.max(bound);
    }

    fn limits(&self) -> Limits {
        Limits {
            nodes: self.effort.nodes.map(|nodes| i32::try_from(nodes).unwrap_or(i32::MAX)),
            seconds: self.left(),
        }
    }

    fn formulate(&self, blocks: &Blocks, hard: Hard, soft: bool) -> Programme {
        let mut blocks = blocks.clone();
        if hard == Hard::Rows {
            blocks.restrict(self.instance);
        }
        formulate(self.instance, blocks, hard, soft).programme
    }

    fn prove(&mut self) {
        let hard = self.unseen.hard;
        // what would not be solved need not be said either
        let blocks = Blocks::alone(self.instance);
        if self.effort.columns.is_some_and(|most| blocks.places() > most) {
            return;
        }
        if self.bounds.bound.hard == hard {
            let programme = self.formulate(&blocks, Hard::Rows, true);
            match self.both(&programme, Goal::soft(hard, self.unseen.soft)) {
                Verdict::Infeasible => {
                    // one more unit of something is broken
                    let required = self.instance.constraints.iter().filter(|c| c.required);
                    let least = required.map(|c| c.weight).filter(|&weight| weight > 0).min();
                    self.raise(Cost::new(hard + least.unwrap_or(0), 0));
                }
                _ => return,
            }
        }
        let programme = self.formulate(&blocks, Hard::Costs, false);
        self.both(&programme, Goal::hard(hard));
        let least = self.bounds.bound.hard;
        if least > hard && !self.is_done() && self.left() != Some(0.0) {
            let mut programme = self.formulate(&blocks, Hard::Costs, true);
            programme.limit_hard(least - hard);
            self.both(&programme, Goal::soft(least, self.unseen.soft));
        }
    }

    /// The linear programme, then the integer one; says whether solutions may exist.
    fn both(&mut self, programme: &Programme, goal: Goal) -> Verdict {
        if programme.broken {
            return Verdict::Infeasible;
        }
        let size = Some(programme.size());
        if self.effort.columns.is_some_and(|most| programme.columns.len() > most) {
            return Verdict::Stopped;
        }
        let limits = self.limits();
        let answer = Backend::new(programme, goal.objective, false).solve(limits);
        let amount = programme.proved(|cost| goal.objective.of(cost), &answer.prices);
        let infeasible = answer.verdict == Verdict::Infeasible;
        let bound = if infeasible { Cost::ZERO } else { goal.cost(programme, amount) };
        self.note(Proof::Linear, bound, size, answer.iterations);
        if infeasible {
            return Verdict::Infeasible;
        }
        if self.is_done() || self.left() == Some(0.0) {
            return Verdict::Stopped;
        }
        let known =
            self.effort.known.filter(|known| goal.known.is_some_and(|hard| hard == known.hard));
        let mut backend = Backend::new(programme, goal.objective, true);
        if let Some(known) = known {
            let offset = goal.unseen + goal.objective.of(programme.constant);
            backend.cut_off((known.soft - offset) as f64 - 0.5);
        }
        let limits = self.limits();
        let answer = backend.solve(limits);
        let bound = match (answer.verdict, known) {
            (Verdict::Infeasible, Some(known)) => known,
            (Verdict::Infeasible, None) => Cost::ZERO,
            _ => goal.cost(programme, whole(&answer).unwrap_or(amount).max(amount)),
        };
        self.note(Proof::Integer, bound, size, answer.iterations);
        if known.is_some() { Verdict::Stopped } else { answer.verdict }
    }
}

/// What is bounded: the hard cost, or the soft cost of timetables whose hard cost is known.
#[derive(Clone, Copy, Debug)]
struct Goal {
    objective: Objective,
    /// Of the same kind, but in no programme.
    unseen: i64,
    /// The hard cost, where the soft one is bounded.
    known: Option<i64>,
}

impl Goal {
    const fn hard(unseen: i64) -> Self {
        Self { objective: Objective::HARD, unseen, known: None }
    }

    const fn soft(hard: i64, unseen: i64) -> Self {
        Self { objective: Objective::SOFT, unseen, known: Some(hard) }
    }

    /// The cost that an amount above the programme's constant stands for, at the next step.
    fn cost(self, programme: &Programme, amount: i64) -> Cost {
        let step = self.objective.of(programme.step).max(1);
        let own = (self.objective.of(programme.constant) + amount).max(0);
        let own = own + (step - own.rem_euclid(step)) % step + self.unseen;
        self.known.map_or_else(|| Cost::new(own, 0), |hard| Cost::new(hard, own))
    }
}

/// The bound of an integer programme, as a whole number, with a little lost to rounding; none if there
/// is none.
fn whole(answer: &Answer) -> Option<i64> {
    let bound = Some(answer.bound).filter(|bound| bound.is_finite())?;
    Some((bound - 1e-5 - bound.abs() * 1e-9).ceil() as i64)
}
