//! Rules: what a timetable must or should be, in the director's words.
//!
//! A rule has a kind, a scope and a strength. What each kind means for whom, and what one unit of its
//! deviation is, stands at the kind; `compile` says how it becomes constraints.

use super::course::Audience;
use super::id::{BuildingId, LevelId, RoomId, SlotId, SubjectId, TeacherId};

/// Whether a rule must hold, or what one unit of breaking it costs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Strength {
    /// It must hold.
    Hard,
    /// It should; one unit of deviation costs this much, at least 1.
    Soft(u32),
}

/// Whom and what a rule speaks of. Every list narrows it; an empty list does not.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Scope {
    /// Classes of these levels, and their courses.
    pub levels: Vec<LevelId>,
    /// These classes or groups, and their courses.
    pub audience: Vec<Audience>,
    /// Courses in these subjects; for rules about teachers, those whose own subject it is.
    pub subjects: Vec<SubjectId>,
    /// These teachers, and their courses.
    pub teachers: Vec<TeacherId>,
    /// These rooms.
    pub rooms: Vec<RoomId>,
    /// These courses, by code, or single lessons of them: `CODE#2` is the second one.
    pub courses: Vec<String>,
    /// Only these slots are looked at, by rules that count hours, gaps or days.
    pub within: Vec<SlotId>,
}

impl Scope {
    /// Whether nothing narrows it.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether a rule that may speak of classes, of teachers or of others means the ones or the others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Of {
    /// Classes, that is, what every pupil of them sees.
    Classes,
    /// Teachers.
    Teachers,
    /// Rooms.
    Rooms,
    /// The lessons in scope, all together as if they were one person's.
    Lessons,
}

impl Of {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Classes, Self::Teachers, Self::Rooms, Self::Lessons];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Classes => "classes",
            Self::Teachers => "teachers",
            Self::Rooms => "rooms",
            Self::Lessons => "lessons",
        }
    }
}

/// A stretch of time that is counted for itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Per {
    /// A half-day.
    HalfDay,
    /// A real day.
    Day,
    /// The week.
    Week,
}

impl Per {
    /// All three.
    pub const ALL: [Self; 3] = [Self::HalfDay, Self::Day, Self::Week];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::HalfDay => "half-day",
            Self::Day => "day",
            Self::Week => "week",
        }
    }
}

/// How groups take turns in several subjects.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Turns {
    /// While one group has the first subject, another has the second; the other way round at
    /// another time.
    Parallel,
    /// The same, and the exchange follows at once in the same half-day: two groups swap laboratories.
    Swap,
    /// The same slot every week: the one way round in week A, the other in week B.
    Alternate,
}

impl Turns {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Parallel, Self::Swap, Self::Alternate];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Parallel => "parallel",
            Self::Swap => "swap",
            Self::Alternate => "alternate",
        }
    }
}

/// What a rule asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RuleKind {
    /// The teachers, classes or rooms are not there at these slots. Unit: one slot.
    Unavailable {
        /// Who.
        of: Of,
        /// When.
        times: Vec<SlotId>,
    },
    /// Teachers of the subjects in scope have this time free, for meetings with their inspector.
    /// Unit: one slot.
    PedagogicalHalfDay {
        /// When.
        times: Vec<SlotId>,
    },
    /// A teacher comes in the morning or in the afternoon of a day, not both. Unit: one day beyond
    /// the exceptions.
    HalfDayOnly {
        /// On how many days both are allowed.
        exceptions: u32,
    },
    /// Who comes for a half-day has at least so many hours in it. Unit: one hour too few.
    LeastInHalfDay {
        /// Who.
        of: Of,
        /// The least number of hours.
        hours: u32,
    },
    /// Free slots between two lessons of one half-day: the lunch break is no gap, nor is what
    /// touches it, nor a slot at which they are certainly not there. Unit: one slot above the limit.
    Gaps {
        /// Who.
        of: Of,
        /// Over what they are added up.
        per: Per,
        /// How many are allowed.
        most: u32,
    },
    /// Free slots from the first lesson of a day to its last, those before and after lunch too. Unit:
    /// one slot above the limit.
    GapsThroughDay {
        /// Who.
        of: Of,
        /// How many are allowed on each day.
        most: u32,
    },
    /// Hours in a half-day, a day or the week. Unit: one hour above the limit.
    MostHours {
        /// Who.
        of: Of,
        /// Over what they are added up.
        per: Per,
        /// The greatest number of hours.
        hours: u32,
    },
    /// Hours in the week. Unit: one hour too few.
    LeastHours {
        /// Who.
        of: Of,
        /// The least number of hours.
        hours: u32,
    },
    /// Hours in a row within a half-day. Unit: one hour above the limit.
    MostInARow {
        /// Who.
        of: Of,
        /// The greatest number of hours.
        hours: u32,
    },
    /// Days with lessons. Unit: one day above the limit.
    MostDays {
        /// Who.
        of: Of,
        /// The greatest number of days.
        days: u32,
    },
    /// Afternoons with lessons. Unit: one above the limit.
    MostAfternoons {
        /// Who.
        of: Of,
        /// The greatest number of afternoons.
        afternoons: u32,
    },
    /// Half-days with lessons. Unit: one above the limit.
    MostHalfDays {
        /// Who.
        of: Of,
        /// The greatest number of half-days.
        half_days: u32,
    },
    /// Rows of the bell plan without lessons from the last lesson of a day to the first of the next
    /// one, or from the last of a morning to the first of the afternoon. Unit: one slot too close.
    Rest {
        /// Who.
        of: Of,
        /// Between days, or between the half-days of each.
        per: Per,
        /// The least number of rows.
        slots: u32,
    },
    /// Days or half-days with lessons, or whether there are any in the week. Unit: one too few.
    LeastDays {
        /// Who.
        of: Of,
        /// Days, or half-days.
        per: Per,
        /// The least number of them.
        days: u32,
    },
    /// Who comes on a day has at least so many hours on it. Unit: one hour too few.
    LeastInDay {
        /// Who.
        of: Of,
        /// The least number of hours.
        hours: u32,
    },
    /// Rows of the bell plan from the first lesson of a stretch to the end of its last. Unit: one
    /// lesson's slot from which another lies too far.
    Span {
        /// Who.
        of: Of,
        /// In what.
        per: Per,
        /// The greatest number of slots.
        slots: u32,
    },
    /// Lessons of a stretch begin with its first slot; some stretches may begin with their second.
    /// Unit: one stretch that begins later.
    EarlyStarts {
        /// Who.
        of: Of,
        /// What begins.
        per: Per,
        /// How many may begin with the second slot.
        most: u32,
    },
    /// Half-days with lessons, one after another; nights are passed over. Unit: one too many.
    MostHalfDaysInARow {
        /// Who.
        of: Of,
        /// The greatest number of half-days.
        half_days: u32,
    },
    /// Half-days without lessons, not fixed in advance. Unit: one too few.
    FreeHalfDays {
        /// Who.
        of: Of,
        /// How many.
        half_days: u32,
        /// The slots of the half-days among which they are; empty: all.
        among: Vec<SlotId>,
    },
    /// Lessons of one course fall on different real days. Unit: one lesson too many on a day.
    DifferentDays,
    /// Lessons of one course that begin in a half-day, on a day or in the week, of whatever length. Unit:
    /// one lesson above the limit.
    MostLessons {
        /// Over what they are added up.
        per: Per,
        /// The greatest number of lessons.
        lessons: u32,
    },
    /// Lessons of one course are on days so far apart; 1 means the next day. Unit: one day too close.
    DaysApart {
        /// The least distance.
        days: u32,
    },
    /// Lessons of one course are on days that are at most so far apart. Unit: two days with lessons that
    /// are further apart.
    DaysWithin {
        /// The greatest distance.
        days: u32,
    },
    /// Lessons of one course begin so many clock hours after the one before ended. Unit: one hour
    /// too close.
    HoursApart {
        /// The least distance.
        hours: u32,
    },
    /// Lessons of one course that fall on one day are two at most, and follow one another without a
    /// break. Unit: one slot between them, one day with lessons on both sides of a break, or one
    /// lesson more.
    Adjoining,
    /// The lessons in scope follow one another in one half-day, in any order. Unit: one slot between
    /// or at once, or one half-day more.
    Grouped,
    /// The lessons in scope are never at the same time. Unit: one slot.
    NotTogether,
    /// Of the lessons in scope, which are all of one length, at most so many are at the same time. Unit:
    /// one lesson above the limit in one slot.
    MostAtOnce {
        /// The greatest number of lessons.
        lessons: u32,
    },
    /// The lessons in scope begin with the same period, on whatever day. Unit: one period.
    SamePeriod,
    /// A class does not have a subject of the first list and one of the second in the same stretch
    /// of time. Unit: one stretch with both.
    SubjectsApart {
        /// Subjects, such as mathematics.
        first: Vec<SubjectId>,
        /// Subjects, such as sport.
        second: Vec<SubjectId>,
        /// In what they may not meet.
        per: Per,
    },
    /// No stretch of time has lessons of all these lists. Unit: one stretch with all of them.
    NotAll {
        /// Courses, by code, or single lessons of them.
        first: Vec<String>,
        /// And of these.
        second: Vec<String>,
        /// And of these; where it is empty two lists are meant.
        third: Vec<String>,
        /// In what they may not meet.
        per: Per,
    },
    /// Courses in scope are held at these slots only, from their first slot to their last.
    /// Unit: one slot of a lesson that is not wholly inside.
    OnlyAt {
        /// When.
        times: Vec<SlotId>,
    },
    /// Courses in scope are not held at these slots. Unit: one slot of a lesson that touches them.
    NotAt {
        /// When.
        times: Vec<SlotId>,
    },
    /// Lessons in scope begin at one of these slots. Unit: one slot of a lesson that does not.
    StartsAt {
        /// When.
        times: Vec<SlotId>,
    },
    /// Lessons in scope are the first that their classes or teachers have in a day or half-day.
    /// Unit: one lesson.
    FirstOf {
        /// Whose.
        of: Of,
        /// Of what.
        per: Per,
    },
    /// Lessons in scope are the last that their classes or teachers have in a day or half-day.
    /// Unit: one lesson.
    LastOf {
        /// Whose.
        of: Of,
        /// Of what.
        per: Per,
    },
    /// Half-days that begin at the very first slot. Unit: one above the limit.
    MostFirstSlots {
        /// Who.
        of: Of,
        /// How many in a week.
        most: u32,
    },
    /// Half-days that last to the very last slot. Unit: one above the limit.
    MostLastSlots {
        /// Who.
        of: Of,
        /// How many in a week.
        most: u32,
    },
    /// The courses in scope start at the same slots. Unit: one slot at which not all are held.
    SameStart,
    /// Groups of one division take turns in these subjects. It is always hard.
    GroupsInTurn {
        /// The sort of division.
        division: String,
        /// The subjects, as many as there are groups, or fewer: then some groups are free in turn.
        subjects: Vec<SubjectId>,
        /// How they take turns.
        turns: Turns,
    },
    /// Two courses take turns in the same slots: the first in week A, the second in week B. It is
    /// always hard.
    Alternate {
        /// The code of the course of week A.
        first: String,
        /// The code of the course of week B.
        second: String,
    },
    /// The first course's lessons come before those of the second in the week. Unit: one slot.
    Before {
        /// The code of the course that comes first.
        first: String,
        /// The code of the other.
        second: String,
    },
    /// In a day or half-day that has lessons of both, the first course's lessons come before those of
    /// the second. Unit: one stretch.
    BeforeWithin {
        /// The code of the course that comes first.
        first: String,
        /// The code of the other.
        second: String,
        /// In what.
        per: Per,
    },
    /// The second course follows the first at once, in the same half-day. Unit: one slot.
    Follows {
        /// The code of the course that comes first.
        first: String,
        /// The code of the other.
        second: String,
    },
    /// Classes stay in their home room in lessons that ask for its type. Unit: one slot elsewhere.
    HomeRoom,
    /// Few different rooms of one type: for each course, each class or each teacher. Unit: one room
    /// more than one.
    FewRooms {
        /// Whose rooms are counted; rooms themselves mean each course.
        of: Of,
    },
    /// Lessons in scope are held in one of these rooms. Those of a course that asks for no room may have
    /// one of them; without a room they are elsewhere. Unit: one slot elsewhere.
    InRooms {
        /// Where.
        rooms: Vec<RoomId>,
    },
    /// Lessons in scope need one of these rooms besides their own, at the same time. Unit: one slot
    /// without.
    AlsoIn {
        /// Where.
        rooms: Vec<RoomId>,
    },
    /// Lessons of a half-day with fewer free rows of the bell plan between them than this are in the same
    /// building: with one row, those that follow one another. Unit: one change.
    NoTravel {
        /// Who.
        of: Of,
        /// The buildings that count as one place; empty: each for itself.
        near: Vec<BuildingId>,
        /// The least number of free rows between lessons in two buildings.
        rows: u32,
    },
    /// Lessons of a half-day with fewer free rows of the bell plan between them than this are in the same
    /// room: with one row, those that follow one another. Unit: one change.
    SameRoom {
        /// Who.
        of: Of,
        /// The least number of free rows between lessons in two rooms.
        rows: u32,
    },
    /// Changes of building from a lesson to the next one that is in a building, however much later: in a
    /// half-day, on a day over lunch too, or in all half-days of the week. Unit: one change above the
    /// limit.
    MostTravel {
        /// Who.
        of: Of,
        /// Over what they are added up.
        per: Per,
        /// How many are allowed.
        most: u32,
        /// The buildings that count as one place; empty: each for itself.
        near: Vec<BuildingId>,
    },
    /// Changes of room from a lesson to the next one that has a room, counted as changes of building.
    /// Unit: one change above the limit.
    MostRoomChanges {
        /// Who.
        of: Of,
        /// Over what they are added up.
        per: Per,
        /// How many are allowed.
        most: u32,
    },
    /// A room takes all pupils of a lesson. Unit: one slot in a room too small.
    Capacity,
    /// A class has at least and at most so many hours on each day on which it comes. Unit: one hour
    /// outside.
    BalancedDays {
        /// The least number of hours.
        least: u32,
        /// The greatest number of hours.
        most: u32,
    },
}

impl RuleKind {
    /// Whether it means classes, teachers or others, where a rule of its kind says so.
    #[must_use]
    pub const fn of(&self) -> Option<Of> {
        match self {
            Self::Unavailable { of, .. }
            | Self::LeastInHalfDay { of, .. }
            | Self::Gaps { of, .. }
            | Self::GapsThroughDay { of, .. }
            | Self::MostHours { of, .. }
            | Self::LeastHours { of, .. }
            | Self::MostInARow { of, .. }
            | Self::MostDays { of, .. }
            | Self::MostAfternoons { of, .. }
            | Self::MostHalfDays { of, .. }
            | Self::Rest { of, .. }
            | Self::LeastDays { of, .. }
            | Self::LeastInDay { of, .. }
            | Self::Span { of, .. }
            | Self::EarlyStarts { of, .. }
            | Self::MostHalfDaysInARow { of, .. }
            | Self::FreeHalfDays { of, .. }
            | Self::FirstOf { of, .. }
            | Self::LastOf { of, .. }
            | Self::MostFirstSlots { of, .. }
            | Self::MostLastSlots { of, .. }
            | Self::FewRooms { of }
            | Self::SameRoom { of, .. }
            | Self::MostTravel { of, .. }
            | Self::MostRoomChanges { of, .. }
            | Self::NoTravel { of, .. } => Some(*of),
            _ => None,
        }
    }

    /// The name in files.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Unavailable { .. } => "unavailable",
            Self::PedagogicalHalfDay { .. } => "pedagogical-half-day",
            Self::HalfDayOnly { .. } => "half-day-only",
            Self::LeastInHalfDay { .. } => "least-in-half-day",
            Self::Gaps { .. } => "gaps",
            Self::GapsThroughDay { .. } => "gaps-through-day",
            Self::MostHours { .. } => "most-hours",
            Self::LeastHours { .. } => "least-hours",
            Self::MostInARow { .. } => "most-in-a-row",
            Self::MostDays { .. } => "most-days",
            Self::MostAfternoons { .. } => "most-afternoons",
            Self::MostHalfDays { .. } => "most-half-days",
            Self::Rest { .. } => "rest",
            Self::LeastDays { .. } => "least-days",
            Self::LeastInDay { .. } => "least-in-day",
            Self::Span { .. } => "span",
            Self::EarlyStarts { .. } => "early-starts",
            Self::MostHalfDaysInARow { .. } => "most-half-days-in-a-row",
            Self::FreeHalfDays { .. } => "free-half-days",
            Self::DifferentDays => "different-days",
            Self::MostLessons { .. } => "most-lessons",
            Self::DaysApart { .. } => "days-apart",
            Self::DaysWithin { .. } => "days-within",
            Self::HoursApart { .. } => "hours-apart",
            Self::Adjoining => "adjoining",
            Self::Grouped => "grouped",
            Self::NotTogether => "not-together",
            Self::MostAtOnce { .. } => "most-at-once",
            Self::SamePeriod => "same-period",
            Self::SubjectsApart { .. } => "subjects-apart",
            Self::NotAll { .. } => "not-all",
            Self::OnlyAt { .. } => "only-at",
            Self::NotAt { .. } => "not-at",
            Self::StartsAt { .. } => "starts-at",
            Self::FirstOf { .. } => "first-of",
            Self::LastOf { .. } => "last-of",
            Self::MostFirstSlots { .. } => "most-first-slots",
            Self::MostLastSlots { .. } => "most-last-slots",
            Self::SameStart => "same-start",
            Self::GroupsInTurn { .. } => "groups-in-turn",
            Self::Alternate { .. } => "alternate",
            Self::Before { .. } => "before",
            Self::BeforeWithin { .. } => "before-within",
            Self::Follows { .. } => "follows",
            Self::HomeRoom => "home-room",
            Self::FewRooms { .. } => "few-rooms",
            Self::InRooms { .. } => "in-rooms",
            Self::AlsoIn { .. } => "also-in",
            Self::NoTravel { .. } => "no-travel",
            Self::SameRoom { .. } => "same-room",
            Self::MostTravel { .. } => "most-travel",
            Self::MostRoomChanges { .. } => "most-room-changes",
            Self::Capacity => "capacity",
            Self::BalancedDays { .. } => "balanced-days",
        }
    }
}

/// One rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rule {
    /// The identifier that files use.
    pub code: String,
    /// What it asks for.
    pub kind: RuleKind,
    /// Whom and what it speaks of.
    pub scope: Scope,
    /// Whether it must hold.
    pub strength: Strength,
}
