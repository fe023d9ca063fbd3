//! What a timetable costs: owners that were touched are counted again, as many as it takes to tell.

use super::{Owner, State};
use crate::journal::Entry;
use jadwal_model::Cost;
use jadwal_model::cost::MAX_POINT_COST;

/// Rounding moves a sum of prices by less than this share of what is summed.
const ROUNDING: f64 = 1e-9;

/// What a timetable costs at some point, to be compared with later ones.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Standing {
    pub(crate) cost: Cost,
    /// What stubborn hard cost weighs above plain.
    surcharge: i128,
}

impl<const W: usize> State<'_, W> {
    /// What the timetable costs at the last [`State::settle`], with what its stubborn part weighs.
    #[inline]
    pub(crate) const fn standing(&self) -> Standing {
        Standing { cost: self.total, surcharge: self.stubborn.surcharge() }
    }

    /// The same, counted again.
    #[cfg(test)]
    pub(crate) fn standing_from_scratch(&self) -> Standing {
        let mut again = self.stubborn.clone();
        again.weigh(&self.costs);
        Standing { cost: self.total, surcharge: again.surcharge() }
    }

    /// How much dearer the timetable is than at another time, to a search for which hard cost weighs so
    /// much, and more where it is stubborn.
    #[inline]
    pub(crate) fn change_since(&self, then: &Standing, hard_weight: f64) -> f64 {
        let Standing { cost, surcharge } = then;
        let hard = (self.total.hard - cost.hard) as f64 + self.stubborn.more_than(*surcharge);
        hard_weight * hard + (self.total.soft - cost.soft) as f64
    }

    /// What one owner costs to such a search.
    #[inline]
    pub(crate) fn price_of(&self, owner: Owner, hard_weight: f64) -> f64 {
        self.price(self.number(owner), hard_weight)
    }

    #[inline]
    fn price(&self, number: usize, hard_weight: f64) -> f64 {
        let cost = self.costs[number];
        self.hard_price(number, cost.hard, hard_weight) + cost.soft as f64
    }

    /// What so much hard cost of an owner weighs.
    #[inline]
    fn hard_price(&self, number: usize, hard: i64, hard_weight: f64) -> f64 {
        hard_weight * self.stubborn.weight(number) * hard as f64
    }

    /// What the clashes of an owner cost now to such a search, at least, without counting it.
    #[inline]
    fn clashes(&self, number: usize, hard_weight: f64) -> f64 {
        let Some(resource) = number.checked_sub(self.first_resource) else { return 0.0 };
        let excess = self.now.excess(resource);
        if excess == 0 {
            return 0.0;
        }
        let floor = self.compiled.clash_price[resource].saturating_mul(excess).min(MAX_POINT_COST);
        self.hard_price(number, floor, hard_weight)
    }

    /// Counts again what was touched, and gives the cost.
    pub(crate) fn settle(&mut self) -> Cost {
        while let Some(number) = self.touched.pop() {
            self.recount(number as usize);
        }
        self.total
    }

    /// The same, unless the timetable is seen to get dearer than it was then by more than a threshold, even
    /// if all that is left to be counted cost nothing but its clashes; gives by how much it got dearer.
    /// Where it gives none, not all has been counted: what was done since then, when all had been counted,
    /// must be undone.
    pub(crate) fn settle_within(
        &mut self,
        then: &Standing,
        hard_weight: f64,
        threshold: f64,
    ) -> Option<f64> {
        // what is not yet counted, as if it cost nothing but its clashes
        let (mut uncounted, mut clashes) = (0.0, 0.0);
        for &number in &self.touched {
            uncounted += self.price(number as usize, hard_weight);
            clashes += self.clashes(number as usize, hard_weight);
        }
        let counted = self.change_since(then, hard_weight);
        let mut least = counted - uncounted + clashes;
        // sums of prices are rounded: what is as dear as allowed must not be refused for that
        let summed = counted.abs() + uncounted + clashes + threshold.abs();
        let threshold_rounded = threshold + summed * ROUNDING;
        while least <= threshold_rounded {
            let Some(number) = self.touched.pop() else {
                let change = self.change_since(then, hard_weight);
                return (change <= threshold).then_some(change);
            };
            let number = number as usize;
            self.recount(number);
            least += self.price(number, hard_weight) - self.clashes(number, hard_weight);
        }
        self.forget_touched();
        None
    }

    fn forget_touched(&mut self) {
        for number in self.touched.drain(..) {
            self.is_touched[number as usize] = false;
        }
    }

    #[inline]
    fn recount(&mut self, number: usize) {
        self.is_touched[number] = false;
        let (old, new) = (self.costs[number], self.count(number));
        if old != new {
            self.journal.push(Entry::Price(number as u32, old));
            self.costs[number] = new;
            self.total.hard += new.hard - old.hard;
            self.total.soft += new.soft - old.soft;
            self.stubborn.change(number, old.hard, new.hard);
        }
    }

    #[inline]
    fn count(&self, number: usize) -> Cost {
        let (compiled, now) = (self.compiled, &self.now);
        let (groups, layout) = (&compiled.groups, &compiled.layout);
        let mut sum = Cost::ZERO;
        let mut add = |cost: Cost| {
            sum.hard += cost.hard;
            sum.soft += cost.soft;
        };
        match self.owner(number) {
            Owner::Resource(resource) => {
                let monitors = compiled.by_resource[resource].iter();
                if self.partial {
                    monitors.for_each(|m| add(m.partial_cost(groups, layout, now, resource)));
                } else {
                    monitors.for_each(|m| add(m.cost(groups, layout, now, resource)));
                }
            }
            Owner::Unit(unit) => {
                let monitors = compiled.by_unit[unit].iter();
                if self.partial {
                    monitors.for_each(|m| add(m.partial_cost(layout, now, unit)));
                } else {
                    monitors.for_each(|m| add(m.cost(layout, now, unit)));
                }
            }
            Owner::Role(role) => {
                compiled.by_role[role].iter().for_each(|m| add(m.cost(layout, now, role)));
            }
            Owner::Group(group) => {
                let monitor = &compiled.by_group[group];
                add(if self.partial {
                    monitor.partial_cost(groups, layout, now)
                } else {
                    monitor.cost(groups, layout, now)
                });
            }
        }
        sum
    }

    /// From now on counts as while meets wait for a time, or everything again. Keeps what was done.
    pub(crate) fn count_partial(&mut self, partial: bool) {
        self.partial = partial;
        for number in 0..self.costs.len() {
            self.touch(number);
        }
        self.settle();
        self.commit();
    }
}
