//! Faults of files of other programmes, in words.

use super::{Value, Values, Words};
use crate::error::foreign::ForeignFault;

pub(super) fn foreign_fault(words: &Words, fault: ForeignFault) -> (&'static str, Values) {
    match fault {
        ForeignFault::NoRows { expected } => ("foreign-no-rows", values![expected = expected]),
        ForeignFault::IdTwice { table, found } => {
            ("foreign-id-twice", values![table = table, found = found])
        }
        ForeignFault::Mask { attribute, found, expected } => {
            ("foreign-mask", values![attribute = attribute, found = found, expected = expected])
        }
        ForeignFault::Duration { lesson, found, maximum } => {
            ("foreign-duration", values![lesson = lesson, found = found, expected = maximum])
        }
        ForeignFault::TooMany { lesson, found, maximum } => {
            ("foreign-too-many", values![lesson = lesson, found = found, expected = maximum])
        }
        ForeignFault::Pieces { lesson, found, maximum } => {
            ("foreign-pieces", values![lesson = lesson, found = found, expected = maximum])
        }
        ForeignFault::DoesNotFit { lesson, found } => {
            ("foreign-does-not-fit", values![lesson = lesson, found = found])
        }
        ForeignFault::OtherWeeks { lesson, found, expected } => {
            ("foreign-other-weeks", values![lesson = lesson, found = found, expected = expected])
        }
        ForeignFault::Parts { class, found, maximum } => {
            ("foreign-parts", values![class = class, found = found, expected = maximum])
        }
        ForeignFault::Divisions { class, found, maximum } => {
            ("foreign-divisions", values![class = class, found = found, expected = maximum])
        }
        ForeignFault::Cell { column, found, expected } => {
            let (column, expected) = (words.term(column), words.term(expected));
            ("foreign-cell", values![column = column, found = found, expected = expected])
        }
        ForeignFault::CellRange { column, found, minimum, maximum } => {
            let (column, expected) = (words.term(column), format!("{minimum}..{maximum}"));
            ("foreign-cell-range", values![column = column, found = found, expected = expected])
        }
        ForeignFault::LineEnd { found } => ("foreign-line-end", values![found = found]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;
    use std::collections::BTreeSet;
    use std::path::Path;

    /// The words that the readers of these formats put into faults, as their files have them.
    fn words() -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for folder in ["asc", "untis"] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
            for file in std::fs::read_dir(folder).unwrap() {
                let path = file.unwrap().path();
                if path.ends_with("tests.rs") {
                    continue;
                }
                let text = std::fs::read_to_string(path).unwrap();
                for line in text.lines() {
                    let has = |part: &str| line.contains(part);
                    let is_word = has("Column(")
                        || has(".value(")
                        || has(".unknown(")
                        || has(".named(")
                        || has("kind: \"");
                    // the last text of a line is the word
                    let word = line.rsplit('"').nth(1).filter(|_| is_word);
                    found.extend(word.map(str::to_owned));
                }
            }
        }
        found.extend(["daysdefs", "weeksdefs", "termsdefs"].map(str::to_owned));
        found
    }

    #[test]
    fn every_word_of_a_fault_is_in_all_languages() {
        let words = words();
        for expected in ["class", "classroom", "lesson number", "a name", "at least one 1"] {
            assert!(words.contains(expected), "{expected}: {words:?}");
        }
        for language in [Language::Arabic, Language::French, Language::English] {
            let said = Words::new(language);
            for word in &words {
                let key = format!("term-{}", word.replace(' ', "-"));
                assert!(said.find(&key, &[]).is_some(), "{key} in {language:?}");
            }
        }
    }
}
