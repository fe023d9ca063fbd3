//! A director's school at the command line: generated, checked, solved, printed, and in every format.

use super::{Desk, text};

impl Desk {
    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }
}

#[test]
fn a_school_is_the_same_in_every_format_and_language() {
    let desk = Desk::new();
    desk.expect(0, "generate college --seed 7 -o made.toml");
    desk.expect(0, "convert made.toml plain.toml --lang en");
    for language in ["ar", "fr", "en"] {
        desk.expect(0, &format!("convert made.toml book.xlsx --lang {language}"));
        desk.expect(0, "convert book.xlsx from-book.toml --lang en");
        desk.expect(0, &format!("convert made.toml {language} --to csv --lang {language}"));
        desk.expect(0, &format!("convert {language} from-csv.toml --lang en"));
        assert_eq!(desk.read("from-book.toml"), desk.read("plain.toml"), "{language}");
        assert_eq!(desk.read("from-csv.toml"), desk.read("plain.toml"), "{language}");
        desk.expect(0, &format!("template -o empty.xlsx --lang {language}"));
        desk.expect(0, "check empty.xlsx");
    }
    assert!(text(&desk.run("convert made.toml no.xml").stderr).contains("XHSTT"), "it says why");
    desk.expect(2, "convert made.toml no.xml");
    desk.expect(2, "convert school.xml no.xlsx");
}

#[test]
fn a_school_is_solved_counted_and_printed() {
    let desk = Desk::new();
    desk.expect(0, "generate rural --seed 1 -o s.toml");
    let solve = "solve s.toml -o s.json --max-steps 1500000 --progress none --json";
    let document = desk.document(0, solve);
    assert_eq!(document["cost"]["hard"], 0);
    let rows = document["timetable"].as_array().unwrap();
    assert!(rows.len() > 150 && rows.iter().all(|row| row["slot"].is_string()), "all are placed");
    let sum: i64 =
        document["by_rule"].as_array().unwrap().iter().map(|r| r["soft"].as_i64().unwrap()).sum();
    assert_eq!(document["cost"]["soft"], sum, "the rules make up the cost");
    assert_eq!(document["figures"]["unplaced"], 0);
    assert_eq!(document["figures"]["class_gaps"]["total"], 0, "a hard rule of the school");
    let fair = document["fairness"]["class_afternoons"].as_f64().unwrap();
    assert!(fair > 0.5 && fair <= 1.0, "{fair}");
    let counted = desk.expect(0, "verify s.toml s.json");
    assert_eq!(counted.trim_end(), format!("jadwal\t0\t{sum}"));

    // one lesson moved onto another of its class: verify does not believe the document
    let mut moved = document.clone();
    let audience = moved["timetable"][0]["audience"].clone();
    let other = rows.iter().skip(1).find(|row| row["audience"] == audience).unwrap();
    moved["timetable"][0]["slot"] = other["slot"].clone();
    desk.put("moved.json", &moved.to_string());
    desk.expect(13, "verify s.toml moved.json");
    desk.put("cut.json", "{\"timetable\": [");
    desk.expect(3, "verify s.toml cut.json");

    for (file, wanted) in
        [("s.html", "dir=\"rtl\""), ("s.csv", "1AC-1"), ("s.svg", "<svg"), ("s.ics", "RRULE")]
    {
        let flags = "--who MATH1 --from 2026-09-07 --until 2027-06-30";
        let flags = if file == "s.ics" { flags } else { "" };
        desk.expect(0, &format!("print s.toml s.json -o {file} --lang ar {flags}"));
        assert!(desk.read(file).contains(wanted), "{file} has no {wanted}");
    }
    desk.expect(2, "print s.toml s.json -o s.ics");
    desk.expect(2, "print school.xml s.json -o s.html");
}

#[test]
fn faults_of_a_school_name_line_or_cell_all_at_once() {
    let desk = Desk::new();
    desk.expect(0, "generate rural --seed 1 -o s.toml");
    let bad = desk.read("s.toml").replacen("size = ", "size = \"many\" # ", 1);
    desk.put("bad.toml", &bad.replacen("kind = \"gaps\"", "kind = \"gasp\"", 1));
    let document = desk.document(3, "solve bad.toml -o never.json --json");
    let faults = document["faults"].as_array().unwrap();
    assert!(faults.len() >= 2 && faults.iter().all(|fault| fault["line"].is_u64()), "{faults:?}");
    assert!(!desk.path("never.json").exists());

    desk.expect(0, "convert s.toml csv --to csv --lang en");
    let teachers = desk.read("csv/teacher.csv");
    assert!(teachers.contains(",MATH,"), "a subject stands between commas");
    desk.put("csv/teacher.csv", &teachers.replacen(",MATH,", ",MTAH,", 1));
    let said = text(&desk.run("check csv").stderr);
    assert!(said.contains("teacher.csv!") && said.contains("MTAH"), "{said}");
}

#[test]
fn a_folder_of_an_older_school_keeps_nothing_of_it() {
    let desk = Desk::new();
    desk.put("old.toml", include_str!("../../instances/tiny.toml"));
    let old = desk.read("old.toml");
    let end = old.find("# Locked").unwrap();
    desk.put("new.toml", &old[..end]);
    desk.expect(0, "convert new.toml plain.toml");
    for school in ["old.toml", "new.toml"] {
        desk.expect(0, &format!("convert {school} folder --to csv"));
    }
    desk.expect(0, "convert folder back.toml");
    assert_eq!(desk.read("back.toml"), desk.read("plain.toml"));
}

#[test]
fn a_calendar_has_its_dates_in_order_and_knows_week_a() {
    let desk = Desk::new();
    desk.put("s.toml", include_str!("../../instances/tiny.toml"));
    desk.expect(0, "solve s.toml -o s.json --max-steps 100000");
    let print = "print s.toml s.json -o s.ics --who 1AC-2 --from";
    desk.expect(2, &format!("{print} 2026-09-07 --until 2027-06-30"));
    desk.expect(2, &format!("{print} 2026-09-07 --until 2026-09-06 --week-a 2026-09-07"));
    let mut starts = Vec::new();
    for week_a in ["2026-09-07", "2026-09-14"] {
        desk.expect(0, &format!("{print} 2026-09-07 --until 2027-06-30 --week-a {week_a}"));
        let calendar = desk.read("s.ics");
        let starting = calendar.lines().filter(|line| line.starts_with("DTSTART"));
        starts.push(starting.map(str::to_owned).collect::<Vec<_>>());
    }
    assert_ne!(starts[0], starts[1], "what is held every other week moves by a week");
}

#[test]
fn check_says_why_a_school_cannot_work() {
    let desk = Desk::new();
    desk.expect(0, "generate college --seed 1 --impossible rooms -o s.toml");
    let document = desk.document(10, "check s.toml --json");
    assert_eq!(document["status"], "impossible");
    let finding = &document["findings"][0];
    assert!(finding["needed"].as_i64() > finding["available"].as_i64(), "{finding}");
    assert!(!finding["repairs"].as_array().unwrap().is_empty(), "{finding}");
    for (language, word) in [("ar", "مستحيل"), ("fr", "IMPOSSIBLE"), ("en", "IMPOSSIBLE")] {
        assert!(desk.expect(10, &format!("check s.toml --lang {language}")).contains(word));
    }
    desk.expect(2, "generate rural --impossible rooms -o never.toml");
    desk.expect(2, "generate palace -o never.toml");
}
