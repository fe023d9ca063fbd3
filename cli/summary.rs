//! What a person wants to know after a run.

use crate::console::Console;
use crate::deliver;
use crate::document::unplaced_meets;
use crate::input::Input;
use jadwal_model::{ConstraintId, Cost, Instance, Report};
use jadwal_solver::{Outcome, Status, StoppedBy, Way};
use std::io::Result;
use unicode_width::UnicodeWidthStr;

/// How many violations are told; the rest is counted.
const WORST: usize = 10;

/// Tells how a run ended: status, cost, the worst violations, and the command that repeats it.
pub(crate) fn tell(
    console: &Console,
    input: &Input,
    instance: &Instance,
    outcome: &Outcome,
    repeat: &str,
) -> Result<()> {
    let status = match outcome.status {
        Status::Optimal => "status-optimal",
        Status::Feasible => "status-feasible",
        Status::Impossible => "status-impossible",
        Status::Infeasible => "status-infeasible",
    };
    let stopped = match outcome.stopped_by {
        StoppedBy::Steps => "stopped-steps",
        StoppedBy::Time => "stopped-time",
        StoppedBy::Target => "stopped-target",
        StoppedBy::Cancel => "stopped-cancel",
        StoppedBy::Optimal => "stopped-optimal",
    };
    let cost = outcome.cost();
    let status = console.words.say(status, &[]);
    console.say(
        "summary-status",
        &[
            ("instance", instance.code.as_str().into()),
            ("status", status.into()),
            ("hard", cost.hard.into()),
            ("soft", cost.soft.into()),
        ],
    )?;
    let stopped = console.words.say(stopped, &[]);
    console.say(
        "summary-run",
        &[
            ("stopped", stopped.into()),
            ("steps", outcome.steps.to_string().into()),
            ("seconds", format!("{:.1}", outcome.seconds).into()),
        ],
    )?;
    let unplaced = unplaced_meets(input, &instance.facts, &outcome.solution);
    if unplaced > 0 {
        console.say("summary-unplaced", &[("n", unplaced.into())])?;
    }
    bound(console, outcome)?;
    ways(console, instance, outcome)?;
    by_constraint(console, input, instance, &outcome.report)?;
    worst(console, input, instance, &outcome.report, WORST)?;
    console.line("")?;
    console.say("summary-repeat", &[])?;
    console.line(&format!("  {repeat}"))
}

fn bound(console: &Console, outcome: &Outcome) -> Result<()> {
    if outcome.lower_bound == Cost::ZERO || outcome.status == Status::Optimal {
        return Ok(());
    }
    let bound = outcome.lower_bound.to_string();
    match outcome.gap() {
        Some(gap) => {
            let gap = format!("{:.1} %", gap * 100.0);
            console.say("summary-bound-gap", &[("bound", bound.into()), ("gap", gap.into())])
        }
        None => console.say("summary-bound", &[("bound", bound.into())]),
    }
}

/// How the resource types got their resources, and why so.
fn ways(console: &Console, instance: &Instance, outcome: &Outcome) -> Result<()> {
    for chosen in &outcome.ways {
        let key = match chosen.way {
            Way::Joint => "summary-way-joint",
            Way::Afterwards => "summary-way-afterwards",
            Way::EachStep => "summary-way-each-step",
        };
        let name = &instance.facts.resource_types[chosen.resource_type].name;
        let percent = (chosen.tightness + 5) / 10;
        let values = [("type", console.words.isolate(name).into()), ("percent", percent.into())];
        console.say(key, &values)?;
    }
    Ok(())
}

/// What costs something: the cost, how often, and its sentence.
fn costs(
    console: &Console,
    input: &Input,
    instance: &Instance,
    report: &Report,
) -> Vec<(Cost, usize, String)> {
    let words = &console.words;
    if let Some(part) = &input.school {
        let row = |(source, cost)| {
            let ours = report.violations.iter().filter(|v| part.origin.source(v) == source);
            (cost, ours.count(), words.source(&part.school, source))
        };
        return deliver::by_source(part, report).into_iter().map(row).collect();
    }
    let row = |(id, cost): (ConstraintId, Cost)| {
        let constraint = &instance.constraints[id];
        let points = report.violations.iter().filter(|other| other.constraint == id).count();
        let kind = words.say(&format!("kind-{}", constraint.kind.name()), &[]);
        (cost, points, format!("{kind}: {}", words.isolate(&constraint.name)))
    };
    let costs = report.by_constraint().into_iter().filter(|(_, cost)| *cost != Cost::ZERO);
    costs.map(row).collect()
}

/// A table of the constraints, or of the school's rules, that cost something.
pub(crate) fn by_constraint(
    console: &Console,
    input: &Input,
    instance: &Instance,
    report: &Report,
) -> Result<()> {
    let costs = costs(console, input, instance, report);
    if costs.is_empty() {
        return Ok(());
    }
    let words = &console.words;
    let heads = ["table-hard", "table-soft", "table-points"].map(|key| words.say(key, &[]));
    console.line("")?;
    console.say("summary-constraints", &[])?;
    let wide = |text: &str| " ".repeat(9usize.saturating_sub(text.width())) + text;
    let head: Vec<_> = heads.iter().map(|head| wide(head)).collect();
    console.line(&format!("{}  {}", head.join(" "), words.say("table-constraint", &[])))?;
    for (cost, points, sentence) in costs {
        let numbers = [cost.hard.to_string(), cost.soft.to_string(), points.to_string()];
        let numbers: Vec<_> = numbers.iter().map(|number| wide(number)).collect();
        console.line(&format!("{}  {sentence}", numbers.join(" ")))?;
    }
    Ok(())
}

/// The worst violations, each in one line.
pub(crate) fn worst(
    console: &Console,
    input: &Input,
    instance: &Instance,
    report: &Report,
    most: usize,
) -> Result<()> {
    let mut all = report.worst();
    all.retain(|violation| violation.cost != Cost::ZERO);
    if all.is_empty() {
        return Ok(());
    }
    console.line("")?;
    console.say("summary-worst", &[])?;
    for violation in all.iter().take(most) {
        let hard = instance.constraints[violation.constraint].required;
        let (key, amount) = if hard {
            ("hard-cost", violation.cost.hard)
        } else {
            ("soft-cost", violation.cost.soft)
        };
        let cost = console.words.say(key, &[("cost", amount.into())]);
        let sentence = match &input.school {
            Some(part) => {
                console.words.broken(&part.school, &instance.facts, &part.origin, violation)
            }
            None => console.words.violation(instance, violation),
        };
        console.line(&format!("  {cost}  {sentence}"))?;
    }
    let rest = all.len().saturating_sub(most);
    if rest > 0 {
        console.say("summary-more", &[("n", rest.into())])?;
    }
    Ok(())
}
