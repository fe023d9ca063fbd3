//! What a director reads in a terminal is in the school's words and in one language.

use super::{Desk, text};

const TINY: &str = include_str!("../../instances/tiny.toml");

#[test]
fn a_timetable_is_shown_of_a_class_a_teacher_or_a_room() {
    let desk = Desk::new();
    desk.expect(0, "generate rural --seed 1 -o s.toml");
    let solve = "solve s.toml --max-steps 1500000 --progress none --lang";
    let arabic = desk.expect(0, &format!("{solve} ar --show 1AC-1,MATH1"));
    let (class, teacher) = arabic.split_once("MATH1").unwrap();
    for part in ["الاثنين", "1AC-1", "القسم"] {
        assert!(class.contains(part), "no {part} in\n{class}");
    }
    assert!(teacher.contains("1AC-1") && !arabic.contains("Class"), "{arabic}");
    let french = desk.expect(0, &format!("{solve} fr --show some"));
    assert!(french.contains("Classe 1AC-1") && french.contains("Lundi"), "{french}");
    assert!(!french.contains("1AC-1["), "parts of classes are nobody's word: {french}");
    desk.expect(2, "solve s.toml --max-steps 9 --show nobody-9");
}

#[test]
fn check_counts_what_the_school_has() {
    let desk = Desk::new();
    desk.expect(0, "generate college --seed 1 -o s.toml");
    let school = std::fs::read_to_string(desk.path("s.toml")).unwrap();
    let classes = school.matches("[[class]]").count();
    for (language, wanted) in [("ar", "الأقسام: "), ("fr", "Classes : "), ("en", "Classes: ")]
    {
        let said = desk.expect(0, &format!("check s.toml --lang {language}"));
        let said = said.replace(['\u{2068}', '\u{2069}'], "");
        assert!(said.contains(&format!("{wanted}{classes}")), "{said}");
        assert!(!said.contains("Class:") && !said.contains("Class :"), "{said}");
    }
}

#[test]
fn a_school_is_known_as_one_whatever_it_lacks() {
    let desk = Desk::new();
    let headless = TINY.replacen("[school]", "[[level]]", 1);
    for (name, content, code, wanted) in [
        ("empty.toml", String::new(), 3, "no row for the school itself"),
        ("headless.toml", headless.clone(), 3, "no row for the school itself"),
        ("headless", headless, 3, "no row for the school itself"),
        ("long.toml", format!("{}{TINY}", "# a long comment\n".repeat(999)), 0, ""),
        ("bad.xlsx", "PK\u{3}\u{4} xl/ nothing".to_owned(), 3, "not a workbook"),
        ("text.xlsx", "a text".to_owned(), 3, "not a workbook"),
    ] {
        desk.put(name, &content);
        let said = desk.run(&format!("check {name} --lang en"));
        let message = text(&said.stderr);
        assert_eq!(said.status.code(), Some(code), "{name}: {message}");
        assert!(message.contains(wanted) && !message.contains("HighSchool"), "{name}: {message}");
        let bytes = name.ends_with(".xlsx") && (message.contains("PK") || message.contains(":1:"));
        assert!(!bytes && !message.contains("EOCD"), "{name}: {message}");
    }
}

#[test]
fn a_subject_without_a_teacher_is_told_once_with_its_hours() {
    let desk = Desk::new();
    let more = "\n[[subject]]\ncode = \"MUSIC\"\nname_fr = \"Musique\"\n\n[[course]]\ncode = \"m\"\n\
        subject = \"MUSIC\"\naudience = [\"1AC-2\"]\nhours = 2\nblocks = \"1+1\"\nteachers = [\"any\"]\n";
    desk.put("s.toml", &(TINY.to_owned() + more));
    for (language, wanted) in [
        ("ar", "من الساعات الأسبوعية بلا أستاذ"),
        ("fr", "aucun professeur ne peut assurer Musique : 2 h"),
        ("en", "no teacher can give Musique: 2 h"),
    ] {
        let said = desk.expect(10, &format!("check s.toml --lang {language}"));
        assert_eq!(said.matches(wanted).count(), 1, "{said}");
    }
}

#[test]
fn no_repair_is_named_twice() {
    let desk = Desk::new();
    desk.expect(0, "generate lycee --seed 1 --impossible odd-hour -o s.toml");
    let document = desk.document(10, "check s.toml --json");
    for finding in document["findings"].as_array().unwrap() {
        for key in ["because", "repairs"] {
            let lines = finding[key].as_array().unwrap();
            let twice = lines.iter().enumerate().find(|(at, line)| lines[..*at].contains(line));
            assert_eq!(twice, None, "{finding}");
        }
    }
}
