//! Monitors that say the same of the same owner are one, and those that can never cost anything are none.
//!
//! Events that are placed by one decision bring the constraints of each of them, and formats that state
//! a rule for everybody state it for those whom it cannot touch.

use super::{GroupMonitor, Price, ResourceMonitor, RoleMonitor, TimeGroups, UnitMonitor};
use crate::layout::Layout;
use std::mem::replace;

/// A monitor with a price of its own.
pub(crate) trait Priced: Clone + PartialEq {
    fn price_mut(&mut self) -> &mut Price;
}

impl<const W: usize> Priced for UnitMonitor<W> {
    fn price_mut(&mut self) -> &mut Price {
        match self {
            Self::AssignTime(price)
            | Self::SplitEvents(price, _)
            | Self::DistributeSplitEvents(price, _)
            | Self::PreferTimes(price, _) => price,
        }
    }
}

impl Priced for RoleMonitor {
    fn price_mut(&mut self) -> &mut Price {
        match self {
            Self::AssignResource(price)
            | Self::PreferResources(price, _)
            | Self::LimitCrowding(price, _) => price,
        }
    }
}

impl<const W: usize> Priced for GroupMonitor<W> {
    fn price_mut(&mut self) -> &mut Price {
        match self {
            Self::SpreadEvents(price, _)
            | Self::LinkEvents(price, _)
            | Self::OrderEvents(price, _)
            | Self::AvoidSplitAssignments(price, _)
            | Self::SeparateEvents(price, _)
            | Self::AvoidTogether(price, _)
            | Self::OrderWithin(price, _) => price,
            Self::WorstOf(_, monitor) => monitor.price_mut(),
        }
    }
}

impl<const W: usize> Priced for ResourceMonitor<W> {
    fn price_mut(&mut self) -> &mut Price {
        match self {
            Self::AvoidClashes(price)
            | Self::AvoidUnavailableTimes(price, _)
            | Self::LimitIdleTimes(price, _)
            | Self::ClusterBusyTimes(price, _)
            | Self::LimitBusyTimes(price, _)
            | Self::LimitWorkload(price, _)
            | Self::LimitBusyPairs(price, _)
            | Self::LimitTravel(price, _)
            | Self::AvoidIsolatedTimes(price, _) => price,
        }
    }
}

/// Lets a monitor weigh more by another one, if that says the same; says whether it does.
pub(crate) fn absorb<M: Priced>(monitor: &mut M, other: &M) -> bool {
    let mut twin = other.clone();
    let price = replace(twin.price_mut(), *monitor.price_mut());
    twin == *monitor && monitor.price_mut().join(price)
}

/// Adds a monitor to others of the same owner.
pub(crate) fn add<M: Priced>(monitors: &mut Vec<M>, monitor: &M) {
    if !monitors.iter_mut().any(|one| absorb(one, monitor)) {
        monitors.push(monitor.clone());
    }
}

impl<const W: usize> UnitMonitor<W> {
    /// Whether it never costs anything, however this unit is cut and placed.
    pub(crate) fn is_idle(&self, layout: &Layout<W>, unit: usize) -> bool {
        let unit = &layout.units[unit];
        let whole = [i64::from(unit.duration)];
        let is_uncut = unit.meets.len() == 1;
        match self {
            Self::AssignTime(_) => false,
            Self::SplitEvents(_, limits) => is_uncut && limits.deviation_of(whole) == 0,
            Self::DistributeSplitEvents(_, limits) => is_uncut && limits.deviation_of(whole) == 0,
            Self::PreferTimes(_, starts) => {
                starts.duration.is_some_and(|duration| duration > whole[0])
                    || (0..layout.times).all(|time| starts.preferred.contains(time))
            }
        }
    }
}

impl<const W: usize> GroupMonitor<W> {
    /// Whether it never costs anything.
    pub(crate) fn is_idle(&self, layout: &Layout<W>) -> bool {
        match self {
            Self::SpreadEvents(_, spread) => {
                let starts = |&(unit, events): &(u32, i64)| {
                    events * layout.units[unit as usize].meets.len() as i64
                };
                let all: i64 = spread.units.iter().map(starts).sum();
                spread.groups.iter().all(|&(_, least, most)| least <= 0 && all <= most)
            }
            _ => false,
        }
    }
}

impl<const W: usize> ResourceMonitor<W> {
    /// Whether it never costs anything.
    pub(crate) fn is_idle(&self, groups: &TimeGroups<W>) -> bool {
        match self {
            Self::AvoidUnavailableTimes(_, times) => times.is_empty(),
            Self::LimitBusyTimes(_, limits) => {
                let all = groups.get(&limits.groups).iter();
                limits.minimum <= 1 && all.map(|group| group.count()).all(|n| n <= limits.maximum)
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mask::Mask;
    use crate::monitor::limit_busy_times;
    use jadwal_model::{Cost, CostFunction};

    fn price(weight: i64, function: CostFunction) -> Price {
        Price { required: false, function, weight }
    }

    #[test]
    fn the_same_said_twice_weighs_twice_and_anything_else_stays_apart() {
        let closed = |weight, function, times: &[usize]| {
            let times = times.iter().copied().collect::<Mask<1>>();
            ResourceMonitor::AvoidUnavailableTimes(price(weight, function), times)
        };
        let mut monitors = Vec::new();
        add(&mut monitors, &closed(2, CostFunction::Linear, &[1]));
        add(&mut monitors, &closed(3, CostFunction::Linear, &[1]));
        add(&mut monitors, &closed(3, CostFunction::Quadratic, &[1]));
        add(&mut monitors, &closed(3, CostFunction::Linear, &[1, 2]));
        assert_eq!(monitors[0], closed(5, CostFunction::Linear, &[1]));
        assert_eq!(monitors.len(), 3);
        assert_eq!(monitors[0].price_mut().at(2), Cost::of(false, 10));
    }

    #[test]
    fn what_no_timetable_can_break_is_idle() {
        let mut groups = TimeGroups::<1>::default();
        let day: Mask<1> = (0..4).collect();
        let stored = groups.store(&[day]);
        let busy = |minimum, maximum| {
            let limits = limit_busy_times::Limits { groups: stored.clone(), minimum, maximum };
            ResourceMonitor::LimitBusyTimes(price(1, CostFunction::Linear), limits)
        };
        assert!(busy(0, 4).is_idle(&groups), "a day has no more times");
        assert!(busy(1, 4).is_idle(&groups), "who is there is there once");
        assert!(!busy(2, 4).is_idle(&groups));
        assert!(!busy(0, 3).is_idle(&groups));
    }
}
