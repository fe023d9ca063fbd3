//! What the formats of other timetabling programmes have in common: names of days, codes that have to be
//! different, hours of teachers, and what of a file does not count here.

pub(crate) mod codes;
pub mod left_out;
pub(crate) mod locked;
pub(crate) mod longest;
pub(crate) mod names;
pub(crate) mod service;
pub(crate) mod spread;
pub(crate) mod weekday;

pub use left_out::{Left, LeftOut};
