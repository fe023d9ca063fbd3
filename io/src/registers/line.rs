//! One row while it is written.

use super::raw::{Cell, Row, Spot, Value};
use jadwal_model::school::course::Audience;
use jadwal_model::school::fault::Register;
use jadwal_model::school::names::Names;
use jadwal_model::school::school::School;

/// A row, while it is written.
pub(super) struct Line(Row);

impl Line {
    pub(super) const fn new(register: Register) -> Self {
        Self(Row { register, at: Spot::NOWHERE, cells: Vec::new() })
    }

    pub(super) fn coded(register: Register, code: &str) -> Self {
        Self::new(register).text("code", code)
    }

    pub(super) fn row(self) -> Row {
        self.0
    }

    fn value(mut self, field: &'static str, value: Value) -> Self {
        self.0.cells.push(Cell { field, value, at: Spot::NOWHERE });
        self
    }

    /// A text, unless it is empty.
    pub(super) fn text(self, field: &'static str, text: &str) -> Self {
        if text.is_empty() { self } else { self.value(field, Value::Text(text.to_owned())) }
    }

    pub(super) fn number(self, field: &'static str, number: u32) -> Self {
        self.value(field, Value::Number(i64::from(number)))
    }

    /// A number, unless it is what a reader takes for granted.
    pub(super) fn number_unless(self, usual: u32, field: &'static str, number: u32) -> Self {
        if number == usual { self } else { self.number(field, number) }
    }

    /// A flag, unless it is what a reader takes for granted.
    pub(super) fn flag_unless(self, usual: bool, field: &'static str, flag: bool) -> Self {
        if flag == usual { self } else { self.value(field, Value::Flag(flag)) }
    }

    /// A list, unless it is empty.
    pub(super) fn list<S: AsRef<str>>(
        self,
        field: &'static str,
        items: impl IntoIterator<Item = S>,
    ) -> Self {
        let items = items.into_iter().map(|item| (item.as_ref().to_owned(), Spot::NOWHERE));
        let items: Vec<_> = items.collect();
        if items.is_empty() { self } else { self.value(field, Value::List(items)) }
    }

    pub(super) fn names(self, names: &Names) -> Self {
        self.text("name_ar", names.arabic().unwrap_or_default())
            .text("name_fr", names.french().unwrap_or_default())
            .text("name_en", names.english().unwrap_or_default())
    }
}

/// The codes of an audience.
pub(super) fn audience<'a>(
    school: &'a School,
    members: &'a [Audience],
) -> impl Iterator<Item = &'a str> {
    members.iter().map(|&member| school.audience_code(member))
}
