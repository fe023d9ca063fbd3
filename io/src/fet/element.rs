//! The elements of a file: all of them, word for word, whether we know them or not.

use crate::error::Place;
use crate::xhstt::element as scanned;

/// An element with all that is inside it. Two are equal if they say the same, wherever they stand.
#[derive(Clone, Debug)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// Its attributes, in their order.
    pub attributes: Vec<(String, String)>,
    /// Its text; where it has elements inside, the text beside them.
    pub text: String,
    /// The elements inside, in their order.
    pub children: Vec<Element>,
    /// Where it starts.
    pub place: Place,
}

impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
            && self.attributes == other.attributes
            && self.text == other.text
            && self.children == other.children
    }
}

impl Eq for Element {}

impl Element {
    /// An element with text, which stands in no file yet.
    #[must_use]
    pub fn new(name: &str, text: &str) -> Self {
        Self {
            name: name.to_owned(),
            attributes: Vec::new(),
            text: text.to_owned(),
            children: Vec::new(),
            place: Place::NOWHERE,
        }
    }

    /// An element with elements inside, which stands in no file yet.
    #[must_use]
    pub fn of(name: &str, children: Vec<Self>) -> Self {
        Self { children, ..Self::new(name, "") }
    }

    /// The first element inside of this name.
    #[must_use]
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All elements inside of this name, in their order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The value of an attribute, without space around it; empty where there is none.
    #[must_use]
    pub fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value.trim())
    }

    /// The text of the first element inside of this name; none if there is no such element.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.child(name).map(|child| child.text.as_str())
    }

    /// The texts of all elements inside of this name.
    pub fn texts<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.all(name).map(|child| child.text.as_str())
    }

    /// The number of the first element inside of this name; none if there is none, or no number.
    #[must_use]
    pub fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.text(name)?.trim().parse().ok()
    }

    /// The numbers of all elements inside of this name; what is no number is passed over.
    pub fn numbers<'a, N: std::str::FromStr + 'a>(
        &'a self,
        name: &'a str,
    ) -> impl Iterator<Item = N> + 'a {
        self.texts(name).filter_map(|text| text.trim().parse().ok())
    }

    /// Whether the first element inside of this name says so; `otherwise` where there is none.
    #[must_use]
    pub fn flag(&self, name: &str, otherwise: bool) -> bool {
        match self.text(name).map(str::trim) {
            Some("true" | "yes" | "1") => true,
            Some("false" | "no" | "0") => false,
            _ => otherwise,
        }
    }
}

impl From<scanned::Element> for Element {
    fn from(element: scanned::Element) -> Self {
        let scanned::Element { name, attributes, text, children, place } = element;
        let children: Vec<Self> = children.into_iter().map(Self::from).collect();
        // between elements white space only sets them out
        let blank = !children.is_empty() && text.trim().is_empty();
        let text = if blank { String::new() } else { text };
        Self { name, attributes, text, children, place }
    }
}
