//! Which kind of move is tried next.
//!
//! Source: adaptive selection of neighbourhoods, as in Ropke and Pisinger (2006). Ours weighs what a
//! kind brings by how many owners it touched, not by time, so that a run repeats.

use super::{Move, all};
use crate::layout::Layout;
use crate::rng::Rng;

/// A kind is drawn at most so many times as often as its share says, and no more seldom than that: with
/// four instead, moves were drawn that are dearer in time than what they touch says.
const MOST_ADAPTED: f64 = 1.25;
/// So much work says something about a kind.
const ENOUGH: f64 = 1000.0;
/// What is left of what was heard when shares have been adapted.
const FORGETS: f64 = 0.5;
/// About so many places; a kind has at least one.
const PLACES: f64 = 8192.0;

/// The kinds of moves that an instance has something for, to be drawn by their shares and by what they
/// bring.
#[derive(Debug)]
pub(crate) struct Wheel<const W: usize> {
    pub(crate) kinds: Vec<Move<W>>,
    /// By kind.
    worth: Vec<Worth>,
    /// The place of each kind, as often as it is to be drawn.
    places: Vec<u8>,
}

/// What a kind of move has brought lately.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
struct Worth {
    /// Changes for the better that were taken.
    gains: f64,
    /// How much was touched by all that was tried.
    work: f64,
}

impl<const W: usize> Wheel<W> {
    pub(crate) fn new(layout: &Layout<W>) -> Self {
        let mut kinds = all::<W>();
        kinds.retain(|kind| (kind.supports)(layout));
        let shares: Vec<f64> = kinds.iter().map(|kind| kind.share).collect();
        Self { worth: vec![Worth::default(); kinds.len()], places: places(&shares), kinds }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The place of a kind.
    #[inline]
    pub(crate) fn draw(&self, rng: &mut Rng) -> usize {
        usize::from(self.places[rng.below(self.places.len())])
    }

    /// Hears whether a try of a kind was taken and made the timetable better, and how many owners it
    /// touched.
    #[inline]
    pub(crate) fn note(&mut self, place: usize, gained: bool, work: u64) {
        let worth = &mut self.worth[place];
        worth.gains += f64::from(u8::from(gained));
        worth.work += work as f64;
    }

    /// Draws the kinds from now on by their shares and by what they brought for the work.
    pub(crate) fn adapt(&mut self) {
        let sum = |of: fn(&Worth) -> f64| self.worth.iter().map(of).sum::<f64>();
        let mean = sum(|worth| worth.gains) / sum(|worth| worth.work).max(1.0);
        let adapted = |(kind, worth): (&Move<W>, &Worth)| kind.share * worth.factor(mean);
        let shares: Vec<f64> = self.kinds.iter().zip(&self.worth).map(adapted).collect();
        self.places = places(&shares);
        for worth in &mut self.worth {
            *worth = Worth { gains: worth.gains * FORGETS, work: worth.work * FORGETS };
        }
    }
}

impl Worth {
    /// How often to draw a kind, in times of its share, where all kinds bring so much for their work.
    fn factor(self, mean: f64) -> f64 {
        if mean <= 0.0 {
            return 1.0;
        }
        // who was hardly tried is as good as the others
        let rate = (self.gains + mean * ENOUGH) / (self.work + ENOUGH);
        f64::sqrt(rate / mean).clamp(1.0 / MOST_ADAPTED, MOST_ADAPTED)
    }
}

/// The place of each share, as often as it says.
fn places(shares: &[f64]) -> Vec<u8> {
    let all: f64 = shares.iter().sum();
    let times = |(place, share): (usize, &f64)| {
        std::iter::repeat_n(place as u8, (share / all * PLACES).ceil() as usize)
    };
    shares.iter().enumerate().flat_map(times).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_follow_the_shares_and_none_is_left_out() {
        let places = places(&[40.0, 10.0, 0.001]);
        let number = |kind| places.iter().filter(|&&place| place == kind).count() as f64;
        assert!((number(0) / number(1) - 4.0).abs() < 0.01);
        assert_eq!(number(2), 1.0);
    }

    #[test]
    fn a_kind_that_brings_more_for_its_work_is_drawn_more_often_within_bounds() {
        let worth = |gains, work| Worth { gains, work };
        let mean = 0.01;
        assert_eq!(worth(0.0, 0.0).factor(mean), 1.0, "nothing is known");
        assert!((worth(12_100.0, 1e6).factor(mean) - 1.1).abs() < 0.01, "1.21 times as good");
        assert_eq!(worth(1e6, 1e6).factor(mean), MOST_ADAPTED);
        assert_eq!(worth(0.0, 1e9).factor(mean), 1.0 / MOST_ADAPTED);
        assert_eq!(worth(0.0, 1e6).factor(0.0), 1.0, "nobody brings anything");
    }
}
