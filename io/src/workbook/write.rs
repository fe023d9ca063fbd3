//! A school becomes sheets: headings that stay in view, drop-down lists, widths.

use super::help;
use crate::registers::grid::{cells, choices};
use crate::registers::raw::{Row, Value};
use crate::registers::schema::{Field, FieldKind, fields};
use crate::registers::write::write as rows;
use crate::school_toml;
use crate::words::Words;
use jadwal_model::school::fault::Register;
use jadwal_model::school::school::School;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format,
    FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};
use std::io::{self, Write};

/// Drop-down lists reach down to this row.
const LAST_ROW: u32 = 2000;
/// The most that a sheet's name may have.
const MAX_NAME: usize = 31;

/// Writes a school, with names and headings in the reader's language.
///
/// # Errors
/// The output takes no more bytes, or a sheet does not take so many rows.
pub fn write(school: &School, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let bytes = workbook(&rows(school), words).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

/// Writes a workbook to fill: a small school as an example, and how to go about it.
///
/// # Errors
/// The output takes no more bytes.
pub fn template(words: &Words, out: &mut dyn Write) -> io::Result<()> {
    write(&example(), words, out)
}

pub(super) fn example() -> School {
    school_toml::read(include_bytes!("example.toml")).unwrap_or_default()
}

fn workbook(rows: &[Row], words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&undated()?);
    help::write(book.add_worksheet(), words)?;
    let mut lists = Lists { name: words.say("workbook-lists", &[]), columns: Vec::new() };
    for register in Register::ALL {
        let sheet = book.add_worksheet();
        sheet.set_name(sheet_name(register, words))?;
        sheet.set_right_to_left(words.language().right_to_left());
        let rows = rows.iter().filter(|row| row.register == register);
        fill(sheet, register, rows, words)?;
        for (column, field) in (0..).zip(fields(register)) {
            if let Some(list) = drop_down(field, words, &mut lists)? {
                sheet.add_data_validation(1, column, LAST_ROW, column, &list)?;
            }
        }
    }
    lists.write(book.add_worksheet())?;
    book.save_to_buffer()
}

/// Properties that do not say when a workbook was made: the same school gives the same bytes.
///
/// # Errors
/// None: there is such a day.
pub(crate) fn undated() -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?))
}

/// What a register's sheet is called; some characters may not stand there.
fn sheet_name(register: Register, words: &Words) -> String {
    let name = words.register(register).replace(['[', ']', ':', '*', '?', '/', '\\'], " ");
    name.chars().take(MAX_NAME).collect()
}

fn fill<'a>(
    sheet: &mut Worksheet,
    register: Register,
    rows: impl Iterator<Item = &'a Row>,
    words: &Words,
) -> Result<(), XlsxError> {
    // text stays what it is typed as: 1-2 is no date
    let text = Format::new().set_num_format("@");
    let head = Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00DD_E6F0))
        .set_align(FormatAlign::VerticalCenter);
    sheet.set_freeze_panes(1, 0)?;
    let mut widths = Vec::new();
    for (column, field) in (0..).zip(fields(register)) {
        let heading = words.field(field.name);
        widths.push(heading.chars().count());
        if !matches!(field.kind, FieldKind::Number) {
            sheet.set_column_format(column, &text)?;
        }
        sheet.write_string_with_format(0, column, &heading, &head)?;
    }
    for (line, row) in (1..).zip(rows) {
        for (column, (cell, width)) in (0..).zip(cells(row, words).iter().zip(&mut widths)) {
            match cell {
                Some(Value::Number(number)) => {
                    // no number of a school is that large
                    sheet.write_number(line, column, *number as f64)?;
                }
                Some(Value::Text(shown)) => {
                    *width = (*width).max(shown.chars().count());
                    sheet.write_string_with_format(line, column, shown, &text)?;
                }
                _ => {}
            }
        }
    }
    for (column, width) in (0..).zip(widths) {
        let width = u32::try_from(width).unwrap_or(u32::MAX).clamp(8, 40) + 3;
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}

/// The lists of words to choose from, on a sheet of their own: a list inside a cell is too short.
struct Lists {
    name: String,
    columns: Vec<Vec<String>>,
}

impl Lists {
    /// The cells of a list.
    fn cells(&mut self, words: Vec<String>) -> String {
        let column = self.columns.iter().position(|column| *column == words);
        let last = words.len();
        let column = column.unwrap_or_else(|| {
            self.columns.push(words);
            self.columns.len() - 1
        });
        let column = rust_xlsxwriter::utility::column_number_to_name(
            u16::try_from(column).unwrap_or_default(),
        );
        format!("='{}'!${column}$1:${column}${last}", self.name)
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(&self.name)?.set_hidden(true);
        for (column, words) in (0..).zip(&self.columns) {
            for (row, word) in (0..).zip(words) {
                sheet.write_string(row, column, word)?;
            }
        }
        Ok(())
    }
}

/// The drop-down list of a field: its words, or the codes of the register it refers to. It helps, but
/// forbids nothing: words of other languages are right as well.
fn drop_down(
    field: &Field,
    words: &Words,
    lists: &mut Lists,
) -> Result<Option<DataValidation>, XlsxError> {
    let codes = |register: Register| {
        format!("='{}'!$A$2:$A${LAST_ROW}", sheet_name(register, words).replace('\'', "''"))
    };
    let (cells, alone) = match field.kind {
        FieldKind::Choice(_) | FieldKind::Flag => (lists.cells(choices(field, words)), true),
        FieldKind::Reference(&[register]) => (codes(register), true),
        FieldKind::References(&[register]) => (codes(register), false),
        _ => return Ok(None),
    };
    let list = DataValidation::new().allow_list_formula(Formula::new(cells));
    let list = list.set_error_style(DataValidationErrorStyle::Warning).show_error_message(alone);
    Ok(Some(list))
}
