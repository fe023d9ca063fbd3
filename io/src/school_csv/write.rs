//! A school becomes files, each with a mark at its start, which Excel needs.

use crate::registers::grid::cells;
use crate::registers::raw::Value;
use crate::registers::schema::fields;
use crate::registers::write::write as rows;
use crate::words::{Language, Words};
use jadwal_model::school::fault::Register;
use jadwal_model::school::school::School;

/// The files of a school, each with its name.
///
/// A register without rows has its headings only: written over another school, it leaves nothing of
/// that. Where the comma stands in numbers, the semicolon stands between cells.
#[must_use]
pub fn write(school: &School, words: &Words) -> Vec<(String, Vec<u8>)> {
    let separator = match words.language() {
        Language::Arabic | Language::French => ';',
        Language::English => ',',
    };
    let rows = rows(school);
    let file = |register: Register| {
        let headings = fields(register).iter().map(|field| words.field(field.name));
        let mut text = format!("\u{feff}{}", line(headings, separator));
        for row in rows.iter().filter(|row| row.register == register) {
            let cells = cells(row, words).into_iter().map(|cell| match cell {
                Some(Value::Text(text)) => text,
                Some(Value::Number(number)) => number.to_string(),
                _ => String::new(),
            });
            text.push_str(&line(cells, separator));
        }
        (format!("{}.csv", register.name()), text.into_bytes())
    };
    Register::ALL.into_iter().map(file).collect()
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
