//! Searches: what to try, and what to keep.

pub(crate) mod annealing;
pub(crate) mod schedule;
