//! When to stop; the only place that reads a clock.

use crate::plan::Generation;
use jadwal_model::Cost;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// When to stop. At least one of `time` and `steps` should be given, or the run ends only by its
/// target, by proof or by cancelling.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    /// Wall-clock time. The steps that fit are planned from the pace measured on the way, and reported.
    pub time: Option<Duration>,
    /// The plan: steps of each lane, generation by generation. Usually one number; a run that was
    /// planned by time reports several, each in stretches. Empty where only time limits the run.
    pub steps: Vec<Generation>,
    /// With `steps`: how many rounds of polishing follow each generation; none where it is not said.
    pub polish: Vec<u64>,
    /// Stop at the first barrier after so many steps, though more were planned: repeats a run that
    /// the clock or the user cut short.
    pub stop_after: Option<u64>,
    /// Stop at the first barrier at which the best cost is this good.
    pub target: Option<Cost>,
    /// Asks the run to stop at the next barrier.
    pub cancel: Cancel,
}

/// A flag shared between a run and whoever may stop it.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the run to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the run was asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The time since a run started.
#[derive(Clone, Copy, Debug)]
pub struct Clock(Instant);

impl Clock {
    /// Starts now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Wall-clock time since the start.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}
