//! A small school, a rule, some placed lessons: how far off the rule is.

mod basic;
mod faults;
mod figures;
mod locks;
mod people;
mod places;
mod swaps;
mod taken_together;
mod turns;

use super::{Compiled, Origin, Source, compile};
use crate::evaluate::evaluate;
use crate::id::Id;
use crate::school::calendar::{Calendar, Day, Part, Period, Weekday, Weeks};
use crate::school::course::{Audience, Blocks, Course, Lesson, RoomNeed, Subject, Teaching};
use crate::school::id::{
    BuildingId, ClassId, GroupId, RoomId, RoomTypeId, RuleId, SlotId, SubjectId, TeacherId,
};
use crate::school::names::Names;
use crate::school::people::{Class, Cycle, Division, Group, Level, Teacher};
use crate::school::place::{Building, Room, RoomType};
use crate::school::rule::{Rule, RuleKind, Scope, Strength};
use crate::school::school::School;
use crate::table::Table;

/// Classes A, B and C; A has the halves A1 and A2, which are groups 0 and 1.
const A: Audience = Audience::Class(ClassId::at(0));
const B: Audience = Audience::Class(ClassId::at(1));
const A1: Audience = Audience::Group(GroupId::at(0));
const A2: Audience = Audience::Group(GroupId::at(1));
const MATHS: SubjectId = SubjectId::at(0);
const SPORT: SubjectId = SubjectId::at(1);

/// Three days of two morning and two afternoon slots: Monday is 0 to 3, Tuesday 4 to 7, Wednesday 8
/// to 11. Four teachers, of whom the first two are of the first two subjects. Rooms 0 (30 pupils,
/// building 0) and 1 (20 pupils, building 1) are ordinary, room 2 is a playground for two lessons.
fn school() -> School {
    let mut school = School { code: "S".into(), ..School::default() };
    let mut periods = Table::default();
    for (code, part) in
        [("1", Part::Morning), ("2", Part::Morning), ("3", Part::Afternoon), ("4", Part::Afternoon)]
    {
        periods.push(Period { code: code.into(), part });
    }
    let mut days = Table::default();
    for (code, weekday) in
        [("mon", Weekday::Monday), ("tue", Weekday::Tuesday), ("wed", Weekday::Wednesday)]
    {
        days.push(Day {
            code: code.into(),
            weekday: Some(weekday),
            periods: periods.ids().collect(),
        });
    }
    school.calendar = Calendar { weeks: Weeks::AB, ..Calendar::new(periods, days) };
    let names = Names::default;
    let level = school.levels.push(Level {
        code: "L".into(),
        names: names(),
        cycle: Cycle::College,
        stream: None,
    });
    for (code, size) in [("A", 28), ("B", 18), ("C", 30)] {
        let home_room = (code == "A").then_some(RoomId::new(0));
        let (code, names) = (code.to_owned(), names());
        school.classes.push(Class { code, names, level, size, home_room });
    }
    let classes = vec![ClassId::new(0)];
    let halves = Division { code: "A-halves".into(), sort: "halves".into(), classes };
    let division = school.divisions.push(halves);
    for code in ["A1", "A2"] {
        let (code, classes) = (code.to_owned(), Vec::new());
        school.groups.push(Group { code, names: names(), division, classes, size: 14 });
    }
    for code in ["MATHS", "SPORT", "PHYSICS", "BIOLOGY"] {
        let subject =
            school.subjects.push(Subject { code: code.into(), names: names(), colour: None });
        school.teachers.push(Teacher {
            code: format!("T-{code}"),
            name: None,
            subjects: vec![subject],
            service: 24,
            overtime: 0,
            elsewhere: None,
        });
    }
    for code in ["X", "Y"] {
        school.buildings.push(Building { code: code.into(), names: names() });
    }
    for code in ["ordinary", "ground"] {
        school.room_types.push(RoomType { code: code.into(), names: names() });
    }
    for (code, kind, capacity, building, holds) in
        [("r0", 0, Some(30), 0, 1), ("r1", 0, Some(20), 1, 1), ("g", 1, None, 0, 2)]
    {
        school.rooms.push(Room {
            code: code.into(),
            names: names(),
            room_type: RoomTypeId::new(kind),
            capacity,
            building: Some(BuildingId::new(building)),
            equipment: Vec::new(),
            holds,
        });
    }
    school
}

/// A course of some subject, given by the teacher of the same number, cut as told, held nowhere.
fn course(code: &str, subject: usize, audience: &[Audience], lengths: &[u32]) -> Course {
    Course {
        code: code.into(),
        subject: SubjectId::new(subject),
        audience: audience.to_vec(),
        teaching: Teaching::By(vec![TeacherId::new(subject)]),
        hours: lengths.iter().sum(),
        blocks: Blocks::Pattern(lengths.to_vec()),
        fortnightly: false,
        room: RoomNeed::Nowhere,
    }
}

fn ordinary(course: Course) -> Course {
    Course { room: RoomNeed::OfType(RoomTypeId::new(0)), ..course }
}

/// Where the lessons of a course are: slots, and the room where there is one.
type Placed<'a> = (&'a str, &'a [usize], Option<usize>);

fn compiled(school: &School) -> Compiled {
    compile(school).expect("the school has no faults")
}

/// How far off one source is, in its own units.
fn deviation(school: &School, placed: &[Placed<'_>], source: Source) -> i64 {
    let compiled = compiled(school);
    let (facts, origin) = (&compiled.instance.facts, &compiled.origin);
    let solution = origin.solution(facts, &lessons(school, origin, placed));
    let report = evaluate(&compiled.instance, &solution);
    let ours = report.violations.iter().filter(|violation| origin.source(violation) == source);
    ours.map(|violation| origin.amount(violation)).sum()
}

fn lessons(school: &School, origin: &Origin, placed: &[Placed<'_>]) -> Vec<Lesson> {
    let mut lessons: Vec<Lesson> = Vec::new();
    for (code, slots, room) in placed {
        let id = school.find_course(&origin.courses, code).expect("the case names its courses");
        let Blocks::Pattern(lengths) = &origin.courses[id].blocks else {
            unreachable!("the cases have fixed cuts")
        };
        for (block, (&slot, &length)) in slots.iter().zip(lengths).enumerate() {
            lessons.push(Lesson {
                course: id,
                block: block as u32,
                length,
                slot: Some(SlotId::new(slot)),
                week: None,
                teachers: Vec::new(),
                room: room.map(RoomId::new),
                further_rooms: Vec::new(),
            });
        }
    }
    lessons
}

/// The deviation of one rule, the only one of its school, over all courses.
fn off(kind: RuleKind, courses: &[Course], placed: &[Placed<'_>]) -> i64 {
    off_in(kind, Scope::default(), courses, placed)
}

fn off_in(kind: RuleKind, scope: Scope, courses: &[Course], placed: &[Placed<'_>]) -> i64 {
    let mut school = school();
    school.own_courses = courses.to_vec();
    let rule = Rule { code: "rule".into(), kind, scope, strength: Strength::Hard };
    let id: RuleId = school.rules.push(rule);
    deviation(&school, placed, Source::Rule(id))
}

fn slots(range: std::ops::Range<usize>) -> Vec<SlotId> {
    range.map(SlotId::new).collect()
}
