//! Limit busy pairs: a resource should seldom be busy in both of two time groups.
//!
//! Applies to   each resource named, alone or by group.
//! Deviation    the number of pairs in both of whose time groups it is busy, above the maximum; or of
//!              pairs in the first of which it is busy and in the second not.
//! Example      morning and afternoon of each day are the pairs, one is allowed; a teacher with
//!              lessons in both halves of three days: two.
//! Source       ours: half-days of Moroccan schools; XHSTT cannot say it.

use super::{Count, Point, ResourceScope};
use crate::cost::Deviation;
use crate::id::TimeGroupId;
use crate::timetable::Timetable;

/// Which pairs count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Busy {
    /// Those with busy times in both groups.
    #[default]
    InBoth,
    /// Those with busy times in the first group and none in the second.
    InFirstOnly,
}

/// A resource should seldom be busy in both of two time groups.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LimitBusyPairs {
    /// The resources meant.
    pub applies_to: ResourceScope,
    /// The pairs of time groups, usually the two halves of each day.
    pub pairs: Vec<(TimeGroupId, TimeGroupId)>,
    /// Which of them count.
    pub busy: Busy,
    /// How many pairs may count; zero or more.
    pub maximum: i64,
}

impl Count for LimitBusyPairs {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |resource| {
            let busy = |group: TimeGroupId| {
                let mut times = timetable.facts.time_groups[group].times.iter();
                times.any(|&time| timetable.busy(resource, time))
            };
            let wanted = self.busy == Busy::InBoth;
            let meant = |&&(first, second): &&_| busy(first) && busy(second) == wanted;
            let both = self.pairs.iter().filter(meant);
            (Point::Resource(resource), (both.count() as i64 - self.maximum).max(0))
        };
        self.applies_to.resources(timetable.facts).map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, meet, only};
    use super::*;
    use crate::id::Id;

    /// The two days of the small lessons stand for the two halves of one.
    fn kind(times: usize, maximum: i64) -> LimitBusyPairs {
        let pairs = vec![(Id::new(0), Id::new(1)); times];
        LimitBusyPairs { applies_to: only(0), pairs, busy: Busy::InBoth, maximum }
    }

    #[test]
    fn busy_in_both_halves() {
        for (name, meets, deviation) in [
            ("in one of them", vec![meet(0, 2, 0).by(0), meet(1, 1, 3).by(0)], 0),
            ("in both", vec![meet(0, 2, 0).by(0), meet(1, 2, 5).by(0)], 1),
            ("a lesson that runs from one into the other", vec![meet(0, 2, 3).by(0)], 1),
            ("another teacher in the other", vec![meet(0, 1, 0).by(0), meet(1, 1, 5).by(1)], 0),
            ("unplaced", vec![meet(0, 1, 0).by(0), meet(1, 1, None).by(0)], 0),
        ] {
            assert_eq!(count(&kind(1, 0), meets), deviation, "{name}");
        }
    }

    #[test]
    fn busy_in_the_first_half_only() {
        let kind = LimitBusyPairs { busy: Busy::InFirstOnly, ..kind(1, 0) };
        for (name, meets, deviation) in [
            ("in the first", vec![meet(0, 2, 0).by(0)], 1),
            ("in the second", vec![meet(0, 2, 5).by(0)], 0),
            ("in both", vec![meet(0, 2, 0).by(0), meet(1, 2, 5).by(0)], 0),
            ("in neither", vec![meet(0, 1, None).by(0)], 0),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }

    #[test]
    fn only_what_is_above_the_maximum() {
        let both = || vec![meet(0, 1, 0).by(0), meet(1, 1, 4).by(0)];
        assert_eq!([0, 1, 4].map(|maximum| count(&kind(3, maximum), both())), [3, 2, 0]);
    }
}
