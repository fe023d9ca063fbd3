//! How much the tasks of each resource type compete, told from the instance alone, and what is done
//! about it: where resources are tight, times are chosen with them in mind throughout; where they are
//! loose, the resources of each time can also be matched exactly once the times are chosen.
//!
//! Tightness is expected demand for each resource there is, at the worst time and for the worst set
//! of resources: every event is spread evenly over the times that it may take, and a set is wanted
//! by all tasks that nothing outside it suits as well.

use crate::compiled::Compiled;
use crate::layout::{NONE, Role};
use crate::mask::Mask;
use crate::outcome::{TypeWay, Way};
use crate::state::{Owner, State};
use jadwal_model::{Id, ResourceTypeId};
use std::collections::BTreeMap;

/// Types from this tightness on, in a thousandth, are tight: more tasks than resources are to be
/// expected at some time.
const TIGHT: u64 = 1000;
/// One task, in the arithmetic of expectations.
const ONE: u64 = 1_000_000;

/// Expected tasks by time.
type Demand = Vec<u64>;

/// The ways of all resource types that some task waits for.
pub(crate) fn ways<const W: usize>(compiled: &Compiled<W>) -> Vec<TypeWay> {
    let layout = &compiled.layout;
    let spread: Vec<Demand> = (0..layout.units.len()).map(|unit| spread(compiled, unit)).collect();
    // by type: what is wanted of each set of resources
    let mut wanted: BTreeMap<u32, BTreeMap<Vec<u32>, Demand>> = BTreeMap::new();
    let mut state = State::new(compiled);
    for (role, open) in layout.roles.iter().enumerate() {
        let sets = wanted.entry(open.resource_type).or_default();
        add(sets.entry(suitable(&mut state, role)).or_default(), &spread[open.unit]);
    }
    let taken = taken(compiled, &spread);
    wanted.iter().map(|(&kind, sets)| way(compiled, kind, sets, &taken)).collect()
}

fn way<const W: usize>(
    compiled: &Compiled<W>,
    kind: u32,
    sets: &BTreeMap<Vec<u32>, Demand>,
    taken: &[Demand],
) -> TypeWay {
    let worst = sets.keys().map(|set| tightness(compiled, set, sets, taken)).max().unwrap_or(0);
    let of_type = || compiled.layout.roles.iter().filter(|role| role.resource_type == kind);
    let each_step = of_type().all(Role::is_interchangeable);
    let some_free = of_type().any(|role| !role.bound && role.candidates.len() > 1);
    TypeWay {
        resource_type: ResourceTypeId::new(kind as usize),
        tightness: u32::try_from(worst).unwrap_or(u32::MAX),
        way: match some_free {
            true if each_step => Way::EachStep,
            true if worst < TIGHT => Way::Afterwards,
            _ => Way::Joint,
        },
    }
}

/// Of one set of resources, in a thousandth, at the worst time.
fn tightness<const W: usize>(
    compiled: &Compiled<W>,
    set: &[u32],
    sets: &BTreeMap<Vec<u32>, Demand>,
    taken: &[Demand],
) -> u64 {
    let mut demand = Demand::new();
    let inside = |other: &[u32]| other.iter().all(|resource| set.binary_search(resource).is_ok());
    sets.iter().filter(|(other, _)| inside(other)).for_each(|(_, more)| add(&mut demand, more));
    set.iter().for_each(|&resource| add(&mut demand, &taken[resource as usize]));
    let mut supply = vec![0; demand.len()];
    for &resource in set {
        let away = compiled.unavailable(resource as usize);
        (0..demand.len()).filter(|&time| !away.contains(time)).for_each(|time| supply[time] += 1);
    }
    let of_time = |(&demand, &supply): (&u64, &u64)| demand * 1000 / ONE / supply.max(1);
    demand.iter().zip(&supply).map(of_time).max().unwrap_or(0)
}

/// By resource: the expected uses by events that it always attends.
fn taken<const W: usize>(compiled: &Compiled<W>, spread: &[Demand]) -> Vec<Demand> {
    let sum = |units: &Vec<u32>| {
        let mut sum = Demand::new();
        units.iter().for_each(|&unit| add(&mut sum, &spread[unit as usize]));
        sum
    };
    compiled.layout.attends.iter().map(sum).collect()
}

/// How likely a unit takes each time.
fn spread<const W: usize>(compiled: &Compiled<W>, unit: usize) -> Demand {
    let layout = &compiled.layout;
    let unit = &layout.units[unit];
    let mut times = Mask::<W>::default();
    let lengths = unit.splits.shortest.max(1) as usize..=unit.splits.longest as usize;
    match unit.fixed_start {
        Some(start) => times = Mask::span(start as usize, unit.duration as usize),
        None => {
            for (length, start) in lengths.flat_map(|length| {
                unit.starts.get(length).into_iter().flatten().map(move |&start| (length, start))
            }) {
                times = times.or(Mask::span(start as usize, length));
            }
        }
    }
    let share = u64::from(unit.duration) * ONE / (times.count() as u64).max(1);
    let share = share.min(ONE);
    (0..layout.times).map(|time| if times.contains(time) { share } else { 0 }).collect()
}

fn add(sum: &mut Demand, more: &[u64]) {
    sum.resize(sum.len().max(more.len()), 0);
    sum.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
}

/// The candidates of a role that cost it the least by themselves, in order.
fn suitable<const W: usize>(state: &mut State<'_, W>, role: usize) -> Vec<u32> {
    let layout = state.layout();
    let open = &layout.roles[role];
    let unit = &layout.units[open.unit];
    let task = layout.first_task[unit.meets.start] as usize + role - unit.roles.start;
    let mut costs = Vec::with_capacity(open.candidates.len());
    for &candidate in &open.candidates {
        state.assign_resource(task, candidate);
        state.settle();
        costs.push(state.cost_of(Owner::Role(role)));
    }
    state.assign_resource(task, NONE);
    state.settle();
    state.commit();
    let least = costs.iter().min().copied();
    let pairs = open.candidates.iter().zip(&costs);
    pairs.filter(|&(_, &cost)| Some(cost) == least).map(|(&candidate, _)| candidate).collect()
}
