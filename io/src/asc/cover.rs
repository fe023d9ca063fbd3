//! Sorts of pupils of a class with many divisions.
//!
//! Every pupil is in one group of each division, so a class has as many sorts of pupils as there are
//! combinations of groups, soon hundreds. For a timetable it is enough that any two groups of different
//! divisions share one of them, and no two of one division do. Such rows are a covering array of strength
//! two; they are found one after the other, each with as many new pairs as can be seen (D. M. Cohen et al.,
//! The AETG system, 1997).

use std::collections::BTreeSet;

/// A group of a division, both from 0.
type Group = (usize, usize);

/// Rows, each with a group of every division, in which any two groups of different divisions meet. The
/// divisions have so many groups. There are no rows of a single division, whose groups meet no other.
pub(super) fn cover(groups: &[usize]) -> Vec<Vec<usize>> {
    let mut left: BTreeSet<(Group, Group)> = BTreeSet::new();
    for (one, &here) in groups.iter().enumerate() {
        for (other, &there) in groups.iter().enumerate().skip(one + 1) {
            let pairs = (0..here).flat_map(|a| (0..there).map(move |b| ((one, a), (other, b))));
            left.extend(pairs);
        }
    }
    let mut rows = Vec::new();
    while let Some(&(first, second)) = left.first() {
        let mut chosen: Vec<Group> = vec![first, second];
        let rest = (0..groups.len()).filter(|&at| at != first.0 && at != second.0);
        for division in rest {
            let news = |group: &usize| {
                let new = |&other: &Group| left.contains(&pair(other, (division, *group)));
                chosen.iter().filter(|other| new(other)).count()
            };
            // the first of the best
            let best = (0..groups[division]).rev().max_by_key(news);
            chosen.extend(best.map(|group| (division, group)));
        }
        for (at, &one) in chosen.iter().enumerate() {
            for &other in &chosen[at + 1..] {
                left.remove(&pair(one, other));
            }
        }
        chosen.sort_unstable();
        rows.push(chosen.into_iter().map(|(_, group)| group).collect());
    }
    rows
}

fn pair(one: Group, other: Group) -> (Group, Group) {
    if one < other { (one, other) } else { (other, one) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_two_groups_of_different_divisions_meet() {
        for groups in [&[2, 2][..], &[2, 2, 2, 2, 2, 2], &[4, 4, 4, 4, 3, 2], &[3; 9]] {
            let rows = cover(groups);
            for one in 0..groups.len() {
                for other in one + 1..groups.len() {
                    let met: BTreeSet<(usize, usize)> =
                        rows.iter().map(|row| (row[one], row[other])).collect();
                    assert_eq!(met.len(), groups[one] * groups[other], "{groups:?}");
                }
            }
            assert!(rows.len() <= 32, "{groups:?}: {}", rows.len());
        }
        assert!(cover(&[3]).is_empty() && cover(&[]).is_empty());
    }
}
