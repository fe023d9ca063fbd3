//! What the runs of one instance within one limit come to.

use super::limit::Limit;
use super::primal;
use super::record::{Record, Row};
use super::statistics::{Spread, costs, distinct, middle, numbers};
use super::suite::Entry;
use jadwal_model::Cost;
use serde::Serialize;

/// One instance within one limit, over all seeds.
#[derive(Serialize)]
pub(crate) struct Summary {
    pub(crate) instance: String,
    #[serde(flatten)]
    pub(crate) limit: Limit,
    pub(crate) runs: usize,
    pub(crate) cost: Spread<Cost>,
    /// What gaps are measured against.
    pub(crate) reference: Cost,
    /// Whether the suite names it; else it is the best of the campaign.
    pub(crate) reference_known: bool,
    /// The primal gap of the final costs.
    pub(crate) gap: Spread<f64>,
    pub(crate) reached_hard_0: usize,
    /// Over the runs that reached it.
    pub(crate) seconds_to_hard_0: Option<f64>,
    pub(crate) seconds_to_best: Option<f64>,
    /// As a share of the limit.
    pub(crate) primal_integral: Spread<f64>,
    pub(crate) steps_per_second: f64,
    /// The largest of the runs.
    pub(crate) peak_resident_bytes: Option<u64>,
    pub(crate) moves: Vec<MoveSummary>,
}

/// How one kind of move did, over all seeds.
#[derive(Serialize)]
pub(crate) struct MoveSummary {
    pub(crate) name: &'static str,
    /// The median of the runs, all lanes together.
    pub(crate) tried_per_second: f64,
    /// How many of those tried were kept.
    pub(crate) accepted_share: f64,
    /// How many of all improvements are of this kind.
    pub(crate) improved_share: f64,
}

/// A campaign as its file keeps it.
#[derive(Serialize)]
pub(crate) struct Document<'a> {
    #[serde(flatten)]
    pub(crate) record: &'a Record,
    pub(crate) summaries: &'a [Summary],
}

/// Sums up a campaign: instance by instance, limit by limit.
pub(crate) fn summaries(record: &Record, entries: &[Entry]) -> Vec<Summary> {
    let mut summaries = Vec::new();
    for entry in entries {
        let rows = || record.rows.iter().filter(|row| row.instance == entry.name);
        let Some(best) = rows().map(|row| row.counted).min() else { continue };
        for limit in record.limits_of(&entry.name) {
            let rows: Vec<&Row> = rows().filter(|row| row.limit == *limit).collect();
            summaries.extend(summary(entry, limit, &rows, best));
        }
    }
    summaries
}

fn summary(entry: &Entry, limit: &Limit, rows: &[&Row], best: Cost) -> Option<Summary> {
    let reference = entry.known.unwrap_or(best);
    let all = |part: &dyn Fn(&Row) -> f64| numbers(rows.iter().map(|row| part(row)).collect());
    let some = |part: &dyn Fn(&Row) -> Option<f64>| {
        let there: Vec<f64> = rows.iter().filter_map(|row| part(row)).collect();
        (there.len(), middle(there))
    };
    let (reached_hard_0, seconds_to_hard_0) = some(&|row| row.seconds_to_hard_0);
    Some(Summary {
        instance: entry.name.clone(),
        limit: limit.clone(),
        runs: rows.len(),
        cost: costs(rows.iter().map(|row| row.counted).collect())?,
        reference,
        reference_known: entry.known.is_some(),
        gap: all(&|row| primal::gap(row.counted, reference))?,
        reached_hard_0,
        seconds_to_hard_0,
        seconds_to_best: some(&|row| row.seconds_to_best).1,
        primal_integral: all(&|row| integral(row, reference))?,
        steps_per_second: all(&|row| row.steps_per_second)?.median,
        peak_resident_bytes: rows.iter().filter_map(|row| row.peak_resident_bytes).max(),
        moves: moves(rows),
    })
}

/// Over the time that was allowed; by steps where no clock ends the run, so that it can be repeated.
fn integral(row: &Row, reference: Cost) -> f64 {
    primal::integral(&row.progress(), row.horizon(), reference)
}

fn moves(rows: &[&Row]) -> Vec<MoveSummary> {
    let all = rows.iter().flat_map(|row| &row.moves);
    let names = distinct(all.map(|count| count.name));
    let share = |part: u64, whole: u64| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
    let every: u64 = rows.iter().flat_map(|row| &row.moves).map(|count| count.improved).sum();
    let one = |name| {
        let counts = || {
            let of = |row: &Row| row.moves.iter().find(|count| count.name == name).copied();
            rows.iter().map(move |row| (row.seconds, of(row).unwrap_or_default()))
        };
        let (tried, accepted, improved) = counts().fold((0, 0, 0), |(t, a, i), (_, count)| {
            (t + count.tried, a + count.accepted, i + count.improved)
        });
        let speeds = counts().map(|(seconds, count)| count.tried as f64 / seconds.max(1e-9));
        MoveSummary {
            name,
            tried_per_second: middle(speeds.collect()).unwrap_or_default(),
            accepted_share: share(accepted, tried),
            improved_share: share(improved, every),
        }
    };
    names.into_iter().map(one).collect()
}
