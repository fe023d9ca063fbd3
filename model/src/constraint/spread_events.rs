//! Spread events: the meets of a group of events should be spread over time groups.
//!
//! Applies to   each event group named.
//! Deviation    for each time group, the distance of the number of meets that *start* in it from
//!              its range, added up.
//! Example      at most one a day; two meets on Monday: one.
//! Source       XHSTT, "Spread Events"; Post et al. (2012).

use super::{Count, Point};
use crate::cost::{Deviation, distance};
use crate::id::{EventGroupId, TimeGroupId};
use crate::timetable::Timetable;

/// How many meets should start in one time group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SpreadGroup {
    /// The time group.
    pub time_group: TimeGroupId,
    /// The least number of starts.
    pub minimum: i64,
    /// The greatest number of starts.
    pub maximum: i64,
}

/// The meets of a group of events should be spread over time groups.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SpreadEvents {
    /// The event groups meant.
    pub applies_to: Vec<EventGroupId>,
    /// The time groups, each with its range.
    pub time_groups: Vec<SpreadGroup>,
}

impl Count for SpreadEvents {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let facts = timetable.facts;
        let count = |&group: &EventGroupId| {
            let members = facts.event_groups[group].members.iter();
            let meets = members.flat_map(|&event| timetable.meets(event));
            let starts: Vec<_> = meets.filter_map(|meet| meet.time).collect();
            let deviation = |spread: &SpreadGroup| {
                let times = &facts.time_groups[spread.time_group].times;
                let number = starts.iter().filter(|start| times.contains(start)).count();
                distance(number as i64, spread.minimum, spread.maximum)
            };
            (Point::EventGroup(group), self.time_groups.iter().map(deviation).sum())
        };
        self.applies_to.iter().map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, days, meet};
    use super::*;
    use crate::id::Id;

    #[test]
    fn starts_on_each_day() {
        let group = |time_group| SpreadGroup { time_group, minimum: 1, maximum: 2 };
        let time_groups = days().into_iter().map(group).collect();
        let kind = SpreadEvents { applies_to: vec![Id::new(0)], time_groups };
        for (name, meets, deviation) in [
            ("one and two", vec![meet(0, 1, 0), meet(0, 1, 4), meet(1, 1, 6)], 0),
            ("three and none", vec![meet(0, 1, 0), meet(0, 1, 2), meet(1, 1, 3)], 2),
            ("a lesson over both days starts on the first", vec![meet(0, 2, 3)], 1),
            ("unplaced", vec![meet(0, 1, None)], 2),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
