//! The school: all registers together.

use super::calendar::Calendar;
use super::course::{Assignment, Audience, Course, Curriculum, Lock, Subject};
use super::id::{
    BuildingId, ClassId, DivisionId, GroupId, LevelId, RoomId, RoomTypeId, RuleId, SubjectId,
    TeacherId,
};
use super::people::{Class, Division, Group, Level, Teacher};
use super::place::{Building, Room, RoomType};
use super::rule::Rule;
use crate::table::Table;

/// A school and what its timetable must be. Plain data: references are ids, and hold if the readers
/// of formats made it; everything else is checked by [`School::faults`].
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct School {
    /// The identifier of the school.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The school year, such as `2026/2027`.
    pub year: String,
    /// Anything a reader should know.
    pub remarks: String,
    /// Its time.
    pub calendar: Calendar,
    /// Years of study.
    pub levels: Table<LevelId, Level>,
    /// Forms.
    pub classes: Table<ClassId, Class>,
    /// How forms are divided.
    pub divisions: Table<DivisionId, Division>,
    /// The parts.
    pub groups: Table<GroupId, Group>,
    /// Subjects.
    pub subjects: Table<SubjectId, Subject>,
    /// Buildings.
    pub buildings: Table<BuildingId, Building>,
    /// Types of rooms.
    pub room_types: Table<RoomTypeId, RoomType>,
    /// Rooms.
    pub rooms: Table<RoomId, Room>,
    /// Teachers.
    pub teachers: Table<TeacherId, Teacher>,
    /// The grid of weekly hours.
    pub curricula: Vec<Curriculum>,
    /// Who teaches whom.
    pub assignments: Vec<Assignment>,
    /// Courses that the grid does not say: joint classes, options, meetings; they also replace the
    /// course of the same code that would follow from the grid.
    pub own_courses: Vec<Course>,
    /// Lessons that stay where they are.
    pub locks: Vec<Lock>,
    /// Rules.
    pub rules: Table<RuleId, Rule>,
}

impl School {
    /// The classes that a group draws pupils from.
    #[must_use]
    pub fn classes_of_group(&self, group: GroupId) -> &[ClassId] {
        let Group { classes, division, .. } = &self.groups[group];
        if classes.is_empty() { &self.divisions[*division].classes } else { classes }
    }

    /// The classes that pupils of an audience come from.
    #[must_use]
    pub fn classes_of<'a>(&'a self, member: &'a Audience) -> &'a [ClassId] {
        match member {
            Audience::Class(class) => std::slice::from_ref(class),
            Audience::Group(group) => self.classes_of_group(*group),
        }
    }

    /// The code of a class or group.
    #[must_use]
    pub fn audience_code(&self, member: Audience) -> &str {
        match member {
            Audience::Class(class) => &self.classes[class].code,
            Audience::Group(group) => &self.groups[group].code,
        }
    }

    /// How many pupils a class or group has.
    #[must_use]
    pub fn size_of(&self, member: Audience) -> u32 {
        match member {
            Audience::Class(class) => self.classes[class].size,
            Audience::Group(group) => self.groups[group].size,
        }
    }

    /// How many pupils attend a course.
    #[must_use]
    pub fn size(&self, course: &Course) -> u32 {
        course.audience.iter().map(|&member| self.size_of(member)).sum()
    }
}
