//! The resources that are matched with tasks time by time, as no constraint looks at what they do for
//! longer than that.

use super::{NONE, Role};
use crate::mask::Mask;

/// A set of small numbers, as bits.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct NumberSet(Box<[u64]>);

impl NumberSet {
    /// The numbers named, all below a limit.
    fn new(limit: usize, numbers: impl IntoIterator<Item = u32>) -> Self {
        let mut words = vec![0; limit.div_ceil(64)];
        for number in numbers {
            words[number as usize / 64] |= 1 << (number % 64);
        }
        Self(words.into())
    }

    /// Sixty-four of the numbers.
    #[inline]
    pub(crate) fn word(&self, word: usize) -> u64 {
        self.0[word]
    }
}

/// The resources that are candidates of roles filled by time, numbered from zero.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Matched {
    /// By resource: its number, or [`NONE`].
    pub(crate) numbers: Box<[u32]>,
    /// By number: the resource.
    pub(crate) resources: Vec<u32>,
    /// By time: the numbers of those whom no hard constraint keeps away.
    pub(crate) present: Box<[NumberSet]>,
}

impl Matched {
    /// Numbers the candidates of the roles that are filled by time, and notes their numbers there; `away`
    /// has the times by resource that hard constraints close to it.
    pub(crate) fn new<const W: usize>(roles: &mut [Role], times: usize, away: &[Mask<W>]) -> Self {
        let mut numbers = vec![NONE; away.len()];
        let mut resources = Vec::new();
        for &candidate in roles.iter().filter(|role| role.by_time).flat_map(|role| &role.candidates)
        {
            let number = &mut numbers[candidate as usize];
            if *number == NONE {
                *number = resources.len() as u32;
                resources.push(candidate);
            }
        }
        let all = resources.len();
        for role in roles.iter_mut().filter(|role| role.by_time) {
            let numbers = role.candidates.iter().map(|&candidate| numbers[candidate as usize]);
            role.suitable = NumberSet::new(all, numbers);
        }
        let there = |number: &u32, time| !away[resources[*number as usize] as usize].contains(time);
        let present = |time| NumberSet::new(all, (0..all as u32).filter(|n| there(n, time)));
        let present = (0..times).map(present).collect();
        Self { numbers: numbers.into(), resources, present }
    }

    /// How many words a set of them has.
    #[inline]
    pub(crate) fn words(&self) -> usize {
        self.resources.len().div_ceil(64)
    }

    /// Whether no hard constraint keeps a resource away at a time; of those matched only.
    #[inline]
    pub(crate) fn is_there(&self, resource: u32, time: usize) -> bool {
        let number = self.numbers[resource as usize];
        number == NONE || self.present[time].word(number as usize / 64) >> (number % 64) & 1 == 1
    }
}
