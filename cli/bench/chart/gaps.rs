//! How far each instance is from the best known cost: the median as a point, the quartiles as a line.

use super::axis::Axis;
use super::canvas::{Anchor, GREY, INK, PALE, colour, picture};
use super::panel::Panel;
use crate::bench::statistics::Spread;
use std::io::Result;

const LEFT: f64 = 160.0;
const WIDTH: f64 = 480.0;
const TOP: f64 = 62.0;
const ROW: f64 = 20.0;

/// One line of the picture.
pub(crate) struct Line {
    pub(crate) instance: String,
    /// Which of the limits it is of.
    pub(crate) limit: usize,
    pub(crate) gap: Spread<f64>,
    /// Whether the median has no more hard cost than the reference.
    pub(crate) settled: bool,
    /// What stands at its end.
    pub(crate) costs: String,
}

/// The picture of a campaign; the lines of one instance stand together.
pub(crate) fn picture_of(
    title: &str,
    across: &str,
    limits: &[String],
    lines: &[Line],
) -> Result<String> {
    let groups: Vec<&[Line]> = lines.chunk_by(|one, next| one.instance == next.instance).collect();
    let height = ROW * lines.len() as f64 + 8.0 * groups.len() as f64;
    let panel = Panel {
        left: LEFT,
        top: TOP,
        width: WIDTH,
        height,
        across: Axis::even(0.0, 100.0),
        up: Axis::even(0.0, height),
    };
    picture((860, (TOP + height + 60.0) as u32), |canvas| {
        canvas.words(title, (20.0, 20.0), Anchor::Start, 19, INK)?;
        for mark in panel.across.marks() {
            let x = panel.place(mark, 0.0).0;
            canvas.line(&[(x, TOP), (x, panel.bottom())], PALE, 1)?;
            let text = format!("{mark:.0} %");
            canvas.words(&text, (x, panel.bottom() + 14.0), Anchor::Middle, 14, GREY)?;
        }
        let middle = (LEFT + WIDTH / 2.0, panel.bottom() + 38.0);
        canvas.words(across, middle, Anchor::Middle, 15, INK)?;
        for (index, name) in limits.iter().enumerate() {
            let x = LEFT + 130.0 * index as f64;
            canvas.point((x + 5.0, 44.0), colour(index), true)?;
            canvas.words(name, (x + 16.0, 44.0), Anchor::Start, 14, INK)?;
        }
        let mut y = TOP + 4.0;
        for group in groups {
            let centre = y + ROW * group.len() as f64 / 2.0;
            let name = (LEFT - 12.0, centre);
            canvas.words(&group[0].instance, name, Anchor::End, 14, INK)?;
            for line in group {
                let at = |share: f64| (panel.place(100.0 * share, 0.0).0, y + ROW / 2.0);
                let ink = colour(line.limit);
                canvas.line(&[at(line.gap.lower), at(line.gap.upper)], ink, 2)?;
                canvas.point(at(line.gap.median), ink, line.settled)?;
                let beside = (panel.right() + 14.0, y + ROW / 2.0);
                canvas.words(&line.costs, beside, Anchor::Start, 14, GREY)?;
                y += ROW;
            }
            y += 8.0;
        }
        canvas.line(&[(LEFT, TOP), (LEFT, panel.bottom())], INK, 1)
    })
}
