//! Searches: what to try, and what to keep.

mod acceptance;
pub(crate) mod annealing;
mod blame;
pub(crate) mod elites;
mod freezing;
pub(crate) mod guided_ejection;
mod prices;
mod reheating;
pub(crate) mod schedule;
