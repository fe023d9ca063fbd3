//! Rules about rooms.

use super::{A, B, compiled, course, off, off_in, ordinary, school};
use crate::evaluate::evaluate;
use crate::id::Id;
use crate::school::compile::origin::Who;
use crate::school::rule::{Of, Rule, RuleKind, Scope, Strength};
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
            RuleKind::NoTravel { of: Of::Classes, near: vec![] },
            [0, 1, 1],
            2,
        ),
        (
            "to one that is near",
            RuleKind::NoTravel {
                of: Of::Classes,
                near: vec![crate::id::Id::new(0), crate::id::Id::new(1)],
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
