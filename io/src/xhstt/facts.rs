//! Times, resources and events of an instance, from their elements.

use super::draft::{Draft, titles};
use super::element::{Element, Tag};
use super::faults::Faults;
use super::scan::{Scan, Stop};
use crate::error::Fault;
use jadwal_model::{Event, EventGroupKind, EventResource, TimeGroupKind};
use std::io::Read;

/// Everything inside `Times`.
pub(crate) fn times<R: Read>(scan: &mut Scan<R>, draft: &mut Draft) -> Result<(), Stop> {
    scan.each_of(&["TimeGroups"], &["Time"], |scan, tag| {
        if tag.name == "TimeGroups" {
            return each(scan, &["TimeGroup", "Day", "Week"], draft, time_group);
        }
        whole(scan, tag, draft, time)
    })
}

/// Everything inside `Resources`.
pub(crate) fn resources<R: Read>(scan: &mut Scan<R>, draft: &mut Draft) -> Result<(), Stop> {
    scan.each_of(&["ResourceTypes", "ResourceGroups"], &["Resource"], |scan, tag| {
        match tag.name.as_str() {
            "ResourceTypes" => each(scan, &["ResourceType"], draft, resource_type),
            "ResourceGroups" => each(scan, &["ResourceGroup"], draft, resource_group),
            _ => whole(scan, tag, draft, resource),
        }
    })
}

/// Everything inside `Events`.
pub(crate) fn events<R: Read>(scan: &mut Scan<R>, draft: &mut Draft) -> Result<(), Stop> {
    scan.each_of(&["EventGroups"], &["Event"], |scan, tag| {
        if tag.name == "EventGroups" {
            return each(scan, &["EventGroup", "Course"], draft, event_group);
        }
        whole(scan, tag, draft, event)
    })
}

type Add = fn(&mut Draft, &mut Faults, &Element);

fn each<R: Read>(
    scan: &mut Scan<R>,
    expected: &[&'static str],
    draft: &mut Draft,
    add: Add,
) -> Result<(), Stop> {
    scan.each(expected, |scan, tag| whole(scan, tag, draft, add))
}

fn whole<R: Read>(scan: &mut Scan<R>, tag: Tag, draft: &mut Draft, add: Add) -> Result<(), Stop> {
    let element = scan.element(tag)?;
    add(draft, &mut scan.faults, &element);
    Ok(())
}

fn time_group(draft: &mut Draft, faults: &mut Faults, element: &Element) {
    element.check(faults, &["Name"]);
    let (code, name) = titles(faults, element);
    let kind = match element.name.as_str() {
        "Day" => TimeGroupKind::Day,
        "Week" => TimeGroupKind::Week,
        _ => TimeGroupKind::Plain,
    };
    let result = draft.builder.time_group(code, name, kind);
    draft.keep(faults, element, result);
}

fn time(draft: &mut Draft, faults: &mut Faults, element: &Element) {
    element.check(faults, &["Name", "Week", "Day", "TimeGroups"]);
    let (code, name) = titles(faults, element);
    let result = draft.builder.time(code, name);
    let Some(time) = draft.keep(faults, element, result) else { return };
    let own = element.children.iter().filter(|child| matches!(&*child.name, "Day" | "Week"));
    let listed = element.list(faults, "TimeGroups", &["TimeGroup", "Day", "Week"]);
    for reference in own.chain(listed) {
        if let Some(group) = draft.time_group(faults, reference) {
            draft.builder.join_time_group(group, time);
        }
    }
}

fn resource_type(draft: &mut Draft, faults: &mut Faults, element: &Element) {
    element.check(faults, &["Name"]);
    let (code, name) = titles(faults, element);
    let result = draft.builder.resource_type(code, name);
    draft.keep(faults, element, result);
}

fn resource_group(draft: &mut Draft, faults: &mut Faults, element: &Element) {
    element.check(faults, &["Name", "ResourceType"]);
    let (code, name) = titles(faults, element);
    match type_of(draft, faults, element) {
        Some(resource_type) => {
            let result = draft.builder.resource_group(code, name, resource_type);
            draft.keep(faults, element, result);
        }
        None => draft.break_code(code),
    }
}

fn resource(draft: &mut Draft, faults: &mut Faults, element: &Element) {
    element.check(faults, &["Name", "ResourceType", "ResourceGroups"]);
    let (code, name) = titles(faults, element);
    let Some(resource_type) = type_of(draft, faults, element) else {
        return draft.break_code(code);
    };
    let result = draft.builder.resource(code, name, resource_type);
    let Some(resource) = draft.keep(faults, element, result) else { return };
    for reference in element.list(faults, "ResourceGroups", &["ResourceGroup"]) {
        if let Some(group) = draft.resource_group(faults, reference)
            && let Err(error) = draft.builder.join_resource_group(group, resource)
        {
            faults.push(reference.place, Fault::Invalid(error));
        }
    }
}

/// The type that an element must name.
fn type_of(
    draft: &Draft,
    faults: &mut Faults,
    element: &Element,
) -> Option<jadwal_model::ResourceTypeId> {
    match element.child("ResourceType") {
        Some(reference) => draft.resource_type(faults, reference),
        None => {
            let parent = element.name.clone();
            let fault = Fault::MissingElement { parent, element: "ResourceType" };
            faults.push(element.place, fault);
            None
        }
    }
}

fn event_group(draft: &mut Draft, faults: &mut Faults, element: &Element) {
    element.check(faults, &["Name"]);
    let (code, name) = titles(faults, element);
    let course = element.name == "Course";
    let kind = if course { EventGroupKind::Course } else { EventGroupKind::Plain };
    let result = draft.builder.event_group(code, name, kind);
    draft.keep(faults, element, result);
}

const EVENT: [&str; 8] = [
    "Name",
    "Duration",
    "Workload",
    "Course",
    "Time",
    "Resources",
    "ResourceGroups",
    "EventGroups",
];

fn event(draft: &mut Draft, faults: &mut Faults, element: &Element) {
    let before = faults.len();
    element.check(faults, &EVENT);
    let (code, name) = titles(faults, element);
    let duration = duration(draft, faults, element);
    let mut event = Event::new(code, duration, Vec::new());
    name.clone_into(&mut event.name);
    event.colour = element.find_attribute("Color").map(str::to_owned);
    event.workload = element.find_number(faults, "Workload");
    let course = element.child("Course");
    event.course = course.and_then(|reference| draft.event_group(faults, reference));
    let time = element.child("Time");
    event.preassigned_time = time.and_then(|reference| draft.time(faults, reference));
    for wanted in element.list(faults, "Resources", &["Resource"]) {
        event.resources.extend(event_resource(draft, faults, wanted, event.total_workload()));
    }
    for reference in element.list(faults, "ResourceGroups", &["ResourceGroup"]) {
        event.resource_groups.extend(draft.resource_group(faults, reference));
    }
    for reference in element.list(faults, "EventGroups", &["EventGroup", "Course"]) {
        event.event_groups.extend(draft.event_group(faults, reference));
    }
    if faults.len() > before {
        return draft.break_code(code);
    }
    let result = draft.builder.event(event);
    draft.keep(faults, element, result);
}

/// The duration; zero is left for the builder to refuse.
fn duration(draft: &Draft, faults: &mut Faults, element: &Element) -> u32 {
    let found = element.number(faults, "Duration");
    u32::try_from(found).unwrap_or_else(|_| {
        let maximum = draft.facts().times.len() as i64;
        let name = "Duration".to_owned();
        let fault = Fault::Range { element: name, found, minimum: 1, maximum };
        faults.push(element.child("Duration").map_or(element.place, |child| child.place), fault);
        0
    })
}

/// What an event asks for. A fixed resource gives its own type; the event gives its workload.
fn event_resource(
    draft: &Draft,
    faults: &mut Faults,
    element: &Element,
    workload: i64,
) -> Option<EventResource> {
    element.check(faults, &["Role", "ResourceType", "Workload"]);
    let role = element.some_text(faults, "Role");
    let workload = element.find_number(faults, "Workload").unwrap_or(workload);
    let mut preassigned = None;
    if element.find_attribute("Reference").is_some() {
        preassigned = Some(draft.resource(faults, element)?);
    }
    let resource_type = match (element.child("ResourceType"), preassigned) {
        (None, Some(resource)) => draft.facts().resources[resource].resource_type,
        _ => type_of(draft, faults, element)?,
    };
    Some(EventResource { role, resource_type, preassigned, workload })
}
