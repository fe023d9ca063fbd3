//! Link events: the events of a group should run at the same times.
//!
//! Applies to   each event group named.
//! Deviation    the number of times at which some but not all events of the group run.
//! Example      one event runs at times 1 and 2, the other at 2 and 3: two.
//! Source       XHSTT, "Link Events"; Post et al. (2012).

use super::{Count, Point};
use crate::cost::Deviation;
use crate::id::EventGroupId;
use crate::timetable::Timetable;

/// The events of a group should run at the same times.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LinkEvents {
    /// The event groups meant.
    pub applies_to: Vec<EventGroupId>,
}

impl Count for LinkEvents {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |&group: &EventGroupId| {
            let members = &timetable.facts.event_groups[group].members;
            let running: Vec<_> = members.iter().map(|&event| timetable.running(event)).collect();
            let split = timetable.facts.times.ids().filter(|&time| {
                let number = running.iter().filter(|set| set.contains(time)).count();
                number > 0 && number < members.len()
            });
            (Point::EventGroup(group), split.count() as i64)
        };
        self.applies_to.iter().map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, meet};
    use super::*;
    use crate::id::Id;

    #[test]
    fn times_that_are_not_shared() {
        let kind = LinkEvents { applies_to: vec![Id::new(0)] };
        for (name, meets, deviation) in [
            ("at the same times", vec![meet(0, 2, 1), meet(1, 2, 1)], 0),
            ("one hour apart", vec![meet(0, 2, 1), meet(1, 2, 2)], 2),
            (
                "in other pieces at the same times",
                vec![meet(0, 2, 1), meet(1, 1, 1), meet(1, 1, 2)],
                0,
            ),
            ("one of three unplaced", vec![meet(0, 1, 1), meet(1, 1, 1), meet(2, 1, None)], 1),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
