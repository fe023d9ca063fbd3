//! Colours of subjects: a light tint under dark text, and an edge that shows on white.

use jadwal_model::school::School;
use std::fmt;

/// A colour, red, green and blue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Rgb(pub [u8; 3]);

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// How a subject looks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Colour {
    /// Under the text.
    pub tint: Rgb,
    /// Beside it.
    pub edge: Rgb,
}

/// The colour of all text on tints.
pub const INK: Rgb = Rgb([0x1a, 0x1c, 0x20]);
const WHITE: Rgb = Rgb([255, 255, 255]);

/// What text needs on a tint (WCAG 2, level AAA), and an edge on white (level AA).
const TEXT_CONTRAST: f64 = 7.0;
const EDGE_CONTRAST: f64 = 3.0;

/// Edges for subjects without a colour of their own: neighbours differ in hue and in lightness.
const PALETTE: [[u8; 3]; 16] = [
    [0x1f, 0x5f, 0xbf],
    [0xc2, 0x5a, 0x00],
    [0x2c, 0x8a, 0x3a],
    [0xb0, 0x2a, 0x5b],
    [0x6a, 0x4f, 0xc4],
    [0x8a, 0x73, 0x00],
    [0x00, 0x86, 0x8a],
    [0xb3, 0x36, 0x2c],
    [0x4d, 0x6b, 0x1f],
    [0x99, 0x33, 0xa6],
    [0x4a, 0x68, 0x80],
    [0x8f, 0x55, 0x2e],
    [0x17, 0x3f, 0x8a],
    [0xd0, 0x3f, 0x8f],
    [0x00, 0x69, 0x4f],
    [0x6b, 0x3a, 0x3a],
];

/// The colour of each subject, in their order.
#[must_use]
pub fn of_subjects(school: &School) -> Vec<Colour> {
    let subjects = school.subjects.iter().enumerate();
    subjects
        .map(|(index, subject)| {
            let own = subject.colour.as_deref().and_then(parse);
            colour(own.unwrap_or(Rgb(PALETTE[index % PALETTE.len()])))
        })
        .collect()
}

/// Tint and edge of any colour, moved towards white and black until they can be read.
#[must_use]
pub fn colour(base: Rgb) -> Colour {
    let steps = |towards: Rgb, from: u32| (from..=100).map(move |part| mix(base, towards, part));
    let tint = steps(WHITE, 84).find(|&tint| contrast(INK, tint) >= TEXT_CONTRAST).unwrap_or(WHITE);
    let edge = steps(INK, 0).find(|&edge| contrast(WHITE, edge) >= EDGE_CONTRAST).unwrap_or(INK);
    Colour { tint, edge }
}

/// `#rrggbb`.
fn parse(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some(Rgb([part(0)?, part(2)?, part(4)?]))
}

/// So many hundredths of the way from one colour to another.
pub(crate) fn mix(from: Rgb, to: Rgb, part: u32) -> Rgb {
    let channel = |at: usize| {
        let (from, to) = (u32::from(from.0[at]), u32::from(to.0[at]));
        ((from * (100 - part) + to * part + 50) / 100) as u8
    };
    Rgb([channel(0), channel(1), channel(2)])
}

/// The contrast of two colours as WCAG 2 counts it, 1 to 21.
#[must_use]
pub fn contrast(first: Rgb, second: Rgb) -> f64 {
    let (first, second) = (luminance(first), luminance(second));
    (first.max(second) + 0.05) / (first.min(second) + 0.05)
}

fn luminance(Rgb(channels): Rgb) -> f64 {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = channels.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_colour_can_be_read() {
        let given = ["#000000", "#ffffff", "#ffff00", "#0000ff", "#808080"].map(parse);
        let given = given.into_iter().map(|rgb| rgb.expect("six digits"));
        for base in PALETTE.map(Rgb).into_iter().chain(given) {
            let Colour { tint, edge } = colour(base);
            assert!(contrast(INK, tint) >= TEXT_CONTRAST, "{base}: text on {tint}");
            assert!(contrast(WHITE, edge) >= EDGE_CONTRAST, "{base}: {edge} on white");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((contrast(WHITE, Rgb([0; 3])) - 21.0).abs() < 1e-9);
        assert!((contrast(WHITE, Rgb([0x76; 3])) - 4.54).abs() < 0.01);
    }

    #[test]
    fn what_is_no_colour_is_none() {
        for wrong in ["", "red", "#12345", "#1234567", "#12345g", "123456", "#1é345"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
