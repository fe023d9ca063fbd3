//! A school that came from elsewhere becomes files: `GPU002.TXT` to `GPU006.TXT`.
//!
//! Every course is a lesson with a line for each teacher and class. The files have no word for rules, for
//! groups of a class, for types of rooms, or for teachers that are yet to be chosen.

use super::context::{Context, Known, Line};
use super::write::{Cell, line};
use crate::foreign::spread::is_spread;
use jadwal_model::school::calendar::{Calendar, Weekday};
use jadwal_model::school::course::{Audience, Course, Lesson, Teaching};
use jadwal_model::school::id::{CourseId, RoomId, TeacherId};
use jadwal_model::school::names::Names;
use jadwal_model::school::rule::{Rule, RuleKind};
use jadwal_model::school::school::School;
use jadwal_model::{Id, Table};
use std::collections::BTreeSet;

/// What numbers mean of a school that came from elsewhere, and the codes of what the files do not say.
///
/// These lessons say how courses are cut that the search cuts, and who gives them
/// where that is to be chosen.
#[must_use]
pub fn from_school(
    school: &School,
    courses: &Table<CourseId, Course>,
    lessons: &[Lesson],
) -> (Context, Vec<String>) {
    let mut context = Context::default();
    for (id, slot) in school.calendar.slots.enumerate() {
        let day = day(&school.calendar, slot.day.index());
        let place = (day, slot.period.index() as u32 + 1);
        context.slots.insert(place, id);
        context.places.insert(id, place);
    }
    for (id, room) in school.rooms.enumerate() {
        context.rooms.insert(room.code.clone(), id);
    }
    let mut left_out: BTreeSet<String> = BTreeSet::new();
    for (id, course) in courses.enumerate() {
        let number = id.index() as u32 + 1;
        let ours: Vec<&Lesson> = lessons.iter().filter(|lesson| lesson.course == id).collect();
        let lengths: Vec<u32> = match course.lessons() {
            Some(count) => (0..count as u32).filter_map(|block| course.length(block)).collect(),
            None if ours.is_empty() => {
                left_out.insert(course.code.clone());
                vec![1; course.hours as usize]
            }
            None => ours.iter().map(|lesson| lesson.length).collect(),
        };
        let teachers = match &course.teaching {
            Teaching::By(teachers) => teachers.clone(),
            Teaching::AnyOfSubject => {
                let chosen = ours.first().map(|lesson| lesson.teachers.clone()).unwrap_or_default();
                let alike = ours.iter().all(|lesson| lesson.teachers == chosen);
                if !alike || ours.is_empty() {
                    left_out.insert(course.code.clone());
                }
                if alike { chosen } else { Vec::new() }
            }
        };
        if course.fortnightly || course.audience.iter().any(|who| matches!(who, Audience::Group(_)))
        {
            left_out.insert(course.code.clone());
        }
        let also = school.rules.iter().filter(|rule| {
            matches!(rule.kind, RuleKind::AlsoIn { .. })
                && rule.scope.courses.contains(&course.code)
        });
        let further = also.count();
        let known = Known {
            course: course.code.clone(),
            lengths,
            lines: lines(school, course, &teachers, further),
            further,
            is_open: course.teaching == Teaching::AnyOfSubject,
            is_fixed: school.locks.iter().any(|lock| lock.course == course.code),
        };
        context.numbers.insert(course.code.clone(), number);
        context.lessons.insert(number, known);
    }
    let shared = school.rooms.iter().filter(|room| room.holds > 1);
    left_out.extend(shared.map(|room| room.code.clone()));
    let said = |rule: &Rule| matches!(rule.kind, RuleKind::AlsoIn { .. }) || is_spread(rule);
    let others = school.rules.iter().filter(|rule| !said(rule));
    left_out.extend(others.map(|rule| rule.code.clone()));
    (context, left_out.into_iter().collect())
}

/// The number of a day: Monday is 1.
fn day(calendar: &Calendar, index: usize) -> u32 {
    let weekdays: Option<Vec<Weekday>> = calendar.days.iter().map(|day| day.weekday).collect();
    let at = weekdays.map_or(index, |all| all[index] as usize);
    at as u32 + 1
}

/// A line for each teacher and class. Rooms belong to the lines of different teachers, as far as there are
/// so many.
fn lines(school: &School, course: &Course, teachers: &[TeacherId], further: usize) -> Vec<Line> {
    let mut classes: Vec<&str> = Vec::new();
    for class in course.audience.iter().flat_map(|who| school.classes_of(who)) {
        let code = school.classes[*class].code.as_str();
        if !classes.contains(&code) {
            classes.push(code);
        }
    }
    let mut teachers: Vec<&str> =
        teachers.iter().map(|&id| school.teachers[id].code.as_str()).collect();
    if classes.is_empty() {
        classes.push("");
    }
    teachers.resize(teachers.len().max(further + 1), "");
    let subject = &school.subjects[course.subject].code;
    let line = |(at, teacher): (usize, &&str), class: &str| Line {
        class: class.to_owned(),
        teacher: (*teacher).to_owned(),
        subject: subject.clone(),
        room: Some(at.min(further)),
    };
    let pairs = teachers.iter().enumerate();
    pairs.flat_map(|pair| classes.iter().map(move |class| line(pair, class))).collect()
}

/// The files of the data.
#[must_use]
pub fn data(
    context: &Context,
    school: &School,
    courses: &Table<CourseId, Course>,
) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![("GPU002.TXT", lesson_lines(context, school, courses))];
    let mut classes = String::new();
    for class in &school.classes {
        let mut cells = [const { Cell::None }; 18];
        cells[0] = Cell::Text(&class.code);
        cells[1] = Cell::Text(name(&class.names, &class.code));
        cells[3] = Cell::Text(class.home_room.map_or("", |room| &school.rooms[room].code));
        cells[13] = Cell::Text(&school.levels[class.level].code);
        cells[17] = Cell::Number(class.size);
        line(&cells, &mut classes);
    }
    let mut teachers = String::new();
    for teacher in &school.teachers {
        let mut cells = [const { Cell::None }; 15];
        cells[0] = Cell::Text(&teacher.code);
        cells[1] = Cell::Text(teacher.name.as_deref().unwrap_or(&teacher.code));
        cells[14] = Cell::Number(teacher.service);
        line(&cells, &mut teachers);
    }
    let mut rooms = String::new();
    for room in &school.rooms {
        let mut cells = [const { Cell::None }; 8];
        cells[0] = Cell::Text(&room.code);
        cells[1] = Cell::Text(name(&room.names, &room.code));
        cells[7] = room.capacity.map_or(Cell::None, Cell::Number);
        line(&cells, &mut rooms);
    }
    let mut subjects = String::new();
    for subject in &school.subjects {
        let cells = [Cell::Text(&subject.code), Cell::Text(name(&subject.names, &subject.code))];
        line(&cells, &mut subjects);
    }
    files.extend([
        ("GPU003.TXT", classes),
        ("GPU004.TXT", teachers),
        ("GPU005.TXT", rooms),
        ("GPU006.TXT", subjects),
    ]);
    files.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
}

fn lesson_lines(context: &Context, school: &School, courses: &Table<CourseId, Course>) -> String {
    let mut out = String::new();
    for (number, known) in &context.lessons {
        let course = &courses[CourseId::new(*number as usize - 1)];
        let hours: u32 = known.lengths.iter().sum();
        let blocks: Vec<u32> = known.lengths.iter().copied().filter(|&length| length > 2).collect();
        let doubles = known.lengths.iter().filter(|&&length| length == 2).count() as u32;
        let rooms: Vec<RoomId> = school.rooms_for(&course.room);
        let rooms: Vec<&str> = rooms.iter().map(|&room| school.rooms[room].code.as_str()).collect();
        let rooms = rooms.join("~");
        for one in &known.lines {
            let mut cells = [const { Cell::None }; 38];
            cells[0] = Cell::Number(*number);
            cells[1] = Cell::Number(hours);
            cells[4] = Cell::Text(&one.class);
            cells[5] = Cell::Text(&one.teacher);
            cells[6] = Cell::Text(&one.subject);
            cells[7] = Cell::Text(&rooms);
            cells[23] = Cell::Text(if known.is_fixed { "X" } else { "" });
            if doubles > 0 {
                cells[27] = Cell::Number(doubles);
                cells[28] = Cell::Number(doubles);
            }
            for (at, &block) in [29, 36, 37].into_iter().zip(&blocks) {
                cells[at] = Cell::Number(block);
            }
            line(&cells, &mut out);
        }
    }
    out
}

/// The name of a thing; its code where it has none.
fn name<'n>(names: &'n Names, code: &'n str) -> &'n str {
    names.arabic().or(names.french()).or(names.english()).unwrap_or(code)
}
