//! Whom and what the scope of a rule means.

use super::course::{Audience, Course, RoomNeed, Teaching};
use super::id::{ClassId, CourseId, RoomId, TeacherId};
use super::rule::Scope;
use super::school::School;
use crate::table::Table;

/// A lesson: its course, and which of the course's lessons it is, from 0.
pub type LessonId = (CourseId, u32);

/// What a name says of a course.
enum Named {
    /// All of it.
    Whole,
    /// One lesson, from 0.
    Lesson(u32),
}

/// The code and the number, from 0, in the name of a single lesson, such as `A/MATH#2`.
#[must_use]
pub fn lesson_name(name: &str) -> Option<(&str, u32)> {
    let (code, number) = name.rsplit_once('#')?;
    Some((code, number.parse::<u32>().ok()?.checked_sub(1)?))
}

fn names(name: &str, course: &Course) -> Option<Named> {
    if name == course.code {
        return Some(Named::Whole);
    }
    let (code, lesson) = lesson_name(name)?;
    (code == course.code).then_some(Named::Lesson(lesson))
}

impl School {
    /// The course of this code.
    #[must_use]
    pub fn find_course(&self, courses: &Table<CourseId, Course>, code: &str) -> Option<CourseId> {
        courses.enumerate().find(|(_, course)| course.code == code).map(|(id, _)| id)
    }

    /// The courses that a scope means: of its levels, of its classes and groups, in its subjects, by
    /// its teachers, and among those it names.
    #[must_use]
    pub fn courses_in(&self, courses: &Table<CourseId, Course>, scope: &Scope) -> Vec<CourseId> {
        let meant = |course: &Course| {
            let classes = || course.audience.iter().flat_map(|member| self.classes_of(member));
            let by = |teacher| match &course.teaching {
                Teaching::By(teachers) => teachers.contains(teacher),
                Teaching::AnyOfSubject => false,
            };
            let held = |room| match &course.room {
                RoomNeed::Nowhere => false,
                RoomNeed::OfType(wanted) => self.rooms[room].room_type == *wanted,
                RoomNeed::OneOf(rooms) => rooms.contains(&room),
            };
            (scope.levels.is_empty()
                || classes().any(|&class| scope.levels.contains(&self.classes[class].level)))
                && (scope.audience.is_empty()
                    || scope.audience.iter().any(|who| self.attends(who, course)))
                && (scope.subjects.is_empty() || scope.subjects.contains(&course.subject))
                && (scope.teachers.is_empty() || scope.teachers.iter().any(by))
                && (scope.rooms.is_empty() || scope.rooms.iter().any(|&room| held(room)))
                && (scope.courses.is_empty()
                    || scope.courses.iter().any(|name| names(name, course).is_some()))
        };
        courses.enumerate().filter(|(_, course)| meant(course)).map(|(id, _)| id).collect()
    }

    /// The lessons that a scope means: of the courses it means, all, or those that it names one by
    /// one. A course that the search cuts counts as one lesson.
    #[must_use]
    pub fn lessons_in(&self, courses: &Table<CourseId, Course>, scope: &Scope) -> Vec<LessonId> {
        let mut all = Vec::new();
        for id in self.courses_in(courses, scope) {
            let course = &courses[id];
            let blocks = 0..course.lessons().map_or(1, |lessons| lessons as u32);
            let named = |block: &u32| {
                let says = |name: &String| match names(name, course) {
                    Some(Named::Whole) => true,
                    Some(Named::Lesson(lesson)) => lesson == *block || course.lessons().is_none(),
                    None => false,
                };
                scope.courses.is_empty() || scope.courses.iter().any(says)
            };
            all.extend(blocks.filter(named).map(|block| (id, block)));
        }
        all
    }

    /// The sets of lessons that a rule about the lessons of one course looks at: each course for
    /// itself; but if the scope names single lessons, all that it means together.
    #[must_use]
    pub fn sets_in(&self, courses: &Table<CourseId, Course>, scope: &Scope) -> Vec<Vec<LessonId>> {
        if self.names_lessons(courses, scope) {
            return vec![self.lessons_in(courses, scope)];
        }
        let all = self.courses_in(courses, scope);
        let whole = |&id: &CourseId| {
            let number = courses[id].lessons().map_or(1, |lessons| lessons as u32);
            (0..number).map(|block| (id, block)).collect()
        };
        all.iter().map(whole).collect()
    }

    /// Whether a scope names single lessons.
    #[must_use]
    pub fn names_lessons(&self, courses: &Table<CourseId, Course>, scope: &Scope) -> bool {
        let mut parts = scope.courses.iter().filter(|name| lesson_name(name).is_some());
        parts.any(|name| !courses.iter().any(|course| course.code == *name))
    }

    /// The lessons of a name: of a course all, or the one that it says.
    #[must_use]
    pub fn lessons_named(&self, courses: &Table<CourseId, Course>, name: &str) -> Vec<LessonId> {
        let scope = Scope { courses: vec![name.to_owned()], ..Scope::default() };
        self.lessons_in(courses, &scope)
    }

    /// Whether all or some pupils of a class or group attend a course: a class attends what its
    /// groups attend, a group what its whole class attends.
    #[must_use]
    pub fn attends(&self, who: &Audience, course: &Course) -> bool {
        course.audience.iter().any(|member| match (who, member) {
            (Audience::Class(class), _) => self.classes_of(member).contains(class),
            (Audience::Group(_), Audience::Class(class)) => self.classes_of(who).contains(class),
            (Audience::Group(group), Audience::Group(other)) => group == other,
        })
    }

    /// The classes that a scope means: of its levels, and among the classes it names.
    #[must_use]
    pub fn classes_in(&self, scope: &Scope) -> Vec<ClassId> {
        let meant = |&class: &ClassId| {
            (scope.levels.is_empty() || scope.levels.contains(&self.classes[class].level))
                && (scope.audience.is_empty()
                    || scope.audience.iter().any(|member| self.classes_of(member).contains(&class)))
        };
        self.classes.ids().filter(meant).collect()
    }

    /// The teachers that a scope means: among those it names, whose own subject is among its
    /// subjects, and who teach its levels, classes and groups.
    #[must_use]
    pub fn teachers_in(&self, courses: &Table<CourseId, Course>, scope: &Scope) -> Vec<TeacherId> {
        let pupils = Scope {
            levels: scope.levels.clone(),
            audience: scope.audience.clone(),
            ..Scope::default()
        };
        let taught = self.courses_in(courses, &pupils);
        let teaches = |teacher: TeacherId| {
            taught.iter().any(|&course| match &courses[course].teaching {
                Teaching::By(teachers) => teachers.contains(&teacher),
                Teaching::AnyOfSubject => false,
            })
        };
        let meant = |&teacher: &TeacherId| {
            (scope.teachers.is_empty() || scope.teachers.contains(&teacher))
                && (scope.subjects.is_empty()
                    || self.teachers[teacher]
                        .subjects
                        .first()
                        .is_some_and(|own| scope.subjects.contains(own)))
                && (pupils.is_everything() || teaches(teacher))
        };
        self.teachers.ids().filter(meant).collect()
    }

    /// The rooms that a scope names; all if it names none.
    #[must_use]
    pub fn rooms_in(&self, scope: &Scope) -> Vec<RoomId> {
        if scope.rooms.is_empty() { self.rooms.ids().collect() } else { scope.rooms.clone() }
    }

    /// The rooms in which a course may be held, whatever their size.
    #[must_use]
    pub fn rooms_for(&self, need: &RoomNeed) -> Vec<RoomId> {
        match need {
            RoomNeed::Nowhere => Vec::new(),
            RoomNeed::OfType(wanted) => {
                self.rooms.ids().filter(|&room| self.rooms[room].room_type == *wanted).collect()
            }
            RoomNeed::OneOf(rooms) => rooms.clone(),
        }
    }
}
