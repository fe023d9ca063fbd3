//! What numbers mean in a timetable that was written of a school, from that school and the timetable.
//!
//! How courses are cut that the search cuts is only in the timetable: periods that follow one another, by the
//! same teachers where those were to be chosen, are as few lessons as they can be.

use super::context::Context;
use super::file::{File, TIMETABLE};
use super::from_school::from_school;
use jadwal_model::school::course::{Blocks, Course, Lesson};
use jadwal_model::school::id::{CourseId, SlotId};
use jadwal_model::school::school::School;
use jadwal_model::{Id, Table};
use std::collections::{BTreeMap, BTreeSet};

/// The periods of a course, with the teachers of each where those were to be chosen.
type Periods = BTreeMap<SlotId, BTreeSet<String>>;

/// What the numbers mean in a timetable that was written of this school with [`from_school`].
#[must_use]
pub fn read_back(bytes: &[u8], school: &School, courses: &Table<CourseId, Course>) -> Context {
    let (places, _) = from_school(school, courses, &[]);
    let mut all: BTreeMap<&str, Periods> = BTreeMap::new();
    for row in File::read(TIMETABLE, bytes).rows() {
        // what is no number, or no number of a lesson, is told when lessons are read
        let number = |column: usize| row.cell(column).parse::<u32>().ok();
        let known = number(0).and_then(|number| places.lessons.get(&number));
        let slot = number(5).zip(number(6)).and_then(|at| places.slots.get(&at));
        let Some((known, &slot)) = known.zip(slot) else { continue };
        let teachers = all.entry(&known.course).or_default().entry(slot).or_default();
        let name = row.cell(2);
        if known.is_open && !name.is_empty() {
            teachers.insert(name.to_owned());
        }
    }
    let mut lessons = Vec::new();
    for (id, course) in courses.enumerate() {
        let periods = all.remove(&*course.code).unwrap_or_default();
        let lengths = match course.blocks {
            Blocks::Pattern(ref lengths) => lengths.clone(),
            Blocks::Between { longest, .. } => cut(school, periods, course.hours, longest),
        };
        for (block, length) in (0..).zip(lengths) {
            lessons.push(Lesson {
                course: id,
                block,
                length,
                slot: None,
                week: None,
                teachers: Vec::new(),
                room: None,
                further_rooms: Vec::new(),
            });
        }
    }
    from_school(school, courses, &lessons).0
}

/// How a course is cut that is held in these slots; what is nowhere is cut as if it stood together. Too many
/// slots are not cut: they are told when lessons are read.
fn cut(school: &School, mut periods: Periods, hours: u32, longest: u32) -> Vec<u32> {
    let Some(nowhere) = hours.checked_sub(periods.len() as u32) else {
        return vec![1; hours as usize];
    };
    let mut lengths = Vec::new();
    while let Some((first, teachers)) = periods.pop_first() {
        let mut run = 1;
        let next = |run: u32| SlotId::new(first.index() + run as usize);
        while school.calendar.fits(first, run + 1) && periods.get(&next(run)) == Some(&teachers) {
            periods.remove(&next(run));
            run += 1;
        }
        lengths.extend(evenly(run, longest));
    }
    lengths.extend(evenly(nowhere, longest));
    lengths
}

/// Periods in as few lessons as can be, the longer ones first.
fn evenly(periods: u32, longest: u32) -> impl Iterator<Item = u32> {
    let count = periods.div_ceil(longest.max(1));
    (0..count).map(move |at| (periods + count - 1 - at) / count)
}
