//! One sheet: its heading, and its table with a cell for each stretch of time.

use super::look::Looks;
use crate::sheet::names::Label;
use crate::sheet::{Cell, Column, Entry, Sheet, SheetKind};
use crate::words::Words;
use jadwal_model::school::{School, Week};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// Rows above the table: the school, whose sheet it is, what is known of them, and a free one.
const HEADING: u32 = 4;
/// What one line of text takes, in points.
const LINE: u32 = 13;
/// A4 and A3, as spreadsheets number them.
const PAPER: [u8; 2] = [9, 8];
/// Left-to-right mark: what stands between two of them keeps its direction in Arabic.
const MARK: char = '\u{200e}';

pub(super) fn write(
    page: &mut Worksheet,
    school: &School,
    sheet: &Sheet,
    words: &Words,
    looks: &mut Looks,
) -> Result<(), XlsxError> {
    let mut table = Table { page, sheet, words, looks, lines: Vec::new() };
    table.heading(school)?;
    if sheet.kind.is_overview() {
        table.slots()?
    } else {
        table.days()?
    }
    table.free()?;
    for cell in &sheet.cells {
        table.cell(cell)?;
    }
    table.heights()?;
    table.unplaced()?;
    table.paper()
}

struct Table<'a> {
    page: &'a mut Worksheet,
    sheet: &'a Sheet,
    words: &'a Words,
    looks: &'a Looks,
    /// How many lines of text each row needs.
    lines: Vec<u32>,
}

impl Table<'_> {
    fn heading(&mut self, school: &School) -> Result<(), XlsxError> {
        let named = format!("{} {}", school.name, self.code(&school.year));
        self.page.write_string(0, 0, named.trim_end())?;
        self.page.write_string_with_format(1, 0, &self.sheet.title, &self.looks.title)?;
        if !self.sheet.subtitle.is_empty() {
            self.page.write_string(2, 0, self.sheet.subtitle.join(" · "))?;
        }
        Ok(())
    }

    /// Days across, periods down.
    fn days(&mut self) -> Result<(), XlsxError> {
        let head = &self.looks.head;
        let time = self.words.say("sheet-time", &[]);
        self.page.write_string_with_format(HEADING, 0, time, head)?;
        self.page.set_column_width(0, 14)?;
        for (column, day) in (1..).zip(&self.sheet.columns) {
            self.page.write_string_with_format(HEADING, column, &day.day, head)?;
            self.page.set_column_width(column, 22)?;
        }
        for (row, period) in (self.first_row()..).zip(&self.sheet.rows) {
            let mut lines = vec![self.label(&period.label)];
            lines.extend(period.clock.map(|range| self.code(&range.to_string())));
            self.page.write_string_with_format(row, 0, lines.join("\n"), &self.looks.head)?;
        }
        self.lines = vec![2; self.sheet.rows.len()];
        self.page.set_freeze_panes(self.first_row(), 1)?;
        Ok(())
    }

    /// Slots across under their days, one row each.
    fn slots(&mut self) -> Result<(), XlsxError> {
        let widest = self.sheet.rows.iter().map(|row| row.label.text.chars().count()).max();
        self.page.set_column_width(0, widest.unwrap_or(0).clamp(8, 30) as u32 + 2)?;
        self.page.write_string_with_format(HEADING, 0, "", &self.looks.head)?;
        self.page.write_string_with_format(HEADING + 1, 0, "", &self.looks.head)?;
        let mut start = 0;
        for day in self.sheet.columns.chunk_by(|one, next| one.day == next.day) {
            let columns = (start, start + day.len() - 1);
            start += day.len();
            self.range((HEADING, HEADING), columns, &day[0].day, &self.looks.head)?;
        }
        for (column, slot) in (1..).zip(&self.sheet.columns) {
            let Column { period, clock, .. } = slot;
            let mut lines = vec![self.code(period.as_deref().unwrap_or_default())];
            lines.extend(clock.map(|range| self.code(&range.from.to_string())));
            let head = &self.looks.head;
            self.page.write_string_with_format(HEADING + 1, column, lines.join("\n"), head)?;
            self.page.set_column_width(column, 10)?;
        }
        self.page.set_row_height(HEADING + 1, 2 * LINE + 4)?;
        for (row, who) in (self.first_row()..).zip(&self.sheet.rows) {
            let name = self.label(&who.label);
            self.page.write_string_with_format(row, 0, name, &self.looks.head)?;
        }
        self.lines = vec![1; self.sheet.rows.len()];
        self.page.set_freeze_panes(self.first_row(), 1)?;
        Ok(())
    }

    /// A frame where there is no lesson, in grey where there is no slot.
    fn free(&mut self) -> Result<(), XlsxError> {
        for (row, line) in (self.first_row()..).zip(0..self.sheet.rows.len()) {
            for (column, across) in (1..).zip(0..self.sheet.columns.len()) {
                let closed = self.sheet.closed.contains(&(line, across));
                let look = if closed { &self.looks.closed } else { &self.looks.free };
                self.page.write_blank(row, column, look)?;
            }
        }
        Ok(())
    }

    /// The lessons of a cell, cut wherever one of them begins or ends.
    fn cell(&mut self, cell: &Cell) -> Result<(), XlsxError> {
        let mut cuts = vec![0, cell.length];
        cuts.extend(cell.entries.iter().flat_map(|one| [one.offset, one.offset + one.length]));
        cuts.sort_unstable();
        cuts.dedup();
        for stretch in cuts.windows(2) {
            let (from, until) = (stretch[0], stretch[1]);
            let here =
                |entry: &&Entry| entry.offset <= from && until <= entry.offset + entry.length;
            let entries: Vec<&Entry> = cell.entries.iter().filter(here).collect();
            if entries.is_empty() {
                continue;
            }
            let texts: Vec<String> = entries.iter().map(|entry| self.text(entry)).collect();
            let text = texts.join(if self.sheet.kind.is_overview() { "\n" } else { "\n\n" });
            let (rows, columns) = if self.sheet.kind.is_overview() {
                ((cell.row, cell.row), (cell.column + from, cell.column + until - 1))
            } else {
                ((cell.row + from, cell.row + until - 1), (cell.column, cell.column))
            };
            let needed = text.lines().count() as u32;
            let each = needed.div_ceil((rows.1 - rows.0 + 1) as u32);
            for lines in self.lines.iter_mut().take(rows.1 + 1).skip(rows.0) {
                *lines = (*lines).max(each);
            }
            let first = self.first_row();
            let rows = (first + rows.0 as u32, first + rows.1 as u32);
            let look = self.looks.lessons(&entries);
            self.range(rows, columns, &text, &look)?;
        }
        Ok(())
    }

    /// A text in one cell or over several, its columns counted without that of the names.
    fn range(
        &mut self,
        (first, last): (u32, u32),
        columns: (usize, usize),
        text: &str,
        look: &Format,
    ) -> Result<(), XlsxError> {
        let column = |column: usize| u16::try_from(column + 1).unwrap_or(u16::MAX);
        let (from, until) = (column(columns.0), column(columns.1));
        if (first, from) == (last, until) {
            self.page.write_string_with_format(first, from, text, look)?;
        } else {
            self.page.merge_range(first, from, last, until, text, look)?;
        }
        Ok(())
    }

    fn text(&self, entry: &Entry) -> String {
        if self.sheet.kind.is_overview() {
            let mut parts: Vec<String> =
                entry.codes.iter().flatten().map(|code| self.code(code)).collect();
            parts.extend(entry.week.map(|week| self.week(week, "-sign")));
            return parts.join("\n");
        }
        let audience = entry.audience().map(|label| self.label(label));
        let audience = audience.collect::<Vec<_>>().join(" · ");
        let teachers = entry.teachers.iter().map(|label| self.label(label));
        let mut parts = vec![self.label(&entry.subject), audience];
        if self.sheet.kind != SheetKind::Class {
            // what the reader of this sheet does not know yet comes first
            parts.reverse();
        }
        parts.extend(entry.week.map(|week| self.week(week, "")));
        parts.push(teachers.collect::<Vec<_>>().join(" · "));
        parts.extend(entry.place.as_ref().map(|place| self.label(place)));
        parts.extend(entry.clock.map(|range| self.code(&range.to_string())));
        if entry.locked {
            parts.push(self.words.say("sheet-locked", &[]));
        }
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }

    fn week(&self, week: Week, end: &str) -> String {
        let letter = if week == Week::A { "a" } else { "b" };
        self.words.say(&format!("week-{letter}{end}"), &[])
    }

    fn label(&self, label: &Label) -> String {
        if label.is_code { self.code(&label.text) } else { label.text.clone() }
    }

    /// What is written from left to right in every language.
    fn code(&self, text: &str) -> String {
        if text.is_empty() || !self.words.language().right_to_left() {
            return text.to_owned();
        }
        format!("{MARK}{text}{MARK}")
    }

    fn heights(&mut self) -> Result<(), XlsxError> {
        for (row, lines) in (self.first_row()..).zip(&self.lines) {
            self.page.set_row_height(row, lines * LINE + 4)?;
        }
        Ok(())
    }

    /// The lessons without a slot, below the table.
    fn unplaced(&mut self) -> Result<(), XlsxError> {
        if self.sheet.unplaced.is_empty() {
            return Ok(());
        }
        let mut row = self.first_row() + self.sheet.rows.len() as u32 + 1;
        let title = self.words.say("sheet-unplaced", &[]);
        self.page.write_string_with_format(row, 0, title, &self.looks.title)?;
        for entry in &self.sheet.unplaced {
            row += 1;
            self.page.write_string(row, 0, self.text(entry).replace('\n', " · "))?;
        }
        Ok(())
    }

    /// A page, on its side and not wider than the paper.
    fn paper(&mut self) -> Result<(), XlsxError> {
        let overview = self.sheet.kind.is_overview();
        self.page.set_landscape().set_paper_size(PAPER[usize::from(overview)]);
        self.page.set_print_fit_to_pages(1, u16::from(!overview));
        self.page.set_repeat_rows(HEADING, self.first_row() - 1)?;
        Ok(())
    }

    fn first_row(&self) -> u32 {
        HEADING + 1 + u32::from(self.sheet.kind.is_overview())
    }
}
