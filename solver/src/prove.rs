//! What a run proves of its best timetable: a bound by integer programming, where the instance is small
//! enough for that to be worth its time.

use crate::limits::{Clock, Limits};
use jadwal_model::{Cost, Instance};
#[cfg(feature = "exact")]
use std::time::Duration;

/// A share of the time limit, for each proof.
#[cfg(feature = "exact")]
const SHARE: f64 = 0.08;
/// The least time for each proof.
#[cfg(feature = "exact")]
const LEAST: Duration = Duration::from_secs(1);
/// Larger programmes seldom prove anything in that time.
#[cfg(feature = "exact")]
const COLUMNS: usize = 30_000;
/// What bounds a proof where there is no clock, so that runs repeat.
#[cfg(feature = "exact")]
const NODES: u32 = 200;
/// The same for one run of the simplex method.
#[cfg(feature = "exact")]
const ITERATIONS: u32 = 50_000;

/// A bound for an instance of which a timetable of this cost is known.
#[cfg(feature = "exact")]
pub(crate) fn bound(instance: &Instance, known: Cost, limits: &Limits, clock: &Clock) -> Cost {
    let time = limits.time.map(|time| {
        let left = time.saturating_sub(clock.elapsed());
        time.mul_f64(SHARE).min(left).max(LEAST)
    });
    let effort = crate::exact::Effort {
        time,
        nodes: Some(NODES),
        iterations: Some(ITERATIONS),
        columns: Some(COLUMNS),
        known: Some(known),
    };
    crate::exact::bound(instance, effort).bound
}

/// Nothing can be proved without integer programming.
#[cfg(not(feature = "exact"))]
pub(crate) fn bound(_: &Instance, _: Cost, _: &Limits, _: &Clock) -> Cost {
    Cost::ZERO
}
