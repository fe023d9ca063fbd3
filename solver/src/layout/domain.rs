//! Which starts and which resources break no hard constraint by themselves.

use crate::mask::Mask;
use jadwal_model::{EventId, Id, Instance, Kind, ResourceSet};

/// What the hard constraints say of single starts and single resources.
pub(super) struct Domains<const W: usize> {
    times: usize,
    /// By event: the starts preferred, and for which duration.
    preferred: Vec<Vec<(Option<i64>, Mask<W>)>>,
    /// By resource: the times at which it must not be busy.
    unavailable: Vec<Mask<W>>,
    /// By event and position: the resources preferred.
    resources: Vec<Vec<Option<ResourceSet>>>,
    /// By event and position: whether one resource is wanted throughout.
    bound: Vec<Vec<bool>>,
}

impl<const W: usize> Domains<W> {
    pub(super) fn new(instance: &Instance) -> Self {
        let facts = &instance.facts;
        let places = |event: &jadwal_model::Event| event.resources.len();
        let mut domains = Self {
            times: facts.times.len(),
            preferred: vec![Vec::new(); facts.events.len()],
            unavailable: vec![Mask::default(); facts.resources.len()],
            resources: facts.events.iter().map(|event| vec![None; places(event)]).collect(),
            bound: facts.events.iter().map(|event| vec![false; places(event)]).collect(),
        };
        for constraint in instance.constraints.iter().filter(|c| c.required && c.weight > 0) {
            domains.add(instance, &constraint.kind);
        }
        domains
    }

    fn add(&mut self, instance: &Instance, kind: &Kind) {
        let facts = &instance.facts;
        let mask = |scope: &jadwal_model::constraint::TimeScope| {
            scope.set(facts).iter().map(Id::index).collect::<Mask<W>>()
        };
        match kind {
            Kind::PreferTimes(k) => {
                let times = mask(&k.times);
                for event in k.applies_to.events(facts) {
                    self.preferred[event.index()].push((k.duration, times));
                }
            }
            Kind::AvoidUnavailableTimes(k) => {
                let times = mask(&k.times);
                for resource in k.applies_to.resources(facts) {
                    let all = &mut self.unavailable[resource.index()];
                    *all = all.or(times);
                }
            }
            Kind::PreferResources(k) => {
                let set = k.resources.set(facts);
                for event in k.applies_to.events(facts) {
                    let Some(role) = facts.events[event].role(&k.role) else { continue };
                    let known = &mut self.resources[event.index()][role];
                    *known = Some(match known.take() {
                        Some(old) => old.iter().filter(|&r| set.contains(r)).collect(),
                        None => set.clone(),
                    });
                }
            }
            Kind::AvoidSplitAssignments(k) => {
                for &group in &k.applies_to {
                    for &event in &facts.event_groups[group].members {
                        if let Some(role) = facts.events[event].role(&k.role) {
                            self.bound[event.index()][role] = true;
                        }
                    }
                }
            }
            _ => {}
        }
    }

    pub(super) fn is_bound(&self, event: EventId, position: usize) -> bool {
        self.bound[event.index()][position]
    }

    /// The resources for one role of an event.
    pub(super) fn candidates(
        &self,
        instance: &Instance,
        event: EventId,
        position: usize,
    ) -> Vec<u32> {
        let wanted = instance.facts.events[event].resources[position].resource_type;
        let of_type = || {
            let all = instance.facts.resources.enumerate();
            all.filter(|(_, r)| r.resource_type == wanted).map(|(id, _)| id)
        };
        let preferred = &self.resources[event.index()][position];
        let fits =
            |id: &jadwal_model::ResourceId| preferred.as_ref().is_none_or(|set| set.contains(*id));
        let some: Vec<_> = of_type().filter(fits).map(|id| id.index() as u32).collect();
        if some.is_empty() { of_type().map(|id| id.index() as u32).collect() } else { some }
    }

    /// By length, from zero to the duration: the starts of a unit.
    pub(super) fn starts(
        &self,
        events: &[EventId],
        resources: &[usize],
        duration: u32,
        fixed: Option<u32>,
    ) -> Vec<Mask<W>> {
        let unavailable = resources.iter().map(|&r| self.unavailable[r]);
        let unavailable = unavailable.fold(Mask::default(), Mask::or);
        let starts = |length: usize| {
            if length == 0 {
                return Mask::default();
            }
            if let Some(fixed) = fixed {
                return Mask::span(fixed as usize, 1);
            }
            let fitting = Mask::<W>::below(self.times + 1 - length);
            let mut legal = fitting;
            for event in events {
                for (for_duration, times) in &self.preferred[event.index()] {
                    if for_duration.is_none_or(|wanted| wanted == length as i64) {
                        legal = legal.and(*times);
                    }
                }
            }
            let blocked = |&start: &usize| Mask::<W>::span(start, length).meets(unavailable);
            let free: Mask<W> = legal.iter().filter(|start| !blocked(start)).collect();
            [free, legal, fitting].into_iter().find(|set| !set.is_empty()).unwrap_or_default()
        };
        (0..=duration as usize).map(starts).collect()
    }
}
