//! A school as rows of registers: what tabular formats share.
//!
//! A format turns its file into [`Row`]s, [`read()`] makes a [`School`](jadwal_model::school::School)
//! of them and says what is wrong with each cell; [`write`](write::write) goes the other way.
//! [`schema`] lists the fields of every register once, for all formats.

mod blocks;
pub mod choices;
mod codes;
mod entry;
pub mod grid;
pub mod guide;
pub mod headings;
pub mod json_schema;
mod line;
pub mod raw;
pub mod read;
mod read_places;
mod read_rules;
mod read_teaching;
mod read_time;
pub mod schema;
mod slots;
mod text;
pub mod write;
mod write_rules;

pub use crate::error::registers::RegisterFault;
pub use guide::guide;
pub use json_schema::json_schema;
pub use raw::{Cell, Row, Spot, Value};
pub use read::read;
