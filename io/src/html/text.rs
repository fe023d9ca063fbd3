//! Pieces of HTML: escaped text, and text that keeps its own direction.

use crate::sheet::Entry;
use crate::sheet::names::Label;
use crate::words::Words;
use jadwal_model::school::ClockRange;

/// A document that grows.
pub(super) struct Html<'a> {
    words: &'a Words,
    text: String,
}

impl<'a> Html<'a> {
    pub(super) const fn new(words: &'a Words) -> Self {
        Self { words, text: String::new() }
    }

    /// Adds markup.
    pub(super) fn push(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// What has been written.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) const fn words(&self) -> &'a Words {
        self.words
    }

    /// A sentence, ready to stand in markup.
    pub(super) fn say(&self, key: &str) -> String {
        escaped(&self.words.say(key, &[]))
    }

    /// The lessons that stand nowhere.
    pub(super) fn unplaced(&mut self, entries: &[Entry]) {
        if entries.is_empty() {
            return;
        }
        self.push(&format!(
            "<div class=\"unplaced\"><h3>{}</h3><ul>\n",
            self.say("sheet-unplaced")
        ));
        for entry in entries {
            let length = self.words.say("sheet-length", &[("n", entry.length.into())]);
            let who = entry.audience().chain(&entry.teachers).map(label);
            let who: Vec<String> = who.collect();
            self.push(&format!(
                "<li class=\"lesson s{}\" data-lesson=\"{}\"><b>{}</b> {} <small>{}</small></li>\n",
                entry.subject_index,
                entry.lesson,
                label(&entry.subject),
                who.join(" · "),
                escaped(&length)
            ));
        }
        self.push("</ul></div>\n");
    }
}

/// Text as it may stand in an element or an attribute. XML knows no control characters.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            control if control.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A name, in its own direction.
pub(super) fn isolated(name: &str) -> String {
    format!("<bdi>{}</bdi>", escaped(name))
}

/// A code, from left to right; it may break after a hyphen or a slash.
pub(super) fn code(code: &str) -> String {
    let pieces: Vec<String> = code.split_inclusive(['-', '/']).map(escaped).collect();
    let breakable = pieces.join("<wbr/>");
    format!("<bdi dir=\"ltr\">{breakable}</bdi>")
}

/// A name or a code.
pub(super) fn label(label: &Label) -> String {
    if label.is_code { code(&label.text) } else { isolated(&label.text) }
}

/// Clock times, from left to right.
pub(super) fn clock(range: ClockRange) -> String {
    format!("<bdi dir=\"ltr\">{}–{}</bdi>", range.from, range.until)
}
