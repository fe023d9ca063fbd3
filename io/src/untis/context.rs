//! What the numbers and names of the files mean in the school that they became.

use jadwal_model::school::id::{RoomId, SlotId};
use std::collections::{BTreeMap, BTreeSet};

/// What numbers and names mean.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Context {
    /// Slots by number of the day and of the period.
    pub(super) slots: BTreeMap<(u32, u32), SlotId>,
    /// The other way round.
    pub(super) places: BTreeMap<SlotId, (u32, u32)>,
    /// Rooms by name.
    pub(super) rooms: BTreeMap<String, RoomId>,
    /// Lessons by number.
    pub(super) lessons: BTreeMap<u32, Known>,
    /// The number of a lesson, by the code of its course.
    pub(super) numbers: BTreeMap<String, u32>,
    /// Numbers of lessons that are not held.
    pub(super) ignored: BTreeSet<u32>,
}

/// What a lesson of the files became.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Known {
    /// The code of the course.
    pub(super) course: String,
    /// The lengths of its lessons.
    pub(super) lengths: Vec<u32>,
    /// Its lines.
    pub(super) lines: Vec<Line>,
    /// How many rooms it needs at the same time beside the first.
    pub(super) further: usize,
    /// Whether the course leaves it to be chosen who gives it: the timetable says that.
    pub(super) is_open: bool,
    /// Whether it stays where the timetable has it.
    pub(super) is_fixed: bool,
}

/// A line of a lesson: a class, and who teaches it what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Line {
    pub(super) class: String,
    pub(super) teacher: String,
    pub(super) subject: String,
    /// Which of the rooms of the lesson is its own; none: it has none.
    pub(super) room: Option<usize>,
}
