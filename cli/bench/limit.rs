//! What ends the runs of a group; only runs of one group are held against each other.

use jadwal_io::words::Words;
use jadwal_solver::{Generation, Limits};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::time::Duration;

/// A limit as rows record it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Limit {
    pub(crate) time_limit_s: Option<f64>,
    pub(crate) max_steps: Vec<Generation>,
}

impl Limit {
    /// Every pair of a time and a plan; what is not given does not limit.
    pub(crate) fn pairs(times: &[Duration], plans: &[Vec<Generation>]) -> Vec<Self> {
        let times: Vec<_> = times.iter().map(|time| Some(time.as_secs_f64())).collect();
        let times = if times.is_empty() { vec![None] } else { times };
        let plans = if plans.is_empty() { &[Vec::new()] } else { plans };
        let mut pairs = Vec::new();
        for time_limit_s in times {
            for max_steps in plans {
                let limit = Self { time_limit_s, max_steps: max_steps.clone() };
                if !limit.is_none() && !pairs.contains(&limit) {
                    pairs.push(limit);
                }
            }
        }
        pairs
    }

    /// The same for the solver.
    pub(crate) fn apply(&self, limits: &Limits) -> Limits {
        let time = self.time_limit_s.map(Duration::from_secs_f64);
        Limits { time, steps: self.max_steps.clone(), ..limits.clone() }
    }

    /// How a reader sees it.
    pub(crate) fn shown(&self, words: &Words) -> String {
        let time = self.time_limit_s.map(|seconds| {
            words.say("bench-limit-time", &[("seconds", seconds.to_string().into())])
        });
        let steps: Vec<String> = self.max_steps.iter().map(ToString::to_string).collect();
        let steps = (!steps.is_empty())
            .then(|| words.say("bench-limit-steps", &[("steps", steps.join(", ").into())]));
        time.into_iter().chain(steps).collect::<Vec<_>>().join(", ")
    }

    /// Whether progress is measured by steps, because no clock ends the run.
    pub(crate) fn by_steps(&self) -> bool {
        self.time_limit_s.is_none()
    }

    fn is_none(&self) -> bool {
        self.time_limit_s.is_none() && self.max_steps.is_empty()
    }
}

impl Ord for Limit {
    fn cmp(&self, other: &Self) -> Ordering {
        let (mine, theirs) = (self.time_limit_s, other.time_limit_s);
        let time = match (mine, theirs) {
            (Some(mine), Some(theirs)) => mine.total_cmp(&theirs),
            _ => mine.is_some().cmp(&theirs.is_some()),
        };
        time.then_with(|| self.max_steps.cmp(&other.max_steps))
    }
}

impl PartialOrd for Limit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Limit {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Limit {}

#[cfg(test)]
mod tests {
    use super::*;

    /// Name, times, plans, how many pairs.
    type Case = (&'static str, Vec<Duration>, &'static [&'static [u64]], usize);

    #[test]
    fn every_time_meets_every_plan_once() {
        let seconds = |times: &[u64]| times.iter().map(|&s| Duration::from_secs(s)).collect();
        let cases: [Case; 5] = [
            ("nothing", Vec::new(), &[], 0),
            ("one time", seconds(&[10]), &[], 1),
            ("one time twice", seconds(&[10, 10]), &[], 1),
            ("a time and a plan limit one run together", seconds(&[10]), &[&[5]], 1),
            ("two and two", seconds(&[10, 60]), &[&[5], &[7, 8]], 4),
        ];
        for (name, times, plans, expected) in cases {
            let plans: Vec<_> =
                plans.iter().map(|plan| plan.iter().map(|&steps| steps.into()).collect()).collect();
            assert_eq!(Limit::pairs(&times, &plans).len(), expected, "{name}");
        }
    }
}
