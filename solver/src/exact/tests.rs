//! Every timetable is a point of the programme at no more than its cost, and no bound is above one.

use super::backend::{Answer, Backend, Limits, Objective, Verdict};
use super::blocks::Blocks;
use super::bound::{Effort, bound};
use super::formulation::formulate;
use super::ground::{Ground, Meets};
use super::improve::improve;
use super::linear::Linear;
use super::programme::{Hard, Programme};
use crate::agree::bound::{events, school, teachers, walk_down};
use crate::agree::config;
use crate::agree::random_instance::{Draft, draft};
use crate::compiled::unfit_preassigned;
use crate::rng::Rng;
use jadwal_model::constraint::{DistributeSplitEvents, LimitBusyTimes};
use jadwal_model::{
    Constraint, Cost, CostFunction, EventId, Id, Instance, Kind, Meet, Solution, Table, evaluate,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError};

/// Fewer cases where each solves integer programmes.
fn some(seed: u64) -> Config {
    Config { cases: 250, max_shrink_iters: 500, ..config(seed) }
}

/// A random instance, in half of the cases only with what a programme says.
fn instance(draft: &Draft, keep: usize, plain: bool) -> Instance {
    let mut instance = draft.instance();
    let wanted =
        |c: &&Constraint| !plain || is_said(&c.kind) && c.function != CostFunction::Quadratic;
    let mut kept = Table::default();
    for constraint in instance.constraints.iter().take(keep).filter(wanted) {
        kept.push(constraint.clone());
    }
    instance.constraints = kept;
    instance
}

const fn is_said(kind: &Kind) -> bool {
    !matches!(
        kind,
        Kind::AssignResource(_)
            | Kind::PreferResources(_)
            | Kind::AvoidSplitAssignments(_)
            | Kind::LimitWorkload(_)
            | Kind::OrderEvents(_)
            | Kind::SeparateEvents(_)
            | Kind::AvoidTogether(_)
            | Kind::OrderWithin(_)
            | Kind::LimitTravel(_)
            | Kind::LimitCrowding(_)
            | Kind::AvoidIsolatedTimes(_)
            | Kind::WorstOf(_)
    )
}

proptest! {
    #![proptest_config(some(21))]
    #[test]
    fn no_timetable_is_below_the_bounds(
        draft in draft(3..=9usize), keep in 0..24usize, plain: bool, seed in 0..1000u64
    ) {
        let instance = instance(&draft, keep, plain);
        let best = evaluate(&instance, &walk_down(&instance, &mut Rng::new(seed, 0), 200)).cost;
        let bounds = bound(&instance, Effort { nodes: Some(50), ..Effort::default() });
        for proved in &bounds.proved {
            prop_assert!(proved.bound <= best, "{proved:?}, found {best}");
        }
        prop_assert!(bounds.bound <= best, "{bounds:?}, found {best}");
        // a known cost is never exceeded, and never proved to be the best when it is not
        let known = Some(best + Cost::new(0, 1));
        let bounds = bound(&instance, Effort { nodes: Some(50), known, ..Effort::default() });
        prop_assert!(bounds.bound <= best, "{bounds:?}, found {best}");
    }
}

proptest! {
    #![proptest_config(some(22))]
    #[test]
    fn every_timetable_is_a_point_of_the_programme(
        draft in draft(3..=9usize), keep in 0..24usize, plain: bool, steps in 0..60usize,
        seed in 0..1000u64
    ) {
        let instance = instance(&draft, keep, plain);
        let solution = walk_down(&instance, &mut Rng::new(seed, 0), steps);
        let unseen = unfit_preassigned(&instance);
        let cost = evaluate(&instance, &solution).cost - unseen;
        let mut modes = vec![Hard::Costs];
        modes.extend(Some(Hard::Rows).filter(|_| cost.hard == 0));
        for hard in modes {
            let found = point(&instance, &solution, hard)?;
            prop_assert!(found.hard <= cost.hard && found.soft <= cost.soft, "{found}, {cost}");
            let exact = plain && Blocks::alone(&instance).fills.iter().all(|&fills| !fills);
            prop_assert!(!exact || found == cost, "{hard:?}: {found}, counted {cost}");
        }
    }
}

proptest! {
    #![proptest_config(some(23))]
    #[test]
    fn the_best_point_is_a_timetable_of_its_cost(draft in draft(3..=7usize), keep in 0..24usize) {
        let instance = instance(&draft, keep, true);
        let blocks = Blocks::alone(&instance);
        let fills = blocks.fills.contains(&true);
        let ground = formulate(&instance, blocks, Hard::Costs, true);
        let objective = Objective { hard: 1000, soft: 1 };
        let answer = solve(&ground.programme, objective, Some(2000));
        if answer.verdict == Verdict::Solved && !fills {
            let cost = evaluate(&instance, &read(&ground, &answer.values)).cost;
            let found = total(&ground.programme, &answer.values);
            prop_assert_eq!(found, cost);
            let bounds = bound(&instance, Effort { nodes: Some(2000), ..Effort::default() });
            prop_assert!(bounds.bound <= cost, "{bounds:?}, found {cost}");
        }
    }
}

proptest! {
    #![proptest_config(Config { cases: 60, ..some(24) })]
    #[test]
    fn improving_repeats_and_never_makes_worse(
        draft in draft(3..=9usize), keep in 0..24usize, seed in 0..1000u64
    ) {
        let instance = instance(&draft, keep, false);
        let start = walk_down(&instance, &mut Rng::new(seed, 0), 5);
        let limits = crate::limits::Limits { steps: vec![8.into()], ..Default::default() };
        let once = improve(&instance, &start, seed, &limits);
        prop_assert_eq!(evaluate(&instance, &once.solution).cost, once.cost);
        prop_assert!(once.cost <= evaluate(&instance, &start).cost);
        let twice = improve(&instance, &start, seed, &limits);
        prop_assert_eq!(once.solution, twice.solution);
    }
}

fn solve(programme: &Programme, objective: Objective, nodes: Option<i32>) -> Answer {
    Backend::new(programme, objective, true).solve(Limits { nodes, ..Limits::default() })
}

/// The least cost of a programme in which the meets are those of a timetable.
fn point(instance: &Instance, solution: &Solution, hard: Hard) -> Result<Cost, TestCaseError> {
    let mut blocks = Blocks::alone(instance);
    if hard == Hard::Rows {
        blocks.restrict(instance);
    }
    let mut ground = formulate(instance, blocks, hard, true);
    for event in instance.facts.events.ids() {
        let mut left: Vec<_> = solution.meets.iter().filter(|meet| meet.event == event).collect();
        for all in ground.meets[event.index()].clone() {
            let before = left.len();
            left.retain(|meet| !is_one(&all, meet));
            ground.programme.equal(all.number, (before - left.len()) as i64);
        }
        prop_assert!(left.is_empty(), "{left:?} cannot be said");
    }
    prop_assert!(!ground.programme.broken, "{hard:?}: a row does not hold");
    let least = |objective: Objective| {
        let answer = solve(&ground.programme, objective, None);
        prop_assert_eq!(answer.verdict, Verdict::Solved, "{:?}", hard);
        Ok(total(&ground.programme, &answer.values))
    };
    let hard_cost = least(Objective::HARD)?.hard;
    Ok(Cost::new(hard_cost, least(Objective::SOFT)?.soft))
}

fn is_one(all: &Meets, meet: &Meet) -> bool {
    all.length == meet.duration && all.start == meet.time.map(|time| time.index() as u32)
}

/// What the values of the columns cost.
fn total(programme: &Programme, values: &[f64]) -> Cost {
    let mut cost = programme.constant;
    for (range, value) in programme.columns.iter().zip(values) {
        let value = value.round() as i64;
        cost += Cost::new(range.cost.hard * value, range.cost.soft * value);
    }
    cost
}

/// The timetable that the values of the columns mean.
fn read(ground: &Ground<'_>, values: &[f64]) -> Solution {
    let mut meets = Vec::new();
    for (event, places) in ground.meets.iter().enumerate() {
        for all in places {
            for _ in 0..number(&all.number, values) {
                let event = EventId::new(event);
                let tasks =
                    ground.instance.facts.events[event].resources.iter().map(|r| r.preassigned);
                let time = all.start.map(|start| Id::new(start as usize));
                meets.push(Meet { event, duration: all.length, time, tasks: tasks.collect() });
            }
        }
    }
    Solution { meets }
}

fn number(of: &Linear, values: &[f64]) -> i64 {
    let terms = of.terms.iter().map(|&(column, factor)| factor * values[column].round() as i64);
    of.constant + terms.sum::<i64>()
}

#[test]
fn prices_prove_in_whole_numbers() {
    // least 3x + 2y with x + y >= 4 and x - y <= 1, both at most 3
    let mut programme = Programme::new(Hard::Costs);
    let [x, y] = [0; 2].map(|_| programme.column(0, 3));
    programme.columns[x].cost = Cost::new(0, 3);
    programme.columns[y].cost = Cost::new(0, 2);
    let sum = Linear::column(x).plus(1, &Linear::column(y));
    programme.row(sum, Some(4), None);
    programme.row(Linear::column(x).plus(-1, &Linear::column(y)), None, Some(1));
    let proved = |prices: &[f64]| programme.proved(|cost| cost.soft, prices);
    for (name, prices, bound) in [
        ("the best prices", [3.0, 0.0], 9),
        ("other prices prove less", [2.0, 0.0], 8),
        ("no prices", [0.0, 0.0], 0),
        ("a price of the wrong sign", [-1.0, 0.0], 0),
        ("prices that are too high", [9.0, 0.0], -3),
        ("not a number", [f64::NAN, f64::INFINITY], 0),
    ] {
        assert_eq!(proved(&prices), bound, "{name}");
    }
    let answer = Backend::new(&programme, Objective::SOFT, false).solve(Limits::default());
    assert_eq!(proved(&answer.prices), 9);
}

#[test]
fn odd_ranges_prove_nothing_false() {
    let many = 100_000_000;
    let days = vec![Id::new(0), Id::new(0)];
    for (name, kind) in [
        (
            "a range below zero asks nothing of a group that is not used",
            Kind::LimitBusyTimes(LimitBusyTimes {
                applies_to: teachers(),
                time_groups: days,
                minimum: -3,
                maximum: -2,
            }),
        ),
        (
            "no point costs more than there is a number for",
            Kind::DistributeSplitEvents(DistributeSplitEvents {
                applies_to: events(&[0]),
                duration: 1,
                minimum: many,
                maximum: many,
            }),
        ),
    ] {
        let instance = school(vec![(false, 1_000_000, kind)]);
        let best = evaluate(&instance, &walk_down(&instance, &mut Rng::new(5, 0), 3000)).cost;
        let bound = bound(&instance, Effort::default()).bound;
        assert!(bound <= best, "{name}: bound {bound}, found {best}");
    }
}
