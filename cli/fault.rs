//! Faults of a file, each shown in its line: what is wrong, where, and what to do.

use crate::console::Console;
use crate::tool::{TOOL, Tool};
use jadwal_io::error::{Place, ReadError};
use jadwal_io::words::{Said, Words};
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, SourceCode, SourceSpan, SpanContents,
};
use serde::Serialize;
use std::fmt;
use std::io::Write;

/// The most characters of a line that are shown, before and after the fault.
const BEFORE: usize = 60;
const AFTER: usize = 60;

/// The name of the schema.
const FAULTS: &str = "jadwal/faults/1";

/// One fault, in no language yet.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) file: String,
    pub(crate) what: What,
    /// The line in which it is, if one is known.
    pub(crate) source: Option<Excerpt>,
}

/// What is wrong.
#[derive(Debug)]
pub(crate) enum What {
    /// What the reader of the file says.
    Read(ReadError),
    /// A sentence of our own, by the end of its key, and where it is seen.
    Key(&'static str, Place),
}

/// The part of one line around a fault.
#[derive(Debug)]
pub(crate) struct Excerpt {
    text: String,
    /// Bytes of `text` before the fault.
    start: usize,
    /// Bytes of `text` that are meant.
    length: usize,
    place: Place,
}

impl Fault {
    /// A fault that the reader of a file found in its text.
    pub(crate) fn new(file: &str, text: &str, error: ReadError) -> Self {
        let source = excerpt(text, error.place);
        Self { file: file.to_owned(), what: What::Read(error), source }
    }

    /// A fault in a text, by the end of the key of its sentence.
    pub(crate) fn keyed(file: &str, text: &str, key: &'static str, place: Place) -> Self {
        let (what, source) = (What::Key(key, place), excerpt(text, place));
        Self { file: file.to_owned(), what, source }
    }

    fn place(&self) -> Option<Place> {
        let (What::Read(ReadError { place, .. }) | What::Key(_, place)) = &self.what;
        (place.line > 0).then_some(*place)
    }

    /// The sheet and the cell of a workbook in which it is.
    fn sheet(&self) -> Option<(&str, &str)> {
        match &self.what {
            What::Read(error) => error.sheet(),
            What::Key(..) => None,
        }
    }

    fn said(&self, words: &Words) -> Said {
        match &self.what {
            What::Read(error) => words.fault(&error.fault),
            What::Key(key, _) => Said {
                code: (*key).to_owned(),
                message: words.say(&format!("fault-{key}"), &[]),
                hint: words.find(&format!("hint-{key}"), &[]),
                found: None,
                expected: None,
            },
        }
    }
}

/// The line of a place, cut where it is too long to be shown.
fn excerpt(text: &str, place: Place) -> Option<Excerpt> {
    if place.line == 0 || text.is_empty() {
        return None;
    }
    let mut offset = place.offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let (before, after) = text.split_at(offset);
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let before = &before[line..];
    let skipped = before.chars().count().saturating_sub(BEFORE);
    let mut shown: String = before.chars().skip(skipped).map(plain).collect();
    if skipped > 0 {
        shown.insert(0, '…');
    }
    let start = shown.len();
    let rest = after.lines().next().unwrap_or_default();
    let mut letters = rest.char_indices();
    let mut length = 0;
    for (position, letter) in letters.by_ref().take(AFTER) {
        let letter = plain(letter);
        shown.push(letter);
        if position < place.length {
            length += letter.len_utf8();
        }
    }
    if letters.next().is_some() {
        shown.push('…');
    }
    Some(Excerpt { text: shown, start, length, place })
}

/// A character that a terminal may be given.
fn plain(letter: char) -> char {
    if letter.is_control() { ' ' } else { letter }
}

/// Shows all faults on stderr.
pub(crate) fn show(console: &Console, faults: &[Fault]) {
    let theme = if console.colours() {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let handler = GraphicalReportHandler::new_themed(theme).with_links(false).with_context_lines(0);
    for fault in faults {
        let said = fault.said(&console.words);
        let name = match (fault.place(), fault.sheet()) {
            (Some(place), _) => format!("{}:{}:{}", fault.file, place.line, place.column),
            (None, Some((sheet, cell))) => format!("{}: {sheet}!{cell}", fault.file),
            (None, None) => fault.file.clone(),
        };
        let message = format!("{name}: {}", said.message);
        let shown = Shown { message, label: said.expected.clone(), fault };
        let mut text = String::new();
        if handler.render_report(&mut text, &shown).is_err() || fault.source.is_none() {
            text = format!("  × {}\n", shown.message);
        }
        if let Some(hint) = said.hint {
            text.push_str(&format!("    {hint}\n"));
        }
        // Whoever closed stderr does not want to know.
        let _ = writeln!(std::io::stderr().lock(), "{}", text.trim_end());
    }
}

struct Shown<'a> {
    message: String,
    label: Option<String>,
    fault: &'a Fault,
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.fault.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let source = self.fault.source.as_ref()?;
        let label = LabeledSpan::new(self.label.clone(), source.start, source.length);
        Some(Box::new(std::iter::once(label)))
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        _span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let whole = SourceSpan::new(0.into(), self.text.len());
        let (line, column) = (self.place.line - 1, self.place.column.saturating_sub(1));
        let contents = MietteSpanContents::new(self.text.as_bytes(), whole, line, column, 1);
        Ok(Box::new(contents))
    }
}

/// The document that `--json` prints where a command could not go on.
#[derive(Serialize)]
pub(crate) struct Document {
    schema: &'static str,
    tool: Tool,
    status: &'static str,
    faults: Vec<FaultPart>,
}

#[derive(Serialize)]
struct FaultPart {
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    /// Of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    /// Of a workbook, such as `C14`.
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    code: String,
    message: String,
    found: Option<String>,
    expected: Option<String>,
    hint: Option<String>,
}

/// The faults as a document.
pub(crate) fn document(console: &Console, faults: &[Fault]) -> Document {
    let part = |fault: &Fault| {
        let said = fault.said(&console.words);
        FaultPart {
            file: Some(fault.file.clone()),
            line: fault.place().map(|place| place.line),
            column: fault.place().map(|place| place.column),
            sheet: fault.sheet().map(|(sheet, _)| sheet.to_owned()),
            cell: fault.sheet().map(|(_, cell)| cell.to_owned()),
            code: said.code,
            message: said.message,
            found: said.found,
            expected: said.expected,
            hint: said.hint,
        }
    };
    let faults = faults.iter().map(part).collect();
    Document { schema: FAULTS, tool: TOOL, status: "invalid", faults }
}

/// One fault that is not in a file, as a document.
pub(crate) fn sentence(
    status: &'static str,
    code: &str,
    message: String,
    found: Option<&str>,
) -> Document {
    let fault = FaultPart {
        file: None,
        line: None,
        column: None,
        sheet: None,
        cell: None,
        code: code.to_owned(),
        message,
        found: found.filter(|found| !found.is_empty()).map(str::to_owned),
        expected: None,
        hint: None,
    };
    Document { schema: FAULTS, tool: TOOL, status, faults: vec![fault] }
}
