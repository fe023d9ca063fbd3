//! What is taught: subjects, the grid of weekly hours, who teaches whom, courses and their lessons.

use super::calendar::Week;
use super::date::Date;
use super::id::{
    ClassId, CourseId, GroupId, LevelId, RoomId, RoomTypeId, SlotId, SubjectId, TeacherId,
};
use super::names::Names;

/// A subject, or another thing that takes place in the week, such as a meeting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Subject {
    /// The identifier that files use.
    pub code: String,
    /// What it is called.
    pub names: Names,
    /// A colour for sheets, `#rrggbb`.
    pub colour: Option<String>,
}

/// Who is taught.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Audience {
    /// A whole class.
    Class(ClassId),
    /// A group.
    Group(GroupId),
}

/// How the weekly hours of a course are cut into lessons.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Blocks {
    /// These lengths, in slots, such as 2 + 2 + 1.
    Pattern(Vec<u32>),
    /// Any cut into lessons of `shortest` to `longest` slots.
    Between {
        /// The shortest lesson.
        shortest: u32,
        /// The longest lesson.
        longest: u32,
    },
}

/// Where a course is held.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum RoomNeed {
    /// Nowhere in particular.
    #[default]
    Nowhere,
    /// In a room of this type.
    OfType(RoomTypeId),
    /// In one of these rooms; a single one is fixed.
    OneOf(Vec<RoomId>),
}

/// Who gives a course.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Teaching {
    /// All of these together; none: nobody is needed.
    By(Vec<TeacherId>),
    /// One teacher of the subject, to be chosen.
    AnyOfSubject,
}

/// One line of the grid: what every class of a level is taught in a subject.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Curriculum {
    /// The level.
    pub level: LevelId,
    /// The classes it holds for; empty: all of the level that no other line with the same subject
    /// names.
    pub classes: Vec<ClassId>,
    /// The subject.
    pub subject: SubjectId,
    /// Weekly hours, in slots; every other week where `fortnightly`.
    pub hours: u32,
    /// How they are cut.
    pub blocks: Blocks,
    /// The sort of division by whose groups it is taught; none: the whole class.
    pub divided: Option<String>,
    /// Whether it is held every other week.
    pub fortnightly: bool,
    /// Where.
    pub room: RoomNeed,
    /// Whether somebody confirmed it for this school.
    pub verified: bool,
    /// Where the figure is from.
    pub source: String,
    /// From when it holds.
    pub valid_from: Option<Date>,
}

/// Who teaches a subject to whom.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assignment {
    /// The teachers, all of them together where there are several.
    pub teachers: Vec<TeacherId>,
    /// The subject.
    pub subject: SubjectId,
    /// The classes or groups.
    pub audience: Vec<Audience>,
}

/// What one audience is taught in one subject.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Course {
    /// The identifier that files use; derived ones are called `AUDIENCE/SUBJECT`.
    pub code: String,
    /// The subject.
    pub subject: SubjectId,
    /// Who is taught, all at once; empty: a meeting of teachers.
    pub audience: Vec<Audience>,
    /// Who teaches.
    pub teaching: Teaching,
    /// Weekly hours, in slots; every other week where `fortnightly`.
    pub hours: u32,
    /// How they are cut.
    pub blocks: Blocks,
    /// Whether it is held every other week.
    pub fortnightly: bool,
    /// Where.
    pub room: RoomNeed,
}

impl Course {
    /// The length of one of its lessons, from 0; none where the search cuts it, or it has no such lesson.
    #[must_use]
    pub fn length(&self, lesson: u32) -> Option<u32> {
        match &self.blocks {
            Blocks::Pattern(lengths) => lengths.get(lesson as usize).copied(),
            Blocks::Between { .. } => None,
        }
    }

    /// How many lessons it has in a week; none where the search cuts them.
    #[must_use]
    pub const fn lessons(&self) -> Option<usize> {
        match &self.blocks {
            Blocks::Pattern(lengths) => Some(lengths.len()),
            Blocks::Between { .. } => None,
        }
    }
}

/// A lesson that has to stay where it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lock {
    /// The code of the course: derived courses have no id yet when locks are read.
    pub course: String,
    /// Which of its lessons, from 0, in the order of its blocks.
    pub block: u32,
    /// Where it starts.
    pub slot: Option<SlotId>,
    /// Where it is held.
    pub room: Option<RoomId>,
}

/// One placed lesson of a course.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Lesson {
    /// The course.
    pub course: CourseId,
    /// Which of its lessons, from 0.
    pub block: u32,
    /// How many slots it takes.
    pub length: u32,
    /// Where it starts; none: unplaced.
    pub slot: Option<SlotId>,
    /// The week, where it is held every other week.
    pub week: Option<Week>,
    /// Who teaches.
    pub teachers: Vec<TeacherId>,
    /// Where it is held, where it needs a room and has one.
    pub room: Option<RoomId>,
    /// The rooms that rules have it in besides, in the order of the rules.
    pub further_rooms: Vec<Option<RoomId>>,
}

impl Lesson {
    /// All rooms in which it is held.
    pub fn rooms(&self) -> impl Iterator<Item = RoomId> + '_ {
        self.room.into_iter().chain(self.further_rooms.iter().flatten().copied())
    }
}
