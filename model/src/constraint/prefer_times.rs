//! Prefer times: a meet should start at one of some times.
//!
//! Applies to   each event named, alone or by group; only its meets of the given duration, if one
//!              is given.
//! Deviation    the total duration of its meets that start elsewhere; unplaced ones do not count.
//! Example      a double lesson that starts in the last slot but one, which is not preferred: two.
//! Source       XHSTT, "Prefer Times"; Post et al. (2012).

use super::{Count, EventScope, Point, TimeScope};
use crate::cost::Deviation;
use crate::timetable::Timetable;

/// A meet should start at one of some times.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PreferTimes {
    /// The events meant.
    pub applies_to: EventScope,
    /// The times at which to start.
    pub times: TimeScope,
    /// The duration meant, or every duration.
    pub duration: Option<i64>,
}

impl Count for PreferTimes {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let preferred = self.times.set(timetable.facts);
        let count = |event| {
            let mut deviation = 0;
            for meet in timetable.meets(event) {
                let duration = i64::from(meet.duration);
                let meant = self.duration.is_none_or(|wanted| wanted == duration);
                if meant && meet.time.is_some_and(|time| !preferred.contains(time)) {
                    deviation += duration;
                }
            }
            (Point::Event(event), deviation)
        };
        self.applies_to.events(timetable.facts).map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, events, meet};
    use super::*;
    use crate::id::Id;

    #[test]
    fn lessons_that_start_elsewhere() {
        let times = TimeScope { groups: vec![Id::new(1)], times: vec![Id::new(0), Id::new(5)] };
        let kind = PreferTimes { applies_to: events(), times, duration: None };
        for (name, meets, deviation) in [
            ("at the first time and on the second day", vec![meet(0, 2, 0), meet(1, 1, 7)], 0),
            ("a double lesson at time 1", vec![meet(0, 2, 1), meet(1, 1, 5)], 2),
            ("only the start matters", vec![meet(0, 4, 0)], 0),
            ("unplaced", vec![meet(0, 2, None)], 0),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }

    #[test]
    fn only_lessons_of_one_duration() {
        let times = TimeScope { groups: Vec::new(), times: vec![Id::new(0)] };
        let kind = PreferTimes { applies_to: events(), times, duration: Some(2) };
        assert_eq!(count(&kind, vec![meet(0, 1, 3), meet(1, 2, 4)]), 2);
    }
}
