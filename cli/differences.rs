//! Where a document disagrees with the school whose timetable it says it is.
//!
//! An instance fixes what the school has settled: its teachers, its rooms, the length and the week of
//! each lesson, and what is locked. A row that says otherwise is no part of a timetable of this
//! school, though nothing of the instance counts it.

use crate::console::Console;
use crate::school::SchoolPart;
use crate::timetable::{self, Listed, Row};
use jadwal_model::Facts;
use jadwal_model::Solution;
use jadwal_model::school::course::{Blocks, Lesson};
use std::collections::BTreeSet;

/// One disagreement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Difference {
    course: String,
    /// From 1.
    lesson: u32,
    what: What,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum What {
    /// The row has another value than the school: the key of its heading, and both.
    Other { column: &'static str, found: String, expected: String },
    /// The lesson is locked elsewhere.
    Locked { column: &'static str, found: String, expected: String },
    /// The lessons of the course are not as long together as they have to be.
    Hours { found: u32, expected: u32 },
    /// The row repeats another.
    Twice,
    /// The course has fewer lessons.
    NoSuchLesson,
}

/// All disagreements, in the order of the rows; the solution is what the rows make of the instance.
pub(crate) fn of(
    part: &SchoolPart,
    facts: &Facts,
    listed: &[Listed],
    solution: &Solution,
) -> Vec<Difference> {
    let ours = part.origin.lessons(facts, solution);
    let expected = timetable::rows(part, &ours);
    let mut free: Vec<(&Lesson, &Row)> = ours.iter().zip(&expected).collect();
    let mut found = Vec::new();
    let mut told = BTreeSet::new();
    for (index, Listed { row, lesson }) in listed.iter().enumerate() {
        let mut add = |what| {
            found.push(Difference { course: row.course.clone(), lesson: row.lesson, what });
        };
        let course = &part.origin.courses[lesson.course];
        let split = matches!(course.blocks, Blocks::Between { .. });
        if split {
            let all = listed.iter().filter(|other| other.lesson.course == lesson.course);
            let sum = all.fold(0u32, |sum, other| sum.saturating_add(other.lesson.length));
            if sum != course.hours {
                if told.insert(lesson.course) {
                    add(What::Hours { found: sum, expected: course.hours });
                }
                continue;
            }
        }
        let same = |other: &Lesson| {
            other.course == lesson.course
                && if split {
                    (other.slot, other.length) == (lesson.slot, lesson.length)
                } else {
                    other.block == lesson.block
                }
        };
        let Some(position) = free.iter().position(|(other, _)| same(other)) else {
            let twice = listed[..index].iter().any(|other| same(&other.lesson));
            add(if twice { What::Twice } else { What::NoSuchLesson });
            continue;
        };
        let (_, school) = free.remove(position);
        let lock = part.school.locked(&row.course, lesson.block);
        if let Some(slot) = lock.slot
            && lesson.slot.is_some_and(|other| other != slot)
        {
            let expected = part.school.calendar.slot_code(slot);
            let found = row.slot.clone().unwrap_or_default();
            add(What::Locked { column: "period", found, expected });
        }
        for (column, [said, wanted]) in columns(row, school) {
            if said == wanted {
                continue;
            }
            add(if column == "room" && lock.room.is_some() {
                What::Locked { column, found: said, expected: wanted }
            } else {
                What::Other { column, found: said, expected: wanted }
            });
        }
    }
    found
}

/// What both rows say in each column that the school settles.
fn columns(row: &Row, school: &Row) -> [(&'static str, [String; 2]); 6] {
    let both = |of: &dyn Fn(&Row) -> String| [of(row), of(school)];
    let all = |codes: &[String]| {
        let codes: BTreeSet<&str> = codes.iter().map(String::as_str).collect();
        codes.into_iter().collect::<Vec<_>>().join(" + ")
    };
    [
        ("subject", both(&|row| row.subject.clone())),
        ("audience", both(&|row| all(&row.audience))),
        ("teacher", both(&|row| all(&row.teachers))),
        ("length", both(&|row| row.length.to_string())),
        ("week", both(&|row| row.week.clone().unwrap_or_default())),
        ("room", both(&|row| all_rooms(row))),
    ]
}

fn all_rooms(row: &Row) -> String {
    let rooms: Vec<&str> = std::iter::once(&row.room)
        .chain(&row.further_rooms)
        .flatten()
        .map(String::as_str)
        .collect();
    rooms.join(" + ")
}

impl Difference {
    /// The sentence.
    pub(crate) fn said(&self, console: &Console) -> String {
        let words = &console.words;
        let text = |text: &str| {
            if text.is_empty() { words.say("list-none", &[]) } else { words.isolate(text) }
        };
        let mut values = vec![
            ("course", words.isolate(&self.course).into()),
            ("lesson", self.lesson.to_string().into()),
        ];
        let key = match &self.what {
            What::Other { column, found, expected } | What::Locked { column, found, expected } => {
                let column = words.say(&format!("column-{column}"), &[]);
                values.push(("column", column.into()));
                values.push(("found", text(found).into()));
                values.push(("expected", text(expected).into()));
                if matches!(self.what, What::Locked { .. }) { "row-locked" } else { "row-other" }
            }
            What::Hours { found, expected } => {
                values.push(("found", found.to_string().into()));
                values.push(("expected", expected.to_string().into()));
                "row-hours"
            }
            What::Twice => "row-twice",
            What::NoSuchLesson => "row-unknown",
        };
        words.say(key, &values)
    }
}
