//! The soft costs as the competition counts them.

use jadwal_model::{Instance, Report};

pub(super) const CAPACITY: &str = "RoomCapacity";
pub(super) const WORKING_DAYS: &str = "MinimumWorkingDays";
pub(super) const COMPACTNESS: &str = "CurriculumCompactness";
pub(super) const STABILITY: &str = "RoomStability";

/// The competition's four soft costs, by the names of their constraints.
pub const SOFT: [&str; 4] = [CAPACITY, WORKING_DAYS, COMPACTNESS, STABILITY];

/// The soft costs of a timetable, by name; all four, in the competition's order.
#[must_use]
pub fn costs(instance: &Instance, report: &Report) -> [(&'static str, i64); 4] {
    SOFT.map(|name| {
        let costs = report.by_constraint().into_iter();
        let ours = costs.filter(|(id, _)| instance.constraints[*id].name == name);
        (name, ours.map(|(_, cost)| cost.soft).sum())
    })
}
