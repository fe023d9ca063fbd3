//! Workbooks: a school as `.xlsx`, one sheet a register.
//!
//! Sheets are found by their names and columns by their headings, in the form of files or in any of
//! our languages; see [`registers::headings`](crate::registers::headings). What begins with `_` is
//! the reader's own and passed over.

mod help;
mod read;
mod write;

#[cfg(test)]
mod tests;

pub use read::read;
pub(crate) use write::undated;
pub use write::{template, write};
