//! A file becomes a document.

use super::document::{
    Activity, Behaviour, Constraint, Document, Mode, Named, Room, SPACE_CONSTRAINTS, Students,
    TIME_CONSTRAINTS, Teacher,
};
use super::element::Element;
use crate::error::fet::FetFault;
use crate::error::{Fault, ReadError};
use crate::xhstt::element::Tag;
use crate::xhstt::faults::{Faults, short};
use crate::xhstt::scan::{Scan, Stop};
use std::collections::BTreeMap;
use std::io::Read;

/// The root of a file.
pub const ROOT: &str = "fet";

/// Reads a file, whatever sort of week it has.
///
/// # Errors
/// All faults that can be found, in the order of the file.
pub fn read(input: impl Read) -> Result<Document, Vec<ReadError>> {
    let mut scan = Scan::new(input);
    let mut document = Document::default();
    let whole = elements(&mut scan, &mut document);
    if whole.is_ok() {
        let mut reading = Reading { faults: &mut scan.faults };
        reading.fill(&mut document);
    }
    let faults = scan.faults.into_sorted();
    if faults.is_empty() && whole.is_ok() { Ok(document) } else { Err(faults) }
}

/// Every element of a file: those of its lists one by one, for a list may be longer than any element
/// should be.
fn elements<R: Read>(scan: &mut Scan<R>, document: &mut Document) -> Result<(), Stop> {
    let root = scan.root(ROOT)?;
    let version = root.attributes.iter().find(|(name, _)| name == "version");
    document.version = version.map(|(_, version)| version.clone()).unwrap_or_default();
    scan.every(|scan, tag| {
        let Tag { name, attributes, place } = tag;
        let mut element = Element { attributes, place, ..Element::new(&name, "") };
        let text = scan.every(|scan, tag| {
            element.children.push(scan.element(tag)?.into());
            Ok(())
        })?;
        // in a list white space only sets its members out
        let list = !element.children.is_empty() || element.name.ends_with("_List");
        if !list || !text.trim().is_empty() {
            element.text = text;
        }
        document.elements.push(element);
        Ok(())
    })?;
    scan.end()
}

struct Reading<'a> {
    faults: &'a mut Faults,
}

impl Reading<'_> {
    fn fill(&mut self, document: &mut Document) {
        let mut elements = std::mem::take(&mut document.elements);
        for element in &mut elements {
            match element.name.as_str() {
                TIME_CONSTRAINTS => {
                    let all = std::mem::take(&mut element.children).into_iter();
                    document.time_constraints.extend(all.map(Constraint::new));
                }
                SPACE_CONSTRAINTS => {
                    let all = std::mem::take(&mut element.children).into_iter();
                    document.space_constraints.extend(all.map(Constraint::new));
                }
                "Institution_Name" => document.institution.clone_from(&element.text),
                "Comments" => document.comments.clone_from(&element.text),
                "Days_List" => document.days = self.named(element, "Day"),
                "Real_Days_List" => document.real_days = self.named(element, "Real_Day"),
                "Hours_List" => document.hours = self.named(element, "Hour"),
                "Real_Hours_List" => document.real_hours = self.named(element, "Real_Hour"),
                "Subjects_List" => document.subjects = self.named(element, "Subject"),
                "Activity_Tags_List" => document.tags = self.named(element, "Activity_Tag"),
                "Buildings_List" => document.buildings = self.named(element, "Building"),
                "Teachers_List" => {
                    let all = self.named(element, "Teacher");
                    let behaviours = element.all("Teacher").map(|teacher| self.behaviour(teacher));
                    let behaviours: Vec<_> = behaviours.collect();
                    let said = element.all("Teacher").zip(behaviours).zip(all);
                    document.teachers =
                        said.map(|((e, said), name)| teacher(e, said, name)).collect();
                }
                "Students_List" => {
                    document.years = element
                        .all("Year")
                        .map(|year| self.students(year, &["Group", "Subgroup"]))
                        .collect();
                }
                "Activities_List" => {
                    document.activities =
                        element.all("Activity").filter_map(|one| self.activity(one)).collect();
                }
                "Rooms_List" => {
                    let all = self.named(element, "Room");
                    document.rooms =
                        element.all("Room").zip(all).map(|(e, name)| room(e, name)).collect();
                }
                _ => {}
            }
        }
        document.elements = elements;
        self.mode(document);
        self.exceptions(document);
        self.twice(document);
    }

    fn mode(&mut self, document: &mut Document) {
        let element = document.elements.iter().find(|element| element.name == "Mode");
        let text = element.map(|element| element.text.as_str());
        match Mode::of(text, &document.version) {
            Some(mode) => document.mode = mode,
            None => {
                let place = element.map_or(crate::error::Place::NOWHERE, |element| element.place);
                let found = short(text.unwrap_or_default());
                self.faults.push(place, FetFault::UnknownMode { found }.into());
            }
        }
    }

    fn named(&mut self, list: &Element, member: &'static str) -> Vec<Named> {
        list.all(member).map(|element| self.name(element)).collect()
    }

    fn name(&mut self, element: &Element) -> Named {
        // very old files give the name of a day as the text of its element
        let own = Some(element.text.as_str())
            .filter(|text| element.children.is_empty() && !text.is_empty());
        let Some(name) = element.text("Name").or(own) else {
            let (parent, element_name) = (element.name.clone(), "Name");
            self.faults
                .push(element.place, Fault::MissingElement { parent, element: element_name });
            return Named { name: String::new(), long_name: String::new() };
        };
        let long_name = element.text("Long_Name").unwrap_or_default().to_owned();
        Named { name: name.to_owned(), long_name }
    }

    fn behaviour(&mut self, element: &Element) -> Option<Behaviour> {
        let child = element.child("Mornings_Afternoons_Behavior")?;
        let known = Behaviour::named(&child.text);
        if known.is_none() {
            let found = short(&child.text);
            self.faults.push(child.place, FetFault::Behaviour { found }.into());
        }
        known
    }

    fn students(&mut self, element: &Element, inside: &[&'static str]) -> Students {
        let members = inside.first().copied().unwrap_or_default();
        let rest = inside.get(1..).unwrap_or_default();
        Students {
            name: self.name(element),
            size: element.number("Number_of_Students").unwrap_or(0),
            inside: element.all(members).map(|member| self.students(member, rest)).collect(),
        }
    }

    fn activity(&mut self, element: &Element) -> Option<Activity> {
        let id = self.number(element, "Id")?;
        let duration = self.number(element, "Duration")?;
        let texts = |name| element.texts(name).map(str::to_owned).collect();
        Some(Activity {
            id,
            group: element.number("Activity_Group_Id").unwrap_or(0),
            teachers: texts("Teacher"),
            subject: element.text("Subject").unwrap_or_default().to_owned(),
            tags: texts("Activity_Tag"),
            students: texts("Students"),
            duration,
            size: element
                .number("Number_Of_Students")
                .or_else(|| element.number("Number_of_Students")),
            active: element.flag("Active", true),
            place: element.place,
        })
    }

    fn number(&mut self, element: &Element, field: &'static str) -> Option<u32> {
        let number = element.number(field);
        if number.is_none() {
            let fault = match element.text(field) {
                Some(found) => Fault::Value {
                    element: field.to_owned(),
                    found: short(found),
                    expected: "a whole number",
                },
                None => Fault::MissingElement { parent: element.name.clone(), element: field },
            };
            self.faults.push(element.place, fault);
        }
        number
    }

    /// Files of the first Moroccan builds name teachers by their exceptions; the others come for half
    /// a day. The first Algerian ones say nothing.
    fn exceptions(&mut self, document: &mut Document) {
        let said = document.teachers.iter().any(|teacher| teacher.behaviour.is_some());
        if document.mode != Mode::MorningsAfternoons || said {
            return;
        }
        let lists = [
            ("Exception_Teachers_One_Day_List", 1),
            ("Exception_Teachers_Two_Days_List", 2),
            ("Exception_Teachers_Three_Days_List", 3),
        ];
        let exclusive = document.version.contains("morocco");
        let mut days: BTreeMap<String, u32> = BTreeMap::new();
        let mut listed = false;
        for (list, exceptions) in lists {
            for element in document.elements.iter().filter(|element| element.name == list) {
                listed = true;
                days.extend(element.texts("Teacher").map(|name| (name.to_owned(), exceptions)));
            }
        }
        for teacher in document.teachers.iter_mut().filter(|_| listed || exclusive) {
            let exceptions = days.get(&teacher.name.name).copied().unwrap_or(0);
            teacher.behaviour = Some(Behaviour::Exclusive { exceptions });
        }
    }

    /// No name stands twice in one list, and no number of an activity.
    fn twice(&mut self, document: &Document) {
        for list in document.elements.iter().filter(|list| list.name.ends_with("_List")) {
            if matches!(list.name.as_str(), "Activities_List" | "Timetable_Generation_Options_List")
            {
                continue;
            }
            let mut seen: BTreeMap<&str, ()> = BTreeMap::new();
            for member in list.children.iter().filter(|member| member.child("Name").is_some()) {
                let name = member.text("Name").unwrap_or_default();
                if seen.insert(name, ()).is_some() {
                    let fault = FetFault::NameTwice { list: list.name.clone(), found: short(name) };
                    self.faults.push(member.place, fault.into());
                }
            }
        }
        let mut seen: BTreeMap<u32, ()> = BTreeMap::new();
        for activity in &document.activities {
            if seen.insert(activity.id, ()).is_some() {
                let fault = FetFault::ActivityTwice { found: activity.id };
                self.faults.push(activity.place, fault.into());
            }
        }
    }
}

fn teacher(element: &Element, behaviour: Option<Behaviour>, name: Named) -> Teacher {
    let subjects = element.child("Qualified_Subjects");
    let subjects = subjects.iter().flat_map(|list| list.texts("Qualified_Subject"));
    Teacher {
        name,
        behaviour,
        target: element.number("Target_Number_of_Hours").unwrap_or(0),
        subjects: subjects.map(str::to_owned).collect(),
    }
}

fn room(element: &Element, name: Named) -> Room {
    let set = |set: &Element| set.texts("Real_Room").map(str::to_owned).collect();
    let sets = || element.all("Set_of_Real_Rooms").map(set).collect();
    Room {
        name,
        building: element.text("Building").unwrap_or_default().to_owned(),
        capacity: element.number("Capacity").unwrap_or(0),
        sets: element.flag("Virtual", false).then(sets),
    }
}
