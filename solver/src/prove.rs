//! What a run by the clock proves of its best timetable: a bound by integer programming, where the
//! instance is small enough for that to be worth its time.

use jadwal_model::{Cost, Instance};
use std::time::Duration;

/// A share of the time limit, for each proof.
#[cfg(feature = "exact")]
const SHARE: f64 = 0.08;
/// The least time for each proof.
#[cfg(feature = "exact")]
const LEAST: Duration = Duration::from_secs(1);
/// And the most, as nobody can interrupt it.
#[cfg(feature = "exact")]
const MOST: Duration = Duration::from_secs(10);
/// Larger programmes seldom prove anything in that time.
#[cfg(feature = "exact")]
const COLUMNS: usize = 30_000;

/// A bound for an instance of which a timetable of this cost is known, in a share of the time limit
/// and of what is left of it.
#[cfg(feature = "exact")]
pub(crate) fn bound(instance: &Instance, known: Cost, time: Duration, left: Duration) -> Cost {
    let time = time.mul_f64(SHARE).clamp(LEAST, MOST).min(left);
    let effort = crate::exact::Effort {
        time: Some(time),
        columns: Some(COLUMNS),
        known: Some(known),
        ..crate::exact::Effort::default()
    };
    crate::exact::bound(instance, effort).bound
}

/// Nothing can be proved without integer programming.
#[cfg(not(feature = "exact"))]
pub(crate) fn bound(_: &Instance, _: Cost, _: Duration, _: Duration) -> Cost {
    Cost::ZERO
}
