//! Constraints on when a resource is busy: idle times, busy groups, busy times in a group.
//!
//! Where the groups of a resource lie in days of few times, each way to be busy on a day is a column
//! ([`super::patterns`]). Else the groups are walked through time by time: a resource is not there yet,
//! busy, waiting, or gone; the rows that join these are the hull of one group.

use super::ground::Ground;
use super::linear::Linear;
use super::patterns::Patterns;
use super::programme::{Hard, Part};
use crate::bound::Needs;
use jadwal_model::constraint::Busy;
use jadwal_model::{Constraint, Id, Kind, TimeGroupId};
use std::collections::BTreeMap;

/// How a resource's busy times are seen.
enum View {
    Patterns(Patterns),
    Walks(BTreeMap<Vec<usize>, Walk>),
}

/// One group of times, walked through.
#[derive(Clone, Debug, Default)]
struct Walk {
    used: Option<Linear>,
    idle: Option<Linear>,
}

/// Charges these constraints, resource by resource.
pub(super) fn say(ground: &mut Ground<'_>, soft: bool) {
    let instance = ground.instance;
    let facts = &instance.facts;
    let mut wanted: Vec<Vec<&Constraint>> = vec![Vec::new(); facts.resources.len()];
    for constraint in instance.constraints.iter().filter(|c| c.weight > 0 && (c.required || soft)) {
        let scope = match &constraint.kind {
            Kind::LimitIdleTimes(k) => &k.applies_to,
            Kind::ClusterBusyTimes(k) => &k.applies_to,
            Kind::LimitBusyTimes(k) => &k.applies_to,
            Kind::LimitBusyPairs(k) => &k.applies_to,
            _ => continue,
        };
        scope.resources(facts).for_each(|resource| wanted[resource.index()].push(constraint));
    }
    // what arithmetic knows of whole timetables in which nothing hard is broken
    let needs = (ground.blocks.are_whole() && ground.programme.hard == Hard::Rows)
        .then(|| Needs::new(instance));
    for (resource, mut wanted) in wanted.into_iter().enumerate() {
        let fills = ground.blocks.fills[resource];
        // who may be busy unseen can only be proved to be busy too much
        wanted.retain(|constraint| {
            !fills
                || match &constraint.kind {
                    Kind::LimitIdleTimes(_) => false,
                    Kind::LimitBusyPairs(k) => k.busy == Busy::InBoth,
                    _ => true,
                }
        });
        if wanted.is_empty() || !ground.depends[resource] {
            continue;
        }
        // walks through idle times serve the others as well
        wanted.sort_by_key(|constraint| !matches!(constraint.kind, Kind::LimitIdleTimes(_)));
        let groups: Vec<Vec<usize>> =
            wanted.iter().flat_map(|c| groups(&c.kind)).map(|g| times(ground, g)).collect();
        let view = match Patterns::new(ground, resource, &groups) {
            Some(patterns) => View::Patterns(patterns),
            None => View::Walks(BTreeMap::new()),
        };
        let mut resource = Resource { ground, resource, view, needs: needs.as_ref() };
        for constraint in wanted {
            resource.charge(constraint, fills);
        }
    }
}

fn groups(kind: &Kind) -> Vec<TimeGroupId> {
    match kind {
        Kind::LimitIdleTimes(k) => k.time_groups.clone(),
        Kind::ClusterBusyTimes(k) => k.time_groups.clone(),
        Kind::LimitBusyTimes(k) => k.time_groups.clone(),
        Kind::LimitBusyPairs(k) => k.pairs.iter().flat_map(|&(a, b)| [a, b]).collect(),
        _ => Vec::new(),
    }
}

fn times(ground: &Ground<'_>, group: TimeGroupId) -> Vec<usize> {
    let group = &ground.instance.facts.time_groups[group];
    group.times.iter().map(|time| time.index()).collect()
}

/// One resource while its constraints are charged.
struct Resource<'f, 'a> {
    ground: &'f mut Ground<'a>,
    resource: usize,
    view: View,
    needs: Option<&'f Needs<'a>>,
}

impl Resource<'_, '_> {
    fn charge(&mut self, constraint: &Constraint, fills: bool) {
        let mut sum = Linear::default();
        let part = match &constraint.kind {
            Kind::LimitIdleTimes(k) => {
                for &group in &k.time_groups {
                    sum.add(1, &self.idle(times(self.ground, group)));
                }
                Part::range(sum, k.minimum, k.maximum)
            }
            Kind::ClusterBusyTimes(k) => {
                for &group in &k.time_groups {
                    sum.add(1, &self.used(times(self.ground, group)));
                }
                if let Some(needs) = self.needs {
                    let fewest = needs.fewest_groups(k, Id::new(self.resource));
                    self.ground.programme.row(sum.clone(), Some(fewest), None);
                }
                if fills {
                    Part::at_most(sum, k.maximum)
                } else {
                    Part::range(sum, k.minimum, k.maximum)
                }
            }
            Kind::LimitBusyTimes(k) => {
                let minimum = if fills { 0 } else { k.minimum };
                for &group in &k.time_groups {
                    let times = times(self.ground, group);
                    sum.add(1, &self.outside(times, minimum, k.maximum));
                }
                Part::at_most(sum, 0)
            }
            Kind::LimitBusyPairs(k) => {
                for &(first, second) in &k.pairs {
                    let [first, second] = [first, second].map(|g| times(self.ground, g));
                    let counts = match k.busy {
                        Busy::InBoth => self.both(first, second),
                        Busy::InFirstOnly => self.first_only(first, second),
                    };
                    sum.add(1, &counts);
                }
                Part::at_most(sum, k.maximum)
            }
            _ => return,
        };
        self.ground.programme.charge(constraint, vec![part]);
    }

    /// Whether the resource is busy in a group.
    fn used(&mut self, times: Vec<usize>) -> Linear {
        let walks = match &mut self.view {
            View::Patterns(patterns) => {
                return patterns.sum(&times, |busy| i64::from(busy.contains(&true)));
            }
            View::Walks(walks) => walks,
        };
        if let Some(known) = walks.get(&times).and_then(|walk| walk.used.clone()) {
            return known;
        }
        let all: Vec<Linear> =
            times.iter().map(|&time| self.ground.busy(self.resource, time)).collect();
        let programme = &mut self.ground.programme;
        let used = Linear::column(programme.column(0, 1));
        let mut any = used.clone();
        for busy in &all {
            programme.row(busy.clone().plus(-1, &used), None, Some(0));
            any.add(-1, busy);
        }
        programme.row(any, None, Some(0));
        walks.entry(times).or_default().used = Some(used.clone());
        used
    }

    /// The idle times of a group.
    fn idle(&mut self, times: Vec<usize>) -> Linear {
        let walks = match &mut self.view {
            View::Patterns(patterns) => return patterns.sum(&times, waits),
            View::Walks(walks) => walks,
        };
        if let Some(known) = walks.get(&times).and_then(|walk| walk.idle.clone()) {
            return known;
        }
        let all: Vec<Linear> =
            times.iter().map(|&time| self.ground.busy(self.resource, time)).collect();
        let (used, idle) = walk(self.ground, &all);
        walks.insert(times, Walk { used: Some(used), idle: Some(idle.clone()) });
        idle
    }

    /// How far the busy times of a group are outside a range, where there are any.
    fn outside(&mut self, times: Vec<usize>, minimum: i64, maximum: i64) -> Linear {
        if let View::Patterns(patterns) = &self.view {
            return patterns.sum(&times, |busy| {
                let number = busy.iter().filter(|&&busy| busy).count() as i64;
                if number == 0 { 0 } else { jadwal_model::cost::distance(number, minimum, maximum) }
            });
        }
        let used = self.used(times.clone());
        let mut number = Linear::default();
        for &time in &times {
            number.add(1, &self.ground.busy(self.resource, time));
        }
        let programme = &mut self.ground.programme;
        let most = (times.len() as i64 - maximum).max(minimum).max(0);
        let off = Linear::column(programme.column(0, most));
        // both ends ask for something only where the group is used: a range may be below zero
        let above = number.clone().plus(-maximum, &used).plus(-1, &off);
        programme.row(above, None, Some(0));
        programme.row(number.plus(-minimum, &used).plus(1, &off), Some(0), None);
        off
    }

    /// Whether the resource is busy in both of two groups.
    fn both(&mut self, first: Vec<usize>, second: Vec<usize>) -> Linear {
        if let View::Patterns(patterns) = &self.view
            && let Some(both) = patterns.both(&first, &second)
        {
            return both;
        }
        let mut used = self.used(first);
        used.add(1, &self.used(second));
        let both = Linear::column(self.ground.programme.column(0, 1));
        self.ground.programme.row(used.plus(-1, &both), None, Some(1));
        both
    }

    /// Whether the resource is busy in the first of two groups and not in the second.
    fn first_only(&mut self, first: Vec<usize>, second: Vec<usize>) -> Linear {
        let mut used = self.used(first);
        used.add(-1, &self.used(second));
        let only = Linear::column(self.ground.programme.column(0, 1));
        self.ground.programme.row(used.plus(-1, &only), None, Some(0));
        only
    }
}

/// The times of a group between its first and its last busy time that are not busy.
fn waits(busy: &[bool]) -> i64 {
    let first = busy.iter().position(|&busy| busy).unwrap_or(0);
    let last = busy.iter().rposition(|&busy| busy).unwrap_or(0);
    busy[first..last.max(first)].iter().filter(|&&busy| !busy).count() as i64
}

/// Walks through a group: whether it is used, and how often its resource waits.
fn walk(ground: &mut Ground<'_>, busy: &[Linear]) -> (Linear, Linear) {
    let programme = &mut ground.programme;
    let mut idle = Linear::default();
    let mut before: Option<[Linear; 4]> = None;
    for busy in busy {
        let [early, waiting, gone] = [0; 3].map(|_| Linear::column(programme.column(0, 1)));
        let all = early.clone().plus(1, busy).plus(1, &waiting).plus(1, &gone);
        programme.equal(all, 1);
        idle.add(1, &waiting);
        match &before {
            None => {
                programme.row(waiting.clone().plus(1, &gone), None, Some(0));
            }
            Some([was_early, was_busy, was_waiting, was_gone]) => {
                let comes = was_early.clone().plus(-1, &early);
                let goes = gone.clone().plus(-1, was_gone);
                let waits = waiting.clone().plus(-1, was_waiting);
                programme.row(comes.clone(), Some(0), None);
                programme.row(goes.clone(), Some(0), None);
                // who comes is busy now, who goes was busy; who begins to wait was busy, who ends is
                programme.row(comes.clone().plus(-1, busy), None, Some(0));
                programme.row(goes.clone().plus(-1, was_busy), None, Some(0));
                programme.row(waits.clone().plus(1, &goes).plus(-1, was_busy), None, Some(0));
                programme.row(comes.plus(-1, &waits).plus(-1, busy), None, Some(0));
            }
        }
        before = Some([early, busy.clone(), waiting, gone]);
    }
    let used = match before {
        None => Linear::default(),
        Some([early, _, waiting, _]) => {
            programme.row(waiting, None, Some(0));
            Linear::constant(1).plus(-1, &early)
        }
    };
    (used, idle)
}
