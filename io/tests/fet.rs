//! FET files: what they become, what is written again, and what is wrong with bad ones.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use jadwal_io::fet::{self, Document, Imported, Placements, Weights};
use jadwal_io::words::{Language, Words};
use jadwal_io::{Format, ReadError, school_toml};
use jadwal_model::school::calendar::{Part, Weekday};
use jadwal_model::school::compile::compile;
use jadwal_model::school::course::{Audience, Blocks, Course, RoomNeed, Teaching};
use jadwal_model::school::rule::{Of, Rule, RuleKind, Strength};
use jadwal_model::school::{RoomId, School, SlotId};
use jadwal_model::{Id, Table, evaluate};
use std::collections::BTreeSet;

const OFFICIAL: &str = include_str!("fet/official.fet");
const HALF_DAYS: &str = include_str!("fet/half-days.fet");

fn document(text: &str) -> Document {
    fet::read(text.as_bytes()).unwrap_or_else(|errors| panic!("{}", told(&errors)))
}

fn imported(text: &str) -> Imported {
    fet::school(&document(text), Weights::default())
        .unwrap_or_else(|errors| panic!("{}", told(&errors)))
}

/// All faults, a line each.
fn told(errors: &[ReadError]) -> String {
    let words = Words::new(Language::English);
    let line = |error: &ReadError| {
        let said = words.fault(&error.fault);
        let hint = said.hint.map(|hint| format!(" ({hint})")).unwrap_or_default();
        format!("{}:{}: {}{hint}", error.place.line, error.place.column, said.message)
    };
    errors.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn written(document: &Document) -> String {
    let mut bytes = Vec::new();
    fet::write(document, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn course<'a>(school: &'a School, code: &str) -> &'a Course {
    let found = school.own_courses.iter().find(|course| course.code == code);
    found.unwrap_or_else(|| {
        let codes: Vec<_> = school.own_courses.iter().map(|course| &course.code).collect();
        panic!("no course {code} in {codes:?}")
    })
}

fn audience(school: &School, code: &str) -> Vec<String> {
    let members = course(school, code).audience.iter();
    members.map(|&member| school.audience_code(member).to_owned()).collect()
}

#[test]
fn files_are_written_as_they_were() {
    for text in [OFFICIAL, HALF_DAYS] {
        assert_eq!(Format::recognise(text.as_bytes()), Some(Format::Fet));
        assert_eq!(written(&document(text)), text);
    }
}

#[test]
fn text_in_any_encoding_is_the_same_document() {
    let plain = document(OFFICIAL);
    let bare = OFFICIAL.trim_start_matches('\u{feff}');
    assert_eq!(document(bare), plain);
    assert_eq!(document(&bare.replace('\n', "\r\n")), plain);
    let declared = bare.replace("UTF-8", "windows-1256").replace('è', "\u{1}");
    let bytes: Vec<u8> = declared.bytes().map(|byte| if byte == 1 { 0xE8 } else { byte }).collect();
    assert_eq!(fet::read(&bytes[..]), Ok(plain));
}

#[test]
fn days_are_days_and_breaks_are_no_slots() {
    let Imported { school, context, .. } = imported(OFFICIAL);
    let calendar = &school.calendar;
    let weekdays: Vec<_> = calendar.days.iter().map(|day| day.weekday.unwrap()).collect();
    assert_eq!(weekdays, [Weekday::Sunday, Weekday::Monday, Weekday::Tuesday]);
    assert_eq!((calendar.slots.len(), calendar.half_days.len()), (12, 3));
    assert_eq!(context.slot("Monday", "10:00"), None);
    let before = context.slot("Monday", "09:00").unwrap();
    let after = context.slot("Monday", "11:00").unwrap();
    assert_eq!(calendar.slot_code(after), "mon4");
    assert!(!calendar.fits(before, 2), "no lesson goes through the break");
    assert!(calendar.fits(after, 2));
}

#[test]
fn half_days_are_halves_of_days() {
    let Imported { school, context, kept } = imported(HALF_DAYS);
    assert_eq!(kept, []);
    let calendar = &school.calendar;
    assert_eq!((calendar.days.len(), calendar.half_days.len()), (2, 3));
    let slot = context.slot("الأحد 2", "H1").unwrap();
    assert_eq!(calendar.slot_code(slot), "sun4");
    assert_eq!(calendar.half_days[calendar.slots[slot].half_day].part, Part::Afternoon);
    assert_eq!(context.half_days[3], None, "all of it is a break");
    let exceptions: Vec<(u32, Vec<usize>)> = school
        .rules
        .iter()
        .filter_map(|rule| match rule.kind {
            RuleKind::HalfDayOnly { exceptions } => {
                let teachers = rule.scope.teachers.iter().map(|teacher| teacher.index());
                Some((exceptions, teachers.collect()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(exceptions, [(0, vec![0, 3]), (1, vec![2])], "five days are more than there are");
    assert_eq!(course(&school, "1/رياضيات").blocks, Blocks::Pattern(vec![2, 2]));
}

#[test]
fn students_sets_clash_where_they_share_pupils() {
    let Imported { school, context, .. } = imported(OFFICIAL);
    let codes: Vec<_> = school.classes.iter().map(|class| (&*class.code, class.size)).collect();
    assert_eq!(codes, [("1A", 30), ("1B", 30), ("2", 1)]);
    let groups: Vec<_> = school.groups.iter().map(|group| &*group.code).collect();
    assert_eq!(groups, ["1A-x", "1A-y", "1B-x", "1B-y"]);
    assert_eq!(audience(&school, "Latinists/Latin"), ["1A-x", "1B-x"]);
    assert_eq!(audience(&school, "1A/Maths"), ["1A"]);
    let both: Vec<_> = context.audience("1").iter().map(|&who| school.audience_code(who)).collect();
    assert_eq!(both, ["1A", "1B"]);
    let ids = |students| {
        let filter = fet::context::Filter { students: Some(students), ..Default::default() };
        context.matching(&filter)
    };
    assert_eq!(ids("Latinists"), [1, 2, 3, 5, 6]);
    assert_eq!(ids("1A-y"), [1, 2, 4]);
}

#[test]
fn many_subgroups_are_classes_of_their_own() {
    let subgroups: String =
        (0..40).map(|n| format!("<Subgroup><Name>s{n}</Name></Subgroup>")).collect();
    let text = OFFICIAL.replace(
        "<Name>2</Name>",
        &format!("<Name>2</Name><Group><Name>many</Name>{subgroups}</Group>"),
    );
    let Imported { school, context, .. } = imported(&text);
    assert_eq!(school.classes.len(), 42);
    assert_eq!(context.audience("many").len(), 40);
    assert!(context.audience("many").iter().all(|who| matches!(who, Audience::Class(_))));
    assert_eq!(school.faults(), []);
}

#[test]
fn activities_are_courses_as_far_as_they_are_alike() {
    let Imported { school, context, .. } = imported(OFFICIAL);
    let codes: Vec<_> = school.own_courses.iter().map(|course| &*course.code).collect();
    assert_eq!(
        codes,
        [
            "1A/Maths",
            "1A/Maths 2",
            "1A-x/Physics",
            "1A-y/Physics",
            "Latinists/Latin",
            "1B/Sport",
            "T. O'One+Two + Half/Meeting",
            "2/Maths",
            "/Reserved"
        ],
        "the second lesson of mathematics asks for other rooms; the second of sport is not active"
    );
    let Teaching::By(teachers) = &course(&school, "T. O'One+Two + Half/Meeting").teaching else {
        panic!("teachers are named")
    };
    assert_eq!(teachers.len(), 2);
    assert_eq!(context.activities[&2].component, 2);
    assert_eq!(context.tagged("lab"), [3, 4]);
    assert_eq!(context.lesson(7), None);
    let lessons: Vec<_> = [1, 3].into_iter().filter_map(|id| context.lesson(id).cloned()).collect();
    let (whole, rest) = context.whole_courses(&lessons);
    assert_eq!((whole.len(), rest.len()), (2, 0));
    assert_eq!(school.faults(), []);
}

#[test]
fn rooms_by_activity_then_by_subject_and_tag_then_home() {
    let Imported { school, .. } = imported(OFFICIAL);
    let rooms = |code: &str| match &course(&school, code).room {
        RoomNeed::OneOf(rooms) => rooms.iter().map(|&room| &*school.rooms[room].code).collect(),
        _ => Vec::new(),
    };
    for (code, expected) in [
        ("1A/Maths", &["R1"][..]),
        ("1A/Maths 2", &["R1", "R2"]),
        ("1A-x/Physics", &["Lab"]),
        ("Latinists/Latin", &["R1"]),
        ("1B/Sport", &[]),
        ("2/Maths", &["R2"]),
        ("/Reserved", &[]),
    ] {
        // the virtual room of Latin comes before the home room of its teacher
        assert_eq!(rooms(code), expected, "{code}");
    }
}

#[test]
fn what_is_certain_is_a_rule_or_a_lock_and_the_rest_is_kept() {
    let Imported { school, context, kept } = imported(OFFICIAL);
    let locks: Vec<_> = school
        .locks
        .iter()
        .map(|lock| {
            let slot = lock.slot.map(|slot| school.calendar.slot_code(slot));
            let room = lock.room.map(|room| &*school.rooms[room].code);
            (&*lock.course, lock.block, slot.unwrap_or_default(), room)
        })
        .collect();
    assert_eq!(
        locks,
        [("1A/Maths", 0, "mon1".to_owned(), None), ("1B/Sport", 0, "mon4".to_owned(), Some("R2"))]
    );
    let away: Vec<(Of, usize, &Rule)> = school
        .rules
        .iter()
        .filter_map(|rule| match &rule.kind {
            RuleKind::Unavailable { of, times } => Some((*of, times.len(), rule)),
            _ => None,
        })
        .collect();
    let kinds: Vec<_> = away.iter().map(|(of, times, rule)| (*of, *times, rule.strength)).collect();
    let hard = Strength::Hard;
    assert_eq!(kinds, [(Of::Teachers, 2, hard), (Of::Classes, 1, hard), (Of::Rooms, 1, hard)]);
    assert_eq!(away[1].2.scope.audience, context.audience("1"));
    let kept: Vec<_> =
        kept.iter().map(|kept| (&*kept.kind, kept.count, kept.place.line > 0)).collect();
    assert_eq!(kept, [("NeverSeenBefore", 2, true)]);
}

#[test]
fn a_timetable_is_written_into_the_data() {
    let (document, Imported { school, context, .. }) = (document(OFFICIAL), imported(OFFICIAL));
    let compiled = compile(&school).unwrap();
    let courses: &Table<_, _> = &compiled.origin.courses;
    let mut lessons = fet::timetable::lessons(&Placements::default(), &context, courses);
    assert_eq!(lessons.len(), 9);
    for (index, lesson) in lessons.iter_mut().enumerate() {
        let slots = [Some(4), Some(2), Some(0), Some(2), None, Some(6), Some(7), Some(7), Some(8)];
        lesson.slot = slots[index].map(SlotId::new);
        lesson.room = school.rooms_for(&courses[lesson.course].room).first().copied();
    }
    let solved = fet::with_timetable(&document, &context, &school, courses, &lessons);
    let again = fet::read(written(&solved).as_bytes());
    assert_eq!(again.as_ref(), Ok(&solved));
    let placed = solved.time_constraints.iter();
    let placed = placed.filter(|one| one.kind == "ActivityPreferredStartingTime");
    let placed: Vec<(u32, &str, &str)> = placed
        .map(|one| {
            let text = |field| one.text(field).unwrap();
            (one.number("Activity_Id").unwrap(), text("Preferred_Day"), text("Permanently_Locked"))
        })
        .collect();
    assert_eq!(
        placed,
        [
            (1, "Monday", "true"),
            (7, "Monday", "false"),
            (2, "Sunday", "false"),
            (3, "Sunday", "false"),
            (4, "Sunday", "false"),
            (6, "Monday", "false"),
            (8, "Monday", "false"),
            (9, "Monday", "false"),
            (10, "Tuesday", "false"),
        ],
        "what is locked for good stays, and what is not active; the fifth has no slot"
    );
    let placements = Placements::of(&solved, &context, &school).unwrap();
    let back = fet::timetable::lessons(&placements, &context, courses);
    for (lesson, back) in lessons.iter().zip(&back).skip(1) {
        assert_eq!((lesson.slot, lesson.block), (back.slot, back.block));
    }
    let solution = compiled.origin.solution(&compiled.instance.facts, &back);
    let cost = evaluate(&compiled.instance, &solution).cost;
    assert!(cost.hard > 0, "the fifth lesson has no slot");
}

/// Whether two courses share pupils: parts of classes that attend both.
fn share(school: &School, first: &Course, second: &Course) -> bool {
    let parts = |course: &Course| -> Vec<(usize, Vec<Audience>)> {
        let classes = school.classes.ids().flat_map(|class| {
            school.parts_of(class).into_iter().map(move |part| (class.index(), part))
        });
        let attends = |(class, part): &(usize, Vec<Audience>)| {
            course.audience.iter().any(|member| match member {
                Audience::Class(other) => other.index() == *class,
                Audience::Group(_) => part.contains(member),
            })
        };
        classes.filter(attends).collect()
    };
    let second = parts(second);
    parts(first).iter().any(|part| second.contains(part))
}

#[test]
fn a_school_from_elsewhere_is_the_same_in_a_file() {
    let tiny = include_str!("../../instances/tiny.toml");
    let school = school_toml::read(tiny.as_bytes()).unwrap();
    let courses = school.courses().unwrap();
    let made = fet::from_school(&school, &courses, Weights::default())
        .unwrap_or_else(|e| panic!("{}", told(&e)));
    let again = imported(&written(&made.document));
    assert_eq!(again.school.faults(), []);
    assert_eq!(again.school.calendar.slots.len(), school.calendar.slots.len());
    let lessons: usize = courses.iter().filter_map(Course::lessons).sum();
    assert!(made.context.numbers.len() >= lessons);
    // two lessons share pupils here exactly if they do there
    let found: Vec<(&Course, &Course)> = made
        .context
        .numbers
        .iter()
        .map(|(block, id)| {
            let ours = courses.iter().find(|course| course.code == block.course).unwrap();
            (ours, course(&again.school, &again.context.activities[id].lesson.course))
        })
        .collect();
    for (ours, theirs) in &found {
        for (other, another) in &found {
            assert_eq!(
                share(&school, ours, other),
                share(&again.school, theirs, another),
                "{} and {}",
                ours.code,
                other.code
            );
        }
    }
    let away = |school: &School, courses: &Table<_, _>| -> Vec<Vec<usize>> {
        let rules = school.rules.iter().filter(|rule| rule.strength == Strength::Hard);
        let mut away = vec![BTreeSet::new(); school.teachers.len()];
        for rule in rules {
            let times = match &rule.kind {
                RuleKind::Unavailable { of: Of::Teachers, times }
                | RuleKind::PedagogicalHalfDay { times } => times,
                _ => continue,
            };
            for teacher in school.teachers_in(courses, &rule.scope) {
                away[teacher.index()].extend(times.iter().map(|slot| slot.index()));
            }
        }
        away.into_iter().map(|slots| slots.into_iter().collect()).collect()
    };
    let theirs = again.school.courses().unwrap();
    assert_eq!(away(&again.school, &theirs), away(&school, &courses));
}

#[test]
fn rules_about_lessons_and_places_are_the_same_in_a_file() {
    let own = include_str!("fet/rules.toml");
    let text = format!("{}{own}", include_str!("../../instances/tiny.toml"));
    let school = school_toml::read(text.as_bytes()).unwrap();
    let courses = school.courses().unwrap();
    let made = fet::from_school(&school, &courses, Weights::default())
        .unwrap_or_else(|e| panic!("{}", told(&e)));
    let again = imported(&written(&made.document));
    assert_eq!((again.school.faults(), again.kept), (Vec::new(), Vec::new()));
    let theirs = again.school.courses().unwrap();
    let known = school_toml::read(include_str!("../../instances/tiny.toml").as_bytes()).unwrap();
    let rules: Vec<&Rule> = school.rules.iter().skip(known.rules.len()).collect();
    assert_eq!(rules.len(), 13);
    for rule in rules {
        assert!(!made.left_out.contains(&rule.code), "{}: {:?}", rule.code, made.left_out);
        let lessons = school.lessons_in(&courses, &rule.scope).len();
        let found = again.school.rules.iter().filter(|other| {
            let people = rule.kind.of().is_some_and(|of| of != Of::Lessons);
            other.kind == rule.kind
                && other.strength == rule.strength
                && other.scope.within == rule.scope.within
                && (people || again.school.lessons_in(&theirs, &other.scope).len() == lessons)
        });
        // what is all that a course needs is its need
        if rule.code != "in-the-laboratory" {
            assert_eq!(found.count(), 1, "{}: {:?}", rule.code, again.school.rules);
        }
    }
    let block = |(block, _): &(&fet::context::Block, &u32)| block.course == "1AC-2/PHYSICS";
    let (_, id) = made.context.numbers.iter().find(block).unwrap();
    let there = &again.context.activities[id].lesson.course;
    assert_eq!(wanted(&again.school, there).0, ["LAB1", "LAB2"]);
}

#[test]
fn bad_files_say_what_is_wrong_and_where() {
    let official = |from: &str, to: &str| {
        assert!(OFFICIAL.contains(from), "{from}");
        OFFICIAL.replacen(from, to, 1)
    };
    let half = |from: &str, to: &str| HALF_DAYS.replacen(from, to, 1);
    let lock = |day: &str, hour: &str| {
        format!(
            "<ConstraintActivityPreferredStartingTime><Activity_Id>3</Activity_Id>\
             <Preferred_Day>{day}</Preferred_Day><Preferred_Hour>{hour}</Preferred_Hour>\
             </ConstraintActivityPreferredStartingTime>"
        )
    };
    let basic = "</ConstraintBasicCompulsoryTime>";
    let with = |locks: &[String]| official(basic, &format!("{basic}{}", locks.concat()));
    for (name, text, expected) in [
        (
            "empty",
            String::new(),
            "1:1: the file is empty, expected an element `fet` (maybe the file was cut off; copy or download it again)",
        ),
        (
            "another root",
            "<html/>".to_owned(),
            "1:1: found the root element `html`, expected `fet` (maybe this is a file of another format)",
        ),
        (
            "cut off",
            OFFICIAL[..2000].to_owned(),
            "114:26: the file ends inside `Number_of_Students`, expected `</Number_of_Students>` (maybe the file was cut off; copy or download it again)",
        ),
        (
            "teacher",
            official(
                "<Teacher>Three</Teacher>\n\t<Subject>Physics",
                "<Teacher>Thre</Teacher>\n\t<Subject>Physics",
            ),
            "192:1: there is no teacher `Thre` (maybe the teacher `Three` is meant)",
        ),
        (
            "students",
            official("<Students>1A-x</Students>", "<Students>1A-z</Students>"),
            "180:1: there is no students set `1A-z` (maybe the students set `1A-x` is meant)",
        ),
        (
            "subject",
            official("<Subject>Latin</Subject>", "<Subject>Greek</Subject>"),
            "204:1: there is no subject `Greek` (maybe define the subject before this place, or correct the reference)",
        ),
        ("no name", official("\t<Name>R1</Name>\n", ""), "278:1: `Room` has no element `Name`"),
        (
            "name twice",
            official("<Name>R2</Name>", "<Name>R1</Name>"),
            "285:1: `Rooms_List` has the name `R1` twice (maybe the file was changed by hand: give one of the two another name)",
        ),
        (
            "number twice",
            official("<Id>2</Id>", "<Id>1</Id>"),
            "169:1: two activities have the number 1 (maybe the file was changed by hand: give one of the two another number)",
        ),
        (
            "no number",
            official("<Id>2</Id>", "<Id>two</Id>"),
            "169:1: `Id` is `two`, expected a whole number",
        ),
        (
            "too long",
            official("<Duration>2</Duration>", "<Duration>3</Duration>"),
            "158:1: activity 1 takes 3 hours, expected 1 to 2 (maybe split it into shorter activities)",
        ),
        (
            "no hours",
            official("<Duration>2</Duration>", "<Duration>0</Duration>"),
            "158:1: activity 1 takes 0 hours, expected 1 to 2 (maybe split it into shorter activities)",
        ),
        (
            "placed twice",
            with(&[lock("Sunday", "08:00"), lock("Monday", "08:00")]),
            "330:219: activity 3 is placed at Sunday 08:00 and again at Monday 08:00 (maybe make one of the two constraints inactive)",
        ),
        (
            "in a break",
            with(&[lock("Sunday", "10:00")]),
            "330:33: activity 3 is placed at Sunday 10:00, where it does not fit (maybe it falls in a break, or too near the end of the day)",
        ),
        (
            "over a break",
            with(&[lock("Sunday", "09:00")]),
            "330:33: activity 3 is placed at Sunday 09:00, where it does not fit (maybe it falls in a break, or too near the end of the day)",
        ),
        (
            "on no day",
            with(&[lock("Friday", "09:00")]),
            "330:33: activity 3 is placed at Friday 09:00, where it does not fit (maybe it falls in a break, or too near the end of the day)",
        ),
        ("the same twice", with(&[lock("Sunday", "08:00"), lock("Sunday", "08:00")]), ""),
        (
            "mode",
            official("<Mode>Official", "<Mode>Terms"),
            "5:1: the file is in the mode `Terms`; only `Official` and `Mornings_Afternoons` describe the week of a school (maybe change the mode in FET, or solve this file with FET itself)",
        ),
        (
            "no mode",
            official("<Mode>Official", "<Mode>Nights"),
            "5:1: the mode is `Nights`, expected `Official` or `Mornings_Afternoons` (maybe open the file in FET and save it again)",
        ),
        (
            "odd days",
            half("<Day>\n\t<Name>الاثنين 2</Name>\n</Day>\n", ""),
            "12:1: 3 half-days do not make up whole days (maybe add the half-day that is missing, and make it not available)",
        ),
        (
            "behaviour",
            half("One day exception", "Sometimes"),
            "70:2: `Mornings_Afternoons_Behavior` is `Sometimes`, expected such as `Exclusive` or `One day exception` (maybe open the file in FET and save it again)",
        ),
        (
            "no days",
            half("<Days_List>", "<Old_Days_List>").replace("</Days_List>", "</Old_Days_List>"),
            "0:0: the file has no `Day` (maybe the file was cut off; copy or export it again)",
        ),
    ] {
        let said = fet::read(text.as_bytes())
            .and_then(|document| fet::school(&document, Weights::default()));
        let said = said.err().map(|errors| told(&errors)).unwrap_or_default();
        assert_eq!(said, expected, "{name}");
    }
}

/// A constraint about space of this weight, with fields of names and texts.
fn space(kind: &str, weight: u32, fields: &[(&str, &str)]) -> String {
    let fields: String =
        fields.iter().map(|(name, text)| format!("<{name}>{text}</{name}>")).collect();
    format!(
        "<Constraint{kind}><Weight_Percentage>{weight}</Weight_Percentage>{fields}</Constraint{kind}>"
    )
}

/// The file with more constraints about space.
fn with_space(constraints: &str) -> String {
    let end = "</Space_Constraints_List>";
    OFFICIAL.replace(end, &format!("{constraints}{end}"))
}

/// The rooms that a course needs, and those that rules would have it in, with what they are worth.
fn wanted(school: &School, code: &str) -> (Vec<String>, Vec<(Vec<String>, Strength)>) {
    let codes = |rooms: &[RoomId]| -> Vec<String> {
        rooms.iter().map(|&room| school.rooms[room].code.clone()).collect()
    };
    let need = school.rooms_for(&course(school, code).room);
    let courses = school.courses().unwrap();
    let id = school.find_course(&courses, code).unwrap();
    let wishes = school.rules.iter().filter_map(|rule| match &rule.kind {
        RuleKind::InRooms { rooms } => {
            let meant = school.lessons_in(&courses, &rule.scope).contains(&(id, 0));
            meant.then(|| (codes(rooms), rule.strength))
        }
        _ => None,
    });
    let mut wishes: Vec<_> = wishes.collect();
    wishes.sort();
    (codes(&need), wishes)
}

#[test]
fn rooms_that_are_not_certain_are_wishes() {
    let meeting = "T. O'One+Two + Half/Meeting";
    let subject = |weight, subject, room| {
        space("SubjectPreferredRoom", weight, &[("Subject", subject), ("Room", room)])
    };
    let rooms = [("Activity_Id", "8"), ("Preferred_Room", "R1"), ("Preferred_Room", "R2")];
    let home = [("Students", "1B"), ("Room", "R1")];
    // each: constraints, the course, its rooms, what is wished for
    type Case<'a> = (&'a str, String, &'a str, &'a [&'a str], &'a [(&'a [&'a str], u32)]);
    let cases: [Case<'_>; 8] = [
        ("one of the file", String::new(), meeting, &[], &[(&["R1"], 1)]),
        (
            "two that are weighed",
            subject(90, "Meeting", "R2"),
            meeting,
            &[],
            &[(&["R1"], 1), (&["R2"], 9)],
        ),
        (
            "what is certain of the lesson alone",
            space("ActivityPreferredRooms", 100, &rooms),
            meeting,
            &["R1", "R2"],
            &[(&["R1"], 1)],
        ),
        (
            "both of what is certain",
            space("ActivityPreferredRooms", 100, &rooms) + &subject(100, "Meeting", "R2"),
            meeting,
            &["R2"],
            &[(&["R1"], 1)],
        ),
        (
            "of the lesson alone",
            space("ActivityPreferredRoom", 95, &[("Activity_Id", "8"), ("Room", "R2")]),
            meeting,
            &[],
            &[(&["R1"], 1), (&["R2"], 19)],
        ),
        (
            "at home if not there",
            subject(95, "Maths", "R2"),
            "1A/Maths",
            &["R1", "R2"],
            &[(&["R2"], 19)],
        ),
        ("a home", space("StudentsSetHomeRoom", 95, &home), "1B/Sport", &[], &[(&["R1"], 19)]),
        (
            "what is preferred is no reason to be at home",
            space("StudentsSetHomeRoom", 95, &home) + &subject(50, "Sport", "R2"),
            "1B/Sport",
            &[],
            &[(&["R1", "R2"], 19), (&["R2"], 1)],
        ),
    ];
    for (name, constraints, code, need, wishes) in cases {
        let Imported { school, .. } = imported(&with_space(&constraints));
        assert_eq!(school.faults(), [], "{name}");
        let text = |rooms: &[&str]| rooms.iter().map(|&room| room.to_owned()).collect::<Vec<_>>();
        let wishes: Vec<_> =
            wishes.iter().map(|(rooms, cost)| (text(rooms), Strength::Soft(*cost))).collect();
        assert_eq!(wanted(&school, code), (text(need), wishes), "{name}");
        compile(&school).unwrap();
        // and the same in a file of our own
        let courses = school.courses().unwrap();
        let Ok(made) = fet::from_school(&school, &courses, Weights::default()) else {
            panic!("{name}: it can be written")
        };
        assert_eq!(made.left_out, [""; 0], "{name}");
        let again = imported(&written(&made.document));
        let id = school.find_course(&courses, code).unwrap();
        let lesson = made
            .context
            .numbers
            .iter()
            .find(|(block, _)| block.course == courses[id].code && block.block == 0);
        let there = &again.context.activities[lesson.unwrap().1].lesson.course;
        assert_eq!(wanted(&again.school, there), wanted(&school, code), "{name}");
    }
}

/// The rooms that a course needs besides, set by set.
fn besides(school: &School, code: &str) -> Vec<Vec<String>> {
    let courses = school.courses().unwrap();
    let id = school.find_course(&courses, code).unwrap();
    let sets = school.rules.iter().filter_map(|rule| match &rule.kind {
        RuleKind::AlsoIn { rooms } => {
            assert_eq!(rule.strength, Strength::Hard);
            let codes = rooms.iter().map(|&room| school.rooms[room].code.clone()).collect();
            school.lessons_in(&courses, &rule.scope).contains(&(id, 0)).then_some(codes)
        }
        _ => None,
    });
    sets.collect()
}

#[test]
fn virtual_rooms_are_several_at_once() {
    let sets = |name: &str, sets: &[&[&str]]| {
        let real = |room: &&str| format!("<Real_Room>{room}</Real_Room>");
        let set = |set: &&[&str]| {
            let rooms: String = set.iter().map(real).collect();
            format!("<Set_of_Real_Rooms>{rooms}</Set_of_Real_Rooms>")
        };
        let all: String = sets.iter().map(set).collect();
        format!(
            "<Room><Name>{name}</Name><Capacity>99</Capacity><Virtual>true</Virtual>{all}</Room>"
        )
    };
    let more = sets("Either", &[&["R1"], &["Small"]])
        + &sets("Turned", &[&["R2"], &["R1"]])
        + &sets("One", &[&["Lab", "Small"]]);
    let (latin, meeting) = ("Latinists/Latin", "T. O'One+Two + Half/Meeting");
    let of_meeting = |rooms: &[&str]| {
        let rooms = rooms.iter().map(|room| ("Preferred_Room", *room));
        let fields: Vec<_> = std::iter::once(("Activity_Id", "8")).chain(rooms).collect();
        space("ActivityPreferredRooms", 100, &fields)
    };
    // each: constraints, the course, the sets of rooms, how many constraints of rooms are kept
    type Case<'a> = (&'a str, String, &'a str, &'a [&'a [&'a str]], usize);
    let cases: [Case<'_>; 7] = [
        ("of the file", String::new(), latin, &[&["R1"], &["R2", "Lab"]], 0),
        ("one for the lesson", of_meeting(&["Both"]), meeting, &[&["R1"], &["R2", "Lab"]], 0),
        (
            "two that differ in one set",
            of_meeting(&["Both", "Either"]),
            meeting,
            &[&["R1"], &["R2", "Lab", "Small"]],
            0,
        ),
        ("two that differ in both", of_meeting(&["Both", "Turned"]), meeting, &[], 1),
        ("a real room and two rooms", of_meeting(&["Both", "R2"]), meeting, &[], 1),
        ("one or a real room", of_meeting(&["One", "R2"]), meeting, &[&["R2", "Lab", "Small"]], 0),
        (
            "not certain",
            space("ActivityPreferredRoom", 95, &[("Activity_Id", "8"), ("Room", "Both")]),
            meeting,
            &[],
            1,
        ),
    ];
    for (name, constraints, code, expected, kept) in cases {
        let text =
            with_space(&constraints).replace("</Rooms_List>", &format!("{more}</Rooms_List>"));
        let Imported { school, context, kept: found } = imported(&text);
        assert_eq!(school.faults(), [], "{name}");
        let of_rooms = found.iter().filter(|kept| kept.kind.contains("Room"));
        assert_eq!(of_rooms.map(|kept| kept.count).sum::<usize>(), kept, "{name}");
        let (first, _) = wanted(&school, code);
        let mut sets = besides(&school, code);
        if !first.is_empty() {
            sets.insert(0, first);
        }
        let mut expected: Vec<Vec<String>> =
            expected.iter().map(|set| set.iter().map(|&room| room.to_owned()).collect()).collect();
        // rooms that stand together are in the order of the register
        sets.iter_mut().chain(&mut expected).for_each(|set| set.sort());
        assert_eq!(sets, expected, "{name}");
        // a timetable is written and read again, in all rooms
        let document = document(&text);
        let compiled = compile(&school).unwrap();
        let courses = &compiled.origin.courses;
        let mut lessons = fet::timetable::lessons(&Placements::default(), &context, courses);
        let lesson = lessons.iter_mut().find(|lesson| courses[lesson.course].code == code).unwrap();
        let room = |code: &String| {
            school.rooms.enumerate().find(|(_, room)| room.code == *code).map(|(id, _)| id)
        };
        let mut rooms = sets.iter().map(|set| room(set.last().unwrap()));
        lesson.room = rooms.next().flatten();
        lesson.further_rooms = rooms.collect();
        let there: Vec<RoomId> = lesson.rooms().collect();
        let solved = fet::with_timetable(&document, &context, &school, courses, &lessons);
        let placements = Placements::of(&solved, &context, &school).unwrap();
        let back = fet::timetable::lessons(&placements, &context, courses);
        let solution = compiled.origin.solution(&compiled.instance.facts, &back);
        let back = compiled.origin.lessons(&compiled.instance.facts, &solution);
        let back = back.iter().find(|lesson| courses[lesson.course].code == code).unwrap();
        assert_eq!(back.rooms().collect::<Vec<_>>(), there, "{name}");
    }
}
