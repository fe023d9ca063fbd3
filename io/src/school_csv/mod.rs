//! A school as a folder of CSV files, one a register: `teacher.csv` say.
//!
//! Columns are found by their headings, as in a [`workbook`](crate::workbook); commas, semicolons and
//! tabs are told apart by what they make of the headings.

mod read;
mod write;

#[cfg(test)]
mod tests;

pub use read::read;
pub use write::write;
