//! Random walks over the timetables of an instance, by the basic operations of a state.

use crate::assignment::Assignment;
use crate::compiled::Compiled;
use crate::journal::Mark;
use crate::layout::NONE;
use crate::moves::augment;
use crate::rng::Rng;
use crate::state::State;
use jadwal_model::{Cost, Id, Instance, evaluate};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

/// One step; meets, tasks, times and marks are taken modulo how many there are.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Settle,
    Unplace {
        meet: usize,
    },
    Place {
        meet: usize,
        start: usize,
    },
    /// Places a meet where another ends.
    Follow {
        meet: usize,
        other: usize,
    },
    Vacate {
        task: usize,
    },
    Fill {
        task: usize,
        resource: usize,
    },
    Split {
        meet: usize,
        length: u32,
    },
    Merge {
        meet: usize,
        other: usize,
    },
    /// Hard cost weighs more from now on, of every owner that has some.
    Insist,
    /// What has not been counted yet is counted only as long as it is not too dear.
    SettleWithin {
        threshold: i32,
    },
    /// Tasks that wait get what is there for them.
    Relieve,
    Mark,
    UndoTo {
        mark: usize,
    },
    Commit,
}

pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let meet = || 0..40usize;
    // many starts early in the cycle, so that meets clash, and many at the ends of words
    let start =
        prop_oneof![3 => 0..10usize, 1 => 56..68usize, 1 => 120..140usize, 1 => 0..140usize];
    let step = prop_oneof![
        4 => Just(Step::Settle),
        1 => meet().prop_map(|meet| Step::Unplace { meet }),
        10 => (meet(), start).prop_map(|(meet, start)| Step::Place { meet, start }),
        4 => (meet(), meet()).prop_map(|(meet, other)| Step::Follow { meet, other }),
        1 => (0..60usize).prop_map(|task| Step::Vacate { task }),
        8 => (0..60usize, 0..8usize).prop_map(|(task, resource)| Step::Fill { task, resource }),
        4 => (meet(), 0..5u32).prop_map(|(meet, length)| Step::Split { meet, length }),
        2 => (meet(), meet()).prop_map(|(meet, other)| Step::Merge { meet, other }),
        1 => Just(Step::Insist),
        3 => (-40..40i32).prop_map(|threshold| Step::SettleWithin { threshold }),
        2 => Just(Step::Relieve),
        2 => Just(Step::Mark),
        2 => (0..4usize).prop_map(|mark| Step::UndoTo { mark }),
        1 => Just(Step::Commit),
    ];
    prop::collection::vec(step, 0..80)
}

/// A state on its way, and what it was at each mark.
pub(super) struct Walk<'c, const W: usize> {
    instance: &'c Instance,
    pub(super) state: State<'c, W>,
    marks: Vec<(Mark, Assignment<W>, Vec<Cost>)>,
}

impl<'c, const W: usize> Walk<'c, W> {
    pub(super) fn new(instance: &'c Instance, compiled: &'c Compiled<W>) -> Self {
        Self { instance, state: State::new(compiled), marks: Vec::new() }
    }

    /// The cost is the slow count of the timetable, which fits the instance.
    pub(super) fn agrees(&mut self) -> Result<(), TestCaseError> {
        let cost = self.state.settle();
        prop_assert_eq!(cost, self.state.cost());
        prop_assert_eq!(self.state.standing(), self.state.standing_from_scratch());
        let solution = self.state.solution(&self.instance.facts);
        prop_assert_eq!(solution.validate(&self.instance.facts), Ok(()));
        let report = evaluate(self.instance, &solution);
        let by_constraint = report.by_constraint();
        prop_assert_eq!(cost, report.cost, "{:?} of {:?}", by_constraint, solution);
        Ok(())
    }

    /// The clashes that a meet would bring anywhere, counted time by time, and where they are cheapest.
    pub(super) fn prices_starts(&self) -> Result<(), TestCaseError> {
        let (state, now, layout) = (&self.state, self.state.now(), self.state.layout());
        for meet in (0..layout.meets()).filter(|&meet| now.length(meet) > 0) {
            let (own, length) = (now.span(meet), now.length(meet) as usize);
            let starts: Vec<u32> = (0..=(layout.times - length) as u32).collect();
            let price = |start: u32| {
                let mut price = 0;
                now.companions(layout, meet, |resource| {
                    let times = start as usize..start as usize + length;
                    let taken = times.filter(|&t| now.uses(resource, t) > 0 && !own.contains(t));
                    price += taken.count() as i64 * state.compiled.clash_price[resource];
                    Some(())
                });
                price
            };
            for &start in &starts {
                prop_assert_eq!(state.new_clashes(meet, start), price(start));
            }
            let cheapest = starts.iter().copied().min_by_key(|&start| price(start));
            prop_assert_eq!(state.least_clashing_start(meet, starts.iter()), cheapest);
            let free: Vec<u32> = state.free_starts(meet, starts.iter()).collect();
            let expected: Vec<u32> = starts.iter().copied().filter(|&s| price(s) == 0).collect();
            prop_assert_eq!(free, expected);
        }
        Ok(())
    }

    /// A state that takes over the timetable has the same costs everywhere, and the same timetable.
    pub(super) fn reloads(&self) -> Result<(), TestCaseError> {
        let facts = &self.instance.facts;
        let solution = self.state.solution(facts);
        let mut other = State::new(self.state.compiled);
        other.load(&solution);
        prop_assert_eq!(other.solution(facts), solution);
        prop_assert_eq!(costs(&other), costs(&self.state));
        for resource in 0..facts.resources.len() {
            let kept = |state: &State<'_, W>| {
                let uses: Vec<_> =
                    (0..facts.times.len()).map(|time| state.now().uses(resource, time)).collect();
                let (busy, excess) = (state.now().busy(resource), state.now().excess(resource));
                (uses, busy, excess, state.now().workload(resource))
            };
            prop_assert_eq!(kept(&other), kept(&self.state));
        }
        Ok(())
    }

    /// Giving up a count early says no more than the whole count would, and what is then undone is as it
    /// was.
    fn settles_within(&self, threshold: i32) -> Result<(), TestCaseError> {
        let (then, weight, threshold) = (self.state.standing(), 3.0, f64::from(threshold));
        let (mut whole, mut early) = (self.state.clone(), self.state.clone());
        whole.settle();
        let change = whole.change_since(&then, weight);
        let found = early.settle_within(&then, weight, threshold);
        prop_assert_eq!(found, (change <= threshold).then_some(change));
        if found.is_none() {
            whole.undo_to(whole.start());
            early.undo_to(early.start());
        }
        prop_assert_eq!(early.now(), whole.now());
        prop_assert_eq!(costs(&early), costs(&whole));
        prop_assert_eq!(early.settle(), whole.settle());
        Ok(())
    }

    pub(super) fn take(&mut self, step: Step) -> Result<(), TestCaseError> {
        match step {
            Step::Settle => self.agrees()?,
            Step::Insist => {
                let owners = 0..self.state.owners();
                let hard = |&owner: &usize| self.state.cost_of(self.state.owner(owner)).hard > 0;
                let hard: Vec<u32> = owners.filter(hard).map(|owner| owner as u32).collect();
                self.state.insist(&hard);
            }
            Step::SettleWithin { threshold } => self.settles_within(threshold)?,
            Step::Relieve => augment::relieve(&mut self.state, &mut Rng::new(1, 0)),
            Step::Unplace { meet } => {
                if let Some(meet) = self.meet(meet) {
                    self.state.assign_time(meet, NONE);
                }
            }
            Step::Place { meet, start } => {
                if let Some(meet) = self.meet(meet) {
                    let start = self.start(meet, start);
                    self.state.assign_time(meet, start);
                }
            }
            Step::Follow { meet, other } => {
                if let (Some(meet), Some(other)) = (self.meet(meet), self.meet(other)) {
                    let (start, length) =
                        (self.state.now().start(other), self.state.now().length(other));
                    if start != NONE {
                        let start = self.start(meet, (start + length) as usize);
                        self.state.assign_time(meet, start);
                    }
                }
            }
            Step::Vacate { task } => {
                if let Some(task) = self.task(task) {
                    self.state.assign_resource(task, NONE);
                }
            }
            Step::Fill { task, resource } => {
                if let Some(task) = self.task(task) {
                    let resource = self.resource(task, resource);
                    self.state.assign_resource(task, resource);
                }
            }
            Step::Split { meet, length } => {
                if let Some(meet) = self.meet(meet).filter(|&m| self.state.now().length(m) > 1) {
                    let length = length % (self.state.now().length(meet) - 1) + 1;
                    self.state.split(meet, length);
                }
            }
            Step::Merge { meet, other } => {
                if let Some((meet, other)) = self.pair(meet, other) {
                    self.state.merge(meet, other);
                }
            }
            Step::Mark => self.mark(),
            Step::UndoTo { mark } => self.undo_to(mark)?,
            Step::Commit => {
                self.state.commit();
                self.marks.clear();
            }
        }
        Ok(())
    }

    /// A mark stands between settled costs.
    fn mark(&mut self) {
        self.state.settle();
        self.marks.push((self.state.mark(), self.state.now().clone(), costs(&self.state)));
    }

    fn undo_to(&mut self, mark: usize) -> Result<(), TestCaseError> {
        if self.marks.is_empty() {
            return Ok(());
        }
        self.marks.truncate(mark % self.marks.len() + 1);
        let Some((mark, then, costs_then)) = self.marks.pop() else { return Ok(()) };
        self.state.undo_to(mark);
        prop_assert_eq!(self.state.now(), &then);
        prop_assert_eq!(costs(&self.state), costs_then.clone());
        self.agrees()?;
        prop_assert_eq!(costs(&self.state), costs_then);
        Ok(())
    }

    fn meet(&self, position: usize) -> Option<usize> {
        let layout = self.state.layout();
        let used = (0..layout.meets()).filter(|&meet| self.state.now().length(meet) > 0);
        nth(&used.collect::<Vec<_>>(), position)
    }

    fn start(&self, meet: usize, position: usize) -> u32 {
        let layout = self.state.layout();
        let starts = layout.times + 1 - self.state.now().length(meet) as usize;
        layout.unit(meet).fixed_start.unwrap_or((position % starts) as u32)
    }

    fn task(&self, position: usize) -> Option<usize> {
        let layout = self.state.layout();
        let tasks = 0..layout.task_meet.len();
        let used = tasks.filter(|&t| self.state.now().length(layout.task_meet[t] as usize) > 0);
        nth(&used.collect::<Vec<_>>(), position)
    }

    /// A resource of the right type, whether or not any constraint wants it there.
    fn resource(&self, task: usize, position: usize) -> u32 {
        let layout = self.state.layout();
        let role = &layout.roles[layout.task_role[task] as usize];
        let facts = &self.instance.facts;
        let wanted = facts.events[role.event].resources[role.index].resource_type;
        let all = facts.resources.enumerate();
        let some: Vec<_> = all.filter(|(_, r)| r.resource_type == wanted).collect();
        some[position % some.len()].0.index() as u32
    }

    /// Two meets of one unit.
    fn pair(&self, meet: usize, other: usize) -> Option<(usize, usize)> {
        let meet = self.meet(meet)?;
        let layout = self.state.layout();
        let unit = layout.meet_unit[meet] as usize;
        let others = self.state.now().active(layout, unit).filter(|&other| other != meet);
        Some((meet, nth(&others.collect::<Vec<_>>(), other)?))
    }
}

fn nth(items: &[usize], position: usize) -> Option<usize> {
    items.get(position.checked_rem(items.len())?).copied()
}

/// The total first, then the cost of every owner.
pub(super) fn costs<const W: usize>(state: &State<'_, W>) -> Vec<Cost> {
    let owners = (0..state.owners()).map(|number| state.cost_of(state.owner(number)));
    std::iter::once(state.cost()).chain(owners).collect()
}
