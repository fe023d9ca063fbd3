//! Which events are placed by one decision, and how they may be cut.

use super::Splits;
use jadwal_model::{EventId, Id, Instance, Kind};

/// The events, grouped into units; units and members in the order of the events.
///
/// Events are joined when a hard link constraint names them both, they last equally long, are fixed
/// to the same time or to none, and the same constraints look at their cuts.
pub(super) fn group(instance: &Instance) -> Vec<Vec<EventId>> {
    let events = &instance.facts.events;
    let mut leader: Vec<usize> = (0..events.len()).collect();
    let alike = signatures(instance);
    for constraint in &instance.constraints {
        let Kind::LinkEvents(link) = &constraint.kind else { continue };
        if !constraint.required || constraint.weight == 0 {
            continue;
        }
        for &group in &link.applies_to {
            let members = &instance.facts.event_groups[group].members;
            for (position, &a) in members.iter().enumerate() {
                for &b in &members[..position] {
                    if alike[a.index()] == alike[b.index()] {
                        let (a, b) = (find(&leader, a.index()), find(&leader, b.index()));
                        leader[a.max(b)] = a.min(b);
                    }
                }
            }
        }
    }
    let mut groups: Vec<Vec<EventId>> = vec![Vec::new(); events.len()];
    for event in events.ids() {
        groups[find(&leader, event.index())].push(event);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn find(leader: &[usize], mut event: usize) -> usize {
    while leader[event] != event {
        event = leader[event];
    }
    event
}

/// What must be equal for two events to be cut and placed alike.
fn signatures(instance: &Instance) -> Vec<(u32, Option<usize>, Vec<[i64; 8]>)> {
    let events = instance.facts.events.iter();
    let time = |event: &jadwal_model::Event| event.preassigned_time.map(Id::index);
    let mut signatures: Vec<_> = events.map(|e| (e.duration, time(e), Vec::new())).collect();
    for constraint in &instance.constraints {
        let price = [constraint.weight, constraint.function as i64];
        let hard = i64::from(constraint.required);
        let (scope, [kind, a, b, c, d]) = match &constraint.kind {
            Kind::SplitEvents(k) => {
                let durations = [k.minimum_duration, k.maximum_duration];
                let amounts = [k.minimum_amount, k.maximum_amount];
                (&k.applies_to, [0, durations[0], durations[1], amounts[0], amounts[1]])
            }
            Kind::DistributeSplitEvents(k) => {
                (&k.applies_to, [1, k.duration, k.minimum, k.maximum, 0])
            }
            _ => continue,
        };
        for event in scope.events(&instance.facts) {
            signatures[event.index()].2.push([kind, hard, price[0], price[1], a, b, c, d]);
        }
    }
    for signature in &mut signatures {
        signature.2.sort_unstable();
    }
    signatures
}

/// Into what the hard constraints let an event be cut; as if there were none where they contradict
/// one another.
pub(super) fn splits(instance: &Instance, event: EventId) -> Splits {
    let duration = instance.facts.events[event].duration;
    let free = Splits { shortest: 1, longest: duration, fewest: 1, most: duration, watched: false };
    let mut splits = free;
    let clamp = |value: i64| value.clamp(0, i64::from(duration)) as u32;
    for constraint in &instance.constraints {
        match &constraint.kind {
            Kind::SplitEvents(k) if k.applies_to.events(&instance.facts).any(|e| e == event) => {
                splits.watched = true;
                if constraint.required && constraint.weight > 0 {
                    splits.shortest = splits.shortest.max(clamp(k.minimum_duration));
                    splits.longest = splits.longest.min(clamp(k.maximum_duration));
                    splits.fewest = splits.fewest.max(clamp(k.minimum_amount));
                    splits.most = splits.most.min(clamp(k.maximum_amount));
                }
            }
            Kind::DistributeSplitEvents(k)
                if k.applies_to.events(&instance.facts).any(|e| e == event) =>
            {
                splits.watched = true;
            }
            _ => {}
        }
    }
    let (least, greatest) = (splits.fewest * splits.shortest, splits.most * splits.longest);
    let legal = splits.shortest <= splits.longest && splits.fewest <= splits.most;
    if legal && least <= duration && duration <= greatest {
        splits
    } else {
        Splits { watched: splits.watched, ..free }
    }
}
