//! Searches: what to try, and what to keep.

mod acceptance;
pub(crate) mod annealing;
mod blame;
pub(crate) mod elites;
pub(crate) mod guided_ejection;
mod prices;
pub(crate) mod schedule;
