//! An instance while it is compiled: the builder, and what will be the way back.

use super::origin::{Origin, Part, Source, Who};
use super::{CompileError, Compiled};
use crate::builder::{InstanceBuilder, InstanceError};
use crate::constraint::{Constraint, Kind, ResourceScope, TimeScope};
use crate::cost::CostFunction;
use crate::event::{Event, EventGroupKind};
use crate::id::{
    EventGroupId, EventId, Id, ResourceGroupId, ResourceId, ResourceTypeId, TimeGroupId, TimeId,
};
use crate::school::course::Course;
use crate::school::id::{ClassId, CourseId, DayId, HalfDayId, RoomId, RuleId, SlotId, TeacherId};
use crate::school::rule::Strength;
use crate::school::school::School;
use crate::school::scope::LessonId;
use crate::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// The three types of resources.
#[derive(Clone, Copy, Debug)]
pub(super) struct Types {
    pub(super) pupils: ResourceTypeId,
    pub(super) teacher: ResourceTypeId,
    pub(super) room: ResourceTypeId,
}

/// Where a lesson of a course lies in an event: slots before it, its own, slots after it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Lies {
    pub(super) before: u32,
    pub(super) length: u32,
    pub(super) after: u32,
}

/// What a constraint costs: in all, and for one unit of what the school counts.
struct Price {
    required: bool,
    unit: i64,
    weight: i64,
}

/// A room that an event asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Seat {
    /// The rooms that it may be.
    pub(super) rooms: Vec<RoomId>,
    /// Whether a lock says so.
    pub(super) locked: bool,
    /// Whether it may be done without.
    pub(super) optional: bool,
    /// The rule that asks for it besides the room of the lesson itself.
    pub(super) besides: Option<RuleId>,
    /// Which lessons of the event are held in it, none at the same time as another.
    pub(super) parts: Vec<usize>,
    /// Its position among the event's resources.
    pub(super) position: Option<usize>,
}

/// The resources of sets of lessons.
#[derive(Debug, Default)]
pub(super) struct Sets {
    /// By lessons, in order.
    pub(super) by_lessons: BTreeMap<Vec<LessonId>, ResourceId>,
    /// By lesson: in which it is.
    pub(super) by_lesson: BTreeMap<LessonId, Vec<ResourceId>>,
}

impl Sets {
    /// The resource of a set.
    pub(super) fn resource(&self, lessons: &[LessonId]) -> Option<ResourceId> {
        self.by_lessons.get(lessons).copied()
    }
}

pub(super) struct Draft<'s> {
    pub(super) school: &'s School,
    pub(super) builder: InstanceBuilder,
    pub(super) origin: Origin,
    pub(super) types: Option<Types>,
    /// By day, by half-day; and the whole week.
    pub(super) days: Table<DayId, TimeGroupId>,
    pub(super) half_days: Table<HalfDayId, TimeGroupId>,
    pub(super) week: Option<TimeGroupId>,
    /// By class: its parts.
    pub(super) pupils: Table<ClassId, Vec<ResourceId>>,
    pub(super) teachers: Table<TeacherId, ResourceId>,
    /// By room: as many as it holds lessons at once.
    pub(super) rooms: Table<RoomId, Vec<ResourceId>>,
    /// By course: its events.
    pub(super) events: Table<CourseId, Vec<EventId>>,
    /// By event: its rooms.
    pub(super) seats: Table<EventId, Vec<Seat>>,
    /// By course: its events as a group.
    pub(super) groups: Table<CourseId, EventGroupId>,
    /// By resource: the slots at which a rule says for certain that it is not there.
    pub(super) away: BTreeMap<ResourceId, BTreeSet<SlotId>>,
    /// Lessons that rules take together, and the type of their resources.
    pub(super) sets: Sets,
    pub(super) set_type: Option<ResourceTypeId>,
    /// By lesson: the rooms in which rules would have it.
    pub(super) wished: BTreeMap<LessonId, BTreeSet<RoomId>>,
    /// By lesson: the rules that have it in other rooms besides.
    pub(super) besides: BTreeMap<LessonId, Vec<RuleId>>,
    /// By room: its places as a group, where a rule looks at single rooms.
    pub(super) room_groups: Vec<ResourceGroupId>,
    /// Sets of times that are no day and no half-day, each once.
    time_sets: BTreeMap<Vec<SlotId>, TimeGroupId>,
    codes: BTreeMap<String, usize>,
}

/// The strength of what has to hold.
pub(super) const HARD: Strength = Strength::Hard;

/// The time of a slot: there are as many, in the same order.
pub(super) fn time(slot: SlotId) -> TimeId {
    TimeId::new(slot.index())
}

impl<'s> Draft<'s> {
    pub(super) fn new(school: &'s School, courses: Table<CourseId, Course>) -> Self {
        let mut events = Table::default();
        for _ in &courses {
            events.push(Vec::new());
        }
        Self {
            school,
            builder: InstanceBuilder::new(school.code.clone()),
            origin: Origin { courses, ..Origin::default() },
            types: None,
            days: Table::default(),
            half_days: Table::default(),
            week: None,
            pupils: Table::default(),
            teachers: Table::default(),
            rooms: Table::default(),
            events,
            seats: Table::default(),
            groups: Table::default(),
            away: BTreeMap::new(),
            sets: Sets::default(),
            set_type: None,
            wished: BTreeMap::new(),
            besides: BTreeMap::new(),
            room_groups: Vec::new(),
            time_sets: BTreeMap::new(),
            codes: BTreeMap::new(),
        }
    }

    pub(super) fn types(&self) -> Types {
        self.types.expect("the facts, which come first, set the types")
    }

    /// An identifier that nothing has yet: the one wanted, or it with a number.
    pub(super) fn code(&mut self, wanted: &str) -> String {
        let count = self.codes.entry(wanted.to_owned()).or_insert(0);
        *count += 1;
        if *count == 1 { wanted.to_owned() } else { format!("{wanted}~{count}") }
    }

    pub(super) fn resource(
        &mut self,
        code: &str,
        name: &str,
        kind: ResourceTypeId,
        who: Who,
    ) -> Result<ResourceId, InstanceError> {
        let code = self.code(code);
        self.origin.resources.push(who);
        self.builder.resource(&code, name, kind)
    }

    pub(super) fn event(
        &mut self,
        mut event: Event,
        parts: Vec<Part>,
    ) -> Result<EventId, InstanceError> {
        event.code = self.code(&event.code);
        let mut courses: Vec<CourseId> = parts.iter().map(|part| part.course).collect();
        courses.sort_unstable();
        courses.dedup();
        let id = self.builder.event(event)?;
        self.origin.events.push(parts);
        for course in courses {
            self.events[course].push(id);
        }
        Ok(id)
    }

    /// Where the lesson of a course lies in one of its events.
    pub(super) fn lies(&self, course: CourseId, event: EventId) -> Lies {
        let all = self.builder.facts().events[event].duration;
        let part = self.origin.events[event].iter().find(|part| part.course == course);
        match part {
            Some(part) if part.length > 0 => Lies {
                before: part.offset,
                length: part.length,
                after: all.saturating_sub(part.offset + part.length),
            },
            _ => Lies { before: 0, length: all, after: 0 },
        }
    }

    /// The events of lessons, each once.
    pub(super) fn events_of(&self, lessons: &[LessonId]) -> Vec<EventId> {
        let mut all: Vec<EventId> = Vec::new();
        for &(course, block) in lessons {
            all.extend(self.events[course].iter().copied().filter(|&event| {
                let mut parts = self.origin.events[event].iter();
                parts.any(|part| part.course == course && (part.length == 0 || part.block == block))
            }));
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The events of lessons as a group; those of a whole course are one already.
    pub(super) fn group_of(
        &mut self,
        code: &str,
        lessons: &[LessonId],
    ) -> Result<EventGroupId, InstanceError> {
        let events = self.events_of(lessons);
        if let Some(&(course, _)) = lessons.first()
            && self.events[course] == events
        {
            return Ok(self.groups[course]);
        }
        self.event_group(code, &events)
    }

    pub(super) fn event_group(
        &mut self,
        code: &str,
        members: &[EventId],
    ) -> Result<EventGroupId, InstanceError> {
        let code = self.code(code);
        let group = self.builder.event_group(&code, &code, EventGroupKind::Plain)?;
        for &member in members {
            self.builder.join_event_group(group, member);
        }
        Ok(group)
    }

    /// Adds a constraint and why it is there. One that speaks of nothing is left out.
    pub(super) fn constraint(
        &mut self,
        source: Source,
        strength: Strength,
        kind: Kind,
    ) -> Result<(), InstanceError> {
        self.in_part(source, strength, None, kind)
    }

    /// The same of whole events, where not their duration is meant but so many slots of them.
    pub(super) fn in_part(
        &mut self,
        source: Source,
        strength: Strength,
        slots: Option<i64>,
        kind: Kind,
    ) -> Result<(), InstanceError> {
        let unit = match strength {
            Strength::Hard => 1,
            Strength::Soft(weight) => i64::from(weight),
        };
        let function = if slots.is_some() { CostFunction::Step } else { CostFunction::Linear };
        let price = Price { required: strength == HARD, unit, weight: unit * slots.unwrap_or(1) };
        self.add(source, price, function, kind)
    }

    /// A hard one, with the price of one unit of deviation.
    pub(super) fn weighed(
        &mut self,
        source: Source,
        weight: i64,
        kind: Kind,
    ) -> Result<(), InstanceError> {
        let price = Price { required: true, unit: weight, weight };
        self.add(source, price, CostFunction::Linear, kind)
    }

    fn add(
        &mut self,
        source: Source,
        price: Price,
        function: CostFunction,
        kind: Kind,
    ) -> Result<(), InstanceError> {
        if speaks_of_nothing(&kind) {
            return Ok(());
        }
        let name = match source {
            Source::Basic(basic) => basic.name().to_owned(),
            Source::Rule(rule) => self.school.rules[rule].code.clone(),
        };
        let code = self.code(&name);
        let Price { required, unit, weight } = price;
        self.builder.constraint(Constraint { code, name, required, weight, function, kind })?;
        self.origin.constraints.push(source);
        self.origin.units.push(unit);
        Ok(())
    }

    /// The time group of a set of slots, made where there is none yet.
    pub(super) fn time_set(&mut self, slots: &[SlotId]) -> Result<TimeGroupId, InstanceError> {
        let mut slots = slots.to_vec();
        slots.sort_unstable();
        slots.dedup();
        if let Some(&known) = self.time_sets.get(&slots) {
            return Ok(known);
        }
        let code = self.code(&self.school.calendar.names_of(&slots).join("+"));
        let code = if code.is_empty() { self.code("never") } else { code };
        let kind = crate::time::TimeGroupKind::Plain;
        let group = self.builder.time_group(&code, &code, kind)?;
        for &slot in &slots {
            self.builder.join_time_group(group, time(slot));
        }
        self.time_sets.insert(slots, group);
        Ok(group)
    }

    /// Makes a set of slots known as a group that is there already.
    pub(super) fn know(&mut self, slots: Vec<SlotId>, group: TimeGroupId) {
        self.time_sets.entry(slots).or_insert(group);
    }

    pub(super) fn finish(self) -> Result<Compiled, CompileError> {
        let instance = self.builder.build().map_err(CompileError::Instance)?;
        Ok(Compiled { instance, origin: self.origin })
    }
}

/// Resources named one by one.
pub(super) fn resources(resources: Vec<ResourceId>) -> ResourceScope {
    ResourceScope { groups: Vec::new(), resources }
}

/// Slots as times.
pub(super) fn times(slots: &[SlotId]) -> TimeScope {
    TimeScope { groups: Vec::new(), times: slots.iter().copied().map(time).collect() }
}

fn speaks_of_nothing(kind: &Kind) -> bool {
    let events =
        |scope: &crate::constraint::EventScope| scope.events.is_empty() && scope.groups.is_empty();
    let resources = |scope: &ResourceScope| scope.resources.is_empty() && scope.groups.is_empty();
    match kind {
        Kind::AssignTime(k) => events(&k.applies_to),
        Kind::AssignResource(k) => events(&k.applies_to),
        Kind::SplitEvents(k) => events(&k.applies_to),
        Kind::DistributeSplitEvents(k) => events(&k.applies_to),
        Kind::PreferTimes(k) => events(&k.applies_to),
        Kind::PreferResources(k) => events(&k.applies_to),
        Kind::AvoidSplitAssignments(k) => k.applies_to.is_empty(),
        Kind::SpreadEvents(k) => k.applies_to.is_empty(),
        Kind::LinkEvents(k) => k.applies_to.is_empty(),
        Kind::OrderEvents(k) => k.applies_to.is_empty(),
        Kind::AvoidClashes(k) => resources(&k.applies_to),
        Kind::AvoidUnavailableTimes(k) => resources(&k.applies_to),
        Kind::LimitIdleTimes(k) => resources(&k.applies_to) || k.time_groups.is_empty(),
        Kind::ClusterBusyTimes(k) => resources(&k.applies_to),
        Kind::LimitBusyTimes(k) => resources(&k.applies_to) || k.time_groups.is_empty(),
        Kind::LimitWorkload(k) => resources(&k.applies_to),
        Kind::LimitBusyPairs(k) => resources(&k.applies_to) || k.pairs.is_empty(),
        Kind::SeparateEvents(k) => k.applies_to.is_empty(),
        Kind::AvoidTogether(k) => k.applies_to.is_empty(),
        Kind::OrderWithin(k) => k.applies_to.is_empty() || k.time_groups.is_empty(),
        Kind::LimitTravel(k) => resources(&k.applies_to),
        Kind::LimitCrowding(k) => k.applies_to.is_empty(),
        Kind::AvoidIsolatedTimes(k) => resources(&k.applies_to) || k.time_groups.is_empty(),
        Kind::WorstOf(k) => k.applies_to.is_empty(),
    }
}
