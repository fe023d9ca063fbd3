//! Rules about rooms.

use super::{A, B, course, off, ordinary};
use crate::school::rule::{Of, RuleKind};

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
