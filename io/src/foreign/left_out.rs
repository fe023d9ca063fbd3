//! What of a file does not count here, or not as it does there.

use crate::error::Place;

/// Things of one kind that do not count, or not as they do there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftOut {
    /// What they are.
    pub what: Left,
    /// How many there are.
    pub count: usize,
    /// Where the first one stands.
    pub place: Place,
}

/// What does not count, or not as it does there.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Left {
    /// Lessons of some terms only: they are held all year.
    Terms,
    /// Lessons of some weeks of a cycle of more than two: they are held every week.
    Weeks,
    /// Lessons whose weekly periods are no whole number: one more is held.
    Fraction,
    /// Lessons with fewer periods than one card has: one card is held.
    Short,
    /// Lessons that have no periods: they are not held.
    NoPeriods,
    /// Lessons on several days at once: they are held on any of them.
    DaysTogether,
    /// Lessons for those who chose them: whole groups attend.
    Seminars,
    /// What pupils chose.
    Choices,
    /// Groups that attend no lesson.
    Groups,
    /// Placed lessons without a day or a period: they are not placed.
    Unplaced,
    /// Bells of single days.
    DayBells,
    /// Lessons that are to be passed over: they are not held.
    Ignored,
    /// Lessons in several subjects at once: they are one lesson in all of them.
    Coupled,
    /// Lessons of a lesson group, of some weeks say: they are held every week.
    LessonGroups,
    /// Limits of classes and teachers: they do not count.
    Limits,
    /// Wishes to have lessons at a time: they do not count.
    Wishes,
    /// Lessons of week B alone: they are shown in week A.
    SecondWeek,
    /// Lines of a lesson with other periods than its first, which counts.
    Lines,
    /// Blocks or double lessons that are longer than the periods that are left: they are not formed.
    Blocks,
    /// Time wishes without a day or a period: they do not count.
    Timeless,
    /// Rows of a table that we do not know.
    Table(String),
}

impl Left {
    /// The end of the key of its sentence.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Terms => "terms",
            Self::Weeks => "weeks",
            Self::Fraction => "fraction",
            Self::Short => "short",
            Self::NoPeriods => "no-periods",
            Self::DaysTogether => "days-together",
            Self::Seminars => "seminars",
            Self::Choices => "choices",
            Self::Groups => "groups",
            Self::Unplaced => "unplaced",
            Self::DayBells => "day-bells",
            Self::Ignored => "ignored",
            Self::Coupled => "coupled",
            Self::LessonGroups => "lesson-groups",
            Self::Limits => "limits",
            Self::Wishes => "wishes",
            Self::SecondWeek => "second-week",
            Self::Lines => "lines",
            Self::Blocks => "blocks",
            Self::Timeless => "timeless",
            Self::Table(_) => "table",
        }
    }
}

/// What was found so far.
#[derive(Default)]
pub(crate) struct Leaving(Vec<LeftOut>);

impl Leaving {
    /// So many more of a kind.
    pub(crate) fn add(&mut self, what: Left, count: usize, place: Place) {
        match self.0.iter_mut().find(|other| other.what == what) {
            Some(other) => other.count += count,
            None if count > 0 => self.0.push(LeftOut { what, count, place }),
            None => {}
        }
    }

    /// All of it, in the order of the kinds.
    pub(crate) fn into_sorted(mut self) -> Vec<LeftOut> {
        self.0.sort_by(|one, other| one.what.cmp(&other.what));
        self.0
    }
}
