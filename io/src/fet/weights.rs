//! What a weight below 100 % costs when it is broken, and back.
//!
//! FET never adds up what is broken: a weight is the chance with which each test of a slot holds to the
//! constraint. What it should cost is therefore a choice, and the user's.

use jadwal_model::school::rule::Strength;

/// How a weight below 100 % becomes a price; 100 % must hold, and 0 % never counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Weights {
    /// The odds that a test holds to it, at most 1000: what is nearly certain is dear.
    #[default]
    Odds,
    /// The percentage itself: a hundred times what FET counts as soft conflicts.
    Linear,
    /// Ten for every factor of ten in the chance that a test passes over it, as in decibels: between
    /// the two others.
    Log,
}

impl Weights {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Odds, Self::Linear, Self::Log];

    /// The name in files and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Odds => "odds",
            Self::Linear => "linear",
            Self::Log => "log",
        }
    }

    /// By the name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }

    /// The dearest that a weight below 100 % may be. A percentage has six digits after the point, so
    /// that the chance to be passed over is never below ten to the minus eighth.
    const fn dearest(self) -> u32 {
        match self {
            Self::Odds => 1000,
            Self::Linear => 100,
            Self::Log => 80,
        }
    }

    /// What a weight is worth; none where it never counts.
    #[must_use]
    pub fn strength(self, weight: f64) -> Option<Strength> {
        if weight >= 100.0 {
            return Some(Strength::Hard);
        }
        let price = match self {
            Self::Odds => weight / (100.0 - weight),
            Self::Linear => weight,
            Self::Log => -10.0 * (1.0 - weight / 100.0).log10(),
        };
        let price = (price.round() as u32).clamp(1, self.dearest());
        (weight > 0.0).then_some(Strength::Soft(price))
    }

    /// The weight of which this is the worth, as nearly as there is one.
    #[must_use]
    pub fn weight(self, strength: Strength) -> f64 {
        let Strength::Soft(price) = strength else { return 100.0 };
        let price = f64::from(price);
        let percent = match self {
            Self::Odds => 100.0 * price / (price + 1.0),
            Self::Linear => price,
            Self::Log => 100.0 * (1.0 - 10.0_f64.powf(-price / 10.0)),
        };
        // what is soft must stay soft
        percent.min(MOST)
    }
}

/// The greatest weight below 100 % that FET can write.
const MOST: f64 = 99.999_999;

#[cfg(test)]
mod tests {
    use super::*;
    use Strength::{Hard, Soft};

    #[test]
    fn what_weights_are_worth() {
        for (weight, odds, linear, log) in [
            (100.0, Some(Hard), Some(Hard), Some(Hard)),
            (99.999_999, Some(Soft(1000)), Some(Soft(100)), Some(Soft(80))),
            (99.9, Some(Soft(999)), Some(Soft(100)), Some(Soft(30))),
            (99.0, Some(Soft(99)), Some(Soft(99)), Some(Soft(20))),
            (95.0, Some(Soft(19)), Some(Soft(95)), Some(Soft(13))),
            (90.0, Some(Soft(9)), Some(Soft(90)), Some(Soft(10))),
            (50.0, Some(Soft(1)), Some(Soft(50)), Some(Soft(3))),
            (5.0, Some(Soft(1)), Some(Soft(5)), Some(Soft(1))),
            (0.1, Some(Soft(1)), Some(Soft(1)), Some(Soft(1))),
            (0.0, None, None, None),
            (-1.0, None, None, None),
            (f64::NAN, None, None, None),
        ] {
            let found = Weights::ALL.map(|weights| weights.strength(weight));
            assert_eq!(found, [odds, linear, log], "{weight}");
        }
    }

    #[test]
    fn dearer_weights_cost_no_less_and_come_back() {
        for weights in Weights::ALL {
            assert_eq!(Weights::named(weights.name()), Some(weights));
            let mut last = 0;
            for percent in 1..100 {
                let Some(Soft(price)) = weights.strength(f64::from(percent)) else {
                    panic!("{weights:?} {percent}: it is soft");
                };
                assert!(price >= last, "{weights:?} {percent}");
                last = price;
                let again = weights.strength(weights.weight(Soft(price)));
                assert_eq!(again, Some(Soft(price)), "{weights:?} {percent}");
            }
            for price in [1, 100, 1000, u32::MAX] {
                assert!(weights.weight(Soft(price)) < 100.0, "{weights:?} {price}");
            }
        }
        assert_eq!(Weights::named("Odds"), None);
    }
}
