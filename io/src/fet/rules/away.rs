//! Who is not there when: these slots are no gaps, and a day begins after them.

use crate::fet::context::Context;
use crate::fet::document::{Constraint, Document};
use jadwal_model::Id;
use jadwal_model::school::course::Audience;
use jadwal_model::school::id::{SlotId, TeacherId};
use jadwal_model::school::rule::Scope;
use jadwal_model::school::school::School;
use std::collections::{BTreeMap, BTreeSet};

type Slots = BTreeSet<SlotId>;

/// Who is not there when.
#[derive(Debug, Default)]
pub(super) struct Away {
    teachers: BTreeMap<TeacherId, Slots>,
    audience: BTreeMap<Audience, Slots>,
}

impl Away {
    pub(super) fn new(document: &Document, context: &Context) -> Self {
        let mut away = Self::default();
        // the smallest sets that make up each class or group
        let mut atoms: BTreeMap<Audience, &BTreeSet<u32>> = BTreeMap::new();
        for (name, audience) in &context.students {
            if let ([member], Some(set)) = (&audience[..], context.atoms.get(name)) {
                atoms.insert(*member, set);
            }
        }
        let counted = |one: &&Constraint| one.active && one.is_hard();
        for constraint in document.time_constraints.iter().filter(counted) {
            let slots = || context.slots_in(constraint, "Not_Available_Time");
            match constraint.kind.as_str() {
                "TeacherNotAvailableTimes" => {
                    let name = constraint.teacher();
                    if let Some(teacher) = name.and_then(|name| context.teacher(name)) {
                        away.teachers.entry(teacher).or_default().extend(slots());
                    }
                }
                "StudentsSetNotAvailableTimes" => {
                    let name = constraint.students();
                    let Some(set) = name.and_then(|name| context.atoms.get(name)) else { continue };
                    let inside = atoms.iter().filter(|(_, atoms)| atoms.is_subset(set));
                    for (&member, _) in inside {
                        away.audience.entry(member).or_default().extend(slots());
                    }
                }
                _ => {}
            }
        }
        away
    }

    /// Whom a scope means, those together who are away at the same times: with what is left to them.
    pub(super) fn apart(&self, school: &School, scope: &Scope, of_teachers: bool) -> Vec<Scope> {
        if of_teachers {
            let meant = |id: &TeacherId| scope.teachers.is_empty() || scope.teachers.contains(id);
            let all = school.teachers.ids().filter(meant);
            let sets = by_slots(all, &self.teachers);
            return narrowed(school, scope, sets, |scope, teachers| scope.teachers = teachers);
        }
        let named = scope.audience.iter().copied();
        let all: Vec<Audience> = if scope.audience.is_empty() {
            school.classes.ids().map(Audience::Class).collect()
        } else {
            named.collect()
        };
        let parts = all.into_iter().flat_map(|member| self.parts(school, member));
        let sets = by_slots(parts, &self.audience);
        narrowed(school, scope, sets, |scope, audience| scope.audience = audience)
    }

    /// A class, or its groups where they are away at other times than it.
    fn parts(&self, school: &School, member: Audience) -> Vec<Audience> {
        let Audience::Class(class) = member else { return vec![member] };
        let groups = school.groups.ids().filter(|&group| school.classes_of_group(group) == [class]);
        let groups: Vec<Audience> = groups.map(Audience::Group).collect();
        let alike = |group: &Audience| self.audience.get(group) == self.audience.get(&member);
        if groups.iter().all(alike) { vec![member] } else { groups }
    }
}

fn by_slots<T: Ord + Copy>(
    all: impl Iterator<Item = T>,
    away: &BTreeMap<T, Slots>,
) -> BTreeMap<Slots, Vec<T>> {
    let mut sets: BTreeMap<Slots, Vec<T>> = BTreeMap::new();
    for one in all {
        sets.entry(away.get(&one).cloned().unwrap_or_default()).or_default().push(one);
    }
    sets
}

/// A scope for each set; everybody stays everybody where all are away at the same times.
fn narrowed<T>(
    school: &School,
    scope: &Scope,
    sets: BTreeMap<Slots, Vec<T>>,
    mut say: impl FnMut(&mut Scope, Vec<T>),
) -> Vec<Scope> {
    let alone = sets.len() == 1;
    let mut scopes = Vec::new();
    for (away, members) in sets {
        let mut narrow = scope.clone();
        if !alone {
            say(&mut narrow, members);
        }
        if !away.is_empty() {
            let slots = 0..school.calendar.slots.len();
            narrow.within = slots.map(SlotId::new).filter(|slot| !away.contains(slot)).collect();
            // who is never there has nothing to be counted
            if narrow.within.is_empty() {
                continue;
            }
        }
        scopes.push(narrow);
    }
    scopes
}
