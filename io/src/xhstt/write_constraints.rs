//! The sixteen kinds of constraint, written.

use super::markup::Markup;
use jadwal_model::constraint::{EventPair, EventScope, ResourceScope, TimeScope};
use jadwal_model::{Constraint, ConstraintId, EventGroupId, Facts, Instance, Kind, TimeGroupId};
use std::io::{self, Write};

type Done = io::Result<()>;

/// The constraints of an instance that the format has no word for: our own kinds.
#[must_use]
pub fn unwritable(instance: &Instance) -> Vec<ConstraintId> {
    let all = instance.constraints.enumerate();
    all.filter(|(_, constraint)| is_ours(&constraint.kind)).map(|(id, _)| id).collect()
}

const fn is_ours(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::LimitBusyPairs(_)
            | Kind::SeparateEvents(_)
            | Kind::AvoidTogether(_)
            | Kind::OrderWithin(_)
            | Kind::LimitTravel(_)
            | Kind::LimitCrowding(_)
            | Kind::AvoidIsolatedTimes(_)
            | Kind::WorstOf(_)
    )
}

/// One constraint.
pub(crate) fn constraint<W: Write>(
    out: &mut Markup<W>,
    facts: &Facts,
    constraint: &Constraint,
) -> Done {
    let name = format!("{}Constraint", constraint.kind.name());
    out.element(&name, &[("Id", &constraint.code)], |out| {
        out.text("Name", &constraint.name)?;
        out.text("Required", if constraint.required { "true" } else { "false" })?;
        out.number("Weight", constraint.weight)?;
        out.text("CostFunction", constraint.function.name())?;
        out.element("AppliesTo", &[], |out| applies_to(out, facts, &constraint.kind))?;
        own(out, facts, &constraint.kind)
    })
}

fn applies_to<W: Write>(out: &mut Markup<W>, facts: &Facts, kind: &Kind) -> Done {
    match kind {
        Kind::AssignTime(k) => events(out, facts, &k.applies_to),
        Kind::AssignResource(k) => events(out, facts, &k.applies_to),
        Kind::SplitEvents(k) => events(out, facts, &k.applies_to),
        Kind::DistributeSplitEvents(k) => events(out, facts, &k.applies_to),
        Kind::PreferTimes(k) => events(out, facts, &k.applies_to),
        Kind::PreferResources(k) => events(out, facts, &k.applies_to),
        Kind::AvoidSplitAssignments(k) => event_groups(out, facts, &k.applies_to),
        Kind::SpreadEvents(k) => event_groups(out, facts, &k.applies_to),
        Kind::LinkEvents(k) => event_groups(out, facts, &k.applies_to),
        Kind::OrderEvents(k) => {
            out.list("EventPairs", &k.applies_to, |out, pair| event_pair(out, facts, pair))
        }
        Kind::AvoidClashes(k) => resources(out, facts, &k.applies_to),
        Kind::AvoidUnavailableTimes(k) => resources(out, facts, &k.applies_to),
        Kind::LimitIdleTimes(k) => resources(out, facts, &k.applies_to),
        Kind::ClusterBusyTimes(k) => resources(out, facts, &k.applies_to),
        Kind::LimitBusyTimes(k) => resources(out, facts, &k.applies_to),
        Kind::LimitWorkload(k) => resources(out, facts, &k.applies_to),
        Kind::LimitBusyPairs(_)
        | Kind::SeparateEvents(_)
        | Kind::AvoidTogether(_)
        | Kind::OrderWithin(_)
        | Kind::LimitTravel(_)
        | Kind::LimitCrowding(_)
        | Kind::AvoidIsolatedTimes(_)
        | Kind::WorstOf(_) => no_word(kind),
    }
}

/// What only this kind has, after what all have.
fn own<W: Write>(out: &mut Markup<W>, facts: &Facts, kind: &Kind) -> Done {
    match kind {
        Kind::AssignResource(k) => out.text("Role", &k.role),
        Kind::AvoidSplitAssignments(k) => out.text("Role", &k.role),
        Kind::PreferResources(k) => {
            resources(out, facts, &k.resources)?;
            out.text("Role", &k.role)
        }
        Kind::PreferTimes(k) => {
            times(out, facts, &k.times)?;
            k.duration.map_or(Ok(()), |duration| out.number("Duration", duration))
        }
        Kind::AvoidUnavailableTimes(k) => times(out, facts, &k.times),
        Kind::SplitEvents(k) => {
            out.number("MinimumDuration", k.minimum_duration)?;
            out.number("MaximumDuration", k.maximum_duration)?;
            out.number("MinimumAmount", k.minimum_amount)?;
            out.number("MaximumAmount", k.maximum_amount)
        }
        Kind::DistributeSplitEvents(k) => {
            out.number("Duration", k.duration)?;
            range(out, k.minimum, k.maximum)
        }
        Kind::SpreadEvents(k) => out.list("TimeGroups", &k.time_groups, |out, spread| {
            let code = &facts.time_groups[spread.time_group].code;
            out.element("TimeGroup", &[("Reference", code)], |out| {
                range(out, spread.minimum, spread.maximum)
            })
        }),
        Kind::LimitIdleTimes(k) => {
            time_groups(out, facts, &k.time_groups)?;
            range(out, k.minimum, k.maximum)
        }
        Kind::ClusterBusyTimes(k) => {
            time_groups(out, facts, &k.time_groups)?;
            range(out, k.minimum, k.maximum)
        }
        Kind::LimitBusyTimes(k) => {
            time_groups(out, facts, &k.time_groups)?;
            range(out, k.minimum, k.maximum)
        }
        Kind::LimitWorkload(k) => range(out, k.minimum, k.maximum),
        Kind::AssignTime(_)
        | Kind::LinkEvents(_)
        | Kind::OrderEvents(_)
        | Kind::AvoidClashes(_) => Ok(()),
        Kind::LimitBusyPairs(_)
        | Kind::SeparateEvents(_)
        | Kind::AvoidTogether(_)
        | Kind::OrderWithin(_)
        | Kind::LimitTravel(_)
        | Kind::LimitCrowding(_)
        | Kind::AvoidIsolatedTimes(_)
        | Kind::WorstOf(_) => no_word(kind),
    }
}

/// Leaving a constraint out would change what the instance costs.
fn no_word(kind: &Kind) -> Done {
    let what = format!("the format has no constraint `{}`", kind.name());
    Err(io::Error::new(io::ErrorKind::InvalidInput, what))
}

fn range<W: Write>(out: &mut Markup<W>, minimum: i64, maximum: i64) -> Done {
    out.number("Minimum", minimum)?;
    out.number("Maximum", maximum)
}

fn events<W: Write>(out: &mut Markup<W>, facts: &Facts, scope: &EventScope) -> Done {
    event_groups(out, facts, &scope.groups)?;
    out.list("Events", &scope.events, |out, &id| out.reference("Event", &facts.events[id].code))
}

fn event_groups<W: Write>(out: &mut Markup<W>, facts: &Facts, groups: &[EventGroupId]) -> Done {
    out.list("EventGroups", groups, |out, &id| {
        out.reference("EventGroup", &facts.event_groups[id].code)
    })
}

fn event_pair<W: Write>(out: &mut Markup<W>, facts: &Facts, pair: &EventPair) -> Done {
    out.element("EventPair", &[], |out| {
        out.reference("FirstEvent", &facts.events[pair.first].code)?;
        out.reference("SecondEvent", &facts.events[pair.second].code)?;
        out.number("MinSeparation", pair.minimum_separation)?;
        out.number("MaxSeparation", pair.maximum_separation)
    })
}

fn resources<W: Write>(out: &mut Markup<W>, facts: &Facts, scope: &ResourceScope) -> Done {
    out.list("ResourceGroups", &scope.groups, |out, &id| {
        out.reference("ResourceGroup", &facts.resource_groups[id].code)
    })?;
    out.list("Resources", &scope.resources, |out, &id| {
        out.reference("Resource", &facts.resources[id].code)
    })
}

fn times<W: Write>(out: &mut Markup<W>, facts: &Facts, scope: &TimeScope) -> Done {
    time_groups(out, facts, &scope.groups)?;
    out.list("Times", &scope.times, |out, &id| out.reference("Time", &facts.times[id].code))
}

fn time_groups<W: Write>(out: &mut Markup<W>, facts: &Facts, groups: &[TimeGroupId]) -> Done {
    out.list("TimeGroups", groups, |out, &id| {
        out.reference("TimeGroup", &facts.time_groups[id].code)
    })
}
