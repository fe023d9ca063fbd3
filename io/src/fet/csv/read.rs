//! The files that FET exports become a document.

use super::away::Away;
use super::files::{ACTIVITIES, File, NOT_AVAILABLE, ROOMS, STUDENTS, SUBJECTS, TAGS, TEACHERS};
use super::lines::{Lines, Wrong};
use super::students::Sets;
use super::week::Week;
use crate::delimited::Row;
use crate::error::fet::FetFault;
use crate::error::{Fault, Place};
use crate::fet::document::{Constraint, Document, SPACE_CONSTRAINTS, TIME_CONSTRAINTS};
use crate::fet::element::Element;
use crate::fet::from_school::VERSION;
use crate::fet::read as of_xml;
use crate::fet::write as to_xml;
use crate::fet::writing::{CERTAIN, constraint, text};
use std::collections::{BTreeMap, BTreeSet};

/// What the files of a folder say.
#[derive(Clone, PartialEq, Debug)]
pub struct Data {
    /// The document; its places are in the file of activities.
    pub document: Document,
    /// Whether no file names days and hours, so that a usual week was taken.
    pub is_default_week: bool,
    /// The name of the file of activities.
    pub file: String,
    /// The text of that file.
    pub text: String,
}

/// Whether files are an export: one of them has activities, under the headings of FET.
#[must_use]
pub fn is_export(files: &[(String, Vec<u8>)]) -> bool {
    files.iter().any(|(name, _)| ACTIVITIES.data(name).is_some())
}

/// What files say, each with its name. Lists that are missing are made of what the activities name; then
/// nothing tells a wrong name from a right one.
///
/// # Errors
/// All faults that can be found, file by file.
pub fn read(files: &[(String, Vec<u8>)]) -> Result<Data, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let mut reading = Reading::default();
    let week = Week::of(files, &mut wrong);
    reading.subjects = names(files, &SUBJECTS, "Subject", &mut wrong);
    reading.teachers = names(files, &TEACHERS, "Teacher", &mut wrong);
    reading.tags = names(files, &TAGS, "Activity Tag", &mut wrong);
    if let Some(mut lines) = Lines::of(files, &STUDENTS) {
        reading.students = Sets::of(&mut lines);
        reading.has_students = true;
        wrong.extend(lines.into_wrong());
    }
    if let Some(mut lines) = Lines::of(files, &ROOMS) {
        reading.rooms(&mut lines);
        wrong.extend(lines.into_wrong());
    }
    if let Some(mut lines) = Lines::of(files, &NOT_AVAILABLE) {
        reading.away = Away::of(&mut lines, &week, |name| reading.teachers.knows(name));
        wrong.extend(lines.into_wrong());
    }
    let mut lines = Lines::of(files, &ACTIVITIES).unwrap_or_default();
    reading.activities(&mut lines);
    let data = ACTIVITIES.data(&lines.file).unwrap_or_default();
    let (file, text) = (lines.file.clone(), lines.table.text.clone());
    let document = reading.document(data, &week);
    wrong.extend(lines.into_wrong());
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let mut bytes = Vec::new();
    // memory takes all bytes
    let _ = to_xml(&document, &mut bytes);
    match of_xml(&bytes[..]) {
        Ok(mut document) => {
            for activity in &mut document.activities {
                activity.place =
                    reading.places.get(&activity.id).copied().unwrap_or(Place::NOWHERE);
            }
            for constraint in &mut document.time_constraints {
                let first = constraint.number::<u32>("Activity_Id");
                let place = first.and_then(|first| reading.places.get(&first).copied());
                constraint.element.place = place.unwrap_or(Place::NOWHERE);
            }
            Ok(Data { document, is_default_week: week.is_default, file, text })
        }
        Err(mut errors) => {
            // places are those in a text that nobody has seen
            errors.iter_mut().for_each(|error| error.place = Place::NOWHERE);
            Err(vec![Wrong { file, text, errors }])
        }
    }
}

/// The names of a list, each once and in their order, with their comments.
#[derive(Default)]
struct List {
    names: Vec<(String, String)>,
    known: BTreeSet<String>,
    /// Whether there is no such file: then every name is good.
    open: bool,
}

impl List {
    fn add(&mut self, name: &str, comments: &str) {
        if self.known.insert(name.to_owned()) {
            self.names.push((name.to_owned(), comments.to_owned()));
        }
    }

    /// Whether the list has a name; one that is open takes it.
    fn knows(&mut self, name: &str) -> bool {
        if self.open {
            self.add(name, "");
        }
        self.known.contains(name)
    }

    /// Names between `+`, where a name that is known may itself have one.
    fn names(&mut self, cell: &str) -> Vec<String> {
        let names = names_in(cell, &self.known);
        if self.open {
            names.iter().for_each(|name| self.add(name, ""));
        }
        names
    }

    fn elements(&self, member: &str) -> Vec<Element> {
        let fields = |(name, comments): &(String, String)| {
            Element::of(member, vec![text("Name", name), text("Comments", comments)])
        };
        self.names.iter().map(fields).collect()
    }
}

fn names(
    files: &[(String, Vec<u8>)],
    file: &File,
    heading: &'static str,
    wrong: &mut Vec<Wrong>,
) -> List {
    let mut list = List::default();
    let Some(mut lines) = Lines::of(files, file) else {
        list.open = true;
        return list;
    };
    for row in lines.rows() {
        if let Some(name) = lines.name(&row, heading) {
            list.add(&name, lines.cell(&row, "Comments"));
        }
    }
    wrong.extend(lines.into_wrong());
    list
}

/// Of how many pieces between `+` a name is made at most.
const PIECES: usize = 8;

/// Names between `+`; of those that are known the longest is taken.
fn names_in(cell: &str, known: &BTreeSet<String>) -> Vec<String> {
    let pieces: Vec<&str> = cell.split('+').collect();
    let (mut names, mut at) = (Vec::new(), 0);
    while at < pieces.len() {
        let last = pieces.len().min(at + PIECES);
        let whole = |end: &usize| pieces[at..*end].join("+").trim().to_owned();
        let found = (at + 1..=last).rev().find(|end| known.contains(&whole(end)));
        let end = found.unwrap_or(at + 1);
        names.extend(Some(whole(&end)).filter(|name| !name.is_empty()));
        at = end;
    }
    names
}

#[derive(Default)]
struct Reading {
    subjects: List,
    teachers: List,
    tags: List,
    students: Sets,
    has_students: bool,
    buildings: List,
    rooms: BTreeSet<String>,
    room_elements: Vec<Element>,
    activities: Vec<Element>,
    spread: Vec<Constraint>,
    away: Away,
    /// By activity: where it stands.
    places: BTreeMap<u32, Place>,
}

impl Reading {
    fn rooms(&mut self, lines: &mut Lines) {
        for row in lines.rows() {
            let building = lines.cell(&row, "Building");
            if !building.is_empty() {
                self.buildings.add(building, "");
            }
            // a building may stand alone
            if lines.cell(&row, "Room").is_empty() && !building.is_empty() {
                continue;
            }
            let said = (lines.name(&row, "Room"), lines.number(&row, "Room Capacity"));
            let (Some(name), Some(capacity)) = said else { continue };
            if self.rooms.insert(name.clone()) {
                let fields = vec![
                    text("Name", name),
                    text("Building", building),
                    text("Capacity", capacity),
                    text("Virtual", "false"),
                    text("Comments", lines.cell(&row, "Comments")),
                ];
                self.room_elements.push(Element::of("Room", fields));
            }
        }
    }

    fn activities(&mut self, lines: &mut Lines) {
        let mut next = 1;
        let known: BTreeSet<String> =
            self.students.names().into_iter().map(str::to_owned).collect();
        for row in lines.rows() {
            let Some(durations) = durations(lines, &row) else { continue };
            let parts = durations.len();
            let cells = [
                parted(lines, &row, "Students Sets", parts),
                parted(lines, &row, "Subject", parts),
                parted(lines, &row, "Teachers", parts),
                parted(lines, &row, "Activity Tags", parts),
            ];
            let [Some(students), Some(subjects), Some(teachers), Some(tags)] = cells else {
                continue;
            };
            if subjects.iter().any(|subject| subject.is_empty()) {
                lines.name(&row, "Subject");
                continue;
            }
            let spread = spread(lines, &row);
            let first = next;
            let total: u32 = durations.iter().sum();
            // one hour that is split into itself is a group of its own
            let is_single = total == 1 && !lines.cell(&row, "Split Duration").is_empty();
            for (part, duration) in durations.iter().enumerate() {
                let mut fields = Vec::new();
                let mut many = |field: &str, names: Vec<String>| {
                    fields.extend(names.into_iter().map(|name| text(field, name)));
                };
                many("Teacher", self.teachers.names(teachers[part]));
                if self.subjects.open {
                    self.subjects.add(subjects[part], "");
                }
                many("Subject", vec![subjects[part].to_owned()]);
                many("Activity_Tag", self.tags.names(tags[part]));
                let sets = names_in(students[part], &known);
                if !self.has_students {
                    for set in &sets {
                        self.students.add(set.clone(), 0);
                    }
                }
                many("Students", sets);
                let group = if parts > 1 || is_single { first } else { 0 };
                fields.extend([
                    text("Duration", duration),
                    text("Total_Duration", total),
                    text("Id", next),
                    text("Activity_Group_Id", group),
                    text("Active", "true"),
                    text("Comments", lines.cell(&row, "Comments")),
                ]);
                self.activities.push(Element::of("Activity", fields));
                self.places.insert(next, row.place);
                next += 1;
            }
            if let Some((days, weight, consecutive)) = spread.filter(|_| parts > 1) {
                let mut fields = vec![text("Consecutive_If_Same_Day", consecutive)];
                fields.push(text("Number_of_Activities", parts));
                fields.extend((first..next).map(|id| text("Activity_Id", id)));
                fields.push(text("MinDays", days));
                self.spread.push(constraint("MinDaysBetweenActivities", weight, fields));
            }
        }
    }

    fn document(&self, name: &str, week: &Week) -> Document {
        let named = |member: &str, names: &[String]| {
            let mut fields = vec![text(&format!("Number_of_{member}s"), names.len())];
            let one = |name: &String| Element::of(member, vec![text("Name", name)]);
            fields.extend(names.iter().map(one));
            fields
        };
        let mode = if week.halves { "Mornings_Afternoons" } else { "Official" };
        let mut time_constraints = vec![constraint("BasicCompulsoryTime", CERTAIN, Vec::new())];
        time_constraints.extend(week.closed());
        time_constraints.extend(self.away.constraints());
        time_constraints.extend(self.spread.iter().cloned());
        Document {
            version: VERSION.to_owned(),
            time_constraints,
            space_constraints: vec![constraint("BasicCompulsorySpace", CERTAIN, Vec::new())],
            elements: vec![
                text("Mode", mode),
                text("Institution_Name", name),
                text("Comments", ""),
                Element::of("Days_List", named("Day", &week.days)),
                Element::of("Hours_List", named("Hour", &week.hours)),
                Element::of("Subjects_List", self.subjects.elements("Subject")),
                Element::of("Activity_Tags_List", self.tags.elements("Activity_Tag")),
                Element::of("Teachers_List", self.teachers.elements("Teacher")),
                Element::of("Students_List", self.students.elements(0)),
                Element::of("Activities_List", self.activities.clone()),
                Element::of("Buildings_List", self.buildings.elements("Building")),
                Element::of("Rooms_List", self.room_elements.clone()),
                Element::of(TIME_CONSTRAINTS, Vec::new()),
                Element::of(SPACE_CONSTRAINTS, Vec::new()),
            ],
            ..Document::default()
        }
    }
}

/// Most hours of an activity.
const MOST_HOURS: u32 = 1_000;

/// How long the parts of an activity are: one if it is not split.
fn durations(lines: &mut Lines, row: &Row) -> Option<Vec<u32>> {
    let total = lines.number(row, "Total Duration")?;
    if lines.cell(row, "Total Duration").is_empty() {
        lines.wrong(row, "Total Duration", "", "a whole number");
        return None;
    }
    if !(1..=MOST_HOURS).contains(&total) {
        let element = "Total Duration".to_owned();
        let (found, minimum, maximum) = (total.into(), 1, MOST_HOURS.into());
        let fault = Fault::Range { element, found, minimum, maximum };
        lines.fault_at(row, "Total Duration", fault);
        return None;
    }
    let said = lines.cell(row, "Split Duration");
    if said.is_empty() {
        return Some(vec![total]);
    }
    let parts: Option<Vec<u32>> =
        said.split('+').map(|part| part.trim().parse().ok().filter(|&part| part > 0)).collect();
    let Some(parts) = parts else {
        lines.wrong(row, "Split Duration", said, "whole numbers");
        return None;
    };
    if parts.iter().map(|&part| u64::from(part)).sum::<u64>() != u64::from(total) {
        let fault = FetFault::Split { found: said.to_owned(), expected: total };
        lines.fault_at(row, "Split Duration", fault.into());
        return None;
    }
    Some(parts)
}

/// What a cell says of each part: once for all, or for one after the other.
fn parted<'r>(
    lines: &mut Lines,
    row: &'r Row,
    column: &'static str,
    parts: usize,
) -> Option<Vec<&'r str>> {
    let cell = lines.cell(row, column);
    let said: Vec<&str> = cell.split('|').map(str::trim).collect();
    if said.len() == 1 {
        return Some(vec![cell; parts]);
    }
    if said.len() != parts {
        let fault = FetFault::Parts { column, found: said.len(), expected: parts };
        lines.fault_at(row, column, fault.into());
        return None;
    }
    Some(said)
}

/// The weight where none is said.
const USUAL_WEIGHT: f64 = 95.0;

/// The days between the parts of an activity, with their weight, and whether parts of one day follow one
/// another; none where nothing is said.
fn spread(lines: &mut Lines, row: &Row) -> Option<(u32, f64, bool)> {
    let days = lines.number(row, "Min Days")?;
    let said = lines.cell(row, "Weight");
    let weight: Option<f64> = if said.is_empty() { Some(USUAL_WEIGHT) } else { said.parse().ok() };
    let Some(weight) = weight.filter(|weight| (0.0..=CERTAIN).contains(weight)) else {
        lines.wrong(row, "Weight", said, "a number from 0 to 100");
        return None;
    };
    let consecutive = match lines.cell(row, "Consecutive") {
        "" | "0" => false,
        "1" => true,
        said => {
            lines.wrong(row, "Consecutive", said, "one or zero");
            return None;
        }
    };
    (days > 0).then_some((days, weight, consecutive))
}
