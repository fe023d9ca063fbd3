//! A scale and its marks.

/// The most marks that a scale has.
const MARKS: f64 = 6.0;

/// A scale, even or logarithmic.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Axis {
    low: f64,
    high: f64,
    /// Added before the logarithm is taken, so that zero has one; none for an even scale.
    log: Option<f64>,
}

impl Axis {
    /// An even scale.
    pub(crate) fn even(low: f64, high: f64) -> Self {
        Self { low, high: if high > low { high } else { low + 1.0 }, log: None }
    }

    /// A logarithmic scale; both ends are above zero.
    pub(crate) fn log(low: f64, high: f64) -> Self {
        let low = low.max(1e-9);
        Self { low, high: high.max(low * 2.0), log: Some(0.0) }
    }

    /// A scale for costs: even if they are of one size, else logarithmic, with zero on it.
    pub(crate) fn costs(low: f64, high: f64) -> Self {
        // so wide that no mark stands between two whole numbers
        let even = Self::even(low, high.max(low + MARKS));
        if (1.0 + high) / (1.0 + low) < 5.0 { even } else { Self { log: Some(1.0), ..even } }
    }

    /// Where a value lies, from 0 to 1; what is beyond an end lies at the end.
    pub(crate) fn place(&self, value: f64) -> f64 {
        let bend = |value: f64| self.log.map_or(value, |offset| (value + offset).ln());
        let value = value.clamp(self.low, self.high);
        (bend(value) - bend(self.low)) / (bend(self.high) - bend(self.low))
    }

    /// Round values along the scale.
    pub(crate) fn marks(&self) -> Vec<f64> {
        if self.log.is_none() {
            return self.even_marks();
        }
        let mut marks = Vec::new();
        if self.low <= 0.0 {
            marks.push(0.0);
        }
        let within = |value: f64| value >= self.low && value <= self.high;
        let decades = (self.high / self.low.max(1.0)).log10();
        let parts: &[f64] = match decades {
            few if few < 1.5 => &[1.0, 2.0, 3.0, 5.0],
            some if some < 3.0 => &[1.0, 2.0, 5.0],
            _ => &[1.0],
        };
        for power in -9..=15 {
            let ten = 10_f64.powi(power);
            marks.extend(parts.iter().map(|part| part * ten).filter(|&value| {
                // costs are whole numbers
                within(value) && (self.log == Some(0.0) || value >= 1.0)
            }));
        }
        marks
    }

    fn even_marks(&self) -> Vec<f64> {
        let rough = (self.high - self.low) / MARKS;
        let ten = 10_f64.powf(rough.log10().floor());
        let steps = [1.0, 2.0, 5.0, 10.0];
        let step = steps.iter().map(|step| step * ten).find(|&step| step >= rough);
        let step = step.unwrap_or(10.0 * ten);
        let (first, last) = ((self.low / step).ceil() as i64, (self.high / step).floor() as i64);
        (first..=last).map(|n| n as f64 * step).collect()
    }
}

/// A mark as text: `0.5`, `20`, `3k`, `5M`.
pub(crate) fn shown(mark: f64) -> String {
    let cut = |number: f64| {
        let text = format!("{number:.6}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    match mark {
        large if large >= 1e6 => format!("{}M", cut(large / 1e6)),
        large if large >= 1e4 => format!("{}k", cut(large / 1e3)),
        small => cut(small),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_and_few() {
        let cases: [(&str, Axis, &[f64]); 5] = [
            ("even", Axis::even(0.0, 1.0), &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            ("nothing between", Axis::even(7.0, 7.0), &[7.0, 7.2, 7.4, 7.6, 7.8, 8.0]),
            ("time", Axis::log(0.1, 60.0), &[0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0]),
            ("costs with zero", Axis::costs(0.0, 12.0), &[0.0, 1.0, 2.0, 3.0, 5.0, 10.0]),
            ("costs of one size", Axis::costs(10.0, 30.0), &[10.0, 15.0, 20.0, 25.0, 30.0]),
        ];
        for (name, axis, expected) in cases {
            let marks = axis.marks();
            assert_eq!(marks.len(), expected.len(), "{name}: {marks:?}");
            let near = |(one, other): (&f64, &f64)| (one - other).abs() < 1e-9;
            assert!(marks.iter().zip(expected).all(near), "{name}: {marks:?}");
        }
    }

    #[test]
    fn ends_are_the_ends_of_the_scale() {
        for axis in [Axis::even(2.0, 9.0), Axis::log(0.1, 60.0), Axis::costs(0.0, 700.0)] {
            assert!(axis.place(axis.low).abs() < 1e-12);
            assert!((axis.place(axis.high * 2.0) - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn marks_are_short() {
        for (mark, expected) in [(0.5, "0.5"), (20.0, "20"), (2000.0, "2000"), (5e6, "5M")] {
            assert_eq!(shown(mark), expected);
        }
    }
}
