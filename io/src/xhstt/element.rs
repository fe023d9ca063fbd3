//! One small element, whole, and what may be asked of it.

use super::faults::{Faults, short};
use crate::error::{Fault, Place};
use jadwal_model::builder::MAX_NUMBER;

/// The start of an element.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) place: Place,
}

/// An element with all that is inside it.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) text: String,
    pub(crate) children: Vec<Element>,
    pub(crate) place: Place,
}

impl Element {
    pub(crate) fn new(tag: Tag) -> Self {
        let Tag { name, attributes, place } = tag;
        Self { name, attributes, text: String::new(), children: Vec::new(), place }
    }

    /// Other elements than these, and text beside them, are faults; so is one of them twice.
    pub(crate) fn check(&self, faults: &mut Faults, expected: &[&'static str]) {
        self.check_names(faults, expected);
        for (position, child) in self.children.iter().enumerate() {
            let earlier = &self.children[..position];
            if expected.contains(&child.name.as_str())
                && earlier.iter().any(|other| other.name == child.name)
            {
                let (parent, element) = (self.name.clone(), child.name.clone());
                faults.push(child.place, Fault::Twice { parent, element });
            }
            if faults.full() {
                return;
            }
        }
    }

    fn check_names(&self, faults: &mut Faults, expected: &[&'static str]) {
        faults.text(self.place, &self.name, &self.text, expected);
        for child in &self.children {
            if !expected.contains(&child.name.as_str()) {
                let (parent, expected) = (self.name.clone(), expected.to_vec());
                let fault = Fault::Element { parent, found: child.name.clone(), expected };
                faults.push(child.place, fault);
            }
        }
    }

    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The members of a list such as `Times`; an absent list has none.
    pub(crate) fn list(
        &self,
        faults: &mut Faults,
        name: &str,
        expected: &[&'static str],
    ) -> Vec<&Self> {
        let list = self.child(name);
        if let Some(list) = list {
            list.check_names(faults, expected);
        }
        let members = list.map_or(&[][..], |list| &list.children);
        members.iter().filter(|member| expected.contains(&member.name.as_str())).collect()
    }

    /// The value of an attribute; empty, and a fault, if it is missing.
    pub(crate) fn attribute(&self, faults: &mut Faults, attribute: &'static str) -> &str {
        let value = self.find_attribute(attribute);
        if value.is_none() {
            let element = self.name.clone();
            faults.push(self.place, Fault::MissingAttribute { element, attribute });
        }
        value.unwrap_or_default()
    }

    pub(crate) fn find_attribute(&self, name: &str) -> Option<&str> {
        find(&self.attributes, name)
    }

    /// The text of a child that has only text, without space around it.
    pub(crate) fn find_text(&self, faults: &mut Faults, name: &str) -> Option<&str> {
        let child = self.child(name)?;
        if let Some(other) = child.children.first() {
            let (parent, found) = (child.name.clone(), other.name.clone());
            faults.push(other.place, Fault::Element { parent, found, expected: Vec::new() });
        }
        Some(child.text.trim())
    }

    /// The text of a child; empty, and a fault, if it is missing.
    pub(crate) fn text(&self, faults: &mut Faults, name: &'static str) -> &str {
        self.require(faults, name);
        self.find_text(faults, name).unwrap_or_default()
    }

    /// The text of a child; empty if it is missing.
    pub(crate) fn text_or_empty(&self, faults: &mut Faults, name: &str) -> String {
        self.find_text(faults, name).unwrap_or_default().to_owned()
    }

    /// The text of a child, unless it is missing or empty.
    pub(crate) fn some_text(&self, faults: &mut Faults, name: &str) -> Option<String> {
        self.find_text(faults, name).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The whole number of a child; zero, and a fault, if it is missing or none.
    pub(crate) fn number(&self, faults: &mut Faults, name: &'static str) -> i64 {
        self.require(faults, name);
        self.find_number(faults, name).unwrap_or_default()
    }

    pub(crate) fn find_number(&self, faults: &mut Faults, name: &'static str) -> Option<i64> {
        let text = self.find_text(faults, name)?;
        let place = self.child(name).map_or(self.place, |child| child.place);
        let element = name.to_owned();
        let Ok(found) = text.parse() else {
            let found = short(text);
            faults.push(place, Fault::Value { element, found, expected: "a whole number" });
            return None;
        };
        if !(-MAX_NUMBER..=MAX_NUMBER).contains(&found) {
            let (minimum, maximum) = (-MAX_NUMBER, MAX_NUMBER);
            faults.push(place, Fault::Range { element, found, minimum, maximum });
            return None;
        }
        Some(found)
    }

    fn require(&self, faults: &mut Faults, name: &'static str) {
        if self.child(name).is_none() {
            let (parent, element) = (self.name.clone(), name);
            faults.push(self.place, Fault::MissingElement { parent, element });
        }
    }
}

/// The value of an attribute.
pub(crate) fn find<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}
