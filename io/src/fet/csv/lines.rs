//! The lines of one file, and what is wrong with them.

use super::files::File;
use crate::delimited::{Row, Table};
use crate::error::fet::FetFault;
use crate::error::{Fault, Place, ReadError};
use crate::xhstt::faults::{Faults, short};

/// What is wrong with one file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wrong {
    /// Its name.
    pub file: String,
    /// Its text, in which the faults have their places.
    pub text: String,
    /// The faults, in the order of the file; at least one.
    pub errors: Vec<ReadError>,
}

/// A file while it is read.
#[derive(Default)]
pub(super) struct Lines {
    pub(super) file: String,
    pub(super) table: Table,
    headings: &'static [&'static str],
    /// By heading: where it stands.
    columns: Vec<Option<usize>>,
    faults: Faults,
}

/// The separators that FET writes, and the one of spreadsheets.
const SEPARATORS: &[u8] = b",;|\t";
/// The one column that may be missing.
const COMMENTS: &str = "Comments";

impl Lines {
    /// The file of this kind; none if the folder has none.
    pub(super) fn of(files: &[(String, Vec<u8>)], kind: &File) -> Option<Self> {
        let mut found = files.iter().filter(|(name, _)| kind.data(name).is_some());
        let (name, bytes) = found.next()?;
        let table = Table::read(bytes, SEPARATORS);
        let first = table.rows.first();
        let at = |heading: &&str| {
            let mut cells = first?.cells.iter();
            cells.position(|cell| cell.eq_ignore_ascii_case(heading))
        };
        let columns: Vec<Option<usize>> = kind.headings.iter().map(at).collect();
        let place = first.map_or(Place::NOWHERE, |row| row.place);
        let mut lines = Self {
            file: name.clone(),
            headings: kind.headings,
            columns,
            table,
            faults: Faults::default(),
        };
        if let Some((other, _)) = found.next() {
            let (found, expected) = (other.clone(), kind.ending);
            lines.fault(Place::NOWHERE, FetFault::TwoFiles { found, expected }.into());
        }
        let missing = lines.headings.iter().zip(&lines.columns);
        let missing = missing.filter(|(heading, at)| at.is_none() && **heading != COMMENTS);
        if let Some((&expected, _)) = missing.into_iter().next() {
            lines.fault(place, FetFault::NoColumn { expected }.into());
            lines.table.rows.clear();
        }
        Some(lines)
    }

    /// The first line.
    pub(super) fn head(&self) -> Vec<String> {
        self.table.rows.first().map(|row| row.cells.clone()).unwrap_or_default()
    }

    /// The lines below the headings that say something and have as many cells.
    pub(super) fn rows(&mut self) -> Vec<Row> {
        let expected = self.head().len();
        let mut rows: Vec<Row> = self.table.rows.iter().skip(1).cloned().collect();
        rows.retain(|row| {
            let found = row.cells.len();
            // spreadsheets set empty cells behind the last one
            let fits = found >= expected && row.cells[expected..].iter().all(String::is_empty);
            if !fits && !row.is_empty() {
                self.fault(row.place, FetFault::Cells { found, expected }.into());
            }
            fits && !row.is_empty()
        });
        rows
    }

    /// A cell, by its heading.
    pub(super) fn cell<'r>(&self, row: &'r Row, heading: &str) -> &'r str {
        self.column(heading).map_or("", |column| row.cell(column))
    }

    /// A name that has to be there.
    pub(super) fn name(&mut self, row: &Row, heading: &'static str) -> Option<String> {
        let name = self.cell(row, heading);
        if name.is_empty() {
            self.fault(row.place, FetFault::NoName { column: heading }.into());
            return None;
        }
        Some(name.to_owned())
    }

    /// A whole number, 0 where nothing is said; a fault if it is another one.
    pub(super) fn number(&mut self, row: &Row, heading: &'static str) -> Option<u32> {
        let text = self.cell(row, heading);
        if text.is_empty() {
            return Some(0);
        }
        let number = text.parse().ok();
        if number.is_none() {
            self.wrong(row, heading, text, "a whole number");
        }
        number
    }

    /// A cell is not what it should be.
    pub(super) fn wrong(
        &mut self,
        row: &Row,
        heading: &'static str,
        found: &str,
        expected: &'static str,
    ) {
        let (element, found) = (heading.to_owned(), short(found));
        self.fault_at(row, heading, Fault::Value { element, found, expected });
    }

    /// A fault in a cell.
    pub(super) fn fault_at(&mut self, row: &Row, heading: &str, fault: Fault) {
        let place = self.column(heading).map(|column| self.table.place(row, column));
        self.fault(place.unwrap_or(row.place), fault);
    }

    /// A fault in a cell whose heading is not one of the format.
    pub(super) fn fault_in(&mut self, row: &Row, column: usize, fault: Fault) {
        let place = self.table.place(row, column);
        self.fault(place, fault);
    }

    fn fault(&mut self, place: Place, fault: Fault) {
        self.faults.push(place, fault);
    }

    fn column(&self, heading: &str) -> Option<usize> {
        let at = self.headings.iter().position(|known| *known == heading)?;
        self.columns[at]
    }

    /// What is wrong with the file; none if nothing is.
    pub(super) fn into_wrong(self) -> Option<Wrong> {
        let Self { file, table, faults, .. } = self;
        let errors = faults.into_sorted();
        (!errors.is_empty()).then_some(Wrong { file, text: table.text, errors })
    }
}
