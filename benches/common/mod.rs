//! The archives that are measured: our own, and two of the published ones where they are at hand.

use jadwal_io::xhstt;
use jadwal_model::Instance;
use std::fs;
use std::path::{Path, PathBuf};

/// The published archives: a middling and a large one.
const PUBLISHED: [&str; 2] = ["IT-I4-96", "NL-KP-03"];

/// A file with its name.
#[derive(Debug)]
pub(crate) struct Archive {
    /// The file's name without its ending.
    pub(crate) name: String,
    /// All of it.
    pub(crate) bytes: Vec<u8>,
}

impl Archive {
    /// The first instance in it.
    #[allow(dead_code, reason = "not all measurements need it")]
    pub(crate) fn instance(&self) -> Instance {
        let archive = xhstt::read(&self.bytes[..]).expect("measured archives are right");
        archive.instances.into_iter().next().expect("measured archives hold an instance")
    }
}

/// All archives that are there; those that are not are named.
pub(crate) fn archives() -> Vec<Archive> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let beside = root.join("../shared/data");
    let data = std::env::var_os("JADWAL_DATA").map_or(beside, PathBuf::from);
    let file = |name| data.join("xhstt/instances").join(name).with_extension("xml");
    let mut paths = own(&root.join("instances"));
    paths.extend(PUBLISHED.map(file));
    paths.iter().filter_map(|path| read(path)).collect()
}

/// The XML files of a folder and of those in it, in order.
fn own(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(own(&path));
        } else if path.extension().is_some_and(|ending| ending == "xml") {
            files.push(path);
        }
    }
    files
}

fn read(path: &Path) -> Option<Archive> {
    let name = path.file_stem()?.to_string_lossy().into_owned();
    match fs::read(path) {
        Ok(bytes) => Some(Archive { name, bytes }),
        Err(error) => {
            eprintln!("{} is passed over: {error}", path.display());
            None
        }
    }
}
