//! The best timetables of a run that are not alike.

use crate::snapshot::Snapshot;
use jadwal_model::Cost;

/// So many are kept.
const MOST: usize = 8;
/// Two of them differ in at least one decision of so many.
const APART: usize = 50;

/// Some timetables, each with its cost; the best first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Elites(Vec<(Cost, Snapshot)>);

impl Elites {
    /// Keeps a timetable if it is better than those that are like it, and among the best.
    pub(crate) fn offer(&mut self, cost: Cost, snapshot: &Snapshot) {
        let apart = (snapshot.decisions() / APART).max(1);
        let alike = |other: &Snapshot| snapshot.differences(other) < apart;
        if self.0.iter().any(|(other, kept)| *other <= cost && alike(kept)) {
            return;
        }
        self.0.retain(|(_, kept)| !alike(kept));
        let place = self.0.partition_point(|(other, _)| *other <= cost);
        self.0.insert(place, (cost, snapshot.clone()));
        self.0.truncate(MOST);
    }

    /// The one at this place, where its hard cost is that of the best.
    pub(crate) fn at(&self, place: usize) -> Option<&Snapshot> {
        let best = self.0.first()?.0;
        let (cost, snapshot) = self.0.get(place)?;
        (cost.hard == best.hard).then_some(snapshot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A timetable of a hundred meets, the first of which start elsewhere.
    fn moved(first: usize) -> Snapshot {
        Snapshot::of_starts((0..100).map(|meet| u32::from(meet < first)).collect())
    }

    fn soft(soft: i64) -> Cost {
        Cost { hard: 0, soft }
    }

    #[test]
    fn those_alike_make_way_for_the_best_of_them() {
        let mut elites = Elites::default();
        elites.offer(soft(20), &moved(0));
        elites.offer(soft(30), &moved(1));
        assert_eq!(elites.at(0), Some(&moved(0)));
        assert_eq!(elites.at(1), None, "one meet in a hundred is no difference");
        elites.offer(soft(25), &moved(2));
        assert_eq!(elites.at(1), Some(&moved(2)));
        elites.offer(soft(10), &moved(1));
        assert_eq!(elites.at(0), Some(&moved(1)), "it is like both, and better");
        assert_eq!(elites.at(1), None);
    }

    #[test]
    fn only_the_best_are_kept() {
        let mut elites = Elites::default();
        (0..20).for_each(|n| elites.offer(soft(100 - n as i64), &moved(5 * n)));
        assert_eq!(elites.at(0), Some(&moved(95)));
        assert_eq!(elites.at(MOST - 1), Some(&moved(60)));
        assert_eq!(elites.at(MOST), None);
        elites.offer(Cost { hard: 1, soft: 0 }, &moved(0));
        elites.offer(soft(99), &moved(40));
        assert_eq!(elites.at(MOST), None);
    }

    #[test]
    fn the_same_is_kept_once_however_small() {
        let small = |start| Snapshot::of_starts(vec![start; 3]);
        let mut elites = Elites::default();
        elites.offer(soft(5), &small(0));
        elites.offer(soft(5), &small(0));
        assert_eq!(elites.at(1), None);
        elites.offer(soft(6), &small(1));
        assert_eq!(elites.at(1), Some(&small(1)));
    }

    #[test]
    fn hard_cost_is_not_gone_back_to() {
        let mut elites = Elites::default();
        elites.offer(Cost { hard: 1, soft: 0 }, &moved(0));
        elites.offer(soft(50), &moved(50));
        assert_eq!((elites.at(0), elites.at(1)), (Some(&moved(50)), None));
    }
}
