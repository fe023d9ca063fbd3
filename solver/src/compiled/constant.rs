//! What no search can change.

use jadwal_model::constraint::Crowd;
use jadwal_model::{Cost, EventId, Instance, Kind};

/// What preassigned resources outside the preferred ones, or without a place for all, cost in every
/// timetable.
pub(crate) fn unfit_preassigned(instance: &Instance) -> Cost {
    let facts = &instance.facts;
    let mut cost = Cost::ZERO;
    let fixed = |event: EventId, role: &str| {
        let e = &facts.events[event];
        e.role(role).and_then(|role| e.resources[role].preassigned)
    };
    let duration = |event: EventId| i64::from(facts.events[event].duration);
    for constraint in &instance.constraints {
        match &constraint.kind {
            Kind::PreferResources(k) => {
                let preferred = k.resources.set(facts);
                for event in k.applies_to.events(facts) {
                    if fixed(event, &k.role).is_some_and(|resource| !preferred.contains(resource)) {
                        cost += constraint.cost(duration(event));
                    }
                }
            }
            Kind::LimitCrowding(k) => {
                for &Crowd { event, size } in &k.applies_to {
                    let excess = fixed(event, &k.role).map_or(0, |holder| k.excess(size, holder));
                    cost += constraint.cost(duration(event) * excess);
                }
            }
            _ => {}
        }
    }
    cost
}
