//! What can be meant, but is more often a mistake: a school that has warnings can be planned all the
//! same.

use super::course::{Audience, Course, RoomNeed, Teaching};
use super::fault::{At, Register, SchoolFault, What};
use super::id::{CourseId, SubjectId, TeacherId};
use super::school::School;
use crate::id::Id;
use crate::table::Table;

impl School {
    /// Everything that looks like a mistake, in the order of the registers. It takes a school without
    /// faults.
    #[must_use]
    pub fn warnings(&self, courses: &Table<CourseId, Course>) -> Vec<SchoolFault> {
        let mut found = Vec::new();
        self.groups_add_up(&mut found);
        self.services(courses, &mut found);
        self.own_subjects(&mut found);
        self.nobody_there(&mut found);
        self.locked_elsewhere(courses, &mut found);
        found.sort_by_key(|warning| warning.at);
        found
    }

    fn groups_add_up(&self, found: &mut Vec<SchoolFault>) {
        for (id, division) in self.divisions.enumerate() {
            let groups = self.groups.iter().filter(|group| group.division == id);
            let pupils: u32 = groups.map(|group| group.size).sum();
            let classes = division.classes.iter();
            let expected = classes.map(|&class| self.size_of(Audience::Class(class))).sum();
            if pupils != expected {
                let (division, found_here) = (division.code.clone(), pupils);
                let what = What::GroupsDoNotAddUp { division, found: found_here, expected };
                found.push(warning(Register::Divisions, id.index(), "classes", what));
            }
        }
    }

    /// The director assigned it: it is said, not forbidden.
    fn services(&self, courses: &Table<CourseId, Course>, found: &mut Vec<SchoolFault>) {
        for (id, teacher) in self.teachers.enumerate() {
            let counted = self.load(courses, id).counted;
            let expected = self.owed(id);
            if counted > expected {
                let teacher = teacher.code.clone();
                let what = What::Overload { teacher, found: counted, expected };
                found.push(warning(Register::Teachers, id.index(), "service", what));
            }
        }
    }

    fn own_subjects(&self, found: &mut Vec<SchoolFault>) {
        let mut check = |register, row, teachers: &[TeacherId], subject: SubjectId| {
            let other = |id: &&TeacherId| !self.teachers[**id].subjects.contains(&subject);
            for &teacher in teachers.iter().filter(other) {
                let teacher = self.teachers[teacher].code.clone();
                let subject = self.subjects[subject].code.clone();
                let what = What::NotTheirSubject { teacher, subject };
                found.push(warning(register, row, "teachers", what));
            }
        };
        for (row, line) in self.assignments.iter().enumerate() {
            check(Register::Assignments, row, &line.teachers, line.subject);
        }
        for (row, course) in self.own_courses.iter().enumerate() {
            // a meeting belongs to nobody's subject
            if let Teaching::By(teachers) = &course.teaching
                && !course.audience.is_empty()
            {
                check(Register::Courses, row, teachers, course.subject);
            }
        }
    }

    /// It can stand for what a room is used for; more often somebody was forgotten.
    fn nobody_there(&self, found: &mut Vec<SchoolFault>) {
        for (row, course) in self.own_courses.iter().enumerate() {
            let nobody = matches!(&course.teaching, Teaching::By(teachers) if teachers.is_empty());
            if course.audience.is_empty() && nobody {
                found.push(warning(Register::Courses, row, "audience", What::Nothing));
            }
        }
    }

    fn locked_elsewhere(&self, courses: &Table<CourseId, Course>, found: &mut Vec<SchoolFault>) {
        for (row, lock) in self.locks.iter().enumerate() {
            let course = self.find_course(courses, &lock.course).map(|id| &courses[id]);
            let (Some(course), Some(room)) = (course, lock.room) else { continue };
            if course.room != RoomNeed::Nowhere && !self.rooms_for(&course.room).contains(&room) {
                let (course, room) = (course.code.clone(), self.rooms[room].code.clone());
                let what = What::LockedElsewhere { course, room };
                found.push(warning(Register::Locks, row, "room", what));
            }
        }
    }
}

const fn warning(register: Register, row: usize, field: &'static str, what: What) -> SchoolFault {
    SchoolFault { at: At { register, row, field }, what }
}
