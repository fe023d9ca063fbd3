//! A few courses by hand: what each line of a timetable costs, and what is wrong with broken files.

use super::{SOFT, costs, read, read_solution, write_solution};
use crate::error::ReadError;
use jadwal_model::{Cost, Instance, evaluate};
use proptest::prelude::*;

/// Two days of three periods.
const SMALL: &str = "\
Name: small
Courses: 3
Rooms: 2
Days: 2
Periods_per_day: 3
Curricula: 1
Constraints: 1

COURSES:
A tina 2 2 20
B tina 1 1 12
C omar 1 1 5

ROOMS:
big\t15
tiny\t10

CURRICULA:
q  2 A C

UNAVAILABILITY_CONSTRAINTS:
C 1 2

END.
";

/// The newer format: daily limits, sites, double lectures and rooms that do not suit.
const NEWER: &str = "\
Name: small
Courses: 2
Rooms: 2
Days: 2
Periods_per_day: 3
Curricula: 1
Min_Max_Daily_Lectures: 1 2
UnavailabilityConstraints: 0
RoomConstraints: 1

COURSES:
A tina 2 2 20 1
C omar 1 1 5 0

ROOMS:
big 15 0
tiny 10 1

CURRICULA:
q 2 A C

UNAVAILABILITY_CONSTRAINTS:

ROOM_CONSTRAINTS:
C tiny

END.
";

fn instance(text: &str) -> Instance {
    read(text.as_bytes()).unwrap()
}

/// The hard cost and the four soft ones.
fn count(instance: &Instance, timetable: &str) -> (i64, [i64; 4]) {
    let solution = read_solution(instance, timetable.as_bytes()).unwrap();
    let report = evaluate(instance, &solution);
    let soft = costs(instance, &report);
    assert_eq!(soft.map(|(name, _)| name), SOFT);
    let soft = soft.map(|(_, cost)| cost);
    assert_eq!(report.cost.soft, soft.iter().sum::<i64>(), "nothing else is soft");
    (report.cost.hard, soft)
}

#[test]
fn costs_counted_by_hand() {
    let small = instance(SMALL);
    for (name, timetable, hard, soft) in [
        // A: 20 in a room for 15, twice; its two lectures and C alone in the curriculum's day or not
        ("capacity", "A big 0 0\nA big 1 0\nB big 0 1\nC tiny 0 1", 0, [10, 0, 2, 0]),
        (
            "compact only in the same day",
            "A big 0 2\nA big 1 0\nB big 0 1\nC tiny 1 1",
            0,
            [10, 0, 2, 0],
        ),
        ("one day too few", "A big 0 0\nA big 0 1\nB big 1 1\nC tiny 0 2", 0, [10, 5, 0, 0]),
        ("a gap", "A big 0 0\nA big 0 2\nB big 0 1\nC tiny 1 1", 0, [10, 5, 6, 0]),
        ("two rooms", "A big 0 0\nA tiny 1 0\nB big 0 1\nC tiny 0 1", 0, [5 + 10, 0, 2, 1]),
        ("hard: a lecture is missing", "A big 0 0\nB big 0 1\nC tiny 0 1", 2, [5, 5, 0, 0]),
        (
            "hard: one teacher twice",
            "A big 0 0\nA big 1 0\nB tiny 0 0\nC big 0 1",
            1,
            [12, 0, 2, 0],
        ),
        ("hard: one course twice", "A big 0 0\nA tiny 0 0\nB big 0 1\nC big 0 2", 2, [15, 5, 4, 1]),
        (
            "hard: one curriculum twice",
            "A big 0 0\nA big 1 0\nB big 0 1\nC tiny 0 0",
            1,
            [10, 0, 4, 0],
        ),
        ("hard: a room twice", "A big 0 0\nA big 1 0\nB tiny 0 1\nC tiny 0 1", 1, [12, 0, 2, 0]),
        ("hard: unavailable", "A big 0 0\nA big 1 1\nB big 0 1\nC tiny 1 2", 1, [10, 0, 2, 0]),
        ("nothing at all", "", 8, [0, 10 + 5 + 5, 0, 0]),
    ] {
        assert_eq!(count(&small, timetable), (hard, soft), "{name}");
    }
}

#[test]
fn of_the_newer_format_unsuitable_rooms_count() {
    let newer = instance(NEWER);
    for (name, timetable, hard, soft) in [
        ("in a room that suits", "A big 0 0\nA big 1 0\nC big 0 1", 0, [10, 0, 2, 0]),
        ("in one that does not", "A big 0 0\nA big 1 0\nC tiny 0 1", 1, [10, 0, 2, 0]),
    ] {
        assert_eq!(count(&newer, timetable), (hard, soft), "{name}");
    }
}

#[test]
fn codes_may_be_used_again_for_other_things() {
    let text = SMALL.replace("tina", "big").replace("q  2 A C", "A  2 A C").replace("omar", "A");
    let timetable = "A big 0 0\nA big 1 0\nB big 0 1\nC tiny 0 1";
    assert_eq!(count(&instance(&text), timetable), count(&instance(SMALL), timetable));
}

#[test]
fn a_timetable_is_written_as_it_was_read() {
    let small = instance(SMALL);
    let timetable = "A big 0 0\nA tiny 1 0\nB big 0 1\n";
    let solution = read_solution(&small, timetable.as_bytes()).unwrap();
    let mut written = Vec::new();
    write_solution(&small, &solution, &mut written).unwrap();
    assert_eq!(String::from_utf8(written).unwrap(), timetable, "what has no room is left out");
    let again = read_solution(&small, timetable.replace('\n', " \r\n\n").as_bytes());
    assert_eq!(again, Ok(solution));
}

fn say(errors: Vec<ReadError>) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

#[test]
fn broken_instances() {
    let without = |line: &str| SMALL.replace(line, "");
    for (name, text, expected) in [
        (
            "cut off",
            SMALL[..SMALL.find("ROOMS:").unwrap()].to_owned(),
            "line 14, column 1: the file ends without `END.`; \
             line 14, column 1: the file has no section `ROOMS:`; \
             line 14, column 1: the file has no section `CURRICULA:`; \
             line 14, column 1: the file has no section `UNAVAILABILITY_CONSTRAINTS:`",
        ),
        ("no days", without("Days: 2\n"), "line 1, column 1: the head of the file has no `Days:`"),
        (
            "a line of the head twice",
            SMALL.replace("Rooms: 2", "Rooms: 2\nRooms: 2"),
            "line 4, column 1: `Rooms:` stands twice in the file",
        ),
        (
            "a word that the head does not have",
            SMALL.replace("Rooms: 2", "Room: 2"),
            "line 1, column 1: the head of the file has no `Rooms:`; \
             line 3, column 1: the head of the file has `Room:`, which the format does not have",
        ),
        (
            "several faults at once",
            SMALL.replace("A tina 2 2 20", "A tina two 2 -1").replace("2 A C", "3 A X"),
            "line 10, column 8: `lectures` is `two`, expected a whole number; \
             line 10, column 14: `students` is -1, expected 0 to 1000000; \
             line 19, column 4: curriculum `q` names 2 courses, and says 3; \
             line 19, column 8: there is no course `X`",
        ),
        (
            "more lectures than times",
            SMALL.replace("C omar 1", "C omar 7"),
            "line 12, column 8: `lectures` is 7, expected 1 to 6",
        ),
        (
            "a course twice",
            SMALL.replace("B tina", "A tina"),
            "line 11, column 1: course `A` is defined twice",
        ),
        (
            "a course twice in a curriculum",
            SMALL.replace("2 A C", "2 C C"),
            "line 19, column 8: `q` has `C` twice",
        ),
        (
            "a period that no day has",
            SMALL.replace("C 1 2", "C 1 3"),
            "line 22, column 5: `period` is 3, expected 0 to 2",
        ),
        (
            "a line too short",
            SMALL.replace("tiny\t10", "tiny"),
            "line 16, column 1: the line has 1 words, expected `room capacity`",
        ),
        (
            "fewer lines than announced",
            without("tiny\t10\n"),
            "line 14, column 1: `ROOMS:` has 1 lines, the head says 2",
        ),
        ("more after the end", format!("{SMALL}x"), "line 25, column 1: found `x` after `END.`"),
        (
            "a number beyond all",
            SMALL.replace("big\t15", "big\t99999999999999999999"),
            "line 15, column 5: `capacity` is `99999999999999999999`, expected a whole number",
        ),
    ] {
        assert_eq!(say(read(text.as_bytes()).unwrap_err()), expected, "{name}");
    }
    assert!(say(read(b"Name: \xff").unwrap_err()).contains("the byte 0xff is not UTF-8"));
}

#[test]
fn broken_timetables() {
    let small = instance(SMALL);
    for (name, timetable, expected) in [
        (
            "three words",
            "A big 0",
            "line 1, column 1: the line has 3 words, expected `course room day period`",
        ),
        ("no such course", "D big 0 0", "line 1, column 1: there is no course `D`"),
        (
            "no such room and day",
            "A bog 2 0",
            "line 1, column 3: there is no room `bog`; line 1, column 7: `day` is 2, expected 0 to 1",
        ),
        (
            "a lecture too many",
            "B big 0 0\nB big 0 1",
            "line 2, column 1: course `B` has more than its 1 lectures",
        ),
        ("a course is no room", "A C 0 0", "line 1, column 3: there is no room `C`"),
    ] {
        assert_eq!(
            say(read_solution(&small, timetable.as_bytes()).unwrap_err()),
            expected,
            "{name}"
        );
    }
}

#[test]
fn the_toy_instance_is_read() {
    let toy = instance(include_str!("../../../instances/toy.ctt"));
    assert_eq!((toy.facts.times.len(), toy.facts.events.len()), (12, 6));
    let nothing = read_solution(&toy, b"").unwrap();
    assert!(evaluate(&toy, &nothing).cost > Cost::ZERO);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]
    /// Whatever a few bytes are changed to, an instance or faults come of it.
    #[test]
    fn nothing_panics(
        changes in prop::collection::vec((0..NEWER.len(), prop::sample::select(&b"\n \t09-AC:.\xff\x00"[..])), 0..6),
        end in 0..2 * NEWER.len(),
    ) {
        let mut bytes = NEWER.as_bytes().to_vec();
        changes.into_iter().for_each(|(at, byte)| bytes[at] = byte);
        bytes.truncate(end);
        match read(&bytes) {
            Ok(instance) => drop(read_solution(&instance, &bytes)),
            Err(errors) => prop_assert!(!errors.is_empty()),
        }
    }
}
