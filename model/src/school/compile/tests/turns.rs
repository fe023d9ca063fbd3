//! Groups and courses that take turns.

use super::{A, A1, A2, compiled, course, deviation, school};
use crate::id::Id;
use crate::school::calendar::Week;
use crate::school::compile::Source;
use crate::school::compile::origin::Basic;
use crate::school::course::Course;
use crate::school::id::SubjectId;
use crate::school::rule::{Rule, RuleKind, Scope, Strength, Turns};
use crate::school::school::School;

/// Physics and biology of the two halves of A, one hour each.
pub(super) fn halves(turns: Turns) -> School {
    let mut school = school();
    let hour = |code, subject, group| course(code, subject, &[group], &[1]);
    school.own_courses =
        vec![hour("p1", 2, A1), hour("p2", 2, A2), hour("b1", 3, A1), hour("b2", 3, A2)];
    let subjects = vec![SubjectId::new(2), SubjectId::new(3)];
    let kind = RuleKind::GroupsInTurn { division: "halves".into(), subjects, turns };
    let (code, scope, strength) = ("turns".into(), Scope::default(), Strength::Hard);
    school.rules.push(Rule { code, kind, scope, strength });
    school
}

#[test]
fn swapping_in_one_half_day() {
    let school = halves(Turns::Swap);
    let compiled = compiled(&school);
    assert_eq!(compiled.instance.facts.events.len(), 1, "one event of two hours");
    let at = |p1, b2, b1, p2| -> [super::Placed<'static>; 4] {
        let slot = |s: usize| -> &'static [usize] { &[0, 1, 2, 3, 4, 5][s..=s] };
        [
            ("p1", slot(p1), None),
            ("b2", slot(b2), None),
            ("b1", slot(b1), None),
            ("p2", slot(p2), None),
        ]
    };
    let placed = Source::Basic(Basic::Placed);
    assert_eq!(deviation(&school, &at(0, 0, 1, 1), placed), 0, "they swap");
    assert_eq!(deviation(&school, &at(0, 0, 2, 2), placed), 2, "a slot between: not placed");
}

#[test]
fn the_way_back_names_every_lesson() {
    for (turns, events) in [(Turns::Parallel, 4), (Turns::Swap, 1), (Turns::Alternate, 1)] {
        let school = halves(turns);
        let compiled = compiled(&school);
        let facts = &compiled.instance.facts;
        assert_eq!(facts.events.len(), events, "{turns:?}");
        let lessons = compiled.origin.lessons(facts, &crate::solution::Solution::default());
        let codes: Vec<_> = lessons
            .iter()
            .map(|lesson| compiled.origin.courses[lesson.course].code.as_str())
            .collect();
        assert_eq!(codes, ["p1", "p2", "b1", "b2"], "{turns:?}");
        let weeks: Vec<_> = lessons.iter().map(|lesson| lesson.week).collect();
        let (a, b) = (Some(Week::A), Some(Week::B));
        let expected = if turns == Turns::Alternate { [a, b, b, a] } else { [None; 4] };
        assert_eq!(weeks, expected, "{turns:?}");
    }
}

#[test]
fn parallel_rounds() {
    let school = halves(Turns::Parallel);
    let rule = Source::Rule(Id::new(0));
    let at = |p1: &'static [usize], b2, b1, p2| {
        [("p1", p1, None), ("b2", b2, None), ("b1", b1, None), ("p2", p2, None)]
    };
    let found = deviation(&school, &at(&[0], &[0], &[5], &[5]), rule);
    assert_eq!(found, 0, "each round at one time");
    let found = deviation(&school, &at(&[0], &[1], &[5], &[5]), rule);
    assert_eq!(found, 2, "one lesson alone at each of two times");
}

#[test]
fn one_teacher_cannot_swap_with_herself() {
    let mut school = halves(Turns::Swap);
    for course in &mut school.own_courses {
        course.teaching = crate::school::course::Teaching::By(vec![Id::new(2)]);
    }
    let compiled = compiled(&school);
    assert_eq!(compiled.instance.facts.events.len(), 4, "left apart, so that her clash is seen");
    let source = Source::Basic(Basic::TeachersOnce);
    let placed: [super::Placed<'_>; 4] =
        [("p1", &[0], None), ("b2", &[0], None), ("b1", &[1], None), ("p2", &[1], None)];
    assert_eq!(deviation(&school, &placed, source), 2);
}

#[test]
fn two_courses_by_the_week() {
    let mut school = school();
    let fortnightly = |course: Course| Course { fortnightly: true, ..course };
    school.own_courses =
        vec![fortnightly(course("m", 0, &[A], &[2])), fortnightly(course("s", 1, &[A], &[2]))];
    let kind = RuleKind::Alternate { first: "m".into(), second: "s".into() };
    let (code, scope, strength) = ("weeks".into(), Scope::default(), Strength::Hard);
    school.rules.push(Rule { code, kind, scope, strength });
    let placed: [super::Placed<'_>; 2] = [("m", &[0], None), ("s", &[0], None)];
    for basic in Basic::ALL {
        assert_eq!(deviation(&school, &placed, Source::Basic(basic)), 0, "{}", basic.name());
    }
}
