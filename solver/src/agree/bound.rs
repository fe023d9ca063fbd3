//! No timetable costs less than the lower bound: random ones, each event cut and placed on its own,
//! walked downhill by the slow count alone.

use super::random_instance::{Draft, draft};
use super::{config, one_word};
use crate::bound::lower_bound;
use crate::rng::Rng;
use jadwal_model::constraint::{
    AssignTime, AvoidClashes, ClusterBusyTimes, DistributeSplitEvents, EventScope, LinkEvents,
    ResourceScope, SplitEvents, SpreadEvents, SpreadGroup,
};
use jadwal_model::{
    Constraint, Cost, CostFunction, Event, EventGroupKind, EventId, EventResource, Facts, Id,
    Instance, InstanceBuilder, Kind, Meet, Solution, TimeGroupKind, TimeId, evaluate,
};
use proptest::prelude::*;

proptest! {
    #![proptest_config(config(8))]
    #[test]
    fn the_bound_is_below_every_timetable(draft in draft(one_word()), seed in 0..1000u64) {
        let instance = Draft::instance(&draft);
        let bound = lower_bound(&instance);
        let best = downhill(&instance, &mut Rng::new(seed, 0), 120);
        prop_assert!(bound <= best, "bound {bound}, found {best}");
    }
}

/// The least cost on a random walk that never goes up.
fn downhill(instance: &Instance, rng: &mut Rng, steps: usize) -> Cost {
    evaluate(instance, &walk_down(instance, rng, steps)).cost
}

/// The timetable at its end.
pub(crate) fn walk_down(instance: &Instance, rng: &mut Rng, steps: usize) -> Solution {
    let facts = &instance.facts;
    let events: Vec<EventId> = facts.events.ids().collect();
    let mut now: Vec<Vec<Meet>> = events.iter().map(|&e| random_meets(facts, e, rng)).collect();
    let count = |now: &[Vec<Meet>]| evaluate(instance, &Solution { meets: now.concat() }).cost;
    let mut cost = count(&now);
    for _ in 0..steps {
        let event = rng.below(events.len());
        let old = std::mem::replace(&mut now[event], random_meets(facts, events[event], rng));
        let new = count(&now);
        if new <= cost {
            cost = new;
        } else {
            now[event] = old;
        }
    }
    Solution { meets: now.concat() }
}

/// One event, cut and placed at random; now and then a part of it is left out.
fn random_meets(facts: &Facts, event: EventId, rng: &mut Rng) -> Vec<Meet> {
    let e = &facts.events[event];
    let (mut left, mut meets) = (e.duration, Vec::new());
    while left > 0 {
        let duration = 1 + rng.below(left as usize) as u32;
        let start = rng.below(facts.times.len() + 1 - duration as usize);
        let time = e.preassigned_time.or((!rng.chance(50)).then(|| TimeId::new(start)));
        let task = |wanted: &EventResource, rng: &mut Rng| {
            let all = facts.resources.enumerate();
            let fit = all.filter(|(_, r)| r.resource_type == wanted.resource_type);
            let fit: Vec<_> = fit.map(|(id, _)| id).collect();
            let chosen = if rng.chance(50) { None } else { rng.pick(&fit).copied() };
            wanted.preassigned.or(chosen)
        };
        let tasks = e.resources.iter().map(|wanted| task(wanted, rng)).collect();
        meets.push(Meet { event, duration, time, tasks });
        left -= duration;
    }
    meets
}

/// One teacher with two lessons of duration 2, two days of four times.
pub(crate) fn school(kinds: Vec<(bool, i64, Kind)>) -> Instance {
    let mut builder = InstanceBuilder::new("small");
    for day in 0..2 {
        let group = builder
            .time_group(&format!("day{day}"), "", TimeGroupKind::Day)
            .expect("the school is right");
        for time in 0..4 {
            let time = builder.time(&format!("{day}-{time}"), "").expect("the school is right");
            builder.join_time_group(group, time);
        }
    }
    let teacher = builder.resource_type("Teacher", "").expect("the school is right");
    let amal = builder.resource("Amal", "", teacher).expect("the school is right");
    let both = builder.event_group("both", "", EventGroupKind::Plain).expect("the school is right");
    for code in ["Maths", "Physics"] {
        let resources = if code == "Maths" { Some(amal) } else { None };
        let resource = |preassigned| EventResource {
            role: None,
            resource_type: teacher,
            preassigned: Some(preassigned),
            workload: 2,
        };
        let mut event = Event::new(code, 2, resources.map(resource).into_iter().collect());
        event.event_groups = vec![both];
        builder.event(event).expect("the school is right");
    }
    for (number, (required, weight, kind)) in kinds.into_iter().enumerate() {
        let (code, function) = (format!("c{number}"), CostFunction::Linear);
        let name = code.clone();
        builder
            .constraint(Constraint { code, name, required, weight, function, kind })
            .expect("the school is right");
    }
    builder.build().expect("the school is right")
}

pub(crate) fn events(list: &[usize]) -> EventScope {
    EventScope { groups: vec![], events: list.iter().map(|&e| Id::new(e)).collect() }
}

fn doubles(list: &[usize], number: i64) -> Kind {
    let (applies_to, minimum, maximum) = (events(list), number, number);
    Kind::DistributeSplitEvents(DistributeSplitEvents { applies_to, duration: 2, minimum, maximum })
}

pub(crate) fn teachers() -> ResourceScope {
    ResourceScope { groups: vec![], resources: vec![Id::new(0)] }
}

/// Everything placed, no clash, one meet a day, and at most one day busy.
fn one_day_wanted() -> Vec<(bool, i64, Kind)> {
    let spread = |day: usize| SpreadGroup { time_group: Id::new(day), minimum: 0, maximum: 1 };
    vec![
        (true, 1, Kind::AssignTime(AssignTime { applies_to: events(&[0, 1]) })),
        (true, 1, Kind::AvoidClashes(AvoidClashes { applies_to: teachers() })),
        (
            true,
            1,
            Kind::SpreadEvents(SpreadEvents {
                applies_to: vec![Id::new(0)],
                time_groups: vec![spread(0), spread(1)],
            }),
        ),
        (
            false,
            7,
            Kind::ClusterBusyTimes(ClusterBusyTimes {
                applies_to: teachers(),
                time_groups: vec![Id::new(0), Id::new(1)],
                minimum: 0,
                maximum: 1,
            }),
        ),
    ]
}

fn cut(list: &[usize], shortest: i64, longest: i64, least: i64, most: i64) -> Kind {
    Kind::SplitEvents(SplitEvents {
        applies_to: events(list),
        minimum_duration: shortest,
        maximum_duration: longest,
        minimum_amount: least,
        maximum_amount: most,
    })
}

#[test]
fn bounds_of_small_schools() {
    let singles = || (true, 1, cut(&[0], 1, 1, 2, 2));
    let linked = Kind::LinkEvents(LinkEvents { applies_to: vec![Id::new(0)] });
    let with = |more: Vec<(bool, i64, Kind)>| {
        let mut all = one_day_wanted();
        all.extend(more);
        school(all)
    };
    for (name, instance, bound) in [
        ("nothing is asked for", school(vec![]), Cost::ZERO),
        (
            "a cut that cannot be legal",
            school(vec![(true, 3, cut(&[0], 3, 3, 1, 9))]),
            Cost::new(3, 0),
        ),
        (
            "a double is wanted and forbidden",
            school(vec![singles(), (false, 4, doubles(&[0], 1))]),
            Cost::new(0, 4),
        ),
        ("one meet needs one day", with(vec![]), Cost::ZERO),
        ("two meets, one a day, need both", with(vec![singles()]), Cost::new(0, 7)),
        (
            "linked events may be cut differently",
            school(vec![
                (true, 9, linked),
                (false, 5, doubles(&[0], 0)),
                (false, 1, doubles(&[1], 1)),
            ]),
            Cost::ZERO,
        ),
        (
            "what contradicts itself claims nothing about days",
            with(vec![singles(), (true, 5, doubles(&[0], 1))]),
            Cost::new(2, 0),
        ),
    ] {
        assert_eq!(lower_bound(&instance), bound, "{name}");
        let best = downhill(&instance, &mut Rng::new(5, 0), 3000);
        assert!(bound <= best, "{name}: bound {bound}, found {best}");
    }
}
