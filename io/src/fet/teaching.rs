//! Activities become courses.
//!
//! The activities that were split from one are one course, each a block of it, as far as they have the
//! same teachers, students, subject and rooms; else they are as many courses as there are sorts of them.

use super::context::{Block, Context, Known};
use super::document::{Activity, Document};
use super::needs::{Needs, key};
use super::students::Atoms;
use crate::error::fet::FetFault;
use crate::error::{Fault, ReadError};
use crate::foreign::longest::longest;
use jadwal_model::nearest::nearest;
use jadwal_model::school::course::{Audience, Blocks, Course, RoomNeed, Teaching};
use jadwal_model::school::id::{SubjectId, TeacherId};
use jadwal_model::school::school::School;
use std::collections::{BTreeMap, BTreeSet};

/// One active activity, looked up.
struct Found<'a> {
    activity: &'a Activity,
    teachers: Vec<TeacherId>,
    subject: SubjectId,
    atoms: BTreeSet<u32>,
    room: RoomNeed,
    virtual_rooms: Vec<String>,
}

/// What has to be alike for activities to be one course: whose they are, the group that they were
/// split from, and the rooms.
type Alike = (u32, Vec<TeacherId>, BTreeSet<u32>, SubjectId, Vec<usize>);

/// Makes the courses, and tells the context about them.
pub(super) fn add(
    document: &Document,
    atoms: &Atoms,
    needs: &Needs<'_>,
    context: &mut Context,
    school: &mut School,
    faults: &mut Vec<ReadError>,
) {
    let longest = longest(school);
    let mut sorts: Vec<Vec<Found<'_>>> = Vec::new();
    let mut places: BTreeMap<Alike, usize> = BTreeMap::new();
    for activity in document.activities.iter().filter(|activity| activity.active) {
        let found = match look_up(activity, context, needs) {
            Ok(found) => found,
            Err(wrong) => {
                faults.extend(wrong);
                continue;
            }
        };
        if let Some(fault) = impossible(activity, longest) {
            faults.push(ReadError { place: activity.place, fault: fault.into() });
            continue;
        }
        let group = if activity.group == 0 { activity.id } else { activity.group };
        let alike =
            (group, found.teachers.clone(), found.atoms.clone(), found.subject, key(&found.room));
        let index = *places.entry(alike).or_insert_with(|| {
            sorts.push(Vec::new());
            sorts.len() - 1
        });
        sorts[index].push(found);
    }
    let components = components(document);
    let mut codes: BTreeSet<String> = BTreeSet::new();
    for mut sort in sorts {
        sort.sort_by_key(|found| found.activity.id);
        let code = code(&sort[0], &mut codes);
        let audience = atoms.cover(&sort[0].atoms);
        for (block, found) in sort.iter().enumerate() {
            let lesson = Block { course: code.clone(), block: block as u32 };
            let id = found.activity.id;
            context.numbers.insert(lesson.clone(), id);
            let known = Known {
                lesson,
                teachers: found.teachers.clone(),
                subject: found.subject,
                tags: found.activity.tags.iter().cloned().collect(),
                atoms: found.atoms.clone(),
                virtual_rooms: found.virtual_rooms.clone(),
                duration: found.activity.duration,
                component: components.get(&id).copied().unwrap_or(1),
            };
            context.activities.insert(id, known);
        }
        school.own_courses.push(course(code, sort, audience));
    }
}

fn course(code: String, sort: Vec<Found<'_>>, audience: Vec<Audience>) -> Course {
    let lengths: Vec<u32> = sort.iter().map(|found| found.activity.duration).collect();
    let hours = lengths.iter().sum();
    let blocks = Blocks::Pattern(lengths);
    let Some(Found { teachers, subject, room, .. }) = sort.into_iter().next() else {
        unreachable!("a sort is made with its first activity")
    };
    let teaching = Teaching::By(teachers);
    Course { code, subject, audience, teaching, hours, blocks, fortnightly: false, room }
}

/// `STUDENTS/SUBJECT`, or the teachers where no students attend; with the number of the first activity
/// where that is taken.
fn code(found: &Found<'_>, codes: &mut BTreeSet<String>) -> String {
    let Activity { students, teachers, subject, id, .. } = found.activity;
    let who = if students.is_empty() { teachers } else { students };
    let plain = format!("{}/{subject}", who.join("+"));
    if codes.insert(plain.clone()) {
        return plain;
    }
    let numbered = format!("{plain} {id}");
    codes.insert(numbered.clone());
    numbered
}

fn look_up<'a>(
    activity: &'a Activity,
    context: &Context,
    needs: &Needs<'_>,
) -> Result<Found<'a>, Vec<ReadError>> {
    let mut faults = Vec::new();
    let mut unknown = |kind: &'static str, name: &str, known: Vec<&String>| {
        let nearest = nearest(name, known.into_iter().map(String::as_str));
        let fault = Fault::Reference { kind, found: name.to_owned(), nearest };
        faults.push(ReadError { place: activity.place, fault });
    };
    let mut teachers = BTreeSet::new();
    for name in &activity.teachers {
        match context.teacher(name) {
            Some(teacher) => {
                teachers.insert(teacher);
            }
            None => unknown("teacher", name, context.teachers.keys().collect()),
        }
    }
    let mut atoms = BTreeSet::new();
    for name in &activity.students {
        match context.atoms.get(name) {
            Some(members) => atoms.extend(members),
            None => unknown("students set", name, context.atoms.keys().collect()),
        }
    }
    let subject = context.subject(&activity.subject);
    let Some(subject) = subject else {
        unknown("subject", &activity.subject, context.subjects.keys().collect());
        return Err(faults);
    };
    if !faults.is_empty() {
        return Err(faults);
    }
    let teachers = teachers.into_iter().collect();
    let (room, virtual_rooms) = needs.of(activity);
    Ok(Found { activity, teachers, subject, atoms, room, virtual_rooms })
}

/// What of an activity alone keeps it from being placed.
fn impossible(activity: &Activity, longest: u32) -> Option<FetFault> {
    let Activity { id, duration, .. } = *activity;
    let fits = (1..=longest).contains(&duration);
    (!fits).then_some(FetFault::Duration { activity: id, found: duration, maximum: longest })
}

/// By activity: which of those that were split from one it is, counting the ones that are not active.
fn components(document: &Document) -> BTreeMap<u32, u32> {
    let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for activity in document.activities.iter().filter(|activity| activity.group != 0) {
        groups.entry(activity.group).or_default().push(activity.id);
    }
    let mut components = BTreeMap::new();
    for ids in groups.values_mut() {
        ids.sort_unstable();
        components.extend(ids.iter().enumerate().map(|(index, &id)| (id, index as u32 + 1)));
    }
    components
}
