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
