//! How hot a search begins again: as it turned out to be of use.
//!
//! Who begins too cool comes back to the same timetable, who begins too hot does not find the way back
//! to one as good. So the temperature follows from how the generation before ended. Source: reheating
//! as in Anagnostopoulos et al. (2006), there to twice the temperature of the best.

use super::schedule::Schedule;
use std::cmp::Ordering;

/// So many times hotter or cooler after a generation that was of no use.
const FACTOR: f64 = 1.5;

/// The temperature at which the next generation begins.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Reheating {
    hot: f64,
    /// No hotter than the first generation was at its start.
    hottest: f64,
}

impl Reheating {
    /// For the first further generation: as hot as lets it cool to this temperature, at which the one
    /// before froze, in so many times the steps of the one before and at its pace.
    pub(crate) fn first(before: &Schedule, frozen: f64, steps: f64) -> Self {
        let cooling = before.hot / before.temperature(steps.clamp(0.0, 1.0));
        Self { hot: frozen * cooling, hottest: before.hot }
    }

    /// Learns from a generation that found a timetable cheaper than the one it began from, or ended with
    /// one as dear, or dearer.
    pub(crate) fn judge(&mut self, end: Ordering) {
        let factor = match end {
            Ordering::Less => 1.0,
            Ordering::Equal => FACTOR,
            Ordering::Greater => 1.0 / FACTOR,
        };
        self.hot *= factor;
    }

    /// The temperature at the start of a generation that ends at that one.
    pub(crate) fn hot(&mut self, cold: f64) -> f64 {
        self.hot = self.hot.clamp(cold, self.hottest.max(cold));
        self.hot
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: Schedule = Schedule { hot: 100.0, cold: 0.01, hard_weight: 1.0, adapts: true };

    fn is_near(found: f64, wanted: f64) -> bool {
        (found / wanted - 1.0).abs() < 1e-6
    }

    #[test]
    fn it_begins_at_the_pace_of_the_generation_before() {
        // four powers of ten in all
        assert!(is_near(Reheating::first(&BEFORE, 0.1, 0.25).hot(0.1), 1.0));
        assert!(is_near(Reheating::first(&BEFORE, 1.0, 0.7).hot(0.1), 100.0), "no hotter");
    }

    #[test]
    fn it_follows_from_how_the_last_one_ended() {
        let mut reheating = Reheating::first(&BEFORE, 0.1, 0.25);
        reheating.judge(Ordering::Less);
        assert!(is_near(reheating.hot(0.01), 1.0));
        reheating.judge(Ordering::Equal);
        assert!(is_near(reheating.hot(0.01), 1.5));
        (0..2).for_each(|_| reheating.judge(Ordering::Greater));
        assert!(is_near(reheating.hot(0.01), 1.0 / 1.5));
    }

    #[test]
    fn it_stays_between_the_coldest_and_the_first() {
        let mut reheating = Reheating::first(&BEFORE, 0.01, 0.01);
        for _ in 0..100 {
            reheating.judge(Ordering::Greater);
            assert!(reheating.hot(0.1) >= 0.1);
        }
        reheating.judge(Ordering::Equal);
        assert!(is_near(reheating.hot(0.1), 0.15), "it has not sunk further");
        (0..100).for_each(|_| reheating.judge(Ordering::Equal));
        assert!(is_near(reheating.hot(0.1), 100.0));
    }
}
