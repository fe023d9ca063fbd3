//! `jadwal bench`: solves a suite, instance by seed, and says what got worse.

mod judge;
mod record;
mod suite;
mod table;

use crate::arguments::Bench;
use crate::config::Config;
use crate::console::Console;
use crate::failure::{End, Failure};
use crate::fault::{Fault, What};
use crate::{input, output, signals};
use jadwal_model::Instance;
use jadwal_solver::{Cancel, Limits, Settings, Silent, solve};
use judge::{Gravity, Verdict};
use record::{Baseline, Record, Row, Skipped};
use std::path::PathBuf;
use suite::{Entry, Suite};

/// Runs a campaign.
pub(crate) fn run(bench: &Bench, console: &Console, config: &Config) -> Result<End, Failure> {
    let suite = Suite::read(&bench.suite)?;
    let baseline = bench.baseline.as_deref().map(Baseline::read).transpose()?;
    let mut entries = suite.entries(&bench.suite)?;
    if let Some(unknown) = bench.only.iter().find(|&name| entries.iter().all(|e| e.name != *name)) {
        return Err(Failure::usage("suite-unknown", &suite.name, unknown));
    }
    entries.retain(|entry| bench.only.is_empty() || bench.only.contains(&entry.name));
    let (json, markdown) = targets(bench)?;
    let settings = config.settings(&bench.run);
    settings.validate()?;
    let seeds = bench.seeds.as_ref().map(|seeds| seeds.0.clone());
    let seeds = seeds.or_else(|| bench.run.seed.map(|seed| vec![seed]));
    let seeds = seeds.or_else(|| suite.seeds()).unwrap_or_else(|| vec![settings.seed]);
    let cancel = Cancel::default();
    signals::listen(&cancel)?;
    let given = Limits { cancel, ..config.given_limits(&bench.run)? };

    let mut record = Record::new(suite.name.clone(), &settings);
    for entry in &entries {
        campaign(console, entry, &seeds, &settings, &given, &mut record)?;
    }
    let text = table::markdown(&console.words, &record, &entries);
    console.line(&format!("\n{}", text.trim_end()))?;
    if let Some(path) = markdown {
        output::write(&path, |out| out.write_all(text.as_bytes()))?;
    }
    if let Some(path) = json {
        output::write(&path, |out| {
            serde_json::to_writer(&mut *out, &record)?;
            out.write_all(b"\n")
        })?;
    }
    let mut verdicts = judge::claims(&record, &entries);
    if let Some(baseline) = baseline {
        verdicts.extend(baseline.compare(&record, bench.tolerance, &bench.only));
    }
    tell(console, &verdicts)?;
    if record.rows.is_empty() && record.complete {
        // A campaign that measured nothing must not look like one that found nothing wrong.
        let (file, what) = (output::shown(&bench.suite), What::Key("no-row"));
        return Err(Failure::Invalid(vec![Fault { file, what, source: None }]));
    }
    let fails = |verdict: &Verdict| match verdict.gravity {
        Gravity::False => true,
        Gravity::Worse => bench.fail_on_regress,
        Gravity::Missed => bench.fail_on_target,
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

/// Where the JSON and the table go.
fn targets(bench: &Bench) -> Result<(Option<PathBuf>, Option<PathBuf>), Failure> {
    let folder = bench.output.as_ref();
    if let Some(folder) = folder {
        let wrong = |error: std::io::Error| {
            Failure::usage("output-unwritable", &output::shown(folder), &error.to_string())
        };
        std::fs::create_dir_all(folder).map_err(wrong)?;
    }
    let within = |name| folder.map(|folder| folder.join(name));
    let json = bench.json_out.clone().or_else(|| within("raw.json"));
    let markdown = bench.markdown.clone().or_else(|| within("table.md"));
    for path in json.iter().chain(&markdown) {
        output::check(path)?;
    }
    Ok((json, markdown))
}

/// Runs one instance with every seed.
fn campaign(
    console: &Console,
    entry: &Entry,
    seeds: &[u64],
    settings: &Settings,
    given: &Limits,
    record: &mut Record,
) -> Result<(), Failure> {
    let path = output::shown(&entry.path);
    if !entry.path.is_file() {
        let reason = console.words.say("bench-missing", &[("file", path.as_str().into())]);
        record.skipped.push(Skipped { instance: entry.name.clone(), path, reason });
        return Ok(());
    }
    let input = input::read(&entry.path)?;
    let instance = input.instance(entry.id.as_deref())?;
    for &seed in seeds {
        if given.cancel.is_cancelled() {
            record.complete = false;
            return Ok(());
        }
        let settings = Settings { seed, ..settings.clone() };
        match one(entry, instance, &settings, given)? {
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
    given: &Limits,
) -> Result<Option<Row>, Failure> {
    let mut limits = given.clone();
    if limits.time.is_none() && limits.steps.is_empty() {
        (limits.time, limits.steps) = (entry.time, entry.steps.clone());
    }
    if limits.time.is_none() && limits.steps.is_empty() {
        return Err(Failure::usage("bench-no-limit", &entry.name, ""));
    }
    let outcome = solve(instance, settings, &limits, None, &mut Silent)?;
    if limits.cancel.is_cancelled() {
        return Ok(None);
    }
    Ok(Some(Row::new(&entry.name, instance, settings, &limits, &outcome)))
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
