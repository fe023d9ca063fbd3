//! What a file of course timetabling says, before it becomes an instance.

/// A course.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Course {
    pub(super) code: String,
    pub(super) teacher: String,
    pub(super) lectures: u32,
    /// The least number of days over which its lectures should go.
    pub(super) days: i64,
    pub(super) students: i64,
    /// The times at which it cannot be, by their position in the cycle.
    pub(super) closed: Vec<usize>,
    /// The rooms in which it cannot be, by position.
    pub(super) unsuitable: Vec<usize>,
}

/// A room.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Room {
    pub(super) code: String,
    pub(super) places: i64,
}

/// Courses with students in common.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Curriculum {
    pub(super) code: String,
    /// Its courses, by position.
    pub(super) members: Vec<usize>,
}

/// All of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Draft {
    pub(super) name: String,
    pub(super) days: usize,
    /// Periods a day.
    pub(super) periods: usize,
    pub(super) courses: Vec<Course>,
    pub(super) rooms: Vec<Room>,
    pub(super) curricula: Vec<Curriculum>,
}

/// The code of a time, from its day and its period.
pub(super) fn time_code(day: usize, period: usize) -> String {
    format!("{day}.{period}")
}

/// The role that a room fills.
pub(super) const ROOM: &str = "Room";
