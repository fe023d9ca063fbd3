//! A frame with two scales.

use super::axis::{Axis, shown};
use super::canvas::{Anchor, Canvas, GREY, INK, PALE, Place};
use std::io::Result;

/// A frame on a picture.
pub(crate) struct Panel {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) across: Axis,
    pub(crate) up: Axis,
}

impl Panel {
    /// Where a pair of values lies on the picture.
    pub(crate) fn place(&self, x: f64, y: f64) -> Place {
        let (across, up) = (self.across.place(x), self.up.place(y));
        (self.left + across * self.width, self.top + (1.0 - up) * self.height)
    }

    pub(crate) fn right(&self) -> f64 {
        self.left + self.width
    }

    pub(crate) fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// The frame, its marks, and what it shows; the marks across only if asked for.
    pub(crate) fn frame(&self, canvas: &Canvas<'_>, title: &str, marks: bool) -> Result<()> {
        for mark in self.across.marks() {
            let x = self.left + self.across.place(mark) * self.width;
            canvas.line(&[(x, self.top), (x, self.bottom())], PALE, 1)?;
            if marks {
                let place = (x, self.bottom() + 14.0);
                canvas.words(&shown(mark), place, Anchor::Middle, 14, GREY)?;
            }
        }
        let mut last = f64::INFINITY;
        for mark in self.up.marks() {
            let y = self.top + (1.0 - self.up.place(mark)) * self.height;
            canvas.line(&[(self.left, y), (self.right(), y)], PALE, 1)?;
            if last - y >= 13.0 {
                canvas.words(&shown(mark), (self.left - 8.0, y), Anchor::End, 14, GREY)?;
                last = y;
            }
        }
        let corner = (self.left, self.bottom());
        canvas.line(&[(self.left, self.top), corner, (self.right(), self.bottom())], INK, 1)?;
        canvas.words(title, (self.left, self.top - 11.0), Anchor::Start, 15, INK)
    }
}
