//! Moves: the changes that a search may try. A move speaks only in the state's basic operations.

pub(crate) mod augment;
mod eject_chain;
mod kempe_chain;
mod merge_meets;
mod move_holder;
mod move_meet;
mod move_task;
mod pass_on;
mod refill_group;
mod rematch_tasks;
mod replace_resource;
mod resize_meets;
mod ruin_meets;
mod split_meet;
mod swap_holders;
mod swap_meets;
mod swap_tasks;
pub(crate) mod tasks;
mod wheel;

pub(crate) use wheel::Wheel;

use crate::layout::Layout;
use crate::rng::Rng;
use crate::state::{Owner, State};

/// What came of trying a move.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Attempt {
    /// There was nothing to try; the state is as it was.
    Nothing,
    /// It was evaluated far enough to see that it would be refused; the state is as it was.
    Hopeless,
    /// It was done, and waits to be settled, and kept or undone.
    Done,
}

/// How much worse a move may make the timetable, so that a move can give up early.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Guard {
    pub(crate) hard_weight: f64,
    pub(crate) threshold: f64,
}

impl Guard {
    /// Whether a move that surely brings this much new hard cost, to one meet only, is refused
    /// whatever else it does: it cannot win more than all that its owners cost now.
    pub(crate) fn refuses<const W: usize>(
        &self,
        state: &State<'_, W>,
        meet: usize,
        floor: i64,
    ) -> bool {
        if floor == 0 {
            return false;
        }
        let price = self.hard_weight * floor as f64;
        if price <= self.threshold {
            return false;
        }
        let mut win = 0.0;
        let mut add = |owner| win += state.price_of(owner, self.hard_weight);
        let unit = state.layout().meet_unit[meet] as usize;
        add(Owner::Unit(unit));
        for &group in &state.compiled.unit_groups[unit] {
            add(Owner::Group(group as usize));
        }
        state.now().attendees(state.layout(), meet, |resource| add(Owner::Resource(resource)));
        price - win > self.threshold
    }
}

/// One of the starts of a meet; none where its time is fixed, or there are none.
fn some_start<const W: usize>(state: &State<'_, W>, rng: &mut Rng, meet: usize) -> Option<u32> {
    let unit = state.layout().unit(meet);
    let length = state.now().length(meet) as usize;
    if unit.fixed_start.is_some() { None } else { rng.pick(&unit.starts[length]).copied() }
}

/// A kind of move.
#[derive(Debug)]
pub(crate) struct Move<const W: usize> {
    pub(crate) name: &'static str,
    /// How often to try it, relative to the others.
    pub(crate) share: f64,
    /// Whether an instance has anything for it to change.
    pub(crate) supports: fn(&Layout<W>) -> bool,
    /// Tries it, beginning from a meet.
    attempt: fn(&mut State<'_, W>, &mut Rng, usize, &Guard) -> Attempt,
}

impl<const W: usize> Move<W> {
    /// Tries it, and serves the tasks that wait at the times that it has changed.
    #[inline]
    pub(crate) fn attempt(
        &self,
        state: &mut State<'_, W>,
        rng: &mut Rng,
        meet: usize,
        guard: &Guard,
    ) -> Attempt {
        let attempt = (self.attempt)(state, rng, meet, guard);
        if attempt == Attempt::Done {
            augment::relieve(state, rng);
        }
        attempt
    }
}

/// All kinds of moves.
fn all<const W: usize>() -> Vec<Move<W>> {
    vec![
        move_meet::describe(),
        swap_meets::describe(),
        kempe_chain::describe(),
        eject_chain::describe(),
        refill_group::describe(),
        split_meet::describe(),
        merge_meets::describe(),
        resize_meets::describe(),
        move_task::describe(),
        swap_tasks::describe(),
        move_holder::describe(),
        swap_holders::describe(),
        pass_on::describe(),
        rematch_tasks::describe(),
        replace_resource::describe(),
        ruin_meets::describe(),
    ]
}
