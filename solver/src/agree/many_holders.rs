//! More resources in one role than a random walk brings together.

use crate::compiled::Compiled;
use crate::state::State;
use jadwal_model::constraint::AvoidSplitAssignments;
use jadwal_model::{
    Constraint, Cost, CostFunction, Event, EventGroupKind, EventResource, Instance,
    InstanceBuilder, Kind, evaluate,
};

/// How many teachers there are.
const TEACHERS: u32 = 12;
/// How long the only event is, so that each teacher can hold two of its meets.
const TIMES: u32 = 2 * TEACHERS;

/// One event, which one teacher should have throughout.
fn instance() -> Instance {
    let mut builder = InstanceBuilder::new("many holders");
    let teachers = builder.resource_type("teachers", "").expect("codes differ");
    for number in 0..TIMES {
        builder.time(&format!("time {number}"), "").expect("codes differ");
    }
    for number in 0..TEACHERS {
        builder.resource(&format!("teacher {number}"), "", teachers).expect("codes differ");
    }
    let role = Some("teacher".to_owned());
    let wanted = EventResource { role, resource_type: teachers, preassigned: None, workload: 1 };
    let group = builder.event_group("all", "", EventGroupKind::Plain).expect("codes differ");
    let mut event = Event::new("event", TIMES, vec![wanted]);
    event.event_groups.push(group);
    builder.event(event).expect("the event is as long as the cycle");
    let kind = AvoidSplitAssignments { applies_to: vec![group], role: "teacher".to_owned() };
    builder
        .constraint(Constraint {
            code: "one teacher".to_owned(),
            name: "one teacher".to_owned(),
            required: true,
            weight: 1,
            function: CostFunction::Linear,
            kind: Kind::AvoidSplitAssignments(kind),
        })
        .expect("its weight is small");
    builder.build().expect("there are times")
}

#[test]
fn a_role_may_have_many_holders() {
    let instance = instance();
    let compiled = Compiled::<1>::new(&instance);
    let mut state = State::new(&compiled);
    let mut rest = compiled.layout.units[0].meets.start;
    for meet in 0..TIMES {
        let task = compiled.layout.tasks(rest).start;
        state.assign_resource(task, meet % TEACHERS);
        let others = meet.min(TEACHERS - 1);
        assert_eq!(state.settle(), Cost::new(i64::from(others), 0));
        assert_eq!(evaluate(&instance, &state.solution(&instance.facts)).cost, state.cost());
        if state.now().length(rest) > 1 {
            rest = state.split(rest, 1).expect("there are as many slots as times");
        }
    }
}
