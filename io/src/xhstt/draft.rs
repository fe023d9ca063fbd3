//! An instance while it is read: what references can find, and what to say of those that cannot.

use super::element::{Element, find};
use super::faults::Faults;
use crate::error::Fault;
use jadwal_model::{
    EventGroupId, EventId, Facts, InstanceBuilder, InstanceError, ResourceGroupId, ResourceId,
    ResourceTypeId, TimeGroupId, TimeId,
};
use std::collections::BTreeSet;

/// An instance while it is read.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) builder: InstanceBuilder,
    /// Defined, but with a fault of their own: a reference to them is not another fault.
    broken: BTreeSet<String>,
}

macro_rules! references {
    ($($name:ident $kind:literal $find:ident $table:ident $id:ident)*) => {$(
        /// What an element refers to; none, and a fault, if there is no such thing.
        pub(crate) fn $name(&self, faults: &mut Faults, element: &Element) -> Option<$id> {
            let code = element.attribute(faults, "Reference");
            let found = self.builder.$find(code);
            if found.is_none()
                && element.find_attribute("Reference").is_some()
                && !self.broken.contains(code)
            {
                let codes = self.builder.facts().$table.iter().map(|thing| thing.code.as_str());
                faults.unknown(element.place, $kind, code, codes);
            }
            found
        }
    )*};
}

impl Draft {
    pub(crate) fn new(code: &str) -> Self {
        Self { builder: InstanceBuilder::new(code), broken: BTreeSet::new() }
    }

    references! {
        time "time" find_time times TimeId
        time_group "time group" find_time_group time_groups TimeGroupId
        resource_type "resource type" find_resource_type resource_types ResourceTypeId
        resource "resource" find_resource resources ResourceId
        resource_group "resource group" find_resource_group resource_groups ResourceGroupId
        event "event" find_event events EventId
        event_group "event group" find_event_group event_groups EventGroupId
    }

    pub(crate) fn facts(&self) -> &Facts {
        self.builder.facts()
    }

    /// Says that what has this identifier could not be added.
    pub(crate) fn break_code(&mut self, code: &str) {
        self.broken.insert(code.to_owned());
    }

    /// What was added; none, and a fault at its element, if it could not be.
    pub(crate) fn keep<T>(
        &mut self,
        faults: &mut Faults,
        element: &Element,
        result: Result<T, InstanceError>,
    ) -> Option<T> {
        match result {
            Ok(id) => Some(id),
            Err(error) => {
                faults.push(element.place, Fault::Invalid(error));
                self.break_code(find(&element.attributes, "Id").unwrap_or_default());
                None
            }
        }
    }
}

/// Identifier and name of what an element defines; without a name, the identifier is the name.
pub(crate) fn titles<'a>(faults: &mut Faults, element: &'a Element) -> (&'a str, &'a str) {
    let code = element.attribute(faults, "Id");
    (code, element.find_text(faults, "Name").unwrap_or(code))
}
