//! Demands that share places of limited room: whether all fit, and if not, which of them are too many.
//!
//! The theorem of Hall (1935), with capacities: all fit unless some demands together exceed the room
//! of all the places they may use. Augmenting paths find either a way to fit them or such demands.
//! Equal demands are one node, so that a path costs at most distinct demands x places. Written here
//! because the library's flows give the amount, but not the demands that are too many.

use std::collections::{BTreeMap, VecDeque};

/// More room than any demand needs.
pub(super) const UNLIMITED: i64 = i64::MAX / 4;

/// Demands that exceed the room of all their places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Shortage {
    /// Positions in the list of demands, in order.
    pub(super) demands: Vec<usize>,
    /// All the places that they may use, in order.
    pub(super) places: Vec<usize>,
    pub(super) needed: i64,
    pub(super) available: i64,
}

/// A demand: the places it may use, in order, and its amount.
pub(super) type Demand = (Vec<usize>, i64);

/// Every shortage that stays when the demands of those found before are left out.
pub(super) fn shortages(demands: &[Demand], room: &[i64]) -> Vec<Shortage> {
    let mut left: Vec<usize> = (0..demands.len()).collect();
    let mut found = Vec::new();
    loop {
        let rest: Vec<&Demand> = left.iter().map(|&index| &demands[index]).collect();
        let Some(mut shortage) = shortage(&rest, room) else { return found };
        shortage.demands.iter_mut().for_each(|position| *position = left[*position]);
        left.retain(|index| !shortage.demands.contains(index));
        found.push(shortage);
    }
}

/// Demands that are too many, none of which could be left out for that; none if all fit.
pub(super) fn shortage(demands: &[&Demand], room: &[i64]) -> Option<Shortage> {
    let mut classes: BTreeMap<&[usize], Vec<usize>> = BTreeMap::new();
    for (position, (places, amount)) in demands.iter().enumerate() {
        if *amount > 0 {
            classes.entry(places).or_default().push(position);
        }
    }
    let nodes: Vec<(&[usize], Vec<usize>)> = classes.into_iter().collect();
    let amount = |node: usize| -> i64 { nodes[node].1.iter().map(|&p| demands[p].1).sum() };
    let mut flow = Flow {
        places: nodes.iter().map(|(places, _)| *places).collect(),
        room: room.to_vec(),
        users: vec![BTreeMap::new(); room.len()],
    };
    for node in 0..nodes.len() {
        if let Some(mut reached) = flow.fit(node, amount(node)) {
            let outcome = |members: &[usize]| {
                let mut places: Vec<usize> =
                    members.iter().flat_map(|&node| nodes[node].0).copied().collect();
                places.sort_unstable();
                places.dedup();
                let available =
                    places.iter().fold(0i64, |sum, &place| sum.saturating_add(room[place]));
                (members.iter().map(|&node| amount(node)).sum::<i64>(), available, places)
            };
            for node in reached.clone() {
                let rest: Vec<usize> = reached.iter().copied().filter(|&n| n != node).collect();
                let (needed, available, _) = outcome(&rest);
                if needed > available {
                    reached = rest;
                }
            }
            let (needed, available, places) = outcome(&reached);
            let mut positions: Vec<usize> =
                reached.iter().flat_map(|&node| nodes[node].1.iter().copied()).collect();
            positions.sort_unstable();
            return Some(Shortage { demands: positions, places, needed, available });
        }
    }
    None
}

struct Flow<'a> {
    /// By node.
    places: Vec<&'a [usize]>,
    /// By place: what is left.
    room: Vec<i64>,
    /// By place: who uses it, and how much.
    users: Vec<BTreeMap<usize, i64>>,
}

impl Flow<'_> {
    /// Fits a demand, moving others; if it cannot, the nodes that are too many together.
    fn fit(&mut self, node: usize, amount: i64) -> Option<Vec<usize>> {
        let mut left = amount;
        while left > 0 {
            // by place: the node from which it was reached; by node: the place
            let mut place_from: BTreeMap<usize, usize> = BTreeMap::new();
            let mut node_from: BTreeMap<usize, usize> = BTreeMap::new();
            let mut queue = VecDeque::from([node]);
            let mut end = None;
            'search: while let Some(now) = queue.pop_front() {
                for &place in self.places[now] {
                    if place_from.contains_key(&place) {
                        continue;
                    }
                    place_from.insert(place, now);
                    if self.room[place] > 0 {
                        end = Some(place);
                        break 'search;
                    }
                    for &user in self.users[place].keys() {
                        if user != node && !node_from.contains_key(&user) {
                            node_from.insert(user, place);
                            queue.push_back(user);
                        }
                    }
                }
            }
            let Some(end) = end else {
                return Some(node_from.into_keys().chain([node]).collect());
            };
            let mut way = vec![(place_from[&end], end)];
            while let Some(&(now, _)) = way.last()
                && now != node
            {
                let place = node_from[&now];
                way.push((place_from[&place], place));
            }
            // along the way each node but the first leaves the place it is reached from
            let leaving = way.windows(2).map(|pair| (pair[0].0, pair[1].1));
            let moved = leaving.clone().map(|(user, place)| self.users[place][&user]);
            let step = moved.fold(left.min(self.room[end]), i64::min);
            for (user, place) in leaving {
                let used = self.users[place].entry(user).or_default();
                *used -= step;
                if *used == 0 {
                    self.users[place].remove(&user);
                }
            }
            for &(user, place) in &way {
                *self.users[place].entry(user).or_default() += step;
            }
            self.room[end] -= step;
            left -= step;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_many_for_their_places() {
        let demand = |places: &[usize], amount| (places.to_vec(), amount);
        for (name, demands, room, expected) in [
            ("nothing", vec![], vec![1], None),
            ("one moves for another", vec![demand(&[0, 1], 1), demand(&[0], 1)], vec![1, 1], None),
            (
                "three for two places, and one that is well",
                vec![demand(&[0, 1], 2), demand(&[2, 3], 1), demand(&[0, 1], 1)],
                vec![1, 1, 1, 1],
                Some((vec![0, 2], vec![0, 1], 3, 2)),
            ),
            (
                "a chain of sets",
                vec![demand(&[0], 2), demand(&[0, 1], 3), demand(&[1, 2], 4)],
                vec![3, 3, 2],
                Some((vec![0, 1, 2], vec![0, 1, 2], 9, 8)),
            ),
            ("nowhere to go", vec![demand(&[], 1)], vec![5], Some((vec![0], vec![], 1, 0))),
            ("an amount of nothing", vec![demand(&[], 0)], vec![5], None),
        ] {
            let borrowed: Vec<_> = demands.iter().collect();
            let found = shortage(&borrowed, &room);
            let found = found.map(|s| (s.demands, s.places, s.needed, s.available));
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn shortages_one_after_the_other() {
        let demands = [(vec![0], 2), (vec![1], 1), (vec![2], 3)];
        let found = shortages(&demands, &[1, 1, 1]);
        let found: Vec<_> = found.into_iter().map(|s| s.demands).collect();
        assert_eq!(found, [vec![0], vec![2]]);
    }
}
