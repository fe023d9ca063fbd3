//! How a run spends its steps: by its plan, or by the time that is left.

use super::Run;
use crate::plan::Generation;

/// The first generation takes at most this share of the time.
const FIRST_SHARE: f64 = 0.8;
/// Each other one takes this share of all time; the last one of what is left, and what then remains is
/// for polishing.
const NEXT_SHARE: f64 = 0.1;
const LAST_SHARE: f64 = 0.9;
/// By the clock a generation is planned in at most so many stretches, each of some epochs.
const MOST_STRETCHES: u32 = 16;
const LEAST_EPOCHS: u32 = 4;
/// A generation is not called frozen before this share of it is done, nor where it has too few stretches
/// for that to be told.
const FROZEN_FROM: f64 = 0.5;
const FROZEN_OF: usize = 8;

impl<const W: usize> Run<'_, '_, W> {
    /// In how many stretches the next generation, which should end then, is planned; none where there is
    /// no other.
    pub(super) fn places(&self, generation: usize, end: f64, pace: f64) -> Option<u32> {
        if !self.limits.steps.is_empty() {
            return self.limits.steps.get(generation).map(|plan| plan.stretches().len() as u32);
        }
        if end == f64::INFINITY {
            return Some(1);
        }
        let steps = (end - self.clock.elapsed().as_secs_f64()) * pace;
        let epochs = (steps / self.epoch as f64) as u32;
        (epochs > 0).then(|| (epochs / LEAST_EPOCHS).clamp(1, MOST_STRETCHES))
    }

    /// When a generation that begins now should end, in seconds since the start: polishing and other
    /// ones follow.
    pub(super) fn end_of_generation(&self, generation: usize) -> f64 {
        let Some(time) = self.limits.time else { return f64::INFINITY };
        let (now, time) = (self.clock.elapsed().as_secs_f64(), time.as_secs_f64());
        let (left, next) = (time - now, time * NEXT_SHARE);
        now + match generation {
            0 => left * FIRST_SHARE,
            // what is too short for two is one
            _ if left < 1.5 * next => left * LAST_SHARE,
            _ => next,
        }
    }

    /// The stretches of a generation as they were given, or as many of no steps yet: a run that ends
    /// among them must still say how many there are.
    pub(super) fn planned_stretches(&self, generation: usize, places: u32) -> Vec<u64> {
        let given = self.limits.steps.get(generation).map(|plan| plan.stretches().to_vec());
        given.unwrap_or_else(|| vec![0; places as usize])
    }

    /// The steps of a stretch: as they were given, or those for which there is time.
    pub(super) fn plan_stretch(&mut self, generation: usize, place: u32, fitting: u64) -> u64 {
        // what every run begins with is part of its first stretch
        let before = if generation == 0 && place == 0 { self.steps } else { 0 };
        let planned = &mut self.plan[generation][place as usize];
        if self.limits.steps.is_empty() {
            *planned = before + fitting.clamp(1, u64::MAX / 4);
        }
        *planned - before
    }

    /// Whether a generation ends with this stretch before all of them are done: as it is frozen or, where
    /// the plan was given, as there are no steps in the others.
    pub(super) fn ends_early(&self, generation: usize, place: u32, is_frozen: bool) -> bool {
        let places = self.plan[generation].len();
        let done = place as usize + 1;
        match self.limits.steps.get(generation).map(Generation::stretches) {
            Some(given) => done < places && given[done..].iter().all(|&steps| steps == 0),
            None => {
                let late = done as f64 >= FROZEN_FROM * places as f64;
                is_frozen && late && done < places && places >= FROZEN_OF
            }
        }
    }
}
