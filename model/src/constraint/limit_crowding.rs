//! Limit crowding: who fills a role should have a place for all that come.
//!
//! Applies to   one role of each event named.
//! Deviation    over the event's meets, the duration times the number of those that come above the
//!              capacity of the resource in that role. No resource crowds nobody, nor does one whose
//!              capacity is not given. Events without the role are passed over.
//! Example      three lessons for 35 in a room for 30: fifteen.
//! Source       ours: `RoomCapacity` of curriculum-based course timetabling; XHSTT cannot say it.

use super::{Count, Point};
use crate::cost::Deviation;
use crate::id::{EventId, ResourceId};
use crate::timetable::Timetable;

/// How many come to an event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Crowd {
    /// The event.
    pub event: EventId,
    /// How many come to each of its meets; zero or more.
    pub size: i64,
}

/// How many a resource has a place for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Capacity {
    /// The resource; the last one counts where it is named twice.
    pub resource: ResourceId,
    /// Its places; zero or more.
    pub places: i64,
}

/// Who fills a role should have a place for all that come.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LimitCrowding {
    /// The events meant, with how many come.
    pub applies_to: Vec<Crowd>,
    /// The role meant.
    pub role: String,
    /// The resources whose places are counted.
    pub capacities: Vec<Capacity>,
}

impl LimitCrowding {
    /// How many find no place with a resource.
    #[must_use]
    pub fn excess(&self, size: i64, resource: ResourceId) -> i64 {
        let known = self.capacities.iter().rev().find(|known| known.resource == resource);
        known.map_or(0, |known| (size - known.places).max(0))
    }
}

impl Count for LimitCrowding {
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
        let count = |&Crowd { event, size }: &Crowd| {
            let e = &timetable.facts.events[event];
            let role = e.role(&self.role)?;
            let crowding = timetable.meets(event).iter().map(|meet| {
                let holder = e.resources[role].preassigned.or(meet.tasks[role]);
                i64::from(meet.duration) * holder.map_or(0, |holder| self.excess(size, holder))
            });
            Some((Point::EventResource(event, role), crowding.sum()))
        };
        self.applies_to.iter().filter_map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, meet};
    use super::*;
    use crate::id::Id;

    #[test]
    fn those_without_a_place() {
        let crowd = |event, size| Crowd { event: Id::new(event), size };
        let capacity = |room, places| Capacity { resource: Id::new(room), places };
        let kind = |role: &str| LimitCrowding {
            applies_to: vec![crowd(0, 35), crowd(1, 20)],
            role: role.to_owned(),
            capacities: vec![capacity(3, 30), capacity(4, 10)],
        };
        let room = || kind("Room");
        for (name, kind, meets, deviation) in [
            ("a place for all", room(), vec![meet(0, 1, 0), meet(1, 1, 1).inside(3)], 0),
            ("five stand", room(), vec![meet(0, 1, 0).inside(3), meet(1, 1, 1)], 5),
            ("for two hours", room(), vec![meet(0, 2, 0).inside(3), meet(1, 1, 2)], 10),
            (
                "each piece in its room, and another event",
                room(),
                vec![meet(0, 1, 0).inside(3), meet(0, 1, 4).inside(4), meet(1, 1, 1).inside(4)],
                5 + 25 + 10,
            ),
            (
                "unplaced, but in its room",
                room(),
                vec![meet(0, 1, None).inside(3), meet(1, 1, 1)],
                5,
            ),
            (
                "a role that nobody has",
                kind("Hall"),
                vec![meet(0, 1, 0).inside(3), meet(1, 1, 1)],
                0,
            ),
            (
                "a resource without a capacity",
                kind("Teacher"),
                vec![meet(0, 1, 0).by(1), meet(1, 1, 1)],
                0,
            ),
        ] {
            assert_eq!(count(&kind, meets), deviation, "{name}");
        }
    }
}
