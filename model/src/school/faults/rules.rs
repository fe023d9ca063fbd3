//! What is wrong with the rules.

use super::teaching::check_sort;
use super::{Faults, MAX_WEEKLY, rows_by_code};
use crate::id::Id;
use crate::nearest::nearest;
use crate::school::course::Course;
use crate::school::fault::{Register, What};
use crate::school::id::CourseId;
use crate::school::rule::{Of, Rule, RuleKind, Strength};
use crate::school::school::School;
use crate::school::scope::{LessonId, lesson_name};
use crate::school::turns;
use crate::table::Table;
use std::collections::BTreeMap;

type Rows<'a> = BTreeMap<&'a str, usize>;

pub(super) fn check(school: &School, faults: &mut Faults) {
    // a grid that says things twice has been told so; its rules wait
    let Ok(courses) = school.courses() else { return };
    let rows = rows_by_code(courses.iter().map(|course| course.code.as_str()));
    for (row, rule) in school.rules.iter().enumerate() {
        if let Strength::Soft(weight) = rule.strength {
            faults.range((Register::Rules, row, "strength"), weight, (1, 1_000_000));
        }
        for code in &rule.scope.courses {
            taught(&courses, faults, (row, "courses"), code, &rows);
        }
        numbers(faults, row, rule);
        whom(faults, row, rule);
        together(school, &courses, faults, row, rule, &rows);
    }
    for (row, what) in turns::faults(school, &courses) {
        faults.add(Register::Rules, row, "kind", what);
    }
    same_starts(school, &courses, faults);
}

fn known<'a>(
    faults: &mut Faults,
    row: usize,
    field: &'static str,
    code: &str,
    rows: &Rows<'a>,
) -> Option<usize> {
    let found = rows.get(code).copied();
    if found.is_none() {
        let (found, nearest) = (code.to_owned(), nearest(code, rows.keys().copied()));
        faults.add(Register::Rules, row, field, What::UnknownCourse { found, nearest });
    }
    found
}

/// The same of a course or a single lesson of one.
fn taught(
    courses: &Table<CourseId, Course>,
    faults: &mut Faults,
    (row, field): (usize, &'static str),
    name: &str,
    rows: &Rows<'_>,
) {
    let lesson = lesson_name(name).filter(|_| !rows.contains_key(name));
    let Some((code, lesson)) = lesson else {
        known(faults, row, field, name, rows);
        return;
    };
    let Some(found) = known(faults, row, field, code, rows) else { return };
    let lessons = courses[CourseId::new(found)].lessons().unwrap_or(1) as u32;
    faults.range((Register::Rules, row, field), lesson + 1, (1, lessons));
}

fn numbers(faults: &mut Faults, row: usize, rule: &Rule) {
    let at = |field| (Register::Rules, row, field);
    match rule.kind {
        RuleKind::HalfDayOnly { exceptions: found }
        | RuleKind::Gaps { most: found, .. }
        | RuleKind::GapsThroughDay { most: found, .. }
        | RuleKind::MostFirstSlots { most: found, .. }
        | RuleKind::MostLastSlots { most: found, .. }
        | RuleKind::MostHours { hours: found, .. }
        | RuleKind::EarlyStarts { most: found, .. }
        | RuleKind::DaysWithin { days: found }
        | RuleKind::MostAtOnce { lessons: found }
        | RuleKind::MostTravel { most: found, .. }
        | RuleKind::MostRoomChanges { most: found, .. }
        | RuleKind::MostAfternoons { afternoons: found, .. } => {
            faults.range(at("number"), found, (0, MAX_WEEKLY));
        }
        RuleKind::LeastInHalfDay { hours: found, .. }
        | RuleKind::MostLessons { lessons: found, .. }
        | RuleKind::LeastInDay { hours: found, .. }
        | RuleKind::LeastHours { hours: found, .. }
        | RuleKind::LeastDays { days: found, .. }
        | RuleKind::MostHalfDays { half_days: found, .. }
        | RuleKind::Rest { slots: found, .. }
        | RuleKind::Span { slots: found, .. }
        | RuleKind::MostHalfDaysInARow { half_days: found, .. }
        | RuleKind::MostInARow { hours: found, .. }
        | RuleKind::MostDays { days: found, .. }
        | RuleKind::FreeHalfDays { half_days: found, .. }
        | RuleKind::NoTravel { rows: found, .. }
        | RuleKind::SameRoom { rows: found, .. }
        | RuleKind::DaysApart { days: found }
        | RuleKind::HoursApart { hours: found } => {
            faults.range(at("number"), found, (1, MAX_WEEKLY));
        }
        RuleKind::BalancedDays { least, most } => {
            faults.range(at("number"), least, (0, MAX_WEEKLY));
            faults.range(at("most"), most, (least.max(1), MAX_WEEKLY));
        }
        _ => {}
    }
    let times = match &rule.kind {
        RuleKind::Unavailable { times, .. }
        | RuleKind::PedagogicalHalfDay { times }
        | RuleKind::OnlyAt { times }
        | RuleKind::StartsAt { times }
        | RuleKind::NotAt { times } => Some(times),
        _ => None,
    };
    if times.is_some_and(Vec::is_empty) {
        faults.add(Register::Rules, row, "times", What::Nothing);
    }
    let (RuleKind::InRooms { rooms } | RuleKind::AlsoIn { rooms }) = &rule.kind else { return };
    if rooms.is_empty() {
        faults.add(Register::Rules, row, "among", What::Nothing);
    }
}

fn whom(faults: &mut Faults, row: usize, rule: &Rule) {
    let Some(of) = rule.kind.of() else { return };
    let expected = match rule.kind {
        RuleKind::Unavailable { .. } | RuleKind::FewRooms { .. } => return,
        RuleKind::NoTravel { .. }
        | RuleKind::MostTravel { .. }
        | RuleKind::FirstOf { .. }
        | RuleKind::LastOf { .. } => "classes, teachers",
        _ => "classes, teachers, lessons",
    };
    if of == Of::Rooms || of == Of::Lessons && !expected.ends_with(Of::Lessons.name()) {
        let what = What::CannotMean { found: of.name(), expected };
        faults.add(Register::Rules, row, "of", what);
    }
}

/// Rules that name two courses, a division or subjects.
fn together(
    school: &School,
    courses: &Table<CourseId, Course>,
    faults: &mut Faults,
    row: usize,
    rule: &Rule,
    rows: &Rows<'_>,
) {
    match &rule.kind {
        RuleKind::Alternate { first, second } => {
            known(faults, row, "first", first, rows);
            known(faults, row, "second", second, rows);
            if first == second {
                let what = What::ItselfTwice { course: first.clone() };
                faults.add(Register::Rules, row, "second", what);
            }
        }
        RuleKind::Before { first, second }
        | RuleKind::BeforeWithin { first, second, .. }
        | RuleKind::Follows { first, second } => {
            taught(courses, faults, (row, "first"), first, rows);
            taught(courses, faults, (row, "second"), second, rows);
            if first == second {
                let what = What::ItselfTwice { course: first.clone() };
                faults.add(Register::Rules, row, "second", what);
            }
        }
        RuleKind::GroupsInTurn { division, subjects, .. } => {
            check_sort(school, faults, (Register::Rules, row, "division"), division);
            if subjects.len() < 2 {
                faults.add(Register::Rules, row, "subjects", What::Nothing);
            }
        }
        RuleKind::SubjectsApart { first, second, .. } => {
            for (field, subjects) in [("first", first), ("second", second)] {
                if subjects.is_empty() {
                    faults.add(Register::Rules, row, field, What::Nothing);
                }
            }
        }
        RuleKind::NotAll { first, second, third, .. } => {
            for (field, names) in [("first", first), ("second", second), ("third", third)] {
                if names.is_empty() && field != "third" {
                    faults.add(Register::Rules, row, field, What::Nothing);
                }
                for name in names {
                    taught(courses, faults, (row, field), name, rows);
                }
            }
        }
        RuleKind::PedagogicalHalfDay { .. } if rule.scope.subjects.is_empty() => {
            faults.add(Register::Rules, row, "subjects", What::Nothing);
        }
        _ => {}
    }
    let turns = matches!(rule.kind, RuleKind::GroupsInTurn { .. } | RuleKind::Alternate { .. });
    if turns && rule.strength != Strength::Hard {
        faults.add(Register::Rules, row, "strength", What::AlwaysHard);
    }
}

/// Courses that start together or follow one another have to be cut alike, and lessons that are counted
/// slot by slot.
fn same_starts(school: &School, courses: &Table<CourseId, Course>, faults: &mut Faults) {
    for (id, rule) in school.rules.enumerate() {
        if matches!(rule.kind, RuleKind::MostAtOnce { .. }) {
            let lessons = school.lessons_in(courses, &rule.scope);
            let length = |&(course, block): &LessonId| courses[course].length(block);
            let Some(&first) = lessons.first() else { continue };
            let other =
                |lesson: &&LessonId| length(lesson).is_none_or(|l| length(&first) != Some(l));
            if let Some(&(other, _)) = lessons.iter().find(other) {
                let code = |course: CourseId| courses[course].code.clone();
                let what = What::CutDifferently { first: code(first.0), second: code(other) };
                faults.add(Register::Rules, id.index(), "kind", what);
            }
            continue;
        }
        let members = match &rule.kind {
            // lessons that are named one by one only begin together
            RuleKind::SameStart if school.names_lessons(courses, &rule.scope) => continue,
            RuleKind::SameStart => school.courses_in(courses, &rule.scope),
            RuleKind::Follows { first, second } => {
                // single lessons have no course of this code
                let codes = [first, second].map(|code| school.find_course(courses, code));
                codes.into_iter().flatten().collect()
            }
            _ => continue,
        };
        let Some((&first, others)) = members.split_first() else { continue };
        let other =
            others.iter().find(|&&other| !cut_alike(rule, &courses[first], &courses[other]));
        if let Some(&other) = other {
            let code = |course: CourseId| courses[course].code.clone();
            let what = What::CutDifferently { first: code(first), second: code(other) };
            faults.add(Register::Rules, id.index(), "kind", what);
        }
    }
}

fn cut_alike(rule: &Rule, first: &Course, second: &Course) -> bool {
    match rule.kind {
        RuleKind::Follows { .. } => {
            first.lessons() == second.lessons() && first.lessons().is_some()
        }
        _ => first.blocks == second.blocks && first.hours == second.hours,
    }
}
