//! A campaign as a Markdown table.

use super::judge::{goal, median_of};
use super::record::{Record, Row};
use super::suite::Entry;
use jadwal_io::words::Words;
use jadwal_model::Cost;
use std::fmt::Write;

/// The keys of the column heads.
const HEADS: [&str; 11] = [
    "bench-head-instance",
    "bench-head-known",
    "bench-head-target",
    "bench-head-runs",
    "bench-head-min",
    "bench-head-median",
    "bench-head-max",
    "bench-head-gap",
    "bench-head-hard-0",
    "bench-head-best",
    "bench-head-speed",
];

/// The table of a campaign, one line an instance, the skipped ones too.
pub(crate) fn markdown(words: &Words, record: &Record, entries: &[Entry]) -> String {
    let mut text = String::new();
    let heads = HEADS.map(|key| words.say(key, &[]));
    let _ = writeln!(text, "| {} |", heads.join(" | "));
    let _ = writeln!(text, "|---|{}", "---:|".repeat(HEADS.len() - 1));
    for entry in entries {
        let rows: Vec<&Row> = record.rows.iter().filter(|row| row.instance == entry.name).collect();
        if let Some(median) = median_of(&record.rows, &entry.name) {
            let _ = writeln!(text, "| {} |", cells(entry, &rows, median).join(" | "));
        }
    }
    for skipped in &record.skipped {
        let values = [
            ("instance", skipped.instance.as_str().into()),
            ("found", skipped.reason.as_str().into()),
        ];
        let _ = writeln!(text, "\n{}", words.say("bench-skipped", &values));
    }
    text
}

fn cells(entry: &Entry, rows: &[&Row], median: Cost) -> Vec<String> {
    let costs = || rows.iter().map(|row| row.counted);
    let show = |cost: Option<Cost>| cost.map_or(String::new(), |cost| cost.to_string());
    let speed = middle(rows.iter().map(|row| row.steps_per_second).collect());
    vec![
        entry.name.clone(),
        show(entry.known),
        entry.target.map_or(String::new(), |target| {
            format!("{} {}", goal(target), if median <= target { "✓" } else { "✗" })
        }),
        rows.len().to_string(),
        show(costs().min()),
        median.to_string(),
        show(costs().max()),
        entry.known.map_or(String::new(), |known| gap(median, known)),
        seconds(rows.iter().map(|row| row.seconds_to_hard_0)),
        seconds(rows.iter().map(|row| row.seconds_to_best)),
        format!("{speed:.0}"),
    ]
}

/// How far a cost is from the best known one.
fn gap(cost: Cost, known: Cost) -> String {
    let Cost { hard, soft } = cost - known;
    match (hard, known.soft) {
        (0, 0) => format!("{soft:+}"),
        (0, base) => format!("{soft:+} ({:+.0} %)", soft as f64 * 100.0 / base as f64),
        _ => format!("{hard:+}/{soft:+}"),
    }
}

/// The median of the runs that got there, and how many did not.
fn seconds(all: impl Iterator<Item = Option<f64>>) -> String {
    let (mut there, mut missing) = (Vec::new(), 0);
    for seconds in all {
        match seconds {
            Some(seconds) => there.push(seconds),
            None => missing += 1,
        }
    }
    match (there.is_empty(), missing) {
        (true, _) => "–".to_owned(),
        (false, 0) => format!("{:.1} s", middle(there)),
        (false, _) => format!("{:.1} s (–{missing})", middle(there)),
    }
}

fn middle(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(0.0)
}
