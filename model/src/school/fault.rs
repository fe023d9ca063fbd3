//! What is wrong with a school's data, and in which row of which register.
//!
//! A fault is about one field of one row. A format knows where that row stands in its file.

/// A register: one kind of rows in a school's file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Register {
    /// The school itself: one row.
    School,
    /// Rows of the bell plan.
    Periods,
    /// Days.
    Days,
    /// Bell schedules.
    Bells,
    /// Levels.
    Levels,
    /// Subjects.
    Subjects,
    /// Buildings.
    Buildings,
    /// Types of rooms.
    RoomTypes,
    /// Rooms.
    Rooms,
    /// Classes.
    Classes,
    /// Divisions.
    Divisions,
    /// Groups.
    Groups,
    /// Teachers.
    Teachers,
    /// The grid.
    Curricula,
    /// Who teaches whom.
    Assignments,
    /// Courses of their own.
    Courses,
    /// Locked lessons.
    Locks,
    /// Rules.
    Rules,
}

impl Register {
    /// All of them, in the order of files: what a row refers to stands before it.
    pub const ALL: [Self; 18] = [
        Self::School,
        Self::Periods,
        Self::Days,
        Self::Bells,
        Self::Levels,
        Self::Subjects,
        Self::Buildings,
        Self::RoomTypes,
        Self::Rooms,
        Self::Classes,
        Self::Divisions,
        Self::Groups,
        Self::Teachers,
        Self::Curricula,
        Self::Assignments,
        Self::Courses,
        Self::Locks,
        Self::Rules,
    ];

    /// The name of a row of it in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::Periods => "period",
            Self::Days => "day",
            Self::Bells => "bell",
            Self::Levels => "level",
            Self::Subjects => "subject",
            Self::Buildings => "building",
            Self::RoomTypes => "room_type",
            Self::Rooms => "room",
            Self::Classes => "class",
            Self::Divisions => "division",
            Self::Groups => "group",
            Self::Teachers => "teacher",
            Self::Curricula => "curriculum",
            Self::Assignments => "assignment",
            Self::Courses => "course",
            Self::Locks => "lock",
            Self::Rules => "rule",
        }
    }
}

/// A field of a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct At {
    /// The register.
    pub register: Register,
    /// The row, from 0.
    pub row: usize,
    /// The field's name in files.
    pub field: &'static str,
}

/// One fault.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SchoolFault {
    /// Where.
    pub at: At,
    /// What.
    pub what: What,
}

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// The week has no slot.
    NoSlots,
    /// The identifier is empty.
    EmptyCode,
    /// The identifier is taken by an earlier row of the same register, or by a class where it is a
    /// group's.
    Duplicate {
        /// The identifier.
        code: String,
    },
    /// A number is out of range.
    Range {
        /// The number.
        found: u32,
        /// The least.
        minimum: u32,
        /// The greatest.
        maximum: u32,
    },
    /// The lengths of the lessons do not add up to the weekly hours.
    HoursDoNotAddUp {
        /// Weekly hours.
        hours: u32,
        /// The sum of the lengths.
        sum: u32,
    },
    /// A lesson is longer than every half-day.
    LessonTooLong {
        /// Its length.
        length: u32,
        /// The longest half-day.
        longest: u32,
    },
    /// No course has this code.
    UnknownCourse {
        /// The code.
        found: String,
        /// One that looks like it.
        nearest: Option<String>,
    },
    /// No division is of this sort.
    UnknownDivision {
        /// The sort.
        found: String,
        /// One that looks like it.
        nearest: Option<String>,
    },
    /// A group draws pupils from a class that its division does not have.
    GroupOutsideDivision {
        /// The group.
        group: String,
        /// The class.
        class: String,
    },
    /// A class has so many combinations of groups that nobody could make its timetable.
    TooManyDivisions {
        /// The class.
        class: String,
        /// How many combinations of groups its pupils are in.
        found: usize,
        /// The most there may be.
        maximum: usize,
    },
    /// Two lines of the grid say different things of one class and subject.
    GridTwice {
        /// The course that both would make.
        course: String,
    },
    /// Two rows give one subject of a class or group to different teachers.
    AssignedTwice {
        /// The class or group.
        audience: String,
        /// The subject.
        subject: String,
    },
    /// Somebody is assigned to a subject that is not taught there.
    NotTaught {
        /// The class or group.
        audience: String,
        /// The subject.
        subject: String,
    },
    /// A class of a division is in none of its groups.
    NoGroup {
        /// The division.
        division: String,
        /// The class.
        class: String,
    },
    /// The only group of a class in a division is smaller than the class.
    OnlyGroup {
        /// The group.
        group: String,
        /// The class.
        class: String,
        /// The pupils of the group.
        found: u32,
        /// The pupils of the class.
        expected: u32,
    },
    /// The groups of a division have not as many pupils as its classes.
    GroupsDoNotAddUp {
        /// The division.
        division: String,
        /// The pupils of its groups.
        found: u32,
        /// The pupils of its classes.
        expected: u32,
    },
    /// A teacher is to teach a subject that is not among the teacher's own.
    NotTheirSubject {
        /// The teacher.
        teacher: String,
        /// The subject.
        subject: String,
    },
    /// A teacher is given more than the service and the overtime.
    Overload {
        /// The teacher.
        teacher: String,
        /// What counts, in minutes a week.
        found: u32,
        /// What may be asked for, in minutes a week.
        expected: u32,
    },
    /// A lesson is locked in a room that its course does not ask for.
    LockedElsewhere {
        /// The course.
        course: String,
        /// The room.
        room: String,
    },
    /// A list that must not be empty is.
    Nothing,
    /// A course has no lesson of this number.
    NoSuchLesson {
        /// The course.
        course: String,
        /// The number asked for, from 0.
        found: u32,
        /// How many it has.
        lessons: u32,
    },
    /// A lesson is locked where it does not fit its half-day.
    LockDoesNotFit {
        /// The course.
        course: String,
        /// The lesson's length.
        length: u32,
    },
    /// A lesson is locked twice, at two slots or in two rooms.
    LockedTwice {
        /// The course.
        course: String,
        /// The number of the lesson, from 0.
        block: u32,
    },
    /// A lesson is locked where it cannot be, as it belongs together with one that is locked too.
    LockedApart {
        /// The course.
        course: String,
        /// The course that it takes turns with.
        other: String,
    },
    /// This kind of rule is always hard.
    AlwaysHard,
    /// This kind of rule cannot speak of these.
    CannotMean {
        /// Of whom it was said.
        found: &'static str,
        /// Of whom it can be.
        expected: &'static str,
    },
    /// Groups cannot take turns: there are more subjects than groups.
    MoreSubjectsThanGroups {
        /// The division.
        division: String,
        /// Its groups.
        groups: usize,
        /// The subjects.
        subjects: usize,
    },
    /// Courses that are held together or in turn are not cut alike.
    CutDifferently {
        /// One course.
        first: String,
        /// Another.
        second: String,
    },
    /// One course would be bound by two rules of turns.
    TurnsTwice {
        /// The course.
        course: String,
    },
    /// A period ends after the next one begins, on one bell schedule.
    BellsOverlap {
        /// The earlier period.
        first: String,
        /// The later period.
        second: String,
    },
    /// Two days are the same day of the week.
    SameWeekday {
        /// The code of the first of them.
        first: String,
    },
    /// Something is held every other week, but all weeks are alike.
    WeeksAlike,
    /// A course has more hours than the week has slots.
    HoursBeyondWeek {
        /// Its hours.
        hours: u32,
        /// The slots of the week.
        slots: u32,
    },
    /// The first date is after the last.
    DatesReversed,
    /// A course comes before itself.
    ItselfTwice {
        /// The course.
        course: String,
    },
}
