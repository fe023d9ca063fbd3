//! A timetable in the school's words, as documents hold it: one row a lesson.

use crate::school::SchoolPart;
use jadwal_model::school::calendar::Week;
use jadwal_model::school::course::Lesson;
use jadwal_model::school::id::{RoomId, SlotId, TeacherId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One lesson of a course.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Row {
    course: String,
    /// Which of the course's lessons, from 1.
    lesson: u32,
    /// Slots.
    length: u32,
    /// Where it starts; null: unplaced.
    slot: Option<String>,
    /// `A` or `B`, where it is held every other week.
    week: Option<String>,
    subject: String,
    audience: Vec<String>,
    teachers: Vec<String>,
    room: Option<String>,
}

/// The part of a result document that says where lessons are.
#[derive(Deserialize)]
struct Timetable {
    timetable: Vec<Row>,
}

/// The rows of placed lessons.
pub(crate) fn rows(part: &SchoolPart, lessons: &[Lesson]) -> Vec<Row> {
    let (school, courses) = (&part.school, &part.origin.courses);
    let row = |lesson: &Lesson| {
        let course = &courses[lesson.course];
        let audience = course.audience.iter().map(|&who| school.audience_code(who).to_owned());
        let teachers = lesson.teachers.iter().map(|&id| school.teachers[id].code.clone());
        Row {
            course: course.code.clone(),
            lesson: lesson.block + 1,
            length: lesson.length,
            slot: lesson.slot.map(|slot| school.calendar.slot_code(slot)),
            week: lesson.week.map(|week| week_code(week).to_owned()),
            subject: school.subjects[course.subject].code.clone(),
            audience: audience.collect(),
            teachers: teachers.collect(),
            room: lesson.room.map(|id| school.rooms[id].code.clone()),
        }
    };
    lessons.iter().map(row).collect()
}

const fn week_code(week: Week) -> &'static str {
    match week {
        Week::A => "A",
        Week::B => "B",
    }
}

/// The lessons of a result document, or the key of a sentence and what was found.
pub(crate) fn read(bytes: &[u8], part: &SchoolPart) -> Result<Vec<Lesson>, (&'static str, String)> {
    let document: Timetable =
        serde_json::from_slice(bytes).map_err(|error| ("result-unreadable", error.to_string()))?;
    let (school, courses) = (&part.school, &part.origin.courses);
    let slots: BTreeMap<String, SlotId> =
        school.calendar.slots.ids().map(|slot| (school.calendar.slot_code(slot), slot)).collect();
    let teachers: BTreeMap<&str, TeacherId> =
        school.teachers.enumerate().map(|(id, teacher)| (teacher.code.as_str(), id)).collect();
    let rooms: BTreeMap<&str, RoomId> =
        school.rooms.enumerate().map(|(id, room)| (room.code.as_str(), id)).collect();
    let known: BTreeMap<&str, _> =
        courses.enumerate().map(|(id, course)| (course.code.as_str(), id)).collect();
    let unknown = |what: &str| ("result-unknown", what.to_owned());
    let mut lessons = Vec::new();
    for row in &document.timetable {
        let course = *known.get(&*row.course).ok_or_else(|| unknown(&row.course))?;
        let slot = match &row.slot {
            Some(code) => Some(*slots.get(code).ok_or_else(|| unknown(code))?),
            None => None,
        };
        let room = match &row.room {
            Some(code) => Some(*rooms.get(&**code).ok_or_else(|| unknown(code))?),
            None => None,
        };
        let who = row.teachers.iter();
        let who = who.map(|code| teachers.get(&**code).copied().ok_or_else(|| unknown(code)));
        let week = match row.week.as_deref() {
            Some("A") => Some(Week::A),
            Some("B") => Some(Week::B),
            Some(other) => return Err(unknown(other)),
            None => None,
        };
        lessons.push(Lesson {
            course,
            block: row.lesson.checked_sub(1).ok_or_else(|| unknown("0"))?,
            length: row.length,
            slot,
            week,
            teachers: who.collect::<Result<_, _>>()?,
            room,
        });
    }
    Ok(lessons)
}
