//! Mark and undo: what has to be put back, the last first.

use jadwal_model::Cost;

/// One thing to put back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Entry {
    /// A meet started here.
    Start(u32, u32),
    /// A task was held by this resource.
    Holder(u32, u32),
    /// A meet was this long; it is unplaced when this is put back.
    Length(u32, u32),
    /// An owner cost this much.
    Price(u32, Cost),
}

/// Entries since the last commit.
#[derive(Clone, Debug, Default)]
pub(crate) struct Journal(Vec<Entry>);

/// A point to which to go back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Mark(usize);

impl Mark {
    /// Right after a commit.
    pub(crate) const START: Self = Self(0);
}

impl Journal {
    #[inline]
    pub(crate) fn push(&mut self, entry: Entry) {
        self.0.push(entry);
    }

    #[inline]
    pub(crate) fn mark(&self) -> Mark {
        Mark(self.0.len())
    }

    /// The last entry after a mark, taken out.
    #[inline]
    pub(crate) fn pop(&mut self, mark: Mark) -> Option<Entry> {
        if self.0.len() > mark.0 { self.0.pop() } else { None }
    }

    /// What has been noted since the last commit.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.0
    }

    /// Nothing can be undone any more.
    #[inline]
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}
