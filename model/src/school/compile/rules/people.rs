//! Rules about the time of teachers, classes and rooms.

use super::{about, afternoons, groups, half_days, meant};
use crate::builder::InstanceError;
use crate::constraint::{
    AvoidUnavailableTimes, ClusterBusyTimes, Kind, LimitBusyPairs, LimitBusyTimes, LimitIdleTimes,
};
use crate::id::{ResourceId, TimeGroupId};
use crate::school::calendar::Part;
use crate::school::compile::draft::{Draft, resources, times};
use crate::school::id::{HalfDayId, RuleId, SlotId};
use crate::school::rule::{Of, Per, Rule, RuleKind};
use std::collections::{BTreeMap, BTreeSet};

/// Adds the constraints of a rule about somebody's time; says whether it is one.
pub(super) fn add(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<bool, InstanceError> {
    let strength = rule.strength;
    let all = |draft: &Draft<'_>, of: Of| meant(draft, of, &rule.scope);
    let kinds = match &rule.kind {
        RuleKind::Unavailable { of, times } => vec![unavailable(all(draft, *of), times)],
        RuleKind::PedagogicalHalfDay { times } => {
            vec![unavailable(all(draft, Of::Teachers), times)]
        }
        RuleKind::HalfDayOnly { exceptions } => {
            vec![Kind::LimitBusyPairs(LimitBusyPairs {
                applies_to: resources(all(draft, Of::Teachers)),
                pairs: both_halves(draft),
                maximum: i64::from(*exceptions),
            })]
        }
        RuleKind::LeastInHalfDay { of, hours } => {
            vec![busy(all(draft, *of), groups(draft, &half_days(draft, &[])), *hours, u32::MAX)]
        }
        RuleKind::Gaps { of, per, most } => {
            let who = all(draft, *of);
            gaps(draft, who, *per, *most)?
        }
        RuleKind::MostHours { of, per, hours } => {
            let stretches = match per {
                Per::HalfDay => groups(draft, &half_days(draft, &[])),
                Per::Day => draft.days.iter().copied().collect(),
                Per::Week => draft.week.into_iter().collect(),
            };
            vec![busy(all(draft, *of), stretches, 0, *hours)]
        }
        RuleKind::MostInARow { of, hours } => {
            let windows = windows(draft, *hours as usize + 1)?;
            vec![busy(all(draft, *of), windows, 0, *hours)]
        }
        RuleKind::MostDays { of, days } => {
            let stretches = draft.days.iter().copied().collect();
            vec![cluster(all(draft, *of), stretches, *days)]
        }
        RuleKind::MostAfternoons { of, afternoons: most } => {
            vec![cluster(all(draft, *of), afternoons(draft), *most)]
        }
        RuleKind::FreeHalfDays { of, half_days: free, among } => {
            let among = half_days(draft, among);
            let most = (among.len() as u32).saturating_sub(*free);
            vec![cluster(all(draft, *of), groups(draft, &among), most)]
        }
        RuleKind::MostFirstSlots { of, most } => {
            let edge = edge(draft, |calendar, slot| calendar.is_first(slot))?;
            vec![busy(all(draft, *of), vec![edge], 0, *most)]
        }
        RuleKind::MostLastSlots { of, most } => {
            let edge = edge(draft, |calendar, slot| calendar.is_last(slot))?;
            vec![busy(all(draft, *of), vec![edge], 0, *most)]
        }
        RuleKind::BalancedDays { least, most } => {
            let days = draft.days.iter().copied().collect();
            vec![busy(all(draft, Of::Classes), days, *least, *most)]
        }
        _ => return Ok(false),
    };
    for kind in kinds {
        about(draft, id, strength, kind)?;
    }
    Ok(true)
}

fn unavailable(who: Vec<ResourceId>, when: &[SlotId]) -> Kind {
    Kind::AvoidUnavailableTimes(AvoidUnavailableTimes {
        applies_to: resources(who),
        times: times(when),
    })
}

fn busy(who: Vec<ResourceId>, time_groups: Vec<TimeGroupId>, least: u32, most: u32) -> Kind {
    // no week has as many hours as this: what is not limited from above has it as its limit
    let most = most.min(100_000);
    Kind::LimitBusyTimes(LimitBusyTimes {
        applies_to: resources(who),
        time_groups,
        minimum: i64::from(least),
        maximum: i64::from(most),
    })
}

fn cluster(who: Vec<ResourceId>, time_groups: Vec<TimeGroupId>, most: u32) -> Kind {
    let (applies_to, maximum) = (resources(who), i64::from(most));
    Kind::ClusterBusyTimes(ClusterBusyTimes { applies_to, time_groups, minimum: 0, maximum })
}

/// The morning and the afternoon of each day that has both.
fn both_halves(draft: &Draft<'_>) -> Vec<(TimeGroupId, TimeGroupId)> {
    let calendar = &draft.school.calendar;
    let half = |day, part| calendar.half_day(day, part).map(|id: HalfDayId| draft.half_days[id]);
    let both = |day| Some((half(day, Part::Morning)?, half(day, Part::Afternoon)?));
    calendar.days.ids().filter_map(both).collect()
}

/// Gaps lie inside half-days; what is added up is one half-day, both of a day, or all. Whoever is not
/// there in the midst of a half-day has no gap then.
fn gaps(
    draft: &mut Draft<'_>,
    who: Vec<ResourceId>,
    per: Per,
    most: u32,
) -> Result<Vec<Kind>, InstanceError> {
    let all = half_days(draft, &[]);
    let calendar = &draft.school.calendar;
    let stretches: Vec<Vec<HalfDayId>> = match per {
        // no gap at all is no gap anywhere: one count of the week says the same
        _ if most == 0 => vec![all],
        Per::Week => vec![all],
        Per::HalfDay => all.into_iter().map(|half_day| vec![half_day]).collect(),
        Per::Day => {
            let of = |day| {
                let here = all.iter().filter(|&&half_day| calendar.half_days[half_day].day == day);
                here.copied().collect()
            };
            calendar.days.ids().map(of).collect()
        }
    };
    let mut alike: BTreeMap<BTreeSet<SlotId>, Vec<ResourceId>> = BTreeMap::new();
    for resource in who {
        alike.entry(away_between(draft, resource)).or_default().push(resource);
    }
    let mut kinds = Vec::new();
    for (away, who) in alike {
        for stretch in &stretches {
            let mut time_groups = groups(draft, stretch);
            if !away.is_empty() {
                for (group, &half_day) in time_groups.iter_mut().zip(stretch) {
                    let there = draft.school.calendar.slots_of(half_day);
                    let there: Vec<SlotId> = there.filter(|slot| !away.contains(slot)).collect();
                    *group = draft.time_set(&there)?;
                }
            }
            kinds.push(Kind::LimitIdleTimes(LimitIdleTimes {
                applies_to: resources(who.clone()),
                time_groups,
                minimum: 0,
                maximum: i64::from(most),
            }));
        }
    }
    Ok(kinds)
}

/// The slots at which somebody is not there, with slots of the same half-day before and after at which
/// they are: nothing else could be taken for a gap.
fn away_between(draft: &Draft<'_>, resource: ResourceId) -> BTreeSet<SlotId> {
    let Some(away) = draft.away.get(&resource) else { return BTreeSet::new() };
    let calendar = &draft.school.calendar;
    let between = |slot: &SlotId| {
        let there = calendar.slots_of(calendar.slots[*slot].half_day);
        let (mut before, mut after) = (false, false);
        for other in there.filter(|other| !away.contains(other)) {
            before |= other < *slot;
            after |= other > *slot;
        }
        before && after
    };
    away.iter().copied().filter(between).collect()
}

/// Every run of so many slots in a half-day.
fn windows(draft: &mut Draft<'_>, length: usize) -> Result<Vec<TimeGroupId>, InstanceError> {
    let calendar = &draft.school.calendar;
    let starts: Vec<SlotId> = calendar.slots.ids().collect();
    let mut windows = Vec::new();
    for (index, &slot) in starts.iter().enumerate() {
        if calendar.fits(slot, length as u32) {
            windows.push(draft.time_set(&starts[index..index + length])?);
        }
    }
    Ok(windows)
}

fn edge(
    draft: &mut Draft<'_>,
    keep: fn(&crate::school::calendar::Calendar, SlotId) -> bool,
) -> Result<TimeGroupId, InstanceError> {
    let calendar = &draft.school.calendar;
    let slots: Vec<SlotId> = calendar.slots.ids().filter(|&slot| keep(calendar, slot)).collect();
    draft.time_set(&slots)
}
