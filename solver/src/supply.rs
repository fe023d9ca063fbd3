//! Which resources are free at each time, for the roles whose tasks are matched time by time, and which
//! of these tasks wait.

use crate::layout::{Layout, Matched, NONE};
use crate::mask::members;
use std::ops::Range;

/// What is there, and what it is wanted for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Supply {
    /// By time, so many words: the numbers of who is free.
    free: Box<[u64]>,
    words: usize,
    /// Tasks of placed meets that have nobody, as bits.
    waiting: Box<[u64]>,
    waits: usize,
}

impl Supply {
    /// Everybody is free.
    pub(crate) fn new<const W: usize>(layout: &Layout<W>) -> Self {
        Self {
            free: vec![!0; layout.matched.words() * layout.times].into(),
            words: layout.matched.words(),
            waiting: vec![0; layout.task_meet.len().div_ceil(64)].into(),
            waits: 0,
        }
    }

    /// Of some resources of one word, who is there at all of the times, and who of them is free.
    #[inline]
    pub(crate) fn choice(
        &self,
        matched: &Matched,
        times: Range<usize>,
        word: usize,
        wanted: u64,
    ) -> (u64, u64) {
        times.fold((wanted, wanted), |(there, free), time| {
            let there = there & matched.present[time].word(word);
            (there, free & there & self.free[time * self.words + word])
        })
    }

    /// Hears that a resource that was free at a time is not any more, or is again; by its number, which is
    /// [`NONE`] for those that are not matched.
    #[inline]
    pub(crate) fn flip(&mut self, number: u32, time: usize) {
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

    /// Whether any task waits.
    #[inline]
    pub(crate) const fn anybody_waits(&self) -> bool {
        self.waits > 0
    }

    /// The tasks that wait, in order.
    #[inline]
    pub(crate) fn waiting(&self) -> impl Iterator<Item = usize> + '_ {
        let words = if self.anybody_waits() { &self.waiting[..] } else { &[] };
        members(words.iter().copied())
    }
}
