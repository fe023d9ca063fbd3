//! How fast an XHSTT archive is read, in bytes a second.

mod common;

use criterion::{Criterion, Throughput};
use jadwal_io::xhstt;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("read");
    for archive in common::archives() {
        group.throughput(Throughput::Bytes(archive.bytes.len() as u64));
        group.bench_function(&archive.name, |bencher| {
            bencher.iter(|| xhstt::read(&archive.bytes[..]));
        });
    }
    group.finish();
    criterion.final_summary();
}
