//! Formats: read, write, read gives the same; broken files give all their faults.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use jadwal_io::xhstt::{self, Archive};
use jadwal_model::{Cost, Instance, evaluate};
use proptest::prelude::*;
use std::fs;
use std::io::Read;

const TWO_CLASSES: &str = include_str!("../instances/two-classes.xml");
const RURAL_COLLEGE: &str = include_str!("../instances/rural-college.xml");

/// Writes and reads again, twice; the second text must be the first.
fn round_trip(instances: &[Instance], archive: &Archive) -> Archive {
    let mut first = Vec::new();
    xhstt::write_with(instances, archive, &mut first).unwrap();
    let again = xhstt::read_with(instances, &first[..]).unwrap();
    let mut second = Vec::new();
    xhstt::write_with(instances, &again, &mut second).unwrap();
    assert!(first == second, "the same archive is written in the same way");
    again
}

#[test]
fn our_archives_survive_a_round_trip() {
    for text in [TWO_CLASSES, RURAL_COLLEGE] {
        let archive = xhstt::read(text.as_bytes()).unwrap();
        assert_eq!(round_trip(&[], &archive), archive);
    }
}

#[test]
fn published_archives_survive_a_round_trip() {
    let Some(folder) = common::published() else { return };
    for file in fs::read_dir(folder.join("instances")).unwrap() {
        let path = file.unwrap().path();
        let archive = common::read(&[], &path);
        assert!(round_trip(&[], &archive) == archive, "{}", path.display());
        let solutions = folder.join("solutions").join(path.file_name().unwrap());
        let solutions = common::read(&archive.instances, &solutions);
        assert!(round_trip(&archive.instances, &solutions) == solutions, "{}", path.display());
    }
}

#[test]
fn what_the_file_leaves_out_comes_from_the_instance() {
    let archive = xhstt::read(TWO_CLASSES.as_bytes()).unwrap();
    let instance = &archive.instances[0];
    let solution = &archive.solution_groups[0].solutions[0];
    assert_eq!(solution.running_time.as_deref(), Some("60"));
    assert_eq!(
        solution.line,
        TWO_CLASSES.lines().position(|l| l.contains("<Solution ")).unwrap() + 1
    );
    // A-Physics has its fixed time, and A-Maths its whole duration
    assert_eq!(evaluate(instance, &solution.solution).cost, Cost::new(0, 1));
    let group = &archive.solution_groups[0].meta;
    assert_eq!(group.description, "By hand & at once");
}

#[test]
fn the_same_file_in_other_clothes() {
    let plain = xhstt::read(TWO_CLASSES.as_bytes()).unwrap();
    for (name, text) in [
        ("a mark at the start", format!("\u{feff}{TWO_CLASSES}")),
        ("line ends of another system", TWO_CLASSES.replace('\n', "\r\n")),
        ("single quotes", TWO_CLASSES.replace('"', "'")),
        (
            "no declaration",
            TWO_CLASSES.replacen("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "", 1),
        ),
        ("character data", TWO_CLASSES.replace("By hand &amp; at", "<![CDATA[By hand & at]]>")),
        ("numbered characters", TWO_CLASSES.replace("By hand", "&#66;y&#x20;hand")),
        ("comments", TWO_CLASSES.replace("<Times>", "<!-- a <b> --><Times><!-- -->")),
        (
            "open and close",
            TWO_CLASSES.replace("<Time Reference=\"Mon1\"/>", "<Time Reference=\"Mon1\" ></Time >"),
        ),
        (
            "a report",
            TWO_CLASSES.replace("</Solution>", "<Report><Costs>5</Costs></Report></Solution>"),
        ),
        ("unknown attributes", TWO_CLASSES.replace("<Times>", "<Times xml:space='default'>")),
        (
            "a course as a group",
            TWO_CLASSES.replace(
                "<EventGroup Reference=\"A-Physics\"/>",
                "<Course Reference=\"A-Physics\"/>",
            ),
        ),
    ] {
        assert_ne!(text, TWO_CLASSES, "{name}");
        let read =
            xhstt::read(text.as_bytes()).unwrap_or_else(|errors| panic!("{name}: {errors:?}"));
        assert!(same(&read, &plain), "{name}");
    }
}

/// Equal but for the space inside texts.
fn same(a: &Archive, b: &Archive) -> bool {
    a.instances == b.instances && a.solution_groups == b.solution_groups
}

#[test]
fn latin_1_is_read_where_it_is_declared() {
    let latin: Vec<u8> = b"<?xml version='1.0' encoding='iso-8859-1'?><HighSchoolTimetableArchive>\
        <Instances><Instance Id='e'><Times><Time Id='1'><Name>Lundi apr\xE8s-midi</Name></Time></Times>\
        </Instance></Instances></HighSchoolTimetableArchive>"
        .to_vec();
    let archive = xhstt::read(&latin[..]).unwrap();
    assert_eq!(archive.instances[0].facts.times.iter().next().unwrap().name, "Lundi après-midi");
}

/// The faults of a text, each with its hint.
fn faults(text: &str) -> String {
    let Err(errors) = xhstt::read(text.as_bytes()) else { return "no fault".to_owned() };
    let mut lines = Vec::new();
    for error in errors {
        lines.push(error.to_string());
        lines.extend(error.fault.hint().map(|hint| format!("  {hint}")));
        let place = error.place;
        assert!(text.is_char_boundary(place.offset), "a place is a character");
        assert!(place.offset + place.length <= text.len(), "a place is in the text");
        let line = text[..place.offset].matches('\n').count() + 1;
        assert_eq!(line, place.line, "line and offset agree");
    }
    lines.join("\n")
}

/// The faults of the small archive after one change.
fn changed(from: &str, to: &str) -> String {
    assert!(TWO_CLASSES.contains(from), "{from}");
    faults(&TWO_CLASSES.replacen(from, to, 1))
}

/// The small archive, cut off after this text.
fn cut_after(text: &str) -> String {
    let end = TWO_CLASSES.find(text).unwrap() + text.len();
    faults(&TWO_CLASSES[..end])
}

#[test]
fn files_that_are_not_archives() {
    insta::assert_snapshot!(faults(""), @r#"
    line 1, column 1: the file is empty, expected an element `HighSchoolTimetableArchive`
      maybe the file was cut off; copy or download it again
    "#);
    insta::assert_snapshot!(faults("<?xml version='1.0'?><!-- -->"), @r#"
    line 1, column 30: the file is empty, expected an element `HighSchoolTimetableArchive`
      maybe the file was cut off; copy or download it again
    "#);
    insta::assert_snapshot!(faults("hello, world"), @r#"
    line 1, column 1: found the root element `hello, world`, expected `HighSchoolTimetableArchive`
      maybe this is a file of another format
    "#);
    insta::assert_snapshot!(faults("<timetable/>"), @r#"
    line 1, column 1: found the root element `timetable`, expected `HighSchoolTimetableArchive`
      maybe this is a file of another format
    "#);
    insta::assert_snapshot!(faults("<HighSchoolTimetableArchive/>"), @"no fault");
    insta::assert_snapshot!(faults("<HighSchoolTimetableArchive/><again/>"), @"line 1, column 30: found `<again>` after the end of the archive");
}

#[test]
fn files_that_are_not_xml() {
    insta::assert_snapshot!(cut_after("<Name>Maths"), @r#"
    line 83, column 22: the file ends inside `Name`, expected `</Name>`
      maybe the file was cut off; copy or download it again
    "#);
    insta::assert_snapshot!(cut_after("<Event Id="), @r#"
    line 82, column 9: the file ends inside `Events`, expected `</Events>`
      maybe the file was cut off; copy or download it again
    "#);
    insta::assert_snapshot!(changed("</Resources>", "</Resource>"), @r#"
    line 73, column 7: found `</Resource>`, expected `</Resources>`
      maybe a tag was changed by hand, or the file was cut off
    "#);
    insta::assert_snapshot!(changed("<Duration>2</Duration>", "<Duration>2<Duration>"), @r#"
    line 92, column 9: found `</Event>`, expected `</Duration>`
      maybe a tag was changed by hand, or the file was cut off
    "#);
    insta::assert_snapshot!(changed("<Event Id=\"A-Maths\"", "<Event Id=\"A\" Id=\"B\""), @r#"
    line 82, column 9: this is not well-formed XML: position 13: duplicated attribute, previous declaration at position 6
      maybe a tag was changed by hand, or the file was cut off
    "#);
    insta::assert_snapshot!(changed("<Event Id=\"A-Maths\"", "<Event Id=A-Maths"), @r#"
    line 82, column 9: this is not well-formed XML: position 9: attribute value must be enclosed in `"` or `'`
      maybe a tag was changed by hand, or the file was cut off
    "#);
    insta::assert_snapshot!(changed("By hand", "&eacute;"), @r#"
    line 223, column 22: the entity `&eacute;` is unknown
      maybe write the character itself, or `&amp;` for `&`
    "#);
    insta::assert_snapshot!(changed("By hand", "&#1;"), @r#"
    line 223, column 22: the control character 0x01 may not stand in a text
      maybe delete the character
    "#);
    insta::assert_snapshot!(changed("By hand", "\u{1}"), @r#"
    line 223, column 22: the control character 0x01 may not stand in a text
      maybe delete the character
    "#);
    insta::assert_snapshot!(changed("By hand", "a < b"), @r#"
    line 223, column 24: this is not well-formed XML: position 3: attribute key must be directly followed by `=` or space
      maybe a tag was changed by hand, or the file was cut off
    "#);
    insta::assert_snapshot!(faults(&format!("{TWO_CLASSES}</more>")), @"line 259, column 1: found `</more>` after the end of the archive");
}

#[test]
fn elements_out_of_place() {
    insta::assert_snapshot!(changed("<Course Reference=\"A-Maths\"/>", "<Curse Reference=\"A-Maths\"/>"), @"line 85, column 11: `Event` has an element `Curse`, expected `Name`, `Duration`, `Workload`, `Course`, `Time`, `Resources`, `ResourceGroups` or `EventGroups`");
    insta::assert_snapshot!(changed("<SplitEventsConstraint Id=\"Split\">", "<SplitConstraint Id='s'/><SplitEventsConstraint Id=\"Split\">"), @"line 157, column 9: `Constraints` has an element `SplitConstraint`, expected `AssignResourceConstraint`, `AssignTimeConstraint`, `SplitEventsConstraint`, `DistributeSplitEventsConstraint`, `PreferResourcesConstraint`, `PreferTimesConstraint`, `AvoidSplitAssignmentsConstraint`, `SpreadEventsConstraint`, `LinkEventsConstraint`, `OrderEventsConstraint`, `AvoidClashesConstraint`, `AvoidUnavailableTimesConstraint`, `LimitIdleTimesConstraint`, `ClusterBusyTimesConstraint`, `LimitBusyTimesConstraint` or `LimitWorkloadConstraint`");
    insta::assert_snapshot!(changed("<Times>", "<Times>now"), @"line 13, column 14: `Times` has the text `now`, expected `TimeGroups` or `Time`");
    insta::assert_snapshot!(changed("<Duration>2</Duration>", "<Duration>2</Duration><Duration>2</Duration>"), @"line 84, column 33: `Event` has `Duration` twice");
    insta::assert_snapshot!(changed("<Duration>2</Duration>", ""), @"line 82, column 9: `Event` has no element `Duration`");
    insta::assert_snapshot!(changed("<Event Id=\"A-Maths\" Color=\"#3366CC\">", "<Event>"), @"line 82, column 9: `Event` has no attribute `Id`");
    insta::assert_snapshot!(changed("<AppliesTo><EventGroups><EventGroup Reference=\"g_All\"/></EventGroups></AppliesTo>", ""), @"line 134, column 9: `AssignTimeConstraint` has no element `AppliesTo`");
    insta::assert_snapshot!(changed("<Required>true</Required>", "<Required>yes</Required>"), @"line 136, column 11: `Required` is `yes`, expected `true` or `false`");
    insta::assert_snapshot!(changed("<CostFunction>Linear</CostFunction>", "<CostFunction>Cubic</CostFunction>"), @"line 138, column 11: `CostFunction` is `Cubic`, expected `Linear`, `Quadratic` or `Step`");
}

#[test]
fn numbers_out_of_range() {
    insta::assert_snapshot!(changed("<Duration>2</Duration>", "<Duration>two</Duration>"), @"line 84, column 11: `Duration` is `two`, expected a whole number");
    insta::assert_snapshot!(changed("<Duration>2</Duration>", "<Duration>0</Duration>"), @"line 82, column 9: event `A-Maths` has duration 0, expected 1 to 4, the times of the cycle");
    insta::assert_snapshot!(changed("<Duration>2</Duration>", "<Duration>-1</Duration>"), @"line 84, column 11: `Duration` is -1, expected 1 to 4");
    insta::assert_snapshot!(changed("<Duration>2</Duration>", "<Duration>5</Duration>"), @"line 82, column 9: event `A-Maths` has duration 5, expected 1 to 4, the times of the cycle");
    insta::assert_snapshot!(changed("<Duration>2</Duration>", "<Duration>99999999999999999999</Duration>"), @"line 84, column 11: `Duration` is `99999999999999999999`, expected a whole number");
    insta::assert_snapshot!(changed("<Weight>1</Weight>", "<Weight>-9223372036854775808</Weight>"), @"line 137, column 11: `Weight` is -9223372036854775808, expected -1000000000 to 1000000000");
    insta::assert_snapshot!(changed("<Weight>1</Weight>", "<Weight>-1</Weight>"), @"line 134, column 9: `AssignTime` has the weight -1, expected 0 to 1000000000");
    insta::assert_snapshot!(changed("<Maximum>4</Maximum>", "<Maximum>-1</Maximum>"), @"line 206, column 9: `Workload` has minimum 0 and maximum -1, expected minimum <= maximum");
}

#[test]
fn references_to_nothing() {
    insta::assert_snapshot!(changed("<Time Reference=\"Mon1\"/>", "<Time Reference=\"mon1\"/>"), @r#"
    line 98, column 11: there is no time `mon1`
      maybe the time `Mon1` is meant
    "#);
    insta::assert_snapshot!(changed("<Time Reference=\"Mon1\"/>", "<Time Reference=\"Wednesday\"/>"), @r#"
    line 98, column 11: there is no time `Wednesday`
      maybe define the time before this place, or correct it
    "#);
    insta::assert_snapshot!(changed("<Resource Reference=\"Brahim\">", "<Resource Reference=\"Ibrahim\">"), @r#"
    line 101, column 13: there is no resource `Ibrahim`
      maybe the resource `Brahim` is meant
    "#);
    insta::assert_snapshot!(changed("<Day Id=\"d_Tue\">", "<Day Id=\"d_Mon\">"), @r#"
    line 16, column 11: time group `d_Mon` is defined twice
    line 27, column 11: there is no time group `d_Tue`
      maybe define the time group before this place, or correct it
    line 30, column 45: there is no time group `d_Tue`
      maybe define the time group before this place, or correct it
    "#);
    insta::assert_snapshot!(changed("<Day Reference=\"d_Mon\"/>", "<Day/>"), @"line 21, column 11: `Day` has no attribute `Reference`");
    insta::assert_snapshot!(changed("<ResourceType Reference=\"Class\"/>", "<ResourceType Reference=\"Teacher\"/>"), @r#"
    line 56, column 27: `g_Classes` has resource `A` of type `Class`, expected type `Teacher`
    line 61, column 27: `g_Classes` has resource `B` of type `Class`, expected type `Teacher`
    "#);
}

#[test]
fn solutions_that_do_not_fit() {
    insta::assert_snapshot!(changed("<Solution Reference=\"TwoClasses\">", "<Solution Reference=\"ThreeClasses\">"), @r#"
    line 226, column 7: there is no instance `ThreeClasses`, expected `TwoClasses`
      maybe give the file of the instance as well
    "#);
    insta::assert_snapshot!(changed("<Role>Teacher</Role></Resource>\n              <R", "<Role>Pilot</Role></Resource>\n              <R"), @"line 250, column 15: event `B-Physics` has no role `Pilot`, expected `Teacher` or `Room`");
    insta::assert_snapshot!(changed("<Resource Reference=\"Room\"><Role>Room</Role></Resource></Resources>\n          </Event>\n          <Event Reference=\"A-P", "<Resource Reference=\"Amal\"><Role>Room</Role></Resource></Resources>\n          </Event>\n          <Event Reference=\"A-P"), @"line 229, column 11: event `A-Maths` has resource `Amal` in role `Room`, expected one of type `Room`");
    insta::assert_snapshot!(changed("<Duration>1</Duration>", "<Duration>3</Duration>"), @"line 236, column 11: the meets of event `B-Maths` last 4 times, expected 2");
    insta::assert_snapshot!(changed("<Time Reference=\"Tue1\"/>\n            <Resources><", "<Time Reference=\"Tue2\"/>\n            <Resources><"), @"line 229, column 11: a meet of event `A-Maths` starts at `Tue2` and lasts 2 times, which is past the end of the cycle");
}

#[test]
fn what_stands_twice() {
    let between = |start: &str, end: &str| {
        let start = TWO_CLASSES.find(start).unwrap();
        let end = start + TWO_CLASSES[start..].find(end).unwrap() + end.len();
        &TWO_CLASSES[start..end]
    };
    let again = |part: &str| faults(&TWO_CLASSES.replacen(part, &format!("{part}\n{part}"), 1));
    insta::assert_snapshot!(again(between("<Instance ", "</Instance>")), @"line 217, column 1: instance `TwoClasses` is defined twice");
    insta::assert_snapshot!(again(between("<SolutionGroup ", "</SolutionGroup>")), @"line 257, column 1: solution group `by-hand` is defined twice");
    let twice = |parent: &str, section: &str| {
        let from =
            TWO_CLASSES.find(&format!("<{parent} ")).or(TWO_CLASSES.find(&format!("<{parent}>")));
        let (before, rest) = TWO_CLASSES.split_at(from.unwrap());
        let end = rest.find(&format!("<{section}>")).unwrap();
        faults(&format!("{before}{}<{section}/>{}", &rest[..end], &rest[end..]))
    };
    for (parent, section) in [
        ("HighSchoolTimetableArchive", "Instances"),
        ("HighSchoolTimetableArchive", "SolutionGroups"),
        ("Instance", "MetaData"),
        ("Instance", "Times"),
        ("Instance", "Resources"),
        ("Instance", "Events"),
        ("Instance", "Constraints"),
        ("Times", "TimeGroups"),
        ("Resources", "ResourceTypes"),
        ("Resources", "ResourceGroups"),
        ("Events", "EventGroups"),
        ("SolutionGroup", "MetaData"),
        ("Solution", "RunningTime"),
        ("Solution", "Events"),
    ] {
        let line = TWO_CLASSES
            .lines()
            .scan(false, |inside, line| {
                *inside |= line.contains(&format!("<{parent}"));
                Some(*inside && line.contains(&format!("<{section}>")))
            })
            .position(|found| found)
            .unwrap()
            + 1;
        let told = twice(parent, section);
        assert!(told.starts_with(&format!("line {line}, ")), "{parent}/{section}: {told}");
        assert!(told.ends_with(&format!("`{parent}` has `{section}` twice")), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}

#[test]
fn an_instance_may_stand_with_its_solutions_if_it_is_the_same() {
    let given = xhstt::read(TWO_CLASSES.as_bytes()).unwrap().instances;
    assert!(xhstt::read_with(&given, TWO_CLASSES.as_bytes()).is_ok());
    let other = TWO_CLASSES.replacen("<Name>Maths</Name>", "<Name>Mathematics</Name>", 1);
    assert_ne!(other, TWO_CLASSES);
    let errors = xhstt::read_with(&given, other.as_bytes()).unwrap_err();
    let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(told.join("\n"), @"line 5, column 5: the instance `TwoClasses` is not the one given under this identifier");
}

#[test]
fn all_faults_are_told_and_at_most_fifty() {
    let text = TWO_CLASSES.replace("Reference=\"g_All\"", "Reference=\"nothing\"");
    assert_eq!(xhstt::read(text.as_bytes()).unwrap_err().len(), 7, "4 events and 3 constraints");
    let text = TWO_CLASSES.replacen("<Times>", &format!("<Times>{}", "<a/>".repeat(1000)), 1);
    assert_eq!(xhstt::read(text.as_bytes()).unwrap_err().len(), 50);
}

/// The first fault of a file of 100 megabytes: a start, then one piece again and again.
fn endless(start: &str, piece: &'static [u8]) -> String {
    struct Again(&'static [u8], usize);
    impl Read for Again {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            for byte in &mut *buffer {
                *byte = self.0[self.1];
                self.1 = (self.1 + 1) % self.0.len();
            }
            Ok(buffer.len())
        }
    }
    let start = format!("<HighSchoolTimetableArchive>{start}");
    let file = start.as_bytes().chain(Again(piece, 0)).take(100 << 20);
    xhstt::read(file).unwrap_err()[0].to_string()
}

#[test]
fn hostile_files_end_soon() {
    insta::assert_snapshot!(endless("<MetaData><Name>", b"a"), @"line 1, column 1048621: one piece of text is longer than 1048576 bytes");
    insta::assert_snapshot!(endless("<MetaData><Name>", b"a&amp;"), @"line 1, column 3145773: one piece of text is longer than 1048576 bytes");
    insta::assert_snapshot!(endless("<MetaData Id='", b"a"), @"line 1, column 1048605: one piece of text is longer than 1048576 bytes");
    insta::assert_snapshot!(endless("<!--", b"a"), @"line 1, column 1048605: one piece of text is longer than 1048576 bytes");
    insta::assert_snapshot!(endless("<MetaData>", b"<Name>"), @"line 1, column 219: elements are nested more than 32 deep");
    insta::assert_snapshot!(endless("<MetaData>", b"<Name/>"), @"line 1, column 1400032: `Name` has more than 200000 elements inside");
    insta::assert_snapshot!(endless("<Instances><Instance Id='a'>", b"<a>"), @"line 1, column 57: `Instance` has an element `a`, expected `MetaData`, `Times`, `Resources`, `Events` or `Constraints`");
}

proptest! {
    #[test]
    fn no_change_of_bytes_makes_the_reader_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
        whole in any::<bool>(),
    ) {
        let mut bytes = TWO_CLASSES.as_bytes().to_vec();
        for (index, byte) in changes {
            let position = index.index(bytes.len());
            bytes[position] = byte;
        }
        if !whole {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(archive) = xhstt::read(&bytes[..]) {
            count(&archive);
        }
    }

    #[test]
    fn no_exchange_of_words_makes_the_reader_panic(
        swaps in prop::collection::vec(any::<(prop::sample::Index, prop::sample::Index)>(), 1..6),
    ) {
        let mut words: Vec<&str> = TWO_CLASSES.split_inclusive(['<', '>', '"']).collect();
        for (a, b) in swaps {
            let (a, b) = (a.index(words.len()), b.index(words.len()));
            words.swap(a, b);
        }
        if let Ok(archive) = xhstt::read(words.concat().as_bytes()) {
            count(&archive);
        }
    }
}

/// Whatever was read can be counted and written.
fn count(archive: &Archive) {
    for solution in archive.solution_groups.iter().flat_map(|group| &group.solutions) {
        let mut instances = archive.instances.iter();
        let instance = instances.find(|instance| instance.code == solution.instance).unwrap();
        let _ = evaluate(instance, &solution.solution);
    }
    assert_eq!(&round_trip(&[], archive), archive);
}
