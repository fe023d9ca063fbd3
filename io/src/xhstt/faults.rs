//! The faults found so far.

use crate::error::{Fault, MAX_FAULTS, Place, ReadError};
use jadwal_model::nearest::nearest;

/// The faults found so far, in the order of the file.
#[derive(Default, Debug)]
pub(crate) struct Faults {
    found: Vec<ReadError>,
}

impl Faults {
    pub(crate) fn push(&mut self, place: Place, fault: Fault) {
        if !self.full() {
            self.found.push(ReadError { place, fault });
        }
    }

    /// There is no such thing among those that are known. The nearest of them is looked for only as long
    /// as faults are told.
    pub(crate) fn unknown<'k>(
        &mut self,
        place: Place,
        kind: &'static str,
        found: &str,
        known: impl Iterator<Item = &'k str>,
    ) {
        if !self.full() {
            let (found, nearest) = (found.to_owned(), nearest(found, known));
            self.push(place, Fault::Reference { kind, found, nearest });
        }
    }

    /// Text is a fault where only these elements may stand, unless it is white space.
    pub(crate) fn text(
        &mut self,
        place: Place,
        parent: &str,
        text: &str,
        expected: &[&'static str],
    ) {
        if !text.trim().is_empty() {
            let (parent, expected) = (parent.to_owned(), expected.to_vec());
            self.push(place, Fault::Text { parent, found: short(text), expected });
        }
    }

    pub(crate) fn full(&self) -> bool {
        self.found.len() >= MAX_FAULTS
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.found.len()
    }

    /// All of them, in the order of the file; some are only seen after those behind them.
    pub(crate) fn into_sorted(mut self) -> Vec<ReadError> {
        self.found.sort_by_key(|error| error.place);
        self.found
    }
}

/// The first characters of a text, for a message.
pub(crate) fn short(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}
