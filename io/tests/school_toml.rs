//! `school.toml`: what is written is read again; broken files give all their faults.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use jadwal_io::error::Fault;
use jadwal_io::registers::raw::{Cell, Row, Spot, Value};
use jadwal_io::registers::{self, choices, schema};
use jadwal_io::words::{Language, Words};
use jadwal_io::{Format, ReadError, school_toml};
use jadwal_model::Id;
use jadwal_model::school::fault::Register;
use jadwal_model::school::id::{BuildingId, LevelId, RoomId, SlotId, SubjectId, TeacherId};
use jadwal_model::school::{
    Audience, ClassId, GroupId, Of, Per, Rule, RuleKind, School, Scope, Strength, Turns,
};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use std::path::Path;

const TINY: &str = include_str!("../../instances/tiny.toml");

fn tiny() -> School {
    school_toml::read(TINY.as_bytes()).unwrap_or_else(|errors| panic!("{}", told(&errors)))
}

/// All faults, a line each.
fn told(errors: &[ReadError]) -> String {
    let words = Words::new(Language::English);
    let line = |error: &ReadError| {
        let said = words.fault(&error.fault);
        let hint = said.hint.map(|hint| format!(" ({hint})")).unwrap_or_default();
        format!("{}:{}: {}{hint}\n", error.place.line, error.place.column, said.message)
    };
    errors.iter().map(line).collect()
}

fn written(school: &School, language: Language) -> String {
    let mut text = Vec::new();
    school_toml::write(school, &Words::new(language), &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

#[test]
fn the_example_has_every_register_and_is_in_the_form_that_is_written() {
    assert_eq!(Format::recognise(TINY.as_bytes()), Some(Format::SchoolToml));
    let school = tiny();
    let rows = registers::write::write(&school);
    for register in Register::ALL {
        assert!(rows.iter().any(|row| row.register == register), "{}", register.name());
    }
    assert_eq!(written(&school, Language::English), TINY);
    for language in [Language::Arabic, Language::French] {
        assert_eq!(school_toml::read(written(&school, language).as_bytes()), Ok(school.clone()));
    }
}

#[test]
fn every_field_that_is_written_is_in_the_schema_and_in_its_order() {
    for row in registers::write::write(&tiny()) {
        let known: Vec<_> = schema::fields(row.register).iter().map(|field| field.name).collect();
        let place = |cell: &Cell| known.iter().position(|name| *name == cell.field);
        let places: Vec<_> = row.cells.iter().map(place).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{row:?}");
    }
}

fn few<T: Clone + std::fmt::Debug + 'static, I: Id + 'static>(
    count: usize,
    wrap: fn(I) -> T,
) -> impl Strategy<Value = Vec<T>> {
    let all: Vec<T> = (0..count).map(|index| wrap(I::new(index))).collect();
    let most = all.len().min(3);
    proptest::sample::subsequence(all, 0..=most)
}

fn slots(school: &School, least: usize) -> impl Strategy<Value = Vec<SlotId>> + use<> {
    let all: Vec<SlotId> = school.calendar.slots.ids().collect();
    let most = all.len();
    proptest::sample::subsequence(all, least..=most)
}

fn kinds(school: &School) -> impl Strategy<Value = RuleKind> + use<> {
    let of = || select(Of::ALL.to_vec());
    let per = || select(Per::ALL.to_vec());
    let n = || 1..60u32;
    let times = || slots(school, 1);
    let code = || select(vec!["1AC-1/ARABIC", "sport", "council"]).prop_map(str::to_owned);
    let subjects =
        || few(school.subjects.len(), |id: SubjectId| id).prop_filter("some", |s| !s.is_empty());
    let people = prop_oneof![
        (of(), times()).prop_map(|(of, times)| RuleKind::Unavailable { of, times }),
        times().prop_map(|times| RuleKind::PedagogicalHalfDay { times }),
        n().prop_map(|exceptions| RuleKind::HalfDayOnly { exceptions }),
        (of(), n()).prop_map(|(of, hours)| RuleKind::LeastInHalfDay { of, hours }),
        (of(), per(), n()).prop_map(|(of, per, most)| RuleKind::Gaps { of, per, most }),
        (of(), per(), n()).prop_map(|(of, per, hours)| RuleKind::MostHours { of, per, hours }),
        (of(), n()).prop_map(|(of, hours)| RuleKind::MostInARow { of, hours }),
        (of(), n()).prop_map(|(of, days)| RuleKind::MostDays { of, days }),
        (of(), n()).prop_map(|(of, afternoons)| RuleKind::MostAfternoons { of, afternoons }),
    ];
    let people =
        prop_oneof![
            people,
            (of(), n(), slots(school, 0))
                .prop_map(|(of, half_days, among)| RuleKind::FreeHalfDays { of, half_days, among }),
            (of(), n()).prop_map(|(of, half_days)| RuleKind::MostHalfDays { of, half_days }),
            (of(), per(), n()).prop_map(|(of, per, slots)| RuleKind::Rest { of, per, slots }),
            (of(), per(), n()).prop_map(|(of, per, days)| RuleKind::LeastDays { of, per, days }),
            (of(), n()).prop_map(|(of, hours)| RuleKind::LeastInDay { of, hours }),
            (of(), n()).prop_map(|(of, most)| RuleKind::GapsThroughDay { of, most }),
            (of(), per(), n()).prop_map(|(of, per, slots)| RuleKind::Span { of, per, slots }),
            (of(), per(), n()).prop_map(|(of, per, most)| RuleKind::EarlyStarts { of, per, most }),
            (of(), n()).prop_map(|(of, half_days)| RuleKind::MostHalfDaysInARow { of, half_days }),
            (of(), n()).prop_map(|(of, most)| RuleKind::MostFirstSlots { of, most }),
            (of(), n()).prop_map(|(of, most)| RuleKind::MostLastSlots { of, most }),
            (n(), n()).prop_map(|(least, most)| RuleKind::BalancedDays { least, most }),
        ];
    let courses =
        prop_oneof![
            Just(RuleKind::DifferentDays),
            n().prop_map(|days| RuleKind::DaysApart { days }),
            (per(), n()).prop_map(|(per, lessons)| RuleKind::MostLessons { per, lessons }),
            n().prop_map(|days| RuleKind::DaysWithin { days }),
            n().prop_map(|lessons| RuleKind::MostAtOnce { lessons }),
            (of(), n()).prop_map(|(of, hours)| RuleKind::LeastHours { of, hours }),
            n().prop_map(|hours| RuleKind::HoursApart { hours }),
            (subjects(), subjects(), per())
                .prop_map(|(first, second, per)| RuleKind::SubjectsApart { first, second, per }),
            (code(), code(), any::<bool>(), per()).prop_map(|(first, second, of_three, per)| {
                let third = if of_three { vec![first.clone(), second.clone()] } else { vec![] };
                RuleKind::NotAll { first: vec![first], second: vec![second], third, per }
            }),
            times().prop_map(|times| RuleKind::OnlyAt { times }),
            times().prop_map(|times| RuleKind::NotAt { times }),
            times().prop_map(|times| RuleKind::StartsAt { times }),
            select(vec![
                RuleKind::Adjoining,
                RuleKind::Grouped,
                RuleKind::NotTogether,
                RuleKind::SamePeriod,
            ]),
            Just(RuleKind::SameStart),
            (subjects(), select(Turns::ALL.to_vec())).prop_map(|(subjects, turns)| {
                RuleKind::GroupsInTurn { division: "halves".to_owned(), subjects, turns }
            }),
            (code(), code()).prop_map(|(first, second)| RuleKind::Alternate { first, second }),
            (code(), code()).prop_map(|(first, second)| RuleKind::Before { first, second }),
        ];
    let near = || few(school.buildings.len(), |id: BuildingId| id);
    let rooms = btree_set(0..school.rooms.len(), 1..3);
    let rooms = rooms.prop_map(|rows| rows.into_iter().map(RoomId::new).collect());
    prop_oneof![
        people,
        courses,
        (code(), code()).prop_map(|(first, second)| RuleKind::Follows { first, second }),
        (code(), code(), per()).prop_map(|(first, second, per)| RuleKind::BeforeWithin {
            first,
            second,
            per
        }),
        (of(), per()).prop_map(|(of, per)| RuleKind::FirstOf { of, per }),
        (of(), per()).prop_map(|(of, per)| RuleKind::LastOf { of, per }),
        Just(RuleKind::HomeRoom),
        of().prop_map(|of| RuleKind::FewRooms { of }),
        (of(), n()).prop_map(|(of, rows)| RuleKind::SameRoom { of, rows }),
        (of(), per(), n()).prop_map(|(of, per, most)| RuleKind::MostRoomChanges { of, per, most }),
        (of(), per(), n(), near()).prop_map(|(of, per, most, near)| RuleKind::MostTravel {
            of,
            per,
            most,
            near
        }),
        rooms.clone().prop_map(|rooms| RuleKind::InRooms { rooms }),
        rooms.prop_map(|rooms| RuleKind::AlsoIn { rooms }),
        (of(), near(), n()).prop_map(|(of, near, rows)| RuleKind::NoTravel { of, near, rows }),
        Just(RuleKind::Capacity),
    ]
}

fn scopes(school: &School) -> impl Strategy<Value = Scope> + use<> {
    (
        few(school.levels.len(), |id: LevelId| id),
        few(school.classes.len(), |id: ClassId| Audience::Class(id)),
        few(school.groups.len(), |id: GroupId| Audience::Group(id)),
        few(school.subjects.len(), |id: SubjectId| id),
        few(school.teachers.len(), |id: TeacherId| id),
        few(school.rooms.len(), |id: RoomId| id),
        vec(select(vec!["1AC-1/ARABIC", "1AC-1/ARABIC#2", "sport"]).prop_map(str::to_owned), 0..2),
    )
        .prop_map(|(levels, classes, groups, subjects, teachers, rooms, courses)| {
            let audience = classes.into_iter().chain(groups).collect();
            Scope { levels, audience, subjects, teachers, rooms, courses, within: Vec::new() }
        })
}

fn rules(school: &School) -> impl Strategy<Value = Rule> + use<> {
    let strength = prop_oneof![Just(Strength::Hard), (1..1000u32).prop_map(Strength::Soft)];
    (kinds(school), scopes(school), strength).prop_map(|(kind, mut scope, strength)| {
        match kind {
            // its subjects are its own
            RuleKind::GroupsInTurn { .. } => scope.subjects.clear(),
            RuleKind::PedagogicalHalfDay { .. } if scope.subjects.is_empty() => {
                scope.subjects.push(SubjectId::new(0));
            }
            _ => {}
        }
        Rule { code: "r".to_owned(), kind, scope, strength }
    })
}

/// The faults that are about the form of a file, not about what the school's rules mean.
fn of_form(errors: &[ReadError]) -> Vec<&ReadError> {
    let form = |error: &&ReadError| {
        !matches!(&error.fault, Fault::Register(registers::RegisterFault::School { .. }))
    };
    errors.iter().filter(form).collect()
}

proptest! {
    /// Rules that no school could want are refused, but never for their form.
    #[test]
    fn any_rule_is_read_as_it_was_written(rule in rules(&tiny())) {
        let mut school = tiny();
        school.rules.push(rule);
        let sound = school.faults().is_empty();
        let text = written(&school, Language::French);
        match school_toml::read(text.as_bytes()) {
            Ok(read) => {
                prop_assert!(sound);
                prop_assert_eq!(read, school);
            }
            Err(errors) => {
                prop_assert!(!sound);
                let form = of_form(&errors);
                prop_assert!(form.is_empty(), "{form:?}\n{text}");
            }
        }
    }

    #[test]
    fn texts_survive(name in "\\PC{0,12}[\"\\\\\n\t\u{7f}]?\\PC{1,5}", size in 1..5000u32) {
        let mut school = tiny();
        school.remarks = format!("({name})");
        school.classes[ClassId::new(0)].size = size;
        let text = written(&school, Language::English);
        prop_assert_eq!(school_toml::read(text.as_bytes()), Ok(school), "{}", text);
    }

    #[test]
    fn broken_text_never_panics(cut in 0..TINY.len(), junk in "[\\[\\]\"=,0-9a-z\n ]{0,6}") {
        let Some((before, after)) = TINY.split_at_checked(cut) else { return Ok(()) };
        let _ = school_toml::read(format!("{before}{junk}{after}").as_bytes());
        let _ = school_toml::read(before.as_bytes());
    }

    #[test]
    fn lost_lines_never_panic(lines in vec(any::<bool>(), TINY.lines().count())) {
        let kept = TINY.lines().zip(lines).filter(|(line, kept)| line.starts_with('[') || *kept);
        let text: String = kept.map(|(line, _)| format!("{line}\n")).collect();
        let _ = school_toml::read(text.as_bytes());
    }
}

#[test]
fn a_broken_file_gives_all_its_faults() {
    let broken = [
        ("size = 36", "size = \"many\""),
        ("size = 34", "sise = 34"),
        ("home_room = \"R1\"", "home_room = \"R9\""),
        ("cycle = \"college\"", "cycle = \"colege\""),
        ("from = \"2026-11-01\"", "from = \"2026-11-31\""),
        ("code = \"LAB2\"", "code = \"LAB1\""),
        ("blocks = \"2+1\"", "blocks = \"2+2\""),
        ("blocks = \"1-2\"", "blocks = \"one\""),
        ("slot = \"mon1\"", "slot = \"mon9\""),
        ("of = \"classes\"\nper", "times = [\"mon\", \"sun\"]\nper"),
        ("teachers = [\"nadia\"]", "teachers = [\"omar\", \"nadja\"]"),
        ("weekday = \"tuesday\"", "weekday = 2"),
        ("# Locked", "[[teachr]]\ncode = \"x\"\n\n# Locked"),
        ("lesson = 1", "lesson = true"),
    ];
    let text = broken.into_iter().fold(TINY.to_owned(), |text, (right, wrong)| {
        assert!(text.contains(right), "{right}");
        text.replacen(right, wrong, 1)
    });
    let errors = school_toml::read(text.as_bytes()).unwrap_err();
    assert_eq!(told(&errors), BROKEN);
}

const BROKEN: &str = "\
35:11: `weekday` is `2`, expected monday, tuesday, wednesday, thursday, friday, saturday or sunday
52:8: `from` is `2026-11-31`, expected a date such as 2026-09-07
63:9: `cycle` is `colege`, expected primary, college or lycee (maybe `college` is meant)
129:8: the code `LAB1` is taken by an earlier row
143:8: `size` is `many`, expected a whole number
144:13: `home_room`: there is no room `R9` (maybe `R1` is meant)
146:1: this class needs `size`
149:1: a class has no field `sise` (maybe `size` is meant)
208:10: the lessons add up to 4 hours, expected 3
218:10: `blocks` is `one`, expected lengths such as 2+2+1 or 1-2
236:17: `room`: there is no room type or room `LAB2` (maybe `LAB1` is meant)
246:21: `teachers`: there is no teacher `nadja` (maybe `nadia` is meant)
277:3: there is no register `teachr` (maybe `teacher` is meant)
284:10: `lesson` is `true`, expected a whole number
285:8: `slot`: there is no slot `mon9` (maybe `mon` is meant)
307:1: a rule `gaps` needs `of`
311:9: a rule `gaps` does not use `times` (delete it, or choose another kind of rule)
";

/// What is right, what stands in its place, and what is said of it.
const WRONG: &[(&str, &str, &[&str])] = &[
    (
        "[school]\n",
        "[school]\n[school]\n",
        &[
            "3:2: this is not TOML: duplicate key (maybe a quotation mark or a bracket is missing: texts and codes stand in quotes)",
        ],
    ),
    (
        "blocks = \"2\"\n",
        "blocks = \"2\n",
        &[
            "258:12: this is not TOML: invalid basic string, expected `\"` (maybe a quotation mark or a bracket is missing: texts and codes stand in quotes)",
        ],
    ),
    (
        "code = \"tiny\"",
        "code = tiny",
        &[
            "3:8: this is not TOML: invalid boolean, expected `true` (maybe a quotation mark or a bracket is missing: texts and codes stand in quotes)",
        ],
    ),
    (
        "[school]",
        "[[school]]\ncode = \"other\"\n[[school]]",
        &["4:1: the school itself stands here a second time"],
    ),
    (
        "[school]",
        "[[subject]]",
        &[
            "1:1: there is no row for the school itself",
            "4:1: a subject has no field `name`",
            "5:1: a subject has no field `year`",
            "6:1: a subject has no field `remarks`",
            "7:1: a subject has no field `weeks`",
        ],
    ),
    (
        "weekday = \"tuesday\"",
        "weekday = \"monday\"",
        &[
            "35:11: the day `mon` is the same day of the week (each day of the week stands once; two weeks that differ are written as `weeks = \"ab\"`)",
        ],
    ),
    (
        "days = [\"mon\", \"tue\"]\ntimes = [\"3=14:00-15:00\", \"4=15:00-16:00\"]",
        "days = [\"mon\", \"tue\"]\ntimes = [\"3=14:45-15:45\"]",
        &["55:9: period `3` ends after period `4` begins"],
    ),
    (
        "weeks = \"ab\"\n",
        "\n",
        &[
            "259:15: this is held every other week, but all weeks of the school are alike (let weeks take turns: `weeks = \"ab\"` in the row of the school)",
        ],
    ),
    (
        "hours = 2\nblocks = \"1-2\"",
        "hours = 40\nblocks = \"1-2\"",
        &["217:9: 40 hours, but the week has only 10 slots"],
    ),
    ("lesson = 1", "lesson = 0", &["281:10: `lesson` is 0, expected 1..200"]),
    ("slot = \"mon1\"", "slot = \"mon\"", &["282:8: `slot`: `mon` means 4 slots, expected one"]),
    (
        "slot = \"mon1\"",
        "slot = \"mon2\"",
        &["282:8: a lesson of `1AC-1/ARABIC` takes 2 slots and does not fit here"],
    ),
    (
        "room = [\"ordinary\"]",
        "room = [\"ordinary\", \"R1\"]",
        &["209:8: a room is asked for by one type or by names of rooms, not by both"],
    ),
    (
        "teachers = [\"any\"]",
        "teachers = [\"any\", \"amina\"]",
        &["266:12: `any` stands alone, without other teachers"],
    ),
    (
        "kind = \"gaps\"\nstrength = 5\nof = \"classes\"\nper = \"week\"\nnumber = 1",
        "kind = \"most-lessons\"\nstrength = 5\nper = \"week\"\nnumber = 0",
        &["309:10: `number` is 0, expected 1..200"],
    ),
    (
        "number = 1",
        "number = 1\nturns = \"swap\"",
        &["311:9: a rule `gaps` does not use `turns` (delete it, or choose another kind of rule)"],
    ),
    (
        "strength = 5",
        "strength = \"soft\"",
        &["307:12: `strength` is `soft`, expected hard or a weight"],
    ),
    ("holds = 2", "holds = 99999999999", &["136:9: `holds` is 99999999999, expected 0..1000000"]),
    ("holds = 2", "holds = 2.5", &["136:9: `holds` is `2.5`, expected a whole number"]),
    (
        "equipment = [\"projector\", \"map\"]",
        "equipment = [[1], \"map\"]",
        &["121:14: `equipment` is `[1]`, expected a text"],
    ),
    (
        "first = \"1AC-2/PHYSICS\"",
        "first = \"1AC-2/PHYSIC\"",
        &["324:9: `first`: there is no course `1AC-2/PHYSIC` (maybe `1AC-2/PHYSICS` is meant)"],
    ),
    (
        "code = \"few-gaps\"",
        "code = \"labs\"",
        &["305:8: the code `labs` is taken by an earlier row"],
    ),
    (
        "3=14:30-15:30",
        "٣=14:30_15:30",
        &[
            "47:44: `times` is `3=14:30_15:30`, expected a period and its clock times, such as 1=08:00-09:00",
        ],
    ),
    (
        "building = \"main\"",
        "building = { code = \"main\" }",
        &["114:12: `building` is `{ code = \"main\" }`, expected a text, a number or a list"],
    ),
];

/// What is changed at once, and what each line of the faults says.
type Changed<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str]);

#[test]
fn a_fault_of_a_row_hides_only_what_follows_from_it() {
    let cases: &[Changed<'_>] = &[
        (
            "an unknown type of room hides neither a code taken twice nor hours that do not add up",
            &[
                ("type = \"laboratory\"", "type = \"labratory\""),
                ("code = \"LAB2\"", "code = \"LAB1\""),
                ("blocks = \"2+1\"", "blocks = \"2+2\""),
            ],
            &[
                "there is no room type `labratory`",
                "`LAB1` is taken",
                "add up to 4 hours",
                "there is no room type or room `LAB2`",
            ],
        ),
        (
            "a bad date hides no hours of its row",
            &[
                ("blocks = \"2+1\"", "blocks = \"2+2\""),
                ("valid_from = \"2026-09-01\"", "valid_from = \"September\""),
            ],
            &["add up to 4 hours", "`valid_from` is `September`"],
        ),
        (
            "a bad slot hides no unknown course of its row",
            &[
                ("course = \"1AC-1/ARABIC\"", "course = \"1AC-1/ARABEC\""),
                ("slot = \"mon1\"", "slot = \"mon9\""),
            ],
            &["there is no course `1AC-1/ARABEC`", "there is no slot `mon9`"],
        ),
        (
            "an unknown level makes no course unknown",
            &[("level = \"1AC\"\nsize", "level = \"9AC\"\nsize")],
            &["there is no level `9AC`"],
        ),
    ];
    for (name, changes, expected) in cases {
        let text = changes.iter().fold(TINY.to_owned(), |text, (right, wrong)| {
            assert!(text.contains(right), "{name}: {right}");
            text.replacen(right, wrong, 1)
        });
        let said = told(&school_toml::read(text.as_bytes()).unwrap_err());
        for wanted in *expected {
            assert!(said.contains(wanted), "{name}: no {wanted} in\n{said}");
        }
        assert_eq!(said.lines().count(), expected.len(), "{name}:\n{said}");
    }
    let dayless = TINY.replace("[[day]]", "[[building]]").replace("weekday", "name_en");
    let dayless = dayless.replace("periods = [\"1\", \"2\"]", "");
    let said = told(&school_toml::read(dayless.as_bytes()).unwrap_err());
    assert!(said.contains("the week has no slot"), "{said}");
    assert!(!said.contains("there is no slot"), "{said}");
}

#[test]
fn each_fault_stands_at_its_value() {
    for (right, wrong, expected) in WRONG {
        assert!(TINY.contains(right), "{right}");
        let text = TINY.replacen(right, wrong, 1);
        let errors = school_toml::read(text.as_bytes()).unwrap_err();
        assert_eq!(told(&errors).lines().collect::<Vec<_>>(), *expected, "{wrong}");
    }
}

#[test]
fn what_people_type_is_understood() {
    for (right, wrong) in [
        ("weekday = \"monday\"", "weekday = \"الاثنين\""),
        ("weekday = \"monday\"", "weekday = \" Lundi \""),
        ("size = 36", "size = \"٣٦\u{a0}\""),
        ("slot = \"mon1\"", "slot = \"mon١\""),
        ("blocks = \"2+1\"", "blocks = \"۲ + ۱\""),
        ("blocks = \"2\"", "blocks = 2"),
        ("times = [\"1=08:30-09:30\",", "times = [\"١ = ٠٨:٣٠ – ٠٩:٣٠\","),
        ("periods = [\"1\", \"2\"]", "periods = [1, 2]"),
        ("periods = [\"1\", \"2\"]", "periods = \"1، 2\""),
        ("room = [\"ordinary\"]", "room = \"ordinary\""),
        ("valid_from = \"2026-09-01\"", "valid_from = 2026-09-01"),
        ("verified = true", "verified = \"oui\""),
        ("teachers = [\"any\"]", "teachers = \"au choix\""),
        ("strength = \"hard\"", "strength = \"إلزامي\""),
        ("strength = 5", "strength = \"5\""),
        ("# School\n[school]", "\u{feff}[school]"),
        ("size = 34\n", "size = 34\r\n"),
    ] {
        assert!(TINY.contains(right), "{right}");
        let text = TINY.replacen(right, wrong, 1);
        let read = school_toml::read(text.as_bytes());
        assert!(
            read == Ok(tiny()),
            "{wrong}: {}",
            read.map_or_else(|e| told(&e), |_| "other".into())
        );
    }
}

#[test]
fn a_fault_of_a_workbook_names_its_cell() {
    let at = |cell: &str| Spot::Sheet { sheet: "Rooms".to_owned(), cell: cell.to_owned() };
    let mut rows = registers::write::write(&tiny());
    let cells = vec![
        Cell { field: "code", value: Value::Text("R7".to_owned()), at: at("A9") },
        Cell { field: "type", value: Value::Text("ordinari".to_owned()), at: at("E9") },
    ];
    rows.push(Row { register: Register::Rooms, at: at("A9"), cells });
    let faults = registers::read(rows).unwrap_err();
    let errors: Vec<_> =
        faults.into_iter().map(|(spot, fault)| spot.error(Fault::from(fault))).collect();
    let sheets: Vec<_> = errors.iter().map(ReadError::sheet).collect();
    assert_eq!(sheets, [Some(("Rooms", "E9"))]);
    assert_eq!(
        told(&errors),
        "0:0: `type`: there is no room type `ordinari` (maybe `ordinary` is meant)\n"
    );
}

#[test]
fn every_register_field_and_word_has_a_name_in_every_language() {
    for language in [Language::Arabic, Language::French, Language::English] {
        let words = Words::new(language);
        let mut keys = Vec::new();
        for register in Register::ALL {
            keys.push(format!("register-{}", register.name()));
            keys.push(format!("row-{}", register.name()));
            keys.extend(schema::fields(register).iter().map(|f| format!("field-{}", f.name)));
        }
        keys.extend(choices::all().iter().map(|word| format!("choice-{word}")));
        keys.extend(schema::PARAMETERS.iter().map(|kind| format!("about-kind-{}", kind.kind)));
        for key in keys {
            assert!(words.find(&key, &[]).is_some(), "{key} in {}", language.code());
        }
        for register in Register::ALL {
            for field in schema::fields(register) {
                let schema::FieldKind::Choice(all) = field.kind else { continue };
                for word in all {
                    assert_eq!(choices::chosen(&words.choice(word), all), Some(*word));
                }
            }
        }
    }
}

#[test]
fn every_kind_of_rule_lists_fields_that_there_are() {
    for parameters in schema::PARAMETERS {
        for field in parameters.needs.iter().chain(parameters.takes) {
            assert!(schema::field(Register::Rules, field).is_some(), "{field}");
        }
    }
}

#[test]
fn the_json_schema_knows_all_that_is_written() {
    let schema = registers::json_schema();
    for row in registers::write::write(&tiny()) {
        let register = &schema["properties"][row.register.name()];
        let table = if row.register == Register::School { register } else { &register["items"] };
        for cell in row.cells {
            assert!(table["properties"][cell.field].is_object(), "{}", cell.field);
        }
    }
}

/// A page that is made, not written: compared, or renewed where `JADWAL_RENEW` is set.
fn up_to_date(page: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(page);
    if std::env::var_os("JADWAL_RENEW").is_some() {
        std::fs::write(&path, made).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(there == made, "docs/{page} is out of date: run the tests with JADWAL_RENEW=1");
}

#[test]
fn the_documentation_is_up_to_date() {
    up_to_date("school-toml.md", &registers::guide(&Words::new(Language::English), TINY));
    let schema = serde_json::to_string_pretty(&registers::json_schema()).unwrap();
    up_to_date("school-toml.schema.json", &format!("{schema}\n"));
}
