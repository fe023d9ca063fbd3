//! What constraints about people and courses mean as rules.
//!
//! Placement, availability and rooms are the business of `placement` and `needs`; everything else is
//! looked up here, constraint by constraint.

use super::context::Context;
use super::document::Constraint;
use jadwal_model::school::rule::{RuleKind, Scope, Strength};
use jadwal_model::school::school::School;

/// What a constraint means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    /// These rules together. None at all: it says nothing here, as when its activities are inactive.
    Rules(Vec<(RuleKind, Scope, Strength)>),
    /// We have no rule for it: it is kept word for word.
    Unknown,
}

/// What an active constraint means for a school that has everything but its rules.
pub(super) fn meaning(constraint: &Constraint, context: &Context, school: &School) -> Meaning {
    let _ = (constraint, context, school);
    Meaning::Unknown
}
