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
