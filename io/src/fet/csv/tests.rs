use super::week::Week;
use super::{Data, Wrong, is_export, is_timetable, read, timetable, with_placements, write};
use crate::fet::document::{Document, Mode};
use crate::fet::{Placements, Weights, school};
use crate::words::{Language, Words};
use jadwal_model::Id;
use jadwal_model::school::rule::RuleKind;
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
fn a_timetable_that_is_written_is_read_again() {
    let mut placed = 0;
    for text in [OFFICIAL, HALF_DAYS] {
        let document = crate::fet::read(text.as_bytes()).unwrap();
        let made = school(&document, Weights::default()).unwrap();
        let places =
            |document: &Document| Placements::of(document, &made.context, &made.school).unwrap();
        let bytes = timetable(&document);
        assert!(is_timetable(&bytes));
        let again = with_placements(&document, &bytes).unwrap();
        assert_eq!(places(&again).times, places(&document).times);
        placed += places(&document).times.len();
    }
    assert!(placed > 0);
}

/// Three activities of two and one hours, and one of another class.
const FEW: &str = "1A,Maths,One,,3,2+1,1,95,1,\n1A,Maths,One,,2,,,,,\n1B,Maths,Two,,1,,,,,\n";

/// Where activities are by a timetable of this text below the headings: day, hour, room by number.
fn placed(rows: &str) -> Result<Vec<(u32, usize, Option<String>)>, String> {
    let (activities, rows) = (format!("{ACTIVITIES}{FEW}"), format!("{TIMETABLE}{rows}"));
    let rooms = "Room,Room Capacity,Building,Comments\nR1,30,,\n";
    let read =
        data(&files(&[("x_activities.csv", &activities), ("x_rooms_and_buildings.csv", rooms)]));
    let made = school(&read.document, Weights::default()).unwrap();
    let fault = |errors| told(&[Wrong { file: "x".to_owned(), text: String::new(), errors }]);
    let document = with_placements(&read.document, rows.as_bytes()).map_err(fault)?;
    let placements = Placements::of(&document, &made.context, &made.school).map_err(fault)?;
    let room =
        |id: &u32| placements.rooms.get(id).map(|&room| made.school.rooms[room].code.clone());
    Ok(placements.times.iter().map(|(id, slot)| (*id, slot.index(), room(id))).collect())
}

#[test]
fn activities_of_a_timetable_are_known_by_what_they_are() {
    let row = |id: u32, hour: u32, class: &str, room: &str| {
        let teacher = if class == "1A" { "One" } else { "Two" };
        format!("{id},Tuesday,{hour},{class},Maths,{teacher},,{room},\n")
    };
    // by its number; by its hours, whatever its number; lines in any order
    let all = [
        row(1, 2, "1A", ""),
        row(1, 1, "1A", ""),
        row(70, 4, "1A", ""),
        row(12, 5, "1A", "R1"),
        row(12, 6, "1A", "R1"),
        row(3, 1, "1B", ""),
        "9,,,1A,Physics,One,,,\n".to_owned(),
    ];
    let r1 = Some("R1".to_owned());
    let expected = vec![(1, 8, None), (2, 11, None), (3, 12, r1), (4, 8, None)];
    assert_eq!(placed(&all.concat()), Ok(expected));
    for (rows, expected) in [
        (
            row(3, 1, "1C", ""),
            "x:2:1: the data have no activity like 3, with these students, this subject, these teachers and tags",
        ),
        (
            row(4, 1, "1B", "") + &row(5, 2, "1B", ""),
            "x:3:1: the data have no activity like 5, with these students, this subject, these teachers and tags",
        ),
        (
            row(4, 1, "1B", "") + &row(4, 2, "1B", ""),
            "x:2:1: activity 4 has 2 hours in the timetable, expected 1, one after the other in one room",
        ),
        (
            row(1, 1, "1A", "") + &row(1, 3, "1A", ""),
            "x:2:1: activity 1 has 2 hours in the timetable, expected 2, one after the other in one room",
        ),
        (
            row(1, 1, "1A", "R1") + &row(1, 2, "1A", ""),
            "x:2:1: activity 1 has 2 hours in the timetable, expected 2, one after the other in one room",
        ),
        (row(4, 1, "1B", "R9"), "x:2:27: there is no room `R9`"),
        (row(4, 9, "1B", ""), "x:2:1: activity 4 is placed at Tuesday 9, where it does not fit"),
        (
            "x,Monday,1,1B,Maths,Two,,,\n".to_owned(),
            "x:2:1: `Activity Id` is `x`, expected a whole number",
        ),
    ] {
        assert_eq!(placed(&rows), Err(expected.to_owned()), "{rows}");
    }
    assert!(!is_timetable(ACTIVITIES.as_bytes()) && !is_timetable(b"") && !is_timetable(b"{}"));
}

#[test]
fn teachers_who_are_not_there() {
    let activities = format!("{ACTIVITIES}{FEW}");
    let all = |cells: &str| {
        let head = "Teacher Name;Hour;Monday;Tuesday;Comments\n";
        let (away, list) = (format!("{head}{cells}"), "Teacher;Comments\nOne;\nTwo;\n");
        read(&files(&[
            ("x_activities.csv", &activities),
            ("x_teachers.csv", list),
            ("x_teacher_not_available.csv", &away),
        ]))
    };
    let read = all("One;1;X;;\nOne;2;;x;\nTwo;1;0;;\nTwo;2;;;\n").unwrap();
    let made = school(&read.document, Weights::default()).unwrap();
    let away = made.school.rules.iter().filter_map(|rule| match &rule.kind {
        RuleKind::Unavailable { times, .. } => {
            let slots: Vec<usize> = times.iter().map(|slot| slot.index()).collect();
            Some((rule.scope.teachers.iter().map(|one| one.index()).collect::<Vec<_>>(), slots))
        }
        _ => None,
    });
    assert_eq!(away.collect::<Vec<_>>(), [(vec![0], vec![0, 3])]);
    for (cells, expected) in [
        (
            "One;1;maybe;;\n",
            "x_teacher_not_available.csv:2:7: the cell says `maybe`, expected `X` where the teacher is not there, or nothing",
        ),
        ("Three;1;X;;\n", "x_teacher_not_available.csv:2:1: there is no teacher `Three`"),
        ("One;;X;;\n", "x_teacher_not_available.csv:2:1: there is no name in the column `Hour`"),
    ] {
        assert_eq!(told(&all(cells).unwrap_err()), expected);
    }
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
