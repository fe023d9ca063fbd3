//! Where a command writes: data on stdout, messages on stderr, in one language.

use jadwal_io::words::{Value, Words};
use serde::Serialize;
use std::io::{IsTerminal, Result, Write};

/// Writes for one reader.
#[derive(Debug)]
pub(crate) struct Console {
    /// The sentences of the reader's language.
    pub(crate) words: Words,
    /// Whether what a person reads goes to stderr, because stdout carries data.
    pub(crate) data_on_stdout: bool,
}

impl Console {
    /// Writes one line for a person.
    pub(crate) fn line(&self, text: &str) -> Result<()> {
        if self.data_on_stdout {
            writeln!(std::io::stderr().lock(), "{text}")
        } else {
            writeln!(std::io::stdout().lock(), "{text}")
        }
    }

    /// Writes one sentence for a person.
    pub(crate) fn say(&self, key: &str, values: &[(&'static str, Value<'_>)]) -> Result<()> {
        self.line(&self.words.say(key, values))
    }

    /// Writes a message on stderr; whoever closed stderr does not want to know.
    pub(crate) fn error(&self, text: &str) {
        let _ = writeln!(std::io::stderr().lock(), "jadwal: {text}");
    }

    /// Writes one JSON document on stdout.
    pub(crate) fn json(&self, document: &impl Serialize) -> Result<()> {
        let mut text = serde_json::to_string_pretty(document)?;
        text.push('\n');
        std::io::stdout().lock().write_all(text.as_bytes())
    }

    /// Whether messages may have colours.
    pub(crate) fn colours(&self) -> bool {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        wanted && std::io::stderr().is_terminal()
    }
}
