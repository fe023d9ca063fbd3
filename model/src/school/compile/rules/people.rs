//! Rules about the time of teachers, classes and rooms.

use super::{about, afternoons, both_halves, groups, half_days, meant, slots_of, stretches};
use crate::builder::InstanceError;
use crate::constraint::{
    AvoidUnavailableTimes, Busy, ClusterBusyTimes, Kind, LimitBusyPairs, LimitBusyTimes,
    LimitIdleTimes,
};
use crate::id::{Id, ResourceId, TimeGroupId};
use crate::school::calendar::Part;
use crate::school::compile::draft::{Draft, resources, times};
use crate::school::id::{DayId, RuleId, SlotId};
use crate::school::rule::{Of, Per, Rule, RuleKind};
use std::collections::{BTreeMap, BTreeSet};

/// Adds the constraints of a rule about somebody's time; says whether it is one.
pub(super) fn add(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<bool, InstanceError> {
    let strength = rule.strength;
    let all = |draft: &Draft<'_>, of: Of| meant(draft, of, &rule.scope);
    let within = &rule.scope.within;
    let kinds = match &rule.kind {
        RuleKind::Unavailable { of, times } => vec![unavailable(all(draft, *of), times)],
        RuleKind::PedagogicalHalfDay { times } => {
            vec![unavailable(all(draft, Of::Teachers), times)]
        }
        RuleKind::HalfDayOnly { exceptions } => {
            vec![Kind::LimitBusyPairs(LimitBusyPairs {
                applies_to: resources(all(draft, Of::Teachers)),
                pairs: both_halves(draft),
                busy: Busy::InBoth,
                maximum: i64::from(*exceptions),
            })]
        }
        RuleKind::LeastInHalfDay { of, hours } => {
            let stretches = stretches(draft, Per::HalfDay, within)?;
            vec![busy(all(draft, *of), stretches, *hours, u32::MAX)]
        }
        RuleKind::LeastInDay { of, hours } => {
            let stretches = stretches(draft, Per::Day, within)?;
            vec![busy(all(draft, *of), stretches, *hours, u32::MAX)]
        }
        RuleKind::GapsThroughDay { of, most } => {
            let who = all(draft, *of);
            gaps_through_day(draft, who, within, *most)?
        }
        RuleKind::Gaps { of, per, most } => {
            let who = all(draft, *of);
            gaps(draft, who, (*per, within), *most)?
        }
        RuleKind::MostHours { of, per, hours } => {
            let stretches = stretches(draft, *per, within)?;
            vec![busy(all(draft, *of), stretches, 0, *hours)]
        }
        RuleKind::LeastHours { of, hours } => {
            let mut slots = Vec::new();
            for slot in slots_of(draft, Per::Week, within).into_iter().flatten() {
                slots.push(draft.time_set(&[slot])?);
            }
            vec![cluster(all(draft, *of), slots, (*hours, u32::MAX))]
        }
        RuleKind::MostInARow { of, hours } => {
            let windows = windows(draft, *hours as usize + 1, within)?;
            vec![busy(all(draft, *of), windows, 0, *hours)]
        }
        RuleKind::MostDays { of, days } => {
            let stretches = stretches(draft, Per::Day, within)?;
            vec![cluster(all(draft, *of), stretches, (0, *days))]
        }
        RuleKind::MostHalfDays { of, half_days } => {
            let stretches = stretches(draft, Per::HalfDay, within)?;
            vec![cluster(all(draft, *of), stretches, (0, *half_days))]
        }
        RuleKind::Rest { of, per, slots } => {
            let pairs = too_close(draft, *per, *slots as usize)?;
            vec![pairs_of(all(draft, *of), pairs, Busy::InBoth, 0)]
        }
        RuleKind::LeastDays { of, per, days } => {
            let stretches = stretches(draft, *per, within)?;
            vec![cluster(all(draft, *of), stretches, (*days, u32::MAX))]
        }
        RuleKind::Span { of, per, slots } => {
            let pairs = far_apart(draft, *per, within, *slots as usize)?;
            vec![pairs_of(all(draft, *of), pairs, Busy::InBoth, 0)]
        }
        RuleKind::EarlyStarts { of, per, most } => {
            let [second, later] = late(draft, *per, within)?;
            let who = all(draft, *of);
            let mut kinds = vec![pairs_of(who.clone(), second, Busy::InFirstOnly, *most)];
            // where none may begin late, beginning later still is the same fault
            if *most > 0 {
                kinds.push(pairs_of(who, later, Busy::InFirstOnly, 0));
            }
            kinds
        }
        RuleKind::MostHalfDaysInARow { of, half_days } => {
            let who = all(draft, *of);
            let runs = runs(draft, *half_days as usize + 1);
            let kind = |run| cluster(who.clone(), run, (0, *half_days));
            runs.into_iter().map(kind).collect()
        }
        RuleKind::MostAfternoons { of, afternoons: most } => {
            vec![cluster(all(draft, *of), afternoons(draft), (0, *most))]
        }
        RuleKind::FreeHalfDays { of, half_days: free, among } => {
            let among = half_days(draft, among);
            let most = (among.len() as u32).saturating_sub(*free);
            vec![cluster(all(draft, *of), groups(draft, &among), (0, most))]
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

fn cluster(who: Vec<ResourceId>, time_groups: Vec<TimeGroupId>, (least, most): (u32, u32)) -> Kind {
    let (minimum, maximum) = (i64::from(least), i64::from(most.min(100_000)));
    let applies_to = resources(who);
    Kind::ClusterBusyTimes(ClusterBusyTimes { applies_to, time_groups, minimum, maximum })
}

type Pairs = Vec<(TimeGroupId, TimeGroupId)>;

fn pairs_of(who: Vec<ResourceId>, pairs: Pairs, busy: Busy, most: u32) -> Kind {
    let (applies_to, maximum) = (resources(who), i64::from(most));
    Kind::LimitBusyPairs(LimitBusyPairs { applies_to, pairs, busy, maximum })
}

/// Each slot of a stretch, and those so far behind it that a span from one to the other is too long.
fn far_apart(
    draft: &mut Draft<'_>,
    per: Per,
    within: &[SlotId],
    most: usize,
) -> Result<Pairs, InstanceError> {
    let mut pairs = Vec::new();
    for slots in slots_of(draft, per, within) {
        for &slot in &slots {
            // rows that are no slots, such as breaks, take time too
            let row = |slot: SlotId| draft.school.calendar.slots[slot].period.index();
            let too_far = |&other: &SlotId| row(other) >= row(slot) + most.max(1);
            let far: Vec<SlotId> = slots.iter().copied().filter(too_far).collect();
            if !far.is_empty() {
                pairs.push((draft.time_set(&[slot])?, draft.time_set(&far)?));
            }
        }
    }
    Ok(pairs)
}

/// Each slot at the end of a day, and those of the next day too soon after it; or of a morning, and of
/// its afternoon.
fn too_close(draft: &mut Draft<'_>, per: Per, least: usize) -> Result<Pairs, InstanceError> {
    let calendar = &draft.school.calendar;
    let half = |day, part| match calendar.half_day(day, part) {
        Some(half_day) => calendar.slots_of(half_day).collect(),
        None => Vec::new(),
    };
    let days: Vec<DayId> = calendar.days.ids().collect();
    let neighbours: Vec<[Vec<SlotId>; 2]> = match per {
        Per::HalfDay => days.iter().map(|&day| Part::ALL.map(|part| half(day, part))).collect(),
        Per::Day | Per::Week => days
            .windows(2)
            .map(|two| [two[0], two[1]].map(|day| calendar.slots_on(day).collect()))
            .collect(),
    };
    let row = |slot: SlotId| calendar.slots[slot].period.index();
    // the night lies between the last row of a day and the first of the next one
    let night = if per == Per::HalfDay { 0 } else { calendar.periods.len() };
    let mut found: Vec<(SlotId, Vec<SlotId>)> = Vec::new();
    for [before, after] in neighbours {
        for slot in before {
            let close = |other: &SlotId| night + row(*other) < row(slot) + 1 + least;
            let close: Vec<SlotId> = after.iter().copied().filter(close).collect();
            if !close.is_empty() {
                found.push((slot, close));
            }
        }
    }
    let mut pairs = Vec::new();
    for (slot, close) in found {
        pairs.push((draft.time_set(&[slot])?, draft.time_set(&close)?));
    }
    Ok(pairs)
}

/// What comes after the first slot of a stretch, and that slot; and after the second, and both.
fn late(draft: &mut Draft<'_>, per: Per, within: &[SlotId]) -> Result<[Pairs; 2], InstanceError> {
    let mut late = [Vec::new(), Vec::new()];
    for slots in slots_of(draft, per, within) {
        for (first, pairs) in (1..).zip(&mut late) {
            if slots.len() > first {
                let (early, rest) = slots.split_at(first);
                pairs.push((draft.time_set(rest)?, draft.time_set(early)?));
            }
        }
    }
    Ok(late)
}

/// Every run of so many half-days, one after another.
fn runs(draft: &Draft<'_>, length: usize) -> Vec<Vec<TimeGroupId>> {
    let calendar = &draft.school.calendar;
    let all: Vec<(usize, TimeGroupId)> = calendar
        .half_days
        .enumerate()
        .map(|(id, half)| (2 * half.day.index() + half.part as usize, draft.half_days[id]))
        .collect();
    let runs = all.windows(length.max(1));
    let runs = runs.filter(|run| run[run.len() - 1].0 - run[0].0 + 1 == run.len());
    runs.map(|run| run.iter().map(|&(_, group)| group).collect()).collect()
}

/// Gaps lie inside half-days; what is added up is one half-day, both of a day, or all. Whoever is not
/// there in the midst of a half-day has no gap then.
fn gaps(
    draft: &mut Draft<'_>,
    who: Vec<ResourceId>,
    (per, within): (Per, &[SlotId]),
    most: u32,
) -> Result<Vec<Kind>, InstanceError> {
    // no gap at all is no gap anywhere: one count of the week says the same
    let per = if most == 0 { Per::Week } else { per };
    let half_days = slots_of(draft, Per::HalfDay, within);
    let mut kinds = Vec::new();
    for (away, who) in by_away(who, |resource| away_between(draft, resource)) {
        let mut counted: BTreeMap<usize, Vec<TimeGroupId>> = BTreeMap::new();
        for slots in &half_days {
            let half_day = draft.school.calendar.slots[slots[0]].half_day;
            let stretch = match per {
                Per::Week => 0,
                Per::Day => draft.school.calendar.half_days[half_day].day.index(),
                Per::HalfDay => half_day.index(),
            };
            let there = slots.iter().copied().filter(|slot| !away.contains(slot));
            let there: Vec<SlotId> = there.collect();
            counted.entry(stretch).or_default().push(draft.time_set(&there)?);
        }
        kinds.extend(counted.into_values().map(|groups| idle(who.clone(), groups, most)));
    }
    Ok(kinds)
}

/// Gaps of each day by itself, lunch included.
fn gaps_through_day(
    draft: &mut Draft<'_>,
    who: Vec<ResourceId>,
    within: &[SlotId],
    most: u32,
) -> Result<Vec<Kind>, InstanceError> {
    let days = slots_of(draft, Per::Day, within);
    let mut kinds = Vec::new();
    let all = |resource| draft.away.get(&resource).cloned().unwrap_or_default();
    for (away, who) in by_away(who, all) {
        for slots in &days {
            let there = slots.iter().copied().filter(|slot| !away.contains(slot));
            let there: Vec<SlotId> = there.collect();
            kinds.push(idle(who.clone(), vec![draft.time_set(&there)?], most));
        }
    }
    Ok(kinds)
}

/// Those together who are away at the same slots.
fn by_away(
    who: Vec<ResourceId>,
    away: impl Fn(ResourceId) -> BTreeSet<SlotId>,
) -> BTreeMap<BTreeSet<SlotId>, Vec<ResourceId>> {
    let mut alike: BTreeMap<BTreeSet<SlotId>, Vec<ResourceId>> = BTreeMap::new();
    for resource in who {
        alike.entry(away(resource)).or_default().push(resource);
    }
    alike
}

fn idle(who: Vec<ResourceId>, time_groups: Vec<TimeGroupId>, most: u32) -> Kind {
    let (applies_to, maximum) = (resources(who), i64::from(most));
    Kind::LimitIdleTimes(LimitIdleTimes { applies_to, time_groups, minimum: 0, maximum })
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
fn windows(
    draft: &mut Draft<'_>,
    length: usize,
    within: &[SlotId],
) -> Result<Vec<TimeGroupId>, InstanceError> {
    let calendar = &draft.school.calendar;
    let starts: Vec<SlotId> = calendar.slots.ids().collect();
    let mut windows = Vec::new();
    for (index, &slot) in starts.iter().enumerate() {
        let run = starts.get(index..index + length).unwrap_or_default();
        let looked_at = within.is_empty() || run.iter().all(|slot| within.contains(slot));
        if calendar.fits(slot, length as u32) && looked_at {
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
