//! Who wants to see a run go on.

use jadwal_model::Cost;

/// A new best timetable.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Better {
    /// Seconds since the start.
    pub seconds: f64,
    /// Steps of each lane so far.
    pub steps: u64,
    /// Its cost, counted from nothing.
    pub cost: Cost,
}

/// What a run is doing at a barrier.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Pulse {
    /// Seconds since the start.
    pub seconds: f64,
    /// Steps of each lane so far.
    pub steps: u64,
    /// Steps of each lane in this generation, once planned: if all of it were like its present stretch.
    pub planned: Option<u64>,
    /// The best cost so far.
    pub best: Cost,
    /// How much of the plan is done, from 0 to 1; zero until it is known.
    pub done: f64,
}

/// An observer of a run; all its methods do nothing unless written.
pub trait Progress: Send {
    /// The run starts.
    fn on_start(&mut self) {}
    /// A new best was found and counted.
    fn on_better(&mut self, better: &Better) {
        let _ = better;
    }
    /// A phase begins: `construct`, `search`, `polish`, `prove` or `finish`.
    fn on_phase(&mut self, phase: &'static str) {
        let _ = phase;
    }
    /// All lanes have met at a barrier.
    fn on_barrier(&mut self, pulse: &Pulse) {
        let _ = pulse;
    }
    /// The run is over.
    fn on_end(&mut self) {}
}

/// Sees nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {}
