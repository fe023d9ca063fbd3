//! What a search has decided, and nothing derived from it.

/// A timetable as decided: enough to come back to it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Snapshot {
    /// By meet.
    pub(crate) lengths: Vec<u32>,
    /// By meet.
    pub(crate) starts: Vec<u32>,
    /// By task.
    pub(crate) holders: Vec<u32>,
}

impl Snapshot {
    /// Meets of one time each that start so.
    #[cfg(test)]
    pub(crate) fn of_starts(starts: Vec<u32>) -> Self {
        Self { lengths: vec![1; starts.len()], starts, holders: Vec::new() }
    }

    /// How many decisions it holds: where each meet starts, how long it lasts, and who fills each task.
    pub(crate) fn decisions(&self) -> usize {
        self.starts.len() + self.holders.len()
    }

    /// In how many of them another one differs.
    pub(crate) fn differences(&self, other: &Self) -> usize {
        let meets = self.starts.iter().zip(&self.lengths);
        let others = other.starts.iter().zip(&other.lengths);
        let holders = self.holders.iter().zip(&other.holders);
        meets.zip(others).filter(|(a, b)| a != b).count() + holders.filter(|(a, b)| a != b).count()
    }
}
