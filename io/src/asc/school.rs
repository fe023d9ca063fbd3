//! A document becomes a school.

use super::cards::lessons;
use super::context::Context;
use super::document::Document;
use super::reading::Reading;
use crate::error::ReadError;
use crate::foreign::left_out::Leaving;
use crate::foreign::service::serve;
use crate::foreign::spread::spread;
use crate::foreign::{Left, LeftOut};
use crate::xhstt::faults::Faults;
use jadwal_model::Table;
use jadwal_model::school::course::Course;
use jadwal_model::school::id::CourseId;
use jadwal_model::school::school::School;
use std::collections::BTreeMap;

/// The school of a document, and what of the document is not in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Imported {
    /// The school.
    pub school: School,
    /// What the identifiers of the document mean in it.
    pub context: Context,
    /// What does not count, or not as it does there.
    pub left_out: Vec<LeftOut>,
}

/// What a document says of a school. Its cards are no part of the school, but they have to fit it; those
/// that are locked become locks.
///
/// # Errors
/// All faults that can be found, in the order of the file.
pub fn school(document: &Document) -> Result<Imported, Vec<ReadError>> {
    let mut reading = Reading {
        document,
        school: School { code: "asc".to_owned(), ..School::default() },
        context: Context::default(),
        leaving: Leaving::default(),
        faults: Faults::default(),
        subjects: BTreeMap::new(),
        teachers: BTreeMap::new(),
        buildings: BTreeMap::new(),
        classes: BTreeMap::new(),
        groups: BTreeMap::new(),
    };
    reading.school.calendar = reading.week();
    if !reading.faults.is_empty() {
        // nothing can be placed, so that much else would be told as well
        return Err(reading.faults.into_sorted());
    }
    reading.places();
    reading.subjects();
    reading.people();
    reading.teaching();
    reading.tables();
    if !reading.faults.is_empty() {
        return Err(reading.faults.into_sorted());
    }
    let Reading { mut school, mut context, mut leaving, .. } = reading;
    let mut courses: Table<CourseId, Course> = Table::default();
    for course in &school.own_courses {
        courses.push(course.clone());
    }
    let placed = lessons(document, &context, &school, &courses)?;
    leaving.add(Left::Unplaced, placed.unplaced, placed.first_unplaced);
    context.is_one_card = placed.is_one_card.unwrap_or(document.has_day_numbers());
    school.locks = placed.locks;
    serve(&mut school);
    spread(&mut school);
    Ok(Imported { school, context, left_out: leaving.into_sorted() })
}

/// The tables that are read, or that say nothing of a timetable.
const KNOWN: [&str; 16] = [
    "periods",
    "dayperiods",
    "days",
    "daysdefs",
    "weeksdefs",
    "termsdefs",
    "subjects",
    "teachers",
    "buildings",
    "classrooms",
    "grades",
    "classes",
    "groups",
    "students",
    "lessons",
    "cards",
];

impl Reading<'_> {
    /// Counts the tables that are not read.
    fn tables(&mut self) {
        let document = self.document;
        for table in document.tables.iter().filter(|table| !table.children.is_empty()) {
            let left = match table.name.as_str() {
                name if KNOWN.contains(&name) => continue,
                "studentsubjects" => Left::Choices,
                name => Left::Table(name.to_owned()),
            };
            self.leaving.add(left, table.children.len(), table.children[0].place);
        }
    }
}
