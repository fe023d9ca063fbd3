//! Who is taught and who teaches: levels, classes, their divisions into groups, teachers.

use super::id::{ClassId, DivisionId, LevelId, RoomId, SubjectId};
use super::names::Names;

/// Primary school, collège or lycée.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Cycle {
    /// Six years.
    Primary,
    /// Three years.
    College,
    /// Three years: the common core, the first and the second year of the baccalaureate.
    Lycee,
}

impl Cycle {
    /// All three, in order.
    pub const ALL: [Self; 3] = [Self::Primary, Self::College, Self::Lycee];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::College => "college",
            Self::Lycee => "lycee",
        }
    }

    /// A teacher's weekly hours where the school's file gives none: 30, 24, 21. They date from 1983
    /// and are under review, so a file should give its own.
    #[must_use]
    pub const fn usual_service(self) -> u32 {
        match self {
            Self::Primary => 30,
            Self::College => 24,
            Self::Lycee => 21,
        }
    }
}

/// A year of study in one stream, such as `1AC` or `2BACSPF`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Level {
    /// The identifier that files use.
    pub code: String,
    /// What it is called.
    pub names: Names,
    /// The cycle it belongs to.
    pub cycle: Cycle,
    /// The stream, where there are several.
    pub stream: Option<String>,
}

/// A form of pupils.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Class {
    /// The identifier that files use, such as `1AC-3`.
    pub code: String,
    /// What it is called, if not as its code.
    pub names: Names,
    /// Its level.
    pub level: LevelId,
    /// How many pupils it has.
    pub size: u32,
    /// The room that it should keep.
    pub home_room: Option<RoomId>,
}

/// A way to divide one class, or several together, into groups.
///
/// Pupils of a class are in exactly one
/// group of each of its divisions, so groups of one division never share a pupil, and groups of two
/// divisions of the same class are taken to share some.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Division {
    /// The identifier that files use.
    pub code: String,
    /// What sort of division, such as `halves` or `language`; curricula ask for it by this word.
    pub sort: String,
    /// The classes divided.
    pub classes: Vec<ClassId>,
}

/// A part of one class or of several.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// The identifier that files use, such as `1AC-3/1`.
    pub code: String,
    /// What it is called, if not as its code.
    pub names: Names,
    /// The division it belongs to.
    pub division: DivisionId,
    /// The classes it draws pupils from; empty: all of the division.
    pub classes: Vec<ClassId>,
    /// How many pupils it has.
    pub size: u32,
}

/// Hours that a teacher gives at another school.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Elsewhere {
    /// Weekly hours there.
    pub hours: u32,
    /// Whether they are in the teacher's own subject.
    pub own_subject: bool,
}

/// A teacher, or a post that waits for a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Teacher {
    /// The identifier that files use; of a post, usually its subject and number.
    pub code: String,
    /// The name; none for a post.
    pub name: Option<String>,
    /// The subjects taught, the own one first.
    pub subjects: Vec<SubjectId>,
    /// Weekly hours owed.
    pub service: u32,
    /// Hours above the service that may be asked for.
    pub overtime: u32,
    /// Hours at another school, which count towards the service.
    pub elsewhere: Option<Elsewhere>,
}
