use super::{Imported, is_export, is_timetable, lessons, school, timetable};
use crate::fet::csv::Wrong;
use crate::foreign::Left;
use crate::school_toml;
use jadwal_model::school::course::{Audience, Course, Lesson, RoomNeed};
use jadwal_model::school::id::CourseId;
use jadwal_model::school::rule::{RuleKind, Strength};
use jadwal_model::school::school::School;
use jadwal_model::{Id, Table};

const FILES: [(&str, &str); 7] = [
    ("GPU001.TXT", include_str!("../../tests/untis/GPU001.TXT")),
    ("GPU002.TXT", include_str!("../../tests/untis/GPU002.TXT")),
    ("GPU003.TXT", include_str!("../../tests/untis/GPU003.TXT")),
    ("GPU004.TXT", include_str!("../../tests/untis/GPU004.TXT")),
    ("GPU005.TXT", include_str!("../../tests/untis/GPU005.TXT")),
    ("GPU006.TXT", include_str!("../../tests/untis/GPU006.TXT")),
    ("GPU016.TXT", include_str!("../../tests/untis/GPU016.TXT")),
];

type Files = Vec<(String, Vec<u8>)>;

fn files() -> Files {
    FILES.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).to_vec()
}

/// The files with something else in one of them.
fn with(name: &str, from: &str, to: &str) -> Files {
    let mut files = files();
    let (_, bytes) = files.iter_mut().find(|(other, _)| other == name).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains(from), "{name} has `{from}`");
    *bytes = text.replacen(from, to, 1).into_bytes();
    files
}

fn imported(files: &Files) -> Imported {
    let imported = school(files).unwrap();
    assert_eq!(imported.school.faults(), [], "what is read can be planned");
    imported
}

fn courses(school: &School) -> Table<CourseId, Course> {
    school.courses().unwrap()
}

fn placed(imported: &Imported, bytes: &[u8]) -> Vec<Lesson> {
    let Imported { school, context, .. } = imported;
    lessons(bytes, context, school, &courses(school)).unwrap().lessons
}

#[test]
fn files_become_a_school() {
    assert!(is_export(&files()));
    assert!(!is_export(&[("GPU2.TXT".to_owned(), Vec::new())]));
    let Imported { school, left_out, is_default_week, .. } = imported(&files());
    assert!(!is_default_week);
    assert_eq!((school.calendar.days.len(), school.calendar.periods.len()), (5, 6));
    let names: Vec<_> = school.teachers.iter().map(|one| one.name.as_deref().unwrap()).collect();
    assert_eq!(names, ["Amina Alami", "Benali", "Chraïbi"]);
    let services: Vec<u32> = school.teachers.iter().map(|one| one.service).collect();
    assert_eq!(services, [6, 5, 4], "as they are said, or as the lessons are");
    let sizes: Vec<u32> = school.classes.iter().map(|class| class.size).collect();
    assert_eq!(sizes, [26, 25]);
    assert_eq!(school.classes[Id::new(1)].home_room, Some(Id::new(1)));
    let left: Vec<_> = left_out.into_iter().map(|left| (left.what, left.count)).collect();
    assert_eq!(
        left,
        [
            (Left::Terms, 1),
            (Left::Unplaced, 1),
            (Left::Ignored, 1),
            (Left::Limits, 1),
            (Left::Wishes, 1)
        ]
    );
}

#[test]
fn lessons_become_courses() {
    let Imported { school, .. } = imported(&files());
    let told: Vec<_> = school
        .own_courses
        .iter()
        .map(|course| {
            let lengths: Vec<_> = (0..9).map_while(|lesson| course.length(lesson)).collect();
            (course.code.as_str(), lengths, school.rooms_for(&course.room))
        })
        .collect();
    let rooms = |rooms: &[usize]| rooms.iter().map(|&room| Id::new(room)).collect::<Vec<_>>();
    assert_eq!(
        told,
        [
            ("1A/Ma", vec![2, 1, 1], rooms(&[0, 1])),
            ("1A/Ar", vec![1, 1, 1], rooms(&[0, 1])),
            ("1A+1B/EPS", vec![2], rooms(&[2, 1])),
            ("1B/Ma", vec![2, 2, 1], rooms(&[1])),
            ("1B/Fr", vec![1, 1], rooms(&[1])),
            ("Al/Re", vec![1], rooms(&[])),
        ],
        "home rooms, rooms of subjects, and what is taken instead"
    );
    assert_eq!(school.own_courses[5].audience, []);
    assert_eq!(school.own_courses[5].room, RoomNeed::Nowhere);
    assert_eq!(
        school.own_courses[2].audience,
        [Audience::Class(Id::new(0)), Audience::Class(Id::new(1))]
    );
    let rules: Vec<_> =
        school.rules.iter().map(|rule| (&rule.code[..], rule.kind.name(), rule.strength)).collect();
    assert_eq!(
        rules,
        [
            ("also-in 1A+1B/EPS 2", "also-in", Strength::Hard),
            ("wish F EPS -3", "not-at", Strength::Hard),
            ("wish K 1B -2", "unavailable", Strength::Soft(20)),
            ("wish L Al -3", "unavailable", Strength::Hard),
            ("wish R Gym -1", "unavailable", Strength::Soft(5)),
            ("different-days", "different-days", Strength::Soft(10)),
        ]
    );
    let RuleKind::Unavailable { times, .. } = &school.rules[Id::new(3)].kind else { panic!() };
    let codes: Vec<String> = times.iter().map(|&slot| school.calendar.slot_code(slot)).collect();
    assert_eq!(codes, ["thu1", "thu2"]);
    let locks: Vec<_> = school.locks.iter().map(|lock| (&lock.course[..], lock.slot)).collect();
    assert_eq!(locks, [("1A+1B/EPS", Some(Id::new(22)))], "what is fixed stays");
}

#[test]
fn a_timetable_is_read_and_written() {
    let imported = imported(&files());
    let bytes = FILES[0].1.as_bytes();
    assert!(is_timetable(bytes));
    assert!(!is_timetable(FILES[1].1.as_bytes()) && !is_timetable(b"{}") && !is_timetable(b""));
    let all = placed(&imported, bytes);
    let at = |course: usize| -> Vec<(u32, Option<String>)> {
        let ours = all.iter().filter(|lesson| lesson.course == Id::new(course));
        let calendar = &imported.school.calendar;
        ours.map(|one| (one.length, one.slot.map(|slot| calendar.slot_code(slot)))).collect()
    };
    let some = |code: &str| Some(code.to_owned());
    assert_eq!(at(0), [(2, some("mon1")), (1, some("tue1")), (1, some("wed1"))]);
    assert_eq!(at(1), [(1, some("mon3")), (1, some("tue3")), (1, None)]);
    let sport = all.iter().find(|lesson| lesson.course == Id::new(2)).unwrap();
    assert_eq!((sport.room, &sport.further_rooms[..]), (Some(Id::new(2)), &[Some(Id::new(1))][..]));
    let Imported { school, context, .. } = &imported;
    let text = timetable(context, school, &courses(school), &all);
    let lines = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.retain(|line| !line.starts_with('7') && !line.contains(",0,0,"));
        lines.sort();
        lines
    };
    assert_eq!(lines(&text), lines(FILES[0].1));
    assert_eq!(placed(&imported, text.as_bytes()), all);
}

#[test]
fn lessons_that_are_placed_in_other_pieces_are_read() {
    // the double lesson of number 1 falls apart
    let imported = imported(&with("GPU001.TXT", "\"Ma\",\"R1\",1,2", "\"Ma\",\"R1\",5,2"));
    let apart = FILES[0].1.replacen("\"Ma\",\"R1\",1,2", "\"Ma\",\"R1\",5,2", 1);
    let all = placed(&imported, apart.as_bytes());
    let ours = all.iter().filter(|lesson| lesson.course == Id::new(0));
    let pieces: Vec<(u32, u32)> = ours.map(|lesson| (lesson.block, lesson.length)).collect();
    assert_eq!(pieces, [(0, 1), (1, 1), (2, 1), (2, 1)], "one of them is there twice");
}

#[test]
fn other_separators_and_encodings_say_the_same() {
    let expected = imported(&files());
    let separated = |text: &str| text.replace(',', ";");
    let semicolons = files()
        .into_iter()
        .map(|(name, bytes)| {
            let text = separated(&String::from_utf8(bytes).unwrap());
            (name.to_lowercase(), encoding_rs::WINDOWS_1252.encode(&text).0.into_owned())
        })
        .collect();
    assert_eq!(imported(&semicolons).school, expected.school);
    let wide = files()
        .into_iter()
        .map(|(name, bytes)| {
            let text = format!("\u{feff}{}", String::from_utf8(bytes).unwrap());
            (name, text.encode_utf16().flat_map(u16::to_le_bytes).collect())
        })
        .collect();
    assert_eq!(imported(&wide).school, expected.school);
}

#[test]
fn what_does_not_count_is_told() {
    for (name, from, to, expected) in [
        ("GPU002.TXT", "3,2,2,2,\"1B\"", "3,4,2,2,\"1B\"", &[(Left::Lines, 1)][..]),
        ("GPU002.TXT", "\"X\",,,,,,2", "\"X\",,,,,,5", &[(Left::Lines, 1), (Left::Blocks, 1)]),
        ("GPU002.TXT", "\"R1\",,,,,,,,1,1", "\"R1\",,,,,,,,4,4", &[(Left::Blocks, 1)]),
        ("GPU016.TXT", "\"Al\",4,1,-3", "\"Al\",4,,-3", &[(Left::Timeless, 1)]),
        ("GPU016.TXT", "\"Al\",4,1,-3", "\"Al\",,1,-3", &[(Left::Timeless, 1)]),
    ] {
        let text = with(name, from, to);
        let told = imported(&text).left_out.into_iter().map(|left| (left.what, left.count));
        let new = [Left::Lines, Left::Blocks, Left::Timeless];
        let told: Vec<_> = told.filter(|(what, _)| new.contains(what)).collect();
        assert_eq!(told, expected, "{name}: {to}");
    }
}

#[test]
fn without_a_placed_lesson_the_week_is_a_usual_one() {
    let without: Files = files().into_iter().filter(|(name, _)| name != "GPU001.TXT").collect();
    let Imported { school, is_default_week, .. } = imported(&without);
    assert!(is_default_week, "wishes do not say how many periods there are");
    assert_eq!((school.calendar.days.len(), school.calendar.periods.len()), (5, 8));
}

#[test]
fn lists_that_are_missing_are_made_of_what_lessons_name() {
    let only: Files = files().into_iter().filter(|(name, _)| name == "GPU002.TXT").collect();
    let Imported { school, is_default_week, .. } = imported(&only);
    assert!(is_default_week);
    assert_eq!((school.calendar.days.len(), school.calendar.periods.len()), (5, 8));
    let codes: Vec<&str> = school.rooms.iter().map(|room| room.code.as_str()).collect();
    assert_eq!(codes, ["R1", "Gym", "R2"]);
    assert_eq!((school.classes.len(), school.teachers.len(), school.subjects.len()), (2, 3, 5));
}

#[test]
fn what_is_wrong_is_told_with_its_file_and_line() {
    for (name, from, to, line, expected) in [
        (
            "GPU002.TXT",
            "\"1A\",\"Be\",\"Ar\"",
            "\"1A\",\"Bo\",\"Ar\"",
            2,
            "there is no teacher `Bo`",
        ),
        ("GPU002.TXT", "\"1A\",\"Be\",\"Ar\"", "\"1Z\",\"Be\",\"Ar\"", 2, "there is no class `1Z`"),
        (
            "GPU002.TXT",
            "\"1A\",\"Be\",\"Ar\"",
            "\"1A\",\"Be\",\"Arr\"",
            2,
            "there is no subject `Arr`",
        ),
        ("GPU002.TXT", "\"Gym~R2\"", "\"Gym~R9\"", 3, "there is no room `R9`"),
        ("GPU002.TXT", "5,2,2,2", "5,x,2,2", 6, "`periods a week` is `x`, expected a number"),
        ("GPU002.TXT", "5,2,2,2", "five,2,2,2", 6, "`lesson number` is `five`, expected a number"),
        ("GPU002.TXT", "5,2,2,2", "5,900,2,2", 6, "`periods a week` is 900, expected 1 to 200"),
        ("GPU001.TXT", "6,,\"Al\"", "66,,\"Al\"", 19, "there is no lesson `66`"),
        (
            "GPU001.TXT",
            "6,,\"Al\",\"Re\",,5,6",
            "5,,\"Al\",\"Re\",,5,6",
            19,
            "lesson `5` has 3 placed periods, expected at most 2",
        ),
        (
            "GPU001.TXT",
            "6,,\"Al\",\"Re\",,5,6",
            "6,,\"Al\",\"Re\",\"R7\",5,6",
            19,
            "there is no room `R7`",
        ),
        (
            "GPU001.TXT",
            "6,,\"Al\",\"Re\",,5,6",
            "6,,\"Al\",\"Re\",,5,60",
            19,
            "`period` is 60, expected 0 to 30",
        ),
        ("GPU016.TXT", "\"L\",\"Al\",4,1,-3", "\"L\",\"Xy\",4,1,-3", 1, "there is no name `Xy`"),
        ("GPU016.TXT", "\"L\",\"Al\",4,1,-3", "\"Z\",\"Al\",4,1,-3", 1, "there is no kind `Z`"),
        (
            "GPU004.TXT",
            "\"Be\",\"Benali\"",
            "\"Al\",\"Benali\"",
            2,
            "`GPU004.TXT` has the identifier `Al` twice",
        ),
        (
            "GPU005.TXT",
            "\"R2\",\"Salle 2\"",
            "\"R1\",\"Salle 2\"",
            2,
            "`GPU005.TXT` has the identifier `R1` twice",
        ),
        ("GPU004.TXT", "\"6.00000\"", "\"600\"", 1, "`service` is 600, expected 0 to 200"),
        (
            "GPU002.TXT",
            "5,2,2,2",
            "5.5,2,2,2",
            6,
            "`lesson number` is `5.5`, expected a whole number",
        ),
        (
            "GPU002.TXT",
            "5,2,2,2",
            "500000,2,2,2",
            6,
            "`lesson number` is 500000, expected 0 to 100000",
        ),
        (
            "GPU001.TXT",
            "\"Ma\",\"R1\",1,2",
            "\"Ma\",\"R1,1,2",
            2,
            "a cell goes on in the next line: `R1,1,2,,`",
        ),
        ("GPU005.TXT", ",,,,,40", ",,,,,many", 1, "`capacity` is `many`, expected a number"),
    ] {
        let wrong: Vec<Wrong> = school(&with(name, from, to)).unwrap_err();
        let told: Vec<(String, usize, String)> = wrong
            .iter()
            .flat_map(|one| {
                let told = |error: &crate::ReadError| {
                    (one.file.clone(), error.place.line, error.fault.to_string())
                };
                one.errors.iter().map(told).collect::<Vec<_>>()
            })
            .collect();
        assert!(
            told.contains(&(name.to_owned(), line, expected.to_owned())),
            "{expected}: {told:?}"
        );
    }
    let none: Files = files().into_iter().filter(|(name, _)| name != "GPU002.TXT").collect();
    let wrong = school(&none).unwrap_err();
    assert_eq!(wrong[0].errors[0].fault.to_string(), "the file has no rows in `GPU002.TXT`");
}

/// Lessons of a school of which the search cuts some courses and finds the teachers of others.
fn cut() -> (School, Table<CourseId, Course>, Vec<Lesson>) {
    let school = school_toml::read(include_bytes!("../../tests/foreign/cut.toml")).unwrap();
    let courses = courses(&school);
    let mut lessons = Vec::new();
    for (course, teacher, lengths, first) in [
        (0, 1, &[2, 2, 1][..], 0),
        (1, 2, &[2, 1, 1], 2),
        (2, 3, &[2, 1], 15),
        (3, 0, &[2, 1, 1], 1),
        (4, 3, &[1, 1, 1], 4),
    ] {
        for (block, &length) in (0..).zip(lengths) {
            lessons.push(Lesson {
                course: Id::new(course),
                block,
                length,
                slot: Some(Id::new(first + 5 * block as usize)),
                week: None,
                // one of the lessons that are staffed alone has another teacher
                teachers: vec![Id::new(if (course, block) == (0, 2) { 0 } else { teacher })],
                room: Some(Id::new(course % 2)),
                further_rooms: Vec::new(),
            });
        }
    }
    (school, courses, lessons)
}

#[test]
fn what_the_search_cut_and_staffed_is_read_back() {
    let (school, courses, ours) = cut();
    let (context, _) = super::from_school(&school, &courses, &ours);
    let text = timetable(&context, &school, &courses, &ours);
    let context = super::read_back(text.as_bytes(), &school, &courses);
    assert_eq!(lessons(text.as_bytes(), &context, &school, &courses).unwrap().lessons, ours);
    let unknown = text.replacen("\"bea\"", "\"beo\"", 1);
    let errors = lessons(unknown.as_bytes(), &context, &school, &courses).unwrap_err();
    assert_eq!(errors[0].fault.to_string(), "there is no teacher `beo`");
    // with more periods than it has nothing is cut
    let twice = format!("{text}1,\"1A\",\"bea\",\"Ma\",\"R1\",5,5,,\r\n");
    let context = super::read_back(twice.as_bytes(), &school, &courses);
    let errors = lessons(twice.as_bytes(), &context, &school, &courses).unwrap_err();
    let told = "lesson `1` has 6 placed periods, expected at most 5";
    assert_eq!(errors[0].fault.to_string(), told);
}

#[test]
fn a_school_from_elsewhere_becomes_files_and_comes_back() {
    let fixture = crate::fixture::fixture();
    let (context, left_out) =
        super::from_school(&fixture.school, &fixture.courses, &fixture.lessons);
    assert!(!left_out.is_empty(), "groups and rules are not said");
    let mut files = super::data(&context, &fixture.school, &fixture.courses);
    let text = timetable(&context, &fixture.school, &fixture.courses, &fixture.lessons);
    let read = lessons(text.as_bytes(), &context, &fixture.school, &fixture.courses).unwrap();
    let place = |lesson: &Lesson| (lesson.course, lesson.slot, lesson.room);
    let mut ours: Vec<_> = fixture.lessons.iter().map(place).collect();
    let mut theirs: Vec<_> = read.lessons.iter().map(place).collect();
    ours.sort();
    theirs.sort();
    assert_eq!(theirs, ours);
    files.push(("GPU001.TXT".to_owned(), text.into_bytes()));
    let Imported { school: again, .. } = school(&files).unwrap();
    assert_eq!(again.faults(), []);
    let codes = |school: &School| -> Vec<String> {
        let classes = school.classes.iter().map(|one| one.code.clone());
        let teachers = school.teachers.iter().map(|one| one.code.clone());
        let rooms = school.rooms.iter().map(|one| one.code.clone());
        classes.chain(teachers).chain(rooms).collect()
    };
    assert_eq!(codes(&again), codes(&fixture.school));
}
