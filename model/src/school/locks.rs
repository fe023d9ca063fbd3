//! Locks: what they say of one lesson, and of lessons that belong together.

use super::course::Course;
use super::id::{CourseId, RoomId, SlotId};
use super::rule::Turns;
use super::school::School;
use super::turns::Turn;
use crate::id::Id;
use crate::table::Table;

/// Where a lesson has to stay, as far as anything is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Locked {
    /// Where it starts.
    pub slot: Option<SlotId>,
    /// Where it is held.
    pub room: Option<RoomId>,
}

/// When the rounds of one block of a turn are held.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Order {
    /// By round: how many slots after the first one it starts.
    pub offsets: Vec<u32>,
    /// Where the first one starts, if that is locked.
    pub start: Option<SlotId>,
}

/// A lock that does not go with those before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Contradiction {
    /// The row of the lock.
    pub row: usize,
    /// The locked course that it contradicts; none: the lessons do not fit there at all.
    pub other: Option<CourseId>,
}

/// A locked round: the row of its lock, the round, the course, the slot.
type Fixed = (usize, usize, CourseId, usize);

impl School {
    /// What the locks say of a lesson: one row may say when, and another where.
    #[must_use]
    pub fn locked(&self, course: &str, block: u32) -> Locked {
        let mut locked = Locked::default();
        for lock in self.locks.iter().filter(|l| l.course == course && l.block == block) {
            locked.slot = locked.slot.or(lock.slot);
            locked.room = locked.room.or(lock.room);
        }
        locked
    }

    /// In which order the rounds of a block of a turn follow one another: as they are numbered,
    /// unless the locks want another order.
    ///
    /// # Errors
    /// The first lock that goes with no order, or not with the locks before it.
    pub fn order(
        &self,
        courses: &Table<CourseId, Course>,
        turn: &Turn,
        block: u32,
    ) -> Result<Order, Contradiction> {
        let fixed = self.fixed(courses, turn, block);
        for (index, &(row, ..)) in fixed.iter().enumerate() {
            if self.arrange(turn, block, &fixed[..=index]).is_none() {
                let apart =
                    |other: &&Fixed| self.arrange(turn, block, &[**other, fixed[index]]).is_none();
                let alone = self.arrange(turn, block, &fixed[index..=index]).is_none();
                let before = &fixed[..index];
                let other = before.iter().find(apart).or(before.last()).filter(|_| !alone);
                return Err(Contradiction { row, other: other.map(|&(_, _, course, _)| course) });
            }
        }
        Ok(self.arrange(turn, block, &fixed).unwrap_or_else(|| unlocked(turn, block)))
    }

    fn fixed(&self, courses: &Table<CourseId, Course>, turn: &Turn, block: u32) -> Vec<Fixed> {
        let round_of = |code: &str| {
            let mut rounds = turn.rounds.iter().enumerate();
            rounds.find_map(|(round, members)| {
                let found = members.iter().find(|&&id| courses[id].code == code);
                found.map(|&id| (round, id))
            })
        };
        let locks = self.locks.iter().enumerate().filter(|(_, lock)| lock.block == block);
        let fixed = locks.filter_map(|(row, lock)| {
            let (round, course) = round_of(&lock.course)?;
            Some((row, round, course, lock.slot?.index()))
        });
        fixed.collect()
    }

    /// An order and a start at which every locked round is where it has to be.
    fn arrange(&self, turn: &Turn, block: u32, fixed: &[Fixed]) -> Option<Order> {
        let plain = unlocked(turn, block);
        let length = turn.lengths[block as usize].max(1) as usize;
        let starts = self.calendar.slots.ids();
        let starts: Vec<SlotId> =
            starts.filter(|&slot| self.calendar.fits(slot, turn.span(block))).collect();
        let &(_, round, _, slot) = fixed.first()?;
        // as they are numbered, where that can be
        let usual = slot.checked_sub(plain.offsets[round] as usize).map(SlotId::new);
        let usual = usual.filter(|start| starts.contains(start));
        usual.into_iter().chain(starts.iter().copied()).find_map(|start| {
            let offsets = match turn.turns {
                Turns::Swap => places(turn.rounds.len(), length, start.index(), fixed)?,
                Turns::Alternate | Turns::Parallel => {
                    let together = fixed.iter().all(|&(.., slot)| slot == start.index());
                    together.then(|| plain.offsets.clone())?
                }
            };
            Some(Order { offsets, start: Some(start) })
        })
    }
}

/// The order as rounds are numbered.
fn unlocked(turn: &Turn, block: u32) -> Order {
    let length = turn.lengths[block as usize];
    let offset = |round: usize| match turn.turns {
        Turns::Swap => round as u32 * length,
        Turns::Alternate | Turns::Parallel => 0,
    };
    Order { offsets: (0..turn.rounds.len()).map(offset).collect(), start: None }
}

/// The offset of each round from a start: the locked ones where they are, the others in their order
/// in what is left.
fn places(rounds: usize, length: usize, start: usize, fixed: &[Fixed]) -> Option<Vec<u32>> {
    let mut taken: Vec<Option<usize>> = vec![None; rounds];
    for &(_, round, _, slot) in fixed {
        let after = slot.checked_sub(start)?;
        let place = taken.get_mut(after / length).filter(|_| after % length == 0)?;
        if place.is_some_and(|other| other != round) {
            return None;
        }
        *place = Some(round);
    }
    let once = |round: &usize| taken.iter().flatten().filter(|other| *other == round).count() < 2;
    if !(0..rounds).all(|round| once(&round)) {
        return None;
    }
    // a round keeps the place of its number where that is free
    for round in 0..rounds {
        if !taken.contains(&Some(round)) && taken[round].is_none() {
            taken[round] = Some(round);
        }
    }
    for round in 0..rounds {
        if !taken.contains(&Some(round))
            && let Some(free) = taken.iter().position(Option::is_none)
        {
            taken[free] = Some(round);
        }
    }
    let place = |round| taken.iter().position(|&other| other == Some(round));
    (0..rounds).map(|round| place(round).map(|at| (at * length) as u32)).collect()
}
