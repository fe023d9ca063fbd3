//! What is wrong with the grid, the courses and the locks.

use super::{Faults, MAX_WEEKLY, rows_by_code};
use crate::id::Id;
use crate::nearest::nearest;
use crate::school::course::{Assignment, Audience, Blocks, Course, Lock, RoomNeed};
use crate::school::fault::{Register, SchoolFault, What};
use crate::school::id::CourseId;
use crate::school::school::School;
use crate::school::turns::turns;
use crate::table::Table;

pub(super) fn check(school: &School, faults: &mut Faults) {
    let longest = longest_half_day(school);
    for (row, line) in school.curricula.iter().enumerate() {
        blocks(faults, (Register::Curricula, row), line.hours, &line.blocks, longest);
        need(faults, (Register::Curricula, row), &line.room);
        let Some(sort) = &line.divided else { continue };
        check_sort(school, faults, (Register::Curricula, row, "divided"), sort);
    }
    for (row, line) in school.assignments.iter().enumerate() {
        if line.audience.is_empty() {
            faults.add(Register::Assignments, row, "audience", What::Nothing);
        }
        if line.teachers.is_empty() {
            faults.add(Register::Assignments, row, "teachers", What::Nothing);
        }
        assigned_twice(school, faults, row, line);
    }
    for (row, course) in school.own_courses.iter().enumerate() {
        blocks(faults, (Register::Courses, row), course.hours, &course.blocks, longest);
        need(faults, (Register::Courses, row), &course.room);
    }
    match school.courses() {
        Ok(courses) => {
            assigned_in_vain(school, faults, &courses);
            locks(school, faults, courses.iter());
            locked_turns(school, faults, &courses);
        }
        Err(found) => faults.0.extend(found),
    }
}

/// Whether an earlier row gives the subject to others.
fn assigned_twice(school: &School, faults: &mut Faults, row: usize, line: &Assignment) {
    for &who in &line.audience {
        let earlier = school.assignments[..row].iter();
        let mut earlier =
            earlier.filter(|l| l.subject == line.subject && l.audience.contains(&who));
        if earlier.any(|other| other.teachers != line.teachers) {
            let audience = school.audience_code(who).to_owned();
            let subject = school.subjects[line.subject].code.clone();
            let what = What::AssignedTwice { audience, subject };
            faults.add(Register::Assignments, row, "audience", what);
        }
    }
}

/// Whether anything is taught that an assignment could speak of: to the class or the group itself,
/// or to a group of the class.
fn assigned_in_vain(school: &School, faults: &mut Faults, courses: &Table<CourseId, Course>) {
    let meant = |who: Audience, member: &Audience| match who {
        Audience::Class(class) => school.classes_of(member).contains(&class),
        Audience::Group(_) => *member == who,
    };
    for (row, line) in school.assignments.iter().enumerate() {
        for &who in &line.audience {
            let mut there = courses.iter().filter(|course| course.subject == line.subject);
            if !there.any(|course| course.audience.iter().any(|member| meant(who, member))) {
                let audience = school.audience_code(who).to_owned();
                let subject = school.subjects[line.subject].code.clone();
                let what = What::NotTaught { audience, subject };
                faults.add(Register::Assignments, row, "subject", what);
            }
        }
    }
}

fn longest_half_day(school: &School) -> u32 {
    let half_days = school.calendar.half_days.ids();
    let slots = half_days.map(|half_day| school.calendar.slots_of(half_day).count());
    slots.max().unwrap_or(0) as u32
}

/// Whether hours and lengths go together, and each lesson fits some half-day.
fn blocks(
    faults: &mut Faults,
    (register, row): (Register, usize),
    hours: u32,
    blocks: &Blocks,
    longest: u32,
) {
    faults.range((register, row, "hours"), hours, (1, MAX_WEEKLY));
    let (lengths, shortest) = match blocks {
        Blocks::Pattern(lengths) => {
            let sum = lengths.iter().fold(0u32, |sum, &length| sum.saturating_add(length));
            if sum != hours {
                faults.add(register, row, "blocks", What::HoursDoNotAddUp { hours, sum });
            }
            (lengths.clone(), lengths.iter().copied().min().unwrap_or(1))
        }
        Blocks::Between { shortest, longest: most } => {
            faults.range((register, row, "blocks"), *most, (*shortest, MAX_WEEKLY));
            if hours < *shortest {
                faults.add(
                    register,
                    row,
                    "blocks",
                    What::HoursDoNotAddUp { hours, sum: *shortest },
                );
            }
            (vec![*shortest], *shortest)
        }
    };
    faults.range((register, row, "blocks"), shortest, (1, MAX_WEEKLY));
    // a school without any slot has been told so already
    for &length in lengths.iter().filter(|&&length| longest > 0 && length > longest) {
        faults.add(register, row, "blocks", What::LessonTooLong { length, longest });
    }
}

fn need(faults: &mut Faults, (register, row): (Register, usize), need: &RoomNeed) {
    if matches!(need, RoomNeed::OneOf(rooms) if rooms.is_empty()) {
        faults.add(register, row, "room", What::Nothing);
    }
}

/// Whether any division is of this sort.
pub(super) fn check_sort(
    school: &School,
    faults: &mut Faults,
    (register, row, field): (Register, usize, &'static str),
    sort: &str,
) {
    let mut sorts = school.divisions.iter().map(|division| division.sort.as_str());
    if !sorts.clone().any(|other| other == sort) {
        let (found, nearest) = (sort.to_owned(), nearest(sort, &mut sorts));
        faults.add(register, row, field, What::UnknownDivision { found, nearest });
    }
}

fn locks<'a>(
    school: &'a School,
    faults: &mut Faults,
    courses: impl Iterator<Item = &'a Course> + Clone,
) {
    let rows = rows_by_code(courses.clone().map(|course| course.code.as_str()));
    for (row, lock) in school.locks.iter().enumerate() {
        let Some(&index) = rows.get(lock.course.as_str()) else {
            let (found, nearest) =
                (lock.course.clone(), nearest(&lock.course, rows.keys().copied()));
            faults.add(Register::Locks, row, "course", What::UnknownCourse { found, nearest });
            continue;
        };
        let Some(course) = courses.clone().nth(index) else { continue };
        let lengths = match &course.blocks {
            Blocks::Pattern(lengths) => lengths.clone(),
            // cut by the search: only a course of one lesson can be locked
            Blocks::Between { longest, .. } if *longest >= course.hours => vec![course.hours],
            Blocks::Between { .. } => Vec::new(),
        };
        let lessons = lengths.len() as u32;
        let Some(&length) = lengths.get(lock.block as usize) else {
            let what =
                What::NoSuchLesson { course: course.code.clone(), found: lock.block, lessons };
            faults.add(Register::Locks, row, "lesson", what);
            continue;
        };
        let before = &school.locks[..row];
        let mut same = before.iter().filter(|l| l.course == lock.course && l.block == lock.block);
        let other_slot = |l: &Lock| l.slot.zip(lock.slot).is_some_and(|(a, b)| a != b);
        let other_room = |l: &Lock| l.room.zip(lock.room).is_some_and(|(a, b)| a != b);
        if same.clone().any(other_slot) || same.any(other_room) {
            let what = What::LockedTwice { course: course.code.clone(), block: lock.block };
            faults.add(Register::Locks, row, "lesson", what);
            continue;
        }
        if let Some(slot) = lock.slot
            && (slot.index() >= school.calendar.slots.len() || !school.calendar.fits(slot, length))
        {
            let what = What::LockDoesNotFit { course: course.code.clone(), length };
            faults.add(Register::Locks, row, "slot", what);
        }
    }
}

/// Locks of lessons that follow one another in one half-day, or share a slot by the week.
fn locked_turns(school: &School, faults: &mut Faults, courses: &Table<CourseId, Course>) {
    for turn in turns(school, courses).iter().filter(|turn| turn.is_joined(courses)) {
        for block in 0..turn.lengths.len() as u32 {
            let Err(found) = school.order(courses, turn, block) else { continue };
            let told = |fault: &SchoolFault| {
                fault.at.register == Register::Locks && fault.at.row == found.row
            };
            if faults.0.iter().any(told) {
                continue;
            }
            let course = school.locks[found.row].course.clone();
            let what = match found.other {
                Some(other) => What::LockedApart { course, other: courses[other].code.clone() },
                None => What::LockDoesNotFit { course, length: turn.span(block) },
            };
            faults.add(Register::Locks, found.row, "slot", what);
        }
    }
}
