//! What a campaign measured: one row a run, kept as JSON.

use super::limit::Limit;
use super::memory;
use super::statistics::distinct;
use crate::failure::Failure;
use crate::tool::{TOOL, Tool};
use jadwal_model::{Cost, Instance, evaluate};
use jadwal_solver::{Generation, MoveCount, Outcome, Settings, Status, StoppedBy};
use serde::{Deserialize, Serialize};
use std::path::Path;

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
        Self {
            schema: BENCH,
            tool: TOOL,
            suite,
            threads: settings.threads,
            lanes: settings.lanes,
            complete: true,
            rows: Vec::new(),
            skipped: Vec::new(),
        }
    }

    /// The limits within which an instance was run, in the order of the runs.
    pub(crate) fn limits_of(&self, name: &str) -> Vec<&Limit> {
        let rows = self.rows.iter().filter(|row| row.instance == name);
        distinct(rows.map(|row| &row.limit))
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
    #[serde(flatten)]
    pub(crate) limit: Limit,
    pub(crate) cost: Cost,
    pub(crate) counted: Cost,
    pub(crate) verified: bool,
    pub(crate) bound: Cost,
    pub(crate) status: Status,
    pub(crate) stopped_by: StoppedBy,
    pub(crate) seconds: f64,
    pub(crate) steps: u64,
    pub(crate) plan: Vec<Generation>,
    /// Rounds of polishing after each generation.
    pub(crate) polish: Vec<u64>,
    pub(crate) steps_per_second: f64,
    pub(crate) seconds_to_hard_0: Option<f64>,
    pub(crate) seconds_to_best: Option<f64>,
    /// The largest resident set, where the system tells it.
    pub(crate) peak_resident_bytes: Option<u64>,
    pub(crate) trace: Vec<(f64, u64, Cost)>,
    pub(crate) moves: Vec<MoveCount>,
}

impl Row {
    /// Measures a run; the cost is counted again from nothing.
    pub(crate) fn new(
        name: &str,
        instance: &Instance,
        settings: &Settings,
        limit: &Limit,
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
            limit: limit.clone(),
            cost,
            counted,
            verified: fits && counted == cost,
            bound: outcome.lower_bound,
            status: outcome.status,
            stopped_by: outcome.stopped_by,
            seconds: outcome.seconds,
            steps: outcome.steps,
            plan: outcome.plan.clone(),
            polish: outcome.polish.clone(),
            steps_per_second: all_steps / outcome.seconds.max(1e-9),
            seconds_to_hard_0: first(&|cost| cost.hard == 0),
            seconds_to_best: first(&|other| other == cost),
            peak_resident_bytes: memory::peak(),
            trace: outcome.trace.iter().map(|b| (b.seconds, b.steps, b.cost)).collect(),
            moves: outcome.moves.clone(),
        }
    }

    /// When each new best was found: in seconds, or in steps where no clock ends the run.
    pub(crate) fn progress(&self) -> Vec<(f64, Cost)> {
        let by_steps = self.limit.by_steps();
        let at = |&(seconds, steps, cost): &(f64, u64, Cost)| {
            (if by_steps { steps as f64 } else { seconds }, cost)
        };
        self.trace.iter().map(at).collect()
    }

    /// What was allowed, in the same unit.
    pub(crate) fn horizon(&self) -> f64 {
        let steps = || Generation::all_steps(&self.limit.max_steps) as f64;
        self.limit.time_limit_s.unwrap_or_else(steps)
    }
}

/// The part of a recorded campaign that another is compared with.
#[derive(Deserialize)]
pub(crate) struct Recorded {
    pub(crate) schema: String,
    pub(crate) threads: usize,
    pub(crate) lanes: usize,
    pub(crate) rows: Vec<RecordedRow>,
}

#[derive(Deserialize)]
pub(crate) struct RecordedRow {
    pub(crate) instance: String,
    pub(crate) seed: u64,
    #[serde(flatten)]
    pub(crate) limit: Limit,
    counted: RecordedCost,
}

#[derive(Clone, Copy, Deserialize)]
struct RecordedCost {
    hard: i64,
    soft: i64,
}

impl Recorded {
    /// Reads a recorded campaign.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let wrong = |found: &str| Failure::usage("baseline", &path.display().to_string(), found);
        let text = std::fs::read_to_string(path).map_err(|error| wrong(&error.to_string()))?;
        let recorded: Self =
            serde_json::from_str(&text).map_err(|error| wrong(&error.to_string()))?;
        if recorded.schema == BENCH { Ok(recorded) } else { Err(wrong(&recorded.schema)) }
    }
}

impl RecordedRow {
    /// The cost that was counted.
    pub(crate) fn cost(&self) -> Cost {
        Cost::new(self.counted.hard, self.counted.soft)
    }
}
