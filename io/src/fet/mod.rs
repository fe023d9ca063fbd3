//! FET: the files of Free Timetabling Software, data and timetables.
//!
//! A file becomes a [`Document`]: what we understand of it in types, and every element word for word, so
//! that it can be written again with nothing lost.
//!
//! - Versions 5, 6 and 7; `Official` and `Mornings_Afternoons` become a school, the other modes are
//!   read and refused by name.
//! - What is not understood is kept; that includes elements that we have never seen.
//! - Comments of the XML are passed over, and so is white space between elements.

mod clock;
pub mod context;
pub mod csv;
pub mod document;
pub mod element;
mod export_lessons;
mod export_rules;
pub mod from_school;
mod needs;
pub mod placement;
mod read;
pub mod rules;
mod school;
mod students;
mod teaching;
mod time;
pub mod timetable;
pub mod weights;
mod write;
mod writing;

pub use context::Context;
pub use document::{Constraint, Document, Mode};
pub use element::Element;
pub use from_school::{Exported, from_school};
pub use placement::Placements;
pub use read::{ROOT, read};
pub use school::{Imported, Kept, school};
pub use timetable::with_timetable;
pub use weights::Weights;
pub(crate) use write::escape;
pub use write::write;
