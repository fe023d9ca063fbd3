//! Which of a course's lessons is which, where a file does not say.

use jadwal_model::Table;
use jadwal_model::school::course::{Course, Lesson};
use jadwal_model::school::id::CourseId;
use jadwal_model::school::school::School;

/// Of the lessons of one course that last equally long, the one that is fixed to a slot is the one that is
/// held there.
pub(crate) fn keep_locks(
    lessons: &mut [Lesson],
    school: &School,
    courses: &Table<CourseId, Course>,
) {
    for at in 0..lessons.len() {
        let slot_of =
            |lesson: &Lesson| school.locked(&courses[lesson.course].code, lesson.block).slot;
        let locked = slot_of(&lessons[at]);
        if locked.is_none() || lessons[at].slot == locked {
            continue;
        }
        let (course, length) = (lessons[at].course, lessons[at].length);
        let there = lessons.iter().position(|other| {
            (other.course, other.length, other.slot) == (course, length, locked)
                && slot_of(other) != locked
        });
        if let Some(there) = there {
            let block = lessons[there].block;
            lessons[there].block = std::mem::replace(&mut lessons[at].block, block);
        }
    }
    lessons.sort();
}
