//! What is wrong with a file of another timetabling programme.

use thiserror::Error;

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum ForeignFault {
    /// A table that has to be there is not, or has no rows.
    #[error("the file has no rows in `{expected}`")]
    NoRows {
        /// The table.
        expected: &'static str,
    },
    /// An identifier that two rows of a table have.
    #[error("`{table}` has the identifier `{found}` twice")]
    IdTwice {
        /// The table.
        table: String,
        /// The identifier.
        found: String,
    },
    /// Ones and zeros that are not as many as there are days, weeks or terms.
    #[error("`{attribute}` is `{found}`, expected {expected} ones and zeros")]
    Mask {
        /// The attribute.
        attribute: &'static str,
        /// Its text.
        found: String,
        /// How many there are of others.
        expected: usize,
    },
    /// A lesson that fits no day.
    #[error("lesson `{lesson}` takes {found} periods at once, expected 1 to {maximum}")]
    Duration {
        /// The lesson.
        lesson: String,
        /// How many periods it takes.
        found: u32,
        /// The longest that fits.
        maximum: u32,
    },
    /// More placed periods of a lesson than it has.
    #[error("lesson `{lesson}` has {found} placed periods, expected at most {maximum}")]
    TooMany {
        /// The lesson.
        lesson: String,
        /// How many are placed.
        found: u32,
        /// How many it has.
        maximum: u32,
    },
    /// A lesson that is placed in more pieces than it has.
    #[error("lesson `{lesson}` is placed in {found} pieces, expected at most {maximum}")]
    Pieces {
        /// The lesson.
        lesson: String,
        /// How many are placed.
        found: u32,
        /// How many it has.
        maximum: u32,
    },
    /// A placed lesson where no lesson of its length can be.
    #[error("lesson `{lesson}` is placed at {found}, where it does not fit")]
    DoesNotFit {
        /// The lesson.
        lesson: String,
        /// The time.
        found: String,
    },
    /// A placed lesson in weeks in which it is not held.
    #[error("lesson `{lesson}` is placed in the weeks `{found}`, expected `{expected}`")]
    OtherWeeks {
        /// The lesson.
        lesson: String,
        /// The weeks of its placement.
        found: String,
        /// Those of the lesson.
        expected: String,
    },
    /// Groups of a class that make more parts of pupils than there can be.
    #[error(
        "the groups of class `{class}` make {found} parts of pupils or more, expected at most {maximum}"
    )]
    Parts {
        /// The class.
        class: String,
        /// How many parts there are at least.
        found: usize,
        /// The most that can be.
        maximum: usize,
    },
    /// More divisions of a class than are told apart.
    #[error("class `{class}` has {found} divisions with lessons, expected at most {maximum}")]
    Divisions {
        /// The class.
        class: String,
        /// How many it has.
        found: usize,
        /// The most that are read.
        maximum: usize,
    },
    /// A cell that is not what it should be.
    #[error("`{column}` is `{found}`, expected {expected}")]
    Cell {
        /// What stands in the column.
        column: &'static str,
        /// The text of the cell.
        found: String,
        /// What was expected.
        expected: &'static str,
    },
    /// A number in a cell that is too small or too large.
    #[error("`{column}` is {found}, expected {minimum} to {maximum}")]
    CellRange {
        /// What stands in the column.
        column: &'static str,
        /// The number, as it is written.
        found: String,
        /// The least.
        minimum: u32,
        /// The greatest.
        maximum: u32,
    },
    /// A cell that goes on in the next line.
    #[error("a cell goes on in the next line: `{found}`")]
    LineEnd {
        /// How it begins.
        found: String,
    },
}

impl ForeignFault {
    /// What the reader may do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::NoRows { .. } => "maybe export the file again, with everything in it",
            Self::IdTwice { .. } => "maybe two files were put together: export them as one",
            Self::Mask { .. } => "maybe the number of days or weeks was changed by hand",
            Self::Duration { .. } => "maybe cut it into shorter lessons",
            Self::TooMany { .. } => "maybe take one of the placements away",
            Self::Pieces { .. } => "maybe its periods at once were changed after it was placed",
            Self::DoesNotFit { .. } => "maybe it goes beyond the end of the day",
            Self::OtherWeeks { .. } => "maybe the timetable is of other data than these",
            Self::Parts { .. } | Self::Divisions { .. } => {
                "maybe give some of its lessons to the whole class"
            }
            Self::Cell { .. } | Self::CellRange { .. } => {
                "maybe the columns are not those of this file: export it again"
            }
            Self::LineEnd { .. } => "maybe the quotation mark at its end is missing",
        }
    }
}
