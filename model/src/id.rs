//! One index type for each kind of thing, so that a time can never be used where a resource is meant.

/// What all ids share: a position in the table of their kind.
pub trait Id: Copy + Eq + Ord + std::fmt::Debug {
    /// The id of the thing at this position.
    fn new(index: usize) -> Self;
    /// The position of the thing in its table.
    fn index(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
        pub struct $name(u32);

        impl $name {
            /// The id of the thing at this position, as a constant.
            #[must_use]
            pub const fn at(index: u32) -> Self {
                Self(index)
            }
        }

        impl $crate::id::Id for $name {
            fn new(index: usize) -> Self {
                Self(u32::try_from(index).expect("tables are far smaller than 2^32 entries"))
            }
            fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

pub(crate) use ids;

ids! {
    /// One slot of the cycle.
    TimeId
    /// A named set of times: a day, a week, or any other.
    TimeGroupId
    /// A type of resource, such as teacher or room.
    ResourceTypeId
    /// A resource.
    ResourceId
    /// A named set of resources of one type.
    ResourceGroupId
    /// Something that must be timetabled.
    EventId
    /// A named set of events.
    EventGroupId
    /// A constraint of an instance.
    ConstraintId
    /// A placed piece of an event, by its position in a solution.
    MeetId
    /// One role of a meet, by its position in a search.
    TaskId
}
