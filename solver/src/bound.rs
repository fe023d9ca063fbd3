//! Lower bounds: what no timetable can avoid, by arithmetic.
//!
//! The bound is a cost (hard, soft), compared hard first: a timetable with more hard cost is above
//! it, and one with equal hard cost breaks no other hard constraint than those counted here. So the
//! soft parts may take for granted that everything is placed and that nothing clashes.

use crate::assignment::Assignment;
use crate::compiled::Compiled;
use crate::construct::cuts;
use crate::layout::Layout;
use crate::mask::Mask;
use crate::monitor::{GroupMonitor, ResourceMonitor, UnitMonitor};
use jadwal_model::Cost;

/// No timetable of the instance costs less.
pub(crate) fn lower_bound<const W: usize>(compiled: &Compiled<W>) -> Cost {
    let mut now = Assignment::new(&compiled.layout);
    let units = 0..compiled.layout.units.len();
    let cuts: Cost = units.map(|unit| cheapest_cut(compiled, &mut now, unit)).sum();
    let busy = (0..compiled.layout.resources).map(|resource| fewest_groups(compiled, resource));
    compiled.constant + cuts + Cost::new(0, busy.sum())
}

/// What the cuts of a unit cost at least.
fn cheapest_cut<const W: usize>(
    compiled: &Compiled<W>,
    now: &mut Assignment<W>,
    unit: usize,
) -> Cost {
    let layout = &compiled.layout;
    let monitors = compiled.by_unit[unit].iter().filter(|monitor| {
        matches!(monitor, UnitMonitor::SplitEvents(..) | UnitMonitor::DistributeSplitEvents(..))
    });
    let monitors: Vec<_> = monitors.collect();
    if monitors.is_empty() {
        return Cost::ZERO;
    }
    // illegal cuts have to be compared too: they may be the cheapest where nothing is legal
    let Unit { duration, slots } = Unit::of(layout, unit);
    let Some(ways) = cuts(duration, duration, 1) else { return Cost::ZERO };
    let (mut least, mut roomless) = (Cost::MAX, false);
    for way in ways {
        if way.len() > slots.len() {
            roomless = true;
            continue;
        }
        for (meet, length) in slots.clone().zip(way.iter().copied().chain(std::iter::repeat(0))) {
            now.set_length(layout, meet, length);
        }
        least = least.min(monitors.iter().map(|monitor| monitor.cost(layout, now, unit)).sum());
    }
    slots.for_each(|meet| now.set_length(layout, meet, 0));
    // the cuts without room break a hard constraint, so they cost more than any that breaks none
    if roomless && least.hard > 0 { Cost::ZERO } else { least }
}

struct Unit {
    duration: u32,
    slots: std::ops::Range<usize>,
}

impl Unit {
    fn of<const W: usize>(layout: &Layout<W>, unit: usize) -> Self {
        let unit = &layout.units[unit];
        Self { duration: unit.duration, slots: unit.meets.clone() }
    }
}

/// What it costs at least, in soft cost, that a resource's meets need some number of time groups.
fn fewest_groups<const W: usize>(compiled: &Compiled<W>, resource: usize) -> i64 {
    let Some(load) = load(compiled, resource) else { return 0 };
    let mut free = Mask::<W>::below(compiled.layout.times);
    for monitor in &compiled.by_resource[resource] {
        if let ResourceMonitor::AvoidUnavailableTimes(price, times) = monitor
            && price.required
        {
            free = free.minus(*times);
        }
    }
    let mut soft = 0;
    for monitor in &compiled.by_resource[resource] {
        let ResourceMonitor::ClusterBusyTimes(price, limits) = monitor else { continue };
        let groups = compiled.groups.get(&limits.groups);
        let union = groups.iter().copied().fold(Mask::default(), Mask::or);
        let disjoint = union.count() == groups.iter().map(|group| group.count()).sum::<i64>();
        if price.required || !disjoint {
            continue;
        }
        let mut room: Vec<i64> = groups.iter().map(|group| group.and(free).count()).collect();
        room.sort_unstable();
        let mut left = load - free.minus(union).count();
        let mut needed = 0;
        while left > 0
            && let Some(most) = room.pop()
        {
            left -= most;
            needed += 1;
        }
        if free.minus(union).is_empty() {
            needed = needed.max(spread_over(compiled, resource, groups));
        }
        let possible = groups.len() as i64;
        soft += price.at((needed - limits.maximum).max(limits.minimum - possible).max(0)).soft;
    }
    soft
}

/// The times that a resource is surely busy where nothing hard is broken; none if that is not known.
fn load<const W: usize>(compiled: &Compiled<W>, resource: usize) -> Option<i64> {
    if compiled.clash_price[resource] == 0 {
        return None;
    }
    let placed = |unit: usize| {
        let mut monitors = compiled.by_unit[unit].iter();
        monitors.any(|m| matches!(m, UnitMonitor::AssignTime(price) if price.required))
    };
    let units = compiled.layout.attends[resource].iter().map(|&unit| unit as usize);
    Some(units.filter(|&u| placed(u)).map(|u| i64::from(compiled.layout.units[u].duration)).sum())
}

/// The number of groups that the meets of one unit alone need, because a hard constraint spreads
/// them over just these groups.
fn spread_over<const W: usize>(compiled: &Compiled<W>, resource: usize, groups: &[Mask<W>]) -> i64 {
    let mut needed = 0;
    for &unit in &compiled.layout.attends[resource] {
        let Unit { duration, .. } = Unit::of(&compiled.layout, unit as usize);
        let splits = compiled.layout.units[unit as usize].splits;
        let meets = i64::from(duration.div_ceil(splits.longest.max(1)).max(splits.fewest));
        let placed = compiled.by_unit[unit as usize].iter();
        let placed =
            placed.clone().any(|m| matches!(m, UnitMonitor::AssignTime(price) if price.required));
        for &group in &compiled.unit_groups[unit as usize] {
            let GroupMonitor::SpreadEvents(price, spread) = &compiled.by_group[group as usize]
            else {
                continue;
            };
            let most = |times: &Mask<W>| {
                let found = spread.groups.iter().find(|(group, ..)| group == times);
                found.map(|&(_, _, most)| most)
            };
            let limits: Option<Vec<i64>> = groups.iter().map(most).collect();
            let own = spread.units.iter().find(|(other, _)| *other == unit).map_or(1, |u| u.1);
            if let Some(mut limits) = limits.filter(|_| price.required && placed) {
                limits.sort_unstable();
                let mut left = meets * own;
                let mut number = 0;
                while left > 0
                    && let Some(most) = limits.pop()
                {
                    left -= most.max(0);
                    number += 1;
                }
                needed = needed.max(number);
            }
        }
    }
    needed
}
