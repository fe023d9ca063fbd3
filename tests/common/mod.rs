//! The published archives, which are not part of this repository.

use jadwal_io::xhstt::{self, Archive};
use jadwal_model::Instance;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder `xhstt` of the data: in `JADWAL_DATA`, else beside the repository. None, and a line
/// on standard error, if there is no such folder.
pub(crate) fn published() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let data = std::env::var_os("JADWAL_DATA").map_or(beside, PathBuf::from);
    let folder = data.join("xhstt");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: there is no folder `{}`", folder.display());
    None
}

/// Reads an archive; its faults fail the test.
pub(crate) fn read(instances: &[Instance], path: &Path) -> Archive {
    let file = fs::File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    xhstt::read_with(instances, file).unwrap_or_else(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}:\n{}", path.display(), lines.join("\n"))
    })
}
