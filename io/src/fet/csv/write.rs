//! A document becomes the files that FET exports.

use super::files::{ACTIVITIES, File, ROOMS, STUDENTS, SUBJECTS, TAGS, TEACHERS, TIMETABLE};
use crate::fet::document::{Activity, Constraint, Document, Students};
use crate::fet::placement::{ROOM, STARTING_TIME, starting_time};
use std::collections::{BTreeMap, BTreeSet};

/// The files of a document of this name, each with its own name: lists, activities, and the timetable if
/// every activity has a time.
///
/// Activities that are not active are left out: the format does not tell them from others. Neither has it
/// words for constraints, except for the days between the activities that were split from one.
#[must_use]
pub fn write(document: &Document, name: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![
        (ACTIVITIES, activities(document)),
        (STUDENTS, students(document)),
        (TEACHERS, list(document, &TEACHERS, "Teachers_List")),
        (SUBJECTS, list(document, &SUBJECTS, "Subjects_List")),
        (TAGS, list(document, &TAGS, "Activity_Tags_List")),
        (ROOMS, rooms(document)),
    ];
    let times = times(document);
    let mut active = document.activities.iter().filter(|activity| activity.active);
    if active.all(|activity| times.contains_key(&activity.id)) {
        files.push((TIMETABLE, timetable(document)));
    }
    files.into_iter().map(|(file, bytes)| (format!("{name}{}", file.ending), bytes)).collect()
}

/// The timetable that a document holds, one line an hour of each lesson. A lesson without a time has one
/// line that says so.
#[must_use]
pub fn timetable(document: &Document) -> Vec<u8> {
    let mut sheet = Sheet::new(&TIMETABLE);
    let comments = comments(document, "Activities_List", "Id");
    let times = times(document);
    let rooms: BTreeMap<u32, String> = certain(document, ROOM)
        .filter_map(|(activity, constraint)| Some((activity, room(constraint)?)))
        .collect();
    for activity in document.activities.iter().filter(|activity| activity.active) {
        let place = times.get(&activity.id).copied();
        let first =
            place.and_then(|(_, hour)| document.hours.iter().position(|named| named.name == hour));
        let hours = first.and_then(|first| document.hours.get(first..)).unwrap_or_default();
        let hours = hours.iter().take(activity.duration as usize).map(|hour| hour.name.as_str());
        let mut hours: Vec<&str> = hours.collect();
        let day = place.map(|(day, _)| day).filter(|_| !hours.is_empty()).unwrap_or_default();
        if hours.is_empty() {
            hours.push("");
        }
        let id = activity.id.to_string();
        let room = rooms.get(&activity.id).map(String::as_str).filter(|_| !day.is_empty());
        for hour in hours {
            sheet.row([
                Cell::text(&id),
                Cell::text(day),
                Cell::text(hour),
                Cell::list(&activity.students),
                Cell::text(&activity.subject),
                Cell::list(&activity.teachers),
                Cell::list(&activity.tags),
                Cell::text(room.unwrap_or_default()),
                Cell::text(comments.get(id.as_str()).copied().unwrap_or_default()),
            ]);
        }
    }
    sheet.bytes()
}

/// By activity: when it starts for certain.
fn times(document: &Document) -> BTreeMap<u32, (&str, &str)> {
    certain(document, STARTING_TIME)
        .filter_map(|(activity, constraint)| Some((activity, starting_time(constraint)?)))
        .collect()
}

/// The constraints of a kind that must hold, each with its activity.
fn certain<'a>(
    document: &'a Document,
    kind: &'static str,
) -> impl Iterator<Item = (u32, &'a Constraint)> {
    let all = document.constraints();
    let all = all.filter(move |one| one.kind == kind && one.active && one.is_hard());
    all.filter_map(|one| Some((one.number::<u32>("Activity_Id")?, one)))
}

/// The room of a constraint; for a virtual one the rooms for which it stands.
fn room(constraint: &Constraint) -> Option<String> {
    let real: Vec<&str> = constraint.texts("Real_Room").collect();
    let own = || constraint.text("Room").map(str::to_owned);
    if real.is_empty() { own() } else { Some(real.join("+")) }
}

/// One line for all activities that were split from one.
fn activities(document: &Document) -> Vec<u8> {
    let mut sheet = Sheet::new(&ACTIVITIES);
    let comments = comments(document, "Activities_List", "Id");
    let mut together: BTreeMap<u32, Vec<&Activity>> = BTreeMap::new();
    let active = || document.activities.iter().filter(|activity| activity.active);
    for activity in active().filter(|activity| activity.group != 0) {
        together.entry(activity.group).or_default().push(activity);
    }
    let spread = spread(document);
    for activity in active() {
        let alone = vec![activity];
        let members = together.get(&activity.group).unwrap_or(&alone);
        if members[0].id != activity.id {
            continue;
        }
        let each = |cell: fn(&Activity) -> String| {
            let cells: Vec<String> = members.iter().map(|member| cell(member)).collect();
            // those that were changed one by one are said one by one
            let alike = cells.iter().all(|cell| *cell == cells[0]);
            Cell::Text(if alike { cells[0].clone() } else { cells.join("|") })
        };
        let durations: Vec<String> =
            members.iter().map(|member| member.duration.to_string()).collect();
        let total: u32 = members.iter().map(|member| member.duration).sum();
        let split =
            if activity.group == 0 && total == 1 { String::new() } else { durations.join("+") };
        let ids: BTreeSet<u32> = members.iter().map(|member| member.id).collect();
        let days = spread.get(&ids).filter(|_| ids.len() > 1);
        let said = |field: fn(&Spread) -> String| Cell::Number(days.map(field).unwrap_or_default());
        sheet.row([
            each(|one| one.students.join("+")),
            each(|one| one.subject.clone()),
            each(|one| one.teachers.join("+")),
            each(|one| one.tags.join("+")),
            Cell::Number(total.to_string()),
            Cell::Text(split),
            said(|spread| spread.days.to_string()),
            said(|spread| spread.weight.to_string()),
            said(|spread| u32::from(spread.consecutive).to_string()),
            Cell::text(comments.get(activity.id.to_string().as_str()).copied().unwrap_or_default()),
        ]);
    }
    sheet.bytes()
}

/// How far activities that were split from one are to be apart.
struct Spread {
    days: u32,
    weight: f64,
    consecutive: bool,
}

/// By the activities that are meant, the first constraint of each.
fn spread(document: &Document) -> BTreeMap<BTreeSet<u32>, Spread> {
    let mut spread = BTreeMap::new();
    let all = document.time_constraints.iter();
    for one in all.filter(|one| one.active && one.kind == "MinDaysBetweenActivities") {
        let Some(days) = one.number("MinDays") else { continue };
        let consecutive = one.element.flag("Consecutive_If_Same_Day", false);
        let ids = one.activities("Activity_Id").into_iter().collect();
        spread.entry(ids).or_insert(Spread { days, weight: one.weight, consecutive });
    }
    spread
}

fn students(document: &Document) -> Vec<u8> {
    let mut sheet = Sheet::new(&STUDENTS);
    for year in &document.years {
        sheet.row(sets([Some(year), None, None]));
        for group in &year.inside {
            sheet.row(sets([Some(year), Some(group), None]));
            for subgroup in &group.inside {
                sheet.row(sets([Some(year), Some(group), Some(subgroup)]));
            }
        }
    }
    sheet.bytes()
}

/// A line for the innermost of these sets.
fn sets(sets: [Option<&Students>; 3]) -> Vec<Cell> {
    let cells = sets.into_iter().flat_map(|set| match set {
        Some(set) => [Cell::text(&set.name.name), Cell::Number(set.size.to_string())],
        None => [Cell::Number(String::new()), Cell::Number(String::new())],
    });
    cells.chain([Cell::text("")]).collect()
}

/// Names with their comments.
fn list(document: &Document, file: &File, list: &str) -> Vec<u8> {
    let mut sheet = Sheet::new(file);
    let members = document.elements.iter().filter(|element| element.name == list);
    for member in members.flat_map(|list| &list.children) {
        // very old files give a name as the text of its element
        if let Some(name) = member.text("Name") {
            sheet.row([Cell::text(name), Cell::text(member.text("Comments").unwrap_or_default())]);
        }
    }
    sheet.bytes()
}

fn rooms(document: &Document) -> Vec<u8> {
    let mut sheet = Sheet::new(&ROOMS);
    let comments = comments(document, "Rooms_List", "Name");
    for room in &document.rooms {
        sheet.row([
            Cell::text(&room.name.name),
            Cell::Number(room.capacity.to_string()),
            Cell::text(&room.building),
            Cell::text(comments.get(room.name.name.as_str()).copied().unwrap_or_default()),
        ]);
    }
    sheet.bytes()
}

/// The comments in a list, by what its members are called.
fn comments<'a>(document: &'a Document, list: &str, name: &str) -> BTreeMap<&'a str, &'a str> {
    let lists = document.elements.iter().filter(|element| element.name == list);
    let members = lists.flat_map(|list| &list.children);
    members.filter_map(|member| Some((member.text(name)?, member.text("Comments")?))).collect()
}

/// What a cell says: only texts stand in quotes.
enum Cell {
    Text(String),
    Number(String),
}

impl Cell {
    fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    fn list(names: &[String]) -> Self {
        Self::Text(names.join("+"))
    }
}

/// A file while it is written.
struct Sheet(String);

impl Sheet {
    fn new(file: &File) -> Self {
        let mut sheet = Self("\u{feff}".to_owned());
        sheet.row(file.headings.iter().map(|heading| Cell::text(heading)));
        sheet
    }

    fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let cells = cells.into_iter().map(|cell| match cell {
            Cell::Text(text) => format!("\"{}\"", text.replace('"', "\"\"")),
            Cell::Number(number) => number,
        });
        self.0.push_str(&cells.collect::<Vec<_>>().join(","));
        self.0.push('\n');
    }

    fn bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}
