//! Course timetabling from end to end, on the toy instance.

use super::Desk;

const TOY: &str = include_str!("../../instances/toy.ctt");

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("toy.ctt", TOY);
    desk
}

#[test]
fn a_toy_is_checked_solved_and_verified() {
    let desk = desk();
    assert!(desk.expect(0, "check toy.ctt").contains("toy"));
    desk.expect(0, "solve toy.ctt --max-steps 60000 --threads 1 --lanes 1 -o toy.sol");
    let lines = std::fs::read_to_string(desk.path("toy.sol")).unwrap();
    assert_eq!(lines.lines().count(), 15, "a line a lecture: {lines}");
    let said = desk.expect(0, "verify toy.ctt toy.sol");
    let rows: Vec<Vec<&str>> = said.lines().map(|line| line.split('\t').collect()).collect();
    let names: Vec<&str> = rows.iter().map(|row| row[0]).collect();
    let soft = ["RoomCapacity", "MinimumWorkingDays", "CurriculumCompactness", "RoomStability"];
    assert_eq!(names[0], "jadwal");
    assert_eq!(names[1..], soft);
    let costs: Vec<i64> = rows[1..].iter().map(|row| row[1].parse().unwrap()).collect();
    assert_eq!(rows[0][1..], ["0".to_owned(), costs.iter().sum::<i64>().to_string()]);
    // the same again, from there on, and as a document
    desk.expect(0, "solve toy.ctt --start toy.sol --max-steps 2000 --lanes 1 -o again.sol");
    desk.expect(0, "verify toy.ctt again.sol");
    let document = desk.document(0, "solve toy.ctt --max-steps 2000 --lanes 1 --json");
    let rooms = &document["run"]["resource_types"][0];
    assert_eq!(rooms["resource_type"], "Room");
    assert_eq!((&rooms["tightness_per_mille"], &rooms["way"]), (&800.into(), &"afterwards".into()));
    assert!(
        desk.expect(0, "solve toy.ctt --max-steps 2000 --lanes 1").contains("Room: up to 80 %")
    );
}

#[test]
fn a_timetable_that_breaks_something_ends_with_13() {
    let desk = desk();
    desk.put("bad.sol", "algebra hall 0 0\nanalysis hall 0 0\n");
    let said = desk.expect(13, "verify toy.ctt bad.sol --report");
    assert!(said.contains("Conflicts") && said.contains("RoomOccupancy"), "{said}");
}

#[test]
fn what_cannot_be_is_refused() {
    let desk = desk();
    desk.put("cut.ctt", &TOY[..TOY.len() / 2]);
    desk.put("wrong.sol", "algebra hall 0 0\nalgebr hall 9 0\n");
    for (line, code, expected) in [
        ("convert toy.ctt toy.xml", 2, "LimitCrowding"),
        ("convert toy.ctt toy.toml", 2, "toy.ctt"),
        ("solve toy.ctt --max-steps 10 -o toy.html", 2, "toy.html"),
        ("solve school.xml --max-steps 10 -o x.sol", 2, "x.sol"),
        ("check cut.ctt", 3, "END."),
        ("verify toy.ctt wrong.sol", 3, "wrong.sol:2:13"),
        ("verify toy.ctt wrong.sol", 3, "maybe the course `algebra` is meant"),
    ] {
        let output = desk.run(line);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{line}\n{errors}");
        assert!(errors.contains(expected), "{line}\n{errors}");
    }
    assert!(desk.files().iter().all(|name| !name.starts_with("toy.") || name == "toy.ctt"));
}

#[test]
fn a_suite_may_name_instances_of_courses() {
    let desk = desk();
    desk.put(
        "suite.toml",
        "name = \"s\"\nmax-steps = 20000\nseeds = [1]\n[[instance]]\nname = \"toy\"\npath = \"toy.ctt\"\n",
    );
    let said = desk.expect(0, "bench suite.toml --threads 1 --lanes 1");
    assert!(said.contains("toy"), "{said}");
}
