//! Teachers' subjects and hours, as their courses say.

use jadwal_model::Id;
use jadwal_model::school::course::Teaching;
use jadwal_model::school::id::SubjectId;
use jadwal_model::school::school::School;
use std::collections::BTreeMap;

/// What hours may count beyond themselves, at most: nobody said that a teacher may not give them.
const RELIEF: u32 = 4;

/// Gives every teacher the subjects of the school's own courses, the one with most hours first, and where
/// nothing is said of the service, the hours of these courses.
pub(crate) fn serve(school: &mut School) {
    let mut given: BTreeMap<usize, BTreeMap<SubjectId, u32>> = BTreeMap::new();
    for course in &school.own_courses {
        let Teaching::By(teachers) = &course.teaching else { continue };
        for teacher in teachers {
            let subjects = given.entry(teacher.index()).or_default();
            // an hour every other week is half of one
            *subjects.entry(course.subject).or_default() +=
                if course.fortnightly { course.hours } else { 2 * course.hours };
        }
    }
    for (index, teacher) in school.teachers.ids().enumerate() {
        let subjects = given.remove(&index).unwrap_or_default();
        let mut subjects: Vec<(SubjectId, u32)> = subjects.into_iter().collect();
        subjects.sort_by_key(|&(subject, halves)| (std::cmp::Reverse(halves), subject));
        let halves: u32 = subjects.iter().map(|(_, halves)| halves).sum();
        let teacher = &mut school.teachers[teacher];
        teacher.subjects = subjects.into_iter().map(|(subject, _)| subject).collect();
        if teacher.service == 0 {
            teacher.service = halves.div_ceil(2);
            teacher.overtime = RELIEF;
        }
    }
}
