//! A picture on which lines, bands, points and words are put.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use std::fmt::Display;
use std::io::{Error, Result};

/// Colours that differ for the colour-blind too (Okabe and Ito 2008).
const COLOURS: [RGBColor; 6] = [
    RGBColor(0, 114, 178),
    RGBColor(213, 94, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(230, 159, 0),
    RGBColor(86, 180, 233),
];

/// Of words and of the frame.
pub(crate) const INK: RGBColor = RGBColor(51, 51, 51);
/// Of what is said beside the point.
pub(crate) const GREY: RGBColor = RGBColor(120, 120, 120);
/// Of the lines behind the marks.
pub(crate) const PALE: RGBColor = RGBColor(226, 226, 226);

/// A place, in pixels from the upper left.
pub(crate) type Place = (f64, f64);

/// A picture that is being made.
pub(crate) struct Canvas<'a>(DrawingArea<SVGBackend<'a>, Shift>);

/// Which end of the words stands at their place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// Makes a picture.
pub(crate) fn picture(
    size: (u32, u32),
    draw: impl FnOnce(&Canvas<'_>) -> Result<()>,
) -> Result<String> {
    let mut text = String::new();
    let canvas = Canvas(SVGBackend::with_string(&mut text, size).into_drawing_area());
    canvas.0.fill(&WHITE).map_err(failed)?;
    draw(&canvas)?;
    canvas.0.present().map_err(failed)?;
    drop(canvas);
    Ok(text)
}

/// The colour of the first, second, ... of some things.
pub(crate) fn colour(index: usize) -> RGBColor {
    COLOURS[index % COLOURS.len()]
}

impl Canvas<'_> {
    /// A line through some places.
    pub(crate) fn line(&self, places: &[Place], colour: RGBColor, width: u32) -> Result<()> {
        let line = PathElement::new(pixels(places), colour.stroke_width(width));
        self.0.draw(&line).map_err(failed)
    }

    /// A level line of dashes.
    pub(crate) fn dashes(&self, from: Place, to: f64, colour: RGBColor) -> Result<()> {
        let mut x = from.0;
        while x < to {
            self.line(&[(x, from.1), ((x + 5.0).min(to), from.1)], colour, 1)?;
            x += 9.0;
        }
        Ok(())
    }

    /// An area, so thin that what is behind it shows.
    pub(crate) fn area(&self, corners: &[Place], colour: RGBColor) -> Result<()> {
        let area = Polygon::new(pixels(corners), colour.mix(0.18));
        self.0.draw(&area).map_err(failed)
    }

    /// A point, full or hollow.
    pub(crate) fn point(&self, place: Place, colour: RGBColor, full: bool) -> Result<()> {
        let place = pixels(&[place])[0];
        let draw = |radius, style: ShapeStyle| self.0.draw(&Circle::new(place, radius, style));
        if full {
            return draw(4, colour.filled()).map_err(failed);
        }
        draw(4, WHITE.filled()).map_err(failed)?;
        draw(4, colour.stroke_width(2)).map_err(failed)
    }

    /// Words, centred on the height of their place.
    pub(crate) fn words(
        &self,
        text: &str,
        place: Place,
        anchor: Anchor,
        size: u32,
        colour: RGBColor,
    ) -> Result<()> {
        let across = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let style = ("sans-serif", size).into_font().color(&colour);
        let style = style.pos(Pos::new(across, VPos::Center));
        self.0.draw(&Text::new(isolated(text), pixels(&[place])[0], style)).map_err(failed)
    }
}

/// Arabic words run from the right whatever the picture does: their direction is that of their first
/// letter.
fn isolated(text: &str) -> String {
    let arabic = text.chars().any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter));
    if arabic { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

fn pixels(places: &[Place]) -> Vec<(i32, i32)> {
    places.iter().map(|&(x, y)| (x.round() as i32, y.round() as i32)).collect()
}

fn failed(error: impl Display) -> Error {
    Error::other(error.to_string())
}
