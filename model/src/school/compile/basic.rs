//! What every timetable has to keep, whatever the rules.

use super::CompileError;
use super::draft::{Draft, HARD, resources, times};
use super::events::{ROOM, TEACHER, WORKLOAD};
use super::origin::{Basic, Part, Source, Who};
use crate::builder::InstanceError;
use crate::constraint::{
    AssignResource, AssignTime, AvoidClashes, AvoidSplitAssignments, EventScope, Kind,
    LimitWorkload, PreferResources, PreferTimes, SplitEvents,
};
use crate::event::EventResource;
use crate::id::{EventId, ResourceId};
use crate::school::course::Teaching;
use crate::school::id::{CourseId, RoomId, SubjectId};
use std::collections::BTreeMap;

pub(super) fn add(draft: &mut Draft<'_>) -> Result<(), CompileError> {
    placed(draft)?;
    in_one_piece(draft)?;
    inside_half_days(draft)?;
    once(draft)?;
    rooms(draft)?;
    teachers(draft)?;
    Ok(())
}

/// Every lesson has a time. One that is missing costs as much as one that clashes with the lessons of
/// all its teachers: else a search leaves out the meeting of many rather than make room for it.
fn placed(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    let teacher = draft.types().teacher;
    let mut by_weight: BTreeMap<i64, Vec<EventId>> = BTreeMap::new();
    for (id, event) in draft.builder.facts().events.enumerate() {
        let teachers = event.resources.iter().filter(|wanted| wanted.resource_type == teacher);
        by_weight.entry((teachers.count() as i64).max(1)).or_default().push(id);
    }
    for (weight, events) in by_weight {
        let kind = Kind::AssignTime(AssignTime { applies_to: named(events) });
        draft.weighed(Source::Basic(Basic::Placed), true, weight, kind)?;
    }
    Ok(())
}

/// Events named one by one.
pub(super) const fn named(events: Vec<EventId>) -> EventScope {
    EventScope { groups: Vec::new(), events }
}

/// A lesson is one meet: only courses without a fixed cut are split by the search.
fn in_one_piece(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    let cut = |parts: &[Part]| parts.iter().any(|part| part.length == 0);
    let whole = draft.origin.events.enumerate().filter(|(_, parts)| !cut(parts));
    let kind = Kind::SplitEvents(SplitEvents {
        applies_to: named(whole.map(|(event, _)| event).collect()),
        minimum_duration: 1,
        maximum_duration: draft.school.calendar.slots.len() as i64,
        minimum_amount: 1,
        maximum_amount: 1,
    });
    draft.constraint(Source::Basic(Basic::Cut), HARD, kind)
}

/// A lesson starts where it fits its half-day.
fn inside_half_days(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    let mut whole: BTreeMap<u32, Vec<EventId>> = BTreeMap::new();
    let mut split: BTreeMap<u32, Vec<EventId>> = BTreeMap::new();
    for (event, data) in draft.builder.facts().events.enumerate() {
        let lengths = if draft.origin.events[event].iter().any(|part| part.length == 0) {
            &mut split
        } else {
            &mut whole
        };
        lengths.entry(data.duration).or_default().push(event);
    }
    let longest = split.keys().copied().max().unwrap_or(0);
    let all: Vec<EventId> = split.into_values().flatten().collect();
    let mut prefer = |length: u32, events: Vec<EventId>, duration| {
        let calendar = &draft.school.calendar;
        let starts = calendar.slots.ids().filter(|&slot| calendar.fits(slot, length));
        let starts: Vec<_> = starts.collect();
        if starts.len() == calendar.slots.len() {
            return Ok(());
        }
        let (applies_to, times) = (named(events), times(&starts));
        let kind = Kind::PreferTimes(PreferTimes { applies_to, times, duration });
        draft.constraint(Source::Basic(Basic::InsideHalfDay), HARD, kind)
    };
    for (length, events) in whole {
        prefer(length, events, None)?;
    }
    for length in 1..=longest {
        prefer(length, all.clone(), Some(i64::from(length)))?;
    }
    Ok(())
}

/// Nobody and nothing is in two lessons at once.
fn once(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    for (basic, meant) in [
        (Basic::PupilsOnce, (|who| matches!(who, Who::Pupils(..))) as fn(&Who) -> bool),
        (Basic::TeachersOnce, |who| matches!(who, Who::Teacher(_))),
        (Basic::RoomsOnce, |who| matches!(who, Who::Room(_))),
    ] {
        let all = draft.origin.resources.enumerate().filter(|(_, who)| meant(who));
        let applies_to = resources(all.map(|(id, _)| id).collect());
        let kind = Kind::AvoidClashes(AvoidClashes { applies_to });
        draft.constraint(Source::Basic(basic), HARD, kind)?;
    }
    Ok(())
}

/// The roles of the events that are still open, of those whose name begins so: by role, then by what
/// the part that asks for it says.
pub(super) fn open_roles<K: Ord>(
    draft: &Draft<'_>,
    begins: &str,
    key: impl Fn(CourseId) -> K,
) -> BTreeMap<(String, K), Vec<EventId>> {
    let mut found: BTreeMap<(String, K), Vec<EventId>> = BTreeMap::new();
    for (event, parts) in draft.origin.events.enumerate() {
        let wanted = &draft.builder.facts().events[event].resources;
        let mut seen = Vec::new();
        for part in parts {
            let position = if begins == ROOM { part.room_at } else { part.teacher_at };
            let Some(position) = position.filter(|position| !seen.contains(position)) else {
                continue;
            };
            seen.push(position);
            let EventResource { role: Some(role), preassigned: None, .. } = &wanted[position]
            else {
                continue;
            };
            let key = key(part.course);
            found.entry((role.clone(), key)).or_default().push(event);
        }
    }
    found
}

/// Every resource of these rooms: all places of a room that holds several lessons.
pub(super) fn places(draft: &Draft<'_>, rooms: &[RoomId]) -> Vec<ResourceId> {
    rooms.iter().flat_map(|&room| &draft.rooms[room]).copied().collect()
}

/// Every open role of these is filled, and by one of those that can: the events that ask for the same
/// by one constraint. Says whether there is any such role.
fn fill<K: Ord>(
    draft: &mut Draft<'_>,
    begins: &str,
    [right, has]: [Basic; 2],
    key: fn(&Draft<'_>, CourseId) -> K,
    able: fn(&Draft<'_>, K) -> Vec<ResourceId>,
) -> Result<bool, InstanceError> {
    let mut by_role: BTreeMap<String, Vec<EventId>> = BTreeMap::new();
    let wanted = open_roles(draft, begins, |course| key(draft, course));
    for ((role, key), events) in wanted {
        by_role.entry(role.clone()).or_default().extend(&events);
        let (applies_to, resources) = (named(events), resources(able(draft, key)));
        let kind = Kind::PreferResources(PreferResources { applies_to, role, resources });
        draft.constraint(Source::Basic(right), HARD, kind)?;
    }
    let any = !by_role.is_empty();
    for (role, mut events) in by_role {
        events.sort_unstable();
        let kind = Kind::AssignResource(AssignResource { applies_to: named(events), role });
        draft.constraint(Source::Basic(has), HARD, kind)?;
    }
    Ok(any)
}

fn rooms(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    let key = |draft: &Draft<'_>, course: CourseId| {
        draft.school.rooms_for(&draft.origin.courses[course].room)
    };
    let able = |draft: &Draft<'_>, rooms: Vec<RoomId>| places(draft, &rooms);
    fill(draft, ROOM, [Basic::RightRoom, Basic::HasRoom], key, able)?;
    locked_rooms(draft)
}

/// A locked room that holds several lessons is a choice between its places.
fn locked_rooms(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    for lock in draft.school.locks.iter().filter(|lock| lock.room.is_some()) {
        let Some(course) = draft.school.find_course(&draft.origin.courses, &lock.course) else {
            continue;
        };
        let mut found = Vec::new();
        for &event in &draft.events[course] {
            let wanted = &draft.builder.facts().events[event].resources;
            let parts = draft.origin.events[event].iter();
            for part in parts.filter(|part| part.course == course && part.block == lock.block) {
                let Some(position) = part.room_at else { continue };
                if let EventResource { role: Some(role), preassigned: None, .. } = &wanted[position]
                {
                    found.push((event, role.clone()));
                }
            }
        }
        for (event, role) in found {
            let room: Vec<RoomId> = lock.room.into_iter().collect();
            let resources = resources(places(draft, &room));
            let applies_to = named(vec![event]);
            let kind = Kind::PreferResources(PreferResources { applies_to, role, resources });
            draft.constraint(Source::Basic(Basic::RightRoom), HARD, kind)?;
        }
    }
    Ok(())
}

fn teachers(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    let key = |draft: &Draft<'_>, course: CourseId| draft.origin.courses[course].subject;
    let basics = [Basic::RightTeacher, Basic::HasTeacher];
    if !fill(draft, TEACHER, basics, key, qualified)? {
        return Ok(());
    }
    let open = draft.origin.courses.enumerate().filter(|(id, course)| {
        course.teaching == Teaching::AnyOfSubject && draft.events[*id].len() > 1
    });
    let applies_to = open.map(|(id, _)| draft.groups[id]).collect();
    let kind =
        Kind::AvoidSplitAssignments(AvoidSplitAssignments { applies_to, role: TEACHER.to_owned() });
    draft.constraint(Source::Basic(Basic::OneTeacher), HARD, kind)?;
    for (id, teacher) in draft.school.teachers.enumerate() {
        let elsewhere = teacher.elsewhere.map_or(0, |there| there.hours);
        let hours = (teacher.service + teacher.overtime).saturating_sub(elsewhere);
        let kind = Kind::LimitWorkload(LimitWorkload {
            applies_to: resources(vec![draft.teachers[id]]),
            minimum: 0,
            maximum: i64::from(hours) * WORKLOAD,
        });
        draft.constraint(Source::Basic(Basic::Service), HARD, kind)?;
    }
    Ok(())
}

fn qualified(draft: &Draft<'_>, subject: SubjectId) -> Vec<ResourceId> {
    let all = draft.school.teachers.enumerate();
    let able = all.filter(|(_, teacher)| teacher.subjects.contains(&subject));
    able.map(|(id, _)| draft.teachers[id]).collect()
}
