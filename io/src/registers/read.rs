//! Rows become a school, and every fault found on the way is told.

use super::codes::Codes;
use super::entry::{Entry, Found};
use super::raw::{Row, Spot};
use super::slots::Slots;
use super::{read_places, read_rules, read_teaching, read_time};
use crate::error::registers::RegisterFault;
use jadwal_model::school::calendar::{Calendar, Weeks};
use jadwal_model::school::course::Subject;
use jadwal_model::school::fault::{At, Register, SchoolFault, What};
use jadwal_model::school::names::Names;
use jadwal_model::school::people::{Cycle, Division, Level};
use jadwal_model::school::place::RoomType;
use jadwal_model::school::school::School;
use jadwal_model::{Id, Table};
use std::collections::BTreeMap;

/// The school that rows make.
///
/// # Errors
/// All faults of the rows, and those of the school that do not only follow from them.
pub fn read(rows: Vec<Row>) -> Result<School, Vec<(Spot, RegisterFault)>> {
    let mut reading = Reading::new(rows);
    let school = reading.school();
    for fault in filled(&school).faults() {
        reading.keep(fault);
    }
    let faults = reading.found.faults;
    if faults.is_empty() { Ok(school) } else { Err(faults) }
}

/// The school with a row in each register to which a reference may be needed: a reference that is a
/// fault stands for the first.
fn filled(school: &School) -> School {
    let mut school = school.clone();
    let (code, names) = (String::new, Names::default);
    if school.levels.is_empty() {
        let (cycle, stream) = (Cycle::College, None);
        school.levels.push(Level { code: code(), names: names(), cycle, stream });
    }
    if school.subjects.is_empty() {
        school.subjects.push(Subject { code: code(), names: names(), colour: None });
    }
    if school.room_types.is_empty() {
        school.room_types.push(RoomType { code: code(), names: names() });
    }
    if school.divisions.is_empty() {
        let (sort, classes) = (String::new(), Vec::new());
        school.divisions.push(Division { code: code(), sort, classes });
    }
    school
}

struct Reading {
    rows: BTreeMap<Register, Vec<Row>>,
    codes: Codes,
    found: Found,
}

impl Reading {
    fn new(all: Vec<Row>) -> Self {
        let mut rows: BTreeMap<Register, Vec<Row>> = BTreeMap::new();
        for row in all {
            rows.entry(row.register).or_default().push(row);
        }
        let codes = Codes::new(&rows);
        Self { rows, codes, found: Found::default() }
    }

    fn of(&self, register: Register) -> &[Row] {
        self.rows.get(&register).map_or(&[], Vec::as_slice)
    }

    fn each<T>(&mut self, register: Register, mut read: impl FnMut(&mut Entry<'_>) -> T) -> Vec<T> {
        let Self { rows, codes, found } = self;
        let rows = rows.get(&register).map_or(&[][..], Vec::as_slice).iter().enumerate();
        let read = rows.map(|(number, row)| {
            let mut entry = Entry { row, number, codes, found };
            entry.check();
            read(&mut entry)
        });
        read.collect()
    }

    fn table<I: Id, T>(
        &mut self,
        register: Register,
        read: impl FnMut(&mut Entry<'_>) -> T,
    ) -> Table<I, T> {
        let mut table = Table::default();
        for item in self.each(register, read) {
            table.push(item);
        }
        table
    }

    fn school(&mut self) -> School {
        let mut school = self.head();
        let periods = self.table(Register::Periods, read_time::period);
        let days = self.table(Register::Days, |entry| read_time::day(entry, periods.len()));
        let weeks = school.calendar.weeks;
        school.calendar = Calendar { weeks, ..Calendar::new(periods, days) };
        school.calendar.bells = self.each(Register::Bells, read_time::bell);
        school.levels = self.table(Register::Levels, read_places::level);
        school.subjects = self.table(Register::Subjects, read_places::subject);
        school.buildings = self.table(Register::Buildings, read_places::building);
        school.room_types = self.table(Register::RoomTypes, read_places::room_type);
        school.rooms = self.table(Register::Rooms, read_places::room);
        school.classes = self.table(Register::Classes, read_places::class);
        school.divisions = self.table(Register::Divisions, read_places::division);
        school.groups = self.table(Register::Groups, read_places::group);
        let cycle = school.levels.iter().map(|level| level.cycle).max();
        let usual = cycle.map_or(0, Cycle::usual_service);
        school.teachers =
            self.table(Register::Teachers, |entry| read_places::teacher(entry, usual));
        school.curricula = self.each(Register::Curricula, read_teaching::curriculum);
        school.assignments = self.each(Register::Assignments, read_teaching::assignment);
        school.own_courses = self.each(Register::Courses, read_teaching::course);
        let mut slots = Slots::new(&school.calendar);
        school.locks = self.each(Register::Locks, |entry| read_teaching::lock(entry, &mut slots));
        school.rules = self.table(Register::Rules, |entry| read_rules::rule(entry, &mut slots));
        school
    }

    fn head(&mut self) -> School {
        let second = self.of(Register::School).get(1).map(|row| row.at.clone());
        if let Some(at) = second {
            self.found.faults.push((at, RegisterFault::SchoolTwice));
            self.found.cells.insert((Register::School, 0, "weeks"));
        }
        let heads = self.each(Register::School, |entry| {
            let mut school = School {
                code: entry.code("code"),
                name: entry.text("name").unwrap_or_default(),
                year: entry.text("year").unwrap_or_default(),
                remarks: entry.text("remarks").unwrap_or_default(),
                ..School::default()
            };
            if entry.word("weeks") == Some("ab") {
                school.calendar.weeks = Weeks::AB;
            }
            school
        });
        heads.into_iter().next().unwrap_or_else(|| {
            let mut rows = self.rows.values().flatten();
            let in_sheet = rows.find(|row| matches!(row.at, Spot::Sheet { .. }));
            let at = in_sheet.map_or(Spot::START, |row| row.at.clone());
            self.found.faults.push((at, RegisterFault::NoSchool));
            self.found.cells.insert((Register::School, 0, "weeks"));
            School::default()
        })
    }

    /// Keeps a fault of the school, unless it only follows from what is wrong with the rows.
    fn keep(&mut self, SchoolFault { at: At { register, row, field }, what }: SchoolFault) {
        let here = self.of(register).get(row);
        let at = here.and_then(|row| row.cell(field)).map(|cell| cell.at.clone());
        let wanted = match &what {
            // a missing code has been told
            What::EmptyCode => at.is_some(),
            What::Duplicate { .. } => true,
            // a row that only stands in for one
            _ if here.is_none() && !matches!(what, What::NoSlots) => false,
            what => !self.follows(register, row, field, what),
        };
        if wanted {
            let school = self.of(Register::School).first();
            let at = at.or_else(|| Some(here.or(school)?.at.clone())).unwrap_or(Spot::START);
            self.found.faults.push((at, RegisterFault::School { register, field, what }));
        }
    }

    /// Whether any cell on which a fault rests is itself at fault.
    fn follows(&self, register: Register, row: usize, field: &str, what: &What) -> bool {
        let (own, others) = rests_on(what);
        self.found.cells.iter().any(|&(at, number, cell)| {
            let is_own = (at, number) == (register, row)
                && (cell == field || own.is_empty() || own.contains(&cell));
            is_own || (others.contains(&at) && SHAPING.contains(&cell))
        })
    }
}

const WEEK: &[Register] = &[Register::Periods, Register::Days, Register::Bells];
const COURSES: &[Register] = &[
    Register::Periods,
    Register::Days,
    Register::Levels,
    Register::Subjects,
    Register::Classes,
    Register::Divisions,
    Register::Groups,
    Register::Curricula,
    Register::Courses,
];
const ALL: &[Register] = &Register::ALL;

/// The fields that decide which slots and which courses there are, and how these are cut.
const SHAPING: &[&str] = &[
    "code",
    "part",
    "weekday",
    "periods",
    "times",
    "from",
    "until",
    "days",
    "weeks",
    "level",
    "levels",
    "classes",
    "division",
    "divided",
    "sort",
    "subject",
    "subjects",
    "audience",
    "hours",
    "blocks",
    "fortnightly",
    "kind",
    "turns",
    "courses",
    "first",
    "second",
    "third",
    "",
];

/// What a fault rests on besides its own field: fields of its row, none meaning all of them, and
/// registers whose shaping fields decide about it.
const fn rests_on(what: &What) -> (&'static [&'static str], &'static [Register]) {
    match what {
        What::Range { .. } => (&["-"], &[]),
        What::Nothing => (&["audience", "teachers"], &[]),
        What::HoursDoNotAddUp { .. } => (&["hours", "blocks"], &[]),
        What::HoursBeyondWeek { .. } => (&["hours"], WEEK),
        What::LessonTooLong { .. } => (&["hours", "blocks"], WEEK),
        What::NoSlots => (&[], &[Register::Periods, Register::Days]),
        What::SameWeekday { .. } => (&["weekday"], &[Register::Days]),
        What::WeeksAlike => (&["fortnightly"], &[Register::School]),
        What::BellsOverlap { .. } => (&["times", "from", "until", "days"], WEEK),
        What::DatesReversed => (&["from", "until"], &[]),
        What::UnknownCourse { .. } => (&["course", "courses"], COURSES),
        What::UnknownDivision { .. } => (&["divided"], &[Register::Divisions]),
        What::NoSuchLesson { .. } => (&["course", "lesson"], COURSES),
        What::LockDoesNotFit { .. } => (&["course", "lesson", "slot"], COURSES),
        What::GridTwice { .. } => (&[], COURSES),
        What::AlwaysHard | What::CannotMean { .. } | What::ItselfTwice { .. } => (&[], &[]),
        _ => (&[], ALL),
    }
}
