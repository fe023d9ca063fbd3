//! Solution groups and their solutions, from their elements.

use super::archive::{ArchiveSolution, GroupMeta, SolutionGroup};
use super::element::{Element, Tag, find};
use super::faults::Faults;
use super::scan::{Scan, Stop};
use crate::error::{Fault, Place};
use jadwal_model::{
    EventId, Facts, Id, Instance, Meet, ResourceId, Solution, SolutionError, TimeId,
};
use std::collections::BTreeMap;
use std::io::Read;

/// What solutions may refer to.
pub(crate) struct Known<'a> {
    /// The instances of the file and those given with it.
    pub(crate) instances: Vec<&'a Instance>,
    /// Instances that have faults: their solutions are passed over.
    pub(crate) broken: &'a [String],
}

/// One solution group.
pub(crate) fn group<R: Read>(
    scan: &mut Scan<R>,
    tag: Tag,
    known: &Known<'_>,
) -> Result<SolutionGroup, Stop> {
    let code = find(&tag.attributes, "Id").unwrap_or_default().to_owned();
    let mut group = SolutionGroup { code, ..SolutionGroup::default() };
    scan.each_of(&["MetaData"], &["Solution"], |scan, tag| {
        if tag.name == "MetaData" {
            let element = scan.element(tag)?;
            group.meta = meta(&mut scan.faults, &element);
        } else {
            group.solutions.extend(solution(scan, tag, known)?);
        }
        Ok(())
    })?;
    Ok(group)
}

fn meta(faults: &mut Faults, element: &Element) -> GroupMeta {
    let expected = ["Contributor", "Date", "Description", "Publication", "Remarks"];
    element.check(faults, &expected);
    GroupMeta {
        contributor: element.text_or_empty(faults, "Contributor"),
        date: element.text_or_empty(faults, "Date"),
        description: element.text_or_empty(faults, "Description"),
        publication: element.some_text(faults, "Publication"),
        remarks: element.some_text(faults, "Remarks"),
    }
}

fn solution<R: Read>(
    scan: &mut Scan<R>,
    tag: Tag,
    known: &Known<'_>,
) -> Result<Option<ArchiveSolution>, Stop> {
    let place = tag.place;
    let Some(code) = find(&tag.attributes, "Reference") else {
        let fault = Fault::MissingAttribute { element: tag.name, attribute: "Reference" };
        scan.faults.push(place, fault);
        scan.skip()?;
        return Ok(None);
    };
    let Some(instance) = known.instances.iter().find(|instance| instance.code == code) else {
        if !known.broken.iter().any(|broken| broken == code) {
            let codes = known.instances.iter().map(|instance| instance.code.clone()).collect();
            scan.faults.push(place, Fault::Instance { found: code.to_owned(), known: codes });
        }
        scan.skip()?;
        return Ok(None);
    };
    let mut found = ArchiveSolution { line: place.line, ..ArchiveSolution::default() };
    code.clone_into(&mut found.instance);
    let mut index = Index::new(&instance.facts);
    scan.each_of(&["Description", "RunningTime", "Events"], &["Report"], |scan, tag| {
        match tag.name.as_str() {
            "Events" => scan.each(&["Event"], |scan, tag| {
                let element = scan.element(tag)?;
                let meet = index.meet(&mut scan.faults, &element);
                found.solution.meets.extend(meet);
                Ok(())
            }),
            "Report" => scan.skip(),
            name => {
                let description = name == "Description";
                let text = scan.element(tag)?.text.trim().to_owned();
                let text = Some(text).filter(|text| !text.is_empty());
                if description {
                    found.description = text;
                } else {
                    found.running_time = text;
                }
                Ok(())
            }
        }
    })?;
    index.validate(&mut scan.faults, place, &found.solution);
    Ok(Some(found))
}

/// The facts of an instance by identifier, and where its meets stand.
struct Index<'a> {
    facts: &'a Facts,
    times: BTreeMap<&'a str, TimeId>,
    resources: BTreeMap<&'a str, ResourceId>,
    events: BTreeMap<&'a str, EventId>,
    places: BTreeMap<EventId, Place>,
    /// Some meets have faults and were left out, so durations cannot add up.
    partial: bool,
}

impl<'a> Index<'a> {
    fn new(facts: &'a Facts) -> Self {
        Self {
            facts,
            times: facts.times.enumerate().map(|(id, time)| (&*time.code, id)).collect(),
            resources: facts.resources.enumerate().map(|(id, r)| (&*r.code, id)).collect(),
            events: facts.events.enumerate().map(|(id, event)| (&*event.code, id)).collect(),
            places: BTreeMap::new(),
            partial: false,
        }
    }

    fn meet(&mut self, faults: &mut Faults, element: &Element) -> Option<Meet> {
        let before = faults.len();
        element.check(faults, &["Duration", "Time", "Resources"]);
        let event = refer(faults, element, "event", &self.events);
        let time = element.child("Time").and_then(|time| refer(faults, time, "time", &self.times));
        let duration = element.find_number(faults, "Duration").map(|duration| {
            u32::try_from(duration).unwrap_or_else(|_| {
                let maximum = self.facts.times.len() as i64;
                let name = "Duration".to_owned();
                let fault = Fault::Range { element: name, found: duration, minimum: 1, maximum };
                faults.push(element.place, fault);
                0
            })
        });
        let mut meet = event.map(|event| Solution::unplaced(self.facts, event));
        if let Some(meet) = &mut meet {
            meet.duration = duration.unwrap_or(meet.duration);
            meet.time = time.or(meet.time);
            self.places.entry(meet.event).or_insert(element.place);
            let mut filled = vec![false; meet.tasks.len()];
            for task in element.list(faults, "Resources", &["Resource"]) {
                self.fill(faults, task, meet, &mut filled);
            }
        }
        if faults.len() > before {
            self.partial = true;
            return None;
        }
        meet
    }

    /// Puts a resource into its role; without a role, it must be one of the event's fixed ones.
    fn fill(&self, faults: &mut Faults, element: &Element, meet: &mut Meet, filled: &mut [bool]) {
        element.check(faults, &["Role"]);
        let event = &self.facts.events[meet.event];
        let Some(id) = refer(faults, element, "resource", &self.resources) else { return };
        let role = element.some_text(faults, "Role");
        let Some(role) = role else {
            let mut fixed = event.resources.iter().map(|wanted| wanted.preassigned);
            if !fixed.any(|fixed| fixed == Some(id)) {
                let resource = self.facts.resources[id].code.clone();
                let event = event.code.clone();
                faults.push(element.place, Fault::NoRole { event, resource });
            }
            return;
        };
        let event_code = event.code.clone();
        match event.role(&role) {
            Some(position) if filled[position] => {
                faults.push(element.place, Fault::RoleTwice { event: event_code, role });
            }
            Some(position) => {
                filled[position] = true;
                meet.tasks[position] = Some(id);
            }
            None => {
                let roles = event.resources.iter().filter_map(|wanted| wanted.role.clone());
                let expected = roles.collect();
                let fault = Fault::Role { event: event_code, found: role, expected };
                faults.push(element.place, fault);
            }
        }
    }

    fn validate(&self, faults: &mut Faults, place: Place, solution: &Solution) {
        for error in solution.validate(self.facts).err().into_iter().flatten() {
            if self.partial && matches!(error, SolutionError::Duration { .. }) {
                continue;
            }
            let event = self.events.get(event_of(&error));
            let place = event.and_then(|event| self.places.get(event)).copied().unwrap_or(place);
            faults.push(place, Fault::Unfit(error));
        }
    }
}

/// The identifier of the event that an error speaks of.
fn event_of(error: &SolutionError) -> &str {
    match error {
        SolutionError::Duration { event, .. }
        | SolutionError::Empty { event }
        | SolutionError::PastEnd { event, .. }
        | SolutionError::Time { event, .. }
        | SolutionError::Preassigned { event, .. }
        | SolutionError::ResourceType { event, .. } => event,
    }
}

fn refer<I: Id>(
    faults: &mut Faults,
    element: &Element,
    kind: &'static str,
    codes: &BTreeMap<&str, I>,
) -> Option<I> {
    let code = element.attribute(faults, "Reference");
    let found = codes.get(code).copied();
    if found.is_none() && element.find_attribute("Reference").is_some() {
        faults.unknown(element.place, kind, code, codes.keys().copied());
    }
    found
}
