//! Times of the cycle, and their groups.

use crate::id::TimeId;

/// One slot of the cycle; times follow one another in the order of their table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Time {
    /// The identifier that files use.
    pub code: String,
    /// The name for readers.
    pub name: String,
}

/// What a time group stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeGroupKind {
    /// Any set of times.
    Plain,
    /// A day.
    Day,
    /// A week.
    Week,
}

/// A named set of times.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TimeGroup {
    /// The identifier that files use.
    pub code: String,
    /// The name for readers.
    pub name: String,
    /// Whether it is a day, a week or any other set.
    pub kind: TimeGroupKind,
    /// The members, each once, in chronological order.
    pub times: Vec<TimeId>,
}
