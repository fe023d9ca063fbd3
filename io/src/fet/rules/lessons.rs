//! Constraints about lessons: when they may be, and how they lie to one another.

use super::case::{Case, Rules, briefly, name, together};
use crate::fet::context::{Block, Filter};
use crate::fet::placement::starting_time;
use jadwal_model::school::course::RoomNeed;
use jadwal_model::school::id::SlotId;
use jadwal_model::school::rule::{Of, Per, RuleKind, Scope};
use std::collections::BTreeSet;

pub(super) fn min_days(case: &Case<'_>) -> Option<Rules> {
    let lessons = case.lessons();
    if lessons.len() < 2 {
        return Some(Vec::new());
    }
    let scope = together(case.context, &lessons);
    let kind = match case.number("MinDays")? {
        // then FET does not look at the lessons at all
        0 => return Some(Vec::new()),
        1 => RuleKind::DifferentDays,
        days => RuleKind::DaysApart { days },
    };
    Some(vec![(kind, scope)])
}

/// How lessons of [`min_days`] lie that are on one day all the same, whatever the weight of the days.
pub(super) fn on_one_day(case: &Case<'_>) -> Option<Rules> {
    let lessons = case.lessons();
    // lessons that must be on different days are never on one; without days FET does not look at all
    if case.constraint.is_hard() || lessons.len() < 2 || case.number("MinDays")? == 0 {
        return None;
    }
    let rule = if case.constraint.element.flag("Consecutive_If_Same_Day", false) {
        (RuleKind::Adjoining, together(case.context, &lessons))
    } else if lessons.len() > 2 {
        // FET puts no third one on a day, whatever the weight
        (RuleKind::MostLessons { per: Per::Day, lessons: 2 }, together(case.context, &lessons))
    } else {
        return None;
    };
    Some(vec![rule])
}

pub(super) fn min_gaps(case: &Case<'_>) -> Option<Rules> {
    let (lessons, hours) = (case.lessons(), case.number("MinGaps")?);
    // a break of an hour is no gap, but clocks count it; half-days have their own hours
    if case.context.half_days_apart {
        return None;
    }
    let says = lessons.len() > 1 && hours > 0;
    let rule = || (RuleKind::HoursApart { hours }, together(case.context, &lessons));
    Some(says.then(rule).into_iter().collect())
}

pub(super) fn same_starting_time(case: &Case<'_>) -> Option<Rules> {
    let lessons = case.lessons();
    // by their names: courses would be compared lesson by lesson
    let courses = lessons.iter().map(name).collect();
    let rule = (RuleKind::SameStart, Scope { courses, ..Scope::default() });
    Some(if lessons.len() > 1 { vec![rule] } else { Vec::new() })
}

pub(super) fn same_starting_day(case: &Case<'_>) -> Option<Rules> {
    let kind = if case.context.half_days_apart {
        RuleKind::MostHalfDays { of: Of::Lessons, half_days: 1 }
    } else {
        RuleKind::MostDays { of: Of::Lessons, days: 1 }
    };
    set(case, kind)
}

pub(super) fn same_starting_hour(case: &Case<'_>) -> Option<Rules> {
    // mornings and afternoons have periods of their own, and lessons of one length are compared
    let lessons = case.constraint.activities("Activity_Id");
    let mut lengths: Vec<u32> = lessons
        .iter()
        .filter_map(|id| case.context.activities.get(id))
        .map(|known| known.duration)
        .collect();
    lengths.dedup();
    if case.context.half_days_apart || lengths.len() > 1 {
        return None;
    }
    set(case, RuleKind::SamePeriod)
}

pub(super) fn not_overlapping(case: &Case<'_>) -> Option<Rules> {
    set(case, RuleKind::NotTogether)
}

fn set(case: &Case<'_>, kind: RuleKind) -> Option<Rules> {
    let lessons = case.lessons();
    let says = lessons.len() > 1;
    Some(says.then(|| (kind, briefly(case.context, &lessons))).into_iter().collect())
}

pub(super) fn max_days(case: &Case<'_>) -> Option<Rules> {
    let (lessons, days) = (case.lessons(), case.number("MaxDays")?);
    let rule = || (RuleKind::DaysWithin { days }, together(case.context, &lessons));
    Some((lessons.len() > 1).then(rule).into_iter().collect())
}

pub(super) fn same_room(case: &Case<'_>) -> Option<Rules> {
    set(case, RuleKind::SameRoom { of: Of::Lessons, rows: 1 })
}

/// At least so many hours of the selected ones have a lesson of the set.
pub(super) fn occupy_least(case: &Case<'_>) -> Option<Rules> {
    let (hours, within) = (case.number("Min_Number_of_Occupied_Time_Slots")?, selected(case));
    let lessons = case.lessons();
    if lessons.is_empty() || hours == 0 || within.is_empty() {
        return Some(Vec::new());
    }
    let scope = Scope { within, ..briefly(case.context, &lessons) };
    Some(vec![(RuleKind::LeastHours { of: Of::Lessons, hours }, scope)])
}

/// At most so many hours of the selected ones have a lesson of the set.
pub(super) fn occupy_most(case: &Case<'_>) -> Option<Rules> {
    let (hours, within) = (case.number("Max_Number_of_Occupied_Time_Slots")?, selected(case));
    let lessons = case.lessons();
    if lessons.is_empty() || within.len() <= hours as usize {
        return Some(Vec::new());
    }
    let scope = Scope { within, ..briefly(case.context, &lessons) };
    Some(vec![(RuleKind::MostHours { of: Of::Lessons, per: Per::Week, hours }, scope)])
}

/// At most one of the set at any time is the same as never two together; more are counted where they
/// are of one length.
pub(super) fn at_once(case: &Case<'_>) -> Option<Rules> {
    let (within, all) = (selected(case), case.all());
    let lessons = case.number("Max_Number_of_Simultaneous_Activities")?;
    if lessons == 1 && within.len() == all.len() {
        return set(case, RuleKind::NotTogether);
    }
    let known = case.constraint.activities("Activity_Id");
    let known = known.iter().filter_map(|id| case.context.activities.get(id));
    let lengths: BTreeSet<u32> = known.map(|known| known.duration).collect();
    if lengths.len() > 1 {
        return None;
    }
    if case.lessons().len() <= lessons as usize || within.is_empty() {
        return Some(Vec::new());
    }
    let within = if within.len() == all.len() { Vec::new() } else { within };
    let scope = Scope { within, ..briefly(case.context, &case.lessons()) };
    Some(vec![(RuleKind::MostAtOnce { lessons }, scope)])
}

fn selected(case: &Case<'_>) -> Vec<SlotId> {
    case.context.slots_in(case.constraint, "Selected_Time_Slot")
}

/// The lessons of several fields, if all are active.
fn named<const N: usize>(case: &Case<'_>, fields: [&str; N]) -> Option<[Block; N]> {
    let lessons: Vec<Block> = fields
        .iter()
        .filter_map(|field| case.context.lesson(case.constraint.number(field)?).cloned())
        .collect();
    lessons.try_into().ok()
}

const TWO: [&str; 2] = ["First_Activity_Id", "Second_Activity_Id"];

fn pair(case: &Case<'_>, kind: impl Fn(String, String) -> RuleKind) -> Option<Rules> {
    let Some([first, second]) = named(case, TWO) else { return Some(Vec::new()) };
    Some(vec![(kind(name(&first), name(&second)), Scope::default())])
}

pub(super) fn consecutive(case: &Case<'_>) -> Option<Rules> {
    pair(case, |first, second| RuleKind::Follows { first, second })
}

pub(super) fn ordered(case: &Case<'_>) -> Option<Rules> {
    pair(case, |first, second| RuleKind::Before { first, second })
}

pub(super) fn ordered_on_a_day(case: &Case<'_>) -> Option<Rules> {
    let per = case.day();
    pair(case, |first, second| RuleKind::BeforeWithin { first, second, per })
}

pub(super) fn two_grouped(case: &Case<'_>) -> Option<Rules> {
    grouped(case, named(case, TWO).map(Vec::from))
}

pub(super) fn three_grouped(case: &Case<'_>) -> Option<Rules> {
    let three = ["First_Activity_Id", "Second_Activity_Id", "Third_Activity_Id"];
    grouped(case, named(case, three).map(Vec::from))
}

fn grouped(case: &Case<'_>, lessons: Option<Vec<Block>>) -> Option<Rules> {
    let rule = |lessons: Vec<Block>| (RuleKind::Grouped, briefly(case.context, &lessons));
    Some(lessons.map(rule).into_iter().collect())
}

/// The lessons that a filter means, or the one that is named.
fn meant(case: &Case<'_>) -> Vec<Block> {
    if let Some(activity) = case.number("Activity_Id") {
        return case.context.lesson(activity).cloned().into_iter().collect();
    }
    let activities = case.context.matching(&Filter::of(case.constraint));
    let component = case.number("Component_Number");
    let known = activities.iter().filter_map(|id| case.context.activities.get(id));
    let counted = known.filter(|known| component.is_none_or(|number| known.component == number));
    counted.map(|known| known.lesson.clone()).collect()
}

/// A rule for each of the lessons that are meant.
fn each(case: &Case<'_>, kind: RuleKind) -> Option<Rules> {
    let lessons = meant(case);
    let says = !lessons.is_empty();
    Some(says.then(|| (kind, briefly(case.context, &lessons))).into_iter().collect())
}

pub(super) fn preferred_slots(case: &Case<'_>) -> Option<Rules> {
    let times = case.context.slots_in(case.constraint, "Preferred_Time_Slot");
    if times.is_empty() {
        return None;
    }
    each(case, RuleKind::OnlyAt { times })
}

pub(super) fn preferred_starts(case: &Case<'_>) -> Option<Rules> {
    let times = case.context.slots_in(case.constraint, "Preferred_Starting_Time");
    if times.is_empty() {
        return None;
    }
    each(case, RuleKind::StartsAt { times })
}

pub(super) fn preferred_start(case: &Case<'_>) -> Option<Rules> {
    let (day, hour) = starting_time(case.constraint)?;
    each(case, RuleKind::StartsAt { times: vec![case.context.slot(day, hour)?] })
}

pub(super) fn preferred_day(case: &Case<'_>) -> Option<Rules> {
    let times = case.context.slots_on(case.constraint.text_of(&["Preferred_Day", "Day"])?);
    if times.is_empty() {
        return None;
    }
    each(case, RuleKind::OnlyAt { times })
}

pub(super) fn ends_students(case: &Case<'_>) -> Option<Rules> {
    each(case, RuleKind::LastOf { of: Of::Classes, per: case.day() })
}

pub(super) fn ends_teachers(case: &Case<'_>) -> Option<Rules> {
    each(case, RuleKind::LastOf { of: Of::Teachers, per: case.day() })
}

pub(super) fn begins_students(case: &Case<'_>) -> Option<Rules> {
    each(case, RuleKind::FirstOf { of: Of::Classes, per: case.day() })
}

pub(super) fn begins_teachers(case: &Case<'_>) -> Option<Rules> {
    each(case, RuleKind::FirstOf { of: Of::Teachers, per: case.day() })
}

/// The lessons of the set are held in one room; several are not said.
pub(super) fn one_room(case: &Case<'_>) -> Option<Rules> {
    if case.number("Max_Number_of_Different_Rooms")? != 1 {
        return None;
    }
    set(case, RuleKind::FewRooms { of: Of::Lessons })
}

/// When a teacher is not in a room: lessons that are in this room in any case are at other times. Where
/// one may be there or elsewhere, or it is only wished there, a rule about times does not say it.
pub(super) fn teacher_not_in_room(case: &Case<'_>) -> Option<Rules> {
    let (constraint, context) = (case.constraint, case.context);
    let teacher = context.teacher(constraint.teacher()?)?;
    let room = context.room(constraint.text("Room")?)?;
    let times = context.slots_in(constraint, "Not_Available_Time");
    let mut lessons = Vec::new();
    for known in context.activities.values().filter(|known| known.teachers.contains(&teacher)) {
        let mut courses = case.school.own_courses.iter();
        let course = courses.find(|course| course.code == known.lesson.course)?;
        match &course.room {
            // a virtual room may have it among others
            _ if !known.virtual_rooms.is_empty() => return None,
            RoomNeed::OneOf(rooms) if rooms[..] == [room] => lessons.push(known.lesson.clone()),
            RoomNeed::OneOf(rooms) if !rooms.contains(&room) => {}
            _ => return None,
        }
    }
    let says = !lessons.is_empty() && !times.is_empty();
    let rule = || (RuleKind::NotAt { times }, briefly(context, &lessons));
    Some(says.then(rule).into_iter().collect())
}
