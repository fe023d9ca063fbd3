//! `school.toml`: a school's registers as one text that people can write.
//!
//! `[school]` comes first, then an array of tables for each register, `[[teacher]]` say, with the
//! fields of [`registers::schema`](crate::registers::schema).

mod read;
mod write;

pub use read::read;
pub use write::write;
