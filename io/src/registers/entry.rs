//! One row while it is read: its values by field, each checked, its faults kept.

use super::blocks;
use super::choices;
use super::codes::{Codes, code};
use super::raw::{Cell, Row, Spot, Value};
use super::schema::{self, FieldKind};
use super::text::{parts, plain, short, trimmed};
use crate::error::registers::RegisterFault;
use jadwal_model::Id;
use jadwal_model::school::course::Blocks;
use jadwal_model::school::fault::Register;
use std::collections::BTreeSet;
use std::str::FromStr;

/// No number in a file is above this.
const MAX_NUMBER: i64 = 1_000_000;

/// What is wrong so far.
#[derive(Default)]
pub(super) struct Found {
    pub(super) faults: Vec<(Spot, RegisterFault)>,
    /// The cells at fault.
    pub(super) cells: BTreeSet<(Register, usize, &'static str)>,
}

/// A row, while it is read.
pub(super) struct Entry<'a> {
    pub(super) row: &'a Row,
    pub(super) number: usize,
    pub(super) codes: &'a Codes,
    pub(super) found: &'a mut Found,
}

impl<'a> Entry<'a> {
    /// Says what every row of the register needs and this one lacks, or has twice.
    pub(super) fn check(&mut self) {
        let register = self.row.register;
        for field in schema::fields(register).iter().filter(|field| field.required) {
            if self.is_missing(field.name) {
                self.fault(
                    self.row.at.clone(),
                    RegisterFault::Missing { register, field: field.name },
                );
            }
        }
        let mut seen = BTreeSet::new();
        for cell in &self.row.cells {
            if cell.value == Value::Unreadable {
                self.found.cells.insert((register, self.number, cell.field));
            }
            if !seen.insert(cell.field) {
                let field = cell.field;
                self.fault(cell.at.clone(), RegisterFault::FieldTwice { register, field });
            }
        }
    }

    pub(super) fn fault(&mut self, at: Spot, fault: RegisterFault) {
        let field = fault.field().unwrap_or_default();
        self.found.cells.insert((self.row.register, self.number, field));
        self.found.faults.push((at, fault));
    }

    /// The cell of a field, unless it is empty.
    pub(super) fn value(&self, field: &str) -> Option<&'a Cell> {
        self.row.cell(field).filter(|cell| match &cell.value {
            Value::Text(text) => !trimmed(text).is_empty(),
            Value::List(items) => !items.is_empty(),
            Value::Number(_) | Value::Flag(_) => true,
            Value::Unreadable => false,
        })
    }

    /// Whether there is no value, not even one that could not be read.
    pub(super) fn is_missing(&self, field: &str) -> bool {
        let unreadable = self.row.cell(field).is_some_and(|cell| cell.value == Value::Unreadable);
        self.value(field).is_none() && !unreadable
    }

    fn wrong(&mut self, cell: &Cell, expected: &'static str) {
        let found = match &cell.value {
            Value::Text(text) => short(trimmed(text)),
            Value::Number(number) => number.to_string(),
            Value::Flag(flag) => flag.to_string(),
            Value::Unreadable => String::new(),
            Value::List(items) => {
                short(&items.iter().map(|(item, _)| item.as_str()).collect::<Vec<_>>().join(", "))
            }
        };
        let field = cell.field;
        self.fault(cell.at.clone(), RegisterFault::Value { field, found, expected });
    }

    /// A text, as it was typed.
    pub(super) fn text(&mut self, field: &str) -> Option<String> {
        let cell = self.value(field)?;
        match &cell.value {
            Value::Text(text) => Some(trimmed(text).to_owned()),
            Value::Number(number) => Some(number.to_string()),
            Value::Flag(_) | Value::List(_) | Value::Unreadable => {
                self.wrong(cell, "a text");
                None
            }
        }
    }

    /// A code, made plain.
    pub(super) fn code(&mut self, field: &str) -> String {
        let Some(cell) = self.value(field) else { return String::new() };
        code(&cell.value).unwrap_or_else(|| {
            self.wrong(cell, "a text");
            String::new()
        })
    }

    /// What a text means, to one who understands it.
    fn parsed<T>(
        &mut self,
        field: &str,
        expected: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let cell = self.value(field)?;
        let parsed = code(&cell.value).and_then(|text| parse(&text));
        if parsed.is_none() {
            self.wrong(cell, expected);
        }
        parsed
    }

    pub(super) fn number(&mut self, field: &str) -> Option<u32> {
        let cell = self.value(field)?;
        let found = match &cell.value {
            Value::Number(number) => Some(*number),
            Value::Text(text) => plain(text).parse().ok(),
            Value::Flag(_) | Value::List(_) | Value::Unreadable => None,
        };
        let Some(found) = found else {
            self.wrong(cell, "a whole number");
            return None;
        };
        let number = u32::try_from(found).ok().filter(|_| found <= MAX_NUMBER);
        if number.is_none() {
            let fault =
                RegisterFault::Range { field: cell.field, found, minimum: 0, maximum: MAX_NUMBER };
            self.fault(cell.at.clone(), fault);
        }
        number
    }

    pub(super) fn flag(&mut self, field: &str) -> Option<bool> {
        let cell = self.value(field)?;
        if let Value::Flag(flag) = cell.value {
            return Some(flag);
        }
        self.parsed(field, "true or false", choices::flag)
    }

    pub(super) fn date<T: FromStr>(&mut self, field: &str) -> Option<T> {
        self.parsed(field, "a date", |text| text.parse().ok())
    }

    pub(super) fn blocks(&mut self, field: &str) -> Blocks {
        let blocks = self.parsed(field, "lengths of lessons", blocks::parse);
        blocks.unwrap_or(Blocks::Pattern(Vec::new()))
    }

    /// The word chosen, of those that the schema lists.
    pub(super) fn word(&mut self, field: &str) -> Option<&'static str> {
        let FieldKind::Choice(expected) = schema::field(self.row.register, field)?.kind else {
            return None;
        };
        let cell = self.value(field)?;
        let text = code(&cell.value).unwrap_or_default();
        let word = choices::chosen(&text, expected);
        if word.is_none() {
            let nearest = jadwal_model::nearest::nearest(&text, expected.iter().copied());
            let (field, found) = (cell.field, short(&text));
            let fault = RegisterFault::Choice { field, found, expected, nearest };
            self.fault(cell.at.clone(), fault);
        }
        word
    }

    /// What the word chosen stands for.
    pub(super) fn choice<T: Copy, const N: usize>(
        &mut self,
        field: &str,
        all: [T; N],
        name: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let word = self.word(field)?;
        all.into_iter().find(|&one| name(one) == word)
    }

    /// The items of a list, each with its place.
    pub(super) fn items(&mut self, field: &str) -> Vec<(String, Spot)> {
        let Some(cell) = self.value(field) else { return Vec::new() };
        match &cell.value {
            Value::List(items) => items.clone(),
            Value::Text(text) => {
                parts(text).map(|part| (part.to_owned(), cell.at.clone())).collect()
            }
            Value::Number(number) => vec![(number.to_string(), cell.at.clone())],
            Value::Flag(_) | Value::Unreadable => {
                self.wrong(cell, "a text");
                Vec::new()
            }
        }
    }

    /// The codes of a list, not looked up.
    pub(super) fn codes(&mut self, field: &str) -> Vec<String> {
        let items = self.items(field).into_iter();
        items.map(|(code, _)| plain(&code)).filter(|code| !code.is_empty()).collect()
    }

    fn look_up(
        &mut self,
        field: &'static str,
        registers: &'static [Register],
        code: &str,
        at: &Spot,
    ) -> Option<(Register, usize)> {
        let code = plain(code);
        let row = self.codes.find(registers, &code);
        if row.is_none() {
            let nearest = self.codes.nearest(registers, &code);
            let fault = RegisterFault::Reference { field, registers, found: code, nearest };
            self.fault(at.clone(), fault);
        }
        row
    }

    /// The row that a field refers to, in one of these registers.
    pub(super) fn referred(
        &mut self,
        field: &str,
        registers: &'static [Register],
    ) -> Option<(Register, usize)> {
        let cell = self.value(field)?;
        let Some(code) = code(&cell.value) else {
            self.wrong(cell, "a text");
            return None;
        };
        self.look_up(cell.field, registers, &code, &cell.at)
    }

    /// The id that a field refers to.
    pub(super) fn one<I: Id>(&mut self, field: &str, registers: &'static [Register]) -> Option<I> {
        self.referred(field, registers).map(|(_, row)| I::new(row))
    }

    /// The id that a field has to refer to; where it does not, which is a fault, the first.
    pub(super) fn needed<I: Id>(&mut self, field: &str, registers: &'static [Register]) -> I {
        self.one(field, registers).unwrap_or_else(|| I::new(0))
    }

    /// The rows that a field refers to, in the order written, each once.
    pub(super) fn all_referred(
        &mut self,
        field: &str,
        registers: &'static [Register],
    ) -> Vec<(Register, usize)> {
        let Some(cell) = self.value(field) else { return Vec::new() };
        let mut rows = Vec::new();
        for (item, at) in self.items(field) {
            if let Some(row) = self.look_up(cell.field, registers, &item, &at)
                && !rows.contains(&row)
            {
                rows.push(row);
            }
        }
        rows
    }

    /// The ids that a field refers to.
    pub(super) fn many<I: Id>(&mut self, field: &str, registers: &'static [Register]) -> Vec<I> {
        self.all_referred(field, registers).into_iter().map(|(_, row)| I::new(row)).collect()
    }
}
