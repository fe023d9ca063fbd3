//! The timetable of an export: where and when activities are, a line an hour.
//!
//! Activities have numbers there, and none in the file of activities. So an activity of a line is the one
//! with the same students, subject, teachers and tags, and as many hours: that of its number, if that is
//! one, or else the first that no earlier line has taken.

use super::files::TIMETABLE;
use super::lines::{Lines, Wrong};
use crate::delimited::Row;
use crate::error::fet::FetFault;
use crate::error::{Place, ReadError};
use crate::fet::document::{Activity, Constraint, Document};
use crate::fet::placement::{ROOM, STARTING_TIME};
use crate::fet::timetable::placed;
use std::collections::{BTreeMap, BTreeSet};

/// Whether a file has the headings of a timetable.
#[must_use]
pub fn is_timetable(bytes: &[u8]) -> bool {
    let lines = Lines::of(&[(TIMETABLE.ending.to_owned(), bytes.to_vec())], &TIMETABLE);
    lines.is_some_and(|lines| lines.into_wrong().is_none_or(|wrong| !lacks_a_column(&wrong)))
}

fn lacks_a_column(wrong: &Wrong) -> bool {
    let lacks = |error: &ReadError| {
        matches!(error.fault, crate::error::Fault::Fet(FetFault::NoColumn { .. }))
    };
    wrong.errors.iter().any(lacks)
}

/// The document with the placements of a timetable instead of those that it has.
///
/// # Errors
/// Lines that are not what they should be, of activities or in rooms that the document does not have.
pub fn with_placements(document: &Document, bytes: &[u8]) -> Result<Document, Vec<ReadError>> {
    let mut lines =
        Lines::of(&[(TIMETABLE.ending.to_owned(), bytes.to_vec())], &TIMETABLE).unwrap_or_default();
    let found = listed(&mut lines, document);
    let mut errors = lines.into_wrong().map(|wrong| wrong.errors).unwrap_or_default();
    let mut document = document.clone();
    let is_placement = |one: &Constraint| {
        [STARTING_TIME, ROOM].contains(&one.kind.as_str()) && one.active && one.is_hard()
    };
    document.time_constraints.retain(|one| !is_placement(one));
    document.space_constraints.retain(|one| !is_placement(one));
    let mut free: BTreeMap<[String; 4], Vec<&Activity>> = BTreeMap::new();
    for activity in document.activities.iter().filter(|activity| activity.active) {
        free.entry(content(activity)).or_default().push(activity);
    }
    let (mut times, mut rooms) = (Vec::new(), Vec::new());
    for (one, activity) in chosen(&found, &mut free) {
        let number = one.number;
        let Some(activity) = activity else {
            let fault = FetFault::NoActivity { activity: number };
            errors.push(ReadError { place: one.place, fault: fault.into() });
            continue;
        };
        if one.hours.len() != activity.duration as usize || !one.in_a_row {
            let (found, expected) = (one.hours.len(), activity.duration);
            let fault = FetFault::Hours { activity: number, found, expected };
            errors.push(ReadError { place: one.place, fault: fault.into() });
            continue;
        }
        let [day, hour] = &one.hours[0];
        let when = [("Preferred_Day", day.as_str()), ("Preferred_Hour", hour.as_str())];
        times.push(at(placed(STARTING_TIME, activity.id, &when), one.place));
        if !one.room.is_empty() {
            rooms.push(at(placed(ROOM, activity.id, &[("Room", &one.room)]), one.place));
        }
    }
    document.time_constraints.extend(times);
    document.space_constraints.extend(rooms);
    errors.sort_by_key(|error| error.place);
    if errors.is_empty() { Ok(document) } else { Err(errors) }
}

/// An activity of a timetable that has a time.
struct Listed {
    number: u32,
    /// Where its first line stands.
    place: Place,
    content: [String; 4],
    /// Day and hour of each line, in the order of the hours.
    hours: Vec<[String; 2]>,
    /// Whether these are one day, one after the other, in one room.
    in_a_row: bool,
    room: String,
}

/// The headings of what an activity is known by.
const CONTENT: [&str; 4] = ["Students Sets", "Subject", "Teachers", "Activity Tags"];

fn listed(lines: &mut Lines, document: &Document) -> Vec<Listed> {
    let hours = document.hours.iter().map(|hour| hour.name.clone());
    let hours: Vec<String> = hours.collect();
    let rooms: BTreeSet<&str> = document.rooms.iter().map(|room| room.name.name.as_str()).collect();
    let mut rows: BTreeMap<u32, Vec<Row>> = BTreeMap::new();
    let mut order = Vec::new();
    for row in lines.rows() {
        if lines.cell(&row, "Day").is_empty() && lines.cell(&row, "Hour").is_empty() {
            continue;
        }
        if lines.name(&row, "Activity Id").is_none() {
            continue;
        }
        let Some(number) = lines.number(&row, "Activity Id") else { continue };
        let room = lines.cell(&row, "Room");
        if !room.is_empty() && !rooms.contains(room) {
            let fault = FetFault::NoRoom { found: room.to_owned() };
            lines.fault_at(&row, "Room", fault.into());
        }
        let all = rows.entry(number).or_default();
        if all.is_empty() {
            order.push(number);
        }
        all.push(row);
    }
    let lines = &*lines;
    let mut all = Vec::new();
    for number in order {
        let Some(rows) = rows.get(&number) else { continue };
        let at = |row: &Row| hours.iter().position(|hour| hour == lines.cell(row, "Hour"));
        let mut rows: Vec<&Row> = rows.iter().collect();
        rows.sort_by_key(|row| at(row));
        let first = rows[0];
        let cells = |row: &Row| ["Day", "Room"].map(|heading| lines.cell(row, heading).to_owned());
        let alike = rows.iter().all(|row| cells(row) == cells(first));
        let follows = rows.windows(2).all(|two| {
            let [one, other] = [at(two[0]), at(two[1])];
            one.zip(other).is_some_and(|(one, other)| one + 1 == other)
        });
        all.push(Listed {
            number,
            place: rows.iter().map(|row| row.place).min().unwrap_or(first.place),
            content: CONTENT.map(|heading| lines.cell(first, heading).to_owned()),
            hours: rows
                .iter()
                .map(|row| ["Day", "Hour"].map(|heading| lines.cell(row, heading).to_owned()))
                .collect(),
            in_a_row: alike && follows,
            room: lines.cell(first, "Room").to_owned(),
        });
    }
    all
}

/// Each with the activity that it is: one of as many hours, or else any of those that are left.
fn chosen<'l, 'd>(
    found: &'l [Listed],
    free: &mut BTreeMap<[String; 4], Vec<&'d Activity>>,
) -> Vec<(&'l Listed, Option<&'d Activity>)> {
    let mut chosen: BTreeMap<u32, &Activity> = BTreeMap::new();
    let fits = |one: &Listed, activity: &Activity| activity.duration as usize == one.hours.len();
    type Is = fn(&Listed, &Activity) -> bool;
    let by_number: Is = |one, activity| one.number == activity.id;
    let any: Is = |_, _| true;
    for (is, hours) in [(by_number, true), (any, true), (any, false)] {
        for one in found {
            if chosen.contains_key(&one.number) {
                continue;
            }
            let Some(left) = free.get_mut(&one.content) else { continue };
            let good = |activity: &&Activity| is(one, activity) && (!hours || fits(one, activity));
            if let Some(at) = left.iter().position(good) {
                chosen.insert(one.number, left.remove(at));
            }
        }
    }
    found.iter().map(|one| (one, chosen.get(&one.number).copied())).collect()
}

/// What lines say of an activity, cell by cell.
fn content(activity: &Activity) -> [String; 4] {
    let Activity { students, subject, teachers, tags, .. } = activity;
    [students.join("+"), subject.clone(), teachers.join("+"), tags.join("+")]
}

fn at(mut constraint: Constraint, place: Place) -> Constraint {
    constraint.element.place = place;
    constraint
}
