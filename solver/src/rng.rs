//! Seeded streams of random numbers; the only place that makes randomness.

use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::Rng as _;

/// One stream. The generator is named, not the library's default, so that streams never change.
#[derive(Clone, Debug)]
pub(crate) struct Rng(Pcg64Mcg);

/// The finishing step of `SplitMix64`: neighbouring seeds differ in half of their bits.
const fn scattered(seed: u64) -> u64 {
    let mixed = (seed ^ (seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

impl Rng {
    /// The stream of one lane of a run.
    pub(crate) fn new(seed: u64, lane: u64) -> Self {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&lane.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_le_bytes());
        // the generator ignores the lowest bit of its state, so no seed may stand there
        bytes[8..].copy_from_slice(&scattered(seed).to_le_bytes());
        let mut rng = Self(Pcg64Mcg::from_seed(bytes));
        for _ in 0..8 {
            rng.bits(); // neighbouring seeds start alike
        }
        rng
    }

    /// 32 random bits.
    #[inline]
    pub(crate) fn bits(&mut self) -> u32 {
        (self.0.next_u64() >> 32) as u32
    }

    /// A number below `bound`; zero when the bound is zero.
    #[inline]
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        ((u64::from(self.bits()) * bound as u64) >> 32) as usize
    }

    /// True `per_mille` times in a thousand.
    #[inline]
    pub(crate) fn chance(&mut self, per_mille: u32) -> bool {
        ((u64::from(self.bits()) * 1000) >> 32) < u64::from(per_mille)
    }

    /// One of the items; none when there are none.
    #[inline]
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }

    /// All the items, from a random one on.
    #[inline]
    pub(crate) fn around<'a, T>(
        &mut self,
        items: &'a [T],
    ) -> impl Iterator<Item = &'a T> + Clone + use<'a, T> {
        let (before, from) = items.split_at(self.below(items.len()));
        from.iter().chain(before)
    }

    /// Puts the items in random order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// Values of -ln(u) for u spread evenly over (0, 1), so that no platform's own logarithm decides
/// about acceptance.
#[derive(Clone, Debug)]
pub(crate) struct Exponential(Vec<f64>);

const BITS: u32 = 14;

impl Exponential {
    pub(crate) fn new() -> Self {
        let size = 1u32 << BITS;
        Self((0..size).map(|i| -logarithm((f64::from(i) + 0.5) / f64::from(size))).collect())
    }

    /// An exponentially distributed number of mean one.
    #[inline]
    pub(crate) fn draw(&self, rng: &mut Rng) -> f64 {
        self.0[(rng.bits() >> (32 - BITS)) as usize]
    }
}

/// Natural logarithm of a positive number by halving and a series: only additions,
/// multiplications and divisions, which every platform rounds alike.
pub(crate) fn logarithm(mut x: f64) -> f64 {
    let mut halvings = 0.0;
    while x < 0.75 {
        x *= 2.0;
        halvings -= 1.0;
    }
    while x > 1.5 {
        x *= 0.5;
        halvings += 1.0;
    }
    let ratio = (x - 1.0) / (x + 1.0);
    let (square, mut power, mut sum) = (ratio * ratio, ratio, 0.0);
    for odd in (1..40).step_by(2) {
        sum += power / f64::from(odd);
        power *= square;
    }
    2.0 * sum + halvings * std::f64::consts::LN_2
}

/// e to the power of a number, by halving the argument and a series, for the same reason.
pub(crate) fn exponential(x: f64) -> f64 {
    let halved = x / 1024.0;
    let (mut term, mut sum) = (1.0, 1.0);
    for n in 1..12 {
        term *= halved / f64::from(n);
        sum += term;
    }
    (0..10).fold(sum, |value: f64, _| value * value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_functions_agree_with_the_platform() {
        for x in [1e-6, 0.01, 0.3, 1.0, 7.5, 1e5] {
            assert!((logarithm(x) - f64::ln(x)).abs() < 1e-9, "ln {x}");
            assert!((exponential(-x.min(20.0)) - f64::exp(-x.min(20.0))).abs() < 1e-9, "exp {x}");
        }
    }

    #[test]
    fn streams_differ_and_repeat() {
        let draw = |seed, lane| {
            let mut rng = Rng::new(seed, lane);
            [(); 4].map(|()| rng.below(1000))
        };
        assert_eq!(draw(1, 0), draw(1, 0));
        assert_ne!(draw(1, 0), draw(1, 1));
        let seeds: std::collections::BTreeSet<_> = (0..16).map(|seed| draw(seed, 0)).collect();
        assert_eq!(seeds.len(), 16, "neighbouring seeds differ");
    }

    #[test]
    fn exponential_has_mean_one() {
        let (table, mut rng) = (Exponential::new(), Rng::new(3, 0));
        let mean = (0..20_000).map(|_| table.draw(&mut rng)).sum::<f64>() / 20_000.0;
        assert!((mean - 1.0).abs() < 0.03, "{mean}");
    }
}
