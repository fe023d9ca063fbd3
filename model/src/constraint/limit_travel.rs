//! Limit travel: a resource should not change place between neighbouring times.
//!
//! Applies to   each resource named, alone or by group.
//! Deviation    the number of times after which it travels. A meet is at the places of all that
//!              attend it, and the resource at a time at the places of its meets then. It travels
//!              when the next time of the cycle is in the same time group, it is at a place at both
//!              times, and no place is the same.
//! Example      a room of building A at time 1, one of building B at times 2 and 3: one.
//! Source       ours: schools on several sites; XHSTT cannot say it.

use super::{Count, Point, ResourceScope};
use crate::cost::Deviation;
use crate::id::{Id, ResourceGroupId, ResourceId, TimeGroupId, TimeId};
use crate::timetable::{Timetable, times};
use std::collections::BTreeSet;

/// A resource should not change place between neighbouring times.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LimitTravel {
    /// The resources meant.
    pub applies_to: ResourceScope,
    /// The places, each a group of the resources that are there, such as the rooms of a building.
    pub places: Vec<ResourceGroupId>,
    /// The time groups within which to stay, usually half-days.
    pub time_groups: Vec<TimeGroupId>,
}

impl Count for LimitTravel {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let neighbours: BTreeSet<usize> = self
            .time_groups
            .iter()
            .flat_map(|&group| timetable.facts.time_groups[group].times.windows(2))
            .filter(|pair| pair[0].index() + 1 == pair[1].index())
            .map(|pair| pair[0].index())
            .collect();
        let count = |resource| {
            let at = self.places_of(timetable, resource);
            let travels = neighbours.iter().filter(|&&time| {
                let (now, then) = (&at[time], &at[time + 1]);
                !now.is_empty() && !then.is_empty() && now.is_disjoint(then)
            });
            (Point::Resource(resource), travels.count() as i64)
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
    use super::super::tests::{days, instance, meet, only};
    use super::*;
    use crate::resource::ResourceGroup;
    use crate::solution::{Meet, Solution};

    /// The deviation with rooms 3 and 4 in buildings of their own.
    fn count(kind: &LimitTravel, meets: Vec<Meet>) -> Deviation {
        let mut facts = instance(&meets).facts;
        for room in [3, 4].map(ResourceId::new) {
            let (code, name) = (String::new(), String::new());
            let resource_type = facts.resources[room].resource_type;
            let group = ResourceGroup { code, name, resource_type, members: vec![room] };
            facts.resource_groups.push(group);
        }
        kind.count(&Timetable::new(&facts, &Solution { meets }))[0].1
    }

    #[test]
    fn times_after_which_a_teacher_travels() {
        let places = vec![Id::new(1), Id::new(2)];
        let kind = LimitTravel { applies_to: only(0), places, time_groups: days() };
        let here = |event, duration, time: usize| meet(event, duration, time).by(0).inside(3);
        let there = |event, duration, time: usize| meet(event, duration, time).by(0).inside(4);
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
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }

    #[test]
    fn a_time_counts_once_for_all_groups() {
        let places = vec![Id::new(1), Id::new(2)];
        let time_groups = vec![Id::new(0), Id::new(0)];
        let kind = LimitTravel { applies_to: only(0), places, time_groups };
        let meets = vec![meet(0, 1, 0).by(0).inside(3), meet(1, 1, 1).by(0).inside(4)];
        assert_eq!(count(&kind, meets), 1);
    }
}
