//! Rules become constraints.

mod courses;
mod order;
mod people;
mod rooms;
mod together;
mod travel;

use super::draft::{Draft, HARD};
use super::origin::{Source, Who};
use crate::builder::InstanceError;
use crate::constraint::{Kind, WorstOf};
use crate::id::{ResourceId, TimeGroupId};
use crate::school::calendar::Part;
use crate::school::id::{ClassId, DayId, HalfDayId, RuleId, SlotId};
use crate::school::rule::{Of, Per, RuleKind, Scope, Strength};
use std::collections::BTreeMap;

pub(super) fn add(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    let school = draft.school;
    away(draft);
    for (id, rule) in school.rules.enumerate() {
        let done = people::add(draft, id, rule)?
            || courses::add(draft, id, rule)?
            || together::add(draft, id, rule)?
            || order::add(draft, id, rule)?
            || rooms::add(draft, id, rule)?
            || travel::add(draft, id, rule)?;
        debug_assert!(done, "every kind of rule is one of these");
    }
    Ok(())
}

/// Who is not there, and when.
fn away(draft: &mut Draft<'_>) {
    for rule in draft.school.rules.iter().filter(|rule| rule.strength == HARD) {
        let (of, times) = match &rule.kind {
            RuleKind::Unavailable { of, times } => (*of, times),
            RuleKind::PedagogicalHalfDay { times } => (Of::Teachers, times),
            _ => continue,
        };
        for resource in meant(draft, of, &rule.scope) {
            draft.away.entry(resource).or_default().extend(times);
        }
    }
}

const fn source(rule: RuleId) -> Source {
    Source::Rule(rule)
}

/// Adds what a rule asks of resources. It must hold for every part of a class; what it only costs is
/// counted once for a class, where it costs most.
fn about(
    draft: &mut Draft<'_>,
    id: RuleId,
    strength: Strength,
    kind: Kind,
) -> Result<(), InstanceError> {
    let scope = kind.resources().map(|scope| scope.resources.clone()).unwrap_or_default();
    let mut parts: BTreeMap<ClassId, Vec<ResourceId>> = BTreeMap::new();
    for &resource in &scope {
        if let Who::Pupils(class, _) = draft.origin.resources[resource] {
            parts.entry(class).or_default().push(resource);
        }
    }
    parts.retain(|_, resources| resources.len() > 1);
    if strength == HARD || parts.is_empty() {
        return draft.constraint(source(id), strength, kind);
    }
    let divided: Vec<ResourceId> = parts.values().flatten().copied().collect();
    let others = scope.into_iter().filter(|resource| !divided.contains(resource)).collect();
    if let Some(others) = kind.of(others) {
        draft.constraint(source(id), strength, others)?;
    }
    let applies_to = parts.into_values().collect();
    let kind = Kind::WorstOf(WorstOf { applies_to, limit: Box::new(kind) });
    draft.constraint(source(id), strength, kind)
}

/// From what different choices cost: each cost above nothing, and what it adds to the one below it.
fn steps(mut costs: Vec<i64>) -> Vec<(i64, i64)> {
    costs.sort_unstable();
    costs.dedup();
    let mut below = 0;
    let step = |cost| {
        let step = cost - below;
        below = cost;
        (cost, step)
    };
    costs.into_iter().filter(|&cost| cost > 0).map(step).collect()
}

/// The resources that a rule means.
fn meant(draft: &Draft<'_>, of: Of, scope: &Scope) -> Vec<ResourceId> {
    let school = draft.school;
    match of {
        Of::Classes => pupils(draft, scope),
        Of::Teachers => {
            let teachers = school.teachers_in(&draft.origin.courses, scope);
            teachers.into_iter().map(|teacher| draft.teachers[teacher]).collect()
        }
        Of::Rooms => super::basic::places(draft, &school.rooms_in(scope)),
        Of::Lessons => {
            let lessons = school.lessons_in(&draft.origin.courses, scope);
            draft.sets.resource(&lessons).into_iter().collect()
        }
    }
}

/// The parts of the classes in scope; where the scope names groups, only those in one of them.
fn pupils(draft: &Draft<'_>, scope: &Scope) -> Vec<ResourceId> {
    let classes = draft.school.classes_in(scope);
    let mut all: Vec<ResourceId> =
        classes.iter().flat_map(|&class| &draft.pupils[class]).copied().collect();
    if !scope.audience.is_empty() {
        let named: Vec<ResourceId> = scope
            .audience
            .iter()
            .flat_map(|&member| super::events::pupils_of(draft, member))
            .collect();
        all.retain(|resource| named.contains(resource));
    }
    all
}

/// The stretches of a week of which only some slots are looked at; all where none are named.
fn stretches(
    draft: &mut Draft<'_>,
    per: Per,
    within: &[SlotId],
) -> Result<Vec<TimeGroupId>, InstanceError> {
    let mut all = Vec::new();
    for slots in slots_of(draft, per, within) {
        all.push(draft.time_set(&slots)?);
    }
    Ok(all)
}

/// The same as slots; those without any are left out.
fn slots_of(draft: &Draft<'_>, per: Per, within: &[SlotId]) -> Vec<Vec<SlotId>> {
    let calendar = &draft.school.calendar;
    let mut all: Vec<Vec<SlotId>> = match per {
        Per::HalfDay => {
            calendar.half_days.ids().map(|id| calendar.slots_of(id).collect()).collect()
        }
        Per::Day => calendar.days.ids().map(|id| calendar.slots_on(id).collect()).collect(),
        Per::Week => vec![calendar.slots.ids().collect()],
    };
    for slots in &mut all {
        slots.retain(|slot| within.is_empty() || within.contains(slot));
    }
    all.retain(|slots| !slots.is_empty());
    all
}

/// The half-days that lie wholly within some slots; all of them where no slot is given.
fn half_days(draft: &Draft<'_>, among: &[SlotId]) -> Vec<HalfDayId> {
    let calendar = &draft.school.calendar;
    let inside = |half_day: &HalfDayId| {
        among.is_empty() || calendar.slots_of(*half_day).all(|slot| among.contains(&slot))
    };
    calendar.half_days.ids().filter(inside).collect()
}

/// The time groups of half-days.
fn groups(draft: &Draft<'_>, half_days: &[HalfDayId]) -> Vec<TimeGroupId> {
    half_days.iter().map(|&half_day| draft.half_days[half_day]).collect()
}

/// The afternoons.
fn afternoons(draft: &Draft<'_>) -> Vec<TimeGroupId> {
    let all = draft.school.calendar.half_days.enumerate();
    let all = all.filter(|(_, half_day)| half_day.part == Part::Afternoon);
    all.map(|(id, _)| draft.half_days[id]).collect()
}

/// The morning and the afternoon of each day that has both.
fn both_halves(draft: &Draft<'_>) -> Vec<(TimeGroupId, TimeGroupId)> {
    let calendar = &draft.school.calendar;
    let half = |day, part| calendar.half_day(day, part).map(|id: HalfDayId| draft.half_days[id]);
    let both = |day| Some((half(day, Part::Morning)?, half(day, Part::Afternoon)?));
    calendar.days.ids().filter_map(both).collect()
}

/// The parts of half-days between free rows of the bell plan, each with its day.
fn unbroken(draft: &mut Draft<'_>) -> Result<Vec<(DayId, TimeGroupId)>, InstanceError> {
    let calendar = &draft.school.calendar;
    let mut parts: Vec<Vec<SlotId>> = Vec::new();
    for slot in calendar.slots.ids() {
        match parts.last_mut() {
            Some(part) if calendar.fits(part[0], part.len() as u32 + 1) => part.push(slot),
            _ => parts.push(vec![slot]),
        }
    }
    let days = parts.iter().map(|part| calendar.slots[part[0]].day);
    let days: Vec<DayId> = days.collect();
    let parts = days.into_iter().zip(&parts);
    parts.map(|(day, part)| Ok((day, draft.time_set(part)?))).collect()
}
