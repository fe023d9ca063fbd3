//! Into which meets an event may be cut where nothing hard is broken.

use crate::construct::cuts;
use jadwal_model::Kind;
use jadwal_model::cost::distance;

/// The legal cuts of an event.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Cuts {
    duration: u32,
    /// One by one; none where they are too many, and then only the lengths are known.
    ways: Option<Vec<Vec<u32>>>,
    /// The lengths that occur, in order.
    pub(super) lengths: Vec<u32>,
    amounts: (i64, i64),
}

impl Cuts {
    /// The cuts that keep these constraints.
    pub(super) fn new(duration: u32, kinds: &[&Kind]) -> Self {
        let whole = i64::from(duration);
        let allowed = |length: &u32| {
            kinds.iter().all(|kind| match kind {
                Kind::SplitEvents(k) => k.allows(i64::from(*length)),
                _ => true,
            })
        };
        let mut amounts = (1, whole);
        for kind in kinds {
            if let Kind::SplitEvents(k) = kind {
                amounts.0 = amounts.0.max(k.minimum_amount);
                amounts.1 = amounts.1.min(k.maximum_amount);
            }
        }
        let legal = |way: &Vec<u32>| {
            way.iter().all(allowed)
                && distance(way.len() as i64, amounts.0, amounts.1) == 0
                && kinds.iter().all(|kind| distributes(kind, way))
        };
        let ways = cuts(duration, duration, 1).map(|ways| ways.into_iter().filter(legal).collect());
        let lengths = (1..=duration).filter(allowed).collect();
        let mut all = Self { duration, ways, lengths, amounts };
        all.settle();
        all
    }

    /// Leaves out what needs a length that cannot be placed.
    pub(super) fn keep(&mut self, possible: impl Fn(u32) -> bool) {
        if let Some(ways) = &mut self.ways {
            ways.retain(|way| way.iter().all(|&length| possible(length)));
        }
        self.lengths.retain(|&length| possible(length));
        self.settle();
    }

    /// Leaves the event in one piece, if it may be.
    pub(super) fn keep_whole(&mut self) {
        let (duration, whole) = (self.duration, self.amounts.0 <= 1);
        self.keep(|length| whole && length == duration);
    }

    fn settle(&mut self) {
        if let Some(ways) = &self.ways {
            self.lengths.retain(|length| ways.iter().any(|way| way.contains(length)));
        }
    }

    /// Whether there is one.
    pub(super) const fn possible(&self) -> bool {
        !self.lengths.is_empty()
    }

    /// The least number of meets of this length or longer.
    pub(super) fn fewest(&self, length: u32) -> i64 {
        let Some(ways) = &self.ways else {
            let longest = self.lengths.last().copied().unwrap_or(1).max(1);
            let all = i64::from(self.duration.div_ceil(longest)).max(self.amounts.0);
            return if length <= 1 { all } else { 0 };
        };
        let number = |way: &Vec<u32>| way.iter().filter(|&&piece| piece >= length).count();
        ways.iter().map(number).min().unwrap_or(0) as i64
    }

    /// The greatest number of meets.
    pub(super) fn most(&self) -> i64 {
        match &self.ways {
            Some(ways) => ways.iter().map(Vec::len).max().unwrap_or(0) as i64,
            None => self.amounts.1,
        }
    }
}

fn distributes(kind: &Kind, way: &[u32]) -> bool {
    let Kind::DistributeSplitEvents(k) = kind else { return true };
    let number = way.iter().filter(|&&length| i64::from(length) == k.duration).count();
    distance(number as i64, k.minimum, k.maximum) == 0
}
