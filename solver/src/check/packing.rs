//! How much fits, when meets of given lengths with given starts may not overlap: an upper bound, as
//! any of them may be used as often as it fits.

use super::view::View;
use crate::mask::Mask;
use jadwal_model::{EventId, Id};

/// The lengths that some events can have, in order, and where meets of each can start.
#[derive(Clone, Debug)]
pub(super) struct Packing<const W: usize> {
    times: usize,
    starts: Vec<(u32, Mask<W>)>,
}

impl<const W: usize> Packing<W> {
    pub(super) fn new(view: &View<'_, W>, events: &[EventId]) -> Self {
        let mut by_length: Vec<Mask<W>> = Vec::new();
        for event in events {
            let starts = &view.lessons[event.index()].starts;
            by_length.resize(by_length.len().max(starts.len()), Mask::default());
            for (all, starts) in by_length.iter_mut().zip(starts) {
                *all = all.or(*starts);
            }
        }
        let starts = by_length.into_iter().enumerate().filter(|(_, starts)| !starts.is_empty());
        let starts = starts.map(|(length, starts)| (length as u32, starts)).collect();
        Self { times: view.instance.facts.times.len(), starts }
    }

    pub(super) fn lengths(&self) -> impl Iterator<Item = u32> {
        self.starts.iter().map(|&(length, _)| length)
    }

    /// The most meets of this length, or longer ones in their place.
    pub(super) fn most_meets(&self, length: u32) -> i64 {
        let long = self.starts.iter().filter(|(other, _)| *other >= length);
        let starts = long.fold(Mask::default(), |all: Mask<W>, (_, starts)| all.or(*starts));
        // the earliest is never worse: all are equally long
        let (mut number, mut free) = (0, 0);
        for start in starts.iter() {
            if start >= free {
                number += 1;
                free = start + length as usize;
            }
        }
        number
    }

    /// The most times of a set that meets can take.
    pub(super) fn most_times(&self, within: Mask<W>) -> i64 {
        let mut most = vec![0i64; self.times + 1];
        for end in 1..=self.times {
            let mut best = most[end - 1];
            for &(length, starts) in &self.starts {
                let Some(start) = end.checked_sub(length as usize) else { continue };
                if starts.contains(start) {
                    let inside = Mask::span(start, length as usize).and(within).count();
                    best = best.max(most[start] + inside);
                }
            }
            most[end] = best;
        }
        most[self.times]
    }
}
