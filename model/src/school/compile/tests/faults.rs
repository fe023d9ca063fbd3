//! Mistakes of entry: faults, and warnings.

use super::{A, A1, A2, B, MATHS, SPORT, course, ordinary, school};
use crate::id::Id;
use crate::school::course::{Assignment, Audience, Blocks, Curriculum, Lock, RoomNeed};
use crate::school::fault::What;
use crate::school::id::{ClassId, LevelId, RoomId, SubjectId, TeacherId};
use crate::school::school::School;

fn line(subject: SubjectId, classes: &[usize], divided: Option<&str>, hours: u32) -> Curriculum {
    Curriculum {
        level: LevelId::new(0),
        classes: classes.iter().copied().map(ClassId::new).collect(),
        subject,
        hours,
        blocks: Blocks::Pattern(vec![hours]),
        divided: divided.map(String::from),
        fortnightly: false,
        room: RoomNeed::Nowhere,
        verified: false,
        source: String::new(),
        valid_from: None,
    }
}

fn assignment(teacher: usize, subject: SubjectId, audience: &[Audience]) -> Assignment {
    Assignment { teachers: vec![TeacherId::new(teacher)], subject, audience: audience.to_vec() }
}

fn whats(school: &School) -> Vec<What> {
    school.faults().into_iter().map(|fault| fault.what).collect()
}

#[test]
fn assignments_that_nobody_can_follow() {
    let twice =
        |audience: &str| What::AssignedTwice { audience: audience.into(), subject: "MATHS".into() };
    let vain = |audience: &str, subject: &str| What::NotTaught {
        audience: audience.into(),
        subject: subject.into(),
    };
    let maths = |teacher, audience: &[Audience]| assignment(teacher, MATHS, audience);
    for (name, divided, rows, expected) in [
        ("one for each class", None, vec![maths(0, &[A]), maths(1, &[B])], vec![]),
        ("two for one class", None, vec![maths(0, &[A, B]), maths(1, &[B])], vec![twice("B")]),
        ("the same again", None, vec![maths(0, &[A]), maths(0, &[A])], vec![]),
        ("not taught", None, vec![assignment(1, SPORT, &[A])], vec![vain("A", "SPORT")]),
        ("a group of a whole class", None, vec![maths(0, &[A1])], vec![vain("A1", "MATHS")]),
        ("a group", Some("halves"), vec![maths(0, &[A1]), maths(1, &[A2])], vec![]),
        ("a class in groups", Some("halves"), vec![maths(0, &[A])], vec![]),
    ] {
        let mut school = school();
        school.curricula = vec![line(MATHS, &[], divided, 2)];
        school.assignments = rows;
        assert_eq!(whats(&school), expected, "{name}");
    }
}

#[test]
fn groups_that_leave_pupils_out() {
    let none = What::NoGroup { division: "A-halves".into(), class: "A".into() };
    let only = What::OnlyGroup { group: "A1".into(), class: "A".into(), found: 14, expected: 28 };
    for (groups, expected) in [(2, vec![]), (1, vec![only]), (0, vec![none])] {
        let mut school = school();
        let kept: Vec<_> = school.groups.iter().take(groups).cloned().collect();
        school.groups = crate::table::Table::default();
        for group in kept {
            school.groups.push(group);
        }
        assert_eq!(whats(&school), expected, "{groups} groups");
    }
    let mut all = school();
    all.groups = crate::table::Table::default();
    let mut one = school().groups[Id::new(0)].clone();
    one.size = 28;
    all.groups.push(one);
    assert_eq!(whats(&all), [], "one group of all pupils");
}

#[test]
fn lines_of_the_grid_that_name_a_class() {
    let general = || line(MATHS, &[], None, 2);
    for (name, lines, expected) in [
        ("the general line", vec![general()], vec!["A/MATHS", "B/MATHS", "C/MATHS"]),
        (
            "a line for A, divided in another way",
            vec![general(), line(MATHS, &[0], Some("halves"), 1)],
            vec!["A1/MATHS", "A2/MATHS", "B/MATHS", "C/MATHS"],
        ),
        (
            "two lines for A",
            vec![general(), line(MATHS, &[0], Some("halves"), 1), line(MATHS, &[0], None, 1)],
            vec!["A1/MATHS", "A2/MATHS", "A/MATHS", "B/MATHS", "C/MATHS"],
        ),
        (
            "a line for A in another subject",
            vec![general(), line(SPORT, &[0], None, 1)],
            vec!["A/MATHS", "A/SPORT", "B/MATHS", "C/MATHS"],
        ),
    ] {
        let mut school = school();
        school.curricula = lines;
        let courses = school.courses().expect("no line contradicts another");
        let codes: Vec<_> = courses.iter().map(|course| course.code.as_str()).collect();
        assert_eq!(codes, expected, "{name}");
    }
}

#[test]
fn what_looks_like_a_mistake() {
    let warnings = |change: &dyn Fn(&mut School)| -> Vec<What> {
        let mut school = school();
        school.own_courses = vec![ordinary(course("m", 0, &[A], &[2, 2, 2]))];
        change(&mut school);
        assert_eq!(school.faults(), []);
        let courses = school.courses().expect("no grid, no fault");
        school.warnings(&courses).into_iter().map(|warning| warning.what).collect()
    };
    let teacher = || "T-MATHS".to_owned();
    assert_eq!(warnings(&|_| ()), []);
    assert_eq!(
        warnings(&|school| school.groups[Id::new(0)].size = 5),
        [What::GroupsDoNotAddUp { division: "A-halves".into(), found: 19, expected: 28 }]
    );
    assert_eq!(
        warnings(&|school| school.teachers[Id::new(0)].subjects = vec![SPORT, MATHS]),
        [],
        "a second subject is one's own too"
    );
    assert_eq!(
        warnings(&|school| school.teachers[Id::new(0)].subjects = vec![SPORT]),
        [What::NotTheirSubject { teacher: teacher(), subject: "MATHS".into() }]
    );
    assert_eq!(
        warnings(&|school| school.teachers[Id::new(0)].service = 4),
        [What::Overload { teacher: teacher(), found: 360, expected: 240 }]
    );
    let lock =
        |room| Lock { course: "m".into(), block: 0, slot: None, room: Some(RoomId::new(room)) };
    assert_eq!(warnings(&|school| school.locks.push(lock(1))), []);
    assert_eq!(
        warnings(&|school| school.locks.push(lock(2))),
        [What::LockedElsewhere { course: "m".into(), room: "g".into() }]
    );
}
