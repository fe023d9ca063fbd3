//! A typed finding becomes a sentence, in Arabic, French or English.
//!
//! The sentences stand in `io/locales/`, one folder a language, all with the same keys; they are
//! part of the binary. Codes and numbers stay as they are; in Arabic each is isolated (U+2068 to
//! U+2069), so that it keeps its own direction.

/// The values of a sentence, by name.
type Values = Vec<(&'static str, Value<'static>)>;

// before the files that use it: a macro is known from its place on
macro_rules! values {
    ($($name:ident = $value:expr),* $(,)?) => {
        vec![$((stringify!($name), Value::from($value))),*]
    };
}

mod ctt;
mod faults;
mod fet;
mod foreign;
mod registers;
mod rules;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use jadwal_model::constraint::Point;
use jadwal_model::{Instance, Kind, Violation};
use unic_langid::LanguageIdentifier;

pub use faults::Said;
pub use fluent_bundle::FluentValue as Value;

macro_rules! sources {
    ($($language:literal)*) => {
        [$(concat!(
            include_str!(concat!("../locales/", $language, "/violations.ftl")), "\n",
            include_str!(concat!("../locales/", $language, "/rules.ftl")), "\n",
            include_str!(concat!("../locales/", $language, "/faults.ftl")), "\n",
            include_str!(concat!("../locales/", $language, "/registers.ftl")), "\n",
            include_str!(concat!("../locales/", $language, "/guide.ftl")), "\n",
            include_str!(concat!("../locales/", $language, "/findings.ftl")), "\n",
            include_str!(concat!("../locales/", $language, "/workbook.ftl")), "\n",
            include_str!(concat!("../locales/", $language, "/commands.ftl")), "\n",
            include_str!(concat!("../locales/", $language, "/sheets.ftl")), "\n",
            include_str!(concat!("../locales/", $language, "/help.ftl")),
        ),)*]
    };
}

const SOURCES: [&str; 3] = sources!("ar" "fr" "en");

/// A language in which we speak.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// Arabic.
    Arabic,
    /// French.
    French,
    /// English.
    #[default]
    English,
}

impl Language {
    /// The language of a code such as `ar`, `fr_FR.UTF-8` or `en-GB`.
    #[must_use]
    pub fn by_code(code: &str) -> Option<Self> {
        match code.split(['_', '-', '.']).next()? {
            "ar" => Some(Self::Arabic),
            "fr" => Some(Self::French),
            "en" | "C" | "POSIX" => Some(Self::English),
            _ => None,
        }
    }

    /// Its code of two letters.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub const fn right_to_left(self) -> bool {
        matches!(self, Self::Arabic)
    }
}

/// All sentences in one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Words {
    /// The sentences in this language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let locale: LanguageIdentifier =
            language.code().parse().expect("two letters are a language");
        let source = SOURCES[language as usize].to_owned();
        let resource = match FluentResource::try_new(source) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(language.right_to_left());
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// The language spoken.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The sentence under a key, with its values; none if there is no such key.
    #[must_use]
    pub fn find(&self, key: &str, values: &[(&'static str, Value<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let args: FluentArgs<'_> =
            values.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    }

    /// The sentence under a key, with its values; the key itself if there is no such sentence.
    #[must_use]
    pub fn say(&self, key: &str, values: &[(&'static str, Value<'_>)]) -> String {
        self.find(key, values).unwrap_or_else(|| key.to_owned())
    }

    /// Text that keeps its own direction: isolated in Arabic, as it is elsewhere.
    #[must_use]
    pub fn isolate(&self, text: &str) -> String {
        match self.language {
            Language::Arabic => format!("\u{2068}{text}\u{2069}"),
            Language::French | Language::English => text.to_owned(),
        }
    }

    /// What a constraint speaks of, by codes.
    #[must_use]
    pub fn point(&self, instance: &Instance, point: Point) -> String {
        let facts = &instance.facts;
        let event = |id| Value::from(facts.events[id].code.as_str());
        match point {
            Point::Event(id) => self.say("who-event", &[("event", event(id))]),
            Point::EventResource(id, role) => {
                let role = facts.events[id].resources[role].role.as_deref().unwrap_or_default();
                self.say("who-role", &[("event", event(id)), ("role", role.into())])
            }
            Point::EventGroup(id) => {
                let group = facts.event_groups[id].code.as_str();
                self.say("who-group", &[("group", group.into())])
            }
            Point::EventPair(first, second) => {
                self.say("who-pair", &[("first", event(first)), ("second", event(second))])
            }
            Point::EventGroupPair(first, second) => {
                let code = |id| Value::from(facts.event_groups[id].code.as_str());
                self.say("who-groups", &[("first", code(first)), ("second", code(second))])
            }
            Point::EventGroupTriple(first, second, third) => {
                let code = |id| Value::from(facts.event_groups[id].code.as_str());
                let (first, second) = (code(first), code(second));
                let third = ("third", code(third));
                self.say("who-three-groups", &[("first", first), ("second", second), third])
            }
            Point::Resource(id) => {
                let resource = &facts.resources[id];
                let kind = facts.resource_types[resource.resource_type].name.as_str();
                let code = resource.code.as_str();
                self.say("who-resource", &[("type", kind.into()), ("resource", code.into())])
            }
        }
    }

    /// What a violation says: who or what, by how much, and the constraint.
    #[must_use]
    pub fn violation(&self, instance: &Instance, violation: &Violation) -> String {
        let constraint = &instance.constraints[violation.constraint];
        let mut values = vec![
            ("who", Value::from(self.point(instance, violation.point))),
            ("n", violation.deviation.into()),
        ];
        if let Kind::DistributeSplitEvents(kind) = &constraint.kind {
            values.push(("duration", kind.duration.into()));
        }
        let sentence = self.say(&format!("violation-{}", constraint.kind.name()), &values);
        self.say(
            "violation-line",
            &[
                ("sentence", sentence.into()),
                ("constraint", constraint.name.as_str().into()),
                ("code", constraint.code.as_str().into()),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::SOURCES;
    use std::collections::BTreeSet;

    #[test]
    fn no_sentence_covers_another() {
        for source in SOURCES {
            let mut seen = BTreeSet::new();
            let keys = source.lines().filter(|line| line.starts_with(char::is_alphabetic));
            for key in keys.filter_map(|line| line.split_once(" =").map(|(key, _)| key)) {
                assert!(seen.insert(key), "`{key}` is said twice");
            }
        }
    }
}
