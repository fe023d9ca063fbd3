//! Evaluated moves a second: one lane on one thread, from a constructed timetable.
//!
//! An iteration compiles the instance and loads the timetable too, which is little beside its steps.

mod common;

use criterion::{Criterion, SamplingMode, Throughput};
use jadwal_model::{Instance, Solution};
use jadwal_solver::{Limits, Outcome, Settings, Silent, solve};

/// Steps of one iteration.
const STEPS: u64 = 300_000;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("moves");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for archive in common::archives() {
        let instance = archive.instance();
        let start = run(&instance, None, 1).solution;
        // fewer than planned where the timetable is soon proved to be the best
        let steps = run(&instance, Some(&start), STEPS).steps;
        if steps == 0 {
            eprintln!("{} is passed over: constructed timetable is the best", archive.name);
            continue;
        }
        group.throughput(Throughput::Elements(steps));
        group.bench_function(&archive.name, |bencher| {
            bencher.iter(|| run(&instance, Some(&start), STEPS));
        });
    }
    group.finish();
    criterion.final_summary();
}

fn run(instance: &Instance, start: Option<&Solution>, steps: u64) -> Outcome {
    let settings = Settings { lanes: 1, threads: 1, ..Settings::default() };
    let limits = Limits { steps: vec![steps.into()], ..Limits::default() };
    solve(instance, &settings, &limits, start, &mut Silent).expect("the settings are in range")
}
