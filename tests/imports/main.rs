//! Who may import whom: reads our own sources and names each file that breaks a rule of
//! ARCHITECTURE.md, "What may import what".

mod graph;
mod rules;
mod scan;

use scan::Source;
use std::path::Path;

#[test]
fn our_sources_keep_the_import_rules() {
    let tree = scan::tree(Path::new(env!("CARGO_MANIFEST_DIR")));
    for file in ["model/src/lib.rs", "io/src/lib.rs", "solver/src/lib.rs", "cli/main.rs"] {
        assert!(tree.iter().any(|source| source.path == file), "{file} was not read");
    }
    assert_eq!(rules::constraint_kinds(&tree).len(), 24, "the constraint kinds were not found");
    let offences = rules::offences(&tree);
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
}

/// Files of a small tree, each with its text, and a part of the one offence it must give.
type Case = (&'static str, &'static [(&'static str, &'static str)], &'static str);

const OFFENCES: &[Case] = &[
    (
        "model imports a crate of ours",
        &[("model/src/a.rs", "use jadwal_solver::Settings;")],
        "model/src/a.rs: model may not import `jadwal_solver`",
    ),
    (
        "model's tests import a crate of ours",
        &[("model/src/a.rs", "#[cfg(test)] mod tests { use jadwal_io::read; }")],
        "model/src/a.rs: model may not import `jadwal_io`",
    ),
    (
        "model depends on the solver",
        &[("model/Cargo.toml", "[dependencies]\njadwal-solver.workspace = true\n")],
        "model/Cargo.toml: model may not import `jadwal_solver`",
    ),
    (
        "model reads a file, in a group of imports",
        &[("model/src/a.rs", "use std::{collections::BTreeMap, fs::{self, File}};")],
        "model/src/a.rs: model may not import `std::fs`",
    ),
    (
        "model reads a clock without importing it",
        &[("model/src/a.rs", "fn f() -> std::time::Duration { g() }")],
        "model/src/a.rs: model may not import `std::time`",
    ),
    (
        "model draws a random number",
        &[("model/src/a.rs", "use rand::Rng;")],
        "model/src/a.rs: model may not import `rand`",
    ),
    (
        "io knows the solver",
        &[("io/src/a.rs", "fn f() { jadwal_solver::solve(); }")],
        "io/src/a.rs: io may not import `jadwal_solver`",
    ),
    (
        "the solver knows io",
        &[("solver/src/a.rs", "use jadwal_io as files;")],
        "solver/src/a.rs: solver may not import `jadwal_io`",
    ),
    (
        "io imports the command line",
        &[("io/src/a.rs", "use jadwal::solve;")],
        "io/src/a.rs: io may not import `jadwal`",
    ),
    (
        "a move names a constraint kind",
        &[
            ("model/src/constraint/link_events.rs", "pub struct LinkEvents {}"),
            ("solver/src/moves/a.rs", "fn f(link: &LinkEvents) {}"),
        ],
        "solver/src/moves/a.rs: a move may not name `LinkEvents`",
    ),
    (
        "a move names the monitors",
        &[
            ("solver/src/moves/a.rs", "use crate::{state::State, monitor::Spread};"),
            ("solver/src/monitor/mod.rs", ""),
            ("solver/src/state.rs", ""),
        ],
        "solver/src/moves/a.rs: a move may not name `monitor`",
    ),
    (
        "a monitor names the moves",
        &[("solver/src/monitor/a.rs", "use crate::moves::Swap;"), ("solver/src/moves/mod.rs", "")],
        "solver/src/monitor/a.rs: a monitor may not name `moves`",
    ),
    (
        "two files import each other",
        &[("io/src/a.rs", "use crate::b::B;"), ("io/src/b.rs", "fn f() -> super::a::A { g() }")],
        "io/src/a.rs: imports itself: io/src/a.rs -> io/src/b.rs -> io/src/a.rs",
    ),
    (
        "two members of a folder import each other through its list",
        &[
            ("io/src/x/mod.rs", "mod a; mod b; pub use a::A; pub use b::B;"),
            ("io/src/x/a.rs", "use super::B;"),
            ("io/src/x/b.rs", "use super::A;"),
        ],
        "io/src/x/a.rs: imports itself: io/src/x/a.rs -> io/src/x/b.rs -> io/src/x/a.rs",
    ),
    (
        "two folders import each other by different files",
        &[
            ("io/src/x/a.rs", "use crate::y::a::A;"),
            ("io/src/x/b.rs", "fn f() {}"),
            ("io/src/y/a.rs", "fn f() {}"),
            ("io/src/y/b.rs", "use crate::x::b::B;"),
        ],
        "io/src/x: imports itself: io/src/x -> io/src/y -> io/src/x",
    ),
    (
        "a file imports from the crate's root",
        &[("io/src/lib.rs", "mod a; pub use a::A;"), ("io/src/b.rs", "use crate::A;")],
        "io/src/b.rs: imports `A` from the crate's root",
    ),
    (
        "an unwrap outside tests",
        &[("cli/a.rs", "fn f() { g()\n.unwrap() }")],
        "cli/a.rs: `unwrap()` outside tests",
    ),
    (
        "a clock outside limits.rs",
        &[("solver/src/search/a.rs", "fn f() { let t = std::time::Instant::now(); }")],
        "solver/src/search/a.rs: reads a clock",
    ),
    (
        "randomness outside rng.rs",
        &[("solver/src/moves/a.rs", "use rand::Rng;")],
        "solver/src/moves/a.rs: draws its own random numbers",
    ),
    (
        "a language lacks a file",
        &[("io/locales/ar/a.ftl", ""), ("io/locales/en/a.ftl", ""), ("io/locales/en/b.ftl", "")],
        "io/locales/ar: lacks `b.ftl`",
    ),
    (
        "a language lacks a sentence",
        &[("io/locales/ar/a.ftl", "# ok\n"), ("io/locales/en/a.ftl", "ok = Fine\n    it is = so")],
        "io/locales/ar/a.ftl: lacks `ok`",
    ),
];

#[test]
fn every_rule_catches_an_offence() {
    for (name, files, expected) in OFFENCES {
        let offences = rules::offences(&small_tree(files));
        assert_eq!(offences.len(), 1, "{name}: {offences:?}");
        assert!(offences[0].starts_with(expected), "{name}: {offences:?}");
    }
}

#[test]
fn a_long_file_is_caught() {
    let tree = [Source::new("io/src/a.rs", &"\n".repeat(801))];
    assert_eq!(rules::offences(&tree), ["io/src/a.rs: 801 lines, expected at most 800"]);
}

#[test]
fn a_path_of_one_machine_is_caught() {
    let tree = [Source::new("docs/a.md", &format!("see `/{}/main/x`", "work"))];
    assert_eq!(rules::offences(&tree).len(), 1);
}

#[test]
fn what_the_rules_allow_is_not_caught() {
    let tree = small_tree(&[
        ("model/Cargo.toml", "[package]\nname = \"jadwal-model\"\n[dependencies]\nserde = \"1\"\n"),
        ("model/src/lib.rs", "//! use jadwal_io::read;\npub mod k; pub use k::Kind;"),
        (
            "model/src/k/mod.rs",
            "mod a; pub use a::A; use crate::cost::Cost; pub enum Kind { A(A) }",
        ),
        (
            "model/src/k/a.rs",
            "use super::Kind; /* use rand::Rng; */ const S: &str = r#\"std::fs\"#;",
        ),
        ("model/src/cost.rs", "#[cfg(test)]\nmod tests { use super::*; fn f() { g().unwrap(); } }"),
        ("solver/src/limits.rs", "fn f<'a>(c: char) { if c == '\"' { Instant::now(); } }"),
        ("solver/src/rng.rs", "use rand::Rng;"),
        ("solver/src/state.rs", "use crate::monitor::Spread;"),
        ("solver/src/monitor/mod.rs", "pub struct Spread;"),
        ("solver/src/moves/a.rs", "fn f(state: &mut State) { state.assign_resource(x); }"),
        ("io/locales/ar/a.ftl", "ok = x"),
        ("io/locales/en/a.ftl", "ok = Fine\n    it is = so"),
    ]);
    assert_eq!(rules::offences(&tree), [""; 0]);
}

fn small_tree(files: &[(&str, &str)]) -> Vec<Source> {
    files.iter().map(|(path, text)| Source::new(path, text)).collect()
}
