//! Tables whose cells stand between separators, as other programmes export them: every cell has its
//! place in the text.

use crate::error::Place;
use crate::xhstt::undeclared_text;

/// A table, and the text in which its cells have their places.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Table {
    /// The text, as it was decoded.
    pub(crate) text: String,
    /// The rows; empty lines are none.
    pub(crate) rows: Vec<Row>,
}

/// A row: its place and its cells, without space around them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Row {
    /// Where it begins.
    pub(crate) place: Place,
    /// Its cells.
    pub(crate) cells: Vec<String>,
}

impl Row {
    /// The text of a cell; empty where the row is shorter.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// Whether no cell says anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

impl Table {
    /// The table of a file: of these separators the one that makes most cells of its first row.
    pub(crate) fn read(bytes: &[u8], separators: &[u8]) -> Self {
        let text = undeclared_text(bytes).into_owned();
        let body = text.strip_prefix(MARK).unwrap_or(&text);
        // spreadsheets are told of the separator so
        let body = body
            .strip_prefix("sep=")
            .and_then(|rest| rest.split_once('\n'))
            .map_or(body, |(_, rest)| rest);
        let start = text.len() - body.len();
        let quote = if body.starts_with('\'') { b'\'' } else { b'"' };
        let first = body.lines().next().unwrap_or_default();
        let cells = |separator: &u8| {
            let rows = rows(first, 0, 0, *separator, quote);
            rows.first().map_or(0, |row| row.cells.len())
        };
        // the first of the best is taken
        let separator = separators.iter().rev().copied().max_by_key(cells).unwrap_or(b',');
        let lines = text[..start].matches('\n').count();
        let rows = rows(body, start, lines, separator, quote);
        Self { rows, text }
    }

    /// Where a cell stands, or the row where it is empty.
    pub(crate) fn place(&self, row: &Row, column: usize) -> Place {
        let found = row.cell(column);
        let Place { line, offset, .. } = row.place;
        let Some(rest) = self.text.get(offset..) else { return row.place };
        // equal cells may stand before it: as many are passed over
        let before = row.cells.iter().take(column).filter(|cell| cell.contains(found)).count();
        let at = rest.match_indices(found).nth(before).filter(|_| !found.is_empty());
        let Some((at, _)) = at else { return row.place };
        let column = rest[..at].chars().count() + 1;
        Place { line, column, offset: offset + at, length: found.len() }
    }
}

/// The mark at the start of a text.
const MARK: char = '\u{feff}';

fn rows(text: &str, start: usize, lines: usize, separator: u8, quote: u8) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new();
    reader.delimiter(separator).quote(quote).has_headers(false).flexible(true);
    reader.trim(csv::Trim::All);
    let mut reader = reader.from_reader(text.as_bytes());
    let (mut record, mut rows) = (csv::StringRecord::new(), Vec::new());
    while reader.read_record(&mut record).is_ok_and(|more| more) {
        let Some(position) = record.position() else { continue };
        let begun = position.byte() as usize;
        // empty lines before a record belong to it
        let blank = text[begun..].len() - text[begun..].trim_start_matches(['\r', '\n']).len();
        let skipped = text[begun..begun + blank].matches('\n').count();
        let place = Place {
            line: lines + position.line() as usize + skipped,
            column: 1,
            offset: start + begun + blank,
            length: 0,
        };
        rows.push(Row { place, cells: record.iter().map(str::to_owned).collect() });
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_their_places() {
        let bytes = "\u{feff}sep=;\r\n\"a\";b\r\n\r\n\"c\nd\";\"e\"\r\nb;b;f".as_bytes();
        let table = Table::read(bytes, b",;|");
        let cells: Vec<Vec<&str>> =
            table.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect();
        assert_eq!(cells, [vec!["a", "b"], vec!["c\nd", "e"], vec!["b", "b", "f"]]);
        for (row, column, line, at, found) in
            [(0, 1, 2, 5, "b"), (1, 0, 4, 2, "c\nd"), (2, 1, 6, 3, "b"), (2, 2, 6, 5, "f")]
        {
            let place = table.place(&table.rows[row], column);
            assert_eq!((place.line, place.column), (line, at), "{found}");
            assert_eq!(&table.text[place.offset..place.offset + place.length], found);
        }
    }

    #[test]
    fn separators_and_quotes_are_told_apart() {
        for text in ["'a,b','c'", "\"a,b\";\"c\"", "\"a,b\"|c"] {
            let table = Table::read(text.as_bytes(), b",;|");
            assert_eq!(table.rows[0].cells, ["a,b", "c"], "{text}");
        }
    }
}
