//! A plain text as lines of words, each with its place.

use crate::error::ctt::CttFault;
use crate::error::{Fault, MAX_FAULTS, Place, ReadError};
use jadwal_model::nearest::nearest;
use std::collections::BTreeMap;

/// A word and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) place: Place,
}

/// The words of a line; at least one.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub(super) words: Vec<Word<'a>>,
    /// From its first word to its end.
    pub(super) text: Word<'a>,
}

/// The lines of a file that are not blank, and where the file ends.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    pub(super) lines: Vec<Line<'a>>,
    pub(super) end: Place,
}

/// The faults found so far.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<ReadError>);

impl Faults {
    pub(super) fn push(&mut self, place: Place, fault: impl Into<Fault>) {
        self.0.push(ReadError { place, fault: fault.into() });
    }

    /// All of them in the order of the file, unless there are none.
    pub(super) fn into_result(mut self) -> Result<(), Vec<ReadError>> {
        self.0.sort_by_key(|error| error.place);
        self.0.truncate(MAX_FAULTS);
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }

    /// A line has other words than these.
    pub(super) fn words(&mut self, line: &Line<'_>, expected: &'static str) {
        self.push(line.text.place, CttFault::Words { found: line.words.len(), expected });
    }

    /// What a word names among those that are known.
    pub(super) fn find<T: Copy>(
        &mut self,
        kind: &'static str,
        known: &BTreeMap<&str, T>,
        word: Word<'_>,
    ) -> Option<T> {
        let named = known.get(word.text).copied();
        if named.is_none() {
            let nearest = nearest(word.text, known.keys().copied());
            let found = word.text.to_owned();
            self.push(word.place, Fault::Reference { kind, found, nearest });
        }
        named
    }

    /// A whole number within a range.
    pub(super) fn number(
        &mut self,
        what: &str,
        word: Word<'_>,
        minimum: i64,
        maximum: i64,
    ) -> Option<i64> {
        let (element, found) = (what.to_owned(), word.text);
        let Ok(number) = found.parse::<i64>() else {
            let found = found.chars().take(40).collect();
            self.push(word.place, Fault::Value { element, found, expected: "a whole number" });
            return None;
        };
        if (minimum..=maximum).contains(&number) {
            return Some(number);
        }
        self.push(word.place, Fault::Range { element, found: number, minimum, maximum });
        None
    }
}

/// The lines of a text in UTF-8.
pub(super) fn lines<'a>(bytes: &'a [u8], faults: &mut Faults) -> Lines<'a> {
    let (text, wrong) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let (text, rest) = bytes.split_at(error.valid_up_to());
            (std::str::from_utf8(text).unwrap_or_default(), rest.first().copied())
        }
    };
    let (body, mark) = match text.strip_prefix('\u{feff}') {
        Some(body) => (body, text.len() - body.len()),
        None => (text, 0),
    };
    let mut all =
        Lines { lines: Vec::new(), end: Place { line: 1, column: 1, offset: mark, length: 0 } };
    for (number, whole) in body.split_inclusive('\n').enumerate() {
        let start = Place { line: number + 1, column: 1, offset: all.end.offset, length: 0 };
        let text = whole.trim_end();
        let at = |offset: usize, length: usize| Place {
            column: whole[..offset].chars().count() + 1,
            offset: start.offset + offset,
            length,
            ..start
        };
        if let Some((offset, code)) =
            text.char_indices().find(|&(_, c)| c.is_control() && c != '\t')
        {
            faults.push(at(offset, code.len_utf8()), Fault::Control { code: code.into() });
        }
        all.end = match whole.strip_suffix('\n') {
            Some(_) => Place { line: start.line + 1, offset: start.offset + whole.len(), ..start },
            None => at(whole.len(), 0),
        };
        let mut words = Vec::new();
        let mut next = 0;
        for word in text.split_whitespace() {
            let offset = next + text[next..].find(word).unwrap_or_default();
            words.push(Word { text: word, place: at(offset, word.len()) });
            next = offset + word.len();
        }
        if let Some(first) = words.first() {
            let offset = first.place.offset - start.offset;
            let text = Word { text: &text[offset..], place: at(offset, text.len() - offset) };
            all.lines.push(Line { words, text });
        }
    }
    if let Some(byte) = wrong {
        faults.push(Place { length: 1, ..all.end }, Fault::NotUtf8 { byte });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_places() {
        let mut faults = Faults::default();
        let all = lines("\u{feff}a  é\tb \r\n\n  c".as_bytes(), &mut faults);
        let places: Vec<_> = all
            .lines
            .iter()
            .flat_map(|line| &line.words)
            .map(|w| (w.text, w.place.line, w.place.column, w.place.offset, w.place.length))
            .collect();
        assert_eq!(
            places,
            [("a", 1, 1, 3, 1), ("é", 1, 4, 6, 2), ("b", 1, 6, 9, 1), ("c", 3, 3, 16, 1)]
        );
        assert_eq!(all.lines[0].text.text, "a  é\tb");
        assert_eq!((all.end.line, all.end.column, all.end.offset), (3, 4, 17));
        assert_eq!(faults.into_result(), Ok(()));
    }
}
