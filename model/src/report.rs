//! What is violated, where, by how much and at what cost.

use crate::constraint::Point;
use crate::cost::{Cost, Deviation};
use crate::id::ConstraintId;
use crate::instance::Instance;

/// One point of application at which a constraint does not hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Violation {
    /// The constraint.
    pub constraint: ConstraintId,
    /// Where.
    pub point: Point,
    /// How far off; above zero.
    pub deviation: Deviation,
    /// What it costs.
    pub cost: Cost,
}

/// The full count of a solution.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// The sum of all costs.
    pub cost: Cost,
    /// Everything violated, in the order of the constraints and of their scopes.
    pub violations: Vec<Violation>,
}

impl Report {
    /// The cost of each constraint that is violated, in the order of the instance.
    #[must_use]
    pub fn by_constraint(&self) -> Vec<(ConstraintId, Cost)> {
        let mut costs: Vec<(ConstraintId, Cost)> = Vec::new();
        for violation in &self.violations {
            match costs.last_mut() {
                Some((last, cost)) if *last == violation.constraint => *cost += violation.cost,
                _ => costs.push((violation.constraint, violation.cost)),
            }
        }
        costs
    }

    /// The cost of each kind of constraint that is violated, by name.
    #[must_use]
    pub fn by_kind(&self, instance: &Instance) -> Vec<(&'static str, Cost)> {
        let mut costs: Vec<(&'static str, Cost)> = Vec::new();
        for (constraint, cost) in self.by_constraint() {
            let name = instance.constraints[constraint].kind.name();
            match costs.iter_mut().find(|(other, _)| *other == name) {
                Some((_, sum)) => *sum += cost,
                None => costs.push((name, cost)),
            }
        }
        costs
    }

    /// The violations, the most costly first; equal ones in their order.
    #[must_use]
    pub fn worst(&self) -> Vec<Violation> {
        let mut violations = self.violations.clone();
        violations.sort_by_key(|violation| std::cmp::Reverse(violation.cost));
        violations
    }
}
