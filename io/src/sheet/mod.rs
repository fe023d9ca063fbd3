//! Timetables as people hold them, before they take any format: what stands in which cell.
//!
//! A [`Sheet`] is a table of days and periods for one class, one teacher or one room, or a table with
//! a row for each class, teacher or room and a column for each slot. HTML and PDF draw the same sheets.

mod build;
pub mod colour;
pub mod names;
mod pack;

#[cfg(test)]
mod tests;

use colour::Colour;
use jadwal_model::Table;
use jadwal_model::school::{
    ClassId, ClockRange, Course, CourseId, Lesson, Part, RoomId, School, TeacherId, Week,
};
use names::Label;

pub use build::Sheets;

/// What is printed: a school, its courses, where their lessons are, and what else a reader should see.
#[derive(Clone, Copy, Debug)]
pub struct Printed<'a> {
    /// The school.
    pub school: &'a School,
    /// Its courses.
    pub courses: &'a Table<CourseId, Course>,
    /// Their lessons, placed or not.
    pub lessons: &'a [Lesson],
    /// A box of findings, if any.
    pub summary: Option<&'a Summary>,
}

/// A box of findings: sentences with figures.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// Its title.
    pub title: String,
    /// The sentences, each with its figure.
    pub lines: Vec<(String, String)>,
}

/// What a sheet shows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum SheetKind {
    /// One class, with all its groups.
    Class,
    /// One teacher.
    Teacher,
    /// One room.
    Room,
    /// Every class in a row.
    AllClasses,
    /// Every teacher in a row.
    AllTeachers,
    /// Every room in a row.
    AllRooms,
}

impl SheetKind {
    /// Whether it has a row for each of many: its slots are columns then, else rows.
    #[must_use]
    pub const fn is_overview(self) -> bool {
        matches!(self, Self::AllClasses | Self::AllTeachers | Self::AllRooms)
    }
}

/// Whom a sheet, a row of an overview or a calendar shows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Whose {
    /// A class.
    Class(ClassId),
    /// A teacher.
    Teacher(TeacherId),
    /// A room.
    Room(RoomId),
}

/// One page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// What it shows.
    pub kind: SheetKind,
    /// Its name in links: letters, digits and hyphens.
    pub anchor: String,
    /// What it is called where it stands among its like.
    pub label: Label,
    /// Its heading.
    pub title: String,
    /// What else is known of whom it shows, in short pieces.
    pub subtitle: Vec<String>,
    /// Days, or slots in an overview.
    pub columns: Vec<Column>,
    /// Periods, or those whom an overview shows.
    pub rows: Vec<Row>,
    /// Where there are lessons, by column and row; cells never overlap.
    pub cells: Vec<Cell>,
    /// Rows and columns where there is no slot.
    pub closed: Vec<(usize, usize)>,
    /// Lessons without a slot.
    pub unplaced: Vec<Entry>,
}

/// A day, or a slot of an overview.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// The name of the day.
    pub day: String,
    /// The code of the period, in an overview.
    pub period: Option<String>,
    /// The clock times of the slot, in an overview.
    pub clock: Option<ClockRange>,
    /// Which part of the day, in an overview.
    pub part: Option<Part>,
}

/// A period, or whom a row of an overview shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// What it is called.
    pub label: Label,
    /// The clock times of most of its slots.
    pub clock: Option<ClockRange>,
    /// Which part of the day; none in an overview.
    pub part: Option<Part>,
    /// The anchor of its own sheet, in an overview.
    pub link: Option<String>,
}

/// Lessons that share time: a stretch of slots, down a column or, in an overview, along a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// Where it begins.
    pub row: usize,
    /// Where it begins.
    pub column: usize,
    /// How many slots it takes.
    pub length: usize,
    /// How many lessons stand side by side in it.
    pub lanes: usize,
    /// The lessons.
    pub entries: Vec<Entry>,
}

/// One lesson in a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its position among the lessons that are printed.
    pub lesson: usize,
    /// What is taught.
    pub subject: Label,
    /// The classes, except on the sheet of one.
    pub classes: Vec<Label>,
    /// The groups, where it is not for whole classes.
    pub groups: Vec<Label>,
    /// The teachers, except on the sheet of one.
    pub teachers: Vec<Label>,
    /// The room, except on its own sheet.
    pub place: Option<Label>,
    /// The week, where it is held every other week.
    pub week: Option<Week>,
    /// The clock times, where they differ from those of its row.
    pub clock: Option<ClockRange>,
    /// Where it begins in its cell, in slots.
    pub offset: usize,
    /// How many slots it takes in its cell.
    pub length: usize,
    /// Which of the cell's lanes it is in.
    pub lane: usize,
    /// The position of the subject in its register.
    pub subject_index: usize,
    /// The subject's colour.
    pub colour: Colour,
    /// Whether it must stay where it is.
    pub locked: bool,
    /// What an overview writes: two codes.
    pub codes: [Option<String>; 2],
}

impl Entry {
    /// Classes and groups.
    pub fn audience(&self) -> impl Iterator<Item = &Label> {
        self.classes.iter().chain(&self.groups)
    }
}
