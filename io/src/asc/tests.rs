use super::{Document, Imported, lessons, read, school, with_timetable, write};
use crate::error::Fault;
use crate::error::foreign::ForeignFault;
use crate::foreign::Left;
use crate::{Format, school_toml, words};
use jadwal_model::school::calendar::{Part, Week, Weekday, Weeks};
use jadwal_model::school::course::{Audience, Course, Lesson, RoomNeed};
use jadwal_model::school::id::CourseId;
use jadwal_model::school::rule::RuleKind;
use jadwal_model::school::school::School;
use jadwal_model::{Id, Table};

const SCHOOL: &str = include_str!("../../tests/asc/school.asc.xml");

fn imported(text: &str) -> (Document, Imported) {
    let document = read(text.as_bytes()).unwrap();
    let imported = school(&document).unwrap();
    assert_eq!(imported.school.faults(), [], "what is read can be planned");
    (document, imported)
}

fn courses(school: &School) -> Table<CourseId, Course> {
    school.courses().unwrap()
}

fn written(document: &Document) -> String {
    let mut bytes = Vec::new();
    write(document, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// What a wrong file is told: the line and the sentence.
fn wrong(text: &str) -> Vec<(usize, String)> {
    let told = read(text.as_bytes()).and_then(|document| school(&document).map(drop));
    let errors = told.expect_err("something is wrong");
    errors.iter().map(|error| (error.place.line, error.fault.to_string())).collect()
}

#[test]
fn a_file_becomes_a_school() {
    assert_eq!(Format::recognise(SCHOOL.as_bytes()), Some(Format::Asc));
    let (_, Imported { school, left_out, .. }) = imported(SCHOOL);
    let calendar = &school.calendar;
    assert_eq!((calendar.days.len(), calendar.slots.len()), (5, 25));
    assert_eq!(calendar.weeks, Weeks::AB);
    let days: Vec<_> = calendar.days.iter().map(|day| (day.code.as_str(), day.weekday)).collect();
    assert_eq!(days[0], ("mon", Some(Weekday::Monday)));
    let parts: Vec<Part> = calendar.periods.iter().map(|period| period.part).collect();
    assert_eq!(parts.iter().filter(|part| **part == Part::Morning).count(), 3, "lunch is known");
    let clock = calendar.clock(Id::new(3), None).map(|range| range.to_string());
    assert_eq!(clock.as_deref(), Some("14:30-15:30"));
    let subjects: Vec<&str> = school.subjects.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(subjects, ["Ma", "Ar", "Sci", "Sciences de la vie", "EPS", "Ré"]);
    assert_eq!(school.subjects[Id::new(1)].names.arabic(), Some("اللغة العربية"));
    let classes: Vec<_> = school.classes.iter().map(|one| (one.code.as_str(), one.size)).collect();
    assert_eq!(classes, [("7A", 31), ("7B", 2)]);
    assert_eq!(school.classes[Id::new(0)].home_room, Some(Id::new(0)));
    let groups: Vec<_> = school.groups.iter().map(|one| (one.code.as_str(), one.size)).collect();
    assert_eq!(groups, [("7A/Groupe 1", 15), ("7A/Groupe 2", 16)], "nobody names the others");
    let capacities: Vec<_> = school.rooms.iter().map(|room| room.capacity).collect();
    assert_eq!(capacities, [Some(40), None, Some(20)]);
    let services: Vec<u32> = school.teachers.iter().map(|one| one.service).collect();
    assert_eq!(services, [10, 4, 5], "an hour every other week is half of one");
    let left: Vec<_> = left_out.into_iter().map(|left| (left.what, left.count)).collect();
    assert_eq!(left, [(Left::Terms, 1), (Left::Groups, 2), (Left::Unplaced, 1)]);
}

#[test]
fn lessons_become_courses() {
    let (_, Imported { school, .. }) = imported(SCHOOL);
    let told: Vec<_> = school
        .own_courses
        .iter()
        .map(|course| {
            let lengths: Vec<_> = (0..9).map_while(|lesson| course.length(lesson)).collect();
            (course.code.as_str(), lengths, course.fortnightly)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("7A/Ma", vec![1, 1, 1, 1], false),
            ("7B/Ma", vec![2, 2, 1], false),
            ("7A+7B/EPS", vec![2], false),
            ("7A/Groupe 1/Sci", vec![1], true),
            ("7A/Groupe 2/Sci", vec![1], true),
            ("7A/Ar", vec![1, 1, 1], false),
            ("Al+Be/Ré", vec![1], false),
        ]
    );
    let both = &school.own_courses[5];
    assert_eq!(both.audience, [Audience::Class(Id::new(0))], "both groups are the class");
    assert_eq!(both.room, RoomNeed::Nowhere);
    assert_eq!(school.own_courses[2].room, RoomNeed::OneOf(vec![Id::new(0), Id::new(1)]));
    let rules: Vec<_> = school.rules.iter().map(|rule| (&rule.code[..], &rule.kind)).collect();
    let thursday: Vec<_> = (15..20).map(Id::new).collect();
    let rooms = vec![Id::new(0), Id::new(1)];
    let (first, second) = ("7A/Groupe 1/Sci".to_owned(), "7A/Groupe 2/Sci".to_owned());
    assert_eq!(
        rules,
        [
            ("only-at 7A+7B/EPS", &RuleKind::OnlyAt { times: thursday }),
            ("also-in 7A+7B/EPS 1", &RuleKind::AlsoIn { rooms }),
            ("alternate 7A/Groupe 1/Sci 7A/Groupe 2/Sci", &RuleKind::Alternate { first, second }),
            ("different-days", &RuleKind::DifferentDays),
        ]
    );
}

#[test]
fn cards_become_lessons_and_lessons_cards() {
    let (document, Imported { school, context, .. }) = imported(SCHOOL);
    let courses = courses(&school);
    let placed = lessons(&document, &context, &school, &courses).unwrap().lessons;
    let at = |course: usize| -> Vec<(u32, Option<String>, Option<Week>)> {
        let ours = placed.iter().filter(|lesson| lesson.course == Id::new(course));
        let slot = |lesson: &Lesson| lesson.slot.map(|slot| school.calendar.slot_code(slot));
        ours.map(|lesson| (lesson.length, slot(lesson), lesson.week)).collect()
    };
    let some = |code: &str| Some(code.to_owned());
    assert_eq!(
        at(1),
        [(2, some("mon2"), None), (2, some("tue2"), None), (1, some("wed4"), None)],
        "two cards are one double lesson"
    );
    assert_eq!(at(3), [(1, some("wed2"), Some(Week::A))]);
    assert_eq!(at(4), [(1, some("wed2"), Some(Week::B))]);
    assert_eq!(at(5), [(1, some("mon4"), None), (1, some("tue4"), None), (1, None, None)]);
    let sport = placed.iter().find(|lesson| lesson.course == Id::new(2)).unwrap();
    assert_eq!((sport.room, &sport.further_rooms[..]), (Some(Id::new(0)), &[Some(Id::new(1))][..]));
    // the same lessons are the same cards again, and what is not placed has none
    let again = with_timetable(&document, &context, &school, &courses, &placed);
    let of = |document: &Document| {
        let mut rows: Vec<Vec<(String, String)>> =
            document.rows("cards").map(|row| row.attributes.clone()).collect();
        rows.retain(|row| row.iter().any(|(name, value)| name == "period" && !value.is_empty()));
        rows.sort();
        rows
    };
    assert_eq!(of(&again), of(&document));
    assert_eq!(again.rows("cards").count() + 1, document.rows("cards").count());
}

#[test]
fn a_file_is_written_word_for_word() {
    let (document, _) = imported(SCHOOL);
    assert_eq!(written(&document), SCHOOL);
    let odd = SCHOOL.replace("Salle 1", "R&amp;D &lt;1&gt; &quot;a&quot;");
    let (document, imported) = imported(&odd);
    assert_eq!(imported.school.rooms[Id::new(0)].names.french(), Some("R&D <1> \"a\""));
    assert_eq!(read(written(&document).as_bytes()).unwrap(), document);
}

#[test]
fn encodings_are_those_that_are_declared() {
    let declared = SCHOOL.replace("encoding=\"UTF-8\"", "encoding=\"windows-1256\"");
    let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(&declared);
    let document = read(&bytes[..]).unwrap();
    let Imported { school, .. } = school(&document).unwrap();
    assert_eq!(school.subjects[Id::new(1)].names.arabic(), Some("اللغة العربية"));
    let (utf8, _) = imported(SCHOOL);
    let names = |document: &Document| -> Vec<String> {
        document.rows("subjects").map(|row| row.attribute("name").to_owned()).collect()
    };
    assert_eq!(names(&document), names(&utf8), "and written in UTF-8");
    assert!(written(&document).starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
}

#[test]
fn a_double_lesson_may_be_one_card() {
    let second = "      <card lessonid=\"L2\" classroomids=\"R2\" period=\"3\" weeks=\"11\" terms=\"11\" days=\"10000\"/>\n";
    let text = SCHOOL.replace(second, "").replace(&second.replace("10000", "01000"), "");
    let sport = "      <card lessonid=\"L3\" classroomids=\"R1,R2\" period=\"5\" weeks=\"11\" terms=\"11\" days=\"00010\"/>\n";
    let text = text.replace(sport, "");
    let (document, Imported { school, context, .. }) = imported(&text);
    let courses = courses(&school);
    let placed = lessons(&document, &context, &school, &courses).unwrap().lessons;
    let (_, whole) = imported(SCHOOL);
    let (full, _) = imported(SCHOOL);
    let same = lessons(&full, &whole.context, &whole.school, &courses).unwrap().lessons;
    assert_eq!(placed, same);
    let again = with_timetable(&document, &context, &school, &courses, &placed);
    assert_eq!(
        again.rows("cards").count() + 1,
        document.rows("cards").count(),
        "as the file has it"
    );
}

#[test]
fn the_form_of_2008_is_read_and_written() {
    let text = r#"<timetable ascttversion="2008.1" importtype="database" options="daynumbering1">
   <days><day day="1" name="الأحد" short="ح"/><day day="2" name="الاثنين" short="ن"/></days>
   <periods><period period="0" starttime="7:00" endtime="8:00"/><period period="1"/></periods>
   <subjects><subject id="*1" name="الرياضيات" short="ر"/></subjects>
   <teachers><teacher id="*1" name="سعيد" short=""/></teachers>
   <classes><class id="*1" name="أ1" short="" grade=""/></classes>
   <classrooms/>
   <groups><group id="*10" name="القسم كامل" classid="*1" entireclass="1" divisiontag="0"/></groups>
   <lessons>
      <lesson id="*1" subjectid="*1" classids="*1" groupids="*10" teacherids="*1" periodspercard="2" periodsperweek="1.0" weeks="1"/>
   </lessons>
   <cards><card lessonid="*1" day="2" period="0" classroomids=""/></cards>
</timetable>
"#;
    let (document, Imported { school, context, left_out }) = imported(text);
    assert_eq!(school.own_courses[0].code, "أ1/ر");
    assert_eq!(school.own_courses[0].hours, 2, "one card is what it is");
    assert_eq!(left_out[0].what, Left::Short);
    let courses = courses(&school);
    let placed = lessons(&document, &context, &school, &courses).unwrap().lessons;
    let slot = placed[0].slot.map(|slot| school.calendar.slot_code(slot));
    assert_eq!(slot.as_deref(), Some("mon0"));
    let again = with_timetable(&document, &context, &school, &courses, &placed);
    assert_eq!(again.rows("cards").count(), 1);
    let card = again.rows("cards").next().unwrap();
    assert_eq!((card.attribute("day"), card.attribute("period")), ("2", "0"));
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    for (from, to, line, expected) in [
        (
            "teacherids=\"TA\" classroomids=\"R1\"",
            "teacherids=\"TX\" classroomids=\"R1\"",
            70,
            "there is no teacher `TX`",
        ),
        ("classids=\"C1,C2\"", "classids=\"C1,C9\"", 72, "there is no class `C9`"),
        ("groupids=\"G1a,G1b\"", "groupids=\"G1a,G1c\"", 75, "there is no group `G1c`"),
        ("subjectid=\"SRE\"", "subjectid=\"\"", 76, "`lesson` has no attribute `subjectid`"),
        ("<card lessonid=\"L7\"", "<card lessonid=\"L8\"", 95, "there is no lesson `L8`"),
        (
            "period=\"5\" weeks=\"11\" terms=\"11\" days=\"00001\"",
            "period=\"6\" weeks=\"11\" terms=\"11\" days=\"00001\"",
            95,
            "there is no period `6`",
        ),
        (
            "period=\"5\" weeks=\"11\" terms=\"11\" days=\"00001\"",
            "period=\"5\" weeks=\"11\" terms=\"11\" days=\"000010\"",
            95,
            "`days` is `000010`, expected 5 ones and zeros",
        ),
        (
            "<card lessonid=\"L7\"",
            "<card lessonid=\"L5\"",
            95,
            "lesson `L5` is placed in the weeks `11`, expected `01`",
        ),
        (
            "<card lessonid=\"L7\"",
            "<card lessonid=\"L3\"",
            95,
            "lesson `L3` has 3 placed periods, expected at most 2",
        ),
        (
            "periodsperweek=\"3.0\"",
            "periodsperweek=\"many\"",
            75,
            "`periodsperweek` is `many`, expected a number",
        ),
        (
            "periodsperweek=\"3.0\"",
            "periodsperweek=\"300\"",
            75,
            "`periodsperweek` is 300, expected 1 to 200",
        ),
        (
            "periodspercard=\"2\" periodsperweek=\"5.0\"",
            "periodspercard=\"6\" periodsperweek=\"6.0\"",
            71,
            "lesson `L2` takes 6 periods at once, expected 1 to 5",
        ),
        (
            "capacity=\"40\"",
            "capacity=\"forty\"",
            45,
            "`capacity` is `forty`, expected a whole number",
        ),
        (
            "period=\"2\" starttime=\"9:30\"",
            "period=\"two\" starttime=\"9:30\"",
            5,
            "`period` is `two`, expected a whole number",
        ),
        (
            "name=\"Semaine B\" short=\"B\" weeks=\"01\"",
            "name=\"Semaine B\" short=\"B\" weeks=\"00\"",
            22,
            "`weeks` is `00`, expected at least one 1",
        ),
        (
            "periodspercard=\"2\" periodsperweek=\"5.0\"",
            "periodspercard=\"1.5\" periodsperweek=\"5.0\"",
            71,
            "`periodspercard` is `1.5`, expected a whole number",
        ),
        (
            "periodsperweek=\"3.0\"",
            "periodsperweek=\"30000\"",
            75,
            "`periodsperweek` is `30000`, expected a number from 0 to 10000",
        ),
        ("<class id=\"C2\"", "<class id=\"C1\"", 54, "`classes` has the identifier `C1` twice"),
        ("<teacher id=\"TB\"", "<teacher", 38, "`teacher` has no attribute `id`"),
    ] {
        assert!(SCHOOL.contains(from), "{from}");
        let text = SCHOOL.replacen(from, to, 1);
        let told = wrong(&text);
        assert!(told.contains(&(line, expected.to_owned())), "{expected}: {told:?}");
    }
    let errors = wrong("<timetable importtype=\"database\"></timetable>");
    let texts: Vec<&str> = errors.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, ["the file has no rows in `periods`", "the file has no rows in `daysdefs`"]);
}

#[test]
fn a_pause_over_which_lessons_are_held_is_no_lunch() {
    let days = "terms=\"11\" days=\"00010\"/>";
    let at = |period: u32| format!("period=\"{period}\" weeks=\"11\" {days}");
    let over = SCHOOL.replacen(&at(4), &at(3), 1).replacen(&at(5), &at(4), 1);
    let (_, Imported { school, .. }) = imported(&over);
    assert_eq!(school.calendar.half_days.len(), 5, "a half-day a day");
    let doubles = "periodspercard=\"2\" periodsperweek=\"5.0\"";
    let long = SCHOOL.replace(doubles, "periodspercard=\"4\" periodsperweek=\"8.0\"");
    assert_eq!(
        wrong(&long),
        [(87, "lesson `L2` is placed in 3 pieces, expected at most 2".to_owned())]
    );
    let without = long.lines().filter(|line| !line.contains("card lessonid=\"L2\""));
    let (_, Imported { school, .. }) = imported(&without.collect::<Vec<_>>().join("\n"));
    assert_eq!(school.calendar.half_days.len(), 5, "no half of a day has four periods");
}

#[test]
fn a_class_may_have_very_many_divisions() {
    // seven divisions into three groups, each with a lesson of its own
    let text = divided(&[3; 7]);
    let (_, Imported { school, .. }) = imported(&text);
    let of = |code: &str| -> Vec<Audience> {
        let mut courses = school.own_courses.iter();
        courses.find(|course| course.code == code).unwrap().audience.clone()
    };
    let meet = |one: &str, other: &str| of(one).iter().any(|part| of(other).contains(part));
    for (one, other, expected) in [
        ("7B/3.1/Ar", "7B/3.2/Ar", false),
        ("7B/3.1/Ar", "7B/4.1/Ar", true),
        ("7B/9.3/Ar", "7B/4.2/Ar", true),
        ("7B/9.3/Ar", "7B/9.1/Ar", false),
    ] {
        assert_eq!(meet(one, other), expected, "{one} and {other}");
    }
}

#[test]
fn a_timetable_of_other_data_is_refused() {
    let (_, Imported { school, context, .. }) = imported(SCHOOL);
    let other = SCHOOL
        .replace("<card lessonid=\"L1\"", "<card lessonid=\"M1\"")
        .replace("id=\"L1\"", "id=\"M1\"");
    let document = read(other.as_bytes()).unwrap();
    let errors = lessons(&document, &context, &school, &courses(&school)).unwrap_err();
    assert_eq!(errors.len(), 4);
    let is_lesson = |fault: &Fault| matches!(fault, Fault::Reference { kind: "lesson", .. });
    assert!(errors.iter().all(|error| is_lesson(&error.fault)), "{errors:?}");
    let over = SCHOOL
        .replacen(
            "period=\"4\" weeks=\"11\" terms=\"11\" days=\"00010\"",
            "period=\"3\" weeks=\"11\" terms=\"11\" days=\"00010\"",
            1,
        )
        .replacen(
            "period=\"5\" weeks=\"11\" terms=\"11\" days=\"00010\"",
            "period=\"4\" weeks=\"11\" terms=\"11\" days=\"00010\"",
            1,
        );
    let document = read(over.as_bytes()).unwrap();
    let errors = lessons(&document, &context, &school, &courses(&school)).unwrap_err();
    let fault = ForeignFault::DoesNotFit { lesson: "L3".to_owned(), found: "thu3".to_owned() };
    assert_eq!(errors[0].fault, fault.into(), "no lesson goes over lunch");
}

#[test]
fn a_school_from_elsewhere_becomes_a_file_and_comes_back() {
    let fixture = crate::fixture::fixture();
    let made = super::from_school(&fixture.school, &fixture.courses, &fixture.lessons);
    let document = with_timetable(
        &made.document,
        &made.context,
        &fixture.school,
        &fixture.courses,
        &fixture.lessons,
    );
    let text = written(&document);
    assert_eq!(read(text.as_bytes()).unwrap(), document);
    let placed = lessons(&document, &made.context, &fixture.school, &fixture.courses).unwrap();
    // which of two lessons of one length is the first is not in the file
    let place = |lesson: &Lesson| (lesson.course, lesson.slot, lesson.week, lesson.room);
    let mut ours: Vec<_> = fixture.lessons.iter().map(place).collect();
    let mut theirs: Vec<_> = placed.lessons.iter().map(place).collect();
    ours.sort();
    theirs.sort();
    assert_eq!(theirs, ours);
    let Imported { school: again, .. } = school(&document).unwrap();
    assert_eq!(again.faults(), []);
    let codes = |school: &School| -> Vec<String> {
        let classes = school.classes.iter().map(|one| one.code.clone());
        let teachers = school.teachers.iter().map(|one| one.code.clone());
        let rooms = school.rooms.iter().map(|one| one.code.clone());
        classes.chain(teachers).chain(rooms).collect()
    };
    assert_eq!(codes(&again), codes(&fixture.school));
    let hours =
        |courses: &Table<CourseId, Course>| courses.iter().map(|one| one.hours).sum::<u32>();
    assert_eq!(hours(&courses(&again)), hours(&fixture.courses));
    let mut toml = Vec::new();
    let english = words::Words::new(words::Language::English);
    school_toml::write(&again, &english, &mut toml).unwrap();
    assert_eq!(school_toml::read(&toml).unwrap(), again, "it is a school like any other");
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
    let super::Exported { document, context, .. } = super::from_school(&school, &courses, &ours);
    let document = with_timetable(&document, &context, &school, &courses, &ours);
    let ids: Vec<&str> = document.rows("lessons").map(|row| row.attribute("id")).collect();
    assert_eq!(ids, ["L1-2-T2", "L1-1-T1", "L2-2", "L2-1", "L3-2", "L3-1", "L4-2", "L4-1", "L5"]);
    let again = read(written(&document).as_bytes()).unwrap();
    let context = super::read_back(&again, &school, &courses).unwrap();
    assert_eq!(lessons(&again, &context, &school, &courses).unwrap().lessons, ours);
    let unknown = written(&document).replacen("teacherids=\"T2\"", "teacherids=\"T7\"", 1);
    let errors = super::read_back(&read(unknown.as_bytes()).unwrap(), &school, &courses);
    assert!(errors.unwrap_err()[0].fault.to_string().contains("there is no teacher `T7`"));
}

/// A file with these divisions of the second class: how many groups each has, all with a lesson of their own.
fn divided(divisions: &[usize]) -> String {
    let (mut groups, mut lessons) = (String::new(), String::new());
    for (tag, &parts) in (3..).zip(divisions) {
        for part in 1..=parts {
            let id = format!("X{tag}.{part}");
            groups.push_str(&format!("<group id=\"{id}\" name=\"{tag}.{part}\" classid=\"C2\" entireclass=\"0\" divisiontag=\"{tag}\"/>"));
            lessons.push_str(&format!("<lesson id=\"{id}\" classids=\"C2\" subjectid=\"SAR\" periodspercard=\"1\" periodsperweek=\"1\" groupids=\"{id}\"/>"));
        }
    }
    let text = SCHOOL.replace("</groups>", &format!("{groups}</groups>"));
    text.replace("</lessons>", &format!("{lessons}</lessons>"))
}

#[test]
fn a_class_in_too_many_parts_is_refused_with_its_line() {
    let parts = |found: usize| {
        format!(
            "the groups of class `7B` make {found} parts of pupils or more, expected at most 32"
        )
    };
    let many = "class `7B` has 40 divisions with lessons, expected at most 32".to_owned();
    for (divisions, expected) in [
        (&[33][..], parts(33)),
        (&[6, 6], parts(36)),
        (&[300, 300], parts(90_000)),
        (&[2; 40], many),
    ] {
        assert_eq!(wrong(&divided(divisions)), [(63, expected)], "{divisions:?}");
    }
    let (_, Imported { school, .. }) = imported(&divided(&[32]));
    assert_eq!(school.own_courses[0].audience, [Audience::Class(Id::new(0))]);
    assert_eq!(school.own_courses[1].audience, [Audience::Class(Id::new(1))]);
}

#[test]
fn lessons_of_week_b_alone_are_told() {
    let alone = SCHOOL.lines().filter(|line| !line.contains("\"L4\""));
    let (document, Imported { school, context, left_out }) =
        imported(&alone.collect::<Vec<_>>().join("\n"));
    let told = left_out.iter().find(|left| left.what == Left::SecondWeek);
    assert_eq!(told.map(|left| (left.count, left.place.line)), Some((1, 73)));
    let courses = courses(&school);
    let placed = lessons(&document, &context, &school, &courses).unwrap().lessons;
    let again = with_timetable(&document, &context, &school, &courses, &placed);
    let weeks = again.rows("cards").filter(|card| card.attribute("lessonid") == "L5");
    assert_eq!(weeks.map(|card| card.attribute("weeks")).collect::<Vec<_>>(), ["01"]);
    let (_, both) = imported(SCHOOL);
    assert!(both.left_out.iter().all(|left| left.what != Left::SecondWeek), "they take turns");
}

#[test]
fn weeks_of_lessons_in_the_form_of_2008_count() {
    let text = r#"<timetable>
   <days><day day="1" name="Monday"/></days>
   <periods><period period="1"/><period period="2"/></periods>
   <subjects><subject id="S" name="Maths"/></subjects>
   <teachers><teacher id="T" name="Said"/></teachers>
   <classes><class id="C" name="1A"/></classes>
   <lessons>
      <lesson id="A" subjectid="S" classids="C" teacherids="T" durationperiods="1" periodsperweek="0.5" weeks="10"/>
      <lesson id="B" subjectid="S" classids="C" teacherids="T" durationperiods="1" periodsperweek="0.5" weeks="01"/>
   </lessons>
</timetable>
"#;
    let (_, Imported { school, .. }) = imported(text);
    assert_eq!(school.calendar.weeks, Weeks::AB);
    let hours: Vec<_> = school.own_courses.iter().map(|one| (one.hours, one.fortnightly)).collect();
    assert_eq!(hours, [(1, true), (1, true)]);
    let told = wrong(&text.replace("\"01\"", "\"00\""));
    assert_eq!(told, [(9, "`weeks` is `00`, expected at least one 1".to_owned())]);
}

#[test]
fn absurdly_many_days_periods_and_weeks_are_refused() {
    let long = |from: &str, zeros: usize| {
        SCHOOL.replacen(from, &format!("{from}{}", "0".repeat(zeros)), 1)
    };
    for (text, line, expected) in [
        (long("days=\"10000", 90_000), 11, "`days` is 90005, expected 1 to 31"),
        (long("weeks=\"10", 90_000), 19, "`weeks` is 90002, expected 1 to 60"),
        (long("terms=\"1", 90_000), 25, "`terms` is 90002, expected 1 to 60"),
    ] {
        let told = wrong(&text);
        assert!(told.contains(&(line, expected.to_owned())), "{expected}: {told:?}");
    }
    let rows: String = (6..90).map(|row| format!("<period period=\"{row}\"/>")).collect();
    let told = wrong(&SCHOOL.replace("</periods>", &format!("{rows}</periods>")));
    assert_eq!(told, [(9, "`periods` is 89, expected 1 to 60".to_owned())]);
}

#[test]
fn lengths_locks_and_rooms_are_what_the_file_says() {
    let days = "terms=\"11\" days=\"00010\"/>";
    let at = |period: u32| format!("period=\"{period}\" weeks=\"11\" {days}");
    let over = SCHOOL.replacen(&at(4), &at(3), 1).replacen(&at(5), &at(4), 1);
    let other = over.replace("periodspercard", "durationperiods");
    let (_, Imported { school, .. }) = imported(&other);
    assert_eq!(school.calendar.half_days.len(), 5, "whatever the length is called");
    let exact = SCHOOL.replacen("periodsperweek=\"3.0\"", "periodsperweek=\"3.010\"", 1);
    let (_, Imported { school, .. }) = imported(&exact);
    assert_eq!(school.own_courses[5].hours, 3, "rounded in the file");
    // half of a double lesson is there, and another half is locked
    let wednesday = "period=\"4\" weeks=\"11\" terms=\"11\" days=\"00100\"";
    let locked = SCHOOL.replacen(wednesday, &format!("{wednesday} locked=\"1\""), 1);
    let (_, Imported { school, .. }) = imported(&locked);
    assert_eq!(school.locks.len(), 1);
    let monday =
        "lessonid=\"L2\" classroomids=\"R2\" period=\"3\" weeks=\"11\" terms=\"11\" days=\"10000\"";
    let cut = locked.lines().filter(|line| !line.contains(monday));
    let (_, Imported { school, .. }) = imported(&cut.collect::<Vec<_>>().join("\n"));
    assert_eq!(school.locks, [], "what is cut in another way is locked nowhere");
    let single = SCHOOL.replacen(
        "lessonid=\"L7\" classroomids=\"\"",
        "lessonid=\"L7\" classroomid=\"RL\"",
        1,
    );
    let (_, Imported { school, .. }) = imported(&single);
    assert_eq!(school.own_courses[6].room, RoomNeed::OneOf(vec![Id::new(2)]));
}

#[test]
fn no_file_makes_it_panic() {
    let (_, Imported { school: ours, context, .. }) = imported(SCHOOL);
    let courses = courses(&ours);
    let (mut whole, mut schools) = (0, 0);
    let mut see = |text: &str| {
        let Ok(document) = read(text.as_bytes()) else { return };
        whole += 1;
        schools += usize::from(school(&document).is_ok());
        drop(lessons(&document, &context, &ours, &courses));
    };
    let lines: Vec<&str> = SCHOOL.lines().collect();
    for left_out in 0..lines.len() {
        see(&[&lines[..left_out], &lines[left_out + 1..]].concat().join("\n"));
    }
    // every other quotation mark opens a value
    let marks: Vec<usize> = SCHOOL.match_indices('"').map(|(at, _)| at).collect();
    for value in marks.chunks_exact(2).skip(8).step_by(9) {
        for other in ["", "9", "-1", "99999999999999999999", "10000,01000", "*", "é"] {
            see(&[&SCHOOL[..=value[0]], other, &SCHOOL[value[1]..]].concat());
        }
    }
    assert!(whole > 350 && schools > 200, "{whole} are read, {schools} become schools");
}
