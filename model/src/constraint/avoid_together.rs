//! Avoid together: two groups of events should not share a time group.
//!
//! Applies to   each pair of event groups.
//! Deviation    the number of time groups in which a meet of the one *starts* and a meet of the
//!              other as well.
//! Example      maths and sport of a class both on Monday morning, and nowhere else: one.
//! Source       ours: subjects that tire in the same way; XHSTT cannot say it.

use super::{Count, Point};
use crate::cost::Deviation;
use crate::id::{EventGroupId, TimeGroupId};
use crate::set::TimeSet;
use crate::timetable::Timetable;

/// Two groups of events should not share a time group.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AvoidTogether {
    /// The pairs meant.
    pub applies_to: Vec<(EventGroupId, EventGroupId)>,
    /// The time groups, usually half-days.
    pub time_groups: Vec<TimeGroupId>,
}

impl Count for AvoidTogether {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |&(first, second): &(EventGroupId, EventGroupId)| {
            let (one, other) = (timetable.starts(first), timetable.starts(second));
            let shared = self.time_groups.iter().filter(|&&group| {
                let times = &timetable.facts.time_groups[group].times;
                let some = |set: &TimeSet| times.iter().any(|&time| set.contains(time));
                some(&one) && some(&other)
            });
            (Point::EventGroupPair(first, second), shared.count() as i64)
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

    /// The deviation of event 0 against the others, in groups of their own.
    fn count(kind: &AvoidTogether, meets: Vec<Meet>) -> Vec<(Point, Deviation)> {
        let mut facts = instance(&meets).facts;
        let (first, others): (Vec<_>, Vec<_>) =
            facts.events.ids().partition(|event| event.index() == 0);
        for members in [first, others] {
            let (code, name) = (String::new(), String::new());
            let group = EventGroup { code, name, kind: EventGroupKind::Plain, members };
            facts.event_groups.push(group);
        }
        kind.count(&Timetable::new(&facts, &Solution { meets }))
    }

    #[test]
    fn days_with_both() {
        let pair = (Id::new(1), Id::new(2));
        let kind = AvoidTogether { applies_to: vec![pair], time_groups: days() };
        for (name, meets, deviation) in [
            ("on different days", vec![meet(0, 2, 0), meet(1, 1, 4), meet(2, 1, 5)], 0),
            ("on one day", vec![meet(0, 1, 0), meet(0, 1, 1), meet(1, 1, 2), meet(2, 1, 3)], 1),
            ("on both", vec![meet(0, 1, 0), meet(0, 1, 4), meet(1, 1, 2), meet(1, 1, 7)], 2),
            ("where it starts counts", vec![meet(0, 2, 3), meet(1, 1, 5)], 0),
            ("unplaced", vec![meet(0, 1, 0), meet(1, 1, None)], 0),
        ] {
            let point = Point::EventGroupPair(pair.0, pair.1);
            assert_eq!(count(&kind, meets), [(point, deviation)], "{name}");
        }
    }
}
