//! Limit workload, from the workload kept with the assignment.

use jadwal_model::constraint::LimitWorkload;

/// How much to work, and the units of the workload.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Limits {
    pub(crate) minimum: i64,
    pub(crate) maximum: i64,
    pub(crate) units: i64,
}

impl Limits {
    /// Distance of the workload from the range, rounded up.
    #[inline]
    pub(crate) fn deviation(&self, workload: i64) -> i64 {
        LimitWorkload::deviation(self.minimum, self.maximum, workload, self.units)
    }
}
