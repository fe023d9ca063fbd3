//! Compiles a school: `School` -> `Instance`, with a way back from everything to the school's words.
//!
//! | of the school | becomes |
//! | --- | --- |
//! | a slot | a time; days, half-days and the week are time groups |
//! | a part of a class (pupils who are always together) | a resource; so no pupil has two lessons at once, and what a rule wants of a class it wants of each part |
//! | a teacher | a resource |
//! | a room | a resource, or several where it holds several lessons at once |
//! | a lesson | an event of its length; courses without a fixed cut are one event that is split |
//! | lessons that swap in one half-day, or take turns by the week | one event for all of them |
//! | lessons that a rule takes together | a resource that is in all of them |
//! | a rule | one or more constraints |

mod basic;
mod draft;
mod events;
mod facts;
pub mod origin;
mod rules;
mod sets;

pub use events::WORKLOAD;
pub use origin::{Basic, Origin, Part, Source, Who};

use super::fault::SchoolFault;
use super::school::School;
use crate::builder::InstanceError;
use crate::instance::Instance;
use thiserror::Error;

/// An instance that a school became, and what everything in it stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Compiled {
    /// The instance.
    pub instance: Instance,
    /// The way back.
    pub origin: Origin,
}

/// Why a school cannot be compiled.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum CompileError {
    /// The data has faults.
    #[error("the school's data has {} faults", .0.len())]
    Faults(Vec<SchoolFault>),
    /// The instance would be too large, or a number in it.
    #[error("the school does not make an instance: {}", .0.first().map(ToString::to_string).unwrap_or_default())]
    Instance(Vec<InstanceError>),
}

impl From<InstanceError> for CompileError {
    fn from(error: InstanceError) -> Self {
        Self::Instance(vec![error])
    }
}

/// Compiles a school.
///
/// # Errors
/// All faults of its data; or the instance would be absurdly large.
pub fn compile(school: &School) -> Result<Compiled, CompileError> {
    let faults = school.faults();
    if !faults.is_empty() {
        return Err(CompileError::Faults(faults));
    }
    let courses = school.courses().map_err(CompileError::Faults)?;
    let mut draft = draft::Draft::new(school, courses);
    facts::add(&mut draft)?;
    sets::add(&mut draft)?;
    events::add(&mut draft)?;
    basic::add(&mut draft)?;
    rules::add(&mut draft)?;
    draft.finish()
}

#[cfg(test)]
mod tests;
