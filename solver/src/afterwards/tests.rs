//! How tight some small instances are, and what matching does for them.

use super::better;
use crate::compiled::Compiled;
use crate::outcome::Way;
use crate::tightness;
use jadwal_model::constraint::{
    AssignResource, AvoidClashes, EventScope, PreferResources, ResourceScope,
};
use jadwal_model::{
    Constraint, Cost, CostFunction, Event, EventId, EventResource, Id, Instance, InstanceBuilder,
    Kind, Meet, ResourceId, Solution, TimeId, evaluate,
};

/// Among how many places an event wants one, and its time where it is fixed.
type Wanted = (usize, Option<usize>);

/// Events of one time at a fixed time or at any. Each needs a place; one that is not among the first
/// so many costs one.
fn instance(times: usize, places: usize, events: &[Wanted]) -> Instance {
    let mut builder = InstanceBuilder::new("places");
    for time in 0..times {
        builder.time(&format!("time {time}"), "").expect("codes differ");
    }
    let kind = builder.resource_type("places", "").expect("codes differ");
    for place in 0..places {
        builder.resource(&format!("place {place}"), "", kind).expect("codes differ");
    }
    let first = |some: usize| ResourceScope {
        groups: Vec::new(),
        resources: (0..some).map(ResourceId::new).collect(),
    };
    let mut kinds = vec![(true, Kind::AvoidClashes(AvoidClashes { applies_to: first(places) }))];
    for (number, &(suiting, fixed)) in events.iter().enumerate() {
        let role = || "place".to_owned();
        let wanted = EventResource {
            role: Some(role()),
            resource_type: kind,
            preassigned: None,
            workload: 1,
        };
        let mut event = Event::new(&format!("event {number}"), 1, vec![wanted]);
        event.preassigned_time = fixed.map(TimeId::new);
        builder.event(event).expect("it fits the cycle");
        let applies_to = EventScope { groups: Vec::new(), events: vec![EventId::new(number)] };
        let assign = AssignResource { applies_to: applies_to.clone(), role: role() };
        kinds.push((true, Kind::AssignResource(assign)));
        let prefer = PreferResources { applies_to, resources: first(suiting), role: role() };
        kinds.push((false, Kind::PreferResources(prefer)));
    }
    for (number, (required, kind)) in kinds.into_iter().enumerate() {
        let (code, name) = (number.to_string(), String::new());
        let (weight, function) = (1, CostFunction::Linear);
        let constraint = Constraint { code, name, required, weight, function, kind };
        builder.constraint(constraint).expect("limits are in order");
    }
    builder.build().expect("there are times")
}

#[test]
fn the_worst_time_and_the_worst_set_decide() {
    use Way::{Afterwards, Joint};
    type Case<'a> = (&'a str, usize, usize, &'a [Wanted], u32, Way);
    let cases: [Case<'_>; 5] = [
        ("as many as there are places", 2, 2, &[(2, None); 4], 1000, Joint),
        ("half as many", 2, 2, &[(2, None); 2], 500, Afterwards),
        ("half as many, all at one time", 2, 2, &[(2, Some(1)); 2], 1000, Joint),
        ("half as many, all for one place", 2, 2, &[(1, None); 2], 1000, Joint),
        (
            "a set with what wants only a part",
            4,
            4,
            &[(1, None), (2, None), (2, None)],
            375,
            Afterwards,
        ),
    ];
    for (name, times, places, events, expected, way) in cases {
        let instance = instance(times, places, events);
        let ways = tightness::ways(&Compiled::<1>::new(&instance));
        assert_eq!(ways.len(), 1, "{name}");
        assert_eq!((ways[0].tightness, ways[0].way), (expected, way), "{name}");
    }
}

#[test]
fn places_go_where_they_suit() {
    let instance = instance(2, 3, &[(1, Some(0)), (2, Some(0)), (3, Some(0)), (1, Some(1))]);
    let compiled = Compiled::<1>::new(&instance);
    let solution = |places: [Option<usize>; 4]| {
        let meet = |(event, place): (usize, &Option<usize>)| Meet {
            event: EventId::new(event),
            duration: 1,
            time: Some(TimeId::new(event / 3)),
            tasks: vec![place.map(ResourceId::new)],
        };
        Solution { meets: places.iter().enumerate().map(meet).collect() }
    };
    for (name, places) in [
        ("turned round", [Some(2), Some(1), Some(0), Some(0)]),
        ("in each other's way", [Some(0); 4]),
        ("with none", [None; 4]),
    ] {
        let before = solution(places);
        let cost = evaluate(&instance, &before).cost;
        assert!(cost > Cost::ZERO, "{name}");
        let found = better(&compiled, &instance.facts, &[0], &before, cost);
        let (after, _) = found.unwrap_or_else(|| panic!("{name}: nothing better"));
        assert_eq!(evaluate(&instance, &after).cost, Cost::ZERO, "{name}");
        assert!(better(&compiled, &instance.facts, &[], &before, cost).is_none(), "{name}");
    }
    let best = solution([Some(0), Some(1), Some(2), Some(0)]);
    assert!(better(&compiled, &instance.facts, &[0], &best, Cost::ZERO).is_none());
}
