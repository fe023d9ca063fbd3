//! The context of a document that was made of a school, from that school and the document.
//!
//! How courses are cut that the search cuts, who gives those of which that is to be chosen, and which week
//! has those of every other week, is only in the document: its lessons say it.

use super::context::Context;
use super::document::{Document, ids};
use super::from_school::from_school;
use crate::error::ReadError;
use crate::fet::element::Element;
use crate::xhstt::faults::Faults;
use jadwal_model::school::calendar::Week;
use jadwal_model::school::course::{Course, Lesson, Teaching};
use jadwal_model::school::faults::MAX_WEEKLY;
use jadwal_model::school::id::{CourseId, TeacherId};
use jadwal_model::school::school::School;
use jadwal_model::{Id, Table};
use std::collections::{BTreeMap, BTreeSet};

/// What the identifiers mean in a document that [`from_school`] made of this school.
///
/// # Errors
/// All teachers that the school does not have.
pub fn read_back(
    document: &Document,
    school: &School,
    courses: &Table<CourseId, Course>,
) -> Result<Context, Vec<ReadError>> {
    let teachers: BTreeMap<String, TeacherId> =
        school.teachers.ids().map(|id| (format!("T{}", id.index() + 1), id)).collect();
    let mut faults = Faults::default();
    let mut taken: BTreeSet<(CourseId, u32)> = BTreeSet::new();
    let mut lessons = Vec::new();
    for row in document.rows("lessons") {
        let Some((id, course)) = course(row, courses) else { continue };
        let chosen = match course.teaching {
            Teaching::By(_) => Vec::new(),
            Teaching::AnyOfSubject => chosen(row, &teachers, &mut faults),
        };
        let (length, count) = cut(row, course);
        for _ in 0..count {
            let free = (0..=MAX_WEEKLY).filter(|&block| !taken.contains(&(id, block)));
            let fits = |block: &u32| course.length(*block).is_none_or(|other| other == length);
            let Some(block) = free.into_iter().find(fits) else { break };
            taken.insert((id, block));
            lessons.push(Lesson {
                course: id,
                block,
                length,
                slot: None,
                week: course.fortnightly.then(|| week(row)),
                teachers: chosen.clone(),
                room: None,
                further_rooms: Vec::new(),
            });
        }
    }
    let faults = faults.into_sorted();
    if faults.is_empty() { Ok(from_school(school, courses, &lessons).context) } else { Err(faults) }
}

/// The course of a lesson, by the identifier that we gave it.
fn course<'c>(
    row: &Element,
    courses: &'c Table<CourseId, Course>,
) -> Option<(CourseId, &'c Course)> {
    let number = row.attribute("id").strip_prefix('L')?;
    let number = number.split_once('-').map_or(number, |(number, _)| number);
    let at = number.parse::<usize>().ok()?.checked_sub(1)?;
    courses.enumerate().nth(at)
}

fn chosen(
    row: &Element,
    teachers: &BTreeMap<String, TeacherId>,
    faults: &mut Faults,
) -> Vec<TeacherId> {
    let mut chosen = Vec::new();
    for id in ids(row, "teacherids") {
        match teachers.get(id) {
            Some(&teacher) => chosen.push(teacher),
            None => {
                let known = teachers.keys().map(String::as_str);
                faults.unknown(row.place, "teacher", id, known);
            }
        }
    }
    chosen
}

/// How long its lessons are, and how many there are of them.
fn cut(row: &Element, course: &Course) -> (u32, u32) {
    let length = row.attribute("periodspercard").parse().unwrap_or(1).max(1);
    let hours: f64 = row.attribute("periodsperweek").parse().unwrap_or(0.0);
    let hours = if course.fortnightly { 2.0 * hours } else { hours };
    let hours = hours.clamp(0.0, f64::from(MAX_WEEKLY)).round() as u32;
    (length, hours / length)
}

fn week(row: &Element) -> Week {
    if row.attribute("weeksdefid") == "W01" { Week::B } else { Week::A }
}
