//! The best cost over time, one picture an instance: hard above, soft below, a colour for each limit.

use super::axis::Axis;
use super::canvas::{Anchor, Canvas, GREY, INK, Place, colour, picture};
use super::curve::Curve;
use super::panel::Panel;
use jadwal_model::Cost;
use std::cmp::Ordering;
use std::io::Result;

const SIZE: (u32, u32) = (860, 460);
const LEFT: f64 = 70.0;
const WIDTH: f64 = 610.0;
const BOTTOM: f64 = 405.0;

/// What a picture of an instance says beside its curves.
pub(crate) struct Labels {
    pub(crate) title: String,
    /// What runs across: time or steps.
    pub(crate) across: String,
    pub(crate) hard: String,
    pub(crate) soft: String,
    /// Of the dashed line.
    pub(crate) reference: String,
}

/// The picture of an instance; each curve has a name.
pub(crate) fn picture_of(
    labels: &Labels,
    curves: &[(String, Curve)],
    reference: Cost,
) -> Result<String> {
    let steps = || curves.iter().flat_map(|(_, curve)| &curve.steps);
    let all = || steps().flat_map(|(_, costs)| *costs).filter(|&cost| cost != Cost::MAX);
    let floor = floor(curves);
    let hards = || all().map(|cost| cost.hard);
    let (least, most) = (hards().min().unwrap_or(floor), hards().max().unwrap_or(floor));
    let softs = || all().filter(|cost| cost.hard == floor).map(|cost| cost.soft);
    let known = (reference.hard == floor).then_some(reference.soft);
    let lowest = softs().chain(known).min().unwrap_or(0);
    let first = steps().map(|&(at, _)| at).filter(|&at| at > 0.0).fold(f64::INFINITY, f64::min);
    let last = curves.iter().map(|(_, curve)| curve.end).fold(1e-3, f64::max);
    // a run whose best came only at its end still has a line
    let soonest = curves.iter().map(|(_, curve)| curve.end).fold(last, f64::min);
    let across = Axis::log(first.min(soonest / 4.0), last);
    let top = if most > least { 190.0 } else { 70.0 };
    let soft = Panel {
        left: LEFT,
        top,
        width: WIDTH,
        height: BOTTOM - top,
        across,
        up: Axis::costs(lowest as f64, softs().max().unwrap_or(lowest) as f64),
    };
    picture(SIZE, |canvas| {
        canvas.words(&labels.title, (LEFT, 20.0), Anchor::Start, 19, INK)?;
        let middle = (LEFT + WIDTH / 2.0, BOTTOM + 38.0);
        canvas.words(&labels.across, middle, Anchor::Middle, 15, INK)?;
        if most > least {
            let up = Axis::costs(least as f64, most as f64);
            let hard = Panel { left: LEFT, top: 70.0, width: WIDTH, height: 85.0, across, up };
            hard.frame(canvas, &labels.hard, false)?;
            for (index, (_, curve)) in curves.iter().enumerate() {
                let value = |cost: Cost| (cost != Cost::MAX).then_some(cost.hard as f64);
                draw(canvas, &hard, curve, index, value, f64::INFINITY)?;
            }
        }
        soft.frame(canvas, &labels.soft, true)?;
        if let Some(known) = known {
            let place = soft.place(0.0, known as f64);
            canvas.dashes(place, soft.right(), GREY)?;
            let beside = (soft.right() + 8.0, place.1);
            canvas.words(&labels.reference, beside, Anchor::Start, 14, GREY)?;
        }
        for (index, (name, curve)) in curves.iter().enumerate() {
            let value = |cost: Cost| match cost.hard.cmp(&floor) {
                Ordering::Less => Some(f64::NEG_INFINITY),
                Ordering::Equal => Some(cost.soft as f64),
                Ordering::Greater => None,
            };
            draw(canvas, &soft, curve, index, value, f64::INFINITY)?;
            let y = 70.0 + 20.0 * index as f64;
            let x = soft.right() + 10.0;
            canvas.line(&[(x, y), (x + 18.0, y)], colour(index), 3)?;
            canvas.words(name, (x + 24.0, y), Anchor::Start, 14, INK)?;
        }
        Ok(())
    })
}

/// The least hard cost that a median reached: soft cost is shown from there on.
pub(crate) fn floor(curves: &[(String, Curve)]) -> i64 {
    let last = curves.iter().filter_map(|(_, curve)| curve.steps.last());
    last.map(|(_, [_, median, _])| median.hard).min().unwrap_or(0)
}

/// A band between the quartiles, and the line of the median, where they have a value.
fn draw(
    canvas: &Canvas<'_>,
    panel: &Panel,
    curve: &Curve,
    index: usize,
    value: impl Fn(Cost) -> Option<f64>,
    beyond: f64,
) -> Result<()> {
    let (mut lower, mut upper, mut median): (Vec<Place>, Vec<Place>, Vec<Place>) =
        (Vec::new(), Vec::new(), Vec::new());
    let ends = curve.steps.iter().skip(1).map(|&(at, _)| at).chain([curve.end]);
    for (&(from, costs), to) in curve.steps.iter().zip(ends) {
        let [low, middle, high] = costs.map(&value);
        let add = |places: &mut Vec<Place>, value: f64| {
            places.extend([panel.place(from, value), panel.place(to, value)]);
        };
        if let Some(low) = low {
            add(&mut lower, low);
            add(&mut upper, high.unwrap_or(beyond));
        }
        if let Some(middle) = middle {
            add(&mut median, middle);
        }
    }
    upper.reverse();
    lower.extend(upper);
    if !lower.is_empty() {
        canvas.area(&lower, colour(index))?;
    }
    let Some(&last) = median.last() else { return Ok(()) };
    canvas.line(&median, colour(index), 2)?;
    canvas.point(last, colour(index), true)
}
