//! Grades, classes, their groups, and teachers.

use super::cover::cover;
use super::document::ids;
use super::reading::Reading;
use crate::error::foreign::ForeignFault;
use crate::fet::element::Element;
use crate::foreign::Left;
use crate::foreign::codes::Codes;
use crate::foreign::names::names;
use jadwal_model::Id;
use jadwal_model::school::id::{ClassId, LevelId};
use jadwal_model::school::names::Names;
use jadwal_model::school::parts::MAX_PARTS;
use jadwal_model::school::people::{Class, Cycle, Division, Group, Level, Teacher};
use std::collections::{BTreeMap, BTreeSet};

/// No class is larger.
const LARGEST: u32 = 5_000;

impl<'d> Reading<'d> {
    /// Makes teachers, levels, classes, and of the groups those that lessons name, with the others of
    /// their division.
    pub(super) fn people(&mut self) {
        self.teachers();
        let mut codes = Codes::default();
        self.classes(&mut codes);
        self.groups(&mut codes);
    }

    fn teachers(&mut self) {
        let document = self.document;
        let mut codes = Codes::default();
        for row in document.rows("teachers") {
            let (id, name) = (row.attribute("id"), row.attribute("name"));
            let both = [row.attribute("firstname"), row.attribute("lastname")].join(" ");
            let name = if name.is_empty() { both.trim() } else { name };
            let code = codes.take(&[row.attribute("short"), name, id]);
            let name = Some(name.to_owned()).filter(|name| !name.is_empty());
            let (subjects, elsewhere) = (Vec::new(), None);
            let teacher = Teacher { code, name, subjects, service: 0, overtime: 0, elsewhere };
            self.teachers.insert(id, self.school.teachers.push(teacher));
        }
    }

    fn classes(&mut self, codes: &mut Codes) {
        let document = self.document;
        let mut pupils: BTreeMap<&str, u32> = BTreeMap::new();
        for row in document.rows("students") {
            *pupils.entry(row.attribute("classid")).or_default() += 1;
        }
        let mut levels: BTreeMap<&str, LevelId> = BTreeMap::new();
        let mut level_codes = Codes::default();
        for row in document.rows("classes") {
            let (id, name) = (row.attribute("id"), row.attribute("name"));
            let level = match levels.get(row.attribute("grade")) {
                Some(&level) => level,
                None => {
                    let level = self.level(row.attribute("grade"), &mut level_codes);
                    *levels.entry(row.attribute("grade")).or_insert(level)
                }
            };
            let code = codes.take(&[row.attribute("short"), name, id]);
            let whole = document.rows("groups").find(|group| {
                group.attribute("classid") == id && group.attribute("entireclass") == "1"
            });
            let said = whole.map_or(0, count).max(pupils.get(id).copied().unwrap_or(0));
            let homes = self.rooms_of(row, "classroomids");
            let home_room = if let [room] = homes[..] { Some(room) } else { None };
            let size = said.max(self.most_groups(id)).clamp(1, LARGEST);
            let class = Class { code, names: names(name), level, size, home_room };
            self.classes.insert(id, self.school.classes.push(class));
        }
    }

    fn level(&mut self, grade: &str, codes: &mut Codes) -> LevelId {
        let mut grades = self.document.rows("grades");
        let row = grades.find(|row| !grade.is_empty() && row.attribute("grade") == grade);
        let called = |name| row.map_or("", |row: &Element| row.attribute(name));
        let code = codes.take(&[called("short"), called("name"), grade, "classes"]);
        // files do not say which cycle it is, and all that hangs on it is given by name
        let (names, cycle) = (names(called("name")), Cycle::Lycee);
        self.school.levels.push(Level { code, names, cycle, stream: None })
    }

    /// How many groups the largest division of a class has.
    fn most_groups(&self, class: &str) -> u32 {
        let mut tags: BTreeMap<&str, u32> = BTreeMap::new();
        let rows = self.document.rows("groups");
        for row in rows.filter(|row| row.attribute("classid") == class && !is_whole(row)) {
            *tags.entry(row.attribute("divisiontag")).or_default() += 1;
        }
        tags.into_values().max().unwrap_or(1)
    }

    fn groups(&mut self, codes: &mut Codes) {
        let document = self.document;
        let named: BTreeSet<&str> =
            document.rows("lessons").flat_map(|lesson| ids(lesson, "groupids")).collect();
        let mut divisions: Vec<((&str, &str), Vec<&'d Element>)> = Vec::new();
        for row in document.rows("groups") {
            let class = row.attribute("classid");
            if !self.classes.contains_key(class) {
                let known: Vec<&str> = self.classes.keys().copied().collect();
                self.unknown(row, "class", class, known.into_iter());
                continue;
            }
            if is_whole(row) {
                continue;
            }
            let key = (class, row.attribute("divisiontag"));
            match divisions.iter_mut().find(|(other, _)| *other == key) {
                Some((_, rows)) => rows.push(row),
                None => divisions.push((key, vec![row])),
            }
        }
        let is_named =
            |rows: &[&Element]| rows.iter().any(|row| named.contains(row.attribute("id")));
        let (used, others): (Vec<_>, Vec<_>) =
            divisions.into_iter().partition(|(_, rows)| is_named(rows));
        for (_, rows) in others {
            self.leaving.add(Left::Groups, rows.len(), rows[0].place);
        }
        let mut by_class: BTreeMap<ClassId, Vec<(&str, Vec<&'d Element>)>> = BTreeMap::new();
        for ((class, tag), rows) in used {
            by_class.entry(self.classes[class]).or_default().push((tag, rows));
        }
        for (class, divisions) in by_class {
            let sorts =
                divisions.iter().fold(1usize, |all, (_, rows)| all.saturating_mul(rows.len()));
            if let Some(fault) = self.too_many(class, &divisions) {
                self.fault(divisions[0].1[0].place, fault.into());
                continue;
            }
            if sorts > MAX_PARTS {
                self.sorts(class, &divisions, codes);
                continue;
            }
            for (tag, rows) in divisions {
                self.division(class, tag, &rows, codes);
            }
        }
    }

    /// Whether the groups of a class need more sorts of pupils than there can be: any two groups of different
    /// divisions share one.
    fn too_many(
        &self,
        class: ClassId,
        divisions: &[(&str, Vec<&'d Element>)],
    ) -> Option<ForeignFault> {
        let (class, maximum) = (self.school.classes[class].code.clone(), MAX_PARTS);
        let groups: Vec<usize> = divisions.iter().map(|(_, rows)| rows.len()).collect();
        let mut sorted = groups.clone();
        sorted.sort_unstable_by_key(|&count| std::cmp::Reverse(count));
        let least = sorted.iter().take(2).fold(1usize, |all, &count| all.saturating_mul(count));
        if least > maximum {
            return Some(ForeignFault::Parts { class, found: least, maximum });
        }
        if groups.len() > maximum {
            return Some(ForeignFault::Divisions { class, found: groups.len(), maximum });
        }
        let found = cover(&groups).len();
        (found > maximum).then_some(ForeignFault::Parts { class, found, maximum })
    }

    /// Of a class with very many divisions one division into sorts of pupils: a group is some of them.
    fn sorts(&mut self, class: ClassId, divisions: &[(&str, Vec<&'d Element>)], codes: &mut Codes) {
        let Class { code: form, size, .. } = self.school.classes[class].clone();
        let groups: Vec<usize> = divisions.iter().map(|(_, rows)| rows.len()).collect();
        let rows = cover(&groups);
        let (code, sort) = (form.clone(), "sorts".to_owned());
        let division = self.school.divisions.push(Division { code, sort, classes: vec![class] });
        let parts = rows.len() as u32;
        self.school.classes[class].size = size.max(parts);
        for (part, row) in (0..).zip(&rows) {
            let code = codes.take(&[&format!("{form}/{}", part + 1)]);
            let size = (size.max(parts) + part) / parts;
            let (names, classes) = (Names::default(), Vec::new());
            let group = self.school.groups.push(Group { code, names, division, classes, size });
            for ((_, all), &at) in divisions.iter().zip(row) {
                self.groups.entry(all[at].attribute("id")).or_default().push(group);
            }
        }
    }

    fn division(&mut self, class: ClassId, tag: &str, rows: &[&'d Element], codes: &mut Codes) {
        let Class { code: form, size, .. } = self.school.classes[class].clone();
        let (code, sort) = (format!("{form}/{tag}"), format!("division {tag}"));
        let taken = self.school.divisions.iter().any(|division| division.code == code);
        // two classes may be called alike
        let code = if taken { format!("{code} {}", class.index() + 1) } else { code };
        let division = self.school.divisions.push(Division { code, sort, classes: vec![class] });
        let said: Vec<u32> = rows.iter().map(|row| count(row)).collect();
        let parts = rows.len() as u32;
        for (part, row) in (0..).zip(rows) {
            let all = said.iter().all(|&pupils| pupils > 0) && parts > 1;
            let share = ((size + part) / parts).max(1);
            let size = if all { said[part as usize].min(LARGEST) } else { share };
            let name = row.attribute("name");
            let code = codes.take(&[&format!("{form}/{name}")]);
            let (names, classes) = (Names::default(), Vec::new());
            let group = Group { code, names, division, classes, size };
            self.groups.insert(row.attribute("id"), vec![self.school.groups.push(group)]);
        }
    }
}

/// Whether a group is its whole class.
pub(super) fn is_whole(row: &Element) -> bool {
    row.attribute("entireclass") == "1"
}

/// How many pupils a group is said to have; 0: nothing is said.
fn count(row: &Element) -> u32 {
    let said = row.attribute("studentcount").parse().unwrap_or(0);
    said.max(ids(row, "studentids").len() as u32)
}
