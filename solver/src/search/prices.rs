//! What it costs to send meets away, and to take resources from them.

use crate::layout::NONE;
use crate::moves::{augment, tasks};
use crate::rng::Rng;
use crate::state::State;

/// So many candidates are looked at for a task.
const CANDIDATES: usize = 24;
/// The price of a meet that cannot leave.
const IMMOVABLE: i64 = 1 << 20;

/// Tasks and who is to have them.
pub(super) type Changes = Vec<(usize, u32)>;

/// By meet: how stubborn it is, one at least.
#[derive(Debug)]
pub(super) struct Prices(Vec<i64>);

impl Prices {
    pub(super) fn new(meets: usize) -> Self {
        Self(vec![1; meets])
    }

    /// How many meets there are.
    pub(super) const fn meets(&self) -> usize {
        self.0.len()
    }

    pub(super) fn by_meet(&self, meet: usize) -> i64 {
        self.0[meet]
    }

    pub(super) fn raise(&mut self, meet: usize) {
        self.0[meet] += 1;
    }

    pub(super) fn halve(&mut self) {
        self.0.iter_mut().for_each(|price| *price = (*price / 2).max(1));
    }

    /// What it costs to send a meet away.
    pub(super) fn of<const W: usize>(&self, state: &State<'_, W>, meet: usize) -> i64 {
        match state.layout().unit(meet).fixed_start {
            Some(_) => IMMOVABLE,
            None => self.0[meet],
        }
    }

    /// Gives the free tasks of a meet to who is free, or can be made so, or is cheapest to take from
    /// others.
    pub(super) fn fill<const W: usize>(
        &self,
        state: &mut State<'_, W>,
        rng: &mut Rng,
        meet: usize,
    ) {
        tasks::refill(state, rng, meet);
        augment::relieve(state, rng);
        let layout = state.layout();
        for task in layout.tasks(meet) {
            let role = &layout.roles[layout.task_role[task] as usize];
            let holder = state.now().holder(task);
            let serves = holder != NONE && !tasks::is_shared(state, holder as usize, meet);
            if !role.bound && !serves {
                self.take(state, rng, meet, task, &role.candidates);
            }
        }
    }

    /// Gives a task to the candidate whose other meets can do best without.
    fn take<const W: usize>(
        &self,
        state: &mut State<'_, W>,
        rng: &mut Rng,
        meet: usize,
        task: usize,
        candidates: &[u32],
    ) {
        let mut best: Option<(i64, u32, Changes)> = None;
        for &candidate in rng.around(candidates).take(CANDIDATES) {
            let (price, changes) = self.price_of(state, meet, candidate);
            if best.as_ref().is_none_or(|(least, ..)| price < *least) {
                best = Some((price, candidate, changes));
                if price == 0 {
                    break;
                }
            }
        }
        let Some((_, candidate, changes)) = best else { return };
        for (task, holder) in changes {
            state.assign_resource(task, holder);
        }
        state.assign_resource(task, candidate);
    }

    /// What it costs to have a resource at a meet, and who stands in for it elsewhere.
    fn price_of<const W: usize>(
        &self,
        state: &State<'_, W>,
        meet: usize,
        resource: u32,
    ) -> (i64, Changes) {
        let mut price = 0;
        let mut changes = Changes::new();
        for time in state.now().span(meet).iter() {
            let other = match state.now().occupant(resource as usize, time) {
                Some(other) if other == meet => continue,
                Some(other) => other,
                None if state.now().uses(resource as usize, time) == 0 => continue,
                None => {
                    price += IMMOVABLE;
                    continue;
                }
            };
            match stand_in(state, other, resource) {
                Some(change) if changes.contains(&change) => {}
                Some(change) => changes.push(change),
                None => price += self.of(state, other),
            }
        }
        (price, changes)
    }
}

/// A task that a resource has at a meet, and who could take it over.
fn stand_in<const W: usize>(
    state: &State<'_, W>,
    meet: usize,
    resource: u32,
) -> Option<(usize, u32)> {
    let layout = state.layout();
    let task = layout.tasks(meet).find(|&task| state.now().holder(task) == resource)?;
    let role = &layout.roles[layout.task_role[task] as usize];
    let span = state.now().span(meet);
    let is_free = |&&other: &&u32| !state.now().busy(other as usize).meets(span);
    let other = role.candidates.iter().filter(|_| !role.bound).find(is_free)?;
    Some((task, *other))
}
