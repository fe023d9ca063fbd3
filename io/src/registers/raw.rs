//! Rows as they stand in a file, each value with its place.

use crate::error::{Fault, Place, ReadError};
use jadwal_model::school::fault::Register;

/// Where something stands in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Spot {
    /// In a text.
    Text(Place),
    /// In a workbook.
    Sheet {
        /// The name of the sheet.
        sheet: String,
        /// The cell, such as `C14`.
        cell: String,
    },
}

impl Spot {
    /// No place at all, for rows that are only written.
    pub const NOWHERE: Self = Self::Text(Place::NOWHERE);

    /// The start of a text.
    pub const START: Self = Self::Text(Place { line: 1, column: 1, offset: 0, length: 0 });

    /// A fault at this spot.
    #[must_use]
    pub fn error(self, fault: Fault) -> ReadError {
        match self {
            Self::Text(place) => ReadError { place, fault },
            Self::Sheet { sheet, cell } => {
                let place = Place::NOWHERE;
                let fault = Fault::InSheet { sheet, cell, fault: Box::new(fault) };
                ReadError { place, fault }
            }
        }
    }
}

/// A value as the file has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// Several texts, each with its place.
    List(Vec<(String, Spot)>),
    /// Something that the format could not read, and has told.
    Unreadable,
}

/// One value of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// The field, by its name in [`schema`](super::schema).
    pub field: &'static str,
    /// Its value.
    pub value: Value,
    /// Where the value stands.
    pub at: Spot,
}

/// One row of a register.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The register.
    pub register: Register,
    /// Where the row stands.
    pub at: Spot,
    /// Its values.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell of a field, if the row has it.
    #[must_use]
    pub fn cell(&self, field: &str) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.field == field)
    }
}
