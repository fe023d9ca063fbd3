//! Judges a campaign: false claims, and what got worse since a recorded one.

use super::limit::Limit;
use super::record::{Record, Recorded, RecordedRow, Row};
use super::statistics::{costs, distinct};
use super::suite::Entry;
use jadwal_io::words::Words;
use jadwal_model::Cost;

/// The key of what is said of an instance that only the baseline has.
const ABSENT: &str = "bench-absent";

/// One thing to be told about a campaign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Verdict {
    /// The key of its sentence.
    pub(crate) key: &'static str,
    pub(crate) instance: String,
    pub(crate) found: String,
    pub(crate) expected: String,
    pub(crate) gravity: Gravity,
}

/// How grave a verdict is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Gravity {
    /// A claim is false: always an error.
    False,
    /// Worse than the baseline: an error if asked for.
    Worse,
    /// The target is missed: an error if asked for.
    Missed,
    /// Only worth knowing.
    Note,
}

/// Claims that cannot be true, and targets that are missed.
pub(crate) fn claims(record: &Record, entries: &[Entry]) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    for row in &record.rows {
        let mut add = |key, found: Cost, expected: Cost| {
            verdicts.push(Verdict {
                key,
                instance: format!("{} ({})", row.instance, row.seed),
                found: found.to_string(),
                expected: expected.to_string(),
                gravity: Gravity::False,
            });
        };
        if !row.verified {
            add("bench-miscounted", row.cost, row.counted);
        }
        if row.bound > row.counted {
            add("bench-bound-cost", row.bound, row.counted);
        }
        let known = entries.iter().find(|entry| entry.name == row.instance);
        if let Some(known) = known.and_then(|entry| entry.known).filter(|&known| row.bound > known)
        {
            add("bench-bound-known", row.bound, known);
        }
    }
    for entry in entries {
        let longest = record.limits_of(&entry.name).into_iter().max();
        let found = longest.and_then(|limit| median_of(&record.rows, &entry.name, limit));
        let (Some(target), Some(found)) = (entry.target, found) else { continue };
        if found > target {
            verdicts.push(Verdict {
                key: "bench-target",
                instance: entry.name.clone(),
                found: found.to_string(),
                expected: goal(target),
                gravity: Gravity::Missed,
            });
        }
    }
    verdicts
}

/// A target as the suite wrote it.
pub(crate) fn goal(target: Cost) -> String {
    if target.soft == i64::MAX { format!("{}/*", target.hard) } else { target.to_string() }
}

/// The median cost of an instance within a limit.
pub(crate) fn median_of(rows: &[Row], name: &str, limit: &Limit) -> Option<Cost> {
    let rows = rows.iter().filter(|row| row.instance == name && row.limit == *limit);
    costs(rows.map(|row| row.counted).collect()).map(|spread| spread.median)
}

/// What got worse since a baseline: a median with more hard cost, or with more soft cost than the
/// tolerance allows; and what was not run, unless it was left out by naming others.
pub(crate) fn compare(
    words: &Words,
    baseline: &Recorded,
    record: &Record,
    tolerance: f64,
    only: &[String],
) -> Vec<Verdict> {
    let rows = baseline.rows.iter();
    let groups = distinct(rows.map(|row| (row.instance.as_str(), &row.limit)));
    let left_out = |name: &str| !only.is_empty() && only.iter().all(|other| other != name);
    let alone = |name: &str| groups.iter().filter(|(other, _)| *other == name).count() == 1;
    let verdicts = groups.iter().filter_map(|&(name, limit)| {
        let mut verdict = compare_one(baseline, name, limit, record, tolerance)?;
        // after Ctrl-C the exit code says that instances are missing
        if verdict.key == ABSENT && !left_out(name) && record.complete {
            verdict.gravity = Gravity::Worse;
        }
        if !alone(name) {
            verdict.instance = format!("{name} ({})", limit.shown(words));
        }
        Some(verdict)
    });
    verdicts.collect()
}

/// The worst median that is as good as another, within a tolerance.
pub(crate) fn allowed(cost: Cost, tolerance: f64) -> Cost {
    let slack = (cost.soft as f64 * tolerance).ceil() as i64;
    Cost::new(cost.hard, cost.soft.saturating_add(slack))
}

fn compare_one(
    baseline: &Recorded,
    name: &str,
    limit: &Limit,
    record: &Record,
    tolerance: f64,
) -> Option<Verdict> {
    let old = baseline.rows.iter().filter(|row| row.instance == name && row.limit == *limit);
    let before = costs(old.map(RecordedRow::cost).collect())?.median;
    let verdict = |key, found: String, gravity| {
        let (instance, expected) = (name.to_owned(), before.to_string());
        Some(Verdict { key, instance, found, expected, gravity })
    };
    if record.rows.iter().all(|row| row.instance != name) {
        return verdict(ABSENT, String::new(), Gravity::Note);
    }
    let alike = (baseline.threads, baseline.lanes) == (record.threads, record.lanes);
    let Some(after) = median_of(&record.rows, name, limit).filter(|_| alike) else {
        return verdict("bench-incomparable", String::new(), Gravity::Note);
    };
    if after > allowed(before, tolerance) {
        return verdict("bench-worse", after.to_string(), Gravity::Worse);
    }
    None
}
