//! Formats, recognised by what is in a file rather than by its name.

use crate::asc;
use crate::fet;
use crate::registers::schema::register;
use crate::xhstt::{ROOT, text};

/// A file format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Format {
    /// See [`crate::xhstt`].
    Xhstt,
    /// See [`crate::school_toml`].
    SchoolToml,
    /// See [`crate::workbook`].
    Workbook,
    /// See [`crate::ctt`].
    Ctt,
    /// See [`crate::fet`].
    Fet,
    /// See [`crate::asc`].
    Asc,
}

/// How a zip archive starts.
const ZIP: &[u8] = b"PK\x03\x04";
/// The folder that a workbook's archive has.
const SHEETS: &[u8] = b"xl/";

/// What a file of aSc has near its start, beside its root.
const ASC: [&str; 4] = ["ascttversion=", "importtype=\"database\"", "<daysdefs", "<periods"];
/// How much of a file says what it is.
const START: usize = 4096;

impl Format {
    /// The format of a file that starts with these bytes; none if it is not one of ours.
    #[must_use]
    pub fn recognise(start: &[u8]) -> Option<Self> {
        if start.starts_with(ZIP) {
            // its names stand anywhere, some only at the end
            let book = start.windows(SHEETS.len()).any(|part| part == SHEETS);
            return book.then_some(Self::Workbook);
        }
        let whole = start;
        let start = &start[..start.len().min(START)];
        let start = text(start);
        let mut rest = start.trim_start_matches('\u{feff}').trim_start();
        if is_ctt(rest) {
            return Some(Self::Ctt);
        }
        if !rest.starts_with('<') {
            // comments of any length may stand before the first register
            return text(whole)
                .trim_start_matches('\u{feff}')
                .lines()
                .any(is_register)
                .then_some(Self::SchoolToml);
        }
        while rest.starts_with("<!") || rest.starts_with("<?") {
            let end = if rest.starts_with("<!--") { "-->" } else { ">" };
            rest = rest.split_once(end)?.1.trim_start();
        }
        let name = rest.strip_prefix('<')?;
        if name.starts_with(ROOT) {
            return Some(Self::Xhstt);
        }
        let is_root = |root| {
            let after = name.strip_prefix(root);
            after
                .is_some_and(|rest: &str| rest.starts_with(|c: char| c.is_whitespace() || c == '>'))
        };
        match () {
            () if is_root(fet::ROOT) => Some(Self::Fet),
            // others call their files so too
            () if is_root(asc::ROOT) && ASC.iter().any(|mark| name.contains(mark)) => {
                Some(Self::Asc)
            }
            () => None,
        }
    }

    /// Its name, as the command line writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Xhstt => "xhstt",
            Self::SchoolToml => "school.toml",
            Self::Workbook => "xlsx",
            Self::Ctt => "ctt",
            Self::Fet => "fet",
            Self::Asc => "asc",
        }
    }
}

/// Whether a text is the head of a file of course timetabling: its name, and what it counts.
fn is_ctt(text: &str) -> bool {
    let begins = |word: &'static str| move |line: &str| line.trim_start().starts_with(word);
    let counts = ["Courses:", "Rooms:", "Days:", "Periods_per_day:"];
    text.lines().next().is_some_and(begins("Name:"))
        && counts.into_iter().any(|word| text.lines().any(begins(word)))
}

/// Whether a line of TOML begins a row of a register.
fn is_register(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim();
    let inside = |open: &str, close: &str| line.strip_prefix(open)?.strip_suffix(close);
    let name = inside("[[", "]]").or_else(|| inside("[", "]"));
    name.is_some_and(|name| register(name.trim()).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_known_by_its_content() {
        let long = format!("{}[school]", "# a long comment\n".repeat(START));
        for (start, expected) in [
            (long.as_str(), Some(Format::SchoolToml)),
            ("<HighSchoolTimetableArchive Id='x'>", Some(Format::Xhstt)),
            (
                "\u{feff}<?xml version='1.0'?>\n<!-- <a> -->\n<HighSchoolTimetableArchive",
                Some(Format::Xhstt),
            ),
            ("# ours\n\n[ school ] # this one\ncode = \"x\"", Some(Format::SchoolToml)),
            ("\u{feff}[school]\r\n", Some(Format::SchoolToml)),
            ("[schools]\n[[schooll]]", None),
            ("[[teacher]]\ncode = \"T\"", Some(Format::SchoolToml)),
            ("<a>\n[school]\n</a>", None),
            ("PK\u{3}\u{4} _rels/.rels xl/workbook.xml", Some(Format::Workbook)),
            ("PK\u{3}\u{4} word/document.xml", None),
            ("xl/ [school]", None),
            ("Name: x\nCourses: 3\n", Some(Format::Ctt)),
            ("\u{feff}\r\nName: x\r\nPeriods_per_day: 5\r\n", Some(Format::Ctt)),
            ("Courses: 3\nName: x", None),
            ("<timetable/>", None),
            ("<timetable><lesson/></timetable>", None),
            ("<timetable ascttversion=\"2021.6.2\">", Some(Format::Asc)),
            ("<?xml version='1.0'?>\n<timetable importtype=\"database\"/>", Some(Format::Asc)),
            ("<!-- x --><timetable>\n<periods>", Some(Format::Asc)),
            ("<timetables ascttversion=\"1\">", None),
            ("\u{feff}<?xml version='1.0'?>\n\n<fet version=\"6.8.5\">", Some(Format::Fet)),
            ("<fetch>", None),
            ("Name: x", None),
            ("", None),
        ] {
            assert_eq!(Format::recognise(start.as_bytes()), expected, "{start}");
        }
    }
}
