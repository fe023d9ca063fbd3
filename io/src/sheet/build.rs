//! Which lesson stands on which sheet, and where.

use super::colour::{self, Colour};
use super::names::{Label, Naming, halves};
use super::pack::{Placed, pack};
use super::{Column, Entry, Printed, Row, Sheet, SheetKind, Whose};
use crate::words::Words;
use jadwal_model::Id;
use jadwal_model::school::{
    Audience, ClassId, ClockRange, Course, DayId, Lesson, PeriodId, RoomId, SlotId, TeacherId,
};
use std::collections::{BTreeMap, BTreeSet};

/// Makes the sheets of a timetable in one language.
#[derive(Debug)]
pub struct Sheets<'a> {
    printed: Printed<'a>,
    naming: Naming<'a>,
    colours: Vec<Colour>,
    locked: BTreeSet<(&'a str, u32)>,
}

impl<'a> Sheets<'a> {
    /// The sheets of a timetable, in a language.
    #[must_use]
    pub fn new(printed: Printed<'a>, words: &'a Words) -> Self {
        let school = printed.school;
        let held = school.locks.iter().filter(|lock| lock.slot.is_some() || lock.room.is_some());
        Self {
            printed,
            naming: Naming { school, words },
            colours: colour::of_subjects(school),
            locked: held.map(|lock| (lock.course.as_str(), lock.block)).collect(),
        }
    }

    /// What things are called.
    #[must_use]
    pub const fn naming(&self) -> Naming<'a> {
        self.naming
    }

    /// All sheets: the overviews first, then each class, teacher and room.
    #[must_use]
    pub fn all(&self) -> Vec<Sheet> {
        let school = self.printed.school;
        let mut sheets = self.overviews();
        sheets.extend(school.classes.ids().map(|id| self.class(id)));
        sheets.extend(school.teachers.ids().map(|id| self.teacher(id)));
        sheets.extend(school.rooms.ids().map(|id| self.room(id)));
        sheets
    }

    /// The sheets of all classes, all teachers and all rooms.
    #[must_use]
    pub fn overviews(&self) -> Vec<Sheet> {
        let kinds = [SheetKind::AllClasses, SheetKind::AllTeachers, SheetKind::AllRooms];
        kinds.map(|kind| self.overview(kind)).into()
    }

    /// The sheet of a class.
    #[must_use]
    pub fn class(&self, id: ClassId) -> Sheet {
        self.single(SheetKind::Class, Whose::Class(id))
    }

    /// The sheet of a teacher.
    #[must_use]
    pub fn teacher(&self, id: TeacherId) -> Sheet {
        self.single(SheetKind::Teacher, Whose::Teacher(id))
    }

    /// The sheet of a room.
    #[must_use]
    pub fn room(&self, id: RoomId) -> Sheet {
        self.single(SheetKind::Room, Whose::Room(id))
    }

    /// Days across, periods down.
    fn single(&self, kind: SheetKind, whose: Whose) -> Sheet {
        let calendar = &self.printed.school.calendar;
        let usual: BTreeMap<PeriodId, ClockRange> = calendar
            .periods
            .ids()
            .filter_map(|period| Some((period, self.usual_clock(period)?)))
            .collect();
        let columns = calendar.days.ids().map(|day| Column {
            day: self.naming.day(day),
            period: None,
            clock: None,
            part: None,
        });
        let rows = calendar.periods.enumerate().map(|(id, period)| Row {
            label: Label::code(&period.code),
            clock: usual.get(&id).copied(),
            part: Some(period.part),
            link: None,
        });
        let mut days: BTreeMap<DayId, Vec<Placed>> = BTreeMap::new();
        let mut unplaced = Vec::new();
        for (index, lesson) in self.lessons_of(whose) {
            let mut entry = self.entry(index, lesson, Some(whose));
            let Some(start) = lesson.slot else {
                unplaced.push(entry);
                continue;
            };
            let slot = calendar.slots[start];
            let length = self.length_at(start, lesson.length);
            let row = slot.period.index();
            let differs = (row..row + length).any(|row| {
                let period = PeriodId::new(row);
                let here = calendar.slot(slot.day, period);
                here.and_then(|slot| calendar.clock(slot, None)) != usual.get(&period).copied()
            });
            entry.clock = differs.then(|| self.clock(start, length)).flatten();
            let order = self.order(lesson);
            days.entry(slot.day).or_default().push(Placed { start: row, length, order, entry });
        }
        let mut cells = Vec::new();
        for (day, line) in days {
            pack(line, |row| (row, day.index()), &mut cells);
        }
        let closed = calendar.periods.ids().flat_map(|period| {
            let days = calendar.days.ids();
            let missing = days.filter(move |&day| calendar.slot(day, period).is_none());
            missing.map(move |day| (period.index(), day.index()))
        });
        Sheet {
            kind,
            anchor: anchor(whose),
            label: self.label(whose),
            title: self.title(whose),
            subtitle: self.subtitle(whose),
            columns: columns.collect(),
            rows: rows.collect(),
            cells,
            closed: closed.collect(),
            unplaced,
        }
    }

    /// Slots across, classes, teachers or rooms down. Any other kind has no rows.
    #[must_use]
    pub fn overview(&self, kind: SheetKind) -> Sheet {
        let school = self.printed.school;
        let calendar = &school.calendar;
        let columns = calendar.slots.enumerate().map(|(id, slot)| Column {
            day: self.naming.day(slot.day),
            period: Some(calendar.periods[slot.period].code.clone()),
            clock: calendar.clock(id, None),
            part: Some(calendar.periods[slot.period].part),
        });
        let (name, whom): (_, Vec<Whose>) = match kind {
            SheetKind::AllClasses => {
                ("all-classes", school.classes.ids().map(Whose::Class).collect())
            }
            SheetKind::AllTeachers => {
                ("all-teachers", school.teachers.ids().map(Whose::Teacher).collect())
            }
            SheetKind::AllRooms => ("all-rooms", school.rooms.ids().map(Whose::Room).collect()),
            SheetKind::Class | SheetKind::Teacher | SheetKind::Room => ("none", Vec::new()),
        };
        let (mut rows, mut cells, mut unplaced) = (Vec::new(), Vec::new(), BTreeMap::new());
        for (row, &whose) in whom.iter().enumerate() {
            let link = Some(anchor(whose));
            rows.push(Row { label: self.label(whose), clock: None, part: None, link });
            let mut line = Vec::new();
            for (index, lesson) in self.lessons_of(whose) {
                let Some(start) = lesson.slot else {
                    unplaced.entry(index).or_insert_with(|| self.entry(index, lesson, None));
                    continue;
                };
                let length = self.length_at(start, lesson.length);
                let entry = self.entry(index, lesson, Some(whose));
                let order = self.order(lesson);
                line.push(Placed { start: start.index(), length, order, entry });
            }
            pack(line, |slot| (row, slot), &mut cells);
        }
        let title = self.naming.words.say(&format!("sheet-{name}"), &[]);
        Sheet {
            kind,
            anchor: name.to_owned(),
            label: Label::name(&title),
            title,
            subtitle: Vec::new(),
            columns: columns.collect(),
            rows,
            cells,
            closed: Vec::new(),
            unplaced: unplaced.into_values().collect(),
        }
    }

    /// The lessons at which somebody is, each with its position among all.
    pub fn lessons_of(&self, whose: Whose) -> impl Iterator<Item = (usize, &'a Lesson)> {
        let Printed { school, courses, lessons, .. } = self.printed;
        lessons.iter().enumerate().filter(move |(_, lesson)| match whose {
            Whose::Class(class) => {
                let audience = &courses[lesson.course].audience;
                audience.iter().any(|member| school.classes_of(member).contains(&class))
            }
            Whose::Teacher(teacher) => lesson.teachers.contains(&teacher),
            Whose::Room(room) => lesson.rooms().any(|held| held == room),
        })
    }

    /// How many slots a lesson can take from here on: it ends where its half-day does.
    fn length_at(&self, slot: SlotId, length: u32) -> usize {
        let calendar = &self.printed.school.calendar;
        let fits = (1..=length).rev().find(|&length| calendar.fits(slot, length));
        fits.unwrap_or(1) as usize
    }

    fn clock(&self, start: SlotId, length: usize) -> Option<ClockRange> {
        let calendar = &self.printed.school.calendar;
        let last = SlotId::new(start.index() + length - 1);
        let (first, last) = (calendar.clock(start, None)?, calendar.clock(last, None)?);
        Some(ClockRange { from: first.from, until: last.until })
    }

    /// The clock times that most slots of a period have, the earliest among equals.
    fn usual_clock(&self, period: PeriodId) -> Option<ClockRange> {
        let calendar = &self.printed.school.calendar;
        let mut count: BTreeMap<ClockRange, usize> = BTreeMap::new();
        for (id, _) in calendar.slots.enumerate().filter(|(_, slot)| slot.period == period) {
            *count.entry(calendar.clock(id, None)?).or_default() += 1;
        }
        let most = count.values().copied().max()?;
        count.into_iter().find(|&(_, times)| times == most).map(|(range, _)| range)
    }

    /// Groups stand in the order of the register, week A before week B.
    fn order(&self, lesson: &Lesson) -> (Vec<usize>, usize) {
        let audience = &self.printed.courses[lesson.course].audience;
        let groups = audience.iter().map(|member| match member {
            Audience::Class(_) => 0,
            Audience::Group(group) => 1 + group.index(),
        });
        (groups.collect(), lesson.week.map_or(0, |week| week as usize))
    }

    /// What is written about a lesson on somebody's sheet, or for anybody.
    #[must_use]
    pub fn entry(&self, index: usize, lesson: &Lesson, whose: Option<Whose>) -> Entry {
        let school = self.printed.school;
        let course = &self.printed.courses[lesson.course];
        let codes: Vec<&str> = lesson.rooms().map(|id| &*school.rooms[id].code).collect();
        let room = Some(codes.join(" + ")).filter(|_| !codes.is_empty());
        let post = first_of(lesson.teachers.iter().map(|&id| school.teachers[id].code.as_str()));
        let subject = Some(school.subjects[course.subject].code.clone());
        let teachers = lesson.teachers.iter().map(|&id| self.naming.teacher(id));
        let (mut classes, groups) = self.naming.audience(&course.audience);
        let (mut teachers, mut place) =
            (teachers.collect(), lesson.rooms().map(|id| self.naming.room(id)).reduce(Label::and));
        let codes = match whose {
            Some(Whose::Class(_)) => [subject, post],
            Some(Whose::Teacher(_)) => [self.whom(course).or(subject), room],
            Some(Whose::Room(_)) | None => [self.whom(course).or(subject), post],
        };
        match whose {
            Some(Whose::Class(_)) => classes = Vec::new(),
            Some(Whose::Teacher(_)) => teachers = Vec::new(),
            Some(Whose::Room(_)) => place = None,
            None => {}
        }
        Entry {
            lesson: index,
            subject: self.naming.subject(course.subject),
            classes,
            groups,
            teachers,
            place,
            week: lesson.week,
            clock: None,
            offset: 0,
            length: lesson.length as usize,
            lane: 0,
            subject_index: course.subject.index(),
            colour: self.colours[course.subject.index()],
            locked: self.locked.contains(&(course.code.as_str(), lesson.block)),
            codes,
        }
    }

    fn whom(&self, course: &Course) -> Option<String> {
        first_of(course.audience.iter().map(|&member| self.printed.school.audience_code(member)))
    }

    /// How many half hours somebody has in an average week. Of a class it is what one pupil has, who
    /// is not in two groups at once: the most of any.
    fn half_hours_of(&self, whose: Whose) -> u32 {
        let Whose::Class(class) = whose else {
            return self.lessons_of(whose).map(|(_, lesson)| half_hours(lesson)).sum();
        };
        let lessons: Vec<&Lesson> = self.lessons_of(whose).map(|(_, lesson)| lesson).collect();
        let parts = self.printed.school.parts_of(class);
        let of_part = |part: &Vec<Audience>| -> u32 {
            let attends = |lesson: &&&Lesson| {
                let audience = &self.printed.courses[lesson.course].audience;
                audience.iter().any(|who| *who == Audience::Class(class) || part.contains(who))
            };
            lessons.iter().filter(attends).map(|lesson| half_hours(lesson)).sum()
        };
        parts.iter().map(of_part).max().unwrap_or(0)
    }

    fn label(&self, whose: Whose) -> Label {
        match whose {
            Whose::Class(id) => self.naming.class(id),
            Whose::Teacher(id) => self.naming.teacher(id),
            Whose::Room(id) => self.naming.room(id),
        }
    }

    /// The heading of somebody's sheet.
    #[must_use]
    pub fn title(&self, whose: Whose) -> String {
        let key = match whose {
            Whose::Class(_) => "sheet-class",
            Whose::Teacher(_) => "sheet-teacher",
            Whose::Room(_) => "sheet-room",
        };
        self.naming.words.say(key, &[("name", self.label(whose).text.into())])
    }

    fn subtitle(&self, whose: Whose) -> Vec<String> {
        let Naming { school, words } = self.naming;
        let mut pieces = Vec::new();
        match whose {
            Whose::Class(id) => {
                let class = &school.classes[id];
                let level = &school.levels[class.level];
                pieces.push(words.isolate(&self.naming.best(&level.names, &level.code).text));
                if class.size > 0 {
                    pieces.push(words.say("sheet-pupils", &[("n", class.size.into())]));
                }
            }
            Whose::Teacher(id) => {
                let subjects = school.teachers[id].subjects.iter();
                let names = subjects.map(|&id| words.isolate(&self.naming.subject(id).text));
                pieces.extend(names);
            }
            Whose::Room(id) => {
                let room = &school.rooms[id];
                pieces.push(words.isolate(&self.naming.room_type(room.room_type).text));
                if let Some(building) = room.building {
                    let building = &school.buildings[building];
                    let name = self.naming.best(&building.names, &building.code);
                    pieces.push(words.isolate(&name.text));
                }
                if let Some(places) = room.capacity {
                    pieces.push(words.say("sheet-places", &[("n", places.into())]));
                }
            }
        }
        let hours = halves(self.half_hours_of(whose));
        pieces.push(words.say("sheet-hours", &[("n", hours.into())]));
        pieces
    }
}

/// How many half hours a lesson takes in an average week.
pub(crate) fn half_hours(lesson: &Lesson) -> u32 {
    lesson.length * if lesson.week.is_some() { 1 } else { 2 }
}

fn anchor(whose: Whose) -> String {
    match whose {
        Whose::Class(id) => format!("class-{}", id.index() + 1),
        Whose::Teacher(id) => format!("teacher-{}", id.index() + 1),
        Whose::Room(id) => format!("room-{}", id.index() + 1),
    }
}

/// The first code, and how many more there are.
fn first_of<'c>(mut codes: impl Iterator<Item = &'c str>) -> Option<String> {
    let first = codes.next()?;
    Some(match codes.count() {
        0 => first.to_owned(),
        more => format!("{first} +{more}"),
    })
}
