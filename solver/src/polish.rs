//! What a run does with its best timetable between generations: parts of it are freed and placed again
//! by integer programming, in every lane at once, and the best of them goes on.

use crate::search::annealing::Annealing;
use jadwal_model::Instance;

#[cfg(feature = "exact")]
use crate::{exact::fix_and_optimise::FixAndOptimise, rng::Rng};

/// Whether there is anything to polish with.
pub(crate) const AVAILABLE: bool = cfg!(feature = "exact");

/// The polishing of one lane.
#[derive(Debug)]
#[cfg(feature = "exact")]
pub(crate) struct Polish<'a> {
    search: FixAndOptimise<'a>,
    rng: Rng,
}

#[cfg(feature = "exact")]
impl<'a> Polish<'a> {
    /// Draws from a stream of its own.
    pub(crate) fn new(instance: &'a Instance, seed: u64, stream: u64) -> Self {
        Self { search: FixAndOptimise::new(instance), rng: Rng::new(seed, stream) }
    }

    /// Frees and solves one part of the lane's best timetable, in so many seconds where there is an
    /// end to them: what they cut short does not repeat.
    pub(crate) fn round<const W: usize>(
        &mut self,
        lane: &mut Annealing<'_, W>,
        seconds: Option<f64>,
    ) {
        self.search.improve(&mut lane.state, &mut self.rng, seconds);
        lane.note();
    }
}

/// Nothing can be polished without integer programming.
#[derive(Debug)]
#[cfg(not(feature = "exact"))]
pub(crate) struct Polish<'a>(std::marker::PhantomData<&'a Instance>);

#[cfg(not(feature = "exact"))]
impl<'a> Polish<'a> {
    pub(crate) const fn new(_: &'a Instance, _: u64, _: u64) -> Self {
        Self(std::marker::PhantomData)
    }

    pub(crate) const fn round<const W: usize>(&mut self, _: &mut Annealing<'_, W>, _: Option<f64>) {
    }
}
