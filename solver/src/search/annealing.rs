//! Simulated annealing over all moves; some lanes accept otherwise.
//!
//! Source: Kirkpatrick et al. (1983); the calibration follows the practice of Ceschia, Di Gaspero
//! and Schaerf for course timetabling. Ours trades hard against soft cost by a weight that follows a
//! plan (see `schedule`). A step is one evaluated move.

use super::acceptance::Acceptance;
use super::freezing::Freezing;
use super::guided_ejection::{GuidedEjection, Progress};
use super::reheating::Reheating;
use super::schedule::{self, Patience, Schedule, Strictness};
use crate::compiled::Compiled;
use crate::moves::{Attempt, Guard, Wheel, augment};
use crate::neighbourhood::Defects;
use crate::outcome::MoveCount;
use crate::plan::Stretch;
use crate::rng::{Exponential, Rng};
use crate::snapshot::Snapshot;
use crate::state::State;
use jadwal_model::Cost;
use std::cmp::Ordering;

/// Moves begin with a meet that has to do with a defect so often, in a thousand.
const GUIDED: u32 = 250;

/// Until this share of a generation the search for a timetable without hard cost may go on.
const COMPLETION: f64 = 0.3;
/// Near a timetable without hard cost this share of the first temperature is hot.
const NEAR_HEAT: f64 = 0.3;

/// Where tasks are matched with the resources of their times, so many times the first temperature is hot:
/// moves of single tasks, nearly all of which are refused, are then missing from the sample.
const MATCHED_HEAT: f64 = 2.0;

/// So often in a generation it is seen who has hard cost, as theirs weighs more from then on; but not
/// before so many steps have passed.
const LOOKS: u64 = 10_000;
const SOONEST_LOOK: u64 = 256;
/// Who is to stay near a timetable without hard cost and has not had one at so many looks goes back.
const LONG_AWAY: u64 = 100;

/// A timetable is nearly as good as one that costs this share less.
const NEARLY: f64 = 0.02;

/// One annealing search, which can be carried on epoch by epoch.
#[derive(Debug)]
pub(crate) struct Annealing<'c, const W: usize> {
    pub(crate) state: State<'c, W>,
    pub(crate) best: Cost,
    pub(crate) best_found: Snapshot,
    pub(crate) counts: Vec<MoveCount>,
    rng: Rng,
    exponential: Exponential,
    wheel: Wheel<W>,
    /// The search for a first timetable without hard cost, until that is found or given up.
    completion: Option<GuidedEjection>,
    /// Whether one was hard to find.
    tight: bool,
    /// Whether it stays near one as soon as there is one, in any case.
    stays_near: bool,
    /// Once it has begun again: how hot that was of use, and what it began from.
    reheated: Option<(Reheating, Cost)>,
    freezing: Freezing,
    /// The temperature now, and the one at which the first generation froze, if it did.
    temperature: f64,
    frozen: Option<f64>,
    /// Looks since it last had one, if it is to stay near.
    away: u64,
    defects: Defects,
    strictness: Strictness,
    acceptance: Acceptance,
    patience: Patience,
    schedule: Schedule,
}

impl<'c, const W: usize> Annealing<'c, W> {
    /// Begins from a timetable, as the search of a lane.
    pub(crate) fn new(mut state: State<'c, W>, mut rng: Rng, lane: u64) -> Self {
        augment::relieve_all(&mut state, &mut rng);
        state.settle();
        state.commit();
        let wheel = Wheel::new(state.layout());
        let schedule = Schedule { hot: 1.0, cold: 1.0, hard_weight: 1.0, adapts: false };
        Self {
            best: state.cost(),
            best_found: state.snapshot(),
            counts: wheel
                .kinds
                .iter()
                .map(|m| MoveCount { name: m.name, ..MoveCount::default() })
                .collect(),
            defects: Defects::new(&state),
            strictness: Strictness::new(&schedule),
            acceptance: Acceptance::of_lane(lane),
            patience: Patience::default(),
            exponential: Exponential::new(),
            schedule,
            wheel,
            completion: None,
            tight: false,
            stays_near: lane.is_multiple_of(2),
            reheated: None,
            freezing: Freezing::default(),
            temperature: 0.0,
            frozen: None,
            away: 0,
            rng,
            state,
        }
    }

    /// Walks for a while at a temperature of one unit of cost, then takes temperatures and the first hard weight from moves tried
    /// around there.
    fn calibrate(&mut self, steps: u64) {
        if self.wheel.is_empty() {
            return;
        }
        self.anneal(steps, 0, None);
        let samples = self.sample(4000);
        let step = self.state.compiled.smallest_step();
        self.schedule = schedule::from_samples(&samples, step);
        if !self.state.layout().matched.resources.is_empty() {
            self.schedule.hot *= MATCHED_HEAT;
        }
        self.strictness = Strictness::new(&self.schedule);
    }

    /// The changes of cost of some moves, each undone.
    fn sample(&mut self, number: usize) -> Vec<Cost> {
        let guard = Guard { hard_weight: 1.0, threshold: f64::MAX };
        let mut samples = Vec::with_capacity(number);
        if self.wheel.is_empty() {
            return samples;
        }
        for _ in 0..number * 8 {
            let before = self.state.cost();
            let (attempt, _) = self.attempt(&guard);
            if attempt == Attempt::Done {
                let mark = self.state.start();
                samples.push(self.state.settle() - before);
                self.state.undo_to(mark);
            }
            if samples.len() == number {
                break;
            }
        }
        samples
    }

    #[inline]
    fn attempt(&mut self, guard: &Guard) -> (Attempt, usize) {
        let place = self.wheel.draw(&mut self.rng);
        match self.defects.pick_meet(&self.state, &mut self.rng, GUIDED) {
            Some(meet) => {
                let kind = &self.wheel.kinds[place];
                let attempt = kind.attempt(&mut self.state, &mut self.rng, meet, guard);
                (attempt, place)
            }
            None => (Attempt::Nothing, place),
        }
    }

    /// Looks for a timetable without hard cost before anything else, from nothing but how the meets are
    /// cut or from what was given. A patient search goes on with that as part of the run, where it got
    /// further than the greedy start.
    pub(crate) fn begin(&mut self, epoch: u64, given: bool, patient: bool) {
        let greedy = self.best.hard;
        if !self.is_complete() && !self.state.layout().movable.is_empty() {
            self.completion = Some(if given {
                GuidedEjection::new(self.state.layout())
            } else {
                GuidedEjection::from_nothing(&mut self.state)
            });
            self.complete(epoch, false);
        }
        let before = self.state.snapshot();
        self.calibrate(epoch);
        let promises = |search: &GuidedEjection| patient && search.missing() < greedy;
        self.completion = self.completion.take().filter(|search| promises(search));
        if self.completion.is_some() && !self.is_complete() {
            self.state.restore(&before);
        } else {
            self.completion = None;
        }
        if self.is_complete() {
            self.stay_near();
        }
        self.defects = Defects::new(&self.state);
    }

    /// Goes on from the best, and no further from a timetable without hard cost than it must: where one
    /// was hard to find, and in every other lane, as what is better is seldom far.
    fn stay_near(&mut self) {
        if !self.tight && !self.stays_near {
            return;
        }
        self.state.restore(&self.best_found);
        self.acceptance.forget();
        self.strictness.tighten();
        if self.reheated.is_none() {
            self.schedule.hot = (self.schedule.hot * NEAR_HEAT).max(self.schedule.cold);
        }
    }

    /// Looks again for one without hard cost, near the timetable that is there.
    pub(crate) fn repair(&mut self) {
        if !self.is_complete() && !self.state.layout().movable.is_empty() {
            self.completion = Some(GuidedEjection::new(self.state.layout()));
        }
    }

    /// Whether it has not yet begun to make the timetable cheaper.
    pub(crate) const fn is_completing(&self) -> bool {
        self.completion.is_some()
    }

    /// Whether it has found a timetable without hard cost.
    pub(crate) const fn is_complete(&self) -> bool {
        self.best.hard <= self.state.compiled.constant.hard
    }

    /// Goes on with the search for one without hard cost, or gives it up when it is late; says how many
    /// steps that took.
    fn complete(&mut self, steps: u64, late: bool) -> u64 {
        let Some(mut search) = self.completion.take() else { return 0 };
        let before = search.steps;
        let progress = if late {
            search.give_up(&mut self.state)
        } else {
            search.run(&mut self.state, &mut self.rng, &self.wheel, steps)
        };
        let used = search.steps - before;
        self.note();
        if progress == Progress::Continues {
            self.completion = Some(search);
        } else if progress == Progress::Complete {
            self.tight |= search.is_tight();
            self.stay_near();
        }
        self.defects = Defects::new(&self.state);
        used
    }

    /// Does so many steps, the ones after the first `from` of a stretch; without one the search stays as
    /// hot as it begins.
    pub(crate) fn run(&mut self, steps: u64, from: u64, stretch: Option<Stretch>) {
        if self.wheel.is_empty() {
            return;
        }
        if stretch.is_some_and(|stretch| stretch.begins(from))
            && self.is_complete()
            && !self.strictness.is_tight()
            && self.reheated.is_none()
        {
            self.stay_near();
        }
        let late = stretch.is_some_and(|stretch| stretch.share(from) > COMPLETION);
        let used = self.complete(steps, late);
        self.anneal(steps - used.min(steps), from + used, stretch);
    }

    fn anneal(&mut self, steps: u64, from: u64, stretch: Option<Stretch>) {
        if stretch.is_some() {
            self.wheel.adapt();
        }
        let start = self.state.start();
        let (mut done, mut tries) = (0, 0);
        let look = stretch.map(|stretch| (stretch.generation() / LOOKS).max(SOONEST_LOOK));
        self.strictness.pace(stretch.map_or(0, |stretch| stretch.generation()));
        let mut share = 0.0;
        // tries that find nothing are no steps, but there must be an end to them
        while done < steps && tries < steps.saturating_mul(16) {
            if tries & 255 == 0 {
                share = stretch.map_or(0.0, |stretch| stretch.share(from + done));
                let cooled = self.patience.cooled(share.min(1.0), self.best.hard);
                self.temperature = self.schedule.temperature(cooled);
            }
            tries += 1;
            let annealed = self.temperature * self.exponential.draw(&mut self.rng);
            let hard_weight = self.strictness.weight();
            let before = self.state.standing();
            let threshold =
                self.acceptance.threshold(before.cost, self.best, hard_weight, annealed);
            let work = self.state.work();
            let (attempt, place) = self.attempt(&Guard { hard_weight, threshold });
            if attempt == Attempt::Nothing {
                continue;
            }
            done += 1;
            self.counts[place].tried += 1;
            let mut gained = false;
            if attempt == Attempt::Done {
                match self.state.settle_within(&before, hard_weight, threshold) {
                    Some(change) => {
                        gained = change < 0.0;
                        self.keep(place, before.cost, self.state.cost());
                    }
                    None => self.state.undo_to(start),
                }
            }
            self.acceptance.note(self.state.cost());
            self.wheel.note(place, gained, 1 + self.state.work() - work);
            let hard = self.state.cost().hard - self.state.compiled.constant.hard;
            self.strictness.note(hard, share, self.is_complete());
            if look.is_some_and(|look| (from + done).is_multiple_of(look)) {
                // what is there again after one without hard cost was found is on its way to a cheaper one
                let hard = if self.is_complete() { &[] } else { self.defects.hard() };
                self.state.insist(hard);
                self.come_back();
            }
        }
    }

    /// Goes back to the best timetable, if it is to stay near one without hard cost and has been away
    /// for long: the weight of hard cost does not bring back what has frozen in another place.
    fn come_back(&mut self) {
        self.away += 1;
        if self.state.cost().hard <= self.state.compiled.constant.hard
            || !self.strictness.is_tight()
        {
            self.away = 0;
        } else if self.away > LONG_AWAY {
            self.away = 0;
            self.strictness.insist();
            self.state.restore(&self.best_found);
            self.defects = Defects::new(&self.state);
            self.acceptance.forget();
        }
    }

    #[inline]
    fn keep(&mut self, place: usize, before: Cost, after: Cost) {
        self.defects.update(&self.state);
        self.state.commit();
        let counts = &mut self.counts[place];
        counts.accepted += 1;
        counts.improved += u64::from(after < before);
        self.freezing.note(after, self.strictness.weight());
        self.note();
    }

    /// Goes on from the timetable without hard cost of another search, instead of looking for one.
    pub(crate) fn share(&mut self, snapshot: &Snapshot, tight: bool) {
        self.adopt(snapshot);
        self.tight |= tight;
        self.stay_near();
    }

    /// Whether a timetable without hard cost was hard to find.
    pub(crate) const fn is_tight(&self) -> bool {
        self.tight
    }

    /// Goes on from a timetable of another search.
    pub(crate) fn adopt(&mut self, snapshot: &Snapshot) {
        self.completion = None;
        self.away = 0;
        self.state.restore(snapshot);
        self.defects = Defects::new(&self.state);
        self.acceptance.forget();
        self.note();
    }

    /// Remembers the timetable if it is the best.
    pub(crate) fn note(&mut self) {
        if self.state.cost() < self.best {
            self.best = self.state.cost();
            self.state.save(&mut self.best_found);
        }
    }

    /// What one unit of hard cost weighs to this search now.
    pub(crate) const fn hard_weight(&self) -> f64 {
        self.strictness.weight()
    }

    /// Whether the timetable costs little more than this, so that going on from it may lead elsewhere.
    pub(crate) fn is_near(&self, best: Cost) -> bool {
        let (now, step) = (self.state.cost(), self.state.compiled.smallest_step());
        let most = best.soft as f64 * (1.0 + NEARLY) + step as f64;
        now.hard == best.hard && now.soft as f64 <= most
    }

    /// Ends a stretch; says whether cooling further is of no use, which can only be said of annealing.
    pub(crate) fn end_stretch(&mut self) -> bool {
        let (end, weight) = (self.state.cost(), self.strictness.weight());
        let is_frozen = self.freezing.end_stretch(end, self.temperature, weight);
        is_frozen || !self.acceptance.is_annealing()
    }

    /// Hears that a generation is over, and whether it was frozen before all of it was done; learns from
    /// it at which temperature the next one should end, or begin.
    pub(crate) fn end_generation(&mut self, is_frozen: bool) {
        let end = self.state.cost();
        match &mut self.reheated {
            None => self.frozen = self.freezing.temperature().filter(|_| is_frozen),
            Some((reheating, began)) => {
                let found = self.freezing.lowest().is_some_and(|low| low < *began);
                reheating.judge(if found { Ordering::Less } else { end.cmp(began) });
            }
        }
    }

    /// Begins another generation from the timetable that is there, of so many times the steps of the
    /// first one.
    pub(crate) fn reheat(&mut self, steps: f64) {
        let began = self.state.cost();
        let mut reheating = match self.reheated {
            Some((reheating, _)) => reheating,
            None => {
                let frozen = self.frozen.unwrap_or(self.schedule.cold);
                let reheating = Reheating::first(&self.schedule, frozen, steps);
                self.schedule.cold = frozen;
                reheating
            }
        };
        self.schedule.hot = reheating.hot(self.schedule.cold);
        self.reheated = Some((reheating, began));
        self.freezing.forget();
        self.strictness.reheat();
        self.patience = Patience::default();
    }
}

/// A fresh start: an empty timetable, filled greedily.
pub(crate) fn fresh<'c, const W: usize>(compiled: &'c Compiled<W>, rng: &mut Rng) -> State<'c, W> {
    let mut state = State::new(compiled);
    crate::construct::construct(&mut state, rng);
    state
}
