//! The timetable of a class, a teacher or a room of a school as text, in the school's words.

use crate::console::Console;
use crate::failure::Failure;
use crate::grid::{self, Row};
use crate::school::SchoolPart;
use jadwal_io::sheet::names::Label;
use jadwal_io::sheet::{Entry, Printed, Sheet, Sheets, Whose};
use jadwal_model::school::course::Lesson;
use jadwal_model::school::school::School;

/// How many timetables `some` means.
const SOME: usize = 2;

/// Whom `--show` means: codes, `all`, `some` or `none`.
pub(crate) fn chosen(part: &SchoolPart, show: &[String]) -> Result<Vec<Whose>, Failure> {
    let school = &part.school;
    let mut chosen = Vec::new();
    for word in show {
        match (by_code(school, word), word.as_str()) {
            (Some(whose), _) => chosen.push(whose),
            (None, "none") => {}
            (None, "all") => chosen.extend(all(school)),
            (None, "some") => chosen.extend(all(school).take(SOME)),
            (None, _) => return Err(Failure::usage("show-nobody", word, "some, all, none")),
        }
    }
    Ok(chosen)
}

/// The class, teacher or room of a code.
pub(crate) fn by_code(school: &School, code: &str) -> Option<Whose> {
    all(school).find(|&whose| self::code(school, whose) == code)
}

/// Classes, then teachers, then rooms.
fn all(school: &School) -> impl Iterator<Item = Whose> {
    let classes = school.classes.ids().map(Whose::Class);
    let teachers = school.teachers.ids().map(Whose::Teacher);
    classes.chain(teachers).chain(school.rooms.ids().map(Whose::Room))
}

fn code(school: &School, whose: Whose) -> &str {
    match whose {
        Whose::Class(id) => &school.classes[id].code,
        Whose::Teacher(id) => &school.teachers[id].code,
        Whose::Room(id) => &school.rooms[id].code,
    }
}

/// Writes the timetable of somebody.
pub(crate) fn write(
    console: &Console,
    part: &SchoolPart,
    lessons: &[Lesson],
    whose: Whose,
) -> std::io::Result<()> {
    let (school, courses) = (&part.school, &part.origin.courses);
    let printed = Printed { school, courses, lessons, summary: None };
    let sheets = Sheets::new(printed, &console.words);
    let sheet = match whose {
        Whose::Class(id) => sheets.class(id),
        Whose::Teacher(id) => sheets.teacher(id),
        Whose::Room(id) => sheets.room(id),
    };
    console.line("")?;
    let code = code(school, whose);
    if sheet.label.text == code {
        console.line(&sheet.title)?;
    } else {
        console.line(&format!("{} ({})", sheet.title, console.words.isolate(code)))?;
    }
    let heads: Vec<String> = sheet.columns.iter().map(|column| column.day.clone()).collect();
    let rows = sheet.rows.iter().enumerate().map(|(number, row)| {
        let cells = (0..heads.len()).map(|column| cell(school, &sheet, lessons, (number, column)));
        (row.label.text.clone(), cells.collect())
    });
    grid::draw(console, &heads, &rows.collect::<Vec<Row>>())
}

/// What stands in a cell: what is held for whom, and below it who else is there and where.
fn cell(
    school: &School,
    sheet: &Sheet,
    lessons: &[Lesson],
    (row, column): (usize, usize),
) -> [String; 2] {
    let mut entries: Vec<&Entry> = Vec::new();
    for cell in sheet.cells.iter().filter(|cell| cell.column == column) {
        entries.extend(cell.entries.iter().filter(|entry| {
            let from = cell.row + entry.offset;
            (from..from + entry.length).contains(&row)
        }));
    }
    let held = entries.iter().map(|entry| {
        let names = entry.audience().chain(std::iter::once(&entry.subject));
        let mut names: Vec<&str> = names.map(|label: &Label| label.text.as_str()).collect();
        if sheet.kind == jadwal_io::sheet::SheetKind::Class {
            names.reverse();
        }
        names.join(" ")
    });
    let others = entries.iter().map(|entry| {
        let lesson = &lessons[entry.lesson];
        let teachers = lesson.teachers.iter().map(|&id| school.teachers[id].code.as_str());
        let mut codes: Vec<&str> = Vec::new();
        if !entry.teachers.is_empty() {
            codes.extend(teachers);
        }
        if entry.place.is_some() {
            codes.extend(lesson.rooms().map(|id| school.rooms[id].code.as_str()));
        }
        codes.join(" ")
    });
    [held.collect::<Vec<_>>().join(" + "), others.collect::<Vec<_>>().join(" + ")]
}
