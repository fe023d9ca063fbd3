//! Limit travel: a resource should seldom change place from one of its times to the next.
//!
//! Applies to   each resource named, alone or by group.
//! Deviation    the number of its changes above the maximum. A meet is at the places of all that attend
//!              it, and the resource at a time at the places of its meets then. Each time group looks at
//!              its first time: if the resource is at a place then, the next time of the group at which it
//!              is at a place too is where it goes, and it changes if no place of the two is the same.
//! Example      the groups are neighbours, the first two times and so on; a room of building A at time 1,
//!              one of building B at times 2 and 3: one.
//! Source       ours: schools on several sites; XHSTT cannot say it.

use super::{Count, Point, ResourceScope};
use crate::cost::Deviation;
use crate::id::{Id, ResourceGroupId, ResourceId, TimeGroupId, TimeId};
use crate::timetable::{Timetable, times};
use std::collections::BTreeSet;

/// A resource should seldom change place from one of its times to the next.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LimitTravel {
    /// The resources meant.
    pub applies_to: ResourceScope,
    /// The places, each a group of the resources that are there, such as the rooms of a building.
    pub places: Vec<ResourceGroupId>,
    /// Each a time, and those after it until which the next place counts: the next time only, or all that
    /// are left of a day.
    pub time_groups: Vec<TimeGroupId>,
    /// How many changes are allowed; zero or more.
    pub maximum: i64,
}

impl Count for LimitTravel {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |resource| {
            let at = self.places_of(timetable, resource);
            let changes = self.time_groups.iter().filter(|&&group| {
                let times = &timetable.facts.time_groups[group].times;
                let Some((first, after)) = times.split_first() else { return false };
                let here = &at[first.index()];
                let next = after.iter().map(|time| &at[time.index()]).find(|at| !at.is_empty());
                !here.is_empty() && next.is_some_and(|there| here.is_disjoint(there))
            });
            let changes = changes.count() as i64;
            (Point::Resource(resource), (changes - self.maximum).max(0))
        };
        self.applies_to.resources(timetable.facts).map(count).collect()
    }
}

impl LimitTravel {
    /// By time: where a resource is.
    fn places_of(
        &self,
        timetable: &Timetable<'_>,
        resource: ResourceId,
    ) -> Vec<BTreeSet<ResourceGroupId>> {
        let facts = timetable.facts;
        let mut at = vec![BTreeSet::new(); facts.times.len()];
        for meet in facts.events.ids().flat_map(|event| timetable.meets(event)) {
            let attending = timetable.attending(meet);
            if !attending.contains(&resource) {
                continue;
            }
            let there = |place: &&ResourceGroupId| {
                facts.resource_groups[**place].members.iter().any(|one| attending.contains(one))
            };
            for time in times(meet) {
                at[TimeId::index(time)].extend(self.places.iter().filter(there));
            }
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{instance, meet, only};
    use super::*;
    use crate::resource::ResourceGroup;
    use crate::solution::{Meet, Solution};
    use crate::time::{TimeGroup, TimeGroupKind};

    /// The deviation with rooms 3 and 4 in buildings of their own, and time groups of such times.
    fn count(windows: &[&[usize]], maximum: i64, meets: Vec<Meet>) -> Deviation {
        let mut facts = instance(&meets).facts;
        for room in [3, 4].map(ResourceId::new) {
            let (code, name) = (String::new(), String::new());
            let resource_type = facts.resources[room].resource_type;
            let group = ResourceGroup { code, name, resource_type, members: vec![room] };
            facts.resource_groups.push(group);
        }
        let group = |times: &&[usize]| {
            let times = times.iter().map(|&time| Id::new(time)).collect();
            let (code, name, kind) = (String::new(), String::new(), TimeGroupKind::Plain);
            facts.time_groups.push(TimeGroup { code, name, kind, times })
        };
        let time_groups = windows.iter().map(group).collect();
        let places = vec![Id::new(1), Id::new(2)];
        let kind = LimitTravel { applies_to: only(0), places, time_groups, maximum };
        kind.count(&Timetable::new(&facts, &Solution { meets }))[0].1
    }

    fn here(event: usize, duration: u32, time: usize) -> Meet {
        meet(event, duration, time).by(0).inside(3)
    }

    fn there(event: usize, duration: u32, time: usize) -> Meet {
        meet(event, duration, time).by(0).inside(4)
    }

    /// Two days of four times.
    const NEIGHBOURS: &[&[usize]] = &[&[0, 1], &[1, 2], &[2, 3], &[4, 5], &[5, 6], &[6, 7]];
    const REST_OF_DAY: &[&[usize]] =
        &[&[0, 1, 2, 3], &[1, 2, 3], &[2, 3], &[4, 5, 6, 7], &[5, 6, 7], &[6, 7]];

    #[test]
    fn changes_to_the_next_time() {
        for (name, meets, deviation) in [
            ("in one building", vec![here(0, 2, 0), here(1, 1, 2)], 0),
            ("from one to the other", vec![here(0, 1, 0), there(1, 2, 1)], 1),
            ("there and back", vec![here(0, 1, 0), there(1, 1, 1), here(2, 1, 2)], 2),
            ("with an hour between", vec![here(0, 1, 0), there(1, 1, 2)], 0),
            (
                "with a lesson in no building between",
                { vec![here(0, 1, 0), meet(1, 1, 1).by(0), there(2, 1, 2)] },
                0,
            ),
            ("over night", vec![here(0, 1, 3), there(1, 1, 4)], 0),
            (
                "in both at once is no travel",
                vec![here(0, 2, 0), there(1, 1, 0), there(2, 1, 2)],
                1,
            ),
            ("the lesson of another", vec![here(0, 1, 0), meet(1, 1, 1).by(1).inside(4)], 0),
            ("unplaced", vec![here(0, 1, 0), meet(1, 1, None).by(0).inside(4)], 0),
        ] {
            assert_eq!(count(NEIGHBOURS, 0, meets), deviation, "{name}");
        }
    }

    #[test]
    fn changes_in_what_is_left_of_a_day() {
        let both = || vec![here(0, 1, 0), there(1, 1, 2), here(2, 1, 3), there(3, 1, 5)];
        assert_eq!([0, 1, 2, 5].map(|most| count(REST_OF_DAY, most, both())), [2, 1, 0, 0]);
        for (name, meets, deviation) in [
            ("with an hour between", vec![here(0, 1, 0), there(1, 1, 2)], 1),
            (
                "a lesson in no building changes nothing",
                { vec![here(0, 1, 0), meet(1, 1, 1).by(0), there(2, 1, 2)] },
                1,
            ),
            ("over night", vec![here(0, 1, 3), there(1, 1, 4)], 0),
            ("back where it was", vec![here(0, 1, 0), here(1, 1, 3)], 0),
        ] {
            assert_eq!(count(REST_OF_DAY, 0, meets), deviation, "{name}");
        }
    }
}
