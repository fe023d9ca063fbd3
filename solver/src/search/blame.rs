//! Which meets could leave so that something hard is no longer broken.

use crate::layout::NONE;
use crate::state::{Owner, State};

/// The placed meets that want a resource of a meet at the same time.
pub(super) fn in_its_way<const W: usize>(state: &State<'_, W>, meet: usize) -> Vec<usize> {
    let (layout, now) = (state.layout(), state.now());
    let mut others: Vec<usize> = Vec::new();
    let mut add = |other: usize| {
        if other != meet && !others.contains(&other) {
            others.push(other);
        }
    };
    now.attendees(layout, meet, |resource| {
        if state.compiled.clash_price[resource] == 0 {
            return;
        }
        for time in now.span(meet).iter() {
            match now.other(resource, time, meet) {
                Some(NONE) => {}
                Some(other) => add(other as usize),
                None => {
                    let there = now.meets_of(layout, resource);
                    there.filter(|&other| now.span(other).contains(time)).for_each(&mut add);
                }
            }
        }
    });
    others
}

/// Sets of placed meets that an owner has to do with, any of which might leave, without one that must
/// stay: each meet alone, and all that a resource does in a time group, as a limit on the groups in use
/// does not see a single one go.
pub(super) fn suspects<const W: usize>(
    state: &State<'_, W>,
    owner: Owner,
    stays: Option<usize>,
    sets: &mut Vec<Vec<usize>>,
) {
    let (layout, now) = (state.layout(), state.now());
    let movable = |&meet: &usize| {
        let placed = now.length(meet) > 0 && now.start(meet) != NONE;
        placed && stays != Some(meet) && layout.unit(meet).fixed_start.is_none()
    };
    let mut add = |set: Vec<usize>| {
        if !set.is_empty() && !sets.contains(&set) {
            sets.push(set);
        }
    };
    match owner {
        Owner::Unit(unit) => {
            now.active(layout, unit).filter(movable).for_each(|meet| add(vec![meet]));
        }
        Owner::Role(role) => {
            suspects(state, Owner::Unit(layout.roles[role].unit), stays, sets);
        }
        Owner::Group(group) => {
            for &unit in &state.compiled.group_units[group] {
                suspects(state, Owner::Unit(unit as usize), stays, sets);
            }
            for &resource in state.compiled.resources_of(group) {
                suspects(state, Owner::Resource(resource as usize), stays, sets);
            }
        }
        Owner::Resource(resource) => {
            let meets: Vec<usize> = now.meets_of(layout, resource).filter(movable).collect();
            for &group in &state.compiled.watched_groups[resource] {
                let there = meets.iter().copied().filter(|&meet| now.span(meet).meets(group));
                let set: Vec<usize> = there.collect();
                // all that it does is no way out
                if set.len() > 1 && set.len() < meets.len().max(3) {
                    add(set);
                }
            }
            meets.into_iter().for_each(|meet| add(vec![meet]));
        }
    }
}
