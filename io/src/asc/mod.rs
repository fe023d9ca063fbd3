//! aSc Timetables: the XML that it exports and imports, data and placed lessons.
//!
//! A file is tables of rows that speak of one another by identifiers. It becomes a [`Document`], word for
//! word, and of that a school; a timetable goes back into the same document as its cards, so that aSc knows
//! every identifier again.
//!
//! - The form of 2012 (`daysdefs`, masks of days) and the one of 2008 (`days`, numbers of days).
//! - A double lesson is two cards, one a period, or one card; both are read, and written as the file
//!   had it.
//! - The file says nothing of who is absent when, nor of any other constraint. Lessons of one course are on
//!   different days if they can, as aSc has them unless it is told otherwise.

mod cards;
mod context;
mod cover;
mod document;
mod from_school;
mod masks;
mod numbers;
mod people;
mod places;
mod read_back;
mod reading;
mod school;
mod tables;
mod teaching;
mod turns;
mod week;
mod write;
mod writing;

#[cfg(test)]
mod tests;

pub use cards::{lessons, with_timetable};
pub use context::Context;
pub use document::{Document, ROOT, read};
pub use from_school::{Exported, from_school};
pub use read_back::read_back;
pub use school::{Imported, school};
pub use write::write;
