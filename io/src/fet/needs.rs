//! Which rooms activities ask for.
//!
//! An activity's own rooms come before those of its subject and its tags, and these before the home
//! rooms of its students and its teacher. Rooms too small for its pupils are left out. A preference that
//! is not certain is no need: it is kept, and so is one that names virtual rooms.

use super::context::Context;
use super::document::{Activity, Constraint, Document};
use super::placement::{ROOM, is_placement};
use jadwal_model::Id;
use jadwal_model::school::course::RoomNeed;
use jadwal_model::school::id::RoomId;
use std::collections::{BTreeMap, BTreeSet};

/// Whom a preference of rooms speaks of.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Of {
    Activity(u32),
    Subject(String),
    Tag(String),
    Both(String, String),
    Students(String),
    Teacher(String),
}

/// What is preferred, by whom it speaks of: one set of rooms for each constraint that is a need, and
/// an empty one for any other, which comes before weaker preferences all the same.
#[derive(Debug, Default)]
pub(super) struct Needs {
    preferred: BTreeMap<Of, Vec<BTreeSet<RoomId>>>,
    /// By students set: pupils, where that is said.
    sizes: BTreeMap<String, u32>,
    /// By room: the pupils that it takes.
    capacities: BTreeMap<RoomId, u32>,
}

impl Needs {
    /// What a document says of rooms.
    pub(super) fn new(document: &Document, context: &Context) -> Self {
        let mut needs = Self::default();
        let counted = |one: &&Constraint| one.active && one.weight > 0.0;
        for constraint in document.space_constraints.iter().filter(counted) {
            // a lock is no need; but one in a virtual room, or that is not certain, comes before needs
            let lock = constraint.kind == ROOM && !is_placement(constraint, context);
            let locked = || constraint.number("Activity_Id").filter(|_| lock).map(Of::Activity);
            if let Some(of) = of(constraint).or_else(locked) {
                let rooms = rooms(constraint, context).unwrap_or_default();
                needs.preferred.entry(of).or_default().push(rooms);
            }
        }
        for year in &document.years {
            for group in &year.inside {
                for part in &group.inside {
                    needs.sizes.insert(part.name.name.clone(), part.size);
                }
                needs.sizes.insert(group.name.name.clone(), group.size);
            }
            needs.sizes.insert(year.name.name.clone(), year.size);
        }
        for room in &document.rooms {
            if let Some(id) = context.room(&room.name.name) {
                needs.capacities.insert(id, room.capacity);
            }
        }
        needs
    }

    /// What an activity asks for.
    pub(super) fn of(&self, activity: &Activity) -> RoomNeed {
        let own = self.all_of([Of::Activity(activity.id)]);
        let wanted = own.or_else(|| self.of_subject(activity)).or_else(|| self.home(activity));
        let Some(wanted) = wanted.filter(|wanted| !wanted.is_empty()) else {
            return RoomNeed::Nowhere;
        };
        let size = activity.size.unwrap_or_else(|| {
            let sizes = activity.students.iter().filter_map(|set| self.sizes.get(set));
            sizes.sum()
        });
        let large = |room: &&RoomId| self.capacities.get(room).is_none_or(|&most| most >= size);
        let rooms: Vec<RoomId> = wanted.iter().filter(large).copied().collect();
        // none is large enough: the file says so, and the school should not have no room at all
        RoomNeed::OneOf(if rooms.is_empty() { wanted.into_iter().collect() } else { rooms })
    }

    fn of_subject(&self, activity: &Activity) -> Option<BTreeSet<RoomId>> {
        let subject = || activity.subject.clone();
        let tags = activity.tags.iter().cloned();
        let tagged = tags.flat_map(|tag| [Of::Tag(tag.clone()), Of::Both(subject(), tag)]);
        self.all_of(std::iter::once(Of::Subject(subject())).chain(tagged))
    }

    /// The rooms in all of the sets that these prefer; in any of them, where they have none in common.
    /// None at all where what they prefer is no need.
    fn all_of(&self, whose: impl IntoIterator<Item = Of>) -> Option<BTreeSet<RoomId>> {
        let sets: Vec<&BTreeSet<RoomId>> =
            whose.into_iter().filter_map(|of| self.preferred.get(&of)).flatten().collect();
        sets.first()?;
        let sets: Vec<_> = sets.into_iter().filter(|set| !set.is_empty()).collect();
        let Some(first) = sets.first().map(|&set| set.clone()) else {
            return Some(BTreeSet::new());
        };
        let common =
            sets.iter().fold(first, |common, set| common.intersection(set).copied().collect());
        Some(if common.is_empty() { sets.into_iter().flatten().copied().collect() } else { common })
    }

    /// Any home room of its only students set or of its only teacher.
    fn home(&self, activity: &Activity) -> Option<BTreeSet<RoomId>> {
        let mut homes = Vec::new();
        if let [students] = &activity.students[..] {
            homes.extend(self.preferred.get(&Of::Students(students.clone())).into_iter().flatten());
        }
        if let [teacher] = &activity.teachers[..] {
            homes.extend(self.preferred.get(&Of::Teacher(teacher.clone())).into_iter().flatten());
        }
        let all: BTreeSet<RoomId> = homes.into_iter().flatten().copied().collect();
        (!all.is_empty()).then_some(all)
    }
}

/// Whether a constraint is a need that we understand.
pub(super) fn is_need(constraint: &Constraint, context: &Context) -> bool {
    of(constraint).is_some() && rooms(constraint, context).is_some()
}

fn of(constraint: &Constraint) -> Option<Of> {
    let text = |field: &str| constraint.text(field).map(str::to_owned);
    Some(match constraint.kind.as_str() {
        "ActivityPreferredRooms" => Of::Activity(constraint.number("Activity_Id")?),
        "SubjectPreferredRoom" | "SubjectPreferredRooms" => Of::Subject(text("Subject")?),
        "ActivityTagPreferredRoom" | "ActivityTagPreferredRooms" => Of::Tag(text("Activity_Tag")?),
        "SubjectActivityTagPreferredRoom" | "SubjectActivityTagPreferredRooms" => {
            Of::Both(text("Subject")?, text("Activity_Tag")?)
        }
        "StudentsSetHomeRoom" | "StudentsSetHomeRooms" => Of::Students(text("Students")?),
        "TeacherHomeRoom" | "TeacherHomeRooms" => Of::Teacher(text("Teacher")?),
        _ => return None,
    })
}

/// The rooms of a certain preference; none where it is not certain, or a virtual room would do as well.
fn rooms(constraint: &Constraint, context: &Context) -> Option<BTreeSet<RoomId>> {
    if !constraint.is_hard() {
        return None;
    }
    let names = constraint.texts("Room").chain(constraint.texts("Preferred_Room"));
    let rooms: Option<BTreeSet<RoomId>> = names.map(|name| context.room(name)).collect();
    rooms.filter(|rooms| !rooms.is_empty())
}

/// An order of needs, so that activities with equal ones can be put together.
pub(super) fn key(need: &RoomNeed) -> Vec<usize> {
    match need {
        RoomNeed::OneOf(rooms) => rooms.iter().map(|room| room.index()).collect(),
        RoomNeed::Nowhere | RoomNeed::OfType(_) => Vec::new(),
    }
}
