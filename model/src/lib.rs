//! What a timetabling problem is, what a solution is, and what it costs.
//!
//! An [`Instance`] holds [`Facts`] (times, resources, events) and constraints; a [`Solution`] places
//! meets and fills tasks; [`evaluate()`] counts what that costs. Nothing here reads a file, a clock or
//! a random number.
//!
//! ```
//! use jadwal_model::constraint::{AvoidClashes, ResourceScope};
//! use jadwal_model::*;
//!
//! # fn main() -> Result<(), InstanceError> {
//! let mut builder = InstanceBuilder::new("two lessons");
//! let monday = builder.time("Mon1", "Monday 1")?;
//! builder.time("Mon2", "Monday 2")?;
//! let teachers = builder.resource_type("Teacher", "Teacher")?;
//! let amal = builder.resource("Amal", "Amal", teachers)?;
//! let mut events = Vec::new();
//! for code in ["Maths", "Physics"] {
//!     let teacher = EventResource {
//!         role: None, resource_type: teachers, preassigned: Some(amal), workload: 1,
//!     };
//!     events.push(builder.event(Event::new(code, 1, vec![teacher]))?);
//! }
//! builder.constraint(Constraint {
//!     code: "Clashes".into(), name: "No clashes".into(), required: true, weight: 1,
//!     function: CostFunction::Linear,
//!     kind: Kind::AvoidClashes(AvoidClashes {
//!         applies_to: ResourceScope { groups: vec![], resources: vec![amal] },
//!     }),
//! })?;
//! let instance = builder.build().expect("the instance has times");
//!
//! let mut solution = Solution::default();
//! solution.complete(&instance.facts);
//! for meet in &mut solution.meets {
//!     meet.time = Some(monday);
//! }
//! assert_eq!(evaluate(&instance, &solution).cost, Cost::new(1, 0));
//! # Ok(())
//! # }
//! ```

pub mod builder;
pub mod constraint;
pub mod cost;
pub mod evaluate;
pub mod event;
pub mod facts;
pub mod id;
pub mod instance;
pub mod nearest;
pub mod report;
pub mod resource;
pub mod school;
pub mod set;
pub mod solution;
pub mod table;
pub mod time;
pub mod timetable;

pub use builder::{InstanceBuilder, InstanceError};
pub use constraint::{Constraint, Kind};
pub use cost::{Cost, CostFunction, Deviation};
pub use evaluate::evaluate;
pub use event::{Event, EventGroup, EventGroupKind, EventResource};
pub use facts::{Facts, MetaData};
pub use id::{
    ConstraintId, EventGroupId, EventId, Id, MeetId, ResourceGroupId, ResourceId, ResourceTypeId,
    TaskId, TimeGroupId, TimeId,
};
pub use instance::Instance;
pub use report::{Report, Violation};
pub use resource::{Resource, ResourceGroup, ResourceType};
pub use set::{ResourceSet, Set, TimeSet};
pub use solution::{Meet, Solution, SolutionError};
pub use table::Table;
pub use time::{Time, TimeGroup, TimeGroupKind};
