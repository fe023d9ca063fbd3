//! FET as the referee: what we write is loaded by `fet-cl` and kept as it is, and what FET solves keeps
//! all that must hold here.
//!
//! Without `fet-cl` on the path there is nothing to test. The files that FET comes with are in no package
//! of ours: a folder named by `JADWAL_FET_EXAMPLES`, or the one that the package `fet-data` of Debian
//! installs.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use jadwal_io::fet::{self, Context, Document, Exported, Imported, Placements, Weights};
use jadwal_io::school_toml;
use jadwal_model::school::compile::{Compiled, compile};
use jadwal_model::school::course::Lesson;
use jadwal_model::school::school::School;
use jadwal_model::{Cost, evaluate};
use jadwal_solver::{Limits, Settings, Silent, solve};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const OWN: [(&str, &str); 2] = [
    ("official", include_str!("../io/tests/fet/official.fet")),
    ("half-days", include_str!("../io/tests/fet/half-days.fet")),
];
const TINY: &str = include_str!("../instances/tiny.toml");
/// More rules for it.
const RULES: &str = include_str!("../io/tests/fet/rules.toml");
const USUAL: &str = "/usr/share/doc/fet-data/examples";
/// Some that take no more than a second: soft constraints, rooms, and weeks of half-days.
const EXAMPLES: [&str; 5] = [
    "FET-5-official/Argentina/Horario_ISJ.fet",
    "FET-5-official/Brazil/2/EEBLJ-Noturno.fet",
    "FET-5-official/Spain/3-school/primaria.fet",
    "FET-5-mornings-afternoons/Algeria-old-format/simple-test-bug-2020-02-29/check-2020-02-29-bug-algeria.fet",
    "FET-5-mornings-afternoons/Morocco-old-format/simple-test-bug-2020-02-29/check-2020-02-29-bug-morocco.fet",
];
/// Solved by FET at once, and not by us in a few steps.
const FOR_FET: &str = "FET-6-mornings-afternoons/Algeria/5-by-Benahmed-Abdelkrim/only_R+Q+Inf.fet";

/// Where a lesson is, in the words of FET: day, hour, and room or nothing.
type Place = [String; 3];

/// Lessons by the numbers of their activities.
type Week = BTreeMap<u32, Place>;

/// What FET makes of a document.
struct Verdict {
    week: Week,
    /// The data and the timetable, as FET writes them.
    document: Document,
}

fn is_there() -> bool {
    let quiet = Command::new("fet-cl").arg("--version").stdout(Stdio::null()).status();
    match quiet {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            eprintln!("skipped: there is no `fet-cl`, install it with scripts/setup --with-fet");
            false
        }
        status => status.unwrap().success(),
    }
}

fn written(document: &Document) -> String {
    let mut bytes = Vec::new();
    fet::write(document, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Lets FET load a file and complete it; gives what it says if it does not.
fn ask(text: &str) -> Result<Verdict, String> {
    let desk = tempfile::tempdir().unwrap();
    fs::write(desk.path().join("asked.fet"), text).unwrap();
    // it looks at its own limit only between two activities, and may never get there
    let output = Command::new("timeout")
        .args(["30", "fet-cl", "--inputfile=asked.fet", "--outputdir=out"])
        .args(["--timelimitseconds=20", "--language=en_US", "--htmllevel=0"])
        .args([10, 11, 12, 20, 21, 22].map(|seed| format!("--randomseeds{seed}=1")))
        .current_dir(desk.path())
        // its settings are no part of the question
        .env("HOME", desk.path())
        .env("XDG_CONFIG_HOME", desk.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    // the exit code is 0 where there is no timetable too
    if !said.contains("Simulation successful") {
        return Err(said);
    }
    let made = |ending: &str| {
        let path = desk.path().join(format!("out/timetables/asked/asked_{ending}"));
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let document = fet::read(made("data_and_timetable.fet").as_bytes());
    let document = document.unwrap_or_else(|faults| panic!("{faults:?}"));
    Ok(Verdict { week: week(&made("activities.xml")), document })
}

/// The lessons in a list of activities, one element a line, as FET writes it. It is not read by what
/// we read FET files with: two halves of one mistake would agree.
fn week(text: &str) -> Week {
    let field = |activity: &str, name: &str| {
        let (_, rest) = activity.split_once(&format!("<{name}>")).unwrap_or_default();
        let mut text = rest.split_once(&format!("</{name}>")).unwrap_or_default().0.to_owned();
        for (from, to) in [("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("amp", "&")] {
            text = text.replace(&format!("&{from};"), to);
        }
        text
    };
    let activities = text.split("<Activity>").skip(1);
    let placed = activities.map(|activity| {
        let place = ["Day", "Hour", "Room"].map(|name| field(activity, name));
        (field(activity, "Id").parse().unwrap(), place)
    });
    placed.filter(|(_, [day, ..])| !day.is_empty()).collect()
}

/// The best week that a short search finds; it keeps all that must hold.
fn solved(name: &str, Compiled { instance, origin }: &Compiled) -> Vec<Lesson> {
    let settings = Settings { seed: 1, lanes: 1, threads: 1 };
    let target = Some(Cost::new(0, u32::MAX.into()));
    let limits = Limits { steps: vec![300_000.into()], target, ..Limits::default() };
    let outcome = solve(instance, &settings, &limits, None, &mut Silent).unwrap();
    assert_eq!(outcome.cost().hard, 0, "{name}: {:?}", outcome.report.by_kind(instance));
    origin.lessons(&instance.facts, &outcome.solution)
}

/// What our lessons are in the words of FET.
fn ours(
    document: &Document,
    context: &Context,
    school: &School,
    compiled: &Compiled,
    lessons: &[Lesson],
) -> Week {
    let place = |lesson: &Lesson| {
        let course = compiled.origin.courses[lesson.course].code.clone();
        let block = fet::context::Block { course, block: lesson.block };
        let (day, hour) = context.places[&lesson.slot.unwrap()];
        let (activity, rooms) = (context.numbers[&block], lesson.rooms().collect::<Vec<_>>());
        let room = lesson.room.map(|room| school.rooms[room].code.as_str());
        let room = context.virtual_room(activity, &rooms).or(room).unwrap_or_default().to_owned();
        let place = [document.days[day].name.clone(), document.hours[hour].name.clone(), room];
        (activity, place)
    };
    lessons.iter().map(place).collect()
}

/// Our timetable for this school is accepted by FET, and no lesson is moved.
fn accepts(name: &str, document: &Document, context: &Context, school: &School) {
    let compiled = compile(school).unwrap();
    let lessons = solved(name, &compiled);
    let courses = &compiled.origin.courses;
    let asked = fet::with_timetable(document, context, school, courses, &lessons);
    let mut week = ours(document, context, school, &compiled, &lessons);
    assert!(!week.is_empty(), "{name}");
    let verdict = ask(&written(&asked)).unwrap_or_else(|said| panic!("{name}: FET says\n{said}"));
    for (activity, [_, _, room]) in &mut week {
        // what is kept and has no meaning here is for FET to choose
        if let Some([_, _, chosen]) = verdict.week.get(activity).filter(|_| room.is_empty()) {
            room.clone_from(chosen);
        }
    }
    assert_eq!(verdict.week, week, "{name}");
}

/// FET's own timetable keeps all that must hold here.
fn is_accepted(name: &str, document: &Document) {
    let solved = ask(&written(document));
    let solved = solved.unwrap_or_else(|said| panic!("{name}: FET says\n{said}"));
    let Imported { school, context, .. } = fet::school(document, Weights::default()).unwrap();
    let Compiled { instance, origin } = compile(&school).unwrap();
    let placements = Placements::of(&solved.document, &context, &school).unwrap();
    let lessons = fet::timetable::lessons(&placements, &context, &origin.courses);
    assert_eq!(lessons.len(), solved.week.len(), "{name}");
    let report = evaluate(&instance, &origin.solution(&instance.facts, &lessons));
    assert_eq!(report.cost.hard, 0, "{name}: {:?}", report.by_kind(&instance));
}

fn document(name: &str, text: &[u8]) -> Document {
    fet::read(text).unwrap_or_else(|faults| panic!("{name}: {faults:?}"))
}

fn both_ways(name: &str, document: &Document) {
    let Imported { school, context, .. } = fet::school(document, Weights::default()).unwrap();
    accepts(name, document, &context, &school);
    is_accepted(name, document);
}

#[test]
fn our_own_files_are_solved_alike() {
    if is_there() {
        for (name, text) in OWN {
            both_ways(name, &document(name, text.as_bytes()));
        }
    }
}

#[test]
fn examples_are_solved_alike() {
    if !is_there() {
        return;
    }
    let folder = std::env::var_os("JADWAL_FET_EXAMPLES").map_or(USUAL.into(), PathBuf::from);
    for name in EXAMPLES.into_iter().chain([FOR_FET]) {
        let text = match fs::read(folder.join(name)) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("skipped: {name}: {error}; maybe set JADWAL_FET_EXAMPLES");
                continue;
            }
        };
        let document = document(name, &text);
        if name == FOR_FET {
            is_accepted(name, &document);
        } else {
            both_ways(name, &document);
        }
    }
}

#[test]
fn a_school_from_elsewhere_is_solved_alike() {
    if !is_there() {
        return;
    }
    for (name, text) in [("tiny", TINY.to_owned()), ("more rules", format!("{TINY}{RULES}"))] {
        let school = school_toml::read(text.as_bytes()).unwrap();
        let Exported { document, context, .. } =
            fet::from_school(&school, &school.courses().unwrap(), Weights::default()).unwrap();
        accepts(name, &document, &context, &school);
    }
}

#[test]
fn a_lesson_in_a_break_is_refused() {
    if !is_there() {
        return;
    }
    // the referee must be able to say no
    let (_, text) = OWN[0];
    let hour = |hour: &str| format!("<Preferred_Hour>{hour}</Preferred_Hour>");
    let wrong = text.replacen(&hour("08:00"), &hour("10:00"), 1);
    assert_ne!(wrong, text);
    assert!(ask(&wrong).is_err(), "FET takes what cannot be");
}
