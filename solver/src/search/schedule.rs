//! How hot and how strict a search is, from start to end.

use crate::rng::{exponential, logarithm};
use jadwal_model::Cost;

/// Temperatures of a run, taken from the instance.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Schedule {
    /// At the start.
    pub(crate) hot: f64,
    /// At the end.
    pub(crate) cold: f64,
    /// What one unit of hard cost weighs at the start, in units of soft cost.
    pub(crate) hard_weight: f64,
    /// Whether there is any soft cost for which the weight could be traded.
    pub(crate) adapts: bool,
}

impl Schedule {
    /// The temperature when this share of the run is done: a straight line in its logarithm.
    pub(crate) fn temperature(&self, done: f64) -> f64 {
        self.hot * exponential(-logarithm(self.hot / self.cold) * done)
    }
}

/// What a timetable or a change of one costs where hard cost weighs so much.
pub(crate) fn price(cost: Cost, hard_weight: f64) -> f64 {
    hard_weight * cost.hard as f64 + cost.soft as f64
}

/// Lets a search that lacks little of a timetable without hard cost stay warm until it has one.
///
/// What is frozen cannot make room for the last hard defect, however dear that is. So cooling waits,
/// and is made up for afterwards.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Patience {
    /// The share of the run at which cooling went on, if it has waited.
    released: Option<f64>,
}

/// Cooling may wait between these shares of a run.
const WAIT_FROM: f64 = 0.62;
const WAIT_UNTIL: f64 = 0.85;
/// More hard cost than this is not little.
const LITTLE: i64 = 4;

impl Patience {
    /// How cool the search should be, as a share of the whole way, when `done` of the run is done and
    /// the best hard cost so far is this.
    pub(crate) fn cooled(&mut self, done: f64, hard: i64) -> f64 {
        if done <= WAIT_FROM {
            return done;
        }
        let waits = (1..=LITTLE).contains(&hard) && done < WAIT_UNTIL;
        match self.released {
            // it has never had to wait, or waits still
            None if !waits => {
                self.released = Some(done);
                done
            }
            None => WAIT_FROM,
            Some(from) if from - WAIT_FROM < 0.01 => done,
            Some(from) => WAIT_FROM + (1.0 - WAIT_FROM) * (done - from) / (1.0 - from),
        }
    }
}

/// Keeps the hard cost on a path from its first level to almost zero, by its weight.
///
/// A fixed weight fails both ways: small ones leave hard defects, large ones freeze the search
/// early. So the weight is whatever makes the mean hard cost fall as planned: as a cube, and then
/// it stays at a small residue, as the way to a better timetable often breaks something for a while.
/// Where nothing has been broken for long the weight falls, until something is: a search that only
/// ever makes it larger ends up between timetables without hard cost, where many ways are closed.
#[derive(Clone, Debug)]
pub(crate) struct Strictness {
    weight: f64,
    first_weight: f64,
    /// What it began with near a timetable without hard cost.
    weight_near: f64,
    adapts: bool,
    /// Mean hard cost at the start.
    level: Option<f64>,
    /// Whether to stay near timetables without hard cost from the start.
    tight: bool,
    /// Whether the level is no longer what the hard cost is at the start.
    is_settled: bool,
    sum: f64,
    number: u64,
    /// Steps between two corrections once a timetable without hard cost has been found.
    period: u64,
}

/// Share of worsening changes that is accepted on average at the start.
const FIRST_ACCEPTED: f64 = 0.06;
/// The last temperature, in smallest steps of the cost.
const COLDEST: f64 = 0.1;
/// From this share of a run on the hard cost should be down to the residue.
const STRICT_FROM: f64 = 0.6;
/// In the last part of a run the residue goes to zero.
const CLEAN_FROM: f64 = 0.9;
/// Hard cost weighs at most so many times what it did at first.
const DEAREST: f64 = 500.0;
/// So many steps between two corrections, until a timetable without hard cost has been found.
const PERIOD: u64 = 512;
/// From then on there are no more than so many in a generation: what is broken lasts the longer the slower
/// a search cools, and a weight that rises meanwhile makes it mend that at any price.
const CORRECTIONS: u64 = 6000;

/// How the weight is corrected.
#[derive(Clone, Copy, Debug)]
struct Correction {
    /// Mean hard cost that is wanted when the plan has come down.
    residue: f64,
    /// What is added to both the mean and the plan before they are compared.
    slack: f64,
    /// How strongly one correction follows the logarithm of the error.
    gain: f64,
}

/// Until a timetable without hard cost has been found: first of all one is wanted.
const SHARP: Correction = Correction { residue: 0.0, slack: 0.05, gain: 0.02 };
/// From then on.
const GENTLE: Correction = Correction { residue: 0.2, slack: 0.3, gain: 0.01 };

impl Strictness {
    pub(crate) fn new(schedule: &Schedule) -> Self {
        Self {
            weight: schedule.hard_weight,
            first_weight: schedule.hard_weight,
            weight_near: schedule.hard_weight,
            adapts: schedule.adapts,
            level: None,
            tight: false,
            is_settled: false,
            sum: 0.0,
            number: 0,
            period: PERIOD,
        }
    }

    pub(crate) const fn weight(&self) -> f64 {
        self.weight
    }

    /// Hears of the hard cost after a step, when `done` of the run is done, and whether a timetable
    /// without hard cost has been found.
    #[inline]
    pub(crate) fn note(&mut self, hard: i64, done: f64, found: bool) {
        self.sum += hard as f64;
        self.number += 1;
        if self.number >= if found { self.period } else { PERIOD } {
            self.correct(done, found);
        }
    }

    /// Hears of how many steps the generation is.
    pub(crate) fn pace(&mut self, steps: u64) {
        self.period = (steps / CORRECTIONS).max(PERIOD);
    }

    /// Whether the hard cost is to stay near zero.
    pub(crate) const fn is_tight(&self) -> bool {
        self.tight
    }

    /// From now on the hard cost stays near zero, as the way back might not be found.
    pub(crate) const fn tighten(&mut self) {
        (self.level, self.tight) = (Some(0.0), true);
    }

    /// Hard cost was not dear enough to stay near zero, and what is frozen elsewhere does not come back
    /// however dear it gets: from the next start on it weighs twice what it did at the last one.
    pub(crate) fn insist(&mut self) {
        self.weight_near = (2.0 * self.weight_near).min(self.first_weight * DEAREST);
        self.weight = self.weight_near;
        (self.sum, self.number) = (0.0, 0);
    }

    /// Prepares for another generation: it begins with little hard cost, or with what is to go, and from
    /// its start on that is to be what it is at the end of the plan.
    pub(crate) fn reheat(&mut self) {
        (self.level, self.is_settled) = (Some(0.0), true);
        (self.sum, self.number) = (0.0, 0);
    }

    fn correct(&mut self, done: f64, found: bool) {
        let mean = self.sum / self.number as f64;
        (self.sum, self.number) = (0.0, 0);
        if !self.adapts {
            return;
        }
        if done <= 0.0 && !self.tight && !self.is_settled {
            self.level = Some(mean);
            return;
        }
        let Correction { residue, slack, gain } = if found { GENTLE } else { SHARP };
        let planned = self.planned(mean, done, residue);
        let error = logarithm((mean + slack) / (planned + slack));
        let factor = exponential(gain * error.clamp(-1.0, 1.0));
        let range = (self.first_weight / 50.0, self.first_weight * DEAREST);
        self.weight = (self.weight * factor).clamp(range.0, range.1);
    }

    /// The mean hard cost that is wanted when `done` of the run is done.
    fn planned(&self, mean: f64, done: f64, residue: f64) -> f64 {
        let left = (1.0 - done / STRICT_FROM).max(0.0);
        let late = (done - CLEAN_FROM).max(0.0) / (1.0 - CLEAN_FROM);
        self.level.unwrap_or(mean) * left * left * left + residue * (1.0 - late).max(0.0)
    }
}

/// Takes the temperatures and the first weight from the changes of cost that moves would bring near
/// a local optimum; `step` is the smallest change of cost that any constraint can make.
pub(crate) fn from_samples(samples: &[Cost], step: i64) -> Schedule {
    let mut soft: Vec<f64> =
        samples.iter().filter(|c| c.soft != 0).map(|c| c.soft.abs() as f64).collect();
    soft.sort_by(f64::total_cmp);
    let adapts = !soft.is_empty();
    let at = |list: &[f64], share: f64| list.get((list.len() as f64 * share) as usize).copied();
    let hard_weight = at(&soft, 0.9).unwrap_or(1.0);
    let changes = samples.iter().map(|&change| price(change, hard_weight));
    let worse: Vec<f64> = changes.filter(|&change| change > 0.0).collect();
    let cold = COLDEST * step as f64;
    let hot = temperature_for(&worse, FIRST_ACCEPTED).max(cold);
    Schedule { hot, cold, hard_weight, adapts }
}

/// The temperature at which this share of worsening changes is accepted on average, by halving.
fn temperature_for(worse: &[f64], share: f64) -> f64 {
    let (mut low, mut high) = (1e-3, 1e9);
    for _ in 0..60 {
        let middle = f64::sqrt(low * high);
        let accepted: f64 =
            worse.iter().map(|&change| exponential(-(change / middle).min(700.0))).sum();
        if accepted > share * worse.len() as f64 {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHEDULE: Schedule = Schedule { hot: 10.0, cold: 0.1, hard_weight: 100.0, adapts: true };

    /// The weight after so many corrections at that place of a run, where the mean hard cost is this.
    fn weight(
        strictness: &mut Strictness,
        corrections: u64,
        mean: i64,
        done: f64,
        found: bool,
    ) -> f64 {
        (0..corrections * PERIOD).for_each(|_| strictness.note(mean, done, found));
        strictness.weight()
    }

    /// One that is to stay near timetables without hard cost.
    fn near() -> Strictness {
        let mut near = Strictness::new(&SCHEDULE);
        near.tighten();
        near
    }

    #[test]
    fn where_nothing_is_broken_hard_cost_weighs_less_and_less_until_the_end() {
        let mut strictness = near();
        let before = strictness.weight();
        let later = weight(&mut strictness, 100, 0, 0.5, true);
        assert!(later < before, "{later} is no less than {before}");
        assert!(
            (weight(&mut strictness, 100, 0, 1.0, true) - later).abs() < 1e-9,
            "nothing is to be"
        );
        assert!(weight(&mut strictness, 100, 1, 1.0, true) > later, "what is has to go");
    }

    #[test]
    fn where_more_is_broken_than_planned_it_weighs_more_up_to_a_limit() {
        let mut strictness = near();
        assert!(weight(&mut strictness, 100, 2, 0.5, true) > 100.0);
        assert_eq!(weight(&mut strictness, 1000, 2, 0.5, true), 100.0 * DEAREST);
    }

    #[test]
    fn the_longer_a_generation_the_longer_a_correction_waits_once_one_was_found() {
        let mut strictness = near();
        strictness.pace(3 * PERIOD * CORRECTIONS);
        assert_eq!(weight(&mut strictness, 2, 1, 0.5, true), 100.0);
        let later = weight(&mut strictness, 1, 1, 0.5, true);
        assert!(later > 100.0);
        assert!(weight(&mut strictness, 1, 1, 0.5, false) > later, "before, it does not");
    }

    #[test]
    fn as_long_as_none_was_found_what_is_not_broken_changes_nothing() {
        let mut strictness = near();
        assert_eq!(weight(&mut strictness, 100, 0, 0.5, false), 100.0);
        assert!(weight(&mut strictness, 1, 1, 0.5, false) > 100.0);
    }

    #[test]
    fn the_plan_falls_from_the_first_level_as_a_cube() {
        let mut strictness = Strictness::new(&SCHEDULE);
        assert_eq!(weight(&mut strictness, 3, 80, 0.0, false), 100.0, "it only learns the level");
        assert!((strictness.planned(0.0, STRICT_FROM / 2.0, SHARP.residue) - 10.0).abs() < 1e-9);
        assert_eq!(strictness.planned(0.0, STRICT_FROM, SHARP.residue), 0.0);
        assert_eq!(strictness.planned(0.0, STRICT_FROM, GENTLE.residue), 0.2);
        // above that for a while, and then below
        assert!(weight(&mut strictness, 10, 20, STRICT_FROM / 2.0, false) > 100.0);
        assert!(weight(&mut strictness, 50, 1, STRICT_FROM / 2.0, false) < 100.0);
    }
}
