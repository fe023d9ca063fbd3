//! The series of one lesson.

use super::{Feed, zone};
use crate::sheet::names::{Label, Naming};
use crate::sheet::{Entry, Printed};
use icalendar::{Component, Event, EventLike, Property};
use jadwal_model::Id;
use jadwal_model::school::{ClockRange, ClockTime, Date, Lesson, SlotId, Week, Weekday};

/// Dates with the same clock times, one or two weeks apart but for those that are left out.
struct Stretch {
    first: Date,
    last: Date,
    clock: ClockRange,
    without: Vec<Date>,
    count: usize,
}

/// The events of a lesson, none if it has no slot; or the slot that has no clock times.
pub(super) fn events(
    printed: &Printed<'_>,
    feed: &Feed,
    lesson: &Lesson,
    entry: &Entry,
    naming: Naming<'_>,
) -> Result<Vec<Event>, SlotId> {
    let Some(slot) = lesson.slot else { return Ok(Vec::new()) };
    let course = &printed.courses[lesson.course];
    let stretches = stretches(printed, feed, lesson, slot)?;
    let events = stretches.into_iter().enumerate().map(|(number, stretch)| {
        let uid = format!(
            "{}-{}-{}@{}.jadwal",
            course.code,
            lesson.block + 1,
            number + 1,
            printed.school.code
        );
        event(feed, entry, naming, lesson.week, &stretch, &uid)
    });
    Ok(events.collect())
}

fn event(
    feed: &Feed,
    entry: &Entry,
    naming: Naming<'_>,
    week: Option<Week>,
    stretch: &Stretch,
    uid: &str,
) -> Event {
    let mut event = Event::new();
    let (date, time) = feed.stamp;
    event.uid(uid);
    event.add_property("DTSTAMP", format!("{}Z", moment(date, time)));
    event.add_property("SEQUENCE", feed.revision.to_string());
    let local = |key: &str, date: Date, time: ClockTime| {
        Property::new(key, moment(date, time)).add_parameter("TZID", zone::NAME).done()
    };
    event.append_property(local("DTSTART", stretch.first, stretch.clock.from));
    event.append_property(local("DTEND", stretch.first, stretch.clock.until));
    if stretch.count > 1 {
        let interval = if week.is_some() { ";INTERVAL=2" } else { "" };
        event.add_property("RRULE", format!("FREQ=WEEKLY{interval};COUNT={}", stretch.count));
    }
    for &date in &stretch.without {
        event.append_multi_property(local("EXDATE", date, stretch.clock.from));
    }
    let who: Vec<&Label> = entry.audience().chain(&entry.teachers).collect();
    let who = join(&who, " + ");
    let summary = match who.as_str() {
        "" => entry.subject.text.clone(),
        who => format!("{} · {who}", entry.subject.text),
    };
    event.summary(&summary);
    if let Some(place) = &entry.place {
        event.location(&place.text);
    }
    if let Some(week) = week {
        event.description(&naming.week(week));
    }
    event.done()
}

/// Every other week begins with the week of the first day.
fn stretches(
    printed: &Printed<'_>,
    feed: &Feed,
    lesson: &Lesson,
    slot: SlotId,
) -> Result<Vec<Stretch>, SlotId> {
    let calendar = &printed.school.calendar;
    let weekday = calendar.days[calendar.slots[slot].day].weekday;
    let end = slot.index() + lesson.length.max(1) as usize;
    let last = SlotId::new(end.min(calendar.slots.len()) - 1);
    let every = if lesson.week.is_some() { 14 } else { 7 };
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut without = Vec::new();
    let mut date = feed.from;
    while date <= feed.until {
        let here = date;
        date = date.next();
        if date == here {
            break;
        }
        if !is_held(feed, lesson, weekday, here) {
            continue;
        }
        if feed.closed.contains(&here) {
            without.push(here);
            continue;
        }
        let begins = calendar.clock(slot, Some(here)).ok_or(slot)?;
        let ends = calendar.clock(last, Some(here)).ok_or(last)?;
        let clock = ClockRange { from: begins.from, until: ends.until };
        match stretches.last_mut().filter(|stretch| stretch.clock == clock) {
            Some(stretch) => {
                stretch.last = here;
                stretch.without.append(&mut without);
            }
            None => {
                without.clear();
                let (first, last, without) = (here, here, Vec::new());
                stretches.push(Stretch { first, last, clock, without, count: 0 });
            }
        }
    }
    for stretch in &mut stretches {
        let days = stretch.last.number() - stretch.first.number();
        stretch.count = (days / every) as usize + 1;
    }
    Ok(stretches)
}

fn is_held(feed: &Feed, lesson: &Lesson, weekday: Option<Weekday>, date: Date) -> bool {
    let monday = feed.from.number() - feed.from.weekday() as i64;
    let even = (date.number() - monday) / 7 % 2 == 0;
    let week = match (feed.first_week, even) {
        (Week::A, true) | (Week::B, false) => Week::A,
        (Week::A, false) | (Week::B, true) => Week::B,
    };
    weekday.is_some_and(|weekday| date.weekday() == weekday as usize)
        && lesson.week.is_none_or(|wanted| wanted == week)
}

fn moment(Date { year, month, day }: Date, ClockTime(minutes): ClockTime) -> String {
    format!("{year:04}{month:02}{day:02}T{:02}{:02}00", minutes / 60, minutes % 60)
}

fn join(labels: &[&Label], between: &str) -> String {
    let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
    texts.join(between)
}
