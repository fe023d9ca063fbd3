//! Words to choose from, in the form of files or in one of our languages.

use super::schema::{ANY, FieldKind, HARD, fields};
use super::text::plain;
use crate::words::{Language, Words};
use jadwal_model::school::fault::Register;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The word for true.
pub const YES: &str = "yes";
/// The word for false.
pub const NO: &str = "no";

/// Every word that a file may have to choose; each has a key `choice-WORD`.
#[must_use]
pub fn all() -> BTreeSet<&'static str> {
    let mut words = BTreeSet::from([YES, NO, ANY, HARD]);
    for field in Register::ALL.into_iter().flat_map(fields) {
        if let FieldKind::Choice(choices) = field.kind {
            words.extend(choices);
        }
    }
    words
}

/// The word among these that is meant.
#[must_use]
pub fn chosen(text: &str, words: &[&'static str]) -> Option<&'static str> {
    let text = plain(text).to_lowercase();
    let exact = words.iter().find(|word| **word == text || word.replace('-', "_") == text);
    exact.copied().or_else(|| {
        let meant = spoken().get(&text)?;
        words.iter().find(|word| meant.contains(*word)).copied()
    })
}

/// Yes or no, as people write it.
#[must_use]
pub fn flag(text: &str) -> Option<bool> {
    match plain(text).to_lowercase().as_str() {
        "true" | "1" | "x" => Some(true),
        "false" | "0" => Some(false),
        other => chosen(other, &[YES, NO]).map(|word| word == YES),
    }
}

/// What is said in each language, and the words it may mean.
fn spoken() -> &'static BTreeMap<String, Vec<&'static str>> {
    static SPOKEN: OnceLock<BTreeMap<String, Vec<&'static str>>> = OnceLock::new();
    SPOKEN.get_or_init(|| {
        let mut spoken: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
        for language in [Language::Arabic, Language::French, Language::English] {
            let words = Words::new(language);
            for word in all() {
                if let Some(said) = words.find(&format!("choice-{word}"), &[]) {
                    spoken.entry(plain(&said).to_lowercase()).or_default().push(word);
                }
            }
        }
        spoken
    })
}
