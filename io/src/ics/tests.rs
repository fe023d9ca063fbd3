use super::*;
use crate::fixture::{Fixture, fixture};
use jadwal_model::Id;
use jadwal_model::school::{ClassId, Lesson, RoomId, TeacherId};
use std::collections::{BTreeMap, BTreeSet};

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn feed() -> Feed {
    Feed {
        from: date("2026-09-09"),
        until: date("2027-06-12"),
        first_week: Week::A,
        closed: Vec::new(),
        stamp: (date("2026-09-01"), ClockTime(615)),
        revision: 3,
    }
}

fn written(fixture: &Fixture, whose: Whose, feed: &Feed) -> String {
    let Fixture { school, courses, lessons } = fixture;
    let printed = Printed { school, courses, lessons, summary: None };
    let mut out = Vec::new();
    write(&printed, Language::Arabic, whose, feed, &mut out).expect("all slots have times");
    String::from_utf8(out).expect("it is UTF-8")
}

type Properties = BTreeMap<String, Vec<String>>;

/// The events as a calendar reads them: unfolded, by property without parameters.
fn events(text: &str) -> Vec<Properties> {
    let unfolded = text.replace("\r\n ", "");
    let mut events = Vec::new();
    for block in unfolded.split("BEGIN:VEVENT\r\n").skip(1) {
        let block = block.split("END:VEVENT").next().expect("a part");
        let mut properties = Properties::new();
        for line in block.lines() {
            let (head, value) = line.split_once(':').expect("a name and a value");
            let name = head.split(';').next().expect("a part");
            properties.entry(name.into()).or_default().push(value.into());
        }
        events.push(properties);
    }
    events
}

/// All occurrences of an event: date, then when it begins and ends.
fn occurrences(event: &Properties) -> Vec<(Date, String, String)> {
    let start = &event["DTSTART"][0];
    let end = &event["DTEND"][0];
    let parse = |text: &str| date(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..8]));
    let rule = event.get("RRULE").map_or("FREQ=WEEKLY;COUNT=1", |rules| rules[0].as_str());
    let part = |name: &str| rule.split(';').find_map(|part| part.strip_prefix(name));
    let interval: usize = part("INTERVAL=").map_or(1, |text| text.parse().expect("a number"));
    let count: usize = part("COUNT=").expect("it ends").parse().expect("a number");
    let without: BTreeSet<Date> =
        event.get("EXDATE").into_iter().flatten().map(|text| parse(text)).collect();
    let mut all = Vec::new();
    let mut at = parse(start);
    for _ in 0..count {
        if !without.contains(&at) {
            all.push((at, start[9..13].to_owned(), end[9..13].to_owned()));
        }
        for _ in 0..7 * interval {
            at = at.next();
        }
    }
    all
}

/// When a lesson is held, counted day by day.
fn held(fixture: &Fixture, feed: &Feed, lesson: &Lesson) -> Vec<(Date, String, String)> {
    let calendar = &fixture.school.calendar;
    let Some(slot) = lesson.slot else { return Vec::new() };
    let weekday = calendar.days[calendar.slots[slot].day].weekday.map(|day| day as usize);
    let last = SlotId::new(slot.index() + lesson.length as usize - 1);
    let (mut all, mut date, mut week) = (Vec::new(), feed.from, feed.first_week);
    while date <= feed.until {
        let today = Some(date.weekday()) == weekday && !feed.closed.contains(&date);
        if today && lesson.week.is_none_or(|wanted| wanted == week) {
            let clock = |slot| calendar.clock(slot, Some(date)).expect("all slots have times");
            let plain = |time: ClockTime| time.to_string().replace(':', "");
            all.push((date, plain(clock(slot).from), plain(clock(last).until)));
        }
        date = date.next();
        if date.weekday() == 0 {
            week = if week == Week::A { Week::B } else { Week::A };
        }
    }
    all
}

#[test]
fn every_lesson_occurs_when_it_is_held_and_never_else() {
    let fixture = fixture();
    let closed = ["2026-11-06", "2026-11-18", "2027-02-15", "2027-02-16", "2027-03-01"];
    let with_holidays = Feed { closed: closed.map(date).into(), ..feed() };
    for feed in [feed(), Feed { first_week: Week::B, ..feed() }, with_holidays] {
        for whose in [
            Whose::Class(ClassId::new(0)),
            Whose::Class(ClassId::new(2)),
            Whose::Teacher(TeacherId::new(8)),
            Whose::Room(RoomId::new(5)),
        ] {
            let mut found = Vec::new();
            for event in events(&written(&fixture, whose, &feed)) {
                found.extend(occurrences(&event));
            }
            let words = Words::new(Language::Arabic);
            let Fixture { school, courses, lessons } = &fixture;
            let printed = Printed { school, courses, lessons, summary: None };
            let sheets = Sheets::new(printed, &words);
            let lessons = sheets.lessons_of(whose);
            let mut expected: Vec<_> =
                lessons.flat_map(|(_, lesson)| held(&fixture, &feed, lesson)).collect();
            found.sort();
            expected.sort();
            assert!(!expected.is_empty());
            assert_eq!(found, expected, "{whose:?}");
        }
    }
}

#[test]
fn ramadan_makes_three_series_of_one() {
    let fixture = fixture();
    let events = events(&written(&fixture, Whose::Class(ClassId::new(0)), &feed()));
    let maths: Vec<_> =
        events.iter().filter(|event| event["UID"][0].starts_with("1AC-1/MATH-1-")).collect();
    let starts: Vec<_> = maths.iter().map(|event| event["DTSTART"][0].as_str()).collect();
    assert_eq!(starts, ["20260914T080000", "20270208T084000", "20270315T080000"]);
    let ends: Vec<_> = maths.iter().map(|event| event["DTEND"][0].as_str()).collect();
    assert_eq!(ends, ["20260914T100000", "20270208T101500", "20270315T100000"]);
    assert_eq!(maths[1]["RRULE"], ["FREQ=WEEKLY;COUNT=5"]);
}

#[test]
fn the_file_is_as_rfc_5545_has_it() {
    let fixture = fixture();
    let text = written(&fixture, Whose::Teacher(TeacherId::new(7)), &feed());
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line}");
    }
    assert!(text.contains("BEGIN:VTIMEZONE\r\nTZID:Africa/Casablanca\r\n"));
    assert!(!text.contains(['\u{2068}', '\u{2069}']));
    let events = events(&text);
    let uids: BTreeSet<_> = events.iter().map(|event| &event["UID"]).collect();
    assert_eq!(uids.len(), events.len());
    for event in &events {
        assert_eq!(event["DTSTAMP"], ["20260901T101500Z"]);
        assert_eq!(event["SEQUENCE"], ["3"]);
    }
    assert_eq!(text, written(&fixture, Whose::Teacher(TeacherId::new(7)), &feed()));
}

#[test]
fn a_lesson_that_moves_keeps_its_uids() {
    let mut fixture = fixture();
    let whose = Whose::Class(ClassId::new(0));
    let uids = |text: &str| events(text).into_iter().map(|event| event["UID"].clone()).collect();
    let before: BTreeSet<_> = uids(&written(&fixture, whose, &feed()));
    fixture.lessons[0].slot = Some(SlotId::new(17));
    let after: BTreeSet<_> = uids(&written(&fixture, whose, &feed()));
    assert_eq!(before, after);
}

#[test]
fn a_slot_without_clock_times_is_refused() {
    let mut fixture = fixture();
    fixture.school.calendar.bells.clear();
    let Fixture { school, courses, lessons } = &fixture;
    let printed = Printed { school, courses, lessons, summary: None };
    let whose = Whose::Class(ClassId::new(0));
    let result = write(&printed, Language::French, whose, &feed(), &mut Vec::new());
    assert!(matches!(result, Err(FeedError::NoClock { slot }) if slot == SlotId::new(0)));
}
