//! Rules of a school as constraints of a document.

use super::element::Element;
use super::export_lessons::{self, activities, days_apart};
use super::writing::{CERTAIN, Writing, constraint, copies, text};
use jadwal_model::Table;
use jadwal_model::school::course::Course;
use jadwal_model::school::id::{CourseId, RoomId, SlotId, TeacherId};
use jadwal_model::school::rule::{Of, Per, Rule, RuleKind, Strength};
use jadwal_model::school::school::School;
use jadwal_model::school::scope::LessonId;
use std::collections::{BTreeMap, BTreeSet};

/// Adds what FET has the same words for; the other rules are left out.
pub(super) fn add(writing: &mut Writing<'_>) {
    unavailable(writing);
    for rule in writing.school.rules.iter() {
        if !one(writing, rule) {
            writing.left_out.push(rule.code.clone());
        }
    }
}

fn one(writing: &mut Writing<'_>, rule: &Rule) -> bool {
    match &rule.kind {
        RuleKind::Unavailable { of: Of::Lessons, .. } => false,
        // of teachers and classes FET knows only what is certain: see `unavailable`
        RuleKind::Unavailable { .. } | RuleKind::PedagogicalHalfDay { .. } => {
            rule.strength == Strength::Hard
        }
        // behaviours say it: see `exceptions`
        RuleKind::HalfDayOnly { .. } => rule.strength == Strength::Hard && writing.halves,
        RuleKind::Capacity => rule.strength == Strength::Hard && rule.scope.is_everything(),
        RuleKind::DifferentDays => days_apart(writing, rule, 1),
        RuleKind::DaysApart { days } => days_apart(writing, rule, *days),
        RuleKind::InRooms { rooms } => in_rooms(writing, rule, rooms),
        RuleKind::Gaps { of, per, most } if rule.scope.is_everything() => {
            gaps(writing, *of, *per, *most, rule.strength)
        }
        // the needs of lessons say it: see `from_school`
        RuleKind::AlsoIn { .. } => rule.strength == Strength::Hard,
        _ => export_lessons::one(writing, rule),
    }
}

/// Lessons in some rooms, each for itself.
fn in_rooms(writing: &mut Writing<'_>, rule: &Rule, rooms: &[RoomId]) -> bool {
    let school = writing.school;
    let weight = writing.context.weights.weight(rule.strength);
    let lessons = school.lessons_in(writing.courses, &rule.scope);
    let mut all = true;
    for id in activities(writing, lessons) {
        // a virtual room is none of these, whatever it stands for
        let several = writing.context.activities.get(&id);
        if several.is_some_and(|known| !known.virtual_rooms.is_empty()) {
            all = false;
            continue;
        }
        let fields = with_rooms(school, id, rooms);
        writing.space.push(constraint("ActivityPreferredRooms", weight, fields));
    }
    all
}

/// The fields that say in which rooms an activity may be: all places of those that hold several lessons.
pub(super) fn with_rooms(school: &School, id: u32, rooms: &[RoomId]) -> Vec<Element> {
    let rooms = rooms.iter().map(|&room| &school.rooms[room]);
    let names: Vec<String> = rooms.flat_map(|room| copies(&room.code, room.holds)).collect();
    let mut fields = vec![text("Activity_Id", id), text("Number_of_Preferred_Rooms", names.len())];
    fields.extend(names.iter().map(|name| text("Preferred_Room", name)));
    fields
}

/// Gaps of everybody, which FET knows as certain only.
fn gaps(writing: &mut Writing<'_>, of: Of, per: Per, most: u32, strength: Strength) -> bool {
    let who = match of {
        Of::Teachers => "Teachers",
        Of::Classes => "Students",
        Of::Rooms | Of::Lessons => return false,
    };
    // a day of the file is a half-day, where it has those; of real days FET counts otherwise than we do
    let span = match (per, writing.halves) {
        (Per::Week, _) => "Week",
        (Per::Day, true) => return false,
        (Per::Day | Per::HalfDay, _) => "Day",
    };
    if strength != Strength::Hard {
        return false;
    }
    let kind = format!("{who}MaxGapsPer{span}");
    writing.time.push(constraint(&kind, CERTAIN, vec![text("Max_Gaps", most)]));
    true
}

/// By lesson: the rules that certainly have it in other rooms besides, with these rooms.
pub(super) fn besides<'s>(
    writing: &Writing<'s>,
) -> BTreeMap<LessonId, Vec<(&'s str, &'s [RoomId])>> {
    let school = writing.school;
    let mut all: BTreeMap<LessonId, Vec<(&str, &[RoomId])>> = BTreeMap::new();
    for rule in school.rules.iter().filter(|rule| rule.strength == Strength::Hard) {
        let RuleKind::AlsoIn { rooms } = &rule.kind else { continue };
        for lesson in school.lessons_in(writing.courses, &rule.scope) {
            all.entry(lesson).or_default().push((rule.code.as_str(), &rooms[..]));
        }
    }
    all
}

/// When somebody is not there, by name.
type Away = BTreeMap<String, BTreeSet<SlotId>>;

/// Who is not there, all rules together: FET has one such constraint for each.
fn unavailable(writing: &mut Writing<'_>) {
    let school = writing.school;
    let mut teachers: BTreeMap<TeacherId, BTreeSet<SlotId>> = BTreeMap::new();
    let (mut students, mut rooms) = (Away::new(), Away::new());
    for rule in school.rules.iter().filter(|rule| rule.strength == Strength::Hard) {
        let (of, times) = match &rule.kind {
            RuleKind::Unavailable { of, times } => (*of, times),
            RuleKind::PedagogicalHalfDay { times } => (Of::Teachers, times),
            _ => continue,
        };
        match of {
            Of::Teachers => {
                for teacher in school.teachers_in(writing.courses, &rule.scope) {
                    teachers.entry(teacher).or_default().extend(times);
                }
            }
            Of::Classes if rule.scope.audience.is_empty() => {
                for class in school.classes_in(&rule.scope) {
                    let code = school.classes[class].code.clone();
                    students.entry(code).or_default().extend(times);
                }
            }
            Of::Classes => {
                for &who in &rule.scope.audience {
                    let code = school.audience_code(who).to_owned();
                    students.entry(code).or_default().extend(times);
                }
            }
            Of::Lessons => {}
            Of::Rooms => {
                for room in school.rooms_in(&rule.scope) {
                    let room = &school.rooms[room];
                    for name in copies(&room.code, room.holds) {
                        rooms.entry(name).or_default().extend(times);
                    }
                }
            }
        }
    }
    let teachers =
        teachers.into_iter().map(|(id, times)| (school.teachers[id].code.clone(), times));
    let all: [(&str, &str, Away); 3] = [
        ("TeacherNotAvailableTimes", "Teacher", teachers.collect()),
        ("StudentsSetNotAvailableTimes", "Students", students),
        ("RoomNotAvailableTimes", "Room", rooms),
    ];
    for (kind, field, whose) in all {
        for (code, times) in whose {
            let times: Vec<SlotId> = times.into_iter().collect();
            let mut fields = vec![text(field, &code)];
            fields.extend(writing.times("Not_Available_Time", &times));
            let made = constraint(kind, CERTAIN, fields);
            if field == "Room" { &mut writing.space } else { &mut writing.time }.push(made);
        }
    }
}

/// By teacher: on how many days both halves are allowed, where a certain rule says so.
pub(super) fn exceptions(
    school: &School,
    courses: &Table<CourseId, Course>,
) -> BTreeMap<TeacherId, u32> {
    let mut all: BTreeMap<TeacherId, u32> = BTreeMap::new();
    for rule in school.rules.iter().filter(|rule| rule.strength == Strength::Hard) {
        let RuleKind::HalfDayOnly { exceptions } = rule.kind else { continue };
        for teacher in school.teachers_in(courses, &rule.scope) {
            let least = all.entry(teacher).or_insert(exceptions);
            *least = exceptions.min(*least);
        }
    }
    all
}
