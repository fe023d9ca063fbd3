//! Which owners' hard cost weighs more than others', as it would not go.
//!
//! Source: Morris (1993), the breakout method, and Thornton (2005), weights that fade. Ours weighs
//! owners and not constraints, and only in what a search takes for better or worse: never in a cost.

use jadwal_model::Cost;

/// The weight of hard cost that is not stubborn.
const PLAIN: u32 = 1024;
/// So much is added to the weight of an owner that has hard cost when the owners are looked at.
const INSISTS: u32 = 64;
/// One of so many parts of what was added is lost then.
const FADES: u32 = 1000;

/// By owner: how much its hard cost weighs above plain.
#[derive(Clone, Debug)]
pub(crate) struct Stubborn {
    added: Vec<u32>,
    /// The sum over the owners of their hard cost times what was added to its weight.
    surcharge: i128,
}

impl Stubborn {
    /// Nobody is stubborn.
    pub(crate) fn new(owners: usize) -> Self {
        Self { added: vec![0; owners], surcharge: 0 }
    }

    /// Hears that the hard cost of an owner has changed.
    #[inline]
    pub(crate) fn change(&mut self, owner: usize, old: i64, new: i64) {
        self.surcharge += i128::from(self.added[owner]) * i128::from(new - old);
    }

    /// Some owners have hard cost, now as before: theirs weighs more from now on, and what has been
    /// added to anybody's a little less.
    pub(crate) fn insist(&mut self, owners: &[u32], costs: &[Cost]) {
        for added in &mut self.added {
            *added -= added.div_ceil(FADES);
        }
        for &owner in owners {
            self.added[owner as usize] += INSISTS;
        }
        self.weigh(costs);
    }

    /// Counts the surcharge of these costs, by owner, from nothing.
    pub(crate) fn weigh(&mut self, costs: &[Cost]) {
        let pairs = self.added.iter().zip(costs);
        self.surcharge =
            pairs.map(|(&added, cost)| i128::from(added) * i128::from(cost.hard)).sum();
    }

    /// What all hard cost weighs above plain, to be compared with the same at another time.
    #[inline]
    pub(crate) const fn surcharge(&self) -> i128 {
        self.surcharge
    }

    /// How much it weighs more than it did then, in units of plain hard cost.
    #[inline]
    pub(crate) fn more_than(&self, then: i128) -> f64 {
        (self.surcharge - then) as f64 / f64::from(PLAIN)
    }

    /// The weight of an owner's hard cost.
    #[inline]
    pub(crate) fn weight(&self, owner: usize) -> f64 {
        1.0 + f64::from(self.added[owner]) / f64::from(PLAIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_weighs_more_and_what_has_gone_fades() {
        let costs = [Cost { hard: 2, soft: 0 }, Cost { hard: 0, soft: 5 }];
        let mut stubborn = Stubborn::new(2);
        assert_eq!(stubborn.surcharge(), 0);
        for _ in 0..32 {
            stubborn.insist(&[0], &costs);
        }
        let weight = stubborn.weight(0);
        assert!((2.9..3.0).contains(&weight), "32 sixteenths more, less what faded: {weight}");
        assert_eq!(stubborn.weight(1), 1.0);
        assert_eq!(stubborn.more_than(0), 2.0 * (weight - 1.0), "two units of it");

        stubborn.change(0, 2, 0);
        assert_eq!(stubborn.surcharge(), 0, "it is gone");
        stubborn.change(0, 0, 1);
        assert_eq!(stubborn.more_than(0), weight - 1.0, "and back");
        let gone = [Cost::ZERO; 2];
        for _ in 0..20_000 {
            stubborn.insist(&[], &gone);
        }
        assert_eq!(stubborn.weight(0), 1.0);
    }
}
