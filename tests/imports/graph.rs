//! Which file of a crate imports which, and whether that runs in a circle.
//!
//! A `mod.rs` (or `lib.rs`, `main.rs`) lists its members: its imports of them do not count. A member
//! may import what its `mod.rs` itself defines; a name that `mod.rs` only passes on counts as an
//! import of the file it comes from. Nobody imports from the crate's root.

use crate::scan::{self, Import, Source};
use std::collections::{BTreeMap, BTreeSet};

type Module = Vec<String>;
type Edges = BTreeMap<String, BTreeSet<String>>;

struct File<'a> {
    path: &'a str,
    tokens: Vec<String>,
    uses: Vec<Import>,
}

/// Offences of the crate whose root file is `root` (such as `lib.rs`) in `folder`.
pub(crate) fn offences(tree: &[Source], folder: &str, root: &str) -> Vec<String> {
    let files = files(tree, folder, root);
    let mut offences = Vec::new();
    let mut between_files = Edges::new();
    let mut between_folders = Edges::new();
    for (module, file) in &files {
        for path in scan::paths(&file.tokens) {
            let Some(target) = resolve(&files, module, &path, 8) else { continue };
            if target.is_empty() && !module.is_empty() {
                let name = path.iter().find(|word| !["crate", "super"].contains(&word.as_str()));
                let name = name.map_or("*", String::as_str);
                offences.push(format!(
                    "{}: imports `{name}` from the crate's root, expected from the file that defines it",
                    file.path
                ));
            } else if target != *module && !target.starts_with(module) {
                let to = files[&target].path.to_string();
                between_files.entry(file.path.into()).or_default().insert(to);
                if module[0] != target[0] {
                    let name = |module: &Module| format!("{folder}/{}", module[0]);
                    between_folders.entry(name(module)).or_default().insert(name(&target));
                }
            }
        }
    }
    let circles = circle(&between_files).or_else(|| circle(&between_folders));
    offences.extend(
        circles.map(|circle| format!("{}: imports itself: {}", circle[0], circle.join(" -> "))),
    );
    offences.dedup();
    offences
}

/// The crate's files by module; what stands under `#[cfg(test)]` or in a `tests.rs` is left out.
fn files<'a>(tree: &'a [Source], folder: &str, root: &str) -> BTreeMap<Module, File<'a>> {
    let mut files = BTreeMap::new();
    for source in tree {
        let inside = source.path.strip_prefix(folder).and_then(|path| path.strip_prefix('/'));
        let Some(stem) = inside.and_then(|path| path.strip_suffix(".rs")) else { continue };
        let mut module: Module = stem.split('/').map(String::from).collect();
        if module.last().is_some_and(|last| last == "tests") {
            continue;
        }
        if inside == Some(root) || module.last().is_some_and(|last| last == "mod") {
            module.pop();
        }
        let tokens = scan::without_tests(&scan::tokens(&source.text));
        let uses = scan::uses(&tokens);
        files.insert(module, File { path: &source.path, tokens, uses });
    }
    files
}

/// The module whose file defines what `path` names when read in `module`; the root (an empty module)
/// for whatever is named through the root. None for other crates.
fn resolve(
    files: &BTreeMap<Module, File<'_>>,
    module: &Module,
    path: &[String],
    depth: usize,
) -> Option<Module> {
    let mut current = module.clone();
    let mut rest = path;
    match path.first()?.as_str() {
        "crate" => {
            current.clear();
            rest = &path[1..];
        }
        "self" => rest = &path[1..],
        "super" => {
            while rest.first().is_some_and(|word| word == "super") {
                current.pop();
                rest = &rest[1..];
            }
        }
        word => {
            current.push(word.into());
            if !files.contains_key(&current) {
                return None;
            }
            rest = &path[1..];
        }
    }
    while let Some(word) = rest.first() {
        current.push(word.clone());
        if !is_module(files, &current) {
            current.pop();
            break;
        }
        rest = &rest[1..];
    }
    if current.is_empty() || depth == 0 {
        return Some(Module::new());
    }
    let passed_on = rest.first().and_then(|word| {
        let import = files.get(&current)?.uses.iter().find(|import| import.name == *word)?;
        (current != *module).then(|| resolve(files, &current, &import.path, depth - 1)).flatten()
    });
    passed_on.or_else(|| files.contains_key(&current).then_some(current))
}

fn is_module(files: &BTreeMap<Module, File<'_>>, module: &Module) -> bool {
    files.contains_key(module) || files.keys().any(|other| other.starts_with(module))
}

/// A way from some node back to itself, if there is one.
fn circle(edges: &Edges) -> Option<Vec<String>> {
    let mut done = BTreeSet::new();
    edges.keys().find_map(|start| follow(edges, start, &mut Vec::new(), &mut done))
}

fn follow(
    edges: &Edges,
    node: &str,
    way: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) -> Option<Vec<String>> {
    if let Some(start) = way.iter().position(|seen| seen == node) {
        let mut circle = way[start..].to_vec();
        circle.push(node.into());
        return Some(circle);
    }
    if done.contains(node) {
        return None;
    }
    way.push(node.into());
    let found =
        edges.get(node).and_then(|next| next.iter().find_map(|to| follow(edges, to, way, done)));
    way.pop();
    done.insert(node.into());
    found
}
