//! An integer programme, as plain data in whole numbers, and what its dual prices prove.

use super::linear::{Column, Linear};
use jadwal_model::cost::MAX_POINT_COST;
use jadwal_model::{Constraint, Cost, CostFunction};
use serde::Serialize;

/// No weight counts for more: keeps the numbers small, and a smaller cost bounds the true one.
const MOST_WEIGHT: i64 = 1_000_000;
/// So many unit steps of a quadratic cost are told apart; the steps after that all cost as the last.
const STEPS: i64 = 12;

/// How hard constraints are said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Hard {
    /// As rows that hold: only timetables that break no hard constraint are meant.
    Rows,
    /// As costs.
    Costs,
}

/// A column: a whole number in a range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Range {
    pub(super) lower: i64,
    pub(super) upper: i64,
    pub(super) cost: Cost,
}

/// Something that stays in a range; at least one end is given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Row {
    pub(super) lower: Option<i64>,
    pub(super) upper: Option<i64>,
    pub(super) terms: Vec<(Column, i64)>,
}

/// One summand of a deviation: how far an expression is outside a range.
#[derive(Clone, Debug)]
pub(super) struct Part {
    of: Linear,
    minimum: Option<i64>,
    maximum: Option<i64>,
}

impl Part {
    pub(super) const fn range(of: Linear, minimum: i64, maximum: i64) -> Self {
        Self { of, minimum: Some(minimum), maximum: Some(maximum) }
    }

    pub(super) const fn at_most(of: Linear, maximum: i64) -> Self {
        Self { of, minimum: None, maximum: Some(maximum) }
    }
}

/// How large a programme is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Size {
    /// Columns.
    pub columns: usize,
    /// Rows.
    pub rows: usize,
    /// Numbers in the rows that are not zero.
    pub entries: usize,
}

/// Minimise the costs of the columns while all rows hold.
#[derive(Clone, Debug)]
pub(super) struct Programme {
    pub(super) hard: Hard,
    pub(super) columns: Vec<Range>,
    pub(super) rows: Vec<Row>,
    /// What it costs at least, whatever the columns are.
    pub(super) constant: Cost,
    /// The greatest whole numbers of which all costs are multiples; zero where nothing costs.
    pub(super) step: Cost,
    /// Whether a row without columns does not hold.
    pub(super) broken: bool,
}

impl Programme {
    pub(super) const fn new(hard: Hard) -> Self {
        Self {
            hard,
            columns: Vec::new(),
            rows: Vec::new(),
            constant: Cost::ZERO,
            step: Cost::ZERO,
            broken: false,
        }
    }

    pub(super) fn size(&self) -> Size {
        Size {
            columns: self.columns.len(),
            rows: self.rows.len(),
            entries: self.rows.iter().map(|row| row.terms.len()).sum(),
        }
    }

    pub(super) fn column(&mut self, lower: i64, upper: i64) -> Column {
        self.columns.push(Range { lower, upper, cost: Cost::ZERO });
        self.columns.len() - 1
    }

    /// Keeps an expression in a range.
    pub(super) fn row(&mut self, mut of: Linear, lower: Option<i64>, upper: Option<i64>) {
        of.tidy();
        let (least, greatest) = self.reach(&of);
        let lower = lower.filter(|&lower| lower > least);
        let upper = upper.filter(|&upper| upper < greatest);
        if lower.is_none() && upper.is_none() {
            return;
        }
        if lower.is_some_and(|lower| lower > greatest) || upper.is_some_and(|upper| upper < least) {
            self.broken = true;
        }
        if upper == Some(least) {
            // a sum as low as it can be: every column is
            for &(column, factor) in &of.terms {
                let range = &mut self.columns[column];
                let end = if factor > 0 { range.lower } else { range.upper };
                (range.lower, range.upper) = (end, end);
            }
            return;
        }
        let [lower, upper] = [lower, upper].map(|end| end.map(|end| end - of.constant));
        self.rows.push(Row { lower, upper, terms: of.terms });
    }

    pub(super) fn equal(&mut self, of: Linear, value: i64) {
        self.row(of, Some(value), Some(value));
    }

    /// The least and the greatest value of an expression.
    pub(super) fn reach(&self, of: &Linear) -> (i64, i64) {
        let (mut least, mut greatest) = (of.constant, of.constant);
        for &(column, factor) in &of.terms {
            let Range { lower, upper, .. } = self.columns[column];
            let ends = [factor.saturating_mul(lower), factor.saturating_mul(upper)];
            least = least.saturating_add(ends[0].min(ends[1]));
            greatest = greatest.saturating_add(ends[0].max(ends[1]));
        }
        (least, greatest)
    }

    /// One where an expression that is never negative is above zero, else zero.
    pub(super) fn presence(&mut self, mut of: Linear) -> Linear {
        of.tidy();
        let (least, greatest) = self.reach(&of);
        if greatest <= 1 {
            return of;
        }
        if least >= 1 {
            return Linear::constant(1);
        }
        let present = self.column(0, 1);
        let present = Linear::column(present);
        self.row(present.clone().plus(-1, &of), None, Some(0));
        for &(column, factor) in &of.terms {
            let most = self.columns[column].upper;
            if factor > 0 && most > 0 {
                let over = Linear::column(column).plus(-most, &present);
                self.row(over, None, Some(0));
            }
        }
        present
    }

    /// Charges a constraint for a deviation, the sum of its parts.
    pub(super) fn charge(&mut self, constraint: &Constraint, parts: Vec<Part>) {
        if constraint.weight <= 0 {
            return;
        }
        if constraint.required && self.hard == Hard::Rows {
            for part in parts {
                self.row(part.of, part.minimum, part.maximum);
            }
            return;
        }
        let deviations: Vec<_> = parts.into_iter().filter_map(|part| self.outside(part)).collect();
        let mut sum = Linear::default();
        deviations.iter().for_each(|deviation| sum.add(1, deviation));
        sum.tidy();
        let most = self.reach(&sum).1;
        if most <= 0 {
            return;
        }
        // no point costs more than that, whatever its deviation
        let worst = constraint.function.of(most).max(1);
        let weight = constraint.weight.min(MOST_WEIGHT).min(MAX_POINT_COST / worst);
        if weight == 0 {
            return;
        }
        let price = Cost::of(constraint.required, weight);
        self.step =
            Cost::new(divisor(self.step.hard, price.hard), divisor(self.step.soft, price.soft));
        match constraint.function {
            CostFunction::Linear => self.pay(&sum, price),
            CostFunction::Step => {
                let any = self.column(0, 1);
                let any = Linear::column(any);
                for deviation in deviations {
                    let most = self.reach(&deviation).1;
                    self.row(deviation.plus(-most, &any), None, Some(0));
                }
                self.pay(&any, price);
            }
            CostFunction::Quadratic => {
                for step in 1..=most.min(STEPS) {
                    let upper = if step == STEPS { most - STEPS + 1 } else { 1 };
                    let column = Linear::column(self.column(0, upper));
                    let square = 2 * step - 1;
                    self.pay(&column, Cost::new(price.hard * square, price.soft * square));
                    sum.add(-1, &column);
                }
                self.row(sum, None, Some(0));
            }
        }
    }

    /// How far an expression is outside a range; none where it is always inside.
    fn outside(&mut self, mut part: Part) -> Option<Linear> {
        part.of.tidy();
        let (least, greatest) = self.reach(&part.of);
        let below = part.minimum.filter(|&minimum| least < minimum);
        let above = part.maximum.filter(|&maximum| greatest > maximum);
        match (below, above) {
            (None, None) => None,
            (None, Some(maximum)) if least >= maximum => {
                Some(part.of.plus(-1, &Linear::constant(maximum)))
            }
            (Some(minimum), None) if greatest <= minimum => {
                Some(Linear::constant(minimum).plus(-1, &part.of))
            }
            _ => {
                let lacking = below.map_or(0, |minimum| minimum - least);
                let exceeding = above.map_or(0, |maximum| greatest - maximum);
                let off = Linear::column(self.column(0, lacking.max(exceeding)));
                if let Some(minimum) = below {
                    self.row(part.of.clone().plus(1, &off), Some(minimum), None);
                }
                if let Some(maximum) = above {
                    self.row(part.of.plus(-1, &off), None, Some(maximum));
                }
                Some(off)
            }
        }
    }

    fn pay(&mut self, of: &Linear, price: Cost) {
        let times = |amount: i64| Cost::new(price.hard * amount, price.soft * amount);
        self.constant += times(of.constant);
        for &(column, factor) in &of.terms {
            self.columns[column].cost += times(factor);
        }
    }

    /// Keeps the hard cost where it is known to be possible at best.
    pub(super) fn limit_hard(&mut self, most: i64) {
        let columns = self.columns.iter().enumerate();
        let terms = columns.map(|(column, range)| (column, range.cost.hard)).collect();
        self.row(Linear { terms, constant: self.constant.hard }, None, Some(most));
    }

    /// What some prices of the rows prove that the objective costs at least, without the constant;
    /// counted in whole numbers, so that it is true of any prices.
    pub(super) fn proved(&self, objective: impl Fn(Cost) -> i64, prices: &[f64]) -> i64 {
        const UNIT: i128 = 1 << 30;
        let mut total: i128 = 0;
        let mut reduced: Vec<i128> =
            self.columns.iter().map(|range| i128::from(objective(range.cost)) * UNIT).collect();
        for (row, &price) in self.rows.iter().zip(prices) {
            let price = (price.clamp(-1e12, 1e12) * UNIT as f64) as i128;
            let end = if price > 0 { row.lower } else { row.upper };
            let Some(end) = end else { continue };
            total += price * i128::from(end);
            for &(column, factor) in &row.terms {
                reduced[column] -= price * i128::from(factor);
            }
        }
        for (range, rest) in self.columns.iter().zip(reduced) {
            total += rest * i128::from(if rest > 0 { range.lower } else { range.upper });
        }
        let up = (total + UNIT - 1).div_euclid(UNIT);
        i64::try_from(up).unwrap_or(i64::MIN / 4)
    }
}

/// The greatest common divisor.
pub(super) const fn divisor(mut a: i64, mut b: i64) -> i64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
