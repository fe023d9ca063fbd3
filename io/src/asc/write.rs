//! A document becomes a file again.

use super::document::{Document, ROOT};
use crate::fet::element::Element;
use crate::fet::escape;
use std::io::{self, Write};

/// Writes a file, one row a line as aSc does, in UTF-8.
///
/// # Errors
/// The output takes no more bytes.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    write!(out, "<{ROOT}")?;
    attributes(out, &document.attributes)?;
    writeln!(out, ">")?;
    for table in &document.tables {
        element(out, table, 1)?;
    }
    writeln!(out, "</{ROOT}>")
}

fn element(out: &mut dyn Write, element: &Element, depth: usize) -> io::Result<()> {
    let indent = "   ".repeat(depth);
    write!(out, "{indent}<{}", element.name)?;
    attributes(out, &element.attributes)?;
    if element.children.is_empty() && element.text.trim().is_empty() {
        return writeln!(out, "/>");
    }
    write!(out, ">{}", escape(&element.text))?;
    if !element.children.is_empty() {
        writeln!(out)?;
        for child in &element.children {
            self::element(out, child, depth + 1)?;
        }
        write!(out, "{indent}")?;
    }
    writeln!(out, "</{}>", element.name)
}

fn attributes(out: &mut dyn Write, attributes: &[(String, String)]) -> io::Result<()> {
    // between double quotes a single one may stand, and does in their files
    let text = |value: &str| escape(value).replace("&apos;", "'");
    attributes.iter().try_for_each(|(name, value)| write!(out, " {name}=\"{}\"", text(value)))
}
