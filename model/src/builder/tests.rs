use super::*;
use crate::constraint::{
    ClusterBusyTimes, Kind, LimitBusyPairs, LimitWorkload, OrderEvents, PreferTimes,
    SeparateEvents, SplitEvents, SpreadEvents, SpreadGroup,
};
use crate::constraint::{EventPair, EventScope, ResourceScope};
use crate::cost::CostFunction;
use crate::event::EventResource;
use crate::id::Id;

/// Four times, teachers and rooms, one of each.
fn builder() -> InstanceBuilder {
    let mut builder = InstanceBuilder::new("small");
    for code in ["1", "2", "3", "4"] {
        builder.time(code, "").unwrap();
    }
    for (kind, code) in [("Teacher", "Amal"), ("Room", "Lab")] {
        let id = builder.resource_type(kind, "").unwrap();
        builder.resource(code, "", id).unwrap();
    }
    builder
}

fn wanted(role: Option<&str>, kind: usize, preassigned: Option<usize>) -> EventResource {
    let (resource_type, preassigned) = (Id::new(kind), preassigned.map(Id::new));
    EventResource { role: role.map(str::to_owned), resource_type, preassigned, workload: 1 }
}

#[test]
fn identifiers_are_there_and_are_used_once_for_one_kind_of_thing() {
    type Add = fn(&mut InstanceBuilder, &str) -> Result<(), InstanceError>;
    let cases: [(&str, Add); 8] = [
        ("time", |b, code| b.time(code, "").map(drop)),
        ("time group", |b, code| b.time_group(code, "", TimeGroupKind::Day).map(drop)),
        ("resource type", |b, code| b.resource_type(code, "").map(drop)),
        ("resource", |b, code| b.resource(code, "", Id::new(0)).map(drop)),
        ("resource group", |b, code| b.resource_group(code, "", Id::new(0)).map(drop)),
        ("event group", |b, code| b.event_group(code, "", EventGroupKind::Course).map(drop)),
        ("event", |b, code| b.event(Event::new(code, 1, Vec::new())).map(drop)),
        ("constraint", |b, code| b.constraint(weighing(code, 1)).map(drop)),
    ];
    let mut builder = builder();
    for (kind, add) in cases {
        assert_eq!(add(&mut builder, ""), Err(InstanceError::EmptyCode { kind }));
        assert_eq!(add(&mut builder, "same"), Ok(()), "{kind}");
        let code = "same".to_owned();
        assert_eq!(add(&mut builder, "same"), Err(InstanceError::Duplicate { kind, code }));
    }
    assert_eq!(builder.find_time("same"), Some(Id::new(4)));
    assert_eq!(builder.find_event("other"), None);
}

#[test]
fn an_instance_has_times() {
    let instance = "empty".to_owned();
    assert_eq!(
        InstanceBuilder::new("empty").build(),
        Err(vec![InstanceError::NoTimes { instance }])
    );
}

#[test]
fn an_instance_is_of_a_reasonable_size() {
    let built = |times: usize, resources: usize| {
        let mut builder = InstanceBuilder::new("large");
        for time in 0..times {
            builder.time(&time.to_string(), "").unwrap();
        }
        let kind = builder.resource_type("Room", "").unwrap();
        for resource in 0..resources {
            builder.resource(&resource.to_string(), "", kind).unwrap();
        }
        builder.build().map(drop)
    };
    let instance = || "large".to_owned();
    let long = |found| InstanceError::TooManyTimes { instance: instance(), found };
    let large =
        |times, resources| InstanceError::TooLarge { instance: instance(), times, resources };
    for (times, resources, expected) in [
        (10_000, 5_000, Ok(())),
        (10_001, 1, Err(vec![long(10_001)])),
        (9_999, 5_001, Err(vec![large(9_999, 5_001)])),
        (10_001, 5_000, Err(vec![long(10_001), large(10_001, 5_000)])),
    ] {
        assert_eq!(built(times, resources), expected, "{times} times, {resources} resources");
    }
}

/// Comparing each role with each other would take minutes.
#[test]
fn an_event_may_have_very_many_roles() {
    let role = |number: usize| wanted(Some(&format!("role{number:06}")), 0, None);
    let mut event = Event::new("e", 1, (0..200_000).map(role).collect());
    assert_eq!(builder().event(event.clone()), Ok(Id::new(0)));
    event.resources.push(role(7));
    let twice = InstanceError::RoleTwice { event: "e".to_owned(), role: "role000007".to_owned() };
    assert_eq!(builder().event(event), Err(twice));
}

#[test]
fn events_that_cannot_be() {
    let owner = || "e".to_owned();
    let long = |found| InstanceError::Duration { event: owner(), found, maximum: 4 };
    let mut heavy = Event::new("e", 1, Vec::new());
    heavy.workload = Some(MAX_NUMBER + 1);
    let mut light = Event::new("e", 1, vec![wanted(Some("r"), 0, None)]);
    light.resources[0].workload = -1;
    let twice = vec![wanted(Some("r"), 0, None), wanted(Some("r"), 1, None)];
    let mut late = Event::new("e", 2, Vec::new());
    late.preassigned_time = Some(Id::new(3));
    let past_end = InstanceError::PastEnd { event: owner(), time: "4".to_owned(), duration: 2 };
    for (name, event, error) in [
        ("no duration", Event::new("e", 0, Vec::new()), long(0)),
        ("longer than the cycle", Event::new("e", 5, Vec::new()), long(5)),
        ("past the end of the cycle", late, past_end),
        (
            "one role twice",
            Event::new("e", 1, twice),
            InstanceError::RoleTwice { event: owner(), role: "r".to_owned() },
        ),
        (
            "a resource to be found, without a role",
            Event::new("e", 1, vec![wanted(None, 1, None)]),
            InstanceError::RoleMissing { event: owner(), resource_type: "Room".to_owned() },
        ),
        (
            "a teacher as a room",
            Event::new("e", 1, vec![wanted(None, 1, Some(0))]),
            InstanceError::ResourceType {
                owner: owner(),
                resource: "Amal".to_owned(),
                found: "Teacher".to_owned(),
                expected: "Room".to_owned(),
            },
        ),
        (
            "too much work",
            heavy,
            InstanceError::Number { owner: owner(), what: "a workload of", found: MAX_NUMBER + 1 },
        ),
        (
            "less than no work",
            light,
            InstanceError::Number { owner: owner(), what: "a workload of", found: -1 },
        ),
    ] {
        assert_eq!(builder().event(event), Err(error), "{name}");
    }
}

#[test]
fn shares_of_work_are_whole_numbers_of_units() {
    let mut builder = InstanceBuilder::new("long");
    for time in 0..24 {
        builder.time(&time.to_string(), "").unwrap();
    }
    let mut result = Ok(Id::new(0));
    for duration in [4, 3, 5, 7, 11, 13, 17, 19, 23] {
        let mut event = Event::new(&duration.to_string(), duration, Vec::new());
        event.workload = Some(1);
        result = builder.event(event);
        match duration {
            3 => assert_eq!(builder.facts().workload_units, 12, "quarters and thirds"),
            17 => assert_eq!(builder.facts().workload_units, 1_021_020 / 17),
            _ => {}
        }
        if result.is_err() {
            break;
        }
    }
    assert_eq!(result, Err(InstanceError::WorkloadUnits { event: "17".to_owned() }));
}

#[test]
fn a_group_has_members_of_one_type() {
    let mut builder = builder();
    let group = builder.resource_group("rooms", "", Id::new(1)).unwrap();
    assert_eq!(builder.join_resource_group(group, Id::new(1)), Ok(()));
    assert_eq!(builder.join_resource_group(group, Id::new(1)), Ok(()), "again changes nothing");
    assert_eq!(builder.facts().resource_groups[group].members.len(), 1);
    assert_eq!(
        builder.join_resource_group(group, Id::new(0)),
        Err(InstanceError::ResourceType {
            owner: "rooms".to_owned(),
            resource: "Amal".to_owned(),
            found: "Teacher".to_owned(),
            expected: "Room".to_owned(),
        })
    );
}

#[test]
fn groups_attend_without_those_who_are_named() {
    let mut builder = builder();
    let lina = builder.resource("Lina", "", Id::new(0)).unwrap();
    let group = builder.resource_group("teachers", "", Id::new(0)).unwrap();
    for resource in [lina, Id::new(0)] {
        builder.join_resource_group(group, resource).unwrap();
    }
    let mut event = Event::new("meeting", 1, vec![wanted(None, 0, Some(0))]);
    event.resource_groups = vec![group, group];
    let id = builder.event(event).unwrap();
    assert_eq!(builder.facts().events[id].attendees, [lina]);
}

fn weighing(code: &str, weight: i64) -> Constraint {
    let kind = LimitWorkload { applies_to: ResourceScope::default(), minimum: 0, maximum: 1 };
    constraint(code, weight, Kind::LimitWorkload(kind))
}

fn constraint(code: &str, weight: i64, kind: Kind) -> Constraint {
    let (code, name) = (code.to_owned(), String::new());
    Constraint { code, name, required: true, weight, function: CostFunction::Linear, kind }
}

#[test]
fn constraints_with_numbers_out_of_range() {
    let number = |what, found| InstanceError::Number { owner: "c".to_owned(), what, found };
    let range = |minimum, maximum| {
        let constraint = "c".to_owned();
        InstanceError::Range { constraint, minimum, maximum }
    };
    let amounts = SplitEvents {
        applies_to: EventScope::default(),
        minimum_duration: 1,
        maximum_duration: 2,
        minimum_amount: 3,
        maximum_amount: 2,
    };
    let days = ClusterBusyTimes { minimum: 2, maximum: 1, ..ClusterBusyTimes::default() };
    let spread = SpreadGroup { time_group: Id::new(0), minimum: 1, maximum: 0 };
    let spread = SpreadEvents { applies_to: Vec::new(), time_groups: vec![spread] };
    let pair = EventPair {
        first: Id::new(0),
        second: Id::new(0),
        minimum_separation: 0,
        maximum_separation: MAX_NUMBER + 1,
    };
    let never = LimitBusyPairs { maximum: -1, ..LimitBusyPairs::default() };
    let early = SeparateEvents { begins: vec![-1], ..SeparateEvents::default() };
    let far = SeparateEvents { minimum: MAX_NUMBER + 1, ..SeparateEvents::default() };
    let long = PreferTimes { duration: Some(MAX_NUMBER + 1), ..PreferTimes::default() };
    for (kind, error) in [
        (Kind::SplitEvents(amounts), range(3, 2)),
        (Kind::ClusterBusyTimes(days), range(2, 1)),
        (Kind::SpreadEvents(spread), range(1, 0)),
        (
            Kind::OrderEvents(OrderEvents { applies_to: vec![pair] }),
            number("a limit of", MAX_NUMBER + 1),
        ),
        (Kind::PreferTimes(long), number("a limit of", MAX_NUMBER + 1)),
        (Kind::LimitBusyPairs(never), range(0, -1)),
        (Kind::SeparateEvents(early), number("a measure of", -1)),
        (Kind::SeparateEvents(far), number("a limit of", MAX_NUMBER + 1)),
    ] {
        assert_eq!(builder().constraint(constraint("c", 1, kind)), Err(error));
    }
    assert_eq!(builder().constraint(weighing("c", -1)), Err(number("the weight", -1)));
    assert_eq!(builder().constraint(weighing("c", 0)), Ok(Id::new(0)), "a weight may be zero");
}

#[test]
fn a_measure_has_one_entry_for_each_time() {
    for (begins, ends, found) in [(4, 4, None), (3, 4, Some(3)), (4, 5, Some(5)), (0, 0, Some(0))] {
        let mut builder = builder();
        let (begins, ends) = (vec![0; begins], vec![0; ends]);
        let kind = SeparateEvents { begins, ends, ..SeparateEvents::default() };
        builder.constraint(constraint("c", 1, Kind::SeparateEvents(kind))).unwrap();
        let error = |found| {
            vec![InstanceError::Measures { constraint: "c".to_owned(), found, expected: 4 }]
        };
        assert_eq!(builder.build().err(), found.map(error), "{found:?}");
    }
}
