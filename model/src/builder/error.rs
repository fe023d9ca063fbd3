//! Why something cannot be part of an instance.

use thiserror::Error;

/// No duration, limit, weight or workload may be above this, so that no sum can overflow.
pub const MAX_NUMBER: i64 = 1_000_000_000;

/// A cycle may have no more times than this.
pub const MAX_TIMES: usize = 10_000;

/// Times multiplied by resources may not be above this: searches keep a table of them.
pub const MAX_CELLS: usize = 50_000_000;

/// Why something cannot be part of an instance.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum InstanceError {
    /// The identifier is empty.
    #[error("a {kind} has an empty identifier")]
    EmptyCode {
        /// What kind of thing.
        kind: &'static str,
    },
    /// The identifier is taken.
    #[error("{kind} `{code}` is defined twice")]
    Duplicate {
        /// What kind of thing.
        kind: &'static str,
        /// The identifier.
        code: String,
    },
    /// There is no time at all.
    #[error("the instance `{instance}` has no times, expected at least one")]
    NoTimes {
        /// The code of the instance.
        instance: String,
    },
    /// The cycle is absurdly long.
    #[error("the instance `{instance}` has {found} times, expected at most {MAX_TIMES}")]
    TooManyTimes {
        /// The code of the instance.
        instance: String,
        /// The number of its times.
        found: usize,
    },
    /// A table of all times and all resources would be absurdly large.
    #[error(
        "the instance `{instance}` has {times} times and {resources} resources, expected at most {MAX_CELLS} when multiplied"
    )]
    TooLarge {
        /// The code of the instance.
        instance: String,
        /// The number of its times.
        times: usize,
        /// The number of its resources.
        resources: usize,
    },
    /// The event is empty or longer than the cycle.
    #[error(
        "event `{event}` has duration {found}, expected 1 to {maximum}, the times of the cycle"
    )]
    Duration {
        /// The code of the event.
        event: String,
        /// Its duration.
        found: u32,
        /// The number of times of the cycle.
        maximum: usize,
    },
    /// The fixed time is so late that the event ends after the last time of the cycle.
    #[error(
        "event `{event}` lasts {duration} times from its fixed time `{time}`, which is past the end of the cycle"
    )]
    PastEnd {
        /// The code of the event.
        event: String,
        /// The code of its fixed time.
        time: String,
        /// Its duration.
        duration: u32,
    },
    /// Two resources of one event have the same role.
    #[error("event `{event}` has the role `{role}` twice")]
    RoleTwice {
        /// The code of the event.
        event: String,
        /// The role.
        role: String,
    },
    /// A resource is to be found, but there is no role by which to speak of it.
    #[error("event `{event}` asks for a resource of type `{resource_type}` without a role")]
    RoleMissing {
        /// The code of the event.
        event: String,
        /// The code of the type.
        resource_type: String,
    },
    /// A fixed resource or a group's member has another type than was asked for.
    #[error("`{owner}` has resource `{resource}` of type `{found}`, expected type `{expected}`")]
    ResourceType {
        /// The code of the event or group.
        owner: String,
        /// The code of the resource.
        resource: String,
        /// The code of its type.
        found: String,
        /// The code of the type expected.
        expected: String,
    },
    /// A minimum is above its maximum.
    #[error(
        "`{constraint}` has minimum {minimum} and maximum {maximum}, expected minimum <= maximum"
    )]
    Range {
        /// The code of the constraint.
        constraint: String,
        /// The minimum.
        minimum: i64,
        /// The maximum.
        maximum: i64,
    },
    /// A measure of the cycle has not one entry for each of its times.
    #[error("`{constraint}` measures {found} times, expected {expected}, all times of the cycle")]
    Measures {
        /// The code of the constraint.
        constraint: String,
        /// The number of times that it measures.
        found: usize,
        /// The number of times of the cycle.
        expected: usize,
    },
    /// A number is negative or absurdly large.
    #[error("`{owner}` has {what} {found}, expected 0 to {MAX_NUMBER}")]
    Number {
        /// The code of the event or constraint.
        owner: String,
        /// What the number is.
        what: &'static str,
        /// The number.
        found: i64,
    },
    /// Shares of workloads have no common unit of reasonable size.
    #[error(
        "the workloads of event `{event}` cannot be shared out over its duration in whole units together with those before it"
    )]
    WorkloadUnits {
        /// The code of the event.
        event: String,
    },
}
