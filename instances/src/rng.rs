//! Seeded streams of random numbers; the only place that makes randomness.

use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::Rng as _;
use std::ops::RangeInclusive;

/// One stream. The generator is named, not the library's default, so that schools never change.
#[derive(Clone, Debug)]
pub(crate) struct Rng(Pcg64Mcg);

/// The finishing step of `SplitMix64`: neighbouring seeds differ in half of their bits.
fn scattered(seed: u64) -> u64 {
    let mixed = (seed ^ (seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// What is drawn from a stream of its own: to draw once more for rooms leaves people as they were.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stream {
    Week,
    Grid,
    Classes,
    Rooms,
    Staff,
    Persons,
    Rules,
    Locks,
    Flaw,
}

impl Rng {
    /// The stream of a seed for one concern.
    pub(crate) fn new(seed: u64, stream: Stream) -> Self {
        let lane = (stream as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&lane.to_le_bytes());
        // the generator ignores the lowest bit of its state, so no seed may stand there
        bytes[8..].copy_from_slice(&scattered(seed).to_le_bytes());
        let mut rng = Self(Pcg64Mcg::from_seed(bytes));
        for _ in 0..8 {
            rng.below(2);
        }
        rng
    }

    /// A number below `bound`; zero when the bound is zero.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (((self.0.next_u64() >> 32) * bound as u64) >> 32) as usize
    }

    /// A number of the range.
    pub(crate) fn within(&mut self, range: RangeInclusive<u32>) -> u32 {
        let width = range.end().saturating_sub(*range.start()) as usize + 1;
        range.start() + self.below(width) as u32
    }

    /// True so many times in a hundred.
    pub(crate) fn chance(&mut self, per_cent: usize) -> bool {
        self.below(100) < per_cent
    }

    /// Puts the items in random order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// One of the items; none when there are none.
    pub(crate) fn pick<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        items.get(self.below(items.len())).copied()
    }
}
