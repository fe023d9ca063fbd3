//! Locks: what they fix, alone and where lessons belong together.

use super::turns::halves;
use super::{A, Placed, compiled, course, deviation, ordinary, school};
use crate::evaluate::evaluate;
use crate::id::Id;
use crate::school::compile::Source;
use crate::school::compile::origin::Basic;
use crate::school::course::{Course, Lock, RoomNeed};
use crate::school::fault::{Register, What};
use crate::school::id::{RoomId, RoomTypeId, SlotId};
use crate::school::rule::{Rule, RuleKind, Scope, Strength, Turns};
use crate::school::school::School;
use crate::solution::Solution;

fn lock(course: &str, slot: Option<usize>, room: Option<usize>) -> Lock {
    let (slot, room) = (slot.map(SlotId::new), room.map(RoomId::new));
    Lock { course: course.into(), block: 0, slot, room }
}

fn twice(course: &str) -> What {
    What::LockedTwice { course: course.into(), block: 0 }
}

fn apart(course: &str, other: &str) -> What {
    What::LockedApart { course: course.into(), other: other.into() }
}

/// Where the lessons of a school are before any search, by course.
fn starts(school: &School) -> Vec<Option<usize>> {
    let compiled = compiled(school);
    let lessons = compiled.origin.lessons(&compiled.instance.facts, &Solution::default());
    lessons.iter().map(|lesson| lesson.slot.map(Id::index)).collect()
}

#[test]
fn locks_that_contradict_each_other() {
    let short = |course: &str, length| What::LockDoesNotFit { course: course.into(), length };
    type Case<'a> = (&'a str, Turns, Vec<(&'a str, usize)>, Option<What>);
    let cases: [Case<'_>; 10] = [
        ("one lesson twice", Turns::Parallel, vec![("p1", 0), ("p1", 1)], Some(twice("p1"))),
        ("the same twice", Turns::Parallel, vec![("p1", 1), ("p1", 1)], None),
        ("a swap as it is numbered", Turns::Swap, vec![("p1", 0), ("p2", 1)], None),
        ("a swap the other way round", Turns::Swap, vec![("p1", 1), ("p2", 0)], None),
        ("a swap over lunch", Turns::Swap, vec![("p1", 1), ("p2", 2)], Some(apart("p2", "p1"))),
        ("both rounds at once", Turns::Swap, vec![("p1", 1), ("p2", 1)], Some(apart("p2", "p1"))),
        ("one round apart", Turns::Swap, vec![("p1", 0), ("b2", 4)], Some(apart("b2", "p1"))),
        ("a slot by the week", Turns::Alternate, vec![("p1", 0), ("b2", 0)], None),
        ("two", Turns::Alternate, vec![("p1", 0), ("b2", 1)], Some(apart("b2", "p1"))),
        ("past the end", Turns::Parallel, vec![("p1", 12)], Some(short("p1", 1))),
    ];
    for (name, turns, locks, expected) in cases {
        let mut school = halves(turns);
        school.locks = locks.into_iter().map(|(code, slot)| lock(code, Some(slot), None)).collect();
        let last = school.locks.len() - 1;
        let found = school.faults();
        assert!(found.iter().all(|fault| fault.at.register == Register::Locks), "{name}");
        assert!(found.iter().all(|fault| fault.at.row == last), "{name}: at the last row");
        let found: Vec<What> = found.into_iter().map(|fault| fault.what).collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn lessons_that_swap_are_where_they_are_locked() {
    // p1, p2, b1, b2 in the order of the courses
    for (name, locks, expected) in [
        ("the first round", vec![("p1", 4)], [4, 5, 5, 4]),
        ("the second round", vec![("p2", 5)], [4, 5, 5, 4]),
        ("the second round first", vec![("p2", 4)], [5, 4, 4, 5]),
        ("the first round last", vec![("p1", 5)], [5, 4, 4, 5]),
        ("both", vec![("b1", 2), ("b2", 3)], [3, 2, 2, 3]),
    ] {
        let mut school = halves(Turns::Swap);
        school.locks = locks.into_iter().map(|(code, slot)| lock(code, Some(slot), None)).collect();
        assert_eq!(starts(&school), expected.map(Some), "{name}");
    }
}

#[test]
fn one_row_may_say_when_and_another_where() {
    let mut school = school();
    school.own_courses = vec![ordinary(course("m", 0, &[A], &[1]))];
    school.locks = vec![lock("m", Some(3), None), lock("m", None, Some(1))];
    let compiled = compiled(&school);
    let lessons = compiled.origin.lessons(&compiled.instance.facts, &Solution::default());
    assert_eq!((lessons[0].slot, lessons[0].room), (Some(Id::new(3)), Some(Id::new(1))));
    school.locks.push(lock("m", None, Some(0)));
    assert_eq!(school.faults()[0].what, twice("m"));
}

/// Where the lessons of `p1`, `p2`, `b1`, `b2` are if all is as locked: off by nothing.
fn is_free_of_faults(school: &School, placed: &[Placed<'_>]) -> Vec<Basic> {
    let off = |basic: &Basic| deviation(school, placed, Source::Basic(*basic)) > 0;
    Basic::ALL.into_iter().filter(off).collect()
}

#[test]
fn a_locked_room_is_shared_between_the_rounds() {
    let inside = |course: Course, rooms: &[usize]| {
        let rooms = rooms.iter().copied().map(RoomId::new).collect();
        Course { room: RoomNeed::OneOf(rooms), ..course }
    };
    for turns in [Turns::Swap, Turns::Alternate] {
        for (name, rooms, locked) in [
            ("one room, locked for the first round", &[0][..], "p1"),
            ("one room, locked for the second round", &[0], "p2"),
            ("two rooms, locked for the first round", &[0, 1], "p1"),
        ] {
            let mut school = halves(turns);
            for (index, other) in [(0, rooms), (1, rooms), (2, &[2][..]), (3, &[2])] {
                school.own_courses[index] = inside(school.own_courses[index].clone(), other);
            }
            school.locks = vec![lock(locked, None, Some(0))];
            let at =
                |round: usize| if turns == Turns::Swap { [&[0][..], &[1]][round] } else { &[0] };
            let placed: [Placed<'_>; 4] = [
                ("p1", at(0), Some(0)),
                ("b2", at(0), Some(2)),
                ("b1", at(1), Some(2)),
                ("p2", at(1), Some(0)),
            ];
            assert_eq!(is_free_of_faults(&school, &placed), [], "{turns:?}: {name}");
        }
    }
}

#[test]
fn a_shared_room_may_be_locked_where_none_is_asked_for() {
    let mut school = school();
    school.own_courses = vec![course("m", 0, &[A], &[1])];
    school.locks = vec![lock("m", Some(0), Some(2))];
    assert_eq!(is_free_of_faults(&school, &[("m", &[0], Some(2))]), []);
}

#[test]
fn rules_hold_in_locked_rooms_too() {
    let m = || ordinary(course("m", 0, &[A], &[2]));
    let only = |room| Course { room: RoomNeed::OneOf(vec![RoomId::new(room)]), ..m() };
    for (name, kind, course, room, expected) in [
        ("28 pupils locked in a room for 20", RuleKind::Capacity, m(), Some(1), 2),
        ("28 pupils locked in a room for 30", RuleKind::Capacity, m(), Some(0), 0),
        ("28 pupils in the only room", RuleKind::Capacity, only(1), None, 2),
        ("locked away from home", RuleKind::HomeRoom, m(), Some(1), 2),
        ("locked at home", RuleKind::HomeRoom, m(), Some(0), 0),
    ] {
        let mut school = school();
        school.own_courses = vec![course];
        school.locks = room.map(|room| lock("m", Some(0), Some(room))).into_iter().collect();
        let (scope, strength) = (Scope::default(), Strength::Hard);
        let rule = school.rules.push(Rule { code: "rule".into(), kind, scope, strength });
        let compiled = compiled(&school);
        let report = evaluate(&compiled.instance, &Solution::default());
        let ours = report
            .violations
            .iter()
            .filter(|violation| compiled.origin.source(violation) == Source::Rule(rule));
        let hard: i64 = ours.map(|violation| violation.cost.hard).sum();
        assert_eq!(hard, expected, "{name}");
    }
}

#[test]
fn a_group_too_large_for_the_room_that_both_share() {
    let mut school = halves(Turns::Swap);
    school.groups[Id::new(1)].size = 24;
    for index in [0, 1] {
        school.own_courses[index].room = RoomNeed::OfType(RoomTypeId::new(0));
    }
    let (code, scope, strength) = ("room".into(), Scope::default(), Strength::Soft(7));
    let rule = school.rules.push(Rule { code, kind: RuleKind::Capacity, scope, strength });
    for (room, expected) in [(0, 0), (1, 1)] {
        let placed: [Placed<'_>; 4] = [
            ("p1", &[0], Some(room)),
            ("b2", &[0], None),
            ("b1", &[1], None),
            ("p2", &[1], Some(room)),
        ];
        let found = deviation(&school, &placed, Source::Rule(rule));
        assert_eq!(found, expected, "only the second group is, for its hour");
    }
}
