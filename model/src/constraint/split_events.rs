//! Split events: into how many meets an event may be cut, and how long they may be.
//!
//! Applies to   each event named, alone or by group.
//! Deviation    the meets of illegal duration, plus the distance of their number from its range.
//! Example      durations 1 to 2, at most 2 meets; meets of 3, 1 and 1: one too long and one too
//!              many, so two.
//! Source       XHSTT, "Split Events"; Post et al. (2012).

use super::{Count, EventScope, Point};
use crate::cost::{Deviation, distance};
use crate::timetable::Timetable;

/// Into how many meets an event may be cut, and how long they may be.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SplitEvents {
    /// The events meant.
    pub applies_to: EventScope,
    /// The shortest legal duration.
    pub minimum_duration: i64,
    /// The longest legal duration.
    pub maximum_duration: i64,
    /// The least number of meets.
    pub minimum_amount: i64,
    /// The greatest number of meets.
    pub maximum_amount: i64,
}

impl SplitEvents {
    /// Whether a meet may have this duration.
    #[must_use]
    pub fn allows(&self, duration: i64) -> bool {
        distance(duration, self.minimum_duration, self.maximum_duration) == 0
    }
}

impl Count for SplitEvents {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |event| {
            let meets = timetable.meets(event);
            let illegal = meets.iter().filter(|meet| !self.allows(i64::from(meet.duration)));
            let amount = distance(meets.len() as i64, self.minimum_amount, self.maximum_amount);
            (Point::Event(event), illegal.count() as i64 + amount)
        };
        self.applies_to.events(timetable.facts).map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, events, meet};
    use super::*;

    #[test]
    fn pieces_too_long_too_short_or_too_many() {
        let kind = SplitEvents {
            applies_to: events(),
            minimum_duration: 1,
            maximum_duration: 2,
            minimum_amount: 2,
            maximum_amount: 3,
        };
        for (name, meets, deviation) in [
            ("two and one", vec![meet(0, 2, 0), meet(0, 1, 5)], 0),
            ("three in one piece: too long and too few", vec![meet(0, 3, 0)], 2),
            ("four pieces", vec![meet(0, 1, 0), meet(0, 1, 2), meet(0, 1, 4), meet(0, 1, 6)], 1),
            ("three, one and one", vec![meet(0, 3, 0), meet(0, 1, 5), meet(0, 1, 6)], 1),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
