//! Tasks that wait get resources of their times by augmenting paths: whoever holds what one of them could
//! have takes something else, and so on, until somebody takes what is free.
//!
//! Source: Kuhn (1955); that demand is matched with supply time by time follows Kingston's global tixel
//! matching (KHE). Ours keeps the resources in the timetable, so that it always costs what it says.

use crate::journal::Entry;
use crate::layout::NONE;
use crate::mask::{Mask, bits};
use crate::rng::Rng;
use crate::state::State;

/// A task on the way, which wants another resource.
#[derive(Clone, Copy, Debug)]
struct Step {
    task: usize,
    /// What it holds, and which earlier step wants that; none where it waits.
    holds: Option<(u32, usize)>,
}

/// Whoever has a resource that a meet always needs at the time waits for another one.
pub(super) fn make_way<const W: usize>(state: &mut State<'_, W>, meet: usize) {
    let layout = state.layout();
    if !layout.matched.resources.is_empty() {
        layout.unit(meet).fixed.iter().for_each(|one| make_way_for(state, meet, one.resource));
    }
}

fn make_way_for<const W: usize>(state: &mut State<'_, W>, meet: usize, resource: u32) {
    if state.layout().matched.numbers[resource as usize] == NONE {
        return;
    }
    for time in state.now().span(meet).iter() {
        let other = state.now().other(resource as usize, time, meet);
        let other = other.filter(|&other| other != NONE && other as usize != meet);
        if let Some(task) = other.and_then(|other| held(state, other as usize, resource)) {
            state.assign_resource(task, NONE);
        }
    }
}

/// The task of a meet that holds a resource and is matched time by time.
fn held<const W: usize>(state: &State<'_, W>, meet: usize, resource: u32) -> Option<usize> {
    let layout = state.layout();
    let by_time = |task: usize| layout.roles[layout.task_role[task] as usize].by_time;
    layout.tasks(meet).find(|&task| state.now().holder(task) == resource && by_time(task))
}

/// Gives resources to the tasks that wait for one at times at which something has changed since the last
/// commit, to as many as can have one where all last equally long. Costs one look at each resource for
/// each task served.
pub(crate) fn relieve<const W: usize>(state: &mut State<'_, W>, rng: &mut Rng) {
    if state.now().supply().anybody_waits() {
        serve(state, rng, changed(state));
    }
}

/// The same at all times.
pub(crate) fn relieve_all<const W: usize>(state: &mut State<'_, W>, rng: &mut Rng) {
    serve(state, rng, Mask::below(state.layout().times));
}

fn serve<const W: usize>(state: &mut State<'_, W>, rng: &mut Rng, times: Mask<W>) {
    let (layout, now) = (state.layout(), state.now());
    let when = |task: usize| {
        let meet = layout.task_meet[task] as usize;
        (now.start(meet), now.length(meet))
    };
    let waits = |&task: &usize| now.span(layout.task_meet[task] as usize).meets(times);
    let waiting = now.supply().waiting().filter(waits);
    let mut waiting: Vec<_> = waiting.map(|task| (when(task), task)).collect();
    rng.shuffle(&mut waiting);
    // what a search has found out is true of the same times only
    waiting.sort_by_key(|&(when, _)| when);
    let mut search = Search::default();
    for together in waiting.chunk_by_mut(|(when, _), (other, _)| when == other) {
        let mut left = together.len();
        while let Some(place) = search.serve_one(state, rng, &together[..left]) {
            left -= 1;
            together.swap(place, left);
        }
    }
}

/// Whether a task has a resource that is there at its times, and that nobody else needs then.
pub(crate) fn is_served<const W: usize>(state: &State<'_, W>, task: usize) -> bool {
    let (layout, now) = (state.layout(), state.now());
    let (meet, holder) = (layout.task_meet[task] as usize, now.holder(task));
    let span = now.span(meet);
    let alone = |time| now.uses(holder as usize, time) == 1;
    let serves = |time| alone(time) && layout.matched.is_there(holder, time);
    holder != NONE && span.iter().all(serves)
}

/// Gives a task a resource; whoever else has it at the time waits.
pub(super) fn take<const W: usize>(state: &mut State<'_, W>, task: usize, resource: u32) {
    state.assign_resource(task, resource);
    make_way_for(state, state.layout().task_meet[task] as usize, resource);
}

/// The times that meets have left or come to, and resources have left, since the last commit.
fn changed<const W: usize>(state: &State<'_, W>) -> Mask<W> {
    let (layout, now) = (state.layout(), state.now());
    let mut changed = Mask::default();
    for entry in state.entries() {
        match *entry {
            Entry::Start(meet, old) => {
                let meet = meet as usize;
                changed = changed.or(now.span(meet));
                if old != NONE {
                    // it may have been longer then
                    let longest = layout.unit(meet).splits.longest.max(now.length(meet)) as usize;
                    let end = (old as usize + longest).min(layout.times);
                    changed = changed.or(Mask::span(old as usize, end - old as usize));
                }
            }
            Entry::Holder(task, _) => {
                changed = changed.or(now.span(layout.task_meet[task as usize] as usize));
            }
            Entry::Length(..) | Entry::Price(..) => {}
        }
    }
    changed
}

/// A search for a way, from all who wait at once.
#[derive(Debug, Default)]
struct Search {
    steps: Vec<Step>,
    /// The resources that are not wanted a second time, by their numbers.
    reached: Vec<u64>,
}

impl Search {
    /// Serves one of the tasks, if there is a way, and says which.
    fn serve_one<const W: usize>(
        &mut self,
        state: &mut State<'_, W>,
        rng: &mut Rng,
        waiting: &[((u32, u32), usize)],
    ) -> Option<usize> {
        if waiting.is_empty() {
            return None;
        }
        let words = state.layout().matched.words();
        self.steps.clear();
        self.steps.extend(waiting.iter().map(|&(_, task)| Step { task, holds: None }));
        self.reached.clear();
        self.reached.resize(words, 0);
        let turn = rng.below(64) as u32;
        let mut next = 0;
        while next < self.steps.len() {
            let task = self.steps[next].task;
            for word in 0..words {
                if let Some(resource) = self.look(state, task, next, word, turn) {
                    return Some(self.hand_over(state, next, resource));
                }
            }
            next += 1;
        }
        None
    }

    /// A free resource for a task, of one word, or else who holds the others.
    #[inline]
    fn look<const W: usize>(
        &mut self,
        state: &State<'_, W>,
        task: usize,
        step: usize,
        word: usize,
        turn: u32,
    ) -> Option<u32> {
        let (layout, now) = (state.layout(), state.now());
        let meet = layout.task_meet[task] as usize;
        let (start, length) = (now.start(meet) as usize, now.length(meet) as usize);
        let role = &layout.roles[layout.task_role[task] as usize];
        let wanted = role.suitable.word(word) & !self.reached[word];
        let (wanted, free) =
            now.supply().choice(&layout.matched, start..start + length, word, wanted);
        let resource = |bit: u32| layout.matched.resources[word * 64 + bit as usize];
        if free != 0 {
            // any of them
            let turned = free.rotate_right(turn).trailing_zeros();
            return Some(resource((turned + turn) % 64));
        }
        for bit in bits(wanted) {
            let resource = resource(bit);
            if let Some(task) = holder_alone(state, resource, start..start + length) {
                self.reached[word] |= 1 << bit;
                self.steps.push(Step { task, holds: Some((resource, step)) });
            }
        }
        None
    }

    /// The task of a step takes a resource, the one that wants what it held takes that, and so on; says
    /// who does not wait any more.
    fn hand_over<const W: usize>(
        &self,
        state: &mut State<'_, W>,
        mut step: usize,
        mut resource: u32,
    ) -> usize {
        loop {
            let Step { task, holds } = self.steps[step];
            state.assign_resource(task, resource);
            match holds {
                Some(held) => (resource, step) = held,
                None => return step,
            }
        }
    }
}

/// The only task for which a resource is busy at some times, if it can have another one.
#[inline]
fn holder_alone<const W: usize>(
    state: &State<'_, W>,
    resource: u32,
    mut times: std::ops::Range<usize>,
) -> Option<usize> {
    let now = state.now();
    let uses = |time: &usize| now.uses(resource as usize, *time) > 0;
    let first = times.find(uses)?;
    let meet = now.occupant(resource as usize, first)?;
    let alone = |time| {
        now.uses(resource as usize, time) == 0
            || now.occupant(resource as usize, time) == Some(meet)
    };
    if times.all(alone) { held(state, meet, resource) } else { None }
}

#[cfg(test)]
mod tests {
    use super::{is_served, relieve, relieve_all};
    use crate::agree::places::{Wanted, instance};
    use crate::compiled::Compiled;
    use crate::layout::NONE;
    use crate::rng::Rng;
    use crate::state::State;
    use jadwal_model::Cost;
    use proptest::prelude::*;

    const PLACES: usize = 5;

    /// The most events that can have a place of their own.
    fn most(events: &[&Wanted], taken: &mut Vec<usize>) -> i64 {
        let Some((first, others)) = events.split_first() else { return 0 };
        let mut best = most(others, taken);
        for &place in &first.suiting {
            if !taken.contains(&place) {
                taken.push(place);
                best = best.max(1 + most(others, taken));
                taken.pop();
            }
        }
        best
    }

    /// Which places suit an event, and two times for it: at first and later.
    fn events() -> impl Strategy<Value = Vec<(Vec<usize>, u32, u32)>> {
        let suiting = prop::sample::subsequence((0..PLACES).collect::<Vec<_>>(), 1..=PLACES);
        prop::collection::vec((suiting, 0..3u32, 0..3u32), 1..8)
    }

    proptest! {
        #![proptest_config(crate::agree::config(61))]
        #[test]
        fn as_many_as_possible_are_served(events in events()) {
            let wanted: Vec<Wanted> = events
                .iter()
                .map(|(suiting, ..)| Wanted { suiting: suiting.clone(), fixed: None })
                .collect();
            let instance = instance(3, PLACES, &wanted, true);
            let compiled = Compiled::<1>::new(&instance);
            prop_assert!(compiled.layout.roles.iter().all(|role| role.by_time && role.alike));
            let (mut state, mut rng) = (State::new(&compiled), Rng::new(1, 0));
            for choose in [|event: &(_, u32, u32)| event.1, |event: &(_, u32, u32)| event.2] {
                for (meet, event) in events.iter().enumerate() {
                    state.assign_time(meet, choose(event));
                }
                for meet in 0..events.len() {
                    if !is_served(&state, meet) {
                        state.assign_resource(meet, NONE);
                    }
                }
                relieve(&mut state, &mut rng);
                let mut lacking = 0;
                for time in 0..3 {
                    let there = events.iter().zip(&wanted).filter(|(event, _)| choose(event) == time);
                    let there: Vec<&Wanted> = there.map(|(_, wanted)| wanted).collect();
                    lacking += there.len() as i64 - most(&there, &mut Vec::new());
                }
                prop_assert_eq!(state.settle(), Cost::of(true, lacking));
                state.commit();
            }
        }
    }

    #[test]
    fn what_is_taken_at_one_time_is_free_at_another() {
        let one = Wanted { suiting: vec![0], fixed: None };
        let instance = instance(2, 1, &vec![one; 3], true);
        let compiled = Compiled::<1>::new(&instance);
        for seed in 0..20 {
            let (mut state, mut rng) = (State::new(&compiled), Rng::new(seed, 0));
            for (meet, time) in [0, 0, 1].into_iter().enumerate() {
                state.assign_time(meet, time);
            }
            relieve(&mut state, &mut rng);
            assert_eq!(state.settle(), Cost::of(true, 1), "seed {seed}");
            state.commit();
            state.assign_resource(2, NONE);
            state.settle();
            state.commit();
            relieve(&mut state, &mut rng);
            assert_eq!(state.settle(), Cost::of(true, 2), "nothing has changed since");
            relieve_all(&mut state, &mut rng);
            assert_eq!(state.settle(), Cost::of(true, 1));
        }
    }
}
