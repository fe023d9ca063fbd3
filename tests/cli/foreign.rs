//! Files of aSc Timetables and of Untis from end to end: data in, timetable out.

use super::{Desk, text};

const ASC: &str = include_str!("../../io/tests/asc/school.asc.xml");
const UNTIS: [(&str, &str); 7] = [
    ("GPU001.TXT", include_str!("../../io/tests/untis/GPU001.TXT")),
    ("GPU002.TXT", include_str!("../../io/tests/untis/GPU002.TXT")),
    ("GPU003.TXT", include_str!("../../io/tests/untis/GPU003.TXT")),
    ("GPU004.TXT", include_str!("../../io/tests/untis/GPU004.TXT")),
    ("GPU005.TXT", include_str!("../../io/tests/untis/GPU005.TXT")),
    ("GPU006.TXT", include_str!("../../io/tests/untis/GPU006.TXT")),
    ("GPU016.TXT", include_str!("../../io/tests/untis/GPU016.TXT")),
];
const STEPS: &str = "--max-steps 60000 --threads 1 --lanes 1";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("school.asc.xml", ASC);
    std::fs::create_dir(desk.path("gpu")).unwrap();
    for (name, text) in UNTIS {
        desk.put(&format!("gpu/{name}"), text);
    }
    desk
}

#[test]
fn a_file_of_asc_gets_its_cards() {
    let desk = desk();
    desk.put("other.xml", ASC);
    for name in ["school.asc.xml", "other.xml"] {
        desk.expect(0, &format!("check {name}"));
        desk.expect(0, &format!("solve {name} {STEPS} -o solved.xml"));
        assert!(desk.expect(0, &format!("verify {name} solved.xml")).starts_with("jadwal\t0\t"));
        assert!(desk.expect(0, "verify solved.xml solved.xml").starts_with("jadwal\t0\t"));
    }
    let solved = std::fs::read_to_string(desk.path("solved.xml")).unwrap();
    let before_cards = |text: &str| text.split("<cards").next().unwrap().to_owned();
    assert_eq!(before_cards(&solved), before_cards(ASC), "all else is word for word");
    assert_eq!(solved.matches("<card ").count(), 17, "a card for every period");
    desk.expect(0, &format!("solve school.asc.xml {STEPS} --start solved.xml -o again.json"));
    desk.expect(0, "print school.asc.xml again.json -o sheets.html");
    desk.expect(0, "print school.asc.xml again.json -o again.asc.xml");
    desk.expect(0, "verify school.asc.xml again.asc.xml");
    // its own cards lack one lesson
    assert!(desk.expect(13, "verify school.asc.xml school.asc.xml").starts_with("jadwal\t1\t"));
}

#[test]
fn what_a_file_of_asc_does_not_say_is_told() {
    let desk = desk();
    let said = desk.run("check school.asc.xml --lang en");
    let errors = text(&said.stderr);
    assert_eq!(said.status.code(), Some(0), "{errors}");
    for part in ["held all year (1)", "attend no lesson (2)", "says nothing of who is absent"] {
        assert!(errors.contains(part), "{part}: {errors}");
    }
    for (language, part) in [("ar", "لا يذكر"), ("fr", "ne dit rien des absences")] {
        let said = desk.run(&format!("check school.asc.xml --lang {language}"));
        assert!(text(&said.stderr).contains(part), "{part}");
    }
    desk.expect(13, "check school.asc.xml --strict");
    desk.expect(13, &format!("solve school.asc.xml {STEPS} --strict -o x.xml"));
    assert!(!desk.path("x.xml").exists());
    let document = desk.document(0, &format!("solve school.asc.xml {STEPS} --json"));
    let codes: Vec<&str> = document["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|warning| warning["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["foreign-left-out", "asc-unsaid"]);
}

#[test]
fn a_school_goes_to_asc_and_to_untis_and_back() {
    let desk = desk();
    desk.expect(0, "convert school.asc.xml again.asc.xml");
    assert_eq!(std::fs::read_to_string(desk.path("again.asc.xml")).unwrap(), ASC);
    desk.expect(0, "convert school.asc.xml school.toml");
    desk.expect(0, "check school.toml");
    desk.expect(0, "convert school.toml made.asc.xml");
    desk.expect(0, "check made.asc.xml");
    desk.expect(0, "convert school.toml made --to untis");
    desk.expect(0, "check made");
    desk.expect(0, "generate rural --seed 1 -o s.toml");
    desk.expect(0, "solve s.toml --max-steps 1500000 -o s.json");
    for (file, from) in [("s.asc.xml", "asc"), ("GPU001.TXT", "untis")] {
        desk.expect(0, &format!("print s.toml s.json -o {file}"));
        let ours = desk.expect(0, "verify s.toml s.json");
        assert_eq!(desk.expect(0, &format!("verify s.toml {file}")), ours, "{from}");
    }
    desk.expect(0, "check s.asc.xml");
    // a yard that holds several lessons at once is one room there
    let said = desk.run("print s.toml s.json -o s.asc.xml --lang en");
    assert!(text(&said.stderr).contains("not said in full"), "{}", text(&said.stderr));
}

#[test]
fn courses_that_the_search_cuts_and_staffs_come_back_as_they_were_written() {
    let desk = Desk::new();
    desk.put("s.toml", include_str!("../../io/tests/foreign/cut.toml"));
    // a list beside a file of Untis could be one that was read
    std::fs::create_dir(desk.path("sheets")).unwrap();
    desk.expect(0, &format!("solve s.toml {STEPS} -o s.json"));
    let ours = desk.expect(0, "verify s.toml s.json");
    assert!(ours.starts_with("jadwal\t0\t"), "{ours}");
    for file in ["s.asc.xml", "GPU001.TXT"] {
        desk.expect(0, &format!("print s.toml s.json -o {file}"));
        assert_eq!(desk.expect(0, &format!("verify s.toml {file}")), ours, "{file}");
        let given = |from: &str| {
            desk.expect(0, &format!("print s.toml {from} -o sheets/lessons.csv"));
            let text = std::fs::read_to_string(desk.path("sheets/lessons.csv")).unwrap();
            ["ali", "bea", "chen", "dris"].map(|teacher| text.matches(teacher).count())
        };
        assert_eq!(given(file), given("s.json"), "{file}");
        desk.expect(0, &format!("solve s.toml --max-steps 10 --start {file} -o next.json"));
    }
    let text = std::fs::read_to_string(desk.path("s.asc.xml")).unwrap();
    desk.put("s.asc.xml", &text.replacen("teacherids=\"T", "teacherids=\"T9", 1));
    let said = desk.run("verify s.toml s.asc.xml --lang en");
    assert!(super::text(&said.stderr).contains("there is no teacher `T9"));
}

#[test]
fn files_of_untis_get_a_timetable() {
    let desk = desk();
    for input in ["gpu", "gpu/GPU002.TXT"] {
        let said = desk.run(&format!("check {input} --lang en"));
        let errors = text(&said.stderr);
        assert_eq!(said.status.code(), Some(0), "{errors}");
        for part in ["to be ignored, here not held (1)", "do not have the time grid"] {
            assert!(errors.contains(part), "{part}: {errors}");
        }
        desk.expect(0, &format!("solve {input} {STEPS} -o GPU001.TXT"));
        assert!(desk.expect(0, &format!("verify {input} GPU001.TXT")).starts_with("jadwal\t0\t"));
    }
    let solved = std::fs::read_to_string(desk.path("GPU001.TXT")).unwrap();
    assert!(solved.contains("3,\"1A\",\"Be\",\"EPS\",\"Gym\",4,5,,\r\n"), "what is fixed stays");
    assert!(solved.contains("3,\"1B\",\"Ch\",\"EPS\",\"R2\",4,5,,\r\n"), "{solved}");
    assert_eq!(solved.lines().count(), 19, "a line for each period and class");
    desk.expect(2, &format!("solve gpu {STEPS} -o gpu/GPU001.TXT"));
    desk.expect(2, &format!("solve gpu/GPU002.TXT {STEPS} -o gpu/GPU001.TXT"));
    desk.expect(0, "convert gpu copy");
    for (name, text) in UNTIS {
        let copied = std::fs::read_to_string(desk.path(&format!("copy/{name}"))).unwrap();
        assert_eq!(copied, text);
    }
    desk.expect(0, "convert gpu school.toml");
    desk.expect(0, "check school.toml");
    desk.expect(0, "convert gpu school.asc.xml");
    desk.expect(0, "check school.asc.xml");
    for (name, _) in UNTIS.iter().filter(|(name, _)| *name != "GPU002.TXT") {
        std::fs::remove_file(desk.path(&format!("gpu/{name}"))).unwrap();
    }
    let said = desk.run("check gpu --lang en");
    assert!(text(&said.stderr).contains("Monday to Friday with 8 periods"));
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    let desk = desk();
    desk.put("teacher.xml", &ASC.replacen("teacherids=\"TA\"", "teacherids=\"TAA\"", 1));
    desk.put("twice.xml", &ASC.replacen("lessonid=\"L7\"", "lessonid=\"L3\"", 1));
    desk.put("cut.xml", &ASC[..3000]);
    for (line, code, expected) in [
        ("check teacher.xml", 3, "teacher.xml:70:7: there is no teacher `TAA`"),
        ("check teacher.xml", 3, "maybe the teacher `TA` is meant"),
        ("check twice.xml", 3, "twice.xml:95:7: lesson `L3` has 3 placed periods"),
        ("check cut.xml", 3, "the file ends inside"),
        ("solve school.xml --max-steps 10 -o x.asc.xml", 2, "x.asc.xml"),
        ("solve school.xml --max-steps 10 -o GPU001.TXT", 2, "GPU001.TXT"),
        ("convert school.asc.xml x.toml --from untis", 2, "--from"),
        ("convert gpu x.toml --from asc", 2, "--from"),
        ("solve gpu --max-steps 10 -o notes.txt", 2, "notes.txt"),
    ] {
        let output = desk.run(&format!("{line} --lang en"));
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{line}\n{errors}");
        assert!(errors.contains(expected), "{line}\n{errors}");
    }
    let wrong = UNTIS[1].1.replacen("\"Be\",\"Ar\"", "\"Bo\",\"Ar\"", 1);
    desk.put("gpu/GPU002.TXT", &wrong);
    let output = desk.run("check gpu --lang en");
    let errors = text(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{errors}");
    assert!(errors.contains("gpu/GPU002.TXT:2:15: there is no teacher `Bo`"), "{errors}");
}
