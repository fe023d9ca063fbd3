//! Profiles: the kinds of schools there are, and how large each is.

use std::ops::RangeInclusive;

/// A kind of school.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Profile {
    /// A small collège in the countryside.
    Rural,
    /// A collège of ordinary size.
    College,
    /// A lycée of ordinary size.
    Lycee,
    /// A large collège in a city, with fewer rooms than classes.
    Urban,
    /// A very large lycée.
    Xl,
    /// A private school with all three cycles and many shared teachers.
    Private,
}

/// How large a school of one profile is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sizes {
    /// Classes.
    pub classes: usize,
    /// Teachers.
    pub teachers: RangeInclusive<usize>,
    /// Rooms of all types.
    pub rooms: RangeInclusive<usize>,
    /// Weekly hours of all lessons, groups counted each for itself; meetings are none.
    pub lesson_hours: RangeInclusive<u32>,
}

impl Profile {
    /// All of them, the small ones first.
    pub const ALL: [Self; 6] =
        [Self::Rural, Self::College, Self::Lycee, Self::Urban, Self::Private, Self::Xl];

    /// The name on command lines.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rural => "rural",
            Self::College => "college",
            Self::Lycee => "lycee",
            Self::Urban => "urban",
            Self::Xl => "xl",
            Self::Private => "private",
        }
    }

    /// The profile of this name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.name() == name)
    }

    /// How large its schools are.
    #[must_use]
    pub const fn sizes(self) -> Sizes {
        match self {
            Self::Rural => sizes(9, 16..=18, 10..=12, 330..=360),
            Self::College => sizes(24, 38..=44, 24..=28, 900..=980),
            Self::Lycee => sizes(26, 48..=55, 26..=30, 920..=1020),
            Self::Urban => sizes(38, 62..=70, 32..=36, 1450..=1550),
            Self::Xl => sizes(52, 95..=110, 45..=50, 1900..=2100),
            Self::Private => sizes(45, 76..=88, 43..=47, 1420..=1560),
        }
    }
}

const fn sizes(
    classes: usize,
    teachers: RangeInclusive<usize>,
    rooms: RangeInclusive<usize>,
    lesson_hours: RangeInclusive<u32>,
) -> Sizes {
    Sizes { classes, teachers, rooms, lesson_hours }
}
