//! Order events: one event should end before another starts.
//!
//! Applies to   each pair of events.
//! Deviation    distance of (first start of the second - last end of the first) from the range;
//!              zero while a meet of either is unplaced.
//! Example      the first ends after time 3, the second starts at time 3 (the fourth), at least one
//!              time between: one.
//! Source       XHSTT, "Order Events"; Kingston, "The `HSEval` specification".

use super::{Count, Point};
use crate::cost::{Deviation, distance};
use crate::id::{EventId, Id};
use crate::solution::Meet;
use crate::timetable::Timetable;

/// Two events, and how far they should be apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EventPair {
    /// The one that comes first.
    pub first: EventId,
    /// The one that comes after it.
    pub second: EventId,
    /// The least number of times between them.
    pub minimum_separation: i64,
    /// The greatest number of times between them.
    pub maximum_separation: i64,
}

/// One event should end before another starts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OrderEvents {
    /// The pairs meant.
    pub applies_to: Vec<EventPair>,
}

impl Count for OrderEvents {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |pair: &EventPair| {
            let point = Point::EventPair(pair.first, pair.second);
            let start = |meet: &Meet| meet.time.map(|time| time.index() as i64);
            let end = |meet: &Meet| start(meet).map(|start| start + i64::from(meet.duration));
            let ends: Option<Vec<_>> = timetable.meets(pair.first).iter().map(end).collect();
            let starts: Option<Vec<_>> = timetable.meets(pair.second).iter().map(start).collect();
            let last_end = ends.and_then(|ends| ends.into_iter().max());
            let first_start = starts.and_then(|starts| starts.into_iter().min());
            let (Some(end), Some(start)) = (last_end, first_start) else { return (point, 0) };
            (point, distance(start - end, pair.minimum_separation, pair.maximum_separation))
        };
        self.applies_to.iter().map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, meet};
    use super::*;

    #[test]
    fn times_between_two_events() {
        let pair = EventPair {
            first: Id::new(0),
            second: Id::new(1),
            minimum_separation: 1,
            maximum_separation: 3,
        };
        let kind = OrderEvents { applies_to: vec![pair] };
        for (name, meets, deviation) in [
            ("one between", vec![meet(0, 2, 0), meet(1, 1, 3)], 0),
            ("none between", vec![meet(0, 2, 0), meet(1, 1, 2)], 1),
            ("the second comes first", vec![meet(0, 1, 4), meet(1, 1, 2)], 4),
            ("five between", vec![meet(0, 1, 0), meet(1, 1, 6)], 2),
            (
                "the last end and the first start count",
                vec![meet(0, 1, 0), meet(0, 1, 3), meet(1, 1, 4), meet(1, 1, 7)],
                1,
            ),
            ("a piece is unplaced", vec![meet(0, 1, 5), meet(0, 1, None), meet(1, 1, 4)], 0),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
