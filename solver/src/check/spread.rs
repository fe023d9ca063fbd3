//! Meets that should start spread over time groups: not more than may, not fewer than have to.

use super::finding::{Finding, FindingKind, Repair};
use super::flow::{Demand, UNLIMITED, shortage};
use super::view::{View, hard};
use crate::mask::Mask;
use jadwal_model::constraint::SpreadEvents;
use jadwal_model::{ConstraintId, EventGroupId, EventId, Id, Kind, TimeGroupId};

/// Looks at every event group that is spread.
pub(super) fn find<const W: usize>(view: &View<'_, W>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, constraint) in hard(view.instance) {
        let Kind::SpreadEvents(kind) = &constraint.kind else { continue };
        let over = Over::new(view, kind);
        for &group in &kind.applies_to {
            findings.extend(too_many(view, id, group, &over));
            findings.extend(too_few(view, id, group, &over));
        }
    }
    findings
}

/// The time groups of a constraint.
struct Over<const W: usize> {
    groups: Vec<(TimeGroupId, Mask<W>)>,
    minimum: Vec<i64>,
    maximum: Vec<i64>,
    /// Whether no time is in two of them.
    disjoint: bool,
}

impl<const W: usize> Over<W> {
    fn new(view: &View<'_, W>, kind: &SpreadEvents) -> Self {
        let times = |group| &view.instance.facts.time_groups[group].times;
        let mask = |group| times(group).iter().map(|time| time.index()).collect::<Mask<W>>();
        let groups: Vec<_> =
            kind.time_groups.iter().map(|g| (g.time_group, mask(g.time_group))).collect();
        let union = groups.iter().fold(Mask::default(), |all, (_, times)| all.or(*times));
        let sum: i64 = groups.iter().map(|(_, times)| times.count()).sum();
        Self {
            disjoint: union.count() == sum,
            groups,
            minimum: kind.time_groups.iter().map(|g| g.minimum).collect(),
            maximum: kind.time_groups.iter().map(|g| g.maximum).collect(),
        }
    }
}

/// Where an event can start.
fn all_starts<const W: usize>(view: &View<'_, W>, event: EventId) -> Mask<W> {
    let starts = view.lessons[event.index()].starts.iter();
    starts.fold(Mask::default(), |all, starts| all.or(*starts))
}

/// The meets that surely start, against the most that may in each group.
fn too_many<const W: usize>(
    view: &View<'_, W>,
    id: ConstraintId,
    group: EventGroupId,
    over: &Over<W>,
) -> Option<Finding> {
    let members = &view.instance.facts.event_groups[group].members;
    let events: Vec<EventId> =
        members.iter().copied().filter(|event| view.lessons[event.index()].counts()).collect();
    // the last place is outside all groups
    let outside = over.groups.len();
    let demand = |event: &EventId, groups: &[usize]| -> Demand {
        let starts = all_starts(view, *event);
        let may = |index: &usize| over.groups[*index].1.meets(starts);
        let mut places: Vec<usize> = groups.iter().copied().filter(may).collect();
        let inside = groups
            .iter()
            .fold(Mask::default(), |all: Mask<W>, &index| all.or(over.groups[index].1));
        if !starts.minus(inside).is_empty() {
            places.push(outside);
        }
        (places, view.lessons[event.index()].cuts.fewest(1))
    };
    let mut room: Vec<i64> = over.maximum.iter().map(|&maximum| maximum.max(0)).collect();
    room.push(UNLIMITED);
    let judge = |groups: &[usize]| {
        let demands: Vec<Demand> = events.iter().map(|event| demand(event, groups)).collect();
        shortage(&demands.iter().collect::<Vec<_>>(), &room)
    };
    let all: Vec<usize> = (0..outside).collect();
    let found = match over.disjoint {
        true => judge(&all),
        // groups that overlap share their starts, and each is judged alone
        false => all.iter().find_map(|&index| judge(&[index])),
    }?;
    let events: Vec<EventId> = found.demands.iter().map(|&index| events[index]).collect();
    let time_groups = found.places.iter().map(|&index| over.groups[index].0).collect();
    let causes = view.placing(&events).into_iter().chain([id]);
    let cuts = events.iter().filter(|event| view.duration(**event) > 1);
    let cuts = cuts.map(|&event| Repair::CutOtherwise { event });
    let repairs: Vec<_> = cuts.chain([Repair::RemoveConstraint(id)]).collect();
    let what = FindingKind::Spread { group, events, time_groups };
    let finding = Finding::proved(what, found.needed, found.available);
    Some(finding.because(causes).repaired_by(repairs))
}

/// The most meets that can start, against the least that have to.
fn too_few<const W: usize>(
    view: &View<'_, W>,
    id: ConstraintId,
    group: EventGroupId,
    over: &Over<W>,
) -> Option<Finding> {
    let members = &view.instance.facts.event_groups[group].members;
    // what is broken is passed over in silence: it says nothing of how many could start
    if members.iter().any(|event| view.lessons[event.index()].broken) {
        return None;
    }
    let most = |times: Option<Mask<W>>| -> i64 {
        let can = |event: &&EventId| times.is_none_or(|t| all_starts(view, **event).meets(t));
        members.iter().filter(can).map(|event| view.lessons[event.index()].cuts.most()).sum()
    };
    let alone = |index: usize| {
        let available = most(Some(over.groups[index].1));
        let lacks = available < over.minimum[index];
        lacks.then(|| (vec![over.groups[index].0], over.minimum[index], available))
    };
    let all = || {
        let needed: i64 = over.minimum.iter().map(|&minimum| minimum.max(0)).sum();
        let groups = over.groups.iter().map(|&(group, _)| group).collect();
        (over.disjoint && most(None) < needed).then(|| (groups, needed, most(None)))
    };
    let (time_groups, needed, available) = (0..over.groups.len()).find_map(alone).or_else(all)?;
    let what = FindingKind::SpreadLeast { group, time_groups };
    let finding = Finding::proved(what, needed, available).because([id]);
    Some(finding.repaired_by([Repair::RemoveConstraint(id)]))
}
