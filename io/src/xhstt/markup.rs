//! XML, written one element a line.

use std::borrow::Cow;
use std::io::{self, Write};

/// XML, written one element a line.
pub(crate) struct Markup<W> {
    output: W,
    depth: usize,
}

impl<W: Write> Markup<W> {
    pub(crate) fn new(mut output: W) -> io::Result<Self> {
        output.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
        Ok(Self { output, depth: 0 })
    }

    /// An element with this attribute, and what is inside it.
    pub(crate) fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inside: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.start(name, attributes)?;
        self.output.write_all(b">\n")?;
        self.depth += 1;
        inside(self)?;
        self.depth -= 1;
        self.indent()?;
        writeln!(self.output, "</{name}>")
    }

    /// A list, unless it is empty.
    pub(crate) fn list<T>(
        &mut self,
        name: &str,
        items: &[T],
        mut each: impl FnMut(&mut Self, &T) -> io::Result<()>,
    ) -> io::Result<()> {
        if items.is_empty() {
            return Ok(());
        }
        self.element(name, &[], |out| items.iter().try_for_each(|item| each(out, item)))
    }

    /// An element that refers to something, with nothing inside it.
    pub(crate) fn reference(&mut self, name: &str, code: &str) -> io::Result<()> {
        self.start(name, &[("Reference", code)])?;
        self.output.write_all(b"/>\n")
    }

    /// An element with text.
    pub(crate) fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.start(name, &[])?;
        writeln!(self.output, ">{}</{name}>", escape(text))
    }

    /// An element with text, if there is text.
    pub(crate) fn some_text(&mut self, name: &str, text: Option<&str>) -> io::Result<()> {
        text.map_or(Ok(()), |text| self.text(name, text))
    }

    /// An element with a number.
    pub(crate) fn number(&mut self, name: &str, number: i64) -> io::Result<()> {
        self.text(name, &number.to_string())
    }

    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.output.flush()
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.indent()?;
        write!(self.output, "<{name}")?;
        for (key, value) in attributes {
            write!(self.output, " {key}=\"{}\"", escape(value))?;
        }
        Ok(())
    }

    fn indent(&mut self) -> io::Result<()> {
        write!(self.output, "{:1$}", "", 2 * self.depth)
    }
}

/// Text that says the same inside XML; characters that XML cannot have become U+FFFD.
fn escape(text: &str) -> Cow<'_, str> {
    let special = |c: char| matches!(c, '&' | '<' | '>' | '"' | '\0'..='\x1F');
    if !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' => escaped.push_str("&#9;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\0'..='\x1F' => escaped.push('\u{FFFD}'),
            _ => escaped.push(character),
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_indented_and_escaped() {
        let mut bytes = Vec::new();
        let mut out = Markup::new(&mut bytes).unwrap();
        let inside = |out: &mut Markup<_>| {
            out.text("Name", "5 < 6 & \"so\"\n\u{1}")?;
            out.list::<u8>("Empty", &[], |_, _| Ok(()))?;
            out.reference("Time", "a'b")
        };
        out.element("Event", &[("Id", "<1>")], inside).unwrap();
        assert_eq!(
            String::from_utf8(bytes).unwrap().lines().skip(1).collect::<Vec<_>>(),
            [
                "<Event Id=\"&lt;1&gt;\">",
                "  <Name>5 &lt; 6 &amp; &quot;so&quot;&#10;\u{FFFD}</Name>",
                "  <Time Reference=\"a'b\"/>",
                "</Event>",
            ]
        );
    }
}
