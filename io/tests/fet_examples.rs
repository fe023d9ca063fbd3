//! The files that FET comes with: every one is read, and written again with nothing lost; what FET has
//! solved keeps all that must hold.
//!
//! They are in no package of ours: a folder named by `JADWAL_FET_EXAMPLES`, or the one that the package
//! `fet-data` of Debian installs. Without either there is nothing to test. With `JADWAL_FET_VERBOSE` it
//! is told what each file became.

use jadwal_io::fet::{self, Document, Mode, Placements, Weights};
use jadwal_model::school::compile::{Basic, Compiled, Source, compile};
use jadwal_model::school::rule::RuleKind;
use jadwal_model::{Kind, Violation, evaluate};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const USUAL: &str = "/usr/share/doc/fet-data/examples";

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "fet") {
            found.push(path);
        }
    }
}

/// What became of the files.
#[derive(Default)]
struct Table {
    /// By mode: how many became a school, and how many were refused because of their mode.
    modes: BTreeMap<Mode, (usize, usize)>,
    /// By kind: constraints that are kept and do not count, and files that have some.
    kept: BTreeMap<String, (usize, usize)>,
    /// Timetables that keep all that must hold, and those that do not, with what is broken.
    solved: usize,
    broken: Vec<String>,
}

impl Table {
    fn school(&mut self, path: &Path, document: &Document) {
        let entry = self.modes.entry(document.mode).or_default();
        let weeks = matches!(document.mode, Mode::Official | Mode::MorningsAfternoons);
        let imported = match fet::school(document, Weights::default()) {
            Ok(imported) => imported,
            Err(faults) => {
                assert!(!weeks, "{}: {faults:?}", path.display());
                entry.1 += 1;
                return;
            }
        };
        assert!(weeks, "{}: its days are no days of a week", path.display());
        entry.0 += 1;
        for kind in &imported.kept {
            let entry = self.kept.entry(kind.kind.clone()).or_default();
            *entry = (entry.0 + kind.count, entry.1 + 1);
        }
        let Compiled { instance, origin } = compile(&imported.school)
            .unwrap_or_else(|error| panic!("{}: {error:?}", path.display()));
        let placements = Placements::of(document, &imported.context, &imported.school)
            .unwrap_or_else(|faults| panic!("{}: {faults:?}", path.display()));
        if placements.times.len() < imported.context.activities.len() {
            return;
        }
        let lessons = fet::timetable::lessons(&placements, &imported.context, &origin.courses);
        let solution = origin.solution(&instance.facts, &lessons);
        let report = evaluate(&instance, &solution);
        // a file may leave the rooms to be found
        let missing = |violation: &Violation| match origin.source(violation) {
            Source::Basic(basic) => basic == Basic::HasRoom,
            Source::Rule(rule) => {
                let kind = &instance.constraints[violation.constraint].kind;
                let besides = matches!(imported.school.rules[rule].kind, RuleKind::AlsoIn { .. });
                besides && matches!(kind, Kind::AssignResource(_))
            }
        };
        let mut wrong = report.violations.iter().filter(|violation| violation.cost.hard > 0);
        let wrong = wrong.find(|violation| !missing(violation));
        match wrong {
            None => self.solved += 1,
            Some(violation) => {
                let constraint = &instance.constraints[violation.constraint];
                let what =
                    format!("{} {:?} {:?}", constraint.code, violation, origin.source(violation));
                self.broken.push(format!("{}: {what}", path.display()));
            }
        }
    }
}

#[test]
fn every_example_is_read_and_written_again() {
    let folder = std::env::var_os("JADWAL_FET_EXAMPLES").map_or(USUAL.into(), PathBuf::from);
    let mut paths = Vec::new();
    files(&folder, &mut paths);
    paths.sort();
    if paths.is_empty() {
        eprintln!("skipped: no FET examples, set JADWAL_FET_EXAMPLES to a folder of them");
        return;
    }
    let mut table = Table::default();
    for path in &paths {
        let bytes = std::fs::read(path).expect("a file that was listed can be read");
        let document =
            fet::read(&bytes[..]).unwrap_or_else(|faults| panic!("{}: {faults:?}", path.display()));
        let mut written = Vec::new();
        fet::write(&document, &mut written).expect("memory takes all bytes");
        assert!(fet::read(&written[..]).as_ref() == Ok(&document), "{}", path.display());
        table.school(path, &document);
    }
    if std::env::var_os("JADWAL_FET_VERBOSE").is_some() {
        let Table { modes, kept, solved, .. } = &table;
        eprintln!("{} files {modes:?}, {solved} timetables", paths.len());
        for (kind, (count, files)) in kept {
            eprintln!("{kind}\t{count}\t{files}");
        }
    }
    assert!(table.broken.is_empty(), "{}", table.broken.join("\n"));
}
