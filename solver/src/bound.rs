//! Lower bounds: what no timetable can avoid, by arithmetic alone.
//!
//! The bound is a cost (hard, soft), compared hard first. It is read from the instance itself and not
//! from the layout, which takes some decisions together. Every event pays at least for its cheapest
//! cut. Where that leaves no hard cost, a timetable either has some after all, and is above the bound,
//! or breaks nothing hard: then all is placed, nothing clashes, and each resource needs some number of
//! time groups.

use crate::compiled::unfit_preassigned;
use crate::construct::cuts;
use jadwal_model::constraint::{ClusterBusyTimes, SplitEvents};
use jadwal_model::cost::distance;
use jadwal_model::{
    Constraint, Cost, EventId, Id, Instance, Kind, ResourceId, TimeGroupId, TimeSet,
};

/// No timetable of the instance costs less.
pub(crate) fn lower_bound(instance: &Instance) -> Cost {
    let events = instance.facts.events.ids();
    let alone: Cost = events.map(|event| cheapest_cut(instance, event)).sum();
    let alone = alone + unfit_preassigned(instance);
    if alone.hard > 0 { alone } else { alone + Cost::new(0, Needs::new(instance).busy_groups()) }
}

/// The constraints that cost something and are hard.
fn hard(instance: &Instance) -> impl Iterator<Item = &Constraint> {
    instance.constraints.iter().filter(|constraint| constraint.required && constraint.weight > 0)
}

/// What the cuts of an event cost at least; nothing where they are too many to compare.
fn cheapest_cut(instance: &Instance, event: EventId) -> Cost {
    let duration = instance.facts.events[event].duration;
    let mut watching = Vec::new();
    for constraint in &instance.constraints {
        let scope = match &constraint.kind {
            Kind::SplitEvents(k) => &k.applies_to,
            Kind::DistributeSplitEvents(k) => &k.applies_to,
            _ => continue,
        };
        let times = scope.events(&instance.facts).filter(|&other| other == event).count();
        watching.extend(std::iter::repeat_n(constraint, times));
    }
    if watching.is_empty() {
        return Cost::ZERO;
    }
    let costs = cuts(duration, duration, 1).into_iter().flatten().map(|cut| {
        watching.iter().map(|constraint| constraint.cost(deviation(&constraint.kind, &cut))).sum()
    });
    costs.min().unwrap_or_default()
}

/// The deviation of a cut, for the kinds that look at nothing else.
fn deviation(kind: &Kind, cut: &[u32]) -> i64 {
    match kind {
        Kind::SplitEvents(k) => {
            let illegal = cut.iter().filter(|&&length| !k.allows(i64::from(length))).count() as i64;
            illegal + distance(cut.len() as i64, k.minimum_amount, k.maximum_amount)
        }
        Kind::DistributeSplitEvents(k) => {
            let number = cut.iter().filter(|&&length| i64::from(length) == k.duration).count();
            distance(number as i64, k.minimum, k.maximum)
        }
        _ => 0,
    }
}

/// What a resource surely attends, and when it can, where nothing hard is broken.
pub(crate) struct Needs<'a> {
    instance: &'a Instance,
    /// By resource: the times that its events last; zero unless it may not clash.
    load: Vec<i64>,
    /// By resource: the times at which it must not be busy.
    unavailable: Vec<TimeSet>,
    /// By resource: the events that are spread.
    spread: Vec<Vec<Spread>>,
}

/// An event whose meets are spread over time groups.
#[derive(Clone)]
struct Spread {
    /// Its least number of meets.
    meets: i64,
    /// How many may start in each time group.
    limits: Vec<(TimeGroupId, i64)>,
}

impl<'a> Needs<'a> {
    pub(crate) fn new(instance: &'a Instance) -> Self {
        let facts = &instance.facts;
        let mut needs = Self {
            instance,
            load: vec![0; facts.resources.len()],
            unavailable: vec![TimeSet::default(); facts.resources.len()],
            spread: vec![Vec::new(); facts.resources.len()],
        };
        let mut placed = vec![false; facts.events.len()];
        let mut alone = vec![false; facts.resources.len()];
        for constraint in hard(instance) {
            match &constraint.kind {
                Kind::AssignTime(k) => {
                    k.applies_to.events(facts).for_each(|event| placed[event.index()] = true);
                }
                Kind::AvoidClashes(k) => {
                    k.applies_to.resources(facts).for_each(|r| alone[r.index()] = true);
                }
                Kind::AvoidUnavailableTimes(k) => {
                    for resource in k.applies_to.resources(facts) {
                        let times = &mut needs.unavailable[resource.index()];
                        k.times.set(facts).iter().for_each(|time| times.insert(time));
                    }
                }
                _ => {}
            }
        }
        for event in facts.events.ids().filter(|event| placed[event.index()]) {
            for resource in attending(instance, event).filter(|r| alone[r.index()]) {
                needs.load[resource.index()] += i64::from(facts.events[event].duration);
            }
        }
        for constraint in hard(instance) {
            let Kind::SpreadEvents(k) = &constraint.kind else { continue };
            let limits: Vec<_> = k.time_groups.iter().map(|g| (g.time_group, g.maximum)).collect();
            let members = k.applies_to.iter().flat_map(|&group| &facts.event_groups[group].members);
            for &event in members.filter(|event| placed[event.index()]) {
                let meets = fewest_meets(instance, event);
                for resource in attending(instance, event) {
                    needs.spread[resource.index()].push(Spread { meets, limits: limits.clone() });
                }
            }
        }
        needs
    }

    /// The soft cost of the time groups that resources need beyond what is wanted, at least.
    fn busy_groups(&self) -> i64 {
        let mut soft = 0;
        for constraint in self.instance.constraints.iter().filter(|c| !c.required) {
            let Kind::ClusterBusyTimes(k) = &constraint.kind else { continue };
            for resource in k.applies_to.resources(&self.instance.facts) {
                let needed = self.fewest_groups(k, resource);
                let possible = k.time_groups.len() as i64;
                let off = (needed - k.maximum).max(k.minimum - possible).max(0);
                soft += constraint.cost(off).soft;
            }
        }
        soft
    }

    /// In how many of the time groups a resource is busy at least.
    pub(crate) fn fewest_groups(&self, kind: &ClusterBusyTimes, resource: ResourceId) -> i64 {
        let facts = &self.instance.facts;
        let unavailable = &self.unavailable[resource.index()];
        let (mut union, mut total) = (TimeSet::default(), 0);
        let mut room = Vec::new();
        for &group in &kind.time_groups {
            let times = &facts.time_groups[group].times;
            times.iter().for_each(|&time| union.insert(time));
            total += times.len();
            room.push(times.iter().filter(|&&time| !unavailable.contains(time)).count() as i64);
        }
        if total != union.len() {
            return 0; // groups that overlap share their times: no claim is made
        }
        let free = facts.times.ids().filter(|&time| !unavailable.contains(time));
        let outside = free.filter(|&time| !union.contains(time)).count() as i64;
        let mut needed = fewest(self.load[resource.index()] - outside, room);
        if outside == 0 {
            for Spread { meets, limits } in &self.spread[resource.index()] {
                let most = |group: &TimeGroupId| {
                    let found = limits.iter().find(|(other, _)| other == group);
                    found.map_or(*meets, |&(_, most)| most.max(0))
                };
                let most = kind.time_groups.iter().map(most).collect();
                needed = needed.max(fewest(*meets, most));
            }
        }
        needed
    }
}

/// How many rooms of these sizes hold an amount: the largest first, all of them if it is too much.
fn fewest(mut amount: i64, mut sizes: Vec<i64>) -> i64 {
    sizes.sort_unstable();
    let mut number = 0;
    while amount > 0
        && let Some(size) = sizes.pop()
    {
        amount -= size;
        number += 1;
    }
    number
}

/// The resources that attend an event in every timetable, each once.
fn attending(instance: &Instance, event: EventId) -> impl Iterator<Item = ResourceId> {
    let e = &instance.facts.events[event];
    let fixed = e.resources.iter().filter_map(|wanted| wanted.preassigned);
    let mut resources: Vec<_> = fixed.chain(e.attendees.iter().copied()).collect();
    resources.sort_unstable();
    resources.dedup();
    resources.into_iter()
}

/// Into how many meets an event is cut at least where no hard constraint is broken.
fn fewest_meets(instance: &Instance, event: EventId) -> i64 {
    let duration = i64::from(instance.facts.events[event].duration);
    let least = |k: &SplitEvents| {
        let longest = k.maximum_duration.max(1);
        ((duration + longest - 1) / longest).max(k.minimum_amount)
    };
    let limits = hard(instance).filter_map(|constraint| match &constraint.kind {
        Kind::SplitEvents(k) if k.applies_to.events(&instance.facts).any(|e| e == event) => {
            Some(least(k))
        }
        _ => None,
    });
    limits.max().unwrap_or(1)
}
