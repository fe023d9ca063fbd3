//! The calendar of one class, teacher or room, as RFC 5545 has it.
//!
//! Times are those of the zone `Africa/Casablanca`, and the zone is written into the file: floating
//! times would be nearer to what a bell plan says, but calendars that subscribe to them, Google's
//! first, read them as UTC. Every lesson is a weekly series for each stretch of dates with the same
//! clock times, so Ramadan makes three of one; its `UID` is made of the lesson and the number of the
//! stretch, so that a lesson that moves is changed where it was subscribed to, not doubled.

mod event;
mod zone;

#[cfg(test)]
mod tests;

use crate::sheet::{Printed, Sheets, Whose};
use crate::words::{Language, Words};
use icalendar::{Calendar, Property};
use jadwal_model::school::{ClockTime, Date, SlotId, Week};
use std::io::{self, Write};
use thiserror::Error;

/// From when to when a calendar reaches, and how it came about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Feed {
    /// The first day of lessons.
    pub from: Date,
    /// The last day of lessons.
    pub until: Date,
    /// Which of the two weeks the first day is in.
    pub first_week: Week,
    /// Days without lessons, such as holidays.
    pub closed: Vec<Date>,
    /// When the timetable was made, by UTC.
    pub stamp: (Date, ClockTime),
    /// How often it was changed since it was first published; it must only grow.
    pub revision: u32,
}

/// Why there is no calendar.
#[derive(Debug, Error)]
pub enum FeedError {
    /// A slot has no clock times.
    #[error("no clock times for a slot")]
    NoClock {
        /// The slot.
        slot: SlotId,
    },
    /// The writer failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Writes the calendar of a class, a teacher or a room.
///
/// # Errors
/// A lesson stands in a slot that no bell schedule gives clock times, or the writer fails.
pub fn write(
    printed: &Printed<'_>,
    language: Language,
    whose: Whose,
    feed: &Feed,
    out: &mut dyn Write,
) -> Result<(), FeedError> {
    let words = Words::new(language);
    let sheets = Sheets::new(*printed, &words);
    let title = plain(&sheets.title(whose));
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Jadwal//Timetable//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-TIMEZONE", zone::NAME),
        ("X-PUBLISHED-TTL", "PT6H"),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    let refresh =
        Property::new("REFRESH-INTERVAL", "PT6H").add_parameter("VALUE", "DURATION").done();
    calendar.append_property(refresh);
    calendar.name(&title);
    for (index, lesson) in sheets.lessons_of(whose) {
        let entry = sheets.entry(index, lesson, Some(whose));
        let events = event::events(printed, feed, lesson, &entry, sheets.naming());
        calendar.extend(events.map_err(|slot| FeedError::NoClock { slot })?);
    }
    let text = calendar.to_string();
    // the crate has no component for a zone
    let at = text.find("BEGIN:VEVENT").or_else(|| text.find("END:VCALENDAR"));
    let (head, events) = text.split_at(at.unwrap_or(text.len()));
    for part in [head, &zone::component(), events] {
        out.write_all(part.as_bytes())?;
    }
    Ok(())
}

/// Text without the marks that isolate codes in Arabic: calendars show them as boxes.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
