//! Travel between places: it needs two neighbouring meets of one resource with others of two places,
//! which random instances hardly ever have. Here they all may have them.

use super::config;
use super::walk::{Step, Walk, steps};
use crate::compiled::Compiled;
use jadwal_model::constraint::{LimitTravel, ResourceScope};
use jadwal_model::{
    Constraint, CostFunction, Event, EventResource, Instance, InstanceBuilder, Kind, TimeGroupKind,
    evaluate,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseError, TestRunner};

/// Two half-days of four times, of which the next time counts, or all that are left; rooms 0 and 1 in one place, 2 and 3 in another, 4 in none; who
/// travels attends every event, fixed or to be found.
fn instance(
    required: bool,
    (near, maximum): (bool, i64),
    events: &[(u32, usize, bool)],
) -> Instance {
    let mut builder = InstanceBuilder::new("two places");
    let people = builder.resource_type("people", "").expect("codes differ");
    let rooms = builder.resource_type("rooms", "").expect("codes differ");
    let mut time_groups = Vec::new();
    for half_day in 0..2 {
        let number = |number: usize| format!("{half_day}/{number}");
        let times = (0..4).map(|n| builder.time(&number(n), "").expect("codes differ"));
        let times: Vec<_> = times.collect();
        for first in 0..4 {
            let code = format!("from {}", number(first));
            let group = builder.time_group(&code, "", TimeGroupKind::Plain).expect("codes differ");
            let last = if near { first + 2 } else { 4 };
            for &time in &times[first..last.min(4)] {
                builder.join_time_group(group, time);
            }
            time_groups.push(group);
        }
    }
    let person = |n: usize| format!("person {n}");
    let who: Vec<_> =
        (0..2).map(|n| builder.resource(&person(n), "", people).expect("codes differ")).collect();
    let mut places = Vec::new();
    for place in 0..3 {
        let group = builder.resource_group(&format!("place {place}"), "", rooms);
        let group = group.expect("codes differ");
        for number in 0..2 {
            let room = builder.resource(&format!("room {place}.{number}"), "", rooms);
            let room = room.expect("codes differ");
            if place < 2 {
                builder.join_resource_group(group, room).expect("it is a room");
            }
        }
        places.push(group);
    }
    for (number, &(duration, person, fixed)) in events.iter().enumerate() {
        let wanted = |role: &str, resource_type, preassigned| EventResource {
            role: Some(role.to_owned()),
            resource_type,
            preassigned,
            workload: 1,
        };
        let attends = wanted("person", people, fixed.then_some(who[person % 2]));
        let resources = vec![attends, wanted("room", rooms, None)];
        builder.event(Event::new(&format!("event {number}"), duration, resources)).expect("short");
    }
    let applies_to = ResourceScope { groups: Vec::new(), resources: who };
    builder
        .constraint(Constraint {
            code: "travel".to_owned(),
            name: "travel".to_owned(),
            required,
            weight: 3,
            function: CostFunction::Linear,
            kind: Kind::LimitTravel(LimitTravel { applies_to, places, time_groups, maximum }),
        })
        .expect("its weight is small");
    builder.build().expect("there are times")
}

type Draft = (bool, (bool, i64), Vec<(u32, usize, bool)>, Vec<Step>);

fn draft() -> impl Strategy<Value = Draft> {
    let event = (1..=2u32, 0..2usize, prop::bool::weighted(0.7));
    // long walks: only what is placed and has a room travels
    let walk = prop::collection::vec(steps(), 4).prop_map(|walks| walks.concat());
    (
        any::<bool>(),
        (any::<bool>(), prop_oneof![4 => Just(0), 1 => Just(1i64)]),
        prop::collection::vec(event, 3..8),
        walk,
    )
}

/// Walks, and says how much it travels at the end.
fn walk((required, counted, events, steps): &Draft) -> Result<i64, TestCaseError> {
    let instance = instance(*required, *counted, events);
    let compiled = Compiled::<1>::new(&instance);
    let mut walk = Walk::new(&instance, &compiled);
    for step in steps {
        walk.take(*step)?;
    }
    walk.agrees()?;
    walk.reloads()?;
    let report = evaluate(&instance, &walk.state.solution(&instance.facts));
    Ok(report.violations.iter().map(|violation| violation.deviation).sum())
}

proptest! {
    #![proptest_config(config(5))]
    #[test]
    fn the_monitor_of_travel_equals_evaluate(draft in draft()) {
        walk(&draft)?;
    }
}

#[test]
fn travel_happens() {
    let mut runner = TestRunner::new(config(6));
    let mut travelled = 0;
    for _ in 0..200 {
        let draft = draft().new_tree(&mut runner).expect("nothing is rejected").current();
        travelled += i64::from(walk(&draft).expect("the property holds") > 0);
    }
    assert!(travelled > 20, "only {travelled} of 200 walks end with travel");
}
