//! Files become rows, and rows a school.

use crate::error::registers::RegisterFault;
use crate::error::{Fault, ReadError};
use crate::registers::grid::{Grid, order};
use crate::registers::raw::{Spot, Value};
use crate::registers::{headings, read as registers};
use jadwal_model::school::school::School;

/// The school that files describe, each with its name. Files of other kinds, and those whose name
/// begins with `_`, are passed over.
///
/// # Errors
/// All faults that can be found, file by file. A place is a cell as a spreadsheet shows it.
pub fn read(files: &[(String, Vec<u8>)]) -> Result<School, Vec<ReadError>> {
    let (mut rows, mut faults, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    for (name, bytes) in files {
        let Some(stem) = stem(name).filter(|stem| !stem.starts_with('_')) else { continue };
        let first = Spot::Sheet { sheet: name.clone(), cell: "A1".to_owned() };
        let Some(register) = headings::register(stem) else {
            let nearest = headings::nearest_register(stem);
            let fault = RegisterFault::UnknownRegister { found: stem.to_owned(), nearest };
            faults.push((first, fault));
            continue;
        };
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                let text = &format!("{}\n", text.replace("\r\n", "\n").replace('\r', "\n"));
                let grids = [b',', b';', b'\t'].map(|separator| grid(name, text, separator));
                // the last of the best is taken, so the comma comes last
                let best = grids.into_iter().rev().max_by_key(|grid| grid.headings(register));
                rows.extend(best.unwrap_or_default().read(register, &mut faults));
            }
            Err(error) => {
                let (good, bad) = bytes.split_at(error.valid_up_to());
                let line = good.iter().filter(|&&byte| byte == b'\n').count() + 1;
                let spot = Spot::Sheet { sheet: name.clone(), cell: format!("A{line}") };
                let byte = bad.first().copied().unwrap_or_default();
                errors.push(spot.error(Fault::NotUtf8 { byte }));
            }
        }
    }
    let school = match registers::read(rows) {
        Ok(school) if faults.is_empty() && errors.is_empty() => return Ok(school),
        school => school,
    };
    faults.extend(school.err().unwrap_or_default());
    faults.sort_by_cached_key(|(spot, _)| match spot {
        Spot::Text(_) => None,
        Spot::Sheet { sheet, cell } => {
            Some((files.iter().position(|(name, _)| name == sheet), order(cell)))
        }
    });
    errors.extend(faults.into_iter().map(|(spot, fault)| spot.error(Fault::from(fault))));
    Err(errors)
}

/// The name of a CSV file without its folder and its end.
fn stem(name: &str) -> Option<&str> {
    let name = name.rsplit(['/', '\\']).next()?;
    let (stem, end) = name.rsplit_once('.')?;
    end.eq_ignore_ascii_case("csv").then_some(stem)
}

fn grid(name: &str, text: &str, separator: u8) -> Grid {
    let mut grid = Grid { name: name.to_owned(), ..Grid::default() };
    let mut reader = csv::ReaderBuilder::new();
    reader.delimiter(separator).has_headers(false).flexible(true);
    let mut reader = reader.from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    // a spreadsheet counts rows, not the lines inside their cells
    let mut inside = 0;
    while reader.read_record(&mut record).is_ok_and(|more| more) {
        inside += record.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
        // empty lines are passed over: only where a record ends is certain
        let row = reader.position().line().saturating_sub(2 + inside);
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        for (column, cell) in (0..).zip(&record) {
            grid.put(row, column, Value::Text(cell.to_owned()));
        }
    }
    grid
}
