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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::tests::{events, instance, meet, only};
    use crate::constraint::{AssignTime, AvoidClashes, Constraint, Kind, Point};
    use crate::cost::{Cost, CostFunction};
    use crate::id::Id;

    #[test]
    fn hard_and_soft_costs_add_up() {
        let meets = vec![
            meet(0, 2, 0).by(0),
            meet(1, 2, 1).by(0),
            meet(2, 3, None).by(0),
            meet(3, 1, None).by(1),
        ];
        let mut instance = instance(&meets);
        let clashes = Kind::AvoidClashes(AvoidClashes { applies_to: only(0) });
        let times = Kind::AssignTime(AssignTime { applies_to: events() });
        for (required, weight, function, kind) in
            [(true, 5, CostFunction::Linear, clashes), (false, 2, CostFunction::Quadratic, times)]
        {
            let (code, name) = (kind.name().to_owned(), String::new());
            instance.constraints.push(Constraint { code, name, required, weight, function, kind });
        }

        let report = evaluate(&instance, &Solution { meets });

        assert_eq!(report.cost, Cost::new(5, 2 * 9 + 2));
        let found: Vec<_> = report.violations.iter().map(|v| (v.point, v.deviation)).collect();
        let points = [
            (Point::Resource(Id::new(0)), 1),
            (Point::Event(Id::new(2)), 3),
            (Point::Event(Id::new(3)), 1),
        ];
        assert_eq!(found, points);
        let kinds = [("AvoidClashes", Cost::new(5, 0)), ("AssignTime", Cost::new(0, 20))];
        assert_eq!(report.by_kind(&instance), kinds);
        assert_eq!(report.worst()[1].cost, Cost::new(0, 18), "the hard one comes first");
    }

    #[test]
    fn events_left_out_count_as_unplaced() {
        let mut instance = instance(&[meet(0, 2, 0), meet(1, 1, 4)]);
        let kind = Kind::AssignTime(AssignTime { applies_to: events() });
        let (code, name) = (kind.name().to_owned(), String::new());
        let function = CostFunction::Linear;
        instance.constraints.push(Constraint {
            code,
            name,
            required: true,
            weight: 1,
            function,
            kind,
        });
        let solution = Solution { meets: vec![meet(1, 1, 4)] };
        assert_eq!(evaluate(&instance, &solution).cost, Cost::new(2, 0));
    }
}
