//! Solutions: meets with their times, tasks with their resources.

use crate::facts::Facts;
use crate::id::{EventId, Id, ResourceId, TimeId};
use thiserror::Error;

/// One placed piece of an event.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Meet {
    /// The event.
    pub event: EventId,
    /// How many times it takes.
    pub duration: u32,
    /// Where it starts.
    pub time: Option<TimeId>,
    /// Its tasks: one entry for each of the event's resources, in their order.
    pub tasks: Vec<Option<ResourceId>>,
}

/// A timetable, whole or in part.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Solution {
    /// The meets, in any order.
    pub meets: Vec<Meet>,
}

/// Why a solution does not fit its instance.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum SolutionError {
    /// The meets of an event do not last as long as the event.
    #[error("the meets of event `{event}` last {found} times, expected {expected}")]
    Duration {
        /// The code of the event.
        event: String,
        /// The sum over its meets.
        found: u64,
        /// The event's duration.
        expected: u32,
    },
    /// A meet has no duration.
    #[error("a meet of event `{event}` has duration 0, expected at least 1")]
    Empty {
        /// The code of the event.
        event: String,
    },
    /// A meet ends after the last time of the cycle.
    #[error(
        "a meet of event `{event}` starts at `{time}` and lasts {duration} times, which is past the end of the cycle"
    )]
    PastEnd {
        /// The code of the event.
        event: String,
        /// The code of its starting time.
        time: String,
        /// Its duration.
        duration: u32,
    },
    /// The event has a fixed starting time, and a meet starts elsewhere.
    #[error("a meet of event `{event}` starts at `{found}`, expected its fixed time `{expected}`")]
    Time {
        /// The code of the event.
        event: String,
        /// Where the meet starts.
        found: String,
        /// Where it has to start.
        expected: String,
    },
    /// A fixed resource was replaced.
    #[error("event `{event}` has `{found}` in place of its fixed resource `{expected}`")]
    Preassigned {
        /// The code of the event.
        event: String,
        /// The code of the resource found.
        found: String,
        /// The code of the fixed one.
        expected: String,
    },
    /// A resource of another type than its role asks for.
    #[error(
        "event `{event}` has resource `{resource}` in role `{role}`, expected one of type `{expected}`"
    )]
    ResourceType {
        /// The code of the event.
        event: String,
        /// The role.
        role: String,
        /// The code of the resource.
        resource: String,
        /// The code of the type expected.
        expected: String,
    },
}

impl Solution {
    /// The meets of an event that no solution has placed: one meet, at its fixed time and with its
    /// fixed resources where there are any.
    #[must_use]
    pub fn unplaced(facts: &Facts, event: EventId) -> Meet {
        let e = &facts.events[event];
        Meet {
            event,
            duration: e.duration,
            time: e.preassigned_time,
            tasks: e.resources.iter().map(|resource| resource.preassigned).collect(),
        }
    }

    /// Adds one unplaced meet for each event that the solution leaves out, so that all events count.
    pub fn complete(&mut self, facts: &Facts) {
        let mut present = vec![false; facts.events.len()];
        for meet in &self.meets {
            present[meet.event.index()] = true;
        }
        let absent = facts.events.ids().filter(|event| !present[event.index()]);
        self.meets.extend(absent.map(|event| Self::unplaced(facts, event)));
    }

    /// Puts the meets in the order of events, times, durations and resources, so that equal
    /// timetables are equal values.
    pub fn sort(&mut self) {
        self.meets.sort();
    }

    /// All ways in which the solution does not fit the instance.
    ///
    /// # Errors
    /// Every fault, in the order of the meets and then of the events; events left out are no fault.
    pub fn validate(&self, facts: &Facts) -> Result<(), Vec<SolutionError>> {
        let mut faults = Vec::new();
        let mut total = vec![0u64; facts.events.len()];
        for meet in &self.meets {
            total[meet.event.index()] += u64::from(meet.duration);
            validate_meet(facts, meet, &mut faults);
        }
        for (event, e) in facts.events.enumerate() {
            let found = total[event.index()];
            if found != 0 && found != u64::from(e.duration) {
                let expected = e.duration;
                faults.push(SolutionError::Duration { event: e.code.clone(), found, expected });
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

fn validate_meet(facts: &Facts, meet: &Meet, faults: &mut Vec<SolutionError>) {
    let event = &facts.events[meet.event];
    let code = || event.code.clone();
    if meet.duration == 0 {
        faults.push(SolutionError::Empty { event: code() });
    }
    if let Some(time) = meet.time {
        if time.index() + meet.duration as usize > facts.times.len() {
            let (time, duration) = (facts.times[time].code.clone(), meet.duration);
            faults.push(SolutionError::PastEnd { event: code(), time, duration });
        }
        if let Some(fixed) = event.preassigned_time.filter(|&fixed| fixed != time) {
            let (found, expected) =
                (facts.times[time].code.clone(), facts.times[fixed].code.clone());
            faults.push(SolutionError::Time { event: code(), found, expected });
        }
    }
    for (wanted, &found) in event.resources.iter().zip(&meet.tasks) {
        let Some(found) = found else { continue };
        let resource = &facts.resources[found];
        if let Some(fixed) = wanted.preassigned.filter(|&fixed| fixed != found) {
            let expected = facts.resources[fixed].code.clone();
            let found = resource.code.clone();
            faults.push(SolutionError::Preassigned { event: code(), found, expected });
        } else if resource.resource_type != wanted.resource_type {
            faults.push(SolutionError::ResourceType {
                event: code(),
                role: wanted.role.clone().unwrap_or_default(),
                resource: resource.code.clone(),
                expected: facts.resource_types[wanted.resource_type].code.clone(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builder::InstanceBuilder;
    use crate::event::{Event, EventResource};

    /// Four times; teachers `Amal` and `Brahim`, room `Lab`; maths of two hours with Amal and a room
    /// to be found, and an assembly of one hour that is fixed at the last time.
    fn facts() -> Facts {
        let mut builder = InstanceBuilder::new("small");
        for code in ["1", "2", "3", "4"] {
            builder.time(code, "").unwrap();
        }
        let teacher = builder.resource_type("Teacher", "").unwrap();
        let room = builder.resource_type("Room", "").unwrap();
        for (code, kind) in [("Amal", teacher), ("Brahim", teacher), ("Lab", room)] {
            builder.resource(code, "", kind).unwrap();
        }
        let fixed = builder.find_resource("Amal");
        let wanted = |role: Option<&str>, resource_type, preassigned| EventResource {
            role: role.map(str::to_owned),
            resource_type,
            preassigned,
            workload: 1,
        };
        let resources = vec![wanted(None, teacher, fixed), wanted(Some("Room"), room, None)];
        builder.event(Event::new("Maths", 2, resources)).unwrap();
        let mut assembly = Event::new("Assembly", 1, Vec::new());
        assembly.preassigned_time = builder.find_time("4");
        builder.event(assembly).unwrap();
        builder.build().unwrap().facts
    }

    /// Maths with these tasks: 0 is Amal, 1 is Brahim, 2 is the room.
    fn maths(duration: u32, time: usize, tasks: [Option<usize>; 2]) -> Meet {
        let tasks = tasks.map(|task| task.map(ResourceId::new)).to_vec();
        Meet { event: EventId::new(0), duration, time: Some(TimeId::new(time)), tasks }
    }

    fn assembly(time: Option<usize>) -> Meet {
        let time = time.map(TimeId::new);
        Meet { event: EventId::new(1), duration: 1, time, tasks: Vec::new() }
    }

    #[test]
    fn solutions_that_fit() {
        let lab = [Some(0), Some(2)];
        for (name, meets) in [
            ("nothing at all", vec![]),
            ("in two pieces", vec![maths(1, 0, lab), maths(1, 3, lab), assembly(Some(3))]),
            ("nobody and nowhere", vec![maths(2, 2, [None, None]), assembly(None)]),
        ] {
            assert_eq!(Solution { meets }.validate(&facts()), Ok(()), "{name}");
        }
    }

    #[test]
    fn solutions_that_do_not() {
        let maths_code = || "Maths".to_owned();
        let lab = [Some(0), Some(2)];
        for (name, meets, error) in [
            (
                "an hour too much",
                vec![maths(2, 0, lab), maths(1, 2, lab)],
                SolutionError::Duration { event: maths_code(), found: 3, expected: 2 },
            ),
            (
                "a piece of nothing",
                vec![maths(2, 0, lab), maths(0, 2, lab)],
                SolutionError::Empty { event: maths_code() },
            ),
            (
                "past the last time",
                vec![maths(2, 3, lab)],
                SolutionError::PastEnd { event: maths_code(), time: "4".to_owned(), duration: 2 },
            ),
            (
                "not at its fixed time",
                vec![assembly(Some(0))],
                SolutionError::Time {
                    event: "Assembly".to_owned(),
                    found: "1".to_owned(),
                    expected: "4".to_owned(),
                },
            ),
            (
                "another teacher",
                vec![maths(2, 0, [Some(1), Some(2)])],
                SolutionError::Preassigned {
                    event: maths_code(),
                    found: "Brahim".to_owned(),
                    expected: "Amal".to_owned(),
                },
            ),
            (
                "a teacher for a room",
                vec![maths(2, 0, [Some(0), Some(1)])],
                SolutionError::ResourceType {
                    event: maths_code(),
                    role: "Room".to_owned(),
                    resource: "Brahim".to_owned(),
                    expected: "Room".to_owned(),
                },
            ),
        ] {
            assert_eq!(Solution { meets }.validate(&facts()), Err(vec![error]), "{name}");
        }
    }

    #[test]
    fn what_is_left_out_is_added_with_what_is_fixed() {
        let mut solution = Solution { meets: vec![assembly(Some(3))] };
        solution.complete(&facts());
        solution.sort();
        let unplaced = Meet { time: None, ..maths(2, 0, [Some(0), None]) };
        assert_eq!(solution.meets, [unplaced, assembly(Some(3))]);
    }
}
