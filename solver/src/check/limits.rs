//! What a resource can attend at most when its time groups are limited: so many of them busy, so many
//! times in each, and of two groups of a pair only one, but for some exceptions.
//!
//! The time groups of one constraint that do not overlap are taken as halves; halves that belong to
//! one pair or to one larger group form a cell. A table over the cells, by exceptions, busy halves and
//! busy cells, holds the most and the least that can be attended. It is exact for one constraint of
//! each kind, and a bound for more. Costs cells x choices in a cell x size of the table.

use super::finding::{Finding, FindingKind, Repair};
use super::packing::Packing;
use super::usable::runs;
use super::view::{Person, Rule, View};
use crate::mask::Mask;
use jadwal_model::{ConstraintId, EventId, Id, ResourceId};
use std::collections::BTreeMap;

/// More halves in a cell would be too many choices.
const WIDEST: usize = 4;
/// A larger table is not worth its time.
const LARGEST: usize = 5000;

/// A proof that the limits leave too little, or a sign that they leave nothing over.
pub(super) fn find<const W: usize>(
    view: &View<'_, W>,
    resource: ResourceId,
    events: &[EventId],
) -> Vec<Finding> {
    let person = &view.people[resource.index()];
    let load = view.total(events);
    if load == 0 {
        return Vec::new();
    }
    let packing = Packing::new(view, events);
    // all that it attends is known, so that it is busy exactly so often
    let exact = !person.open && events.len() == person.attends.len();
    let grids: Vec<Grid<W>> = families(person)
        .into_iter()
        .map(|family| Grid::new(person, &family, &packing, exact))
        .collect();
    let outcomes: Vec<(&Grid<W>, Outcome)> =
        grids.iter().filter_map(|grid| Some((grid, grid.judge(load)?))).collect();
    let Some((grid, outcome)) = outcomes.iter().min_by_key(|(_, outcome)| outcome.most) else {
        return Vec::new();
    };
    let causes: Vec<ConstraintId> = (grid.rules.iter().copied())
        .chain(person.alone)
        .chain(view.placing(events))
        .chain(person.closed_by())
        .collect();
    let exceptions = grid.exceptions();
    let what = FindingKind::Limits { resource, events: events.to_vec(), exceptions };
    let remove = || grid.rules.iter().map(|&id| Repair::RemoveConstraint(id));
    let freely = person.usable.count().min(packing.most_times(view.times));
    if outcome.most <= load && outcome.most < freely {
        let lacking = load - outcome.most;
        let enough = load.max(outcome.most + 1);
        let more = grid.more_exceptions(enough.min(freely));
        let more = more.map(|more| Repair::AllowExceptions { resource, more });
        let finding = if lacking > 0 { Finding::proved } else { Finding::likely };
        let times = view.more_time(resource, lacking.max(1));
        let repairs: Vec<_> = more.into_iter().chain(times).chain(remove()).collect();
        return vec![finding(what, load, outcome.most).because(causes).repaired_by(repairs)];
    }
    let lacks = |(_, outcome): &&(&Grid<W>, Outcome)| outcome.next.is_some();
    let Some((grid, outcome)) = outcomes.iter().find(lacks) else { return Vec::new() };
    let what = FindingKind::TooLittle { resource, events: events.to_vec() };
    let causes = grid.rules.iter().copied().chain(person.alone).chain(person.closed_by());
    let repairs = grid.rules.iter().map(|&id| Repair::RemoveConstraint(id));
    let finding = Finding::proved(what, outcome.next.unwrap_or(load), load);
    vec![finding.because(causes).repaired_by(repairs)]
}

/// What a grid says of a load.
#[derive(Clone, Copy, Debug)]
struct Outcome {
    /// The most that can be attended.
    most: i64,
    /// Where the load cannot be attended though it is not too much: the next that could.
    next: Option<i64>,
}

/// Lists of time groups that do not overlap where they are usable, each once.
fn families<const W: usize>(person: &Person<W>) -> Vec<Vec<Mask<W>>> {
    let halves = |pairs: &[(Mask<W>, Mask<W>)]| -> Vec<Mask<W>> {
        pairs.iter().flat_map(|&(first, second)| [first, second]).collect()
    };
    let rules = person.cluster.iter().chain(&person.busy).chain(&person.idle);
    let lists = person.pairs.iter().map(|rule| halves(&rule.pairs));
    let groups = |rule: &Rule<W>| rule.groups.iter().map(|&(_, times)| times).collect();
    let mut families: Vec<Vec<Mask<W>>> = Vec::new();
    for list in lists.chain(rules.map(groups)) {
        let mut family: Vec<Mask<W>> = Vec::new();
        for times in list {
            let times = times.and(person.usable);
            if !times.is_empty() && !family.contains(&times) {
                family.push(times);
            }
        }
        let union = family.iter().fold(Mask::default(), |all: Mask<W>, times| all.or(*times));
        let sum: i64 = family.iter().map(|times| times.count()).sum();
        if !family.is_empty() && union.count() == sum && !families.contains(&family) {
            families.push(family);
        }
    }
    families
}

/// A time group with the most and the least that can be attended in it, if anything is.
#[derive(Clone, Copy, Debug)]
struct Half<const W: usize> {
    times: Mask<W>,
    most: i64,
    least: i64,
}

/// Of how many of some halves, or of some cells, may be busy.
#[derive(Clone, Debug)]
struct Count {
    members: Vec<bool>,
    minimum: i64,
    maximum: i64,
}

/// What can be chosen in one cell.
#[derive(Clone, Copy, Debug)]
struct Choice {
    exceptions: i64,
    halves: i64,
    cells: i64,
    most: i64,
    least: i64,
}

#[derive(Debug)]
struct Grid<const W: usize> {
    /// By cell.
    choices: Vec<Vec<Choice>>,
    pairs: Option<(usize, i64)>,
    halves: Option<Count>,
    cells: Option<Count>,
    /// What can be attended outside all groups.
    outside: i64,
    exact: bool,
    /// The constraints that were looked at.
    rules: Vec<ConstraintId>,
}

impl<const W: usize> Grid<W> {
    fn new(person: &Person<W>, family: &[Mask<W>], packing: &Packing<W>, exact: bool) -> Self {
        let halves: Vec<Half<W>> =
            family.iter().map(|&times| half(person, times, packing, exact)).collect();
        let at = |times: Mask<W>| {
            let times = times.and(person.usable);
            halves.iter().position(|half| half.times == times)
        };
        let pair_rule = person.pairs.iter().min_by_key(|rule| rule.maximum);
        let pairs: Vec<(usize, usize)> = pair_rule.map_or_else(Vec::new, |rule| {
            let both = |&(first, second): &(Mask<W>, Mask<W>)| Some((at(first)?, at(second)?));
            rule.pairs.iter().filter_map(both).filter(|(first, second)| first != second).collect()
        });
        let cells = cells(person, &halves, &pairs);
        let union = |cell: &Vec<usize>| {
            cell.iter().fold(Mask::default(), |all: Mask<W>, &index| all.or(halves[index].times))
        };
        let unions: Vec<Mask<W>> = cells.iter().map(union).collect();
        let cell_at = |times: Mask<W>| {
            let times = times.and(person.usable);
            unions.iter().position(|&union| union == times)
        };
        let mut counts: [Option<Count>; 2] = [None, None];
        for rule in &person.cluster {
            let by_half = count(rule, halves.len(), at, person.usable);
            let by_cell = count(rule, cells.len(), cell_at, person.usable);
            let number = |count: &Count| count.members.iter().filter(|&&member| member).count();
            let (place, new) = match number(&by_half) >= number(&by_cell) {
                true => (0, by_half),
                false => (1, by_cell),
            };
            let tighter = |old: &Count| new.maximum < old.maximum;
            if number(&new) > 0 && counts[place].as_ref().is_none_or(tighter) {
                counts[place] = Some(new);
            }
        }
        let [mut half_count, cell_count] = counts;
        if half_count.is_none() && halves.iter().any(|half| half.least > 1) {
            // not limited, but the table has to tell them apart: more halves need more to attend
            let members = vec![true; halves.len()];
            half_count = Some(Count { members, minimum: 0, maximum: i64::MAX });
        }
        let limited = Limited { person, halves: &halves, pairs: &pairs, exact };
        let choices = cells.iter().enumerate().map(|(index, cell)| {
            let counted = cell_count.as_ref().is_some_and(|count| count.members[index]);
            limited.choices(cell, half_count.as_ref(), counted)
        });
        let all = halves.iter().fold(Mask::default(), |all: Mask<W>, half| all.or(half.times));
        let rules = person.cluster.iter().chain(&person.busy).chain(&person.idle);
        let rules = rules.map(|rule| rule.constraint);
        Self {
            choices: choices.collect(),
            pairs: pair_rule.filter(|_| !pairs.is_empty()).map(|r| (pairs.len(), r.maximum)),
            outside: packing.most_times(person.usable.minus(all)),
            halves: half_count,
            cells: cell_count,
            exact,
            rules: rules.chain(person.pairs.iter().map(|rule| rule.constraint)).collect(),
        }
    }

    fn exceptions(&self) -> Option<i64> {
        self.pairs.map(|(_, maximum)| maximum)
    }

    /// How many more exceptions would make so much possible; none where none are enough.
    fn more_exceptions(&self, load: i64) -> Option<i64> {
        let (pairs, maximum) = self.pairs?;
        let enough = |more: &i64| {
            let states = self.states(Some(maximum + more));
            states
                .is_some_and(|states| states.iter().any(|state| state.most + self.outside >= load))
        };
        (1..=pairs as i64 - maximum.max(0)).find(enough)
    }

    /// The most that can be attended, and whether the load can; none where the table grows too large.
    fn judge(&self, load: i64) -> Option<Outcome> {
        let states = self.states(self.exceptions())?;
        let most = states.iter().map(|state| state.most + self.outside).max().unwrap_or(-1);
        let fits = |state: &Choice| state.least <= load && load <= state.most + self.outside;
        let mut next = None;
        if self.exact && load <= most && !states.iter().any(fits) {
            next = states.iter().map(|state| state.least).filter(|&least| least > load).min();
        }
        Some(Outcome { most, next })
    }

    /// Every way to fill the cells, as far as the counts tell them apart.
    fn states(&self, exceptions: Option<i64>) -> Option<Vec<Choice>> {
        let mut table: BTreeMap<(i64, i64, i64), (i64, i64)> =
            BTreeMap::from([((0, 0, 0), (0, 0))]);
        let top = |count: &Option<Count>| count.as_ref().map_or(i64::MAX, |count| count.maximum);
        let (halves, cells) = (top(&self.halves), top(&self.cells));
        for choices in &self.choices {
            let mut next: BTreeMap<(i64, i64, i64), (i64, i64)> = BTreeMap::new();
            for (&(e, h, c), &(most, least)) in &table {
                for choice in choices {
                    let key = (e + choice.exceptions, h + choice.halves, c + choice.cells);
                    let above = exceptions.is_some_and(|maximum| key.0 > maximum.max(0));
                    if above || key.1 > halves || key.2 > cells {
                        continue;
                    }
                    let new = (most + choice.most, least + choice.least);
                    let old = next.entry(key).or_insert(new);
                    *old = (old.0.max(new.0), old.1.min(new.1));
                }
            }
            if next.len() > LARGEST {
                return None;
            }
            table = next;
        }
        let enough = |number: i64, count: &Option<Count>| {
            !self.exact || count.as_ref().is_none_or(|count| number >= count.minimum)
        };
        let states = table
            .into_iter()
            .filter(|&((_, h, c), _)| enough(h, &self.halves) && enough(c, &self.cells));
        let state = |((exceptions, halves, cells), (most, least))| Choice {
            exceptions,
            halves,
            cells,
            most,
            least,
        };
        Some(states.map(state).collect())
    }
}

/// What can be attended in a time group.
fn half<const W: usize>(
    person: &Person<W>,
    times: Mask<W>,
    packing: &Packing<W>,
    exact: bool,
) -> Half<W> {
    let (mut most, mut least) = (packing.most_times(times), 1);
    for rule in &person.busy {
        for &(_, group) in &rule.groups {
            if times.minus(group).is_empty() {
                most = most.min(rule.maximum);
            }
            if exact && group.and(person.usable) == times {
                least = least.max(rule.minimum);
            }
        }
    }
    for rule in person.idle.iter().filter(|rule| rule.maximum < 1) {
        for &(_, group) in rule.groups.iter().filter(|(_, group)| times.minus(*group).is_empty()) {
            let runs = runs(group, person.usable).into_iter();
            most = most.min(runs.map(|run| run.and(times).count()).max().unwrap_or(0));
        }
    }
    Half { times, most, least }
}

/// Halves that belong to a pair, or to a larger group that they make up, in one cell.
fn cells<const W: usize>(
    person: &Person<W>,
    halves: &[Half<W>],
    pairs: &[(usize, usize)],
) -> Vec<Vec<usize>> {
    let mut cell: Vec<usize> = (0..halves.len()).collect();
    let mut join = |members: &[usize]| {
        let joined: Vec<usize> = members.iter().map(|&member| cell[member]).collect();
        let size = cell.iter().filter(|other| joined.contains(other)).count();
        if size <= WIDEST {
            let first = joined.iter().copied().min().unwrap_or(0);
            cell.iter_mut().filter(|other| joined.contains(other)).for_each(|c| *c = first);
        }
    };
    pairs.iter().for_each(|&(first, second)| join(&[first, second]));
    for rule in person.cluster.iter().chain(&person.busy) {
        for &(_, group) in &rule.groups {
            let inside = |index: &usize| halves[*index].times.minus(group).is_empty();
            let members: Vec<usize> = (0..halves.len()).filter(inside).collect();
            let sum: i64 = members.iter().map(|&index| halves[index].times.count()).sum();
            if members.len() > 1 && sum == group.and(person.usable).count() {
                join(&members);
            }
        }
    }
    let mut cells: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (half, &cell) in cell.iter().enumerate() {
        cells.entry(cell).or_default().push(half);
    }
    cells.into_values().collect()
}

/// A limit on busy groups, as far as they are found among some sets; the others may all be busy.
fn count<const W: usize>(
    rule: &Rule<W>,
    number: usize,
    at: impl Fn(Mask<W>) -> Option<usize>,
    usable: Mask<W>,
) -> Count {
    let mut members = vec![false; number];
    let mut others = 0;
    for &(_, times) in rule.groups.iter().filter(|(_, times)| times.meets(usable)) {
        match at(times) {
            Some(index) if !members[index] => members[index] = true,
            _ => others += 1,
        }
    }
    Count { members, minimum: rule.minimum - others, maximum: rule.maximum }
}

struct Limited<'a, const W: usize> {
    person: &'a Person<W>,
    halves: &'a [Half<W>],
    pairs: &'a [(usize, usize)],
    exact: bool,
}

impl<const W: usize> Limited<'_, W> {
    /// Every set of halves of a cell that may be the busy ones.
    fn choices(&self, cell: &[usize], halves: Option<&Count>, counted: bool) -> Vec<Choice> {
        let mut choices = Vec::new();
        for subset in 0..1u32 << cell.len() {
            let chosen = cell.iter().enumerate();
            let chosen = chosen.filter(|(position, _)| subset >> position & 1 == 1);
            let chosen: Vec<usize> = chosen.map(|(_, &half)| half).collect();
            let each = || chosen.iter().map(|&index| &self.halves[index]);
            if each().any(|half| half.most < 1 || self.exact && half.most < half.least) {
                continue;
            }
            let least: i64 = each().map(|half| half.least).sum();
            let union = each().fold(Mask::default(), |all: Mask<W>, half| all.or(half.times));
            let sum: i64 = each().map(|half| half.most).sum();
            let groups = self
                .person
                .busy
                .iter()
                .flat_map(|rule| rule.groups.iter().map(|&(_, group)| (group, rule.maximum)));
            let around = groups.filter(|(group, _)| union.minus(*group).is_empty());
            let most = around.map(|(_, maximum)| maximum).fold(sum, i64::min);
            if !chosen.is_empty() && most < if self.exact { least } else { 1 } {
                continue;
            }
            let both = |(first, second): &&(usize, usize)| {
                chosen.contains(first) && chosen.contains(second)
            };
            let member = |&&half: &&usize| halves.is_some_and(|count| count.members[half]);
            choices.push(Choice {
                exceptions: self.pairs.iter().filter(both).count() as i64,
                halves: chosen.iter().filter(member).count() as i64,
                cells: i64::from(counted && !chosen.is_empty()),
                most: if chosen.is_empty() { 0 } else { most },
                least,
            });
        }
        choices
    }
}
