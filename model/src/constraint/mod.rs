//! Constraints: what a timetable should be, and what it costs where it is not.

pub mod assign_resource;
pub mod assign_time;
pub mod avoid_clashes;
pub mod avoid_isolated_times;
pub mod avoid_split_assignments;
pub mod avoid_together;
pub mod avoid_unavailable_times;
pub mod cluster_busy_times;
pub mod distribute_split_events;
pub mod limit_busy_pairs;
pub mod limit_busy_times;
pub mod limit_crowding;
pub mod limit_idle_times;
pub mod limit_travel;
pub mod limit_workload;
pub mod link_events;
pub mod order_events;
pub mod order_within;
pub mod prefer_resources;
pub mod prefer_times;
pub mod scope;
pub mod separate_events;
pub mod split_events;
pub mod spread_events;
pub mod worst_of;

pub use assign_resource::AssignResource;
pub use assign_time::AssignTime;
pub use avoid_clashes::AvoidClashes;
pub use avoid_isolated_times::AvoidIsolatedTimes;
pub use avoid_split_assignments::AvoidSplitAssignments;
pub use avoid_together::{AvoidTogether, GroupSet};
pub use avoid_unavailable_times::AvoidUnavailableTimes;
pub use cluster_busy_times::ClusterBusyTimes;
pub use distribute_split_events::DistributeSplitEvents;
pub use limit_busy_pairs::{Busy, LimitBusyPairs};
pub use limit_busy_times::LimitBusyTimes;
pub use limit_crowding::{Capacity, Crowd, LimitCrowding};
pub use limit_idle_times::LimitIdleTimes;
pub use limit_travel::LimitTravel;
pub use limit_workload::LimitWorkload;
pub use link_events::LinkEvents;
pub use order_events::{EventPair, OrderEvents};
pub use order_within::OrderWithin;
pub use prefer_resources::PreferResources;
pub use prefer_times::PreferTimes;
pub use scope::{EventScope, Point, ResourceScope, TimeScope};
pub use separate_events::SeparateEvents;
pub use split_events::SplitEvents;
pub use spread_events::{SpreadEvents, SpreadGroup};
pub use worst_of::WorstOf;

use crate::cost::{Cost, CostFunction, Deviation, price};
use crate::timetable::Timetable;

/// The slow count of one kind: the deviation at every point where it applies, zeros too.
pub trait Count {
    /// Counts from nothing; a thing listed twice in the scope is counted twice.
    fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)>;
}

/// One constraint: what it asks for, and what it costs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Constraint {
    /// The identifier that files use.
    pub code: String,
    /// The name for readers.
    pub name: String,
    /// Whether it is hard.
    pub required: bool,
    /// The price of one unit of the cost function; zero or more.
    pub weight: i64,
    /// How a deviation becomes a cost.
    pub function: CostFunction,
    /// What it asks for.
    pub kind: Kind,
}

impl Constraint {
    /// The cost of one deviation.
    #[must_use]
    pub fn cost(&self, deviation: Deviation) -> Cost {
        Cost::of(self.required, price(self.weight, self.function, deviation))
    }
}

macro_rules! kinds {
    ($($name:ident)*) => {
        /// What a constraint asks for: the sixteen kinds of XHSTT and eight of ours, the last ones.
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub enum Kind {
            $(#[doc = concat!("See [`", stringify!($name), "`].")] $name($name),)*
        }

        impl Kind {
            /// The kind's name; where XHSTT has it, the name there without the word `Constraint`.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self {$(Self::$name(_) => stringify!($name),)*}
            }
        }

        impl Count for Kind {
            fn count(&self, timetable: &Timetable<'_>) -> Vec<(Point, Deviation)> {
                match self {$(Self::$name(kind) => kind.count(timetable),)*}
            }
        }
    };
}

kinds! {
    AssignTime AssignResource SplitEvents DistributeSplitEvents PreferTimes PreferResources
    AvoidSplitAssignments SpreadEvents LinkEvents OrderEvents AvoidClashes AvoidUnavailableTimes
    LimitIdleTimes ClusterBusyTimes LimitBusyTimes LimitWorkload
    LimitBusyPairs SeparateEvents AvoidTogether LimitTravel LimitCrowding AvoidIsolatedTimes WorstOf
    OrderWithin
}

#[cfg(test)]
pub(crate) mod tests;
