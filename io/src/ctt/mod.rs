//! Course timetabling of the second International Timetabling Competition (2007), third track:
//! curriculum-based, in its plain format `.ctt` and in the later `.ectt`.
//!
//! What is modelled is the competition's formulation, which later papers call UD2. A course becomes
//! one event of as many meets as it has lectures; its teacher, its curricula and the course itself
//! attend all of them, and each meet waits for a room. [`costs`] gives the competition's four soft
//! costs.
//!
//! Of an `.ectt` file, `ROOM_CONSTRAINTS` are hard: the rooms named do not suit the course. What
//! only other formulations count is read and has no effect: the least and most lectures a day, the
//! site of a room, and whether a course wants double lectures.
//!
//! Source: Di Gaspero, `McCollum` and Schaerf, "The Second International Timetabling Competition
//! (ITC-2007): Curriculum-based Course Timetabling" (2007); Bonutti, De Cesco, Di Gaspero and Schaerf,
//! "Benchmarking curriculum-based course timetabling" (2012).

mod build;
mod costs;
mod draft;
mod lines;
mod read;
mod read_solution;
mod write_solution;

pub use costs::{SOFT, costs};
pub use read::read;
pub use read_solution::read_solution;
pub use write_solution::write_solution;

#[cfg(test)]
mod tests;
