//! A document becomes a school.

use super::context::Context;
use super::document::{Constraint, Document, Teacher};
use super::needs::Needs;
use super::placement::{Placements, half_days, is_placement, unavailable};
use super::rules::{Meaning, Meanings, Said, gather};
use super::weights::Weights;
use super::{students, teaching, time};
use crate::error::{MAX_FAULTS, Place, ReadError};
use crate::foreign::names::names;
use crate::foreign::service::serve;
use jadwal_model::Id;
use jadwal_model::school::course::Subject;
use jadwal_model::school::id::{RoomId, RoomTypeId, SubjectId};
use jadwal_model::school::names::Names;
use jadwal_model::school::people;
use jadwal_model::school::place::{Building, Room, RoomType};
use jadwal_model::school::rule::{Rule, RuleKind, Scope, Strength};
use jadwal_model::school::school::School;
use std::collections::{BTreeMap, BTreeSet};

/// The school of a document, and what of the document is not in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Imported {
    /// The school.
    pub school: School,
    /// What the names of the document mean in it.
    pub context: Context,
    /// What does not count for the school, by kind; it is written again word for word.
    pub kept: Vec<Kept>,
}

/// Constraints of one kind that do not count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    /// The kind, as [`Constraint::kind`].
    pub kind: String,
    /// How many there are.
    pub count: usize,
    /// Where the first one stands.
    pub place: Place,
}

/// What a document says of a school, with weights that are worth so much. Constraints that have no
/// meaning for it yet are among [`Imported::kept`].
///
/// # Errors
/// All faults that can be found, in the order of the file; a mode without weeks is one.
pub fn school(document: &Document, weights: Weights) -> Result<Imported, Vec<ReadError>> {
    let mut context = Context { weights, ..Context::default() };
    let calendar = time::calendar(document, &mut context)?;
    let name = document.institution.trim().to_owned();
    let code = if name.is_empty() { "fet".to_owned() } else { name.clone() };
    let remarks = document.comments.clone();
    let mut school = School { code, name, remarks, calendar, ..School::default() };
    for subject in &document.subjects {
        let (code, names) = (subject.name.clone(), names(&subject.long_name));
        let id = school.subjects.push(Subject { code, names, colour: None });
        context.subjects.insert(subject.name.clone(), id);
    }
    rooms(document, &mut context, &mut school);
    let atoms = students::add(document, &mut context, &mut school);
    for (index, teacher) in document.teachers.iter().enumerate() {
        context.teachers.insert(teacher.name.name.clone(), Id::new(index));
    }
    let needs = Needs::new(document, &context);
    let mut faults = Vec::new();
    teaching::add(document, &atoms, &needs, &mut context, &mut school, &mut faults);
    teachers(document, &context, &mut school);
    match Placements::of(document, &context, &school) {
        Ok(placements) => school.locks = placements.locks(&context),
        Err(more) => faults.extend(more),
    }
    if !faults.is_empty() {
        faults.sort_by_key(|fault| fault.place);
        faults.truncate(MAX_FAULTS);
        return Err(faults);
    }
    let kept = rules(document, &needs, &context, &mut school);
    Ok(Imported { school, context, kept })
}

fn rooms(document: &Document, context: &mut Context, school: &mut School) {
    for building in &document.buildings {
        let (code, names) = (building.name.clone(), names(&building.long_name));
        let id = school.buildings.push(Building { code, names });
        context.buildings.insert(building.name.clone(), id);
    }
    let sets = document.rooms.iter().filter_map(|room| Some((room, room.sets.as_ref()?)));
    let sets: Vec<_> = sets.collect();
    let real = || document.rooms.iter().filter(|room| room.sets.is_none());
    if real().next().is_none() {
        return;
    }
    // types and rooms share their codes
    let taken: BTreeSet<&str> = real().map(|room| room.name.name.as_str()).collect();
    let codes = (1..).map(|n| if n == 1 { "room".to_owned() } else { format!("room {n}") });
    let code = codes.into_iter().find(|code| !taken.contains(code.as_str())).unwrap_or_default();
    let room_type: RoomTypeId = school.room_types.push(RoomType { code, names: Names::default() });
    for room in real() {
        let id = school.rooms.push(Room {
            code: room.name.name.clone(),
            names: names(&room.name.long_name),
            room_type,
            // what is larger than any school means that it does not matter
            capacity: Some(room.capacity).filter(|capacity| (1..=LARGEST).contains(capacity)),
            building: context.buildings.get(&room.building).copied(),
            equipment: Vec::new(),
            holds: 1,
        });
        context.rooms.insert(room.name.name.clone(), id);
    }
    for (room, sets) in sets {
        let known = |set: &Vec<String>| set.iter().filter_map(|name| context.room(name)).collect();
        let sets: Vec<Vec<RoomId>> = sets.iter().map(known).collect();
        // one that stands for nothing is none
        if !sets.is_empty() && sets.iter().all(|set| !set.is_empty()) {
            context.virtual_rooms.insert(room.name.name.clone(), sets);
        }
    }
}

/// The largest room that is one.
const LARGEST: u32 = 5_000;

/// Teachers with the subjects that they give, and those that they are said to have.
fn teachers(document: &Document, context: &Context, school: &mut School) {
    for Teacher { name, target, .. } in &document.teachers {
        let said = if name.long_name.is_empty() { &name.name } else { &name.long_name };
        school.teachers.push(people::Teacher {
            code: name.name.clone(),
            name: Some(said.clone()),
            subjects: Vec::new(),
            service: *target,
            overtime: 0,
            elsewhere: None,
        });
    }
    serve(school);
    for (id, Teacher { subjects: said, .. }) in school.teachers.ids().zip(&document.teachers) {
        let given = &mut school.teachers[id].subjects;
        let others = said.iter().filter_map(|name| context.subject(name));
        let others: Vec<SubjectId> = others.filter(|other| !given.contains(other)).collect();
        given.extend(others);
    }
}

/// Adds the rules; what no rule says is kept.
fn rules(
    document: &Document,
    needs: &Needs<'_>,
    context: &Context,
    school: &mut School,
) -> Vec<Kept> {
    for rule in half_days(document, context, school) {
        school.rules.push(rule);
    }
    let mut kept: BTreeMap<&str, Kept> = BTreeMap::new();
    let mut said: Vec<(&str, Said)> = Vec::new();
    let meanings = Meanings::new(document, context, school);
    for constraint in document.constraints().filter(|one| one.active) {
        if is_placement(constraint, context) || needs.says(constraint) {
            continue;
        }
        let found = match unavailable(constraint, context) {
            Some(rule) => Meaning::Rules(rule.into_iter().collect()),
            None => meanings.of(constraint),
        };
        match found {
            Meaning::Rules(rules) => {
                said.extend(rules.into_iter().map(|rule| (constraint.kind.as_str(), rule)));
            }
            // a weight of nothing never counts
            Meaning::Unknown if context.strength(constraint).is_none() => {}
            Meaning::Unknown => keep(&mut kept, constraint),
        }
    }
    said.extend(needs.wishes(document, context));
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for (kind, rule) in gather(said) {
        let number = numbers.entry(kind).or_insert(0);
        *number += 1;
        school.rules.push(named(kind, *number, rule));
    }
    kept.into_values().collect()
}

fn named(kind: &str, number: usize, (what, scope, strength): (RuleKind, Scope, Strength)) -> Rule {
    Rule { code: format!("{kind}-{number}"), kind: what, scope, strength }
}

fn keep<'a>(kept: &mut BTreeMap<&'a str, Kept>, constraint: &'a Constraint) {
    let (kind, place) = (constraint.kind.clone(), constraint.place());
    kept.entry(&constraint.kind).or_insert(Kept { kind, count: 0, place }).count += 1;
}
