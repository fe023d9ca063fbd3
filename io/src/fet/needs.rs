//! Which rooms activities ask for.
//!
//! What is preferred for an activity, for its subject and for its tags counts together: its rooms are in
//! all that is certain of these. Where nothing of that is certain, a home room of its students and its
//! teacher will do as well. Rooms too small for its pupils are left out. What is certain is the need of
//! a course; what is not becomes rules.
//!
//! A virtual room stands for one room out of each of several sets: the first set is the need of the
//! course, the others become rules. Where an activity may choose between rooms that stand for sets of which
//! more than one differ, its preferences are kept, and it asks for no room here; so are those that are not
//! certain and name virtual rooms.

use super::context::{Block, Context};
use super::document::{Activity, Constraint, Document};
use super::placement::{ROOM, is_placement};
use super::rules::{Said, briefly};
use crate::error::Place;
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

/// A room of a file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Choice {
    Real(RoomId),
    Virtual(String),
}

/// What one constraint prefers.
#[derive(Debug)]
struct Preference<'a> {
    kind: &'a str,
    place: Place,
    strength: Strength,
    rooms: BTreeSet<Choice>,
}

impl Preference<'_> {
    fn is_certain(&self) -> bool {
        self.strength == Strength::Hard
    }

    /// Its rooms; none if one of them is virtual.
    fn real(&self) -> Option<BTreeSet<RoomId>> {
        let real = |room: &Choice| match room {
            Choice::Real(room) => Some(*room),
            Choice::Virtual(_) => None,
        };
        self.rooms.iter().map(real).collect()
    }
}

/// What an activity asks for.
#[derive(Debug)]
struct Wanted<'a> {
    /// The sets of rooms, of each of which it needs one.
    sets: Vec<Vec<RoomId>>,
    /// The kind of the constraint that asks for them.
    kind: &'a str,
    virtual_rooms: Vec<String>,
    /// Preferences that cannot be said.
    kept: Vec<Place>,
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
    capacities: BTreeMap<Choice, u32>,
    virtual_rooms: BTreeMap<String, Vec<Vec<RoomId>>>,
    /// By activity in a virtual room: the rooms that are settled.
    settled: BTreeMap<u32, Vec<RoomId>>,
    /// Where the constraints stand that are said here.
    said: BTreeSet<Place>,
}

impl<'a> Needs<'a> {
    /// What a document says of rooms.
    pub(super) fn new(document: &'a Document, context: &Context) -> Self {
        let virtual_rooms = context.virtual_rooms.clone();
        let mut needs = Self { virtual_rooms, ..Self::default() };
        for constraint in document.space_constraints.iter().filter(|one| one.active) {
            let Some(strength) = context.strength(constraint) else { continue };
            // a lock is no need
            let Some(of) = of(constraint).filter(|_| !is_placement(constraint, context)) else {
                continue;
            };
            let Some(rooms) = rooms(constraint, context) else { continue };
            let (kind, place) = (constraint.kind.as_str(), constraint.place());
            if let (Of::Activity(activity), true) = (&of, kind == ROOM && constraint.is_hard()) {
                let real = constraint.texts("Real_Room").filter_map(|name| context.room(name));
                let real: Vec<RoomId> = real.collect();
                needs.settled.extend((!real.is_empty()).then_some((*activity, real)));
            }
            needs.said.insert(place);
            let preference = Preference { kind, place, strength, rooms };
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
            if let Some(choice) = choice(&room.name.name, context) {
                needs.capacities.insert(choice, room.capacity);
            }
        }
        for activity in document.activities.iter().filter(|activity| activity.active) {
            for place in needs.wanted(activity).kept {
                needs.said.remove(&place);
            }
        }
        needs
    }

    /// Whether a constraint is said here.
    pub(super) fn says(&self, constraint: &Constraint) -> bool {
        self.said.contains(&constraint.place())
    }

    /// What an activity asks for, and the virtual rooms that give it.
    pub(super) fn of(&self, activity: &Activity) -> (RoomNeed, Vec<String>) {
        let Wanted { sets, virtual_rooms, .. } = self.wanted(activity);
        let need = sets.into_iter().next().map_or(RoomNeed::Nowhere, RoomNeed::OneOf);
        (need, virtual_rooms)
    }

    /// What activities would have besides, as rules; each with the kind of its constraint.
    pub(super) fn wishes(&self, document: &Document, context: &Context) -> Vec<(&'a str, Said)> {
        let mut lessons: BTreeMap<(&str, Vec<RoomId>, Strength), Vec<Block>> = BTreeMap::new();
        // in the order of the sets, as timetables list the rooms
        let mut besides: BTreeMap<(usize, &str, Vec<RoomId>), Vec<Block>> = BTreeMap::new();
        for activity in &document.activities {
            let Some(lesson) = context.lesson(activity.id) else { continue };
            let wanted = self.wanted(activity);
            for wish in wanted.wishes {
                lessons.entry(wish).or_default().push(lesson.clone());
            }
            for (number, set) in wanted.sets.into_iter().enumerate().skip(1) {
                let settled = self.settled.get(&activity.id).and_then(|rooms| rooms.get(number));
                let set = settled.map_or(set, |&room| vec![room]);
                besides.entry((number, wanted.kind, set)).or_default().push(lesson.clone());
            }
        }
        let rule = |((kind, rooms, strength), lessons): (_, Vec<Block>)| {
            (kind, (RuleKind::InRooms { rooms }, briefly(context, &lessons), strength))
        };
        let also = |((_, kind, rooms), lessons): ((usize, _, _), Vec<Block>)| {
            (kind, (RuleKind::AlsoIn { rooms }, briefly(context, &lessons), Strength::Hard))
        };
        lessons.into_iter().map(rule).chain(besides.into_iter().map(also)).collect()
    }

    fn wanted(&self, activity: &Activity) -> Wanted<'a> {
        let size = activity.size.unwrap_or_else(|| {
            let sizes = activity.students.iter().filter_map(|set| self.sizes.get(set));
            sizes.sum()
        });
        let large = |room: &Choice| self.capacities.get(room).is_none_or(|&most| most >= size);
        let mut wishes: Vec<(&'a str, Vec<RoomId>, Strength)> = Vec::new();
        let mut wish = |preference: &Preference<'a>, rooms: BTreeSet<RoomId>| {
            let rooms = rooms.into_iter().filter(|&room| large(&Choice::Real(room)));
            let rooms: Vec<RoomId> = rooms.collect();
            // none is large enough: then there is nothing to wish for
            if !rooms.is_empty() {
                wishes.push((preference.kind, rooms, preference.strength));
            }
        };
        let (mut certain, open) = divided(self.preferences(activity));
        let mut kept: Vec<Place> = unreal(&open);
        let mut wished: BTreeSet<RoomId> = BTreeSet::new();
        for (preference, rooms) in real(&open) {
            wish(preference, rooms.clone());
            wished.extend(rooms);
        }
        let mut rooms = common(&certain);
        if rooms.is_empty() {
            // what is preferred comes before homes, and then is no reason to be at home
            let (homes, open) = divided(self.homes(activity));
            kept.extend(unreal(&open));
            for (preference, home) in real(&open) {
                wish(preference, home.union(&wished).copied().collect());
            }
            rooms = common(&homes);
            if !rooms.is_empty() {
                rooms.extend(wished.into_iter().map(Choice::Real));
            }
            certain = homes;
        }
        let fit: Vec<Choice> = rooms.iter().filter(|room| large(room)).cloned().collect();
        // none is large enough: the file says so, and the school should not have no room at all
        let fit = if fit.is_empty() { rooms.into_iter().collect() } else { fit };
        let kind = certain.first().map_or("", |preference| preference.kind);
        let sets = self.sets(&fit).unwrap_or_else(|| {
            kept.extend(unreal(&certain));
            Vec::new()
        });
        let names = fit.into_iter().filter_map(|room| match room {
            Choice::Virtual(name) => Some(name),
            Choice::Real(_) => None,
        });
        let virtual_rooms = if sets.is_empty() { Vec::new() } else { names.collect() };
        Wanted { sets, kind, virtual_rooms, kept, wishes }
    }

    /// The sets of real rooms, of each of which one is needed where any of these will do; none if these
    /// stand for sets of which more than one differ.
    fn sets(&self, rooms: &[Choice]) -> Option<Vec<Vec<RoomId>>> {
        let stands_for = |room: &Choice| match room {
            Choice::Real(room) => vec![vec![*room]],
            Choice::Virtual(name) => self.virtual_rooms[name].clone(),
        };
        let mut all = rooms.iter().map(stands_for);
        let Some(mut sets) = all.next() else { return Some(Vec::new()) };
        let mut chosen: Option<usize> = None;
        for other in all {
            if other.len() != sets.len() {
                return None;
            }
            for (index, set) in other.into_iter().enumerate() {
                if sets[index] == set {
                    continue;
                }
                if chosen.is_some_and(|chosen| chosen != index) {
                    return None;
                }
                chosen = Some(index);
                sets[index].extend(set);
                sets[index].sort_unstable();
                sets[index].dedup();
            }
        }
        Some(sets)
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

/// What is certain, and what is not.
type Divided<'n, 'a> = (Vec<&'n Preference<'a>>, Vec<&'n Preference<'a>>);

fn divided<'n, 'a>(preferences: Vec<&'n Preference<'a>>) -> Divided<'n, 'a> {
    preferences.into_iter().partition(|preference| preference.is_certain())
}

/// Those that name real rooms only, with these.
fn real<'n, 'a>(preferences: &[&'n Preference<'a>]) -> Vec<(&'n Preference<'a>, BTreeSet<RoomId>)> {
    preferences.iter().filter_map(|&one| Some((one, one.real()?))).collect()
}

/// Where the others stand.
fn unreal(preferences: &[&Preference<'_>]) -> Vec<Place> {
    preferences.iter().filter(|one| one.real().is_none()).map(|one| one.place).collect()
}

/// The rooms in all of them. FET refuses a file where there are none; here what comes first is held to.
fn common(preferences: &[&Preference<'_>]) -> BTreeSet<Choice> {
    preferences.iter().fold(BTreeSet::new(), |common, preference| {
        let both: BTreeSet<Choice> = common.intersection(&preference.rooms).cloned().collect();
        match (common.is_empty(), both.is_empty()) {
            (true, _) => preference.rooms.clone(),
            (false, true) => common,
            (false, false) => both,
        }
    })
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

/// The rooms of a preference; none where there is no room of a name.
fn rooms(constraint: &Constraint, context: &Context) -> Option<BTreeSet<Choice>> {
    let names = constraint.texts("Room").chain(constraint.texts("Preferred_Room"));
    let rooms: Option<BTreeSet<Choice>> = names.map(|name| choice(name, context)).collect();
    rooms.filter(|rooms| !rooms.is_empty())
}

fn choice(name: &str, context: &Context) -> Option<Choice> {
    let real = context.room(name).map(Choice::Real);
    let stands_for_some = || context.virtual_rooms.contains_key(name);
    real.or_else(|| stands_for_some().then(|| Choice::Virtual(name.to_owned())))
}

/// An order of needs, so that activities with equal ones can be put together.
pub(super) fn key(need: &RoomNeed) -> Vec<usize> {
    match need {
        RoomNeed::OneOf(rooms) => rooms.iter().map(|room| room.index()).collect(),
        RoomNeed::Nowhere | RoomNeed::OfType(_) => Vec::new(),
    }
}
