//! `jadwal bench`: solves a suite, instance by limit and seed, says what got worse, and reports.

mod chart;
mod compare;
mod judge;
mod limit;
mod memory;
mod primal;
mod record;
mod report;
mod statistics;
mod suite;
mod summary;
mod table;
mod trend;
mod wilcoxon;

use crate::arguments::{Bench, BenchTask, Campaign, Run};
use crate::config::Config;
use crate::console::Console;
use crate::failure::{End, Failure};
use crate::{input, output, signals};
use jadwal_io::fet::Weights;
use jadwal_model::Instance;
use jadwal_solver::{Cancel, Limits, Settings, Silent, solve};
use judge::{Gravity, Verdict};
use limit::Limit;
use record::{Record, Recorded, Row, Skipped};
use std::path::{Path, PathBuf};
use suite::{Entry, Suite};
use summary::Document;

/// Runs a campaign, or shows campaigns that were recorded.
pub(crate) fn run(bench: &Bench, console: &Console, config: &Config) -> Result<End, Failure> {
    match (&bench.task, &bench.campaign) {
        (Some(BenchTask::Compare(flags)), _) => compare::run(flags, console),
        (Some(BenchTask::Trend(flags)), _) => trend::run(flags, console),
        (None, Some(flags)) => campaign(flags, console, config),
        // Clap asks for a suite where no task is named.
        (None, None) => Err(Failure::usage("suite", "SUITE", "")),
    }
}

fn campaign(flags: &Campaign, console: &Console, config: &Config) -> Result<End, Failure> {
    let suite = Suite::read(&flags.suite)?;
    let baseline = flags.baseline.as_deref().map(Recorded::read).transpose()?;
    let mut entries = suite.entries(&flags.suite)?;
    if let Some(unknown) = flags.only.iter().find(|&name| entries.iter().all(|e| e.name != *name)) {
        return Err(Failure::usage("suite-unknown", &suite.name, unknown));
    }
    entries.retain(|entry| flags.only.is_empty() || flags.only.contains(&entry.name));
    let given = given(flags, config)?;
    for entry in entries.iter_mut().filter(|_| !given.is_empty()) {
        entry.limits.clone_from(&given);
    }
    if let Some(entry) = entries.iter().find(|entry| entry.limits.is_empty()) {
        return Err(Failure::usage("bench-no-limit", &entry.name, ""));
    }
    let targets = Targets::of(flags)?;
    let settings = config.settings(&run_of(flags));
    settings.validate()?;
    let seeds = flags.seeds.as_ref().map(|seeds| seeds.0.clone());
    let seeds = seeds.or_else(|| flags.seed.map(|seed| vec![seed]));
    let seeds = seeds.or_else(|| suite.seeds()).unwrap_or_else(|| vec![settings.seed]);
    let cancel = Cancel::default();
    signals::listen(&cancel)?;

    let mut record = Record::new(suite.name.clone(), &settings);
    for entry in &entries {
        measure(console, entry, &seeds, &settings, &cancel, &mut record)?;
    }
    let summaries = summary::summaries(&record, &entries);
    let text = table::markdown(&console.words, &record, &summaries, &entries);
    console.line(&format!("\n{}", text.trim_end()))?;
    if let Some(path) = &targets.markdown {
        output::write(path, |out| out.write_all(text.as_bytes()))?;
    }
    if let Some(path) = &targets.json {
        let document = Document { record: &record, summaries: &summaries };
        output::write(path, |out| {
            serde_json::to_writer(&mut *out, &document)?;
            out.write_all(b"\n")
        })?;
    }
    if let Some(folder) = targets.report.as_deref().filter(|_| !record.rows.is_empty()) {
        report::write(folder, &console.words, &record, &summaries)?;
    }
    // Half a campaign would look like a step of the trend.
    let whole = record.complete && !record.rows.is_empty();
    if let Some(path) = flags.add_to_trend.as_deref().filter(|_| whole) {
        trend::append(path, flags.date.as_deref(), flags.commit.as_deref(), &record, &summaries)?;
    }
    let mut verdicts = judge::claims(&record, &entries);
    if let Some(baseline) = baseline {
        let (tolerance, only) = (flags.tolerance, &flags.only);
        verdicts.extend(judge::compare(&console.words, &baseline, &record, tolerance, only));
    }
    tell(console, &verdicts)?;
    if record.rows.is_empty() && record.complete {
        // A campaign that measured nothing must not look like one that found nothing wrong.
        return Err(input::empty(&output::shown(&flags.suite), "no-row"));
    }
    let fails = |verdict: &Verdict| match verdict.gravity {
        Gravity::False => true,
        Gravity::Worse => flags.fail_on_regress,
        Gravity::Missed => flags.fail_on_target,
        Gravity::Note => false,
    };
    Ok(if verdicts.iter().any(fails) {
        End::Regression
    } else if record.complete {
        End::Done
    } else {
        End::Interrupted
    })
}

/// What a campaign shares with a single run.
fn run_of(flags: &Campaign) -> Run {
    Run {
        time_limit: None,
        max_steps: Vec::new(),
        polish: Vec::new(),
        lanes: flags.lanes,
        threads: flags.threads,
        seed: flags.seed,
    }
}

/// The limits for all instances: the flags', else the configuration's.
fn given(flags: &Campaign, config: &Config) -> Result<Vec<Limit>, Failure> {
    if !flags.time_limit.is_empty() || !flags.max_steps.is_empty() {
        let plans: Vec<_> = flags.max_steps.iter().map(|&steps| vec![steps.into()]).collect();
        return Ok(Limit::pairs(&flags.time_limit, &plans));
    }
    let Limits { time, steps, .. } = config.given_limits(&run_of(flags))?;
    let plans: Vec<_> = (!steps.is_empty()).then_some(steps).into_iter().collect();
    Ok(Limit::pairs(&time.into_iter().collect::<Vec<_>>(), &plans))
}

/// Where a campaign is written.
struct Targets {
    json: Option<PathBuf>,
    markdown: Option<PathBuf>,
    /// A folder.
    report: Option<PathBuf>,
}

impl Targets {
    /// Fails now rather than after a long campaign if one of them cannot be written.
    fn of(flags: &Campaign) -> Result<Self, Failure> {
        let folder = flags.output.as_ref();
        let report = flags.report.as_ref().or(folder);
        for folder in folder.into_iter().chain(report) {
            make(folder)?;
        }
        let within = |name| folder.map(|folder| folder.join(name));
        let json = flags.json_out.clone().or_else(|| within("raw.json"));
        let markdown = flags.markdown.clone().or_else(|| within("table.md"));
        for path in json.iter().chain(&markdown) {
            output::check(path)?;
        }
        if let Some(folder) = report {
            output::check(&folder.join("report.md"))?;
        }
        if let Some(path) = &flags.add_to_trend {
            trend::check(path)?;
        }
        Ok(Self { json, markdown, report: report.cloned() })
    }
}

fn make(folder: &Path) -> Result<(), Failure> {
    let wrong = |error: std::io::Error| {
        Failure::usage("output-unwritable", &output::shown(folder), &error.to_string())
    };
    std::fs::create_dir_all(folder).map_err(wrong)
}

/// Runs one instance within every limit with every seed.
fn measure(
    console: &Console,
    entry: &Entry,
    seeds: &[u64],
    settings: &Settings,
    cancel: &Cancel,
    record: &mut Record,
) -> Result<(), Failure> {
    let path = output::shown(&entry.path);
    if !entry.path.is_file() {
        let reason = console.words.say("bench-missing", &[("file", path.as_str().into())]);
        record.skipped.push(Skipped { instance: entry.name.clone(), path, reason });
        return Ok(());
    }
    // campaigns are compared with others: no configuration says what weights are worth
    let input = input::read(&entry.path, Weights::default())?;
    let instance = input.instance(entry.id.as_deref())?;
    let runs = entry.limits.iter().flat_map(|limit| seeds.iter().map(move |&seed| (limit, seed)));
    for (limit, seed) in runs {
        if cancel.is_cancelled() {
            record.complete = false;
            return Ok(());
        }
        let settings = Settings { seed, ..settings.clone() };
        match one(entry, instance, &settings, limit, cancel)? {
            Some(row) => {
                let values = [
                    ("instance", row.instance.as_str().into()),
                    ("seed", row.seed.to_string().into()),
                    ("cost", row.cost.to_string().into()),
                    ("seconds", format!("{:.1}", row.seconds).into()),
                    ("steps", row.steps.to_string().into()),
                ];
                console.error(&console.words.say("bench-row", &values));
                record.rows.push(row);
            }
            None => record.complete = false,
        }
    }
    Ok(())
}

/// One run; nothing if it was cut short by the user, for then it says nothing.
fn one(
    entry: &Entry,
    instance: &Instance,
    settings: &Settings,
    limit: &Limit,
    cancel: &Cancel,
) -> Result<Option<Row>, Failure> {
    let limits = limit.apply(&Limits { cancel: cancel.clone(), ..Limits::default() });
    memory::forget_peak();
    let outcome = solve(instance, settings, &limits, None, &mut Silent)?;
    if cancel.is_cancelled() {
        return Ok(None);
    }
    Ok(Some(Row::new(&entry.name, instance, settings, limit, &outcome)))
}

fn tell(console: &Console, verdicts: &[Verdict]) -> std::io::Result<()> {
    if !verdicts.is_empty() {
        console.line("")?;
    }
    for verdict in verdicts {
        let values = [
            ("instance", verdict.instance.as_str().into()),
            ("found", verdict.found.as_str().into()),
            ("expected", verdict.expected.as_str().into()),
        ];
        console.say(verdict.key, &values)?;
    }
    Ok(())
}
