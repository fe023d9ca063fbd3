//! Which rooms activities ask for.
//!
//! What is preferred for an activity, for its subject and for its tags counts together: its rooms are in
//! all that is certain of these. Where nothing of that is certain, a home room of its students and its
//! teacher will do as well. Rooms too small for its pupils are left out. What is certain is the need of
//! a course; what is not becomes rules.
//!
//! A preference that names virtual rooms is kept, and an activity that has one asks for no room here.

use super::context::{Block, Context};
use super::document::{Activity, Constraint, Document};
use super::placement::{ROOM, is_placement};
use super::rules::{Said, briefly};
use jadwal_model::Id;
use jadwal_model::school::course::RoomNeed;
use jadwal_model::school::id::RoomId;
use jadwal_model::school::rule::{RuleKind, Strength};
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

/// What one constraint prefers.
#[derive(Debug)]
struct Preference<'a> {
    kind: &'a str,
    strength: Strength,
    /// None where it names a virtual room.
    rooms: Option<BTreeSet<RoomId>>,
}

/// What an activity asks for.
#[derive(Debug)]
struct Wanted<'a> {
    need: RoomNeed,
    /// What is not certain: the kind of the constraint, the rooms, and what they are worth.
    wishes: Vec<(&'a str, Vec<RoomId>, Strength)>,
}

/// What is preferred, by whom it speaks of.
#[derive(Debug, Default)]
pub(super) struct Needs<'a> {
    preferred: BTreeMap<Of, Vec<Preference<'a>>>,
    /// By students set: pupils, where that is said.
    sizes: BTreeMap<String, u32>,
    /// By room: the pupils that it takes.
    capacities: BTreeMap<RoomId, u32>,
}

impl<'a> Needs<'a> {
    /// What a document says of rooms.
    pub(super) fn new(document: &'a Document, context: &Context) -> Self {
        let mut needs = Self::default();
        for constraint in document.space_constraints.iter().filter(|one| one.active) {
            let Some(strength) = context.strength(constraint) else { continue };
            // a lock is no need
            let Some(of) = of(constraint).filter(|_| !is_placement(constraint, context)) else {
                continue;
            };
            let (kind, rooms) = (constraint.kind.as_str(), rooms(constraint, context));
            let preference = Preference { kind, strength, rooms };
            needs.preferred.entry(of).or_default().push(preference);
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
        self.wanted(activity).map_or(RoomNeed::Nowhere, |wanted| wanted.need)
    }

    /// What activities would have besides, as rules; each with the kind of its constraint.
    pub(super) fn wishes(&self, document: &Document, context: &Context) -> Vec<(&'a str, Said)> {
        let mut lessons: BTreeMap<(&str, Vec<RoomId>, Strength), Vec<Block>> = BTreeMap::new();
        for activity in &document.activities {
            let Some(lesson) = context.lesson(activity.id) else { continue };
            let wanted = self.wanted(activity).into_iter();
            for wish in wanted.flat_map(|wanted| wanted.wishes) {
                lessons.entry(wish).or_default().push(lesson.clone());
            }
        }
        let rule = |((kind, rooms, strength), lessons): (_, Vec<Block>)| {
            (kind, (RuleKind::InRooms { rooms }, briefly(context, &lessons), strength))
        };
        lessons.into_iter().map(rule).collect()
    }

    /// None where it asks for nothing, or for what is kept.
    fn wanted(&self, activity: &Activity) -> Option<Wanted<'a>> {
        let size = activity.size.unwrap_or_else(|| {
            let sizes = activity.students.iter().filter_map(|set| self.sizes.get(set));
            sizes.sum()
        });
        let large = |room: &RoomId| self.capacities.get(room).is_none_or(|&most| most >= size);
        let mut wishes: Vec<(&'a str, Vec<RoomId>, Strength)> = Vec::new();
        let mut wish = |preference: &Preference<'a>, rooms: BTreeSet<RoomId>| {
            let rooms: Vec<RoomId> = rooms.into_iter().filter(large).collect();
            // none is large enough: then there is nothing to wish for
            if preference.strength != Strength::Hard && !rooms.is_empty() {
                wishes.push((preference.kind, rooms, preference.strength));
            }
        };
        let preferred = known(self.preferences(activity))?;
        let (certain, wished) = (common(&preferred), any(&preferred));
        for (preference, rooms) in &preferred {
            wish(preference, (*rooms).clone());
        }
        let mut rooms = certain;
        if rooms.is_empty() {
            // what is preferred comes before homes, and then is no reason to be at home
            let homes = known(self.homes(activity))?;
            rooms = common(&homes);
            for (preference, home) in &homes {
                wish(preference, home.union(&wished).copied().collect());
            }
            if !rooms.is_empty() {
                rooms.extend(&wished);
            }
        }
        let fit: Vec<RoomId> = rooms.iter().copied().filter(large).collect();
        let need = match (fit.is_empty(), rooms.is_empty()) {
            (_, true) => RoomNeed::Nowhere,
            // none is large enough: the file says so, and the school should not have no room at all
            (true, false) => RoomNeed::OneOf(rooms.into_iter().collect()),
            (false, false) => RoomNeed::OneOf(fit),
        };
        Some(Wanted { need, wishes })
    }

    /// What is preferred for an activity, what speaks of it alone first.
    fn preferences(&self, activity: &Activity) -> Vec<&Preference<'a>> {
        let subject = || activity.subject.clone();
        let tags = activity.tags.iter().cloned();
        let tagged = tags.flat_map(|tag| [Of::Tag(tag.clone()), Of::Both(subject(), tag)]);
        let own = [Of::Activity(activity.id), Of::Subject(subject())];
        self.all_of(own.into_iter().chain(tagged))
    }

    /// The home rooms of its only students set and of its only teacher.
    fn homes(&self, activity: &Activity) -> Vec<&Preference<'a>> {
        let mut homes = Vec::new();
        if let [students] = &activity.students[..] {
            homes.push(Of::Students(students.clone()));
        }
        if let [teacher] = &activity.teachers[..] {
            homes.push(Of::Teacher(teacher.clone()));
        }
        self.all_of(homes)
    }

    fn all_of(&self, whose: impl IntoIterator<Item = Of>) -> Vec<&Preference<'a>> {
        whose.into_iter().filter_map(|of| self.preferred.get(&of)).flatten().collect()
    }
}

/// A preference, and its rooms.
type Known<'n, 'a> = (&'n Preference<'a>, &'n BTreeSet<RoomId>);

/// The same with their rooms; none if one of them names virtual rooms.
fn known<'n, 'a>(preferences: Vec<&'n Preference<'a>>) -> Option<Vec<Known<'n, 'a>>> {
    preferences.into_iter().map(|one| Some((one, one.rooms.as_ref()?))).collect()
}

/// The rooms in all that is certain. FET refuses a file where there are none; here what comes first
/// is held to.
fn common(preferences: &[Known<'_, '_>]) -> BTreeSet<RoomId> {
    let certain = preferences.iter().filter(|(one, _)| one.strength == Strength::Hard);
    certain.fold(BTreeSet::new(), |common: BTreeSet<RoomId>, (_, rooms)| {
        let both: BTreeSet<RoomId> = common.intersection(rooms).copied().collect();
        match (common.is_empty(), both.is_empty()) {
            (true, _) => (*rooms).clone(),
            (false, true) => common,
            (false, false) => both,
        }
    })
}

/// The rooms in any of them.
fn any(preferences: &[Known<'_, '_>]) -> BTreeSet<RoomId> {
    preferences.iter().flat_map(|(_, rooms)| rooms.iter().copied()).collect()
}

/// Whether a constraint is a need that we understand.
pub(super) fn is_need(constraint: &Constraint, context: &Context) -> bool {
    of(constraint).is_some() && rooms(constraint, context).is_some()
}

fn of(constraint: &Constraint) -> Option<Of> {
    let text = |field: &str| constraint.text(field).map(str::to_owned);
    Some(match constraint.kind.as_str() {
        "ActivityPreferredRooms" | ROOM => Of::Activity(constraint.number("Activity_Id")?),
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

/// The rooms of a preference; none where a virtual room would do as well.
fn rooms(constraint: &Constraint, context: &Context) -> Option<BTreeSet<RoomId>> {
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
