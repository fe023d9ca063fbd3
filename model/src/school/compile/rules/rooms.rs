//! Rules about where lessons are held.

use super::{groups, half_days, meant, source};
use crate::builder::InstanceError;
use crate::constraint::{AvoidSplitAssignments, Kind, LimitTravel, PreferResources};
use crate::id::{EventGroupId, EventId, Id, ResourceGroupId};
use crate::school::compile::basic::{named, open_roles, places};
use crate::school::compile::draft::{Draft, resources};
use crate::school::compile::events::ROOM;
use crate::school::course::{Audience, Course, RoomNeed, Teaching};
use crate::school::id::{BuildingId, CourseId, RoomId, RuleId};
use crate::school::rule::{Of, Rule, RuleKind};
use std::collections::BTreeMap;

/// Adds the constraints of a rule about rooms; says whether it is one.
pub(super) fn add(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<bool, InstanceError> {
    match &rule.kind {
        RuleKind::HomeRoom => home_rooms(draft, id, rule)?,
        RuleKind::FewRooms { of } => few_rooms(draft, id, rule, *of)?,
        RuleKind::NoTravel { of, near } => no_travel(draft, id, rule, *of, near)?,
        RuleKind::Capacity => capacity(draft, id, rule)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// Prefers some rooms in the lessons of some courses, the same rooms by one constraint.
fn prefer(
    draft: &mut Draft<'_>,
    id: RuleId,
    rule: &Rule,
    rooms: impl Fn(&Draft<'_>, &Course) -> Option<Vec<RoomId>>,
) -> Result<(), InstanceError> {
    let meant = draft.school.courses_in(&draft.origin.courses, &rule.scope);
    let wanted = open_roles(draft, ROOM, |course| {
        let meant = meant.binary_search(&course).is_ok();
        rooms(draft, &draft.origin.courses[course]).filter(|_| meant)
    });
    for ((role, rooms), events) in wanted {
        let Some(rooms) = rooms else { continue };
        let (applies_to, resources) = (named(events), resources(places(draft, &rooms)));
        let kind = Kind::PreferResources(PreferResources { applies_to, role, resources });
        draft.constraint(source(id), rule.strength, kind)?;
    }
    Ok(())
}

/// A whole class alone, in a lesson that asks for the type of its home room.
fn home_rooms(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<(), InstanceError> {
    prefer(draft, id, rule, |draft, course| {
        let [Audience::Class(class)] = course.audience[..] else { return None };
        let home = draft.school.classes[class].home_room?;
        let wanted = RoomNeed::OfType(draft.school.rooms[home].room_type);
        (course.room == wanted).then(|| vec![home])
    })
}

/// The rooms that are large enough, where some of those it may have are not.
fn capacity(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<(), InstanceError> {
    prefer(draft, id, rule, |draft, course| {
        let all = draft.school.rooms_for(&course.room);
        let size = draft.school.size(course);
        let takes = |room: &&RoomId| draft.school.rooms[**room].capacity.is_none_or(|c| c >= size);
        let large: Vec<RoomId> = all.iter().filter(takes).copied().collect();
        (large.len() < all.len()).then_some(large)
    })
}

/// Events that ask for the same rooms, by course, by class or by teacher.
fn few_rooms(draft: &mut Draft<'_>, id: RuleId, rule: &Rule, of: Of) -> Result<(), InstanceError> {
    type Key = (usize, RoomNeedKey);
    let mut sets: BTreeMap<Key, Vec<EventId>> = BTreeMap::new();
    for course in draft.school.courses_in(&draft.origin.courses, &rule.scope) {
        let data = &draft.origin.courses[course];
        // places of one shared room are several resources, but no change of room
        let shared = |room: &RoomId| draft.school.rooms[*room].holds > 1;
        if draft.school.rooms_for(&data.room).iter().any(shared) {
            continue;
        }
        for owner in owners(draft, course, of) {
            let events = sets.entry((owner, RoomNeedKey::of(&data.room))).or_default();
            events.extend(&draft.events[course]);
        }
    }
    let mut applies_to: Vec<EventGroupId> = Vec::new();
    for (_, mut events) in sets {
        events.sort_unstable();
        events.dedup();
        if events.len() > 1 {
            applies_to.push(draft.event_group(&rule.code, &events)?);
        }
    }
    let kind =
        Kind::AvoidSplitAssignments(AvoidSplitAssignments { applies_to, role: ROOM.to_owned() });
    draft.constraint(source(id), rule.strength, kind)
}

/// What a course asks for, in an order.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct RoomNeedKey(Option<usize>, Vec<RoomId>);

impl RoomNeedKey {
    fn of(need: &RoomNeed) -> Self {
        match need {
            RoomNeed::Nowhere => Self(None, Vec::new()),
            RoomNeed::OfType(wanted) => Self(Some(wanted.index()), Vec::new()),
            RoomNeed::OneOf(rooms) => Self(None, rooms.clone()),
        }
    }
}

/// Whose rooms a course's count as: the course itself, its class, its teachers.
fn owners(draft: &Draft<'_>, course: CourseId, of: Of) -> Vec<usize> {
    let data = &draft.origin.courses[course];
    match of {
        Of::Rooms => vec![course.index()],
        Of::Classes => match data.audience[..] {
            [Audience::Class(class)] => vec![class.index()],
            _ => Vec::new(),
        },
        Of::Teachers => match &data.teaching {
            Teaching::By(teachers) => teachers.iter().map(|teacher| teacher.index()).collect(),
            Teaching::AnyOfSubject => Vec::new(),
        },
    }
}

fn no_travel(
    draft: &mut Draft<'_>,
    id: RuleId,
    rule: &Rule,
    of: Of,
    near: &[BuildingId],
) -> Result<(), InstanceError> {
    let kind = draft.types().room;
    let mut places: BTreeMap<BuildingId, Vec<RoomId>> = BTreeMap::new();
    for (room, data) in draft.school.rooms.enumerate() {
        let Some(building) = data.building else { continue };
        // those that are near count as the first of them
        let place = if near.contains(&building) { near[0] } else { building };
        places.entry(place).or_default().push(room);
    }
    let mut all: Vec<ResourceGroupId> = Vec::new();
    for (building, rooms) in places {
        let code = draft.code(&format!("{}:{}", rule.code, draft.school.buildings[building].code));
        let group = draft.builder.resource_group(&code, &code, kind)?;
        for resource in super::super::basic::places(draft, &rooms) {
            draft.builder.join_resource_group(group, resource)?;
        }
        all.push(group);
    }
    if all.len() < 2 {
        return Ok(());
    }
    let kind = Kind::LimitTravel(LimitTravel {
        applies_to: resources(meant(draft, of, &rule.scope)),
        places: all,
        time_groups: groups(draft, &half_days(draft, &[])),
    });
    draft.constraint(source(id), rule.strength, kind)
}
