//! One file while it is read: its lines, their cells, and what is wrong with them.

use crate::delimited::{Row, Table};
use crate::error::foreign::ForeignFault;
use crate::error::{Fault, Place};
use crate::fet::csv::Wrong;
use crate::xhstt::faults::{Faults, short};

/// The file of the timetable.
pub const TIMETABLE: &str = "GPU001.TXT";
/// No number is larger.
const MOST: u32 = 100_000;
/// The separators that Untis offers.
const SEPARATORS: &[u8] = b",;\t";

/// A file.
#[derive(Default)]
pub(super) struct File {
    pub(super) name: String,
    table: Table,
    pub(super) faults: Faults,
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
        let mut table = Table::read(bytes, SEPARATORS);
        let is_broken = |cell: &String| cell.contains(['\r', '\n']);
        let (broken, whole) = table.rows.drain(..).partition(|row| row.cells.iter().any(is_broken));
        table.rows = whole;
        let mut file = Self { name: name.to_owned(), table, faults: Faults::default() };
        let broken: Vec<Row> = broken;
        for row in &broken {
            // a quotation mark that is not closed takes the lines after it for its own
            let at = row.cells.iter().position(is_broken).unwrap_or_default();
            let first = row.cell(at).lines().next().unwrap_or_default();
            let place = Place { length: first.len(), ..file.table.place(row, at) };
            file.fault_at(place, ForeignFault::LineEnd { found: short(first) }.into());
        }
        file
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
    pub(super) fn whole(&mut self, row: &Row, column: Column) -> Option<u32> {
        let said = self.thousandths(row, column)?;
        if said % 1000 == 0 {
            return Some(said / 1000);
        }
        self.value(row, column, "a whole number");
        None
    }

    /// A number, rounded up; 0 where nothing is said, none and a fault if it is none.
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
        let Some(number) = number.filter(|number| number.is_finite()) else {
            self.value(row, column, "a number");
            return None;
        };
        if !(0.0..=f64::from(MOST)).contains(&number) {
            self.range(row, column, 0, MOST);
            return None;
        }
        Some((number * 1000.0).round() as u32)
    }

    /// A cell is not what it should be.
    pub(super) fn value(&mut self, row: &Row, column: Column, expected: &'static str) {
        let found = short(row.cell(column.0 - 1));
        self.fault(row, column, ForeignFault::Cell { column: column.1, found, expected }.into());
    }

    /// A cell has a number that is too small or too large.
    pub(super) fn range(&mut self, row: &Row, column: Column, minimum: u32, maximum: u32) {
        let (found, column_name) = (short(row.cell(column.0 - 1)), column.1);
        let fault = ForeignFault::CellRange { column: column_name, found, minimum, maximum };
        self.fault(row, column, fault.into());
    }

    /// A fault: another line has the name of this one.
    pub(super) fn twice(&mut self, row: &Row) {
        let (table, found) = (self.name.clone(), row.cell(0).to_owned());
        self.fault(row, Column(1, "name"), ForeignFault::IdTwice { table, found }.into());
    }

    /// A fault: there is no such thing.
    pub(super) fn unknown<'k>(
        &mut self,
        row: &Row,
        column: Column,
        found: &str,
        known: impl Iterator<Item = &'k str>,
    ) {
        let place = self.table.place(row, column.0 - 1);
        self.faults.unknown(place, column.1, found, known);
    }

    pub(super) fn fault(&mut self, row: &Row, column: Column, fault: Fault) {
        let place = self.table.place(row, column.0 - 1);
        self.fault_at(place, fault);
    }

    pub(super) fn fault_at(&mut self, place: Place, fault: Fault) {
        self.faults.push(place, fault);
    }

    /// What is wrong with it; none if nothing is.
    pub(super) fn into_wrong(self) -> Option<Wrong> {
        let Self { name: file, table, faults } = self;
        let errors = faults.into_sorted();
        (!errors.is_empty()).then_some(Wrong { file, text: table.text, errors })
    }
}

/// The names of a list.
pub(super) fn list(text: &str) -> Vec<&str> {
    text.split('~').map(str::trim).filter(|name| !name.is_empty()).collect()
}
