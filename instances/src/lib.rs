//! Problem data of our own: believable synthetic Moroccan schools, for tests, examples and measuring.
//!
//! [`generate()`] makes a school from a profile and a seed. What it says is possible in every count that
//! can be made beforehand, with some slack; asked for a [`Flaw`] it changes one thing so that the
//! school becomes impossible, and says in a [`Reason`] what is to blame.
//!
//! ```
//! use jadwal_instances::{Profile, generate};
//!
//! let rural = generate(Profile::Rural, 1, None)?;
//! assert_eq!(rural.school.classes.len(), 9);
//! assert_eq!(rural, generate(Profile::Rural, 1, None)?);
//! # Ok::<(), jadwal_instances::GenerateError>(())
//! ```

mod book;
mod catalogue;
mod draft;
pub mod flaw;
mod free;
pub mod generate;
mod grid;
mod hours;
mod locks;
mod meetings;
mod names;
mod people;
mod pools;
pub mod profile;
mod rng;
mod rooms;
mod rules;
mod shape;
mod spoil;
mod staffing;
mod week;

pub use flaw::{Flaw, Reason};
pub use generate::{GenerateError, Generated, generate};
pub use profile::{Profile, Sizes};
