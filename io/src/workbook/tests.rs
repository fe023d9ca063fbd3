use super::write::example;
use super::{read, template, write};
use crate::error::registers::RegisterFault;
use crate::error::{Fault, ReadError};
use crate::fixture::fixture;
use crate::format::Format;
use crate::words::{Language, Words};
use calamine::{Data, Reader, Xlsx};
use jadwal_model::school::fault::{Register, What};
use jadwal_model::school::school::School;
use rust_xlsxwriter::{ExcelDateTime, Format as Look, Workbook, Worksheet};
use std::io::Cursor;

const LANGUAGES: [Language; 3] = [Language::Arabic, Language::French, Language::English];

fn written(school: &School, language: Language) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(school, &Words::new(language), &mut bytes).expect("memory takes all bytes");
    bytes
}

/// A school that uses every register.
fn whole() -> School {
    let mut school = fixture().school;
    school.own_courses = fixture().courses.iter().cloned().collect();
    school
}

#[test]
fn what_is_written_is_read_again_in_every_language() {
    let mut commas = example();
    let first = commas.room_types.ids().next().expect("there are types");
    commas.room_types[first].code = "a, \"b\"".into();
    let mut equipped = example();
    let room = equipped.rooms.ids().next().expect("there are rooms");
    equipped.rooms[room].equipment = vec!["5\" pipe; long".into(), "=1+1".into(), "007".into()];
    for (name, school) in
        [("whole", whole()), ("example", example()), ("commas", commas), ("equipped", equipped)]
    {
        for language in LANGUAGES {
            let bytes = written(&school, language);
            assert_eq!(Format::recognise(&bytes), Some(Format::Workbook));
            assert_eq!(read(&bytes), Ok(school.clone()), "{name} {language:?}");
        }
    }
}

#[test]
fn the_workbook_to_fill_is_a_school_with_instructions() {
    assert_eq!(example().rules.len(), 2, "the example was not read");
    for language in LANGUAGES {
        let words = Words::new(language);
        let mut bytes = Vec::new();
        template(&words, &mut bytes).expect("memory takes all bytes");
        assert_eq!(read(&bytes), Ok(example()));
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).expect("it is a workbook");
        let names = book.sheet_names();
        assert_eq!(names.len(), Register::ALL.len() + 2, "a help sheet, the lists, the registers");
        let help = book.worksheet_range(&names[0]).expect("there is a first sheet");
        let title = Data::String(words.say("workbook-help-title", &[]));
        assert_eq!(help.get_value((0, 0)), Some(&title));
        for cell in help.used_cells() {
            let text = cell.2.to_string();
            let bare = ["workbook-", "workbook-holds-", "register-", "field-"];
            assert!(!bare.iter().any(|key| text.starts_with(key)), "{language:?}: {text}");
        }
    }
}

/// A sheet with these cells, from the row and column given.
fn fill<'a>(book: &'a mut Workbook, name: &str, first: u32, rows: &[&[&str]]) -> &'a mut Worksheet {
    let sheet = book.add_worksheet();
    sheet.set_name(name).expect("a name");
    for (row, cells) in (first..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            if !cell.is_empty() {
                sheet.write_string(row, column, *cell).expect("a cell");
            }
        }
    }
    sheet
}

/// A school of a few sheets, in three languages, the teachers' and the grid as given.
fn book(teachers: &[&[&str]], grid: &[&[&str]]) -> Workbook {
    let mut book = Workbook::new();
    fill(&mut book, "School", 0, &[&["Code", "Name", "weeks"], &["S", "School", "ab"]]);
    fill(&mut book, "الفترات", 0, &[&["الرمز", "نصف اليوم"], &["1", "صباحا"], &["2", "صباحا"]]);
    let days = book.add_worksheet();
    days.set_name("day").expect("a name");
    for (row, cells) in (3..).zip([["code", "WEEKDAY:"], ["mon", "lundi"], ["tue", "Tuesday "]]) {
        days.write_row(row, 1, cells).expect("cells");
    }
    days.write_string(0, 1, "Our days").expect("a cell");
    fill(&mut book, "Niveaux", 0, &[&["Code", "Cycle"], &["1AC", "collège"]]);
    fill(&mut book, "Subjects", 0, &[&["Code"], &["MATH"], &[""], &["PC"]]);
    fill(&mut book, "room_type", 0, &[&["code"], &["lab"]]);
    fill(&mut book, "Salles", 0, &[&["Code", "Type"], &["L1", "lab"]]);
    fill(
        &mut book,
        "الأقسام",
        0,
        &[
            &["الرمز", "المستوي", "عدد التلاميذ"],
            &["1AC-1", " 1AC\u{a0}", "٣٦"],
            &["1AC-2", "1AC", "34"],
        ],
    );
    fill(&mut book, "Teachers", 0, teachers);
    fill(&mut book, "Grille horaire", 2, grid);
    fill(&mut book, "_notes", 0, &[&["whatever"]]);
    book
}

const TEACHERS: &[&[&str]] = &[&["Code", "Subjects", "_mine"], &["T1", "MATH؛ PC", "tall"]];
const GRID: &[&[&str]] =
    &[&["niveau", "matiere", "heures", "découpage", "salle"], &["1AC", "MATH", "٣", "2+1", "lab"]];

#[test]
fn a_workbook_made_by_hand_is_read_in_a_mix_of_languages() {
    let bytes = book(TEACHERS, GRID).save_to_buffer().expect("a workbook");
    let school = read(&bytes).expect("it is right");
    let sizes: Vec<u32> = school.classes.iter().map(|class| class.size).collect();
    assert_eq!(sizes, [36, 34]);
    assert_eq!(school.calendar.days.len(), 2);
    assert_eq!(school.subjects.len(), 2, "the empty row is passed over");
    assert_eq!(school.teachers.iter().next().expect("there is one").subjects.len(), 2);
    assert_eq!(school.curricula[0].hours, 3);
}

#[test]
fn numbers_dates_and_flags_may_be_cells_of_their_own_kind() {
    let mut book = book(TEACHERS, GRID);
    let sheet = fill(
        &mut book,
        "Bells",
        0,
        &[&["code", "from", "until", "times"], &["b", "", "01/03/2027", "1=08:00-09:00"]],
    );
    let date = ExcelDateTime::from_ymd(2027, 2, 8).expect("a date");
    let look = Look::new().set_num_format("dd/mm/yyyy");
    sheet.write_datetime_with_format(1, 1, &date, &look).expect("a cell");
    let sheet = fill(
        &mut book,
        "course",
        0,
        &[
            &["code", "subject", "hours", "blocks", "fortnightly", "teachers"],
            &["c", "PC", "", "", "", "T1"],
        ],
    );
    sheet.write_number(1, 2, 2.0).expect("a cell");
    sheet.write_number(1, 3, 2.0).expect("a cell");
    sheet.write_boolean(1, 4, true).expect("a cell");
    let school = read(&book.save_to_buffer().expect("a workbook")).expect("it is right");
    let bell = &school.calendar.bells[0];
    assert_eq!(bell.from.map(|date| date.to_string()).as_deref(), Some("2027-02-08"));
    assert_eq!(bell.until.map(|date| date.to_string()).as_deref(), Some("2027-03-01"));
    assert!(school.own_courses[0].fortnightly);
}

fn shown(errors: &[ReadError]) -> Vec<String> {
    let places = errors.iter().map(|error| error.sheet().expect("it names a cell"));
    places.map(|(sheet, cell)| format!("{sheet}!{cell}")).collect()
}

fn inner(error: &ReadError) -> &RegisterFault {
    match &error.fault {
        Fault::InSheet { fault, .. } => match &**fault {
            Fault::Register(fault) => fault,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

/// Merged cells, Arabic digits, trailing spaces, a teacher twice, an unknown room, hours that do not
/// add up, an unknown heading, a value under none, and an unknown sheet.
fn bad() -> Vec<u8> {
    let teachers: &[&[&str]] = &[
        &["Code", "Subjects ", "Salary"],
        &["T1 ", "MATH", "1"],
        &["T2", "PC", "1"],
        &["T1", "PC", "1"],
    ];
    let grid: &[&[&str]] = &[
        &["niveau", "matière", "heures", "découpage", "salle"],
        &["1AC", "MATH", "٥", "٢+١", "lab"],
        &["", "PC", "٢", "2", "LAB9", "?"],
    ];
    let mut book = book(teachers, grid);
    let sheet = book.worksheet_from_name("Grille horaire").expect("it is there");
    sheet.merge_range(3, 0, 4, 0, "1AC", &Look::new()).expect("cells to merge");
    fill(&mut book, "Teachrs", 0, &[&["code"]]);
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn all_faults_of_a_bad_workbook_are_told_at_once_with_sheet_and_cell() {
    let errors = read(&bad()).expect_err("it is wrong");
    assert_eq!(
        shown(&errors),
        [
            "Teachers!C1",
            "Teachers!A4",
            "Grille horaire!A4",
            "Grille horaire!C4",
            "Grille horaire!D4",
            "Grille horaire!E5",
            "Grille horaire!F5",
            "Teachrs!A1",
        ]
    );
    let faults: Vec<&RegisterFault> = errors.iter().map(inner).collect();
    assert!(matches!(faults[0], RegisterFault::UnknownField { found, .. } if found == "Salary"));
    assert!(matches!(faults[1], RegisterFault::School { what: What::Duplicate { .. }, .. }));
    assert!(matches!(faults[2], RegisterFault::Merged { range } if range == "A4:A5"));
    let what = What::HoursBeyondWeek { hours: 5, slots: 4 };
    assert!(matches!(faults[3], RegisterFault::School { what: found, .. } if *found == what));
    let what = What::HoursDoNotAddUp { hours: 5, sum: 3 };
    assert!(matches!(faults[4], RegisterFault::School { what: found, .. } if *found == what));
    assert!(matches!(faults[5], RegisterFault::Reference { found, .. } if found == "LAB9"));
    assert_eq!(faults[6], &RegisterFault::NoHeading);
    let nearest = matches!(faults[7], RegisterFault::UnknownRegister { nearest: Some(_), .. });
    assert!(nearest, "{:?}", faults[7]);
}

#[test]
fn each_fault_has_a_sentence_in_every_language() {
    let errors = read(&bad()).expect_err("it is wrong");
    for (language, wanted) in [
        (Language::Arabic, ["الخلايا \u{2068}A4:A5\u{2069} مدمجة", "هذه القيمة ليست تحت أي عنوان"]),
        (
            Language::French,
            ["les cellules A4:A5 sont fusionnées", "cette valeur n'est sous aucun titre"],
        ),
        (Language::English, ["the cells A4:A5 are merged", "this value stands under no heading"]),
    ] {
        let words = Words::new(language);
        let said: Vec<_> = errors.iter().map(|error| words.fault(&error.fault)).collect();
        for one in &said {
            assert!(!one.message.starts_with("fault-"), "{language:?}: {}", one.message);
        }
        let messages: Vec<&str> = said.iter().map(|one| one.message.as_str()).collect();
        assert_eq!([messages[2], messages[6]], wanted);
        assert!(said[2].hint.is_some());
    }
}

#[test]
fn what_is_no_workbook_is_said_so_whatever_its_bytes() {
    let whole = book(TEACHERS, GRID).save_to_buffer().expect("a workbook");
    let cut = &whole[..whole.len() / 2];
    for bytes in [&b""[..], b"PK\x03\x04 xl/", b"[school]", cut] {
        let errors = read(bytes).expect_err("it is none");
        let fault = &errors[0].fault;
        let wanted = matches!(fault, Fault::Register(RegisterFault::NotAWorkbook { .. }));
        assert!(errors.len() == 1 && wanted, "{errors:?}");
    }
}

#[test]
fn a_sheet_with_a_cell_in_the_last_corner_is_read_all_the_same() {
    let mut book = book(TEACHERS, GRID);
    let sheet = book.worksheet_from_name("Subjects").expect("it is there");
    sheet.write_string(1_048_575, 16_383, "far").expect("a cell");
    let errors = read(&book.save_to_buffer().expect("a workbook")).expect_err("no heading");
    assert_eq!(shown(&errors), ["Subjects!XFD1048576"]);
}

#[test]
fn a_sheet_without_headings_or_with_one_twice_is_a_fault() {
    for (teachers, cell) in [
        (&[&["A", "B"][..], &["T1", "x"]][..], "Teachers!A1"),
        (&[&["Code", "Nom", "Name"], &["T1", "x", "y"]], "Teachers!C1"),
    ] {
        let bytes = book(teachers, GRID).save_to_buffer().expect("a workbook");
        assert_eq!(shown(&read(&bytes).expect_err("it is wrong")), [cell]);
    }
    let headless = book(&[], GRID).save_to_buffer().expect("a workbook");
    assert!(read(&headless).is_ok(), "an empty sheet is a register without rows");
}
