//! What is wrong with a file of course timetabling.

use thiserror::Error;

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum CttFault {
    /// A line is missing at the head of the file.
    #[error("the head of the file has no `{expected}`")]
    NoHead {
        /// Its first word.
        expected: &'static str,
    },
    /// A line of the head that the format does not have.
    #[error("the head of the file has `{found}`, which the format does not have")]
    UnknownHead {
        /// Its first word.
        found: String,
        /// One that looks like it.
        nearest: Option<String>,
    },
    /// A section is missing.
    #[error("the file has no section `{expected}`")]
    NoSection {
        /// Its name.
        expected: &'static str,
    },
    /// A line of the head, or a section, that stands twice.
    #[error("`{found}` stands twice in the file")]
    Twice {
        /// Its first word.
        found: &'static str,
    },
    /// The last line is missing.
    #[error("the file ends without `END.`")]
    NoEnd,
    /// There is more after the last line.
    #[error("found `{found}` after `END.`")]
    AfterEnd {
        /// The first word there.
        found: String,
    },
    /// A line has too few words or too many.
    #[error("the line has {found} words, expected `{expected}`")]
    Words {
        /// How many.
        found: usize,
        /// What should stand there.
        expected: &'static str,
    },
    /// The head announces another number of lines than a section has.
    #[error("`{section}` has {found} lines, the head says {expected}")]
    Lines {
        /// The section.
        section: &'static str,
        /// How many it has.
        found: usize,
        /// How many the head says.
        expected: i64,
    },
    /// A curriculum announces another number of courses than it names.
    #[error("curriculum `{curriculum}` names {found} courses, and says {expected}")]
    Members {
        /// The curriculum.
        curriculum: String,
        /// How many it names.
        found: usize,
        /// How many it says.
        expected: i64,
    },
    /// A timetable has more lectures of a course than the course.
    #[error("course `{course}` has more than its {expected} lectures")]
    Lectures {
        /// The course.
        course: String,
        /// Its lectures.
        expected: u32,
    },
}

impl CttFault {
    /// What the reader may do about it.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        let fixed = match self {
            Self::UnknownHead { nearest: Some(nearest), .. } => {
                return Some(format!("maybe `{nearest}` is meant"));
            }
            Self::NoEnd | Self::NoSection { .. } | Self::Lines { .. } => {
                "maybe the file was cut off; copy or download it again"
            }
            Self::Lectures { .. } => "maybe this is a timetable of another instance",
            _ => return None,
        };
        Some(fixed.to_owned())
    }
}
