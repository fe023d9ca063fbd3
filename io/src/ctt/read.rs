//! Reading a file: its head, its sections, and what they say of each other.

use super::build;
use super::draft::{Course, Curriculum, Draft, Room};
use super::lines::{Faults, Line, Lines, Word, lines};
use crate::error::ctt::CttFault;
use crate::error::{Fault, Place, ReadError};
use jadwal_model::nearest::nearest;
use jadwal_model::{Instance, InstanceError};
use std::collections::BTreeMap;

const NAME: &str = "Name:";
const COURSES: &str = "Courses:";
const ROOMS: &str = "Rooms:";
const DAYS: &str = "Days:";
const PERIODS: &str = "Periods_per_day:";
const CURRICULA: &str = "Curricula:";
/// The number of unavailable times, in the older format and in the newer.
const CLOSED: [&str; 2] = ["Constraints:", "UnavailabilityConstraints:"];
const UNSUITABLE: &str = "RoomConstraints:";
const DAILY: &str = "Min_Max_Daily_Lectures:";
const HEAD: [&str; 10] =
    [NAME, COURSES, ROOMS, DAYS, PERIODS, CURRICULA, CLOSED[0], CLOSED[1], UNSUITABLE, DAILY];

const OF_COURSES: &str = "COURSES:";
const OF_ROOMS: &str = "ROOMS:";
const OF_CURRICULA: &str = "CURRICULA:";
const OF_CLOSED: &str = "UNAVAILABILITY_CONSTRAINTS:";
const OF_UNSUITABLE: &str = "ROOM_CONSTRAINTS:";
const SECTIONS: [&str; 5] = [OF_COURSES, OF_ROOMS, OF_CURRICULA, OF_CLOSED, OF_UNSUITABLE];
const END: &str = "END.";

/// Of what a file can have, no more than this.
const MOST: i64 = 100_000;
/// People and seats.
const MOST_PEOPLE: i64 = 1_000_000;

/// Reads a file of course timetabling.
///
/// # Errors
/// All faults that can be found, in the order of the file.
pub fn read(bytes: &[u8]) -> Result<Instance, Vec<ReadError>> {
    let mut faults = Faults::default();
    let all = lines(bytes, &mut faults);
    let start = Place { line: 1, column: 1, offset: 0, length: 0 };
    let draft = File::new(&all, &mut faults).draft(&mut faults);
    faults.into_result()?;
    build::build(&draft).map_err(|errors| {
        let error = |error| ReadError { place: start, fault: Fault::Invalid(error) };
        errors.into_iter().map(error).collect()
    })
}

/// The parts of a file, by name.
struct File<'a> {
    head: BTreeMap<&'static str, &'a Line<'a>>,
    sections: BTreeMap<&'static str, Section<'a>>,
    end: Place,
}

struct Section<'a> {
    title: Place,
    rows: &'a [Line<'a>],
}

impl<'a> File<'a> {
    fn new(all: &'a Lines<'a>, faults: &mut Faults) -> Self {
        let lines = &all.lines;
        let title = |line: &Line<'_>| {
            let first = line.words[0].text;
            SECTIONS.into_iter().find(|name| *name == first && line.words.len() == 1)
        };
        let end = lines.iter().position(|line| line.text.text == END);
        match end {
            None => faults.push(all.end, CttFault::NoEnd),
            Some(end) => {
                if let Some(line) = lines.get(end + 1) {
                    let found = line.words[0].text.to_owned();
                    faults.push(line.words[0].place, CttFault::AfterEnd { found });
                }
            }
        }
        let body = &lines[..end.unwrap_or(lines.len())];
        let mut file = Self { head: BTreeMap::new(), sections: BTreeMap::new(), end: all.end };
        let first = body.iter().position(|line| title(line).is_some()).unwrap_or(body.len());
        body[..first].iter().for_each(|line| file.add_head(line, faults));
        let mut next = first;
        while let Some(name) = body.get(next).and_then(title) {
            let after = next + 1;
            let length = body[after..].iter().take_while(|line| title(line).is_none()).count();
            let place = body[next].text.place;
            let section = Section { title: place, rows: &body[after..after + length] };
            if file.sections.insert(name, section).is_some() {
                faults.push(place, CttFault::Twice { found: name });
            }
            next = after + length;
        }
        file
    }

    fn add_head(&mut self, line: &'a Line<'a>, faults: &mut Faults) {
        let found = line.words[0];
        let Some(name) = HEAD.into_iter().find(|name| *name == found.text) else {
            let nearest = nearest(found.text, HEAD.into_iter());
            let found_text = found.text.chars().take(40).collect();
            faults.push(found.place, CttFault::UnknownHead { found: found_text, nearest });
            return;
        };
        if self.head.insert(name, line).is_some() {
            faults.push(found.place, CttFault::Twice { found: name });
        }
    }

    /// The number that a line of the head gives.
    fn number(
        &self,
        name: &'static str,
        least: i64,
        most: i64,
        faults: &mut Faults,
    ) -> Option<i64> {
        let line = self.head.get(name)?;
        match line.words[..] {
            [_, word] => faults.number(name.trim_end_matches(':'), word, least, most),
            _ => {
                faults.words(line, name);
                None
            }
        }
    }

    /// The same of a line that has to be there.
    fn needed(
        &self,
        name: &'static str,
        least: i64,
        most: i64,
        faults: &mut Faults,
    ) -> Option<i64> {
        if !self.head.contains_key(name) {
            let place = Place { line: 1, column: 1, offset: 0, length: 0 };
            faults.push(place, CttFault::NoHead { expected: name });
        }
        self.number(name, least, most, faults)
    }

    /// The rows of a section, as many as the head says.
    fn rows(&self, name: &'static str, number: Option<i64>, faults: &mut Faults) -> &'a [Line<'a>] {
        let Some(section) = self.sections.get(name) else {
            if number.is_some_and(|number| number > 0) {
                faults.push(self.end, CttFault::NoSection { expected: name });
            }
            return &[];
        };
        let found = section.rows.len();
        if let Some(expected) = number.filter(|&number| number != found as i64) {
            faults.push(section.title, CttFault::Lines { section: name, found, expected });
        }
        section.rows
    }

    fn draft(&self, faults: &mut Faults) -> Draft {
        let name = match self.head.get(NAME) {
            Some(line) => line.text.text[NAME.len()..].trim().to_owned(),
            None => String::new(),
        };
        let days = self.needed(DAYS, 1, 1000, faults).unwrap_or(1000);
        let periods = self.needed(PERIODS, 1, 1000, faults).unwrap_or(1000);
        let courses = self.needed(COURSES, 1, MOST, faults);
        let rooms = self.needed(ROOMS, 1, MOST, faults);
        let curricula = self.needed(CURRICULA, 0, MOST, faults);
        let either = if self.head.contains_key(CLOSED[1]) { CLOSED[1] } else { CLOSED[0] };
        let closed = self.needed(either, 0, MOST * 100, faults);
        let unsuitable = self.number(UNSUITABLE, 0, MOST * 100, faults);
        let mut draft =
            Draft { name, days: days as usize, periods: periods as usize, ..Draft::default() };
        let mut codes = Codes::default();
        for line in self.rows(OF_COURSES, courses, faults) {
            draft.courses.extend(course(line, days * periods, &mut codes, faults));
        }
        for line in self.rows(OF_ROOMS, rooms, faults) {
            draft.rooms.extend(room(line, &mut codes, faults));
        }
        for line in self.rows(OF_CURRICULA, curricula, faults) {
            draft.curricula.extend(curriculum(line, &mut codes, faults));
        }
        for line in self.rows(OF_CLOSED, closed, faults) {
            unavailable(line, &mut draft, &codes, faults);
        }
        for line in self.rows(OF_UNSUITABLE, unsuitable, faults) {
            let [course, room] = line.words[..] else {
                faults.words(line, "course room");
                continue;
            };
            let course = codes.find(COURSE, course, faults);
            let room = codes.find(ROOM, room, faults);
            if let (Some(course), Some(room)) = (course, room) {
                draft.courses[course].unsuitable.push(room);
            }
        }
        draft
    }
}

const COURSE: &str = "course";
const ROOM: &str = "room";
const CURRICULUM: &str = "curriculum";

/// The positions of what has been read, by kind and code.
#[derive(Default)]
struct Codes<'a>(BTreeMap<&'static str, BTreeMap<&'a str, usize>>);

impl<'a> Codes<'a> {
    /// Notes the next thing of a kind; false if its code is taken.
    fn note(&mut self, kind: &'static str, word: Word<'a>, faults: &mut Faults) -> bool {
        let codes = self.0.entry(kind).or_default();
        if codes.contains_key(word.text) {
            let code = word.text.to_owned();
            faults.push(word.place, Fault::Invalid(InstanceError::Duplicate { kind, code }));
            return false;
        }
        codes.insert(word.text, codes.len());
        true
    }

    fn find(&self, kind: &'static str, word: Word<'_>, faults: &mut Faults) -> Option<usize> {
        let none = BTreeMap::new();
        faults.find(kind, self.0.get(kind).unwrap_or(&none), word)
    }
}

fn course<'a>(
    line: &Line<'a>,
    times: i64,
    codes: &mut Codes<'a>,
    faults: &mut Faults,
) -> Option<Course> {
    let [code, teacher, lectures, days, students, ref more @ ..] = line.words[..] else {
        faults.words(line, "course teacher lectures days students");
        return None;
    };
    // whether it wants double lectures: other formulations count that
    match more {
        [] => {}
        [double] => drop(faults.number("double_lectures", *double, 0, 1)),
        _ => faults.words(line, "course teacher lectures days students double"),
    }
    let lectures = faults.number("lectures", lectures, 1, times);
    let days = faults.number("min_working_days", days, 0, 1000);
    let students = faults.number("students", students, 0, MOST_PEOPLE);
    // a course with a wrong number is known all the same, or every mention of it would be a fault
    codes.note(COURSE, code, faults).then(|| Course {
        code: code.text.to_owned(),
        teacher: teacher.text.to_owned(),
        lectures: lectures.unwrap_or(1) as u32,
        days: days.unwrap_or(0),
        students: students.unwrap_or(0),
        closed: Vec::new(),
        unsuitable: Vec::new(),
    })
}

fn room<'a>(line: &Line<'a>, codes: &mut Codes<'a>, faults: &mut Faults) -> Option<Room> {
    let [code, places, ref more @ ..] = line.words[..] else {
        faults.words(line, "room capacity");
        return None;
    };
    // its site: other formulations count travel
    if more.len() > 1 {
        faults.words(line, "room capacity site");
    }
    let places = faults.number("capacity", places, 0, MOST_PEOPLE).unwrap_or(0);
    codes.note(ROOM, code, faults).then(|| Room { code: code.text.to_owned(), places })
}

fn curriculum<'a>(
    line: &Line<'a>,
    codes: &mut Codes<'a>,
    faults: &mut Faults,
) -> Option<Curriculum> {
    let [code, number, ref courses @ ..] = line.words[..] else {
        faults.words(line, "curriculum number course ...");
        return None;
    };
    let mut members = Vec::new();
    for &word in courses {
        match codes.find(COURSE, word, faults) {
            Some(course) if members.contains(&course) => {
                let (parent, element) = (code.text.to_owned(), word.text.to_owned());
                faults.push(word.place, Fault::Twice { parent, element });
            }
            Some(course) => members.push(course),
            None => {}
        }
    }
    if let Some(expected) = faults.number("courses", number, 0, MOST)
        && expected != courses.len() as i64
    {
        let (curriculum, found) = (code.text.to_owned(), courses.len());
        faults.push(number.place, CttFault::Members { curriculum, found, expected });
    }
    codes.note(CURRICULUM, code, faults).then(|| Curriculum { code: code.text.to_owned(), members })
}

fn unavailable(line: &Line<'_>, draft: &mut Draft, codes: &Codes<'_>, faults: &mut Faults) {
    let [course, day, period] = line.words[..] else {
        return faults.words(line, "course day period");
    };
    let course = codes.find(COURSE, course, faults);
    let day = faults.number("day", day, 0, draft.days as i64 - 1);
    let period = faults.number("period", period, 0, draft.periods as i64 - 1);
    if let (Some(course), Some(day), Some(period)) = (course, day, period) {
        draft.courses[course].closed.push(day as usize * draft.periods + period as usize);
    }
}
