//! Worst of: several resources that stand for one, and a constraint about resources.
//!
//! Applies to   each set of resources.
//! Deviation    the greatest that the constraint has at any resource of the set.
//! Example      the two halves of a class wait one and two hours: two.
//! Source       ours: a class is several resources where its groups have lessons of their own, and
//!              what all its pupils see is to be counted once; XHSTT cannot say it.

use super::{Count, Kind, Point, ResourceScope};
use crate::cost::Deviation;
use crate::id::ResourceId;
use crate::timetable::Timetable;

/// Several resources that stand for one, and a constraint about resources.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WorstOf {
    /// The sets meant.
    pub applies_to: Vec<Vec<ResourceId>>,
    /// What is asked of each resource; whom it names itself does not matter. One that does not speak
    /// of resources asks for nothing.
    pub limit: Box<Kind>,
}

impl Kind {
    /// The resources that it speaks of, where it speaks of resources.
    #[must_use]
    pub const fn resources(&self) -> Option<&ResourceScope> {
        match self {
            Self::AvoidClashes(k) => Some(&k.applies_to),
            Self::AvoidUnavailableTimes(k) => Some(&k.applies_to),
            Self::LimitIdleTimes(k) => Some(&k.applies_to),
            Self::ClusterBusyTimes(k) => Some(&k.applies_to),
            Self::LimitBusyTimes(k) => Some(&k.applies_to),
            Self::LimitWorkload(k) => Some(&k.applies_to),
            Self::LimitBusyPairs(k) => Some(&k.applies_to),
            Self::LimitTravel(k) => Some(&k.applies_to),
            Self::AvoidIsolatedTimes(k) => Some(&k.applies_to),
            _ => None,
        }
    }

    /// The same asked of other resources, where it speaks of resources.
    #[must_use]
    pub fn of(&self, resources: Vec<ResourceId>) -> Option<Self> {
        let mut kind = self.clone();
        let scope = match &mut kind {
            Self::AvoidClashes(k) => &mut k.applies_to,
            Self::AvoidUnavailableTimes(k) => &mut k.applies_to,
            Self::LimitIdleTimes(k) => &mut k.applies_to,
            Self::ClusterBusyTimes(k) => &mut k.applies_to,
            Self::LimitBusyTimes(k) => &mut k.applies_to,
            Self::LimitWorkload(k) => &mut k.applies_to,
            Self::LimitBusyPairs(k) => &mut k.applies_to,
            Self::LimitTravel(k) => &mut k.applies_to,
            Self::AvoidIsolatedTimes(k) => &mut k.applies_to,
            _ => return None,
        };
        *scope = ResourceScope { groups: Vec::new(), resources };
        Some(kind)
    }
}

impl Count for WorstOf {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let worst = |set: &Vec<ResourceId>| {
            let all = self.limit.of(set.clone())?.count(timetable);
            // of equals the first
            all.into_iter().rev().max_by_key(|&(_, deviation)| deviation)
        };
        self.applies_to.iter().filter_map(worst).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, days, events, meet};
    use super::super::{AssignTime, LimitIdleTimes};
    use super::*;
    use crate::id::Id;

    #[test]
    fn the_worst_of_two() {
        let limit = Kind::LimitIdleTimes(LimitIdleTimes {
            applies_to: ResourceScope::default(),
            time_groups: days(),
            minimum: 0,
            maximum: 0,
        });
        let kind = |limit: &Kind| {
            let sets = vec![vec![Id::new(0), Id::new(1)], Vec::new()];
            WorstOf { applies_to: sets, limit: Box::new(limit.clone()) }
        };
        for (name, meets, deviation) in [
            ("neither waits", vec![meet(0, 2, 0).by(0), meet(1, 1, 1).by(1)], 0),
            ("one waits", vec![meet(0, 1, 0).by(0), meet(1, 1, 2).by(0)], 1),
            (
                "both wait, one of them longer",
                vec![
                    meet(0, 1, 0).by(0),
                    meet(1, 1, 2).by(0),
                    meet(2, 1, 0).by(1),
                    meet(3, 1, 3).by(1),
                ],
                2,
            ),
        ] {
            assert_eq!(count(&kind(&limit), meets), deviation, "{name}");
        }
        let other = Kind::AssignTime(AssignTime { applies_to: events() });
        assert_eq!(count(&kind(&other), vec![meet(0, 1, None)]), 0, "not about resources");
    }
}
