//! Codes that have to be different, made of names that need not be.

use std::collections::BTreeSet;

/// The codes of one or several registers.
#[derive(Default)]
pub(crate) struct Codes {
    taken: BTreeSet<String>,
}

impl Codes {
    /// The first of these names that says something and is free; else the first one with a number.
    pub(crate) fn take(&mut self, names: &[&str]) -> String {
        let said = || names.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
        let first = said().next().unwrap_or("?");
        let numbered = (2..).map(|number| format!("{first} {number}"));
        let mut all = said().map(str::to_owned).chain([first.to_owned()]).chain(numbered);
        let code = all.find(|code| !self.taken.contains(code)).unwrap_or_default();
        self.taken.insert(code.clone());
        code
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_different() {
        let mut codes = Codes::default();
        for (names, expected) in [
            (&["Ma", "Maths"][..], "Ma"),
            (&["Ma", "Maths"], "Maths"),
            (&["Ma", "Maths"], "Ma 2"),
            (&["", " Art "], "Art"),
            (&["", ""], "?"),
            (&[], "? 2"),
        ] {
            assert_eq!(codes.take(names), expected);
        }
    }
}
