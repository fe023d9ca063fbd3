//! A document becomes a file again.

use super::document::{Constraint, Document, SPACE_CONSTRAINTS, TIME_CONSTRAINTS};
use super::element::Element;
use super::read::ROOT;
use std::io::{self, Write};

/// Writes a file: every element as it was read, in its order. One element a line, indented as FET
/// does, so that two versions of a file can be compared line by line.
///
/// # Errors
/// The output takes no more bytes.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    // the mark at the start is part of what FET writes
    out.write_all("\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n".as_bytes())?;
    writeln!(out, "<{ROOT} version=\"{}\">\n", escape(&document.version))?;
    for part in &document.elements {
        match part.name.as_str() {
            TIME_CONSTRAINTS => list(out, part, &document.time_constraints)?,
            SPACE_CONSTRAINTS => list(out, part, &document.space_constraints)?,
            _ => element(out, part, 0)?,
        }
        writeln!(out)?;
    }
    writeln!(out, "</{ROOT}>")
}

fn list(out: &mut dyn Write, part: &Element, constraints: &[Constraint]) -> io::Result<()> {
    start(out, part, 0)?;
    writeln!(out, "{}", escape(&part.text))?;
    for constraint in constraints {
        element(out, &constraint.element, 1)?;
    }
    writeln!(out, "</{}>", part.name)
}

/// Lists and what is in them stand at the margin.
fn element(out: &mut dyn Write, element: &Element, depth: usize) -> io::Result<()> {
    start(out, element, depth)?;
    write!(out, "{}", escape(&element.text))?;
    let is_list = depth == 0 && element.name.ends_with("_List");
    if is_list || !element.children.is_empty() {
        writeln!(out)?;
        for child in &element.children {
            self::element(out, child, depth + 1)?;
        }
        indent(out, depth)?;
    }
    writeln!(out, "</{}>", element.name)
}

fn start(out: &mut dyn Write, element: &Element, depth: usize) -> io::Result<()> {
    indent(out, depth)?;
    write!(out, "<{}", element.name)?;
    for (name, value) in &element.attributes {
        write!(out, " {name}=\"{}\"", escape(value))?;
    }
    write!(out, ">")
}

fn indent(out: &mut dyn Write, depth: usize) -> io::Result<()> {
    for _ in 1..depth {
        out.write_all(b"\t")?;
    }
    Ok(())
}

/// Text that says the same inside XML. A carriage return would be read as an end of line.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\r' => escaped.push_str("&#13;"),
            other => escaped.push(other),
        }
    }
    escaped
}
