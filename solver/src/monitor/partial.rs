//! What counts while meets wait for a time: only what these could not make good once they have one.
//!
//! A class with gaps is no fault as long as enough of its lessons wait to fill them. So a search that
//! places meets one after another may judge each step by its hard cost. What may still be made good
//! is a very large soft cost instead, so that it is avoided where that is free.

use super::{Distance, GroupMonitor, Price, ResourceMonitor, TimeGroups, UnitMonitor};
use crate::assignment::Assignment;
use crate::layout::Layout;
use jadwal_model::Cost;

/// What one unit of hard cost that may still be made good counts as soft cost.
const LACKING: i64 = 1_000_000;

impl Price {
    /// The cost of a distance of which the times still open may fill what lacks. They are asked for only
    /// where something does.
    fn partly(self, distance: Distance, open: impl FnOnce() -> i64) -> Cost {
        let Distance { lacks, exceeds } = distance;
        let certain = if lacks == 0 { exceeds } else { exceeds + (lacks - open()).max(0) };
        let (whole, certain) = (self.at(distance.total()), self.at(certain));
        let lacking = (whole.hard - certain.hard) * LACKING;
        Cost { hard: certain.hard, soft: whole.soft.saturating_add(lacking) }
    }
}

/// A deviation all of which may be made good.
const fn lacking(lacks: i64) -> Distance {
    Distance { lacks, exceeds: 0 }
}

impl<const W: usize> UnitMonitor<W> {
    /// The cost while meets may wait for a time; waiting costs nothing.
    pub(crate) fn partial_cost(
        &self,
        layout: &Layout<W>,
        now: &Assignment<W>,
        unit: usize,
    ) -> Cost {
        match self {
            Self::AssignTime(_) => Cost::ZERO,
            _ => self.cost(layout, now, unit),
        }
    }
}

impl<const W: usize> GroupMonitor<W> {
    /// The cost while meets may wait for a time.
    pub(crate) fn partial_cost(
        &self,
        groups: &TimeGroups<W>,
        layout: &Layout<W>,
        now: &Assignment<W>,
    ) -> Cost {
        match self {
            Self::SpreadEvents(price, spread) => {
                price.partly(spread.distance(layout, now), || spread.open(layout, now))
            }
            Self::LinkEvents(price, link) => {
                price.partly(lacking(link.deviation(layout, now)), || link.open(layout, now))
            }
            Self::WorstOf(resources, monitor) => {
                let each = resources.iter();
                let costs = each.map(|&r| monitor.partial_cost(groups, layout, now, r as usize));
                costs.max().unwrap_or(Cost::ZERO)
            }
            _ => self.cost(groups, layout, now),
        }
    }
}

impl<const W: usize> ResourceMonitor<W> {
    /// The cost while meets may wait for a time.
    pub(crate) fn partial_cost(
        &self,
        groups: &TimeGroups<W>,
        layout: &Layout<W>,
        now: &Assignment<W>,
        resource: usize,
    ) -> Cost {
        let busy = now.busy(resource);
        let (price, distance) = match self {
            Self::LimitIdleTimes(price, limits) => (price, lacking(limits.deviation(groups, busy))),
            Self::ClusterBusyTimes(price, limits) => (price, limits.distance(groups, busy)),
            Self::LimitBusyTimes(price, limits) => (price, limits.distance(groups, busy)),
            Self::LimitBusyPairs(price, limits) if !limits.both => {
                (price, lacking(limits.deviation(groups, busy)))
            }
            Self::AvoidIsolatedTimes(price, layers) => {
                (price, lacking(layers.deviation(groups, busy)))
            }
            _ => return self.cost(groups, layout, now, resource),
        };
        price.partly(distance, || now.open(layout, resource))
    }
}
