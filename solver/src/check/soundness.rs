//! The property that matters most: what a timetable without hard cost shows to be possible is never
//! proved impossible.
//!
//! A random instance and a random timetable of it; the hard constraints that it breaks are dropped,
//! and others are added that it keeps exactly, with nothing left over: so tight that a claim a little
//! too strong is wrong.

use super::view::{PairRule, View, hard};
use super::{judge, proves_impossible};
use crate::agree::bound::walk_down;
use crate::agree::config;
use crate::agree::random_instance::draft;
use crate::mask::Mask;
use crate::rng::Rng;
use jadwal_model::constraint::{
    AssignResource, AssignTime, AvoidClashes, AvoidUnavailableTimes, ClusterBusyTimes, Count,
    DistributeSplitEvents, EventScope, LimitBusyTimes, LimitIdleTimes, LimitWorkload, LinkEvents,
    PreferResources, PreferTimes, ResourceScope, SplitEvents, SpreadEvents, SpreadGroup, TimeScope,
};
use jadwal_model::timetable::Timetable;
use jadwal_model::{
    Constraint, CostFunction, Event, EventGroup, EventGroupId, EventGroupKind, EventId,
    EventResource, Id, Instance, InstanceBuilder, Kind, Meet, ResourceId, Solution, Table,
    TimeGroup, TimeGroupId, TimeGroupKind, TimeId, evaluate,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError};

proptest! {
    #![proptest_config(config(11))]
    #[test]
    fn what_is_possible_is_not_proved_impossible(draft in draft(3..=20usize), seed in 0..1000u64) {
        let rng = &mut Rng::new(seed, 0);
        let instance = draft.instance();
        let solution = walk_down(&instance, rng, 60);
        sound(instance, &solution, rng)?;
    }
}

proptest! {
    #![proptest_config(Config { cases: 4000, ..config(12) })]
    #[test]
    fn a_timetable_without_clashes_is_not_proved_impossible(seed in any::<u64>()) {
        let rng = &mut Rng::new(seed, 0);
        let (instance, solution) = planted(rng);
        sound(instance, &solution, rng)?;
    }
}

/// The statement.
fn sound(mut instance: Instance, solution: &Solution, rng: &mut Rng) -> Result<(), TestCaseError> {
    let groups = Groups::new(&mut instance, rng);
    fit(&mut instance, solution, &groups, rng);
    let report = evaluate(&instance, solution);
    prop_assert_eq!(report.cost.hard, 0, "the instance is made to fit");
    let mut view = View::<1>::new(&instance);
    pair(&mut view, &instance, solution, &groups, rng);
    let findings = judge(view);
    prop_assert!(!proves_impossible(&findings), "{:#?}", findings[0]);
    Ok(())
}

/// A timetable without clashes, and an instance that it solves: meets are thrown at random where all
/// who attend are free, until little room is left.
fn planted(rng: &mut Rng) -> (Instance, Solution) {
    let mut builder = InstanceBuilder::new("planted");
    let number = 4 + rng.below(14);
    for time in 0..number {
        builder.time(&format!("T{time}"), "").expect("codes differ");
    }
    let types: Vec<_> = (0..2)
        .map(|kind| builder.resource_type(&format!("Y{kind}"), "").expect("codes differ"))
        .collect();
    let mut people = Vec::new();
    for resource in 0..2 + rng.below(5) {
        let kind = types[rng.below(2)];
        people.push((
            builder.resource(&format!("R{resource}"), "", kind).expect("codes differ"),
            kind,
        ));
    }
    let groups: Vec<_> = (0..2)
        .map(|group| {
            let (code, kind) = (format!("EG{group}"), EventGroupKind::Plain);
            builder.event_group(&code, "", kind).expect("codes differ")
        })
        .collect();
    let mut free = vec![vec![true; number]; people.len()];
    let mut solution = Solution::default();
    for event in 0..4 + rng.below(20) {
        let mut attending: Vec<usize> = (0..people.len()).collect();
        while attending.len() > 1 + rng.below(3) {
            attending.swap_remove(rng.below(attending.len()));
        }
        let mut lengths: Vec<usize> = (0..1 + rng.below(2)).map(|_| 1 + rng.below(3)).collect();
        let mut meets = Vec::new();
        lengths.retain(|&length| {
            let fits = |start: &usize| {
                let mut times = *start..*start + length;
                times.all(|time| attending.iter().all(|&who| free[who][time]))
            };
            let starts: Vec<usize> = (0..=number.saturating_sub(length)).filter(fits).collect();
            let Some(&start) = rng.pick(&starts) else { return false };
            for &who in &attending {
                free[who][start..start + length].fill(false);
            }
            meets.push((start, length));
            true
        });
        let duration: usize = lengths.iter().sum();
        if meets.is_empty() || duration > number {
            continue;
        }
        let resources: Vec<EventResource> = attending
            .iter()
            .enumerate()
            .map(|(position, &who)| EventResource {
                role: Some(format!("role {position}")),
                resource_type: people[who].1,
                preassigned: Some(people[who].0).filter(|_| rng.chance(550)),
                workload: rng.below(4) as i64,
            })
            .collect();
        let mut new = Event::new(&format!("E{event}"), duration as u32, resources);
        if meets.len() == 1 && rng.chance(150) {
            new.preassigned_time = Some(TimeId::new(meets[0].0));
        }
        new.event_groups.extend(groups.iter().copied().filter(|_| rng.chance(300)));
        let id = builder.event(new).expect("events fit the cycle");
        solution.meets.extend(meets.into_iter().map(|(start, length)| Meet {
            event: id,
            duration: length as u32,
            time: Some(TimeId::new(start)),
            tasks: attending.iter().map(|&who| Some(people[who].0)).collect(),
        }));
    }
    (builder.build().expect("there are times"), solution)
}

/// Halves, and days of two halves each: the cycle is cut into them.
struct Groups {
    halves: Vec<TimeGroupId>,
    days: Vec<TimeGroupId>,
}

impl Groups {
    fn new(instance: &mut Instance, rng: &mut Rng) -> Self {
        let length = 1 + rng.below(3);
        let number = instance.facts.times.len();
        let mut group = |length: usize| -> Vec<TimeGroupId> {
            let starts = (0..number).step_by(length);
            let groups = starts.map(|start| {
                let times = (start..(start + length).min(number)).map(TimeId::new).collect();
                let (code, name) = (format!("{length} from {start}"), String::new());
                instance.facts.time_groups.push(TimeGroup {
                    code,
                    name,
                    kind: TimeGroupKind::Plain,
                    times,
                })
            });
            groups.collect()
        };
        Self { halves: group(length), days: group(2 * length) }
    }

    fn some(&self, rng: &mut Rng) -> Vec<TimeGroupId> {
        let mut groups = if rng.chance(600) { self.halves.clone() } else { self.days.clone() };
        if rng.chance(200) {
            groups.retain(|_| rng.chance(700));
        }
        groups
    }
}

/// Drops the hard constraints that the timetable breaks and adds others that it keeps exactly.
fn fit(instance: &mut Instance, solution: &Solution, groups: &Groups, rng: &mut Rng) {
    let links = linked(instance, solution, rng);
    let timetable = Timetable::new(&instance.facts, solution);
    let mut kinds: Vec<Kind> = hard(instance).map(|(_, c)| c.kind.clone()).collect();
    kinds.extend(of_events(instance, &timetable, groups, rng));
    kinds.extend(links.into_iter().map(|g| Kind::LinkEvents(LinkEvents { applies_to: vec![g] })));
    for resource in instance.facts.resources.ids() {
        kinds.extend(of_resource(&timetable, resource, groups, rng));
    }
    kinds.retain(|kind| kind.count(&timetable).iter().all(|&(_, deviation)| deviation == 0));
    let mut constraints = Table::default();
    for (number, kind) in kinds.into_iter().enumerate() {
        let (code, name) = (format!("{} {number}", kind.name()), String::new());
        let (required, weight, function) = (true, 1, CostFunction::Linear);
        constraints.push(Constraint { code, name, required, weight, function, kind });
    }
    instance.constraints = constraints;
}

/// New event groups of events that run at the same times.
fn linked(instance: &mut Instance, solution: &Solution, rng: &mut Rng) -> Vec<EventGroupId> {
    let timetable = Timetable::new(&instance.facts, solution);
    let running: Vec<_> =
        instance.facts.events.ids().map(|event| timetable.running(event)).collect();
    let mut groups = Vec::new();
    for (event, times) in instance.facts.events.ids().zip(&running) {
        let alike = instance.facts.events.ids().filter(|other| running[other.index()] == *times);
        let members: Vec<EventId> = alike.collect();
        if members[0] == event && members.len() > 1 && rng.chance(700) {
            groups.push(members);
        }
    }
    let mut add = |(number, members): (usize, Vec<EventId>)| {
        let (code, name) = (format!("linked {number}"), String::new());
        let kind = EventGroupKind::Plain;
        instance.facts.event_groups.push(EventGroup { code, name, kind, members })
    };
    groups.into_iter().enumerate().map(&mut add).collect()
}

fn event(event: EventId) -> EventScope {
    EventScope { groups: vec![], events: vec![event] }
}

fn times(times: Vec<TimeId>) -> TimeScope {
    TimeScope { groups: vec![], times }
}

/// Constraints on events that the timetable keeps: those that it does not are dropped later.
fn of_events(
    instance: &Instance,
    timetable: &Timetable<'_>,
    groups: &Groups,
    rng: &mut Rng,
) -> Vec<Kind> {
    let facts = &instance.facts;
    let mut kinds = Vec::new();
    for (id, e) in facts.events.enumerate() {
        let meets = timetable.meets(id);
        let lengths = || meets.iter().map(|meet| i64::from(meet.duration));
        let (least, most) = (lengths().min().unwrap_or(1), lengths().max().unwrap_or(1));
        if rng.chance(850) {
            kinds.push(Kind::AssignTime(AssignTime { applies_to: event(id) }));
        }
        if rng.chance(500) {
            kinds.push(Kind::SplitEvents(SplitEvents {
                applies_to: event(id),
                minimum_duration: least,
                maximum_duration: most,
                minimum_amount: meets.len() as i64,
                maximum_amount: meets.len() as i64,
            }));
        }
        if rng.chance(300) {
            let number = lengths().filter(|&length| length == most).count() as i64;
            let (applies_to, duration) = (event(id), most);
            let (minimum, maximum) = (number, number);
            kinds.push(Kind::DistributeSplitEvents(DistributeSplitEvents {
                applies_to,
                duration,
                minimum,
                maximum,
            }));
        }
        if rng.chance(400) {
            let mut starts: Vec<TimeId> = meets.iter().filter_map(|meet| meet.time).collect();
            starts.extend(facts.times.ids().filter(|_| rng.chance(150)));
            let (applies_to, times) = (event(id), times(starts));
            kinds.push(Kind::PreferTimes(PreferTimes { applies_to, times, duration: None }));
        }
        for (position, wanted) in e.resources.iter().enumerate() {
            let Some(role) = wanted.role.clone() else { continue };
            if rng.chance(800) {
                let (applies_to, role) = (event(id), role.clone());
                kinds.push(Kind::AssignResource(AssignResource { applies_to, role }));
            }
            if rng.chance(700) {
                let held = meets.iter().filter_map(|meet| meet.tasks[position]);
                let mut resources: Vec<ResourceId> = held.collect();
                resources.extend(facts.resources.ids().filter(|_| rng.chance(200)));
                let resources = ResourceScope { groups: vec![], resources };
                let applies_to = event(id);
                kinds.push(Kind::PreferResources(PreferResources { applies_to, resources, role }));
            }
        }
    }
    for (group, members) in facts.event_groups.enumerate() {
        let meets = || members.members.iter().flat_map(|&event| timetable.meets(event));
        let spread = |time_group: TimeGroupId| {
            let inside = |time: &TimeId| facts.time_groups[time_group].times.contains(time);
            let starts = meets().filter_map(|meet| meet.time).filter(inside).count() as i64;
            SpreadGroup { time_group, minimum: starts, maximum: starts }
        };
        let time_groups = groups.some(rng).into_iter().map(spread).collect();
        if rng.chance(500) {
            let applies_to = vec![group];
            kinds.push(Kind::SpreadEvents(SpreadEvents { applies_to, time_groups }));
        }
    }
    kinds
}

/// The same for one resource.
fn of_resource(
    timetable: &Timetable<'_>,
    resource: ResourceId,
    groups: &Groups,
    rng: &mut Rng,
) -> Vec<Kind> {
    let facts = timetable.facts;
    let scope = || ResourceScope { groups: vec![], resources: vec![resource] };
    let busy_in = |group: TimeGroupId| {
        let times = facts.time_groups[group].times.iter();
        times.filter(|&&time| timetable.busy(resource, time)).count() as i64
    };
    let mut kinds = Vec::new();
    if rng.chance(900) {
        kinds.push(Kind::AvoidClashes(AvoidClashes { applies_to: scope() }));
    }
    if rng.chance(500) {
        let share = [300, 700, 1000][rng.below(3)];
        let free = facts.times.ids().filter(|&time| !timetable.busy(resource, time));
        let times = times(free.filter(|_| rng.chance(share)).collect());
        let applies_to = scope();
        kinds.push(Kind::AvoidUnavailableTimes(AvoidUnavailableTimes { applies_to, times }));
    }
    if rng.chance(500) {
        let (applies_to, time_groups) = (scope(), groups.some(rng));
        let number = time_groups.iter().filter(|&&group| busy_in(group) > 0).count() as i64;
        let (minimum, maximum) = (number, number);
        kinds.push(Kind::ClusterBusyTimes(ClusterBusyTimes {
            applies_to,
            time_groups,
            minimum,
            maximum,
        }));
    }
    if rng.chance(500) {
        let (applies_to, time_groups) = (scope(), groups.some(rng));
        let busy = || time_groups.iter().map(|&group| busy_in(group)).filter(|&busy| busy > 0);
        let (minimum, maximum) = (busy().min().unwrap_or(2), busy().max().unwrap_or(2));
        kinds.push(Kind::LimitBusyTimes(LimitBusyTimes {
            applies_to,
            time_groups,
            minimum,
            maximum,
        }));
    }
    if rng.chance(500) {
        let (applies_to, time_groups) = (scope(), groups.some(rng));
        let (minimum, maximum) = (0, rng.below(4) as i64 / 2);
        kinds.push(Kind::LimitIdleTimes(LimitIdleTimes {
            applies_to,
            time_groups,
            minimum,
            maximum,
        }));
    }
    if rng.chance(500) {
        let (work, units) = (timetable.workload(resource), facts.workload_units);
        let (minimum, maximum) = (work / units, work / units + i64::from(work % units > 0));
        let applies_to = scope();
        kinds.push(Kind::LimitWorkload(LimitWorkload { applies_to, minimum, maximum }));
    }
    kinds
}

/// Gives some resources a limit on pairs of halves that the timetable keeps exactly.
fn pair(
    view: &mut View<'_, 1>,
    instance: &Instance,
    solution: &Solution,
    groups: &Groups,
    rng: &mut Rng,
) {
    let facts = &instance.facts;
    let timetable = Timetable::new(facts, solution);
    for resource in facts.resources.ids().filter(|_| !facts.events.is_empty()) {
        if instance.constraints.is_empty() || rng.chance(500) {
            continue;
        }
        let times = |group: TimeGroupId| &facts.time_groups[group].times;
        let busy = |group| times(group).iter().any(|&time| timetable.busy(resource, time));
        let mask = |group| times(group).iter().map(|time| time.index()).collect::<Mask<1>>();
        let pairs: Vec<_> = groups.halves.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        let maximum = pairs.iter().filter(|pair| busy(pair.0) && busy(pair.1)).count() as i64;
        let pairs = pairs.into_iter().map(|pair| (mask(pair.0), mask(pair.1))).collect();
        let rule = PairRule { constraint: Id::new(0), pairs, maximum };
        view.people[resource.index()].pairs.push(rule);
    }
}
