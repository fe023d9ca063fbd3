//! A campaign as a Markdown table.

use super::judge::goal;
use super::limit::Limit;
use super::record::Record;
use super::statistics::distinct;
use super::suite::Entry;
use super::summary::Summary;
use jadwal_io::words::Words;
use jadwal_model::Cost;
use std::fmt::Write;

/// The keys of the heads of what does not depend on the limit.
const HEADS: [&str; 3] = ["bench-head-instance", "bench-head-known", "bench-head-target"];

/// The keys of the heads of what was measured within one limit.
const GROUP: [&str; 8] = [
    "bench-head-runs",
    "bench-head-min",
    "bench-head-median",
    "bench-head-max",
    "bench-head-gap",
    "bench-head-hard-0",
    "bench-head-best",
    "bench-head-speed",
];

/// The table of a campaign, one line an instance, the skipped ones too; a group of columns for each
/// limit.
pub(crate) fn markdown(
    words: &Words,
    record: &Record,
    summaries: &[Summary],
    entries: &[Entry],
) -> String {
    let groups = groups(summaries);
    let mut heads: Vec<String> = HEADS.iter().map(|key| words.say(key, &[])).collect();
    for limit in &groups {
        let before = limit.map_or(String::new(), |limit| format!("{}: ", limit.shown(words)));
        heads.extend(GROUP.iter().map(|key| format!("{before}{}", words.say(key, &[]))));
    }
    let mut text = head(&heads);
    for entry in entries {
        let of = |wanted: &Option<&Limit>| {
            let same = |limit: &Limit| wanted.is_none_or(|wanted| wanted == limit);
            summaries.iter().find(|one| one.instance == entry.name && same(&one.limit))
        };
        let found: Vec<_> = groups.iter().map(of).collect();
        let Some(longest) = found.iter().flatten().max_by_key(|one| &one.limit) else { continue };
        let mut cells = vec![
            entry.name.clone(),
            entry.known.map_or(String::new(), |known| known.to_string()),
            entry.target.map_or(String::new(), |target| {
                let met = longest.cost.median <= target;
                format!("{} {}", goal(target), if met { "✓" } else { "✗" })
            }),
        ];
        for summary in found {
            match summary {
                Some(summary) => cells.extend(group(entry, summary)),
                None => cells.extend(GROUP.map(|_| String::new())),
            }
        }
        line(&mut text, &cells);
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

/// The limits that have columns of their own; one nameless group where no instance has two.
fn groups(summaries: &[Summary]) -> Vec<Option<&Limit>> {
    let several = summaries.windows(2).any(|two| two[0].instance == two[1].instance);
    if several { limits(summaries).into_iter().map(Some).collect() } else { vec![None] }
}

/// The limits of a campaign, in the order in which they first appear.
pub(crate) fn limits(summaries: &[Summary]) -> Vec<&Limit> {
    distinct(summaries.iter().map(|summary| &summary.limit))
}

/// The head of a table: names on the left, figures on the right.
pub(crate) fn head(heads: &[String]) -> String {
    let mut text = String::new();
    line(&mut text, heads);
    let _ = writeln!(text, "|---|{}", "---:|".repeat(heads.len().saturating_sub(1)));
    text
}

/// One line of a table.
pub(crate) fn line(text: &mut String, cells: &[String]) {
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

/// The median of the runs that got there, and how many did not.
pub(crate) fn seconds(median: Option<f64>, missing: usize) -> String {
    match (median, missing) {
        (None, _) => "–".to_owned(),
        (Some(median), 0) => format!("{median:.1} s"),
        (Some(median), _) => format!("{median:.1} s (–{missing})"),
    }
}

fn group(entry: &Entry, summary: &Summary) -> [String; 8] {
    let cost = &summary.cost;
    [
        summary.runs.to_string(),
        cost.min.to_string(),
        cost.median.to_string(),
        cost.max.to_string(),
        entry.known.map_or(String::new(), |known| gap(cost.median, known)),
        seconds(summary.seconds_to_hard_0, summary.runs - summary.reached_hard_0),
        seconds(summary.seconds_to_best, 0),
        format!("{:.0}", summary.steps_per_second),
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
