//! What FET exports as CSV, and imports again: lists of what there is, activities and timetables, but no
//! constraints other than the days between the lessons of one activity.

mod files;
mod write;

pub use write::{timetable, write};
