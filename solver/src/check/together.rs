//! Events that should run at the same times: they share nobody, last equally long, have times in
//! common, and find enough resources for all their roles at once.

use super::finding::{Finding, FindingKind, Repair, Role};
use super::flow::{Demand, UNLIMITED, shortage};
use super::starts::keep;
use super::view::{View, ids};
use crate::mask::Mask;
use jadwal_model::{ConstraintId, EventId, Id, ResourceId};
use std::collections::{BTreeMap, BTreeSet};

/// Events that run at the same times, and the constraints that say so; one event has none.
#[derive(Clone, Debug)]
struct Company {
    events: Vec<EventId>,
    links: Vec<ConstraintId>,
}

/// Leaves linked events only the starts that all can follow, and says which cannot run at once.
pub(super) fn limit<const W: usize>(view: &mut View<'_, W>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for company in companies(view) {
        let lessons = || company.events.iter().map(|event| &view.lessons[event.index()]);
        if lessons().any(|lesson| lesson.broken) {
            continue;
        }
        let runs = lessons().any(|lesson| lesson.placed);
        let linked = company.events.len() > 1;
        let mut found = None;
        if linked && runs {
            found = shared(view, &company).or_else(|| unequal(view, &company));
        }
        if linked && found.is_none() {
            found = common_times(view, &company);
        }
        if runs && found.is_none() {
            found = at_once(view, &company);
        }
        if let Some(finding) = found {
            findings.push(finding);
            for event in &company.events {
                view.lessons[event.index()].broken = true;
            }
        }
    }
    findings
}

/// Linked events, joined where links share one; then every other event with several roles.
fn companies<const W: usize>(view: &View<'_, W>) -> Vec<Company> {
    let facts = &view.instance.facts;
    let mut leader: Vec<usize> = (0..facts.events.len()).collect();
    for &(_, group) in &view.links {
        let members = &facts.event_groups[group].members;
        for pair in members.windows(2) {
            let [first, second] = [find(&leader, pair[0].index()), find(&leader, pair[1].index())];
            leader[first.max(second)] = first.min(second);
        }
    }
    let mut companies: BTreeMap<usize, Company> = BTreeMap::new();
    for event in facts.events.ids() {
        let company = Company { events: Vec::new(), links: Vec::new() };
        let leader = find(&leader, event.index());
        companies.entry(leader).or_insert(company).events.push(event);
    }
    for &(id, group) in &view.links {
        if let Some(first) = facts.event_groups[group].members.first()
            && let Some(company) = companies.get_mut(&find(&leader, first.index()))
        {
            company.links.push(id);
        }
    }
    let several = |company: &Company| {
        let vacancies = |event: &EventId| view.lessons[event.index()].vacancies.len();
        company.events.len() > 1 || company.events.iter().map(vacancies).sum::<usize>() > 1
    };
    companies.into_values().filter(several).collect()
}

fn find(leader: &[usize], mut event: usize) -> usize {
    while leader[event] != event {
        event = leader[event];
    }
    event
}

/// Somebody who attends two of them and cannot.
fn shared<const W: usize>(view: &View<'_, W>, company: &Company) -> Option<Finding> {
    let mut attended: BTreeMap<ResourceId, Vec<EventId>> = BTreeMap::new();
    for &event in &company.events {
        for &resource in &view.lessons[event.index()].attending {
            attended.entry(resource).or_default().push(event);
        }
    }
    let alone = |resource: &ResourceId| view.people[resource.index()].alone;
    let mut attended = attended.into_iter();
    let (resource, events) =
        attended.find(|(resource, events)| events.len() > 1 && alone(resource).is_some())?;
    let needed = events.len() as i64;
    let causes = company.links.iter().copied().chain(alone(&resource));
    let repairs = company.links.iter().map(|&id| Repair::RemoveConstraint(id));
    let finding = Finding::proved(FindingKind::SharedResource { resource, events }, needed, 1);
    Some(finding.because(causes).repaired_by(repairs))
}

/// The event takes as many times as it lasts, as somebody attends it who cannot be twice at once.
fn takes_its_duration<const W: usize>(view: &View<'_, W>, event: EventId) -> bool {
    let lesson = &view.lessons[event.index()];
    let mut attending = lesson.attending.iter();
    lesson.placed && attending.any(|resource| view.people[resource.index()].alone.is_some())
}

fn unequal<const W: usize>(view: &View<'_, W>, company: &Company) -> Option<Finding> {
    let sure = company.events.iter().copied().filter(|&event| takes_its_duration(view, event));
    let events: Vec<EventId> = sure.collect();
    let durations = || events.iter().map(|&event| view.duration(event));
    let (shortest, longest) = (durations().min()?, durations().max()?);
    if shortest == longest {
        return None;
    }
    let repairs = company.links.iter().map(|&id| Repair::RemoveConstraint(id));
    let finding = Finding::proved(FindingKind::UnequalDurations { events }, longest, shortest);
    Some(finding.because(company.links.iter().copied()).repaired_by(repairs))
}

/// Leaves each event the starts inside the times that all have in common.
fn common_times<const W: usize>(view: &mut View<'_, W>, company: &Company) -> Option<Finding> {
    let placed = |event: &EventId| view.lessons[event.index()].placed;
    let runs = company.events.iter().any(placed);
    let sure = company.events.iter().copied().filter(|&event| takes_its_duration(view, event));
    let longest = sure.map(|event| view.duration(event)).max();
    let needed = longest.unwrap_or(i64::from(runs));
    loop {
        let covers = company.events.iter().map(|event| view.lessons[event.index()].cover);
        let common = covers.fold(view.times, Mask::and);
        let mut possible = common.count() >= needed;
        let mut changed = false;
        for event in &company.events {
            let lesson = &mut view.lessons[event.index()];
            let inside = |length, start| Mask::span(start, length).minus(common).is_empty();
            let starts = lesson.starts.iter().enumerate();
            let starts = starts.map(|(length, now)| keep(*now, |start| inside(length, start)));
            let (starts, before) = (starts.collect(), lesson.cover);
            possible &= lesson.restrict(starts);
            changed |= lesson.cover != before;
        }
        if !possible {
            let (events, times) = (company.events.clone(), ids(common));
            let causes: Vec<_> =
                view.placing(&events).into_iter().chain(company.links.iter().copied()).collect();
            let repairs = events.iter().map(|&event| Repair::AllowTimes { event });
            let links = company.links.iter().map(|&id| Repair::RemoveConstraint(id));
            let repairs: Vec<_> = repairs.chain(links).collect();
            let available = common.count();
            // where the common times are enough in number, no meet fits into them in one piece
            let needed = needed.max(available + 1);
            let what = FindingKind::NoCommonTimes { events, times };
            return Some(
                Finding::proved(what, needed, available).because(causes).repaired_by(repairs),
            );
        }
        if !changed {
            return None;
        }
    }
}

/// Roles that cannot all be filled at any time at which the events can run.
fn at_once<const W: usize>(view: &View<'_, W>, company: &Company) -> Option<Finding> {
    let lessons = || company.events.iter().map(|event| (*event, &view.lessons[event.index()]));
    let alone = |resource: &ResourceId| view.people[resource.index()].alone.is_some();
    let attending: BTreeSet<ResourceId> =
        lessons().flat_map(|(_, lesson)| &lesson.attending).copied().filter(alone).collect();
    let mut roles = Vec::new();
    let mut sets: Vec<Vec<ResourceId>> = Vec::new();
    let mut causes = company.links.clone();
    for (event, lesson) in lessons() {
        for vacancy in lesson.vacancies.iter().filter(|vacancy| vacancy.required.is_some()) {
            let who = vacancy.candidates.iter().copied();
            roles.push(Role { event, position: vacancy.position });
            sets.push(who.filter(|resource| !attending.contains(resource)).collect());
            causes.extend(vacancy.limited_by.iter().copied().chain(vacancy.required));
        }
    }
    if roles.len() < 2 {
        return None;
    }
    let people = view.instance.facts.resources.ids();
    let room: Vec<i64> = people.map(|r| if alone(&r) { 1 } else { UNLIMITED }).collect();
    let lacking = |there: &dyn Fn(ResourceId) -> bool| {
        let demand = |set: &Vec<ResourceId>| -> Demand {
            let set = set.iter().copied().filter(|&resource| there(resource));
            (set.map(Id::index).collect(), 1)
        };
        let demands: Vec<Demand> = sets.iter().map(demand).collect();
        shortage(&demands.iter().collect::<Vec<_>>(), &room)
    };
    let common = lessons().map(|(_, lesson)| lesson.cover).fold(view.times, Mask::and);
    let usable = |resource: &ResourceId| view.people[resource.index()].usable;
    let always = sets.iter().flatten().all(|r| common.minus(usable(r)).is_empty());
    let found = lacking(&|_| true).or_else(|| {
        if always {
            return None;
        }
        let at = |time: usize| lacking(&|resource| usable(&resource).contains(time));
        let each: Option<Vec<_>> = common.iter().map(at).collect();
        each?.into_iter().min_by_key(|lacking| lacking.needed - lacking.available)
    })?;
    let roles: Vec<Role> = found.demands.iter().map(|&index| roles[index]).collect();
    let candidates: Vec<ResourceId> = found.places.iter().map(|&r| ResourceId::new(r)).collect();
    let number = found.needed - found.available;
    let add = candidates.first().map(|&like| Repair::AddResource { like, number });
    let others = roles.iter().map(|&role| Repair::AllowCandidates { role });
    let links = company.links.iter().map(|&id| Repair::RemoveConstraint(id));
    let repairs: Vec<_> = add.into_iter().chain(others).chain(links).collect();
    let what = FindingKind::TooManyAtOnce { roles, candidates };
    let finding = Finding::proved(what, found.needed, found.available);
    Some(finding.because(causes).repaired_by(repairs))
}
