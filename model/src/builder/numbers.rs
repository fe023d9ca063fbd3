//! The numbers of events and constraints: none is out of range, no minimum above its maximum.

use super::error::{InstanceError, MAX_NUMBER};
use crate::constraint::{Constraint, Kind};

/// Every number of a constraint by itself.
pub(super) fn check_numbers(constraint: &Constraint) -> Result<(), InstanceError> {
    let code = &constraint.code;
    check_number(code, "the weight", constraint.weight)?;
    for (minimum, maximum) in ranges(&constraint.kind) {
        // separations and the like may be negative, but nothing may be huge
        check_number(code, "a limit of", minimum.saturating_abs())?;
        check_number(code, "a limit of", maximum.saturating_abs())?;
        if minimum > maximum {
            let constraint = code.clone();
            return Err(InstanceError::Range { constraint, minimum, maximum });
        }
    }
    if let Kind::SeparateEvents(kind) = &constraint.kind {
        for &measure in kind.begins.iter().chain(&kind.ends) {
            check_number(code, "a measure of", measure)?;
        }
    }
    if let Kind::LimitCrowding(kind) = &constraint.kind {
        let places = kind.capacities.iter().map(|capacity| capacity.places);
        for number in kind.applies_to.iter().map(|crowd| crowd.size).chain(places) {
            check_number(code, "a measure of", number)?;
        }
    }
    Ok(())
}

/// A measure of the cycle says something of each of its times.
pub(super) fn check_measures(constraint: &Constraint, expected: usize) -> Option<InstanceError> {
    let Kind::SeparateEvents(kind) = &constraint.kind else { return None };
    let lengths = [kind.begins.len(), kind.ends.len()];
    let found = lengths.into_iter().find(|&length| length != expected)?;
    Some(InstanceError::Measures { constraint: constraint.code.clone(), found, expected })
}

/// Zero or more, and not huge.
pub(super) fn check_number(
    owner: &str,
    what: &'static str,
    found: i64,
) -> Result<(), InstanceError> {
    if (0..=MAX_NUMBER).contains(&found) {
        return Ok(());
    }
    Err(InstanceError::Number { owner: owner.to_owned(), what, found })
}

/// Every pair of minimum and maximum that a constraint names.
fn ranges(kind: &Kind) -> Vec<(i64, i64)> {
    match kind {
        Kind::SplitEvents(k) => {
            vec![(k.minimum_duration, k.maximum_duration), (k.minimum_amount, k.maximum_amount)]
        }
        Kind::DistributeSplitEvents(k) => vec![(k.minimum, k.maximum), (k.duration, k.duration)],
        Kind::SpreadEvents(k) => k.time_groups.iter().map(|g| (g.minimum, g.maximum)).collect(),
        Kind::OrderEvents(k) => {
            k.applies_to.iter().map(|p| (p.minimum_separation, p.maximum_separation)).collect()
        }
        Kind::LimitIdleTimes(k) => vec![(k.minimum, k.maximum)],
        Kind::ClusterBusyTimes(k) => vec![(k.minimum, k.maximum)],
        Kind::LimitBusyTimes(k) => vec![(k.minimum, k.maximum)],
        Kind::LimitWorkload(k) => vec![(k.minimum, k.maximum)],
        Kind::PreferTimes(k) => k.duration.iter().map(|&duration| (duration, duration)).collect(),
        Kind::LimitBusyPairs(k) => vec![(0, k.maximum)],
        Kind::LimitTravel(k) => vec![(0, k.maximum)],
        Kind::SeparateEvents(k) => vec![(k.minimum, k.minimum), (k.unit, k.unit)],
        Kind::WorstOf(k) => ranges(&k.limit),
        Kind::AssignTime(_)
        | Kind::AssignResource(_)
        | Kind::PreferResources(_)
        | Kind::AvoidSplitAssignments(_)
        | Kind::LinkEvents(_)
        | Kind::AvoidClashes(_)
        | Kind::AvoidUnavailableTimes(_)
        | Kind::AvoidTogether(_)
        | Kind::OrderWithin(_)
        | Kind::LimitCrowding(_)
        | Kind::AvoidIsolatedTimes(_) => Vec::new(),
    }
}
