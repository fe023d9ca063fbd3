//! What every timetable has to keep, whatever the rules.

use super::CompileError;
use super::draft::{Draft, HARD, resources, times};
use super::events::{TEACHER, WORKLOAD};
use super::origin::{Basic, Part, Source, Who};
use crate::builder::InstanceError;
use crate::constraint::{
    AssignResource, AssignTime, AvoidClashes, AvoidSplitAssignments, EventScope, Kind,
    LimitWorkload, PreferResources, PreferTimes, SplitEvents,
};
use crate::id::{EventId, ResourceId};
use crate::school::course::Teaching;
use crate::school::id::{RoomId, SubjectId};
use crate::school::service::{HOUR, Load};
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
        draft.weighed(Source::Basic(Basic::Placed), weight, kind)?;
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

/// Every resource of these rooms: all places of a room that holds several lessons.
pub(super) fn places(draft: &Draft<'_>, rooms: &[RoomId]) -> Vec<ResourceId> {
    rooms.iter().flat_map(|&room| &draft.rooms[room]).copied().collect()
}

/// Events by the role they ask for, then by what is asked.
type Wanted<K> = BTreeMap<(String, K), Vec<EventId>>;

/// Every open role of these is filled, and by one of those that can: the events that ask for the same
/// by one constraint.
fn fill<K>(
    draft: &mut Draft<'_>,
    [right, has]: [Basic; 2],
    wanted: Wanted<K>,
    able: fn(&Draft<'_>, K) -> Vec<ResourceId>,
) -> Result<(), InstanceError> {
    let mut by_role: BTreeMap<String, Vec<EventId>> = BTreeMap::new();
    for ((role, _), events) in &wanted {
        by_role.entry(role.clone()).or_default().extend(events);
    }
    only_able(draft, right, wanted, able)?;
    for (role, mut events) in by_role {
        events.sort_unstable();
        let kind = Kind::AssignResource(AssignResource { applies_to: named(events), role });
        draft.constraint(Source::Basic(has), HARD, kind)?;
    }
    Ok(())
}

/// Who fills an open role of these is one of those that can.
fn only_able<K>(
    draft: &mut Draft<'_>,
    right: Basic,
    wanted: Wanted<K>,
    able: fn(&Draft<'_>, K) -> Vec<ResourceId>,
) -> Result<(), InstanceError> {
    for ((role, key), events) in wanted {
        let (applies_to, resources) = (named(events), resources(able(draft, key)));
        let kind = Kind::PreferResources(PreferResources { applies_to, role, resources });
        draft.constraint(Source::Basic(right), HARD, kind)?;
    }
    Ok(())
}

/// The role of an event's resource, if somebody is still to be found for it.
fn open(draft: &Draft<'_>, event: EventId, position: Option<usize>) -> Option<String> {
    let wanted = &draft.builder.facts().events[event].resources[position?];
    wanted.role.clone().filter(|_| wanted.preassigned.is_none())
}

/// Rooms: those of the type asked for, those named, or the one that is locked; it may be one of
/// several places. Or those that rules would have, if any.
fn rooms(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    let (mut wanted, mut wished): (Wanted<Vec<RoomId>>, Wanted<Vec<RoomId>>) = Default::default();
    for (event, seats) in draft.seats.enumerate() {
        for seat in seats {
            let Some(role) = open(draft, event, seat.position) else { continue };
            // what rules ask for besides is required by themselves
            let all =
                if seat.optional || seat.besides.is_some() { &mut wished } else { &mut wanted };
            all.entry((role, seat.rooms.clone())).or_default().push(event);
        }
    }
    let able = |draft: &Draft<'_>, rooms: Vec<RoomId>| places(draft, &rooms);
    only_able(draft, Basic::RightRoom, wished, able)?;
    fill(draft, [Basic::RightRoom, Basic::HasRoom], wanted, able)
}

fn teachers(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    let mut wanted: Wanted<SubjectId> = BTreeMap::new();
    for (event, parts) in draft.origin.events.enumerate() {
        for part in parts {
            let Some(role) = open(draft, event, part.teacher_at) else { continue };
            let subject = draft.origin.courses[part.course].subject;
            wanted.entry((role, subject)).or_default().push(event);
        }
    }
    if wanted.is_empty() {
        return Ok(());
    }
    fill(draft, [Basic::RightTeacher, Basic::HasTeacher], wanted, qualified)?;
    let open = draft.origin.courses.enumerate().filter(|(id, course)| {
        course.teaching == Teaching::AnyOfSubject && draft.events[*id].len() > 1
    });
    let applies_to = open.map(|(id, _)| draft.groups[id]).collect();
    let kind =
        Kind::AvoidSplitAssignments(AvoidSplitAssignments { applies_to, role: TEACHER.to_owned() });
    draft.constraint(Source::Basic(Basic::OneTeacher), HARD, kind)?;
    for id in draft.school.teachers.ids() {
        // what is assigned by name is not taken away again; it leaves the less for open posts
        let Load { taught, counted } = draft.school.load(&draft.origin.courses, id);
        let left = draft.school.owed(id).saturating_sub(counted);
        let kind = Kind::LimitWorkload(LimitWorkload {
            applies_to: resources(vec![draft.teachers[id]]),
            minimum: 0,
            maximum: i64::from(taught + left) * WORKLOAD / i64::from(HOUR),
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
