//! Rules about lessons named one by one, and about lessons taken together.

use super::{A, B, Placed, course, off, off_in, slots};
use crate::school::rule::{Of, Per, RuleKind, Scope};

/// The courses `m` of three lessons and `s` of two, both of class A; `b` of class B has one long one.
fn off_of(kind: RuleKind, names: &[&str], placed: &[Placed<'_>]) -> i64 {
    let courses = [
        course("m", 0, &[A], &[1, 1, 1]),
        course("s", 1, &[A], &[1, 1]),
        course("b", 2, &[B], &[2]),
    ];
    let courses_named = names.iter().map(|&name| name.to_owned()).collect();
    let scope = Scope { courses: courses_named, ..Scope::default() };
    off_in(kind, scope, &courses, placed)
}

#[test]
fn lessons_by_name() {
    let all = Of::Lessons;
    let before = |first: &str, second: &str| RuleKind::Before {
        first: first.to_owned(),
        second: second.to_owned(),
    };
    let within = |per| RuleKind::BeforeWithin { first: "m#1".into(), second: "s".into(), per };
    let follows = RuleKind::Follows { first: "m#3".into(), second: "s#1".into() };
    for (name, kind, names, placed, expected) in [
        ("two days", RuleKind::DifferentDays, &["m#1", "s#1"][..], [&[0, 1, 2][..], &[4, 1]], 0),
        (
            "one day of two courses",
            RuleKind::DifferentDays,
            &["m#1", "s#1"],
            [&[0, 4, 8], &[1, 5]],
            1,
        ),
        ("courses each for itself", RuleKind::DifferentDays, &["m", "s"], [&[0, 4, 8], &[1, 5]], 0),
        (
            "a day too close",
            RuleKind::DaysApart { days: 2 },
            &["m#1", "s#2"],
            [&[0, 1, 2], &[8, 4]],
            1,
        ),
        (
            "two at once where one may be",
            RuleKind::MostAtOnce { lessons: 1 },
            &["m", "s"],
            [&[0, 4, 8], &[0, 5]],
            1,
        ),
        (
            "two at once where two may be",
            RuleKind::MostAtOnce { lessons: 2 },
            &["m", "s"],
            [&[0, 4, 8], &[0, 4]],
            0,
        ),
        (
            "a third one on Monday",
            RuleKind::MostLessons { per: Per::Day, lessons: 2 },
            &["m#1", "m#2", "s#1", "s#2"],
            [&[0, 1, 2], &[3, 4]],
            1,
        ),
        (
            "long ones count as short ones",
            RuleKind::MostLessons { per: Per::Day, lessons: 2 },
            &["m#1", "b", "s#1"],
            [&[2, 4, 8], &[3, 5]],
            1,
        ),
        (
            "two in the morning and two in the afternoon",
            RuleKind::MostLessons { per: Per::HalfDay, lessons: 2 },
            &["m#1", "m#2", "s#1", "s#2"],
            [&[0, 2, 4], &[1, 3]],
            0,
        ),
        (
            "courses each for itself",
            RuleKind::MostLessons { per: Per::Day, lessons: 2 },
            &["m", "s"],
            [&[0, 1, 2], &[0, 1]],
            1,
        ),
        (
            "near enough",
            RuleKind::DaysWithin { days: 1 },
            &["m#1", "s#1", "s#2"],
            [&[0, 1, 8], &[4, 5]],
            0,
        ),
        (
            "Monday and Wednesday",
            RuleKind::DaysWithin { days: 1 },
            &["m"],
            [&[0, 1, 8], &[4, 5]],
            1,
        ),
        (
            "courses are near each for itself",
            RuleKind::DaysWithin { days: 0 },
            &["m", "s"],
            [&[0, 1, 2], &[8, 9]],
            0,
        ),
        (
            "hours enough, two at once",
            RuleKind::LeastHours { of: all, hours: 4 },
            &["m", "s"],
            [&[0, 4, 8], &[0, 5]],
            0,
        ),
        (
            "two hours too few",
            RuleKind::LeastHours { of: all, hours: 4 },
            &["m#1", "s#1"],
            [&[0, 4, 8], &[1, 5]],
            2,
        ),
        (
            "at another time",
            RuleKind::NotAt { times: slots(0..2) },
            &["m#2"],
            [&[0, 4, 8], &[1, 5]],
            0,
        ),
        (
            "at this time",
            RuleKind::NotAt { times: slots(0..2) },
            &["m#1"],
            [&[0, 4, 8], &[1, 5]],
            1,
        ),
        ("they start apart", RuleKind::SameStart, &["m#1", "s#2"], [&[0, 4, 8], &[1, 5]], 2),
        ("they start together", RuleKind::SameStart, &["m#1", "b"], [&[0, 4, 8], &[1, 5]], 0),
        (
            "a slot apart, of two lengths",
            RuleKind::SameStart,
            &["m#2", "b"],
            [&[0, 1, 8], &[2, 5]],
            1,
        ),
        ("one before the other", before("m#1", "s#1"), &[], [&[0, 4, 8], &[5, 1]], 0),
        ("one after the other", before("m#3", "s#1"), &[], [&[0, 4, 8], &[5, 1]], 4),
        ("at once after", follows.clone(), &[], [&[0, 4, 8], &[9, 1]], 0),
        ("but not in the afternoon", follows, &[], [&[0, 4, 9], &[10, 1]], 1),
        ("after it on Monday", within(Per::Day), &[], [&[2, 4, 8], &[0, 1]], 1),
        ("in the afternoon of Monday", within(Per::HalfDay), &[], [&[2, 4, 8], &[0, 1]], 0),
        ("never at once", RuleKind::NotTogether, &["m#1", "m#2", "b"], [&[0, 1, 2], &[4, 5]], 2),
        ("in one half-day", RuleKind::Grouped, &["m#1", "s#1"], [&[1, 4, 8], &[0, 5]], 0),
        ("in two", RuleKind::Grouped, &["m#1", "s#1"], [&[1, 4, 8], &[2, 5]], 1),
        ("the same hour", RuleKind::SamePeriod, &["m"], [&[1, 5, 9], &[2, 6]], 0),
        ("two hours", RuleKind::SamePeriod, &["m"], [&[1, 5, 8], &[2, 6]], 1),
        (
            "four in three of the slots",
            RuleKind::MostHours { of: all, per: Per::Week, hours: 3 },
            &["m", "s#1"],
            [&[0, 1, 2], &[4, 5]],
            1,
        ),
        ("one day", RuleKind::MostDays { of: all, days: 1 }, &["m"], [&[0, 1, 4], &[8, 9]], 1),
        (
            "enough days",
            RuleKind::LeastDays { of: all, per: Per::Day, days: 3 },
            &["m"],
            [&[0, 1, 4], &[8, 9]],
            1,
        ),
    ] {
        let placed = [("m", placed[0], None), ("s", placed[1], None), ("b", &[0][..], None)];
        assert_eq!(off_of(kind, names, &placed), expected, "{name}");
    }
}

#[test]
fn only_some_slots_are_looked_at() {
    let (of, per) = (Of::Teachers, Per::Day);
    let courses = [course("m", 0, &[A], &[1, 1, 1])];
    for (name, kind, within, at, expected) in [
        ("gaps there", RuleKind::Gaps { of, per: Per::Week, most: 0 }, 0..3, [0, 2, 3], 0),
        ("hours there", RuleKind::MostHours { of, per, hours: 0 }, 2..4, [0, 1, 2], 1),
        ("days there", RuleKind::MostDays { of, days: 1 }, 0..6, [0, 4, 8], 1),
        ("days elsewhere", RuleKind::MostDays { of, days: 2 }, 0..6, [0, 4, 8], 0),
        ("one hour there", RuleKind::LeastInHalfDay { of, hours: 2 }, 0..2, [0, 4, 8], 1),
        ("in a row there", RuleKind::MostInARow { of, hours: 1 }, 1..4, [0, 1, 8], 0),
    ] {
        let scope = Scope { within: slots(within), ..Scope::default() };
        let placed: [Placed<'_>; 1] = [("m", &at, None)];
        assert_eq!(off_in(kind, scope, &courses, &placed), expected, "{name}");
    }
}

#[test]
fn how_days_begin_and_end() {
    let of = Of::Classes;
    let (day, half) = (Per::Day, Per::HalfDay);
    let early = |per, most| RuleKind::EarlyStarts { of, per, most };
    let span = |slots| RuleKind::Span { of, per: day, slots };
    for (name, kind, at, expected) in [
        ("all begin early", early(day, 0), [0, 4, 8], 0),
        ("one begins with the second", early(day, 0), [0, 5, 8], 1),
        ("as one may", early(day, 1), [0, 5, 8], 0),
        ("but not with the third", early(day, 1), [0, 6, 8], 1),
        ("an afternoon begins late", early(half, 0), [0, 3, 8], 1),
        ("a long day", span(3), [0, 3, 4], 1),
        ("a day of three", span(3), [0, 2, 4], 0),
        ("hours on a day", RuleKind::LeastInDay { of, hours: 2 }, [0, 2, 4], 1),
        ("three half-days", RuleKind::MostHalfDaysInARow { of, half_days: 2 }, [0, 2, 4], 1),
        ("and a free one", RuleKind::MostHalfDaysInARow { of, half_days: 2 }, [0, 2, 6], 0),
        ("three half-days of two", RuleKind::MostHalfDays { of, half_days: 2 }, [0, 2, 4], 1),
        ("a gap at noon", RuleKind::GapsThroughDay { of, most: 0 }, [0, 2, 4], 1),
        ("no gap at noon", RuleKind::GapsThroughDay { of, most: 0 }, [1, 2, 4], 0),
        ("a short lunch", RuleKind::Rest { of, per: half, slots: 1 }, [1, 2, 4], 1),
        ("a long lunch", RuleKind::Rest { of, per: half, slots: 2 }, [0, 3, 4], 0),
        ("a short night", RuleKind::Rest { of, per: day, slots: 2 }, [0, 2, 4], 1),
        ("a long night", RuleKind::Rest { of, per: day, slots: 2 }, [0, 3, 6], 0),
        ("side by side", RuleKind::Adjoining, [0, 1, 4], 0),
        ("in both halves", RuleKind::Adjoining, [1, 2, 4], 1),
        ("three on one day", RuleKind::Adjoining, [0, 1, 2], 2),
        ("begins at one of them", RuleKind::StartsAt { times: slots(0..5) }, [0, 2, 4], 0),
        ("begins elsewhere", RuleKind::StartsAt { times: slots(0..4) }, [0, 2, 4], 1),
    ] {
        let courses = [course("m", 0, &[B], &[1, 1, 1])];
        assert_eq!(off(kind, &courses, &[("m", &at, None)]), expected, "{name}");
    }
}

#[test]
fn the_last_lesson_of_a_day() {
    let (of, per) = (Of::Classes, Per::Day);
    for (name, kind, sport, expected) in [
        ("last on both days", RuleKind::LastOf { of, per }, [3, 7], 0),
        ("last on one", RuleKind::LastOf { of, per }, [0, 7], 1),
        ("first on one", RuleKind::FirstOf { of, per }, [0, 7], 1),
        ("another class is later", RuleKind::LastOf { of, per }, [8, 9], 1),
    ] {
        let scope = Scope { courses: vec!["s".into()], ..Scope::default() };
        let courses = [
            course("m", 0, &[A], &[1, 1]),
            course("s", 1, &[A], &[1, 1]),
            course("b", 2, &[B], &[1]),
        ];
        let placed = [("m", &[1, 5][..], None), ("s", &sport[..], None), ("b", &[10][..], None)];
        assert_eq!(off_in(kind, scope, &courses, &placed), expected, "{name}");
    }
}
