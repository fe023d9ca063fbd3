//! Sets of times of a width known when compiling, so that small cycles cost one machine word.

use std::ops::Range;

/// The longest cycle for which there is a width.
pub const MAX_TIMES: usize = 1024;

/// Calls a function in the least width that holds so many times, at most [`MAX_TIMES`]: the width is
/// fixed when compiling, and most schools fit into one machine word.
macro_rules! in_width {
    ($times:expr, $function:ident($($value:expr),* $(,)?)) => {
        match $times {
            0..=64 => $function::<1>($($value),*),
            65..=128 => $function::<2>($($value),*),
            129..=256 => $function::<4>($($value),*),
            _ => $function::<16>($($value),*),
        }
    };
}
pub(crate) use in_width;

/// A set of times below `64 * W`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Mask<const W: usize>([u64; W]);

impl<const W: usize> Default for Mask<W> {
    fn default() -> Self {
        Self([0; W])
    }
}

impl<const W: usize> Mask<W> {
    /// The times from `start` on, `length` of them.
    #[inline]
    pub(crate) fn span(start: usize, length: usize) -> Self {
        Self::below(start + length).minus(Self::below(start))
    }

    /// The times below a bound.
    #[inline]
    pub(crate) fn below(bound: usize) -> Self {
        Self(std::array::from_fn(|word| match bound.saturating_sub(word * 64) {
            64.. => !0,
            bits => (1 << bits) - 1,
        }))
    }

    #[inline]
    pub(crate) fn insert(&mut self, time: usize) {
        self.0[time / 64] |= 1 << (time % 64);
    }

    #[inline]
    pub(crate) fn remove(&mut self, time: usize) {
        self.0[time / 64] &= !(1 << (time % 64));
    }

    #[inline]
    pub(crate) fn contains(self, time: usize) -> bool {
        self.0[time / 64] >> (time % 64) & 1 == 1
    }

    #[inline]
    pub(crate) fn and(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & other.0[word]))
    }

    #[inline]
    pub(crate) fn or(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }

    #[inline]
    pub(crate) fn minus(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & !other.0[word]))
    }

    #[inline]
    pub(crate) fn count(self) -> i64 {
        i64::from(self.0.iter().map(|word| word.count_ones()).sum::<u32>())
    }

    /// How many times of the set are in another one that lies within a range of times which is not empty:
    /// only the words of the range are looked at.
    #[inline]
    pub(crate) fn count_common(&self, other: &Self, within: &Range<usize>) -> i64 {
        let words = within.start / 64..(within.end - 1) / 64 + 1;
        let common = words.map(|word| self.0[word] & other.0[word]);
        // mostly there are none, and counting bits takes a while
        let number = |bits: u64| if bits == 0 { 0 } else { i64::from(bits.count_ones()) };
        common.map(number).sum()
    }

    #[inline]
    pub(crate) fn is_empty(self) -> bool {
        self.0.iter().all(|&word| word == 0)
    }

    #[inline]
    pub(crate) fn meets(self, other: Self) -> bool {
        !self.and(other).is_empty()
    }

    /// The first time of the set.
    #[inline]
    pub(crate) fn first(self) -> Option<usize> {
        let word = self.0.iter().position(|&word| word != 0)?;
        Some(word * 64 + self.0[word].trailing_zeros() as usize)
    }

    /// Every time one earlier; the first one of the cycle falls away.
    #[inline]
    pub(crate) fn earlier(self) -> Self {
        Self(std::array::from_fn(|word| {
            let next = self.0.get(word + 1).map_or(0, |next| next << 63);
            self.0[word] >> 1 | next
        }))
    }

    /// Every time one later.
    #[inline]
    pub(crate) fn later(self) -> Self {
        Self(std::array::from_fn(|word| {
            let before = if word == 0 { 0 } else { self.0[word - 1] >> 63 };
            self.0[word] << 1 | before
        }))
    }

    /// From the first to the last time of the set, both included; empty for the empty set.
    #[inline]
    pub(crate) fn hull(self) -> Self {
        let Some(first) = self.0.iter().position(|&word| word != 0) else { return self };
        let last = self.0.iter().rposition(|&word| word != 0).unwrap_or(first);
        let low = first * 64 + self.0[first].trailing_zeros() as usize;
        let high = last * 64 + 63 - self.0[last].leading_zeros() as usize;
        Self::span(low, high + 1 - low)
    }

    /// The times in order.
    #[inline]
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        members(self.0)
    }
}

/// The numbers in a set that is given as words, in order.
#[inline]
pub(crate) fn members(words: impl IntoIterator<Item = u64>) -> impl Iterator<Item = usize> {
    let of_word = |(index, word)| bits(word).map(move |bit| index * 64 + bit as usize);
    words.into_iter().enumerate().flat_map(of_word)
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

impl<const W: usize> FromIterator<usize> for Mask<W> {
    fn from_iter<I: IntoIterator<Item = usize>>(times: I) -> Self {
        let mut mask = Self::default();
        times.into_iter().for_each(|time| mask.insert(time));
        mask
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_and_hulls_cross_words() {
        let span = Mask::<2>::span(62, 4);
        assert_eq!(span.iter().collect::<Vec<_>>(), [62, 63, 64, 65]);
        assert_eq!(Mask::<2>::from_iter([3, 70]).hull().count(), 68);
        assert_eq!(Mask::<1>::span(0, 64).count(), 64);
        assert!(Mask::<2>::default().hull().is_empty());
        let earlier = Mask::<2>::from_iter([0, 1, 64, 127]).earlier();
        assert_eq!(earlier.iter().collect::<Vec<_>>(), [0, 63, 126]);
        assert_eq!(earlier.minus(Mask::span(0, 64)).first(), Some(126));
        assert_eq!(Mask::<2>::default().first(), None);
        let later = Mask::<2>::from_iter([0, 63, 126]).later();
        assert_eq!(later.iter().collect::<Vec<_>>(), [1, 64, 127]);
    }
}
