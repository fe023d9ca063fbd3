//! What the names of a file mean in the school that it became.
//!
//! Constraints speak by name; this is the one place where names are looked up. What has no meaning for
//! the school, such as a break or an inactive activity, is found nowhere, and the caller passes over it.

use super::document::Constraint;
use super::weights::Weights;
use jadwal_model::school::course::Audience;
use jadwal_model::school::id::{BuildingId, HalfDayId, RoomId, SlotId, SubjectId, TeacherId};
use jadwal_model::school::rule::Strength;
use std::collections::{BTreeMap, BTreeSet};

/// One lesson of a course of the school.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Block {
    /// The code of the course.
    pub course: String,
    /// Which of its lessons, from 0.
    pub block: u32,
}

/// What an active activity became, and what filters ask of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    /// The lesson.
    pub lesson: Block,
    /// Its teachers.
    pub teachers: Vec<TeacherId>,
    /// Its subject.
    pub subject: SubjectId,
    /// Its tags.
    pub tags: BTreeSet<String>,
    /// The smallest sets of pupils that attend.
    pub atoms: BTreeSet<u32>,
    /// Hours.
    pub duration: u32,
    /// The virtual rooms in any of which it may be.
    pub virtual_rooms: Vec<String>,
    /// Which of the activities that were split from one it is, from 1 in the order of their numbers.
    pub component: u32,
}

/// Which activities a constraint means; what is none does not narrow it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter<'a> {
    /// Those of this teacher.
    pub teacher: Option<&'a str>,
    /// Those that share pupils with this set.
    pub students: Option<&'a str>,
    /// Those in this subject.
    pub subject: Option<&'a str>,
    /// Those with this tag.
    pub tag: Option<&'a str>,
    /// Those of this duration.
    pub duration: Option<u32>,
}

impl<'a> Filter<'a> {
    /// The filter of a constraint: its fields `Teacher`, `Students`, `Subject`, `Activity_Tag` and
    /// `Duration`, by all the names that versions gave them. An empty field does not narrow it.
    #[must_use]
    pub fn of(constraint: &'a Constraint) -> Self {
        let said = |text: Option<&'a str>| text.filter(|text| !text.is_empty());
        Self {
            teacher: said(constraint.teacher()),
            students: said(constraint.students()),
            subject: said(constraint.text_of(&["Subject", "Subject_Name"])),
            tag: said(constraint.text_of(&["Activity_Tag", "Activity_Tag_Name"])),
            duration: constraint.number("Duration"),
        }
    }
}

/// What names mean.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Context {
    /// Teachers by name.
    pub teachers: BTreeMap<String, TeacherId>,
    /// Subjects by name.
    pub subjects: BTreeMap<String, SubjectId>,
    /// Real rooms by name.
    pub rooms: BTreeMap<String, RoomId>,
    /// Virtual rooms by name: the sets of real rooms, of each of which it takes one.
    pub virtual_rooms: BTreeMap<String, Vec<Vec<RoomId>>>,
    /// Buildings by name.
    pub buildings: BTreeMap<String, BuildingId>,
    /// Students sets by name: the classes and groups that make them up, none of which share pupils.
    pub students: BTreeMap<String, Vec<Audience>>,
    /// Students sets by name: the smallest sets in them.
    pub atoms: BTreeMap<String, BTreeSet<u32>>,
    /// Active activities by number.
    pub activities: BTreeMap<u32, Known>,
    /// The other way round.
    pub numbers: BTreeMap<Block, u32>,
    /// Days of the file (half-days, where they are) by name, in their order from 0.
    pub days: BTreeMap<String, usize>,
    /// Hours by name, in their order from 0.
    pub hours: BTreeMap<String, usize>,
    /// Slots by day and hour of the file; breaks have none.
    pub slots: BTreeMap<(usize, usize), SlotId>,
    /// By slot: its day and hour.
    pub places: BTreeMap<SlotId, (usize, usize)>,
    /// By day of the file: the half-day; none where it has only breaks.
    pub half_days: Vec<Option<HalfDayId>>,
    /// Whether days of the file are half-days.
    pub half_days_apart: bool,
    /// What weights are worth.
    pub weights: Weights,
}

impl Context {
    /// What the weight of a constraint is worth; none where it never counts.
    #[must_use]
    pub fn strength(&self, constraint: &Constraint) -> Option<Strength> {
        self.weights.strength(constraint.weight)
    }

    /// A teacher.
    #[must_use]
    pub fn teacher(&self, name: &str) -> Option<TeacherId> {
        self.teachers.get(name).copied()
    }

    /// A subject.
    #[must_use]
    pub fn subject(&self, name: &str) -> Option<SubjectId> {
        self.subjects.get(name).copied()
    }

    /// A real room.
    #[must_use]
    pub fn room(&self, name: &str) -> Option<RoomId> {
        self.rooms.get(name).copied()
    }

    /// The virtual room, among those in which an activity may be, that stands for these real rooms.
    #[must_use]
    pub fn virtual_room(&self, activity: u32, rooms: &[RoomId]) -> Option<&str> {
        let names = &self.activities.get(&activity)?.virtual_rooms;
        let stands_for = |name: &&String| {
            self.virtual_rooms.get(*name).is_some_and(|sets| {
                sets.len() == rooms.len()
                    && sets.iter().zip(rooms).all(|(set, room)| set.contains(room))
            })
        };
        names.iter().find(stands_for).map(String::as_str)
    }

    /// The classes and groups that make up a students set; none if there is no such set.
    #[must_use]
    pub fn audience(&self, name: &str) -> &[Audience] {
        self.students.get(name).map_or(&[], Vec::as_slice)
    }

    /// The slot of a day and an hour by name; none for a break.
    #[must_use]
    pub fn slot(&self, day: &str, hour: &str) -> Option<SlotId> {
        let (day, hour) = (self.days.get(day)?, self.hours.get(hour)?);
        self.slots.get(&(*day, *hour)).copied()
    }

    /// The slots of the days and hours in fields of this name, such as `Not_Available_Time`, in order,
    /// each once.
    #[must_use]
    pub fn slots_in(&self, constraint: &Constraint, field: &str) -> Vec<SlotId> {
        let times = constraint.times(field).into_iter();
        let slots: BTreeSet<SlotId> =
            times.filter_map(|(day, hour)| self.slot(day, hour)).collect();
        slots.into_iter().collect()
    }

    /// The slots of a day of the file (a half-day, where they are).
    #[must_use]
    pub fn slots_on(&self, day: &str) -> Vec<SlotId> {
        let Some(&day) = self.days.get(day) else { return Vec::new() };
        self.slots.range((day, 0)..(day + 1, 0)).map(|(_, &slot)| slot).collect()
    }

    /// The lesson that an activity became; none if it is not active.
    #[must_use]
    pub fn lesson(&self, activity: u32) -> Option<&Block> {
        self.activities.get(&activity).map(|known| &known.lesson)
    }

    /// The lessons of the activities in fields of this name, such as `Activity_Id`, in their order.
    #[must_use]
    pub fn lessons(&self, constraint: &Constraint, field: &str) -> Vec<Block> {
        let all = constraint.activities(field).into_iter();
        all.filter_map(|activity| self.lesson(activity).cloned()).collect()
    }

    /// The active activities that a filter means, in the order of their numbers.
    #[must_use]
    pub fn matching(&self, filter: &Filter<'_>) -> Vec<u32> {
        let nobody = BTreeSet::new();
        let students = filter.students.map(|name| self.atoms.get(name).unwrap_or(&nobody));
        let teacher = filter.teacher.map(|name| self.teacher(name));
        let subject = filter.subject.map(|name| self.subject(name));
        let meant = |known: &Known| {
            teacher.is_none_or(|one| one.is_some_and(|one| known.teachers.contains(&one)))
                && subject.is_none_or(|one| one == Some(known.subject))
                && students.is_none_or(|atoms| !atoms.is_disjoint(&known.atoms))
                && filter.tag.is_none_or(|tag| known.tags.contains(tag))
                && filter.duration.is_none_or(|duration| duration == known.duration)
        };
        self.activities.iter().filter(|(_, known)| meant(known)).map(|(&id, _)| id).collect()
    }

    /// The active activities with a tag.
    #[must_use]
    pub fn tagged(&self, tag: &str) -> Vec<u32> {
        self.matching(&Filter { tag: Some(tag), ..Filter::default() })
    }

    /// The courses that consist of these lessons and no others, and the lessons that are left.
    #[must_use]
    pub fn whole_courses(&self, lessons: &[Block]) -> (Vec<String>, Vec<Block>) {
        let mut found: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
        for lesson in lessons {
            found.entry(&lesson.course).or_default().insert(lesson.block);
        }
        let (mut whole, mut rest) = (Vec::new(), Vec::new());
        for (course, blocks) in found {
            let block = |block| Block { course: course.to_owned(), block };
            let all = self.numbers.range(block(0)..=block(u32::MAX)).count();
            if all == blocks.len() {
                whole.push(course.to_owned());
            } else {
                rest.extend(blocks.into_iter().map(block));
            }
        }
        (whole, rest)
    }
}
