//! The timetable: lines of `GPU001.TXT`, one for each period of each line of a lesson.

use super::context::{Context, Known};
use super::file::{Column, File, TIMETABLE};
use crate::error::foreign::ForeignFault;
use crate::error::{Place, ReadError};
use crate::foreign::locked::keep_locks;
use jadwal_model::school::course::{Course, Lesson, Lock, Teaching};
use jadwal_model::school::id::{CourseId, RoomId, SlotId, TeacherId};
use jadwal_model::school::school::School;
use jadwal_model::{Id, Table};
use std::collections::BTreeMap;

const NUMBER: Column = Column(1, "lesson");
const TEACHER: Column = Column(3, "teacher");
const ROOM: Column = Column(5, "room");
const DAY: Column = Column(6, "day");
const PERIOD: Column = Column(7, "period");

/// The placed lessons of a timetable.
#[derive(Clone, PartialEq, Debug)]
pub struct Placed {
    /// Every lesson, placed or not.
    pub lessons: Vec<Lesson>,
    /// How many lines have no day or no period.
    pub unplaced: usize,
    pub(super) first_unplaced: Place,
    /// Lessons that are fixed where they are.
    pub(super) locks: Vec<Lock>,
}

/// A period of a lesson: its rooms, by the line that has them, who was chosen to give it, and where it is
/// said first.
struct Held {
    rooms: BTreeMap<usize, RoomId>,
    chosen: Vec<TeacherId>,
    place: Place,
}

/// What a timetable says of the lessons of a school.
///
/// # Errors
/// All faults that can be found, in the order of the file.
pub fn lessons(
    bytes: &[u8],
    context: &Context,
    school: &School,
    courses: &Table<CourseId, Course>,
) -> Result<Placed, Vec<ReadError>> {
    let mut file = File::read(TIMETABLE, bytes);
    let placed = lessons_of(&mut file, context, school, courses);
    match file.into_wrong() {
        Some(wrong) => Err(wrong.errors),
        None => Ok(placed),
    }
}

/// The same of a file; what is wrong is told to that.
pub(super) fn lessons_of(
    file: &mut File,
    context: &Context,
    school: &School,
    courses: &Table<CourseId, Course>,
) -> Placed {
    let mut placed = Placed {
        lessons: Vec::new(),
        unplaced: 0,
        first_unplaced: Place::NOWHERE,
        locks: Vec::new(),
    };
    let held = held(file, context, school, &mut placed);
    let by_code: BTreeMap<&str, CourseId> =
        courses.enumerate().map(|(id, course)| (course.code.as_str(), id)).collect();
    for (number, known) in &context.lessons {
        let Some(&course) = by_code.get(known.course.as_str()) else { continue };
        let periods = held.get(number);
        let pieces = pieces(file, *number, known, periods, school);
        // what is cut in another way stays nowhere
        let as_cut = |&(block, length, _): &(u32, u32, _)| {
            known.lengths.get(block as usize) == Some(&length)
        };
        let is_fixed =
            known.is_fixed && pieces.len() == known.lengths.len() && pieces.iter().all(as_cut);
        for (block, length, slot) in pieces {
            let held = slot.and_then(|slot| periods?.get(&slot));
            let rooms = held.map(|held| &held.rooms);
            let teachers = match &courses[course].teaching {
                Teaching::By(teachers) => teachers.clone(),
                Teaching::AnyOfSubject => held.map(|held| held.chosen.clone()).unwrap_or_default(),
            };
            let room = |at: usize| rooms.and_then(|rooms| rooms.get(&at).copied());
            if is_fixed && slot.is_some() {
                let code = known.course.clone();
                placed.locks.push(Lock { course: code, block, slot, room: None });
            }
            placed.lessons.push(Lesson {
                course,
                block,
                length,
                slot,
                week: None,
                teachers,
                room: room(0),
                further_rooms: (1..=known.further).map(room).collect(),
            });
        }
    }
    keep_locks(&mut placed.lessons, school, courses);
    placed
}

/// By lesson and slot: what the lines say.
fn held(
    file: &mut File,
    context: &Context,
    school: &School,
    placed: &mut Placed,
) -> BTreeMap<u32, BTreeMap<SlotId, Held>> {
    let teachers: BTreeMap<&str, TeacherId> =
        school.teachers.enumerate().map(|(id, teacher)| (teacher.code.as_str(), id)).collect();
    let mut held: BTreeMap<u32, BTreeMap<SlotId, Held>> = BTreeMap::new();
    for row in file.rows() {
        let numbers = [NUMBER, DAY, PERIOD].map(|column| file.whole(&row, column));
        let [Some(number), Some(day), Some(period)] = numbers else { continue };
        if context.ignored.contains(&number) {
            continue;
        }
        let Some(known) = context.lessons.get(&number) else {
            let known: Vec<String> = context.lessons.keys().map(u32::to_string).collect();
            file.unknown(&row, NUMBER, &number.to_string(), known.iter().map(String::as_str));
            continue;
        };
        if day == 0 || row.cell(PERIOD.0 - 1).is_empty() {
            placed.first_unplaced =
                if placed.unplaced == 0 { row.place } else { placed.first_unplaced };
            placed.unplaced += 1;
            continue;
        }
        let Some(&slot) = context.slots.get(&(day, period)) else {
            let name = format!("{day}/{period}");
            file.unknown(&row, PERIOD, &name, std::iter::empty());
            continue;
        };
        let place = row.place;
        let entry = held.entry(number).or_default().entry(slot);
        let here =
            entry.or_insert_with(|| Held { rooms: BTreeMap::new(), chosen: Vec::new(), place });
        let teacher = row.cell(TEACHER.0 - 1);
        if known.is_open && !matches!(teacher, "" | "?") {
            match teachers.get(teacher) {
                Some(id) if here.chosen.contains(id) => {}
                Some(&id) => here.chosen.push(id),
                None => file.unknown(&row, TEACHER, teacher, teachers.keys().copied()),
            }
        }
        let name = row.cell(ROOM.0 - 1);
        if name.is_empty() {
            continue;
        }
        match context.rooms.get(name) {
            Some(&room) => {
                let cells = [1, 2, 3].map(|column| row.cell(column));
                let mut lines = known.lines.iter();
                let line = lines.find(|line| {
                    let is_teacher = if known.is_open {
                        // the line of the first room has the teacher that was chosen
                        cells[1].is_empty() != (line.room == Some(0))
                    } else {
                        cells[1] == line.teacher
                    };
                    is_teacher && cells[0] == line.class && cells[2] == line.subject
                });
                here.rooms.entry(line.and_then(|line| line.room).unwrap_or(0)).or_insert(room);
            }
            None => {
                let known = context.rooms.keys().map(String::as_str);
                file.unknown(&row, ROOM, name, known);
            }
        }
    }
    held
}

/// The lessons of a number, each with its length and where it begins. Periods that follow one another are
/// one lesson, as far as there is one so long.
fn pieces(
    file: &mut File,
    number: u32,
    known: &Known,
    held: Option<&BTreeMap<SlotId, Held>>,
    school: &School,
) -> Vec<(u32, u32, Option<SlotId>)> {
    let mut free: Vec<(u32, u32)> = (0..).zip(known.lengths.iter().copied()).collect();
    let mut found = Vec::new();
    let mut slots: Vec<(SlotId, &Held)> =
        held.into_iter().flatten().map(|(&slot, held)| (slot, held)).collect();
    let all = slots.len() as u32;
    while let Some(&(first, Held { chosen, place, .. })) = slots.first() {
        let run = (1..).take_while(|&length| {
            let at = |&(slot, held): &(SlotId, &Held)| {
                slot.index() == first.index() + length - 1 && held.chosen == *chosen
            };
            slots.get(length - 1).is_some_and(at) && school.calendar.fits(first, length as u32)
        });
        let run = run.count().max(1) as u32;
        let fitting = free.iter().enumerate().filter(|(_, (_, length))| *length <= run);
        // the longest that fits; else what is there is shorter than it should be
        let at = fitting.max_by_key(|&(at, (_, length))| (*length, std::cmp::Reverse(at)));
        let at = at.map(|(at, _)| at).or(if free.is_empty() { None } else { Some(0) });
        let maximum: u32 = known.lengths.iter().sum();
        let Some(at) = at else {
            if all > maximum {
                let lesson = number.to_string();
                file.fault_at(*place, ForeignFault::TooMany { lesson, found: all, maximum }.into());
                break;
            }
            // it is placed in more pieces than it is cut into: the last one is there again
            let last = known.lengths.len().saturating_sub(1) as u32;
            found.push((last, run, Some(first)));
            slots.drain(..run as usize);
            continue;
        };
        let (block, length) = free.remove(at);
        let length = length.min(run);
        found.push((block, length, Some(first)));
        slots.drain(..length as usize);
    }
    found.extend(free.into_iter().map(|(block, length)| (block, length, None)));
    found
}
