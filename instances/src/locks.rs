//! Locks: a meeting whose time is fixed, and a few lessons.

use crate::draft::Draft;
use crate::free::away;
use crate::rng::{Rng, Stream};
use jadwal_model::school::{
    Audience, Blocks, Course, Lock, Room, RoomId, RoomNeed, SlotId, TeacherId, Teaching,
};
use std::collections::BTreeSet;

/// Subjects of which lessons are locked.
const LOCKED: [&str; 4] = ["AR", "FR", "HG", "ISL"];

/// Locks one meeting and one to three lessons, each for other teachers and another class.
pub(crate) fn lock(draft: &mut Draft) {
    let mut rng = draft.rng(Stream::Locks);
    let mut busy: BTreeSet<TeacherId> = BTreeSet::new();
    let meetings: Vec<Course> =
        draft.school.own_courses.iter().filter(|c| c.code.starts_with("COORD/")).cloned().collect();
    let index = rng.below(meetings.len());
    if let Some(meeting) = meetings.get(index)
        && let Some(slot) = start(draft, meeting, &mut rng)
    {
        busy.extend(teachers(meeting));
        let lock = Lock { course: meeting.code.clone(), block: 0, slot: Some(slot), room: None };
        draft.school.locks.push(lock);
    }
    let mut lessons: Vec<Course> =
        draft.courses().iter().filter(|c| lockable(draft, c)).cloned().collect();
    rng.shuffle(&mut lessons);
    let mut classes = BTreeSet::new();
    let mut left = 1 + rng.below(3);
    for lesson in lessons {
        let by = teachers(&lesson);
        let new = by.iter().all(|teacher| !busy.contains(teacher))
            && lesson.audience.iter().all(|who| !classes.contains(who));
        if left == 0 || !new {
            continue;
        }
        let Some(slot) = start(draft, &lesson, &mut rng) else { continue };
        let room = (left == 1).then(|| room(draft, &lesson)).flatten();
        busy.extend(by);
        classes.extend(lesson.audience);
        let lock = Lock { course: lesson.code, block: 0, slot: Some(slot), room };
        draft.school.locks.push(lock);
        left -= 1;
    }
}

fn teachers(course: &Course) -> Vec<TeacherId> {
    match &course.teaching {
        Teaching::By(teachers) => teachers.clone(),
        Teaching::AnyOfSubject => Vec::new(),
    }
}

fn lockable(draft: &Draft, course: &Course) -> bool {
    let code = draft.school.subjects[course.subject].code.as_str();
    LOCKED.contains(&code) && matches!(course.audience[..], [Audience::Class(_)])
}

/// The first slot of a half-day when all teachers are there.
fn start(draft: &Draft, course: &Course, rng: &mut Rng) -> Option<SlotId> {
    let Blocks::Pattern(pattern) = &course.blocks else { return None };
    let length = *pattern.first()?;
    let calendar = &draft.school.calendar;
    let away: BTreeSet<SlotId> =
        teachers(course).into_iter().flat_map(|teacher| away(&draft.school, teacher)).collect();
    let free = |&slot: &SlotId| {
        let half_day = calendar.slots[slot].half_day;
        calendar.is_first(slot)
            && calendar.fits(slot, length)
            && calendar.slots_of(half_day).all(|slot| !away.contains(&slot))
    };
    let slots: Vec<_> = calendar.slots.ids().filter(free).collect();
    rng.pick(&slots)
}

/// The home room of the class, or the first room large enough.
fn room(draft: &Draft, course: &Course) -> Option<RoomId> {
    let &[Audience::Class(class)] = &course.audience[..] else { return None };
    let class = &draft.school.classes[class];
    let RoomNeed::OfType(room_type) = course.room else { return None };
    let fits = |room: &Room| {
        room.room_type == room_type && room.capacity.is_none_or(|most| most >= class.size)
    };
    let first = || draft.school.rooms.enumerate().find(|(_, room)| fits(room)).map(|(id, _)| id);
    class.home_room.or_else(first)
}
