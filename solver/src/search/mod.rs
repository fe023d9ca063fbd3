//! Searches: what to try, and what to keep.

pub(crate) mod annealing;
mod blame;
pub(crate) mod guided_ejection;
mod prices;
pub(crate) mod schedule;
