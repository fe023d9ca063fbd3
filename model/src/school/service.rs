//! Service: what a teacher's week counts, hours outside the own subject or school weighted.

use super::course::{Course, Teaching};
use super::id::{CourseId, TeacherId};
use super::school::School;
use crate::table::Table;

/// A teacher's week.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Load {
    /// Minutes taught here, in the school's hours of 60 minutes.
    pub taught: u32,
    /// Minutes that count towards the service: taught here and elsewhere, the weighted ones with
    /// their relief.
    pub counted: u32,
}

/// Minutes of an hour.
pub const HOUR: u32 = 60;

/// How much an hour counts beyond itself, in minutes, and the most that all such hours may add.
///
/// The three cases are those of the school-opening guide of 2008-09, as quoted; whether it still
/// holds is not settled.
const NEIGHBOUR_SUBJECT: (u32, u32) = (30, 2 * HOUR);
const SECOND_SCHOOL: (u32, u32) = (30, 2 * HOUR);
const SECOND_SCHOOL_OTHER_SUBJECT: (u32, u32) = (60, 4 * HOUR);

impl School {
    /// What a teacher's week counts, with the courses that are given by name.
    #[must_use]
    pub fn load(&self, courses: &Table<CourseId, Course>, teacher: TeacherId) -> Load {
        let person = &self.teachers[teacher];
        let (mut own, mut other) = (0, 0);
        for course in courses {
            let Teaching::By(teachers) = &course.teaching else { continue };
            if !teachers.contains(&teacher) {
                continue;
            }
            let minutes = minutes(course);
            // a meeting has no audience and belongs to nobody's subject
            if course.audience.is_empty() || person.subjects.first() == Some(&course.subject) {
                own += minutes;
            } else {
                other += minutes;
            }
        }
        let mut counted = own + other + relief(other, NEIGHBOUR_SUBJECT);
        if let Some(elsewhere) = person.elsewhere {
            let there = elsewhere.hours * HOUR;
            let case =
                if elsewhere.own_subject { SECOND_SCHOOL } else { SECOND_SCHOOL_OTHER_SUBJECT };
            counted += there + relief(there, case);
        }
        Load { taught: own + other, counted }
    }

    /// What may be asked of a teacher, in minutes a week: the service and the overtime.
    #[must_use]
    pub fn owed(&self, teacher: TeacherId) -> u32 {
        let person = &self.teachers[teacher];
        (person.service + person.overtime) * HOUR
    }
}

/// Minutes of a course in an average week.
#[must_use]
pub fn minutes(course: &Course) -> u32 {
    course.hours * if course.fortnightly { HOUR / 2 } else { HOUR }
}

fn relief(minutes: u32, (each_hour, most): (u32, u32)) -> u32 {
    (minutes * each_hour / HOUR).min(most)
}
