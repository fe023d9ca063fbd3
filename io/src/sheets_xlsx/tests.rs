use super::{Names, write};
use crate::fixture::{Fixture, fixture};
use crate::sheet::{Printed, Sheets, Summary};
use crate::words::{Language, Words};
use calamine::{Data, Range, Reader, Xlsx};
use std::io::Cursor;

fn printed(fixture: &Fixture) -> Printed<'_> {
    let Fixture { school, courses, lessons } = fixture;
    Printed { school, courses, lessons, summary: None }
}

fn written(printed: &Printed<'_>, language: Language) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(printed, language, &mut bytes).expect("memory takes all bytes");
    bytes
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).expect("it is a workbook")
}

/// The text of a cell, without marks of direction.
fn text(range: &Range<Data>, row: usize, column: usize) -> String {
    let at = (u32::try_from(row).expect("small"), u32::try_from(column).expect("small"));
    range.get_value(at).map(|cell| cell.to_string().replace('\u{200e}', "")).unwrap_or_default()
}

#[test]
fn every_lesson_stands_in_its_cell_on_each_sheet_in_every_language() {
    let fixture = fixture();
    let printed = printed(&fixture);
    for language in [Language::Arabic, Language::French, Language::English] {
        let words = Words::new(language);
        let sheets = Sheets::new(printed, &words);
        let bytes = written(&printed, language);
        let mut book = open(&bytes);
        let names = book.sheet_names();
        let mut all = sheets.overviews();
        all.extend(fixture.school.classes.ids().map(|id| sheets.class(id)));
        assert_eq!(names.len(), all.len(), "{language:?}");
        let mut seen = 0;
        for (name, sheet) in names.iter().zip(&all) {
            let range = book.worksheet_range(name).expect("there is such a sheet");
            assert_eq!(text(&range, 1, 0), sheet.title, "{language:?}");
            let overview = sheet.kind.is_overview();
            let first = if overview { 6 } else { 5 };
            for (row, who) in sheet.rows.iter().enumerate() {
                assert!(text(&range, first + row, 0).starts_with(&who.label.text), "{name}");
            }
            for cell in &sheet.cells {
                for entry in &cell.entries {
                    let wanted = match (&entry.codes, overview) {
                        ([Some(code), _], true) => code,
                        _ => &entry.subject.text,
                    };
                    let (row, column) = if overview {
                        (cell.row, cell.column + entry.offset)
                    } else {
                        (cell.row + entry.offset, cell.column)
                    };
                    let found = text(&range, first + row, 1 + column);
                    assert!(found.contains(wanted), "{name} {row} {column}: {found}");
                    seen += 1;
                }
            }
            let unplaced = text(&range, first + sheet.rows.len() + 1, 0);
            assert_eq!(unplaced.is_empty(), sheet.unplaced.is_empty(), "{name}: {unplaced}");
        }
        assert!(seen > fixture.lessons.len(), "{seen}");
    }
}

#[test]
fn the_same_timetable_gives_the_same_bytes() {
    let fixture = fixture();
    let bytes = written(&printed(&fixture), Language::English);
    assert_eq!(bytes, written(&printed(&fixture), Language::English));
}

#[test]
fn findings_stand_on_the_last_sheet() {
    let fixture = fixture();
    let summary = Summary { title: "Costs".into(), lines: vec![("all".into(), "12".into())] };
    let printed = Printed { summary: Some(&summary), ..printed(&fixture) };
    let bytes = written(&printed, Language::English);
    let mut book = open(&bytes);
    let last = book.sheet_names().pop().expect("there are sheets");
    let range = book.worksheet_range(&last).expect("it is there");
    assert_eq!(
        [text(&range, 0, 0), text(&range, 2, 0), text(&range, 2, 1)],
        ["Costs", "all", "12"]
    );
}

#[test]
fn names_of_sheets_are_what_a_spreadsheet_allows() {
    let mut names = Names::default();
    let long = "a".repeat(40);
    for (wanted, expected) in [
        ("1AC-1", "1AC-1"),
        ("1ac-1", "1ac-1 (2)"),
        ("1AC/2: [x]", "1AC 2   x"),
        ("'q'", "q"),
        ("", " (2)"),
        ("History", "History (2)"),
        (&long, &long[..31]),
        (&long, &format!("{} (2)", &long[..27])),
    ] {
        assert_eq!(names.name(wanted), expected, "{wanted}");
    }
}
