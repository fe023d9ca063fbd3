//! A timetable becomes `GPU001.TXT`.

use super::context::Context;
use jadwal_model::Id;
use jadwal_model::Table;
use jadwal_model::school::course::{Course, Lesson};
use jadwal_model::school::id::{CourseId, SlotId};
use jadwal_model::school::school::School;
use std::fmt::Write;

/// A cell: text stands in quotation marks, a number does not.
pub(super) enum Cell<'c> {
    Text(&'c str),
    Number(u32),
    None,
}

/// A line, with commas between its cells.
pub(super) fn line(cells: &[Cell<'_>], out: &mut String) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        match cell {
            Cell::Text("") | Cell::None => {}
            Cell::Text(text) => drop(write!(out, "\"{}\"", text.replace('"', "\"\""))),
            Cell::Number(number) => drop(write!(out, "{number}")),
        }
    }
    out.push_str("\r\n");
}

/// The timetable of these lessons, in UTF-8: a line for each period of each line of a lesson.
#[must_use]
pub fn timetable(
    context: &Context,
    school: &School,
    courses: &Table<CourseId, Course>,
    lessons: &[Lesson],
) -> String {
    let mut rows: Vec<(u32, u32, u32, &Lesson)> = Vec::new();
    for lesson in lessons {
        let (Some(slot), Some(&number)) =
            (lesson.slot, context.numbers.get(&courses[lesson.course].code))
        else {
            continue;
        };
        for slot in slot.index()..slot.index() + lesson.length as usize {
            if let Some(&(day, period)) = context.places.get(&SlotId::new(slot)) {
                rows.push((number, day, period, lesson));
            }
        }
    }
    rows.sort();
    let mut out = String::new();
    for (number, day, period, lesson) in rows {
        let Some(known) = context.lessons.get(&number) else { continue };
        let mut all = vec![lesson.room];
        all.extend(&lesson.further_rooms);
        for one in &known.lines {
            // where a course leaves that open, the line of the first room has the teacher that was chosen
            let is_open = known.is_open && one.room == Some(0);
            let chosen = lesson.teachers.first().filter(|_| is_open);
            let teacher = chosen.map_or(&one.teacher, |&id| &school.teachers[id].code);
            let room = one.room.and_then(|at| all.get(at).copied().flatten());
            let room = room.map_or("", |room| school.rooms[room].code.as_str());
            let cells = [
                Cell::Number(number),
                Cell::Text(&one.class),
                Cell::Text(teacher),
                Cell::Text(&one.subject),
                Cell::Text(room),
                Cell::Number(day),
                Cell::Number(period),
                Cell::None,
                Cell::None,
            ];
            line(&cells, &mut out);
        }
    }
    out
}
