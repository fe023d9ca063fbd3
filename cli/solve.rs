//! `jadwal solve`: searches for the best timetable and writes it.

use crate::arguments::Solve;
use crate::config::Config;
use crate::console::Console;
use crate::deliver::{self, Target};
use crate::document::{Asked, Document, Warning};
use crate::failure::{End, Failure};
use crate::input::Input;
use crate::{grid, input, output, progress, school_grid, signals, summary};
use jadwal_io::ctt;
use jadwal_io::fet::Weights;
use jadwal_io::xhstt::{self, Archive, ArchiveSolution, GroupMeta, SolutionGroup};
use jadwal_model::{Instance, Solution, evaluate};
use jadwal_solver::{Limits, Outcome, Settings, Status, solve};
use std::path::Path;

/// Reads, searches, writes and tells.
pub(crate) fn run(flags: &Solve, console: &Console, config: &Config) -> Result<End, Failure> {
    let settings = config.settings(&flags.run);
    settings.validate()?;
    let limits = config.limits(&flags.run)?;
    let limits = Limits { stop_after: flags.stop_after, target: flags.target, ..limits };
    let kind = config.progress(flags.progress)?;
    if flags.json && flags.output.as_deref().is_some_and(output::is_dash) {
        return Err(Failure::usage("json-and-data", "--json", "-o -"));
    }
    if let Some(start) = &flags.start {
        input::stdin_once("INPUT", &flags.input, "--start", start)?;
    }
    if let Some(path) = &flags.output {
        output::is_not_input(path, &flags.input)?;
        output::check(path)?;
    }
    let input = input::read(&flags.input, config.weights(Some(&flags.reading))?)?;
    let instance = input.instance(flags.instance.as_deref())?;
    let target = flags.output.as_deref();
    let target =
        target.map(|path| Target::of(path, &input).map(|found| (path, found))).transpose()?;
    if let Some((path, target)) = target {
        target.check(path, &input, instance)?;
    }
    if let Some(warning) = input.fet.as_ref().and_then(|fet| fet.warning(console))
        && flags.strict
    {
        console.error(&warning);
        return Ok(End::Broken);
    }
    if let Some(foreign) = input.foreign.as_ref().filter(|one| flags.strict && !one.is_in_full()) {
        foreign.warnings(console).iter().for_each(|(_, warning)| console.error(warning));
        return Ok(End::Broken);
    }
    let show = shown(flags);
    match &input.school {
        Some(part) => drop(school_grid::chosen(part, &show)?),
        None => drop(grid::chosen(&instance.facts, &Solution::default(), &show)?),
    }
    let start = flags.start.as_deref();
    let start = start.map(|path| start_from(path, &input, instance, console)).transpose()?;

    signals::listen(&limits.cancel)?;
    let mut observer = progress::observer(kind, &console.words);
    let outcome = solve(instance, &settings, &limits, start.as_ref(), observer.as_mut())?;
    drop(observer);

    let end = end(&outcome);
    let repeat = repeat(flags, input.weights, &settings, &outcome);
    let cpu_s = cpu_time::ProcessTime::try_now().ok().map(|time| time.as_duration().as_secs_f64());
    let asked = Asked {
        input: &input,
        instance,
        settings: &settings,
        limits: &limits,
        repeat: repeat.clone(),
        cpu_s,
    };
    if let Some((path, target)) = target.filter(|_| end != End::Nothing) {
        deliver(path, target, &asked, &outcome, console)?;
    }
    if flags.json {
        let warnings = warnings(console, &input);
        console.json(&Document::new(&asked, &outcome, warnings, &console.words))?;
        return Ok(end);
    }
    if let Some(part) = &input.school {
        let lessons = deliver::lessons(part, instance, &outcome.solution);
        for whose in school_grid::chosen(part, &show)? {
            school_grid::write(console, part, &lessons, whose)?;
        }
    } else {
        for resource in grid::chosen(&instance.facts, &outcome.solution, &show)? {
            grid::write(console, &instance.facts, &outcome.solution, resource)?;
        }
    }
    if !show.is_empty() {
        console.line("")?;
    }
    summary::tell(console, &input, instance, &outcome, &repeat)?;
    for warning in warnings(console, &input) {
        console.error(&warning.message);
    }
    if let Some(path) = flags.output.as_deref().filter(|path| !output::is_dash(path)) {
        let key = if end == End::Nothing { "not-written" } else { "written" };
        console.say(key, &[("file", output::shown(path).into())])?;
    }
    Ok(end)
}

/// Writes the timetable as its file's ending asks for.
fn deliver(
    path: &Path,
    target: Target,
    asked: &Asked<'_>,
    outcome: &Outcome,
    console: &Console,
) -> Result<(), Failure> {
    let words = &console.words;
    match (target, &asked.input.school) {
        (Target::Json, _) => {
            let warnings = warnings(console, asked.input);
            let document = Document::new(asked, outcome, warnings, words);
            output::write(path, |out| {
                serde_json::to_writer_pretty(&mut *out, &document)?;
                out.write_all(b"\n")
            })?;
        }
        (Target::Sol, _) => {
            output::write(path, |out| ctt::write_solution(asked.instance, &outcome.solution, out))?;
        }
        (Target::Fet | Target::FetCsv, Some(part)) => {
            let lessons = deliver::lessons(part, asked.instance, &outcome.solution);
            deliver::in_fet(target, asked.input, part, &lessons, path, console)?;
        }
        (Target::Asc, Some(part)) => {
            let lessons = deliver::lessons(part, asked.instance, &outcome.solution);
            deliver::in_asc(asked.input, part, &lessons, path, console)?;
        }
        (Target::Untis, Some(part)) => {
            let lessons = deliver::lessons(part, asked.instance, &outcome.solution);
            deliver::in_untis(asked.input, part, &lessons, path, console)?;
        }
        (Target::Xhstt, _) | (_, None) => {
            let archive = archive(asked.instance, asked.settings, outcome);
            output::write(path, |out| xhstt::write(&archive, out))?;
        }
        (_, Some(part)) => {
            let lessons = deliver::lessons(part, asked.instance, &outcome.solution);
            let summary = deliver::summary(words, part, &outcome.report);
            output::write(path, |out| {
                deliver::sheets(target, words, part, &lessons, &summary, out)
            })?;
        }
    }
    Ok(())
}

/// What is written: nothing in it depends on the clock or on the number of threads.
fn archive(instance: &Instance, settings: &Settings, outcome: &Outcome) -> Archive {
    let version = env!("CARGO_PKG_VERSION");
    let (seed, lanes) = (settings.seed, settings.lanes);
    let solution = ArchiveSolution {
        instance: instance.code.clone(),
        solution: outcome.solution.clone(),
        ..ArchiveSolution::default()
    };
    let group = SolutionGroup {
        code: "jadwal".to_owned(),
        meta: GroupMeta {
            contributor: format!("jadwal {version}"),
            description: format!("--seed {seed} --lanes {lanes} --stop-after {}", outcome.steps),
            ..GroupMeta::default()
        },
        solutions: vec![solution],
    };
    Archive { solution_groups: vec![group], ..Archive::of(vec![instance.clone()]) }
}

/// The resources to show: as asked, or some where the timetable goes nowhere else.
fn shown(flags: &Solve) -> Vec<String> {
    if flags.show.is_empty() && flags.output.is_none() && !flags.json {
        return vec!["some".to_owned()];
    }
    flags.show.iter().filter(|word| *word != "none").cloned().collect()
}

/// The best timetable of a file that fits the instance.
fn start_from(
    path: &Path,
    input: &Input,
    instance: &Instance,
    console: &Console,
) -> Result<Solution, Failure> {
    let name = output::shown(path);
    if let Some(part) = &input.school {
        let start = input::start(path, part, input, instance)?;
        let start = start.ok_or_else(|| Failure::usage("start-empty", &name, &instance.code))?;
        if start.left_out > 0 {
            let values = [("file", name.into()), ("n", start.left_out.into())];
            console.error(&console.words.say("start-part", &values));
        }
        return Ok(start.solution);
    }
    let previous = input::solutions(path, input)?;
    let ours = previous.into_iter().filter(|found| found.instance.code == instance.code);
    let best = ours.min_by_key(|found| evaluate(instance, &found.solution).cost);
    best.map(|found| found.solution)
        .ok_or_else(|| Failure::usage("start-empty", &name, &instance.code))
}

fn end(outcome: &Outcome) -> End {
    let meets = &outcome.solution.meets;
    match outcome.status {
        Status::Optimal | Status::Feasible => End::Done,
        Status::Impossible => End::Impossible,
        Status::Infeasible if meets.iter().all(|meet| meet.time.is_none()) => End::Nothing,
        Status::Infeasible => End::Incomplete,
    }
}

/// The command that gives this timetable again, byte for byte, on any number of threads.
fn repeat(flags: &Solve, weights: Weights, settings: &Settings, outcome: &Outcome) -> String {
    let mut words = vec!["jadwal".to_owned(), "solve".to_owned(), quoted(&flags.input)];
    if let Some(id) = &flags.instance {
        words.extend(["--instance".to_owned(), quoted(Path::new(id))]);
    }
    if let Some(start) = &flags.start {
        words.extend(["--start".to_owned(), quoted(start)]);
    }
    // what the configuration says may be put aside by the flag
    if weights != Weights::default() || flags.reading.fet_weights.is_some() {
        words.push(format!("--fet-weights {}", weights.name()));
    }
    let limits = outcome.limits_to_repeat();
    let plan: Vec<_> = limits.steps.iter().map(ToString::to_string).collect();
    words.push(format!("--max-steps {}", plan.join(",")));
    if limits.polish.iter().any(|&rounds| rounds > 0) {
        let rounds: Vec<_> = limits.polish.iter().map(ToString::to_string).collect();
        words.push(format!("--polish {}", rounds.join(",")));
    }
    if let Some(steps) = limits.stop_after {
        words.push(format!("--stop-after {steps}"));
    }
    words.push(format!("--seed {} --lanes {}", settings.seed, settings.lanes));
    if let Some(path) = &flags.output {
        words.extend(["-o".to_owned(), quoted(path)]);
    }
    words.join(" ")
}

/// A word as a shell must be given it.
fn quoted(path: &Path) -> String {
    let text = output::shown(path);
    let plain = |letter: char| letter.is_alphanumeric() || "-_./+=:,@%".contains(letter);
    if !text.is_empty() && text.chars().all(plain) {
        return text;
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

fn warnings(console: &Console, input: &Input) -> Vec<Warning> {
    let kept = input.fet.as_ref().and_then(|fet| fet.warning(console));
    let mut warnings: Vec<Warning> =
        kept.into_iter().map(|message| Warning { code: "fet-kept", message }).collect();
    if let Some((code, message)) = input.fet.as_ref().and_then(|fet| fet.unsaid(console)) {
        warnings.push(Warning { code, message });
    }
    let foreign = input.foreign.iter().flat_map(|foreign| foreign.warnings(console));
    warnings.extend(foreign.map(|(code, message)| Warning { code, message }));
    let others = input.archive.instances.len().saturating_sub(1);
    if others > 0 {
        let message = console.words.say("other-instances", &[("n", others.into())]);
        warnings.push(Warning { code: "other-instances", message });
    }
    warnings
}
