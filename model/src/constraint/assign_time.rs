//! Assign time: a meet should have a time.
//!
//! Applies to   each event named, alone or by group.
//! Deviation    the total duration of its meets without a time.
//! Example      an event of duration 3, one meet of duration 2 placed and one of 1 not: one.
//! Source       XHSTT, "Assign Time"; Post et al. (2012).

use super::{Count, EventScope, Point};
use crate::cost::Deviation;
use crate::timetable::Timetable;

/// A meet should have a time.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AssignTime {
    /// The events meant.
    pub applies_to: EventScope,
}

impl Count for AssignTime {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |event| {
            let unplaced = timetable.meets(event).iter().filter(|meet| meet.time.is_none());
            (Point::Event(event), unplaced.map(|meet| i64::from(meet.duration)).sum())
        };
        self.applies_to.events(timetable.facts).map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, events, meet};
    use super::*;

    #[test]
    fn hours_without_a_time() {
        let kind = AssignTime { applies_to: events() };
        for (name, meets, deviation) in [
            ("two lessons placed", vec![meet(0, 2, 0), meet(1, 1, 5)], 0),
            ("a piece of one hour not", vec![meet(0, 2, 0), meet(0, 1, None)], 1),
            ("nothing placed", vec![meet(0, 2, None), meet(0, 1, None), meet(1, 1, None)], 4),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
