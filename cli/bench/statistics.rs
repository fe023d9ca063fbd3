//! Medians and quartiles, and what there is of something. Nothing is interpolated: a cost of two parts has no middle, so each is a
//! value that was measured.

use jadwal_model::Cost;
use serde::Serialize;
use std::cmp::Ordering;

/// Five values that say how some others lie.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub(crate) struct Spread<T> {
    pub(crate) min: T,
    pub(crate) lower: T,
    pub(crate) median: T,
    pub(crate) upper: T,
    pub(crate) max: T,
}

impl<T: Copy> Spread<T> {
    /// Of some values in this order; between two, the later one.
    pub(crate) fn of(mut values: Vec<T>, order: impl Fn(&T, &T) -> Ordering) -> Option<Self> {
        values.sort_by(order);
        let at = |quarter: usize| values.get(values.len() * quarter / 4).copied();
        Some(Self {
            min: *values.first()?,
            lower: at(1)?,
            median: at(2)?,
            upper: at(3)?,
            max: *values.last()?,
        })
    }
}

/// How some numbers lie.
pub(crate) fn numbers(values: Vec<f64>) -> Option<Spread<f64>> {
    Spread::of(values, f64::total_cmp)
}

/// The middle number; of an even number of them the larger of the two.
pub(crate) fn middle(values: Vec<f64>) -> Option<f64> {
    numbers(values).map(|spread| spread.median)
}

/// How some costs lie, hard before soft.
pub(crate) fn costs(values: Vec<Cost>) -> Option<Spread<Cost>> {
    Spread::of(values, Cost::cmp)
}

/// Each value once, in the order in which they first appear.
pub(crate) fn distinct<T: PartialEq>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut kept = Vec::new();
    for value in values {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Name, values, the five.
    type Case = (&'static str, &'static [f64], Option<[f64; 5]>);

    #[test]
    fn quartiles_are_values_that_were_measured() {
        let cases: [Case; 5] = [
            ("none", &[], None),
            ("one", &[4.0], Some([4.0; 5])),
            ("of two, the worse", &[2.0, 1.0], Some([1.0, 1.0, 2.0, 2.0, 2.0])),
            ("three", &[3.0, 1.0, 2.0], Some([1.0, 1.0, 2.0, 3.0, 3.0])),
            ("eight", &[1., 2., 3., 4., 5., 6., 7., 8.], Some([1.0, 3.0, 5.0, 7.0, 8.0])),
        ];
        for (name, values, expected) in cases {
            let spread = numbers(values.to_vec());
            let found = spread.map(|s| [s.min, s.lower, s.median, s.upper, s.max]);
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn hard_comes_before_soft() {
        let found = costs(vec![Cost::new(1, 0), Cost::new(0, 90), Cost::new(0, 7)]).unwrap();
        assert_eq!((found.min, found.median), (Cost::new(0, 7), Cost::new(0, 90)));
    }
}
