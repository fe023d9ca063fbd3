//! Searches for the best timetable of an instance: `Instance` in, `Outcome` out.

pub mod limits;
pub mod outcome;
pub mod progress;
pub mod settings;

pub use limits::{Cancel, Clock, Limits};
pub use outcome::{MoveCount, Outcome, Status, StoppedBy};
pub use progress::{Better, Progress, Pulse, Silent};
pub use settings::{Settings, SettingsError};

use jadwal_model::{Instance, Solution};

/// Searches until a limit is reached, and gives the best timetable found.
///
/// `start` is a timetable to begin from. Every new best has been counted by
/// [`jadwal_model::evaluate`]. The observer hears of it all.
///
/// # Errors
/// A setting out of its range.
pub fn solve(
    instance: &Instance,
    settings: &Settings,
    limits: &Limits,
    start: Option<&Solution>,
    progress: &mut dyn Progress,
) -> Result<Outcome, SettingsError> {
    settings.validate()?;
    progress.on_start();
    let clock = Clock::start();
    let outcome = match instance.facts.times.len() {
        0..=64 => run::run::<1>(instance, settings, limits, start, progress, clock),
        65..=128 => run::run::<2>(instance, settings, limits, start, progress, clock),
        129..=256 => run::run::<4>(instance, settings, limits, start, progress, clock),
        _ => run::run::<16>(instance, settings, limits, start, progress, clock),
    };
    progress.on_end();
    Ok(outcome)
}

#[cfg(test)]
mod agree;
mod assignment;
mod bound;
mod compiled;
mod construct;
mod journal;
mod layout;
mod mask;
mod monitor;
mod moves;
mod neighbourhood;
mod rng;
mod run;
mod search;
mod state;
