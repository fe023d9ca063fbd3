use super::*;
use crate::fixture::{Fixture, fixture};
use crate::words::{Language, Words};
use jadwal_model::Id;
use jadwal_model::school::{Names, SlotId};
use std::collections::{BTreeMap, BTreeSet};

fn printed(fixture: &Fixture) -> Printed<'_> {
    let Fixture { school, courses, lessons } = fixture;
    Printed { school, courses, lessons, summary: None }
}

/// Which lesson stands how often on a sheet, in its table.
fn placed(sheet: &Sheet) -> BTreeMap<usize, usize> {
    let mut times = BTreeMap::new();
    for entry in sheet.cells.iter().flat_map(|cell| &cell.entries) {
        *times.entry(entry.lesson).or_default() += 1;
    }
    times
}

#[test]
fn every_lesson_stands_once_on_each_of_its_sheets() {
    let fixture = fixture();
    let words = Words::new(Language::Arabic);
    let sheets = Sheets::new(printed(&fixture), &words);
    let school = &fixture.school;
    for (index, lesson) in fixture.lessons.iter().enumerate() {
        let course = &fixture.courses[lesson.course];
        let classes: BTreeSet<ClassId> =
            course.audience.iter().flat_map(|member| school.classes_of(member)).copied().collect();
        let mut wanted: Vec<(Sheet, bool)> = Vec::new();
        wanted.extend(school.classes.ids().map(|id| (sheets.class(id), classes.contains(&id))));
        let teaches = |id| lesson.teachers.contains(&id);
        wanted.extend(school.teachers.ids().map(|id| (sheets.teacher(id), teaches(id))));
        wanted.extend(school.rooms.ids().map(|id| (sheets.room(id), lesson.room == Some(id))));
        for (sheet, here) in wanted {
            let times = placed(&sheet).get(&index).copied().unwrap_or(0);
            let unplaced = sheet.unplaced.iter().filter(|entry| entry.lesson == index).count();
            let expected = match (here, lesson.slot) {
                (true, Some(_)) => (1, 0),
                (true, None) => (0, 1),
                (false, _) => (0, 0),
            };
            assert_eq!((times, unplaced), expected, "{} on {}", course.code, sheet.anchor);
        }
        for (kind, rows) in [
            (SheetKind::AllClasses, classes.len()),
            (SheetKind::AllTeachers, lesson.teachers.len()),
            (SheetKind::AllRooms, usize::from(lesson.room.is_some())),
        ] {
            let times = placed(&sheets.overview(kind)).get(&index).copied().unwrap_or(0);
            let expected = if lesson.slot.is_some() { rows } else { 0 };
            assert_eq!(times, expected, "{} on {kind:?}", course.code);
        }
    }
}

#[test]
fn entries_stand_where_their_lessons_are_and_never_overlap() {
    let fixture = fixture();
    let words = Words::new(Language::French);
    let calendar = &fixture.school.calendar;
    for sheet in Sheets::new(printed(&fixture), &words).all() {
        let mut taken = BTreeSet::new();
        for cell in &sheet.cells {
            for entry in &cell.entries {
                assert!(entry.offset + entry.length <= cell.length && entry.lane < cell.lanes);
                let start = fixture.lessons[entry.lesson].slot.expect("it is in the table");
                let slot = calendar.slots[start];
                let at = if sheet.kind.is_overview() {
                    (cell.row, cell.column + entry.offset) == (cell.row, start.index())
                } else {
                    (cell.row + entry.offset, cell.column)
                        == (slot.period.index(), slot.day.index())
                };
                assert!(at, "{}: lesson {}", sheet.anchor, entry.lesson);
                for step in entry.offset..entry.offset + entry.length {
                    let square = if sheet.kind.is_overview() {
                        (cell.row, cell.column + step, entry.lane)
                    } else {
                        (cell.row + step, cell.column, entry.lane)
                    };
                    assert!(taken.insert(square), "{}: {square:?} twice", sheet.anchor);
                }
            }
        }
    }
}

#[test]
fn half_groups_stand_side_by_side_in_their_order() {
    let fixture = fixture();
    let words = Words::new(Language::French);
    let sheet = Sheets::new(printed(&fixture), &words).class(ClassId::new(0));
    let side_by_side: Vec<_> = sheet.cells.iter().filter(|cell| cell.lanes == 2).collect();
    assert_eq!(side_by_side.len(), 3, "two of physics and biology, one of weeks A and B");
    for cell in side_by_side {
        let groups = cell.entries.iter().map(|entry| entry.groups[0].text.as_str());
        assert_eq!(groups.collect::<Vec<_>>(), ["Groupe 1", "Groupe 2"]);
    }
}

#[test]
fn what_is_written_about_a_lesson() {
    let fixture = fixture();
    let words = Words::new(Language::Arabic);
    let sheets = Sheets::new(printed(&fixture), &words);
    let find = |code: &str| {
        let is_it = |lesson: &Lesson| fixture.courses[lesson.course].code == code;
        let index = fixture.lessons.iter().position(is_it).expect("there is such a course");
        (index, &fixture.lessons[index])
    };
    let (index, lesson) = find("1AC-1/1/PC");
    let text = |labels: &[Label]| {
        labels.iter().map(|label| label.text.clone()).collect::<Vec<_>>().join(" ")
    };
    let of_class = sheets.entry(index, lesson, Some(Whose::Class(ClassId::new(0))));
    assert_eq!(of_class.subject, Label::name("الفيزياء والكيمياء"));
    assert_eq!((text(&of_class.classes), text(&of_class.groups)), ("".into(), "الفوج 1".into()));
    assert_eq!(text(&of_class.teachers), "Youssef El Idrissi");
    assert_eq!(of_class.codes, [Some("PC".into()), Some("PC1".into())]);
    let of_teacher = sheets.entry(index, lesson, Some(Whose::Teacher(TeacherId::new(3))));
    assert_eq!(
        (text(&of_teacher.classes), text(&of_teacher.teachers)),
        ("1AC-1".into(), "".into())
    );
    assert_eq!(of_teacher.place, Some(Label::name("مختبر الفيزياء")));
    assert_eq!(of_teacher.codes, [Some("1AC-1/1".into()), Some("LAB-PC".into())]);
    let of_room = sheets.entry(index, lesson, Some(Whose::Room(RoomId::new(3))));
    assert_eq!((text(&of_room.teachers), of_room.place), ("Youssef El Idrissi".into(), None));
    let (index, lesson) = find("assembly");
    let both = sheets.entry(index, lesson, Some(Whose::Teacher(TeacherId::new(7))));
    assert_eq!(both.codes[0].as_deref(), Some("1AC-1 +1"));
    let (index, lesson) = find("meeting");
    let meeting = sheets.entry(index, lesson, Some(Whose::Teacher(TeacherId::new(0))));
    assert_eq!((meeting.audience().count(), meeting.locked), (0, true));
}

#[test]
fn another_name_stands_in_for_one_that_is_missing() {
    let school = School::default();
    let names = |arabic: &str, french: &str, english: &str| {
        let name = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Names { arabic: name(arabic), french: name(french), english: name(english) }
    };
    let cases = [
        ("its own", Language::Arabic, names("رياضيات", "Maths", "Maths"), Label::name("رياضيات")),
        ("French for Arabic", Language::Arabic, names("", "Maths", "M"), Label::name("Maths")),
        ("Arabic for French", Language::French, names("رياضيات", "", "M"), Label::name("رياضيات")),
        ("none", Language::English, names("", "", ""), Label::code("MATH")),
        ("the code itself", Language::French, names("", "MATH", ""), Label::code("MATH")),
    ];
    for (case, language, names, expected) in cases {
        let words = Words::new(language);
        let naming = names::Naming { school: &school, words: &words };
        assert_eq!(naming.best(&names, "MATH"), expected, "{case}");
    }
}

#[test]
fn a_friday_of_its_own_bells_says_its_times() {
    let fixture = fixture();
    let words = Words::new(Language::English);
    for sheet in Sheets::new(printed(&fixture), &words).all() {
        if sheet.kind.is_overview() {
            continue;
        }
        assert_eq!(sheet.rows[4].clock.map(|range| range.to_string()), Some("14:00-15:00".into()));
        for cell in &sheet.cells {
            let friday_afternoon = cell.column == 4 && cell.row >= 4;
            for entry in &cell.entries {
                assert_eq!(entry.clock.is_some(), friday_afternoon, "{}", sheet.anchor);
            }
        }
    }
}

#[test]
fn a_lesson_too_long_ends_with_its_half_day() {
    let mut fixture = fixture();
    let lesson = &mut fixture.lessons[0];
    (lesson.slot, lesson.length) = (Some(SlotId::new(2)), 9);
    let words = Words::new(Language::English);
    let sheet = Sheets::new(printed(&fixture), &words).teacher(TeacherId::new(2));
    let mut entries = sheet.cells.iter().flat_map(|cell| &cell.entries);
    assert_eq!(entries.find(|entry| entry.lesson == 0).map(|entry| entry.length), Some(2));
}

#[test]
fn half_hours() {
    let cases = [(0, "0"), (1, "½"), (2, "1"), (9, "4½")];
    for (halves, expected) in cases {
        assert_eq!(names::halves(halves), expected);
    }
}

#[test]
fn a_class_has_no_more_hours_than_one_of_its_pupils() {
    let mut fixture = fixture();
    let divided = fixture.school.divisions.iter().flat_map(|one| &one.classes).copied();
    let divided = divided.collect::<Vec<_>>();
    fixture.lessons.retain(|lesson| lesson.slot.is_some() && lesson.week.is_none());
    let words = Words::new(Language::English);
    let sheets = Sheets::new(printed(&fixture), &words);
    let mut less = 0;
    for class in fixture.school.classes.ids() {
        let said = sheets.class(class).subtitle.pop().expect("there is one");
        let hours: usize = said.rsplit(' ').next().expect("a number").parse().expect("whole");
        let lessons: Vec<&Lesson> =
            sheets.lessons_of(Whose::Class(class)).map(|(_, lesson)| lesson).collect();
        let slots: BTreeSet<usize> = lessons
            .iter()
            .filter_map(|lesson| Some((lesson.slot?.index(), lesson.length as usize)))
            .flat_map(|(start, length)| start..start + length)
            .collect();
        assert!(hours <= slots.len(), "{said}: {} slots of the grid", slots.len());
        let all: u32 = lessons.iter().map(|lesson| lesson.length).sum();
        less += usize::from((hours as u32) < all && divided.contains(&class));
    }
    assert!(less > 0, "no class is divided");
}
