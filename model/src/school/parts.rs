//! Parts of classes: pupils who are always together.

use super::course::Audience;
use super::id::ClassId;
use super::school::School;

/// A class whose pupils are in more combinations of groups than this has no timetable to speak of.
pub const MAX_PARTS: usize = 32;

impl School {
    /// The parts of a class that never separate: each the set of groups that its pupils are in, one
    /// of every division. A class without divisions has one part, in no group. Stops counting above
    /// [`MAX_PARTS`].
    #[must_use]
    pub fn parts_of(&self, class: ClassId) -> Vec<Vec<Audience>> {
        let mut parts: Vec<Vec<Audience>> = vec![Vec::new()];
        for (division, _) in self.divisions.enumerate().filter(|(_, d)| d.classes.contains(&class))
        {
            let groups: Vec<_> = self
                .groups
                .ids()
                .filter(|&group| {
                    self.groups[group].division == division
                        && self.classes_of_group(group).contains(&class)
                })
                .collect();
            if groups.is_empty() || parts.len() > MAX_PARTS {
                continue;
            }
            let extended = parts.iter().flat_map(|part| {
                groups.iter().map(move |&group| {
                    let mut part = part.clone();
                    part.push(Audience::Group(group));
                    part
                })
            });
            parts = extended.collect();
        }
        parts
    }
}
