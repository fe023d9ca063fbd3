//! Judges a campaign: false claims, and what got worse since a recorded one.

use super::record::{BENCH, Baseline, BaselineRow, Record, Row, median};
use super::suite::Entry;
use crate::failure::Failure;
use jadwal_model::Cost;
use std::path::Path;

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
        let (Some(target), Some(found)) = (entry.target, median_of(&record.rows, &entry.name))
        else {
            continue;
        };
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

/// The median cost of an instance.
pub(crate) fn median_of(rows: &[Row], name: &str) -> Option<Cost> {
    median(rows.iter().filter(|row| row.instance == name).map(|row| row.counted).collect())
}

impl Baseline {
    /// Reads a recorded campaign.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let wrong = |found: &str| Failure::usage("baseline", &path.display().to_string(), found);
        let text = std::fs::read_to_string(path).map_err(|error| wrong(&error.to_string()))?;
        let baseline: Self =
            serde_json::from_str(&text).map_err(|error| wrong(&error.to_string()))?;
        if baseline.schema == BENCH { Ok(baseline) } else { Err(wrong(&baseline.schema)) }
    }

    /// What got worse: a median with more hard cost, or with more soft cost than the tolerance
    /// allows; and what was not run, unless it was left out by naming others.
    pub(crate) fn compare(&self, record: &Record, tolerance: f64, only: &[String]) -> Vec<Verdict> {
        let mut names: Vec<&str> = self.rows.iter().map(|row| row.instance.as_str()).collect();
        names.dedup();
        let left_out = |name: &str| !only.is_empty() && only.iter().all(|other| other != name);
        let verdicts = names.iter().filter_map(|name| {
            let mut verdict = self.compare_one(name, record, tolerance)?;
            // after Ctrl-C the exit code says that instances are missing
            if verdict.key == ABSENT && !left_out(name) && record.complete {
                verdict.gravity = Gravity::Worse;
            }
            Some(verdict)
        });
        verdicts.collect()
    }

    fn compare_one(&self, name: &str, record: &Record, tolerance: f64) -> Option<Verdict> {
        let cost = |row: &BaselineRow| Cost::new(row.cost.hard, row.cost.soft);
        let old: Vec<&BaselineRow> = self.rows.iter().filter(|row| row.instance == name).collect();
        let before = median(old.iter().map(|row| cost(row)).collect())?;
        let verdict = |key, found: String, gravity| {
            let (instance, expected) = (name.to_owned(), before.to_string());
            Some(Verdict { key, instance, found, expected, gravity })
        };
        let new: Vec<&Row> = record.rows.iter().filter(|row| row.instance == name).collect();
        let Some(after) = median_of(&record.rows, name) else {
            return verdict(ABSENT, String::new(), Gravity::Note);
        };
        let old_limits = old.iter().map(|row| (row.time_limit_s, &row.max_steps));
        let new_limits = new.iter().map(|row| (row.time_limit_s, &row.max_steps));
        let first = (old[0].time_limit_s, &old[0].max_steps);
        let alike = old_limits.chain(new_limits).all(|limits| limits == first);
        if !alike || (self.threads, self.lanes) != (record.threads, record.lanes) {
            return verdict("bench-incomparable", after.to_string(), Gravity::Note);
        }
        let slack = (before.soft as f64 * tolerance).ceil() as i64;
        let allowed = Cost::new(before.hard, before.soft.saturating_add(slack));
        if after > allowed {
            return verdict("bench-worse", after.to_string(), Gravity::Worse);
        }
        None
    }
}
