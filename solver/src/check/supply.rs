//! Roles against the resources that can fill them: in times, at each time, and in workload.

use super::finding::{Certainty, Finding, FindingKind, Repair, Role};
use super::flow::{Demand, Shortage, UNLIMITED, shortages};
use super::hall::{clashes, role_causes, supply_at_times};
use super::view::View;
use jadwal_model::{EventId, Facts, Id, ResourceId};
use std::collections::{BTreeMap, BTreeSet};

/// Use of candidates above this share, in percent, is suspicious.
const SUSPICIOUS: i64 = 95;

/// Roles by the set of those who can fill them.
type Sets = BTreeMap<Vec<ResourceId>, Vec<Role>>;

/// Looks at all roles that have to be filled.
pub(super) fn find<const W: usize>(view: &View<'_, W>) -> Vec<Finding> {
    let placed = sets(view, true);
    let mut findings = totals(view, &placed);
    let proved: BTreeSet<ResourceId> = findings.iter().flat_map(candidates).collect();
    let (mut lacking, mut suspicious) = (BTreeSet::new(), BTreeSet::new());
    for (set, roles) in closed(&placed) {
        if set.iter().any(|resource| proved.contains(resource)) {
            continue;
        }
        let at_times = supply_at_times(view, &set, &roles);
        if at_times.is_empty() && set.iter().all(|resource| !suspicious.contains(resource)) {
            let found = nearly_used_up(view, &set, &roles);
            suspicious.extend(found.iter().flat_map(candidates));
            findings.extend(found);
        }
        for finding in at_times {
            let FindingKind::SupplyAtTimes { roles, .. } = &finding.what else { continue };
            // a larger set repeats what its parts have shown
            if roles.iter().all(|role| !lacking.contains(role)) {
                lacking.extend(roles.iter().copied());
                findings.push(finding);
            }
        }
    }
    findings.extend(workload(view, &sets(view, false)));
    findings
}

fn candidates(finding: &Finding) -> Vec<ResourceId> {
    match &finding.what {
        FindingKind::Supply { candidates, .. } => candidates.clone(),
        _ => Vec::new(),
    }
}

/// The roles that have to be filled, of events that have to run, or of all.
fn sets<const W: usize>(view: &View<'_, W>, placed: bool) -> Sets {
    let mut sets = Sets::new();
    for event in view.instance.facts.events.ids() {
        let lesson = &view.lessons[event.index()];
        if lesson.broken || (placed && !lesson.placed) {
            continue;
        }
        for vacancy in lesson.vacancies.iter().filter(|vacancy| vacancy.required.is_some()) {
            let role = Role { event, position: vacancy.position };
            sets.entry(vacancy.candidates.clone()).or_default().push(role);
        }
    }
    sets
}

/// Each set with all roles that need one of its members, and the unions of sets that overlap; small
/// sets first.
fn closed(sets: &Sets) -> Vec<(Vec<ResourceId>, Vec<Role>)> {
    let mut unions: Vec<BTreeSet<ResourceId>> = Vec::new();
    for set in sets.keys() {
        let mut all: BTreeSet<ResourceId> = set.iter().copied().collect();
        unions.retain(|union| {
            let apart = union.is_disjoint(&all);
            if !apart {
                all.extend(union);
            }
            apart
        });
        unions.push(all);
    }
    let unions = unions.into_iter().map(|union| union.into_iter().collect());
    let all: BTreeSet<Vec<ResourceId>> = sets.keys().cloned().chain(unions).collect();
    let within = |outer: &Vec<ResourceId>| {
        let inner =
            sets.iter().filter(|(set, _)| set.iter().all(|r| outer.binary_search(r).is_ok()));
        let mut roles: Vec<Role> = inner.flat_map(|(_, roles)| roles).copied().collect();
        roles.sort_unstable();
        roles
    };
    let mut closed: Vec<_> = all.into_iter().map(|set| (set.clone(), within(&set))).collect();
    closed.sort_by_key(|(set, _)| set.len());
    closed
}

/// How many times a resource has left for roles.
fn room<const W: usize>(view: &View<'_, W>, resource: ResourceId) -> i64 {
    let person = &view.people[resource.index()];
    match person.alone {
        Some(_) => (person.usable.count() - view.total(&view.demands(resource))).max(0),
        None => UNLIMITED,
    }
}

fn amount<const W: usize>(view: &View<'_, W>, roles: &[Role]) -> i64 {
    roles.iter().map(|role| view.duration(role.event)).sum()
}

/// All times of the roles against all times of those who can fill them.
fn totals<const W: usize>(view: &View<'_, W>, sets: &Sets) -> Vec<Finding> {
    let people = view.instance.facts.resources.ids();
    let room: Vec<i64> = people.map(|resource| room(view, resource)).collect();
    let demand = |(set, roles): (&Vec<ResourceId>, &Vec<Role>)| -> Demand {
        (set.iter().map(|resource| resource.index()).collect(), amount(view, roles))
    };
    let demands: Vec<Demand> = sets.iter().map(demand).collect();
    let all: Vec<&Vec<Role>> = sets.values().collect();
    let finding = |found: Shortage| {
        let mut roles: Vec<Role> =
            found.demands.iter().flat_map(|&set| all[set]).copied().collect();
        roles.sort_unstable();
        let candidates: Vec<_> = found.places.iter().map(|&r| ResourceId::new(r)).collect();
        supply(view, Certainty::Proved, roles, candidates, (found.needed, found.available))
    };
    shortages(&demands, &room).into_iter().map(finding).collect()
}

fn supply<const W: usize>(
    view: &View<'_, W>,
    certainty: Certainty,
    roles: Vec<Role>,
    candidates: Vec<ResourceId>,
    (needed, available): (i64, i64),
) -> Finding {
    let lacking = needed - available;
    let each = view.times.count().max(1);
    let add = candidates.first().map(|&like| Repair::AddResource {
        like,
        number: (lacking / each + i64::from(lacking % each > 0)).max(1),
    });
    let events: BTreeSet<EventId> = roles.iter().map(|role| role.event).collect();
    let placed = events.iter().filter_map(|event| view.lessons[event.index()].placed_by);
    let closed = candidates.iter().flat_map(|r| view.people[r.index()].closed_by());
    let causes: Vec<_> = role_causes(view, &roles)
        .into_iter()
        .chain(clashes(view, &candidates))
        .chain(placed)
        .chain(closed)
        .collect();
    let finding = match certainty {
        Certainty::Proved => Finding::proved,
        Certainty::Likely => Finding::likely,
    };
    let what = FindingKind::Supply { roles, candidates };
    finding(what, needed, available).because(causes).repaired_by(add)
}

fn nearly_used_up<const W: usize>(
    view: &View<'_, W>,
    set: &[ResourceId],
    roles: &[Role],
) -> Option<Finding> {
    let each = set.iter().map(|&resource| room(view, resource));
    let available = each.fold(0i64, i64::saturating_add);
    let needed = amount(view, roles);
    let suspicious = available < UNLIMITED && needed * 100 > available * SUSPICIOUS;
    suspicious
        .then(|| supply(view, Certainty::Likely, roles.to_vec(), set.to_vec(), (needed, available)))
}

/// The workload of roles against the greatest workloads, and each resource's own.
fn workload<const W: usize>(view: &View<'_, W>, sets: &Sets) -> Vec<Finding> {
    let facts = &view.instance.facts;
    let units = facts.workload_units;
    let mut findings = Vec::new();
    let mut room = Vec::new();
    for resource in facts.resources.ids() {
        let own = own_workload(view, resource);
        let mut left = UNLIMITED;
        for &(id, minimum, maximum) in &view.people[resource.index()].workload {
            left = left.min((maximum.saturating_mul(units) - own).max(0));
            if own > maximum.saturating_mul(units) {
                let events = view.people[resource.index()].attends.clone();
                let what = FindingKind::Workload { resource, events };
                let needed = own / units + i64::from(own % units > 0);
                let repairs = [Repair::RemoveConstraint(id)];
                findings.push(
                    Finding::proved(what, needed, maximum).because([id]).repaired_by(repairs),
                );
            }
            let most = own.saturating_add(open_workload(view, resource));
            if most < minimum.saturating_mul(units) {
                let what = FindingKind::WorkloadLeast { resource };
                let repairs = [Repair::RemoveConstraint(id)];
                let finding = Finding::proved(what, minimum, most / units);
                findings.push(finding.because([id]).repaired_by(repairs));
            }
        }
        room.push(left);
    }
    let all: Vec<&Vec<Role>> = sets.values().collect();
    let demand = |(set, roles): (&Vec<ResourceId>, &Vec<Role>)| -> Demand {
        let amount = roles.iter().map(|&role| role_workload(facts, role)).sum();
        (set.iter().map(|resource| resource.index()).collect(), amount)
    };
    let demands: Vec<Demand> = sets.iter().map(demand).collect();
    for found in shortages(&demands, &room) {
        let mut roles: Vec<Role> =
            found.demands.iter().flat_map(|&set| all[set]).copied().collect();
        roles.sort_unstable();
        let candidates: Vec<_> = found.places.iter().map(|&r| ResourceId::new(r)).collect();
        let limits = candidates.iter().flat_map(|r| &view.people[r.index()].workload);
        let causes: Vec<_> =
            role_causes(view, &roles).into_iter().chain(limits.map(|&(id, ..)| id)).collect();
        let add = candidates.first().map(|&like| Repair::AddResource { like, number: 1 });
        let needed = found.needed / units + i64::from(found.needed % units > 0);
        let what = FindingKind::WorkloadSupply { roles, candidates };
        let finding = Finding::proved(what, needed, found.available / units);
        findings.push(finding.because(causes).repaired_by(add));
    }
    findings
}

/// In units: what comes with the events that a resource attends in every timetable.
fn own_workload<const W: usize>(view: &View<'_, W>, resource: ResourceId) -> i64 {
    let facts = &view.instance.facts;
    let work = |&event: &EventId| {
        let e = &facts.events[event];
        let named = e.resources.iter().filter(|wanted| wanted.preassigned == Some(resource));
        let named: i64 = named.map(|wanted| wanted.workload).sum();
        let joined = e.attendees.contains(&resource);
        (named + if joined { e.total_workload() } else { 0 }) * facts.workload_units
    };
    view.people[resource.index()].attends.iter().map(work).sum()
}

/// In units: what all the roles that a resource may fill bring.
fn open_workload<const W: usize>(view: &View<'_, W>, resource: ResourceId) -> i64 {
    if !view.people[resource.index()].open {
        return 0;
    }
    let facts = &view.instance.facts;
    let mut sum = 0;
    for event in facts.events.ids() {
        for vacancy in &view.lessons[event.index()].vacancies {
            if vacancy.candidates.contains(&resource) {
                sum += role_workload(facts, Role { event, position: vacancy.position });
            }
        }
    }
    sum
}

fn role_workload(facts: &Facts, role: Role) -> i64 {
    facts.events[role.event].resources[role.position].workload * facts.workload_units
}
