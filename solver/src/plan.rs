//! How a run is spent: generations of so many steps, which may cool in stretches of their own.
//!
//! The pace changes on the way, as cold steps are refused sooner and tight ones later. A generation
//! that is limited by time is therefore planned stretch by stretch, each from the pace of the one
//! before, and cools by the same share in each. The plan says it all: whoever is given it does the
//! same, without a clock.

use serde::{Deserialize, Serialize};
use std::fmt::{Display, Formatter};
use std::num::ParseIntError;
use std::str::FromStr;

/// The steps of each lane in one generation: one number, or one for each stretch, in which it cools by
/// equal shares. In text the numbers are joined by `+`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Generation {
    /// It cools evenly.
    Even(u64),
    /// It cools evenly within each stretch.
    Stretches(Vec<u64>),
}

impl Generation {
    /// The steps of each stretch.
    #[must_use]
    pub fn stretches(&self) -> &[u64] {
        match self {
            Self::Even(steps) => std::slice::from_ref(steps),
            Self::Stretches(stretches) => stretches,
        }
    }

    /// All its steps.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.stretches().iter().fold(0, |sum, &steps| sum.saturating_add(steps))
    }
}

impl From<u64> for Generation {
    fn from(steps: u64) -> Self {
        Self::Even(steps)
    }
}

impl From<Vec<u64>> for Generation {
    fn from(stretches: Vec<u64>) -> Self {
        if let [steps] = stretches[..] { Self::Even(steps) } else { Self::Stretches(stretches) }
    }
}

impl Display for Generation {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        for (place, steps) in self.stretches().iter().enumerate() {
            write!(f, "{}{steps}", if place == 0 { "" } else { "+" })?;
        }
        Ok(())
    }
}

impl FromStr for Generation {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts: Result<Vec<u64>, _> = text.split('+').map(|part| part.trim().parse()).collect();
        parts.map(Self::from)
    }
}

/// A stretch of a generation: the one numbered `place` of `places`, which cool by equal shares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Stretch {
    pub(crate) place: u32,
    pub(crate) places: u32,
    /// Steps of each lane in this one.
    pub(crate) steps: u64,
}

impl Stretch {
    /// The share of the generation that is done after so many of its steps.
    #[inline]
    pub(crate) fn share(&self, done: u64) -> f64 {
        let here = done as f64 / self.steps.max(1) as f64;
        (f64::from(self.place) + here) / f64::from(self.places)
    }

    /// The steps of a generation of such stretches.
    pub(crate) const fn generation(&self) -> u64 {
        self.steps.saturating_mul(self.places as u64)
    }

    /// Whether a generation begins after so many of its steps.
    pub(crate) const fn begins(&self, done: u64) -> bool {
        self.place == 0 && done == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generation_is_read_as_it_is_written() {
        for (text, stretches) in [("900", &[900][..]), ("5+70+8", &[5, 70, 8])] {
            let generation: Generation = text.parse().unwrap();
            assert_eq!(generation.stretches(), stretches);
            assert_eq!(generation.to_string(), text);
            let json = serde_json::to_string(&generation).unwrap();
            assert_eq!(serde_json::from_str::<Generation>(&json).unwrap(), generation);
        }
        for wrong in ["", "5+", "+5", "5+-1", "many"] {
            assert!(wrong.parse::<Generation>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn stretches_cool_by_equal_shares_however_long_they_are() {
        let first = Stretch { place: 0, places: 4, steps: 100 };
        let third = Stretch { place: 2, steps: 10, ..first };
        assert_eq!(first.share(50), 0.125);
        assert_eq!(third.share(0), 0.5);
        assert_eq!(third.share(10), 0.75);
        assert!(first.begins(0) && !first.begins(1) && !third.begins(0));
        let even = Stretch { place: 0, places: 1, steps: 1000 };
        assert_eq!(even.share(10), 0.01);
    }
}
