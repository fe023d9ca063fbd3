//! Distribute split events: how many of an event's meets should have one given duration.
//!
//! Applies to   each event named, alone or by group.
//! Deviation    distance of the number of its meets of that duration from the range.
//! Example      at least one meet of duration 2; meets of 1, 1 and 1: one.
//! Source       XHSTT, "Distribute Split Events"; Post et al. (2012).

use super::{Count, EventScope, Point};
use crate::cost::{Deviation, distance};
use crate::timetable::Timetable;

/// How many of an event's meets should have one given duration.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DistributeSplitEvents {
    /// The events meant.
    pub applies_to: EventScope,
    /// The duration that is counted.
    pub duration: i64,
    /// The least number of such meets.
    pub minimum: i64,
    /// The greatest number of such meets.
    pub maximum: i64,
}

impl Count for DistributeSplitEvents {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |event| {
            let meets = timetable.meets(event).iter();
            let number = meets.filter(|meet| i64::from(meet.duration) == self.duration).count();
            (Point::Event(event), distance(number as i64, self.minimum, self.maximum))
        };
        self.applies_to.events(timetable.facts).map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, events, meet};
    use super::*;

    #[test]
    fn how_many_double_lessons() {
        let kind =
            DistributeSplitEvents { applies_to: events(), duration: 2, minimum: 1, maximum: 2 };
        for (name, meets, deviation) in [
            ("one of them", vec![meet(0, 2, 0), meet(0, 1, 5)], 0),
            ("none", vec![meet(0, 1, 0), meet(0, 1, 4), meet(0, 1, 6)], 1),
            ("three", vec![meet(0, 2, 0), meet(0, 2, 2), meet(0, 2, 4)], 1),
            ("two events, neither with one", vec![meet(0, 1, 0), meet(1, 3, 4)], 2),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
