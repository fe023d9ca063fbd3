//! Bytes become text: one encoding, no mark at the start, bounded pieces, and always a place.

use crate::error::{Fault, Place};
use std::borrow::Cow;
use std::io::{self, BufRead, Read};

/// No text, tag or comment may be longer, so that a hostile file cannot fill the memory.
pub const MAX_PIECE: usize = 1 << 20;

const MARK: &[u8] = b"\xEF\xBB\xBF";
const CHUNK: usize = 1 << 16;
/// How bytes are characters: as in UTF-8, or each byte one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Bytes(&'static encoding_rs::Encoding),
}

/// The text of a file, as the places of its errors count it; bytes that are not text become U+FFFD.
#[must_use]
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    match encoding(bytes) {
        Ok(Encoding::Utf8) | Err(_) => String::from_utf8_lossy(bytes),
        Ok(Encoding::Bytes(encoding)) => encoding.decode_without_bom_handling(bytes).0,
    }
}

/// The text of a file that declares no encoding, a table of another programme say.
///
/// It is UTF-8, or UTF-16 if a mark says so, or else windows-1256 where letters outside ASCII stand side by
/// side as in Arabic words, or else windows-1252.
#[must_use]
pub fn undeclared_text(bytes: &[u8]) -> Cow<'_, str> {
    for wide in [encoding_rs::UTF_16LE, encoding_rs::UTF_16BE] {
        if encoding_rs::Encoding::for_bom(bytes).is_some_and(|(found, _)| found == wide) {
            return wide.decode_with_bom_removal(bytes).0;
        }
    }
    let Err(_) = std::str::from_utf8(bytes) else { return String::from_utf8_lossy(bytes) };
    let high = |index: usize| bytes.get(index).is_some_and(|byte| *byte >= 0xC0);
    let all = (0..bytes.len()).filter(|&index| high(index));
    let (mut alone, mut beside) = (0, 0);
    for index in all {
        if high(index + 1) || index.checked_sub(1).is_some_and(high) {
            beside += 1;
        } else {
            alone += 1;
        }
    }
    let encoding =
        if beside > alone { encoding_rs::WINDOWS_1256 } else { encoding_rs::WINDOWS_1252 };
    encoding.decode_without_bom_handling(bytes).0
}

/// A stream of UTF-8 that knows where it is.
pub(crate) struct Source<R> {
    input: R,
    encoding: Option<Encoding>,
    /// Bytes read and not yet decoded: at most a piece of one character, after the first time.
    raw: Vec<u8>,
    text: Vec<u8>,
    /// The end of that part of the text which has no control character in it.
    clean: usize,
    next: usize,
    place: Place,
    allowance: usize,
    fault: Option<Fault>,
}

impl<R: Read> Source<R> {
    pub(crate) fn new(input: R) -> Self {
        Self {
            input,
            encoding: None,
            raw: Vec::new(),
            text: Vec::new(),
            clean: 0,
            next: 0,
            place: Place { line: 1, column: 1, offset: 0, length: 0 },
            allowance: MAX_PIECE,
            fault: None,
        }
    }

    /// Where the next byte stands; another whole piece may follow.
    pub(crate) fn start_piece(&mut self) -> Place {
        self.allowance = MAX_PIECE;
        self.place
    }

    pub(crate) const fn place(&self) -> Place {
        self.place
    }

    /// Why reading failed, if it was the bytes' fault and not the markup's.
    pub(crate) fn take_fault(&mut self) -> Option<Fault> {
        self.fault.take()
    }

    fn fail(&mut self, fault: Fault) -> io::Error {
        self.fault = Some(fault);
        io::Error::from(io::ErrorKind::InvalidData)
    }

    fn read_raw(&mut self) -> io::Result<usize> {
        let before = self.raw.len();
        let result = self.input.by_ref().take(CHUNK as u64).read_to_end(&mut self.raw);
        match result {
            Ok(_) => Ok(self.raw.len() - before),
            Err(error) => Err(self.fail(Fault::Io { kind: error.kind() })),
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        self.text.clear();
        self.next = 0;
        let read = self.read_raw()?;
        let encoding = match self.encoding {
            Some(encoding) => encoding,
            None => {
                let found = encoding(&self.raw).map_err(|fault| self.fail(fault))?;
                if self.raw.starts_with(MARK) {
                    self.raw.drain(..MARK.len());
                    self.place.offset = MARK.len();
                }
                *self.encoding.insert(found)
            }
        };
        match encoding {
            Encoding::Bytes(encoding) => {
                let (text, _) = encoding.decode_without_bom_handling(&self.raw);
                self.text = text.into_owned().into_bytes();
                self.raw.clear();
            }
            Encoding::Utf8 => {
                let valid = match std::str::from_utf8(&self.raw) {
                    Ok(text) => text.len(),
                    Err(error) => error.valid_up_to(),
                };
                // more than a piece of a character, or a piece at the end of the file
                let bad = self.raw.len() - valid > 3 || (read == 0 && valid < self.raw.len());
                if valid == 0 && bad {
                    let byte = self.raw[0];
                    return Err(self.fail(Fault::NotUtf8 { byte }));
                }
                self.text.extend(self.raw.drain(..valid));
            }
        }
        let control = self.text.iter().position(|&byte| is_control(byte));
        self.clean = control.unwrap_or(self.text.len());
        Ok(())
    }
}

impl<R: Read> Read for Source<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: Read> BufRead for Source<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.allowance == 0 {
            return Err(self.fail(Fault::TooLong { maximum: MAX_PIECE }));
        }
        if self.next == self.text.len() {
            self.refill()?;
            // a chunk may hold only a piece of one character
            if self.text.is_empty() && !self.raw.is_empty() {
                self.refill()?;
            }
        }
        if self.next == self.clean && self.clean < self.text.len() {
            let code = u32::from(self.text[self.next]);
            return Err(self.fail(Fault::Control { code }));
        }
        let end = self.clean.min(self.next + self.allowance);
        Ok(&self.text[self.next..end])
    }

    fn consume(&mut self, amount: usize) {
        let end = (self.next + amount).min(self.text.len());
        for &byte in &self.text[self.next..end] {
            if byte == b'\n' {
                self.place.line += 1;
                self.place.column = 1;
            } else if byte & 0xC0 != 0x80 {
                self.place.column += 1;
            }
        }
        self.place.offset += end - self.next;
        self.allowance = self.allowance.saturating_sub(end - self.next);
        self.next = end;
    }
}

/// The encoding that a file declares, in its mark or in its first line.
fn encoding(start: &[u8]) -> Result<Encoding, Fault> {
    if start.starts_with(MARK) {
        return Ok(Encoding::Utf8);
    }
    let wide: [&[u8]; 4] = [b"\xFE\xFF", b"\xFF\xFE", b"<\0", b"\0<"];
    if wide.iter().any(|wide| start.starts_with(wide)) {
        return Err(Fault::Encoding { found: "UTF-16".to_owned() });
    }
    let Some(name) = declared(start) else { return Ok(Encoding::Utf8) };
    let found = encoding_rs::Encoding::for_label(name.trim().as_bytes());
    match found {
        _ if name.eq_ignore_ascii_case("utf8") => Ok(Encoding::Utf8),
        Some(encoding) if encoding == encoding_rs::UTF_8 => Ok(Encoding::Utf8),
        // one byte a character, whatever stands before it
        Some(encoding) if encoding.is_single_byte() => Ok(Encoding::Bytes(encoding)),
        _ => Err(Fault::Encoding { found: name }),
    }
}

fn declared(start: &[u8]) -> Option<String> {
    let rest = start.strip_prefix(b"<?xml")?;
    let end = rest.iter().take(200).position(|&byte| byte == b'>')?;
    let declaration = std::str::from_utf8(&rest[..end]).ok()?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value[1..].split_once(quote).map(|(name, _)| name.to_owned())
}

/// Whether no XML text may have this byte.
pub(crate) const fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<String, Fault> {
        let mut source = Source::new(bytes);
        let mut text = String::new();
        match source.read_to_string(&mut text) {
            Ok(_) => Ok(text),
            Err(_) => Err(source.take_fault().unwrap()),
        }
    }

    #[test]
    fn encodings() {
        let long = "é".repeat(CHUNK);
        assert_eq!(read(long.as_bytes()), Ok(long), "a character on the edge of two chunks");
        assert_eq!(read(b"\xEF\xBB\xBF<a/>"), Ok("<a/>".to_owned()));
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?>\xE9\x80";
        assert!(read(latin).unwrap().ends_with("é€"));
        assert!(text(latin).ends_with("é€"));
        let arabic = b"<?xml version='1.0' encoding='windows-1256'?>\xC7\xE1\xD1\xED\xC7\xD6\xED\xC7\xCA \xE9";
        assert!(read(arabic).unwrap().ends_with("الرياضيات é"));
        assert!(text(arabic).ends_with("الرياضيات é"));
        let cyrillic = b"<?xml version='1.0' encoding='windows-1251'?>\xF3\xF0\xEE\xEA";
        assert!(read(cyrillic).unwrap().ends_with("урок"));
        assert_eq!(read(b"ab\xE9 cdefgh"), Err(Fault::NotUtf8 { byte: 0xE9 }));
        assert_eq!(read(b"ab\xE9"), Err(Fault::NotUtf8 { byte: 0xE9 }));
        assert_eq!(read(b"a\0b"), Err(Fault::Control { code: 0 }));
        for (bytes, found) in
            [(&b"\xFF\xFE<\0"[..], "UTF-16"), (b"<?xml encoding=\"Shift_JIS\"?>", "Shift_JIS")]
        {
            assert_eq!(read(bytes), Err(Fault::Encoding { found: found.to_owned() }));
        }
    }

    #[test]
    fn places_count_characters_and_bytes() {
        let mut source = Source::new("aé\nb".as_bytes());
        source.fill_buf().unwrap();
        source.consume(3);
        let place = source.place();
        assert_eq!((place.line, place.column, place.offset), (1, 3, 3));
        source.consume(1);
        let place = source.start_piece();
        assert_eq!((place.line, place.column, place.offset), (2, 1, 4));
    }

    #[test]
    fn one_piece_is_bounded() {
        let long = vec![b'a'; MAX_PIECE + 1];
        assert_eq!(read(&long), Err(Fault::TooLong { maximum: MAX_PIECE }));
    }

    #[test]
    fn undeclared_encodings_are_told_by_their_letters() {
        for (bytes, expected) in [
            ("é, الرياضيات".as_bytes(), "é, الرياضيات"),
            (b"Fran\xE7ais, Th\xE9\xE2tre, \xC9ducation", "Français, Théâtre, Éducation"),
            (b"\"\xC7\xE1\xD1\xED\xC7\xD6\xED\xC7\xCA\",\"1\"", "\"الرياضيات\",\"1\""),
            (b"plain", "plain"),
            (b"\xFF\xFEd\0\xE9\0", "dé"),
            (b"\xFE\xFF\0d\0\xE9", "dé"),
        ] {
            assert_eq!(undeclared_text(bytes), expected);
        }
    }
}
