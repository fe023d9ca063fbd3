//! Sheets become rows, and rows a school.

use crate::error::registers::RegisterFault;
use crate::error::{Fault, ReadError};
use crate::registers::grid::{Grid, order};
use crate::registers::raw::{Spot, Value};
use crate::registers::{headings, read as registers};
use calamine::{DataRef, Reader, Xlsx, XlsxError};
use jadwal_model::school::school::School;
use std::io::Cursor;

/// No school has more cells in a sheet.
const MAX_CELLS: usize = 1_000_000;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The school that a workbook describes.
///
/// # Errors
/// All faults that can be found, sheet by sheet in the order of cells.
pub fn read(bytes: &[u8]) -> Result<School, Vec<ReadError>> {
    let broken = |error: XlsxError| {
        let fault = RegisterFault::NotAWorkbook { reason: error.to_string() };
        vec![Spot::START.error(Fault::from(fault))]
    };
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let names = book.sheet_names();
    let (mut rows, mut faults, mut too_many) = (Vec::new(), Vec::new(), Vec::new());
    for name in names.iter().filter(|name| !name.starts_with('_')) {
        let Some(register) = headings::register(name) else {
            let nearest = headings::nearest_register(name);
            let fault = RegisterFault::UnknownRegister { found: name.clone(), nearest };
            faults.push((Spot::Sheet { sheet: name.clone(), cell: "A1".to_owned() }, fault));
            continue;
        };
        match grid(&mut book, name).map_err(broken)? {
            Some(grid) => rows.extend(grid.read(register, &mut faults)),
            None => {
                let spot = Spot::Sheet { sheet: name.clone(), cell: "A1".to_owned() };
                let (element, maximum) = (name.clone(), MAX_CELLS);
                too_many.push(spot.error(Fault::TooMany { element, maximum }));
            }
        }
    }
    let school = match registers::read(rows) {
        Ok(school) if faults.is_empty() && too_many.is_empty() => return Ok(school),
        school => school,
    };
    faults.extend(school.err().unwrap_or_default());
    faults.sort_by_cached_key(|(spot, _)| match spot {
        Spot::Text(_) => None,
        Spot::Sheet { sheet, cell } => {
            Some((names.iter().position(|name| name == sheet), order(cell)))
        }
    });
    let errors = faults.into_iter().map(|(spot, fault)| spot.error(Fault::from(fault)));
    Err(too_many.into_iter().chain(errors).collect())
}

/// The cells of a sheet; none if there are too many. Cells are taken one by one: a single one in the
/// last corner must not cost the memory of a whole sheet.
fn grid(book: &mut Book<'_>, name: &str) -> Result<Option<Grid>, XlsxError> {
    let mut grid = Grid { name: name.to_owned(), ..Grid::default() };
    let merged = book.merge_cells_by_sheet_name(name)?;
    grid.merged = merged.iter().map(|range| [range.start, range.end]).collect();
    let mut cells = book.worksheet_cells_reader(name)?;
    let mut count = 0;
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        if let Some(value) = value(cell.get_value()) {
            count += 1;
            if count > MAX_CELLS {
                return Ok(None);
            }
            grid.put(row, column, value);
        }
    }
    Ok(Some(grid))
}

fn value(data: &DataRef<'_>) -> Option<Value> {
    Some(match data {
        DataRef::Int(number) => Value::Number(*number),
        DataRef::Float(number) => number_of(*number),
        DataRef::String(text) => Value::Text(text.clone()),
        DataRef::SharedString(text) => Value::Text((*text).to_owned()),
        DataRef::Bool(flag) => Value::Flag(*flag),
        DataRef::DateTime(time) if time.is_duration() => Value::Text(clock(time.as_f64())),
        DataRef::DateTime(time) if time.as_f64() < 1.0 => Value::Text(clock(time.as_f64())),
        DataRef::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            Value::Text(format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::DateTimeIso(text) => {
            Value::Text(text.strip_suffix("T00:00:00").unwrap_or(text).to_owned())
        }
        DataRef::DurationIso(text) => Value::Text(text.clone()),
        DataRef::Error(error) => Value::Text(error.to_string()),
        DataRef::Empty => return None,
    })
}

/// A whole number as such, any other as its text.
fn number_of(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT {
        // exact: it is whole and small enough
        Value::Number(number as i64)
    } else {
        Value::Text(number.to_string())
    }
}

/// `08:30`, from a part of a day.
fn clock(days: f64) -> String {
    let minutes = (days * 24.0 * 60.0).round() as i64;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
