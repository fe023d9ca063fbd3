//! Text becomes rows, and rows a school.

use crate::error::registers::RegisterFault;
use crate::error::{Fault, Place, ReadError};
use crate::registers::raw::{Cell, Row, Spot, Value};
use crate::registers::{read as registers, schema};
use jadwal_model::nearest::nearest;
use jadwal_model::school::fault::Register;
use jadwal_model::school::school::School;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const MARK: &[u8] = b"\xEF\xBB\xBF";

type Found<'a> = Spanned<DeValue<'a>>;

/// The school that a text describes.
///
/// # Errors
/// All faults that can be found, in the order of the text. Where it is not TOML, those alone.
pub fn read(text: &[u8]) -> Result<School, Vec<ReadError>> {
    let bytes = text.strip_prefix(MARK).unwrap_or(text);
    let skipped = text.len() - bytes.len();
    let text = decoded(bytes, skipped)?;
    let lines = Lines::new(text, skipped);
    let (document, wrong) = DeTable::parse_recoverable(text);
    if !wrong.is_empty() {
        let fault = |error: toml::de::Error| {
            let span = error.span().unwrap_or(0..0);
            let reason = error.message().to_owned();
            lines.error(span, RegisterFault::Syntax { reason })
        };
        return Err(sorted(wrong.into_iter().map(fault).collect()));
    }
    let mut rows = Rows { lines, rows: Vec::new(), faults: Vec::new() };
    for (name, value) in document.get_ref() {
        rows.register(name.get_ref(), name.span(), value);
    }
    rows.rows.sort_by_key(|(start, _)| *start);
    let read = registers::read(rows.rows.into_iter().map(|(_, row)| row).collect());
    match read {
        Ok(school) if rows.faults.is_empty() => Ok(school),
        Ok(_) => Err(sorted(rows.faults)),
        Err(found) => {
            rows.faults.extend(found.into_iter().map(|(at, fault)| at.error(Fault::from(fault))));
            Err(sorted(rows.faults))
        }
    }
}

fn decoded(bytes: &[u8], skipped: usize) -> Result<&str, Vec<ReadError>> {
    std::str::from_utf8(bytes).map_err(|error| {
        let (good, bad) = bytes.split_at(error.valid_up_to());
        let good = std::str::from_utf8(good).unwrap_or_default();
        let place = Lines::new(good, skipped).place(good.len()..good.len() + 1);
        let fault = Fault::NotUtf8 { byte: bad.first().copied().unwrap_or_default() };
        vec![ReadError { place, fault }]
    })
}

fn sorted(mut errors: Vec<ReadError>) -> Vec<ReadError> {
    errors.sort_by_key(|error| error.place);
    errors
}

/// Where the lines of a text begin.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// Bytes of the file before the text.
    skipped: usize,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str, skipped: usize) -> Self {
        let ends = text.match_indices('\n').map(|(end, _)| end + 1);
        Self { text, starts: std::iter::once(0).chain(ends).collect(), skipped }
    }

    fn place(&self, span: Range<usize>) -> Place {
        let offset = span.start.min(self.text.len());
        let line = self.starts.partition_point(|&start| start <= offset);
        let before = self.text.get(self.starts[line - 1]..offset).unwrap_or_default();
        let column = before.chars().count() + 1;
        Place { line, column, offset: offset + self.skipped, length: span.len() }
    }

    fn spot(&self, span: Range<usize>) -> Spot {
        Spot::Text(self.place(span))
    }

    fn error(&self, span: Range<usize>, fault: RegisterFault) -> ReadError {
        self.spot(span).error(Fault::from(fault))
    }
}

/// The rows found so far, each with the byte at which it starts.
struct Rows<'a> {
    lines: Lines<'a>,
    rows: Vec<(usize, Row)>,
    faults: Vec<ReadError>,
}

impl Rows<'_> {
    fn register(&mut self, name: &str, span: Range<usize>, value: &Found<'_>) {
        let Some(register) = schema::register(name) else {
            let nearest = nearest(name, Register::ALL.into_iter().map(Register::name));
            let fault = RegisterFault::UnknownRegister { found: name.to_owned(), nearest };
            return self.faults.push(self.lines.error(span, fault));
        };
        match value.get_ref() {
            DeValue::Table(table) => self.row(register, value.span(), table),
            DeValue::Array(items) => {
                for item in items {
                    match item.get_ref() {
                        DeValue::Table(table) => self.row(register, item.span(), table),
                        _ => self.not_a_row(register, item),
                    }
                }
            }
            _ => self.not_a_row(register, value),
        }
    }

    fn not_a_row(&mut self, register: Register, value: &Found<'_>) {
        let (field, expected) = (register.name(), "a table");
        self.wrong(field, value, expected);
    }

    fn wrong(&mut self, field: &'static str, value: &Found<'_>, expected: &'static str) {
        let found = self.lines.text.get(value.span()).unwrap_or_default();
        let found = found.chars().take(40).collect();
        let fault = RegisterFault::Value { field, found, expected };
        self.faults.push(self.lines.error(value.span(), fault));
    }

    fn row(&mut self, register: Register, span: Range<usize>, table: &DeTable<'_>) {
        let mut cells = Vec::new();
        for (name, value) in table {
            let Some(field) = schema::field(register, name.get_ref()) else {
                let known = schema::fields(register).iter().map(|field| field.name);
                let (found, nearest) = (name.get_ref().to_string(), nearest(name.get_ref(), known));
                let fault = RegisterFault::UnknownField { register, found, nearest };
                self.faults.push(self.lines.error(name.span(), fault));
                continue;
            };
            let at = self.lines.spot(value.span());
            match self.value(value) {
                Ok(value) => cells.push(Cell { field: field.name, value, at }),
                Err((wrong, expected)) => {
                    self.wrong(field.name, wrong, expected);
                    let value = Value::Unreadable;
                    cells.push(Cell { field: field.name, value, at });
                }
            }
        }
        let at = self.lines.spot(span.clone());
        self.rows.push((span.start, Row { register, at, cells }));
    }

    fn value<'v, 'i>(&self, value: &'v Found<'i>) -> Result<Value, (&'v Found<'i>, &'static str)> {
        Ok(match value.get_ref() {
            DeValue::Integer(number) => {
                let digits = number.as_str().replace('_', "");
                let parsed = i64::from_str_radix(&digits, number.radix());
                Value::Number(parsed.map_err(|_| (value, "a whole number"))?)
            }
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Array(items) => {
                let items = items.iter().map(|item| {
                    let text = single(item).ok_or((item, "a text"));
                    text.map(|text| (text, self.lines.spot(item.span())))
                });
                Value::List(items.collect::<Result<_, _>>()?)
            }
            _ => Value::Text(single(value).ok_or((value, "a text, a number or a list"))?),
        })
    }
}

/// A value that has a text.
fn single(value: &Found<'_>) -> Option<String> {
    match value.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Datetime(time) => Some(time.to_string()),
        DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_) => None,
    }
}
