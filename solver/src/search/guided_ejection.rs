//! Guided ejection: towards a timetable without hard cost, one meet after another.
//!
//! Meets that wait are placed where nothing hard is broken. Where there is no such place, those in the
//! way leave and wait in turn: those that are cheapest to send away, where a meet's price is how often
//! it has found no place itself. So the stubborn ones stay, and the others make room. In between, moves
//! that break nothing stir the timetable; and a walk that strays goes back to the best.
//!
//! Source: Nagata and Braysy (2009), who eject customers of vehicles; Mueller (2005) guides by
//! conflicts likewise for courses. Ours ejects whatever the monitors blame. While meets wait, what they
//! may still make good is not hard (`monitor/partial.rs`). A step is one evaluated change.

use super::blame::{in_its_way, suspects};
use super::prices::{Changes, Prices};
use crate::layout::{Layout, NONE};
use crate::moves::{Attempt, Guard, Wheel};
use crate::neighbourhood::Defects;
use crate::rng::Rng;
use crate::snapshot::Snapshot;
use crate::state::State;

/// Only so many of the most promising starts are cleared to see what that costs.
const CLEARED: usize = 6;
/// At most so many meets leave for one.
const EJECTED: usize = 24;
/// So many moves stir the timetable after each meet.
const STIRRED: usize = 30;
/// Of those that cost more soft, so many of a thousand are not made.
const CALM: u32 = 900;
/// What one unit of hard cost that no ejection repairs is worth, beside the price of the meet.
const UNREPAIRED: i64 = 4;
/// After so many meets in a row without a free place, another one of those that wait has its turn.
const CHAIN: u32 = 20;
/// So many meets in vain, times its turn, and the walk goes back to the best.
const PATIENCE: u32 = 100;
/// So often in a row, and it starts again from nothing.
const RETURNS: u32 = 31;
/// So many starts, and it is given up.
const RESTARTS: u32 = 10;
/// So often each meet was placed on average where it is hard to find a place for all.
const TIGHT: usize = 2;

/// How far a search has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Progress {
    /// Nothing hard is broken but what no timetable can keep.
    Complete,
    /// The steps are done.
    Continues,
    /// It has gone back to the best too often.
    GivenUp,
}

/// A search for a timetable without hard cost.
#[derive(Debug)]
pub(crate) struct GuidedEjection {
    prices: Prices,
    /// The next to be placed is the last.
    waiting: Vec<u32>,
    /// Meets in a row that found no free place.
    chain: u32,
    in_vain: u32,
    returns: u32,
    restarts: u32,
    /// What is missing in the best timetable since the last start.
    least: i64,
    best: Snapshot,
    /// The same over all starts.
    least_of_all: i64,
    best_of_all: Snapshot,
    pub(crate) steps: u64,
    insertions: usize,
}

/// A way to place a meet.
#[derive(Debug, Default)]
struct Plan {
    price: i64,
    soft: i64,
    start: u32,
    holders: Changes,
    ejected: Vec<usize>,
}

impl GuidedEjection {
    /// Begins from a timetable, whose best parts it tries to keep.
    pub(crate) fn new<const W: usize>(layout: &Layout<W>) -> Self {
        Self {
            prices: Prices::new(layout.meets()),
            waiting: Vec::new(),
            chain: 0,
            in_vain: 0,
            returns: 0,
            restarts: 0,
            least: i64::MAX,
            best: Snapshot::default(),
            least_of_all: i64::MAX,
            best_of_all: Snapshot::default(),
            steps: 0,
            insertions: 0,
        }
    }

    /// Begins from nothing but the cuts and the fixed times of a timetable.
    pub(crate) fn from_nothing<const W: usize>(state: &mut State<'_, W>) -> Self {
        clear_away(state);
        Self::new(state.layout())
    }

    /// Goes on for about so many steps.
    pub(crate) fn run<const W: usize>(
        &mut self,
        state: &mut State<'_, W>,
        rng: &mut Rng,
        wheel: &Wheel<W>,
        steps: u64,
    ) -> Progress {
        let end = self.steps.saturating_add(steps);
        state.count_partial(true);
        let progress = self.walk(state, rng, wheel, end);
        state.count_partial(false);
        if progress == Progress::GivenUp { self.give_up(state) } else { progress }
    }

    /// Whether meets had to leave again and again.
    pub(crate) fn is_tight(&self) -> bool {
        self.insertions > TIGHT * self.prices.meets()
    }

    /// What is missing in the best timetable: times that wait, and hard cost.
    pub(crate) fn missing(&self) -> i64 {
        self.least.min(self.least_of_all)
    }

    /// Leaves the best timetable that was found.
    pub(crate) fn give_up<const W: usize>(&mut self, state: &mut State<'_, W>) -> Progress {
        self.keep_best();
        state.restore(&self.best_of_all);
        Progress::GivenUp
    }

    fn walk<const W: usize>(
        &mut self,
        state: &mut State<'_, W>,
        rng: &mut Rng,
        wheel: &Wheel<W>,
        end: u64,
    ) -> Progress {
        let floor = state.compiled.constant.hard;
        self.gather(state);
        let mut defects = Defects::new(state);
        while self.steps < end {
            self.steps += 1;
            if !self.improves(state) && self.in_vain > PATIENCE * turn(self.returns + 1) {
                self.returns += 1;
                if self.returns <= RETURNS {
                    self.go_back(state);
                } else if self.restarts < RESTARTS {
                    self.start_again(state);
                } else {
                    return Progress::GivenUp;
                }
                defects = Defects::new(state);
            }
            if state.cost().hard > floor {
                self.eject_defect(state, rng, &defects);
                defects.update(state);
                state.commit();
            }
            match self.next_waiting(state, rng) {
                Some(meet) => self.insert(state, rng, meet),
                None if state.cost().hard <= floor => return Progress::Complete,
                None => {}
            }
            defects.update(state);
            state.commit();
            self.stir(state, rng, wheel, &mut defects);
        }
        Progress::Continues
    }

    /// Whether this is the best timetable so far, which it then remembers.
    fn improves<const W: usize>(&mut self, state: &State<'_, W>) -> bool {
        let waiting = self.waiting.iter().map(|&meet| meet as usize);
        let waiting = waiting.filter(|&meet| state.now().start(meet) == NONE);
        let times: i64 = waiting.map(|meet| i64::from(state.now().length(meet))).sum();
        let missing = state.cost().hard + times;
        if missing >= self.least {
            self.in_vain += 1;
            return false;
        }
        (self.least, self.in_vain, self.returns) = (missing, 0, 0);
        state.save(&mut self.best);
        true
    }

    /// Back to the best, with half of what was learned about stubbornness.
    fn go_back<const W: usize>(&mut self, state: &mut State<'_, W>) {
        self.in_vain = 0;
        state.restore(&self.best);
        self.prices.halve();
        self.gather(state);
    }

    /// Starts again from nothing, as what is best now may be far from any that is complete.
    fn start_again<const W: usize>(&mut self, state: &mut State<'_, W>) {
        self.keep_best();
        self.restarts += 1;
        (self.least, self.in_vain, self.returns) = (i64::MAX, 0, 0);
        self.prices = Prices::new(state.layout().meets());
        clear_away(state);
        self.gather(state);
    }

    fn keep_best(&mut self) {
        if self.least < self.least_of_all {
            self.least_of_all = self.least;
            self.best_of_all = std::mem::take(&mut self.best);
        }
    }

    /// Finds all meets that wait; the one that is hardest to place is the last.
    fn gather<const W: usize>(&mut self, state: &State<'_, W>) {
        let (layout, now) = (state.layout(), state.now());
        let starts = |meet: u32| {
            let meet = meet as usize;
            layout.unit(meet).starts[now.length(meet) as usize].len() as u64
        };
        let waits = |&&meet: &&u32| {
            let placed = now.start(meet as usize) != NONE;
            now.length(meet as usize) > 0 && !placed && starts(meet) > 0
        };
        self.waiting.clear();
        self.waiting.extend(layout.movable.iter().filter(waits));
        self.waiting.sort_by_key(|&meet| {
            let attending = layout.unit(meet as usize).fixed.len() as u64;
            let demand = u64::from(now.length(meet as usize)) * 16 + attending;
            (self.prices.by_meet(meet as usize), demand * 64 / starts(meet))
        });
    }

    /// The meet that has waited least, or now and then another.
    fn next_waiting<const W: usize>(
        &mut self,
        state: &State<'_, W>,
        rng: &mut Rng,
    ) -> Option<usize> {
        if self.chain >= CHAIN && self.waiting.len() > 1 {
            self.chain = 0;
            let last = self.waiting.len() - 1;
            self.waiting.swap(rng.below(last + 1), last);
        }
        while let Some(meet) = self.waiting.pop() {
            let meet = meet as usize;
            // stirring may have placed it, or joined it to another
            if state.now().length(meet) > 0 && state.now().start(meet) == NONE {
                return Some(meet);
            }
        }
        None
    }

    /// Places a meet, and sends away what must leave for it.
    fn insert<const W: usize>(&mut self, state: &mut State<'_, W>, rng: &mut Rng, meet: usize) {
        self.insertions += 1;
        let before = state.mark();
        let hard = state.cost().hard;
        let mut free: Option<Plan> = None;
        let mut taken: Vec<(i64, u32)> = Vec::new();
        let unit = state.layout().unit(meet);
        let mut starts = unit.starts[state.now().length(meet) as usize].clone();
        rng.shuffle(&mut starts);
        for start in starts {
            self.steps += 1;
            state.assign_time(meet, start);
            self.prices.fill(state, rng, meet);
            let soft = state.settle().soft;
            let excess = state.cost().hard - hard;
            if excess <= 0 && free.as_ref().is_none_or(|plan| soft < plan.soft) {
                let holders = state.new_holders();
                free = Some(Plan { soft, start, holders, ..Plan::default() });
            } else if excess > 0 && free.is_none() {
                taken.push((self.estimate(state, meet, excess), start));
            }
            state.undo_to(before);
        }
        if let Some(plan) = free {
            self.chain = 0;
            return self.carry_out(state, meet, &plan);
        }
        self.chain += 1;
        self.prices.raise(meet);
        taken.sort_by_key(|&(price, _)| price);
        let mut best: Option<Plan> = None;
        for &(_, start) in taken.iter().take(CLEARED) {
            let plan = self.clear(state, rng, meet, start, hard);
            state.undo_to(before);
            if best.as_ref().is_none_or(|best| (plan.price, plan.soft) < (best.price, best.soft)) {
                best = Some(plan);
            }
        }
        if let Some(plan) = best {
            self.carry_out(state, meet, &plan);
        }
    }

    /// What clearing a start may cost, from a look at it only.
    fn estimate<const W: usize>(&self, state: &State<'_, W>, meet: usize, excess: i64) -> i64 {
        let others = in_its_way(state, meet);
        let price: i64 = others.iter().map(|&other| self.prices.of(state, other)).sum();
        price + 2 * (excess - others.len() as i64).max(0)
    }

    fn carry_out<const W: usize>(&mut self, state: &mut State<'_, W>, meet: usize, plan: &Plan) {
        for &other in &plan.ejected {
            state.assign_time(other, NONE);
            self.waiting.push(other as u32);
        }
        state.assign_time(meet, plan.start);
        for &(task, holder) in &plan.holders {
            state.assign_resource(task, holder);
        }
        state.settle();
    }

    /// Places a meet at a start and ejects until nothing hard is new, or ejecting does not help.
    fn clear<const W: usize>(
        &mut self,
        state: &mut State<'_, W>,
        rng: &mut Rng,
        meet: usize,
        start: u32,
        hard: i64,
    ) -> Plan {
        let mut plan = Plan { start, ..Plan::default() };
        state.assign_time(meet, start);
        self.prices.fill(state, rng, meet);
        plan.holders = state.new_holders();
        self.eject(state, &mut plan, in_its_way(state, meet));
        self.steps += 1;
        while state.cost().hard > hard && plan.ejected.len() < EJECTED {
            let Some(set) = self.best_ejection(state, meet, hard) else { break };
            self.eject(state, &mut plan, set);
        }
        let own = self.prices.by_meet(meet);
        // every meet that leaves beyond the first makes the queue longer
        plan.price += own * (plan.ejected.len() as i64 - 1).max(0);
        plan.price += (state.cost().hard - hard).max(0) * (UNREPAIRED + own);
        plan.soft = state.cost().soft;
        plan
    }

    fn eject<const W: usize>(&self, state: &mut State<'_, W>, plan: &mut Plan, set: Vec<usize>) {
        for other in set {
            plan.price += self.prices.of(state, other);
            if state.layout().unit(other).fixed_start.is_none() {
                state.assign_time(other, NONE);
                plan.ejected.push(other);
            }
        }
        state.settle();
    }

    /// Of what could leave where something costs more than before: what wins most for its price.
    fn best_ejection<const W: usize>(
        &mut self,
        state: &mut State<'_, W>,
        meet: usize,
        hard: i64,
    ) -> Option<Vec<usize>> {
        let mut blamed: Vec<usize> = Vec::new();
        state.changed(|number, old, now| {
            if now.hard > old.hard && !blamed.contains(&number) {
                blamed.push(number);
            }
        });
        let mut sets = Vec::new();
        for number in blamed {
            suspects(state, state.owner(number), Some(meet), &mut sets);
        }
        let excess = state.cost().hard - hard;
        let worth = |price: i64, after: i64| {
            let won = excess - (after - hard).max(0);
            (won > 0).then(|| price as f64 / won as f64)
        };
        self.cheapest(state, sets, worth)
    }

    /// Something that has to do with what is broken leaves and waits.
    fn eject_defect<const W: usize>(
        &mut self,
        state: &mut State<'_, W>,
        rng: &mut Rng,
        defects: &Defects,
    ) {
        let Some(number) = defects.pick_hard(rng) else { return };
        let mut sets = Vec::new();
        suspects(state, state.owner(number), None, &mut sets);
        let hard = state.cost().hard;
        // what wins nothing may have to go all the same
        let worth = |price: i64, after: i64| Some(price as f64 / ((hard - after) as f64).max(0.1));
        for other in self.cheapest(state, sets, worth).unwrap_or_default() {
            state.assign_time(other, NONE);
            self.prices.raise(other);
            self.waiting.push(other as u32);
        }
        state.settle();
    }

    /// The set of meets that costs least when it leaves, for its price and the hard cost after it.
    fn cheapest<const W: usize>(
        &mut self,
        state: &mut State<'_, W>,
        sets: Vec<Vec<usize>>,
        worth: impl Fn(i64, i64) -> Option<f64>,
    ) -> Option<Vec<usize>> {
        let mut best: Option<(f64, Vec<usize>)> = None;
        for set in sets {
            let mark = state.mark();
            set.iter().for_each(|&other| state.assign_time(other, NONE));
            let after = state.settle().hard;
            state.undo_to(mark);
            self.steps += 1;
            let price = set.iter().map(|&other| self.prices.of(state, other)).sum();
            if let Some(worth) = worth(price, after)
                && best.as_ref().is_none_or(|(least, _)| worth < *least)
            {
                best = Some((worth, set));
            }
        }
        best.map(|(_, set)| set)
    }

    /// Some moves that break nothing hard and send nobody away.
    fn stir<const W: usize>(
        &mut self,
        state: &mut State<'_, W>,
        rng: &mut Rng,
        wheel: &Wheel<W>,
        defects: &mut Defects,
    ) {
        // hard cost decides alone
        let guard = Guard { hard_weight: 1e6, threshold: 1e5 };
        let start = state.start();
        for _ in 0..STIRRED {
            let meet = rng.below(state.layout().meets());
            if state.now().length(meet) == 0 || state.now().start(meet) == NONE {
                continue;
            }
            let before = state.cost();
            let kind = &wheel.kinds[wheel.draw(rng)];
            let attempt = kind.attempt(state, rng, meet, &guard);
            self.steps += u64::from(attempt != Attempt::Nothing);
            if attempt != Attempt::Done {
                continue;
            }
            let after = state.settle();
            let softer = after.soft <= before.soft || !rng.chance(CALM);
            if after.hard <= before.hard && softer && !state.sends_away() {
                defects.update(state);
                state.commit();
            } else {
                state.undo_to(start);
            }
        }
    }
}

/// How long the walk of this number is: 1, 1, 2, 1, 1, 2, 4, and so on, as nobody knows how long one
/// should be.
///
/// Source: Luby, Sinclair and Zuckerman (1993).
const fn turn(number: u32) -> u32 {
    let longest = (number + 1).next_power_of_two() / 2;
    if number + 1 == 2 * longest { longest } else { turn(number + 1 - longest) }
}

/// Unplaces all that can be placed.
fn clear_away<const W: usize>(state: &mut State<'_, W>) {
    for &meet in &state.layout().movable {
        state.assign_time(meet as usize, NONE);
    }
    state.settle();
    state.commit();
}

#[cfg(test)]
mod tests;
