//! Courses: the grid multiplied by the classes, and the courses that a school adds of its own.

use super::course::{Audience, Course, Curriculum, Teaching};
use super::fault::{At, Register, SchoolFault, What};
use super::id::{ClassId, CourseId, GroupId, SubjectId};
use super::school::School;
use crate::table::Table;
use std::collections::BTreeMap;

impl School {
    /// All courses: those that follow from the grid, class by class in the order of its lines, then
    /// the school's own. One of its own with the code of a derived one stands in its place.
    ///
    /// # Errors
    /// Two lines of the grid make the same course in different ways.
    pub fn courses(&self) -> Result<Table<CourseId, Course>, Vec<SchoolFault>> {
        let mut own: BTreeMap<&str, &Course> =
            self.own_courses.iter().map(|course| (course.code.as_str(), course)).collect();
        let mut table = Table::default();
        let mut seen: BTreeMap<String, Course> = BTreeMap::new();
        let mut faults = Vec::new();
        for class in self.classes.ids() {
            for (row, line) in self.lines_of(class) {
                for audience in self.taught_as(class, line) {
                    let course = self.derived(line, audience);
                    match seen.get(&course.code) {
                        Some(other) if *other == course => continue,
                        Some(_) => {
                            let at = At { register: Register::Curricula, row, field: "subject" };
                            let what = What::GridTwice { course: course.code };
                            faults.push(SchoolFault { at, what });
                            continue;
                        }
                        None => {}
                    }
                    seen.insert(course.code.clone(), course.clone());
                    let replaced = own.remove(course.code.as_str());
                    table.push(replaced.cloned().unwrap_or(course));
                }
            }
        }
        let rest = self.own_courses.iter().filter(|course| own.contains_key(course.code.as_str()));
        for course in rest {
            table.push(course.clone());
        }
        if faults.is_empty() { Ok(table) } else { Err(faults) }
    }

    /// The lines of the grid that hold for a class, each with its row.
    pub fn lines_of(&self, class: ClassId) -> impl Iterator<Item = (usize, &Curriculum)> {
        let level = self.classes[class].level;
        let here = move |line: &Curriculum| line.level == level;
        self.curricula.iter().enumerate().filter(move |(_, line)| {
            let named = line.classes.contains(&class);
            let better = |other: &Curriculum| {
                here(other) && other.classes.contains(&class) && other.subject == line.subject
            };
            here(line) && (named || line.classes.is_empty() && !self.curricula.iter().any(better))
        })
    }

    /// Whom a line of the grid teaches at once: the class, or each group of its divisions of the sort
    /// asked for. A class without such a division, a small one say, is taught as a whole.
    fn taught_as(&self, class: ClassId, line: &Curriculum) -> Vec<Audience> {
        let Some(sort) = &line.divided else { return vec![Audience::Class(class)] };
        let groups = self.groups.ids().filter(|&group| {
            let division = &self.divisions[self.groups[group].division];
            division.sort == *sort && self.classes_of_group(group).contains(&class)
        });
        let groups: Vec<_> = groups.map(Audience::Group).collect();
        if groups.is_empty() { vec![Audience::Class(class)] } else { groups }
    }

    fn derived(&self, line: &Curriculum, audience: Audience) -> Course {
        Course {
            code: format!("{}/{}", self.audience_code(audience), self.subjects[line.subject].code),
            subject: line.subject,
            audience: vec![audience],
            teaching: self.teaching(line.subject, audience),
            hours: line.hours,
            blocks: line.blocks.clone(),
            fortnightly: line.fortnightly,
            room: line.room.clone(),
        }
    }

    /// Who teaches a subject to somebody: as assigned to them, else, for a group, as assigned to one
    /// of its classes.
    fn teaching(&self, subject: SubjectId, audience: Audience) -> Teaching {
        let assigned = |who: Audience| {
            let found = self
                .assignments
                .iter()
                .find(|line| line.subject == subject && line.audience.contains(&who));
            found.map(|line| Teaching::By(line.teachers.clone()))
        };
        let of_group = |group: GroupId| {
            let classes = self.classes_of_group(group);
            classes.iter().find_map(|&class| assigned(Audience::Class(class)))
        };
        assigned(audience)
            .or_else(|| match audience {
                Audience::Class(_) => None,
                Audience::Group(group) => of_group(group),
            })
            .unwrap_or(Teaching::AnyOfSubject)
    }
}
