//! The sixteen kinds of constraint, from their elements.

use super::draft::{Draft, titles};
use super::element::Element;
use super::faults::{Faults, short};
use crate::error::Fault;
use jadwal_model::builder::MAX_NUMBER;
use jadwal_model::constraint::{
    AssignResource, AssignTime, AvoidClashes, AvoidSplitAssignments, AvoidUnavailableTimes,
    ClusterBusyTimes, DistributeSplitEvents, EventPair, EventScope, LimitBusyTimes, LimitIdleTimes,
    LimitWorkload, LinkEvents, OrderEvents, PreferResources, PreferTimes, ResourceScope,
    SplitEvents, SpreadEvents, SpreadGroup, TimeScope,
};
use jadwal_model::{Constraint, CostFunction, EventGroupId, Kind, TimeGroupId};

const EVENTS: &[&str] = &["EventGroups", "Events"];
const GROUPS: &[&str] = &["EventGroups"];
const PAIRS: &[&str] = &["EventPairs"];
const RESOURCES: &[&str] = &["ResourceGroups", "Resources"];

/// What every constraint has.
const COMMON: [&str; 5] = ["Name", "Required", "Weight", "CostFunction", "AppliesTo"];

/// Names of the kinds.
pub(crate) const NAMES: [&str; 16] = {
    let mut names = [""; 16];
    let mut i = 0;
    while i < 16 {
        names[i] = KINDS[i].0;
        i += 1;
    }
    names
};

/// Each kind: its element, what it applies to, and the elements that only it has.
type Shape = (&'static str, &'static [&'static str], &'static [&'static str]);
const RANGE_OF_GROUPS: &[&str] = &["TimeGroups", "Minimum", "Maximum"];
const KINDS: [Shape; 16] = [
    ("AssignResourceConstraint", EVENTS, &["Role"]),
    ("AssignTimeConstraint", EVENTS, &[]),
    (
        "SplitEventsConstraint",
        EVENTS,
        &["MinimumDuration", "MaximumDuration", "MinimumAmount", "MaximumAmount"],
    ),
    ("DistributeSplitEventsConstraint", EVENTS, &["Duration", "Minimum", "Maximum"]),
    ("PreferResourcesConstraint", EVENTS, &["ResourceGroups", "Resources", "Role"]),
    ("PreferTimesConstraint", EVENTS, &["TimeGroups", "Times", "Duration"]),
    ("AvoidSplitAssignmentsConstraint", GROUPS, &["Role"]),
    ("SpreadEventsConstraint", GROUPS, &["TimeGroups"]),
    ("LinkEventsConstraint", GROUPS, &[]),
    ("OrderEventsConstraint", PAIRS, &[]),
    ("AvoidClashesConstraint", RESOURCES, &[]),
    ("AvoidUnavailableTimesConstraint", RESOURCES, &["TimeGroups", "Times"]),
    ("LimitIdleTimesConstraint", RESOURCES, RANGE_OF_GROUPS),
    ("ClusterBusyTimesConstraint", RESOURCES, RANGE_OF_GROUPS),
    ("LimitBusyTimesConstraint", RESOURCES, RANGE_OF_GROUPS),
    ("LimitWorkloadConstraint", RESOURCES, &["Minimum", "Maximum"]),
];

/// Adds the constraint of an element with one of the [`NAMES`].
pub(crate) fn constraint(draft: &mut Draft, faults: &mut Faults, element: &Element) {
    let Some(shape) = KINDS.iter().find(|shape| shape.0 == element.name) else { return };
    let before = faults.len();
    let expected: Vec<&'static str> = COMMON.iter().chain(shape.2).copied().collect();
    element.check(faults, &expected);
    let (code, name) = titles(faults, element);
    let applies_to = applies_to(faults, element, shape.1);
    let mut part = Part { draft, faults, element, applies_to };
    let kind = part.kind();
    let constraint = Constraint {
        code: code.to_owned(),
        name: name.to_owned(),
        required: required(faults, element),
        weight: element.number(faults, "Weight"),
        function: function(faults, element),
        kind,
    };
    if faults.len() == before {
        let result = draft.builder.constraint(constraint);
        draft.keep(faults, element, result);
    }
}

fn applies_to<'a>(
    faults: &mut Faults,
    element: &'a Element,
    expected: &[&'static str],
) -> Option<&'a Element> {
    let applies_to = element.child("AppliesTo");
    match applies_to {
        Some(applies_to) => applies_to.check(faults, expected),
        None => {
            let parent = element.name.clone();
            let fault = Fault::MissingElement { parent, element: "AppliesTo" };
            faults.push(element.place, fault);
        }
    }
    applies_to
}

fn required(faults: &mut Faults, element: &Element) -> bool {
    let text = element.text(faults, "Required");
    let required = text.eq_ignore_ascii_case("true");
    if let Some(child) = element.child("Required")
        && !required
        && !text.eq_ignore_ascii_case("false")
    {
        let (element, found) = (child.name.clone(), short(text));
        faults.push(child.place, Fault::Value { element, found, expected: "`true` or `false`" });
    }
    required
}

fn function(faults: &mut Faults, element: &Element) -> CostFunction {
    let text = element.text(faults, "CostFunction");
    CostFunction::by_name(text).unwrap_or_else(|| {
        if let Some(child) = element.child("CostFunction") {
            let (element, found) = (child.name.clone(), short(text));
            let expected = "`Linear`, `Quadratic` or `Step`";
            faults.push(child.place, Fault::Value { element, found, expected });
        }
        CostFunction::Linear
    })
}

/// A constraint's element, and what reading its parts needs.
struct Part<'a> {
    draft: &'a Draft,
    faults: &'a mut Faults,
    element: &'a Element,
    applies_to: Option<&'a Element>,
}

impl Part<'_> {
    fn kind(&mut self) -> Kind {
        match self.element.name.as_str() {
            "AssignResourceConstraint" => Kind::AssignResource(AssignResource {
                applies_to: self.events(),
                role: self.role(),
            }),
            "AssignTimeConstraint" => Kind::AssignTime(AssignTime { applies_to: self.events() }),
            "SplitEventsConstraint" => Kind::SplitEvents(SplitEvents {
                applies_to: self.events(),
                minimum_duration: self.number("MinimumDuration"),
                maximum_duration: self.number("MaximumDuration"),
                minimum_amount: self.number("MinimumAmount"),
                maximum_amount: self.number("MaximumAmount"),
            }),
            "DistributeSplitEventsConstraint" => {
                Kind::DistributeSplitEvents(DistributeSplitEvents {
                    applies_to: self.events(),
                    duration: self.number("Duration"),
                    minimum: self.number("Minimum"),
                    maximum: self.number("Maximum"),
                })
            }
            "PreferResourcesConstraint" => Kind::PreferResources(PreferResources {
                applies_to: self.events(),
                resources: self.resources(Some(self.element)),
                role: self.role(),
            }),
            "PreferTimesConstraint" => Kind::PreferTimes(PreferTimes {
                applies_to: self.events(),
                times: self.times(),
                duration: self.element.find_number(self.faults, "Duration"),
            }),
            "AvoidSplitAssignmentsConstraint" => {
                Kind::AvoidSplitAssignments(AvoidSplitAssignments {
                    applies_to: self.event_groups(),
                    role: self.role(),
                })
            }
            "SpreadEventsConstraint" => Kind::SpreadEvents(SpreadEvents {
                applies_to: self.event_groups(),
                time_groups: self.spread_groups(),
            }),
            "LinkEventsConstraint" => {
                Kind::LinkEvents(LinkEvents { applies_to: self.event_groups() })
            }
            "OrderEventsConstraint" => Kind::OrderEvents(OrderEvents { applies_to: self.pairs() }),
            "AvoidClashesConstraint" => {
                Kind::AvoidClashes(AvoidClashes { applies_to: self.resources(self.applies_to) })
            }
            "AvoidUnavailableTimesConstraint" => {
                Kind::AvoidUnavailableTimes(AvoidUnavailableTimes {
                    applies_to: self.resources(self.applies_to),
                    times: self.times(),
                })
            }
            "LimitIdleTimesConstraint" => Kind::LimitIdleTimes(LimitIdleTimes {
                applies_to: self.resources(self.applies_to),
                time_groups: self.time_groups(),
                minimum: self.number("Minimum"),
                maximum: self.number("Maximum"),
            }),
            "ClusterBusyTimesConstraint" => Kind::ClusterBusyTimes(ClusterBusyTimes {
                applies_to: self.resources(self.applies_to),
                time_groups: self.time_groups(),
                minimum: self.number("Minimum"),
                maximum: self.number("Maximum"),
            }),
            "LimitBusyTimesConstraint" => Kind::LimitBusyTimes(LimitBusyTimes {
                applies_to: self.resources(self.applies_to),
                time_groups: self.time_groups(),
                minimum: self.number("Minimum"),
                maximum: self.number("Maximum"),
            }),
            _ => Kind::LimitWorkload(LimitWorkload {
                applies_to: self.resources(self.applies_to),
                minimum: self.number("Minimum"),
                maximum: self.number("Maximum"),
            }),
        }
    }

    fn number(&mut self, name: &'static str) -> i64 {
        self.element.number(self.faults, name)
    }

    fn role(&mut self) -> String {
        self.element.text(self.faults, "Role").to_owned()
    }

    fn events(&mut self) -> EventScope {
        let Some(applies_to) = self.applies_to else { return EventScope::default() };
        let groups = self.event_groups();
        let listed = applies_to.list(self.faults, "Events", &["Event"]);
        let events =
            listed.into_iter().filter_map(|event| self.draft.event(self.faults, event)).collect();
        EventScope { groups, events }
    }

    fn event_groups(&mut self) -> Vec<EventGroupId> {
        let Some(applies_to) = self.applies_to else { return Vec::new() };
        let listed = applies_to.list(self.faults, "EventGroups", &["EventGroup", "Course"]);
        listed.into_iter().filter_map(|group| self.draft.event_group(self.faults, group)).collect()
    }

    fn resources(&mut self, owner: Option<&Element>) -> ResourceScope {
        let Some(owner) = owner else { return ResourceScope::default() };
        let groups = owner.list(self.faults, "ResourceGroups", &["ResourceGroup"]);
        let groups =
            groups.into_iter().filter_map(|g| self.draft.resource_group(self.faults, g)).collect();
        let listed = owner.list(self.faults, "Resources", &["Resource"]);
        let resources =
            listed.into_iter().filter_map(|r| self.draft.resource(self.faults, r)).collect();
        ResourceScope { groups, resources }
    }

    fn times(&mut self) -> TimeScope {
        let groups = self.time_groups();
        let listed = self.element.list(self.faults, "Times", &["Time"]);
        let times =
            listed.into_iter().filter_map(|time| self.draft.time(self.faults, time)).collect();
        TimeScope { groups, times }
    }

    fn time_groups(&mut self) -> Vec<TimeGroupId> {
        let listed = self.element.list(self.faults, "TimeGroups", &["TimeGroup", "Day", "Week"]);
        listed.into_iter().filter_map(|group| self.draft.time_group(self.faults, group)).collect()
    }

    fn spread_groups(&mut self) -> Vec<SpreadGroup> {
        let listed = self.element.list(self.faults, "TimeGroups", &["TimeGroup", "Day", "Week"]);
        let read = |group: &Element| {
            group.check(self.faults, &["Minimum", "Maximum"]);
            let minimum = group.number(self.faults, "Minimum");
            let maximum = group.number(self.faults, "Maximum");
            let time_group = self.draft.time_group(self.faults, group)?;
            Some(SpreadGroup { time_group, minimum, maximum })
        };
        listed.into_iter().filter_map(read).collect()
    }

    fn pairs(&mut self) -> Vec<EventPair> {
        let Some(applies_to) = self.applies_to else { return Vec::new() };
        let listed = applies_to.list(self.faults, "EventPairs", &["EventPair"]);
        let read = |pair: &Element| {
            let expected = ["FirstEvent", "SecondEvent", "MinSeparation", "MaxSeparation"];
            pair.check(self.faults, &expected);
            let minimum = pair.find_number(self.faults, "MinSeparation");
            let maximum = pair.find_number(self.faults, "MaxSeparation");
            let first = self.event_of(pair, "FirstEvent");
            let second = self.event_of(pair, "SecondEvent");
            Some(EventPair {
                first: first?,
                second: second?,
                minimum_separation: minimum.unwrap_or(0),
                maximum_separation: maximum.unwrap_or(MAX_NUMBER),
            })
        };
        listed.into_iter().filter_map(read).collect()
    }

    fn event_of(&mut self, pair: &Element, name: &'static str) -> Option<jadwal_model::EventId> {
        let Some(event) = pair.child(name) else {
            let parent = pair.name.clone();
            self.faults.push(pair.place, Fault::MissingElement { parent, element: name });
            return None;
        };
        self.draft.event(self.faults, event)
    }
}
