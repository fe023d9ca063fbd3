//! Monitors: the fast count of each constraint, from the occupancy instead of from nothing.
//!
//! A monitor belongs to what it watches, its owner: a unit, a role, a group of units, or a resource.
//! The state counts an owner again when an operation touched it. All are checked against
//! [`jadwal_model::evaluate()`] by the property test `agree`.

pub(crate) mod assign_resource;
pub(crate) mod assign_time;
pub(crate) mod avoid_clashes;
pub(crate) mod avoid_isolated_times;
pub(crate) mod avoid_split_assignments;
pub(crate) mod avoid_together;
pub(crate) mod avoid_unavailable_times;
pub(crate) mod cluster_busy_times;
pub(crate) mod distribute_split_events;
pub(crate) mod limit_busy_pairs;
pub(crate) mod limit_busy_times;
pub(crate) mod limit_crowding;
pub(crate) mod limit_idle_times;
pub(crate) mod limit_travel;
pub(crate) mod limit_workload;
pub(crate) mod link_events;
pub(crate) mod order_events;
pub(crate) mod order_within;
mod partial;
pub(crate) mod prefer_resources;
pub(crate) mod prefer_times;
pub(crate) mod separate_events;
pub(crate) mod split_events;
pub(crate) mod spread_events;
pub(crate) mod twins;

use crate::assignment::Assignment;
use crate::layout::Layout;
use crate::mask::Mask;
use jadwal_model::cost::price;
use jadwal_model::{Constraint, Cost, CostFunction};
use std::ops::Range;
use std::sync::Arc;

/// What a deviation costs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Price {
    pub(crate) required: bool,
    function: CostFunction,
    weight: i64,
}

impl Price {
    pub(crate) const fn of(constraint: &Constraint) -> Self {
        let Constraint { required, function, weight, .. } = constraint;
        Self { required: *required, function: *function, weight: *weight }
    }

    /// Whether each unit of a deviation costs as much as the others.
    pub(crate) const fn is_linear(self) -> bool {
        matches!(self.function, CostFunction::Linear)
    }

    /// Grows by another price, if both price a deviation in the same way.
    fn join(&mut self, other: Self) -> bool {
        let alike = self.required == other.required && self.function == other.function;
        if alike {
            self.weight = self.weight.saturating_add(other.weight);
        }
        alike
    }

    /// The cost of a deviation.
    #[inline]
    pub(crate) const fn at(self, deviation: i64) -> Cost {
        if deviation == 0 {
            return Cost::ZERO;
        }
        Cost::of(self.required, price(self.weight, self.function, deviation))
    }
}

/// A monitor of one unit: its cuts and its times.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum UnitMonitor<const W: usize> {
    AssignTime(Price),
    SplitEvents(Price, split_events::Limits),
    DistributeSplitEvents(Price, distribute_split_events::Limits),
    PreferTimes(Price, prefer_times::Starts<W>),
}

/// A monitor of one role: who fills it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum RoleMonitor {
    AssignResource(Price),
    PreferResources(Price, prefer_resources::Preferred),
    LimitCrowding(Price, limit_crowding::Places),
}

/// A monitor of several units, roles or resources.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum GroupMonitor<const W: usize> {
    SpreadEvents(Price, spread_events::Spread<W>),
    LinkEvents(Price, link_events::Link),
    OrderEvents(Price, order_events::Order),
    AvoidSplitAssignments(Price, avoid_split_assignments::Roles),
    SeparateEvents(Price, separate_events::Separate),
    AvoidTogether(Price, avoid_together::Together<W>),
    OrderWithin(Price, order_within::Within<W>),
    /// Resources that stand for one: what the monitor finds at the worst of them.
    WorstOf(Vec<u32>, Box<ResourceMonitor<W>>),
}

/// A monitor of one resource: when it is busy, how much, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum ResourceMonitor<const W: usize> {
    AvoidClashes(Price),
    AvoidUnavailableTimes(Price, Mask<W>),
    LimitIdleTimes(Price, limit_idle_times::Limits),
    ClusterBusyTimes(Price, cluster_busy_times::Limits),
    LimitBusyTimes(Price, limit_busy_times::Limits),
    LimitWorkload(Price, limit_workload::Limits),
    LimitBusyPairs(Price, limit_busy_pairs::Limits),
    LimitTravel(Price, Arc<limit_travel::Travel<W>>),
    AvoidIsolatedTimes(Price, avoid_isolated_times::Layers),
}

/// How far something is from its range, to either side.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Distance {
    pub(crate) lacks: i64,
    pub(crate) exceeds: i64,
}

impl Distance {
    #[inline]
    fn add(&mut self, value: i64, minimum: i64, maximum: i64) {
        self.lacks += (minimum - value).max(0);
        self.exceeds += (value - maximum).max(0);
    }

    #[inline]
    const fn total(self) -> i64 {
        self.lacks + self.exceeds
    }
}

/// Time groups as sets, the same list stored once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct TimeGroups<const W: usize>(Vec<Mask<W>>);

impl<const W: usize> TimeGroups<W> {
    /// Stores a list of groups, or finds it.
    pub(crate) fn store(&mut self, groups: &[Mask<W>]) -> Range<u32> {
        let found = match groups {
            [] => Some(0),
            _ => self.0.windows(groups.len()).position(|window| window == groups),
        };
        let start = found.unwrap_or(self.0.len());
        if found.is_none() {
            self.0.extend_from_slice(groups);
        }
        start as u32..(start + groups.len()) as u32
    }

    #[inline]
    pub(crate) fn get(&self, range: &Range<u32>) -> &[Mask<W>] {
        &self.0[range.start as usize..range.end as usize]
    }
}

impl<const W: usize> UnitMonitor<W> {
    /// The cost of one unit's cuts and times.
    #[inline]
    pub(crate) fn cost(&self, layout: &Layout<W>, now: &Assignment<W>, unit: usize) -> Cost {
        match self {
            Self::AssignTime(price) => price.at(assign_time::deviation(layout, now, unit)),
            Self::SplitEvents(price, limits) => price.at(limits.deviation(layout, now, unit)),
            Self::DistributeSplitEvents(price, limits) => {
                price.at(limits.deviation(layout, now, unit))
            }
            Self::PreferTimes(price, starts) => price.at(starts.deviation(layout, now, unit)),
        }
    }
}

impl RoleMonitor {
    /// The cost of who fills one role.
    #[inline]
    pub(crate) fn cost<const W: usize>(
        &self,
        layout: &Layout<W>,
        now: &Assignment<W>,
        role: usize,
    ) -> Cost {
        match self {
            Self::AssignResource(price) => price.at(assign_resource::deviation(layout, now, role)),
            Self::PreferResources(price, preferred) => {
                price.at(preferred.deviation(layout, now, role))
            }
            Self::LimitCrowding(price, places) => price.at(places.deviation(layout, now, role)),
        }
    }
}

impl<const W: usize> GroupMonitor<W> {
    /// The cost of a group of units, roles or resources.
    #[inline]
    pub(crate) fn cost(
        &self,
        groups: &TimeGroups<W>,
        layout: &Layout<W>,
        now: &Assignment<W>,
    ) -> Cost {
        match self {
            Self::SpreadEvents(price, spread) => price.at(spread.deviation(layout, now)),
            Self::LinkEvents(price, link) => price.at(link.deviation(layout, now)),
            Self::OrderEvents(price, order) => price.at(order.deviation(layout, now)),
            Self::AvoidSplitAssignments(price, roles) => price.at(roles.deviation(layout, now)),
            Self::SeparateEvents(price, separate) => price.at(separate.deviation(layout, now)),
            Self::AvoidTogether(price, together) => price.at(together.deviation(layout, now)),
            Self::OrderWithin(price, within) => price.at(within.deviation(layout, now)),
            Self::WorstOf(resources, monitor) => {
                let costs =
                    resources.iter().map(|&r| monitor.cost(groups, layout, now, r as usize));
                // the price grows with the deviation: the worst costs most
                costs.max().unwrap_or(Cost::ZERO)
            }
        }
    }
}

impl<const W: usize> ResourceMonitor<W> {
    /// The cost of when one resource is busy, and where.
    #[inline]
    pub(crate) fn cost(
        &self,
        groups: &TimeGroups<W>,
        layout: &Layout<W>,
        now: &Assignment<W>,
        resource: usize,
    ) -> Cost {
        let busy = now.busy(resource);
        match self {
            Self::AvoidClashes(price) => price.at(avoid_clashes::deviation(now, resource)),
            Self::AvoidUnavailableTimes(price, times) => {
                price.at(avoid_unavailable_times::deviation(busy, *times))
            }
            Self::LimitIdleTimes(price, limits) => price.at(limits.deviation(groups, busy)),
            Self::ClusterBusyTimes(price, limits) => price.at(limits.deviation(groups, busy)),
            Self::LimitBusyTimes(price, limits) => price.at(limits.deviation(groups, busy)),
            Self::LimitWorkload(price, limits) => {
                price.at(limits.deviation(now.workload(resource)))
            }
            Self::LimitBusyPairs(price, limits) => price.at(limits.deviation(groups, busy)),
            Self::LimitTravel(price, travel) => price.at(travel.deviation(layout, now, resource)),
            Self::AvoidIsolatedTimes(price, layers) => price.at(layers.deviation(groups, busy)),
        }
    }
}
