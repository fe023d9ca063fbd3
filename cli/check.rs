//! `jadwal check`: what a file holds; its faults are shown by whoever reads it.

use crate::arguments::Check;
use crate::config::Config;
use crate::console::Console;
use crate::failure::{End, Failure};
use crate::findings::{Said, Speaker};
use crate::input::{self, Input};
use crate::school::SchoolPart;
use crate::tool::{TOOL, Tool};
use jadwal_model::school::school::School;
use jadwal_model::{Instance, TimeGroupKind};
use jadwal_solver::check as find;
use serde::Serialize;

/// How many rules, and how many repairs, a finding names.
const REASONS: usize = 4;

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    tool: Tool,
    status: &'static str,
    instances: Vec<Contents>,
    solution_groups: Vec<Group>,
    /// What the weights of a FET file are worth.
    #[serde(skip_serializing_if = "Option::is_none")]
    fet_weights: Option<&'static str>,
    findings: Vec<Said>,
    warnings: Vec<Warning>,
}

#[derive(Serialize)]
struct Contents {
    id: String,
    name: String,
    times: usize,
    days: usize,
    resources: Vec<Count>,
    events: usize,
    duration: u64,
    events_without_time: usize,
    roles_without_resource: usize,
    constraints: Vec<Constraints>,
}

#[derive(Serialize)]
struct Count {
    name: String,
    number: usize,
}

#[derive(Serialize)]
struct Constraints {
    kind: &'static str,
    hard: usize,
    soft: usize,
}

#[derive(Serialize)]
struct Group {
    id: String,
    solutions: usize,
}

#[derive(Serialize)]
struct Warning {
    code: String,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
}

/// Says what a file holds.
pub(crate) fn run(flags: &Check, console: &Console, config: &Config) -> Result<End, Failure> {
    let input = input::read(&flags.input, config.weights(Some(&flags.reading))?)?;
    let mut findings = Vec::new();
    for instance in &input.archive.instances {
        let school = input.school.as_deref();
        let speaker = Speaker { words: &console.words, instance, school };
        for said in find(instance).iter().map(|finding| speaker.finding(finding)) {
            // the lessons of one course often say the same
            if !findings.iter().any(|other: &Said| other.message == said.message) {
                findings.push(said);
            }
        }
    }
    let impossible = findings.iter().any(|finding| finding.proved);
    let document = Document {
        schema: "jadwal/check/1",
        tool: TOOL,
        status: if impossible { "impossible" } else { "valid" },
        findings,
        instances: input
            .archive
            .instances
            .iter()
            .map(|one| contents(one, &input, console))
            .collect(),
        solution_groups: groups(&input),
        fet_weights: input.fet.as_ref().map(|_| input.weights.name()),
        warnings: input
            .archive
            .instances
            .iter()
            .flat_map(|instance| warnings(console, instance))
            .chain(input.school.iter().flat_map(|part| of_school(console, part)))
            .chain(of_fet(console, &input))
            .chain(unsaid(console, &input))
            .chain(of_foreign(console, &input))
            .collect(),
    };
    if flags.json {
        console.json(&document)?;
    } else {
        tell(console, &document)?;
    }
    let suspicious = !document.warnings.is_empty() || !document.findings.is_empty();
    Ok(match (impossible, flags.strict && suspicious) {
        (true, _) => End::Impossible,
        (false, true) => End::Broken,
        (false, false) => End::Done,
    })
}

fn groups(input: &Input) -> Vec<Group> {
    let groups = input.archive.solution_groups.iter();
    groups.map(|group| Group { id: group.code.clone(), solutions: group.solutions.len() }).collect()
}

fn contents(instance: &Instance, input: &Input, console: &Console) -> Contents {
    let facts = &instance.facts;
    let members = |kind| facts.resources.iter().filter(move |r| r.resource_type == kind).count();
    let mut kinds: Vec<Constraints> = Vec::new();
    for constraint in &instance.constraints {
        let kind = constraint.kind.name();
        let position = kinds.iter().position(|other| other.kind == kind).unwrap_or_else(|| {
            kinds.push(Constraints { kind, hard: 0, soft: 0 });
            kinds.len() - 1
        });
        let count = &mut kinds[position];
        *(if constraint.required { &mut count.hard } else { &mut count.soft }) += 1;
    }
    let open = facts.events.iter().flat_map(|event| &event.resources);
    Contents {
        id: instance.code.clone(),
        name: instance.meta.name.clone(),
        times: facts.times.len(),
        days: facts.time_groups.iter().filter(|g| g.kind == TimeGroupKind::Day).count(),
        resources: match &input.school {
            Some(part) => registers(&part.school, console),
            None => facts
                .resource_types
                .enumerate()
                .map(|(id, kind)| Count { name: kind.name.clone(), number: members(id) })
                .collect(),
        },
        events: facts.events.len(),
        duration: facts.events.iter().map(|event| u64::from(event.duration)).sum(),
        events_without_time: facts
            .events
            .iter()
            .filter(|event| event.preassigned_time.is_none())
            .count(),
        roles_without_resource: open.filter(|role| role.preassigned.is_none()).count(),
        constraints: kinds,
    }
}

/// What a school has; the parts of its classes are ours alone.
fn registers(school: &School, console: &Console) -> Vec<Count> {
    let count = |key: &str, number| Count { name: console.words.say(key, &[]), number };
    vec![
        count("sheets-classes", school.classes.len()),
        count("sheets-teachers", school.teachers.len()),
        count("sheets-rooms", school.rooms.len()),
    ]
}

fn warnings(console: &Console, instance: &Instance) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut add = |code: &str, name, value: &str| {
        let message = console.words.say(&format!("check-warning-{code}"), &[(name, value.into())]);
        warnings.push(Warning { code: code.to_owned(), message, hint: None });
    };
    if instance.facts.events.is_empty() {
        add("events", "instance", &instance.code);
    }
    if instance.constraints.is_empty() {
        add("constraints", "instance", &instance.code);
    }
    for constraint in instance.constraints.iter().filter(|constraint| constraint.weight == 0) {
        add("weight", "constraint", &constraint.code);
    }
    warnings
}

/// What looks like a mistake in a school's data.
fn of_school(console: &Console, part: &SchoolPart) -> Vec<Warning> {
    let found = part.school.warnings(&part.origin.courses).into_iter();
    let said = found.map(|warning| console.words.warning(warning));
    said.map(|said| Warning { code: said.code, message: said.message, hint: said.hint }).collect()
}

/// What of a FET file does not count.
fn of_fet(console: &Console, input: &Input) -> Option<Warning> {
    let message = input.fet.as_ref()?.warning(console)?;
    Some(Warning { code: "fet-kept".to_owned(), message, hint: None })
}

/// What the CSV files of FET cannot say.
fn unsaid(console: &Console, input: &Input) -> Option<Warning> {
    let (code, message) = input.fet.as_ref()?.unsaid(console)?;
    Some(Warning { code: code.to_owned(), message, hint: None })
}

/// What a file of another programme says that does not count, and what it never says.
fn of_foreign(console: &Console, input: &Input) -> Vec<Warning> {
    let said = input.foreign.as_ref().map(|foreign| foreign.warnings(console));
    let warning =
        |(code, message): (&str, _)| Warning { code: code.to_owned(), message, hint: None };
    said.into_iter().flatten().map(warning).collect()
}

fn tell(console: &Console, document: &Document) -> std::io::Result<()> {
    for contents in &document.instances {
        tell_one(console, contents)?;
    }
    if let Some(name) = document.fet_weights {
        console.say("check-fet-weights", &[("name", name.into())])?;
    }
    for Group { id, solutions } in &document.solution_groups {
        console
            .say("check-solutions", &[("group", id.as_str().into()), ("n", (*solutions).into())])?;
    }
    for warning in &document.warnings {
        console.error(&warning.message);
        warning.hint.iter().for_each(|hint| console.error(&format!("  {hint}")));
    }
    for finding in &document.findings {
        tell_finding(console, finding)?;
    }
    if document.findings.is_empty() {
        console.say("check-nothing", &[])?;
    }
    Ok(())
}

fn tell_finding(console: &Console, finding: &Said) -> std::io::Result<()> {
    console.line("")?;
    let certainty = if finding.proved { "check-proved" } else { "check-likely" };
    console.say(certainty, &[("finding", finding.message.as_str().into())])?;
    for rule in finding.because.iter().take(REASONS) {
        console.say("check-because", &[("rule", rule.as_str().into())])?;
    }
    for repair in finding.repairs.iter().take(REASONS) {
        console.say("check-repair", &[("repair", repair.as_str().into())])?;
    }
    Ok(())
}

fn tell_one(console: &Console, contents: &Contents) -> std::io::Result<()> {
    let say = |indent: &str, key: &str, values: &[_]| {
        console.line(&format!("{indent}{}", console.words.say(key, values)))
    };
    say("", "check-instance", &[("instance", contents.id.as_str().into())])?;
    if !contents.name.is_empty() && contents.name != contents.id {
        say("  ", "check-name", &[("name", contents.name.as_str().into())])?;
    }
    let (times, days) = (contents.times.into(), contents.days.into());
    say("  ", "check-times", &[("times", times), ("days", days)])?;
    for Count { name, number } in &contents.resources {
        let values = [("type", name.as_str().into()), ("n", (*number).into())];
        say("  ", "check-resources", &values)?;
    }
    let values = [("events", contents.events.into()), ("slots", contents.duration.into())];
    say("  ", "check-events", &values)?;
    let times = contents.events_without_time.into();
    let roles = contents.roles_without_resource.into();
    say("  ", "check-open", &[("times", times), ("roles", roles)])?;
    let sum =
        |part: fn(&Constraints) -> usize| contents.constraints.iter().map(part).sum::<usize>();
    let (hard, soft) = (sum(|c| c.hard).into(), sum(|c| c.soft).into());
    say("  ", "check-constraints", &[("hard", hard), ("soft", soft)])?;
    for Constraints { kind, hard, soft } in &contents.constraints {
        let name = console.words.say(&format!("kind-{kind}"), &[]);
        let values = [("kind", name.into()), ("hard", (*hard).into()), ("soft", (*soft).into())];
        say("    ", "check-kind", &values)?;
    }
    Ok(())
}
