//! One constraint, while it is looked up.

use super::away::Away;
use crate::fet::context::{Block, Context};
use crate::fet::document::Constraint;
use jadwal_model::school::calendar::Part;
use jadwal_model::school::id::SlotId;
use jadwal_model::school::rule::{Of, Per, RuleKind, Scope};
use jadwal_model::school::school::School;

/// Of whom a constraint speaks, as its name says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Whose {
    /// Of nobody in particular.
    Nobody,
    /// Of one teacher.
    Teacher,
    /// Of all teachers.
    Teachers,
    /// Of one students set.
    StudentsSet,
    /// Of all students.
    Students,
}

impl Whose {
    /// What the names of constraints begin with.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Nobody => "",
            Self::Teacher => "Teacher",
            Self::Teachers => "Teachers",
            Self::StudentsSet => "StudentsSet",
            Self::Students => "Students",
        }
    }
}

/// What a constraint means: rules, each with whom it speaks of.
pub(super) type Rules = Vec<(RuleKind, Scope)>;

/// One constraint with all that it takes to look it up.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) constraint: &'a Constraint,
    pub(super) whose: Whose,
    pub(super) context: &'a Context,
    pub(super) school: &'a School,
    pub(super) away: &'a Away,
}

impl Case<'_> {
    /// Classes or teachers.
    pub(super) const fn of(&self) -> Of {
        match self.whose {
            Whose::Teacher | Whose::Teachers => Of::Teachers,
            Whose::Nobody | Whose::StudentsSet | Whose::Students => Of::Classes,
        }
    }

    /// Whom it speaks of; none if there is nobody of the name.
    pub(super) fn who(&self) -> Option<Scope> {
        let mut scope = Scope::default();
        match self.whose {
            Whose::Nobody | Whose::Teachers | Whose::Students => return Some(scope),
            Whose::Teacher => {
                let name = self.constraint.teacher()?;
                scope.teachers.push(self.context.teacher(name)?);
            }
            Whose::StudentsSet => {
                let name = self.constraint.students()?;
                scope.audience.extend(self.context.audience(name));
            }
        }
        (!scope.is_everything()).then_some(scope)
    }

    /// The number of a field.
    pub(super) fn number(&self, field: &str) -> Option<u32> {
        self.constraint.number(field)
    }

    /// What a day of the file is.
    pub(super) const fn day(&self) -> Per {
        if self.context.half_days_apart { Per::HalfDay } else { Per::Day }
    }

    /// All slots.
    pub(super) fn all(&self) -> Vec<SlotId> {
        self.school.calendar.slots.ids().collect()
    }

    /// The slots of mornings or of afternoons.
    pub(super) fn halves(&self, part: Part) -> Vec<SlotId> {
        let calendar = &self.school.calendar;
        let slots = calendar.slots.enumerate();
        slots
            .filter(|(_, slot)| calendar.periods[slot.period].part == part)
            .map(|(id, _)| id)
            .collect()
    }

    /// The slots from an hour to the one before another, on all days; the end of the day has no name.
    pub(super) fn interval(&self) -> Option<Vec<SlotId>> {
        let hour = |field: &str| self.context.hours.get(self.constraint.text(field)?).copied();
        let first = hour("Interval_Start_Hour")?;
        let last = hour("Interval_End_Hour").unwrap_or(usize::MAX);
        let places = self.context.slots.iter();
        let inside = places.filter(|((_, hour), _)| (first..last).contains(hour));
        let mut slots: Vec<SlotId> = inside.map(|(_, &slot)| slot).collect();
        slots.sort_unstable();
        Some(slots)
    }

    /// The lessons of the activities that it names.
    pub(super) fn lessons(&self) -> Vec<Block> {
        self.context.lessons(self.constraint, "Activity_Id")
    }
}

/// The name of a single lesson in the scope of a rule.
pub(super) fn name(lesson: &Block) -> String {
    format!("{}#{}", lesson.course, lesson.block + 1)
}

/// Lessons as a scope, in which whole courses are named by their codes.
pub(crate) fn briefly(context: &Context, lessons: &[Block]) -> Scope {
    let (mut courses, rest) = context.whole_courses(lessons);
    courses.extend(rest.iter().map(name));
    Scope { courses, ..Scope::default() }
}

/// Lessons as a scope that takes them together: one whole course by its code, else each by its name.
pub(super) fn together(context: &Context, lessons: &[Block]) -> Scope {
    let (whole, rest) = context.whole_courses(lessons);
    let courses = match (&whole[..], &rest[..]) {
        ([_], []) => whole,
        _ => lessons.iter().map(name).collect(),
    };
    Scope { courses, ..Scope::default() }
}
