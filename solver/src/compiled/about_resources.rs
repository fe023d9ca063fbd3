//! Constraints about resources as monitors of each of them, or of several that stand for one.

use super::{Compiled, masks_of, set_mask};
use crate::mask::Mask;
use crate::monitor::{
    GroupMonitor, Price, ResourceMonitor, avoid_isolated_times, cluster_busy_times,
    limit_busy_pairs, limit_busy_times, limit_idle_times, limit_travel, limit_workload, twins,
};
use jadwal_model::constraint::{Busy, LimitTravel, WorstOf};
use jadwal_model::{Constraint, CostFunction, Facts, Id, Kind, ResourceId, TimeGroupId};
use std::sync::Arc;

impl<const W: usize> Compiled<W> {
    pub(super) fn add_about_resources(&mut self, facts: &Facts, constraint: &Constraint) {
        let price = Price::of(constraint);
        let Some(scope) = constraint.kind.resources() else { return };
        let Some((monitor, groups)) = self.monitor(facts, &constraint.kind, price) else { return };
        let resources: Vec<ResourceId> = scope.resources(facts).collect();
        match &constraint.kind {
            // one clash more costs at least one weight, unless all of them cost one step together
            Kind::AvoidClashes(_) if constraint.function != CostFunction::Step => {
                for resource in &resources {
                    self.clash_price[resource.index()] += price.at(1).hard;
                }
            }
            Kind::LimitWorkload(k) if constraint.required => {
                for resource in &resources {
                    let most = &mut self.most_work[resource.index()];
                    *most = (*most).min(k.maximum.saturating_mul(facts.workload_units));
                }
            }
            Kind::LimitTravel(k) => self.carry(facts, k, &resources),
            _ => {}
        }
        if monitor.is_idle(&self.groups) {
            return;
        }
        for resource in &resources {
            twins::add(&mut self.by_resource[resource.index()], &monitor);
        }
        self.watch_times(facts, &resources, &groups);
    }

    /// Resources that stand for one: a group that hears what happens to any of them.
    pub(super) fn add_worst(&mut self, facts: &Facts, kind: &WorstOf, price: Price) {
        let Some((monitor, groups)) = self.monitor(facts, &kind.limit, price) else { return };
        for resources in &kind.applies_to {
            if let Kind::LimitTravel(k) = &*kind.limit {
                self.carry(facts, k, resources);
            }
            self.watch_times(facts, resources, &groups);
            let set: Vec<u32> = resources.iter().map(|resource| resource.index() as u32).collect();
            let index = self.by_group.len() as u32;
            for &resource in &set {
                self.resource_groups[resource as usize].push(index);
            }
            self.by_group.push(GroupMonitor::WorstOf(set, Box::new(monitor.clone())));
            // its meets are found by its resources
            self.group_units.push(Vec::new());
        }
    }

    /// The monitor of a kind about resources, and the time groups that it looks at.
    fn monitor(
        &mut self,
        facts: &Facts,
        kind: &Kind,
        price: Price,
    ) -> Option<(ResourceMonitor<W>, Vec<TimeGroupId>)> {
        let alone = |monitor| Some((monitor, Vec::new()));
        match kind {
            Kind::AvoidClashes(_) => alone(ResourceMonitor::AvoidClashes(price)),
            Kind::AvoidUnavailableTimes(k) => {
                alone(ResourceMonitor::AvoidUnavailableTimes(price, set_mask(facts, &k.times)))
            }
            Kind::LimitIdleTimes(k) => {
                let (minimum, maximum) = (k.minimum, k.maximum);
                let groups = self.store(facts, &k.time_groups);
                let limits = limit_idle_times::Limits { groups, minimum, maximum };
                Some((ResourceMonitor::LimitIdleTimes(price, limits), k.time_groups.clone()))
            }
            Kind::ClusterBusyTimes(k) => {
                let (minimum, maximum) = (k.minimum, k.maximum);
                let groups = self.store(facts, &k.time_groups);
                let limits = cluster_busy_times::Limits { groups, minimum, maximum };
                Some((ResourceMonitor::ClusterBusyTimes(price, limits), k.time_groups.clone()))
            }
            Kind::LimitBusyTimes(k) => {
                let (minimum, maximum) = (k.minimum, k.maximum);
                let groups = self.store(facts, &k.time_groups);
                let limits = limit_busy_times::Limits { groups, minimum, maximum };
                Some((ResourceMonitor::LimitBusyTimes(price, limits), k.time_groups.clone()))
            }
            Kind::LimitWorkload(k) => {
                let (minimum, maximum, units) = (k.minimum, k.maximum, facts.workload_units);
                let limits = limit_workload::Limits { minimum, maximum, units };
                alone(ResourceMonitor::LimitWorkload(price, limits))
            }
            Kind::LimitBusyPairs(k) => {
                let sides: Vec<_> = k.pairs.iter().flat_map(|&(a, b)| [a, b]).collect();
                let (groups, maximum) = (self.store(facts, &sides), k.maximum);
                let both = k.busy == Busy::InBoth;
                let limits = limit_busy_pairs::Limits { groups, both, maximum };
                Some((ResourceMonitor::LimitBusyPairs(price, limits), sides))
            }
            Kind::LimitTravel(k) => {
                let travel = Arc::new(limit_travel::Travel::new(facts, &self.layout, k));
                alone(ResourceMonitor::LimitTravel(price, travel))
            }
            Kind::AvoidIsolatedTimes(k) => {
                let masks = masks_of(facts, &k.time_groups);
                let layers = self.groups.store(&avoid_isolated_times::layers(&masks));
                let layers = avoid_isolated_times::Layers(layers);
                let monitor = ResourceMonitor::AvoidIsolatedTimes(price, layers);
                Some((monitor, k.time_groups.clone()))
            }
            _ => None,
        }
    }

    fn watch_times(&mut self, facts: &Facts, resources: &[ResourceId], groups: &[TimeGroupId]) {
        if groups.is_empty() {
            return;
        }
        let masks: Vec<Mask<W>> = masks_of(facts, groups);
        for resource in resources {
            let watched = &mut self.watched_groups[resource.index()];
            watched.extend(masks.iter().filter(|mask| !mask.is_empty()));
            let mut first = Vec::with_capacity(watched.len());
            for mask in watched.drain(..) {
                if !first.contains(&mask) {
                    first.push(mask);
                }
            }
            *watched = first;
        }
    }

    /// Notes who says where others are, and who these are.
    fn carry(&mut self, facts: &Facts, kind: &LimitTravel, resources: &[ResourceId]) {
        for resource in resources {
            self.is_carried[resource.index()] = true;
        }
        let places = kind.places.iter().map(|&group| &facts.resource_groups[group]);
        let types: Vec<_> = places.map(|place| place.resource_type).collect();
        for (carries, role) in self.carries.iter_mut().zip(&self.layout.roles) {
            let wanted = facts.events[role.event].resources[role.index].resource_type;
            *carries |= types.contains(&wanted);
        }
    }
}
