//! Years, groups and subgroups become levels, classes and groups.
//!
//! What counts are the smallest sets: subgroups, groups without any, years without groups. Two
//! activities clash exactly when they share one. A group of which no part is in an earlier class becomes
//! a class, and its smallest sets the groups of one division; any other set is named by the classes and
//! groups that make it up.

use super::context::Context;
use super::document::{Document, Students};
use crate::foreign::names::names;
use jadwal_model::Id;
use jadwal_model::school::course::Audience;
use jadwal_model::school::id::LevelId;
use jadwal_model::school::names::Names;
use jadwal_model::school::parts::MAX_PARTS;
use jadwal_model::school::people::{Class, Cycle, Division, Group, Level};
use jadwal_model::school::school::School;
use std::collections::{BTreeMap, BTreeSet};

/// What the smallest sets became.
#[derive(Debug, Default)]
pub(super) struct Atoms {
    /// By smallest set: its class or group.
    audience: Vec<Audience>,
    /// Classes of several smallest sets, with those.
    classes: Vec<(Audience, BTreeSet<u32>)>,
}

impl Atoms {
    /// The classes and groups that make up some of the smallest sets.
    pub(super) fn cover(&self, atoms: &BTreeSet<u32>) -> Vec<Audience> {
        let mut left = atoms.clone();
        let mut cover = BTreeSet::new();
        for (class, members) in &self.classes {
            if members.is_subset(&left) {
                cover.insert(*class);
                left.retain(|atom| !members.contains(atom));
            }
        }
        cover.extend(left.into_iter().map(|atom| self.audience[atom as usize]));
        cover.into_iter().collect()
    }
}

/// The smallest sets by number, with their names and sizes.
#[derive(Default)]
struct Sets {
    atoms: Vec<(String, u32)>,
    by_name: BTreeMap<String, BTreeSet<u32>>,
}

impl Sets {
    fn add(&mut self, set: &Students) -> BTreeSet<u32> {
        let name = &set.name.name;
        let mut members = BTreeSet::new();
        for inside in &set.inside {
            members.extend(self.add(inside));
        }
        // the same name is the same set, in whatever year it stands
        members.extend(self.by_name.get(name).into_iter().flatten());
        if members.is_empty() {
            members.insert(self.atoms.len() as u32);
            self.atoms.push((name.clone(), set.size));
        }
        self.by_name.insert(name.clone(), members.clone());
        members
    }
}

/// Makes levels, classes, divisions and groups, and tells the context about them.
pub(super) fn add(document: &Document, context: &mut Context, school: &mut School) -> Atoms {
    let mut sets = Sets::default();
    for year in &document.years {
        sets.add(year);
    }
    let mut making = Making { school, sets: &sets, taken: BTreeSet::new(), made: Atoms::default() };
    making.made.audience = vec![Audience::Class(Id::new(0)); sets.atoms.len()];
    for year in &document.years {
        let level = making.level(year);
        for set in &year.inside {
            let members = &sets.by_name[&set.name.name];
            if members.is_disjoint(&making.taken) {
                making.class(level, &set.name.name, set.size, members);
            }
        }
        // what is in no group of its own: years without groups, and what groups share
        for &atom in &sets.by_name[&year.name.name] {
            if !making.taken.contains(&atom) {
                making.single(level, atom);
            }
        }
    }
    let made = making.made;
    for (name, members) in sets.by_name {
        context.students.insert(name.clone(), made.cover(&members));
        context.atoms.insert(name, members);
    }
    made
}

struct Making<'a> {
    school: &'a mut School,
    sets: &'a Sets,
    taken: BTreeSet<u32>,
    made: Atoms,
}

impl Making<'_> {
    fn level(&mut self, year: &Students) -> LevelId {
        let names = names(&year.name.long_name);
        let code = year.name.name.clone();
        // files do not say which cycle it is, and all that hangs on it is given by name
        self.school.levels.push(Level { code, names, cycle: Cycle::Lycee, stream: None })
    }

    /// A class of one smallest set.
    fn single(&mut self, level: LevelId, atom: u32) {
        let (name, size) = &self.sets.atoms[atom as usize];
        let (code, size) = (name.clone(), (*size).max(1));
        let class = Class { code, names: Names::default(), level, size, home_room: None };
        let class = self.school.classes.push(class);
        self.made.audience[atom as usize] = Audience::Class(class);
        self.taken.insert(atom);
    }

    fn class(&mut self, level: LevelId, name: &str, size: u32, members: &BTreeSet<u32>) {
        if members.len() > MAX_PARTS {
            for &atom in members {
                self.single(level, atom);
            }
            return;
        }
        self.taken.extend(members);
        let sizes = self.sizes(size, members);
        let class = self.school.classes.push(Class {
            code: name.to_owned(),
            names: Names::default(),
            level,
            size: sizes.iter().sum(),
            home_room: None,
        });
        if let [only] = members.iter().copied().collect::<Vec<_>>()[..] {
            self.made.audience[only as usize] = Audience::Class(class);
            return;
        }
        let (code, sort) = (name.to_owned(), SORT.to_owned());
        let division = self.school.divisions.push(Division { code, sort, classes: vec![class] });
        for (&atom, size) in members.iter().zip(sizes) {
            let code = self.sets.atoms[atom as usize].0.clone();
            let (names, classes) = (Names::default(), Vec::new());
            let group = self.school.groups.push(Group { code, names, division, classes, size });
            self.made.audience[atom as usize] = Audience::Group(group);
        }
        self.made.classes.push((Audience::Class(class), members.clone()));
    }

    /// The sizes of the parts of a class: as they are said, or even shares of the whole.
    fn sizes(&self, whole: u32, members: &BTreeSet<u32>) -> Vec<u32> {
        let said: Vec<u32> = members.iter().map(|&atom| self.sets.atoms[atom as usize].1).collect();
        if said.iter().all(|&size| size > 0) {
            return said;
        }
        let parts = members.len() as u32;
        (0..parts).map(|part| ((whole + part) / parts).max(1)).collect()
    }
}

/// The sort of every division.
const SORT: &str = "subgroups";
