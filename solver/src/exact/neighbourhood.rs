//! What to free of a timetable.

use crate::layout::NONE;
use crate::rng::Rng;
use crate::state::{Owner, State};
use jadwal_model::{Id, Instance, TimeGroupKind};

/// How many ways there are to choose.
pub(super) const WAYS: usize = 4;

/// What is freed: some meets, in the order of their units, and where they may go.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Freed {
    pub(super) meets: Vec<usize>,
    /// By time, if not everywhere.
    window: Option<Vec<bool>>,
}

impl Freed {
    /// Whether a meet may be placed so.
    pub(super) fn allows(&self, start: usize, length: usize) -> bool {
        let inside = |window: &Vec<bool>| !window[start..start + length].contains(&false);
        self.window.as_ref().is_none_or(inside)
    }
}

/// Chooses meets that together last about as long as `size`.
pub(super) fn choose<const W: usize>(
    instance: &Instance,
    state: &State<'_, W>,
    rng: &mut Rng,
    way: usize,
    size: u32,
) -> Freed {
    let resources = match way {
        0 => alike(instance, state, rng),
        1 => around_one(instance, state, rng),
        2 => around_defect(state, rng),
        _ => return two_days(instance, state, rng, size),
    };
    Freed { meets: attended(state, &resources, size, |_| true), window: None }
}

/// Who fills the roles of a unit, if it is the same for all its meets.
pub(super) fn holders<const W: usize>(state: &State<'_, W>, unit: usize) -> Option<Vec<u32>> {
    let (layout, now) = (state.layout(), state.now());
    let of = |meet: usize| layout.tasks(meet).map(|task| now.holder(task)).collect::<Vec<_>>();
    let mut meets = now.active(layout, unit);
    let first = meets.next().map(of)?;
    meets.all(|meet| of(meet) == first).then_some(first)
}

/// The resources of one type, in any order.
fn alike<const W: usize>(instance: &Instance, state: &State<'_, W>, rng: &mut Rng) -> Vec<usize> {
    let Some(&meet) = rng.pick(&state.layout().movable) else { return Vec::new() };
    let attending = attending(state, meet as usize);
    let Some(&one) = rng.pick(&attending) else { return Vec::new() };
    let kind = |resource: usize| instance.facts.resources[Id::new(resource)].resource_type;
    let mut all: Vec<usize> =
        (0..state.layout().resources).filter(|&other| kind(other) == kind(one)).collect();
    rng.shuffle(&mut all);
    all
}

/// Those who meet one resource, in any order, of one type first.
fn around_one<const W: usize>(
    instance: &Instance,
    state: &State<'_, W>,
    rng: &mut Rng,
) -> Vec<usize> {
    let Some(&meet) = rng.pick(&state.layout().movable) else { return Vec::new() };
    let near = attending(state, meet as usize);
    let Some(&one) = rng.pick(&near) else { return Vec::new() };
    let mut others = companions(state, one);
    rng.shuffle(&mut others);
    let kind = |resource: usize| instance.facts.resources[Id::new(resource)].resource_type;
    if let Some(first) = others.first().copied() {
        others.sort_by_key(|&other| kind(other) != kind(first));
    }
    others
}

/// Outwards from something that costs.
fn around_defect<const W: usize>(state: &State<'_, W>, rng: &mut Rng) -> Vec<usize> {
    let costs = |&number: &usize| state.cost_of(state.owner(number)) != jadwal_model::Cost::ZERO;
    let defects: Vec<usize> = (0..state.owners()).filter(costs).collect();
    let layout = state.layout();
    let unit = |unit: usize| {
        let first = state.now().active(layout, unit).next();
        first.map_or_else(Vec::new, |meet| attending(state, meet))
    };
    let mut reached = match rng.pick(&defects).map(|&number| state.owner(number)) {
        None => Vec::new(),
        Some(Owner::Resource(resource)) => vec![resource],
        Some(Owner::Unit(index)) => unit(index),
        Some(Owner::Role(role)) => unit(layout.roles[role].unit),
        Some(Owner::Group(group)) => {
            let units = &state.compiled.group_units[group];
            rng.pick(units).map_or_else(Vec::new, |&index| unit(index as usize))
        }
    };
    rng.shuffle(&mut reached);
    let mut next = 0;
    while next < reached.len() && reached.len() < 60 {
        let mut near = companions(state, reached[next]);
        near.retain(|other| !reached.contains(other));
        rng.shuffle(&mut near);
        reached.extend(near);
        next += 1;
    }
    reached
}

/// What happens on two days, of as many resources as fit.
fn two_days<const W: usize>(
    instance: &Instance,
    state: &State<'_, W>,
    rng: &mut Rng,
    size: u32,
) -> Freed {
    let groups = instance.facts.time_groups.iter();
    let days = groups.filter(|group| group.kind == TimeGroupKind::Day);
    let mut days: Vec<_> = days.map(|group| &group.times).collect();
    if days.len() < 2 {
        return Freed::default();
    }
    rng.shuffle(&mut days);
    let mut window = vec![false; instance.facts.times.len()];
    days[..2].iter().flat_map(|day| day.iter()).for_each(|time| window[time.index()] = true);
    let resources = alike(instance, state, rng);
    let now = state.now();
    let inside = |meet: usize| {
        let (start, length) = (now.start(meet), now.length(meet));
        start != NONE && !window[start as usize..(start + length) as usize].contains(&false)
    };
    let meets = attended(state, &resources, size, inside);
    Freed { meets, window: Some(window) }
}

/// Who attends a meet, now.
fn attending<const W: usize>(state: &State<'_, W>, meet: usize) -> Vec<usize> {
    let mut all = Vec::new();
    state.now().attendees(state.layout(), meet, |resource| all.push(resource));
    all
}

/// Who attends something together with a resource.
fn companions<const W: usize>(state: &State<'_, W>, resource: usize) -> Vec<usize> {
    let mut all = Vec::new();
    for meet in state.now().meets_of(state.layout(), resource) {
        all.extend(attending(state, meet));
    }
    all.sort_unstable();
    all.dedup();
    all.retain(|&other| other != resource);
    all
}

/// The meets of the first of some resources, with all others of the same units.
fn attended<const W: usize>(
    state: &State<'_, W>,
    resources: &[usize],
    size: u32,
    wanted: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let (layout, now) = (state.layout(), state.now());
    let mut chosen = vec![false; layout.meets()];
    let mut total = 0;
    for &resource in resources {
        if total >= size {
            break;
        }
        for meet in now.meets_of(layout, resource) {
            let unit = layout.meet_unit[meet] as usize;
            let free = layout.units[unit].fixed_start.is_none() && holders(state, unit).is_some();
            for meet in now.active(layout, unit).filter(|&meet| free && wanted(meet)) {
                if !chosen[meet] {
                    chosen[meet] = true;
                    total += now.length(meet);
                }
            }
        }
    }
    (0..chosen.len()).filter(|&meet| chosen[meet]).collect()
}
