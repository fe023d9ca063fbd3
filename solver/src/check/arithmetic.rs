//! What one resource attends, against its times: their number, the runs they form, and its limits.
//!
//! The first proof is enough: what is short of times is also short of everything below.

use super::finding::{Finding, FindingKind, Repair};
use super::hall::{crowded, fixed_clash};
use super::limits;
use super::packing::Packing;
use super::view::{View, ids};
use jadwal_model::{EventId, Id, ResourceId};

type Check<const W: usize> = fn(&View<'_, W>, ResourceId, &[EventId]) -> Vec<Finding>;

/// Looks at every resource.
pub(super) fn find<const W: usize>(view: &View<'_, W>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for resource in view.instance.facts.resources.ids() {
        findings.extend(too_few_groups(view, resource));
        if view.people[resource.index()].alone.is_none() {
            continue;
        }
        let events = view.demands(resource);
        let mut found: Vec<Finding> = fixed_clash(view, resource, &events).into_iter().collect();
        let checks: [Check<W>; 4] = [load, crowded, runs, limits::find];
        for check in checks {
            if found.is_empty() {
                found = check(view, resource, &events);
            }
        }
        findings.extend(found);
    }
    findings
}

/// A resource that has to be busy in more time groups than it can be.
fn too_few_groups<const W: usize>(view: &View<'_, W>, resource: ResourceId) -> Option<Finding> {
    let person = &view.people[resource.index()];
    person.cluster.iter().find_map(|rule| {
        let left = rule.groups.iter().filter(|(_, times)| times.meets(person.usable));
        let groups: Vec<_> = left.map(|&(group, _)| group).collect();
        let available = groups.len() as i64;
        let repairs = [Repair::RemoveConstraint(rule.constraint)];
        let causes = person.closed_by().chain([rule.constraint]);
        (available < rule.minimum).then(|| {
            let what = FindingKind::TooFewGroups { resource, groups };
            Finding::proved(what, rule.minimum, available).because(causes).repaired_by(repairs)
        })
    })
}

fn load<const W: usize>(
    view: &View<'_, W>,
    resource: ResourceId,
    events: &[EventId],
) -> Vec<Finding> {
    let person = &view.people[resource.index()];
    let (needed, available) = (view.total(events), person.usable.count());
    if needed <= available {
        return Vec::new();
    }
    let what = FindingKind::Load { resource, events: events.to_vec(), times: ids(person.usable) };
    let placed = events.iter().filter_map(|event| view.lessons[event.index()].placed_by);
    let causes = person.closed_by().chain(person.alone).chain(placed);
    let finding = Finding::proved(what, needed, available).because(causes);
    vec![finding.repaired_by(view.more_time(resource, needed - available))]
}

/// Meets that are too long for the runs of times in which they can be.
fn runs<const W: usize>(
    view: &View<'_, W>,
    resource: ResourceId,
    events: &[EventId],
) -> Vec<Finding> {
    let packing = Packing::new(view, events);
    let causes = || {
        let person = &view.people[resource.index()];
        let cuts = events.iter().flat_map(|event| &view.lessons[event.index()].cut_by).copied();
        cuts.chain(person.alone).chain(view.placing(events)).collect::<Vec<_>>()
    };
    let cut = |length: i64| {
        let long = events.iter().filter(move |event| view.duration(**event) >= length);
        long.map(|&event| Repair::CutOtherwise { event })
    };
    for length in packing.lengths().filter(|&length| length > 1).collect::<Vec<_>>() {
        let fewest = |event: &EventId| view.lessons[event.index()].cuts.fewest(length);
        let needed: i64 = events.iter().map(fewest).sum();
        let available = packing.most_meets(length);
        if needed > available {
            let long = events.iter().copied().filter(|event| fewest(event) > 0).collect();
            let what = FindingKind::LongMeets { resource, length, events: long };
            let lacking = (needed - available) * i64::from(length);
            let repairs = view.more_time(resource, lacking);
            let repairs: Vec<_> = repairs.into_iter().chain(cut(i64::from(length))).collect();
            let finding = Finding::proved(what, needed, available);
            return vec![finding.because(causes()).repaired_by(repairs)];
        }
    }
    let (needed, available) = (view.total(events), packing.most_times(view.times));
    if needed <= available {
        return Vec::new();
    }
    let what = FindingKind::Lengths { resource, events: events.to_vec() };
    let repairs = view.more_time(resource, needed - available);
    let repairs: Vec<_> = repairs.into_iter().chain(cut(2)).collect();
    vec![Finding::proved(what, needed, available).because(causes()).repaired_by(repairs)]
}
