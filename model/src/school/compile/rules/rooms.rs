//! Rules about where lessons are held.

use super::{source, steps};
use crate::builder::InstanceError;
use crate::constraint::{AssignResource, AvoidSplitAssignments, Kind, PreferResources};
use crate::id::{EventGroupId, EventId, Id};
use crate::school::compile::basic::{named, places};
use crate::school::compile::draft::{Draft, Seat, resources};
use crate::school::compile::events::ROOM;
use crate::school::course::{Audience, Course, RoomNeed, Teaching};
use crate::school::id::{CourseId, RoomId, RuleId};
use crate::school::rule::{Of, Rule, RuleKind};
use crate::school::scope::LessonId;
use std::collections::{BTreeMap, BTreeSet};

/// Adds the constraints of a rule about rooms; says whether it is one.
pub(super) fn add(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<bool, InstanceError> {
    match &rule.kind {
        RuleKind::HomeRoom => home_rooms(draft, id, rule)?,
        RuleKind::FewRooms { of } => few_rooms(draft, id, rule, *of)?,
        RuleKind::InRooms { rooms } => in_rooms(draft, id, rule, rooms)?,
        RuleKind::AlsoIn { .. } => also_in(draft, id, rule)?,
        RuleKind::Capacity => capacity(draft, id, rule)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// Which rooms are right for a course, of those that it may have; none: all of them.
type Right<'f> = &'f dyn Fn(&Draft<'_>, &Course, &[RoomId]) -> Option<Vec<RoomId>>;
/// By a role and the slots of its events that are meant, where that is not all of them: the events.
type InRoles<K> = BTreeMap<(String, K, Option<i64>), Vec<EventId>>;

/// Prefers the rooms that are right for the lessons of some courses, the same rooms by one constraint.
/// One room may serve several lessons of an event: for each room its slots with lessons for which it
/// is not right are counted.
fn prefer(
    draft: &mut Draft<'_>,
    id: RuleId,
    rule: &Rule,
    right: Right<'_>,
) -> Result<(), InstanceError> {
    // by the rooms too, where any other costs the slots
    let mut sets: InRoles<Vec<RoomId>> = BTreeMap::new();
    let meant = draft.school.lessons_in(&draft.origin.courses, &rule.scope);
    for (event, seats) in draft.seats.enumerate() {
        let data = &draft.builder.facts().events[event];
        for seat in seats.iter().filter(|seat| seat.besides.is_none()) {
            let Some(position) = seat.position else { continue };
            let Some(role) = data.resources[position].role.clone() else { continue };
            let held = held(draft, event, seat, &meant).into_iter();
            let lessons: Vec<(Vec<RoomId>, i64)> = held
                .filter_map(|(course, slots)| Some((right(draft, course, &seat.rooms)?, slots)))
                .collect();
            for (rooms, slots) in levels(&lessons) {
                let whole = slots == i64::from(data.duration);
                let key = (role.clone(), rooms, (!whole).then_some(slots));
                sets.entry(key).or_default().push(event);
            }
        }
    }
    for ((role, rooms, slots), events) in sets {
        let (applies_to, resources) = (named(events), resources(places(draft, &rooms)));
        let kind = Kind::PreferResources(PreferResources { applies_to, role, resources });
        draft.in_part(source(id), rule.strength, slots, kind)?;
    }
    Ok(())
}

/// The courses of the lessons in a seat that are meant, each with the lesson's slots.
fn held<'d>(
    draft: &'d Draft<'_>,
    event: EventId,
    seat: &Seat,
    meant: &[LessonId],
) -> Vec<(&'d Course, i64)> {
    let parts = seat.parts.iter().map(|&part| &draft.origin.events[event][part]);
    let parts = parts.filter(|part| meant.binary_search(&(part.course, part.block)).is_ok());
    let all = draft.builder.facts().events[event].duration;
    let slots = |length: u32| i64::from(if length == 0 { all } else { length });
    parts.map(|part| (&draft.origin.courses[part.course], slots(part.length))).collect()
}

/// Lessons in the rooms of a rule; those that may be without a room are not to be so.
fn in_rooms(
    draft: &mut Draft<'_>,
    id: RuleId,
    rule: &Rule,
    rooms: &[RoomId],
) -> Result<(), InstanceError> {
    prefer(draft, id, rule, &|_, _, _| Some(rooms.to_vec()))?;
    let own = |seat: &Seat| seat.optional && seat.besides.is_none();
    filled(draft, id, rule, own)
}

/// Rooms besides those of the lessons themselves.
fn also_in(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<(), InstanceError> {
    filled(draft, id, rule, |seat| seat.besides == Some(id))
}

/// Some seats of lessons that a rule means are not to stay empty.
fn filled(
    draft: &mut Draft<'_>,
    id: RuleId,
    rule: &Rule,
    wanted: impl Fn(&Seat) -> bool,
) -> Result<(), InstanceError> {
    let meant = draft.school.lessons_in(&draft.origin.courses, &rule.scope);
    let mut sets: InRoles<()> = BTreeMap::new();
    for (event, seats) in draft.seats.enumerate() {
        let data = &draft.builder.facts().events[event];
        for seat in seats.iter().filter(|seat| wanted(seat)) {
            let open = |at: &usize| data.resources[*at].preassigned.is_none();
            let role = seat.position.filter(open).and_then(|at| data.resources[at].role.clone());
            let slots = held(draft, event, seat, &meant).into_iter().map(|(_, slots)| slots).sum();
            let Some(role) = role.filter(|_| slots > 0) else { continue };
            let whole = slots == i64::from(data.duration);
            sets.entry((role, (), (!whole).then_some(slots))).or_default().push(event);
        }
    }
    for ((role, (), slots), events) in sets {
        let kind = Kind::AssignResource(AssignResource { applies_to: named(events), role });
        draft.in_part(source(id), rule.strength, slots, kind)?;
    }
    Ok(())
}

/// From the rooms that are right for each lesson, with the lesson's slots: sets of rooms, and what
/// any other room costs in slots beyond the sets before it.
fn levels(lessons: &[(Vec<RoomId>, i64)]) -> Vec<(Vec<RoomId>, i64)> {
    let off = |room: RoomId| -> i64 {
        let wrong = lessons.iter().filter(|(rooms, _)| !rooms.contains(&room));
        wrong.map(|(_, slots)| slots).sum()
    };
    let mut rooms: Vec<RoomId> = lessons.iter().flat_map(|(rooms, _)| rooms).copied().collect();
    rooms.sort_unstable();
    rooms.dedup();
    let mut costs: Vec<i64> = rooms.iter().map(|&room| off(room)).collect();
    // what a room costs that is right for no lesson
    costs.push(lessons.iter().map(|(_, slots)| slots).sum());
    steps(costs)
        .into_iter()
        .map(|(most, step)| {
            let below = rooms.iter().filter(|&&room| off(room) < most);
            (below.copied().collect(), step)
        })
        .collect()
}

/// A whole class alone, in a lesson that asks for the type of its home room.
fn home_rooms(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<(), InstanceError> {
    prefer(draft, id, rule, &|draft, course, _| {
        let [Audience::Class(class)] = course.audience[..] else { return None };
        let home = draft.school.classes[class].home_room?;
        let wanted = RoomNeed::OfType(draft.school.rooms[home].room_type);
        (course.room == wanted).then(|| vec![home])
    })
}

/// The rooms that are large enough, where some of those it may have are not. Lessons that are in several
/// rooms at once are passed over: nobody says how their pupils are divided among them.
fn capacity(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<(), InstanceError> {
    let several =
        draft.besides.keys().map(|&(course, _)| draft.origin.courses[course].code.clone());
    let several: BTreeSet<String> = several.collect();
    prefer(draft, id, rule, &|draft, course, all| {
        if several.contains(&course.code) {
            return None;
        }
        let size = draft.school.size(course);
        let takes = |room: &&RoomId| draft.school.rooms[**room].capacity.is_none_or(|c| c >= size);
        let large: Vec<RoomId> = all.iter().filter(takes).copied().collect();
        (large.len() < all.len()).then_some(large)
    })
}

/// Events that ask for the same rooms, by course, by class or by teacher.
fn few_rooms(draft: &mut Draft<'_>, id: RuleId, rule: &Rule, of: Of) -> Result<(), InstanceError> {
    if of == Of::Lessons {
        let lessons = draft.school.lessons_in(&draft.origin.courses, &rule.scope);
        let events = draft.events_of(&lessons);
        return few(draft, id, rule, vec![events]);
    }
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
    few(draft, id, rule, sets.into_values().collect())
}

/// Each of these sets of events is held in few rooms.
fn few(
    draft: &mut Draft<'_>,
    id: RuleId,
    rule: &Rule,
    sets: Vec<Vec<EventId>>,
) -> Result<(), InstanceError> {
    let mut applies_to: Vec<EventGroupId> = Vec::new();
    for mut events in sets {
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
        Of::Rooms | Of::Lessons => vec![course.index()],
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
