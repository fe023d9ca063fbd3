//! The primal gap and its integral: how good the timetable was, on average, while the search went.
//!
//! Source   Berthold (2013), "Measuring the impact of primal heuristics". Ours differs where a cost
//!          has two parts: while the hard part is above the reference's, the gap is 1.

use jadwal_model::Cost;

/// How far a cost is from the reference, from 0 to 1.
pub(crate) fn gap(cost: Cost, reference: Cost) -> f64 {
    if cost <= reference {
        0.0
    } else if cost.hard > reference.hard {
        1.0
    } else {
        (cost.soft - reference.soft) as f64 / cost.soft as f64
    }
}

/// The integral of the gap from 0 to the horizon, as a share of the horizon.
///
/// The trace says where each new best was found. Before the first the gap is 1, after the last it
/// stays.
pub(crate) fn integral(trace: &[(f64, Cost)], horizon: f64, reference: Cost) -> f64 {
    let (mut area, mut since, mut height) = (0.0, 0.0, 1.0);
    for &(at, cost) in trace {
        let at = at.clamp(since, horizon.max(since));
        area += (at - since) * height;
        (since, height) = (at, gap(cost, reference));
    }
    area += (horizon - since).max(0.0) * height;
    if horizon > 0.0 { area / horizon } else { height }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gap_is_one_while_hard_remains() {
        let cases = [
            ("equal", (0, 20), (0, 20), 0.0),
            ("better than what was known", (0, 10), (0, 20), 0.0),
            ("a quarter of the cost too much", (0, 80), (0, 60), 0.25),
            ("nothing is known to be needed", (0, 3), (0, 0), 1.0),
            ("hard above the reference", (1, 0), (0, 20), 1.0),
            ("hard that nobody gets rid of", (12, 50), (12, 25), 0.5),
        ];
        for (name, cost, reference, expected) in cases {
            let of = |(hard, soft)| Cost::new(hard, soft);
            assert!((gap(of(cost), of(reference)) - expected).abs() < 1e-12, "{name}");
        }
    }

    #[test]
    fn the_integral_is_the_area_under_the_gap() {
        let best = Cost::new(0, 10);
        // 1 for 2 s, hard for 2 s, 0.75 for 4 s, 0.5 for 2 s: 8 of 10.
        let trace = [(2.0, (3, 5)), (4.0, (0, 40)), (8.0, (0, 20))];
        let trace = trace.map(|(at, (hard, soft))| (at, Cost::new(hard, soft)));
        assert!((integral(&trace, 10.0, best) - 0.8).abs() < 1e-12);
        assert!((integral(&[], 10.0, best) - 1.0).abs() < 1e-12, "nothing was found");
        assert!(integral(&[(0.0, best)], 10.0, best).abs() < 1e-12, "found at once");
        // what comes after the horizon is not counted
        assert!((integral(&[(5.0, best), (20.0, best)], 10.0, best) - 0.5).abs() < 1e-12);
    }
}
