//! XML events become tags and small elements; what cannot be XML stops the reading.

use super::element::{Element, Tag};
use super::faults::{Faults, short};
use super::source::{MAX_PIECE, Source, is_control};
use crate::error::{Fault, Place};
use quick_xml::errors::{Error as XmlError, IllFormedError, SyntaxError};
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::Read;

const MAX_DEPTH: usize = 32;
const MAX_PARTS: usize = 200_000;
/// A longer piece is told by where it starts.
const MAX_SHOWN: usize = 200;

/// Reading cannot go on; the last fault says why.
#[derive(Debug)]
pub(crate) struct Stop;

enum Token {
    Open(Tag),
    Close,
    Text(String, Place),
    End,
}

/// A file, read from start to end.
pub(crate) struct Scan<R> {
    reader: Reader<Source<R>>,
    buffer: Vec<u8>,
    open: Vec<String>,
    pub(crate) faults: Faults,
}

impl<R: Read> Scan<R> {
    pub(crate) fn new(input: R) -> Self {
        let mut reader = Reader::from_reader(Source::new(input));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), open: Vec::new(), faults: Faults::default() }
    }

    /// The root element, which must have this name.
    pub(crate) fn root(&mut self, expected: &'static str) -> Result<Tag, Stop> {
        loop {
            let (place, fault) = match self.token()? {
                Token::Open(tag) if tag.name == expected => return Ok(tag),
                Token::Open(tag) => (tag.place, Fault::Root { found: tag.name, expected }),
                Token::Text(text, _) if text.trim().is_empty() => continue,
                Token::Text(text, place) => (place, Fault::Root { found: short(&text), expected }),
                Token::Close | Token::End => (self.place(), Fault::Empty { expected }),
            };
            return Err(self.stop(place, fault));
        }
    }

    /// Nothing may follow the root.
    pub(crate) fn end(&mut self) -> Result<(), Stop> {
        loop {
            let (place, found) = match self.token()? {
                Token::End => return Ok(()),
                Token::Text(text, _) if text.trim().is_empty() => continue,
                Token::Text(text, place) => (place, short(&text)),
                Token::Open(tag) => (tag.place, format!("<{}>", tag.name)),
                Token::Close => continue,
            };
            return Err(self.stop(place, Fault::AfterEnd { found }));
        }
    }

    /// Does this with every element inside the open one, and closes that. Elements of other names
    /// are faults, and passed over.
    pub(crate) fn each(
        &mut self,
        expected: &[&'static str],
        read: impl FnMut(&mut Self, Tag) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.each_of(&[], expected, read)
    }

    /// The same, where the first names are of elements that may stand once: again is a fault, but
    /// they are read, so that references to what is in them are not faults as well.
    pub(crate) fn each_of(
        &mut self,
        single: &[&'static str],
        others: &[&'static str],
        mut read: impl FnMut(&mut Self, Tag) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let parent = self.open.last().cloned().unwrap_or_default();
        let expected = &[single, others].concat()[..];
        let mut seen = vec![false; single.len()];
        loop {
            match self.token()? {
                Token::Open(tag) if expected.contains(&tag.name.as_str()) => {
                    if let Some(position) = single.iter().position(|name| *name == tag.name)
                        && std::mem::replace(&mut seen[position], true)
                    {
                        let (parent, element) = (parent.clone(), tag.name.clone());
                        self.faults.push(tag.place, Fault::Twice { parent, element });
                    }
                    read(self, tag)?;
                }
                Token::Open(tag) => {
                    let expected = expected.to_vec();
                    let fault =
                        Fault::Element { parent: parent.clone(), found: tag.name, expected };
                    self.faults.push(tag.place, fault);
                    self.skip()?;
                }
                Token::Text(text, place) => self.faults.text(place, &parent, &text, expected),
                Token::Close | Token::End => return Ok(()),
            }
        }
    }

    /// Does this with every element inside the open one, whatever its name, and closes that; the text
    /// beside them.
    pub(crate) fn every(
        &mut self,
        mut read: impl FnMut(&mut Self, Tag) -> Result<(), Stop>,
    ) -> Result<String, Stop> {
        let mut all = String::new();
        loop {
            match self.token()? {
                Token::Open(tag) => read(self, tag)?,
                Token::Text(text, place) if all.len() + text.len() > MAX_PIECE => {
                    return Err(self.stop(place, Fault::TooLong { maximum: MAX_PIECE }));
                }
                Token::Text(text, _) => all.push_str(&text),
                Token::Close | Token::End => return Ok(all),
            }
        }
    }

    /// Passes over the rest of the open element.
    pub(crate) fn skip(&mut self) -> Result<(), Stop> {
        let depth = self.open.len();
        while self.open.len() >= depth {
            self.token()?;
        }
        Ok(())
    }

    /// The whole of the open element.
    pub(crate) fn element(&mut self, tag: Tag) -> Result<Element, Stop> {
        let mut parts = 0;
        self.part(tag, &mut parts)
    }

    fn part(&mut self, tag: Tag, parts: &mut usize) -> Result<Element, Stop> {
        *parts += 1;
        let mut element = Element::new(tag);
        if *parts > MAX_PARTS {
            let fault = Fault::TooMany { element: element.name, maximum: MAX_PARTS };
            return Err(self.stop(element.place, fault));
        }
        loop {
            match self.token()? {
                Token::Open(tag) => {
                    let part = self.part(tag, parts)?;
                    element.children.push(part);
                }
                Token::Text(text, _) if element.text.len() + text.len() <= MAX_PIECE => {
                    element.text.push_str(&text);
                }
                Token::Text(_, place) => {
                    return Err(self.stop(place, Fault::TooLong { maximum: MAX_PIECE }));
                }
                Token::Close | Token::End => return Ok(element),
            }
        }
    }

    fn place(&self) -> Place {
        self.reader.get_ref().place()
    }

    fn stop(&mut self, place: Place, fault: Fault) -> Stop {
        self.faults.push(place, fault);
        Stop
    }

    /// The next tag or text. Comments, declarations and processing instructions are passed over.
    fn token(&mut self) -> Result<Token, Stop> {
        loop {
            if self.faults.full() {
                return Err(Stop);
            }
            self.buffer.clear();
            let place = self.reader.get_mut().start_piece();
            let result = self.reader.read_event_into(&mut self.buffer);
            let event = match result {
                Ok(event) => event,
                Err(error) => return Err(self.broken(place, &error)),
            };
            let token = match event {
                Event::Start(start) => tag(&start, place).map(Token::Open),
                Event::End(_) => Ok(Token::Close),
                Event::Text(text) => Ok(Token::Text(text.xml10_content().into_owned(), place)),
                Event::CData(text) => Ok(Token::Text(text.xml10_content().into_owned(), place)),
                Event::GeneralRef(name) => character(&name).map(|text| Token::Text(text, place)),
                Event::Eof => Ok(Token::End),
                Event::Empty(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => continue,
            };
            let length = self.place().offset - place.offset;
            let length = if length > MAX_SHOWN { 0 } else { length };
            let place = Place { length, ..place };
            return match token {
                Ok(token) => self.follow(token, place),
                Err(fault) => Err(self.stop(place, fault)),
            };
        }
    }

    /// Keeps account of what is open.
    fn follow(&mut self, mut token: Token, place: Place) -> Result<Token, Stop> {
        match &mut token {
            Token::Open(tag) => {
                tag.place = place;
                self.open.push(tag.name.clone());
                if self.open.len() > MAX_DEPTH {
                    return Err(self.stop(place, Fault::TooDeep { maximum: MAX_DEPTH }));
                }
            }
            Token::Close => {
                self.open.pop();
            }
            Token::Text(..) => {}
            Token::End => {
                if let Some(element) = self.open.pop() {
                    return Err(self.stop(place, Fault::Unclosed { element }));
                }
            }
        }
        Ok(token)
    }

    fn broken(&mut self, place: Place, error: &XmlError) -> Stop {
        let here = self.place();
        if let Some(fault) = self.reader.get_mut().take_fault() {
            return self.stop(here, fault);
        }
        let place = Place { length: 1.min(here.offset - place.offset), ..place };
        let fault = match error {
            XmlError::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
                Fault::Mismatched { found: found.clone(), expected: expected.clone() }
            }
            XmlError::IllFormed(IllFormedError::UnmatchedEndTag(found)) => {
                Fault::AfterEnd { found: format!("</{found}>") }
            }
            // a tag cut off by the end of the file
            XmlError::Syntax(SyntaxError::UnclosedTag) if !self.open.is_empty() => {
                Fault::Unclosed { element: self.open.pop().unwrap_or_default() }
            }
            other => Fault::Markup { reason: other.to_string() },
        };
        self.stop(place, fault)
    }
}

fn tag(start: &BytesStart<'_>, place: Place) -> Result<Tag, Fault> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| Fault::Markup { reason: error.to_string() })?;
        let value = attribute.normalized_value(XmlVersion::Explicit1_0);
        let value = value.map_err(|error| Fault::Markup { reason: error.to_string() })?;
        if let Some(&code) = value.as_bytes().iter().find(|&&byte| is_control(byte)) {
            return Err(Fault::Control { code: code.into() });
        }
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Tag { name: start.name().as_ref().to_owned(), attributes, place })
}

fn character(name: &BytesRef<'_>) -> Result<String, Fault> {
    let unknown = || Fault::Entity { name: short(name) };
    let Some(character) = name.resolve_char_ref().map_err(|_| unknown())? else {
        return resolve_xml_entity(name).map(str::to_owned).ok_or_else(unknown);
    };
    match u8::try_from(character) {
        Ok(byte) if is_control(byte) => Err(Fault::Control { code: byte.into() }),
        _ => Ok(character.to_string()),
    }
}
