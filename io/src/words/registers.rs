//! Faults of a school's file, in words.

use super::faults::Said;
use super::{Value, Values, Words};
use crate::error::Fault;
use crate::error::registers::RegisterFault;
use jadwal_model::school::fault::{At, Register, SchoolFault, What};
use jadwal_model::school::service::HOUR;

impl Words {
    /// What a register is called, in the singular of one of its rows.
    #[must_use]
    pub fn row_of(&self, register: Register) -> String {
        let name = register.name();
        self.find(&format!("row-{name}"), &[]).unwrap_or_else(|| name.to_owned())
    }

    /// What a register is called.
    #[must_use]
    pub fn register(&self, register: Register) -> String {
        let name = register.name();
        self.find(&format!("register-{name}"), &[]).unwrap_or_else(|| name.to_owned())
    }

    /// The heading of a field.
    #[must_use]
    pub fn field(&self, name: &str) -> String {
        self.find(&format!("field-{name}"), &[]).unwrap_or_else(|| name.to_owned())
    }

    /// A word that a file may have to choose, as people say it.
    #[must_use]
    pub fn choice(&self, word: &str) -> String {
        self.find(&format!("choice-{word}"), &[]).unwrap_or_else(|| word.to_owned())
    }

    /// A field as it is called, and as it stands in files where that is another word.
    fn named(&self, name: &str) -> String {
        let heading = self.field(name);
        let plain = heading.to_lowercase().replace(' ', "_");
        if plain == name { name.to_owned() } else { format!("{heading} ({})", self.isolate(name)) }
    }

    fn word(&self, word: &str) -> String {
        let said = self.choice(word);
        if said.to_lowercase() == word {
            word.to_owned()
        } else {
            format!("{} ({said})", self.isolate(word))
        }
    }

    fn any_of(&self, registers: &[Register]) -> String {
        let names = registers.iter().map(|&register| self.row_of(register));
        names.collect::<Vec<_>>().join(&format!(" {} ", self.say("list-or", &[])))
    }

    /// What looks like a mistake in a school's data.
    #[must_use]
    pub fn warning(&self, warning: SchoolFault) -> Said {
        let SchoolFault { at: At { register, field, .. }, what } = warning;
        self.fault(&Fault::Register(RegisterFault::School { register, field, what }))
    }

    pub(super) fn register_fault(&self, fault: RegisterFault) -> (&'static str, Values) {
        match fault {
            RegisterFault::Syntax { reason } => ("register-syntax", values![found = reason]),
            // what its reader says is in no language of ours
            RegisterFault::NotAWorkbook { .. } => ("register-not-a-workbook", values![]),
            RegisterFault::NoHeadings { register } => {
                ("register-no-headings", values![row = self.register(register)])
            }
            RegisterFault::NoHeading => ("register-no-heading", values![]),
            RegisterFault::Merged { range } => ("register-merged", values![found = range]),
            RegisterFault::NoSchool => ("register-no-school", values![]),
            RegisterFault::SchoolTwice => ("register-school-twice", values![]),
            RegisterFault::UnknownRegister { found, nearest } => {
                near("register-unknown-register", nearest, values![found = found])
            }
            RegisterFault::UnknownField { register, found, nearest } => {
                let row = self.row_of(register);
                near("register-unknown-field", nearest, values![row = row, found = found])
            }
            RegisterFault::FieldTwice { register, field } => {
                let (row, field) = (self.row_of(register), self.named(field));
                ("register-field-twice", values![row = row, field = field])
            }
            RegisterFault::Missing { register, field } => {
                let (row, field) = (self.row_of(register), self.named(field));
                ("register-missing", values![row = row, field = field])
            }
            RegisterFault::Value { field, found, expected } => {
                let (field, expected) = (self.named(field), self.term(expected));
                ("register-value", values![field = field, found = found, expected = expected])
            }
            RegisterFault::Range { field, found, minimum, maximum } => {
                let (field, expected) = (self.named(field), format!("{minimum}..{maximum}"));
                ("register-range", values![field = field, found = found, expected = expected])
            }
            RegisterFault::Choice { field, found, expected, nearest } => {
                let words: Vec<String> = expected.iter().map(|word| self.word(word)).collect();
                let (field, expected) = (self.named(field), self.list(&words));
                let values = values![field = field, found = found, expected = expected];
                near("register-choice", nearest, values)
            }
            RegisterFault::Reference { field, registers, found, nearest } => {
                let (field, rows) = (self.named(field), self.any_of(registers));
                let values = values![field = field, rows = rows, found = found];
                near("register-reference", nearest, values)
            }
            RegisterFault::Slot { field, found, nearest } => {
                let field = self.named(field);
                near("register-slot", nearest, values![field = field, found = found])
            }
            RegisterFault::SeveralSlots { field, found, slots } => {
                let field = self.named(field);
                ("register-several-slots", values![field = field, found = found, slots = slots])
            }
            RegisterFault::RuleNeeds { kind, field } => {
                let (kind, field) = (self.word(kind), self.named(field));
                ("register-rule-needs", values![kind = kind, field = field])
            }
            RegisterFault::RuleIgnores { kind, field } => {
                let (kind, field) = (self.word(kind), self.named(field));
                ("register-rule-ignores", values![kind = kind, field = field])
            }
            RegisterFault::MixedRooms => ("register-mixed-rooms", values![]),
            RegisterFault::MixedTeachers => ("register-mixed-teachers", values![]),
            RegisterFault::School { register, field, what } => {
                let (code, mut values) = self.school_fault(what);
                values.push(("row", Value::from(self.row_of(register))));
                values.push(("field", Value::from(self.named(field))));
                (code, values)
            }
        }
    }

    fn school_fault(&self, what: What) -> (&'static str, Values) {
        match what {
            What::NoSlots => ("register-no-slots", values![]),
            What::EmptyCode => ("register-empty-code", values![]),
            What::Duplicate { code } => ("register-duplicate", values![found = code]),
            What::Range { found, minimum, maximum } => {
                let expected = format!("{minimum}..{maximum}");
                ("register-range", values![found = found, expected = expected])
            }
            What::HoursDoNotAddUp { hours, sum } => {
                ("register-hours-do-not-add-up", values![found = sum, expected = hours])
            }
            What::LessonTooLong { length, longest } => {
                ("register-lesson-too-long", values![found = length, longest = longest])
            }
            What::UnknownCourse { found, nearest } => {
                near("register-unknown-course", nearest, values![found = found])
            }
            What::UnknownDivision { found, nearest } => {
                near("register-unknown-division", nearest, values![found = found])
            }
            What::GroupOutsideDivision { group, class } => {
                ("register-group-outside-division", values![group = group, found = class])
            }
            What::TooManyDivisions { class, found, maximum } => {
                let values = values![class = class, found = found, maximum = maximum];
                ("register-too-many-divisions", values)
            }
            What::GridTwice { course } => ("register-grid-twice", values![course = course]),
            What::AssignedTwice { audience, subject } => {
                ("register-assigned-twice", values![audience = audience, subject = subject])
            }
            What::NotTaught { audience, subject } => {
                ("register-not-taught", values![audience = audience, subject = subject])
            }
            What::NoGroup { division, class } => {
                ("register-no-group", values![division = division, class = class])
            }
            What::OnlyGroup { group, class, found, expected } => {
                let values =
                    values![group = group, class = class, found = found, expected = expected];
                ("register-only-group", values)
            }
            What::GroupsDoNotAddUp { division, found, expected } => {
                let values = values![division = division, found = found, expected = expected];
                ("register-groups-do-not-add-up", values)
            }
            What::NotTheirSubject { teacher, subject } => {
                ("register-not-their-subject", values![teacher = teacher, subject = subject])
            }
            What::Overload { teacher, found, expected } => {
                let [found, expected] = [found, expected].map(hours);
                let values = values![teacher = teacher, found = found, expected = expected];
                ("register-overload", values)
            }
            What::LockedElsewhere { course, room } => {
                ("register-locked-elsewhere", values![course = course, room = room])
            }
            What::Nothing => ("register-nothing", values![]),
            What::NoSuchLesson { course, found, lessons } => {
                let found = found.saturating_add(1);
                let expected = format!("1..{lessons}");
                let values = values![course = course, found = found, expected = expected];
                ("register-no-such-lesson", values)
            }
            What::LockDoesNotFit { course, length } => {
                ("register-lock-does-not-fit", values![course = course, length = length])
            }
            What::LockedTwice { course, block } => {
                let n = block.saturating_add(1);
                ("register-locked-twice", values![course = course, n = n])
            }
            What::LockedApart { course, other } => {
                ("register-locked-apart", values![course = course, other = other])
            }
            What::AlwaysHard => ("register-always-hard", values![]),
            What::CannotMean { found, expected } => {
                let expected: Vec<String> =
                    expected.split(", ").map(|word| self.word(word)).collect();
                let (found, expected) = (self.word(found), self.list(&expected));
                ("register-cannot-mean", values![found = found, expected = expected])
            }
            What::MoreSubjectsThanGroups { division, groups, subjects } => {
                let values = values![division = division, groups = groups, found = subjects];
                ("register-more-subjects-than-groups", values)
            }
            What::CutDifferently { first, second } => {
                ("register-cut-differently", values![first = first, second = second])
            }
            What::TurnsTwice { course } => ("register-turns-twice", values![course = course]),
            What::BellsOverlap { first, second } => {
                ("register-bells-overlap", values![first = first, second = second])
            }
            What::SameWeekday { first } => ("register-same-weekday", values![first = first]),
            What::WeeksAlike => ("register-weeks-alike", values![]),
            What::HoursBeyondWeek { hours, slots } => {
                ("register-hours-beyond-week", values![found = hours, expected = slots])
            }
            What::DatesReversed => ("register-dates-reversed", values![]),
            What::ItselfTwice { course } => ("register-itself-twice", values![course = course]),
        }
    }
}

/// Minutes as hours, with a fraction where they are not whole.
fn hours(minutes: u32) -> f64 {
    f64::from(minutes) / f64::from(HOUR)
}

/// The sentence, with the spelling that was probably meant where there is one.
fn near(code: &'static str, nearest: Option<String>, mut values: Values) -> (&'static str, Values) {
    values.extend(nearest.map(|nearest| ("nearest", Value::from(nearest))));
    (code, values)
}
