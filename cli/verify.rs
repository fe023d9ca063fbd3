//! `jadwal verify`: counts solutions again from nothing; it never asks the solver.

use crate::arguments::Verify;
use crate::config::Config;
use crate::console::Console;
use crate::document::{CostPart, InputPart};
use crate::failure::{End, Failure};
use crate::tool::{TOOL, Tool};
use crate::{input, summary};
use jadwal_io::ctt;
use jadwal_model::{Report, evaluate};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    tool: Tool,
    solutions: Vec<Counted>,
}

#[derive(Serialize)]
struct Counted {
    group: String,
    input: InputPart,
    cost: CostPart,
    /// Where a school's timetable disagrees with the school.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differences: Vec<String>,
}

/// Counts every solution of a file.
pub(crate) fn run(flags: &Verify, console: &Console, config: &Config) -> Result<End, Failure> {
    input::stdin_once("INPUT", &flags.input, "SOLUTIONS", &flags.solutions)?;
    let input = input::read(&flags.input, config.weights(Some(&flags.reading))?)?;
    let solutions = input::solutions(&flags.solutions, &input)?;
    if let Some(warning) = input.fet.as_ref().and_then(|fet| fet.warning(console)) {
        console.error(&warning);
    }
    for (_, warning) in input.foreign.iter().flat_map(|foreign| foreign.warnings(console)) {
        console.error(&warning);
    }
    let mut document = Document { schema: "jadwal/verify/1", tool: TOOL, solutions: Vec::new() };
    let mut hard = false;
    for found in &solutions {
        let mut report = evaluate(found.instance, &found.solution);
        // what the school has settled is as hard as any rule
        report.cost.hard += found.differences.len() as i64;
        hard |= report.cost.hard > 0;
        let Report { cost, .. } = report;
        let differences = found.differences.iter().map(|one| one.said(console));
        let differences: Vec<String> = differences.collect();
        if flags.json {
            let (group, input) = (found.group.clone(), InputPart::new(&input, found.instance));
            let cost = CostPart::new(found.instance, &report);
            document.solutions.push(Counted { group, input, cost, differences });
        } else {
            for difference in &differences {
                console.error(difference);
            }
            let mut out = std::io::stdout().lock();
            writeln!(out, "{}\t{}\t{}", found.group, cost.hard, cost.soft)?;
            if input.is_ctt {
                for (name, cost) in ctt::costs(found.instance, &report) {
                    writeln!(out, "{name}\t{cost}")?;
                }
            }
            drop(out);
        }
        if flags.report {
            summary::by_constraint(console, &input, found.instance, &report)?;
            summary::worst(console, &input, found.instance, &report, usize::MAX)?;
            console.line("")?;
        }
    }
    if flags.json {
        console.json(&document)?;
    }
    Ok(if hard { End::Broken } else { End::Done })
}
