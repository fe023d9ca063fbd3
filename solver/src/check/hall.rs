//! Events that can only be at a few times, and are too many for them: for one resource that attends
//! them all, and for the resources of a role.

use super::finding::{Finding, FindingKind, Repair, Role};
use super::flow::{Demand, Shortage, shortages};
use super::view::{View, ids};
use crate::mask::Mask;
use jadwal_model::{ConstraintId, EventId, Id, ResourceId};
use std::collections::BTreeSet;

fn times_of<const W: usize>(times: Mask<W>) -> Vec<usize> {
    times.iter().collect()
}

/// Fixed events that overlap, of one resource.
pub(super) fn fixed_clash<const W: usize>(
    view: &View<'_, W>,
    resource: ResourceId,
    events: &[EventId],
) -> Option<Finding> {
    let alone = view.people[resource.index()].alone?;
    let facts = &view.instance.facts;
    let fixed = events.iter().copied().filter(|&e| facts.events[e].preassigned_time.is_some());
    let fixed: Vec<(EventId, Mask<W>)> =
        fixed.map(|event| (event, view.lessons[event.index()].cover)).collect();
    let (mut clashing, mut twice, mut once) = (BTreeSet::new(), Mask::default(), Mask::default());
    for &(event, times) in &fixed {
        let overlap = once.and(times);
        if !overlap.is_empty() {
            let others = fixed.iter().filter(|(other, span)| *other != event && span.meets(times));
            clashing.extend(others.map(|&(other, _)| other));
            clashing.insert(event);
        }
        twice = twice.or(overlap);
        once = once.or(times);
    }
    if clashing.is_empty() {
        return None;
    }
    let events: Vec<EventId> = clashing.into_iter().collect();
    let covered = fixed.iter().filter(|(event, _)| events.contains(event));
    let covered = covered.fold(Mask::default(), |all: Mask<W>, &(_, times)| all.or(times));
    let (needed, repairs) = (view.total(&events), events.clone());
    let what = FindingKind::FixedClash { resource, events, times: ids(twice) };
    let repairs = repairs.into_iter().map(|event| Repair::MoveFixed { event });
    Some(Finding::proved(what, needed, covered.count()).because([alone]).repaired_by(repairs))
}

/// Events of one resource that have too few times.
pub(super) fn crowded<const W: usize>(
    view: &View<'_, W>,
    resource: ResourceId,
    events: &[EventId],
) -> Vec<Finding> {
    let Some(alone) = view.people[resource.index()].alone else { return Vec::new() };
    let demand = |event: &EventId| -> Demand {
        (times_of(view.lessons[event.index()].cover), view.duration(*event))
    };
    let demands: Vec<Demand> = events.iter().map(demand).collect();
    let room = vec![1; view.instance.facts.times.len()];
    let finding = |found: Shortage| {
        let events: Vec<EventId> = found.demands.iter().map(|&index| events[index]).collect();
        let times: Vec<_> = found.places.iter().map(|&time| Id::new(time)).collect();
        let free = view.more_time(resource, found.needed - found.available);
        let others = events.iter().map(|&event| Repair::AllowTimes { event });
        let causes = view.placing(&events).into_iter().chain([alone]);
        let repairs: Vec<_> = free.into_iter().chain(others).collect();
        let what = FindingKind::Crowded { resource, events, times };
        Finding::proved(what, found.needed, found.available).because(causes).repaired_by(repairs)
    };
    shortages(&demands, &room).into_iter().map(finding).collect()
}

/// Roles of these candidates that have too few of them at some times.
pub(super) fn supply_at_times<const W: usize>(
    view: &View<'_, W>,
    candidates: &[ResourceId],
    roles: &[Role],
) -> Vec<Finding> {
    let mut room = vec![0; view.instance.facts.times.len()];
    for resource in candidates {
        let person = &view.people[resource.index()];
        if person.alone.is_none() {
            return Vec::new();
        }
        person.usable.iter().for_each(|time| room[time] += 1);
    }
    // who asks: roles first, then what the candidates attend anyway
    let anyway: Vec<EventId> = candidates.iter().flat_map(|&r| view.demands(r)).collect();
    let demand = |event: EventId| -> Demand {
        (times_of(view.lessons[event.index()].cover), view.duration(event))
    };
    let events = roles.iter().map(|role| role.event).chain(anyway.iter().copied());
    let demands: Vec<Demand> = events.map(demand).collect();
    let finding = |found: Shortage| {
        let (open, fixed): (Vec<usize>, Vec<usize>) =
            found.demands.iter().partition(|&&index| index < roles.len());
        let mut events: Vec<_> = fixed.into_iter().map(|i| anyway[i - roles.len()]).collect();
        events.sort_unstable();
        events.dedup();
        let roles: Vec<Role> = open.into_iter().map(|index| roles[index]).collect();
        let times: Vec<_> = found.places.iter().map(|&time| Id::new(time)).collect();
        let number = found.needed - found.available;
        let each = (times.len() as i64).max(1);
        let add = candidates.first().map(|&like| Repair::AddResource {
            like,
            number: number / each + i64::from(number % each > 0),
        });
        let all: Vec<EventId> = roles.iter().map(|r| r.event).chain(events.clone()).collect();
        let causes = role_causes(view, &roles);
        let causes = causes.into_iter().chain(view.placing(&all)).chain(clashes(view, candidates));
        let others = roles.iter().map(|role| Repair::AllowTimes { event: role.event });
        let repairs: Vec<_> = add.into_iter().chain(others).collect();
        let candidates = candidates.to_vec();
        let what = FindingKind::SupplyAtTimes { roles, events, candidates, times };
        Finding::proved(what, found.needed, found.available).because(causes).repaired_by(repairs)
    };
    let found = shortages(&demands, &room).into_iter();
    // without a role among them it is a matter of one resource alone, and said there
    found.filter(|s| s.demands.iter().any(|&i| i < roles.len())).map(finding).collect()
}

/// The constraints by which roles have to be filled, and by whom.
pub(super) fn role_causes<const W: usize>(
    view: &View<'_, W>,
    roles: &[Role],
) -> BTreeSet<ConstraintId> {
    let mut causes = BTreeSet::new();
    for role in roles {
        let mut vacancies = view.lessons[role.event.index()].vacancies.iter();
        if let Some(vacancy) = vacancies.find(|vacancy| vacancy.position == role.position) {
            causes.extend(vacancy.required);
            causes.extend(vacancy.limited_by.iter().copied());
        }
    }
    causes
}

/// The constraints by which these attend one meet at a time.
pub(super) fn clashes<const W: usize>(
    view: &View<'_, W>,
    resources: &[ResourceId],
) -> BTreeSet<ConstraintId> {
    resources.iter().filter_map(|resource| view.people[resource.index()].alone).collect()
}
