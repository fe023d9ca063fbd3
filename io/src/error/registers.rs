//! What is wrong with a row or a value of a school's file.

use jadwal_model::school::fault::{Register, What};
use thiserror::Error;

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum RegisterFault {
    /// The text is not what its format asks for.
    #[error("this is not TOML: {reason}")]
    Syntax {
        /// What its reader says.
        reason: String,
    },
    /// The file is no workbook that we can open.
    #[error("this is not a workbook: {reason}")]
    NotAWorkbook {
        /// What its reader says.
        reason: String,
    },
    /// A sheet in which no row has headings.
    #[error("the sheet of `{}` has no row of headings", register.name())]
    NoHeadings {
        /// The register.
        register: Register,
    },
    /// A value in a column without a heading.
    #[error("this value stands under no heading")]
    NoHeading,
    /// Cells that are one.
    #[error("the cells {range} are merged")]
    Merged {
        /// The first and the last, such as `B3:B5`.
        range: String,
    },
    /// There is no row for the school itself.
    #[error("there is no `school`")]
    NoSchool,
    /// There is more than one.
    #[error("there is a second `school`")]
    SchoolTwice,
    /// There is no such register.
    #[error("there is no register `{found}`")]
    UnknownRegister {
        /// The name.
        found: String,
        /// One that looks like it.
        nearest: Option<String>,
    },
    /// A register has no such field.
    #[error("`{}` has no field `{found}`", register.name())]
    UnknownField {
        /// The register.
        register: Register,
        /// The name.
        found: String,
        /// One that looks like it.
        nearest: Option<String>,
    },
    /// A field stands twice in one row.
    #[error("`{}` has `{field}` twice", register.name())]
    FieldTwice {
        /// The register.
        register: Register,
        /// The field.
        field: &'static str,
    },
    /// A row lacks a field.
    #[error("`{}` needs `{field}`", register.name())]
    Missing {
        /// The register.
        register: Register,
        /// The field.
        field: &'static str,
    },
    /// A value is of another sort.
    #[error("`{field}` is `{found}`, expected {expected}")]
    Value {
        /// The field.
        field: &'static str,
        /// The value.
        found: String,
        /// What it may be, such as "a whole number".
        expected: &'static str,
    },
    /// A number is out of range.
    #[error("`{field}` is {found}, expected {minimum} to {maximum}")]
    Range {
        /// The field.
        field: &'static str,
        /// The number.
        found: i64,
        /// The least.
        minimum: i64,
        /// The greatest.
        maximum: i64,
    },
    /// A word is none of those there are.
    #[error("`{field}` is `{found}`, expected {}", expected.join(", "))]
    Choice {
        /// The field.
        field: &'static str,
        /// The word.
        found: String,
        /// Those there are.
        expected: &'static [&'static str],
        /// One that looks like it.
        nearest: Option<String>,
    },
    /// A code is in none of the registers that it may be in.
    #[error("`{field}`: there is no {} `{found}`", names(registers))]
    Reference {
        /// The field.
        field: &'static str,
        /// The registers.
        registers: &'static [Register],
        /// The code.
        found: String,
        /// One that looks like it.
        nearest: Option<String>,
    },
    /// No slot has this name.
    #[error("`{field}`: there is no slot `{found}`")]
    Slot {
        /// The field.
        field: &'static str,
        /// The name.
        found: String,
        /// One that looks like it.
        nearest: Option<String>,
    },
    /// A name means several slots where one is meant.
    #[error("`{field}`: `{found}` is {slots} slots, expected one")]
    SeveralSlots {
        /// The field.
        field: &'static str,
        /// The name.
        found: String,
        /// How many they are.
        slots: usize,
    },
    /// A kind of rule lacks a field.
    #[error("a rule `{kind}` needs `{field}`")]
    RuleNeeds {
        /// The kind.
        kind: &'static str,
        /// The field.
        field: &'static str,
    },
    /// A kind of rule does not use a field.
    #[error("a rule `{kind}` does not use `{field}`")]
    RuleIgnores {
        /// The kind.
        kind: &'static str,
        /// The field.
        field: &'static str,
    },
    /// Types of rooms, several or together with rooms.
    #[error("`room` names a type of rooms and more")]
    MixedRooms,
    /// A teacher to be chosen, and others by name.
    #[error("`teachers` has `any` and more")]
    MixedTeachers,
    /// The school's data do not hold together.
    #[error("{} `{field}`: {what:?}", register.name())]
    School {
        /// The register.
        register: Register,
        /// The field.
        field: &'static str,
        /// What is wrong.
        what: What,
    },
}

impl RegisterFault {
    /// The field in which it is, where it is in one.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::FieldTwice { field, .. }
            | Self::Missing { field, .. }
            | Self::Value { field, .. }
            | Self::Range { field, .. }
            | Self::Choice { field, .. }
            | Self::Reference { field, .. }
            | Self::Slot { field, .. }
            | Self::SeveralSlots { field, .. }
            | Self::RuleNeeds { field, .. }
            | Self::RuleIgnores { field, .. }
            | Self::School { field, .. } => Some(field),
            Self::MixedRooms => Some("room"),
            Self::MixedTeachers => Some("teachers"),
            Self::SchoolTwice => Some("weeks"),
            Self::Syntax { .. }
            | Self::NotAWorkbook { .. }
            | Self::NoHeadings { .. }
            | Self::NoHeading
            | Self::Merged { .. }
            | Self::NoSchool
            | Self::UnknownRegister { .. }
            | Self::UnknownField { .. } => None,
        }
    }
}

fn names(registers: &[Register]) -> String {
    registers.iter().map(|register| register.name()).collect::<Vec<_>>().join(" or ")
}
