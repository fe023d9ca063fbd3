//! One file while it is read: its lines, their cells, and what is wrong with them.

use crate::delimited::{Row, Table};
use crate::error::{Fault, MAX_FAULTS, Place, ReadError};
use crate::fet::csv::Wrong;
use crate::xhstt::faults::short;
use jadwal_model::nearest::nearest;

/// The file of the timetable.
pub const TIMETABLE: &str = "GPU001.TXT";
/// The separators that Untis offers.
const SEPARATORS: &[u8] = b",;\t";

/// A file.
#[derive(Default)]
pub(super) struct File {
    pub(super) name: String,
    table: Table,
    pub(super) faults: Vec<ReadError>,
}

/// A column: its place, from 1, and what stands in it.
#[derive(Clone, Copy)]
pub(super) struct Column(pub(super) usize, pub(super) &'static str);

impl File {
    /// The file of this name among others; nothing if there is none.
    pub(super) fn of(files: &[(String, Vec<u8>)], name: &str) -> Self {
        let found = files.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map_or_else(Self::default, |(name, bytes)| Self::read(name, bytes))
    }

    pub(super) fn read(name: &str, bytes: &[u8]) -> Self {
        let table = Table::read(bytes, SEPARATORS);
        Self { name: name.to_owned(), table, faults: Vec::new() }
    }

    /// Whether there is such a file.
    pub(super) const fn is_there(&self) -> bool {
        !self.name.is_empty()
    }

    /// The lines that say something.
    pub(super) fn rows(&self) -> Vec<Row> {
        self.table.rows.iter().filter(|row| !row.is_empty()).cloned().collect()
    }

    /// A whole number; 0 where nothing is said, none and a fault if it is another one.
    pub(super) fn number(&mut self, row: &Row, column: Column) -> Option<u32> {
        Some(self.thousandths(row, column)?.div_ceil(1000))
    }

    /// A number in thousandths, such as `2.50000`; 0 where nothing is said.
    pub(super) fn thousandths(&mut self, row: &Row, column: Column) -> Option<u32> {
        let text = row.cell(column.0 - 1);
        if text.is_empty() {
            return Some(0);
        }
        let number = text.replace(',', ".").parse::<f64>().ok();
        let number = number.filter(|number| (0.0..=100_000.0).contains(number));
        if number.is_none() {
            let (element, found) = (column.1.to_owned(), short(text));
            self.fault(row, column, Fault::Value { element, found, expected: "a number" });
        }
        number.map(|number| (number * 1000.0).round() as u32)
    }

    /// A fault: there is no such thing.
    pub(super) fn unknown<'k>(
        &mut self,
        row: &Row,
        column: Column,
        found: &str,
        known: impl Iterator<Item = &'k str>,
    ) {
        let (kind, nearest, found) = (column.1, nearest(found, known), found.to_owned());
        self.fault(row, column, Fault::Reference { kind, found, nearest });
    }

    pub(super) fn fault(&mut self, row: &Row, column: Column, fault: Fault) {
        let place = self.table.place(row, column.0 - 1);
        self.fault_at(place, fault);
    }

    pub(super) fn fault_at(&mut self, place: Place, fault: Fault) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(ReadError { place, fault });
        }
    }

    /// What is wrong with it; none if nothing is.
    pub(super) fn into_wrong(mut self) -> Option<Wrong> {
        self.faults.sort_by_key(|fault| fault.place);
        let Self { name: file, table, faults: errors } = self;
        (!errors.is_empty()).then_some(Wrong { file, text: table.text, errors })
    }
}

/// The names of a list.
pub(super) fn list(text: &str) -> Vec<&str> {
    text.split('~').map(str::trim).filter(|name| !name.is_empty()).collect()
}
