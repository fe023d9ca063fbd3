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
    /// An activity that has to start where no lesson can be.
    #[error("activity {activity} is placed at {found}, where it does not fit")]
    DoesNotFit {
        /// Its number.
        activity: u32,
        /// The time.
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
            _ => return None,
        })
    }
}
