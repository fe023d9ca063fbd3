//! Avoid together: groups of events should not all share a time group.
//!
//! Applies to   each set of two or three event groups.
//! Deviation    the number of time groups in which a meet of every group *starts*.
//! Example      maths and sport of a class both on Monday morning, and nowhere else: one.
//! Source       ours: subjects that tire in the same way, or at most two of three sorts of lessons
//!              on a day (FET); XHSTT cannot say it.

use super::{Count, Point};
use crate::cost::Deviation;
use crate::id::{EventGroupId, TimeGroupId};
use crate::set::TimeSet;
use crate::timetable::Timetable;

/// Two event groups, or three.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GroupSet {
    /// The one.
    pub first: EventGroupId,
    /// The other.
    pub second: EventGroupId,
    /// One more, if there are three.
    pub third: Option<EventGroupId>,
}

impl GroupSet {
    /// All of them.
    pub fn groups(&self) -> impl Iterator<Item = EventGroupId> {
        [self.first, self.second].into_iter().chain(self.third)
    }

    /// What a deviation speaks of.
    const fn point(&self) -> Point {
        match self.third {
            Some(third) => Point::EventGroupTriple(self.first, self.second, third),
            None => Point::EventGroupPair(self.first, self.second),
        }
    }
}

/// Groups of events should not all share a time group.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AvoidTogether {
    /// The sets meant.
    pub applies_to: Vec<GroupSet>,
    /// The time groups, usually half-days.
    pub time_groups: Vec<TimeGroupId>,
}

impl Count for AvoidTogether {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |set: &GroupSet| {
            let starts: Vec<TimeSet> = set.groups().map(|group| timetable.starts(group)).collect();
            let shared = self.time_groups.iter().filter(|&&group| {
                let times = &timetable.facts.time_groups[group].times;
                let some = |set: &TimeSet| times.iter().any(|&time| set.contains(time));
                starts.iter().all(some)
            });
            (set.point(), shared.count() as i64)
        };
        self.applies_to.iter().map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{days, instance, meet};
    use super::*;
    use crate::event::{EventGroup, EventGroupKind};
    use crate::id::{EventId, Id};
    use crate::solution::{Meet, Solution};

    /// The deviation of events that are in so many groups: one in each, and all others in the last.
    fn count(kind: &AvoidTogether, groups: usize, meets: Vec<Meet>) -> Vec<(Point, Deviation)> {
        let mut facts = instance(&meets).facts;
        for group in 0..groups {
            let of_group = |event: &EventId| event.index().min(groups - 1) == group;
            let members = facts.events.ids().filter(of_group).collect();
            let (code, name) = (String::new(), String::new());
            let group = EventGroup { code, name, kind: EventGroupKind::Plain, members };
            facts.event_groups.push(group);
        }
        kind.count(&Timetable::new(&facts, &Solution { meets }))
    }

    #[test]
    fn days_with_both() {
        let pair = GroupSet { first: Id::new(1), second: Id::new(2), third: None };
        let kind = AvoidTogether { applies_to: vec![pair], time_groups: days() };
        for (name, meets, deviation) in [
            ("on different days", vec![meet(0, 2, 0), meet(1, 1, 4), meet(2, 1, 5)], 0),
            ("on one day", vec![meet(0, 1, 0), meet(0, 1, 1), meet(1, 1, 2), meet(2, 1, 3)], 1),
            ("on both", vec![meet(0, 1, 0), meet(0, 1, 4), meet(1, 1, 2), meet(1, 1, 7)], 2),
            ("where it starts counts", vec![meet(0, 2, 3), meet(1, 1, 5)], 0),
            ("unplaced", vec![meet(0, 1, 0), meet(1, 1, None)], 0),
        ] {
            let point = Point::EventGroupPair(pair.first, pair.second);
            assert_eq!(count(&kind, 2, meets), [(point, deviation)], "{name}");
        }
    }

    #[test]
    fn days_with_all_of_three() {
        let [first, second, third] = [1, 2, 3].map(Id::new);
        let set = GroupSet { first, second, third: Some(third) };
        let kind = AvoidTogether { applies_to: vec![set], time_groups: days() };
        for (name, meets, deviation) in [
            ("two of three", vec![meet(0, 1, 0), meet(1, 1, 1), meet(2, 1, 4)], 0),
            ("all of them", vec![meet(0, 1, 0), meet(1, 1, 1), meet(2, 1, 2)], 1),
            ("one is not placed", vec![meet(0, 1, 0), meet(1, 1, 1), meet(2, 1, None)], 0),
        ] {
            let point = Point::EventGroupTriple(first, second, third);
            let found = count(&kind, 3, meets);
            assert_eq!(found, [(point, deviation)], "{name}");
        }
    }
}
