//! The slow and plain truth: counts everything from nothing.

use crate::constraint::Count;
use crate::instance::Instance;
use crate::report::{Report, Violation};
use crate::solution::Solution;
use crate::timetable::Timetable;

/// Counts every constraint at every point where it applies.
///
/// Events that the solution leaves out count as one unplaced meet. The solution should fit the
/// instance ([`Solution::validate`]). Takes time in proportion to constraints x points x meets.
#[must_use]
pub fn evaluate(instance: &Instance, solution: &Solution) -> Report {
    let timetable = Timetable::new(&instance.facts, solution);
    let mut report = Report::default();
    for (id, constraint) in instance.constraints.enumerate() {
        for (point, deviation) in constraint.kind.count(&timetable) {
            let cost = constraint.cost(deviation);
            if deviation > 0 {
                report.cost += cost;
                report.violations.push(Violation { constraint: id, point, deviation, cost });
            }
        }
    }
    report
}
