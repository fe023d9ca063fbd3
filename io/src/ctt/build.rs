//! What a file says becomes an instance.

use super::costs::{CAPACITY, COMPACTNESS, STABILITY, WORKING_DAYS};
use super::draft::{Draft, ROOM, time_code};
use jadwal_model::constraint::{
    AssignResource, AssignTime, AvoidClashes, AvoidIsolatedTimes, AvoidSplitAssignments,
    AvoidUnavailableTimes, Capacity, ClusterBusyTimes, Crowd, EventScope, LimitCrowding,
    PreferResources, ResourceScope, SplitEvents, TimeScope,
};
use jadwal_model::{
    Constraint, CostFunction, Event, EventGroupId, EventGroupKind, EventId, EventResource,
    Instance, InstanceBuilder, InstanceError, Kind, ResourceId, ResourceTypeId, TimeGroupId,
    TimeGroupKind, TimeId,
};
use std::collections::{BTreeMap, BTreeSet};

/// The instance, or all that its builder objects to.
pub(super) fn build(draft: &Draft) -> Result<Instance, Vec<InstanceError>> {
    let code = if draft.name.is_empty() { "ctt" } else { &draft.name };
    let mut building = Building { draft, builder: InstanceBuilder::new(code), days: Vec::new() };
    building.fill().map_err(|error| vec![error])?;
    building.builder.build()
}

struct Building<'d> {
    draft: &'d Draft,
    builder: InstanceBuilder,
    days: Vec<TimeGroupId>,
}

/// What attends and what is waited for, in the order of the draft.
struct People {
    rooms: Vec<ResourceId>,
    teachers: BTreeMap<String, ResourceId>,
    curricula: Vec<ResourceId>,
    /// The courses themselves: when they are held, and on how many days.
    courses: Vec<ResourceId>,
}

impl Building<'_> {
    fn fill(&mut self) -> Result<(), InstanceError> {
        self.times()?;
        let people = self.people()?;
        let events = self.events(&people)?;
        self.hard(&people, &events)?;
        self.soft(&people, &events)
    }

    fn times(&mut self) -> Result<(), InstanceError> {
        for day in 0..self.draft.days {
            let (code, name) = (format!("day{day}"), format!("Day {day}"));
            let group = self.builder.time_group(&code, &name, TimeGroupKind::Day)?;
            for period in 0..self.draft.periods {
                let code = time_code(day, period);
                let time = self.builder.time(&code, &code)?;
                self.builder.join_time_group(group, time);
            }
            self.days.push(group);
        }
        Ok(())
    }

    fn people(&mut self) -> Result<People, InstanceError> {
        // rooms first: their codes stand in solutions and stay as they are
        let draft = self.draft;
        let kind = self.builder.resource_type(ROOM, ROOM)?;
        let rooms = draft.rooms.iter().map(|room| self.resource(&room.code, kind));
        let rooms = rooms.collect::<Result<_, _>>()?;
        let kind = self.builder.resource_type("Teacher", "Teacher")?;
        let mut teachers = BTreeMap::new();
        for course in &draft.courses {
            if !teachers.contains_key(&course.teacher) {
                teachers.insert(course.teacher.clone(), self.resource(&course.teacher, kind)?);
            }
        }
        let kind = self.builder.resource_type("Curriculum", "Curriculum")?;
        let curricula = draft.curricula.iter().map(|one| self.resource(&one.code, kind));
        let curricula = curricula.collect::<Result<_, _>>()?;
        let kind = self.builder.resource_type("Course", "Course")?;
        let courses = draft.courses.iter().map(|course| self.resource(&course.code, kind));
        let courses = courses.collect::<Result<_, _>>()?;
        Ok(People { rooms, teachers, curricula, courses })
    }

    /// A resource under its own code, or under a longer one where another kind of thing has it.
    fn resource(&mut self, name: &str, kind: ResourceTypeId) -> Result<ResourceId, InstanceError> {
        let mut code = name.to_owned();
        while self.builder.find_resource(&code).is_some() {
            code = format!("{}:{code}", self.builder.facts().resource_types[kind].code);
        }
        self.builder.resource(&code, name, kind)
    }

    fn events(&mut self, people: &People) -> Result<Vec<(EventId, EventGroupId)>, InstanceError> {
        let draft = self.draft;
        let mut attending = vec![Vec::new(); draft.courses.len()];
        for (curriculum, &resource) in draft.curricula.iter().zip(&people.curricula) {
            curriculum.members.iter().for_each(|&course| attending[course].push(resource));
        }
        let mut events = Vec::new();
        for (position, course) in draft.courses.iter().enumerate() {
            let fixed = [people.teachers[&course.teacher], people.courses[position]];
            let fixed = fixed.into_iter().chain(attending[position].iter().copied());
            let workload = i64::from(course.lectures);
            let fixed = fixed.map(|id| EventResource {
                role: None,
                resource_type: self.builder.facts().resources[id].resource_type,
                preassigned: Some(id),
                workload,
            });
            let room = EventResource {
                role: Some(ROOM.to_owned()),
                resource_type: self.builder.facts().resources[people.rooms[0]].resource_type,
                preassigned: None,
                workload,
            };
            let wanted = fixed.chain([room]).collect();
            let group =
                self.builder.event_group(&course.code, &course.code, EventGroupKind::Course)?;
            let mut event = Event::new(&course.code, course.lectures, wanted);
            event.course = Some(group);
            events.push((self.builder.event(event)?, group));
        }
        Ok(events)
    }

    fn hard(
        &mut self,
        people: &People,
        events: &[(EventId, EventGroupId)],
    ) -> Result<(), InstanceError> {
        let draft = self.draft;
        let all =
            || EventScope { groups: Vec::new(), events: events.iter().map(|e| e.0).collect() };
        self.add("Lectures", "Lectures", None, Kind::AssignTime(AssignTime { applies_to: all() }))?;
        let role = ROOM.to_owned();
        let rooms = Kind::AssignResource(AssignResource { applies_to: all(), role });
        self.add("LectureRooms", "Lectures", None, rooms)?;
        // by the number of lectures: that many meets of one period
        let mut by_lectures: BTreeMap<u32, Vec<EventId>> = BTreeMap::new();
        for (course, (event, _)) in draft.courses.iter().zip(events) {
            by_lectures.entry(course.lectures).or_default().push(*event);
        }
        for (lectures, events) in by_lectures {
            let kind = Kind::SplitEvents(SplitEvents {
                applies_to: EventScope { groups: Vec::new(), events },
                minimum_duration: 1,
                maximum_duration: 1,
                minimum_amount: lectures.into(),
                maximum_amount: lectures.into(),
            });
            self.add(&format!("Lectures-{lectures}"), "Lectures", None, kind)?;
        }
        // the lectures of a course have their teacher in common, so that the course needs no clash
        let clashes = |resources| Kind::AvoidClashes(AvoidClashes { applies_to: scope(resources) });
        let teachers = people.teachers.values().chain(&people.curricula).copied().collect();
        self.add("Conflicts", "Conflicts", None, clashes(teachers))?;
        self.add("RoomOccupancy", "RoomOccupancy", None, clashes(people.rooms.clone()))?;
        for (course, &resource) in draft.courses.iter().zip(&people.courses) {
            let closed: BTreeSet<usize> = course.closed.iter().copied().collect();
            if closed.is_empty() {
                continue;
            }
            let times: Vec<TimeId> = closed.into_iter().map(jadwal_model::Id::new).collect();
            let times = TimeScope { groups: Vec::new(), times };
            let applies_to = scope(vec![resource]);
            let kind = Kind::AvoidUnavailableTimes(AvoidUnavailableTimes { applies_to, times });
            self.add(&format!("Availability-{}", course.code), "Availability", None, kind)?;
        }
        for (course, (event, _)) in draft.courses.iter().zip(events) {
            if course.unsuitable.is_empty() {
                continue;
            }
            let suits = |(position, _): &(usize, _)| !course.unsuitable.contains(position);
            let rooms = people.rooms.iter().copied().enumerate().filter(suits);
            let kind = Kind::PreferResources(PreferResources {
                applies_to: EventScope { groups: Vec::new(), events: vec![*event] },
                resources: scope(rooms.map(|(_, room)| room).collect()),
                role: ROOM.to_owned(),
            });
            self.add(&format!("RoomSuitability-{}", course.code), "RoomSuitability", None, kind)?;
        }
        Ok(())
    }

    fn soft(
        &mut self,
        people: &People,
        events: &[(EventId, EventGroupId)],
    ) -> Result<(), InstanceError> {
        let draft = self.draft;
        let sizes = draft.courses.iter().zip(events);
        let places = draft.rooms.iter().zip(&people.rooms);
        let capacity = Kind::LimitCrowding(LimitCrowding {
            applies_to: sizes.map(|(c, e)| Crowd { event: e.0, size: c.students }).collect(),
            role: ROOM.to_owned(),
            capacities: places
                .map(|(room, &resource)| Capacity { resource, places: room.places })
                .collect(),
        });
        self.add(CAPACITY, CAPACITY, Some(1), capacity)?;
        let mut by_days: BTreeMap<i64, Vec<ResourceId>> = BTreeMap::new();
        for (course, &resource) in draft.courses.iter().zip(&people.courses) {
            by_days.entry(course.days).or_default().push(resource);
        }
        for (minimum, resources) in by_days.into_iter().filter(|(minimum, _)| *minimum > 0) {
            let kind = Kind::ClusterBusyTimes(ClusterBusyTimes {
                applies_to: scope(resources),
                time_groups: self.days.clone(),
                minimum,
                maximum: minimum.max(draft.days as i64),
            });
            self.add(&format!("{WORKING_DAYS}-{minimum}"), WORKING_DAYS, Some(5), kind)?;
        }
        let compactness = Kind::AvoidIsolatedTimes(AvoidIsolatedTimes {
            applies_to: scope(people.curricula.clone()),
            time_groups: self.days.clone(),
        });
        self.add(COMPACTNESS, COMPACTNESS, Some(2), compactness)?;
        let stability = Kind::AvoidSplitAssignments(AvoidSplitAssignments {
            applies_to: events.iter().map(|event| event.1).collect(),
            role: ROOM.to_owned(),
        });
        self.add(STABILITY, STABILITY, Some(1), stability)
    }

    /// A constraint: soft with a weight, hard without.
    fn add(
        &mut self,
        code: &str,
        name: &str,
        weight: Option<i64>,
        kind: Kind,
    ) -> Result<(), InstanceError> {
        let constraint = Constraint {
            code: code.to_owned(),
            name: name.to_owned(),
            required: weight.is_none(),
            weight: weight.unwrap_or(1),
            function: CostFunction::Linear,
            kind,
        };
        self.builder.constraint(constraint).map(drop)
    }
}

fn scope(resources: Vec<ResourceId>) -> ResourceScope {
    ResourceScope { groups: Vec::new(), resources }
}
