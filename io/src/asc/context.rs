//! What the identifiers of a file mean in the school that it became.

use jadwal_model::school::calendar::Week;
use jadwal_model::school::id::{RoomId, SlotId, TeacherId};
use std::collections::{BTreeMap, BTreeSet};

/// What identifiers mean.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Context {
    /// How many days a mask has.
    pub(super) days: usize,
    /// How many weeks a mask has.
    pub(super) weeks: usize,
    /// How many terms a mask has.
    pub(super) terms: usize,
    /// Days by their number, where they have numbers.
    pub(super) numbers: BTreeMap<String, usize>,
    /// Slots by day, from 0, and number of the period.
    pub(super) slots: BTreeMap<(usize, i64), SlotId>,
    /// By slot: its day and the number of its period.
    pub(super) places: BTreeMap<SlotId, (usize, i64)>,
    /// Rooms by identifier.
    pub(super) rooms: BTreeMap<String, RoomId>,
    /// Lessons by identifier.
    pub(super) lessons: BTreeMap<String, Known>,
    /// Lessons that have no periods.
    pub(super) unheld: BTreeSet<String>,
    /// The identifier of each lesson of a course, by the code of that and the number of the lesson.
    pub(super) blocks: BTreeMap<(String, u32), String>,
    /// Whether a lesson of several periods is one card; else it is one card a period.
    pub(super) is_one_card: bool,
}

/// What a lesson of a file became: the lessons of a course, or some of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Known {
    /// The code of the course.
    pub(super) course: String,
    /// Which of its lessons, with their lengths.
    pub(super) blocks: Vec<(u32, u32)>,
    /// How many periods a card has; the last one may have fewer.
    pub(super) card: u32,
    /// The weeks in which it may be, as masks; empty: it is held every week.
    pub(super) weeks: Vec<String>,
    /// The week in which the school has it, where it is held every other week.
    pub(super) week: Option<Week>,
    /// The terms in which it is held, as a mask.
    pub(super) terms: String,
    /// How many rooms it needs at the same time beside the first.
    pub(super) further: usize,
    /// Who gives it, where the course leaves that to be chosen.
    pub(super) chosen: Vec<TeacherId>,
}

impl Known {
    /// How many periods it has in all.
    pub(super) fn hours(&self) -> u32 {
        self.blocks.iter().map(|(_, length)| length).sum()
    }
}

impl Context {
    /// The mask of one day.
    pub(super) fn day_mask(&self, day: usize) -> String {
        (0..self.days).map(|other| if other == day { '1' } else { '0' }).collect()
    }

    /// The rooms the other way round.
    pub(super) fn room_ids(&self) -> BTreeMap<RoomId, &str> {
        self.rooms.iter().map(|(id, &room)| (room, id.as_str())).collect()
    }
}
