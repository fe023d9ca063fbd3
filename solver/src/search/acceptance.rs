//! How much worse a change may make the timetable to be taken.

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

/// What a timetable cost at each of the last steps, in a ring.
#[derive(Clone, Debug)]
pub(crate) struct Past {
    prices: Vec<f64>,
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
            3 => Self::Late(Past { prices: vec![f64::NEG_INFINITY; STEPS_BACK], oldest: 0 }),
            _ => Self::Annealing,
        }
    }

    /// How much worse the next change may make a timetable of this price, where the best one has the
    /// price `record` and annealing would take what is worse by `annealed`.
    #[inline]
    pub(crate) fn threshold(&self, price: f64, record: f64, annealed: f64) -> f64 {
        match self {
            Self::Annealing => annealed,
            Self::Late(past) => (past.prices[past.oldest] - price).max(0.0),
            Self::Record => (record + record.abs() * ABOVE_RECORD - price).max(0.0),
        }
    }

    /// Hears the price after a step.
    #[inline]
    pub(crate) fn note(&mut self, price: f64) {
        if let Self::Late(past) = self {
            past.prices[past.oldest] = price;
            past.oldest = (past.oldest + 1) % past.prices.len();
        }
    }

    /// Begins anew with another timetable.
    pub(crate) fn forget(&mut self) {
        if let Self::Late(past) = self {
            past.prices.fill(f64::NEG_INFINITY);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annealing_takes_what_the_temperature_allows() {
        assert_eq!(Acceptance::of_lane(0).threshold(100.0, 50.0, 3.0), 3.0);
        assert_eq!(Acceptance::of_lane(1).threshold(100.0, 50.0, 3.0), 3.0);
    }

    #[test]
    fn a_record_may_be_missed_by_a_hundredth() {
        let record = Acceptance::of_lane(2);
        assert_eq!(record.threshold(200.0, 200.0, 9.0), 2.0);
        assert_eq!(record.threshold(201.5, 200.0, 9.0), 0.5);
        assert_eq!(record.threshold(300.0, 200.0, 9.0), 0.0, "only better ones, from far away");
    }

    #[test]
    fn late_acceptance_compares_with_what_was_long_ago() {
        let mut late = Acceptance::of_lane(3);
        assert_eq!(late.threshold(100.0, 0.0, 9.0), 0.0, "nothing is remembered");
        late.note(130.0);
        (1..STEPS_BACK).for_each(|_| late.note(90.0));
        assert_eq!(late.threshold(100.0, 0.0, 9.0), 30.0);
        late.note(100.0);
        assert_eq!(late.threshold(100.0, 0.0, 9.0), 0.0, "it was better by then");
        late.forget();
        assert_eq!(late.threshold(100.0, 0.0, 9.0), 0.0);
    }
}
