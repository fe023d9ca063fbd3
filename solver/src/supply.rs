//! Which resources are free at each time, for the roles whose tasks are matched time by time, and which
//! of these tasks wait.

use crate::layout::{Layout, NONE};
use std::ops::Range;

/// What is there, and what it is wanted for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Supply {
    /// By resource: its number among those matched, or [`NONE`].
    number: Box<[u32]>,
    words: usize,
    /// By time, so many words: the numbers of who is free.
    free: Box<[u64]>,
    /// The same of who is there at all.
    present: Box<[u64]>,
    /// Tasks of placed meets that have nobody, as bits.
    waiting: Box<[u64]>,
    waits: usize,
}

impl Supply {
    /// Everybody is free.
    pub(crate) fn new<const W: usize>(layout: &Layout<W>) -> Self {
        let matched = &layout.matched;
        let words = matched.resources.len().div_ceil(64);
        let present = matched.present.iter().flat_map(|set| set.words().iter().copied());
        Self {
            number: matched.numbers.clone(),
            words,
            free: vec![!0; words * layout.times].into(),
            present: present.collect(),
            waiting: vec![0; layout.task_meet.len().div_ceil(64)].into(),
            waits: 0,
        }
    }

    /// How many words a set of resources has.
    #[inline]
    pub(crate) const fn words(&self) -> usize {
        self.words
    }

    /// Of some resources of one word, who is there at all of the times, and who of them is free.
    #[inline]
    pub(crate) fn choice(&self, times: Range<usize>, word: usize, wanted: u64) -> (u64, u64) {
        let places = times.map(|time| time * self.words + word);
        places.fold((wanted, wanted), |(there, free), place| {
            let there = there & self.present[place];
            (there, free & there & self.free[place])
        })
    }

    /// Whether no hard constraint keeps a resource away at a time; of those matched only.
    #[inline]
    pub(crate) fn is_present(&self, resource: usize, time: usize) -> bool {
        let number = self.number[resource] as usize;
        self.number[resource] == NONE
            || self.present[time * self.words + number / 64] >> (number % 64) & 1 == 1
    }

    /// Hears that a resource that was free at a time is not any more, or is again.
    #[inline]
    pub(crate) fn flip(&mut self, resource: usize, time: usize) {
        let number = self.number[resource];
        if number != NONE {
            self.free[time * self.words + number as usize / 64] ^= 1 << (number % 64);
        }
    }

    /// Notes whether a task waits.
    #[inline]
    pub(crate) fn set_waiting(&mut self, task: usize, waits: bool) {
        let (word, bit) = (&mut self.waiting[task / 64], 1 << (task % 64));
        if (*word & bit != 0) != waits {
            *word ^= bit;
            self.waits = if waits { self.waits + 1 } else { self.waits - 1 };
        }
    }

    /// The tasks that wait, in order.
    #[inline]
    pub(crate) fn waiting(&self) -> impl Iterator<Item = usize> + '_ {
        let words = if self.waits == 0 { &[] } else { &self.waiting[..] };
        words
            .iter()
            .enumerate()
            .flat_map(|(index, &word)| bits(word).map(move |bit| index * 64 + bit as usize))
    }
}

/// The numbers of the bits of a word, in order.
#[inline]
pub(crate) fn bits(mut word: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = word.trailing_zeros();
        word &= word.wrapping_sub(1);
        (bit < 64).then_some(bit)
    })
}
