//! A school that was read, as every command needs it.

use jadwal_model::school::compile::Origin;
use jadwal_model::school::school::School;

/// A school, and the way back to it from its instance.
#[derive(Debug)]
pub(crate) struct SchoolPart {
    pub(crate) school: School,
    pub(crate) origin: Origin,
}
