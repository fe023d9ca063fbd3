//! The only way to make an instance; every rule of validity is checked here.

use crate::constraint::Constraint;
use crate::event::{Event, EventGroup, EventGroupKind};
use crate::facts::{Facts, MetaData};
use crate::id::{
    ConstraintId, EventGroupId, EventId, ResourceGroupId, ResourceId, ResourceTypeId, TimeGroupId,
    TimeId,
};
use crate::instance::Instance;
use crate::resource::{Resource, ResourceGroup, ResourceType};
use crate::table::Table;
use crate::time::{Time, TimeGroup, TimeGroupKind};
use std::collections::{BTreeMap, BTreeSet};

mod error;
mod numbers;

pub use error::{InstanceError, MAX_CELLS, MAX_NUMBER, MAX_TIMES};
use numbers::{check_measures, check_number, check_numbers};

type Codes<I> = BTreeMap<String, I>;

/// Collects what exists and what is asked for; see the example at the top of the crate.
#[derive(Debug, Default)]
pub struct InstanceBuilder {
    code: String,
    meta: MetaData,
    facts: Facts,
    constraints: Table<ConstraintId, Constraint>,
    times: Codes<TimeId>,
    time_groups: Codes<TimeGroupId>,
    resource_types: Codes<ResourceTypeId>,
    resources: Codes<ResourceId>,
    resource_groups: Codes<ResourceGroupId>,
    events: Codes<EventId>,
    event_groups: Codes<EventGroupId>,
    constraint_codes: Codes<ConstraintId>,
}

macro_rules! finders {
    ($($name:ident $codes:ident $id:ident)*) => {$(
        #[doc = concat!("The `", stringify!($id), "` that was added under this identifier.")]
        #[must_use]
        pub fn $name(&self, code: &str) -> Option<$id> {
            self.$codes.get(code).copied()
        }
    )*};
}

fn take<I: Copy>(
    codes: &mut Codes<I>,
    kind: &'static str,
    code: &str,
    id: I,
) -> Result<(), InstanceError> {
    if code.is_empty() {
        return Err(InstanceError::EmptyCode { kind });
    }
    if codes.contains_key(code) {
        return Err(InstanceError::Duplicate { kind, code: code.to_owned() });
    }
    codes.insert(code.to_owned(), id);
    Ok(())
}

fn next<I: crate::id::Id, T>(table: &Table<I, T>) -> I {
    I::new(table.len())
}

/// Adds a member to a sorted list of members, once.
fn join<I: Ord>(members: &mut Vec<I>, member: I) {
    if let Err(position) = members.binary_search(&member) {
        members.insert(position, member);
    }
}

impl InstanceBuilder {
    /// An empty instance with this identifier.
    #[must_use]
    pub fn new(code: impl Into<String>) -> Self {
        let facts = Facts { workload_units: 1, ..Facts::default() };
        Self { code: code.into(), facts, ..Self::default() }
    }

    /// Says what the instance is; for readers only.
    pub fn meta(&mut self, meta: MetaData) {
        self.meta = meta;
    }

    /// What has been added so far.
    #[must_use]
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }

    finders! {
        find_time times TimeId
        find_time_group time_groups TimeGroupId
        find_resource_type resource_types ResourceTypeId
        find_resource resources ResourceId
        find_resource_group resource_groups ResourceGroupId
        find_event events EventId
        find_event_group event_groups EventGroupId
    }

    /// Adds the next time of the cycle.
    ///
    /// # Errors
    /// The identifier is empty or taken; so for all the other things that have one.
    pub fn time(&mut self, code: &str, name: &str) -> Result<TimeId, InstanceError> {
        take(&mut self.times, "time", code, next(&self.facts.times))?;
        Ok(self.facts.times.push(Time { code: code.to_owned(), name: name.to_owned() }))
    }

    /// Adds a time group, a day or a week, still empty.
    ///
    /// # Errors
    /// The identifier is empty or taken.
    pub fn time_group(
        &mut self,
        code: &str,
        name: &str,
        kind: TimeGroupKind,
    ) -> Result<TimeGroupId, InstanceError> {
        take(&mut self.time_groups, "time group", code, next(&self.facts.time_groups))?;
        let (code, name) = (code.to_owned(), name.to_owned());
        Ok(self.facts.time_groups.push(TimeGroup { code, name, kind, times: Vec::new() }))
    }

    /// Puts a time into a time group; again changes nothing.
    pub fn join_time_group(&mut self, group: TimeGroupId, time: TimeId) {
        join(&mut self.facts.time_groups[group].times, time);
    }

    /// Adds a type of resource.
    ///
    /// # Errors
    /// The identifier is empty or taken.
    pub fn resource_type(
        &mut self,
        code: &str,
        name: &str,
    ) -> Result<ResourceTypeId, InstanceError> {
        let id = next(&self.facts.resource_types);
        take(&mut self.resource_types, "resource type", code, id)?;
        let (code, name) = (code.to_owned(), name.to_owned());
        Ok(self.facts.resource_types.push(ResourceType { code, name }))
    }

    /// Adds a resource.
    ///
    /// # Errors
    /// The identifier is empty or taken.
    pub fn resource(
        &mut self,
        code: &str,
        name: &str,
        resource_type: ResourceTypeId,
    ) -> Result<ResourceId, InstanceError> {
        take(&mut self.resources, "resource", code, next(&self.facts.resources))?;
        let (code, name) = (code.to_owned(), name.to_owned());
        Ok(self.facts.resources.push(Resource { code, name, resource_type }))
    }

    /// Adds a resource group, still empty.
    ///
    /// # Errors
    /// The identifier is empty or taken.
    pub fn resource_group(
        &mut self,
        code: &str,
        name: &str,
        resource_type: ResourceTypeId,
    ) -> Result<ResourceGroupId, InstanceError> {
        let id = next(&self.facts.resource_groups);
        take(&mut self.resource_groups, "resource group", code, id)?;
        let (code, name, members) = (code.to_owned(), name.to_owned(), Vec::new());
        Ok(self.facts.resource_groups.push(ResourceGroup { code, name, resource_type, members }))
    }

    /// Puts a resource into a resource group; again changes nothing.
    ///
    /// # Errors
    /// The resource has another type than the group.
    pub fn join_resource_group(
        &mut self,
        group: ResourceGroupId,
        resource: ResourceId,
    ) -> Result<(), InstanceError> {
        let owner = self.facts.resource_groups[group].code.clone();
        self.check_type(owner, resource, self.facts.resource_groups[group].resource_type)?;
        join(&mut self.facts.resource_groups[group].members, resource);
        Ok(())
    }

    /// Adds an event group or a course, still empty.
    ///
    /// # Errors
    /// The identifier is empty or taken.
    pub fn event_group(
        &mut self,
        code: &str,
        name: &str,
        kind: EventGroupKind,
    ) -> Result<EventGroupId, InstanceError> {
        take(&mut self.event_groups, "event group", code, next(&self.facts.event_groups))?;
        let (code, name, members) = (code.to_owned(), name.to_owned(), Vec::new());
        Ok(self.facts.event_groups.push(EventGroup { code, name, kind, members }))
    }

    /// Puts an event into an event group; again changes nothing.
    pub fn join_event_group(&mut self, group: EventGroupId, event: EventId) {
        join(&mut self.facts.event_groups[group].members, event);
    }

    /// Adds an event, after all times, and joins it to its course and its groups.
    ///
    /// # Errors
    /// The identifier is empty or taken; the duration is zero or longer than the cycle; a number is
    /// out of range; roles or types do not fit.
    pub fn event(&mut self, mut event: Event) -> Result<EventId, InstanceError> {
        self.check_event(&event)?;
        self.widen_workload_units(&event)?;
        take(&mut self.events, "event", &event.code, next(&self.facts.events))?;
        let groups = event.resource_groups.iter();
        let members = groups.flat_map(|&group| &self.facts.resource_groups[group].members);
        let named: BTreeSet<_> = event.resources.iter().filter_map(|r| r.preassigned).collect();
        let mut attendees: Vec<_> = members.copied().filter(|id| !named.contains(id)).collect();
        attendees.sort_unstable();
        attendees.dedup();
        event.attendees = attendees;
        let groups: Vec<_> = event.course.iter().chain(&event.event_groups).copied().collect();
        let id = self.facts.events.push(event);
        for group in groups {
            self.join_event_group(group, id);
        }
        Ok(id)
    }

    fn check_event(&self, event: &Event) -> Result<(), InstanceError> {
        let maximum = self.facts.times.len();
        if event.duration == 0 || event.duration as usize > maximum {
            let (event, found) = (event.code.clone(), event.duration);
            return Err(InstanceError::Duration { event, found, maximum });
        }
        if let Some(time) = event.preassigned_time
            && crate::id::Id::index(time) + event.duration as usize > maximum
        {
            let time = self.facts.times[time].code.clone();
            let (event, duration) = (event.code.clone(), event.duration);
            return Err(InstanceError::PastEnd { event, time, duration });
        }
        let mut workloads = event.resources.iter().map(|resource| resource.workload);
        for workload in event.workload.into_iter().chain(&mut workloads) {
            check_number(&event.code, "a workload of", workload)?;
        }
        let mut roles = BTreeSet::new();
        for resource in &event.resources {
            if let Some(role) = &resource.role {
                if !roles.insert(role) {
                    let (event, role) = (event.code.clone(), role.clone());
                    return Err(InstanceError::RoleTwice { event, role });
                }
            } else if resource.preassigned.is_none() {
                let resource_type = self.facts.resource_types[resource.resource_type].code.clone();
                let event = event.code.clone();
                return Err(InstanceError::RoleMissing { event, resource_type });
            }
            if let Some(preassigned) = resource.preassigned {
                self.check_type(event.code.clone(), preassigned, resource.resource_type)?;
            }
        }
        Ok(())
    }

    fn check_type(
        &self,
        owner: String,
        resource: ResourceId,
        expected: ResourceTypeId,
    ) -> Result<(), InstanceError> {
        let Resource { code, resource_type, .. } = &self.facts.resources[resource];
        if *resource_type == expected {
            return Ok(());
        }
        Err(InstanceError::ResourceType {
            owner,
            resource: code.clone(),
            found: self.facts.resource_types[*resource_type].code.clone(),
            expected: self.facts.resource_types[expected].code.clone(),
        })
    }

    /// Makes the unit of workload fine enough for the shares of this event's meets.
    fn widen_workload_units(&mut self, event: &Event) -> Result<(), InstanceError> {
        let duration = i64::from(event.duration);
        let given = event.resources.iter().map(|resource| resource.workload);
        let mut units = self.facts.workload_units;
        for workload in given.chain([event.total_workload()]) {
            let denominator = duration / gcd(duration, workload);
            units = units / gcd(units, denominator) * denominator;
        }
        if units > 1_000_000 {
            return Err(InstanceError::WorkloadUnits { event: event.code.clone() });
        }
        self.facts.workload_units = units;
        Ok(())
    }

    /// Adds a constraint.
    ///
    /// # Errors
    /// The identifier is empty or taken; a number is out of range; a minimum is above its maximum.
    pub fn constraint(&mut self, constraint: Constraint) -> Result<ConstraintId, InstanceError> {
        check_numbers(&constraint)?;
        let id = next(&self.constraints);
        take(&mut self.constraint_codes, "constraint", &constraint.code, id)?;
        Ok(self.constraints.push(constraint))
    }

    /// The finished instance.
    ///
    /// # Errors
    /// All faults that only the whole shows.
    pub fn build(self) -> Result<Instance, Vec<InstanceError>> {
        let (times, resources) = (self.facts.times.len(), self.facts.resources.len());
        let mut errors = Vec::new();
        if times == 0 {
            errors.push(InstanceError::NoTimes { instance: self.code.clone() });
        }
        if times > MAX_TIMES {
            errors.push(InstanceError::TooManyTimes { instance: self.code.clone(), found: times });
        }
        if times.saturating_mul(resources) > MAX_CELLS {
            let instance = self.code.clone();
            errors.push(InstanceError::TooLarge { instance, times, resources });
        }
        errors.extend(self.constraints.iter().filter_map(|one| check_measures(one, times)));
        if !errors.is_empty() {
            return Err(errors);
        }
        let Self { code, meta, facts, constraints, .. } = self;
        Ok(Instance { code, meta, facts, constraints })
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a.max(1) } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests;
