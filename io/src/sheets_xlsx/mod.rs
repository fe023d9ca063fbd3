//! A timetable as a workbook: all classes, all teachers, all rooms, then a sheet for each class.
//!
//! It draws the same sheets as HTML does, and is for looking, printing and pasting: nothing reads it
//! back into a school. In Arabic its sheets run from right to left.

mod look;
mod table;

#[cfg(test)]
mod tests;

use crate::sheet::{Printed, Sheet, Sheets, Summary};
use crate::words::{Language, Words};
use crate::workbook::undated;
use look::Looks;
use rust_xlsxwriter::{Workbook, XlsxError};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// The most letters that the name of a sheet may have.
const MAX_NAME: usize = 31;

/// Writes the sheets of a timetable as one workbook.
///
/// # Errors
/// What the writer reports, or a school with more columns than a sheet takes.
pub fn write(printed: &Printed<'_>, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::new(language);
    let bytes = workbook(printed, &words).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn workbook(printed: &Printed<'_>, words: &Words) -> Result<Vec<u8>, XlsxError> {
    let sheets = Sheets::new(*printed, words);
    let classes = printed.school.classes.ids().map(|id| sheets.class(id));
    let mut all = sheets.overviews();
    all.extend(classes);
    let mut book = Workbook::new();
    book.set_properties(&undated()?);
    let mut names = Names::default();
    let mut looks = Looks::new(words.language());
    for sheet in &all {
        let page = book.add_worksheet();
        page.set_name(names.name(name(sheet)))?;
        page.set_right_to_left(words.language().right_to_left());
        table::write(page, printed.school, sheet, words, &mut looks)?;
    }
    if let Some(summary) = printed.summary {
        let page = book.add_worksheet();
        page.set_name(names.name(&words.say("sheets-summary", &[])))?;
        page.set_right_to_left(words.language().right_to_left());
        findings(page, summary, &looks)?;
    }
    book.save_to_buffer()
}

fn name(sheet: &Sheet) -> &str {
    if sheet.kind.is_overview() { &sheet.title } else { &sheet.label.text }
}

fn findings(
    page: &mut rust_xlsxwriter::Worksheet,
    summary: &Summary,
    looks: &Looks,
) -> Result<(), XlsxError> {
    page.set_column_width(0, 70)?.set_column_width(1, 24)?;
    page.write_string_with_format(0, 0, &summary.title, &looks.title)?;
    for (row, (sentence, figure)) in (2..).zip(&summary.lines) {
        page.write_string_with_format(row, 0, sentence, &looks.note)?;
        page.write_string_with_format(row, 1, figure, &looks.note)?;
    }
    Ok(())
}

/// The names that sheets have so far, as spreadsheets compare them.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Names {
    /// The name wanted, or what is nearest to it and allowed: short, plain and not taken.
    fn name(&mut self, wanted: &str) -> String {
        let plain = wanted.replace(['[', ']', ':', '*', '?', '/', '\\'], " ");
        let plain = plain.trim_matches(|letter: char| letter == '\'' || letter.is_whitespace());
        let mut number = 1;
        loop {
            let end = if number == 1 { String::new() } else { format!(" ({number})") };
            let room = MAX_NAME - end.chars().count();
            let mut units = 0;
            // their length is counted in units of UTF-16
            let start = plain.chars().take_while(|letter| {
                units += letter.len_utf16();
                units <= room
            });
            let name = start.collect::<String>() + &end;
            let reserved = name.is_empty() || name.eq_ignore_ascii_case("history");
            if !reserved && self.0.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}
