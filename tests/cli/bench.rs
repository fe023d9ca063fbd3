//! Campaigns: several limits, figures, reports, comparisons and trends.

use crate::{Desk, text};
use serde_json::Value;

/// A desk with a suite of one small school, with two limits and three seeds.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("suite.toml", &suite("max-steps = [400, 4000]"));
    desk
}

fn suite(limits: &str) -> String {
    format!(
        "name = \"small\"\n{limits}\nseeds = [1, 2, 3]\n\
        [[instance]]\nname = \"a school\"\npath = \"school.xml\"\nknown = \"0/0\"\n"
    )
}

fn json(desk: &Desk, name: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(desk.path(name)).unwrap()).unwrap()
}

fn read(desk: &Desk, name: &str) -> String {
    std::fs::read_to_string(desk.path(name)).unwrap()
}

#[test]
fn every_limit_is_a_run_and_a_group_of_columns() {
    let desk = desk();
    let said = desk.expect(0, "bench suite.toml -o out --lang en");
    for part in ["| 400 steps: median |", "| 4000 steps: median |"] {
        assert!(said.contains(part), "no `{part}` in\n{said}");
    }
    let record = json(&desk, "out/raw.json");
    let steps = |row: &Value| row["max_steps"][0].as_u64().unwrap();
    let rows: Vec<u64> = record["rows"].as_array().unwrap().iter().map(steps).collect();
    assert_eq!(rows, [400, 400, 400, 4000, 4000, 4000]);
    assert_eq!(record["summaries"].as_array().unwrap().len(), 2);

    let one = desk.expect(0, "bench suite.toml --max-steps 400 --lang en");
    assert!(one.contains("| runs | min | median |"), "{one}");
    for (name, limits, code) in [
        ("a list of one", "max-steps = [400]", 0),
        ("none", "time-limits = []", 2),
        ("a time that is none", "time-limits = [\"soon\"]", 2),
        ("both names", "time-limit = \"1s\"\ntime-limits = [\"1s\"]", 2),
    ] {
        desk.put("other.toml", &suite(limits));
        let output = desk.run("bench other.toml");
        assert_eq!(output.status.code(), Some(code), "{name}: {}", text(&output.stderr));
    }
}

#[test]
fn figures_by_steps_are_the_same_twice() {
    let desk = desk();
    desk.expect(0, "bench suite.toml -o one");
    desk.expect(0, "bench suite.toml -o two --threads 1 --lanes 2");
    let (one, two) = (json(&desk, "one/raw.json"), json(&desk, "two/raw.json"));
    for index in 0..2 {
        let (one, two) = (&one["summaries"][index], &two["summaries"][index]);
        for part in ["cost", "reference", "gap", "reached_hard_0", "primal_integral"] {
            assert_eq!(one[part], two[part], "{part}");
        }
        let integral = |part: &str| one["primal_integral"][part].as_f64().unwrap();
        assert!(0.0 <= integral("lower") && integral("lower") <= integral("median"));
        assert!(integral("median") <= integral("upper") && integral("upper") <= 1.0);
        let moves = one["moves"].as_array().unwrap().iter();
        let shares: f64 = moves.map(|kind| kind["improved_share"].as_f64().unwrap()).sum();
        assert!((shares - 1.0).abs() < 1e-9, "{shares}");
    }
    for row in one["rows"].as_array().unwrap() {
        let bytes = row["peak_resident_bytes"].as_u64();
        assert_eq!(bytes.is_some_and(|bytes| bytes > 1 << 20), cfg!(target_os = "linux"));
    }
}

#[test]
fn a_report_has_its_tables_and_its_pictures() {
    let desk = desk();
    for language in ["en", "fr", "ar"] {
        let line = format!("bench suite.toml --report report --lang {language}");
        desk.expect(0, &line);
        let report = read(&desk, "report/report.md");
        for part in ["](gaps.svg)", "](fall-01-a-school.svg)", "| a school |", "`move_meet`"] {
            assert!(report.contains(part), "no `{part}` in\n{report}");
        }
        assert!(!report.contains("bench-"), "a key without a sentence in\n{report}");
        for name in ["report/gaps.svg", "report/fall-01-a-school.svg"] {
            let picture = read(&desk, name);
            assert!(picture.starts_with("<svg") && picture.contains("a school"), "{name}");
            assert!(!picture.contains("bench-"), "a key without a sentence in {name}");
        }
    }
}

#[test]
fn a_change_that_loses_too_often_is_refused() {
    let desk = desk();
    let instances: Vec<String> = (1..=3)
        .map(|n| format!("[[instance]]\nname = \"i{n}\"\npath = \"school.xml\"\n"))
        .collect();
    let head = "name = \"three\"\nmax-steps = 4000\nseeds = [1, 2, 3]\n";
    desk.put("three.toml", &format!("{head}{}", instances.concat()));
    desk.expect(0, "bench three.toml -o before");
    let same = "bench compare before/raw.json before/raw.json --fail-on-regress --lang en";
    let said = desk.expect(0, &format!("{same} -o same.md"));
    assert!(said.contains("ACCEPTED: 0 won, 0 lost, 3 equal"), "{said}");
    assert_eq!(read(&desk, "same.md").trim_end(), said.trim_end());

    let mut record = json(&desk, "before/raw.json");
    for row in record["rows"].as_array_mut().unwrap() {
        row["counted"]["hard"] = (row["counted"]["hard"].as_i64().unwrap() + 1).into();
    }
    desk.put("worse.json", &record.to_string());
    let against = "bench compare before/raw.json worse.json --lang en";
    let said = desk.expect(0, against);
    assert!(said.contains("REFUSED: 0 won, 3 lost"), "{said}");
    assert!(said.contains("p = 0.250 (exact)"), "three of a kind: 2/8\n{said}");
    desk.expect(20, &format!("{against} --fail-on-regress"));
    desk.expect(0, "bench compare worse.json before/raw.json --fail-on-regress");

    // two lost are allowed, but not what was left out beside them
    let rows = record["rows"].as_array_mut().unwrap();
    rows.retain(|row| row["instance"] != "i3");
    desk.put("fewer.json", &record.to_string());
    let fewer = "bench compare before/raw.json fewer.json --fail-on-regress --lang en";
    let said = desk.expect(20, fewer);
    assert!(said.contains("LOST: i3"), "{said}");

    desk.expect(0, "bench suite.toml -o other");
    for (name, line, code) in [
        ("no run in common", "bench compare before/raw.json other/raw.json", 3),
        ("no campaign", "bench compare before/raw.json suite.toml", 2),
        ("one file", "bench compare before/raw.json", 2),
        ("flags of a campaign", "bench --seeds 1..2 compare a.json b.json", 2),
    ] {
        assert_eq!(desk.run(line).status.code(), Some(code), "{name}");
    }
}

#[test]
fn a_trend_grows_by_a_line_a_campaign() {
    let desk = desk();
    let line = |seed: u32, date: &str| {
        format!("bench suite.toml --seed {seed} --trend t.jsonl --date {date} --commit c{seed}")
    };
    desk.expect(0, &line(1, "2026-11-24"));
    desk.expect(0, &line(2, "2026-11-25"));
    let trend = read(&desk, "t.jsonl");
    let points: Vec<Value> =
        trend.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(points.len(), 2);
    assert_eq!(points[1]["commit"], "c2");
    assert_eq!(points[1]["medians"].as_array().unwrap().len(), 2);
    let said = desk.expect(0, "bench trend t.jsonl --lang en");
    for part in ["| 2026-11-24 | c1 |", "| 2026-11-25 | c2 |", "small: a school (400 steps)"] {
        assert!(said.contains(part), "no `{part}` in\n{said}");
    }
    desk.expect(0, "bench trend t.jsonl -o t.md --lang en");
    assert_eq!(read(&desk, "t.md").trim_end(), said.trim_end());
    desk.expect(0, "bench trend t.jsonl -o t.svg");
    assert!(read(&desk, "t.svg").starts_with("<svg"));
    desk.expect(2, "bench trend suite.toml");
    desk.expect(2, "bench suite.toml --trend school.xml");
    desk.expect(2, "bench suite.toml --date 2026-11-24");
    assert_eq!(read(&desk, "t.jsonl"), trend, "showing changes nothing");
}
