//! Rules about rooms.

use super::{A, B, compiled, course, off, off_in, ordinary, school};
use crate::evaluate::evaluate;
use crate::id::Id;
use crate::school::compile::origin::Who;
use crate::school::rule::{Of, Per, Rule, RuleKind, Scope, Strength};
use crate::solution::Solution;

#[test]
fn rules_about_rooms() {
    let courses = [
        ordinary(course("m", 0, &[A], &[1])),
        ordinary(course("p", 2, &[A], &[1])),
        ordinary(course("s", 1, &[B], &[1])),
    ];
    for (name, kind, rooms, expected) in [
        ("class A leaves its home room once", RuleKind::HomeRoom, [0, 1, 1], 1),
        ("class A stays at home, B has none", RuleKind::HomeRoom, [0, 0, 1], 0),
        ("A has two rooms", RuleKind::FewRooms { of: Of::Classes }, [0, 1, 1], 1),
        ("each course has one", RuleKind::FewRooms { of: Of::Rooms }, [0, 1, 1], 0),
        ("28 pupils in a room for 20", RuleKind::Capacity, [0, 1, 1], 1),
        ("18 pupils in a room for 20", RuleKind::Capacity, [0, 0, 1], 0),
        (
            "A changes the building in one morning",
            RuleKind::NoTravel { of: Of::Classes, near: vec![], rows: 1 },
            [0, 1, 1],
            2,
        ),
        (
            "A changes its room twice, once at noon",
            RuleKind::SameRoom { of: Of::Classes, rows: 1 },
            [0, 1, 1],
            2,
        ),
        ("and stays there", RuleKind::SameRoom { of: Of::Classes, rows: 1 }, [1, 1, 0], 0),
        (
            "to one that is near",
            RuleKind::NoTravel {
                of: Of::Classes,
                near: vec![crate::id::Id::new(0), crate::id::Id::new(1)],
                rows: 1,
            },
            [0, 1, 1],
            0,
        ),
    ] {
        let placed = [
            ("m", &[0][..], Some(rooms[0])),
            ("p", &[1], Some(rooms[1])),
            ("s", &[2], Some(rooms[2])),
        ];
        assert_eq!(off(kind, &courses, &placed), expected, "{name}");
    }
}

#[test]
fn changes_of_place() {
    let courses = ["m", "p", "s"].map(|code| ordinary(course(code, 0, &[B], &[1])));
    let travel = |per, most| RuleKind::MostTravel { of: Of::Classes, per, most, near: vec![] };
    let rooms = |per, most| RuleKind::MostRoomChanges { of: Of::Classes, per, most };
    let (half, day, week) = (Per::HalfDay, Per::Day, Per::Week);
    for (name, kind, at, in_rooms, expected) in [
        ("one building", travel(day, 0), [0, 2, 3], [0, 0, 0], 0),
        ("over lunch", travel(day, 0), [0, 2, 4], [0, 1, 1], 1),
        ("over lunch is no change of a half-day", travel(half, 0), [0, 2, 4], [0, 1, 1], 0),
        ("nor of the week", travel(week, 0), [0, 2, 4], [0, 1, 1], 0),
        ("over night", travel(day, 0), [1, 4, 5], [0, 1, 1], 0),
        ("there and back", travel(day, 0), [0, 1, 3], [0, 1, 0], 2),
        ("of which one may be", travel(day, 1), [0, 1, 3], [0, 1, 0], 1),
        ("in the week", travel(week, 0), [0, 1, 4], [0, 1, 0], 1),
        ("as one may be", travel(week, 1), [0, 1, 4], [0, 1, 0], 0),
        ("another room", rooms(day, 0), [0, 3, 4], [0, 1, 1], 1),
        ("the same room", rooms(day, 0), [0, 3, 4], [1, 1, 0], 0),
        (
            "rows between lessons are those of a half-day",
            RuleKind::SameRoom { of: Of::Classes, rows: 3 },
            [0, 1, 2],
            [0, 1, 0],
            1,
        ),
    ] {
        let placed = [
            ("m", &at[..1], Some(in_rooms[0])),
            ("p", &at[1..2], Some(in_rooms[1])),
            ("s", &at[2..], Some(in_rooms[2])),
        ];
        assert_eq!(off(kind, &courses, &placed), expected, "{name}");
    }
}

#[test]
fn lessons_in_some_rooms() {
    let courses = [
        ordinary(course("m", 0, &[A], &[1, 2])),
        course("p", 2, &[A], &[2]),
        course("s", 1, &[B], &[1]),
    ];
    let one = |name: &str| Scope { courses: vec![name.to_owned()], ..Scope::default() };
    for (name, scope, among, rooms, expected) in [
        ("all in the room", Scope::default(), vec![0], [Some(0); 3], 0),
        ("three slots of mathematics elsewhere", one("m"), vec![1], [Some(0); 3], 3),
        ("one lesson of it is meant", one("m#2"), vec![1], [Some(0); 3], 2),
        ("either will do", one("m"), vec![0, 1], [Some(0), None, None], 0),
        ("who asks for no room has one", one("p"), vec![2], [Some(0), Some(2), None], 0),
        ("who asks for no room has none", one("p"), vec![2], [Some(0), None, None], 2),
        ("everybody", Scope::default(), vec![0], [Some(1), None, Some(0)], 5),
    ] {
        let kind = RuleKind::InRooms { rooms: among.into_iter().map(Id::new).collect() };
        let placed = [("m", &[0, 4][..], rooms[0]), ("p", &[2], rooms[1]), ("s", &[1], rooms[2])];
        assert_eq!(off_in(kind, scope, &courses, &placed), expected, "{name}");
    }
}

#[test]
fn without_a_room_that_is_only_wished() {
    let mut school = school();
    school.own_courses = vec![course("p", 2, &[A], &[1])];
    let kind = RuleKind::InRooms { rooms: vec![Id::new(0)] };
    let (scope, strength) = (Scope::default(), Strength::Soft(7));
    school.rules.push(Rule { code: "wish".into(), kind, scope, strength });
    let compiled = compiled(&school);
    let facts = &compiled.instance.facts;
    let event = Id::new(0);
    let mut solution = Solution::default();
    let mut meet = Solution::unplaced(facts, event);
    meet.time = Some(Id::new(0));
    solution.meets.push(meet);
    let at = compiled.origin.events[event][0].room_at.expect("it may have a room");
    assert!(compiled.origin.is_optional(event, at));
    let cost = |solution: &Solution| evaluate(&compiled.instance, solution).cost;
    assert_eq!((cost(&solution).hard, cost(&solution).soft), (0, 7));
    let mut resources = compiled.origin.resources.enumerate();
    let room = resources.find(|(_, who)| **who == Who::Room(Id::new(0)));
    solution.meets[0].tasks[at] = room.map(|(id, _)| id);
    assert_eq!((cost(&solution).hard, cost(&solution).soft), (0, 0));
}

#[test]
fn lessons_in_another_room_besides() {
    let rule = |code: &str, rooms: &[usize], strength| {
        let rooms = rooms.iter().map(|&room| Id::new(room)).collect();
        let kind = RuleKind::AlsoIn { rooms };
        Rule { code: code.into(), kind, scope: Scope::default(), strength }
    };
    let mut school = school();
    school.own_courses = vec![ordinary(course("m", 0, &[A], &[2])), course("p", 2, &[B], &[1])];
    let hard = school.rules.push(rule("besides", &[0, 2], Strength::Hard));
    school.rules.push(rule("perhaps", &[1], Strength::Soft(3)));
    let compiled = compiled(&school);
    let (facts, origin) = (&compiled.instance.facts, &compiled.origin);
    // each: the rooms of m and of p; slots without what is asked for besides; the soft cost
    for (name, m, p, missing, soft) in [
        ("all of them", [Some(0), Some(2), Some(1)], [None, Some(2), Some(1)], 0, 0),
        ("one of two", [Some(0), None, Some(1)], [None, Some(0), None], 2, 3),
        ("none", [Some(0), None, None], [None, None, None], 3, 9),
    ] {
        let mut lessons =
            super::lessons(&school, origin, &[("m", &[0][..], m[0]), ("p", &[4], p[0])]);
        for (lesson, rooms) in lessons.iter_mut().zip([m, p]) {
            lesson.further_rooms = rooms[1..].iter().map(|room| room.map(Id::new)).collect();
        }
        let solution = origin.solution(facts, &lessons);
        let back = origin.lessons(facts, &solution);
        for (lesson, back) in lessons.iter().zip(&back) {
            assert_eq!((lesson.room, &lesson.further_rooms), (back.room, &back.further_rooms));
        }
        let report = evaluate(&compiled.instance, &solution);
        let of = |violation: &&crate::report::Violation| {
            origin.source(violation) == super::Source::Rule(hard)
        };
        let amount = report.violations.iter().filter(of).map(|one| origin.amount(one));
        assert_eq!(amount.sum::<i64>(), missing, "{name}");
        assert_eq!(report.cost.soft, soft, "{name}");
    }
}
