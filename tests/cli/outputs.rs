//! What is written where: by the ending of a file, and never in the place of what was read.

use super::{Desk, text};

/// A small school and a timetable of it.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.expect(0, "generate rural --seed 1 -o s.toml");
    desk.expect(0, "solve s.toml -o s.json --max-steps 1500000");
    desk
}

#[test]
fn what_was_read_is_never_overwritten() {
    let desk = desk();
    desk.expect(0, "convert s.toml book.xlsx");
    desk.expect(0, "convert s.toml csv --to csv");
    std::fs::create_dir(desk.path("x")).unwrap();
    let names = ["s.toml", "book.xlsx", "s.json", "school.xml"];
    let read = |name: &str| std::fs::read(desk.path(name)).unwrap();
    let before = names.map(read);
    for line in [
        "solve s.toml -o s.toml --max-steps 9",
        "solve s.toml -o x/../s.toml --max-steps 9",
        "solve book.xlsx -o book.xlsx --max-steps 9",
        "solve school.xml -o school.xml --max-steps 9",
        "solve csv -o csv/plan.csv --max-steps 9",
        "solve csv -o csv/room.csv --max-steps 9",
        "print book.xlsx s.json -o book.xlsx",
        "print s.toml s.json -o s.json",
    ] {
        let said = desk.run(line);
        assert_eq!(said.status.code(), Some(2), "{line}");
        assert!(text(&said.stderr).contains("what was read"), "{line}: {}", text(&said.stderr));
    }
    assert_eq!(before, names.map(read), "nothing was touched");
    assert!(!desk.path("csv/plan.csv").exists());
    desk.expect(0, "solve s.toml --start s.json -o s.json --max-steps 9");
}

#[test]
fn an_ending_that_says_no_format_is_refused() {
    let desk = desk();
    let before = desk.files();
    for (line, wanted) in [
        ("solve s.toml -o plan.doc --max-steps 9", "json, html, pdf, xlsx"),
        ("solve s.toml -o plan --max-steps 9", "json, html, pdf, xlsx"),
        ("solve s.toml -o plan.toml --max-steps 9", "json, html, pdf, xlsx"),
        ("solve school.xml -o plan.doc --max-steps 9", "xml, json"),
        ("solve school.xml -o plan.xlsx --max-steps 9", "needs a school"),
        ("print s.toml s.json -o plan.doc", "html, pdf, xlsx, csv, svg, ics"),
        ("print s.toml s.json -o plan.json", "html, pdf, xlsx, csv, svg, ics"),
        ("template -o t.csv", "xlsx"),
        ("generate rural -o g.json", "toml, xlsx"),
        ("convert s.toml s.doc", "toml, xlsx, xml"),
    ] {
        let said = desk.run(line);
        assert_eq!(said.status.code(), Some(2), "{line}");
        assert!(text(&said.stderr).contains(wanted), "{line}: {}", text(&said.stderr));
    }
    assert_eq!(desk.files(), before, "nothing was written");
}

#[test]
fn a_timetable_is_written_as_a_workbook() {
    let desk = desk();
    desk.expect(0, "solve s.toml -o solved.xlsx --max-steps 1500000 --lang fr");
    desk.expect(0, "print s.toml s.json -o printed.xlsx --lang fr");
    desk.expect(0, "generate rural --seed 1 -o g.xlsx");
    let start = |name: &str| std::fs::read(desk.path(name)).unwrap()[..2].to_vec();
    for name in ["solved.xlsx", "printed.xlsx", "g.xlsx"] {
        assert_eq!(start(name), b"PK", "{name}");
    }
    desk.expect(0, "check g.xlsx");
    desk.expect(3, "check printed.xlsx");
}
