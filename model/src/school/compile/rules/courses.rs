//! Rules about when courses are held.

use super::{source, steps};
use crate::builder::InstanceError;
use crate::constraint::{
    AvoidTogether, Kind, LinkEvents, OrderEvents, PreferTimes, SeparateEvents, SpreadEvents,
    SpreadGroup,
};
use crate::id::{EventGroupId, EventId, Id, TimeGroupId};
use crate::school::compile::basic::named;
use crate::school::compile::draft::{Draft, times};
use crate::school::compile::events::{after, follow};
use crate::school::course::Audience;
use crate::school::id::{CourseId, RuleId, SlotId, SubjectId};
use crate::school::rule::{Per, Rule, RuleKind, Strength};
use crate::school::service::HOUR;
use std::collections::BTreeMap;

/// Adds the constraints of a rule about the times of courses; says whether it is one.
pub(super) fn add(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<bool, InstanceError> {
    let strength = rule.strength;
    let courses = draft.school.courses_in(&draft.origin.courses, &rule.scope);
    match &rule.kind {
        RuleKind::DifferentDays => {
            let groups = groups_of(draft, &several(draft, &courses));
            let days = draft.days.iter();
            let time_groups = days
                .map(|&time_group| SpreadGroup { time_group, minimum: 0, maximum: 1 })
                .collect();
            let kind = Kind::SpreadEvents(SpreadEvents { applies_to: groups, time_groups });
            draft.constraint(source(id), strength, kind)?;
        }
        RuleKind::DaysApart { days } => {
            let calendar = &draft.school.calendar;
            let day = |slot| calendar.days_from_first(calendar.slots[slot].day);
            let measure: Vec<i64> = calendar.slots.ids().map(day).collect();
            let kind = Kind::SeparateEvents(SeparateEvents {
                applies_to: groups_of(draft, &several(draft, &courses)),
                begins: measure.clone(),
                ends: measure,
                minimum: i64::from(*days),
                unit: 1,
            });
            draft.constraint(source(id), strength, kind)?;
        }
        RuleKind::HoursApart { hours } => {
            hours_apart(draft, (id, strength), &courses, *hours)?;
        }
        RuleKind::SubjectsApart { first, second, per } => {
            apart(draft, id, rule, [first, second], *per)?;
        }
        RuleKind::OnlyAt { times } => {
            let inside = |slots: &[SlotId]| slots.iter().all(|slot| times.contains(slot));
            only(draft, (id, strength), &courses, &inside)?;
        }
        RuleKind::NotAt { times } => {
            let outside = |slots: &[SlotId]| !slots.iter().any(|slot| times.contains(slot));
            only(draft, (id, strength), &courses, &outside)?;
        }
        RuleKind::SameStart => same_start(draft, (id, strength), &courses)?,
        // the events say it: see `events`
        RuleKind::GroupsInTurn { .. } | RuleKind::Alternate { .. } => {}
        RuleKind::Before { first, second } => {
            let Some([first, second]) = both(draft, first, second) else { return Ok(true) };
            let mut pairs = Vec::new();
            for &one in &draft.events[first] {
                for &other in &draft.events[second] {
                    pairs.push(after(draft, [(first, one), (second, other)], None));
                }
            }
            let kind = Kind::OrderEvents(OrderEvents { applies_to: pairs });
            draft.constraint(source(id), strength, kind)?;
        }
        RuleKind::Follows { first, second } => {
            let Some([first, second]) = both(draft, first, second) else { return Ok(true) };
            let firsts = draft.events[first].iter().map(|&event| (first, event));
            let seconds = draft.events[second].iter().map(|&event| (second, event));
            let pairs: Vec<_> = firsts.zip(seconds).collect();
            for (first, second) in pairs {
                follow(draft, source(id), strength, [first, second])?;
            }
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn both(draft: &Draft<'_>, first: &str, second: &str) -> Option<[CourseId; 2]> {
    let find = |code: &str| draft.school.find_course(&draft.origin.courses, code);
    Some([find(first)?, find(second)?])
}

/// The courses that may have several meets.
fn several(draft: &Draft<'_>, courses: &[CourseId]) -> Vec<CourseId> {
    let many = |&course: &CourseId| {
        draft.events[course].len() > 1 || draft.origin.courses[course].lessons().is_none()
    };
    courses.iter().copied().filter(many).collect()
}

fn groups_of(draft: &Draft<'_>, courses: &[CourseId]) -> Vec<EventGroupId> {
    courses.iter().map(|&course| draft.groups[course]).collect()
}

/// Courses whose lessons lie in their events in the same way, by one constraint on a measure that is
/// moved by as much. Where they lie in different ways the whole events count.
fn hours_apart(
    draft: &mut Draft<'_>,
    (id, strength): (RuleId, Strength),
    courses: &[CourseId],
    hours: u32,
) -> Result<(), InstanceError> {
    let mut sets: BTreeMap<(u32, u32), Vec<CourseId>> = BTreeMap::new();
    for course in several(draft, courses) {
        let lies = draft.events[course].iter().map(|&event| draft.lies(course, event));
        let mut around: Vec<(u32, u32)> = lies.map(|lies| (lies.before, lies.after)).collect();
        around.dedup();
        let around = if let [around] = around[..] { around } else { (0, 0) };
        sets.entry(around).or_default().push(course);
    }
    let (begins, ends) = minutes_of_the_week(draft);
    let last = begins.len().saturating_sub(1);
    for ((before, after), courses) in sets {
        let (before, after) = (before as usize, after as usize);
        let kind = Kind::SeparateEvents(SeparateEvents {
            applies_to: groups_of(draft, &courses),
            begins: (0..begins.len()).map(|slot| begins[(slot + before).min(last)]).collect(),
            ends: (0..ends.len()).map(|slot| ends[slot.saturating_sub(after)]).collect(),
            minimum: i64::from(hours * HOUR),
            unit: i64::from(HOUR),
        });
        draft.constraint(source(id), strength, kind)?;
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
    let stretches: Vec<TimeGroupId> = match per {
        Per::HalfDay => draft.half_days.iter().copied().collect(),
        Per::Day => draft.days.iter().copied().collect(),
        Per::Week => draft.week.into_iter().collect(),
    };
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
        pairs.push((draft.event_group(&code, &a)?, draft.event_group(&code, &b)?));
    }
    let kind = Kind::AvoidTogether(AvoidTogether { applies_to: pairs, time_groups: stretches });
    draft.constraint(source(id), rule.strength, kind)
}

/// For meets of this length: where the lessons lie in them, by offset and length.
type Shape = (Option<i64>, Vec<(u32, u32)>);

/// Prefers the starts at which the lessons of these courses lie as they should: for each start the
/// slots of the lessons that do not are counted.
fn only(
    draft: &mut Draft<'_>,
    (id, strength): (RuleId, Strength),
    courses: &[CourseId],
    right: &dyn Fn(&[SlotId]) -> bool,
) -> Result<(), InstanceError> {
    let slots: Vec<SlotId> = draft.school.calendar.slots.ids().collect();
    // by the starts that are right, by the length they hold for, by the slots that others cost if
    // these are not the whole event: the events
    type Key = (Vec<SlotId>, Option<i64>, Option<i64>);
    let mut sets: BTreeMap<Key, Vec<EventId>> = BTreeMap::new();
    let mut events: Vec<EventId> =
        courses.iter().flat_map(|&course| &draft.events[course]).copied().collect();
    events.sort_unstable();
    events.dedup();
    for event in events {
        let all = draft.builder.facts().events[event].duration;
        let mut shapes: Vec<Shape> = Vec::new();
        let parts = &draft.origin.events[event];
        if parts.iter().any(|part| part.length == 0) {
            shapes.extend((1..=all).map(|length| (Some(i64::from(length)), vec![(0, length)])));
        } else {
            let meant = parts.iter().filter(|part| courses.contains(&part.course));
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

/// The first lessons of all courses start together, the second ones too, and so on.
fn same_start(
    draft: &mut Draft<'_>,
    (id, strength): (RuleId, Strength),
    courses: &[CourseId],
) -> Result<(), InstanceError> {
    let most = courses.iter().map(|&course| draft.events[course].len()).max().unwrap_or(0);
    let mut groups = Vec::new();
    for block in 0..most {
        let mut events: Vec<EventId> =
            courses.iter().filter_map(|&course| draft.events[course].get(block)).copied().collect();
        events.sort_unstable();
        events.dedup();
        if events.len() > 1 {
            let code = format!("{}:{}", draft.school.rules[id].code, block + 1);
            groups.push(draft.event_group(&code, &events)?);
        }
    }
    draft.constraint(source(id), strength, Kind::LinkEvents(LinkEvents { applies_to: groups }))
}
