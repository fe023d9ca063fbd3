//! Where lessons are held: buildings, types of rooms, rooms.

use super::id::{BuildingId, RoomTypeId};
use super::names::Names;

/// A building, or another place that takes time to reach.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Building {
    /// The identifier that files use.
    pub code: String,
    /// What it is called.
    pub names: Names,
}

/// A type of room, such as an ordinary room or a laboratory.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoomType {
    /// The identifier that files use.
    pub code: String,
    /// What it is called.
    pub names: Names,
}

/// A room, a playground or a hall.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Room {
    /// The identifier that files use.
    pub code: String,
    /// What it is called, if not as its code.
    pub names: Names,
    /// Its type.
    pub room_type: RoomTypeId,
    /// How many pupils it takes; none: any number.
    pub capacity: Option<u32>,
    /// Where it stands.
    pub building: Option<BuildingId>,
    /// What it has, in the school's own words.
    pub equipment: Vec<String>,
    /// How many lessons it holds at the same time: 1, or more for a shared playground.
    pub holds: u32,
}
