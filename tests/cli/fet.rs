//! FET files from end to end: data in, timetable out.

use super::{Desk, text};

const OFFICIAL: &str = include_str!("../../io/tests/fet/official.fet");
const HALF_DAYS: &str = include_str!("../../io/tests/fet/half-days.fet");

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("official.fet", OFFICIAL);
    desk.put("half-days.fet", HALF_DAYS);
    desk
}

#[test]
fn data_become_a_timetable_in_the_same_file() {
    let desk = desk();
    for name in ["official", "half-days"] {
        desk.expect(0, &format!("check {name}.fet"));
        let steps = "--max-steps 60000 --threads 1 --lanes 1";
        desk.expect(0, &format!("solve {name}.fet {steps} -o solved.fet"));
        assert_eq!(desk.expect(0, &format!("verify {name}.fet solved.fet")), "jadwal\t0\t0\n");
        // it is a whole file: data with every lesson where it is
        assert_eq!(desk.expect(0, "verify solved.fet solved.fet"), "jadwal\t0\t0\n");
        desk.expect(0, &format!("print {name}.fet solved.fet -o sheets.html"));
        let again = "--max-steps 2000 --lanes 1 -o again.json";
        desk.expect(0, &format!("solve {name}.fet --start solved.fet {again}"));
        desk.expect(0, &format!("verify {name}.fet again.json"));
    }
}

#[test]
fn data_alone_is_written_word_for_word() {
    let desk = desk();
    desk.expect(0, "convert official.fet again.fet");
    assert_eq!(std::fs::read_to_string(desk.path("again.fet")).unwrap(), OFFICIAL);
    desk.expect(0, "convert official.fet school.toml");
    desk.expect(0, "check school.toml");
}

#[test]
fn a_school_from_elsewhere_becomes_a_fet_file() {
    let desk = desk();
    desk.expect(0, "generate rural --seed 1 -o s.toml");
    desk.expect(0, "convert s.toml data.fet");
    desk.expect(0, "check data.fet");
    desk.expect(0, "solve s.toml --max-steps 1500000 -o solved.fet");
    let rows = desk.expect(0, "verify data.fet solved.fet");
    assert!(rows.starts_with("jadwal\t0\t"), "what FET is told is kept: {rows}");
}

#[test]
fn what_does_not_count_is_told() {
    let desk = desk();
    let kept = "NeverSeenBefore (2)";
    for (line, code) in [
        ("check official.fet --lang en", 0),
        ("check official.fet --lang en --strict", 13),
        ("solve official.fet --lang en --max-steps 20000 --lanes 1 -o x.fet", 0),
        ("solve official.fet --lang en --max-steps 20000 --lanes 1 -o y.fet --strict", 13),
        ("solve half-days.fet --lang en --max-steps 20000 --lanes 1 -o z.fet --strict", 0),
    ] {
        let said = desk.run(line);
        let errors = text(&said.stderr);
        assert_eq!(said.status.code(), Some(code), "{line}\n{errors}");
        assert_eq!(errors.contains(kept), line.contains("official"), "{line}\n{errors}");
    }
    assert!(!desk.path("y.fet").exists(), "nothing is solved that does not count in full");
    let document = desk.document(0, "solve official.fet --max-steps 2000 --lanes 1 --json");
    assert_eq!(document["warnings"][0]["code"], "fet-kept");
}

#[test]
fn weights_are_worth_what_is_said() {
    let desk = desk();
    let fields = "<Weight_Percentage>95</Weight_Percentage><Max_Gaps>0</Max_Gaps>";
    let gaps =
        format!("<ConstraintTeachersMaxGapsPerWeek>{fields}</ConstraintTeachersMaxGapsPerWeek>");
    let end = "</Time_Constraints_List>";
    desk.put("soft.fet", &OFFICIAL.replace(end, &format!("{gaps}{end}")));
    for (flag, name, cost) in [
        ("", "odds", "strength = 19"),
        ("--fet-weights odds", "odds", "strength = 19"),
        ("--fet-weights linear", "linear", "strength = 95"),
        ("--fet-weights log", "log", "strength = 13"),
    ] {
        let said = desk.expect(0, &format!("check soft.fet --lang en {flag}"));
        assert!(said.contains(&format!("`{name}`")), "{flag}: {said}");
        let said: serde_json::Value =
            serde_json::from_str(&desk.expect(0, &format!("check soft.fet --json {flag}")))
                .unwrap();
        assert_eq!(said["fet_weights"], name, "{flag}");
        desk.expect(0, &format!("convert soft.fet school.toml {flag}"));
        let made = std::fs::read_to_string(desk.path("school.toml")).unwrap();
        assert_eq!(made.matches(cost).count(), 1, "{flag}: {made}");
        let steps = "--max-steps 2000 --lanes 1 --json";
        let document = desk.document(0, &format!("solve soft.fet {steps} {flag}"));
        let repeat = document["run"]["repeat"].as_str().unwrap();
        assert!(repeat.contains(flag), "{repeat}");
    }
    desk.put("jadwal.toml", "fet-weights = \"log\"");
    let said = desk.expect(0, "check soft.fet --lang en");
    assert!(said.contains("`log`"), "{said}");
    desk.expect(2, "check soft.fet --fet-weights percent");
    desk.put("jadwal.toml", "fet-weights = \"percent\"");
    desk.expect(2, "check soft.fet");
}

#[test]
fn what_cannot_be_is_refused() {
    let desk = desk();
    desk.put("terms.fet", &OFFICIAL.replace("<Mode>Official", "<Mode>Terms"));
    desk.put("wrong.fet", &OFFICIAL.replacen("<Teacher>Three<", "<Teacher>Thre<", 1));
    for (line, code, expected) in [
        ("check terms.fet", 3, "terms.fet:5:1"),
        ("check wrong.fet", 3, "maybe the teacher `Three` is meant"),
        ("verify official.fet terms.fet", 13, "1A/Maths"),
        ("print official.fet official.fet -o x.fet", 2, "x.fet"),
        ("solve school.xml --max-steps 10 -o x.fet", 2, "x.fet"),
        ("convert school.xml x.fet", 2, "x.fet"),
    ] {
        let output = desk.run(line);
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{line}\n{errors}");
        assert!(errors.contains(expected), "{line}\n{errors}");
    }
}

#[test]
fn exports_go_out_and_come_in() {
    let desk = desk();
    let steps = "--max-steps 60000 --threads 1 --lanes 1";
    desk.expect(0, "convert official.fet out --to fet-csv");
    let list = std::fs::read_to_string(desk.path("out/official_teachers.csv")).unwrap();
    assert_eq!(list.lines().count(), 4, "{list}");
    assert!(!desk.path("out/official_timetable.csv").exists(), "nothing is placed yet");
    // its week is as the timetable says
    desk.expect(0, &format!("solve official.fet {steps} -o solved_timetable.csv"));
    let solved = std::fs::read_to_string(desk.path("solved_timetable.csv")).unwrap();
    assert!(solved.starts_with("\u{feff}\"Activity Id\",\"Day\",\"Hour\""), "{solved}");
    assert!(solved.contains("\"1\",\"Monday\",\"09:00\",\"1A\",\"Maths\""), "{solved}");
    std::fs::rename(desk.path("solved_timetable.csv"), desk.path("out/official_timetable.csv"))
        .unwrap();
    let said = desk.run("check out --lang en");
    assert_eq!(said.status.code(), Some(0), "{}", text(&said.stderr));
    assert!(text(&said.stderr).contains("days and hours are those that the files name"));
    desk.expect(0, &format!("solve out {steps} -o again.fet"));
    assert_eq!(desk.expect(0, "verify out again.fet"), "jadwal\t0\t0\n");
    assert_eq!(desk.expect(0, "verify again.fet again.fet"), "jadwal\t0\t0\n");
    let document = desk.document(0, &format!("solve out {steps} --json"));
    assert_eq!(document["warnings"][0]["code"], "fet-csv-week");
    desk.expect(0, "convert out again --from fet-csv --to fet-csv");
    desk.expect(2, "convert out again --from fet --to fet-csv");
    desk.expect(0, "convert out school.toml");
    desk.expect(0, "convert school.toml third --to fet-csv");
    assert!(desk.path("third/school_activities.csv").exists());
    std::fs::remove_file(desk.path("out/official_timetable.csv")).unwrap();
    let said = desk.run("check out --lang en");
    assert!(text(&said.stderr).contains("5 days of 8 hours"), "{}", text(&said.stderr));
}

#[test]
fn faults_of_exports_name_their_file_and_line() {
    let desk = desk();
    desk.expect(0, "convert official.fet out --to fet-csv");
    let path = desk.path("out/official_activities.csv");
    let good = std::fs::read_to_string(&path).unwrap();
    for (from, to, expected) in [
        ("\"2+1\"", "\"2+2\"", "out/official_activities.csv:2:31: the parts `2+2` do not add up"),
        ("\"Three\"", "\"Thre\"", "maybe the teacher `Three` is meant"),
        (",\"Latin\"", "", "out/official_activities.csv:5:1: the line has 9 cells"),
    ] {
        std::fs::write(&path, good.replacen(from, to, 1)).unwrap();
        let said = desk.run("check out --lang en");
        let errors = text(&said.stderr);
        assert_eq!(said.status.code(), Some(3), "{errors}");
        assert!(errors.contains(expected), "{errors}");
    }
}
