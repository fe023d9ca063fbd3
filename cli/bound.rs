//! `jadwal bound`: what no timetable can cost less than, proved by integer programming.

use crate::arguments::Bound;
use crate::config::Config;
use crate::console::Console;
use crate::document::InputPart;
use crate::failure::{End, Failure};
use crate::input;
use crate::tool::{TOOL, Tool};
use jadwal_model::Cost;
use jadwal_solver::exact::{Bounds, Effort, Proof, Proved, bound};
use serde::Serialize;
use std::time::Duration;

/// How long to prove where no limit is given.
const DEFAULT_TIME: Duration = Duration::from_secs(60);

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    tool: Tool,
    input: InputPart,
    known: Option<Cost>,
    /// Whether the known cost is proved to be the best.
    optimal: bool,
    #[serde(flatten)]
    bounds: Bounds,
}

/// Reads, proves and tells.
pub(crate) fn run(flags: &Bound, console: &Console, config: &Config) -> Result<End, Failure> {
    let input = input::read(&flags.input, config.weights(Some(&flags.reading))?)?;
    let instance = input.instance(flags.instance.as_deref())?;
    let unlimited = flags.time_limit.is_none() && flags.max_nodes.is_none();
    let effort = Effort {
        time: flags.time_limit.or(unlimited.then_some(DEFAULT_TIME)),
        nodes: flags.max_nodes,
        columns: None,
        known: flags.known,
    };
    let bounds = bound(instance, effort);
    let end = if bounds.bound.hard > 0 { End::Impossible } else { End::Done };
    let document = Document {
        schema: "jadwal/bound/1",
        tool: TOOL,
        input: InputPart::new(&input, instance),
        known: flags.known,
        optimal: flags.known.is_some_and(|known| known <= bounds.bound),
        bounds,
    };
    if flags.json {
        console.json(&document)?;
    } else {
        tell(console, &document)?;
    }
    Ok(end)
}

fn tell(console: &Console, document: &Document) -> std::io::Result<()> {
    for proved in &document.bounds.proved {
        tell_one(console, proved)?;
    }
    let bound = document.bounds.bound.to_string();
    console.say("summary-bound", &[("bound", bound.into())])?;
    if let Some(known) = document.known.filter(|_| document.optimal) {
        console.say("bound-optimal", &[("cost", known.to_string().into())])?;
    }
    Ok(())
}

fn tell_one(console: &Console, proved: &Proved) -> std::io::Result<()> {
    let key = match proved.proof {
        Proof::Arithmetic => "bound-arithmetic",
        Proof::Linear => "bound-linear",
        Proof::Integer => "bound-integer",
    };
    let size = proved.size.map_or((0, 0), |size| (size.columns, size.rows));
    let bound = proved.bound.to_string();
    let values = [
        ("bound", bound.into()),
        ("seconds", format!("{:.1}", proved.seconds).into()),
        ("columns", size.0.into()),
        ("rows", size.1.into()),
    ];
    console.say(key, &values)
}
