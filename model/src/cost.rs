//! Costs: how far off a timetable is, and what that is worth.

use serde::Serialize;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub, SubAssign};

/// How far a constraint is from holding at one point; never negative.
pub type Deviation = i64;

/// The cost of a timetable: the hard part always outweighs the soft part.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize)]
pub struct Cost {
    /// Cost of the constraints that are required; compared first.
    pub hard: i64,
    /// Cost of the preferences.
    pub soft: i64,
}

impl Cost {
    /// Nothing is violated.
    pub const ZERO: Self = Self { hard: 0, soft: 0 };
    /// Worse than any timetable.
    pub const MAX: Self = Self { hard: i64::MAX, soft: i64::MAX };

    /// A cost from its two parts.
    #[must_use]
    pub const fn new(hard: i64, soft: i64) -> Self {
        Self { hard, soft }
    }

    /// A cost that is all hard or all soft.
    #[must_use]
    pub const fn of(required: bool, amount: i64) -> Self {
        if required { Self::new(amount, 0) } else { Self::new(0, amount) }
    }
}

impl std::fmt::Display for Cost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.hard, self.soft)
    }
}

impl Add for Cost {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.hard.saturating_add(other.hard), self.soft.saturating_add(other.soft))
    }
}

impl Sub for Cost {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.hard.saturating_sub(other.hard), self.soft.saturating_sub(other.soft))
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Cost {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Cost {
    fn sum<I: Iterator<Item = Self>>(costs: I) -> Self {
        costs.fold(Self::ZERO, Add::add)
    }
}

/// How a deviation becomes a cost, before the weight (XHSTT, "`CostFunction`").
///
/// The archive's older names are read as the function that they equal when a point of application
/// has one deviation, as it has today: `Sum` is linear, `SumSquares` and `SquareSum` are quadratic,
/// `SumSteps` and `StepSum` are steps.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub enum CostFunction {
    /// The deviation itself.
    Linear,
    /// The deviation squared.
    Quadratic,
    /// One, whenever the deviation is above zero.
    Step,
}

impl CostFunction {
    /// The function of this name in a file, today's or an older one.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        match name {
            "Linear" | "Sum" => Some(Self::Linear),
            "Quadratic" | "SumSquares" | "SquareSum" => Some(Self::Quadratic),
            "Step" | "SumSteps" | "StepSum" => Some(Self::Step),
            _ => None,
        }
    }

    /// Today's name, as files write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Linear => "Linear",
            Self::Quadratic => "Quadratic",
            Self::Step => "Step",
        }
    }

    /// The value of the function at a deviation.
    #[must_use]
    #[inline]
    pub const fn of(self, deviation: Deviation) -> i64 {
        match self {
            Self::Linear => deviation,
            Self::Quadratic => deviation.saturating_mul(deviation),
            Self::Step => (deviation > 0) as i64,
        }
    }
}

/// No single point of application costs more than this, so that no sum of costs can overflow.
pub const MAX_POINT_COST: i64 = 1_000_000_000_000;

/// What a deviation costs: weight x function, up to [`MAX_POINT_COST`].
#[must_use]
#[inline]
pub const fn price(weight: i64, function: CostFunction, deviation: Deviation) -> i64 {
    let amount = weight.saturating_mul(function.of(deviation));
    if amount < MAX_POINT_COST { amount } else { MAX_POINT_COST }
}

/// How far a value lies outside a range; zero inside it.
#[must_use]
#[inline]
pub const fn distance(value: i64, minimum: i64, maximum: i64) -> Deviation {
    if value < minimum {
        minimum - value
    } else if value > maximum {
        value - maximum
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hard_outweighs_soft() {
        assert!(Cost::new(0, 1_000_000) < Cost::new(1, 0));
        assert_eq!(Cost::new(1, 2) + Cost::new(3, 4) - Cost::new(1, 1), Cost::new(3, 5));
    }

    #[test]
    fn functions_at_a_deviation_of_three() {
        for (names, value) in [
            (["Linear", "Sum", "Sum"], 3),
            (["Quadratic", "SumSquares", "SquareSum"], 9),
            (["Step", "SumSteps", "StepSum"], 1),
        ] {
            for name in names {
                assert_eq!(CostFunction::by_name(name).map(|f| f.of(3)), Some(value), "{name}");
                assert_eq!(CostFunction::by_name(name).map(|f| f.of(0)), Some(0), "{name}");
            }
        }
        assert_eq!(CostFunction::by_name("linear"), None);
    }

    #[test]
    fn distance_from_a_range() {
        assert_eq!([0, 1, 2, 3, 5].map(|v| distance(v, 2, 3)), [2, 1, 0, 0, 2]);
    }
}
