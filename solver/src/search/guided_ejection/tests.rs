//! Timetables that every single lesson breaks until the last one is placed.

use super::{GuidedEjection, Progress};
use crate::compiled::Compiled;
use crate::layout::NONE;
use crate::moves::Wheel;
use crate::rng::Rng;
use crate::state::State;
use jadwal_model::constraint::{
    AssignTime, AvoidClashes, EventScope, LimitBusyTimes, LimitIdleTimes, ResourceScope,
};
use jadwal_model::{
    Constraint, Cost, CostFunction, Event, EventId, EventResource, Id, Instance, InstanceBuilder,
    Kind, ResourceId, TimeGroupKind, evaluate,
};

const DAYS: usize = 2;
const HOURS: usize = 4;

/// So many teachers and classes who meet once each on two days of four hours. Nobody has a gap, and
/// whoever comes has two lessons at least.
fn square(size: usize) -> Instance {
    let mut builder = InstanceBuilder::new("square");
    let mut days = Vec::new();
    for day in 0..DAYS {
        let group = builder.time_group(&format!("day {day}"), "", TimeGroupKind::Day).unwrap();
        for hour in 0..HOURS {
            let time = builder.time(&format!("{day}-{hour}"), "").unwrap();
            builder.join_time_group(group, time);
        }
        days.push(group);
    }
    let kind = builder.resource_type("Person", "").unwrap();
    let resources: Vec<ResourceId> = (0..2 * size)
        .map(|number| builder.resource(&number.to_string(), "", kind).unwrap())
        .collect();
    for teacher in 0..size {
        for class in size..2 * size {
            let attends = |number: usize| EventResource {
                role: None,
                resource_type: kind,
                preassigned: Some(resources[number]),
                workload: 1,
            };
            let who = vec![attends(teacher), attends(class)];
            builder.event(Event::new(&format!("{teacher}-{class}"), 1, who)).unwrap();
        }
    }
    let everybody = || ResourceScope { groups: Vec::new(), resources: resources.clone() };
    let events = (0..size * size).map(EventId::new).collect();
    let kinds = [
        Kind::AssignTime(AssignTime { applies_to: EventScope { groups: Vec::new(), events } }),
        Kind::AvoidClashes(AvoidClashes { applies_to: everybody() }),
        Kind::LimitIdleTimes(LimitIdleTimes {
            applies_to: everybody(),
            time_groups: days.clone(),
            minimum: 0,
            maximum: 0,
        }),
        Kind::LimitBusyTimes(LimitBusyTimes {
            applies_to: everybody(),
            time_groups: days,
            minimum: 2,
            maximum: HOURS as i64,
        }),
    ];
    for kind in kinds {
        let code = kind.name().to_owned();
        let (name, function) = (code.clone(), CostFunction::Linear);
        let constraint = Constraint { code, name, required: true, weight: 1, function, kind };
        builder.constraint(constraint).unwrap();
    }
    builder.build().unwrap()
}

#[test]
fn a_complete_timetable_is_found_from_nothing() {
    for seed in 0..10 {
        let instance = square(6);
        let compiled = Compiled::<1>::new(&instance);
        let mut state = State::new(&compiled);
        crate::construct::construct(&mut state, &mut Rng::new(seed, 0));
        let mut search = GuidedEjection::from_nothing(&mut state);
        assert!(
            compiled.layout.movable.iter().all(|&meet| state.now().start(meet as usize) == NONE)
        );
        let (mut rng, wheel) = (Rng::new(seed, 1), Wheel::new(&compiled.layout));
        let progress = search.run(&mut state, &mut rng, &wheel, 200_000);
        assert_eq!(progress, Progress::Complete, "seed {seed}");
        let report = evaluate(&instance, &state.solution(&instance.facts));
        assert_eq!((report.cost, state.cost()), (Cost::ZERO, Cost::ZERO), "seed {seed}");
    }
}

#[test]
fn what_cannot_be_is_given_up_with_the_best_that_was_found() {
    // nine lessons for eight hours
    let instance = square(9);
    let compiled = Compiled::<1>::new(&instance);
    let mut state = State::new(&compiled);
    let mut search = GuidedEjection::new(&compiled.layout);
    let (mut rng, wheel) = (Rng::new(1, 1), Wheel::new(&compiled.layout));
    assert_eq!(search.run(&mut state, &mut rng, &wheel, 20_000), Progress::Continues);
    assert_eq!(search.give_up(&mut state), Progress::GivenUp);
    let waits = |&&meet: &&u32| state.now().start(meet as usize) == NONE;
    let waiting = compiled.layout.movable.iter().filter(waits).count();
    // each of nine teachers has one lesson too many, and no more than a few others wait with them
    assert!((9..=14).contains(&waiting), "{waiting} wait");
    assert_eq!(evaluate(&instance, &state.solution(&instance.facts)).cost, state.cost());
}
