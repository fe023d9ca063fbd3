//! What counts while meets wait for a time: only what these could not make good once they have one.
//!
//! A class with gaps is no fault as long as enough of its lessons wait to fill them. So a search that
//! places meets one after another may judge each step by its hard cost. What may still be made good
//! is a very large soft cost instead, so that it is avoided where that is free.

use super::{GroupMonitor, Price, ResourceMonitor, TimeGroups, UnitMonitor, still_lacking};
use crate::assignment::Assignment;
use crate::layout::Layout;
use jadwal_model::Cost;

/// What one unit of hard cost that may still be made good counts as soft cost.
const LACKING: i64 = 1_000_000;

impl Price {
    /// The cost of a deviation of which only a part cannot be made good any more.
    fn partly(self, deviation: i64, certain: i64) -> Cost {
        let (whole, certain) = (self.at(deviation), self.at(certain));
        let lacking = (whole.hard - certain.hard) * LACKING;
        Cost { hard: certain.hard, soft: whole.soft.saturating_add(lacking) }
    }
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
                price.partly(spread.deviation(layout, now), spread.partial(layout, now))
            }
            Self::LinkEvents(price, link) => {
                price.partly(link.deviation(layout, now), link.partial(layout, now))
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
        let open = || now.open(layout, resource);
        let (price, whole, certain) = match self {
            Self::LimitIdleTimes(price, limits) => {
                let whole = limits.deviation(groups, busy);
                (price, whole, still_lacking(whole, open))
            }
            Self::ClusterBusyTimes(price, limits) => {
                (price, limits.deviation(groups, busy), limits.partial(groups, busy, open))
            }
            Self::LimitBusyTimes(price, limits) => {
                (price, limits.deviation(groups, busy), limits.partial(groups, busy, open))
            }
            Self::LimitBusyPairs(price, limits) if !limits.both => {
                let whole = limits.deviation(groups, busy);
                (price, whole, still_lacking(whole, open))
            }
            Self::AvoidIsolatedTimes(price, layers) => {
                let whole = layers.deviation(groups, busy);
                (price, whole, still_lacking(whole, open))
            }
            _ => return self.cost(groups, layout, now, resource),
        };
        price.partly(whole, certain)
    }
}
