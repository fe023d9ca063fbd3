//! Integer programmes of a timetabling instance: proved bounds.
//!
//! [`formulation`] says an instance as a [`programme`] of whole numbers, [`backend`] hands it to HiGHS.
//! Costs are never negative, so whatever a programme leaves out only makes its bound lower.

mod backend;
mod blocks;
mod bound;
mod busy;
mod formulation;
mod linear;
mod patterns;
mod programme;

pub use bound::{Bounds, Effort, Proof, Proved, bound};
pub use programme::Size;

#[cfg(test)]
mod tests;
