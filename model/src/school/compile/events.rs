//! Events: one for each lesson, for each course that the search cuts, and for lessons that belong
//! together in one half-day or in one slot.

use super::draft::{Draft, HARD, Seat, time, times};
use super::origin::{Basic, Part, Source, Who};
use crate::builder::InstanceError;
use crate::constraint::{
    EventPair, EventScope, Kind, LinkEvents, OrderEvents, PreferTimes, SplitEvents,
};
use crate::event::{Event, EventResource};
use crate::id::{EventId, Id, ResourceId};
use crate::school::calendar::Week;
use crate::school::course::{Audience, Blocks, Course, RoomNeed, Teaching};
use crate::school::id::{CourseId, RoomId, SlotId};
use crate::school::rule::{RuleKind, Strength, Turns};
use crate::school::turns::{Turn, turns};
use std::collections::BTreeSet;

/// The role of the room of a lesson.
pub(super) const ROOM: &str = "Room";
/// The workload of an hour a week: an hour every other week is worth half of it.
pub const WORKLOAD: i64 = 2;
/// The role of a teacher to be chosen.
pub(super) const TEACHER: &str = "Teacher";

pub(super) fn add(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    wish(draft);
    let all = turns(draft.school, &draft.origin.courses);
    let (joined, apart): (Vec<&Turn>, Vec<&Turn>) =
        all.iter().partition(|turn| turn.is_joined(&draft.origin.courses));
    for turn in &joined {
        for (block, &length) in turn.lengths.iter().enumerate() {
            add_joined(draft, turn, block as u32, length)?;
        }
    }
    let done: BTreeSet<CourseId> =
        joined.iter().flat_map(|turn| turn.rounds.iter().flatten()).copied().collect();
    let courses: Vec<CourseId> =
        draft.origin.courses.ids().filter(|course| !done.contains(course)).collect();
    for course in courses {
        add_course(draft, course)?;
    }
    for course in draft.origin.courses.ids() {
        let (code, members) =
            (draft.origin.courses[course].code.clone(), draft.events[course].clone());
        let group = draft.event_group(&code, &members)?;
        draft.groups.push(group);
    }
    for turn in apart {
        link(draft, turn)?;
    }
    Ok(())
}

/// Finds out in which rooms rules would have lessons, and in which besides.
fn wish(draft: &mut Draft<'_>) {
    let school = draft.school;
    for (id, rule) in school.rules.enumerate() {
        let lessons = || school.lessons_in(&draft.origin.courses, &rule.scope);
        match &rule.kind {
            RuleKind::InRooms { rooms } => {
                for lesson in lessons() {
                    draft.wished.entry(lesson).or_default().extend(rooms);
                }
            }
            RuleKind::AlsoIn { .. } => {
                for lesson in lessons() {
                    draft.besides.entry(lesson).or_default().push(id);
                }
            }
            _ => {}
        }
    }
}

fn add_course(draft: &mut Draft<'_>, id: CourseId) -> Result<(), InstanceError> {
    let course = draft.origin.courses[id].clone();
    let week = course.fortnightly.then_some(Week::A);
    match &course.blocks {
        Blocks::Pattern(lengths) => {
            for (block, &length) in lengths.iter().enumerate() {
                let part = part(id, block as u32, (0, length), week);
                let start = draft.school.locked(&course.code, block as u32).slot;
                let code = format!("{}#{}", course.code, block + 1);
                add_event(draft, &code, (length, start), vec![part])?;
            }
        }
        Blocks::Between { shortest, longest } => {
            let part = part(id, 0, (0, 0), week);
            let start = draft.school.locked(&course.code, 0).slot;
            let event = add_event(draft, &course.code, (course.hours, start), vec![part])?;
            let (hours, shortest, longest) =
                (i64::from(course.hours), i64::from(*shortest), i64::from(*longest));
            let kind = Kind::SplitEvents(SplitEvents {
                applies_to: EventScope { groups: Vec::new(), events: vec![event] },
                minimum_duration: shortest,
                maximum_duration: longest,
                minimum_amount: (hours + longest - 1) / longest.max(1),
                maximum_amount: hours / shortest.max(1),
            });
            draft.constraint(Source::Basic(Basic::Cut), HARD, kind)?;
        }
    }
    Ok(())
}

/// A lesson of an event, before anybody is found for it.
fn part(course: CourseId, block: u32, (offset, length): (u32, u32), week: Option<Week>) -> Part {
    Part {
        course,
        block,
        offset,
        length,
        week,
        teachers: Vec::new(),
        teacher_at: None,
        room_at: None,
        further_at: Vec::new(),
        optional: Vec::new(),
    }
}

/// One event for all lessons of one block of a turn: rounds follow one another, or take turns weekly.
fn add_joined(
    draft: &mut Draft<'_>,
    turn: &Turn,
    block: u32,
    length: u32,
) -> Result<(), InstanceError> {
    let mut parts = Vec::new();
    let order = draft.school.order(&draft.origin.courses, turn, block);
    let order = order.expect("a lock that contradicts another is a fault of the school");
    for (round, courses) in turn.rounds.iter().enumerate() {
        let offset = order.offsets[round];
        let week = match turn.turns {
            Turns::Alternate => [Some(Week::A), Some(Week::B)][round % 2],
            Turns::Parallel | Turns::Swap => None,
        };
        parts.extend(courses.iter().map(|&id| part(id, block, (offset, length), week)));
    }
    let mut codes: Vec<&str> =
        parts.iter().map(|part| draft.origin.courses[part.course].code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let code = format!("{}#{}", codes.join("|"), block + 1);
    add_event(draft, &code, (turn.span(block), order.start), parts)?;
    Ok(())
}

/// Adds an event with everybody and every room that its parts need, each once.
fn add_event(
    draft: &mut Draft<'_>,
    code: &str,
    (duration, start): (u32, Option<SlotId>),
    mut parts: Vec<Part>,
) -> Result<EventId, InstanceError> {
    let kind = draft.types().pupils;
    let pupil = |resource| EventResource {
        role: None,
        resource_type: kind,
        preassigned: Some(resource),
        workload: i64::from(duration),
    };
    let mut wanted: Vec<EventResource> = pupils(draft, &parts).into_iter().map(pupil).collect();
    let (mut seats, mut further) = (seats(draft, &parts), Vec::new());
    for (index, part) in parts.iter_mut().enumerate() {
        let course = draft.origin.courses[part.course].clone();
        add_teachers(draft, &course, part, duration, &mut wanted);
        if let Some(seat) = seats.iter_mut().find(|seat| seat.parts.contains(&index)) {
            let at = add_room(draft, seat, duration, &mut wanted);
            part.room_at = Some(at);
            part.optional.extend(seat.optional.then_some(at));
        }
        for mut seat in besides(draft, part, index) {
            let at = add_room(draft, &mut seat, duration, &mut wanted);
            part.further_at.push(at);
            part.optional.extend(seat.optional.then_some(at));
            further.push(seat);
        }
    }
    wanted.extend(in_sets(draft, &parts, duration));
    let mut event = Event::new(code, duration, wanted);
    event.preassigned_time = start.map(time);
    let id = draft.event(event, parts)?;
    seats.extend(further);
    draft.seats.push(seats);
    Ok(id)
}

/// The sets of lessons that an event is in, each once.
fn in_sets(draft: &Draft<'_>, parts: &[Part], duration: u32) -> Vec<EventResource> {
    let Some(resource_type) = draft.set_type else { return Vec::new() };
    let sets = parts.iter().filter_map(|part| draft.sets.by_lesson.get(&(part.course, part.block)));
    let sets: BTreeSet<ResourceId> = sets.flatten().copied().collect();
    let resource = |set| EventResource {
        role: None,
        resource_type,
        preassigned: Some(set),
        workload: i64::from(duration),
    };
    sets.into_iter().map(resource).collect()
}

fn add_teachers(
    draft: &Draft<'_>,
    course: &Course,
    part: &mut Part,
    duration: u32,
    wanted: &mut Vec<EventResource>,
) {
    let resource_type = draft.types().teacher;
    let length = if part.length == 0 { duration } else { part.length };
    let share = i64::from(length) * if course.fortnightly { WORKLOAD / 2 } else { WORKLOAD };
    let Teaching::By(teachers) = &course.teaching else {
        let role = Some(numbered(TEACHER, wanted));
        part.teacher_at = Some(wanted.len());
        let open = EventResource { role, resource_type, preassigned: None, workload: share };
        wanted.push(open);
        return;
    };
    part.teachers.clone_from(teachers);
    for &teacher in teachers {
        let preassigned = Some(draft.teachers[teacher]);
        match wanted.iter_mut().find(|other| other.preassigned == preassigned) {
            Some(already) => already.workload += share,
            None => {
                wanted.push(EventResource {
                    role: None,
                    resource_type,
                    preassigned,
                    workload: share,
                });
            }
        }
    }
}

/// The rooms that an event asks for. Parts that are not at the same time share one, if they ask for
/// the same; whoever can use a room that is locked shares that one. Who asks for none may have one of
/// those that rules would have.
fn seats(draft: &Draft<'_>, parts: &[Part]) -> Vec<Seat> {
    let lock =
        |part: &Part| draft.school.locked(&draft.origin.courses[part.course].code, part.block).room;
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&index| lock(&parts[index]).is_none());
    let mut seats: Vec<Seat> = Vec::new();
    for index in order {
        let need = &draft.origin.courses[parts[index].course].room;
        let locked = lock(&parts[index]);
        let optional = *need == RoomNeed::Nowhere && locked.is_none();
        let rooms: Vec<RoomId> = match locked {
            Some(room) => vec![room],
            None if optional => {
                let lesson = (parts[index].course, parts[index].block);
                draft.wished.get(&lesson).into_iter().flatten().copied().collect()
            }
            None => draft.school.rooms_for(need),
        };
        if optional && rooms.is_empty() {
            continue;
        }
        let when = |index: usize| (parts[index].offset, parts[index].week);
        let shared = seats.iter_mut().find(|seat| {
            let same = seat.rooms == rooms && seat.optional == optional
                || seat.locked && seat.rooms.iter().all(|room| rooms.contains(room));
            same && seat.parts.iter().all(|&other| when(other) != when(index))
        });
        match shared {
            Some(seat) => seat.parts.push(index),
            None => {
                let locked = locked.is_some();
                let (besides, parts) = (None, vec![index]);
                seats.push(Seat { rooms, locked, optional, besides, parts, position: None });
            }
        }
    }
    seats
}

/// The rooms that rules have a part in besides.
fn besides(draft: &Draft<'_>, part: &Part, index: usize) -> Vec<Seat> {
    let rules = draft.besides.get(&(part.course, part.block)).into_iter().flatten();
    let seat = |&id| {
        let rule = &draft.school.rules[id];
        let RuleKind::AlsoIn { rooms } = &rule.kind else { return None };
        Some(Seat {
            rooms: rooms.clone(),
            locked: false,
            optional: rule.strength != HARD,
            besides: Some(id),
            parts: vec![index],
            position: None,
        })
    };
    rules.filter_map(seat).collect()
}

/// The position of the room among an event's resources, where it is added with the first part.
fn add_room(
    draft: &Draft<'_>,
    seat: &mut Seat,
    duration: u32,
    wanted: &mut Vec<EventResource>,
) -> usize {
    if let Some(position) = seat.position {
        return position;
    }
    // a room that holds several lessons is several resources: which of them is to be found
    let only = if let [only] = seat.rooms[..] { Some(only) } else { None };
    let only = only.filter(|&room| draft.school.rooms[room].holds == 1 && !seat.optional);
    let position = wanted.len();
    wanted.push(EventResource {
        role: Some(numbered(ROOM, wanted)),
        resource_type: draft.types().room,
        preassigned: only.map(|room| draft.rooms[room][0]),
        workload: i64::from(duration),
    });
    seat.position = Some(position);
    position
}

/// A role that no resource of the event has yet.
fn numbered(role: &str, wanted: &[EventResource]) -> String {
    let taken = |name: &str| wanted.iter().any(|other| other.role.as_deref() == Some(name));
    let names = (1..).map(|n| if n == 1 { role.to_owned() } else { format!("{role} {n}") });
    names.into_iter().find(|name| !taken(name)).expect("there is always a next number")
}

/// The parts of classes that attend any of the lessons, each once.
fn pupils(draft: &Draft<'_>, parts: &[Part]) -> BTreeSet<ResourceId> {
    let mut all = BTreeSet::new();
    for part in parts {
        for member in &draft.origin.courses[part.course].audience {
            all.extend(pupils_of(draft, *member));
        }
    }
    all
}

/// The parts of classes that a class or a group is made of.
pub(super) fn pupils_of(draft: &Draft<'_>, member: Audience) -> Vec<ResourceId> {
    let classes = draft.school.classes_of(&member);
    let parts = classes.iter().flat_map(|&class| &draft.pupils[class]).copied();
    let within = |&resource: &ResourceId| match (member, &draft.origin.resources[resource]) {
        (Audience::Group(group), Who::Pupils(_, groups)) => groups.contains(&group),
        _ => true,
    };
    parts.filter(within).collect()
}

/// The lessons of one round are at the same time.
fn link(draft: &mut Draft<'_>, turn: &Turn) -> Result<(), InstanceError> {
    let source = Source::Rule(turn.rule);
    for block in 0..turn.lengths.len() {
        let rounds: Vec<Vec<EventId>> = turn
            .rounds
            .iter()
            .map(|round| round.iter().map(|&course| draft.events[course][block]).collect())
            .collect();
        let mut groups = Vec::new();
        for round in rounds.iter().filter(|round| round.len() > 1) {
            let code = format!("{}:{}", draft.school.rules[turn.rule].code, block + 1);
            groups.push(draft.event_group(&code, round)?);
        }
        draft.constraint(source, HARD, Kind::LinkEvents(LinkEvents { applies_to: groups }))?;
        if turn.turns == Turns::Swap {
            let firsts = turn.rounds.iter().filter_map(|round| round.first());
            let firsts: Vec<(CourseId, EventId)> =
                firsts.map(|&course| (course, draft.events[course][block])).collect();
            for two in firsts.windows(2) {
                follow(draft, source, HARD, [two[0], two[1]])?;
            }
        }
    }
    Ok(())
}

/// The second lesson starts where the first ends, in the same half-day.
pub(super) fn follow(
    draft: &mut Draft<'_>,
    source: Source,
    strength: Strength,
    lessons: [(CourseId, EventId); 2],
) -> Result<(), InstanceError> {
    let pair = after(draft, lessons, Some(0));
    draft.constraint(
        source,
        strength,
        Kind::OrderEvents(OrderEvents { applies_to: vec![pair] }),
    )?;
    let [first, second] = lessons.map(|(course, event)| draft.lies(course, event));
    let calendar = &draft.school.calendar;
    let slots: Vec<SlotId> = calendar.slots.ids().collect();
    // a break between them is no slot, and so no time
    let fits = |&slot: &SlotId| {
        let begins = slot.index() + first.before as usize;
        let (begins, ends) = (slots.get(begins), slots.get(begins + first.length as usize));
        begins.zip(ends).is_some_and(|(&begins, &ends)| {
            let [one, other] = [begins, ends].map(|slot| calendar.slots[slot].half_day);
            one == other
                && calendar.fits(begins, first.length)
                && calendar.fits(ends, second.length)
        })
    };
    let starts: Vec<SlotId> = slots.iter().copied().filter(fits).collect();
    let kind = Kind::PreferTimes(PreferTimes {
        applies_to: EventScope { groups: Vec::new(), events: vec![lessons[0].1] },
        times: times(&starts),
        duration: None,
    });
    let whole = first.before == 0 && first.after == 0;
    draft.in_part(source, strength, (!whole).then_some(i64::from(first.length)), kind)
}

/// The second lesson starts after the first ends, at most so many slots later. Where a lesson is but
/// a part of its event, what lies between the lesson and the event's ends is not counted.
pub(super) fn after(
    draft: &Draft<'_>,
    lessons: [(CourseId, EventId); 2],
    most: Option<i64>,
) -> EventPair {
    let [first, second] = lessons.map(|(course, event)| draft.lies(course, event));
    let least = -i64::from(first.after + second.before);
    let most = most.map_or(draft.school.calendar.slots.len() as i64, |most| least + most);
    let [(_, first), (_, second)] = lessons;
    EventPair { first, second, minimum_separation: least, maximum_separation: most }
}
