//! The medians of campaigns, one after another: a small picture for each instance.

use super::axis::{Axis, shown};
use super::canvas::{Anchor, Canvas, GREY, INK, colour, picture};
use super::panel::Panel;
use jadwal_model::Cost;
use std::io::Result;

const COLUMNS: usize = 3;
const CELL: (f64, f64) = (300.0, 160.0);
const TOP: f64 = 44.0;

/// The medians of one instance, campaign by campaign; none where it was not run.
pub(crate) struct Course {
    pub(crate) name: String,
    pub(crate) costs: Vec<Option<Cost>>,
}

/// The picture of some courses.
pub(crate) fn picture_of(title: &str, dates: &[&str], courses: &[Course]) -> Result<String> {
    let rows = courses.len().div_ceil(COLUMNS).max(1);
    let columns = courses.len().clamp(1, COLUMNS);
    let size = (columns as f64 * CELL.0 + 20.0, TOP + rows as f64 * CELL.1 + 10.0);
    picture((size.0 as u32, size.1 as u32), |canvas| {
        canvas.words(title, (20.0, 20.0), Anchor::Start, 19, INK)?;
        for (index, course) in courses.iter().enumerate() {
            let (row, column) = (index / COLUMNS, index % COLUMNS);
            let corner = (column as f64 * CELL.0, TOP + row as f64 * CELL.1);
            one(canvas, corner, dates, course)?;
        }
        Ok(())
    })
}

/// One course: soft cost as full points; where more hard cost remains than at best, a hollow one at
/// the top, with that cost below it.
fn one(canvas: &Canvas<'_>, corner: (f64, f64), dates: &[&str], course: &Course) -> Result<()> {
    let floor = course.costs.iter().flatten().map(|cost| cost.hard).min().unwrap_or(0);
    let soft = |cost: &Cost| (cost.hard == floor).then_some(cost.soft);
    let softs = || course.costs.iter().flatten().filter_map(soft);
    let (low, high) = (softs().min().unwrap_or(0), softs().max().unwrap_or(0));
    let room = ((high - low) as f64 * 0.15).max(1.0);
    let last = course.costs.len().saturating_sub(1).max(1);
    let panel = Panel {
        left: corner.0 + 56.0,
        top: corner.1 + 26.0,
        width: CELL.0 - 76.0,
        height: CELL.1 - 66.0,
        across: Axis::even(-0.3, last as f64 + 0.3),
        up: Axis::costs((low as f64 - room).max(0.0), high as f64 + room),
    };
    panel.frame(canvas, &course.name, false)?;
    let ends = [(0, Anchor::Start), (course.costs.len().saturating_sub(1), Anchor::End)];
    for (index, anchor) in ends.into_iter().take(course.costs.len()) {
        let x = if index == 0 { panel.left } else { panel.right() };
        if let Some(date) = dates.get(index) {
            canvas.words(date, (x, panel.bottom() + 13.0), anchor, 13, GREY)?;
        }
    }
    let there = course.costs.iter().enumerate();
    let there = there.filter_map(|(index, cost)| Some((index as f64, (*cost)?)));
    let places: Vec<_> = there
        .map(|(x, cost)| (panel.place(x, soft(&cost).map_or(f64::MAX, |soft| soft as f64)), cost))
        .collect();
    let line: Vec<_> = places.iter().map(|&(place, _)| place).collect();
    canvas.line(&line, colour(0), 2)?;
    for &(place, cost) in &places {
        canvas.point(place, colour(0), cost.hard == floor)?;
        if cost.hard > floor {
            let below = (place.0, place.1 + 14.0);
            canvas.words(&shown(cost.hard as f64), below, Anchor::Middle, 13, GREY)?;
        }
    }
    Ok(())
}
