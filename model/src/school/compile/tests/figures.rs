//! The figures of a small week.

use super::{A, A1, B, course, ordinary, school};
use crate::id::Id;
use crate::school::course::Lesson;
use crate::school::id::{RoomId, SlotId, TeacherId};

#[test]
fn figures_of_a_week() {
    let mut school = school();
    school.own_courses = vec![
        ordinary(course("m", 0, &[A], &[1, 1])),
        ordinary(course("s", 1, &[A1], &[2])),
        course("p", 2, &[B], &[1]),
    ];
    let courses = school.courses().expect("no grid, no fault");
    let lesson = |course: usize, block, length, slot: Option<usize>, room: Option<usize>| Lesson {
        course: Id::new(course),
        block,
        length,
        slot: slot.map(SlotId::new),
        week: None,
        teachers: vec![TeacherId::new(course)],
        room: room.map(RoomId::new),
        further_rooms: Vec::new(),
    };
    let lessons = [
        lesson(0, 0, 1, Some(0), Some(0)),
        lesson(0, 1, 1, Some(7), Some(0)),
        lesson(1, 0, 2, Some(2), Some(1)),
        lesson(2, 0, 1, None, None),
    ];
    let figures = school.figures(&courses, &lessons);
    assert_eq!(figures.unplaced, 1);
    assert_eq!((figures.teacher_days.total, figures.teacher_days.worst), (3, 2));
    assert_eq!(figures.teacher_gaps.total, 0, "the lunch break is no gap");
    let afternoons = &figures.class_afternoons;
    assert_eq!((afternoons.total, afternoons.worst), (2, 2), "those of the half that has more");
    let rooms: Vec<_> = figures.rooms.iter().map(|r| (r.used, r.there)).collect();
    assert_eq!(rooms, [(4, 24), (0, 24)]);
}
