//! The same input, seed, lanes and steps give the same timetable, whatever carries the lanes.

mod common;

use jadwal_model::{Cost, Event, Instance, InstanceBuilder, Solution, evaluate};
use jadwal_solver::{
    Better, Generation, Limits, MAX_TIMES, Outcome, Progress, Settings, Silent, SolveError, Status,
    StoppedBy, solve,
};
use std::path::Path;
use std::time::Duration;

fn rural_college() -> Instance {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("instances/rural-college.xml");
    common::read(&[], &path).instances.remove(0)
}

fn run(instance: &Instance, threads: usize, limits: &Limits) -> Outcome {
    let settings = Settings { seed: 7, lanes: 4, threads };
    solve(instance, &settings, limits, None, &mut Silent).expect("the settings are in range")
}

fn steps(plan: &[u64]) -> Limits {
    Limits { steps: plan.iter().map(|&steps| steps.into()).collect(), ..Limits::default() }
}

#[test]
fn threads_change_nothing() {
    let instance = rural_college();
    let one = run(&instance, 1, &steps(&[150_000, 40_000]));
    for threads in [1, 2, 8] {
        let again = run(&instance, threads, &steps(&[150_000, 40_000]));
        assert_eq!(again.solution, one.solution, "{threads} threads");
        assert_eq!((again.report, again.steps), (one.report.clone(), one.steps));
        assert_eq!(again.moves, one.moves, "{threads} threads");
    }
}

#[test]
fn threads_change_nothing_of_what_is_polished() {
    let instance = rural_college();
    let polished = |threads, rounds: &[u64]| {
        run(&instance, threads, &Limits { polish: rounds.to_vec(), ..steps(&[3_000, 1_000]) })
    };
    let (one, without) = (polished(1, &[3, 1]), polished(2, &[]));
    assert_eq!((&one.polish[..], &without.polish[..]), (&[3, 1][..], &[0, 0][..]));
    assert_eq!(polished(2, &one.polish).solution, one.solution);
    assert_ne!(one.solution, without.solution, "four rounds found nothing to do");
}

#[test]
fn another_seed_gives_another_timetable() {
    let instance = rural_college();
    let settings = Settings { seed: 8, lanes: 4, threads: 2 };
    let other = solve(&instance, &settings, &steps(&[150_000]), None, &mut Silent).unwrap();
    assert_ne!(other.solution, run(&instance, 2, &steps(&[150_000])).solution);
}

#[test]
fn a_run_that_was_cut_short_can_be_repeated() {
    let instance = rural_college();
    let cut = Limits { stop_after: Some(60_000), ..steps(&[150_000]) };
    let first = run(&instance, 2, &cut);
    assert_eq!(first.stopped_by, StoppedBy::Steps);
    assert!(first.steps < 150_000, "{}", first.steps);
    assert_eq!(run(&instance, 1, &first.limits_to_repeat()).solution, first.solution);
}

#[test]
fn stretches_of_a_plan_are_kept_and_matter() {
    let instance = rural_college();
    let stretched: Generation = "40000+10000+30000".parse().expect("a plan");
    let limits = Limits { steps: vec![stretched, 5_000.into()], ..Limits::default() };
    let first = run(&instance, 2, &limits);
    assert_eq!(first.plan, limits.steps);
    assert_eq!(first.steps, 85_000);
    assert_eq!(run(&instance, 1, &limits).solution, first.solution);
    let even = run(&instance, 2, &steps(&[80_000, 5_000]));
    assert_ne!(even.solution, first.solution, "it cools otherwise");

    let cut = run(&instance, 2, &Limits { stop_after: Some(45_000), ..limits });
    assert!(cut.steps < 80_000, "{}", cut.steps);
    assert_eq!(cut.plan, first.plan[..1], "also the stretches that it did not come to");
    assert_eq!(run(&instance, 1, &cut.limits_to_repeat()).solution, cut.solution);
}

#[test]
fn a_generation_that_ended_early_is_repeated_and_cools_the_next_less() {
    let instance = rural_college();
    let plan = |first: &str| {
        let first: Generation = first.parse().expect("a plan");
        Limits { steps: vec![first, 15_000.into(), 5_000.into()], ..Limits::default() }
    };
    let frozen = plan("10000+10000+10000+10000+20000+20000+0+0");
    let early = run(&instance, 2, &frozen);
    assert_eq!((&early.plan, early.steps), (&frozen.steps, 100_000));
    assert_eq!(run(&instance, 1, &frozen).solution, early.solution);
    let whole = run(&instance, 2, &plan("10000+10000+10000+10000+20000+20000"));
    assert_ne!(whole.solution, early.solution, "another share of the cooling was done");

    let cut = run(&instance, 2, &Limits { stop_after: Some(90_000), ..frozen });
    assert_eq!(cut.plan, early.plan[..2]);
    assert_eq!(run(&instance, 1, &cut.limits_to_repeat()).solution, cut.solution);
}

#[test]
fn a_run_by_time_is_repeated_by_its_plan() {
    let instance = rural_college();
    let limits = Limits { time: Some(Duration::from_secs(2)), ..Limits::default() };
    let first = run(&instance, 2, &limits);
    let again = run(&instance, 1, &first.limits_to_repeat());
    assert_eq!((again.solution, again.steps), (first.solution, first.steps));
}

#[test]
fn a_real_school_is_solved_and_counted() {
    let instance = rural_college();
    let outcome = run(&instance, 2, &steps(&[400_000]));
    assert_eq!(outcome.cost().hard, 0, "{:?}", outcome.report.by_kind(&instance));
    assert!(matches!(outcome.status, Status::Feasible | Status::Optimal));
    outcome.solution.validate(&instance.facts).unwrap();
    assert_eq!(evaluate(&instance, &outcome.solution).cost, outcome.cost());
    assert!(outcome.lower_bound <= outcome.cost());
}

#[test]
fn a_target_and_a_cancel_stop_at_a_barrier() {
    let instance = rural_college();
    let target = Some(Cost::new(1_000_000, 0));
    let outcome = run(&instance, 2, &Limits { target, ..steps(&[1_000_000]) });
    assert_eq!((outcome.stopped_by, outcome.steps), (StoppedBy::Target, 0));
    let cancelled = steps(&[1_000_000]);
    cancelled.cancel.cancel();
    assert_eq!(run(&instance, 2, &cancelled).stopped_by, StoppedBy::Cancel);
}

#[test]
fn a_start_is_never_made_worse() {
    let instance = rural_college();
    let start: Solution = run(&instance, 2, &steps(&[400_000])).solution;
    let settings = Settings { seed: 1, lanes: 2, threads: 2 };
    let outcome =
        solve(&instance, &settings, &steps(&[20_000]), Some(&start), &mut Silent).unwrap();
    assert!(outcome.cost() <= evaluate(&instance, &start).cost);
}

#[test]
fn nothing_to_move_is_no_fault() {
    let empty = || {
        let mut builder = InstanceBuilder::new("nothing");
        builder.time("Mon1", "").unwrap();
        builder
    };
    let mut fixed = empty();
    let mut event = Event::new("Maths", 1, Vec::new());
    event.preassigned_time = fixed.find_time("Mon1");
    fixed.event(event).unwrap();
    for builder in [empty(), fixed] {
        let instance = builder.build().unwrap();
        let outcome = run(&instance, 2, &steps(&[100]));
        assert_eq!((outcome.cost(), outcome.status), (Cost::ZERO, Status::Optimal));
    }
}

#[test]
fn too_many_times_are_refused() {
    let mut builder = InstanceBuilder::new("a year of quarters of an hour");
    for time in 0..=MAX_TIMES {
        builder.time(&time.to_string(), "").unwrap();
    }
    let instance = builder.build().unwrap();
    let refused = solve(&instance, &Settings::default(), &steps(&[1]), None, &mut Silent);
    let (found, maximum) = (MAX_TIMES + 1, MAX_TIMES);
    assert_eq!(refused.err(), Some(SolveError::TooManyTimes { found, maximum }));
}

#[derive(Default)]
struct Seen {
    costs: Vec<Cost>,
    phases: Vec<&'static str>,
    ended: bool,
}

impl Progress for Seen {
    fn on_better(&mut self, better: &Better) {
        self.costs.push(better.cost);
    }
    fn on_phase(&mut self, phase: &'static str) {
        self.phases.push(phase);
    }
    fn on_end(&mut self) {
        self.ended = true;
    }
}

#[test]
fn the_observer_sees_every_best_in_order() {
    let instance = rural_college();
    let mut seen = Seen::default();
    let outcome =
        solve(&instance, &Settings::default(), &steps(&[100_000]), None, &mut seen).unwrap();
    assert!(seen.costs.windows(2).all(|pair| pair[1] < pair[0]));
    assert_eq!(seen.costs.last(), Some(&outcome.cost()));
    assert_eq!(seen.phases, ["construct", "search", "finish"]);
    assert!(seen.ended);
}

#[test]
fn published_instances_are_searched_and_counted_alike() {
    let Some(folder) = common::published() else { return };
    let mut names: Vec<_> = std::fs::read_dir(folder.join("instances"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    assert!(!names.is_empty());
    let costs = known_costs(&folder);
    for path in names {
        for instance in common::read(&[], &path).instances {
            // the slow count of every new best is compared with the monitors inside
            let outcome = run(&instance, 2, &steps(&[4_000]));
            assert_eq!(evaluate(&instance, &outcome.solution).cost, outcome.cost(), "{path:?}");
            outcome.solution.validate(&instance.facts).unwrap();
            let known = costs.iter().filter(|(code, _)| *code == instance.code);
            for (code, cost) in known {
                assert!(outcome.lower_bound <= *cost, "{code}: {cost} was found");
            }
        }
    }
}

/// The costs that published solutions have, by instance.
fn known_costs(folder: &Path) -> Vec<(String, Cost)> {
    let table =
        std::fs::read_to_string(folder.join("known_costs.csv")).expect("the table is there");
    let row = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        let number = |field: usize| fields[field].parse().expect("costs are numbers");
        let cost = Cost::new(number(4), number(5));
        (fields[1].to_owned(), cost)
    };
    table.lines().skip(1).map(row).collect()
}
