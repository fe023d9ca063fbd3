//! Random small instances, as numbers that shrink towards few, short and equal things.
//!
//! A number that names something is taken modulo how many there are, so that every draft is an
//! instance, also while it shrinks.

use super::random_constraint::{ConstraintDraft, constraint, some_of};
use jadwal_model::{
    Event, EventGroupId, EventGroupKind, EventResource, Id, Instance, InstanceBuilder,
    ResourceTypeId, TimeGroupKind,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

/// The numbers behind an instance.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    times: usize,
    /// Each group as strides: from, step and number.
    time_groups: Vec<Vec<(usize, usize, usize)>>,
    /// The type of each resource.
    resources: Vec<usize>,
    /// The members of each group; the first says the type.
    resource_groups: Vec<Vec<usize>>,
    /// The members of each group; every second group is a course.
    event_groups: Vec<Vec<usize>>,
    events: Vec<EventDraft>,
    constraints: Vec<ConstraintDraft>,
}

#[derive(Clone, Debug)]
struct EventDraft {
    duration: u32,
    workload: Option<i64>,
    fixed_time: Option<usize>,
    group: Option<usize>,
    roles: Vec<RoleDraft>,
    attending: Vec<usize>,
}

#[derive(Clone, Debug)]
struct RoleDraft {
    /// The resource that is preassigned; else one of the wanted type.
    resource: usize,
    preassigned: bool,
    named: bool,
    workload: i64,
}

pub(crate) fn draft(times: impl Strategy<Value = usize>) -> impl Strategy<Value = Draft> {
    let step = prop_oneof![2 => Just(1usize), 1 => 1..4usize];
    let stride = (0..140usize, step, 0..12usize);
    let resources = (vec(0..TYPES, 1..7), vec(vec(0..8usize, 0..3), 0..6));
    let events = (vec(event(), 2..=12), vec(vec(0..12usize, 0..5), 0..5));
    (times, vec(vec(stride, 0..3), 0..5), resources, events, vec(constraint(), 0..24)).prop_map(
        |(times, time_groups, resources, events, constraints)| Draft {
            times,
            time_groups,
            resources: resources.0,
            resource_groups: resources.1,
            event_groups: events.1,
            events: events.0,
            constraints,
        },
    )
}

const TYPES: usize = 3;

fn event() -> impl Strategy<Value = EventDraft> {
    let role = (0..8usize, any::<bool>(), any::<bool>(), 0..8i64).prop_map(
        |(resource, preassigned, named, workload)| RoleDraft {
            resource,
            preassigned,
            named: named || !preassigned,
            workload,
        },
    );
    let fixed_time = weighted(0.1, 0..140usize);
    let group = weighted(0.5, 0..6usize);
    let workload = weighted(0.3, 0..8i64);
    (1..=5u32, workload, fixed_time, group, vec(role, 0..4), vec(0..4usize, 0..2)).prop_map(
        |(duration, workload, fixed_time, group, roles, attending)| EventDraft {
            duration,
            workload,
            fixed_time,
            group,
            roles,
            attending,
        },
    )
}

impl Draft {
    /// The instance that the numbers stand for.
    pub(crate) fn instance(&self) -> Instance {
        let mut builder = InstanceBuilder::new("random");
        self.add_times(&mut builder);
        self.add_resources(&mut builder);
        self.add_events(&mut builder);
        for (number, draft) in self.constraints.iter().enumerate() {
            let constraint = draft.constraint(builder.facts(), number);
            builder.constraint(constraint).expect("limits are small and in order");
        }
        builder.build().expect("there are times")
    }

    fn add_times(&self, builder: &mut InstanceBuilder) {
        for time in 0..self.times {
            builder.time(&format!("T{time}"), "").expect("codes differ");
        }
        for (number, strides) in self.time_groups.iter().enumerate() {
            let code = format!("TG{number}");
            let group = builder.time_group(&code, "", TimeGroupKind::Plain).expect("codes differ");
            for &(from, step, length) in strides {
                for time in (from % self.times..self.times).step_by(step).take(length) {
                    builder.join_time_group(group, Id::new(time));
                }
            }
        }
    }

    fn add_resources(&self, builder: &mut InstanceBuilder) {
        for number in 0..TYPES {
            builder.resource_type(&format!("Y{number}"), "").expect("codes differ");
        }
        for (number, &kind) in self.resources.iter().enumerate() {
            builder.resource(&format!("R{number}"), "", Id::new(kind)).expect("codes differ");
        }
        for (number, members) in self.resource_groups.iter().enumerate() {
            let members = some_of(&builder.facts().resources, members);
            let kind = |member| builder.facts().resources[member].resource_type;
            let all = members.first().map_or(ResourceTypeId::new(0), |&first| kind(first));
            let members: Vec<_> = members.iter().copied().filter(|&m| kind(m) == all).collect();
            let group =
                builder.resource_group(&format!("RG{number}"), "", all).expect("codes differ");
            for member in members {
                builder.join_resource_group(group, member).expect("members have the group's type");
            }
        }
    }

    fn add_events(&self, builder: &mut InstanceBuilder) {
        let kind = |number| match number % 2 {
            0 => EventGroupKind::Plain,
            _ => EventGroupKind::Course,
        };
        for number in 0..self.event_groups.len() {
            let code = format!("EG{number}");
            builder.event_group(&code, "", kind(number)).expect("codes differ");
        }
        for (number, draft) in self.events.iter().enumerate() {
            let event = draft.event(builder, number);
            builder.event(event).expect("events fit the cycle, and their roles differ");
        }
        for (number, members) in self.event_groups.iter().enumerate() {
            for event in some_of(&builder.facts().events, members) {
                builder.join_event_group(EventGroupId::new(number), event);
            }
        }
    }
}

impl EventDraft {
    fn event(&self, builder: &InstanceBuilder, number: usize) -> Event {
        let facts = builder.facts();
        let duration = self.duration.min(facts.times.len() as u32);
        let role = |(position, draft): (usize, &RoleDraft)| {
            let resource = some_of(&facts.resources, &[draft.resource])[0];
            EventResource {
                role: draft.named.then(|| format!("role {position}")),
                resource_type: facts.resources[resource].resource_type,
                preassigned: draft.preassigned.then_some(resource),
                workload: draft.workload,
            }
        };
        let roles = self.roles.iter().enumerate().map(role).collect();
        let mut event = Event::new(&format!("E{number}"), duration, roles);
        event.workload = self.workload;
        let starts = facts.times.len() + 1 - duration as usize;
        event.preassigned_time = self.fixed_time.map(|time| Id::new(time % starts));
        for group in some_of(&facts.event_groups, self.group.as_slice()) {
            match facts.event_groups[group].kind {
                EventGroupKind::Course => event.course = Some(group),
                EventGroupKind::Plain => event.event_groups.push(group),
            }
        }
        event.resource_groups = some_of(&facts.resource_groups, &self.attending);
        event
    }
}
