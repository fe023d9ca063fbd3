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
