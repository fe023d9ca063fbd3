//! Rules about which lesson comes before which.

use super::{meant, source, stretches};
use crate::builder::InstanceError;
use crate::constraint::{Kind, OrderEvents, OrderWithin};
use crate::id::{EventGroupId, EventId, ResourceId};
use crate::school::compile::draft::Draft;
use crate::school::compile::events::{after, follow};
use crate::school::id::{CourseId, RuleId};
use crate::school::rule::{Of, Per, Rule, RuleKind, Scope};
use std::collections::{BTreeMap, BTreeSet};

/// Adds the constraints of a rule about an order; says whether it is one.
pub(super) fn add(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<bool, InstanceError> {
    let strength = rule.strength;
    match &rule.kind {
        RuleKind::Before { first, second } => {
            let mut pairs = Vec::new();
            for &one in &named(draft, first) {
                for &other in &named(draft, second) {
                    pairs.push(after(draft, [one, other], None));
                }
            }
            let kind = Kind::OrderEvents(OrderEvents { applies_to: pairs });
            draft.constraint(source(id), strength, kind)?;
        }
        RuleKind::BeforeWithin { first, second, per } => {
            let mut group = |name| {
                let lessons = draft.school.lessons_named(&draft.origin.courses, name);
                draft.group_of(&rule.code, &lessons)
            };
            let pair = (group(first)?, group(second)?);
            within(draft, id, rule, *per, vec![pair])?;
        }
        RuleKind::Follows { first, second } => {
            let pairs = named(draft, first).into_iter().zip(named(draft, second));
            for (first, second) in pairs.collect::<Vec<_>>() {
                follow(draft, source(id), strength, [first, second])?;
            }
        }
        RuleKind::FirstOf { of, per } => {
            let pairs = edges(draft, rule, *of)?;
            within(draft, id, rule, *per, pairs)?;
        }
        RuleKind::LastOf { of, per } => {
            let pairs = edges(draft, rule, *of)?;
            let pairs = pairs.into_iter().map(|(lessons, others)| (others, lessons)).collect();
            within(draft, id, rule, *per, pairs)?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn within(
    draft: &mut Draft<'_>,
    id: RuleId,
    rule: &Rule,
    per: Per,
    applies_to: Vec<(EventGroupId, EventGroupId)>,
) -> Result<(), InstanceError> {
    let time_groups = stretches(draft, per, &[])?;
    let kind = Kind::OrderWithin(OrderWithin { applies_to, time_groups });
    draft.constraint(source(id), rule.strength, kind)
}

/// The lessons of a name, each with its event.
fn named(draft: &Draft<'_>, name: &str) -> Vec<(CourseId, EventId)> {
    let lessons = draft.school.lessons_named(&draft.origin.courses, name);
    let events = |&lesson: &(CourseId, u32)| {
        let events = draft.events_of(&[lesson]).into_iter();
        events.map(move |event| (lesson.0, event))
    };
    lessons.iter().flat_map(events).collect()
}

/// For each lesson in scope: it, and everything else that those who attend or give it have. What
/// several have is said once.
fn edges(
    draft: &mut Draft<'_>,
    rule: &Rule,
    of: Of,
) -> Result<Vec<(EventGroupId, EventGroupId)>, InstanceError> {
    let lessons = draft.school.lessons_in(&draft.origin.courses, &rule.scope);
    let all: BTreeSet<ResourceId> = meant(draft, of, &Scope::default()).into_iter().collect();
    let mut events_of: BTreeMap<ResourceId, Vec<EventId>> = BTreeMap::new();
    for (event, data) in draft.builder.facts().events.enumerate() {
        for resource in data.resources.iter().filter_map(|wanted| wanted.preassigned) {
            if all.contains(&resource) {
                events_of.entry(resource).or_default().push(event);
            }
        }
    }
    let mut pairs: BTreeMap<EventId, Vec<EventId>> = BTreeMap::new();
    let wanted = draft.events_of(&lessons);
    for events in events_of.values() {
        for event in wanted.iter().filter(|event| events.contains(event)) {
            pairs.entry(*event).or_default().extend(events.iter().filter(|other| *other != event));
        }
    }
    let mut groups = Vec::new();
    for (event, mut others) in pairs {
        others.sort_unstable();
        others.dedup();
        let one = draft.event_group(&rule.code, &[event])?;
        groups.push((one, draft.event_group(&rule.code, &others)?));
    }
    Ok(groups)
}
