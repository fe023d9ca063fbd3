//! Cards become placed lessons, and placed lessons cards.

use super::context::{Context, Known};
use super::document::{Document, ids};
use super::masks::set_in;
use crate::error::foreign::ForeignFault;
use crate::error::{Place, ReadError};
use crate::fet::element::Element;
use crate::foreign::locked::keep_locks;
use crate::xhstt::faults::{Faults, short};
use jadwal_model::school::calendar::Week;
use jadwal_model::school::course::{Course, Lesson, Lock, Teaching};
use jadwal_model::school::id::{CourseId, RoomId, SlotId};
use jadwal_model::school::school::School;
use jadwal_model::{Id, Table};
use std::collections::BTreeMap;

/// The placed lessons of a document.
#[derive(Clone, PartialEq, Debug)]
pub struct Placed {
    /// Every lesson, placed or not.
    pub lessons: Vec<Lesson>,
    /// How many cards have no day or no period.
    pub unplaced: usize,
    pub(super) first_unplaced: Place,
    /// Whether lessons of several periods are one card; none where there are none.
    pub(super) is_one_card: Option<bool>,
    /// Lessons whose cards are locked.
    pub(super) locks: Vec<Lock>,
}

/// One card.
struct Card {
    at: (usize, i64),
    slot: SlotId,
    rooms: Vec<RoomId>,
    is_locked: bool,
    place: Place,
}

/// What the cards of a document say of the lessons of a school. The document may be another one than
/// the school was read from, with the same identifiers.
///
/// # Errors
/// All faults that can be found, in the order of the file.
pub fn lessons(
    document: &Document,
    context: &Context,
    school: &School,
    courses: &Table<CourseId, Course>,
) -> Result<Placed, Vec<ReadError>> {
    let mut reading = Reading { context, school, faults: Faults::default() };
    let (mut unplaced, mut first_unplaced) = (0, Place::NOWHERE);
    let mut all: BTreeMap<&str, Vec<Card>> = BTreeMap::new();
    for row in document.rows("cards") {
        let id = row.attribute("lessonid");
        let Some(known) = context.lessons.get(id) else {
            if !context.unheld.contains(id) {
                let known = context.lessons.keys().map(String::as_str);
                reading.faults.unknown(row.place, "lesson", id, known);
            }
            continue;
        };
        match reading.cards(row, known) {
            Some(cards) => all.entry(id).or_default().extend(cards),
            None => {
                unplaced += 1;
                first_unplaced = if unplaced == 1 { row.place } else { first_unplaced };
            }
        }
    }
    let by_code: BTreeMap<&str, CourseId> =
        courses.enumerate().map(|(id, course)| (course.code.as_str(), id)).collect();
    let (mut lessons, mut locks, mut is_one_card) = (Vec::new(), Vec::new(), None);
    for (id, known) in &context.lessons {
        let Some(&course) = by_code.get(known.course.as_str()) else { continue };
        let teachers = match &courses[course].teaching {
            Teaching::By(teachers) => teachers.clone(),
            Teaching::AnyOfSubject => known.chosen.clone(),
        };
        let pieces = reading.pieces(
            id,
            known,
            all.remove(id.as_str()).unwrap_or_default(),
            &mut is_one_card,
        );
        for (block, length, piece) in pieces {
            let mut rooms = piece.iter().flat_map(|card| card.rooms.iter().copied());
            let (slot, room) = (piece.as_ref().map(|card| card.slot), rooms.next());
            // what is cut in another way than the lesson stays nowhere
            let is_whole = known.blocks.contains(&(block, length));
            if is_whole && piece.as_ref().is_some_and(|card| card.is_locked) {
                locks.push(Lock { course: known.course.clone(), block, slot, room });
            }
            let mut further: Vec<Option<RoomId>> = rooms.map(Some).collect();
            further.resize(known.further, None);
            lessons.push(Lesson {
                course,
                block,
                length,
                slot,
                week: known.week,
                teachers: teachers.clone(),
                room,
                further_rooms: further,
            });
        }
    }
    keep_locks(&mut lessons, school, courses);
    let faults = reading.faults.into_sorted();
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Placed { lessons, unplaced, first_unplaced, is_one_card, locks })
}

struct Reading<'a> {
    context: &'a Context,
    school: &'a School,
    faults: Faults,
}

impl Reading<'_> {
    /// A card, or several where it names several days; none where it stands nowhere.
    fn cards(&mut self, row: &Element, known: &Known) -> Option<Vec<Card>> {
        let period = row.attribute("period");
        let days = self.days(row);
        if period.is_empty() || days.is_empty() {
            return None;
        }
        let weeks = row.attribute("weeks");
        let is_there = known.weeks.iter().any(|mask| mask == weeks);
        if !known.weeks.is_empty() && !weeks.is_empty() && !is_there {
            let (lesson, found) = (row.attribute("lessonid").to_owned(), short(weeks));
            let expected = known.weeks.join(", ");
            let fault = ForeignFault::OtherWeeks { lesson, found, expected };
            self.faults.push(row.place, fault.into());
        }
        let mut rooms = Vec::new();
        for id in ids(row, "classroomids").into_iter().chain(ids(row, "classroomid")) {
            match self.context.rooms.get(id) {
                Some(&room) => rooms.push(room),
                None => {
                    let known = self.context.rooms.keys().map(String::as_str);
                    self.faults.unknown(row.place, "classroom", id, known);
                }
            }
        }
        let is_locked = matches!(row.attribute("locked"), "1" | "true");
        let mut cards = Vec::new();
        for day in days {
            let at = period.parse().ok().map(|period: i64| (day, period));
            match at.and_then(|at| Some((at, *self.context.slots.get(&at)?))) {
                Some((at, slot)) => {
                    let (rooms, place) = (rooms.clone(), row.place);
                    cards.push(Card { at, slot, rooms, is_locked, place });
                }
                None => {
                    let known: Vec<String> =
                        self.context.slots.keys().map(|(_, period)| period.to_string()).collect();
                    self.faults.unknown(
                        row.place,
                        "period",
                        period,
                        known.iter().map(String::as_str),
                    );
                    break;
                }
            }
        }
        Some(cards)
    }

    /// The days of a card, from 0.
    fn days(&mut self, row: &Element) -> Vec<usize> {
        let number = row.attribute("day");
        if !number.is_empty() && row.attribute("days").is_empty() {
            if let Some(&day) = self.context.numbers.get(number) {
                return vec![day];
            }
            let known = self.context.numbers.keys().map(String::as_str);
            self.faults.unknown(row.place, "day", number, known);
            return vec![0];
        }
        let (attribute, mask) = ("days", row.attribute("days"));
        let expected = self.context.days;
        if !mask.is_empty() && mask.len() != expected {
            let fault = ForeignFault::Mask { attribute, found: short(mask), expected };
            self.faults.push(row.place, fault.into());
            return vec![0];
        }
        set_in(mask)
    }

    /// The lessons of a row, each with its length and the card with which it begins, as far as it is
    /// placed. Cards that follow one another are one lesson, up to its length.
    fn pieces(
        &mut self,
        id: &str,
        known: &Known,
        mut cards: Vec<Card>,
        is_one_card: &mut Option<bool>,
    ) -> Vec<(u32, u32, Option<Card>)> {
        cards.sort_by_key(|card| card.at);
        let by_period = cards.len() > known.blocks.len()
            || known.card > 1 && cards.windows(2).any(|two| follows(&two[0], &two[1], 1));
        let mut free: Vec<(u32, u32)> = known.blocks.clone();
        let mut pieces: Vec<(u32, Card)> = Vec::new();
        for card in cards {
            let last = pieces.last_mut().filter(|_| by_period);
            match last {
                Some((length, first)) if *length < known.card && follows(first, &card, *length) => {
                    *length += 1;
                }
                _ => pieces.push((if by_period { 1 } else { known.card }, card)),
            }
        }
        if known.card > 1 && !pieces.is_empty() && is_one_card.is_none() {
            *is_one_card = Some(!by_period);
        }
        let mut found = Vec::new();
        let placed: u32 = pieces.iter().map(|(length, _)| length).sum();
        let count = pieces.len() as u32;
        for (length, card) in pieces {
            let same = free.iter().position(|&(_, other)| other == length);
            // where the last one is shorter, one card may be it
            let Some(at) = same.or(if free.is_empty() { None } else { Some(free.len() - 1) })
            else {
                let (lesson, maximum) = (id.to_owned(), known.hours());
                let fault = if placed > maximum {
                    ForeignFault::TooMany { lesson, found: placed, maximum }
                } else {
                    let maximum = known.blocks.len() as u32;
                    ForeignFault::Pieces { lesson, found: count, maximum }
                };
                self.faults.push(card.place, fault.into());
                break;
            };
            let (block, said) = free.remove(at);
            let length = if by_period { length } else { said };
            if !self.school.calendar.fits(card.slot, length) {
                let found = self.school.calendar.slot_code(card.slot);
                let fault = ForeignFault::DoesNotFit { lesson: id.to_owned(), found };
                self.faults.push(card.place, fault.into());
            }
            found.push((block, length, Some(card)));
        }
        found.extend(free.into_iter().map(|(block, length)| (block, length, None)));
        found
    }
}

/// Whether a card stands so many periods after another on the same day.
fn follows(first: &Card, second: &Card, periods: u32) -> bool {
    first.at.0 == second.at.0 && first.at.1 + i64::from(periods) == second.at.1
}

/// The document with a timetable in it: its cards are those of these lessons, and no others.
#[must_use]
pub fn with_timetable(
    document: &Document,
    context: &Context,
    school: &School,
    courses: &Table<CourseId, Course>,
    lessons: &[Lesson],
) -> Document {
    let mut order: Vec<&Lesson> = lessons.iter().filter(|lesson| lesson.slot.is_some()).collect();
    order.sort();
    let mut rows = Vec::new();
    for lesson in order {
        let code = courses[lesson.course].code.clone();
        let Some(id) = context.blocks.get(&(code.clone(), lesson.block)) else { continue };
        let (Some(known), Some(slot)) = (context.lessons.get(id), lesson.slot) else { continue };
        let locked = school.locked(&code, lesson.block).slot.is_some();
        let cards = if context.is_one_card { 1 } else { lesson.length as usize };
        let first = slot.index();
        for slot in first..first + cards {
            if let Some(&at) = context.places.get(&SlotId::new(slot)) {
                rows.push(row(document, context, (id, known), lesson, at, locked));
            }
        }
    }
    let mut document = document.clone();
    let mut rows = Some(rows);
    for table in document.tables.iter_mut().filter(|table| table.name == "cards") {
        table.children = rows.take().unwrap_or_default();
    }
    if let Some(rows) = rows {
        document.tables.push(Element::of("cards", rows));
    }
    document
}

fn row(
    document: &Document,
    context: &Context,
    (id, known): (&str, &Known),
    lesson: &Lesson,
    (day, period): (usize, i64),
    locked: bool,
) -> Element {
    let rooms = context.room_ids();
    let rooms: Vec<&str> = lesson.rooms().filter_map(|room| rooms.get(&room).copied()).collect();
    let mut attributes = vec![
        ("lessonid", id.to_owned()),
        ("classroomids", rooms.join(",")),
        ("period", period.to_string()),
    ];
    if document.has_day_numbers() {
        let mut numbers = context.numbers.iter();
        let number = numbers.find(|(_, at)| **at == day).map(|(number, _)| number.clone());
        attributes.push(("day", number.unwrap_or_default()));
    } else {
        let wanted = if lesson.week == Some(Week::B) { "01" } else { "10" };
        let weeks = match known.weeks.iter().find(|mask| *mask == wanted).or(known.weeks.first()) {
            Some(mask) => mask.clone(),
            None => "1".repeat(context.weeks),
        };
        attributes.push(("weeks", weeks));
        attributes.push(("terms", known.terms.clone()));
        attributes.push(("days", context.day_mask(day)));
    }
    if locked {
        attributes.push(("locked", "1".to_owned()));
    }
    let attributes = attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Element { attributes, ..Element::new("card", "") }
}
