//! What a run found.

use crate::limits::Limits;
use crate::plan::Generation;
use crate::progress::Better;
use jadwal_model::{Cost, Report, ResourceTypeId, Solution};
use serde::Serialize;

/// How good the timetable is known to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// No hard constraint is violated, and its cost equals the lower bound.
    Optimal,
    /// No hard constraint is violated.
    Feasible,
    /// Hard constraints are violated, and nobody knows whether they must be.
    Infeasible,
    /// The lower bound proves that every timetable violates hard constraints.
    Impossible,
}

/// Why a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StoppedBy {
    /// The planned steps are done, or `stop_after` was reached.
    Steps,
    /// The clock.
    Time,
    /// The target cost was reached.
    Target,
    /// Somebody cancelled it.
    Cancel,
    /// The cost equals the lower bound.
    Optimal,
}

/// How one kind of move did, over all lanes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct MoveCount {
    /// Its name.
    pub name: &'static str,
    /// How often it was evaluated.
    pub tried: u64,
    /// How often it was kept.
    pub accepted: u64,
    /// How often it made the timetable better than before the move.
    pub improved: u64,
}

/// How the tasks of a resource type get their resources.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Together with the times, by the search.
    Joint,
    /// By the search, and after each generation once more by an exact matching at each time.
    Afterwards,
    /// By a matching at each time that a step of the search has changed: no constraint looks at more.
    EachStep,
}

/// The way that was chosen for one resource type, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TypeWay {
    /// A type that some task waits for.
    pub resource_type: ResourceTypeId,
    /// Expected demand for each resource there is, at the worst time and for the worst set of them, in
    /// a thousandth.
    pub tightness: u32,
    /// What follows from it.
    pub way: Way,
}

/// What a run found, and how.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// How good the timetable is known to be.
    pub status: Status,
    /// Why the run ended.
    pub stopped_by: StoppedBy,
    /// The best timetable, sorted.
    pub solution: Solution,
    /// Its full count.
    pub report: Report,
    /// No timetable costs less than this.
    pub lower_bound: Cost,
    /// Steps done by each lane; a step is one evaluated move.
    pub steps: u64,
    /// The steps of each lane for which each generation was planned; see [`Outcome::limits_to_repeat`].
    pub plan: Vec<Generation>,
    /// How many rounds of polishing followed each generation.
    pub polish: Vec<u64>,
    /// How each resource type that some task waits for got its resources, in the order of the types.
    pub ways: Vec<TypeWay>,
    /// Wall-clock seconds.
    pub seconds: f64,
    /// Every new best, in order.
    pub trace: Vec<Better>,
    /// How each kind of move did.
    pub moves: Vec<MoveCount>,
}

impl Outcome {
    /// The cost of the best timetable.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        self.report.cost
    }

    /// The limits under which the same seed and lanes give the same again: without a clock, by the plan.
    #[must_use]
    pub fn limits_to_repeat(&self) -> Limits {
        let cut_short = self.steps < Generation::all_steps(&self.plan);
        Limits {
            steps: self.plan.clone(),
            polish: self.polish.clone(),
            stop_after: cut_short.then_some(self.steps),
            ..Limits::default()
        }
    }

    /// How far the cost may be from the best possible, as a share of the cost; none while the hard
    /// parts differ.
    #[must_use]
    pub fn gap(&self) -> Option<f64> {
        gap(self.cost(), self.lower_bound)
    }
}

/// (cost - bound) / cost of the soft parts; none while the hard parts differ.
#[must_use]
pub fn gap(cost: Cost, bound: Cost) -> Option<f64> {
    if cost.hard != bound.hard {
        None
    } else if cost.soft == bound.soft {
        Some(0.0)
    } else {
        Some((cost.soft - bound.soft) as f64 / cost.soft as f64)
    }
}
