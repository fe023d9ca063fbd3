//! The published archives, which are not part of this repository.

use jadwal_io::xhstt::{self, Archive};
use jadwal_model::Instance;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder `xhstt` of the data: in `JADWAL_DATA`, which must then be there, else beside the
/// repository. None, and a line on standard error, if it is not beside the repository either.
pub(crate) fn published() -> Option<PathBuf> {
    folder(std::env::var_os("JADWAL_DATA").as_deref()).unwrap_or_else(|error| panic!("{error}"))
}

/// The same for this value of `JADWAL_DATA`.
pub(crate) fn folder(data: Option<&OsStr>) -> Result<Option<PathBuf>, String> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let named = data.filter(|data| !data.is_empty()).map(PathBuf::from);
    let folder = named.as_ref().unwrap_or(&beside).join("xhstt");
    if folder.is_dir() {
        return Ok(Some(folder));
    }
    let missing = format!("there is no folder `{}`", folder.display());
    if named.is_some() {
        return Err(format!("JADWAL_DATA is set, but {missing}"));
    }
    eprintln!("skipped: {missing}");
    Ok(None)
}

/// Reads an archive; its faults fail the test.
pub(crate) fn read(instances: &[Instance], path: &Path) -> Archive {
    let file = fs::File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    xhstt::read_with(instances, file).unwrap_or_else(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}:\n{}", path.display(), lines.join("\n"))
    })
}
