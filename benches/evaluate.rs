//! How long the slow count of a constructed timetable takes.

mod common;

use criterion::{Criterion, Throughput};
use jadwal_model::evaluate;
use jadwal_solver::{Limits, Settings, Silent, solve};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("evaluate");
    let settings = Settings { lanes: 1, threads: 1, ..Settings::default() };
    let limits = Limits { steps: vec![1.into()], ..Limits::default() };
    for archive in common::archives() {
        let instance = archive.instance();
        let outcome = solve(&instance, &settings, &limits, None, &mut Silent);
        let solution = outcome.expect("the settings are in range").solution;
        group.throughput(Throughput::Elements(solution.meets.len() as u64));
        group.bench_function(&archive.name, |bencher| {
            bencher.iter(|| evaluate(&instance, &solution));
        });
    }
    group.finish();
    criterion.final_summary();
}
