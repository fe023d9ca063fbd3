//! What the template is given.

use crate::sheet::names::Label;
use crate::sheet::{Cell, Column, Entry, Row, Sheet, SheetKind};
use crate::words::Words;
use jadwal_model::school::{ClockRange, School, Week};
use serde_json::{Value, json};

/// All sheets, and the words around them.
pub(super) fn document(school: &School, sheets: &[Sheet], words: &Words) -> Value {
    let shown = sheets.iter().filter(|sheet| !sheet.kind.is_overview() || !sheet.rows.is_empty());
    json!({
        "lang": words.language().code(),
        "rtl": words.language().right_to_left(),
        "school": label(&Label::name(&school.name)),
        "year": school.year,
        "time": words.say("sheet-time", &[]),
        "unplaced": words.say("sheet-unplaced", &[]),
        "locked": words.say("sheet-locked", &[]),
        "sheets": shown.map(|sheet| self::sheet(sheet, words)).collect::<Vec<_>>(),
    })
}

fn sheet(sheet: &Sheet, words: &Words) -> Value {
    let entry = |entry: &Entry| self::entry(entry, sheet.kind, words);
    let cell = |cell: &Cell| {
        json!({
            "row": cell.row,
            "column": cell.column,
            "length": cell.length,
            "lanes": cell.lanes,
            "entries": cell.entries.iter().map(entry).collect::<Vec<_>>(),
        })
    };
    json!({
        "wide": sheet.kind.is_overview(),
        "title": sheet.title,
        "subtitle": sheet.subtitle,
        "columns": sheet.columns.iter().map(column).collect::<Vec<_>>(),
        "rows": sheet.rows.iter().map(row).collect::<Vec<_>>(),
        "closed": sheet.closed,
        "cells": sheet.cells.iter().map(cell).collect::<Vec<_>>(),
        "unplaced": sheet.unplaced.iter().map(|entry| unplaced(entry, words)).collect::<Vec<_>>(),
    })
}

fn column(column: &Column) -> Value {
    json!({
        "day": column.day,
        "period": column.period,
        "part": column.part.map(|part| part.name()),
        "from": column.clock.map(|range| range.from.to_string()),
        "until": column.clock.map(|range| range.until.to_string()),
    })
}

fn row(row: &Row) -> Value {
    json!({
        "label": label(&row.label),
        "clock": row.clock.map(clock),
        "part": row.part.map(|part| part.name()),
    })
}

/// Lines of text: the first are bold.
fn entry(entry: &Entry, kind: SheetKind, words: &Words) -> Value {
    let week = |long: bool| {
        entry.week.map(|week| match (week, long) {
            (Week::A, true) => words.say("week-a", &[]),
            (Week::B, true) => words.say("week-b", &[]),
            (Week::A, false) => words.say("week-a-sign", &[]),
            (Week::B, false) => words.say("week-b-sign", &[]),
        })
    };
    let mut lines: Vec<Value> = Vec::new();
    let mut rest: Vec<Value> = Vec::new();
    if kind.is_overview() {
        lines.extend(entry.codes.iter().flatten().map(|code| label(&Label::code(code))));
    } else {
        let audience: Vec<&Label> = entry.audience().collect();
        if kind == SheetKind::Class || audience.is_empty() {
            lines.push(label(&entry.subject));
            lines.extend(audience.into_iter().map(label));
        } else {
            lines.extend(audience.into_iter().map(label));
            rest.push(label(&entry.subject));
        }
        rest.extend(entry.teachers.iter().map(label));
        rest.extend(entry.place.as_ref().map(label));
        rest.extend(entry.clock.map(|range| label(&Label::code(&clock(range)))));
    }
    let bold = if kind.is_overview() { 1 } else { lines.len() };
    lines.extend(rest);
    json!({
        "lines": lines,
        "bold": bold,
        "week": week(!kind.is_overview()),
        "offset": entry.offset,
        "length": entry.length,
        "lane": entry.lane,
        "tint": entry.colour.tint.to_string(),
        "edge": entry.colour.edge.to_string(),
        "locked": entry.locked,
    })
}

fn unplaced(entry: &Entry, words: &Words) -> Value {
    let who = std::iter::once(&entry.subject).chain(entry.audience()).chain(&entry.teachers);
    json!({
        "lines": who.map(label).collect::<Vec<_>>(),
        "length": words.say("sheet-length", &[("n", entry.length.into())]),
        "tint": entry.colour.tint.to_string(),
        "edge": entry.colour.edge.to_string(),
    })
}

fn clock(range: ClockRange) -> String {
    format!("{}–{}", range.from, range.until)
}

/// A text and its direction: that of its first letter, left to right for codes.
fn label(label: &Label) -> Value {
    let first = label.text.chars().find(|letter| letter.is_alphabetic());
    let arabic = first.is_some_and(|letter| ('\u{590}'..='\u{8ff}').contains(&letter));
    json!({ "text": label.text, "rtl": arabic && !label.is_code })
}
