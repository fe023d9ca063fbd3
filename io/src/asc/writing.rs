//! A document while it is made of a school.

use super::context::Context;
use crate::fet::element::Element;
use jadwal_model::Id;
use jadwal_model::school::id::PeriodId;
use jadwal_model::school::school::School;
use std::collections::BTreeSet;

/// A document while it is made.
pub(super) struct Writing<'s> {
    pub(super) school: &'s School,
    pub(super) context: Context,
    pub(super) lessons: Vec<Element>,
    /// How many weeks take turns.
    pub(super) weeks: usize,
    pub(super) left_out: BTreeSet<String>,
}

impl Writing<'_> {
    /// The number of a period: its code if all codes are numbers, else its place.
    pub(super) fn number(&self, period: PeriodId) -> i64 {
        let periods = &self.school.calendar.periods;
        let said: Option<Vec<i64>> = periods.iter().map(|one| one.code.parse().ok()).collect();
        let said = said.filter(|all| all.windows(2).all(|two| two[0] < two[1]));
        said.map_or(period.index() as i64 + 1, |all| all[period.index()])
    }
}

/// The identifier of a row: a letter for its table, and its place.
pub(super) fn numbered(letter: &str, index: usize) -> String {
    format!("{letter}{}", index + 1)
}

/// A row.
pub(super) fn element(name: &str, attributes: &[(&str, String)]) -> Element {
    let pair = |(name, value): &(&str, String)| ((*name).to_owned(), value.clone());
    Element { attributes: attributes.iter().map(pair).collect(), ..Element::new(name, "") }
}
