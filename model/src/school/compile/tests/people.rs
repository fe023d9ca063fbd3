//! Rules about somebody's time, and about the times of courses.

use super::{
    A, A1, A2, B, MATHS, Placed, SPORT, compiled, course, deviation, lessons, off, off_in, school,
    slots,
};
use crate::evaluate::evaluate;
use crate::id::Id;
use crate::school::calendar::{Calendar, Part};
use crate::school::compile::origin::Source;
use crate::school::course::Course;
use crate::school::id::{ClassId, SlotId};
use crate::school::names::Names;
use crate::school::people::{Division, Group};
use crate::school::rule::{Of, Per, Rule, RuleKind, Scope, Strength};

#[test]
fn rules_about_time() {
    let maths = |lengths: &[u32]| course("m", 0, &[A], lengths);
    let sport = |lengths: &[u32]| course("s", 1, &[A], lengths);
    let teachers = Of::Teachers;
    let classes = Of::Classes;
    let (t, c) = (teachers, classes);
    for (name, kind, lengths, at, expected) in [
        (
            "teachers away on Tuesday",
            RuleKind::Unavailable { of: t, times: slots(4..8) },
            &[2, 1][..],
            &[4, 6][..],
            3,
        ),
        (
            "and free on Monday",
            RuleKind::Unavailable { of: t, times: slots(4..8) },
            &[2, 1],
            &[0, 2],
            0,
        ),
        (
            "morning and afternoon of one day",
            RuleKind::HalfDayOnly { exceptions: 0 },
            &[1, 1, 1],
            &[0, 2, 4],
            1,
        ),
        (
            "which is the one exception",
            RuleKind::HalfDayOnly { exceptions: 1 },
            &[1, 1, 1],
            &[0, 2, 4],
            0,
        ),
        (
            "one hour in a half-day",
            RuleKind::LeastInHalfDay { of: t, hours: 2 },
            &[1, 2],
            &[0, 4],
            1,
        ),
        (
            "a free slot before lunch is no gap",
            RuleKind::Gaps { of: t, per: Per::Week, most: 0 },
            &[1, 1],
            &[0, 3],
            0,
        ),
        (
            "three hours on a day of two",
            RuleKind::MostHours { of: t, per: Per::Day, hours: 2 },
            &[2, 1],
            &[0, 2],
            1,
        ),
        (
            "two in a half-day of one",
            RuleKind::MostHours { of: t, per: Per::HalfDay, hours: 1 },
            &[2, 1],
            &[0, 2],
            1,
        ),
        (
            "four in a week of three",
            RuleKind::MostHours { of: t, per: Per::Week, hours: 3 },
            &[2, 2],
            &[0, 4],
            1,
        ),
        (
            "two in a row where one is the most",
            RuleKind::MostInARow { of: t, hours: 1 },
            &[2, 1],
            &[0, 3],
            1,
        ),
        (
            "the lunch break ends a row",
            RuleKind::MostInARow { of: t, hours: 1 },
            &[1, 1],
            &[1, 2],
            0,
        ),
        ("three days of two", RuleKind::MostDays { of: t, days: 2 }, &[1, 1, 1], &[0, 4, 8], 1),
        (
            "two afternoons of one",
            RuleKind::MostAfternoons { of: t, afternoons: 1 },
            &[1, 1],
            &[2, 6],
            1,
        ),
        (
            "no free half-day among Monday's two",
            RuleKind::FreeHalfDays { of: t, half_days: 1, among: slots(0..4) },
            &[1, 1],
            &[0, 2],
            1,
        ),
        (
            "five of six are free in the week",
            RuleKind::FreeHalfDays { of: t, half_days: 5, among: vec![] },
            &[1, 1],
            &[0, 1],
            0,
        ),
        ("twice on one day", RuleKind::DifferentDays, &[1, 1], &[0, 3], 1),
        (
            "on neighbouring days, two apart wanted",
            RuleKind::DaysApart { days: 2 },
            &[1, 1],
            &[0, 4],
            1,
        ),
        ("two days apart", RuleKind::DaysApart { days: 2 }, &[1, 1], &[0, 8], 0),
        (
            "Monday 9 h to Tuesday 8 h is 23 hours",
            RuleKind::HoursApart { hours: 24 },
            &[1, 1],
            &[0, 4],
            1,
        ),
        (
            "Monday 9 h to Wednesday 8 h is 47 hours",
            RuleKind::HoursApart { hours: 44 },
            &[1, 1],
            &[0, 8],
            0,
        ),
        ("a lesson that leaves the slots", RuleKind::OnlyAt { times: slots(0..1) }, &[2], &[0], 2),
        ("a lesson inside them", RuleKind::OnlyAt { times: slots(0..2) }, &[2], &[0], 0),
        ("a lesson that touches them", RuleKind::NotAt { times: slots(1..2) }, &[2], &[0], 2),
        (
            "two mornings from the first slot",
            RuleKind::MostFirstSlots { of: t, most: 1 },
            &[1, 1],
            &[0, 4],
            1,
        ),
        (
            "two half-days to the last slot",
            RuleKind::MostLastSlots { of: t, most: 1 },
            &[1, 1],
            &[1, 7],
            1,
        ),
        (
            "one hour on a day of two or three",
            RuleKind::BalancedDays { least: 2, most: 3 },
            &[1, 2],
            &[0, 4],
            2,
        ),
        (
            "of classes: both halves of A see it",
            RuleKind::LeastInHalfDay { of: c, hours: 2 },
            &[1, 2],
            &[0, 4],
            2,
        ),
    ] {
        let found = off(kind, &[maths(lengths)], &[("m", at, None)]);
        assert_eq!(found, expected, "{name}");
    }
    let apart = |per| RuleKind::SubjectsApart { first: vec![MATHS], second: vec![SPORT], per };
    for (name, per, at, expected) in [
        ("the same morning", Per::HalfDay, 1, 1),
        ("the same day, other half", Per::HalfDay, 2, 0),
        ("the same day", Per::Day, 2, 1),
        ("another day", Per::Day, 4, 0),
    ] {
        let courses = [maths(&[1]), sport(&[1])];
        let found = off(apart(per), &courses, &[("m", &[0], None), ("s", &[at], None)]);
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn not_all_of_some_lists() {
    let courses =
        [course("m", 0, &[A], &[1, 1]), course("s", 1, &[B], &[1]), course("t", 1, &[A], &[1])];
    let kind = |third: &[&str], per| RuleKind::NotAll {
        first: vec!["m#1".to_owned()],
        second: vec!["s".to_owned()],
        third: third.iter().map(|&code| code.to_owned()).collect(),
        per,
    };
    for (name, kind, [m, other, s, t], expected) in [
        ("two lists that meet", kind(&[], Per::HalfDay), [0, 8, 1, 9], 1),
        ("the other lesson of the course is not meant", kind(&[], Per::HalfDay), [8, 0, 1, 9], 0),
        ("two of three", kind(&["t"], Per::HalfDay), [0, 8, 1, 9], 0),
        ("all of three", kind(&["t"], Per::HalfDay), [0, 8, 1, 0], 1),
        ("all of three on a day", kind(&["t"], Per::Day), [0, 8, 1, 2], 1),
        ("in one half of it not", kind(&["t"], Per::HalfDay), [0, 8, 1, 2], 0),
        ("a list of two courses", kind(&["t", "m#2"], Per::HalfDay), [0, 1, 1, 9], 1),
    ] {
        let lessons = [("m", &[m, other][..], None), ("s", &[s], None), ("t", &[t], None)];
        assert_eq!(off(kind, &courses, &lessons), expected, "{name}");
    }
}

#[test]
fn two_courses() {
    let courses = [course("m", 0, &[A], &[1, 1]), course("s", 1, &[B], &[1, 1])];
    let names = || ("m".to_owned(), "s".to_owned());
    let before = || RuleKind::Before { first: names().0, second: names().1 };
    let follows = || RuleKind::Follows { first: names().0, second: names().1 };
    for (name, kind, first, second, expected) in [
        ("all before all", before(), [0, 1], [4, 8], 0),
        ("one is after one, by three slots", before(), [0, 6], [4, 8], 3),
        ("each at once after the other", follows(), [0, 4], [1, 5], 0),
        ("one slot between, and no room for it before lunch", follows(), [0, 5], [1, 7], 2),
        ("together", RuleKind::SameStart, [0, 4], [0, 4], 0),
        ("one of them not", RuleKind::SameStart, [0, 4], [0, 5], 2),
    ] {
        let found = off(kind, &courses, &[("m", &first, None), ("s", &second, None)]);
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn gaps_by_whose_they_are() {
    // three slots a morning are needed for a gap: the lessons of one half leave one for the other
    let courses =
        [course("m", 0, &[A1], &[1]), course("s", 1, &[A], &[1]), course("p", 2, &[A], &[1])];
    let placed = [("m", &[1][..], None), ("s", &[0][..], None), ("p", &[2][..], None)];
    let gaps = RuleKind::Gaps { of: Of::Classes, per: Per::Week, most: 0 };
    assert_eq!(off(gaps, &courses, &placed), 0, "free before lunch");
    let scope = Scope { audience: vec![A1], ..Scope::default() };
    let most = RuleKind::MostHours { of: Of::Classes, per: Per::Day, hours: 2 };
    assert_eq!(off_in(most.clone(), scope, &courses, &placed), 1, "the one half has three hours");
    let scope = Scope { audience: vec![A2], ..Scope::default() };
    assert_eq!(off_in(most, scope, &courses, &placed), 0, "the other has two");
}

#[test]
fn a_class_costs_once_however_it_is_divided() {
    let soft = |kind: &RuleKind, divisions: usize, courses: &[Course], placed: &[Placed<'_>]| {
        let mut school = school();
        school.own_courses = courses.to_vec();
        for number in 1..divisions {
            let code = format!("more{number}");
            let classes = vec![ClassId::new(0)];
            let division = Division { sort: code.clone(), code: code.clone(), classes };
            let division = school.divisions.push(division);
            for half in 1..=2 {
                school.groups.push(Group {
                    code: format!("{code}/{half}"),
                    names: Names::default(),
                    division,
                    classes: Vec::new(),
                    size: 14,
                });
            }
        }
        let (code, scope, strength) = ("rule".into(), Scope::default(), Strength::Soft(5));
        school.rules.push(Rule { code, kind: kind.clone(), scope, strength });
        let compiled = compiled(&school);
        let facts = &compiled.instance.facts;
        let lessons = lessons(&school, &compiled.origin, placed);
        let solution = compiled.origin.solution(facts, &lessons);
        evaluate(&compiled.instance, &solution).cost.soft
    };
    let away = RuleKind::Unavailable { of: Of::Classes, times: slots(4..8) };
    let days = RuleKind::MostDays { of: Of::Classes, days: 1 };
    let least = RuleKind::LeastInHalfDay { of: Of::Classes, hours: 2 };
    let whole = [course("m", 0, &[A], &[2]), course("s", 1, &[A], &[1])];
    let halves = [course("m", 0, &[A1], &[2]), course("s", 1, &[A2], &[1])];
    let undivided = [course("m", 0, &[B], &[2]), course("s", 1, &[B], &[1])];
    let placed: [Placed<'_>; 2] = [("m", &[0], None), ("s", &[4], None)];
    for (name, kind, courses, expected) in [
        ("a class without divisions is away", &away, &undivided, 5),
        ("the whole class is away", &away, &whole, 5),
        ("half of it is away", &away, &halves, 5),
        ("a class without divisions comes twice", &days, &undivided, 5),
        ("the whole class comes twice", &days, &whole, 5),
        ("each half comes once", &days, &halves, 0),
        ("one hour of the whole class", &least, &whole, 5),
        ("one hour of a half", &least, &halves, 5),
    ] {
        for divisions in 1..=3 {
            let found = soft(kind, divisions, courses, &placed);
            assert_eq!(found, expected, "{name}, {divisions} divisions");
        }
    }
}

#[test]
fn whoever_is_not_there_has_no_gap() {
    for (name, away, at, expected) in [
        ("a free slot between two lessons", &[][..], &[0, 2], 1),
        ("at which the teacher is not there", &[1], &[0, 2], 0),
        ("of two, one is a gap", &[1], &[0, 3], 1),
        ("at the end of the day it changes nothing", &[3], &[0, 2], 1),
        ("on another day neither", &[5], &[0, 2], 1),
    ] {
        let mut school = school();
        // days that are one stretch of four slots
        let mut periods = school.calendar.periods.clone();
        let all: Vec<_> = periods.ids().collect();
        for period in all {
            periods[period].part = Part::Morning;
        }
        school.calendar = Calendar::new(periods, school.calendar.days.clone());
        school.own_courses = vec![course("m", 0, &[A], &[1, 1])];
        let rule = |code: &str, kind| Rule {
            code: code.to_owned(),
            kind,
            scope: Scope::default(),
            strength: Strength::Hard,
        };
        if !away.is_empty() {
            let times = away.iter().map(|&slot| SlotId::new(slot)).collect();
            school.rules.push(rule("away", RuleKind::Unavailable { of: Of::Teachers, times }));
        }
        let gaps = RuleKind::Gaps { of: Of::Teachers, per: Per::Day, most: 0 };
        let id = school.rules.push(rule("gaps", gaps));
        let found = deviation(&school, &[("m", at, None)], Source::Rule(id));
        assert_eq!(found, expected, "{name}");
    }
}
