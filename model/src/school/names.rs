//! Names for readers, in up to three languages.

/// What a thing is called; each language may be missing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Names {
    /// In Arabic.
    pub arabic: Option<String>,
    /// In French.
    pub french: Option<String>,
    /// In English.
    pub english: Option<String>,
}

impl Names {
    /// The first name there is, in the order given by the reader's language; none if there is none.
    #[must_use]
    pub fn first<'a>(&'a self, order: [fn(&'a Self) -> Option<&'a str>; 3]) -> Option<&'a str> {
        order.into_iter().find_map(|language| language(self))
    }

    /// The name in Arabic.
    #[must_use]
    pub fn arabic(&self) -> Option<&str> {
        self.arabic.as_deref()
    }

    /// The name in French.
    #[must_use]
    pub fn french(&self) -> Option<&str> {
        self.french.as_deref()
    }

    /// The name in English.
    #[must_use]
    pub fn english(&self) -> Option<&str> {
        self.english.as_deref()
    }
}
