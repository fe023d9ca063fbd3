//! Linear expressions in whole numbers.

/// The number of a column.
pub(super) type Column = usize;

/// A sum of columns, each some times, and a constant.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Linear {
    pub(super) terms: Vec<(Column, i64)>,
    pub(super) constant: i64,
}

impl Linear {
    pub(super) const fn constant(constant: i64) -> Self {
        Self { terms: Vec::new(), constant }
    }

    pub(super) fn column(column: Column) -> Self {
        Self { terms: vec![(column, 1)], constant: 0 }
    }

    /// Adds another expression some times.
    pub(super) fn add(&mut self, times: i64, other: &Self) {
        self.constant += times * other.constant;
        self.terms.extend(other.terms.iter().map(|&(column, factor)| (column, times * factor)));
    }

    pub(super) fn plus(mut self, times: i64, other: &Self) -> Self {
        self.add(times, other);
        self
    }

    /// Every column once, in their order, none zero times.
    pub(super) fn tidy(&mut self) {
        self.terms.sort_unstable();
        self.terms.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        self.terms.retain(|&(_, factor)| factor != 0);
    }
}
