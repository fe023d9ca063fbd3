//! What is wrong with a FET file.

use thiserror::Error;

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum FetFault {
    /// A mode that we do not know.
    #[error("the mode is `{found}`, expected `Official` or `Mornings_Afternoons`")]
    UnknownMode {
        /// The mode.
        found: String,
    },
    /// A mode whose days are no days of a week.
    #[error("the file is in the mode `{found}`, expected `Official` or `Mornings_Afternoons`")]
    Mode {
        /// The mode.
        found: &'static str,
    },
    /// A teacher's half-days are said in a way that we do not know.
    #[error("`Mornings_Afternoons_Behavior` is `{found}`, expected such as `Exclusive`")]
    Behaviour {
        /// What is said.
        found: String,
    },
    /// A name that stands twice in a list.
    #[error("`{list}` has the name `{found}` twice")]
    NameTwice {
        /// The list.
        list: String,
        /// The name.
        found: String,
    },
    /// A number that two activities have.
    #[error("two activities have the number {found}")]
    ActivityTwice {
        /// The number.
        found: u32,
    },
    /// Half-days that do not make up days.
    #[error("{found} half-days are no whole days")]
    OddDays {
        /// How many there are.
        found: usize,
    },
    /// There are no days or no hours.
    #[error("the file has no `{expected}`")]
    NoTime {
        /// What is missing.
        expected: &'static str,
    },
    /// An activity that fits no day.
    #[error("activity {activity} takes {found} hours, expected 1 to {maximum}")]
    Duration {
        /// Its number.
        activity: u32,
        /// Its duration.
        found: u32,
        /// The longest that fits.
        maximum: u32,
    },
    /// An activity that has to be in two places.
    #[error("activity {activity} is placed twice: at {first} and at {second}")]
    PlacedTwice {
        /// Its number.
        activity: u32,
        /// The first time or room.
        first: String,
        /// The other one.
        second: String,
    },
    /// A column that a file has not.
    #[error("the first line has no column `{expected}`")]
    NoColumn {
        /// Its heading.
        expected: &'static str,
    },
    /// A line has too few cells or too many.
    #[error("the line has {found} cells, expected {expected}")]
    Cells {
        /// How many it has.
        found: usize,
        /// How many headings there are.
        expected: usize,
    },
    /// A cell that names nothing.
    #[error("there is no name in the column `{column}`")]
    NoName {
        /// The heading.
        column: &'static str,
    },
    /// Parts of an activity that do not make it up.
    #[error("the parts `{found}` do not add up to {expected} hours")]
    Split {
        /// The parts.
        found: String,
        /// The hours of all.
        expected: u32,
    },
    /// A cell that speaks of another number of parts than there are.
    #[error("`{column}` speaks of {found} parts, expected {expected}")]
    Parts {
        /// The heading.
        column: &'static str,
        /// Of how many it speaks.
        found: usize,
        /// How many there are.
        expected: usize,
    },
    /// Two files of one kind in a folder.
    #[error("there is also the file `{found}`, expected one whose name ends with `{expected}`")]
    TwoFiles {
        /// The second one.
        found: String,
        /// How both names end.
        expected: &'static str,
    },
    /// An activity that has to start where no lesson can be.
    #[error("activity {activity} is placed at {found}, where it does not fit")]
    DoesNotFit {
        /// Its number.
        activity: u32,
        /// The time.
        found: String,
    },
    /// An activity of a timetable that the data do not have.
    #[error(
        "there is no such activity as {activity}, with its students, subject, teachers and tags"
    )]
    NoActivity {
        /// Its number.
        activity: u32,
    },
    /// An activity of a timetable whose hours are not in a row, or not as many as it takes.
    #[error("activity {activity} has {found} hours in the timetable, expected {expected} in a row")]
    Hours {
        /// Its number.
        activity: u32,
        /// How many it has.
        found: usize,
        /// How many it takes.
        expected: u32,
    },
    /// A room of a timetable that the data do not have.
    #[error("there is no room `{found}`")]
    NoRoom {
        /// Its name.
        found: String,
    },
    /// A teacher who is in no list.
    #[error("there is no teacher `{found}`")]
    NoTeacher {
        /// The name.
        found: String,
    },
    /// A cell that says neither that somebody is there nor that they are not.
    #[error("the cell says `{found}`, expected `X` where the teacher is not there, or nothing")]
    NotAvailable {
        /// What it says.
        found: String,
    },
}

impl FetFault {
    /// What the reader may do about it.
    #[must_use]
    pub const fn hint(&self) -> Option<&'static str> {
        Some(match self {
            Self::UnknownMode { .. } => "maybe open the file in FET and save it again",
            Self::Mode { .. } => "maybe change the mode in FET, or solve this file with FET itself",
            Self::ActivityTwice { .. } => "maybe the file was put together by hand",
            Self::OddDays { .. } => "maybe add the missing half-day, and make it not available",
            Self::PlacedTwice { .. } => "maybe make one of the two constraints inactive",
            Self::DoesNotFit { .. } => "maybe it is in a break, or too near the end of the day",
            Self::NoColumn { .. } => "maybe export the file again, with a first line of headings",
            Self::Cells { .. } => "maybe a name holds the separator: put it between quotes",
            Self::NoName { .. } => "maybe write the name, or delete the line",
            Self::Split { .. } => "maybe correct the total or one of the parts",
            Self::Parts { .. } => "maybe say once what holds for all parts",
            Self::NoActivity { .. } => "maybe the timetable is one of other data",
            Self::Hours { .. } => "maybe a line is missing or doubled",
            Self::NoRoom { .. } => "maybe add it to the list of rooms",
            Self::NoTeacher { .. } => "maybe add the teacher to the list of teachers",
            Self::NotAvailable { .. } => "maybe write `X`, or empty the cell",
            Self::TwoFiles { .. } => "maybe give each export a folder of its own",
            _ => return None,
        })
    }
}
