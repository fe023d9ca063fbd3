//! Searches for the best timetable of an instance: `Instance` in, `Outcome` out.

pub mod check;
#[cfg(feature = "exact")]
pub mod exact;
pub mod limits;
pub mod outcome;
pub mod progress;
mod prove;
pub mod settings;

pub use check::check;
pub use limits::{Cancel, Clock, Limits};
pub use mask::MAX_TIMES;
pub use outcome::{MoveCount, Outcome, Status, StoppedBy, TypeWay, Way};
pub use plan::Generation;
pub use progress::{Better, Progress, Pulse, Silent};
pub use settings::{Settings, SolveError};

use jadwal_model::{Instance, Solution};
use mask::in_width;
use run::run;

/// Searches until a limit is reached, and gives the best timetable found.
///
/// `start` is a timetable to begin from. Every new best has been counted by
/// [`jadwal_model::evaluate()`]. The observer hears of it all.
///
/// # Errors
/// A setting is out of its range, or the cycle has more than [`MAX_TIMES`] times.
pub fn solve(
    instance: &Instance,
    settings: &Settings,
    limits: &Limits,
    start: Option<&Solution>,
    progress: &mut dyn Progress,
) -> Result<Outcome, SolveError> {
    settings.validate()?;
    let found = instance.facts.times.len();
    if found > MAX_TIMES {
        return Err(SolveError::TooManyTimes { found, maximum: MAX_TIMES });
    }
    progress.on_start();
    let clock = Clock::start();
    let outcome = in_width!(found, run(instance, settings, limits, start, progress, clock));
    progress.on_end();
    Ok(outcome)
}

mod afterwards;
#[cfg(test)]
mod agree;
mod assignment;
mod bound;
mod compiled;
mod construct;
mod journal;
mod layout;
mod mask;
mod matching;
mod monitor;
mod moves;
mod neighbourhood;
mod plan;
mod polish;
mod rematch;
mod rng;
mod run;
mod search;
mod snapshot;
mod state;
mod stubborn;
mod supply;
mod tightness;
mod translate;
