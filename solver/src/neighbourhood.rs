//! Where to try next: a random meet, or one that has to do with a defect.

use crate::layout::NONE;
use crate::rng::Rng;
use crate::state::{Owner, State};
use jadwal_model::Cost;

/// The owners whose cost is above zero, in an order that only the search's own steps decide.
#[derive(Clone, Debug)]
pub(crate) struct Defects {
    hard: Members,
    soft: Members,
}

#[derive(Clone, Debug)]
struct Members {
    list: Vec<u32>,
    place: Vec<u32>,
}

impl Members {
    fn new(owners: usize) -> Self {
        Self { list: Vec::new(), place: vec![NONE; owners] }
    }

    fn set(&mut self, number: usize, member: bool) {
        let place = self.place[number];
        if member && place == NONE {
            self.place[number] = self.list.len() as u32;
            self.list.push(number as u32);
        } else if !member && place != NONE {
            self.list.swap_remove(place as usize);
            if let Some(&moved) = self.list.get(place as usize) {
                self.place[moved as usize] = place;
            }
            self.place[number] = NONE;
        }
    }
}

impl Defects {
    /// The defects of a state.
    pub(crate) fn new<const W: usize>(state: &State<'_, W>) -> Self {
        let owners = state.owners();
        let mut defects = Self { hard: Members::new(owners), soft: Members::new(owners) };
        for number in 0..owners {
            defects.note(number, state.cost_of(state.owner(number)));
        }
        defects
    }

    #[inline]
    fn note(&mut self, number: usize, cost: Cost) {
        self.hard.set(number, cost.hard > 0);
        self.soft.set(number, cost.soft > 0);
    }

    /// Hears of the changes that are about to be committed.
    pub(crate) fn update<const W: usize>(&mut self, state: &State<'_, W>) {
        state.changed(|number, _, now| self.note(number, now));
    }

    /// The owners with hard cost.
    pub(crate) fn hard(&self) -> &[u32] {
        &self.hard.list
    }

    /// A random owner with hard cost.
    pub(crate) fn pick_hard(&self, rng: &mut Rng) -> Option<usize> {
        rng.pick(&self.hard.list).map(|&number| number as usize)
    }

    /// A meet to begin a move with; none now and then, when the dice fall on an unused slot.
    pub(crate) fn pick_meet<const W: usize>(
        &self,
        state: &State<'_, W>,
        rng: &mut Rng,
        guided: u32,
    ) -> Option<usize> {
        let meet = if rng.chance(guided) {
            let hard = !self.hard.list.is_empty() && (self.soft.list.is_empty() || rng.chance(600));
            let list = if hard { &self.hard.list } else { &self.soft.list };
            let &number = rng.pick(list)?;
            meet_of(state, rng, state.owner(number as usize))?
        } else {
            rng.below(state.layout().meets())
        };
        (state.now().length(meet) > 0).then_some(meet)
    }
}

/// A random meet that an owner has to do with.
fn meet_of<const W: usize>(state: &State<'_, W>, rng: &mut Rng, owner: Owner) -> Option<usize> {
    let layout = state.layout();
    let unit = match owner {
        Owner::Unit(unit) => unit,
        Owner::Role(role) => layout.roles[role].unit,
        Owner::Group(group) => {
            let as_one = state.compiled.resources_of(group);
            if !as_one.is_empty() {
                let &resource = rng.pick(as_one)?;
                return meet_of(state, rng, Owner::Resource(resource as usize));
            }
            *rng.pick(&state.compiled.group_units[group])? as usize
        }
        Owner::Resource(resource) => {
            if state.now().excess(resource) > 0 {
                return in_the_way(state, rng, resource);
            }
            // a busy time names a meet, as long as it is the only one then
            let time = rng.below(layout.times);
            if let Some(meet) = state.now().occupant(resource, time) {
                return Some(meet);
            }
            match rng.pick(&layout.attends[resource]) {
                Some(&unit) => unit as usize,
                None => layout.roles[*rng.pick(&layout.fills[resource])? as usize].unit,
            }
        }
    };
    let slots = &layout.units[unit].meets;
    Some(slots.start + rng.below(slots.len()))
}

/// A random one of the meets that need a resource at a time at which several do.
fn in_the_way<const W: usize>(
    state: &State<'_, W>,
    rng: &mut Rng,
    resource: usize,
) -> Option<usize> {
    let (layout, now) = (state.layout(), state.now());
    let first = rng.below(layout.times);
    let mut times = (first..layout.times).chain(0..first);
    let time = times.find(|&time| now.uses(resource, time) > 1)?;
    let meets: Vec<usize> =
        now.meets_of(layout, resource).filter(|&meet| now.span(meet).contains(time)).collect();
    rng.pick(&meets).copied()
}
