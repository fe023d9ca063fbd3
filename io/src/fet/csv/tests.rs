use super::week::Week;
use super::{Data, Wrong, is_export, read, write};
use crate::fet::document::{Document, Mode};
use crate::fet::{Weights, school};
use crate::words::{Language, Words};
use proptest::prelude::*;

const OFFICIAL: &str = include_str!("../../../tests/fet/official.fet");
const HALF_DAYS: &str = include_str!("../../../tests/fet/half-days.fet");

const ACTIVITIES: &str = "\"Students Sets\",\"Subject\",\"Teachers\",\"Activity Tags\",\
    \"Total Duration\",\"Split Duration\",\"Min Days\",\"Weight\",\"Consecutive\",\"Comments\"\n";
const TIMETABLE: &str = "Activity Id,Day,Hour,Students Sets,Subject,Teachers,Activity Tags,Room,\
    Comments\n";

type Files = Vec<(String, Vec<u8>)>;

fn files(files: &[(&str, &str)]) -> Files {
    files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

fn data(files: &[(String, Vec<u8>)]) -> Data {
    read(files).unwrap_or_else(|wrong| panic!("{}", told(&wrong)))
}

/// All faults, a line each.
fn told(wrong: &[Wrong]) -> String {
    let words = Words::new(Language::English);
    let lines = wrong.iter().flat_map(|wrong| {
        let line = |error: &crate::ReadError| {
            let (place, said) = (error.place, words.fault(&error.fault));
            assert!(said.hint.is_some() || said.expected.is_some(), "{}", said.message);
            format!("{}:{}:{}: {}", wrong.file, place.line, place.column, said.message)
        };
        wrong.errors.iter().map(line).collect::<Vec<_>>()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What both formats can say, in the order of the document.
fn sayable(document: &Document) -> Vec<String> {
    let active = document.activities.iter().filter(|activity| activity.active);
    let mut all: Vec<String> = active
        .map(|one| {
            let (students, teachers) = (&one.students, &one.teachers);
            format!("{students:?} {} {teachers:?} {:?} {}", one.subject, one.tags, one.duration)
        })
        .collect();
    all.extend(document.years.iter().map(|year| format!("{year:?}")));
    all.extend(document.teachers.iter().map(|teacher| teacher.name.name.clone()));
    all.extend(document.subjects.iter().chain(&document.tags).map(|one| one.name.clone()));
    let rooms = document.rooms.iter();
    all.extend(rooms.map(|one| format!("{} {} {}", one.name.name, one.building, one.capacity)));
    all
}

#[test]
fn what_is_written_is_read_again() {
    for text in [OFFICIAL, HALF_DAYS] {
        let document = crate::fet::read(text.as_bytes()).unwrap();
        let exported = write(&document, "school");
        assert!(is_export(&exported));
        let Data { document: again, .. } = data(&exported);
        assert_eq!(sayable(&again), sayable(&document));
        let again = write(&again, "school");
        for (first, second) in
            exported.iter().zip(&again).filter(|(one, _)| !one.0.contains("_timetable"))
        {
            let texts = [first, second].map(|(_, bytes)| String::from_utf8_lossy(bytes));
            assert_eq!(texts[0], texts[1], "{}", first.0);
        }
    }
}

#[test]
fn activities_are_written_as_fet_does() {
    let rows = "\"1A\",\"Maths\",\"O'One+Two\",\"\",5,\"2+2+1\",2,97.5,1,\"a, \"\"b\"\"\"\n\
        \"1A+1B\",\"Sport\",\"\",\"gym+out\",2,\"2\",,,,\"\"\n\
        \"1A|1B\",\"Latin\",\"Two\",\"\",2,\"1+1\",,,,\"\"\n\
        \"\",\"Meeting\",\"Two\",\"\",1,\"\",,,,\"\"\n";
    let text = format!("\u{feff}{ACTIVITIES}{rows}");
    let read = data(&files(&[("x_activities.csv", &text)]));
    assert!(read.is_default_week);
    let exported = write(&read.document, "y");
    let (name, bytes) = &exported[0];
    assert_eq!((name.as_str(), std::str::from_utf8(bytes).unwrap()), ("y_activities.csv", &*text));
    let spread = &read.document.time_constraints[1];
    assert_eq!((spread.kind.as_str(), spread.place().line), ("MinDaysBetweenActivities", 2));
    let made = school(&read.document, Weights::default()).unwrap();
    assert_eq!((made.school.code.as_str(), made.school.teachers.len()), ("x", 2));
    assert_eq!((made.school.classes.len(), made.school.calendar.slots.len()), (2, 40));
    assert_eq!(made.kept, []);
}

#[test]
fn a_timetable_has_a_line_an_hour() {
    let document = crate::fet::read(OFFICIAL.as_bytes()).unwrap();
    let text = String::from_utf8(super::timetable(&document)).unwrap();
    let lines: Vec<&str> = text.lines().skip(1).take(3).collect();
    assert_eq!(
        lines,
        [
            "\"1\",\"Monday\",\"08:00\",\"1A\",\"Maths\",\"T. O'One\",\"\",\"\",\"\"",
            "\"1\",\"Monday\",\"09:00\",\"1A\",\"Maths\",\"T. O'One\",\"\",\"\",\"\"",
            "\"2\",\"\",\"\",\"1A\",\"Maths\",\"T. O'One\",\"\",\"\",\"\"",
        ]
    );
}

#[test]
fn weeks_by_what_files_name() {
    let rows = |named: &[(&str, &str)]| {
        let row = |(day, hour): &(&str, &str)| format!("1,{day},{hour},A,B,C,,,\n");
        format!("{TIMETABLE}{}", named.iter().map(row).collect::<String>())
    };
    for (named, days, hours, halves) in [
        (
            &[("Tuesday", "10:00"), ("Monday", "9:00"), ("Monday", "8h30")][..],
            &["Monday", "Tuesday"][..],
            &["8h30", "9:00", "10:00"][..],
            false,
        ),
        (
            &[("Thursday", "H10"), ("Monday", "H2"), ("Sunday", "H1"), ("", "")],
            &["Sunday", "Monday", "Thursday"],
            &["H1", "H2", "H10"],
            false,
        ),
        (&[("B", "late"), ("A", "early")], &["B", "A"], &["late", "early"], false),
        (
            &[("Mon-pm", "1"), ("Mon-am", "1"), ("Tue-am", "1")],
            &["Mon-am", "Mon-pm", "Tue-am", "Tue-am *"],
            &["1"],
            true,
        ),
        (&[("Monday 1", "1"), ("Monday 2", "1")], &["Monday 1", "Monday 2"], &["1"], false),
    ] {
        let mut wrong = Vec::new();
        let week = Week::of(&files(&[("x_timetable.csv", &rows(named))]), &mut wrong);
        assert_eq!(
            (&week.days[..], &week.hours[..]),
            (&days.map_owned()[..], &hours.map_owned()[..])
        );
        assert_eq!((week.halves, week.is_default, wrong), (halves, false, Vec::new()), "{named:?}");
    }
    let few = format!("{TIMETABLE}1,Monday,1,A,B,C,,,\n2,,,A,B,C,,,\n3,,,A,B,C,,,\n");
    let week = Week::of(&files(&[("x_timetable.csv", &few)]), &mut Vec::new());
    assert!(week.is_default, "one lesson of three is no week");
    let listed = "Teacher Name,Hour,D2,D1,Comments\nC,2,,,\nC,1,,,\n";
    let both =
        [("x_teacher_not_available.csv", listed), ("x_timetable.csv", &rows(&[("D9", "9")]))];
    let week = Week::of(&files(&both), &mut Vec::new());
    assert_eq!((week.days, week.hours), (["D2", "D1"].map_owned(), ["2", "1"].map_owned()));
}

trait Owned {
    fn map_owned(&self) -> Vec<String>;
}

impl Owned for [&str] {
    fn map_owned(&self) -> Vec<String> {
        self.iter().map(|&text| text.to_owned()).collect()
    }
}

#[test]
fn half_days_that_stand_alone_have_a_closed_half() {
    let named = "1,Mon-am,1,A,B,C,,,\n1,Mon-pm,1,A,B,C,,,\n2,Tue-am,1,A,B,C,,,\n";
    let rows = "A,B,C,,2,,,,,\n";
    let all = [
        ("x_activities.csv", &*format!("{ACTIVITIES}{rows}").replace(",,2,", ",,1,")),
        ("x_timetable.csv", &*format!("{TIMETABLE}{named}")),
    ];
    let Data { document, is_default_week, .. } = data(&files(&all));
    assert_eq!((document.mode, is_default_week), (Mode::MorningsAfternoons, false));
    let made = school(&document, Weights::default()).unwrap();
    assert_eq!((made.school.calendar.days.len(), made.school.calendar.slots.len()), (2, 3));
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let row = "1A,Maths,One,,3,2+1,,,,\n";
    for (name, text, expected) in [
        (
            "x_activities.csv",
            format!("{row}{row}"),
            "x_activities.csv:1:1: the first line has no column `Students Sets`",
        ),
        (
            "x_activities.csv",
            String::new(),
            "x_activities.csv:0:0: the first line has no column `Students Sets`",
        ),
        (
            "x_activities.csv",
            format!("{ACTIVITIES}{row}1A,Maths,One\n"),
            "x_activities.csv:3:1: the line has 3 cells, expected 10",
        ),
        (
            "x_activities.csv",
            format!("{ACTIVITIES}{row}1A,a,b,One,,3,2+1,,,,\n{row}1A,Maths,One,,3,2+1,,,,,;\n"),
            "x_activities.csv:3:1: `Total Duration` is ``, expected a whole number",
        ),
        (
            "x_activities.csv",
            format!("{ACTIVITIES}1A,Maths,One,,three,,,,,\n"),
            "x_activities.csv:2:15: `Total Duration` is `three`, expected a whole number",
        ),
        (
            "x_activities.csv",
            format!("{ACTIVITIES}1A,Maths,One,,0,,,,,\n"),
            "x_activities.csv:2:15: `Total Duration` is 0, expected 1..1000",
        ),
        (
            "x_activities.csv",
            format!("{ACTIVITIES}1A,Maths,One,,3,2+2,,,,\n"),
            "x_activities.csv:2:17: the parts `2+2` do not add up to 3 hours",
        ),
        (
            "x_activities.csv",
            format!("{ACTIVITIES}1A,Maths,One,,3,3+0,,,,\n"),
            "x_activities.csv:2:17: `Split Duration` is `3+0`, expected whole numbers, such as `2+1`",
        ),
        (
            "x_activities.csv",
            format!("{ACTIVITIES}1A,Maths,One|Two,,3,1+1+1,,,,\n"),
            "x_activities.csv:2:10: `Teachers` speaks of 2 parts, expected 3",
        ),
        (
            "x_activities.csv",
            format!("{ACTIVITIES}1A,,One,,3,2+1,,,,\n"),
            "x_activities.csv:2:1: there is no name in the column `Subject`",
        ),
        (
            "x_activities.csv",
            format!("{ACTIVITIES}1A,Maths,One,,3,2+1,1,101,,\n"),
            "x_activities.csv:2:23: `Weight` is `101`, expected a number from 0 to 100",
        ),
        (
            "x_activities.csv",
            format!("{ACTIVITIES}1A,Maths,One,,3,2+1,1,95,x,\n"),
            "x_activities.csv:2:26: `Consecutive` is `x`, expected 0 or 1",
        ),
        (
            "x_rooms_and_buildings.csv",
            "Room,Room Capacity,Building,Comments\nR1,many,,\n".to_owned(),
            "x_rooms_and_buildings.csv:2:4: `Room Capacity` is `many`, expected a whole number",
        ),
        (
            "x_teachers.csv",
            "Teacher,Comments\n,nobody\n".to_owned(),
            "x_teachers.csv:2:1: there is no name in the column `Teacher`",
        ),
        (
            "x_students.csv",
            format!(
                "{}1,30,,,1A-x,15,\n",
                "Year,Number of Students per Year,Group,Number of Students per Group,Subgroup,Number of Students per Subgroup,Comments\n"
            ),
            "x_students.csv:2:1: there is no name in the column `Group`",
        ),
    ] {
        let good = ("x_activities.csv", &*format!("{ACTIVITIES}{row}"));
        let all: Vec<_> =
            if name == good.0 { vec![(name, &*text)] } else { vec![good, (name, &text)] };
        let wrong = read(&files(&all)).expect_err(expected);
        assert_eq!(told(&wrong).lines().next().unwrap_or_default(), expected);
    }
    let text = format!("{ACTIVITIES}{row}");
    let wrong = read(&files(&[("x_activities.csv", &text), ("y_activities.csv", &text)]));
    assert!(told(&wrong.unwrap_err()).contains("also the file `y_activities.csv`"));
}

#[test]
fn a_list_that_is_there_tells_wrong_names() {
    let text = format!("{ACTIVITIES}1A,Maths,Two + Half+On,,1,,,,,\n");
    let list = "Teacher;Comments\nOne;\nTwo + Half;\n";
    let read = data(&files(&[("x_activities.csv", &text), ("x_teachers.csv", list)]));
    assert_eq!(read.document.activities[0].teachers, ["Two + Half", "On"]);
    let errors = school(&read.document, Weights::default()).unwrap_err();
    let wrong = Wrong { file: read.file, text: read.text, errors };
    assert_eq!(told(&[wrong]), "x_activities.csv:2:1: there is no teacher `On`");
}

#[test]
fn other_folders_are_no_exports() {
    for (name, expected) in [
        ("x_activities.csv", true),
        ("_activities.csv", true),
        ("X_ACTIVITIES.CSV", true),
        ("x_statistics_activities.csv", false),
        ("x_timetable.csv", false),
        ("teacher.csv", false),
        ("é.csv", false),
    ] {
        assert_eq!(is_export(&files(&[(name, "")])), expected, "{name}");
    }
}

proptest! {
    #[test]
    fn no_file_makes_it_panic(bytes: Vec<u8>, rows in "[ab+|,;\"0-9\n]{0,80}") {
        let all = |text: Vec<u8>| [
            ("x_activities.csv".to_owned(), text.clone()),
            ("x_students.csv".to_owned(), text.clone()),
            ("x_timetable.csv".to_owned(), text),
        ];
        let _ = read(&all(bytes));
        if let Ok(data) = read(&files(&[("x_activities.csv", &format!("{ACTIVITIES}{rows}"))])) {
            let _ = school(&data.document, Weights::default());
        }
    }
}
