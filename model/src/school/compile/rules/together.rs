//! Rules about lessons that are taken together: their resource is busy while any of them is held.

use super::{about, half_days, slots_of, source, unbroken};
use crate::builder::InstanceError;
use crate::constraint::{
    AvoidClashes, Busy, ClusterBusyTimes, Kind, LimitBusyPairs, LimitIdleTimes, SpreadEvents,
    SpreadGroup,
};
use crate::id::{Id, ResourceId, TimeGroupId};
use crate::school::compile::draft::{Draft, resources};
use crate::school::compile::sets::wanted;
use crate::school::id::{DayId, RuleId, SlotId};
use crate::school::rule::{Per, Rule, RuleKind};

/// Adds the constraints of a rule about lessons taken together; says whether it is one.
pub(super) fn add(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<bool, InstanceError> {
    let sets = || -> Vec<ResourceId> {
        wanted(draft, rule).iter().filter_map(|set| draft.sets.resource(set)).collect()
    };
    let kinds = match &rule.kind {
        RuleKind::Adjoining => {
            let sets = sets();
            let few = two_a_day(draft, rule)?;
            draft.constraint(source(id), rule.strength, few)?;
            let parts = unbroken(draft)?;
            let all = parts.iter().map(|&(_, part)| part).collect();
            vec![idle(&sets, all), one_part(&parts, &sets)]
        }
        RuleKind::Grouped => {
            let (sets, half_days) = (sets(), super::groups(draft, &half_days(draft, &[])));
            let once = AvoidClashes { applies_to: resources(sets.clone()) };
            let (applies_to, time_groups) = (resources(sets.clone()), half_days.clone());
            let one = ClusterBusyTimes { applies_to, time_groups, minimum: 0, maximum: 1 };
            vec![idle(&sets, half_days), Kind::ClusterBusyTimes(one), Kind::AvoidClashes(once)]
        }
        RuleKind::DaysWithin { days } => {
            let (applies_to, pairs) = (resources(sets()), far_days(draft, *days));
            let busy = Busy::InBoth;
            vec![Kind::LimitBusyPairs(LimitBusyPairs { applies_to, pairs, busy, maximum: 0 })]
        }
        RuleKind::NotTogether => {
            vec![Kind::AvoidClashes(AvoidClashes { applies_to: resources(sets()) })]
        }
        RuleKind::SamePeriod => {
            same_period(draft, id, rule)?;
            return Ok(true);
        }
        _ => return Ok(false),
    };
    for kind in kinds {
        about(draft, id, rule.strength, kind)?;
    }
    Ok(true)
}
/// The days that are further apart than that, two by two.
fn far_days(draft: &Draft<'_>, most: u32) -> Vec<(TimeGroupId, TimeGroupId)> {
    let calendar = &draft.school.calendar;
    let days = || calendar.days.ids().map(|day| (calendar.days_from_first(day), draft.days[day]));
    let after = |(first, one): (i64, TimeGroupId)| {
        let far = days().filter(move |(day, _)| day - first > i64::from(most));
        far.map(move |(_, other)| (one, other))
    };
    days().flat_map(after).collect()
}

fn idle(sets: &[ResourceId], time_groups: Vec<TimeGroupId>) -> Kind {
    let applies_to = resources(sets.to_vec());
    Kind::LimitIdleTimes(LimitIdleTimes { applies_to, time_groups, minimum: 0, maximum: 0 })
}

/// No three lessons of a set on one day.
fn two_a_day(draft: &mut Draft<'_>, rule: &Rule) -> Result<Kind, InstanceError> {
    let mut applies_to = Vec::new();
    for lessons in wanted(draft, rule).iter().filter(|lessons| lessons.len() > 2) {
        applies_to.push(draft.group_of(&rule.code, lessons)?);
    }
    let days = draft.days.iter();
    let time_groups =
        days.map(|&time_group| SpreadGroup { time_group, minimum: 0, maximum: 2 }).collect();
    Ok(Kind::SpreadEvents(SpreadEvents { applies_to, time_groups }))
}

/// Not in two parts of a day.
fn one_part(parts: &[(DayId, TimeGroupId)], sets: &[ResourceId]) -> Kind {
    let mut pairs = Vec::new();
    for (index, &(day, part)) in parts.iter().enumerate() {
        let later = parts[index + 1..].iter().take_while(|(other, _)| *other == day);
        pairs.extend(later.map(|&(_, other)| (part, other)));
    }
    let applies_to = resources(sets.to_vec());
    Kind::LimitBusyPairs(LimitBusyPairs { applies_to, pairs, busy: Busy::InBoth, maximum: 0 })
}

/// Lessons of one length that begin with the same period are busy in no more periods than one of
/// them.
fn same_period(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<(), InstanceError> {
    let slots: Vec<SlotId> = slots_of(draft, Per::Week, &[]).into_iter().next().unwrap_or_default();
    let mut periods: Vec<Vec<SlotId>> = vec![Vec::new(); draft.school.calendar.periods.len()];
    for slot in slots {
        periods[draft.school.calendar.slots[slot].period.index()].push(slot);
    }
    let mut time_groups = Vec::new();
    for slots in periods.iter().filter(|slots| !slots.is_empty()) {
        time_groups.push(draft.time_set(slots)?);
    }
    for lessons in wanted(draft, rule) {
        let Some(set) = draft.sets.resource(&lessons) else { continue };
        let events = draft.events_of(&lessons).into_iter();
        let durations = events.map(|event| draft.builder.facts().events[event].duration);
        let kind = Kind::ClusterBusyTimes(ClusterBusyTimes {
            applies_to: resources(vec![set]),
            time_groups: time_groups.clone(),
            minimum: 0,
            maximum: i64::from(durations.max().unwrap_or(1)),
        });
        draft.constraint(source(id), rule.strength, kind)?;
    }
    Ok(())
}
