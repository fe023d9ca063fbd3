//! Order within: in a time group with both, one group of events should come before another.
//!
//! Applies to   each pair of event groups, the one that comes first and the other.
//! Deviation    the number of time groups in which some meet of the second *starts* before some meet
//!              of the first starts.
//! Example      the last lesson of a day should be sport, and geography follows it on Monday: one.
//! Source       ours: lessons that begin or end a day; XHSTT's order holds for the whole cycle.

use super::{Count, Point};
use crate::cost::Deviation;
use crate::id::{EventGroupId, TimeGroupId};
use crate::timetable::Timetable;

/// In a time group with both, one group of events should come before another.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OrderWithin {
    /// The pairs meant.
    pub applies_to: Vec<(EventGroupId, EventGroupId)>,
    /// The time groups, usually days.
    pub time_groups: Vec<TimeGroupId>,
}

impl Count for OrderWithin {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |&(first, second): &(EventGroupId, EventGroupId)| {
            let (one, other) = (timetable.starts(first), timetable.starts(second));
            let wrong = self.time_groups.iter().filter(|&&group| {
                let times = &timetable.facts.time_groups[group].times;
                let last = times.iter().filter(|&&time| one.contains(time)).max();
                let earliest = times.iter().filter(|&&time| other.contains(time)).min();
                last.zip(earliest).is_some_and(|(last, earliest)| earliest < last)
            });
            (Point::EventGroupPair(first, second), wrong.count() as i64)
        };
        self.applies_to.iter().map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{days, instance, meet};
    use super::*;
    use crate::event::{EventGroup, EventGroupKind};
    use crate::id::Id;
    use crate::solution::{Meet, Solution};

    /// The deviation of event 0, which comes first, against the others.
    fn count(meets: Vec<Meet>) -> Deviation {
        let mut facts = instance(&meets).facts;
        let (first, others): (Vec<_>, Vec<_>) =
            facts.events.ids().partition(|event| event.index() == 0);
        for members in [first, others] {
            let (code, name) = (String::new(), String::new());
            let group = EventGroup { code, name, kind: EventGroupKind::Plain, members };
            facts.event_groups.push(group);
        }
        let pair = (Id::new(1), Id::new(2));
        let kind = OrderWithin { applies_to: vec![pair], time_groups: days() };
        let counted = kind.count(&Timetable::new(&facts, &Solution { meets }));
        counted.iter().map(|(_, deviation)| deviation).sum()
    }

    #[test]
    fn days_in_the_wrong_order() {
        for (name, meets, deviation) in [
            ("before", vec![meet(0, 1, 0), meet(1, 1, 1), meet(2, 1, 2)], 0),
            ("after one of two", vec![meet(0, 1, 1), meet(1, 1, 0), meet(2, 1, 2)], 1),
            ("after on another day", vec![meet(0, 1, 4), meet(1, 1, 0)], 0),
            ("on both days", vec![meet(0, 1, 1), meet(0, 1, 5), meet(1, 1, 0), meet(2, 1, 4)], 2),
            ("at once", vec![meet(0, 1, 1), meet(1, 1, 1)], 0),
            ("unplaced", vec![meet(0, 1, 1), meet(1, 1, None)], 0),
        ] {
            assert_eq!(count(meets), deviation, "{name}");
        }
    }
}
