//! A timetable in the school's words, as documents hold it: one row a lesson.

use crate::school::SchoolPart;
use jadwal_io::error::{Place, ReadError};
use jadwal_io::registers::RegisterFault;
use jadwal_model::nearest::nearest;
use jadwal_model::school::calendar::Week;
use jadwal_model::school::course::Lesson;
use jadwal_model::school::fault::Register;
use jadwal_model::school::id::{RoomId, SlotId, TeacherId};
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use std::collections::BTreeMap;

const COURSES: &[Register] = &[Register::Courses];
const ROOMS: &[Register] = &[Register::Rooms];
const TEACHERS: &[Register] = &[Register::Teachers];

/// One lesson of a course.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Row {
    pub(crate) course: String,
    /// Which of the course's lessons, from 1.
    pub(crate) lesson: u32,
    /// Slots.
    pub(crate) length: u32,
    /// Where it starts; null: unplaced.
    pub(crate) slot: Option<String>,
    /// `A` or `B`, where it is held every other week.
    pub(crate) week: Option<String>,
    pub(crate) subject: String,
    pub(crate) audience: Vec<String>,
    pub(crate) teachers: Vec<String>,
    pub(crate) room: Option<String>,
    /// The rooms that rules have it in besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) further_rooms: Vec<Option<String>>,
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
            further_rooms: lesson
                .further_rooms
                .iter()
                .map(|&id| Some(school.rooms[id?].code.clone()))
                .collect(),
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

/// A row of a document, and the lesson that it means.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) row: Row,
    pub(crate) lesson: Lesson,
}

/// What a document lists.
#[derive(Debug)]
pub(crate) struct Listing {
    /// The rows of courses that the school has; what else it does not have is left out of a lesson.
    pub(crate) rows: Vec<Listed>,
    /// What the school does not have.
    pub(crate) faults: Vec<ReadError>,
}

impl Listing {
    /// Lessons that all are the school's.
    pub(crate) fn of(part: &SchoolPart, lessons: Vec<Lesson>) -> Self {
        let rows = rows(part, &lessons).into_iter().zip(lessons);
        let rows = rows.map(|(row, lesson)| Listed { row, lesson }).collect();
        Self { rows, faults: Vec::new() }
    }
}

/// The lessons of a result document.
///
/// # Errors
/// It is no such document: the key of a sentence, and where that is seen.
pub(crate) fn read(text: &str, part: &SchoolPart) -> Result<Listing, (&'static str, Place)> {
    let document: Timetable = serde_json::from_str(text).map_err(|error| {
        let key = match error.classify() {
            Category::Eof => "result-cut",
            Category::Data => "result-other",
            Category::Io | Category::Syntax => "result-syntax",
        };
        (key, at_line(text, error.line(), error.column()))
    })?;
    let (school, courses) = (&part.school, &part.origin.courses);
    let slots: BTreeMap<String, SlotId> =
        school.calendar.slots.ids().map(|slot| (school.calendar.slot_code(slot), slot)).collect();
    let teachers: BTreeMap<&str, TeacherId> =
        school.teachers.enumerate().map(|(id, teacher)| (teacher.code.as_str(), id)).collect();
    let rooms: BTreeMap<&str, RoomId> =
        school.rooms.enumerate().map(|(id, room)| (room.code.as_str(), id)).collect();
    let known: BTreeMap<&str, _> =
        courses.enumerate().map(|(id, course)| (course.code.as_str(), id)).collect();
    let mut listing = Listing { rows: Vec::new(), faults: Vec::new() };
    for (number, row) in document.timetable.into_iter().enumerate() {
        let mut unknown = |found: &str, fault: RegisterFault| {
            let place = place_in_row(text, number, found);
            listing.faults.push(ReadError { place, fault: fault.into() });
        };
        let Some(&course) = known.get(&*row.course) else {
            unknown(&row.course, missing("course", COURSES, &row.course, known.keys().copied()));
            continue;
        };
        let slot = row.slot.as_deref().and_then(|code| {
            let slot = slots.get(code).copied();
            if slot.is_none() {
                let nearest = nearest(code, slots.keys().map(String::as_str));
                let found = code.to_owned();
                unknown(code, RegisterFault::Slot { field: "slot", found, nearest });
            }
            slot
        });
        let mut room = |code: &Option<String>| {
            let code = code.as_deref()?;
            let room = rooms.get(code).copied();
            if room.is_none() {
                unknown(code, missing("room", ROOMS, code, rooms.keys().copied()));
            }
            room
        };
        let further_rooms = row.further_rooms.iter().map(&mut room).collect();
        let room = room(&row.room);
        let mut who = Vec::new();
        for code in &row.teachers {
            match teachers.get(&**code) {
                Some(&teacher) => who.push(teacher),
                None => {
                    unknown(code, missing("teachers", TEACHERS, code, teachers.keys().copied()));
                }
            }
        }
        let week = match row.week.as_deref() {
            Some("A") => Some(Week::A),
            Some("B") => Some(Week::B),
            _ => None,
        };
        // no course has so many lessons: the row is one of those that disagree with the school
        let block = row.lesson.checked_sub(1).unwrap_or(u32::MAX);
        let length = row.length;
        let teachers = who;
        let lesson = Lesson { course, block, length, slot, week, teachers, room, further_rooms };
        listing.rows.push(Listed { row, lesson });
    }
    Ok(listing)
}

fn missing<'c>(
    field: &'static str,
    registers: &'static [Register],
    code: &str,
    known: impl Iterator<Item = &'c str>,
) -> RegisterFault {
    let (found, nearest) = (code.to_owned(), nearest(code, known));
    RegisterFault::Reference { field, registers, found, nearest }
}

fn at_line(text: &str, line: usize, column: usize) -> Place {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len);
    let offset = before.sum::<usize>() + column.saturating_sub(1);
    Place { line, column: column.max(1), offset: offset.min(text.len()), length: 1 }
}

/// Where a row names something; rows are told apart by their courses.
fn place_in_row(text: &str, row: usize, found: &str) -> Place {
    let start = text.find("\"timetable\"").unwrap_or_default();
    let mut rows = text[start..].match_indices("\"course\"");
    let start = start + rows.nth(row).map_or(0, |(at, _)| at);
    let named = text[start..].find(&format!("\"{found}\""));
    let (offset, length) = (start + named.unwrap_or_default(), found.len() + 2);
    let line_start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    let line = text[..offset].matches('\n').count() + 1;
    Place { line, column: text[line_start..offset].chars().count() + 1, offset, length }
}
