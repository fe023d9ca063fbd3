//! Sets of ids, kept as bits.

use crate::id::{Id, ResourceId, TimeId};
use std::marker::PhantomData;

/// A set of ids of one kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Set<I> {
    words: Vec<u64>,
    id: PhantomData<I>,
}

/// A set of times.
pub type TimeSet = Set<TimeId>;
/// A set of resources.
pub type ResourceSet = Set<ResourceId>;

impl<I> Default for Set<I> {
    fn default() -> Self {
        Self { words: Vec::new(), id: PhantomData }
    }
}

impl<I: Id> Set<I> {
    /// Adds an id; adding it again changes nothing.
    pub fn insert(&mut self, id: I) {
        let word = id.index() / 64;
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        self.words[word] |= 1 << (id.index() % 64);
    }

    /// Whether the id is in the set.
    #[must_use]
    pub fn contains(&self, id: I) -> bool {
        self.words.get(id.index() / 64).is_some_and(|word| word >> (id.index() % 64) & 1 == 1)
    }

    /// How many ids are in the set.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether the set holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// The ids in increasing order.
    pub fn iter(&self) -> impl Iterator<Item = I> + '_ {
        self.words.iter().enumerate().flat_map(|(index, &word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| I::new(index * 64 + bit))
        })
    }
}

impl<I: Id> FromIterator<I> for Set<I> {
    fn from_iter<T: IntoIterator<Item = I>>(ids: T) -> Self {
        let mut set = Self::default();
        for id in ids {
            set.insert(id);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_named_twice_is_one_member() {
        let set: TimeSet = [70, 3, 70].map(TimeId::new).into_iter().collect();
        assert_eq!(set.len(), 2);
        assert_eq!(set.iter().map(Id::index).collect::<Vec<_>>(), [3, 70]);
        assert!(set.contains(TimeId::new(70)) && !set.contains(TimeId::new(200)));
    }
}
