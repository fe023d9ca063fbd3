//! How the cells of a printed sheet look.

use crate::sheet::Entry;
use crate::sheet::colour::{INK, Rgb};
use crate::words::Language;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const HEAD: Rgb = Rgb([0xdd, 0xe6, 0xf0]);
const CLOSED: Rgb = Rgb([0xe4, 0xe4, 0xe4]);
const LINE: Rgb = Rgb([0x9a, 0xa2, 0xad]);

/// The formats that all sheets share.
pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) note: Format,
    pub(super) head: Format,
    pub(super) closed: Format,
    pub(super) free: Format,
    cell: Format,
}

impl Looks {
    pub(super) fn new(language: Language) -> Self {
        // 1: from left to right, 2: from right to left
        let direction = if language.right_to_left() { 2 } else { 1 };
        let plain = Format::new().set_font_color(colour(INK)).set_reading_direction(direction);
        let framed = plain.clone().set_border(FormatBorder::Thin).set_border_color(colour(LINE));
        let middle = framed
            .clone()
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter);
        Self {
            title: plain.clone().set_bold().set_font_size(14),
            head: middle.clone().set_bold().set_background_color(colour(HEAD)),
            closed: framed.clone().set_background_color(colour(CLOSED)),
            note: plain.set_text_wrap().set_align(FormatAlign::Top),
            free: framed,
            cell: middle.set_font_size(9),
        }
    }

    /// That of lessons: in the colour of their subject, where it is one.
    pub(super) fn lessons(&self, entries: &[&Entry]) -> Format {
        let mut tints = entries.iter().map(|entry| entry.colour.tint);
        match tints.next() {
            Some(first) if tints.all(|tint| tint == first) => {
                self.cell.clone().set_background_color(colour(first))
            }
            _ => self.cell.clone(),
        }
    }
}

fn colour(Rgb([red, green, blue]): Rgb) -> Color {
    Color::RGB(u32::from_be_bytes([0, red, green, blue]))
}
