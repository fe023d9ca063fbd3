//! The command line, as a user meets it: exit codes, documents, broken files, languages.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bench;
mod ctt;
mod director;
mod fet;
mod foreign;
mod outputs;
mod results;
mod schema;
mod school;
mod words;

use serde_json::Value;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder of its own, in which the command runs.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.put("school.xml", &school::small());
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jadwal"));
        command.current_dir(self.0.path()).args(line.split_whitespace()).env("LANG", "C");
        for name in ["LC_ALL", "LC_MESSAGES", "NO_COLOR"] {
            command.env_remove(name);
        }
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("JADWAL_")) {
            command.env_remove(name);
        }
        command
    }

    fn run(&self, line: &str) -> Output {
        let output = self.command(line).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(!errors.contains("panicked"), "{line}: {errors}");
        output
    }

    /// Runs and expects an exit code; gives stdout.
    fn expect(&self, code: i32, line: &str) -> String {
        let output = self.run(line);
        let (said, errors) = (text(&output.stdout), text(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{line}\n{said}\n{errors}");
        said
    }

    /// Runs and expects one document that follows the schema.
    fn document(&self, code: i32, line: &str) -> Value {
        let document = serde_json::from_str(&self.expect(code, line)).unwrap();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/result.schema.json");
        let schema = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert_eq!(schema::faults(&schema, &document), Vec::<String>::new(), "{line}");
        document
    }

    fn files(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> =
            names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_school_is_solved_written_and_verified() {
    let desk = Desk::new();
    let said = desk.expect(0, "solve school.xml -o out.xml --max-steps 20000 --show 1A");
    for part in ["small: ", "hard 0", "Monday", "Maths", "jadwal solve school.xml --max-steps"] {
        assert!(said.contains(part), "no `{part}` in\n{said}");
    }
    assert!(desk.expect(0, "verify school.xml out.xml").starts_with("jadwal\t0\t"));
    assert_eq!(desk.files(), ["out.xml", "school.xml"]);
    desk.expect(0, "solve school.xml -o next.xml --start out.xml --max-steps 1000");
    desk.expect(0, "solve school.xml --max-steps 1000 --instance small --show all --threads 1");
}

#[test]
fn the_command_that_repeats_a_run_gives_the_same_bytes() {
    let desk = Desk::new();
    for plan in ["20000", "9000+4000+7000,3000"] {
        let solve = format!("solve school.xml --json --max-steps {plan} --seed 7");
        let document = desk.document(0, &solve);
        let repeat = document["run"]["repeat"].as_str().unwrap().replacen("jadwal ", "", 1);
        desk.expect(0, &format!("{repeat} -o one.xml --threads 1"));
        desk.expect(0, &format!("{repeat} -o two.xml --threads 2"));
        let bytes = |name| std::fs::read(desk.path(name)).unwrap();
        assert_eq!(bytes("one.xml"), bytes("two.xml"));
    }
}

#[test]
fn documents_follow_their_schema() {
    let desk = Desk::new();
    let solved = desk.document(0, "solve school.xml --json -o out.xml --max-steps 20000");
    assert_eq!(solved["cost"]["hard"], 0);
    let lessons = solved["lessons"].as_array().unwrap().iter();
    assert_eq!(lessons.map(|lesson| lesson["duration"].as_u64().unwrap()).sum::<u64>(), 12);
    assert_eq!(solved["input"]["sha256"].as_str().unwrap().len(), 64);
    let verified = desk.document(0, "verify school.xml out.xml --json");
    assert_eq!(verified["solutions"][0]["cost"]["soft"], solved["cost"]["soft"]);
    assert_eq!(desk.document(0, "check school.xml --json")["instances"][0]["events"], 6);
    assert_eq!(desk.document(3, "check absent.xml --json")["faults"][0]["code"], "not-found");
}

#[cfg(feature = "exact")]
#[test]
fn bounds_are_proved_and_told() {
    let desk = Desk::new();
    let solved = desk.document(0, "solve school.xml --json --max-steps 20000");
    let soft = solved["cost"]["soft"].as_i64().unwrap();
    let line = format!("bound school.xml --json --max-nodes 1000 --known 0/{soft}");
    let bound = desk.document(0, &line);
    assert_eq!(bound["schema"], "jadwal/bound/1");
    assert!(bound["bound"]["soft"].as_i64().unwrap() <= soft);
    assert_eq!(bound["optimal"], bound["bound"]["soft"] == soft);
    for language in ["ar", "fr", "en"] {
        desk.expect(0, &format!("bound school.xml --max-nodes 10 --lang {language}"));
    }
    desk.put("overfull.xml", &school::overfull());
    assert_ne!(desk.document(10, "bound overfull.xml --json --max-nodes 100")["bound"]["hard"], 0);
}

#[test]
fn every_exit_code_has_its_case() {
    let desk = Desk::new();
    desk.put("overfull.xml", &school::overfull());
    desk.put("uncuttable.xml", &school::uncuttable());
    desk.put("weightless.xml", &school::small().replace("<Weight>1<", "<Weight>0<"));
    desk.expect(0, "solve school.xml -o good.xml --max-steps 20000");
    desk.put(
        "bad.xml",
        &std::fs::read_to_string(desk.path("good.xml"))
            .unwrap()
            .replace("<Time Reference=\"Tu2\"/>", "<Time Reference=\"Mo1\"/>"),
    );
    let cases = [
        ("no command", "", 2),
        ("help", "--help", 0),
        ("an unknown flag", "solve school.xml --fast", 2),
        ("a setting out of range", "solve school.xml --lanes 0 --max-steps 10", 2),
        ("an unknown instance", "solve school.xml --instance x --max-steps 10", 2),
        ("an unknown resource", "solve school.xml --show Zineb --max-steps 10", 2),
        ("two documents on stdout", "solve school.xml --json -o - --max-steps 10", 2),
        ("nowhere to write", "solve school.xml -o absent/out.xml --max-steps 10", 2),
        ("a folder as target", "solve school.xml -o . --max-steps 10", 2),
        ("one standard input for two", "verify - -", 2),
        ("a start on the same standard input", "solve - --start - --max-steps 10", 2),
        ("a negative time", "solve school.xml --time-limit -5", 2),
        ("no cut fits", "solve uncuttable.xml --max-steps 5000 -o uncut.xml", 10),
        ("its best is written, and breaks a rule", "verify uncuttable.xml uncut.xml", 13),
        ("no such file", "solve absent.xml", 3),
        ("a file of something else", "solve jadwal.txt", 3),
        ("solutions where an instance is asked for", "verify good.xml school.xml", 3),
        ("valid", "check school.xml --strict", 0),
        ("warnings pass", "check weightless.xml", 0),
        ("warnings do not pass", "check weightless.xml --strict", 13),
        ("good timetable", "verify school.xml good.xml --report", 0),
        ("too many lessons", "solve overfull.xml --max-steps 5000 -o best.xml", 11),
        ("its best breaks a rule", "verify overfull.xml best.xml", 13),
        ("a solution of other data", "verify school.xml best.xml", 3),
        ("completions", "completions bash", 0),
        ("the manual", "man", 0),
    ];
    desk.put("jadwal.txt", "good morning");
    for (name, line, code) in cases {
        let output = desk.run(line);
        // Too many lessons may be proved to be too many.
        let proved = code == 11 && output.status.code() == Some(10);
        let found = output.status.code();
        assert!(found == Some(code) || proved, "{name}: {found:?}\n{}", text(&output.stderr));
    }
}

#[test]
fn broken_files_are_refused_with_their_line() {
    let desk = Desk::new();
    let small = school::small();
    let event = "<Event Id=\"1A-Maths\"><Name>Maths</Name><Duration>";
    let duration =
        |number: &str| small.replacen(&format!("{event}2<"), &format!("{event}{number}<"), 1);
    let cases = [
        ("truncated", small[..small.len() / 2].to_owned()),
        ("mis-nested", small.replacen("</Name></Day>", "</Day></Name>", 1)),
        ("unknown reference", small.replacen("<Day Reference=\"Mo\"", "<Day Reference=\"Mi\"", 1)),
        ("zero duration", duration("0")),
        ("negative duration", duration("-3")),
        ("absurd duration", duration("99999999999999999999")),
        ("longer than the week", duration("11")),
        ("a section twice", small.replacen("<Events>", "<Times></Times><Events>", 1)),
        ("more times than any week has", {
            let times = (0..10_001).map(|time| format!("<Time Id=\"x{time}\"/>"));
            small.replacen("</Times>", &format!("{}</Times>", times.collect::<String>()), 1)
        }),
        ("defined twice", small.replacen("Id=\"Mo2\"", "Id=\"Mo1\"", 1)),
        ("not a number", duration("two")),
        ("other root", "<html><body/></html>".to_owned()),
    ];
    for (name, content) in cases {
        assert_ne!(content, small, "{name} spoils nothing");
        desk.put("broken.xml", &content);
        let output = desk.run("solve broken.xml -o out.xml --max-steps 10");
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(3), "{name}: {errors}");
        assert!(errors.contains("broken.xml:"), "{name}: {errors}");
        assert!(errors.contains('│'), "{name} shows no line: {errors}");
        assert!(!desk.path("out.xml").exists(), "{name}");
        let document = desk.document(3, "check broken.xml --json");
        assert!(document["faults"][0]["line"].as_u64() > Some(0), "{name}");
    }
    for (name, content) in [("nothing", ""), ("no instance", "<HighSchoolTimetableArchive/>")] {
        desk.put("empty.xml", content);
        let errors = text(&desk.run("solve empty.xml -o out.xml --max-steps 10").stderr);
        assert!(errors.contains("empty.xml"), "{name}: {errors}");
        desk.document(3, "check empty.xml --json");
    }
    assert_eq!(desk.files(), ["broken.xml", "empty.xml", "school.xml"]);
}

#[test]
fn an_endless_element_is_refused_before_it_fills_the_memory() {
    let desk = Desk::new();
    let mut file = BufWriter::new(std::fs::File::create(desk.path("huge.xml")).unwrap());
    file.write_all(b"<HighSchoolTimetableArchive><Instances><Instance Id=\"").unwrap();
    for _ in 0..100 {
        file.write_all(&[b'x'; 1 << 20]).unwrap();
    }
    file.flush().unwrap();
    let output = desk.run("check huge.xml");
    let errors = text(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{}", &errors[..errors.len().min(2000)]);
    assert!(errors.len() < 2000, "the line shown is {} bytes long", errors.len());
}

#[test]
fn what_cannot_be_written_leaves_the_target_as_it_was() {
    let desk = Desk::new();
    desk.put("out.xml", "before");
    desk.put("broken.xml", "<HighSchoolTimetableArchive><Instances>");
    desk.expect(3, "solve broken.xml -o out.xml --max-steps 10");
    desk.expect(3, "convert broken.xml out.xml");
    assert_eq!(std::fs::read_to_string(desk.path("out.xml")).unwrap(), "before");
    assert_eq!(desk.files(), ["broken.xml", "out.xml", "school.xml"]);
}

#[test]
fn converting_twice_changes_nothing_more() {
    let desk = Desk::new();
    desk.expect(0, "solve school.xml -o solved.xml --max-steps 1000");
    desk.expect(0, "convert solved.xml one.xml");
    let out = desk.expect(0, "convert one.xml -");
    assert_eq!(std::fs::read_to_string(desk.path("one.xml")).unwrap(), out);
    desk.expect(0, "convert solved.xml bare.xml --no-solutions --instance small");
    assert!(!std::fs::read_to_string(desk.path("bare.xml")).unwrap().contains("<Solution "));
    desk.expect(2, "convert solved.xml none.xml --instance other");
}

#[test]
fn flags_win_over_variables_and_they_over_the_file() {
    let desk = Desk::new();
    desk.put("jadwal.toml", "seed = 5\nmax-steps = 1000\nlang = \"fr\"\n");
    let seed = |command: &mut Command| -> Value {
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()["run"]["seed"].clone()
    };
    let line = "solve school.xml --json";
    assert_eq!(seed(&mut desk.command(line)), 5);
    assert_eq!(seed(desk.command(line).env("JADWAL_SEED", "6")), 6);
    assert_eq!(seed(desk.command(&format!("{line} --seed 7")).env("JADWAL_SEED", "6")), 7);
    assert!(desk.expect(0, "check school.xml").contains("valide"));
    assert!(desk.expect(0, "check school.xml --lang en").contains("valid\n"));
    desk.put("jadwal.toml", "sede = 5\n");
    desk.expect(2, "check school.xml");
}

#[test]
fn progress_is_one_event_a_line() {
    let desk = Desk::new();
    let output = desk.run("solve school.xml --progress jsonl --max-steps 2000 -o out.xml");
    let events: Vec<Value> =
        text(&output.stderr).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(events.first().unwrap()["event"], "start");
    let end = events.last().unwrap();
    assert_eq!(end["event"], "end");
    for event in &events {
        for field in ["t", "hard", "soft", "bound", "gap", "placed", "unplaced", "phase"] {
            assert!(event.get(field).is_some(), "no {field} in {event}");
        }
    }
    let verified = desk.expect(0, "verify school.xml out.xml");
    assert_eq!(verified, format!("jadwal\t{}\t{}\n", end["hard"], end["soft"]));
}

#[test]
fn a_campaign_is_recorded_compared_and_judged() {
    let desk = Desk::new();
    desk.put("overfull.xml", &school::overfull());
    let suite = |path: &str, known: &str| {
        format!(
            "name = \"test\"\nmax-steps = 3000\nseeds = [1, 2]\n\
            [[instance]]\nname = \"a\"\npath = \"{path}\"\nknown = \"{known}\"\ntarget = \"0/*\"\n\
            [[instance]]\nname = \"b\"\npath = \"${{JADWAL_DATA}}/absent.xml\"\n"
        )
    };
    desk.put("suite.toml", &suite("school.xml", "0/0"));
    let said = desk.expect(0, "bench suite.toml -o first --lang en");
    assert!(said.contains("| a | 0/0 |") && said.contains("skipped: b"), "{said}");
    let record = std::fs::read_to_string(desk.path("first/raw.json")).unwrap();
    let record: Value = serde_json::from_str(&record).unwrap();
    assert_eq!(record["rows"].as_array().unwrap().len(), 2);
    assert_eq!((&record["rows"][0]["verified"], &record["complete"]), (&true.into(), &true.into()));
    assert_eq!(record["skipped"].as_array().unwrap().len(), 1);
    desk.expect(0, "bench suite.toml --baseline first/raw.json --fail-on-regress");

    desk.put("suite.toml", &suite("overfull.xml", "99/0"));
    let against = "bench suite.toml --baseline first/raw.json";
    assert!(desk.expect(0, against).contains("WORSE: a"));
    desk.expect(20, &format!("{against} --fail-on-regress"));
    desk.expect(20, "bench suite.toml --seeds 1..1 --fail-on-target");
    desk.expect(2, "bench suite.toml --only c");
    desk.expect(2, "bench school.xml");
}

#[test]
fn a_campaign_that_measured_nothing_or_less_than_before_fails() {
    let desk = Desk::new();
    let entry =
        |name: &str, path: &str| format!("[[instance]]\nname = \"{name}\"\npath = \"{path}\"\n");
    let suite = |entries: &[String]| {
        let suite = format!("name = \"test\"\nmax-steps = 1000\n{}", entries.concat());
        desk.put("suite.toml", &suite);
    };
    suite(&[entry("a", "school.xml"), entry("b", "school.xml")]);
    desk.expect(0, "bench suite.toml -o first");
    let against = "bench suite.toml --baseline first/raw.json --fail-on-regress";
    desk.expect(0, against);
    desk.expect(0, &format!("{against} --only a"));
    for fewer in [entry("b", "absent.xml"), String::new()] {
        suite(&[entry("a", "school.xml"), fewer]);
        assert!(desk.expect(20, &format!("{against} --lang en")).contains("b is in the baseline"));
        desk.expect(0, against.trim_end_matches(" --fail-on-regress"));
    }
    suite(&[entry("a", "absent.xml")]);
    let nothing = desk.run("bench suite.toml -o second --lang en");
    assert_eq!(nothing.status.code(), Some(3));
    assert!(text(&nothing.stderr).contains("nothing was measured"), "{}", text(&nothing.stderr));
    assert!(desk.path("second/raw.json").exists(), "what was skipped is recorded");
    suite(&[entry("a", "school.xml"), entry("a", "school.xml")]);
    let twice = desk.run("bench suite.toml --lang en");
    assert_eq!(twice.status.code(), Some(2));
    assert!(text(&twice.stderr).contains("two instances named `a`"), "{}", text(&twice.stderr));
}

#[test]
fn every_failure_is_one_document_where_one_is_asked_for() {
    let desk = Desk::new();
    for (line, code, status) in [
        ("solve school.xml --json --lanes 0 --max-steps 10", 2, "usage"),
        ("solve school.xml --json --instance x --max-steps 10", 2, "usage"),
        ("solve school.xml --json -o - --max-steps 10", 2, "usage"),
        ("solve school.xml --json -o absent/out.xml --max-steps 10", 2, "usage"),
        ("solve school.xml --json --fast", 2, "usage"),
        ("verify --json", 2, "usage"),
        ("verify - - --json", 2, "usage"),
        ("check absent.xml --json", 3, "invalid"),
        #[cfg(target_os = "linux")]
        ("solve school.xml --json -o /dev/full --max-steps 10", 1, "internal"),
    ] {
        let document = desk.document(code, line);
        assert_eq!(document["schema"], "jadwal/faults/1", "{line}");
        assert_eq!(document["status"], status, "{line}");
        assert_ne!(document["faults"][0]["message"], "", "{line}");
    }
    assert_eq!(desk.expect(2, "solve school.xml --fast"), "", "no document unless asked for");
}

#[test]
fn messages_say_what_is_wrong_and_nothing_of_ours() {
    let desk = Desk::new();
    let solutions = |reference: &str| {
        format!(
            "<HighSchoolTimetableArchive>\n{}\n<SolutionGroups><SolutionGroup Id=\"g\">\n\
            <MetaData/> <Solution Reference=\"{reference}\"></Solution>\n\
            </SolutionGroup></SolutionGroups></HighSchoolTimetableArchive>",
            "<Instances><Instance Id=\"other\"><Times><Time Id=\"1\"/></Times></Instance></Instances>"
        )
    };
    desk.put("other.xml", &solutions("other"));
    desk.put("nothing.xml", "<HighSchoolTimetableArchive/>");
    let groups = "<SolutionGroups><SolutionGroup Id=\"g\"/></SolutionGroups>";
    desk.put(
        "groups.xml",
        &format!("<HighSchoolTimetableArchive>{groups}</HighSchoolTimetableArchive>"),
    );
    for (line, expected, absent) in [
        ("solve school.xml -o /nonexistent/x.xml", "no folder `/nonexistent`", ".part"),
        ("solve school.xml -o .", "is a folder", "directory"),
        ("solve school.xml -o . --lang fr", "est un dossier", "directory"),
        ("solve school.xml -o . --lang ar", "مجلد", "directory"),
        ("solve school.xml --time-limit -5", "expected 0 or more", "unexpected argument"),
        ("solve school.xml --time-limit=-5s", "expected 0 or more", "unexpected argument"),
        ("verify - -", "`INPUT` and `SOLUTIONS` are both standard input", "the file is empty"),
        ("check nothing.xml", "holds no instance", "solutions"),
        ("check groups.xml", "solutions but no instance", "another file"),
        ("verify school.xml other.xml", "other.xml:4:13: there is no instance", "4:1:"),
        ("verify school.xml other.xml", "<Solution Reference=\"other\">", "nothing"),
    ] {
        let errors = text(&desk.run(line).stderr);
        assert!(errors.contains(expected), "{line}: no `{expected}` in\n{errors}");
        assert!(!errors.contains(absent), "{line}: `{absent}` in\n{errors}");
    }
}

/// The keys of a language, each with the names of its values.
fn keys(language: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("io/locales").join(language);
    let mut keys = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let content = std::fs::read_to_string(entry.path()).unwrap();
        let entries = content.lines().filter(|line| !line.starts_with([' ', '#', '}', '*']));
        let found = entries.filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
        keys.extend(found.map(|key| format!("{name}: {key}")));
    }
    keys.sort();
    keys
}

#[test]
fn all_languages_have_the_same_keys_once() {
    let english = keys("en");
    let mut once = english.clone();
    once.dedup();
    assert_eq!(once, english);
    assert_eq!(keys("fr"), english);
    assert_eq!(keys("ar"), english);
}

#[test]
fn arabic_isolates_codes_and_leaves_the_command_alone() {
    let desk = Desk::new();
    let said = desk.expect(0, "solve school.xml --max-steps 20000 --lang ar");
    assert!(said.contains("\u{2068}small\u{2069}"), "{said}");
    let repeat = said.lines().find(|line| line.contains("jadwal solve")).unwrap();
    assert!(repeat.is_ascii(), "{repeat}");
    assert!(!desk.expect(0, "solve school.xml --max-steps 20000 --lang fr").contains('\u{2068}'));
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_writes_the_best_so_far() {
    let desk = Desk::new();
    desk.put("overfull.xml", &school::overfull());
    let line = "solve overfull.xml -o out.xml --progress jsonl --max-steps 1000000000000";
    let mut child =
        desk.command(line).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut events = std::io::BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains("better") && !line.contains("\"end\"") {
        line.clear();
        assert_ne!(std::io::BufRead::read_line(&mut events, &mut line).unwrap(), 0);
    }
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    std::io::copy(&mut events, &mut std::io::sink()).unwrap();
    let code = child.wait().unwrap().code();
    assert!([Some(10), Some(11)].contains(&code), "{code:?}");
    desk.expect(13, "verify overfull.xml out.xml");
}
