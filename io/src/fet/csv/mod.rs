//! What FET exports as CSV, and imports again: lists of what there is, activities and timetables, but no
//! constraints other than the days between the lessons of one activity.

mod away;
mod files;
mod lines;
mod placements;
mod read;
mod students;
mod week;
mod write;

#[cfg(test)]
mod tests;

pub use lines::Wrong;
pub use placements::{is_timetable, with_placements};
pub use read::{Data, is_export, read};
pub use write::{timetable, write};
