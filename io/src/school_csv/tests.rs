use super::{read, write};
use crate::fixture::fixture;
use crate::words::{Language, Words};

#[test]
fn what_is_written_is_read_again_in_every_language() {
    let mut school = fixture().school;
    school.own_courses = fixture().courses.iter().cloned().collect();
    school.remarks = "two\nlines, \"quoted\"; and more".into();
    for language in [Language::Arabic, Language::French, Language::English] {
        let mut files = write(&school, &Words::new(language));
        assert_eq!(files[0].0, "school.csv");
        assert!(files.iter().all(|(_, bytes)| bytes.starts_with("\u{feff}".as_bytes())));
        files.push(("_notes.csv".into(), b"mine".to_vec()));
        files.push(("readme.txt".into(), b"mine".to_vec()));
        assert_eq!(read(&files), Ok(school.clone()), "{language:?}");
    }
}

/// A school of one hour, its subjects as given.
fn files(subjects: &[u8]) -> Vec<(String, Vec<u8>)> {
    let files: [(&str, &[u8]); 5] = [
        ("school.csv", b"code\nS"),
        ("period.csv", b"code,part\n1,morning"),
        ("day.csv", b"Code;Weekday\nmon;lundi\n"),
        ("x/subject.CSV", subjects),
        ("teacher.csv", "الرمز\tالمواد\r\nT1\tPC, MATH\r\n".as_bytes()),
    ];
    files.map(|(name, text)| (name.to_owned(), text.to_vec())).into()
}

#[test]
fn separators_are_told_apart() {
    let school =
        read(&files(b"sep=;\ncode;name_fr\nMATH;Maths\n\nPC;Physique, chimie")).expect("right");
    let names: Vec<_> = school.subjects.iter().map(|one| one.names.french()).collect();
    assert_eq!(names, [Some("Maths"), Some("Physique, chimie")]);
    assert_eq!(school.teachers.iter().next().expect("there is one").subjects.len(), 2);
}

#[test]
fn faults_name_the_file_and_the_cell() {
    for (subjects, expected) in [
        (&b"code,cost\nMATH,1\nPC,2"[..], &["x/subject.CSV!B1"][..]),
        (b"code\nMATH\nPC\n\nMATH", &["x/subject.CSV!A5"]),
        (b"code,name_fr\n\"MATH\",\"a\nb\"\nPC,p\nPC,q", &["x/subject.CSV!A4"]),
        (b"code\nMATH\nPC\xe9", &["x/subject.CSV!A3", "teacher.csv!B2", "teacher.csv!B2"]),
    ] {
        let errors = read(&files(subjects)).expect_err("it is wrong");
        let places = errors.iter().map(|error| error.sheet().expect("it names a cell"));
        let places: Vec<String> = places.map(|(file, cell)| format!("{file}!{cell}")).collect();
        assert_eq!(places, expected, "{}", String::from_utf8_lossy(subjects));
    }
    let errors = read(&[("techer.csv".to_owned(), Vec::new())]).expect_err("no such register");
    assert_eq!(
        errors.iter().filter_map(|error| error.sheet()).count(),
        1,
        "and there is no school"
    );
}
