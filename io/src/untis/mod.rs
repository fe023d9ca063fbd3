//! Untis: the text files `GPU001.TXT` to `GPU006.TXT` and `GPU016.TXT` that it exports and imports.
//!
//! Files are tables without headings, separated by commas, semicolons or tabs, in UTF-8, UTF-16 or
//! windows-1252. Lessons are in `GPU002.TXT`, a line for each class and teacher; all lines of one number
//! are held together. The timetable is in `GPU001.TXT`. No file has the time grid, so it is seen from the
//! timetable and from the time wishes.

mod context;
mod file;
mod from_school;
mod people;
mod read;
mod read_back;
mod rooms;
mod teaching;
mod timetable;
mod wishes;
mod write;

#[cfg(test)]
mod tests;

pub use context::Context;
pub use file::TIMETABLE;
pub use from_school::{data, from_school};
pub use read::{Imported, is_export, is_timetable, school};
pub use read_back::read_back;
pub use timetable::{Placed, lessons};
pub use write::timetable;
