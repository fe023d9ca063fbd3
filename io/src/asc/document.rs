//! A file as it is: its tables and their rows, word for word.

use crate::error::foreign::ForeignFault;
use crate::error::{Fault, ReadError};
use crate::fet::element::Element;
use crate::xhstt::faults::Faults;
use crate::xhstt::scan::{Scan, Stop};
use std::collections::BTreeMap;
use std::io::Read;

/// The root of a file.
pub const ROOT: &str = "timetable";

/// A file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Document {
    /// The attributes of the root.
    pub attributes: Vec<(String, String)>,
    /// The tables, in their order; their elements are the rows.
    pub tables: Vec<Element>,
}

impl Document {
    /// The rows of a table; of several tables of one name all rows.
    pub fn rows<'a>(&'a self, table: &'a str) -> impl Iterator<Item = &'a Element> {
        self.tables.iter().filter(move |one| one.name == table).flat_map(|one| &one.children)
    }

    /// Whether days are numbers, as in the form of 2008, rather than masks.
    #[must_use]
    pub fn has_day_numbers(&self) -> bool {
        self.rows("daysdefs").next().is_none()
            && (self.rows("days").next().is_some()
                || self.rows("cards").any(|card| !card.attribute("day").is_empty()))
    }
}

/// The identifiers of an attribute, between commas.
pub(super) fn ids<'a>(row: &'a Element, attribute: &str) -> Vec<&'a str> {
    let parts = row.attribute(attribute).split(',').map(str::trim);
    // a star says that there is none
    parts.filter(|id| !id.is_empty() && *id != "*").collect()
}

/// Reads a file.
///
/// # Errors
/// All faults that can be found, in the order of the file.
pub fn read(input: impl Read) -> Result<Document, Vec<ReadError>> {
    let mut scan = Scan::new(input);
    let mut document = Document::default();
    let whole = tables(&mut scan, &mut document);
    if whole.is_ok() {
        twice(&document, &mut scan.faults);
    }
    let faults = scan.faults.into_sorted();
    if faults.is_empty() && whole.is_ok() { Ok(document) } else { Err(faults) }
}

fn tables<R: Read>(scan: &mut Scan<R>, document: &mut Document) -> Result<(), Stop> {
    document.attributes = scan.root(ROOT)?.attributes;
    scan.every(|scan, tag| {
        document.tables.push(scan.element(tag)?.into());
        Ok(())
    })?;
    scan.end()
}

/// The tables whose rows others name.
const NAMED: [&str; 10] = [
    "daysdefs",
    "weeksdefs",
    "termsdefs",
    "subjects",
    "teachers",
    "buildings",
    "classrooms",
    "classes",
    "groups",
    "lessons",
];

/// Every row that others name has an identifier, and no other row of its table has it.
fn twice(document: &Document, faults: &mut Faults) {
    for table in NAMED {
        let mut seen: BTreeMap<&str, ()> = BTreeMap::new();
        for row in document.rows(table) {
            let id = row.attribute("id");
            if id.is_empty() {
                let (element, attribute) = (row.name.clone(), "id");
                faults.push(row.place, Fault::MissingAttribute { element, attribute });
            } else if seen.insert(id, ()).is_some() {
                let (table, found) = (table.to_owned(), id.to_owned());
                faults.push(row.place, ForeignFault::IdTwice { table, found }.into());
            }
        }
    }
}
