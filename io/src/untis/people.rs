//! Classes, teachers and subjects: `GPU003.TXT`, `GPU004.TXT`, `GPU006.TXT`, or those that lessons name.

use super::context::Context;
use super::file::{Column, File, list};
use crate::delimited::Row;
use crate::fet::csv::Wrong;
use crate::foreign::Left;
use crate::foreign::codes::Codes;
use crate::foreign::left_out::Leaving;
use crate::foreign::names::names;
use jadwal_model::school::course::Subject;
use jadwal_model::school::faults::MAX_WEEKLY;
use jadwal_model::school::id::{ClassId, LevelId, RoomId, SubjectId, TeacherId};
use jadwal_model::school::names::Names;
use jadwal_model::school::people::{Class, Cycle, Level, Teacher};
use jadwal_model::school::school::School;
use std::collections::{BTreeMap, BTreeSet};

const CLASSES: &str = "GPU003.TXT";
const TEACHERS: &str = "GPU004.TXT";
const ROOMS: &str = "GPU005.TXT";
const SUBJECTS: &str = "GPU006.TXT";
const SERVICE: Column = Column(15, "service");
/// No class is larger.
const LARGEST: u32 = 5_000;

/// Who and what the files name.
#[derive(Default)]
pub(super) struct People {
    pub(super) classes: BTreeMap<String, ClassId>,
    pub(super) teachers: BTreeMap<String, TeacherId>,
    pub(super) subjects: BTreeMap<String, SubjectId>,
    /// The room of a subject.
    pub(super) subject_rooms: BTreeMap<String, RoomId>,
    /// The room of a class.
    pub(super) class_rooms: BTreeMap<String, RoomId>,
    /// The room that is taken where another is not free.
    pub(super) instead: BTreeMap<RoomId, RoomId>,
}

/// Makes classes, teachers and subjects.
pub(super) fn people(
    files: &[(String, Vec<u8>)],
    lessons: &File,
    school: &mut School,
    context: &mut Context,
    leaving: &mut Leaving,
) -> (People, Vec<Wrong>) {
    let mut people = People::default();
    let mut all = [CLASSES, TEACHERS, ROOMS, SUBJECTS].map(|name| File::of(files, name));
    let [classes, teachers, rooms, subjects] = &mut all;
    subjects_of(subjects, lessons, school, context, &mut people);
    instead(rooms, context, &mut people);
    teachers_of(teachers, lessons, school, &mut people, leaving);
    classes_of(classes, lessons, school, context, &mut people, leaving);
    let wrong = all.into_iter().filter_map(File::into_wrong).collect();
    (people, wrong)
}

/// The names of a file, or of a column of the lessons where there is none, each once, with its line. A name
/// that a file has twice is a fault.
fn named(file: &mut File, lessons: &File, column: usize) -> Vec<(String, Row)> {
    let is_there = file.is_there();
    let (rows, column) = if is_there { (file.rows(), 0) } else { (lessons.rows(), column - 1) };
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut found: Vec<(String, Row)> = Vec::new();
    for row in rows {
        let name = row.cell(column).to_owned();
        if matches!(name.as_str(), "" | "?") {
            continue;
        }
        if seen.insert(name.clone()) {
            found.push((name, row));
        } else if is_there {
            file.twice(&row);
        }
    }
    found
}

/// The room that a cell names.
fn room(file: &mut File, row: &Row, column: usize, context: &Context) -> Option<RoomId> {
    let name = *list(row.cell(column - 1)).first()?;
    let found = context.rooms.get(name).copied();
    if found.is_none() && !context.rooms.is_empty() {
        let known = context.rooms.keys().map(String::as_str);
        file.unknown(row, Column(column, "room"), name, known);
    }
    found
}

fn subjects_of(
    file: &mut File,
    lessons: &File,
    school: &mut School,
    context: &Context,
    people: &mut People,
) {
    for (code, row) in named(file, lessons, 7) {
        let is_there = file.is_there();
        let long = if is_there { row.cell(1) } else { "" };
        let subject = Subject { code: code.clone(), names: names(long), colour: None };
        let id = school.subjects.push(subject);
        if let Some(room) = is_there.then(|| room(file, &row, 4, context)).flatten() {
            people.subject_rooms.insert(code.clone(), room);
        }
        people.subjects.insert(code, id);
    }
}

fn instead(file: &mut File, context: &Context, people: &mut People) {
    for row in file.rows() {
        let Some(&own) = context.rooms.get(row.cell(0)) else { continue };
        if let Some(other) = room(file, &row, 3, context) {
            people.instead.insert(own, other);
        }
    }
}

fn teachers_of(
    file: &mut File,
    lessons: &File,
    school: &mut School,
    people: &mut People,
    leaving: &mut Leaving,
) {
    for (code, row) in named(file, lessons, 6) {
        let is_there = file.is_there();
        let cell = |column: usize| if is_there { row.cell(column - 1) } else { "" };
        let both = [cell(29), cell(2)].join(" ").trim().to_owned();
        let name = if both.is_empty() { code.clone() } else { both };
        let service = if is_there { file.number(&row, SERVICE) } else { None };
        if service.is_some_and(|hours| hours > MAX_WEEKLY) {
            file.range(&row, SERVICE, 0, MAX_WEEKLY);
        }
        let limits = (8..=14).any(|column| !matches!(cell(column), "" | "0"));
        leaving.add(Left::Limits, usize::from(limits), row.place);
        let teacher = Teacher {
            code: code.clone(),
            name: Some(name),
            subjects: Vec::new(),
            service: service.unwrap_or(0),
            overtime: 0,
            elsewhere: None,
        };
        people.teachers.insert(code, school.teachers.push(teacher));
    }
}

fn classes_of(
    file: &mut File,
    lessons: &File,
    school: &mut School,
    context: &Context,
    people: &mut People,
    leaving: &mut Leaving,
) {
    let mut levels: BTreeMap<String, LevelId> = BTreeMap::new();
    let mut codes = Codes::default();
    for (code, row) in named(file, lessons, 5) {
        let is_there = file.is_there();
        let cell = |column: usize| if is_there { row.cell(column - 1) } else { "" };
        let level = match levels.get(cell(14)) {
            Some(&level) => level,
            None => {
                // files do not say which cycle it is, and all that hangs on it is given by name
                let (name, cycle, stream) = (Names::default(), Cycle::Lycee, None);
                let code = codes.take(&[cell(14), "classes"]);
                let level = school.levels.push(Level { code, names: name, cycle, stream });
                *levels.entry(cell(14).to_owned()).or_insert(level)
            }
        };
        let limits = (7..=12).any(|column| !matches!(cell(column), "" | "0"));
        leaving.add(Left::Limits, usize::from(limits), row.place);
        let (mut size, long) = (0, cell(2).to_owned());
        let mut home_room = None;
        if is_there {
            let columns = [17, 18, 32].map(|column| Column(column, "pupils"));
            size = columns.into_iter().filter_map(|column| file.number(&row, column)).sum();
            home_room = room(file, &row, 4, context);
            people.class_rooms.extend(home_room.map(|room| (code.clone(), room)));
        }
        let class = Class {
            code: code.clone(),
            names: names(&long),
            level,
            size: size.clamp(1, LARGEST),
            home_room,
        };
        people.classes.insert(code, school.classes.push(class));
    }
}
