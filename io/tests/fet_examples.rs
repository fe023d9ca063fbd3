//! The files that FET comes with: every one is read, and written again with nothing lost.
//!
//! They are in no package of ours: a folder named by `JADWAL_FET_EXAMPLES`, or the one that the package
//! `fet-data` of Debian installs. Without either there is nothing to test.

use jadwal_io::fet::{self, Mode};
use jadwal_model::school::compile::compile;
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
    let verbose = std::env::var_os("JADWAL_FET_VERBOSE").is_some();
    let mut kept: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for path in &paths {
        let bytes = std::fs::read(path).expect("a file that was listed can be read");
        let document =
            fet::read(&bytes[..]).unwrap_or_else(|faults| panic!("{path:?}: {faults:?}"));
        let mut written = Vec::new();
        fet::write(&document, &mut written).expect("memory takes all bytes");
        assert_eq!(fet::read(&written[..]).as_ref(), Ok(&document), "{path:?}");
        let what = match fet::school(&document) {
            Ok(imported) => {
                for kind in &imported.kept {
                    let entry = kept.entry(kind.kind.clone()).or_default();
                    entry.0 += kind.count;
                    entry.1 += 1;
                }
                match compile(&imported.school) {
                    Ok(_) => "compiled".to_owned(),
                    Err(error) => {
                        if verbose {
                            eprintln!("{path:?}: {error:?}");
                        }
                        "not compiled".to_owned()
                    }
                }
            }
            Err(faults) => {
                if verbose {
                    eprintln!("{path:?}: {}", faults[0]);
                }
                let text = faults[0].fault.to_string();
                text.split('`')
                    .next()
                    .unwrap_or_default()
                    .chars()
                    .filter(|c| !c.is_numeric())
                    .collect()
            }
        };
        *counts.entry(format!("{:?} {what}", document.mode)).or_default() += 1;
        let _ = Mode::Official;
    }
    if verbose {
        eprintln!("{} files {counts:#?}\n{kept:#?}", paths.len());
    }
}
