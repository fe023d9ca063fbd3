//! A school becomes files, each with a mark at its start, which Excel needs.

use crate::registers::grid::cells;
use crate::registers::raw::Value;
use crate::registers::schema::fields;
use crate::registers::write::write as rows;
use crate::words::{Language, Words};
use jadwal_model::school::fault::Register;
use jadwal_model::school::school::School;

/// The files of a school, each with its name; registers without rows have none. Where the comma
/// stands in numbers, the semicolon stands between cells.
#[must_use]
pub fn write(school: &School, words: &Words) -> Vec<(String, Vec<u8>)> {
    let separator = match words.language() {
        Language::Arabic | Language::French => ';',
        Language::English => ',',
    };
    let mut files: Vec<(Register, String)> = Vec::new();
    for row in rows(school) {
        if files.last().is_none_or(|(register, _)| *register != row.register) {
            let headings = fields(row.register).iter().map(|field| words.field(field.name));
            let text = format!("\u{feff}{}", line(headings, separator));
            files.push((row.register, text));
        }
        let cells = cells(&row, words).into_iter().map(|cell| match cell {
            Some(Value::Text(text)) => text,
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        });
        if let Some((_, text)) = files.last_mut() {
            text.push_str(&line(cells, separator));
        }
    }
    let files = files.into_iter();
    files.map(|(register, text)| (format!("{}.csv", register.name()), text.into_bytes())).collect()
}

fn line(cells: impl Iterator<Item = String>, separator: char) -> String {
    let cells = cells.map(|cell| {
        if cell.contains([separator, '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell
        }
    });
    let cells: Vec<String> = cells.collect();
    format!("{}\r\n", cells.join(&separator.to_string()))
}
