//! How a command ends: its exit code, and what is shown when it cannot go on.

use crate::console::Console;
use crate::fault::{self, Fault};
use jadwal_solver::SolveError;
use std::process::ExitCode;

/// Why a command ended; each is one exit code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum End {
    /// Everything is as it should be.
    Done = 0,
    /// We are wrong, or the machine is.
    Internal = 1,
    /// The command line is wrong.
    Usage = 2,
    /// The input is not valid.
    Invalid = 3,
    /// No timetable without hard violations exists.
    Impossible = 10,
    /// A limit was reached and hard violations remain.
    Incomplete = 11,
    /// A limit was reached before anything was placed.
    Nothing = 12,
    /// A hard rule is broken, or there is a warning and none may be.
    Broken = 13,
    /// Something got worse, or a claim is false.
    Regression = 20,
    /// Stopped by Ctrl-C.
    Interrupted = 130,
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        Self::from(end as u8)
    }
}

/// Why a command could not go on.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command was used wrongly: the key of the sentence, what was meant, what was found.
    Usage { key: &'static str, what: String, found: String },
    /// The input is not valid.
    Invalid(Vec<Fault>),
    /// Writing or something else of the system failed.
    System(std::io::Error),
}

impl From<SolveError> for Failure {
    fn from(error: SolveError) -> Self {
        match error {
            SolveError::Setting { name, found, minimum, maximum } => {
                Self::usage("setting", name, &format!("{found} ({minimum}..{maximum})"))
            }
            SolveError::TooManyTimes { found, maximum } => {
                Self::usage("too-many-times", &maximum.to_string(), &found.to_string())
            }
        }
    }
}

impl Failure {
    pub(crate) fn usage(key: &'static str, what: &str, found: &str) -> Self {
        Self::Usage { key, what: what.to_owned(), found: found.to_owned() }
    }

    /// Shows the failure and gives the exit code. With `json`, the one document on stdout says it.
    pub(crate) fn report(&self, console: &Console, json: bool) -> End {
        let (end, document) = match self {
            Self::Usage { key, what, found } => {
                let values = [("what", what.as_str().into()), ("found", found.as_str().into())];
                let message = console.words.say(key, &values);
                console.error(&message);
                (End::Usage, fault::sentence("usage", key, message, Some(found)))
            }
            Self::Invalid(faults) => {
                fault::show(console, faults);
                (End::Invalid, fault::document(console, faults))
            }
            // Whoever read our output has left: there is nobody to tell.
            Self::System(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {
                return End::Internal;
            }
            Self::System(error) => {
                let found = error.to_string();
                let message = console.words.say("system-error", &[("found", found.clone().into())]);
                console.error(&message);
                (End::Internal, fault::sentence("internal", "system-error", message, Some(&found)))
            }
        };
        if json {
            // The exit code says it even where stdout is closed.
            let _ = console.json(&document);
        }
        end
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::System(error)
    }
}
