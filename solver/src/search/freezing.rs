//! Sees that a generation is frozen: what is left of its cooling would find nothing.

use super::schedule::price;
use jadwal_model::Cost;

/// A search is frozen that has found nothing cheaper in so many stretches.
const STILL: usize = 2;

/// The cheapest timetables that a search has come by in the stretches of a generation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Freezing {
    /// In those that are over, each with the temperature at its end.
    lows: Vec<(Lows, f64)>,
    /// In the one that lasts.
    low: Option<Lows>,
}

/// The cheapest timetables of a stretch.
#[derive(Clone, Copy, Debug)]
struct Lows {
    /// Where hard cost is compared first.
    strict: Cost,
    /// Where it was traded by its weight at the time.
    traded: Cost,
}

impl Freezing {
    /// Hears of the cost of a timetable to which the search came itself.
    #[inline]
    pub(crate) fn note(&mut self, cost: Cost, hard_weight: f64) {
        let low = self.low.get_or_insert(Lows { strict: cost, traded: cost });
        low.strict = low.strict.min(cost);
        if price(cost, hard_weight) < price(low.traded, hard_weight) {
            low.traded = cost;
        }
    }

    /// Ends a stretch, with a timetable of this cost and at this temperature; says whether the search sits
    /// on the cheapest one it came by, and that is not new. Both have to be so in either way to compare:
    /// who trades hard cost for soft moves on, and what was cheap at another weight tells nothing.
    pub(crate) fn end_stretch(&mut self, end: Cost, temperature: f64, hard_weight: f64) -> bool {
        let price = |cost| price(cost, hard_weight);
        let low = self.low.take().unwrap_or(Lows { strict: end, traded: end });
        let before = self.lows.len().checked_sub(STILL).map(|place| self.lows[place].0);
        self.lows.push((low, temperature));
        let traded = |before: Lows| {
            price(end) <= price(low.traded) && price(low.traded) >= price(before.traded)
        };
        let strict = |before: Lows| end <= low.strict && low.strict >= before.strict;
        before.is_some_and(|before| traded(before) && strict(before))
    }

    /// The temperature since which nothing was found, where the search is frozen; none before the first
    /// stretch is over.
    pub(crate) fn temperature(&self) -> Option<f64> {
        let since = self.lows.len().saturating_sub(1 + STILL);
        self.lows.get(since).map(|&(_, temperature)| temperature)
    }

    /// The cheapest in the generation so far, if any was found.
    pub(crate) fn lowest(&self) -> Option<Cost> {
        let lows = self.lows.iter().map(|(low, _)| low).chain(&self.low);
        lows.map(|low| low.strict).min()
    }

    /// For another generation.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(hard: i64, soft: i64) -> Cost {
        Cost { hard, soft }
    }

    /// Goes through stretches of such costs; says in which of them it is frozen.
    fn frozen(stretches: &[&[Cost]], hard_weight: f64) -> Vec<bool> {
        let mut freezing = Freezing::default();
        let mut end = cost(9, 900);
        let ends = stretches.iter().map(|costs| {
            for &cost in *costs {
                freezing.note(cost, hard_weight);
                end = cost;
            }
            freezing.end_stretch(end, 1.0, hard_weight)
        });
        ends.collect()
    }

    #[test]
    fn what_stays_on_its_cheapest_is_frozen() {
        let soft = |soft| cost(0, soft);
        let found = [&[soft(30), soft(20)][..], &[soft(25), soft(20)], &[], &[]];
        assert_eq!(frozen(&found, 10.0), [false, false, true, true]);
    }

    #[test]
    fn what_moves_or_gets_cheaper_is_not() {
        let soft = |soft| cost(0, soft);
        let moves = [&[soft(20)][..], &[soft(20)], &[soft(20), soft(21)], &[soft(20)]];
        assert_eq!(frozen(&moves, 10.0), [false, false, false, true]);
        let cheaper = [&[soft(20)][..], &[soft(19)], &[soft(18)], &[soft(18)], &[soft(18)]];
        assert_eq!(frozen(&cheaper, 10.0), [false, false, false, false, true]);
    }

    #[test]
    fn hard_cost_counts_by_its_weight() {
        let traded = [&[cost(0, 93)][..], &[cost(2, 53)], &[cost(1, 48)]];
        assert_eq!(frozen(&traded, 10.0), [false, false, false], "58 is less than 93");
        assert_eq!(frozen(&traded, 100.0), [false, false, true]);
    }

    #[test]
    fn what_was_cheap_at_another_weight_is_not_where_it_sits() {
        let mut freezing = Freezing::default();
        let stretch = |_| {
            freezing.note(cost(0, 40), 10.0);
            freezing.note(cost(1, 25), 10.0);
            // dear hard cost has brought it back from there, and far up
            freezing.note(cost(0, 50), 100.0);
            freezing.end_stretch(cost(0, 50), 1.0, 100.0)
        };
        assert_eq!((0..4).map(stretch).collect::<Vec<_>>(), [false; 4], "40 was found");
    }

    #[test]
    fn the_cheapest_is_that_of_all_stretches() {
        let mut freezing = Freezing::default();
        for soft in [20, 10, 30] {
            freezing.note(cost(0, soft), 1.0);
            freezing.end_stretch(cost(0, soft), 1.0, 1.0);
        }
        freezing.note(cost(1, 7), 1.0);
        assert_eq!(freezing.lowest(), Some(cost(0, 10)));
        freezing.forget();
        assert_eq!(freezing.lowest(), None);
    }

    #[test]
    fn it_was_frozen_before_the_stretches_that_showed_it() {
        let mut freezing = Freezing::default();
        assert_eq!(freezing.temperature(), None);
        for (soft, temperature) in [(20, 8.0), (10, 4.0), (10, 2.0), (10, 1.0)] {
            freezing.note(cost(0, soft), 1.0);
            freezing.end_stretch(cost(0, soft), temperature, 1.0);
        }
        assert_eq!(freezing.temperature(), Some(4.0), "after the first ten");
    }
}
