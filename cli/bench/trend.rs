//! A file of campaigns, one line each, and what it shows.

use super::chart::course::{self, Course};
use super::limit::Limit;
use super::record::Record;
use super::statistics::distinct;
use super::summary::Summary;
use super::table::{head, line};
use crate::arguments::Trend;
use crate::console::Console;
use crate::failure::{End, Failure};
use crate::output;
use crate::tool::TOOL;
use jadwal_io::words::Words;
use jadwal_model::Cost;
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use std::path::Path;
use std::time::SystemTime;

/// The name of the schema of a line.
const SCHEMA: &str = "jadwal/bench-trend/1";

/// One campaign.
#[derive(Serialize, Deserialize)]
struct Point {
    schema: String,
    date: String,
    commit: Option<String>,
    suite: String,
    threads: usize,
    lanes: usize,
    medians: Vec<Median>,
}

/// What one instance came to within one limit.
#[derive(Serialize, Deserialize)]
struct Median {
    instance: String,
    #[serde(flatten)]
    limit: Limit,
    runs: usize,
    hard: i64,
    soft: i64,
    reached_hard_0: usize,
    primal_integral: f64,
}

/// Adds a campaign to a file, or begins the file.
pub(crate) fn append(
    path: &Path,
    date: Option<&str>,
    commit: Option<&str>,
    record: &Record,
    summaries: &[Summary],
) -> Result<(), Failure> {
    let mut text = if path.exists() { read(path)?.0 } else { String::new() };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    let median = |one: &Summary| Median {
        instance: one.instance.clone(),
        limit: one.limit.clone(),
        runs: one.runs,
        hard: one.cost.median.hard,
        soft: one.cost.median.soft,
        reached_hard_0: one.reached_hard_0,
        primal_integral: one.primal_integral.median,
    };
    let point = Point {
        schema: SCHEMA.to_owned(),
        date: date.map_or_else(now, str::to_owned),
        commit: commit.or(TOOL.commit).map(str::to_owned),
        suite: record.suite.clone(),
        threads: record.threads,
        lanes: record.lanes,
        medians: summaries.iter().map(median).collect(),
    };
    text.push_str(&serde_json::to_string(&point).map_err(std::io::Error::from)?);
    text.push('\n');
    Ok(output::write(path, |out| out.write_all(text.as_bytes()))?)
}

/// Fails now rather than after a long campaign if a file is something else.
pub(crate) fn check(path: &Path) -> Result<(), Failure> {
    output::check(path)?;
    if path.exists() {
        read(path)?;
    }
    Ok(())
}

/// Shows a file: as Markdown, or as a picture where the target's name ends so.
pub(crate) fn run(flags: &Trend, console: &Console) -> Result<End, Failure> {
    let (_, points) = read(&flags.file)?;
    if let Some(path) = &flags.output {
        output::check(path)?;
    }
    let courses = courses(&console.words, &points);
    let Some(path) = &flags.output else {
        console.line(markdown(&console.words, &points, &courses).trim_end())?;
        return Ok(End::Done);
    };
    let svg = output::ending(path) == "svg";
    let text = if svg {
        let title = console.words.say("bench-trend", &[]);
        let dates: Vec<&str> = points.iter().map(|point| day(&point.date)).collect();
        course::picture_of(&title, &dates, &courses)?
    } else {
        markdown(&console.words, &points, &courses)
    };
    output::write(path, |out| out.write_all(text.as_bytes()))?;
    Ok(End::Done)
}

/// The text of a file, and its campaigns.
fn read(path: &Path) -> Result<(String, Vec<Point>), Failure> {
    let wrong = |found: &str| Failure::usage("bench-not-trend", &output::shown(path), found);
    let text = std::fs::read_to_string(path).map_err(|error| wrong(&error.to_string()))?;
    let mut points = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let place = index + 1;
        let point: Point =
            serde_json::from_str(line).map_err(|error| wrong(&format!("{place}: {error}")))?;
        if point.schema != SCHEMA {
            return Err(wrong(&format!("{place}: {}", point.schema)));
        }
        points.push(point);
    }
    Ok((text, points))
}

/// The course of each instance of each suite within each limit, in the order in which they appear.
fn courses(words: &Words, points: &[Point]) -> Vec<Course> {
    let keys = points.iter().flat_map(|point| {
        let medians = point.medians.iter();
        medians.map(|median| (point.suite.as_str(), median.instance.as_str(), &median.limit))
    });
    let course = |(suite, instance, limit): (&str, &str, &Limit)| Course {
        name: format!("{suite}: {instance} ({})", limit.shown(words)),
        costs: points
            .iter()
            .map(|point| {
                let here = point.medians.iter().filter(|_| point.suite == suite);
                let mut here = here.filter(|m| m.instance == instance && m.limit == *limit);
                here.next().map(|median| Cost::new(median.hard, median.soft))
            })
            .collect(),
    };
    distinct(keys).into_iter().map(course).collect()
}

fn markdown(words: &Words, points: &[Point], courses: &[Course]) -> String {
    let mut text = format!("# {}\n\n", words.say("bench-trend", &[]));
    let fixed = ["bench-head-date", "bench-head-commit", "bench-head-lanes"];
    let mut heads: Vec<String> = fixed.iter().map(|key| words.say(key, &[])).collect();
    heads.extend(courses.iter().map(|course| course.name.clone()));
    text.push_str(&head(&heads));
    for (index, point) in points.iter().enumerate() {
        let mut cells = vec![
            day(&point.date).to_owned(),
            point.commit.clone().unwrap_or_default(),
            format!("{} / {}", point.lanes, point.threads),
        ];
        cells.extend(courses.iter().map(|course| cell(course, index)));
        line(&mut text, &cells);
    }
    let _ = writeln!(text, "\n{}", words.say("bench-trend-note", &[]));
    text
}

/// A median, with an arrow for how it stands to the one before.
fn cell(course: &Course, index: usize) -> String {
    let Some(cost) = course.costs[index] else { return String::new() };
    let before = course.costs[..index].iter().rev().flatten().next();
    match before.map(|before| cost.cmp(before)) {
        Some(std::cmp::Ordering::Less) => format!("{cost} ↓"),
        Some(std::cmp::Ordering::Greater) => format!("{cost} ↑"),
        _ => cost.to_string(),
    }
}

/// A date without the time of day.
fn day(date: &str) -> &str {
    date.split('T').next().unwrap_or(date)
}

#[expect(clippy::disallowed_methods, reason = "the date of a campaign is no result of it")]
fn now() -> String {
    humantime::format_rfc3339_seconds(SystemTime::now()).to_string()
}
