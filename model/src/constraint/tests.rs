//! Small lessons for the tests of the constraints: two days of four times, teachers and rooms.

use super::{Count, EventScope, ResourceScope};
use crate::builder::InstanceBuilder;
use crate::cost::Deviation;
use crate::event::{Event, EventGroupKind, EventResource};
use crate::id::{Id, ResourceId, TimeId};
use crate::instance::Instance;
use crate::solution::{Meet, Solution};
use crate::time::TimeGroupKind;
use crate::timetable::Timetable;

/// Times in a day.
const DAY: usize = 4;

/// The positions of the roles of every event.
pub(crate) const ROLES: [&str; 2] = ["Teacher", "Room"];

/// A meet of the event of this number; times 0 to 3 are the first day, 4 to 7 the second.
pub(crate) fn meet(event: usize, duration: u32, time: impl Into<Option<usize>>) -> Meet {
    let time = time.into().map(TimeId::new);
    Meet { event: Id::new(event), duration, time, tasks: vec![None, None] }
}

impl Meet {
    /// With teacher 0, 1 or 2.
    pub(crate) fn by(mut self, teacher: usize) -> Self {
        self.tasks[0] = Some(Id::new(teacher));
        self
    }

    /// In room 3 or 4.
    pub(crate) fn inside(mut self, room: usize) -> Self {
        self.tasks[1] = Some(Id::new(room));
        self
    }
}

/// All events, as one group.
pub(crate) fn events() -> EventScope {
    EventScope { groups: vec![Id::new(0)], events: Vec::new() }
}

/// One resource alone.
pub(crate) fn only(resource: usize) -> ResourceScope {
    ResourceScope { groups: Vec::new(), resources: vec![ResourceId::new(resource)] }
}

/// Both days, as time groups.
pub(crate) fn days<I: Id>() -> Vec<I> {
    vec![Id::new(0), Id::new(1)]
}

/// An instance with one event for each number that the meets name, as long as its meets.
pub(crate) fn instance(meets: &[Meet]) -> Instance {
    let mut builder = InstanceBuilder::new("small");
    for day in 0..2 {
        let group = builder.time_group(&format!("day{day}"), "", TimeGroupKind::Day).unwrap();
        for time in 0..DAY {
            let time = builder.time(&format!("time{}", day * DAY + time), "").unwrap();
            builder.join_time_group(group, time);
        }
    }
    let types = ROLES.map(|role| builder.resource_type(role, "").unwrap());
    let teachers = builder.resource_group("teachers", "", types[0]).unwrap();
    for number in 0..5 {
        let kind = types[usize::from(number > 2)];
        let resource = builder.resource(&format!("resource{number}"), "", kind).unwrap();
        if number <= 2 {
            builder.join_resource_group(teachers, resource).unwrap();
        }
    }
    let all = builder.event_group("all", "", EventGroupKind::Plain).unwrap();
    let number = meets.iter().map(|meet| meet.event.index() + 1).max().unwrap_or(0);
    for event in 0..number {
        let own = meets.iter().filter(|meet| meet.event.index() == event);
        let duration: u32 = own.map(|meet| meet.duration).sum();
        let wanted = |position: usize| EventResource {
            role: Some(ROLES[position].to_owned()),
            resource_type: types[position],
            preassigned: None,
            workload: duration.into(),
        };
        let resources = vec![wanted(0), wanted(1)];
        let mut event = Event::new(&format!("event{event}"), duration, resources);
        event.event_groups.push(all);
        builder.event(event).unwrap();
    }
    builder.build().unwrap()
}

/// The deviations at all points together.
pub(crate) fn count(kind: &impl Count, meets: Vec<Meet>) -> Deviation {
    let facts = instance(&meets).facts;
    let solution = Solution { meets };
    solution.validate(&facts).unwrap();
    kind.count(&Timetable::new(&facts, &solution)).into_iter().map(|(_, deviation)| deviation).sum()
}
