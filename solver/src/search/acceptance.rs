//! How much worse a change may make the timetable to be taken.

use super::schedule::price;
use jadwal_model::Cost;

/// How a search decides about changes for the worse.
#[derive(Clone, Debug)]
pub(crate) enum Acceptance {
    /// By chance, and by a temperature that falls. Source: Kirkpatrick et al. (1983).
    Annealing,
    /// If the timetable is then no worse than it was so many steps ago. Source: Burke and Bykov (2017).
    Late(Past),
    /// If it is then little worse than the best one. Source: Dueck (1993), record-to-record travel.
    Record,
}

/// What a timetable cost at the last steps, in a ring once it is full.
#[derive(Clone, Debug, Default)]
pub(crate) struct Past {
    costs: Vec<Cost>,
    oldest: usize,
}

/// A timetable may cost this share more than the record.
const ABOVE_RECORD: f64 = 0.01;
/// Late acceptance looks back so many steps.
const STEPS_BACK: usize = 5000;

impl Acceptance {
    /// The first two lanes anneal, the next ones try something else.
    pub(crate) fn of_lane(lane: u64) -> Self {
        match lane % 4 {
            2 => Self::Record,
            3 => Self::Late(Past::default()),
            _ => Self::Annealing,
        }
    }

    /// Whether less and less is taken as the temperature falls.
    pub(crate) const fn is_annealing(&self) -> bool {
        matches!(self, Self::Annealing)
    }

    /// How much worse the next change may make a timetable of this cost, where hard cost weighs so much
    /// and annealing would take what is worse by `annealed`.
    #[inline]
    pub(crate) fn threshold(&self, now: Cost, best: Cost, hard_weight: f64, annealed: f64) -> f64 {
        let above = |then: Cost| {
            hard_weight * (then.hard - now.hard) as f64 + (then.soft - now.soft) as f64
        };
        match self {
            Self::Annealing => annealed,
            Self::Late(past) if past.costs.len() < STEPS_BACK => 0.0,
            Self::Late(past) => above(past.costs[past.oldest]).max(0.0),
            Self::Record => (above(best) + ABOVE_RECORD * price(best, hard_weight)).max(0.0),
        }
    }

    /// Hears the cost after a step.
    #[inline]
    pub(crate) fn note(&mut self, cost: Cost) {
        let Self::Late(past) = self else { return };
        if past.costs.len() < STEPS_BACK {
            past.costs.push(cost);
        } else {
            past.costs[past.oldest] = cost;
            past.oldest = (past.oldest + 1) % STEPS_BACK;
        }
    }

    /// Begins anew with another timetable.
    pub(crate) fn forget(&mut self) {
        if let Self::Late(past) = self {
            past.costs.clear();
            past.oldest = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(hard: i64, soft: i64) -> Cost {
        Cost { hard, soft }
    }

    #[test]
    fn annealing_takes_what_the_temperature_allows() {
        for lane in [0, 1, 4] {
            let lane = Acceptance::of_lane(lane);
            assert_eq!(lane.threshold(cost(0, 100), cost(0, 50), 10.0, 3.0), 3.0);
        }
    }

    #[test]
    fn a_record_may_be_missed_by_a_hundredth() {
        let record = Acceptance::of_lane(2);
        assert_eq!(record.threshold(cost(0, 200), cost(0, 200), 10.0, 9.0), 2.0);
        assert_eq!(record.threshold(cost(0, 201), cost(0, 200), 10.0, 9.0), 1.0);
        assert_eq!(
            record.threshold(cost(1, 150), cost(2, 180), 10.0, 9.0),
            42.0,
            "hard weighs ten"
        );
        let far = record.threshold(cost(0, 300), cost(0, 200), 10.0, 9.0);
        assert_eq!(far, 0.0, "only better ones, from far away");
    }

    #[test]
    fn late_acceptance_compares_with_what_was_long_ago_at_todays_weight() {
        let mut late = Acceptance::of_lane(3);
        let threshold =
            |late: &Acceptance, weight| late.threshold(cost(0, 100), cost(0, 0), weight, 9.0);
        assert_eq!(threshold(&late, 10.0), 0.0, "nothing is remembered");
        late.note(cost(1, 120));
        (1..STEPS_BACK).for_each(|_| late.note(cost(0, 90)));
        assert_eq!(threshold(&late, 10.0), 30.0);
        assert_eq!(threshold(&late, 50.0), 70.0);
        late.note(cost(0, 100));
        assert_eq!(threshold(&late, 10.0), 0.0, "it was better by then");
        late.forget();
        assert_eq!(threshold(&late, 10.0), 0.0);
    }
}
