//! A school that came from elsewhere becomes a document.
//!
//! Classes become groups of their level's year, and their parts subgroups; every lesson an activity. Where
//! days have mornings and afternoons the mode is `Mornings_Afternoons`. What FET has no word for, or none
//! here yet, is left out and told: rules by their code, courses whose teacher is to be chosen or that take
//! turns by the week.

use super::context::{Block, Context, Known};
use super::document::{Document, SPACE_CONSTRAINTS, TIME_CONSTRAINTS};
use super::element::Element;
use super::export_rules;
use super::placement::{ROOM, STARTING_TIME};
use super::read::read;
use super::weights::Weights;
use super::write::write;
use super::writing::{CERTAIN, Writing, constraint, copies, text};
use crate::error::ReadError;
use jadwal_model::school::calendar::Part;
use jadwal_model::school::course::{Audience, Blocks, Course, Teaching};
use jadwal_model::school::id::{ClassId, CourseId, LevelId, RoomId};
use jadwal_model::school::people::Level;
use jadwal_model::school::rule::{RuleKind, Strength};
use jadwal_model::school::school::School;
use jadwal_model::{Id, Table};
use std::collections::BTreeSet;

/// The version of the format that is written.
pub(super) const VERSION: &str = "6.8.5";
/// A room that takes any number of pupils.
const ANY: u32 = 30_000;

/// A document, and what is not in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Exported {
    /// The document.
    pub document: Document,
    /// Which activities its lessons are, and where its slots are: enough to write a timetable.
    pub context: Context,
    /// The codes of rules and courses that the document does not say, or not in full.
    pub left_out: Vec<String>,
}

/// What a school says, as a document whose weights are worth so much.
///
/// # Errors
/// Two things have one name there, that have two kinds of codes here.
pub fn from_school(
    school: &School,
    courses: &Table<CourseId, Course>,
    weights: Weights,
) -> Result<Exported, Vec<ReadError>> {
    let mut writing = Writing::new(school, courses, weights);
    writing.days();
    writing.activities();
    let elements = writing.elements();
    export_rules::add(&mut writing);
    let Writing { context, time, space, left_out, .. } = writing;
    let document = Document {
        version: VERSION.to_owned(),
        time_constraints: time,
        space_constraints: space,
        elements,
        ..Document::default()
    };
    let mut bytes = Vec::new();
    // memory takes all bytes
    let _ = write(&document, &mut bytes);
    let document = read(&bytes[..])?;
    let left_out: BTreeSet<String> = left_out.into_iter().collect();
    Ok(Exported { document, context, left_out: left_out.into_iter().collect() })
}

impl Writing<'_> {
    /// Days and hours, and breaks where a day has no slot.
    fn days(&mut self) {
        let calendar = &self.school.calendar;
        let parts = if self.halves { &Part::ALL[..] } else { &[Part::Morning] };
        // the row of a period within its half of the day
        let row = |id: jadwal_model::school::id::PeriodId| {
            let period = &calendar.periods[id];
            let before = calendar.periods.enumerate().take(id.index());
            before.filter(|(_, other)| !self.halves || other.part == period.part).count()
        };
        let rows: Vec<usize> = calendar.periods.ids().map(row).collect();
        let most = rows.iter().max().map_or(0, |most| most + 1);
        self.hours = (1..=most).map(|hour| hour.to_string()).collect();
        for day in calendar.days.iter() {
            for part in parts {
                let half = format!("{}-{}", day.code, part.code());
                self.days.push(if self.halves { half } else { day.code.clone() });
            }
        }
        for (id, slot) in calendar.slots.enumerate() {
            let part = calendar.periods[slot.period].part;
            let half = usize::from(self.halves && part == Part::Afternoon);
            let place = (slot.day.index() * parts.len() + half, rows[slot.period.index()]);
            self.context.slots.insert(place, id);
            self.context.places.insert(id, place);
        }
        let all = (0..self.days.len()).flat_map(|day| (0..most).map(move |hour| (day, hour)));
        let breaks: Vec<(usize, usize)> =
            all.filter(|place| !self.context.slots.contains_key(place)).collect();
        if !breaks.is_empty() {
            let fields = self.listed("Break_Time", &breaks);
            self.time.push(constraint("BreakTimes", CERTAIN, fields));
        }
    }

    /// An activity for each lesson, with its rooms and its locks.
    fn activities(&mut self) {
        let mut next = 1;
        let besides = export_rules::besides(self);
        for (course_id, course) in self.courses.enumerate() {
            let lengths = lengths(&course.blocks, course.hours);
            let teachers = match &course.teaching {
                Teaching::By(teachers) => teachers.clone(),
                Teaching::AnyOfSubject => Vec::new(),
            };
            if course.fortnightly || course.teaching == Teaching::AnyOfSubject {
                self.left_out.push(course.code.clone());
            }
            let (group, total) = (next, lengths.iter().sum::<u32>());
            for (block, &length) in (0..).zip(&lengths) {
                let id = next;
                next += 1;
                let mut fields: Vec<Element> = teachers
                    .iter()
                    .map(|&teacher| text("Teacher", &self.school.teachers[teacher].code))
                    .collect();
                fields.push(text("Subject", &self.school.subjects[course.subject].code));
                let audience = course.audience.iter();
                fields
                    .extend(audience.map(|&who| text("Students", self.school.audience_code(who))));
                fields.push(text("Duration", length));
                fields.push(text("Total_Duration", total));
                fields.push(text("Id", id));
                fields.push(text("Activity_Group_Id", if lengths.len() > 1 { group } else { 0 }));
                fields.extend([text("Active", "true"), text("Comments", &course.code)]);
                self.activities.push(Element::of("Activity", fields));
                let lesson = Block { course: course.code.clone(), block };
                self.context.numbers.insert(lesson.clone(), id);
                // a course that the search cuts is one lesson here
                let named = if course.lessons().is_some() { block } else { 0 };
                let also = besides.get(&(course_id, named)).map_or(&[][..], Vec::as_slice);
                let virtual_rooms = self.place(course, block, id, also).into_iter().collect();
                let known = Known {
                    lesson,
                    teachers: teachers.clone(),
                    subject: course.subject,
                    tags: BTreeSet::new(),
                    atoms: BTreeSet::new(),
                    duration: length,
                    virtual_rooms,
                    component: block + 1,
                };
                self.context.activities.insert(id, known);
            }
        }
    }

    /// The rooms of one activity, and where it is locked; gives its virtual room, if it has one.
    fn place(
        &mut self,
        course: &Course,
        block: u32,
        id: u32,
        besides: &[(&str, &[RoomId])],
    ) -> Option<String> {
        let locked = self.school.locked(&course.code, block);
        let rooms = self.school.rooms_for(&course.room);
        let mut sets = vec![rooms];
        // where it needs several, the lock says which is the first
        if let Some(room) = locked.room.filter(|_| !besides.is_empty()) {
            sets[0] = vec![room];
        }
        sets.extend(besides.iter().map(|(_, rooms)| rooms.to_vec()));
        // one room after another of those that hold several lessons would be several rooms here
        let shared = |room: &RoomId| self.school.rooms[*room].holds > 1;
        if !besides.is_empty() && sets.iter().flatten().any(shared) {
            self.left_out.extend(besides.iter().map(|(rule, _)| (*rule).to_owned()));
            sets.truncate(1);
        }
        sets.retain(|set| !set.is_empty());
        let name = (sets.len() > 1).then(|| self.virtual_room(&sets));
        let fields = match (&name, &sets[..]) {
            (Some(name), _) => {
                let number = text("Number_of_Preferred_Rooms", 1);
                Some(vec![text("Activity_Id", id), number, text("Preferred_Room", name)])
            }
            (None, [rooms]) => Some(export_rules::with_rooms(self.school, id, rooms)),
            (None, _) => None,
        };
        let made = fields.map(|fields| constraint("ActivityPreferredRooms", CERTAIN, fields));
        self.space.extend(made);
        if let Some(&(day, hour)) = locked.slot.and_then(|slot| self.context.places.get(&slot)) {
            let fields = vec![
                text("Activity_Id", id),
                text("Preferred_Day", &self.days[day]),
                text("Preferred_Hour", &self.hours[hour]),
                text("Permanently_Locked", "true"),
            ];
            self.time.push(constraint(STARTING_TIME, CERTAIN, fields));
        }
        let alone = |room: &RoomId| name.is_none() && self.school.rooms[*room].holds == 1;
        if let Some(room) = locked.room.filter(alone) {
            let room = text("Room", &self.school.rooms[room].code);
            let fields = vec![text("Activity_Id", id), room, text("Permanently_Locked", "true")];
            self.space.push(constraint(ROOM, CERTAIN, fields));
        }
        name
    }

    /// The virtual room that stands for one room out of each of these sets.
    fn virtual_room(&mut self, sets: &[Vec<RoomId>]) -> String {
        let known = self.context.virtual_rooms.iter().find(|(_, known)| *known == sets);
        if let Some((name, _)) = known {
            return name.clone();
        }
        let codes: Vec<&str> =
            sets.iter().map(|set| self.school.rooms[set[0]].code.as_str()).collect();
        let name = codes.join("+");
        let taken = |name: &String| {
            self.context.virtual_rooms.contains_key(name)
                || self.school.rooms.iter().any(|room| room.code == *name)
        };
        let mut names = (2..).map(|n| format!("{name} ({n})"));
        let name = std::iter::once(name.clone()).chain(&mut names).find(|name| !taken(name));
        let name = name.unwrap_or_default();
        self.context.virtual_rooms.insert(name.clone(), sets.to_vec());
        name
    }

    /// Everything but the constraints.
    fn elements(&mut self) -> Vec<Element> {
        let school = self.school;
        let mode = if self.halves { "Mornings_Afternoons" } else { "Official" };
        let named = |member: &'static str, names: &[String]| -> Vec<Element> {
            names.iter().map(|name| Element::of(member, vec![text("Name", name)])).collect()
        };
        let counted = |count: &str, mut members: Vec<Element>| {
            members.insert(0, text(count, members.len()));
            members
        };
        let commented = |member: &'static str, codes: Vec<&String>| -> Vec<Element> {
            let one = |code: &String| vec![text("Name", code), text("Comments", "")];
            codes.into_iter().map(|code| Element::of(member, one(code))).collect()
        };
        let name = if school.name.is_empty() { &school.code } else { &school.name };
        let subjects = commented("Subject", school.subjects.iter().map(|one| &one.code).collect());
        let buildings =
            commented("Building", school.buildings.iter().map(|one| &one.code).collect());
        vec![
            text("Mode", mode),
            text("Institution_Name", name),
            text("Comments", &school.remarks),
            Element::of("Days_List", counted("Number_of_Days", named("Day", &self.days))),
            Element::of("Hours_List", counted("Number_of_Hours", named("Hour", &self.hours))),
            Element::of("Subjects_List", subjects),
            Element::of("Activity_Tags_List", Vec::new()),
            Element::of("Teachers_List", self.teachers()),
            Element::of("Students_List", years(school)),
            Element::of("Activities_List", std::mem::take(&mut self.activities)),
            Element::of("Buildings_List", buildings),
            Element::of("Rooms_List", with(rooms(school), virtual_rooms(school, &self.context))),
            Element::of(TIME_CONSTRAINTS, Vec::new()),
            Element::of(SPACE_CONSTRAINTS, Vec::new()),
        ]
    }

    fn teachers(&self) -> Vec<Element> {
        let exceptions = export_rules::exceptions(self.school, self.courses);
        let teachers = self.school.teachers.enumerate();
        let one = |(id, teacher): (_, &jadwal_model::school::people::Teacher)| {
            let mut fields = vec![text("Name", &teacher.code)];
            if self.halves {
                let said = exceptions.get(&id).and_then(|&days| BEHAVIOURS.get(days as usize));
                let said = said.unwrap_or(&"Unrestricted");
                fields.push(text("Mornings_Afternoons_Behavior", *said));
            }
            fields.push(text("Target_Number_of_Hours", teacher.service));
            fields.push(text("Comments", teacher.name.as_deref().unwrap_or_default()));
            Element::of("Teacher", fields)
        };
        teachers.map(one).collect()
    }
}

/// By the days of exception.
const BEHAVIOURS: [&str; 6] = [
    "Exclusive",
    "One day exception",
    "Two days exception",
    "Three days exception",
    "Four days exception",
    "Five days exception",
];

/// A level with its classes, each with its parts; then the groups that are no part of their own.
fn years(school: &School) -> Vec<Element> {
    let year = |(id, level): (LevelId, &Level)| {
        let classes = school.classes.enumerate().filter(|(_, class)| class.level == id);
        let classes: Vec<ClassId> = classes.map(|(id, _)| id).collect();
        // a year and a class of one name would be one set
        let taken = school.classes.iter().any(|class| class.code == level.code);
        let code = if taken { format!("{} ({})", level.code, LEVEL) } else { level.code.clone() };
        let size = classes.iter().map(|&class| school.classes[class].size).sum();
        let mut fields = set(&code, size);
        for &class in &classes {
            let form = &school.classes[class];
            let parts = parts(school, class, |_| true);
            fields.push(Element::of("Group", with(set(&form.code, form.size), parts)));
        }
        for (group, data) in school.groups.enumerate() {
            let from = school.classes_of_group(group);
            let first = from.first().is_some_and(|class| classes.contains(class));
            if !first || is_part(school, group.index()) {
                continue;
            }
            let inside = |part: &[Audience]| part.contains(&Audience::Group(group));
            let parts = from.iter().flat_map(|&class| parts(school, class, inside)).collect();
            fields.push(Element::of("Group", with(set(&data.code, data.size), parts)));
        }
        Element::of("Year", fields)
    };
    school.levels.enumerate().map(year).collect()
}

/// What tells the year of a level from a class of the same name.
const LEVEL: &str = "*";

/// The parts of a class that are meant, as subgroups; none where it is not divided.
fn parts(school: &School, class: ClassId, meant: impl Fn(&[Audience]) -> bool) -> Vec<Element> {
    let all = school.parts_of(class);
    if let [only] = &all[..]
        && only.is_empty()
    {
        return Vec::new();
    }
    let size = school.classes[class].size / (all.len() as u32).max(1);
    let named = all.iter().filter(|part| meant(part)).map(|part| {
        let size = match part[..] {
            [only] => school.size_of(only),
            _ => size,
        };
        Element::of("Subgroup", set(&part_name(school, class, part), size))
    });
    named.collect()
}

/// A part that is a group of its own is called as the group.
fn part_name(school: &School, class: ClassId, part: &[Audience]) -> String {
    let codes: Vec<&str> = part.iter().map(|&who| school.audience_code(who)).collect();
    match part[..] {
        [Audience::Group(group)] if is_part(school, group.index()) => codes[0].to_owned(),
        _ => format!("{}[{}]", school.classes[class].code, codes.join("+")),
    }
}

/// Whether a group is one part of one class: its class has no other division.
fn is_part(school: &School, group: usize) -> bool {
    let group = jadwal_model::school::id::GroupId::new(group);
    let [class] = school.classes_of_group(group) else { return false };
    let divisions = school.divisions.iter().filter(|division| division.classes.contains(class));
    divisions.count() == 1
}

fn set(code: &str, size: u32) -> Vec<Element> {
    vec![text("Name", code), text("Number_of_Students", size), text("Comments", "")]
}

fn with(mut fields: Vec<Element>, more: Vec<Element>) -> Vec<Element> {
    fields.extend(more);
    fields
}

/// A room for each lesson that it holds.
fn rooms(school: &School) -> Vec<Element> {
    let certain = school.rules.iter().any(|rule| {
        rule.kind == RuleKind::Capacity
            && rule.strength == Strength::Hard
            && rule.scope.is_everything()
    });
    let mut all = Vec::new();
    for room in &school.rooms {
        let building = room.building.map(|id| school.buildings[id].code.as_str());
        for name in copies(&room.code, room.holds) {
            let capacity = room.capacity.filter(|_| certain).unwrap_or(ANY);
            all.push(Element::of(
                "Room",
                vec![
                    text("Name", &name),
                    text("Building", building.unwrap_or_default()),
                    text("Capacity", capacity),
                    text("Virtual", "false"),
                    text("Comments", ""),
                ],
            ));
        }
    }
    all
}

/// A room for each that stands for several.
fn virtual_rooms(school: &School, context: &Context) -> Vec<Element> {
    let set = |rooms: &Vec<RoomId>| {
        let mut fields = vec![text("Number_of_Real_Rooms", rooms.len())];
        fields.extend(rooms.iter().map(|&room| text("Real_Room", &school.rooms[room].code)));
        Element::of("Set_of_Real_Rooms", fields)
    };
    let room = |(name, sets): (&String, &Vec<Vec<RoomId>>)| {
        let mut fields = vec![
            text("Name", name),
            text("Building", ""),
            text("Capacity", ANY),
            text("Virtual", "true"),
            text("Number_of_Sets_of_Real_Rooms", sets.len()),
        ];
        fields.extend(sets.iter().map(set));
        fields.push(text("Comments", ""));
        Element::of("Room", fields)
    };
    context.virtual_rooms.iter().map(room).collect()
}

/// How a course is cut; where the search would, into the longest lessons that may be.
fn lengths(blocks: &Blocks, hours: u32) -> Vec<u32> {
    let (shortest, longest) = match blocks {
        Blocks::Pattern(lengths) => return lengths.clone(),
        Blocks::Between { shortest, longest } => ((*shortest).max(1), (*longest).max(1)),
    };
    let (mut left, mut lengths) = (hours, Vec::new());
    while left > 0 {
        let rest = left.saturating_sub(longest);
        // what is left must be long enough to be a lesson
        let next = if rest > 0 && rest < shortest { left - shortest } else { longest.min(left) };
        lengths.push(next.max(1));
        left -= next.max(1);
    }
    lengths
}
