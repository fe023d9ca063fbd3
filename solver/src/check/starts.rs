//! Where each event can start, and the events that cannot start at all: no legal cut, no time at which
//! all who attend are there, or nobody for a role.

use super::cuts::Cuts;
use super::finding::{Finding, FindingKind, Repair, Role};
use super::view::{Lesson, Vacancy, View, ids};
use crate::mask::Mask;
use jadwal_model::{ConstraintId, EventId, Id, ResourceId};
use std::collections::BTreeMap;

/// Fills in the cuts and the starts of every event, and says which have none.
pub(super) fn limit<const W: usize>(view: &mut View<'_, W>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut known: BTreeMap<(u32, Vec<ConstraintId>), Cuts> = BTreeMap::new();
    for event in view.instance.facts.events.ids() {
        let key = (view.instance.facts.events[event].duration, cut_by(view, event));
        let cuts = known.entry(key).or_insert_with_key(|(duration, ids)| {
            let kinds: Vec<_> = ids.iter().map(|&id| &view.instance.constraints[id].kind).collect();
            Cuts::new(*duration, &kinds)
        });
        view.lessons[event.index()].cuts = cuts.clone();
        findings.extend(listed_twice(view, event));
        findings.extend(attended(view, event));
        findings.extend(filled(view, event));
    }
    findings
}

fn cut_by<const W: usize>(view: &View<'_, W>, event: EventId) -> Vec<ConstraintId> {
    let mut ids = view.lessons[event.index()].cut_by.clone();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// A resource that cannot attend twice at once, but is listed twice.
fn listed_twice<const W: usize>(view: &mut View<'_, W>, event: EventId) -> Option<Finding> {
    if !view.lessons[event.index()].counts() {
        return None;
    }
    let resources = &view.instance.facts.events[event].resources;
    let mut fixed: Vec<ResourceId> = resources.iter().filter_map(|r| r.preassigned).collect();
    fixed.sort_unstable();
    let mut twice = fixed.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]);
    let resource = twice.find(|resource| view.people[resource.index()].alone.is_some())?;
    view.lessons[event.index()].broken = true;
    let number = fixed.iter().filter(|&&other| other == resource).count() as i64;
    let what = FindingKind::SharedResource { resource, events: vec![event] };
    Some(Finding::proved(what, number, 1).because(view.people[resource.index()].alone))
}

/// The starts at which all who attend are there.
fn attended<const W: usize>(view: &mut View<'_, W>, event: EventId) -> Option<Finding> {
    let e = &view.instance.facts.events[event];
    let times = view.instance.facts.times.len();
    let lesson = &view.lessons[event.index()];
    let (people, mut cuts) = (&view.people, lesson.cuts.clone());
    let alone = |resource: &&ResourceId| people[resource.index()].alone.is_some();
    // all meets of an event with a fixed start begin there, so that two would clash
    if e.preassigned_time.is_some() && lesson.attending.iter().any(|r| alone(&r)) {
        cuts.keep_whole();
    }
    if !cuts.possible() {
        let lesson = &mut view.lessons[event.index()];
        lesson.broken = true;
        lesson.starts = vec![Mask::default(); e.duration as usize + 1];
        let by = cut_by(view, event);
        let repairs = [Repair::CutOtherwise { event }];
        let repairs = repairs.into_iter().chain(by.iter().map(|&c| Repair::RemoveConstraint(c)));
        let finding = Finding::proved(FindingKind::NoCut { event }, 1, 0);
        return Some(finding.because(by.clone()).repaired_by(repairs));
    }
    let wished: Vec<Mask<W>> = (0..=e.duration as usize)
        .map(|length| match e.preassigned_time {
            _ if length == 0 || !cuts.lengths.contains(&(length as u32)) => Mask::default(),
            fixed => {
                let all = Mask::below(times + 1 - length);
                let start = fixed.map_or(all, |time| Mask::span(time.index(), 1).and(all));
                let meant = lesson.preferred.iter().filter(|(_, duration, _)| {
                    duration.is_none_or(|duration| duration == length as i64)
                });
                meant.fold(start, |left, &(_, _, times)| left.and(times))
            }
        })
        .collect();
    let there = lesson.attending.iter().map(|r| people[r.index()].usable);
    let there = there.fold(view.times, Mask::and);
    let inside = |length: usize, start: usize| Mask::span(start, length).minus(there).is_empty();
    let starts = wished.iter().enumerate();
    let starts = starts.map(|(length, starts)| keep(*starts, |start| inside(length, start)));
    let starts: Vec<Mask<W>> = starts.collect();
    let lesson = &mut view.lessons[event.index()];
    lesson.cuts = cuts;
    if lesson.restrict(starts) {
        return None;
    }
    Some(no_start(view, event, &wished))
}

fn no_start<const W: usize>(view: &View<'_, W>, event: EventId, wished: &[Mask<W>]) -> Finding {
    let lesson = &view.lessons[event.index()];
    let fixed = view.instance.facts.events[event].preassigned_time;
    let region = cover(wished);
    let absent = |resource: &&ResourceId| view.people[resource.index()].away().meets(region);
    let away: Vec<ResourceId> = lesson.attending.iter().filter(absent).copied().collect();
    let shortest = wished.iter().position(|starts| !starts.is_empty()).unwrap_or(1) as i64;
    let preferred = lesson.preferred.iter().map(|&(id, ..)| id);
    let closed = away.iter().flat_map(|resource| {
        let closed = view.people[resource.index()].closed.iter();
        closed.filter(|(_, times)| times.meets(region)).map(|&(id, _)| id)
    });
    let free = away.iter().map(|&resource| {
        let times = view.people[resource.index()].away().and(region);
        Repair::FreeTimes { resource, number: shortest.min(times.count()), times: ids(times) }
    });
    let other = match fixed {
        Some(_) => Repair::MoveFixed { event },
        None => Repair::AllowTimes { event },
    };
    let repairs: Vec<Repair> = free.chain([other]).collect();
    let causes: Vec<_> = preferred.chain(closed).chain(lesson.placed_by).collect();
    let what = FindingKind::NoStart { event, fixed, away: away.clone() };
    Finding::proved(what, 1, 0).because(causes).repaired_by(repairs)
}

/// Leaves the starts at which somebody can fill each role that has to be filled.
fn filled<const W: usize>(view: &mut View<'_, W>, event: EventId) -> Option<Finding> {
    let lesson = &view.lessons[event.index()];
    if !lesson.counts() {
        return None;
    }
    for vacancy in lesson.vacancies.clone() {
        if vacancy.required.is_none() {
            continue;
        }
        let lesson = &mut view.lessons[event.index()];
        let who = vacancy.candidates.iter().map(|r| view.people[r.index()].usable);
        let who: Vec<Mask<W>> = who.collect();
        if who.contains(&view.times) {
            continue;
        }
        let before = cover(&lesson.starts);
        let somebody = |length: usize, start: usize| {
            let span = Mask::span(start, length);
            who.iter().any(|usable| span.minus(*usable).is_empty())
        };
        let starts = lesson.starts.iter().enumerate();
        let starts = starts.map(|(length, starts)| keep(*starts, |start| somebody(length, start)));
        let starts = starts.collect();
        if !lesson.restrict(starts) {
            return Some(no_candidate(view, event, &vacancy, before));
        }
    }
    None
}

fn no_candidate<const W: usize>(
    view: &View<'_, W>,
    event: EventId,
    vacancy: &Vacancy,
    region: Mask<W>,
) -> Finding {
    let role = Role { event, position: vacancy.position };
    let away = vacancy.candidates.clone();
    let closed = away.iter().flat_map(|resource| view.people[resource.index()].closed_by());
    let causes = vacancy.limited_by.iter().copied().chain(vacancy.required).chain(closed);
    let free = away.iter().filter_map(|&resource| {
        let times = view.people[resource.index()].away().and(region);
        let repair = Repair::FreeTimes { resource, number: 1, times: ids(times) };
        Some(repair).filter(|_| !times.is_empty())
    });
    let repairs: Vec<Repair> = free.chain([Repair::AllowCandidates { role }]).collect();
    let causes: Vec<_> = causes.collect();
    let what = FindingKind::NoCandidate { role, away };
    Finding::proved(what, 1, 0).because(causes).repaired_by(repairs)
}

impl<const W: usize> Lesson<W> {
    /// Takes over the starts by length; false, and broken, if the event has to run but cannot. What
    /// may stay unplaced is not cut by what can be placed.
    pub(super) fn restrict(&mut self, mut starts: Vec<Mask<W>>) -> bool {
        if self.placed {
            self.cuts.keep(|length| !starts[length as usize].is_empty());
        }
        for (length, starts) in starts.iter_mut().enumerate() {
            if !self.cuts.lengths.contains(&(length as u32)) {
                *starts = Mask::default();
            }
        }
        self.cover = cover(&starts);
        self.starts = starts;
        let possible = !self.placed || self.cuts.possible();
        self.broken |= !possible;
        possible
    }
}

/// The times that meets with these starts, by length, take.
fn cover<const W: usize>(starts: &[Mask<W>]) -> Mask<W> {
    let spans = starts
        .iter()
        .enumerate()
        .flat_map(|(length, starts)| starts.iter().map(move |start| Mask::span(start, length)));
    spans.fold(Mask::default(), Mask::or)
}

pub(super) fn keep<const W: usize>(starts: Mask<W>, fits: impl Fn(usize) -> bool) -> Mask<W> {
    starts.iter().filter(|&start| fits(start)).collect()
}
