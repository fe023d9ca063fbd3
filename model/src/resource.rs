//! Resources: what attends events.

use crate::id::{ResourceId, ResourceTypeId};

/// A type of resource, such as teacher, room or class.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResourceType {
    /// The identifier that files use.
    pub code: String,
    /// The name for readers.
    pub name: String,
}

/// A resource of one type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resource {
    /// The identifier that files use.
    pub code: String,
    /// The name for readers.
    pub name: String,
    /// Its type.
    pub resource_type: ResourceTypeId,
}

/// A named set of resources of one type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResourceGroup {
    /// The identifier that files use.
    pub code: String,
    /// The name for readers.
    pub name: String,
    /// The type of all its members.
    pub resource_type: ResourceTypeId,
    /// The members, each once, in the order of their table.
    pub members: Vec<ResourceId>,
}
