//! The load of the week as a heat map: how much is held in each slot, in numbers and in shades.

#[cfg(test)]
mod tests;

use crate::sheet::Printed;
use crate::sheet::colour::{INK, Rgb, contrast, mix};
use crate::sheet::names::{Naming, halves};
use crate::words::Words;
use jadwal_model::Id;
use jadwal_model::school::{Lesson, RoomTypeId, SlotId, Week};
use std::fmt::Write as _;
use std::io::{self, Write};

/// What is counted in each slot.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Measure {
    /// Lessons held; one that is held every other week counts half.
    Lessons,
    /// Rooms of a type in use, in the fuller of the two weeks.
    RoomType(RoomTypeId),
}

const WIDTH: usize = 78;
const HEIGHT: usize = 34;
const SIDE: usize = 92;
const TOP: usize = 58;
const FOOT: usize = 40;
/// The least width that leaves room for the legend.
const LEGEND: usize = 290;
const LIGHT: Rgb = Rgb([0xf1, 0xf6, 0xfb]);
const FULL: Rgb = Rgb([0x12, 0x49, 0x85]);
const WHITE: Rgb = Rgb([255, 255, 255]);
/// Black itself: on the middle shades nothing lighter has the contrast that WCAG asks for.
const BLACK: Rgb = Rgb([0, 0, 0]);

/// Writes a heat map as a file.
///
/// # Errors
/// What the writer reports.
pub fn write(
    printed: &Printed<'_>,
    words: &Words,
    measure: Measure,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(draw(printed, words, measure).as_bytes())
}

/// How much there is in each slot, in halves.
#[must_use]
pub fn count(printed: &Printed<'_>, measure: Measure) -> Vec<u32> {
    let slots = printed.school.calendar.slots.len();
    // weeks A and B apart
    let mut weeks = vec![[0, 0]; slots];
    for lesson in printed.lessons.iter().filter(|lesson| counts(printed, measure, lesson)) {
        let Some(start) = lesson.slot else { continue };
        let end = (start.index() + lesson.length as usize).min(slots);
        for week in &mut weeks[start.index()..end] {
            week[0] += u32::from(lesson.week != Some(Week::B));
            week[1] += u32::from(lesson.week != Some(Week::A));
        }
    }
    let halves = weeks.into_iter().map(|[a, b]| match measure {
        Measure::Lessons => a + b,
        Measure::RoomType(_) => 2 * a.max(b),
    });
    halves.collect()
}

/// Whether anything is counted.
#[must_use]
pub fn is_worth_drawing(printed: &Printed<'_>, measure: Measure) -> bool {
    count(printed, measure).into_iter().any(|halves| halves > 0)
}

fn counts(printed: &Printed<'_>, measure: Measure, lesson: &Lesson) -> bool {
    match measure {
        Measure::Lessons => true,
        Measure::RoomType(wanted) => {
            lesson.rooms().any(|room| printed.school.rooms[room].room_type == wanted)
        }
    }
}

/// A heat map as an element that may stand in a file of its own or in HTML.
#[must_use]
pub fn draw(printed: &Printed<'_>, words: &Words, measure: Measure) -> String {
    let school = printed.school;
    let calendar = &school.calendar;
    let naming = Naming { school, words };
    let counted = count(printed, measure);
    let (title, full) = match measure {
        Measure::Lessons => {
            (words.say("heat-lessons", &[]), counted.iter().copied().max().unwrap_or(0))
        }
        Measure::RoomType(wanted) => {
            let rooms = school.rooms.iter().filter(|room| room.room_type == wanted);
            let total: u32 = rooms.map(|room| room.holds.max(1)).sum();
            let name = naming.room_type(wanted).text;
            let values = [("name", name.into()), ("n", total.into())];
            (words.say("heat-rooms", &values), 2 * total)
        }
    };
    let mirrored = words.language().right_to_left();
    let (columns, rows) = (calendar.days.len(), calendar.periods.len());
    let (width, height) = (SIDE + (columns * WIDTH).max(LEGEND) + 8, TOP + rows * HEIGHT + FOOT);
    let across = |x: usize, extent: usize| if mirrored { width - x - extent } else { x };
    let direction = if mirrored { "rtl" } else { "ltr" };
    let mut svg = String::new();
    let mut line = |text: std::fmt::Arguments<'_>| {
        svg.write_fmt(text).expect("memory takes all text");
        svg.push('\n');
    };
    line(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" lang=\"{}\" direction=\"{direction}\" \
         aria-label=\"{title}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"Noto Sans, Noto Sans Arabic, Segoe UI, Tahoma, sans-serif\" font-size=\"14\" \
         fill=\"{INK}\">",
        words.language().code(),
        title = escaped(&title),
    ));
    // in a text that runs from right to left, `start` is its right end
    let start = if mirrored { width - 4 } else { 4 };
    line(format_args!(
        "<text x=\"{start}\" y=\"20\" font-weight=\"bold\" font-size=\"15\">{}</text>",
        escaped(&title)
    ));
    for (id, _) in calendar.days.enumerate() {
        let x = across(SIDE + id.index() * WIDTH, WIDTH) + WIDTH / 2;
        line(format_args!(
            "<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\" font-size=\"13\">{}</text>",
            TOP - 10,
            escaped(&naming.day(id))
        ));
    }
    for (id, period) in calendar.periods.enumerate() {
        let y = TOP + id.index() * HEIGHT + HEIGHT / 2 + 5;
        let first = calendar.slots.enumerate().find(|(_, slot)| slot.period == id);
        let clock = first.and_then(|(slot, _)| calendar.clock(slot, None));
        let text = clock.map_or_else(
            || escaped(&period.code),
            |range| format!("{}–{}", range.from, range.until),
        );
        line(format_args!(
            "<text x=\"{}\" y=\"{y}\" text-anchor=\"middle\" font-size=\"12\" direction=\"ltr\" \
             unicode-bidi=\"isolate\">{text}</text>",
            across(0, SIDE) + SIDE / 2
        ));
    }
    for (id, slot) in calendar.slots.enumerate() {
        let x = across(SIDE + slot.day.index() * WIDTH, WIDTH);
        let y = TOP + slot.period.index() * HEIGHT;
        square(&mut line, counted[SlotId::index(id)], full, (x, y));
    }
    let y = height - 26;
    let steps = 5;
    for step in 0..=steps {
        let fill = shade(step, steps);
        let x = across(SIDE + step as usize * 30, 30);
        line(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"30\" height=\"14\" fill=\"{fill}\"/>"
        ));
    }
    let ends = [("end", SIDE - 8, "heat-few"), ("start", SIDE + 6 * 30 + 8, "heat-many")];
    for (anchor, x, key) in ends {
        line(format_args!(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\" font-size=\"12\">{}</text>",
            across(x, 0),
            y + 12,
            escaped(&words.say(key, &[]))
        ));
    }
    line(format_args!("</svg>"));
    svg
}

/// One slot: its shade, and its number in black or white, whichever is read better.
fn square(
    line: &mut impl FnMut(std::fmt::Arguments<'_>),
    n: u32,
    full: u32,
    (x, y): (usize, usize),
) {
    let fill = shade(n, full);
    let ink = if contrast(BLACK, fill) >= contrast(WHITE, fill) { BLACK } else { WHITE };
    line(format_args!(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" fill=\"{fill}\" stroke=\"#8793a1\" stroke-width=\"0.6\"/>",
        x + 1,
        y + 1,
        WIDTH - 2,
        HEIGHT - 2
    ));
    line(format_args!(
        "<text class=\"n\" x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-weight=\"bold\" fill=\"{ink}\">{}</text>",
        x + WIDTH / 2,
        y + HEIGHT / 2 + 5,
        halves(n)
    ));
}

fn shade(n: u32, full: u32) -> Rgb {
    mix(LIGHT, FULL, (n * 100).checked_div(full).unwrap_or(0).min(100))
}

fn escaped(text: &str) -> String {
    let safe: String = text.chars().filter(|letter| !letter.is_control()).collect();
    safe.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
