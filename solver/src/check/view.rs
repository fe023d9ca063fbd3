//! What the hard constraints say of each resource and each event, gathered once.
//!
//! All is a relaxation: what is not understood is left out, so that a timetable without hard cost
//! keeps everything that stands here.

use super::cuts::Cuts;
use super::finding::Repair;
use crate::mask::Mask;
use jadwal_model::constraint::{Busy, ResourceScope, TimeScope};
use jadwal_model::{
    Constraint, ConstraintId, EventGroupId, EventId, Facts, Id, Instance, Kind, ResourceId,
    TimeGroupId, TimeId,
};
use std::collections::BTreeSet;

/// Time groups and a range, of one resource.
#[derive(Clone, Debug)]
pub(super) struct Rule<const W: usize> {
    pub(super) constraint: ConstraintId,
    pub(super) groups: Vec<(TimeGroupId, Mask<W>)>,
    pub(super) minimum: i64,
    pub(super) maximum: i64,
}

/// In how many pairs of time groups both may be busy.
#[derive(Clone, Debug)]
pub(super) struct PairRule<const W: usize> {
    pub(super) constraint: ConstraintId,
    pub(super) pairs: Vec<(Mask<W>, Mask<W>)>,
    pub(super) maximum: i64,
}

/// What is known of a resource.
#[derive(Clone, Debug, Default)]
pub(super) struct Person<const W: usize> {
    /// The constraint by which it attends one meet at a time.
    pub(super) alone: Option<ConstraintId>,
    /// The times at which it can be busy.
    pub(super) usable: Mask<W>,
    /// What took the others away.
    pub(super) closed: Vec<(ConstraintId, Mask<W>)>,
    pub(super) busy: Vec<Rule<W>>,
    pub(super) cluster: Vec<Rule<W>>,
    pub(super) idle: Vec<Rule<W>>,
    pub(super) pairs: Vec<PairRule<W>>,
    /// The least and the greatest workload.
    pub(super) workload: Vec<(ConstraintId, i64, i64)>,
    /// What it attends in every timetable, placed or not.
    pub(super) attends: Vec<EventId>,
    /// Whether some role may be given to it.
    pub(super) open: bool,
}

/// A role that waits for a resource.
#[derive(Clone, Debug)]
pub(super) struct Vacancy {
    pub(super) position: usize,
    /// The constraint by which it has to be filled.
    pub(super) required: Option<ConstraintId>,
    pub(super) candidates: Vec<ResourceId>,
    /// The constraints that say who they are.
    pub(super) limited_by: Vec<ConstraintId>,
}

/// What is known of an event.
#[derive(Clone, Debug)]
pub(super) struct Lesson<const W: usize> {
    /// Whether it runs in every timetable, and the constraint by which it does, if it is one.
    pub(super) placed: bool,
    pub(super) placed_by: Option<ConstraintId>,
    /// Who attends it in every timetable, each once.
    pub(super) attending: Vec<ResourceId>,
    pub(super) vacancies: Vec<Vacancy>,
    pub(super) cuts: Cuts,
    /// The constraints on its cuts.
    pub(super) cut_by: Vec<ConstraintId>,
    /// Its preferred starts, for one duration or all.
    pub(super) preferred: Vec<(ConstraintId, Option<i64>, Mask<W>)>,
    /// By length of a meet, from zero: where it can start.
    pub(super) starts: Vec<Mask<W>>,
    /// When it can run.
    pub(super) cover: Mask<W>,
    /// It cannot work and has been reported; others are judged without it.
    pub(super) broken: bool,
}

/// All of it.
#[derive(Debug)]
pub(super) struct View<'a, const W: usize> {
    pub(super) instance: &'a Instance,
    pub(super) times: Mask<W>,
    pub(super) people: Vec<Person<W>>,
    pub(super) lessons: Vec<Lesson<W>>,
    /// Event groups whose events run at the same times.
    pub(super) links: Vec<(ConstraintId, EventGroupId)>,
}

/// The hard constraints that cost something.
pub(super) fn hard(instance: &Instance) -> impl Iterator<Item = (ConstraintId, &Constraint)> {
    instance.constraints.enumerate().filter(|(_, c)| c.required && c.weight > 0)
}

/// Who, the pairs of time groups, and in how many pairs both may be busy.
type Pairs<'a> = (&'a ResourceScope, &'a [(TimeGroupId, TimeGroupId)], i64);

/// The pairs of which a kind wants one busy group only. No kind does yet: its arm belongs here.
fn pairs_of(kind: &Kind) -> Option<Pairs<'_>> {
    match kind {
        Kind::LimitBusyPairs(k) if k.busy == Busy::InBoth => {
            Some((&k.applies_to, &k.pairs, k.maximum))
        }
        _ => None,
    }
}

impl<'a, const W: usize> View<'a, W> {
    pub(super) fn new(instance: &'a Instance) -> Self {
        let facts = &instance.facts;
        let times = Mask::below(facts.times.len());
        let person = Person { usable: times, ..Person::default() };
        let mut view = Self {
            instance,
            times,
            people: vec![person; facts.resources.len()],
            lessons: facts.events.ids().map(|event| lesson(instance, event)).collect(),
            links: Vec::new(),
        };
        let mut candidates: Vec<Vec<Option<BTreeSet<ResourceId>>>> =
            facts.events.iter().map(|event| vec![None; event.resources.len()]).collect();
        for (id, constraint) in hard(instance) {
            view.add(id, &constraint.kind, &mut candidates);
        }
        view.find_candidates(&candidates);
        for event in facts.events.ids() {
            for resource in view.lessons[event.index()].attending.clone() {
                view.people[resource.index()].attends.push(event);
            }
        }
        view
    }

    fn add(
        &mut self,
        id: ConstraintId,
        kind: &Kind,
        candidates: &mut [Vec<Option<BTreeSet<ResourceId>>>],
    ) {
        let facts = &self.instance.facts;
        if let Some((scope, pairs, maximum)) = pairs_of(kind) {
            let mask = |group| group_mask(facts, group);
            let pairs: Vec<_> = pairs.iter().map(|&(a, b)| (mask(a), mask(b))).collect();
            let rule = PairRule { constraint: id, pairs, maximum };
            for resource in scope.resources(facts) {
                self.people[resource.index()].pairs.push(rule.clone());
            }
        }
        let rule = |groups: &[TimeGroupId], minimum, maximum| Rule {
            constraint: id,
            groups: groups.iter().map(|&group| (group, group_mask(facts, group))).collect(),
            minimum,
            maximum,
        };
        match kind {
            Kind::AssignTime(k) => {
                for event in k.applies_to.events(facts) {
                    let lesson = &mut self.lessons[event.index()];
                    lesson.placed = true;
                    lesson.placed_by = Some(id);
                }
            }
            Kind::AssignResource(k) => {
                for event in k.applies_to.events(facts) {
                    let Some(position) = facts.events[event].role(&k.role) else { continue };
                    let mut vacancies = self.lessons[event.index()].vacancies.iter_mut();
                    if let Some(vacancy) = vacancies.find(|v| v.position == position) {
                        vacancy.required = Some(id);
                    }
                }
            }
            Kind::SplitEvents(k) => {
                for event in k.applies_to.events(facts) {
                    self.lessons[event.index()].cut_by.push(id);
                }
            }
            Kind::DistributeSplitEvents(k) => {
                for event in k.applies_to.events(facts) {
                    self.lessons[event.index()].cut_by.push(id);
                }
            }
            Kind::PreferTimes(k) => {
                let times = set_mask(facts, &k.times);
                for event in k.applies_to.events(facts) {
                    self.lessons[event.index()].preferred.push((id, k.duration, times));
                }
            }
            Kind::PreferResources(k) => {
                let set: BTreeSet<ResourceId> = k.resources.resources(facts).collect();
                for event in k.applies_to.events(facts) {
                    let Some(position) = facts.events[event].role(&k.role) else { continue };
                    let known = &mut candidates[event.index()][position];
                    *known = Some(match known.take() {
                        Some(old) => old.intersection(&set).copied().collect(),
                        None => set.clone(),
                    });
                    let mut vacancies = self.lessons[event.index()].vacancies.iter_mut();
                    if let Some(vacancy) = vacancies.find(|v| v.position == position) {
                        vacancy.limited_by.push(id);
                    }
                }
            }
            Kind::LinkEvents(k) => {
                self.links.extend(k.applies_to.iter().map(|&group| (id, group)));
            }
            Kind::AvoidClashes(k) => {
                for resource in k.applies_to.resources(facts) {
                    self.people[resource.index()].alone = Some(id);
                }
            }
            Kind::AvoidUnavailableTimes(k) => {
                let times = set_mask(facts, &k.times);
                for resource in k.applies_to.resources(facts) {
                    self.people[resource.index()].close(id, times);
                }
            }
            Kind::LimitIdleTimes(k) => {
                let rule = rule(&k.time_groups, k.minimum, k.maximum);
                for resource in k.applies_to.resources(facts) {
                    self.people[resource.index()].idle.push(rule.clone());
                }
            }
            Kind::ClusterBusyTimes(k) => {
                let rule = rule(&k.time_groups, k.minimum, k.maximum);
                for resource in k.applies_to.resources(facts) {
                    self.people[resource.index()].cluster.push(rule.clone());
                }
            }
            Kind::LimitBusyTimes(k) => {
                let rule = rule(&k.time_groups, k.minimum, k.maximum);
                for resource in k.applies_to.resources(facts) {
                    self.people[resource.index()].busy.push(rule.clone());
                }
            }
            Kind::LimitWorkload(k) => {
                for resource in k.applies_to.resources(facts) {
                    let limits = (id, k.minimum, k.maximum);
                    self.people[resource.index()].workload.push(limits);
                }
            }
            _ => {}
        }
    }

    /// Says who can fill each vacancy: of the right type, preferred where some are, and not attending
    /// the event already.
    fn find_candidates(&mut self, preferred: &[Vec<Option<BTreeSet<ResourceId>>>]) {
        let facts = &self.instance.facts;
        let mut of_type: Vec<Vec<ResourceId>> = vec![Vec::new(); facts.resource_types.len()];
        for (id, resource) in facts.resources.enumerate() {
            of_type[resource.resource_type.index()].push(id);
        }
        for (event, e) in facts.events.enumerate() {
            let lesson = &mut self.lessons[event.index()];
            for vacancy in &mut lesson.vacancies {
                let set = &preferred[event.index()][vacancy.position];
                let wanted = e.resources[vacancy.position].resource_type;
                vacancy.candidates = of_type[wanted.index()]
                    .iter()
                    .copied()
                    .filter(|resource| set.as_ref().is_none_or(|set| set.contains(resource)))
                    .collect();
                for resource in &vacancy.candidates {
                    self.people[resource.index()].open = true;
                }
                if lesson.placed {
                    vacancy.candidates.retain(|resource| {
                        let alone = self.people[resource.index()].alone.is_some();
                        !(alone && lesson.attending.contains(resource))
                    });
                }
            }
        }
    }

    /// What surely runs, can, and is attended by a resource.
    pub(super) fn demands(&self, resource: ResourceId) -> Vec<EventId> {
        let attends = self.people[resource.index()].attends.iter().copied();
        attends.filter(|event| self.lessons[event.index()].counts()).collect()
    }

    pub(super) fn duration(&self, event: EventId) -> i64 {
        i64::from(self.instance.facts.events[event].duration)
    }

    pub(super) fn total(&self, events: &[EventId]) -> i64 {
        events.iter().map(|&event| self.duration(event)).sum()
    }

    /// What helps a resource that lacks so many times: more of them, or less to attend.
    pub(super) fn more_time(&self, resource: ResourceId, times: i64) -> Vec<Repair> {
        let away = self.people[resource.index()].away();
        let free = Repair::FreeTimes { resource, number: times, times: ids(away) };
        let free = Some(free).filter(|_| !away.is_empty());
        free.into_iter().chain([Repair::LessDemand { resource, times }]).collect()
    }

    /// The constraints that say when these events can run.
    pub(super) fn placing(&self, events: &[EventId]) -> BTreeSet<ConstraintId> {
        let mut found = BTreeSet::new();
        for event in events {
            let lesson = &self.lessons[event.index()];
            found.extend(lesson.placed_by);
            found.extend(lesson.preferred.iter().map(|&(id, ..)| id));
            for resource in &lesson.attending {
                let closed = &self.people[resource.index()].closed;
                found.extend(closed.iter().map(|&(id, _)| id));
            }
        }
        found
    }
}

impl<const W: usize> Person<W> {
    /// Takes times away.
    pub(super) fn close(&mut self, by: ConstraintId, times: Mask<W>) {
        let lost = self.usable.and(times);
        if !lost.is_empty() {
            self.closed.push((by, lost));
            self.usable = self.usable.minus(lost);
        }
    }

    /// All that was taken away.
    pub(super) fn away(&self) -> Mask<W> {
        self.closed.iter().fold(Mask::default(), |all, &(_, times)| all.or(times))
    }

    pub(super) fn closed_by(&self) -> impl Iterator<Item = ConstraintId> {
        self.closed.iter().map(|&(id, _)| id)
    }
}

impl<const W: usize> Lesson<W> {
    /// Whether it runs in every timetable and nothing is known that forbids it.
    pub(super) const fn counts(&self) -> bool {
        self.placed && !self.broken
    }
}

pub(super) fn ids<const W: usize>(times: Mask<W>) -> Vec<TimeId> {
    times.iter().map(TimeId::new).collect()
}

fn set_mask<const W: usize>(facts: &Facts, scope: &TimeScope) -> Mask<W> {
    scope.set(facts).iter().map(Id::index).collect()
}

fn group_mask<const W: usize>(facts: &Facts, group: TimeGroupId) -> Mask<W> {
    facts.time_groups[group].times.iter().map(|time| time.index()).collect()
}

fn lesson<const W: usize>(instance: &Instance, event: EventId) -> Lesson<W> {
    let e = &instance.facts.events[event];
    let fixed = e.resources.iter().filter_map(|wanted| wanted.preassigned);
    let mut attending: Vec<_> = fixed.chain(e.attendees.iter().copied()).collect();
    attending.sort_unstable();
    attending.dedup();
    let open = e.resources.iter().enumerate().filter(|(_, wanted)| wanted.preassigned.is_none());
    let vacancy = |(position, _)| Vacancy {
        position,
        required: None,
        candidates: Vec::new(),
        limited_by: Vec::new(),
    };
    Lesson {
        placed: e.preassigned_time.is_some(),
        placed_by: None,
        attending,
        vacancies: open.map(vacancy).collect(),
        cuts: Cuts::default(),
        cut_by: Vec::new(),
        preferred: Vec::new(),
        starts: Vec::new(),
        cover: Mask::default(),
        broken: false,
    }
}
