//! Why a file cannot be read: what is wrong, where, and what to do.

pub mod ctt;
pub mod fet;
pub mod foreign;
pub mod registers;

use ctt::CttFault;
use fet::FetFault;
use foreign::ForeignFault;
use jadwal_model::{InstanceError, SolutionError};
use registers::RegisterFault;
use std::fmt;
use thiserror::Error;

/// No more faults of a file than this are told; the first ones usually explain the rest.
pub(crate) const MAX_FAULTS: usize = 50;

/// A place in a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Place {
    /// The line; the first is 1.
    pub line: usize,
    /// The character in its line; the first is 1.
    pub column: usize,
    /// Bytes before it, in the text as [`crate::text`] decodes it.
    pub offset: usize,
    /// How many bytes are meant; zero if only the point is known.
    pub length: usize,
}

impl Place {
    /// No place at all: the fault is about the whole, or stands in no text.
    pub const NOWHERE: Self = Self { line: 0, column: 0, offset: 0, length: 0 };
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// One fault of a file, and where it is.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{place}: {fault}")]
pub struct ReadError {
    /// Where.
    pub place: Place,
    /// What.
    pub fault: Fault,
}

/// What is wrong with a file.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum Fault {
    /// The system could not give us the bytes.
    #[error("the file cannot be read: {kind}")]
    Io {
        /// What the system says.
        kind: std::io::ErrorKind,
    },
    /// The text is in an encoding that we do not know.
    #[error("the encoding `{found}` is unknown, expected UTF-8, ISO-8859-1 or windows-1256")]
    Encoding {
        /// Its name.
        found: String,
    },
    /// A byte that UTF-8 does not have here.
    #[error("the byte {byte:#04x} is not UTF-8")]
    NotUtf8 {
        /// The byte.
        byte: u8,
    },
    /// A character that no XML text may have.
    #[error("the control character {code:#04x} may not stand in a text")]
    Control {
        /// Its code.
        code: u32,
    },
    /// There is no element at all.
    #[error("the file is empty, expected an element `{expected}`")]
    Empty {
        /// The root expected.
        expected: &'static str,
    },
    /// The root is another one.
    #[error("found the root element `{found}`, expected `{expected}`")]
    Root {
        /// The root found.
        found: String,
        /// The root expected.
        expected: &'static str,
    },
    /// The text ends inside an element.
    #[error("the file ends inside `{element}`, expected `</{element}>`")]
    Unclosed {
        /// The innermost open element.
        element: String,
    },
    /// An end tag that does not fit.
    #[error("found `</{found}>`, expected `</{expected}>`")]
    Mismatched {
        /// The end found.
        found: String,
        /// The end expected.
        expected: String,
    },
    /// An end tag where nothing is open, or anything else after the end.
    #[error("found `{found}` after the end of the archive")]
    AfterEnd {
        /// What was found.
        found: String,
    },
    /// Something that is not XML.
    #[error("this is not well-formed XML: {reason}")]
    Markup {
        /// What the XML reader says.
        reason: String,
    },
    /// An entity that is not one of the five of XML.
    #[error("the entity `&{name};` is unknown")]
    Entity {
        /// Its name.
        name: String,
    },
    /// One text, tag or comment is absurdly long.
    #[error("one piece of text is longer than {maximum} bytes")]
    TooLong {
        /// The most that is read.
        maximum: usize,
    },
    /// One element has absurdly many parts.
    #[error("`{element}` has more than {maximum} elements inside")]
    TooMany {
        /// The element.
        element: String,
        /// The most that is read.
        maximum: usize,
    },
    /// Elements stand in one another without end.
    #[error("elements are nested more than {maximum} deep")]
    TooDeep {
        /// The most that is read.
        maximum: usize,
    },
    /// An element that does not belong here.
    #[error("`{parent}` has an element `{found}`, expected {}", list(expected))]
    Element {
        /// Where it stands.
        parent: String,
        /// Its name.
        found: String,
        /// What may stand there.
        expected: Vec<&'static str>,
    },
    /// An element that may stand once.
    #[error("`{parent}` has `{element}` twice")]
    Twice {
        /// Where it stands.
        parent: String,
        /// Its name.
        element: String,
    },
    /// Text where only elements may stand.
    #[error("`{parent}` has the text `{found}`, expected {}", list(expected))]
    Text {
        /// Where it stands.
        parent: String,
        /// The text, shortened.
        found: String,
        /// What may stand there.
        expected: Vec<&'static str>,
    },
    /// An element is missing.
    #[error("`{parent}` has no element `{element}`")]
    MissingElement {
        /// Where it should stand.
        parent: String,
        /// Its name.
        element: &'static str,
    },
    /// An attribute is missing.
    #[error("`{element}` has no attribute `{attribute}`")]
    MissingAttribute {
        /// The element.
        element: String,
        /// The attribute's name.
        attribute: &'static str,
    },
    /// A value that cannot be understood.
    #[error("`{element}` is `{found}`, expected {expected}")]
    Value {
        /// The element.
        element: String,
        /// Its text, shortened.
        found: String,
        /// What it may be, such as "a whole number".
        expected: &'static str,
    },
    /// A number out of range.
    #[error("`{element}` is {found}, expected {minimum} to {maximum}")]
    Range {
        /// The element.
        element: String,
        /// The number.
        found: i64,
        /// The least.
        minimum: i64,
        /// The greatest.
        maximum: i64,
    },
    /// A reference to something that is not there.
    #[error("there is no {kind} `{found}`")]
    Reference {
        /// What kind of thing.
        kind: &'static str,
        /// The identifier.
        found: String,
        /// One that looks like it.
        nearest: Option<String>,
    },
    /// A role that the event does not have, in a solution.
    #[error("event `{event}` has no role `{found}`, expected {}", list(expected))]
    Role {
        /// The code of the event.
        event: String,
        /// The role.
        found: String,
        /// Its roles.
        expected: Vec<String>,
    },
    /// A role that is filled twice in one meet.
    #[error("the role `{role}` of event `{event}` is filled twice")]
    RoleTwice {
        /// The code of the event.
        event: String,
        /// The role.
        role: String,
    },
    /// A resource without a role in a solution, and it is not one of the event's fixed ones.
    #[error("event `{event}` has resource `{resource}` without a role")]
    NoRole {
        /// The code of the event.
        event: String,
        /// The code of the resource.
        resource: String,
    },
    /// A solution of an instance that is neither in the file nor given with it.
    #[error("there is no instance `{found}`, expected {}", list(known))]
    Instance {
        /// The identifier.
        found: String,
        /// Those that are there.
        known: Vec<String>,
    },
    /// An instance that was given with the file, but with other facts.
    #[error("the instance `{instance}` is not the one given under this identifier")]
    OtherFacts {
        /// Its identifier.
        instance: String,
    },
    /// A fault in a cell of a workbook: its place is the cell, not a line.
    #[error("{sheet}!{cell}: {fault}")]
    InSheet {
        /// The name of the sheet.
        sheet: String,
        /// The cell, such as `C14`.
        cell: String,
        /// What is wrong there.
        fault: Box<Fault>,
    },
    /// A line of a file of course timetabling is wrong.
    #[error(transparent)]
    Ctt(#[from] CttFault),
    /// A FET file is wrong.
    #[error(transparent)]
    Fet(#[from] FetFault),
    /// A file of another programme is wrong.
    #[error(transparent)]
    Foreign(#[from] ForeignFault),
    /// A row of a school's file is wrong.
    #[error(transparent)]
    Register(#[from] RegisterFault),
    /// The instance breaks a rule.
    #[error(transparent)]
    Invalid(#[from] InstanceError),
    /// The solution does not fit its instance.
    #[error(transparent)]
    Unfit(#[from] SolutionError),
}

impl ReadError {
    /// The sheet and the cell, where the file is a workbook.
    #[must_use]
    pub fn sheet(&self) -> Option<(&str, &str)> {
        match &self.fault {
            Fault::InSheet { sheet, cell, .. } => Some((sheet, cell)),
            _ => None,
        }
    }
}

impl Fault {
    /// What the reader may do about it.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        let fixed = match self {
            Self::Reference { kind, nearest: Some(nearest), .. } => {
                return Some(format!("maybe the {kind} `{nearest}` is meant"));
            }
            Self::InSheet { fault, .. } => return fault.hint(),
            Self::Ctt(fault) => return fault.hint(),
            Self::Fet(fault) => return fault.hint().map(str::to_owned),
            Self::Foreign(fault) => fault.hint(),
            Self::Reference { kind, .. } => {
                return Some(format!("maybe define the {kind} before this place, or correct it"));
            }
            Self::Instance { .. } => "maybe give the file of the instance as well",
            Self::OtherFacts { .. } => {
                "maybe these are solutions of an older version of the instance"
            }
            Self::NotUtf8 { .. } => {
                "maybe it is ISO-8859-1: declare `encoding=\"ISO-8859-1\"`, or save it as UTF-8"
            }
            Self::Encoding { .. } => "maybe save the file as UTF-8",
            Self::Empty { .. } | Self::Unclosed { .. } => {
                "maybe the file was cut off; copy or download it again"
            }
            Self::Root { .. } => "maybe this is a file of another format",
            Self::Entity { .. } => "maybe write the character itself, or `&amp;` for `&`",
            Self::Markup { .. } | Self::Mismatched { .. } => {
                "maybe a tag was changed by hand, or the file was cut off"
            }
            Self::Control { .. } => "maybe delete the character",
            _ => return None,
        };
        Some(fixed.to_owned())
    }
}

/// The names in backticks, the last after "or".
fn list<S: AsRef<str>>(names: &[S]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    match quoted.split_last() {
        None => "none".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_where_what_and_what_to_do() {
        let place = Place { line: 3, column: 7, offset: 40, length: 5 };
        let nearest = Some("Mon1".to_owned());
        let fault = Fault::Reference { kind: "time", found: "mon1".to_owned(), nearest };
        assert_eq!(
            fault.hint().as_deref(),
            Some("maybe the time `Mon1` is meant"),
            "the hint is apart from the message"
        );
        let error = ReadError { place, fault };
        assert_eq!(error.to_string(), "line 3, column 7: there is no time `mon1`");
    }

    #[test]
    fn lists_of_names() {
        assert_eq!(list::<&str>(&[]), "none");
        assert_eq!(list(&["a"]), "`a`");
        assert_eq!(list(&["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
