//! What constraints about people and courses mean as rules.
//!
//! Placement, availability and rooms are the business of `placement` and `needs`; everything else is
//! looked up here, constraint by constraint, in the table of `coverage`.

mod away;
mod case;
mod changes;
pub mod coverage;
mod gather;
mod lessons;
mod people;
mod tags;

#[cfg(test)]
mod tests;

pub(super) use case::briefly;
pub(super) use gather::{Said, gather};

use super::context::Context;
use super::document::{Constraint, Document};
use away::Away;
use case::Case;
use jadwal_model::school::rule::Strength;
use jadwal_model::school::school::School;
use std::borrow::Cow;

/// What a constraint means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    /// These rules together. None at all: it says nothing here, as when its activities are inactive.
    Rules(Vec<Said>),
    /// We have no rule for it: it is kept word for word.
    Unknown,
}

/// What constraints mean for a school that has everything but its rules.
pub(super) struct Meanings<'a> {
    context: &'a Context,
    school: &'a School,
    away: Away,
    /// Whether days are halves and the file is older than the names that real days have today.
    old: bool,
}

impl<'a> Meanings<'a> {
    pub(super) fn new(document: &Document, context: &'a Context, school: &'a School) -> Self {
        let version = document.version.split('.').next().and_then(|major| major.parse().ok());
        let old = context.half_days_apart && version.is_some_and(|major: u32| major < 6);
        Self { context, school, away: Away::new(document, context), old }
    }

    /// The name that a type has today. Before 6.0, where days are halves, what spoke of real days had
    /// the names that speak of half-days today.
    fn today<'k>(&self, kind: &'k str) -> Cow<'k, str> {
        const REAL_DAYS: [(&str, &str); 5] = [
            ("MaxHoursDaily", "MaxHoursDailyRealDays"),
            ("MaxDaysPerWeek", "MaxRealDaysPerWeek"),
            ("MinDaysPerWeek", "MinRealDaysPerWeek"),
            ("MaxSpanPerDay", "MaxSpanPerRealDay"),
            ("MaxRoomChangesPerDay", "MaxRoomChangesPerRealDay"),
        ];
        let renamed = REAL_DAYS.iter().find_map(|(then, now)| {
            kind.strip_suffix(then)
                .filter(|prefix| !prefix.ends_with("Interval"))
                .map(|who| format!("{who}{now}"))
        });
        renamed.filter(|_| self.old).map_or(Cow::Borrowed(kind), Cow::Owned)
    }

    /// What an active constraint means.
    pub(super) fn of(&self, constraint: &Constraint) -> Meaning {
        let Self { context, school, away, .. } = self;
        let Some((whose, means, certain)) = coverage::means(&self.today(&constraint.kind)) else {
            return Meaning::Unknown;
        };
        let case = Case { constraint, whose, context, school, away };
        let Some(rules) = means(&case) else { return Meaning::Unknown };
        // a weight of nothing never counts
        let weighed = context.strength(constraint).map(|strength| (strength, rules));
        let certain = certain.and_then(|certain| certain(&case)).map(|all| (Strength::Hard, all));
        let said = weighed.into_iter().chain(certain).flat_map(|(strength, rules)| {
            rules.into_iter().map(move |(kind, scope)| (kind, scope, strength))
        });
        Meaning::Rules(said.collect())
    }
}
