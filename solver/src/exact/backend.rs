//! HiGHS, which solves what we say in whole numbers; on one thread, so that runs repeat.

use super::programme::Programme;
use highs::{Col, HighsModelStatus, Model, RowProblem, Sense};
use jadwal_model::Cost;

/// What is minimised: so much for each unit of hard and of soft cost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Objective {
    pub(super) hard: i64,
    pub(super) soft: i64,
}

impl Objective {
    pub(super) const HARD: Self = Self { hard: 1, soft: 0 };
    pub(super) const SOFT: Self = Self { hard: 0, soft: 1 };

    pub(super) const fn of(self, cost: Cost) -> i64 {
        self.hard * cost.hard + self.soft * cost.soft
    }
}

/// When to give up.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Limits {
    /// Nodes of the search tree.
    pub(super) nodes: Option<i32>,
    /// Wall-clock time; runs that it ends do not repeat.
    pub(super) seconds: Option<f64>,
}

/// How a solve ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    /// To the end: the values are the best possible.
    Solved,
    /// No values satisfy the rows, or none below the cut-off.
    Infeasible,
    /// A limit was reached.
    Stopped,
}

/// What a solve gave.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) verdict: Verdict,
    /// By column; empty where none were found.
    pub(super) values: Vec<f64>,
    /// By row, of a linear programme: the prices.
    pub(super) prices: Vec<f64>,
    /// No solution is better, as the backend counts, without the programme's constant.
    pub(super) bound: f64,
    pub(super) iterations: i64,
}

/// A programme that lives on between solves.
#[derive(Debug)]
pub(super) struct Backend {
    /// None after a failure of the backend.
    model: Option<Model>,
    integer: bool,
}

impl Backend {
    pub(super) fn new(programme: &Programme, objective: Objective, integer: bool) -> Self {
        let mut problem = RowProblem::new();
        let add = |range: &super::programme::Range| {
            let (cost, bounds) =
                (objective.of(range.cost) as f64, range.lower as f64..=range.upper as f64);
            problem.add_column_with_integrality(cost, bounds, integer)
        };
        let columns: Vec<Col> = programme.columns.iter().map(add).collect();
        for row in &programme.rows {
            let terms: Vec<_> = row
                .terms
                .iter()
                .map(|&(column, factor)| (columns[column], factor as f64))
                .collect();
            let lower = row.lower.map_or(f64::NEG_INFINITY, |end| end as f64);
            let upper = row.upper.map_or(f64::INFINITY, |end| end as f64);
            problem.add_row(lower..=upper, terms);
        }
        let mut model = problem.try_optimise(Sense::Minimise).ok();
        if let Some(model) = &mut model {
            model.make_quiet();
        }
        let mut backend = Self { model, integer };
        backend.set("threads", 1);
        backend.set("parallel", "off");
        backend.set("random_seed", 1);
        backend.set("mip_rel_gap", 0.0);
        backend
    }

    fn set<V: highs::HighsOptionValue>(&mut self, name: &str, value: V) {
        if let Some(model) = &mut self.model {
            // an option that this version does not know changes the speed only
            let _ = model.try_set_option(name, value);
        }
    }

    /// Asks only for solutions that cost less.
    pub(super) fn cut_off(&mut self, below: f64) {
        self.set("objective_bound", below);
    }

    pub(super) fn solve(&mut self, limits: Limits) -> Answer {
        self.set("mip_max_nodes", limits.nodes.unwrap_or(i32::MAX));
        self.set("time_limit", limits.seconds.unwrap_or(f64::INFINITY));
        let failed = Answer {
            verdict: Verdict::Stopped,
            values: Vec::new(),
            prices: Vec::new(),
            bound: f64::NEG_INFINITY,
            iterations: 0,
        };
        let Some(Ok(solved)) = self.model.take().map(Model::try_solve) else { return failed };
        let verdict = match solved.status() {
            HighsModelStatus::Optimal | HighsModelStatus::ModelEmpty => Verdict::Solved,
            HighsModelStatus::Infeasible | HighsModelStatus::ObjectiveBound => Verdict::Infeasible,
            _ => Verdict::Stopped,
        };
        let found = solved.primal_solution_status() == highs::HighsSolutionStatus::Feasible;
        let solution = solved.get_solution();
        let bound = if self.integer {
            solved.double_info_value(c"mip_dual_bound").unwrap_or(f64::NEG_INFINITY)
        } else if verdict == Verdict::Solved {
            solved.objective_value()
        } else {
            f64::NEG_INFINITY
        };
        let answer = Answer {
            verdict,
            values: if found { solution.columns().to_vec() } else { Vec::new() },
            prices: if self.integer { Vec::new() } else { solution.dual_rows().to_vec() },
            bound,
            iterations: solved.simplex_iteration_count(),
        };
        self.model = Some(Model::from(solved));
        answer
    }
}
