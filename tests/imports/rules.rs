//! The rules, each a function from the tree to its offences.

use crate::graph;
use crate::scan::{self, Source};
use std::collections::{BTreeMap, BTreeSet};

const CRATES: [(&str, &str, &str); 5] = [
    ("model", "model/src", "lib.rs"),
    ("io", "io/src", "lib.rs"),
    ("solver", "solver/src", "lib.rs"),
    ("instances", "instances/src", "lib.rs"),
    ("cli", "cli", "main.rs"),
];

/// Every offence, one line each: the file, then what is wrong with it.
pub(crate) fn offences(tree: &[Source]) -> Vec<String> {
    let mut offences = Vec::new();
    let kinds = constraint_kinds(tree);
    for (name, folder, root) in CRATES {
        for source in tree.iter().filter(|source| is_rust_in(source, folder)) {
            let whole = scan::tokens(&source.text);
            let code = scan::without_tests(&whole);
            let found = crates_imported(name, &whole)
                .chain(abilities_of_model(name, &code))
                .chain(moves_and_monitors(&source.path, &code, &kinds))
                .chain(habits(&source.path, &code));
            // A file that names a thing five times has one offence.
            let found: BTreeSet<String> = found.collect();
            offences.extend(found.into_iter().map(|what| format!("{}: {what}", source.path)));
        }
        offences.extend(graph::offences(tree, folder, root));
    }
    offences.extend(manifests(tree));
    offences.extend(tree.iter().filter_map(too_long));
    offences.extend(tree.iter().filter_map(path_of_one_machine));
    offences.extend(locales(tree, "io/locales/"));
    offences
}

fn is_rust_in(source: &Source, folder: &str) -> bool {
    source.path.starts_with(&format!("{folder}/")) && source.path.ends_with(".rs")
}

/// Whether a crate may import another of ours.
fn may_import(name: &str, other: &str) -> bool {
    match name {
        "model" => false,
        "io" | "solver" | "instances" => other == "jadwal_model",
        _ => ["jadwal_model", "jadwal_io", "jadwal_solver", "jadwal_instances"].contains(&other),
    }
}

fn crates_imported(name: &str, whole: &[String]) -> impl Iterator<Item = String> {
    let roots: BTreeSet<String> =
        scan::paths(whole).into_iter().filter_map(|path| path.into_iter().next()).collect();
    let ours = roots.into_iter().filter(|root| root == "jadwal" || root.starts_with("jadwal_"));
    ours.filter(|other| !may_import(name, other))
        .map(move |other| format!("{name} may not import `{other}`"))
}

/// What a manifest lists is held to the same rule as what the sources name.
fn manifests(tree: &[Source]) -> Vec<String> {
    let mut offences = Vec::new();
    for name in ["model", "io", "solver", "instances"] {
        let path = format!("{name}/Cargo.toml");
        let Some(source) = tree.iter().find(|source| source.path == path) else { continue };
        let mut in_dependencies = false;
        for line in source.text.lines() {
            if line.starts_with('[') {
                in_dependencies = line.contains("dependencies");
            }
            let key = line.split(['.', '=', ' ']).next().unwrap_or_default().replace('-', "_");
            let ours = key == "jadwal" || key.starts_with("jadwal_");
            if in_dependencies && ours && !may_import(name, &key) {
                offences.push(format!("{path}: {name} may not import `{key}`"));
            }
        }
    }
    offences
}

/// `model` touches no file, network, clock, process or random number.
fn abilities_of_model(name: &str, code: &[String]) -> impl Iterator<Item = String> {
    let paths = if name == "model" { scan::paths(code) } else { Vec::new() };
    paths.into_iter().filter_map(|path| {
        let words: Vec<&str> = path.iter().map(String::as_str).collect();
        let what = match words[..] {
            [
                "std" | "core",
                part @ ("fs" | "io" | "net" | "time" | "env" | "process" | "thread"),
                ..,
            ] => {
                format!("std::{part}")
            }
            [random @ ("rand" | "rand_pcg" | "rand_core" | "getrandom"), ..] => random.into(),
            _ => return None,
        };
        Some(format!("model may not import `{what}`"))
    })
}

/// The constraint kinds: `link_events.rs` is one if it declares a `LinkEvents`.
pub(crate) fn constraint_kinds(tree: &[Source]) -> Vec<String> {
    let mut kinds = Vec::new();
    for source in tree.iter().filter(|source| is_rust_in(source, "model/src/constraint")) {
        let stem = source.path.rsplit('/').next().and_then(|file| file.strip_suffix(".rs"));
        let kind: String = stem.unwrap_or_default().split('_').map(capitalised).collect();
        let tokens = scan::tokens(&source.text);
        if tokens.windows(2).any(|two| two == ["struct", kind.as_str()]) {
            kinds.push(kind);
        }
    }
    kinds
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// A move speaks in basic operations only, a monitor hears basic operations only.
fn moves_and_monitors(
    path: &str,
    code: &[String],
    kinds: &[String],
) -> impl Iterator<Item = String> {
    let within = |part: &str| {
        let rest = path.strip_prefix("solver/src/").and_then(|path| path.strip_prefix(part));
        rest.is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
    };
    let (who, forbidden) = if within("moves") {
        let mut forbidden = vec!["monitor", "monitors", "Monitor", "constraint", "Constraint"];
        forbidden.extend(kinds.iter().map(String::as_str));
        ("a move", forbidden)
    } else if within("monitor") {
        ("a monitor", vec!["moves", "Move"])
    } else {
        ("", Vec::new())
    };
    let named: Vec<String> =
        code.iter().filter(|token| forbidden.contains(&token.as_str())).cloned().collect();
    named.into_iter().map(move |word| format!("{who} may not name `{word}`"))
}

fn habits(path: &str, code: &[String]) -> impl Iterator<Item = String> {
    let names = |words: &[&str]| code.windows(words.len()).any(|window| window == words);
    let is_test = path.ends_with("/tests.rs");
    let random =
        scan::paths(code).iter().any(|path| ["rand", "rand_pcg"].contains(&path[0].as_str()));
    let now = names(&["Instant", "::", "now"]) || names(&["SystemTime", "::", "now"]);
    // The date of a campaign is no result of it.
    let may_read_a_clock = ["solver/src/limits.rs", "cli/bench/trend.rs"].contains(&path);
    let found = [
        (!is_test && names(&[".", "unwrap", "(", ")"]), "`unwrap()` outside tests"),
        (!may_read_a_clock && now, "reads a clock, expected only in solver/src/limits.rs"),
        (
            path.starts_with("solver/") && path != "solver/src/rng.rs" && random,
            "draws its own random numbers, expected only in solver/src/rng.rs",
        ),
    ];
    found.into_iter().filter(|(offends, _)| *offends).map(|(_, what)| what.to_string())
}

fn too_long(source: &Source) -> Option<String> {
    let lines = source.text.lines().count();
    (source.path.ends_with(".rs") && lines > 800)
        .then(|| format!("{}: {lines} lines, expected at most 800", source.path))
}

/// A path that exists on one machine only.
fn path_of_one_machine(source: &Source) -> Option<String> {
    // Put together here, or this file would be an offender.
    let folders = ["work", "root", "farm", "home"].map(|name| format!("/{name}/"));
    let stands_alone = |line: &str, at: usize| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || "\"'`=:([<>,".contains(c))
    };
    let names = |line: &str| {
        folders
            .iter()
            .any(|folder| line.match_indices(folder).any(|(at, _)| stands_alone(line, at)))
    };
    if source.path.ends_with(".lock") {
        return None;
    }
    let line = source.text.lines().position(names)?;
    Some(format!("{}: line {} names a path of one machine", source.path, line + 1))
}

/// Every language has the same files, and every file the same keys.
fn locales(tree: &[Source], folder: &str) -> Vec<String> {
    let mut languages: BTreeMap<&str, BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
    for source in tree {
        let inside = source.path.strip_prefix(folder).and_then(|path| path.split_once('/'));
        if let Some((language, file)) = inside {
            languages.entry(language).or_default().insert(file, keys(&source.text));
        }
    }
    let mut all: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (file, keys) in languages.values().flatten() {
        all.entry(file).or_default().extend(keys);
    }
    let mut offences = Vec::new();
    for (language, files) in &languages {
        for (file, keys) in &all {
            match files.get(file) {
                None => offences.push(format!("{folder}{language}: lacks `{file}`")),
                Some(has) => offences.extend(
                    keys.difference(has)
                        .map(|key| format!("{folder}{language}/{file}: lacks `{key}`")),
                ),
            }
        }
    }
    offences
}

fn keys(text: &str) -> BTreeSet<&str> {
    let starts = |line: &&str| !line.starts_with([' ', '\t', '#', '[', '.']);
    let pairs = text.lines().filter(starts).filter_map(|line| line.split_once('='));
    pairs.map(|(key, _)| key.trim()).collect()
}
