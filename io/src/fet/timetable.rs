//! A timetable as FET writes it: the data, and for each lesson where and when it is.

use super::context::{Block, Context};
use super::document::{Constraint, Document};
use super::element::Element;
use super::placement::{Placements, ROOM, STARTING_TIME, is_held};
use super::writing::copies;
use jadwal_model::school::course::{Blocks, Course, Lesson, Teaching};
use jadwal_model::school::id::{CourseId, RoomId};
use jadwal_model::school::school::School;
use jadwal_model::{Id, Table};
use std::collections::BTreeMap;

/// Every lesson, where these placements say it is.
#[must_use]
pub fn lessons(
    placements: &Placements,
    context: &Context,
    courses: &Table<CourseId, Course>,
) -> Vec<Lesson> {
    let mut lessons = Vec::new();
    for (course, data) in courses.enumerate() {
        let (Blocks::Pattern(lengths), Teaching::By(teachers)) = (&data.blocks, &data.teaching)
        else {
            continue;
        };
        for (block, &length) in (0..).zip(lengths) {
            let lesson = Block { course: data.code.clone(), block };
            let Some(activity) = context.numbers.get(&lesson) else { continue };
            lessons.push(Lesson {
                course,
                block,
                length,
                slot: placements.times.get(activity).copied(),
                week: None,
                teachers: teachers.clone(),
                room: placements.rooms.get(activity).copied(),
                further_rooms: placements.further.get(activity).cloned().unwrap_or_default(),
            });
        }
    }
    lessons
}

/// The document with the timetable in it.
///
/// Each lesson that has a slot or a room is held there by a constraint that is certain and not locked
/// for good, as FET writes its results. Earlier ones of the same lesson give way, unless they are
/// locked for good.
#[must_use]
pub fn with_timetable(
    document: &Document,
    context: &Context,
    school: &School,
    courses: &Table<CourseId, Course>,
    lessons: &[Lesson],
) -> Document {
    let (mut times, mut rooms) = (BTreeMap::new(), BTreeMap::new());
    let mut order: Vec<&Lesson> = lessons.iter().collect();
    order.sort_by_key(|lesson| lesson.slot);
    let mut free: BTreeMap<String, usize> = BTreeMap::new();
    for lesson in order {
        let block = Block { course: courses[lesson.course].code.clone(), block: lesson.block };
        let Some(&activity) = context.numbers.get(&block) else { continue };
        if let Some(&(day, hour)) = lesson.slot.and_then(|slot| context.places.get(&slot)) {
            let (day, hour) = (&document.days[day].name, &document.hours[hour].name);
            let when = [("Preferred_Day", day.as_str()), ("Preferred_Hour", hour.as_str())];
            times.insert(activity, placed(STARTING_TIME, activity, &when));
        }
        let real: Vec<RoomId> = lesson.rooms().collect();
        if let Some(name) = context.virtual_room(activity, &real) {
            let mut fields = vec![("Room", name.to_owned())];
            fields.push(("Number_of_Real_Rooms", real.len().to_string()));
            fields.extend(real.iter().map(|&room| ("Real_Room", school.rooms[room].code.clone())));
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
            rooms.insert(activity, placed(ROOM, activity, &fields));
        } else if let Some(room) =
            real.first().copied().filter(|_| !virtual_only(context, activity, lesson))
        {
            // a room that holds several lessons is as many rooms there: the first that is free
            let start = lesson.slot.map_or(0, Id::index);
            let names = copies(&school.rooms[room].code, school.rooms[room].holds);
            let is_free = |name: &&String| free.get(*name).is_none_or(|&from| from <= start);
            let Some(name) = names.iter().find(is_free).or(names.first()).cloned() else {
                continue;
            };
            rooms.insert(activity, placed(ROOM, activity, &[("Room", &name)]));
            free.insert(name, start + lesson.length as usize);
        }
    }
    let mut document = document.clone();
    replace(&mut document.time_constraints, STARTING_TIME, times, |_| true);
    // a virtual room alone says what is needed, and not where that is
    let held = |constraint: &Constraint| is_held(constraint, context);
    replace(&mut document.space_constraints, ROOM, rooms, held);
    document
}

/// Whether an activity needs several rooms at once, of which some are missing: then FET finds them.
fn virtual_only(context: &Context, activity: u32, lesson: &Lesson) -> bool {
    let known = context.activities.get(&activity);
    known.is_some_and(|known| !known.virtual_rooms.is_empty()) && !lesson.further_rooms.is_empty()
}

pub(super) fn placed(kind: &str, activity: u32, fields: &[(&str, &str)]) -> Constraint {
    let fields = fields.iter().map(|(name, text)| Element::new(name, text));
    let mut children = vec![
        Element::new("Weight_Percentage", "100"),
        Element::new("Activity_Id", &activity.to_string()),
    ];
    children.extend(fields);
    let last = [("Permanently_Locked", "false"), ("Active", "true"), ("Comments", "")];
    children.extend(last.map(|(name, text)| Element::new(name, text)));
    Constraint::new(Element::of(&format!("Constraint{kind}"), children))
}

fn replace(
    all: &mut Vec<Constraint>,
    kind: &str,
    mut placed: BTreeMap<u32, Constraint>,
    settles: impl Fn(&Constraint) -> bool,
) {
    all.retain(|one| {
        let certain = one.kind == kind && one.active && one.is_hard() && settles(one);
        let activity = one.number::<u32>("Activity_Id").filter(|_| certain);
        let Some(activity) = activity.filter(|activity| placed.contains_key(activity)) else {
            return true;
        };
        let for_good = one.element.flag("Permanently_Locked", false);
        if for_good {
            placed.remove(&activity);
        }
        for_good
    });
    all.extend(placed.into_values());
}
