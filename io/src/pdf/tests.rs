use super::*;
use crate::fixture::{Fixture, fixture};
use crate::sheet::Whose;
use jadwal_model::Id;

fn printed(fixture: &Fixture) -> Printed<'_> {
    let Fixture { school, courses, lessons } = fixture;
    Printed { school, courses, lessons, summary: None }
}

/// The widths of all pages, in points.
fn widths(pdf: &[u8]) -> Vec<u32> {
    let text = String::from_utf8_lossy(pdf);
    let boxes = text.split("/MediaBox").skip(1);
    boxes
        .map(|rest| {
            let inside = rest.trim_start().trim_start_matches('[').split(']').next();
            let third = inside.and_then(|numbers| numbers.split_whitespace().nth(2));
            third.and_then(|number| number.parse::<f64>().ok()).expect("four numbers") as u32
        })
        .collect()
}

#[test]
fn one_page_for_each_sheet() {
    let fixture = fixture();
    for language in [Language::Arabic, Language::French] {
        let mut pdf = Vec::new();
        write(&printed(&fixture), language, &mut pdf).expect("the sheets can be set");
        let (a3, a4) = (1190, 841);
        let mut expected = vec![a3; 3];
        expected.resize(3 + 3 + 9 + 6, a4);
        assert_eq!(widths(&pdf), expected, "{language:?}");
        let mut again = Vec::new();
        write(&printed(&fixture), language, &mut again).expect("the sheets can be set");
        assert!(pdf == again, "the same timetable gives the same bytes");
    }
}

#[test]
fn codes_and_clock_times_keep_their_direction() {
    let fixture = fixture();
    let words = Words::new(Language::Arabic);
    let sheets = Sheets::new(printed(&fixture), &words);
    let sheet = sheets.teacher(jadwal_model::school::TeacherId::new(3));
    let data = data::document(&fixture.school, &[sheet], &words);
    assert_eq!(data["rtl"], true);
    let mut seen = 0;
    for cell in data["sheets"][0]["cells"].as_array().expect("a list") {
        for entry in cell["entries"].as_array().expect("a list") {
            for line in entry["lines"].as_array().expect("a list") {
                let text = line["text"].as_str().expect("a text");
                let arabic = text.contains(|letter| ('\u{621}'..='\u{64a}').contains(&letter));
                assert_eq!(line["rtl"], arabic, "{text}");
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn names_are_text_and_never_markup() {
    let mut fixture = fixture();
    fixture.school.name = "#panic() \" \\ $x$ *b*".into();
    let words = Words::new(Language::French);
    let printed = printed(&fixture);
    let sheet = Sheets::new(printed, &words).class(jadwal_model::school::ClassId::new(0));
    let title = Sheets::new(printed, &words).title(Whose::Class(Id::new(0)));
    assert_eq!(sheet.title, title);
    let mut pdf = Vec::new();
    write_sheets(&fixture.school, &[sheet], &words, &mut pdf).expect("the sheet can be set");
    assert_eq!(widths(&pdf).len(), 1);
}

#[test]
fn an_empty_school_has_an_empty_page() {
    let mut pdf = Vec::new();
    let words = Words::new(Language::Arabic);
    write_sheets(&School::default(), &[], &words, &mut pdf).expect("nothing can be set");
    assert_eq!(widths(&pdf).len(), 1);
}
