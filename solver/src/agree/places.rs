//! Small instances of events that each want a place.

use jadwal_model::constraint::{
    AssignResource, AvoidClashes, EventScope, PreferResources, ResourceScope,
};
use jadwal_model::{
    Constraint, CostFunction, Event, EventId, EventResource, Id, Instance, InstanceBuilder, Kind,
    ResourceId, TimeId,
};

/// What one event wants.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// The places that suit it.
    pub(crate) suiting: Vec<usize>,
    /// Its time, where it is fixed.
    pub(crate) fixed: Option<usize>,
}

/// Events of one time. Each needs a place; one that does not suit costs one, hard where that is required.
pub(crate) fn instance(times: usize, places: usize, events: &[Wanted], required: bool) -> Instance {
    let mut builder = InstanceBuilder::new("places");
    for time in 0..times {
        builder.time(&format!("time {time}"), "").expect("codes differ");
    }
    let kind = builder.resource_type("places", "").expect("codes differ");
    for place in 0..places {
        builder.resource(&format!("place {place}"), "", kind).expect("codes differ");
    }
    let scope = |places: &[usize]| ResourceScope {
        groups: Vec::new(),
        resources: places.iter().copied().map(ResourceId::new).collect(),
    };
    let all: Vec<usize> = (0..places).collect();
    let mut kinds = vec![(true, Kind::AvoidClashes(AvoidClashes { applies_to: scope(&all) }))];
    for (number, wanted) in events.iter().enumerate() {
        let role = || "place".to_owned();
        let place = EventResource {
            role: Some(role()),
            resource_type: kind,
            preassigned: None,
            workload: 1,
        };
        let mut event = Event::new(&format!("event {number}"), 1, vec![place]);
        event.preassigned_time = wanted.fixed.map(TimeId::new);
        builder.event(event).expect("it fits the cycle");
        let applies_to = EventScope { groups: Vec::new(), events: vec![EventId::new(number)] };
        let assign = AssignResource { applies_to: applies_to.clone(), role: role() };
        kinds.push((true, Kind::AssignResource(assign)));
        let resources = scope(&wanted.suiting);
        let prefer = PreferResources { applies_to, resources, role: role() };
        kinds.push((required, Kind::PreferResources(prefer)));
    }
    for (number, (required, kind)) in kinds.into_iter().enumerate() {
        let (code, name) = (number.to_string(), String::new());
        let (weight, function) = (1, CostFunction::Linear);
        let constraint = Constraint { code, name, required, weight, function, kind };
        builder.constraint(constraint).expect("limits are in order");
    }
    builder.build().expect("there are times")
}
