//! How the cost of some runs fell: at each moment, the median and the quartiles over the seeds.

use crate::bench::record::Row;
use crate::bench::statistics::costs;
use jadwal_model::Cost;

/// The course of the runs of one instance within one limit.
pub(crate) struct Curve {
    /// From each moment on, the quartiles of the costs; `Cost::MAX` where there is no timetable.
    pub(crate) steps: Vec<(f64, [Cost; 3])>,
    /// When the runs end.
    pub(crate) end: f64,
}

/// The course of some runs.
pub(crate) fn curve(rows: &[&Row]) -> Curve {
    let traces: Vec<Vec<(f64, Cost)>> = rows.iter().map(|row| row.progress()).collect();
    let mut moments: Vec<f64> = traces.iter().flatten().map(|&(at, _)| at).collect();
    // a busy machine finds the last best after the limit
    let end = rows.iter().map(|row| row.horizon()).chain(moments.iter().copied());
    let end = end.fold(0.0, f64::max);
    moments.sort_by(f64::total_cmp);
    moments.dedup();
    let cost = |trace: &[(f64, Cost)], moment: f64| {
        let found = trace.iter().take_while(|&&(at, _)| at <= moment).last();
        found.map_or(Cost::MAX, |&(_, cost)| cost)
    };
    let quartiles = |moment: f64| {
        let spread = costs(traces.iter().map(|trace| cost(trace, moment)).collect())?;
        Some((moment, [spread.lower, spread.median, spread.upper]))
    };
    let steps = moments.into_iter().filter_map(quartiles).collect();
    Curve { steps, end }
}
