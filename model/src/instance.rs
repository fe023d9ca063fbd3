//! Instances: facts and constraints.

use crate::constraint::Constraint;
use crate::facts::{Facts, MetaData};
use crate::id::ConstraintId;
use crate::table::Table;

/// A timetabling problem. Only [`crate::InstanceBuilder`] makes one, so its ids are valid.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Instance {
    /// The identifier that files use.
    pub code: String,
    /// What its file says about it.
    pub meta: MetaData,
    /// All that exists.
    pub facts: Facts,
    /// All that is asked for.
    pub constraints: Table<ConstraintId, Constraint>,
}
