//! Result documents as they come back: changed by hand, cut off, or older than the school.

use super::{Desk, text};
use serde_json::{Value, json};

/// A school, its timetable, and the rows of it.
fn desk() -> (Desk, Value) {
    let desk = Desk::new();
    desk.expect(0, "generate rural --seed 1 -o s.toml");
    let document = desk.document(0, "solve s.toml --json --max-steps 1500000 --progress none");
    desk.put("s.json", &document.to_string());
    desk.expect(0, "verify s.toml s.json");
    (desk, document)
}

/// The position of the first row whose course has another lesson of the same length elsewhere, and
/// of that lesson.
fn alike(document: &Value) -> (usize, usize) {
    let rows = document["timetable"].as_array().unwrap();
    let same = |one: &Value, other: &Value| {
        ["course", "length"].iter().all(|key| one[key] == other[key])
            && one["slot"] != other["slot"]
    };
    let mut pairs = rows.iter().enumerate().filter_map(|(first, row)| {
        let second = (first + 1..rows.len()).find(|&second| same(row, &rows[second]))?;
        Some((first, second))
    });
    pairs.next().unwrap()
}

#[test]
fn a_row_that_disagrees_with_the_school_is_a_violation() {
    let (desk, document) = desk();
    let rows = document["timetable"].as_array().unwrap();
    let other = |key: &str| {
        let first = &rows[0][key];
        rows.iter().map(|row| &row[key]).find(|value| *value != first && !value.is_null()).unwrap()
    };
    let length = rows[0]["length"].as_u64().unwrap();
    for (key, value, wanted) in [
        ("teachers", other("teachers").clone(), "Teacher is"),
        ("teachers", json!([]), "Teacher is nothing"),
        ("length", json!(length + 4), "Length is"),
        ("length", json!(0), "Length is 0"),
        ("audience", other("audience").clone(), "Class or group is"),
        ("subject", other("subject").clone(), "Subject is"),
        ("week", json!("A"), "Week is A"),
        ("week", json!("sometimes"), "Week is sometimes"),
        ("lesson", json!(99), "has no lesson 99"),
        ("lesson", json!(0), "has no lesson 0"),
    ] {
        let mut changed = document.clone();
        changed["timetable"][0][key] = value.clone();
        desk.put("changed.json", &changed.to_string());
        let said = desk.run("verify s.toml changed.json --lang en");
        assert_eq!(said.status.code(), Some(13), "{key} {value}");
        assert!(text(&said.stderr).contains(wanted), "{key}: {}", text(&said.stderr));
        let counted = desk.document(13, "verify s.toml changed.json --json");
        assert!(counted["solutions"][0]["cost"]["hard"].as_i64() > Some(0), "{key}");
    }
    let mut twice = document.clone();
    twice["timetable"].as_array_mut().unwrap().push(rows[0].clone());
    desk.put("twice.json", &twice.to_string());
    assert!(text(&desk.run("verify s.toml twice.json").stderr).contains("stands twice"));
    desk.expect(13, "verify s.toml twice.json");
}

#[test]
fn what_the_school_does_not_have_is_told_at_once_with_its_line() {
    let (desk, document) = desk();
    let mut changed = document.clone();
    changed["timetable"][0]["slot"] = json!("someday9");
    changed["timetable"][1]["course"] = json!("nothing/AT-ALL");
    changed["timetable"][2]["teachers"] = json!(["nobody"]);
    changed["timetable"][3]["room"] = json!("nowhere");
    desk.put("changed.json", &serde_json::to_string_pretty(&changed).unwrap());
    let found = desk.document(3, "verify s.toml changed.json --json");
    let faults = found["faults"].as_array().unwrap();
    let names: Vec<&str> = faults.iter().map(|fault| fault["found"].as_str().unwrap()).collect();
    assert_eq!(names, ["someday9", "nothing/AT-ALL", "nobody", "nowhere"]);
    let shown = std::fs::read_to_string(desk.path("changed.json")).unwrap();
    let lines: Vec<&str> = shown.lines().collect();
    for fault in faults {
        let line = usize::try_from(fault["line"].as_u64().unwrap()).unwrap();
        assert!(lines[line - 1].contains(fault["found"].as_str().unwrap()), "{fault}");
    }
    // an older timetable is no worse a beginning for that
    desk.expect(0, "solve s.toml --start changed.json -o again.json --max-steps 1500000");
}

#[test]
fn what_is_no_document_is_said_in_the_readers_language() {
    let (desk, _) = desk();
    for (content, wanted) in [
        ("{\"timetable\": [", "ينتهي الملف"),
        ("{\"timetable\": [}]", "JSON"),
        ("{\"lessons\": []}", "solve -o result.json"),
        ("{\"timetable\": [{\"course\": 3}]}", "solve -o result.json"),
    ] {
        desk.put("bad.json", content);
        let said = desk.run("verify s.toml bad.json --lang ar");
        let message = text(&said.stderr);
        assert_eq!(said.status.code(), Some(3), "{content}: {message}");
        assert!(message.contains(wanted) && message.contains("bad.json:1:"), "{message}");
        assert!(!message.contains("expected") && !message.contains("missing"), "{message}");
        desk.expect(3, "solve s.toml --start bad.json -o never.json --max-steps 9");
    }
}

#[test]
fn a_lesson_is_locked_and_the_old_timetable_goes_on() {
    let (desk, document) = desk();
    let (first, second) = alike(&document);
    let row = |at: usize, key: &str| document["timetable"][at][key].clone();
    let (course, lesson, slot) = (row(first, "course"), row(first, "lesson"), row(second, "slot"));
    let school = std::fs::read_to_string(desk.path("s.toml")).unwrap();
    let lock = format!("\n[[lock]]\ncourse = {course}\nlesson = {lesson}\nslot = {slot}\n");
    desk.put("locked.toml", &(school + &lock));

    let said = desk.run("verify locked.toml s.json --lang en");
    assert_eq!(said.status.code(), Some(13), "{}", text(&said.stderr));
    let wanted = format!("but the lesson is fixed at {}", slot.as_str().unwrap());
    assert!(text(&said.stderr).contains(&wanted), "{}", text(&said.stderr));
    assert!(!text(&said.stdout).starts_with("jadwal\t0\t"), "{}", text(&said.stdout));

    // another row may say where the lesson is held
    let room = row(first, "room");
    let locked = std::fs::read_to_string(desk.path("locked.toml")).unwrap();
    let apart = format!("\n[[lock]]\ncourse = {course}\nlesson = {lesson}\nroom = {room}\n");
    desk.put("apart.toml", &(locked + &apart));
    let said = desk.run("verify apart.toml s.json --lang en");
    assert!(text(&said.stderr).contains(&wanted), "{}", text(&said.stderr));

    let steps = "--max-steps 1500000 --progress none --json";
    let next = desk.document(0, &format!("solve locked.toml --start s.json {steps}"));
    let moved = next["timetable"].as_array().unwrap().iter();
    let mut moved = moved.filter(|row| row["course"] == course && row["lesson"] == lesson);
    assert_eq!(moved.next().unwrap()["slot"], slot);
    desk.put("next.json", &next.to_string());
    desk.expect(0, "verify locked.toml next.json");
}
