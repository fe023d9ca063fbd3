//! One index type for each kind of thing in a school.

use crate::id::ids;

ids! {
    /// A real day of the week.
    DayId
    /// A morning or an afternoon of a day.
    HalfDayId
    /// A row of the bell plan.
    PeriodId
    /// One period of one day.
    SlotId
    /// A year of study in one stream.
    LevelId
    /// A form of pupils.
    ClassId
    /// A way to divide classes into groups.
    DivisionId
    /// A part of one or several classes.
    GroupId
    /// A subject.
    SubjectId
    /// A building, or another place.
    BuildingId
    /// A type of room.
    RoomTypeId
    /// A room.
    RoomId
    /// A teacher, or a post that waits for a name.
    TeacherId
    /// What one audience is taught in one subject.
    CourseId
    /// A rule.
    RuleId
}
