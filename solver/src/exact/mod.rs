//! Integer programmes of a timetabling instance: proved bounds, and exact repair of a part.
//!
//! `formulation` says an instance as a `programme` of whole numbers, `backend` hands it to HiGHS.
//! Costs are never negative, so whatever a programme leaves out only makes its bound lower.

mod backend;
mod blocks;
mod bound;
mod busy;
pub(crate) mod fix_and_optimise;
mod formulation;
mod ground;
mod improve;
mod linear;
mod neighbourhood;
mod patterns;
mod programme;

pub use bound::{Bounds, Effort, Proof, Proved, bound};
pub use improve::{Improved, improve};
pub use programme::Size;

#[cfg(test)]
mod tests;
