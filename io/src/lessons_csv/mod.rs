//! All lessons as a flat table, for spreadsheets: UTF-8 with a mark at its start, which Excel needs.

#[cfg(test)]
mod tests;

use crate::sheet::Printed;
use crate::sheet::names::{Label, Naming};
use crate::words::{Language, Words};
use jadwal_model::Id;
use jadwal_model::school::{Lesson, SlotId};
use std::io::{self, Write};

const COLUMNS: [&str; 9] =
    ["day", "period", "clock", "audience", "subject", "teacher", "room", "week", "length"];

/// Writes all lessons by time, those without a slot last.
///
/// # Errors
/// What the writer reports.
pub fn write(printed: &Printed<'_>, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::new(language);
    let naming = Naming { school: printed.school, words: &words };
    out.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(COLUMNS.map(|column| words.say(&format!("column-{column}"), &[])))?;
    let mut lessons: Vec<&Lesson> = printed.lessons.iter().collect();
    lessons.sort_by_key(|lesson| (lesson.slot.is_none(), lesson.slot, *lesson));
    for lesson in lessons {
        csv.write_record(row(printed, naming, lesson))?;
    }
    csv.flush()
}

fn row(printed: &Printed<'_>, naming: Naming<'_>, lesson: &Lesson) -> [String; 9] {
    let calendar = &printed.school.calendar;
    let course = &printed.courses[lesson.course];
    let slot = lesson.slot.map(|id| (id, calendar.slots[id]));
    let clock = slot.and_then(|(id, _)| {
        let last = (id.index() + lesson.length.max(1) as usize).min(calendar.slots.len()) - 1;
        let (first, last) = (calendar.clock(id, None)?, calendar.clock(SlotId::new(last), None)?);
        Some(format!("{}-{}", first.from, last.until))
    });
    let (classes, groups) = naming.audience(&course.audience);
    [
        slot.map(|(_, slot)| naming.day(slot.day)).unwrap_or_default(),
        slot.map(|(_, slot)| calendar.periods[slot.period].code.clone()).unwrap_or_default(),
        clock.unwrap_or_default(),
        joined(classes.into_iter().chain(groups)),
        naming.subject(course.subject).text,
        joined(lesson.teachers.iter().map(|&id| naming.teacher(id))),
        joined(lesson.rooms().map(|id| naming.room(id))),
        lesson.week.map(|week| naming.week(week)).unwrap_or_default(),
        lesson.length.to_string(),
    ]
}

fn joined(labels: impl Iterator<Item = Label>) -> String {
    let texts: Vec<String> = labels.map(|label| label.text).collect();
    texts.join(" + ")
}
