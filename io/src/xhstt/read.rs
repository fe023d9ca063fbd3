//! Reading an archive, as a stream: only one time, resource, event, constraint or meet is held as
//! an element at once.

use super::archive::Archive;
use super::constraints;
use super::draft::Draft;
use super::element::{Element, Tag, find};
use super::facts;
use super::faults::Faults;
use super::scan::{Scan, Stop};
use super::solutions::{self, Known};
use crate::error::{Fault, ReadError};
use jadwal_model::{Instance, InstanceError, MetaData};
use std::collections::BTreeSet;
use std::io::Read;

/// The root element of every archive.
pub const ROOT: &str = "HighSchoolTimetableArchive";

/// Reads an archive whose solutions, if any, are of its own instances.
///
/// # Errors
/// All faults found, in the order of the file; at most fifty.
pub fn read(input: impl Read) -> Result<Archive, Vec<ReadError>> {
    read_with(&[], input)
}

/// Reads an archive whose solutions are of its own instances or of these.
///
/// # Errors
/// All faults found, in the order of the file; at most fifty.
pub fn read_with(instances: &[Instance], input: impl Read) -> Result<Archive, Vec<ReadError>> {
    let mut scan = Scan::new(input);
    // Stop only says that reading ended early; why is among the faults
    let archive = archive(&mut scan, instances);
    let faults = scan.faults.into_sorted();
    match archive {
        Ok(archive) if faults.is_empty() => Ok(archive),
        _ => Err(faults),
    }
}

fn archive<R: Read>(scan: &mut Scan<R>, given: &[Instance]) -> Result<Archive, Stop> {
    let root = scan.root(ROOT)?;
    let code = find(&root.attributes, "Id").map(str::to_owned);
    let mut archive = Archive { code, ..Archive::default() };
    let mut broken = Vec::new();
    let (mut instances, mut groups) = (BTreeSet::new(), BTreeSet::new());
    scan.each_of(&["MetaData", "Instances", "SolutionGroups"], &[], |scan, tag| {
        match tag.name.as_str() {
            "MetaData" => {
                let element = scan.element(tag)?;
                archive.meta = Some(meta(&mut scan.faults, &element));
                Ok(())
            }
            "Instances" => scan.each(&["Instance"], |scan, tag| {
                let place = tag.place;
                let code = unique(&mut scan.faults, &mut instances, "instance", &tag);
                match instance(scan, tag)? {
                    Some(instance) if differs(&instance, given) => {
                        scan.faults.push(place, Fault::OtherFacts { instance: instance.code });
                        broken.push(code);
                    }
                    Some(instance) => archive.instances.push(instance),
                    None => broken.push(code),
                }
                Ok(())
            }),
            _ => {
                // a given instance does not stand in for one of the file that has faults
                let given = given.iter().filter(|given| !broken.contains(&given.code));
                let instances = archive.instances.iter().chain(given).collect();
                let known = Known { instances, broken: &broken };
                let found = &mut archive.solution_groups;
                scan.each(&["SolutionGroup"], |scan, tag| {
                    unique(&mut scan.faults, &mut groups, "solution group", &tag);
                    found.push(solutions::group(scan, tag, &known)?);
                    Ok(())
                })
            }
        }
    })?;
    scan.end()?;
    Ok(archive)
}

/// The identifier of an element; a fault if another had the same.
fn unique(
    faults: &mut Faults,
    seen: &mut BTreeSet<String>,
    kind: &'static str,
    tag: &Tag,
) -> String {
    let code = find(&tag.attributes, "Id").unwrap_or_default().to_owned();
    if !code.is_empty() && !seen.insert(code.clone()) {
        let error = InstanceError::Duplicate { kind, code: code.clone() };
        faults.push(tag.place, Fault::Invalid(error));
    }
    code
}

/// Whether another instance was given under the same identifier.
fn differs(instance: &Instance, given: &[Instance]) -> bool {
    let mut same = given.iter().filter(|other| other.code == instance.code);
    same.any(|other| other.facts != instance.facts)
}

fn meta(faults: &mut Faults, element: &Element) -> MetaData {
    let expected = ["Name", "Contributor", "Date", "Country", "Description", "Remarks"];
    element.check(faults, &expected);
    MetaData {
        name: element.text_or_empty(faults, "Name"),
        contributor: element.text_or_empty(faults, "Contributor"),
        date: element.text_or_empty(faults, "Date"),
        country: element.text_or_empty(faults, "Country"),
        description: element.text_or_empty(faults, "Description"),
        remarks: element.some_text(faults, "Remarks"),
    }
}

/// One instance; none if it has faults.
fn instance<R: Read>(scan: &mut Scan<R>, tag: Tag) -> Result<Option<Instance>, Stop> {
    let (place, before) = (tag.place, scan.faults.len());
    let code = find(&tag.attributes, "Id").unwrap_or_default();
    if code.is_empty() {
        let fault = Fault::MissingAttribute { element: tag.name.clone(), attribute: "Id" };
        scan.faults.push(place, fault);
    }
    let mut draft = Draft::new(code);
    let sections = ["MetaData", "Times", "Resources", "Events", "Constraints"];
    scan.each_of(&sections, &[], |scan, tag| match tag.name.as_str() {
        "MetaData" => {
            let element = scan.element(tag)?;
            draft.builder.meta(meta(&mut scan.faults, &element));
            Ok(())
        }
        "Times" => facts::times(scan, &mut draft),
        "Resources" => facts::resources(scan, &mut draft),
        "Events" => facts::events(scan, &mut draft),
        _ => scan.each(&constraints::NAMES, |scan, tag| {
            let element = scan.element(tag)?;
            constraints::constraint(&mut draft, &mut scan.faults, &element);
            Ok(())
        }),
    })?;
    if scan.faults.len() > before {
        return Ok(None);
    }
    match draft.builder.build() {
        Ok(instance) => Ok(Some(instance)),
        Err(errors) => {
            for error in errors {
                scan.faults.push(place, Fault::Invalid(error));
            }
            Ok(None)
        }
    }
}
