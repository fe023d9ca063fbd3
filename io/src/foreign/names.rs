//! A name of which the language is not said.

use jadwal_model::school::names::Names;

/// A name, in the language of its letters.
pub(crate) fn names(name: &str) -> Names {
    let text = Some(name.to_owned()).filter(|name| !name.trim().is_empty());
    if name.chars().any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter)) {
        Names { arabic: text, ..Names::default() }
    } else {
        Names { french: text, ..Names::default() }
    }
}
