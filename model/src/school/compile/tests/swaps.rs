//! Rules about lessons that are but a part of their event, and about minutes.

use super::{A, A1, A2, Placed, course, deviation, off, school};
use crate::id::Id;
use crate::school::calendar::BellSchedule;
use crate::school::compile::Source;
use crate::school::date::{ClockRange, ClockTime};
use crate::school::id::{PeriodId, SlotId, SubjectId};
use crate::school::names::Names;
use crate::school::rule::{Rule, RuleKind, Scope, Strength, Turns};
use crate::school::school::School;

/// Physics and biology of the two halves of A swap twice, an hour each; and a rule about physics.
fn swaps(kind: RuleKind, subjects: &[usize], courses: &[&str]) -> School {
    let mut school = school();
    let hours = |code, subject, group| course(code, subject, &[group], &[1, 1]);
    school.own_courses =
        vec![hours("p1", 2, A1), hours("p2", 2, A2), hours("b1", 3, A1), hours("b2", 3, A2)];
    let [physics, biology] = [2, 3].map(SubjectId::new);
    let turns = RuleKind::GroupsInTurn {
        division: "halves".into(),
        subjects: vec![physics, biology],
        turns: Turns::Swap,
    };
    let strength = Strength::Hard;
    school.rules.push(Rule { code: "swap".into(), kind: turns, scope: Scope::default(), strength });
    let scope = Scope {
        subjects: subjects.iter().copied().map(SubjectId::new).collect(),
        courses: courses.iter().map(|&code| code.to_owned()).collect(),
        ..Scope::default()
    };
    school.rules.push(Rule { code: "rule".into(), kind, scope, strength: Strength::Soft(7) });
    school
}

#[test]
fn each_lesson_of_a_swap_counts_for_itself() {
    let times = |slots: &[usize]| slots.iter().copied().map(SlotId::new).collect::<Vec<_>>();
    let not_at = |slots: &[usize]| RuleKind::NotAt { times: times(slots) };
    let only_at = |slots: &[usize]| RuleKind::OnlyAt { times: times(slots) };
    let two = |first: &str, second: &str| (first.to_owned(), second.to_owned());
    let before = |first, second| {
        let (first, second) = two(first, second);
        RuleKind::Before { first, second }
    };
    let follows = |first, second| {
        let (first, second) = two(first, second);
        RuleKind::Follows { first, second }
    };
    let hours = |hours| RuleKind::HoursApart { hours };
    // one swap on Monday morning, at slots 0 and 1; the other in the afternoon, at 2 and 3
    for (name, kind, subjects, courses, expected) in [
        ("the first round is there", not_at(&[0]), &[2][..], &[][..], 1),
        ("of either subject", not_at(&[0]), &[2, 3], &[], 2),
        ("both rounds are there", not_at(&[0, 1]), &[2], &[], 2),
        ("of one course", not_at(&[0, 1]), &[], &["p2"], 1),
        ("on both occasions", not_at(&[0, 2]), &[], &["p1"], 2),
        ("the second round is outside", only_at(&[0, 2, 3]), &[2], &[], 1),
        ("each group on one day", RuleKind::DifferentDays, &[2], &[], 2),
        ("one group on one day", RuleKind::DifferentDays, &[], &["p1"], 1),
        ("an hour between, two wanted", hours(2), &[], &["p1"], 1),
        ("an hour between, as wanted", hours(1), &[2], &[], 0),
        ("of both groups", hours(3), &[2], &[], 4),
        ("the first round before the second", before("p1", "b1"), &[], &[], 2),
        ("the second round at once after the first", follows("p1", "b1"), &[], &[], 0),
        ("not the other way round, and lunch is next", follows("b1", "p1"), &[], &[], 6),
    ] {
        let school = swaps(kind, subjects, courses);
        let placed: [Placed<'_>; 4] = [
            ("p1", &[0, 2], None),
            ("b2", &[0, 2], None),
            ("b1", &[1, 3], None),
            ("p2", &[1, 3], None),
        ];
        let found = deviation(&school, &placed, Source::Rule(Id::new(1)));
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn clock_hours_between_lessons_are_counted_to_the_minute() {
    // a lesson in the third period on Monday, the next in the first on Wednesday
    for (name, until, from, expected) in [
        ("forty-four hours", (12, 30), (8, 30), 0),
        ("half an hour less", (12, 30), (8, 0), 1),
        ("an hour less", (12, 0), (7, 0), 1),
        ("a minute more", (12, 29), (8, 30), 0),
    ] {
        let clock = |(hour, minute): (u32, u32)| ClockTime(hour * 60 + minute);
        let mut school = school();
        let range = |from, until| ClockRange { from: clock(from), until: clock(until) };
        school.calendar.bells.push(BellSchedule {
            code: "bells".into(),
            names: Names::default(),
            from: None,
            until: None,
            days: Vec::new(),
            times: vec![
                (PeriodId::new(0), range(from, (9, 30))),
                (PeriodId::new(2), range((11, 30), until)),
            ],
        });
        school.own_courses = vec![course("m", 0, &[A], &[1, 1])];
        let (code, kind) = ("rule".into(), RuleKind::HoursApart { hours: 44 });
        let (scope, strength) = (Scope::default(), Strength::Soft(3));
        let rule = school.rules.push(Rule { code, kind, scope, strength });
        let found = deviation(&school, &[("m", &[2, 8], None)], Source::Rule(rule));
        assert_eq!(found, expected, "{name}");
    }
    let apart = RuleKind::HoursApart { hours: 24 };
    let courses = [course("m", 0, &[A], &[1, 1])];
    assert_eq!(off(apart, &courses, &[("m", &[0, 4], None)]), 1, "an hour a row without bells");
}
