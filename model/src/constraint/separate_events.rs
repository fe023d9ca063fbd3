//! Separate events: the meets of a group of events should be far apart.
//!
//! Applies to   each event group named.
//! Deviation    its placed meets in the order of their times (of two that start together the shorter
//!              first): for each two neighbours, what the time between the end of the one and the
//!              beginning of the other lacks to the minimum, added up. Meets that overlap lack more
//!              than the minimum. What two neighbours lack is counted in units of the measure, a part
//!              of a unit as a whole one.
//! Example      at least 48 hours between lessons of sport; one ends on Monday at 10, the next begins
//!              on Tuesday at 10: twenty-four.
//! Source       ours: the rest that some subjects need between lessons; XHSTT cannot say it.

use super::{Count, Point};
use crate::cost::Deviation;
use crate::id::{EventGroupId, Id};
use crate::timetable::Timetable;

/// The meets of a group of events should be far apart.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SeparateEvents {
    /// The event groups meant.
    pub applies_to: Vec<EventGroupId>,
    /// By time: when it begins, on a measure of the cycle such as hours since its start, or days.
    pub begins: Vec<i64>,
    /// By time: when it ends, on the same measure.
    pub ends: Vec<i64>,
    /// The least distance between two neighbours.
    pub minimum: i64,
    /// How much of the measure counts as one: sixty where it is in minutes and hours are meant; at
    /// least one.
    pub unit: i64,
}

impl SeparateEvents {
    /// What a distance lacks to the minimum, in units, rounded up.
    #[must_use]
    #[inline]
    pub fn lacking(minimum: i64, unit: i64, apart: i64) -> Deviation {
        let (lacking, unit) = ((minimum - apart).max(0), unit.max(1));
        lacking / unit + i64::from(lacking % unit > 0)
    }
}

impl Count for SeparateEvents {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |&group: &EventGroupId| {
            let members = timetable.facts.event_groups[group].members.iter();
            let meets = members.flat_map(|&event| timetable.meets(event));
            let mut placed: Vec<(usize, usize)> = meets
                .filter_map(|meet| Some((meet.time?.index(), meet.duration as usize)))
                .collect();
            placed.sort_unstable();
            let lacking = |pair: &[(usize, usize)]| {
                let (start, duration) = pair[0];
                let apart = self.begins[pair[1].0] - self.ends[start + duration - 1];
                Self::lacking(self.minimum, self.unit, apart)
            };
            (Point::EventGroup(group), placed.windows(2).map(lacking).sum())
        };
        self.applies_to.iter().map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, meet};
    use super::*;

    #[test]
    fn hours_between_lessons() {
        // eight to twelve on two days
        let kind = SeparateEvents {
            applies_to: vec![Id::new(0)],
            begins: vec![8, 9, 10, 11, 32, 33, 34, 35],
            ends: vec![9, 10, 11, 12, 33, 34, 35, 36],
            minimum: 24,
            unit: 1,
        };
        for (name, meets, deviation) in [
            ("a whole day", vec![meet(0, 1, 0), meet(0, 1, 5)], 0),
            ("a night", vec![meet(0, 2, 1), meet(1, 1, 4)], 3),
            ("only neighbours", vec![meet(0, 1, 0), meet(1, 1, 1), meet(2, 2, 6)], 24),
            ("in any order", vec![meet(1, 1, 4), meet(0, 2, 1)], 3),
            ("two at once", vec![meet(0, 1, 0), meet(1, 1, 0)], 25),
            ("the longer of two at once is the second", vec![meet(0, 3, 0), meet(1, 1, 0)], 25),
            ("one alone", vec![meet(0, 1, 0)], 0),
            ("unplaced", vec![meet(0, 1, 0), meet(1, 1, None), meet(2, 1, 5)], 0),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }

    #[test]
    fn days_between_lessons() {
        let day = vec![0, 0, 0, 0, 1, 1, 1, 1];
        let (begins, ends) = (day.clone(), day);
        let kind =
            SeparateEvents { applies_to: vec![Id::new(0)], begins, ends, minimum: 2, unit: 1 };
        assert_eq!(count(&kind, vec![meet(0, 1, 0), meet(0, 1, 3), meet(1, 1, 7)]), 3);
    }

    #[test]
    fn a_part_of_a_unit_counts_as_a_whole_one() {
        let lacking =
            |unit| [0, 1, 59, 60, 61].map(|apart| SeparateEvents::lacking(60, unit, apart));
        assert_eq!(lacking(60), [1, 1, 1, 0, 0]);
        assert_eq!(lacking(20), [3, 3, 1, 0, 0]);
        assert_eq!(lacking(0), [60, 59, 1, 0, 0], "no unit is one");
    }
}
