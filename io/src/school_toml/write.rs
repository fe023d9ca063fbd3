//! A school becomes text: one table a row, lists in one line.

use crate::registers::raw::{Row, Value};
use crate::registers::write::write as rows;
use crate::words::Words;
use jadwal_model::school::fault::Register;
use jadwal_model::school::school::School;
use std::io::{self, Write};

/// Writes a school, with a comment in the reader's language above each register.
///
/// # Errors
/// The output takes no more bytes.
pub fn write(school: &School, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let mut last = None;
    for row in rows(school) {
        if last != Some(row.register) {
            let gap = if last.is_some() { "\n" } else { "" };
            let title = words.register(row.register);
            writeln!(out, "{gap}# {title}")?;
        }
        if last.is_some() {
            writeln!(out)?;
        }
        last = Some(row.register);
        write_row(&row, out)?;
    }
    Ok(())
}

fn write_row(row: &Row, out: &mut dyn Write) -> io::Result<()> {
    match row.register {
        Register::School => writeln!(out, "[school]")?,
        register => writeln!(out, "[[{}]]", register.name())?,
    }
    for cell in &row.cells {
        writeln!(out, "{} = {}", cell.field, shown(&cell.value))?;
    }
    Ok(())
}

fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => quoted(text),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Unreadable => quoted(""),
        Value::List(items) => {
            let items: Vec<_> = items.iter().map(|(item, _)| quoted(item)).collect();
            format!("[{}]", items.join(", "))
        }
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_control() => {
                quoted.push_str(&format!("\\u{:04X}", control as u32));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}
