//! Every way of a resource to be busy on a day, as a column: its cost is exact.
//!
//! In trials the relaxation with these was far stronger than rows that say what was before and what
//! comes after each time: 4.0, 32.5 and 16.0 against 1.0, 29.9 and 9.0.

use super::ground::Ground;
use super::linear::Linear;

/// Days with more times at which it is open whether the resource is busy have too many ways.
const MOST_OPEN: usize = 8;

/// The days of one resource.
#[derive(Clone, Debug)]
pub(super) struct Patterns {
    days: Vec<Day>,
}

#[derive(Clone, Debug)]
struct Day {
    times: Vec<usize>,
    /// Which of the times are busy, and whether it is so.
    ways: Vec<(Vec<bool>, Linear)>,
}

impl Patterns {
    /// None where the groups do not lie in days of few times that have no time in common.
    pub(super) fn new(
        ground: &mut Ground<'_>,
        resource: usize,
        groups: &[Vec<usize>],
    ) -> Option<Self> {
        let days = days(groups)?;
        let mut busy: Vec<Vec<Linear>> = Vec::new();
        for day in &days {
            busy.push(day.iter().map(|&time| ground.busy(resource, time)).collect());
        }
        let open = |busy: &Vec<Linear>| busy.iter().filter(|busy| !busy.terms.is_empty()).count();
        if busy.iter().any(|busy| open(busy) > MOST_OPEN) {
            return None;
        }
        let days = days.into_iter().zip(busy);
        Some(Self { days: days.map(|(times, busy)| day(ground, times, &busy)).collect() })
    }

    /// Adds up something of how the resource is busy at the times of a group.
    pub(super) fn sum(&self, times: &[usize], each: impl Fn(&[bool]) -> i64) -> Linear {
        let Some(&first) = times.first() else { return Linear::constant(each(&[])) };
        let mut sum = Linear::default();
        let Some(day) = self.days.iter().find(|day| day.times.contains(&first)) else { return sum };
        for (busy, chosen) in &day.ways {
            let inside = day.times.iter().zip(busy).filter(|(time, _)| times.contains(time));
            let times = each(&inside.map(|(_, &busy)| busy).collect::<Vec<_>>());
            if times != 0 {
                sum.add(times, chosen);
            }
        }
        sum
    }

    /// Whether the resource is busy in both of two groups; none where they lie in two days.
    pub(super) fn both(&self, first: &[usize], second: &[usize]) -> Option<Linear> {
        let whole: Vec<usize> = first.iter().chain(second).copied().collect();
        let day = self.days.iter().find(|day| whole.iter().all(|time| day.times.contains(time)))?;
        let mut sum = Linear::default();
        for (busy, chosen) in &day.ways {
            let busy_in = |group: &[usize]| {
                day.times.iter().zip(busy).any(|(time, &busy)| busy && group.contains(time))
            };
            if busy_in(first) && busy_in(second) {
                sum.add(1, chosen);
            }
        }
        Some(sum)
    }
}

/// The largest groups, if every two of them are apart.
fn days(groups: &[Vec<usize>]) -> Option<Vec<Vec<usize>>> {
    let mut days: Vec<Vec<usize>> = Vec::new();
    let mut sorted: Vec<&Vec<usize>> = groups.iter().filter(|group| !group.is_empty()).collect();
    sorted.sort_by_key(|group| (std::cmp::Reverse(group.len()), (*group).clone()));
    for group in sorted {
        let within = |day: &Vec<usize>| group.iter().filter(|time| day.contains(time)).count();
        match days.iter().map(within).find(|&number| number > 0) {
            None => days.push(group.clone()),
            Some(number) if number == group.len() => {}
            Some(_) => return None,
        }
    }
    Some(days)
}

/// All ways to be busy on a day, of which one is chosen.
fn day(ground: &mut Ground<'_>, times: Vec<usize>, busy: &[Linear]) -> Day {
    let open: Vec<usize> = (0..busy.len()).filter(|&slot| !busy[slot].terms.is_empty()).collect();
    let fixed: Vec<bool> = busy.iter().map(|busy| busy.constant > 0).collect();
    if open.is_empty() {
        return Day { times, ways: vec![(fixed, Linear::constant(1))] };
    }
    let programme = &mut ground.programme;
    let mut ways = Vec::new();
    let mut one = Linear::default();
    let mut linked: Vec<Linear> = open.iter().map(|&slot| busy[slot].clone()).collect();
    for bits in 0..1u32 << open.len() {
        let chosen = Linear::column(programme.column(0, 1));
        one.add(1, &chosen);
        let mut way = fixed.clone();
        for (position, &slot) in open.iter().enumerate() {
            way[slot] = bits >> position & 1 == 1;
            if way[slot] {
                linked[position].add(-1, &chosen);
            }
        }
        ways.push((way, chosen));
    }
    programme.equal(one, 1);
    for link in linked {
        programme.equal(link, 0);
    }
    Day { times, ways }
}
