//! Rows as the cells of a sheet: what workbooks and CSV share.

use super::choices::{self, NO, YES};
use super::headings;
use super::raw::{Cell, Row, Spot, Value};
use super::schema::{ANY, Field, FieldKind, HARD, fields};
use super::text::{parts, plain, trimmed};
use crate::error::registers::RegisterFault;
use crate::words::Words;
use jadwal_model::school::fault::Register;
use std::collections::BTreeMap;

/// Headings stand in one of the first rows.
const MAX_ABOVE: usize = 50;

/// A sheet as a file has it: the cells that are not empty, by row and column, both from 0.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Grid {
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: BTreeMap<u32, BTreeMap<u32, Value>>,
    /// Cells that are merged: the first and the last, each by row and column.
    pub merged: Vec<[(u32, u32); 2]>,
}

impl Grid {
    /// A cell's place.
    #[must_use]
    pub fn spot(&self, row: u32, column: u32) -> Spot {
        Spot::Sheet { sheet: self.name.clone(), cell: cell_name(row, column) }
    }

    /// Puts a value into a cell, unless it is empty.
    pub fn put(&mut self, row: u32, column: u32, value: Value) {
        if !matches!(&value, Value::Text(text) if trimmed(text).is_empty()) {
            self.rows.entry(row).or_default().insert(column, value);
        }
    }

    /// The row of headings: among the first, the one with most of them. None if there is none.
    fn head(&self, register: Register) -> Option<u32> {
        let known = |cells: &BTreeMap<u32, Value>| {
            cells.values().filter(|value| heading(register, value).is_some()).count()
        };
        let rows = self.rows.iter().take(MAX_ABOVE).map(|(&row, cells)| (known(cells), row));
        let best = rows.max_by_key(|&(known, row)| (known, std::cmp::Reverse(row)))?;
        (best.0 > 0).then_some(best.1)
    }

    /// How many headings of a register stand in one row.
    #[must_use]
    pub fn headings(&self, register: Register) -> usize {
        let cells = self.head(register).and_then(|row| self.rows.get(&row));
        cells.map_or(0, |cells| {
            cells.values().filter(|value| heading(register, value).is_some()).count()
        })
    }

    /// The rows of a register that stand below its headings.
    pub fn read(mut self, register: Register, faults: &mut Vec<(Spot, RegisterFault)>) -> Vec<Row> {
        let Some(head) = self.head(register) else {
            if !self.rows.is_empty() {
                let spot = self.spot(self.rows.keys().next().copied().unwrap_or_default(), 0);
                faults.push((spot, RegisterFault::NoHeadings { register }));
            }
            return Vec::new();
        };
        self.unmerge(head, faults);
        let columns = self.columns(register, head, faults);
        let mut rows = Vec::new();
        for (&number, cells) in self.rows.range(head + 1..) {
            let mut row = Row { register, at: self.spot(number, 0), cells: Vec::new() };
            for (&column, value) in cells {
                let at = self.spot(number, column);
                match columns.get(&column) {
                    Some(Some(field)) => {
                        let value = typed(value, field.kind, &at);
                        row.cells.push(Cell { field: field.name, value, at });
                    }
                    Some(None) => {}
                    None => faults.push((at, RegisterFault::NoHeading)),
                }
            }
            if !row.cells.is_empty() {
                rows.push(row);
            }
        }
        rows
    }

    /// Says what is merged, and reads on as if each of the cells had the value.
    fn unmerge(&mut self, head: u32, faults: &mut Vec<(Spot, RegisterFault)>) {
        for [first, last] in std::mem::take(&mut self.merged) {
            if last.0 < head {
                continue;
            }
            let range = format!("{}:{}", cell_name(first.0, first.1), cell_name(last.0, last.1));
            faults.push((self.spot(first.0, first.1), RegisterFault::Merged { range }));
            let value = self.rows.get(&first.0).and_then(|row| row.get(&first.1)).cloned();
            let (Some(value), true) = (value, first.0 > head && first.1 == last.1) else {
                continue;
            };
            for (_, cells) in self.rows.range_mut(first.0..=last.0) {
                cells.entry(first.1).or_insert_with(|| value.clone());
            }
        }
    }

    /// The field of each column; none where the column is to be passed over.
    fn columns(
        &self,
        register: Register,
        head: u32,
        faults: &mut Vec<(Spot, RegisterFault)>,
    ) -> BTreeMap<u32, Option<&'static Field>> {
        let mut columns: BTreeMap<u32, Option<&'static Field>> = BTreeMap::new();
        for (&column, value) in self.rows.get(&head).into_iter().flatten() {
            let mut field = heading(register, value);
            let text = text_of(value);
            if let Some(known) = field {
                if columns.values().flatten().any(|other| other.name == known.name) {
                    let fault = RegisterFault::FieldTwice { register, field: known.name };
                    faults.push((self.spot(head, column), fault));
                    field = None;
                }
            } else if !text.starts_with('_') {
                let nearest = headings::nearest_field(register, &text);
                let fault = RegisterFault::UnknownField { register, found: text, nearest };
                faults.push((self.spot(head, column), fault));
            }
            columns.insert(column, field);
        }
        columns
    }
}

fn heading(register: Register, value: &Value) -> Option<&'static Field> {
    match value {
        Value::Text(text) => headings::field(register, text),
        _ => None,
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Unreadable => String::new(),
        Value::Text(text) => trimmed(text).to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::List(items) => {
            items.iter().map(|(item, _)| item.as_str()).collect::<Vec<_>>().join(", ")
        }
    }
}

/// `C14`, from a row and a column.
fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    let letters: String = letters.iter().rev().collect();
    format!("{letters}{}", u64::from(row) + 1)
}

/// Where a cell stands among others, by its name.
#[must_use]
pub fn order(cell: &str) -> (u64, usize, String) {
    let cell = cell.split(':').next().unwrap_or_default();
    let letters: String = cell.chars().take_while(char::is_ascii_alphabetic).collect();
    (cell[letters.len()..].parse().unwrap_or_default(), letters.len(), letters)
}

const fn is_list(kind: FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Texts
            | FieldKind::References(_)
            | FieldKind::Courses
            | FieldKind::SubjectsOrCourse
            | FieldKind::Slots
            | FieldKind::ClockTimes
    )
}

fn typed(value: &Value, kind: FieldKind, at: &Spot) -> Value {
    let Value::Text(text) = value else { return value.clone() };
    if is_list(kind) {
        return Value::List(items(text).into_iter().map(|item| (item, at.clone())).collect());
    }
    match kind {
        FieldKind::Date => Value::Text(day_first(text).unwrap_or_else(|| text.clone())),
        _ => value.clone(),
    }
}

/// `2026-09-07` from `07/09/2026`.
fn day_first(text: &str) -> Option<String> {
    let text = plain(text);
    let parts: Vec<&str> = text.split(['/', '.']).collect();
    let [day, month, year] = parts[..] else { return None };
    let number = |text: &str| text.parse::<u32>().ok();
    (year.len() == 4).then_some(())?;
    Some(format!("{year}-{:02}-{:02}", number(month)?, number(day)?))
}

/// The items of a list in one cell; one that is in quotation marks may have commas inside.
fn items(text: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut rest = trimmed(text);
    while let Some(quoted) = rest.strip_prefix('"') {
        let Some(end) = closing(quoted) else { break };
        items.push(quoted[..end].replace("\"\"", "\""));
        let after = trimmed(&quoted[end + 1..]);
        rest = trimmed(after.strip_prefix([',', '،', ';', '؛']).unwrap_or(after));
    }
    match rest.find([',', '،', ';', '؛', '\n']) {
        Some(at) if rest[at..].contains('"') => {
            items.extend(parts(&rest[..at]).map(str::to_owned));
            let separator = rest[at..].chars().next().map_or(0, char::len_utf8);
            items.extend(self::items(&rest[at + separator..]));
        }
        _ => items.extend(parts(rest).map(str::to_owned)),
    }
    items
}

/// The mark that ends a quoted item; a doubled one does not.
fn closing(text: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + text[from..].find('"')?;
        if !text[at + 1..].starts_with('"') {
            return Some(at);
        }
        from = at + 2;
    }
}

fn quoted(item: &str) -> String {
    if item.starts_with('"') || item.contains([',', '،', ';', '؛', '\n']) {
        format!("\"{}\"", item.replace('"', "\"\""))
    } else {
        item.to_owned()
    }
}

/// The words of a field's drop-down list, as people say them; empty if there is none.
#[must_use]
pub fn choices(field: &Field, words: &Words) -> Vec<String> {
    match field.kind {
        FieldKind::Choice(choices) => {
            choices.iter().map(|word| said(word, choices, words)).collect()
        }
        FieldKind::Flag => [YES, NO].map(|word| said(word, &[YES, NO], words)).into(),
        _ => Vec::new(),
    }
}

/// A word in the reader's language, where it is understood again.
fn said(word: &str, choices: &[&'static str], words: &Words) -> String {
    let said = words.choice(word);
    if choices::chosen(&said, choices) == Some(word) { said } else { word.to_owned() }
}

/// A value as it stands in a cell: numbers stay numbers, all else is text.
#[must_use]
pub fn shown(value: &Value, field: &Field, words: &Words) -> Value {
    let text = match value {
        Value::Unreadable => String::new(),
        Value::Number(number) => return Value::Number(*number),
        Value::Flag(flag) => said(if *flag { YES } else { NO }, &[YES, NO], words),
        Value::List(items) => {
            let items = items.iter().map(|(item, _)| match item.as_str() {
                ANY => said(ANY, &[ANY], words),
                item => quoted(item),
            });
            items.collect::<Vec<_>>().join(", ")
        }
        Value::Text(text) => match field.kind {
            FieldKind::Choice(choices) => said(text, choices, words),
            FieldKind::Strength if text == HARD => said(HARD, &[HARD], words),
            kind if is_list(kind) => quoted(text),
            _ => text.clone(),
        },
    };
    Value::Text(text)
}

/// The cells of a row, one for each field of its register; none where it has no value.
#[must_use]
pub fn cells(row: &Row, words: &Words) -> Vec<Option<Value>> {
    let fields = fields(row.register).iter();
    fields.map(|field| Some(shown(&row.cell(field.name)?.value, field, words))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_of_spreadsheets() {
        for (row, column, expected) in
            [(0, 0, "A1"), (13, 2, "C14"), (0, 25, "Z1"), (9, 26, "AA10"), (0, 16383, "XFD1")]
        {
            assert_eq!(cell_name(row, column), expected);
        }
        let mut cells = ["B10", "AA2", "B2", "A10:B11"];
        cells.sort_by_key(|cell| order(cell));
        assert_eq!(cells, ["B2", "AA2", "A10:B11", "B10"]);
    }

    #[test]
    fn lists_are_cut_at_commas_of_any_kind_outside_quotation_marks() {
        for (text, expected) in [
            ("a, b;c، d\ne", &["a", "b", "c", "d", "e"][..]),
            ("\"a, b\", c", &["a, b", "c"]),
            ("c; \"a, \"\"b\"\"\"; d", &["c", "a, \"b\"", "d"]),
            ("\"a", &["\"a"]),
            (" , ", &[]),
        ] {
            assert_eq!(items(text), expected, "{text}");
        }
        for item in ["a", "a, b", "\"", "\"a\";b", "5\" pipe"] {
            assert_eq!(items(&format!("{}, z", quoted(item))), [item, "z"], "{item}");
        }
    }

    #[test]
    fn a_date_may_begin_with_the_day() {
        for (text, expected) in [
            ("07/09/2026", Some("2026-09-07")),
            ("٧/٩/٢٠٢٦", Some("2026-09-07")),
            ("7.9.2026", Some("2026-09-07")),
            ("7/9", None),
            ("7/9/26", None),
        ] {
            assert_eq!(day_first(text).as_deref(), expected, "{text}");
        }
    }
}
