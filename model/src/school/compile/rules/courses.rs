//! Rules about when courses are held.

use super::{slots_of, source, steps, stretches};
use crate::builder::InstanceError;
use crate::constraint::{
    AvoidTogether, EventPair, GroupSet, Kind, LinkEvents, OrderEvents, PreferTimes, SeparateEvents,
    SpreadEvents, SpreadGroup,
};
use crate::id::{EventGroupId, EventId, Id};
use crate::school::compile::basic::named;
use crate::school::compile::draft::{Draft, times};
use crate::school::course::Audience;
use crate::school::id::{RuleId, SlotId, SubjectId};
use crate::school::rule::{Per, Rule, RuleKind, Strength};
use crate::school::scope::LessonId;
use crate::school::service::HOUR;
use std::collections::BTreeMap;

/// Adds the constraints of a rule about the times of courses; says whether it is one.
pub(super) fn add(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<bool, InstanceError> {
    let strength = rule.strength;
    let lessons = draft.school.lessons_in(&draft.origin.courses, &rule.scope);
    match &rule.kind {
        RuleKind::DifferentDays => few_in(draft, id, rule, (Per::Day, 1))?,
        RuleKind::MostLessons { per, lessons } => few_in(draft, id, rule, (*per, *lessons))?,
        RuleKind::DaysApart { days } => {
            let calendar = &draft.school.calendar;
            let day = |slot| calendar.days_from_first(calendar.slots[slot].day);
            let measure: Vec<i64> = calendar.slots.ids().map(day).collect();
            let kind = Kind::SeparateEvents(SeparateEvents {
                applies_to: groups_of(draft, rule)?,
                begins: measure.clone(),
                ends: measure,
                minimum: i64::from(*days),
                unit: 1,
            });
            draft.constraint(source(id), strength, kind)?;
        }
        RuleKind::HoursApart { hours } => {
            hours_apart(draft, id, rule, *hours)?;
        }
        RuleKind::SubjectsApart { first, second, per } => {
            apart(draft, id, rule, [first, second], *per)?;
        }
        RuleKind::NotAll { first, second, third, per } => {
            not_all(draft, id, rule, [first, second, third], *per)?;
        }
        RuleKind::OnlyAt { times } => {
            let inside = |slots: &[SlotId]| slots.iter().all(|slot| times.contains(slot));
            only(draft, (id, strength), &lessons, &inside)?;
        }
        RuleKind::NotAt { times } => {
            let outside = |slots: &[SlotId]| !slots.iter().any(|slot| times.contains(slot));
            only(draft, (id, strength), &lessons, &outside)?;
        }
        RuleKind::StartsAt { times } => {
            let begins = |slots: &[SlotId]| slots.first().is_some_and(|slot| times.contains(slot));
            only(draft, (id, strength), &lessons, &begins)?;
        }
        RuleKind::SameStart => same_start(draft, id, rule)?,
        RuleKind::MostAtOnce { lessons: most } => at_once(draft, id, rule, &lessons, *most)?,
        // the events say it: see `events`
        RuleKind::GroupsInTurn { .. } | RuleKind::Alternate { .. } => {}
        _ => return Ok(false),
    }
    Ok(true)
}

/// At most so many lessons of each set in each stretch of the week.
fn few_in(
    draft: &mut Draft<'_>,
    id: RuleId,
    rule: &Rule,
    (per, most): (Per, u32),
) -> Result<(), InstanceError> {
    let mut applies_to = Vec::new();
    for lessons in several(draft, rule) {
        // so few are never too many; a course that the search cuts may have any number
        let cut =
            lessons.iter().any(|&(course, _)| draft.origin.courses[course].lessons().is_none());
        if cut || lessons.len() > most as usize {
            applies_to.push(draft.group_of(&rule.code, &lessons)?);
        }
    }
    let maximum = i64::from(most);
    let stretches = stretches(draft, per, &rule.scope.within)?.into_iter();
    let time_groups =
        stretches.map(|time_group| SpreadGroup { time_group, minimum: 0, maximum }).collect();
    let kind = Kind::SpreadEvents(SpreadEvents { applies_to, time_groups });
    draft.constraint(source(id), rule.strength, kind)
}

/// Lessons of one length are held in a slot if they begin there, or so much before that they last until
/// then.
fn at_once(
    draft: &mut Draft<'_>,
    id: RuleId,
    rule: &Rule,
    lessons: &[LessonId],
    most: u32,
) -> Result<(), InstanceError> {
    let Some(&(course, block)) = lessons.first() else { return Ok(()) };
    let Some(length) = draft.origin.courses[course].length(block) else { return Ok(()) };
    if lessons.len() <= most as usize {
        return Ok(());
    }
    let mut time_groups = Vec::new();
    for slot in slots_of(draft, Per::Week, &rule.scope.within).into_iter().flatten() {
        let calendar = &draft.school.calendar;
        let first = slot.index().saturating_sub(length.saturating_sub(1) as usize);
        let starts = (first..=slot.index()).map(SlotId::new);
        let starts: Vec<SlotId> = starts.filter(|&start| calendar.fits(start, length)).collect();
        let time_group = draft.time_set(&starts)?;
        time_groups.push(SpreadGroup { time_group, minimum: 0, maximum: i64::from(most) });
    }
    let applies_to = vec![draft.group_of(&rule.code, lessons)?];
    let kind = Kind::SpreadEvents(SpreadEvents { applies_to, time_groups });
    draft.constraint(source(id), rule.strength, kind)
}

/// The sets of lessons that a rule looks at, where they may have several meets.
fn several(draft: &Draft<'_>, rule: &Rule) -> Vec<Vec<LessonId>> {
    let courses = &draft.origin.courses;
    let mut sets = draft.school.sets_in(courses, &rule.scope);
    sets.retain(|set| {
        set.len() > 1 || set.iter().any(|&(course, _)| courses[course].lessons().is_none())
    });
    sets
}

fn groups_of(draft: &mut Draft<'_>, rule: &Rule) -> Result<Vec<EventGroupId>, InstanceError> {
    let sets = several(draft, rule);
    sets.iter().map(|lessons| draft.group_of(&rule.code, lessons)).collect()
}

/// Courses whose lessons lie in their events in the same way, by one constraint on a measure that is
/// moved by as much. Where they lie in different ways the whole events count.
fn hours_apart(
    draft: &mut Draft<'_>,
    id: RuleId,
    rule: &Rule,
    hours: u32,
) -> Result<(), InstanceError> {
    let mut sets: BTreeMap<(u32, u32), Vec<EventGroupId>> = BTreeMap::new();
    for lessons in several(draft, rule) {
        let mut around: Vec<(u32, u32)> = Vec::new();
        for &lesson in &lessons {
            let (course, _) = lesson;
            let events = draft.events_of(&[lesson]).into_iter();
            let lies = events.map(|event| draft.lies(course, event));
            around.extend(lies.map(|lies| (lies.before, lies.after)));
        }
        around.dedup();
        let around = if let [around] = around[..] { around } else { (0, 0) };
        let group = draft.group_of(&rule.code, &lessons)?;
        sets.entry(around).or_default().push(group);
    }
    let (begins, ends) = minutes_of_the_week(draft);
    let last = begins.len().saturating_sub(1);
    for ((before, after), applies_to) in sets {
        let (before, after) = (before as usize, after as usize);
        let kind = Kind::SeparateEvents(SeparateEvents {
            applies_to,
            begins: (0..begins.len()).map(|slot| begins[(slot + before).min(last)]).collect(),
            ends: (0..ends.len()).map(|slot| ends[slot.saturating_sub(after)]).collect(),
            minimum: i64::from(hours * HOUR),
            unit: i64::from(HOUR),
        });
        draft.constraint(source(id), rule.strength, kind)?;
    }
    Ok(())
}

/// By slot: the minutes from the beginning of the week to its beginning and to its end, by the bells
/// of the ordinary week; without bells, an hour a row from eight.
fn minutes_of_the_week(draft: &Draft<'_>) -> (Vec<i64>, Vec<i64>) {
    let calendar = &draft.school.calendar;
    let minutes = |slot: SlotId| {
        let data = calendar.slots[slot];
        let day = i64::from(24 * HOUR) * calendar.days_from_first(data.day);
        match calendar.clock(slot, None) {
            Some(range) => (day + i64::from(range.from.0), day + i64::from(range.until.0)),
            None => {
                let hour = i64::from(HOUR);
                let from = day + hour * (8 + data.period.index() as i64);
                (from, from + hour)
            }
        }
    };
    calendar.slots.ids().map(minutes).unzip()
}

/// For each class: what it has in the first subjects, and what in the second.
fn apart(
    draft: &mut Draft<'_>,
    id: RuleId,
    rule: &Rule,
    [first, second]: [&[SubjectId]; 2],
    per: Per,
) -> Result<(), InstanceError> {
    let mut pairs = Vec::new();
    for class in draft.school.classes_in(&rule.scope) {
        let member = Audience::Class(class);
        let events = |subjects: &[SubjectId]| {
            let courses = draft.origin.courses.enumerate().filter(|(_, course)| {
                subjects.contains(&course.subject) && draft.school.attends(&member, course)
            });
            let mut events: Vec<EventId> =
                courses.flat_map(|(id, _)| &draft.events[id]).copied().collect();
            events.sort_unstable();
            events.dedup();
            events
        };
        let (a, b) = (events(first), events(second));
        if a.is_empty() || b.is_empty() {
            continue;
        }
        let code = format!("{}:{}", rule.code, draft.school.classes[class].code);
        let (first, second) = (draft.event_group(&code, &a)?, draft.event_group(&code, &b)?);
        pairs.push(GroupSet { first, second, third: None });
    }
    never_together(draft, id, rule, pairs, per)
}

/// What the lists name; a list that is empty is not meant.
fn not_all(
    draft: &mut Draft<'_>,
    id: RuleId,
    rule: &Rule,
    lists: [&[String]; 3],
    per: Per,
) -> Result<(), InstanceError> {
    let mut groups = Vec::new();
    for list in lists.into_iter().filter(|list| !list.is_empty()) {
        let named = |name: &String| draft.school.lessons_named(&draft.origin.courses, name);
        let lessons: Vec<LessonId> = list.iter().flat_map(named).collect();
        if lessons.is_empty() {
            return Ok(());
        }
        groups.push(draft.group_of(&rule.code, &lessons)?);
    }
    let [first, second, ref third @ ..] = groups[..] else { return Ok(()) };
    let set = GroupSet { first, second, third: third.first().copied() };
    never_together(draft, id, rule, vec![set], per)
}

/// No stretch has something of all groups of a set.
fn never_together(
    draft: &mut Draft<'_>,
    id: RuleId,
    rule: &Rule,
    applies_to: Vec<GroupSet>,
    per: Per,
) -> Result<(), InstanceError> {
    let time_groups = stretches(draft, per, &[])?;
    let kind = Kind::AvoidTogether(AvoidTogether { applies_to, time_groups });
    draft.constraint(source(id), rule.strength, kind)
}

/// For meets of this length: where the lessons lie in them, by offset and length.
type Shape = (Option<i64>, Vec<(u32, u32)>);

/// Prefers the starts at which the lessons of these courses lie as they should: for each start the
/// slots of the lessons that do not are counted.
fn only(
    draft: &mut Draft<'_>,
    (id, strength): (RuleId, Strength),
    lessons: &[LessonId],
    right: &dyn Fn(&[SlotId]) -> bool,
) -> Result<(), InstanceError> {
    let slots: Vec<SlotId> = draft.school.calendar.slots.ids().collect();
    // by the starts that are right, by the length they hold for, by the slots that others cost if
    // these are not the whole event: the events
    type Key = (Vec<SlotId>, Option<i64>, Option<i64>);
    let mut sets: BTreeMap<Key, Vec<EventId>> = BTreeMap::new();
    for event in draft.events_of(lessons) {
        let all = draft.builder.facts().events[event].duration;
        let mut shapes: Vec<Shape> = Vec::new();
        let parts = &draft.origin.events[event];
        if parts.iter().any(|part| part.length == 0) {
            shapes.extend((1..=all).map(|length| (Some(i64::from(length)), vec![(0, length)])));
        } else {
            let meant = parts
                .iter()
                .filter(|part| lessons.binary_search(&(part.course, part.block)).is_ok());
            shapes.push((None, meant.map(|part| (part.offset, part.length)).collect()));
        }
        for (duration, lessons) in shapes {
            let off = |start: SlotId| -> i64 {
                let wrong = lessons.iter().filter(|&&(offset, length)| {
                    let from = start.index() + offset as usize;
                    let until = (from + length as usize).min(slots.len());
                    !right(&slots[from.min(until)..until])
                });
                wrong.map(|&(_, length)| i64::from(length)).sum()
            };
            for (most, step) in steps(slots.iter().map(|&slot| off(slot)).collect()) {
                let starts = slots.iter().copied().filter(|&slot| off(slot) < most).collect();
                let whole = step == duration.unwrap_or(i64::from(all));
                let key = (starts, duration, (!whole).then_some(step));
                sets.entry(key).or_default().push(event);
            }
        }
    }
    for ((starts, duration, step), events) in sets {
        let (applies_to, times) = (named(events), times(&starts));
        let kind = Kind::PreferTimes(PreferTimes { applies_to, times, duration });
        draft.in_part(source(id), strength, step, kind)?;
    }
    Ok(())
}

/// The first lessons of all courses start together, the second ones too, and so on; lessons that are
/// named one by one all start together.
fn same_start(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<(), InstanceError> {
    let courses = &draft.origin.courses;
    let named = draft.school.names_lessons(courses, &rule.scope);
    let mut sets: BTreeMap<u32, Vec<LessonId>> = BTreeMap::new();
    for lesson in draft.school.lessons_in(courses, &rule.scope) {
        sets.entry(if named { 0 } else { lesson.1 }).or_default().push(lesson);
    }
    let (mut groups, mut pairs) = (Vec::new(), Vec::new());
    for lessons in sets.into_values() {
        let events = draft.events_of(&lessons);
        let long = |event: EventId| i64::from(draft.builder.facts().events[event].duration);
        let Some((&first, others)) = events.split_first().filter(|(_, others)| !others.is_empty())
        else {
            continue;
        };
        if others.iter().all(|&other| long(other) == long(first)) {
            let code = format!("{}:{}", rule.code, groups.len() + 1);
            groups.push(draft.event_group(&code, &events)?);
        } else {
            // longer ones last longer: only where they start is compared, with the first
            pairs.extend(others.iter().map(|&second| EventPair {
                first,
                second,
                minimum_separation: -long(first),
                maximum_separation: -long(first),
            }));
        }
    }
    let link = Kind::LinkEvents(LinkEvents { applies_to: groups });
    draft.constraint(source(id), rule.strength, link)?;
    let order = Kind::OrderEvents(OrderEvents { applies_to: pairs });
    draft.constraint(source(id), rule.strength, order)
}
