//! Years, groups and subgroups.

use super::lines::Lines;
use crate::fet::element::Element;
use crate::fet::writing::text;
use std::collections::BTreeMap;

/// A set, with those inside it in their order.
#[derive(Default)]
pub(super) struct Sets {
    all: Vec<(String, u32, Sets)>,
    by_name: BTreeMap<String, usize>,
}

/// The names of the three columns of names and of sizes, outermost first.
const COLUMNS: [(&str, &str); 3] = [
    ("Year", "Number of Students per Year"),
    ("Group", "Number of Students per Group"),
    ("Subgroup", "Number of Students per Subgroup"),
];
/// What members are called in the other format.
const MEMBERS: [&str; 3] = ["Year", "Group", "Subgroup"];

impl Sets {
    /// What a file says.
    pub(super) fn of(lines: &mut Lines) -> Self {
        let mut sets = Self::default();
        for row in lines.rows() {
            let last = COLUMNS.iter().rposition(|(name, _)| !lines.cell(&row, name).is_empty());
            let mut into = &mut sets;
            for (name, size) in COLUMNS.iter().take(last.map_or(1, |last| last + 1)) {
                let said = (lines.name(&row, name), lines.number(&row, size));
                let (Some(name), Some(size)) = said else { break };
                into = into.add(name, size);
            }
        }
        sets
    }

    /// The set of this name, which is made where there is none.
    pub(super) fn add(&mut self, name: String, size: u32) -> &mut Self {
        let next = self.all.len();
        let at = *self.by_name.entry(name.clone()).or_insert(next);
        if at == next {
            self.all.push((name, 0, Self::default()));
        }
        let (_, known, inside) = &mut self.all[at];
        *known = (*known).max(size);
        inside
    }

    /// Every name, inner ones too.
    pub(super) fn names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for (name, _, inside) in &self.all {
            names.push(name.as_str());
            names.extend(inside.names());
        }
        names
    }

    /// As elements: years, which have groups inside, which have subgroups.
    pub(super) fn elements(&self, depth: usize) -> Vec<Element> {
        let member = |(name, size, inside): &(String, u32, Self)| {
            let mut fields = vec![text("Name", name), text("Number_of_Students", size)];
            fields.push(text("Comments", ""));
            fields.extend(inside.elements(depth + 1));
            Element::of(MEMBERS[depth.min(MEMBERS.len() - 1)], fields)
        };
        self.all.iter().map(member).collect()
    }
}
