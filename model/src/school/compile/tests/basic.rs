//! What every timetable has to keep, and that lessons come back as they went.

use super::{A, B, Placed, compiled, course, deviation, ordinary, school};
use crate::id::Id;
use crate::school::compile::Source;
use crate::school::compile::origin::Basic;
use crate::school::course::{Blocks, Course, Lesson, Lock, RoomNeed, Teaching};
use crate::school::id::{RoomId, RoomTypeId, SlotId, TeacherId};
use crate::solution::Solution;

type Case<'a> = (&'a str, Vec<Course>, Vec<Placed<'a>>, Basic, i64);

#[test]
fn what_always_holds() {
    let ground = |course: Course| Course { room: RoomNeed::OfType(RoomTypeId::new(1)), ..course };
    let m = |lengths: &[u32]| ordinary(course("m", 0, &[A], lengths));
    let other = |audience| ordinary(course("o", 0, &[audience], &[1]));
    let free = |audience| ordinary(course("o", 1, &[audience], &[1]));
    let cases: [Case<'_>; 9] = [
        ("unplaced", vec![m(&[2, 1])], vec![("m", &[0], Some(0))], Basic::Placed, 1),
        ("over lunch", vec![m(&[2])], vec![("m", &[1], Some(0))], Basic::InsideHalfDay, 2),
        ("without a room", vec![m(&[2])], vec![("m", &[0], None)], Basic::HasRoom, 2),
        ("in the playground", vec![m(&[2])], vec![("m", &[0], Some(2))], Basic::RightRoom, 2),
        (
            "one teacher twice",
            vec![m(&[1]), other(B)],
            vec![("m", &[0], Some(0)), ("o", &[0], Some(1))],
            Basic::TeachersOnce,
            1,
        ),
        (
            "one class twice: both of its halves",
            vec![m(&[1]), free(A)],
            vec![("m", &[0], Some(0)), ("o", &[0], Some(1))],
            Basic::PupilsOnce,
            2,
        ),
        (
            "one room twice",
            vec![m(&[1]), free(B)],
            vec![("m", &[0], Some(0)), ("o", &[0], Some(0))],
            Basic::RoomsOnce,
            1,
        ),
        (
            "the playground holds two",
            vec![ground(course("m", 0, &[A], &[1])), ground(course("s", 1, &[B], &[1]))],
            vec![("m", &[0], Some(2)), ("s", &[0], Some(2))],
            Basic::RoomsOnce,
            0,
        ),
        (
            "but not three",
            vec![
                ground(course("m", 0, &[A], &[1])),
                ground(course("s", 1, &[B], &[1])),
                ground(course("p", 2, &[super::Audience::Class(Id::new(2))], &[1])),
            ],
            vec![("m", &[0], Some(2)), ("s", &[0], Some(2)), ("p", &[0], Some(2))],
            Basic::RoomsOnce,
            1,
        ),
    ];
    for (name, courses, placed, basic, expected) in cases {
        let mut school = school();
        school.own_courses = courses;
        assert_eq!(deviation(&school, &placed, Source::Basic(basic)), expected, "{name}");
    }
}

#[test]
fn lessons_come_back_as_they_went() {
    let mut school = school();
    let cut = Blocks::Between { shortest: 1, longest: 2 };
    school.own_courses = vec![
        ordinary(course("m", 0, &[A], &[2, 1])),
        Course { blocks: cut, hours: 3, ..course("s", 1, &[B], &[3]) },
        Course { teaching: Teaching::AnyOfSubject, ..course("p", 2, &[B], &[1]) },
    ];
    school.locks.push(Lock {
        course: "m".into(),
        block: 1,
        slot: Some(SlotId::new(6)),
        room: Some(RoomId::new(1)),
    });
    let compiled = compiled(&school);
    let (facts, origin) = (&compiled.instance.facts, &compiled.origin);
    let lesson = |course: usize, block, length, slot, teacher, room| Lesson {
        course: Id::new(course),
        block,
        length,
        slot: Some(SlotId::new(slot)),
        week: None,
        teachers: vec![TeacherId::new(teacher)],
        room,
        further_rooms: Vec::new(),
    };
    let lessons = vec![
        lesson(0, 0, 2, 0, 0, Some(RoomId::new(0))),
        lesson(0, 1, 1, 6, 0, Some(RoomId::new(1))),
        lesson(1, 0, 2, 4, 1, None),
        lesson(1, 1, 1, 8, 1, None),
        lesson(2, 0, 1, 2, 2, None),
    ];
    let solution = origin.solution(facts, &lessons);
    assert_eq!(solution.validate(facts), Ok(()));
    assert_eq!(origin.lessons(facts, &solution), lessons);
    let cost = crate::evaluate::evaluate(&compiled.instance, &solution).cost;
    assert_eq!(cost, crate::cost::Cost::ZERO);

    let unplaced = origin.lessons(facts, &Solution::default());
    let slots: Vec<_> = unplaced.iter().map(|lesson| lesson.slot.map(Id::index)).collect();
    assert_eq!(slots, [None, Some(6), None, None], "a lock holds without a search");
}

#[test]
fn open_posts_are_not_given_beyond_the_service() {
    let open =
        |hours: &[u32]| Course { teaching: Teaching::AnyOfSubject, ..course("o", 0, &[B], hours) };
    let slots: [&[usize]; 2] = [&[0], &[4, 8]];
    for (name, service, other_subject, courses, expected) in [
        ("four of four by name, none open", 4, false, vec![], 0),
        ("six of four by name: as assigned", 4, false, vec![open(&[1])], 2),
        ("three of four by name, one open", 7, false, vec![open(&[1])], 0),
        ("one more than is left", 7, false, vec![open(&[1, 1])], 2),
        ("hours in another subject count for more", 8, true, vec![open(&[1])], 2),
    ] {
        let mut school = school();
        let named = course("m", if other_subject { 1 } else { 0 }, &[A], &[2, 2, 2]);
        let teaching = Teaching::By(vec![TeacherId::new(0)]);
        school.own_courses = vec![Course { teaching, ..named }];
        school.own_courses.extend(courses);
        school.teachers[Id::new(0)].service = service;
        school.teachers[Id::new(0)].subjects = vec![Id::new(0), Id::new(1)];
        let compiled = compiled(&school);
        let (facts, origin) = (&compiled.instance.facts, &compiled.origin);
        let mut placed: Vec<Placed<'_>> = vec![("m", &[0, 2, 4], None)];
        placed.extend(school.own_courses.iter().skip(1).map(|course| {
            let slots = slots[course.hours as usize - 1];
            ("o", slots, None)
        }));
        let mut lessons = super::lessons(&school, origin, &placed);
        for lesson in &mut lessons {
            lesson.teachers = vec![TeacherId::new(0)];
        }
        let solution = origin.solution(facts, &lessons);
        let report = crate::evaluate::evaluate(&compiled.instance, &solution);
        let service = Source::Basic(Basic::Service);
        let ours = report.violations.iter().filter(|v| origin.source(v) == service);
        let found: i64 = ours.map(|violation| violation.cost.hard).sum();
        assert_eq!(found, expected, "{name}: in half hours");
    }
}
