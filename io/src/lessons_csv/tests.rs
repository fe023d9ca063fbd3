use super::*;
use crate::fixture::{Fixture, fixture};

#[test]
fn one_row_for_each_lesson() {
    let Fixture { school, courses, lessons } = &fixture();
    let printed = Printed { school, courses, lessons, summary: None };
    let cases = [
        (
            Language::Arabic,
            "اليوم",
            "الاثنين,1,08:00-10:00,1AC-1,الرياضيات,محمد أمين بن عبد الجليل,S-01,,2",
        ),
        (
            Language::French,
            "Jour",
            "Lundi,1,08:00-10:00,1AC-1,Mathématiques,محمد أمين بن عبد الجليل,S-01,,2",
        ),
        (
            Language::English,
            "Day",
            "Monday,1,08:00-10:00,1AC-1,Mathématiques,محمد أمين بن عبد الجليل,S-01,,2",
        ),
    ];
    for (language, day, maths) in cases {
        let mut written = Vec::new();
        write(&printed, language, &mut written).expect("memory takes all bytes");
        let text = String::from_utf8(written).expect("it is UTF-8");
        let body = text.strip_prefix('\u{feff}').expect("the mark for Excel");
        assert!(body.starts_with(&format!("{day},")), "{body}");
        assert!(body.lines().any(|line| line == maths), "{body}");
        let mut csv = csv::Reader::from_reader(body.as_bytes());
        let rows: Vec<_> = csv.records().map(|row| row.expect("nine fields")).collect();
        assert_eq!(rows.len(), lessons.len());
        assert!(rows.iter().any(|row| &row[5] == "سعيد <المنصوري> & \"الابن\""));
        let last = rows.last().expect("there are rows");
        assert_eq!((&last[0], &last[2], &last[8]), ("", "", "2"), "the lesson without a slot");
    }
}
