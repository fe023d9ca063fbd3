//! The dense form of an instance: the layout, and every constraint as monitors of their owners.

mod about_resources;
mod constant;

pub(crate) use constant::unfit_preassigned;

use crate::layout::{Layout, Matched};
use crate::mask::Mask;
use crate::monitor::{
    GroupMonitor, Price, ResourceMonitor, RoleMonitor, TimeGroups, UnitMonitor,
    avoid_split_assignments, avoid_together, distribute_split_events, limit_crowding, link_events,
    order_events, order_within, prefer_resources, prefer_times, separate_events, split_events,
    spread_events, twins,
};
use jadwal_model::constraint::{EventScope, TimeScope};
use jadwal_model::{
    Constraint, Cost, EventGroupId, EventId, Facts, Id, Instance, Kind, TimeGroupId,
};

/// Built once, shared by all lanes.
#[derive(Clone, Debug)]
pub(crate) struct Compiled<const W: usize> {
    pub(crate) layout: Layout<W>,
    pub(crate) groups: TimeGroups<W>,
    pub(crate) by_unit: Vec<Vec<UnitMonitor<W>>>,
    pub(crate) by_role: Vec<Vec<RoleMonitor>>,
    pub(crate) by_resource: Vec<Vec<ResourceMonitor<W>>>,
    pub(crate) by_group: Vec<GroupMonitor<W>>,
    /// By unit: the groups that hear when it is cut or placed.
    pub(crate) unit_groups: Vec<Vec<u32>>,
    /// By role: the groups that hear who fills it.
    pub(crate) role_groups: Vec<Vec<u32>>,
    /// By resource: the groups that hear when it is busy, and where.
    pub(crate) resource_groups: Vec<Vec<u32>>,
    /// By group: the units it speaks of.
    pub(crate) group_units: Vec<Vec<u32>>,
    /// By resource: the time groups that any of its monitors looks at, each once.
    pub(crate) watched_groups: Vec<Vec<Mask<W>>>,
    /// By role: whether who fills it says where the others of the meet are, so that theirs is counted
    /// again too. Never, where no constraint limits travel.
    pub(crate) carries: Vec<bool>,
    /// By resource: whether it matters where it is.
    pub(crate) is_carried: Vec<bool>,
    /// By resource: the hard price of one clash.
    pub(crate) clash_price: Vec<i64>,
    /// By resource: the most workload that hard constraints let it have, in the facts' units.
    pub(crate) most_work: Vec<i64>,
    /// The smallest weight of a soft constraint, or of a hard one where there is no soft one.
    smallest_step: i64,
    /// What every timetable costs: preassigned resources that do not suit.
    pub(crate) constant: Cost,
}

impl<const W: usize> Compiled<W> {
    pub(crate) fn new(instance: &Instance) -> Self {
        let layout = Layout::new(instance);
        let mut compiled = Self {
            groups: TimeGroups::default(),
            by_unit: vec![Vec::new(); layout.units.len()],
            by_role: vec![Vec::new(); layout.roles.len()],
            by_resource: vec![Vec::new(); layout.resources],
            by_group: Vec::new(),
            unit_groups: vec![Vec::new(); layout.units.len()],
            role_groups: vec![Vec::new(); layout.roles.len()],
            resource_groups: vec![Vec::new(); layout.resources],
            group_units: Vec::new(),
            watched_groups: vec![Vec::new(); layout.resources],
            carries: vec![false; layout.roles.len()],
            is_carried: vec![false; layout.resources],
            clash_price: vec![0; layout.resources],
            most_work: vec![i64::MAX; layout.resources],
            smallest_step: smallest_step(instance),
            constant: unfit_preassigned(instance),
            layout,
        };
        for constraint in instance.constraints.iter().filter(|constraint| constraint.weight > 0) {
            compiled.add(&instance.facts, constraint);
        }
        compiled.find_matched();
        compiled
    }

    /// Marks the roles whose tasks can be matched time by time, and numbers who can fill them.
    fn find_matched(&mut self) {
        let decides_by_time = |&resource: &u32| {
            use ResourceMonitor::{AvoidClashes, AvoidUnavailableTimes};
            let resource = resource as usize;
            let by_time = |monitor: &ResourceMonitor<W>| match monitor {
                AvoidClashes(_) => true,
                // who is there at all is known, and one time has nothing to do with another
                AvoidUnavailableTimes(price, _) => price.required && price.is_linear(),
                _ => false,
            };
            self.by_resource[resource].iter().all(by_time)
                && self.resource_groups[resource].is_empty()
                && self.clash_price[resource] > 0
        };
        for (index, role) in self.layout.roles.iter_mut().enumerate() {
            let must_be_filled = |monitor: &RoleMonitor| match monitor {
                RoleMonitor::AssignResource(price) => price.required,
                _ => false,
            };
            role.by_time = !role.bound
                && self.by_role[index].iter().any(must_be_filled)
                && self.role_groups[index].is_empty()
                && !self.carries[index]
                && role.candidates.iter().all(decides_by_time);
            let is_alike = |monitor: &RoleMonitor| match monitor {
                RoleMonitor::AssignResource(_) => true,
                RoleMonitor::PreferResources(_, preferred) => {
                    role.candidates.iter().all(|&candidate| preferred.contains(candidate as usize))
                }
                RoleMonitor::LimitCrowding(..) => false,
            };
            role.alike = self.by_role[index].iter().all(is_alike);
        }
        let away: Vec<_> = (0..self.layout.resources).map(|r| self.unavailable(r)).collect();
        let times = self.layout.times;
        self.layout.matched = Matched::new(&mut self.layout.roles, times, &away);
    }

    /// The smallest change of cost that any constraint can make; soft ones count if there are any.
    pub(crate) const fn smallest_step(&self) -> i64 {
        self.smallest_step
    }

    /// The roles that a group wants to be filled by one resource.
    pub(crate) fn roles_of(&self, group: usize) -> &[u32] {
        match &self.by_group[group] {
            GroupMonitor::AvoidSplitAssignments(price, roles) if price.required => &roles.open,
            _ => &[],
        }
    }

    /// The resources that a group counts as one.
    pub(crate) fn resources_of(&self, group: usize) -> &[u32] {
        match &self.by_group[group] {
            GroupMonitor::WorstOf(resources, _) => resources,
            _ => &[],
        }
    }

    /// The times that a hard constraint closes to a resource.
    pub(crate) fn unavailable(&self, resource: usize) -> Mask<W> {
        let closed = self.by_resource[resource].iter().filter_map(|monitor| match monitor {
            ResourceMonitor::AvoidUnavailableTimes(price, times) if price.required => Some(*times),
            _ => None,
        });
        closed.fold(Mask::default(), Mask::or)
    }

    fn add(&mut self, facts: &Facts, constraint: &Constraint) {
        let price = Price::of(constraint);
        match &constraint.kind {
            Kind::AssignTime(k) => {
                self.watch_units(facts, &k.applies_to, &UnitMonitor::AssignTime(price));
            }
            Kind::SplitEvents(k) => {
                let monitor = UnitMonitor::SplitEvents(price, split_events::Limits::new(k));
                self.watch_units(facts, &k.applies_to, &monitor);
            }
            Kind::DistributeSplitEvents(k) => {
                let limits = distribute_split_events::Limits::new(k);
                let monitor = UnitMonitor::DistributeSplitEvents(price, limits);
                self.watch_units(facts, &k.applies_to, &monitor);
            }
            Kind::PreferTimes(k) => {
                let preferred = set_mask(facts, &k.times);
                let starts = prefer_times::Starts { preferred, duration: k.duration };
                self.watch_units(facts, &k.applies_to, &UnitMonitor::PreferTimes(price, starts));
            }
            Kind::AssignResource(k) => {
                let monitor = RoleMonitor::AssignResource(price);
                self.watch_roles(facts, &k.applies_to, &k.role, &monitor);
            }
            Kind::PreferResources(k) => {
                let resources = k.resources.set(facts);
                let preferred = prefer_resources::Preferred::new(&resources, facts.resources.len());
                let monitor = RoleMonitor::PreferResources(price, preferred);
                self.watch_roles(facts, &k.applies_to, &k.role, &monitor);
            }
            Kind::LimitCrowding(k) => {
                let places = limit_crowding::places(k, facts.resources.len());
                for crowd in &k.applies_to {
                    let (size, places) = (crowd.size, places.clone());
                    let one = EventScope { groups: Vec::new(), events: vec![crowd.event] };
                    let places = limit_crowding::Places { size, places };
                    let monitor = RoleMonitor::LimitCrowding(price, places);
                    self.watch_roles(facts, &one, &k.role, &monitor);
                }
            }
            Kind::AvoidSplitAssignments(k) => {
                k.applies_to.iter().for_each(|&g| self.watch_split(facts, g, &k.role, price));
            }
            Kind::SpreadEvents(k) => {
                let groups = k.time_groups.iter();
                let groups: Vec<_> = groups
                    .map(|g| (group_mask(facts, g.time_group), g.minimum, g.maximum))
                    .collect();
                for &group in &k.applies_to {
                    let units = self.units_of(facts, group);
                    let members = units.iter().map(|&(unit, _)| unit).collect();
                    let spread = spread_events::Spread { units, groups: groups.clone() };
                    self.watch_group(members, GroupMonitor::SpreadEvents(price, spread));
                }
            }
            Kind::LinkEvents(k) => {
                for &group in &k.applies_to {
                    let units: Vec<_> =
                        self.units_of(facts, group).iter().map(|&(unit, _)| unit).collect();
                    if units.len() > 1 {
                        let link = link_events::Link { units: units.clone() };
                        self.watch_group(units, GroupMonitor::LinkEvents(price, link));
                    }
                }
            }
            Kind::OrderEvents(k) => {
                for pair in &k.applies_to {
                    let unit = |event: EventId| self.layout.unit_of[event.index()] as u32;
                    let order = order_events::Order {
                        first: unit(pair.first),
                        second: unit(pair.second),
                        least: pair.minimum_separation,
                        most: pair.maximum_separation,
                    };
                    let units = vec![order.first, order.second];
                    self.watch_group(units, GroupMonitor::OrderEvents(price, order));
                }
            }
            Kind::AvoidClashes(_)
            | Kind::AvoidUnavailableTimes(_)
            | Kind::LimitIdleTimes(_)
            | Kind::ClusterBusyTimes(_)
            | Kind::LimitBusyTimes(_)
            | Kind::LimitWorkload(_)
            | Kind::LimitBusyPairs(_)
            | Kind::LimitTravel(_)
            | Kind::AvoidIsolatedTimes(_) => self.add_about_resources(facts, constraint),
            Kind::WorstOf(k) => self.add_worst(facts, k, price),
            Kind::SeparateEvents(k) => {
                let (begins, ends) = (k.begins.as_slice().into(), k.ends.as_slice().into());
                let measure = separate_events::Measure { begins, ends, unit: k.unit };
                for &group in &k.applies_to {
                    let units = self.units_of(facts, group);
                    let members = units.iter().map(|&(unit, _)| unit).collect();
                    let measure = measure.clone();
                    let separate =
                        separate_events::Separate::new(&self.layout, units, measure, k.minimum);
                    self.watch_group(members, GroupMonitor::SeparateEvents(price, separate));
                }
            }
            Kind::AvoidTogether(k) => {
                let groups = masks_of(facts, &k.time_groups);
                for set in &k.applies_to {
                    let sets: Vec<_> =
                        set.groups().map(|group| self.members_of(facts, group)).collect();
                    let together = avoid_together::Together { groups: groups.clone(), sets };
                    let units = each_once(together.sets.concat());
                    self.watch_group(units, GroupMonitor::AvoidTogether(price, together));
                }
            }
            Kind::OrderWithin(k) => {
                let groups = masks_of(facts, &k.time_groups);
                for &(first, second) in &k.applies_to {
                    let (first, second) =
                        (self.members_of(facts, first), self.members_of(facts, second));
                    let units = each_once([first.as_slice(), &second].concat());
                    let within = order_within::Within { first, second, groups: groups.clone() };
                    self.watch_group(units, GroupMonitor::OrderWithin(price, within));
                }
            }
        }
    }

    /// The units of a group.
    fn members_of(&self, facts: &Facts, group: EventGroupId) -> Vec<u32> {
        self.units_of(facts, group).iter().map(|&(unit, _)| unit).collect()
    }

    fn watch_units(&mut self, facts: &Facts, scope: &EventScope, monitor: &UnitMonitor<W>) {
        for event in scope.events(facts) {
            let unit = self.layout.unit_of[event.index()];
            if !monitor.is_idle(&self.layout, unit) {
                twins::add(&mut self.by_unit[unit], monitor);
            }
        }
    }

    fn watch_roles(
        &mut self,
        facts: &Facts,
        scope: &EventScope,
        role: &str,
        monitor: &RoleMonitor,
    ) {
        for event in scope.events(facts) {
            let Some(index) = facts.events[event].role(role) else { continue };
            if let Some(role) = self.layout.find_role(event, index) {
                twins::add(&mut self.by_role[role], monitor);
            }
        }
    }

    fn watch_group(&mut self, units: Vec<u32>, monitor: GroupMonitor<W>) {
        if monitor.is_idle(&self.layout) {
            return;
        }
        let others = units.first().map_or(&[][..], |&unit| &self.unit_groups[unit as usize]);
        for &other in others {
            let alike = self.group_units[other as usize] == units;
            if alike && twins::absorb(&mut self.by_group[other as usize], &monitor) {
                return;
            }
        }
        let index = self.by_group.len() as u32;
        for &unit in &units {
            self.unit_groups[unit as usize].push(index);
        }
        self.by_group.push(monitor);
        self.group_units.push(units);
    }

    fn watch_split(&mut self, facts: &Facts, group: EventGroupId, role: &str, price: Price) {
        let mut roles = avoid_split_assignments::Roles::default();
        for &event in &facts.event_groups[group].members {
            let Some(index) = facts.events[event].role(role) else { continue };
            match facts.events[event].resources[index].preassigned {
                Some(resource) => {
                    let resource = resource.index() as u32;
                    if !roles.preassigned.contains(&resource) {
                        roles.preassigned.push(resource);
                    }
                }
                None => roles.open.extend(self.layout.find_role(event, index).map(|r| r as u32)),
            }
        }
        let index = self.by_group.len() as u32;
        let mut units: Vec<u32> = Vec::new();
        for &role in &roles.open {
            self.role_groups[role as usize].push(index);
            units.push(self.layout.roles[role as usize].unit as u32);
        }
        let units = each_once(units);
        self.by_group.push(GroupMonitor::AvoidSplitAssignments(price, roles));
        self.group_units.push(units);
    }

    /// The units of an event group, each with how many of its events are members.
    fn units_of(&self, facts: &Facts, group: EventGroupId) -> Vec<(u32, i64)> {
        let mut units: Vec<(u32, i64)> = Vec::new();
        for &event in &facts.event_groups[group].members {
            let unit = self.layout.unit_of[event.index()] as u32;
            match units.iter_mut().find(|(other, _)| *other == unit) {
                Some((_, number)) => *number += 1,
                None => units.push((unit, 1)),
            }
        }
        units
    }

    fn store(&mut self, facts: &Facts, groups: &[TimeGroupId]) -> std::ops::Range<u32> {
        let masks = masks_of(facts, groups);
        self.groups.store(&masks)
    }
}

fn smallest_step(instance: &Instance) -> i64 {
    let weights = |required: bool| {
        let some = instance.constraints.iter().filter(move |c| c.required == required);
        some.map(|constraint| constraint.weight).filter(|&weight| weight > 0).min()
    };
    weights(false).or(weights(true)).unwrap_or(1)
}

fn set_mask<const W: usize>(facts: &Facts, scope: &TimeScope) -> Mask<W> {
    scope.set(facts).iter().map(Id::index).collect()
}

fn masks_of<const W: usize>(facts: &Facts, groups: &[TimeGroupId]) -> Vec<Mask<W>> {
    groups.iter().map(|&group| group_mask(facts, group)).collect()
}

fn each_once(mut units: Vec<u32>) -> Vec<u32> {
    units.sort_unstable();
    units.dedup();
    units
}

fn group_mask<const W: usize>(facts: &Facts, group: TimeGroupId) -> Mask<W> {
    facts.time_groups[group].times.iter().map(|time| time.index()).collect()
}
