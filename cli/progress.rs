//! Shows a run while it goes on: a bar on a terminal, or one JSON event a line; always on stderr.

use crate::arguments::ProgressKind;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jadwal_io::words::Words;
use jadwal_model::Cost;
use jadwal_solver::{Better, Progress, Pulse, Silent};
use serde::Serialize;
use std::io::{IsTerminal, Write};
use std::time::Duration;

/// The observer that was asked for.
pub(crate) fn observer(kind: ProgressKind, words: &Words) -> Box<dyn Progress> {
    let terminal = std::io::stderr().is_terminal();
    match kind {
        ProgressKind::Bar => Box::new(Bar::new(words)),
        ProgressKind::Auto if terminal => Box::new(Bar::new(words)),
        ProgressKind::Jsonl => Box::new(Lines::default()),
        ProgressKind::Auto | ProgressKind::None => Box::new(Silent),
    }
}

/// How fine the bar is.
const PARTS: u64 = 1000;

struct Bar {
    bar: ProgressBar,
    phases: Vec<(&'static str, String)>,
    phase: String,
}

impl Bar {
    fn new(words: &Words) -> Self {
        let bar = ProgressBar::with_draw_target(Some(PARTS), ProgressDrawTarget::stderr());
        let colour = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let template = if colour { "{bar:30.cyan} {msg}" } else { "{bar:30} {msg}" };
        bar.set_style(
            ProgressStyle::with_template(template)
                .expect("the template is written just above")
                .progress_chars("█▌ "),
        );
        let phases = ["construct", "search", "polish", "prove", "finish"];
        let phases = phases.map(|phase| (phase, words.say(&format!("phase-{phase}"), &[])));
        Self { bar, phases: phases.into(), phase: String::new() }
    }
}

impl Progress for Bar {
    fn on_phase(&mut self, phase: &'static str) {
        let known = self.phases.iter().find(|(name, _)| *name == phase);
        self.phase = known.map_or_else(|| phase.to_owned(), |(_, words)| words.clone());
        self.bar.set_message(self.phase.clone());
        self.bar.enable_steady_tick(Duration::from_millis(200));
    }

    fn on_barrier(&mut self, pulse: &Pulse) {
        self.bar.set_position((pulse.done.clamp(0.0, 1.0) * PARTS as f64) as u64);
        self.bar.set_message(format!("{}  {}  {:.0} s", self.phase, pulse.best, pulse.seconds));
    }

    fn on_end(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Barriers closer than this are told once, so that a log stays short.
const EVERY: f64 = 0.1;

/// One event a line.
#[derive(Default)]
struct Lines {
    told: f64,
    phase: &'static str,
    seconds: f64,
    steps: u64,
    best: Option<Cost>,
}

/// One event. What the observer is not told is null: a reader finds every field in every line.
#[derive(Serialize)]
struct Line {
    t: f64,
    event: &'static str,
    phase: &'static str,
    steps: u64,
    planned: Option<u64>,
    done: Option<f64>,
    hard: Option<i64>,
    soft: Option<i64>,
    bound: Option<Cost>,
    gap: Option<f64>,
    placed: Option<usize>,
    unplaced: Option<usize>,
}

impl Lines {
    fn write(&self, event: &'static str, pulse: Option<&Pulse>) {
        let line = Line {
            t: (self.seconds * 1000.0).round() / 1000.0,
            event,
            phase: self.phase,
            steps: self.steps,
            planned: pulse.and_then(|pulse| pulse.planned),
            done: pulse.map(|pulse| pulse.done),
            hard: self.best.map(|cost| cost.hard),
            soft: self.best.map(|cost| cost.soft),
            bound: None,
            gap: None,
            placed: None,
            unplaced: None,
        };
        let text = serde_json::to_string(&line).expect("a line has no map and no odd key");
        // Whoever closed stderr does not want to know.
        let _ = writeln!(std::io::stderr().lock(), "{text}");
    }
}

impl Progress for Lines {
    fn on_start(&mut self) {
        self.write("start", None);
    }

    fn on_phase(&mut self, phase: &'static str) {
        self.phase = phase;
        self.write("phase", None);
    }

    fn on_better(&mut self, better: &Better) {
        (self.seconds, self.steps) = (better.seconds, better.steps);
        self.best = Some(better.cost);
        self.write("better", None);
    }

    fn on_barrier(&mut self, pulse: &Pulse) {
        (self.seconds, self.steps) = (pulse.seconds, pulse.steps);
        self.best = Some(pulse.best);
        if pulse.seconds - self.told < EVERY {
            return;
        }
        self.told = pulse.seconds;
        self.write("barrier", Some(pulse));
    }

    fn on_end(&mut self) {
        self.write("end", None);
    }
}
