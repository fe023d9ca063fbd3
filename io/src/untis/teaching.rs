//! Lessons: `GPU002.TXT`. All lines of one number are one course, for they are held together.

use super::context::{Context, Known, Line};
use super::file::{Column, File, list};
use super::people::People;
use crate::delimited::Row;
use crate::error::foreign::ForeignFault;
use crate::foreign::Left;
use crate::foreign::codes::Codes;
use crate::foreign::left_out::Leaving;
use crate::foreign::longest::longest;
use jadwal_model::school::course::{Audience, Blocks, Course, RoomNeed, Subject, Teaching};
use jadwal_model::school::faults::MAX_WEEKLY;
use jadwal_model::school::id::{RoomId, SubjectId};
use jadwal_model::school::names::Names;
use jadwal_model::school::rule::{Rule, RuleKind, Scope, Strength};
use jadwal_model::school::school::School;
use std::collections::BTreeMap;

const NUMBER: Column = Column(1, "lesson number");
const PERIODS: Column = Column(2, "periods a week");
const CLASS: Column = Column(5, "class");
const TEACHER: Column = Column(6, "teacher");
const SUBJECT: Column = Column(7, "subject");
const ROOM: Column = Column(8, "room");
const GROUP: usize = 12;
const DATES: [usize; 2] = [15, 16];
const HOME_ROOM: Column = Column(20, "room");
const CODES: usize = 24;
const DOUBLES: Column = Column(28, "double periods");
const BLOCKS: [Column; 3] = [Column(30, "block"), Column(37, "block"), Column(38, "block")];

/// Makes the courses, and tells the context about them.
pub(super) fn teaching(
    file: &mut File,
    people: &People,
    school: &mut School,
    context: &mut Context,
    leaving: &mut Leaving,
) {
    let mut lessons: Vec<(u32, Vec<Row>)> = Vec::new();
    for row in file.rows() {
        if row.cell(NUMBER.0 - 1).is_empty() {
            file.value(&row, NUMBER, "a whole number");
            continue;
        }
        let Some(number) = file.whole(&row, NUMBER) else { continue };
        match lessons.iter_mut().find(|(other, _)| *other == number) {
            Some((_, rows)) => rows.push(row),
            None => lessons.push((number, vec![row])),
        }
    }
    dates(&lessons, leaving);
    let longest = longest(school);
    let mut codes = Codes::default();
    for (number, rows) in lessons {
        // small letters and large ones are different codes
        if rows.iter().any(|row| row.cell(CODES - 1).contains('i')) {
            leaving.add(Left::Ignored, 1, rows[0].place);
            context.ignored.insert(number);
            continue;
        }
        let mut making = Making { file, people, school, context, leaving };
        making.lesson(number, &rows, longest, &mut codes);
    }
}

/// Lessons whose dates are not those of most.
fn dates(lessons: &[(u32, Vec<Row>)], leaving: &mut Leaving) {
    let said = |rows: &[Row]| DATES.map(|column| rows[0].cell(column - 1).to_owned());
    let mut counts: BTreeMap<[String; 2], usize> = BTreeMap::new();
    for (_, rows) in lessons {
        *counts.entry(said(rows)).or_default() += 1;
    }
    let usual = counts.iter().max_by_key(|(_, count)| **count).map(|(dates, _)| dates.clone());
    for (_, rows) in lessons.iter().filter(|(_, rows)| Some(said(rows)) != usual) {
        leaving.add(Left::Terms, 1, rows[0].place);
    }
}

struct Making<'a> {
    file: &'a mut File,
    people: &'a People,
    school: &'a mut School,
    context: &'a mut Context,
    leaving: &'a mut Leaving,
}

impl Making<'_> {
    fn lesson(&mut self, number: u32, rows: &[Row], longest: u32, codes: &mut Codes) {
        let first = &rows[0];
        let faults = self.file.faults.len();
        let (mut audience, mut teachers, mut subjects) = (Vec::new(), Vec::new(), Vec::new());
        // the rooms of each line that has other rooms than those before it
        let mut needs: Vec<Vec<RoomId>> = Vec::new();
        let mut lines: Vec<Line> = Vec::new();
        for row in rows {
            let known = &self.people.classes;
            let class = self.find(row, CLASS, known);
            audience.extend(class.map(Audience::Class).filter(|one| !audience.contains(one)));
            let teacher = self.find(row, TEACHER, &self.people.teachers);
            teachers.extend(teacher.filter(|one| !teachers.contains(one)));
            let subject = self.find(row, SUBJECT, &self.people.subjects);
            subjects.extend(subject.filter(|one| !subjects.contains(one)));
            let rooms = self.rooms(row);
            let room = if rooms.is_empty() {
                None
            } else {
                let at = needs.iter().position(|other| *other == rooms);
                Some(at.unwrap_or_else(|| {
                    needs.push(rooms);
                    needs.len() - 1
                }))
            };
            let cell = |column: Column| row.cell(column.0 - 1).to_owned();
            lines.push(Line {
                class: cell(CLASS),
                teacher: cell(TEACHER),
                subject: cell(SUBJECT),
                room,
            });
        }
        self.other_periods(rows);
        let Some(lengths) = self.lengths(number, first, longest) else { return };
        if self.file.faults.len() > faults {
            return;
        }
        if subjects.is_empty() {
            self.file.value(first, SUBJECT, "a name");
            return;
        }
        self.leaving.add(Left::Coupled, usize::from(subjects.len() > 1), first.place);
        let group = rows.iter().any(|row| !row.cell(GROUP - 1).is_empty());
        self.leaving.add(Left::LessonGroups, usize::from(group), first.place);
        let subject = self.joint(&subjects);
        let who: Vec<&str> = if audience.is_empty() {
            teachers.iter().map(|&one| self.school.teachers[one].code.as_str()).collect()
        } else {
            audience.iter().map(|&one| self.school.audience_code(one)).collect()
        };
        let code = format!("{}/{}", who.join("+"), self.school.subjects[subject].code);
        let code = codes.take(&[&code]);
        let (room, further) = match needs.split_first() {
            Some((first, rest)) => (RoomNeed::OneOf(first.clone()), rest),
            None => (RoomNeed::Nowhere, &[][..]),
        };
        for (place, rooms) in (2..).zip(further) {
            self.school.rules.push(Rule {
                code: format!("also-in {code} {place}"),
                kind: RuleKind::AlsoIn { rooms: rooms.clone() },
                scope: Scope { courses: vec![code.clone()], ..Scope::default() },
                strength: Strength::Hard,
            });
        }
        let is_fixed = rows.iter().any(|row| row.cell(CODES - 1).contains('X'));
        let (course, further) = (code.clone(), further.len());
        let (lengths_of, is_open) = (lengths.clone(), false);
        let known = Known { course, lengths: lengths_of, lines, further, is_open, is_fixed };
        self.context.lessons.insert(number, known);
        self.context.numbers.insert(code.clone(), number);
        self.school.own_courses.push(Course {
            code,
            subject,
            audience,
            teaching: Teaching::By(teachers),
            hours: lengths.iter().sum(),
            blocks: Blocks::Pattern(lengths),
            fortnightly: false,
            room,
        });
    }

    /// What a cell names; none where it names nothing, a fault if there is no such thing.
    fn find<T: Copy>(
        &mut self,
        row: &Row,
        column: Column,
        known: &BTreeMap<String, T>,
    ) -> Option<T> {
        let name = row.cell(column.0 - 1);
        if matches!(name, "" | "?") {
            return None;
        }
        let found = known.get(name).copied();
        if found.is_none() {
            self.file.unknown(row, column, name, known.keys().map(String::as_str));
        }
        found
    }

    /// The rooms of a line: its own, or that of its subject, or the home room; with those that are taken
    /// instead where they are not free.
    fn rooms(&mut self, row: &Row) -> Vec<RoomId> {
        let cell = |column: Column| row.cell(column.0 - 1);
        let subject = self.people.subject_rooms.get(cell(SUBJECT)).copied();
        let class = self.people.class_rooms.get(cell(CLASS)).copied();
        let (own, home) = (self.rooms_in(row, ROOM), self.rooms_in(row, HOME_ROOM));
        let all = [own, subject.into_iter().collect(), home, class.into_iter().collect()];
        let mut rooms = all.into_iter().find(|rooms| !rooms.is_empty()).unwrap_or_default();
        let mut at = 0;
        while at < rooms.len() {
            if let Some(&other) = self.people.instead.get(&rooms[at])
                && !rooms.contains(&other)
            {
                rooms.push(other);
            }
            at += 1;
        }
        rooms
    }

    /// The rooms that a cell names.
    fn rooms_in(&mut self, row: &Row, column: Column) -> Vec<RoomId> {
        let mut rooms = Vec::new();
        for name in list(row.cell(column.0 - 1)) {
            match self.context.rooms.get(name) {
                Some(&room) => rooms.push(room),
                None => {
                    let known = self.context.rooms.keys().map(String::as_str);
                    self.file.unknown(row, column, name, known);
                }
            }
        }
        rooms
    }

    /// Lines that say other periods than the first, as far as they say something.
    fn other_periods(&mut self, rows: &[Row]) {
        let columns = || [PERIODS, DOUBLES].into_iter().chain(BLOCKS);
        let said =
            |row: &Row, column: Column| row.cell(column.0 - 1).replace(',', ".").parse::<f64>();
        for row in &rows[1..] {
            let is_other =
                columns().any(|column| match (said(row, column), said(&rows[0], column)) {
                    (Ok(here), first) => here != first.unwrap_or_default(),
                    (Err(_), _) => false,
                });
            self.leaving.add(Left::Lines, usize::from(is_other), row.place);
        }
    }

    /// How the periods are cut: into blocks, into as many double lessons as there have to be, and single
    /// ones. None if it has none, or they fit no day.
    fn lengths(&mut self, number: u32, row: &Row, longest: u32) -> Option<Vec<u32>> {
        let said = self.file.thousandths(row, PERIODS)?;
        let mut left = said.div_ceil(1000);
        if left == 0 {
            self.leaving.add(Left::NoPeriods, 1, row.place);
            self.context.ignored.insert(number);
            return None;
        }
        if left > MAX_WEEKLY {
            self.file.range(row, PERIODS, 1, MAX_WEEKLY);
            return None;
        }
        self.leaving.add(Left::Fraction, usize::from(said % 1000 != 0), row.place);
        let mut lengths = Vec::new();
        for column in BLOCKS {
            let block = self.file.whole(row, column)?;
            self.leaving.add(Left::Blocks, usize::from(block > left), row.place);
            if block > 1 && block <= left {
                lengths.push(block);
                left -= block;
            }
        }
        let said = self.file.whole(row, DOUBLES)?;
        let doubles = said.min(left / 2);
        self.leaving.add(Left::Blocks, usize::from(said > doubles), row.place);
        lengths.extend((0..doubles).map(|_| 2));
        lengths.extend((0..left - 2 * doubles).map(|_| 1));
        if let Some(&found) = lengths.iter().find(|&&length| length > longest) {
            let (lesson, maximum) = (number.to_string(), longest);
            self.file.fault(row, PERIODS, ForeignFault::Duration { lesson, found, maximum }.into());
            return None;
        }
        Some(lengths)
    }

    /// The subject of a lesson; of several one that is called as all of them.
    fn joint(&mut self, subjects: &[SubjectId]) -> SubjectId {
        if let [only] = subjects {
            return *only;
        }
        let codes: Vec<&str> =
            subjects.iter().map(|&id| self.school.subjects[id].code.as_str()).collect();
        let code = codes.join("+");
        let found = self.school.subjects.enumerate().find(|(_, one)| one.code == code);
        if let Some((id, _)) = found {
            return id;
        }
        self.school.subjects.push(Subject { code, names: Names::default(), colour: None })
    }
}
