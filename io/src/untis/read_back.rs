//! What numbers mean in a timetable that was written of a school, from that school and the timetable.
//!
//! How courses are cut that the search cuts, and who gives those of which that is to be chosen, is only in
//! the timetable: periods that follow one another are as few lessons as they can be, and the teachers are
//! those of the lines.

use super::context::Context;
use super::file::{Column, File, TIMETABLE};
use super::from_school::from_school;
use crate::error::ReadError;
use jadwal_model::school::course::{Blocks, Course, Lesson, Teaching};
use jadwal_model::school::id::{CourseId, SlotId, TeacherId};
use jadwal_model::school::school::School;
use jadwal_model::{Id, Table};
use std::collections::{BTreeMap, BTreeSet};

const TEACHER: Column = Column(3, "teacher");

/// What the lines of a lesson say.
#[derive(Default)]
struct Said {
    slots: BTreeSet<SlotId>,
    teachers: Vec<TeacherId>,
}

/// What the numbers mean in a timetable that was written of this school with [`from_school`].
///
/// # Errors
/// All teachers of courses whose teacher was to be chosen that the school does not have.
pub fn read_back(
    bytes: &[u8],
    school: &School,
    courses: &Table<CourseId, Course>,
) -> Result<Context, Vec<ReadError>> {
    let (places, _) = from_school(school, courses, &[]);
    let by_code: BTreeMap<&str, TeacherId> =
        school.teachers.enumerate().map(|(id, teacher)| (teacher.code.as_str(), id)).collect();
    let mut file = File::read(TIMETABLE, bytes);
    let mut all: BTreeMap<CourseId, Said> = BTreeMap::new();
    for row in file.rows() {
        // what is no number, or no number of a lesson, is told when lessons are read
        let number = |column: usize| row.cell(column).parse::<u32>().ok();
        let Some(known) = number(0).and_then(|number| places.lessons.get(&number)) else {
            continue;
        };
        let mut found = courses.enumerate().filter(|(_, course)| course.code == known.course);
        let Some((id, course)) = found.next() else { continue };
        let said = all.entry(id).or_default();
        let at = number(5).zip(number(6));
        said.slots.extend(at.and_then(|at| places.slots.get(&at)));
        let name = row.cell(TEACHER.0 - 1);
        if course.teaching != Teaching::AnyOfSubject || matches!(name, "" | "?") {
            continue;
        }
        match by_code.get(name) {
            Some(&teacher) if !said.teachers.contains(&teacher) => said.teachers.push(teacher),
            Some(_) => {}
            None => file.unknown(&row, TEACHER, name, by_code.keys().copied()),
        }
    }
    if let Some(wrong) = file.into_wrong() {
        return Err(wrong.errors);
    }
    let mut lessons = Vec::new();
    for (id, course) in courses.enumerate() {
        let said = all.remove(&id).unwrap_or_default();
        let lengths = match course.blocks {
            Blocks::Pattern(ref lengths) => lengths.clone(),
            Blocks::Between { longest, .. } => cut(school, &said.slots, course.hours, longest),
        };
        for (block, length) in (0..).zip(lengths) {
            lessons.push(Lesson {
                course: id,
                block,
                length,
                slot: None,
                week: None,
                teachers: said.teachers.clone(),
                room: None,
                further_rooms: Vec::new(),
            });
        }
    }
    Ok(from_school(school, courses, &lessons).0)
}

/// How a course is cut that is held in these slots; what is nowhere is cut as if it stood together. Too many
/// slots are not cut: they are told when lessons are read.
fn cut(school: &School, slots: &BTreeSet<SlotId>, hours: u32, longest: u32) -> Vec<u32> {
    let mut lengths = Vec::new();
    let mut rest = slots.clone();
    while let Some(first) = rest.pop_first() {
        let mut run = 1;
        while school.calendar.fits(first, run + 1)
            && rest.remove(&SlotId::new(first.index() + run as usize))
        {
            run += 1;
        }
        lengths.extend(evenly(run, longest));
    }
    let Some(nowhere) = hours.checked_sub(slots.len() as u32) else {
        return vec![1; hours as usize];
    };
    lengths.extend(evenly(nowhere, longest));
    lengths
}

/// Periods in as few lessons as can be, the longer ones first.
fn evenly(periods: u32, longest: u32) -> impl Iterator<Item = u32> {
    let count = periods.div_ceil(longest.max(1));
    (0..count).map(move |at| (periods + count - 1 - at) / count)
}
