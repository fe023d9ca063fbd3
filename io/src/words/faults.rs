//! Faults of a file, in words.

use super::ctt::ctt_fault;
use super::fet::fet_fault;
use super::foreign::foreign_fault;
use super::{Value, Values, Words};
use crate::error::Fault;
use jadwal_model::builder::{MAX_CELLS, MAX_NUMBER, MAX_TIMES};
use jadwal_model::{InstanceError, SolutionError};
use std::io::ErrorKind;

/// A fault in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// The key of its sentence: the same in all languages.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What the reader may do about it.
    pub hint: Option<String>,
    /// What was found, where the fault is about one value.
    pub found: Option<String>,
    /// What was expected in its place.
    pub expected: Option<String>,
}

impl Words {
    /// What a fault of a file says, and what to do about it.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> Said {
        let (code, values) = self.sentence(fault);
        let text = |wanted: &str| {
            let value = values.iter().find(|(name, _)| *name == wanted)?;
            Some(match &value.1 {
                Value::String(text) => text.to_string(),
                Value::Number(number) => number.as_string().into_owned(),
                _ => return None,
            })
        };
        let nearest = if text("nearest").is_some() { "-nearest" } else { "" };
        Said {
            message: self.say(&format!("fault-{code}"), &values),
            hint: self.find(&format!("hint-{code}{nearest}"), &values),
            found: text("found"),
            expected: text("expected"),
            code: code.to_owned(),
        }
    }

    /// A word of a format, such as `time group` or `a whole number`, in this language.
    pub(super) fn term(&self, text: &str) -> String {
        let key = text.replace(' ', "-").replace('`', "");
        self.find(&format!("term-{key}"), &[]).unwrap_or_else(|| text.to_owned())
    }

    /// Texts one after another, with the commas of the language.
    #[must_use]
    pub fn joined(&self, texts: &[String]) -> String {
        texts.join(&format!("{} ", self.say("list-comma", &[])))
    }

    /// Names, each isolated, the last after "or".
    pub(super) fn list<S: AsRef<str>>(&self, names: &[S]) -> String {
        let names: Vec<String> = names.iter().map(|name| self.isolate(name.as_ref())).collect();
        match names.split_last() {
            None => self.say("list-none", &[]),
            Some((last, [])) => last.clone(),
            Some((last, others)) => {
                format!("{} {} {last}", self.joined(others), self.say("list-or", &[]))
            }
        }
    }

    fn sentence(&self, fault: &Fault) -> (&'static str, Values) {
        match fault.clone() {
            Fault::Io { kind: ErrorKind::NotFound } => ("not-found", values![]),
            Fault::Io { kind: ErrorKind::PermissionDenied } => ("not-allowed", values![]),
            Fault::Io { kind } => ("io", values![found = kind.to_string()]),
            Fault::Encoding { found } => ("encoding", values![found = found]),
            Fault::NotUtf8 { byte } => ("not-utf8", values![found = format!("{byte:#04x}")]),
            Fault::Control { code } => ("control", values![found = format!("{code:#04x}")]),
            Fault::Empty { expected } => ("empty", values![expected = expected]),
            Fault::Root { found, expected } => {
                ("root", values![found = found, expected = expected])
            }
            Fault::Unclosed { element } => ("unclosed", values![expected = element]),
            Fault::Mismatched { found, expected } => {
                ("mismatched", values![found = found, expected = expected])
            }
            Fault::AfterEnd { found } => ("after-end", values![found = found]),
            Fault::Markup { reason } => ("markup", values![found = reason]),
            Fault::Entity { name } => ("entity", values![found = name]),
            Fault::TooLong { maximum } => ("too-long", values![maximum = maximum]),
            Fault::TooMany { element, maximum } => {
                ("too-many", values![element = element, maximum = maximum])
            }
            Fault::TooDeep { maximum } => ("too-deep", values![maximum = maximum]),
            Fault::Element { parent, found, expected } => {
                let expected = self.list(&expected);
                ("element", values![parent = parent, found = found, expected = expected])
            }
            Fault::Twice { parent, element } => {
                ("twice", values![parent = parent, found = element])
            }
            Fault::Text { parent, found, expected } => {
                let expected = self.list(&expected);
                ("text", values![parent = parent, found = found, expected = expected])
            }
            Fault::MissingElement { parent, element } => {
                ("missing-element", values![parent = parent, expected = element])
            }
            Fault::MissingAttribute { element, attribute } => {
                ("missing-attribute", values![element = element, expected = attribute])
            }
            Fault::Value { element, found, expected } => {
                let expected = self.term(expected);
                ("value", values![element = element, found = found, expected = expected])
            }
            Fault::Range { element, found, minimum, maximum } => {
                let expected = format!("{minimum}..{maximum}");
                ("range", values![element = element, found = found, expected = expected])
            }
            Fault::Reference { kind, found, nearest } => {
                let mut values = values![kind = self.term(kind), found = found];
                values.extend(nearest.map(|nearest| ("nearest", Value::from(nearest))));
                ("reference", values)
            }
            Fault::Role { event, found, expected } => {
                let expected = self.list(&expected);
                ("role", values![event = event, found = found, expected = expected])
            }
            Fault::RoleTwice { event, role } => {
                ("role-twice", values![event = event, found = role])
            }
            Fault::NoRole { event, resource } => {
                ("no-role", values![event = event, found = resource])
            }
            Fault::Instance { found, known } => {
                ("instance", values![found = found, expected = self.list(&known)])
            }
            Fault::OtherFacts { instance } => ("other-facts", values![found = instance]),
            Fault::InSheet { fault, .. } => self.sentence(&fault),
            Fault::Ctt(fault) => ctt_fault(fault),
            Fault::Fet(fault) => fet_fault(fault),
            Fault::Foreign(fault) => foreign_fault(self, fault),
            Fault::Register(fault) => self.register_fault(fault),
            Fault::Invalid(error) => self.invalid(error),
            Fault::Unfit(error) => unfit(error),
        }
    }

    fn invalid(&self, error: InstanceError) -> (&'static str, Values) {
        match error {
            InstanceError::EmptyCode { kind } => {
                ("invalid-empty-code", values![kind = self.term(kind)])
            }
            InstanceError::Duplicate { kind, code } => {
                ("invalid-duplicate", values![kind = self.term(kind), found = code])
            }
            InstanceError::NoTimes { instance } => {
                ("invalid-no-times", values![instance = instance])
            }
            InstanceError::TooManyTimes { instance, found } => {
                let expected = format!("1..{MAX_TIMES}");
                let values = values![instance = instance, found = found, expected = expected];
                ("invalid-too-many-times", values)
            }
            InstanceError::TooLarge { instance, times, resources } => {
                let (found, expected) = (format!("{times} × {resources}"), MAX_CELLS.to_string());
                let values = values![instance = instance, found = found, expected = expected];
                ("invalid-too-large", values)
            }
            InstanceError::Measures { constraint, found, expected } => (
                "invalid-measures",
                values![constraint = constraint, found = found, expected = expected],
            ),
            InstanceError::Duration { event, found, maximum } => {
                let expected = format!("1..{maximum}");
                ("invalid-duration", values![event = event, found = found, expected = expected])
            }
            InstanceError::PastEnd { event, time, duration } => {
                ("invalid-past-end", values![event = event, found = time, duration = duration])
            }
            InstanceError::RoleTwice { event, role } => {
                ("invalid-role-twice", values![event = event, found = role])
            }
            InstanceError::RoleMissing { event, resource_type } => {
                ("invalid-role-missing", values![event = event, kind = resource_type])
            }
            InstanceError::ResourceType { owner, resource, found, expected } => (
                "invalid-resource-type",
                values![owner = owner, resource = resource, found = found, expected = expected],
            ),
            InstanceError::Range { constraint, minimum, maximum } => (
                "invalid-range",
                values![constraint = constraint, minimum = minimum, maximum = maximum],
            ),
            InstanceError::Number { owner, what, found } => {
                let (what, expected) = (self.term(what), format!("0..{MAX_NUMBER}"));
                let values =
                    values![owner = owner, what = what, found = found, expected = expected];
                ("invalid-number", values)
            }
            InstanceError::WorkloadUnits { event } => {
                ("invalid-workload-units", values![event = event])
            }
        }
    }
}

fn unfit(error: SolutionError) -> (&'static str, Values) {
    match error {
        SolutionError::Duration { event, found, expected } => {
            ("unfit-duration", values![event = event, found = found, expected = expected])
        }
        SolutionError::Empty { event } => ("unfit-empty", values![event = event]),
        SolutionError::PastEnd { event, time, duration } => {
            ("unfit-past-end", values![event = event, found = time, duration = duration])
        }
        SolutionError::Time { event, found, expected } => {
            ("unfit-time", values![event = event, found = found, expected = expected])
        }
        SolutionError::Preassigned { event, found, expected } => {
            ("unfit-preassigned", values![event = event, found = found, expected = expected])
        }
        SolutionError::ResourceType { event, role, resource, expected } => (
            "unfit-resource-type",
            values![event = event, role = role, found = resource, expected = expected],
        ),
    }
}
