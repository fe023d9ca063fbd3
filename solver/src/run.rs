//! A whole run: lanes side by side, meeting at barriers.
//!
//! Lanes draw from streams of their own and meet only at barriers, so the number of threads changes
//! nothing but the speed. A run is a list of generations, each planned for a number of steps. When
//! only time is given, the first two epochs measure the pace, and every generation is planned from
//! the time that is left, stretch by stretch as the pace changes; the plan is reported, and a run
//! given that plan does the same again.

mod planning;

use crate::compiled::Compiled;
use crate::limits::{Clock, Limits};
use crate::outcome::{MoveCount, Outcome, Status, StoppedBy, TypeWay, Way};
use crate::plan::{Generation, Stretch};
use crate::polish::Polish;
use crate::progress::{Better, Progress, Pulse};
use crate::rng::Rng;
use crate::search::annealing::{self, Annealing};
use crate::search::elites::Elites;
use crate::search::schedule::price;
use crate::settings::Settings;
use crate::snapshot::Snapshot;
use jadwal_model::{Cost, Id, Instance, Report, Solution};
use rayon::prelude::*;
use std::time::Duration;

/// Every lane does about so much counting between two barriers.
const EPOCH_WORK: u64 = 400_000;
/// Epochs before the first plan.
const FIRST_EPOCHS: u64 = 2;
/// Bytes for each thread: the integer programming calls itself deeply.
const STACK: usize = 16 << 20;
/// At most this share of the time that is left goes to the polishing after a generation.
const POLISH: f64 = 0.4;
/// And no more of it once this share of that has gained nothing.
const PATIENCE: f64 = 0.25;

/// No other proof is tried once they have taken this share of the time that has passed.
const PROVING: f64 = 0.1;

struct Run<'a, 'c, const W: usize> {
    instance: &'a Instance,
    limits: &'a Limits,
    progress: &'a mut dyn Progress,
    clock: Clock,
    pool: rayon::ThreadPool,
    lanes: Vec<Annealing<'c, W>>,
    epoch: u64,
    steps: u64,
    /// By generation, by stretch.
    plan: Vec<Vec<u64>>,
    /// The steps of the first generation, had all of it been done.
    first_steps: u64,
    /// By lane.
    polishing: Vec<Polish<'a>>,
    /// By generation: the rounds of polishing after it.
    polished: Vec<u64>,
    ways: Vec<TypeWay>,
    bound: Cost,
    /// The cost at which polishing gained nothing more.
    polished_at: Option<Cost>,
    /// The cost at which a proof was tried last, and the seconds that proofs have taken.
    proved_at: Option<Cost>,
    proving: f64,
    best: Option<(Solution, Report)>,
    /// What further generations begin from.
    elites: Elites,
    trace: Vec<Better>,
}

/// Runs all lanes until a limit.
pub(crate) fn run<const W: usize>(
    instance: &Instance,
    settings: &Settings,
    limits: &Limits,
    start: Option<&Solution>,
    progress: &mut dyn Progress,
    clock: Clock,
) -> Outcome {
    let compiled = Compiled::<W>::new(instance);
    let threads =
        |number| rayon::ThreadPoolBuilder::new().num_threads(number).stack_size(STACK).build();
    // fewer threads only take longer
    let pool = threads(settings.threads).or_else(|_| threads(1));
    let pool = pool.expect("the system can start one thread");
    progress.on_phase("construct");
    let epoch = epoch_steps(&compiled);
    let lanes = pool.install(|| {
        let lanes = (0..settings.lanes as u64).into_par_iter();
        let last = settings.lanes as u64 - 1;
        let lanes =
            lanes.map(|lane| begin(&compiled, settings.seed, lane, start, epoch, lane == last));
        lanes.collect()
    });
    let bound = crate::bound::lower_bound(instance);
    let mut run = Run {
        instance,
        limits,
        progress,
        clock,
        pool,
        lanes,
        epoch,
        steps: 0,
        plan: Vec::new(),
        first_steps: 0,
        // lanes draw from the streams before
        polishing: (0..settings.lanes as u64)
            .map(|lane| Polish::new(instance, settings.seed, settings.lanes as u64 + lane))
            .collect(),
        polished: Vec::new(),
        ways: crate::tightness::ways(&compiled),
        bound,
        polished_at: None,
        proved_at: None,
        proving: 0.0,
        best: None,
        elites: Elites::default(),
        trace: Vec::new(),
    };
    if let Some(start) = start {
        // the lanes may not be able to show all of it: what was given is never lost
        let mut start = start.clone();
        start.complete(&instance.facts);
        start.sort();
        let report = jadwal_model::evaluate(instance, &start);
        run.found(start, report);
    }
    run.record();
    run.progress.on_phase("search");
    let mut stopped_by = run.search();
    if !matches!(stopped_by, StoppedBy::Cancel | StoppedBy::Target) {
        stopped_by = run.prove().filter(|&stop| stop == StoppedBy::Optimal).unwrap_or(stopped_by);
    }
    run.progress.on_phase("finish");
    run.match_loose_types();
    run.finish(stopped_by)
}

/// Steps of one epoch: fewer where a step touches more resources.
fn epoch_steps<const W: usize>(compiled: &Compiled<W>) -> u64 {
    let layout = &compiled.layout;
    let attending: usize =
        layout.units.iter().map(|unit| unit.fixed.len() + unit.roles.len()).sum();
    let units = layout.units.len().max(1) as u64;
    (EPOCH_WORK * units / (units + attending as u64)).max(1000)
}

fn begin<'c, const W: usize>(
    compiled: &'c Compiled<W>,
    seed: u64,
    number: u64,
    start: Option<&Solution>,
    epoch: u64,
    patient: bool,
) -> Annealing<'c, W> {
    let mut rng = Rng::new(seed, number);
    let state = match start {
        Some(start) => {
            let mut state = crate::state::State::new(compiled);
            state.load(start);
            state
        }
        None => annealing::fresh(compiled, &mut rng),
    };
    let mut lane = Annealing::new(state, rng, number);
    // the others begin with something else at once
    lane.begin(epoch, start.is_some(), patient);
    lane
}

impl<const W: usize> Run<'_, '_, W> {
    fn search(&mut self) -> StoppedBy {
        if let Some(stop) = self.stop() {
            return stop;
        }
        let first = FIRST_EPOCHS * self.epoch;
        let mut spent = self.clock.elapsed().as_secs_f64();
        let given = self.limits.steps.iter().flat_map(Generation::stretches).next();
        let first = given.map_or(first, |&all| first.min(all));
        while self.steps < first {
            if let Some(stop) = self.advance(self.epoch.min(first - self.steps), 0, None) {
                return stop;
            }
        }
        spent = self.clock.elapsed().as_secs_f64() - spent;
        let mut pace = self.steps as f64 / spent.max(1e-6);
        for generation in 0.. {
            if generation > 0
                && let Some(stop) = self.prove()
            {
                return stop;
            }
            let end = self.end_of_generation(generation);
            let Some(places) = self.places(generation, end, pace) else {
                return if self.limits.time.is_some() && self.limits.steps.is_empty() {
                    StoppedBy::Time
                } else {
                    StoppedBy::Steps
                };
            };
            self.plan.push(self.planned_stretches(generation, places));
            let mut is_frozen = false;
            for place in 0..places {
                let began = self.clock.elapsed().as_secs_f64();
                let left = (end - began).max(0.0) / f64::from(places - place);
                let steps = self.plan_stretch(generation, place, (left * pace) as u64);
                let stretch = Stretch { place, places, steps };
                if generation > 0 && place == 0 {
                    self.next_generation(stretch.generation());
                }
                if let Some(stop) = self.cool(stretch) {
                    return stop;
                }
                let spent = self.clock.elapsed().as_secs_f64() - began;
                // what is shorter says more of the barrier than of the pace
                if steps >= self.epoch {
                    pace = steps as f64 / spent.max(1e-6);
                }
                let mut all = true;
                self.lanes.iter_mut().for_each(|lane| all &= lane.end_stretch());
                if generation == 0 {
                    self.first_steps = self.steps / u64::from(place + 1) * u64::from(places);
                }
                is_frozen = self.ends_early(generation, place, all);
                if is_frozen {
                    break;
                }
            }
            self.lanes.iter_mut().for_each(|lane| lane.end_generation(is_frozen));
            self.match_loose_types();
            if let Some(stop) = self.polish(generation) {
                return stop;
            }
        }
        StoppedBy::Steps
    }

    /// Does a stretch, epoch by epoch; says whether to stop.
    fn cool(&mut self, stretch: Stretch) -> Option<StoppedBy> {
        let mut done = 0;
        while done < stretch.steps {
            let steps = self.epoch.min(stretch.steps - done);
            let stop = self.advance(steps, done, Some(stretch));
            if stop.is_some() {
                return stop;
            }
            // later ones are to learn what their own heat is good for
            if self.plan.len() == 1 {
                self.exchange(stretch.share(done), stretch.share(done + steps));
            }
            done += steps;
        }
        None
    }

    /// The cost of the best timetable so far.
    fn cost(&self) -> Cost {
        self.best.as_ref().map_or(Cost::MAX, |(_, report)| report.cost)
    }

    /// Tries to prove that the best is the best possible, once for each best and in a share of the time;
    /// says whether to stop.
    fn prove(&mut self) -> Option<StoppedBy> {
        let cost = self.cost();
        let began = self.clock.elapsed().as_secs_f64();
        let open = cost.hard == 0 && cost > self.bound && self.proved_at != Some(cost);
        let open = open && self.proving <= PROVING * began;
        // how far a proof gets in so many steps would say nothing of how long it takes
        let left = |time: &Duration| time.saturating_sub(self.clock.elapsed());
        let time = self.limits.time.map(|time| (time, left(&time)));
        if let Some((time, left)) = time.filter(|(_, left)| open && !left.is_zero()) {
            self.proved_at = Some(cost);
            self.progress.on_phase("prove");
            let bound = crate::prove::bound(self.instance, cost, time, left);
            self.bound = self.bound.max(bound.min(cost));
            self.proving += self.clock.elapsed().as_secs_f64() - began;
            self.progress.on_phase("search");
        }
        self.stop()
    }

    /// Frees and solves parts of the best timetable: as often as was planned or, by the clock, while
    /// that makes it better; says whether to stop.
    fn polish(&mut self, generation: usize) -> Option<StoppedBy> {
        let planned = match &self.limits.steps[..] {
            // what cannot be polished further waits until there is something better
            [] if self.polished_at == Some(self.cost()) => Some(0),
            [] if self.limits.time.is_some() => None,
            _ => Some(self.limits.polish.get(generation).copied().unwrap_or(0)),
        };
        if planned == Some(0) || !crate::polish::AVAILABLE {
            self.polished.push(0);
            return None;
        }
        let left = |run: &Self| {
            let time = run.limits.time.filter(|_| planned.is_none());
            time.map(|time| time.saturating_sub(run.clock.elapsed()).as_secs_f64())
        };
        let budget = left(self).map(|left| left * POLISH);
        let (mut rounds, mut spent, mut in_vain) = (0, 0.0, 0.0);
        let vain = |in_vain: f64| budget.is_some_and(|budget| in_vain > budget * PATIENCE);
        self.adopt_best();
        self.progress.on_phase("polish");
        let mut stop = None;
        while stop.is_none() && planned.is_none_or(|planned| rounds < planned) {
            let before = (self.cost(), left(self));
            if budget.is_some_and(|budget| spent > budget) || vain(in_vain) {
                break;
            }
            let pairs = (&mut self.lanes, &mut self.polishing);
            self.pool.install(|| {
                pairs.into_par_iter().for_each(|(lane, polish)| polish.round(lane, before.1));
            });
            if left(self).is_some_and(|left| left <= 0.0) {
                // what the clock may have cut short is not part of the run
                stop = Some(StoppedBy::Time);
                break;
            }
            rounds += 1;
            self.record();
            let better = self.cost() < before.0;
            if better {
                self.adopt_best();
            }
            let seconds = before.1.zip(left(self)).map_or(0.0, |(before, after)| before - after);
            spent += seconds;
            in_vain = if better { 0.0 } else { in_vain + seconds };
            stop = self.stop();
        }
        self.polished.push(rounds);
        if vain(in_vain) {
            self.polished_at = Some(self.cost());
        }
        self.progress.on_phase("search");
        stop
    }

    /// Gives the resource types that are loose their resources anew in the best timetable.
    fn match_loose_types(&mut self) {
        let Some((solution, report)) = &self.best else { return };
        let loose = self.ways.iter().filter(|way| way.way == Way::Afterwards);
        let loose: Vec<u32> = loose.map(|way| way.resource_type.index() as u32).collect();
        let (compiled, facts) = (self.lanes[0].state.compiled, &self.instance.facts);
        let better = crate::afterwards::better(compiled, facts, &loose, solution, report.cost);
        if let Some((solution, snapshot)) = better {
            let report = jadwal_model::evaluate(self.instance, &solution);
            self.found(solution, report);
            self.lanes[0].adopt(&snapshot);
        }
    }

    /// Lets every lane go on from the best timetable of them all.
    fn adopt_best(&mut self) {
        let best =
            self.lanes.iter().min_by_key(|lane| lane.best).map(|lane| lane.best_found.clone());
        if let Some(best) = best {
            self.lanes.iter_mut().for_each(|lane| lane.adopt(&best));
        }
    }

    /// Remembers the best timetable of each lane among the best of the run.
    fn remember(&mut self) {
        self.lanes.iter().for_each(|lane| self.elites.offer(lane.best, &lane.best_found));
    }

    /// Begins again, mostly less hot, with so many steps: each lane from where it is, if that is nearly as
    /// good as the best; else the first lane from the best, the others from what is not like it.
    fn next_generation(&mut self, steps: u64) {
        let best = self.cost();
        let near = |lane: &Annealing<'_, W>| lane.is_near(best).then(|| lane.state.snapshot());
        let own: Vec<Option<Snapshot>> = self.lanes.iter().map(near).collect();
        self.adopt_best();
        self.remember();
        for (place, (lane, own)) in self.lanes.iter_mut().zip(&own).enumerate() {
            if let Some(snapshot) = own.as_ref().or_else(|| self.elites.at(place)) {
                lane.adopt(snapshot);
            }
        }
        let steps = steps as f64 / self.first_steps.max(1) as f64;
        self.lanes.iter_mut().for_each(|lane| lane.reheat(steps));
        if let Some(last) = self.lanes.last_mut() {
            last.repair();
        }
    }

    /// Lets every lane do some steps, then meets at the barrier; says whether to stop there.
    fn advance(&mut self, steps: u64, from: u64, stretch: Option<Stretch>) -> Option<StoppedBy> {
        let lanes = &mut self.lanes;
        self.pool.install(|| lanes.par_iter_mut().for_each(|lane| lane.run(steps, from, stretch)));
        self.steps += steps;
        self.record();
        self.remember();
        self.share_complete();
        let pulse = Pulse {
            seconds: self.clock.elapsed().as_secs_f64(),
            steps: self.steps,
            planned: stretch.map(|stretch| stretch.generation()),
            best: self.cost(),
            done: stretch.map_or(0.0, |stretch| stretch.share(from + steps)),
        };
        self.progress.on_barrier(&pulse);
        self.stop()
    }

    /// Whoever still looks for a timetable without hard cost goes on from that of another lane; and so
    /// does who has none, where one was hard to find.
    fn share_complete(&mut self) {
        let Some(found) = self.lanes.iter().find(|lane| lane.is_complete()) else { return };
        let tight = found.is_tight();
        let wants =
            |lane: &Annealing<'_, W>| lane.is_completing() || (tight && !lane.is_complete());
        if !self.lanes.iter().any(wants) {
            return;
        }
        let snapshot = found.best_found.clone();
        let others = self.lanes.iter_mut().filter(|lane| wants(lane));
        others.for_each(|lane| lane.share(&snapshot, tight));
    }

    /// At a few points of the cold half, the worse lanes go on from the best one's timetable.
    fn exchange(&mut self, from: f64, to: f64) {
        let crossed = |point: f64| from < point && point <= to;
        if self.lanes.len() < 2 || ![0.5, 0.7, 0.85].into_iter().any(crossed) {
            return;
        }
        // at one weight, or a timetable would be cheap for being in a lane to which hard cost is
        let weight = self.lanes.iter().map(Annealing::hard_weight).fold(0.0, f64::max);
        let prices = self.lanes.iter().map(|lane| price(lane.state.cost(), weight));
        let prices: Vec<f64> = prices.collect();
        let by_price = |a: &usize, b: &usize| prices[*a].total_cmp(&prices[*b]);
        let order = 0..self.lanes.len();
        let best = order.clone().min_by(by_price).unwrap_or(0);
        let worst = order.max_by(by_price).unwrap_or(0);
        if prices[best] < prices[worst] {
            let snapshot = self.lanes[best].state.snapshot();
            self.lanes[worst].adopt(&snapshot);
        }
    }

    /// Counts the best timetable of the lanes again if it is a new best.
    fn record(&mut self) {
        let known = self.cost();
        let Some(lane) = self.lanes.iter_mut().min_by_key(|lane| lane.best) else { return };
        if lane.best >= known {
            return;
        }
        let mut state = lane.state.clone();
        state.restore(&lane.best_found);
        let solution = state.solution(&self.instance.facts);
        let report = jadwal_model::evaluate(self.instance, &solution);
        debug_assert_eq!(report.cost, lane.best, "the monitors and the slow count differ");
        if report.cost < known {
            self.found(solution, report);
        }
    }

    fn found(&mut self, solution: Solution, report: Report) {
        let seconds = self.clock.elapsed().as_secs_f64();
        let better = Better { seconds, steps: self.steps, cost: report.cost };
        self.progress.on_better(&better);
        self.trace.push(better);
        self.best = Some((solution, report));
    }

    fn stop(&self) -> Option<StoppedBy> {
        let cost = self.cost();
        if cost <= self.bound {
            Some(StoppedBy::Optimal)
        } else if self.limits.target.is_some_and(|target| cost <= target) {
            Some(StoppedBy::Target)
        } else if self.limits.cancel.is_cancelled() {
            Some(StoppedBy::Cancel)
        } else if self.limits.stop_after.is_some_and(|steps| self.steps >= steps) {
            Some(StoppedBy::Steps)
        } else if self.limits.time.is_some_and(|time| self.clock.elapsed() >= time) {
            Some(StoppedBy::Time)
        } else {
            None
        }
    }

    fn finish(self, stopped_by: StoppedBy) -> Outcome {
        let (solution, report) = self.best.unwrap_or_default();
        let status = match report.cost {
            _ if self.bound.hard > 0 => Status::Impossible,
            cost if cost == self.bound => Status::Optimal,
            Cost { hard: 0, .. } => Status::Feasible,
            _ => Status::Infeasible,
        };
        let mut moves: Vec<MoveCount> = Vec::new();
        for count in self.lanes.iter().flat_map(|lane| &lane.counts) {
            match moves.iter_mut().find(|sum| sum.name == count.name) {
                Some(sum) => {
                    sum.tried += count.tried;
                    sum.accepted += count.accepted;
                    sum.improved += count.improved;
                }
                None => moves.push(*count),
            }
        }
        let plan = match self.plan {
            // it was stopped before it had a plan of its own: it did what every run begins with
            plan if plan.is_empty() && self.limits.steps.is_empty() => vec![self.steps.into()],
            plan if plan.is_empty() => self.limits.steps.clone(),
            plan => plan.into_iter().map(Generation::of).collect(),
        };
        Outcome {
            status,
            stopped_by,
            solution,
            report,
            lower_bound: self.bound,
            steps: self.steps,
            plan,
            polish: self.polished,
            ways: self.ways,
            seconds: self.clock.elapsed().as_secs_f64(),
            trace: self.trace,
            moves,
        }
    }
}
