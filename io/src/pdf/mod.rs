//! The sheets of a timetable as PDF, set by Typst: A4 for one class, teacher or room, A3 for all of them.
//!
//! The template is `sheets.typ`, beside this file; it reads the sheets as JSON. The fonts are part of
//! the binary, so the same timetable gives the same bytes everywhere.

mod data;

#[cfg(test)]
mod tests;

use crate::sheet::{Printed, Sheet, Sheets};
use crate::words::{Language, Words};
use jadwal_model::school::School;
use std::io::{self, Write};
use thiserror::Error;
use typst::foundations::{Dict, IntoValue};
use typst_as_lib::TypstEngine;
use typst_pdf::PdfOptions;

const TEMPLATE: &str = include_str!("sheets.typ");
const FONTS: [&[u8]; 4] = [
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansArabic-Bold.ttf"),
];

/// Why there is no PDF.
#[derive(Debug, Error)]
pub enum PdfError {
    /// Typst refused the sheets: a fault of ours.
    #[error("the sheets cannot be set: {reason}")]
    Set {
        /// What Typst says.
        reason: String,
    },
    /// The writer failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Writes all sheets of a timetable.
///
/// # Errors
/// The sheets cannot be set, or the writer fails.
pub fn write(
    printed: &Printed<'_>,
    language: Language,
    out: &mut dyn Write,
) -> Result<(), PdfError> {
    let words = Words::new(language);
    let sheets = Sheets::new(*printed, &words).all();
    write_sheets(printed.school, &sheets, &words, out)
}

/// Writes some sheets, each on its own page. An overview without rows is left out.
///
/// # Errors
/// The sheets cannot be set, or the writer fails.
pub fn write_sheets(
    school: &School,
    sheets: &[Sheet],
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), PdfError> {
    let set = |reason: String| PdfError::Set { reason };
    let data = data::document(school, sheets, words).to_string();
    let mut inputs = Dict::new();
    inputs.insert("data".into(), data.into_value());
    let engine = TypstEngine::builder().main_file(TEMPLATE).fonts(FONTS).build();
    let document = engine.compile_with_input(inputs).output;
    let document = document.map_err(|error| set(format!("{error:?}")))?;
    let pdf = typst_pdf::pdf(&document, &PdfOptions::default())
        .map_err(|errors| set(format!("{errors:?}")))?;
    Ok(out.write_all(&pdf)?)
}
