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
/// equal shares. In text the numbers are joined by `+`; in documents several are a list.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Generation(Vec<u64>);

/// A generation in a document.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Even(u64),
    Stretches(Vec<u64>),
}

impl Generation {
    /// Of these stretches, of which there is at least one.
    pub(crate) fn of(stretches: Vec<u64>) -> Self {
        debug_assert!(!stretches.is_empty(), "a generation has a stretch");
        Self(stretches)
    }

    /// The steps of each stretch.
    #[must_use]
    pub fn stretches(&self) -> &[u64] {
        &self.0
    }

    /// All its steps.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.0.iter().fold(0, |sum, &steps| sum.saturating_add(steps))
    }

    /// The steps of all generations of a plan.
    #[must_use]
    pub fn all_steps(plan: &[Self]) -> u64 {
        plan.iter().fold(0, |sum, generation| sum.saturating_add(generation.steps()))
    }
}

impl From<u64> for Generation {
    fn from(steps: u64) -> Self {
        Self(vec![steps])
    }
}

impl TryFrom<Written> for Generation {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        match written {
            Written::Even(steps) => Ok(steps.into()),
            Written::Stretches(stretches) if stretches.is_empty() => {
                Err("a generation of no stretches, expected at least one number of steps")
            }
            Written::Stretches(stretches) => Ok(Self(stretches)),
        }
    }
}

impl From<Generation> for Written {
    fn from(Generation(stretches): Generation) -> Self {
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
        text.split('+').map(|part| part.trim().parse()).collect::<Result<_, _>>().map(Self)
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
        }
        for wrong in ["", "5+", "+5", "5+-1", "many"] {
            assert!(wrong.parse::<Generation>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_document_has_a_number_or_a_list() {
        let read = |json| serde_json::from_str::<Generation>(json);
        for (json, text) in [("900", "900"), ("[5,70,8]", "5+70+8")] {
            let generation = read(json).unwrap();
            assert_eq!(generation.to_string(), text);
            assert_eq!(serde_json::to_string(&generation).unwrap(), json);
        }
        assert_eq!(read("[900]").unwrap(), 900.into(), "one stretch cools evenly");
        for wrong in ["[]", "-1", "[5,-1]", "\"5\""] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn sums_stay_within_what_can_be_counted() {
        let plan = [u64::MAX.into(), Generation::of(vec![u64::MAX, 1])];
        assert_eq!(plan[1].steps(), u64::MAX);
        assert_eq!(Generation::all_steps(&plan), u64::MAX);
        assert_eq!(Generation::all_steps(&[5.into(), Generation::of(vec![6, 7])]), 18);
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
