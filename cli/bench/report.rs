//! A campaign as a report: tables of what it measured, and pictures beside them.

use super::chart::curve::curve;
use super::chart::fall::{self, Labels};
use super::chart::gaps::{self, Line};
use super::record::{Record, Row};
use super::statistics::distinct;
use super::summary::{MoveSummary, Summary};
use super::table::{head, limits, line, seconds};
use crate::output;
use jadwal_io::words::Words;
use std::fmt::Write;
use std::io::Result;
use std::path::Path;

/// The name of the picture of all gaps.
const GAPS: &str = "gaps.svg";

/// The keys of the heads of the table of costs.
const COSTS: [&str; 13] = [
    "bench-head-instance",
    "bench-head-limit",
    "bench-head-runs",
    "bench-head-reference",
    "bench-head-min",
    "bench-head-lower",
    "bench-head-median",
    "bench-head-upper",
    "bench-head-max",
    "bench-head-primal-gap",
    "bench-head-hard-0",
    "bench-head-best",
    "bench-head-primal",
];

/// Writes `report.md` and its pictures into a folder.
pub(crate) fn write(
    folder: &Path,
    words: &Words,
    record: &Record,
    summaries: &[Summary],
) -> Result<()> {
    let mut text = String::new();
    let say = |key: &str| words.say(key, &[]);
    let title = words.say("bench-report", &[("suite", record.suite.as_str().into())]);
    let lanes = [
        ("lanes", record.lanes.to_string().into()),
        ("threads", record.threads.to_string().into()),
    ];
    let _ = writeln!(text, "# {title}\n\n{}\n", words.say("bench-report-machine", &lanes));
    let _ = writeln!(text, "## {}\n\n{}", say("bench-report-costs"), costs(words, summaries));
    let _ = writeln!(text, "{}\n", say("bench-report-costs-note"));
    let _ = writeln!(text, "## {}\n", say("bench-report-gaps"));
    put(folder, &mut text, GAPS, &say("bench-report-gaps"), &gap_picture(words, summaries)?)?;
    let _ = writeln!(text, "## {}\n", say("bench-report-fall"));
    for (index, group) in summaries.chunk_by(|one, next| one.instance == next.instance).enumerate()
    {
        let name = format!("fall-{:02}-{}.svg", index + 1, plain(&group[0].instance));
        let picture = fall_picture(words, record, group)?;
        put(folder, &mut text, &name, &group[0].instance, &picture)?;
    }
    let _ = writeln!(text, "## {}\n\n{}", say("bench-report-moves"), moves(words, summaries));
    let _ = writeln!(text, "{}", say("bench-report-moves-note"));
    output::write(&folder.join("report.md"), |out| out.write_all(text.as_bytes()))
}

fn put(folder: &Path, text: &mut String, name: &str, title: &str, picture: &str) -> Result<()> {
    let _ = writeln!(text, "![{title}]({name})\n");
    output::write(&folder.join(name), |out| out.write_all(picture.as_bytes()))
}

/// A name that may stand in the name of a file anywhere.
fn plain(name: &str) -> String {
    let keep = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    name.chars().map(|letter| if keep(letter) { letter } else { '-' }).collect()
}

fn costs(words: &Words, summaries: &[Summary]) -> String {
    let mut text = head(&COSTS.map(|key| words.say(key, &[])));
    for one in summaries {
        let cost = &one.cost;
        let integral = &one.primal_integral;
        let cells = [
            one.instance.clone(),
            one.limit.shown(words),
            one.runs.to_string(),
            reference(one),
            cost.min.to_string(),
            cost.lower.to_string(),
            format!("**{}**", cost.median),
            cost.upper.to_string(),
            cost.max.to_string(),
            share(one.gap.median),
            format!("{} ({}/{})", seconds(one.seconds_to_hard_0, 0), one.reached_hard_0, one.runs),
            seconds(one.seconds_to_best, 0),
            format!(
                "{} ({}–{})",
                share(integral.median),
                share(integral.lower),
                share(integral.upper)
            ),
        ];
        line(&mut text, &cells);
    }
    text
}

/// The reference, with a star where the suite knows none.
fn reference(summary: &Summary) -> String {
    format!("{}{}", summary.reference, if summary.reference_known { "" } else { " *" })
}

fn moves(words: &Words, summaries: &[Summary]) -> String {
    let all = summaries.iter().flat_map(|one| &one.moves);
    let kinds = distinct(all.map(|kind| kind.name));
    let fixed =
        ["bench-head-instance", "bench-head-limit", "bench-head-speed", "bench-head-memory"];
    let mut heads: Vec<String> = fixed.iter().map(|key| words.say(key, &[])).collect();
    heads.extend(kinds.iter().map(|kind| format!("`{kind}`")));
    let mut text = head(&heads);
    for one in summaries {
        let memory = one.peak_resident_bytes.map(|bytes| format!("{} MiB", bytes >> 20));
        let mut cells = vec![
            one.instance.clone(),
            one.limit.shown(words),
            count(one.steps_per_second),
            memory.unwrap_or_else(|| "–".to_owned()),
        ];
        cells.extend(kinds.iter().map(|kind| {
            one.moves.iter().find(|count| count.name == *kind).map_or(String::new(), kind_cell)
        }));
        line(&mut text, &cells);
    }
    text
}

fn kind_cell(kind: &MoveSummary) -> String {
    let MoveSummary { tried_per_second, accepted_share, improved_share, .. } = *kind;
    format!("{} · {} · {}", count(tried_per_second), share(accepted_share), share(improved_share))
}

/// A share in per cent: one digit more where it is small.
fn share(share: f64) -> String {
    let percent = 100.0 * share;
    if percent < 9.95 && percent > 0.0 {
        format!("{percent:.1} %")
    } else {
        format!("{percent:.0} %")
    }
}

/// A large number, short.
fn count(number: f64) -> String {
    match number {
        large if large >= 1e6 => format!("{:.2} M", large / 1e6),
        large if large >= 1e4 => format!("{:.0} k", large / 1e3),
        small => format!("{small:.0}"),
    }
}

fn gap_picture(words: &Words, summaries: &[Summary]) -> Result<String> {
    let limits = limits(summaries);
    let names: Vec<String> = limits.iter().map(|limit| limit.shown(words)).collect();
    let lines = summaries.iter().map(|one| Line {
        instance: one.instance.clone(),
        limit: limits.iter().position(|limit| **limit == one.limit).unwrap_or_default(),
        gap: one.gap,
        settled: one.cost.median.hard <= one.reference.hard,
        costs: format!("{}  →  {}", one.cost.median, reference(one)),
    });
    let lines: Vec<Line> = lines.collect();
    let (title, across) = (words.say("bench-report-gaps", &[]), words.say("bench-chart-gap", &[]));
    gaps::picture_of(&title, &across, &names, &lines)
}

fn fall_picture(words: &Words, record: &Record, group: &[Summary]) -> Result<String> {
    let first = &group[0];
    let curves = group.iter().map(|one| {
        let rows = record.rows.iter();
        let rows: Vec<&Row> =
            rows.filter(|row| row.instance == one.instance && row.limit == one.limit).collect();
        (format!("{}: {}", one.limit.shown(words), one.cost.median), curve(&rows))
    });
    let curves: Vec<_> = curves.collect();
    let across = if first.limit.by_steps() { "bench-chart-steps" } else { "bench-chart-time" };
    let cost = first.reference.to_string();
    let known = if first.reference_known { "bench-chart-known" } else { "bench-chart-found" };
    let labels = Labels {
        title: first.instance.clone(),
        across: words.say(across, &[]),
        hard: words.say("bench-chart-hard", &[]),
        soft: words.say("bench-chart-soft", &[("hard", fall::floor(&curves).to_string().into())]),
        reference: words.say(known, &[("cost", cost.into())]),
    };
    fall::picture_of(&labels, &curves, first.reference)
}
