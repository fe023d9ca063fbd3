//! What a campaign measured: one row a run, kept as JSON.

use crate::tool::{TOOL, Tool};
use jadwal_model::{Cost, Instance, evaluate};
use jadwal_solver::{Limits, MoveCount, Outcome, Settings, Status, StoppedBy};
use serde::{Deserialize, Serialize};

/// The name of the schema.
pub(crate) const BENCH: &str = "jadwal/bench/1";

/// A whole campaign.
#[derive(Serialize)]
pub(crate) struct Record {
    pub(crate) schema: &'static str,
    pub(crate) tool: Tool,
    pub(crate) suite: String,
    pub(crate) threads: usize,
    pub(crate) lanes: usize,
    /// False if it was stopped before its end.
    pub(crate) complete: bool,
    pub(crate) rows: Vec<Row>,
    pub(crate) skipped: Vec<Skipped>,
}

impl Record {
    pub(crate) fn new(suite: String, settings: &Settings) -> Self {
        let (threads, lanes) = (settings.threads, settings.lanes);
        let (rows, skipped, complete) = (Vec::new(), Vec::new(), true);
        Self { schema: BENCH, tool: TOOL, suite, threads, lanes, complete, rows, skipped }
    }
}

/// An instance that was not run, and why.
#[derive(Serialize)]
pub(crate) struct Skipped {
    pub(crate) instance: String,
    pub(crate) path: String,
    pub(crate) reason: String,
}

/// One run.
#[derive(Serialize)]
pub(crate) struct Row {
    pub(crate) instance: String,
    pub(crate) seed: u64,
    pub(crate) time_limit_s: Option<f64>,
    pub(crate) max_steps: Vec<u64>,
    pub(crate) cost: Cost,
    pub(crate) counted: Cost,
    pub(crate) verified: bool,
    pub(crate) bound: Cost,
    pub(crate) status: Status,
    pub(crate) stopped_by: StoppedBy,
    pub(crate) seconds: f64,
    pub(crate) steps: u64,
    pub(crate) plan: Vec<u64>,
    pub(crate) steps_per_second: f64,
    pub(crate) seconds_to_hard_0: Option<f64>,
    pub(crate) seconds_to_best: Option<f64>,
    pub(crate) trace: Vec<(f64, u64, Cost)>,
    pub(crate) moves: Vec<MoveCount>,
}

impl Row {
    /// Measures a run; the cost is counted again from nothing.
    pub(crate) fn new(
        name: &str,
        instance: &Instance,
        settings: &Settings,
        limits: &Limits,
        outcome: &Outcome,
    ) -> Self {
        let cost = outcome.cost();
        let counted = evaluate(instance, &outcome.solution).cost;
        let fits = outcome.solution.validate(&instance.facts).is_ok();
        let all_steps = outcome.steps as f64 * settings.lanes as f64;
        let first = |good: &dyn Fn(Cost) -> bool| {
            outcome.trace.iter().find(|better| good(better.cost)).map(|better| better.seconds)
        };
        Self {
            instance: name.to_owned(),
            seed: settings.seed,
            time_limit_s: limits.time.map(|time| time.as_secs_f64()),
            max_steps: limits.steps.clone(),
            cost,
            counted,
            verified: fits && counted == cost,
            bound: outcome.lower_bound,
            status: outcome.status,
            stopped_by: outcome.stopped_by,
            seconds: outcome.seconds,
            steps: outcome.steps,
            plan: outcome.plan.clone(),
            steps_per_second: all_steps / outcome.seconds.max(1e-9),
            seconds_to_hard_0: first(&|cost| cost.hard == 0),
            seconds_to_best: first(&|other| other == cost),
            trace: outcome.trace.iter().map(|b| (b.seconds, b.steps, b.cost)).collect(),
            moves: outcome.moves.clone(),
        }
    }
}

/// The part of a recorded campaign that a later one is compared with.
#[derive(Deserialize)]
pub(crate) struct Baseline {
    pub(crate) schema: String,
    pub(crate) threads: usize,
    pub(crate) lanes: usize,
    pub(crate) rows: Vec<BaselineRow>,
}

#[derive(Deserialize)]
pub(crate) struct BaselineRow {
    pub(crate) instance: String,
    pub(crate) time_limit_s: Option<f64>,
    pub(crate) max_steps: Vec<u64>,
    pub(crate) cost: BaselineCost,
}

#[derive(Clone, Copy, Deserialize)]
pub(crate) struct BaselineCost {
    pub(crate) hard: i64,
    pub(crate) soft: i64,
}

/// The middle one of some costs; of an even number the worse of the two.
pub(crate) fn median(mut costs: Vec<Cost>) -> Option<Cost> {
    costs.sort_unstable();
    costs.get(costs.len() / 2).copied()
}
