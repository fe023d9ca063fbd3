//! Files are written whole or not at all: to a temporary name beside the target, then renamed.

use crate::failure::Failure;
use std::fs::Permissions;
use std::io::{BufWriter, Error, ErrorKind, Result, Write};
use std::path::{Path, PathBuf};

/// Whether a path means standard input or output.
pub(crate) fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether a path is a stream: standard output, a pipe or a device, whose name says nothing.
pub(crate) fn is_stream(path: &Path) -> bool {
    is_dash(path) || !replaceable(path)
}

/// The ending of a file's name, in small letters; empty if it has none.
pub(crate) fn ending(path: &Path) -> String {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase()
}

/// Fails if writing would put something else in the place of what was read.
pub(crate) fn is_not_input(path: &Path, input: &Path) -> std::result::Result<(), Failure> {
    if is_dash(path) || is_dash(input) {
        return Ok(());
    }
    let Ok(there) = input.canonicalize() else { return Ok(()) };
    let is_txt = |path: &Path| ending(path) == "txt";
    // of a text file all neighbours are read
    let whole = if is_txt(&there) { folder(&there).to_owned() } else { there.clone() };
    let is_within = || folder(&resolved(path)).canonicalize().is_ok_and(|folder| folder == whole);
    // a folder of CSV files, or of text files, is read whole
    let is_read = ending(path) == "csv" || is_txt(path);
    if (there.is_file() && resolved(path) == there) || (is_read && is_within()) {
        return Err(Failure::usage("output-is-input", &shown(path), &shown(input)));
    }
    Ok(())
}

/// Fails now rather than after a long run if the target cannot be written.
pub(crate) fn check(path: &Path) -> std::result::Result<(), Failure> {
    let wrong = |key, found: &str| Failure::usage(key, &shown(path), found);
    if is_dash(path) {
        return Ok(());
    }
    if path.is_dir() {
        return Err(wrong("output-folder", ""));
    }
    if replaceable(path) {
        let target = resolved(path);
        let folder = folder(&target);
        temporary(folder).map_err(|error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => {
                wrong("output-no-folder", &shown(folder))
            }
            ErrorKind::PermissionDenied => wrong("output-not-allowed", ""),
            _ => wrong("output-unwritable", &error.to_string()),
        })?;
    }
    Ok(())
}

/// Writes a file, or stdout for `-`; on a fault the target stays as it was.
pub(crate) fn write(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    if is_dash(path) {
        let mut out = BufWriter::new(std::io::stdout().lock());
        fill(&mut out)?;
        return out.flush();
    }
    if !replaceable(path) {
        let mut out = BufWriter::new(std::fs::OpenOptions::new().write(true).open(path)?);
        fill(&mut out)?;
        return out.flush();
    }
    let target = resolved(path);
    let mut file = temporary(folder(&target))?;
    let mut out = BufWriter::new(&mut file);
    fill(&mut out)?;
    out.flush()?;
    drop(out);
    file.as_file().sync_all()?;
    file.persist(&target)?;
    Ok(())
}

/// A path as messages show it.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Whether a rename may put another file in its place: not so for a pipe or a device.
fn replaceable(path: &Path) -> bool {
    path.metadata().is_ok_and(|data| data.is_file()) || !path.exists()
}

/// The file that a chain of links leads to.
fn resolved(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn temporary(folder: &Path) -> Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".jadwal-").suffix(".part");
    #[cfg(unix)]
    builder.permissions(<Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666));
    // The error of the builder names the temporary file, of which nobody has heard.
    builder.tempfile_in(folder).map_err(|error| Error::from(error.kind()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_leaves_the_target_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.xml");
        write(&path, |out| out.write_all(b"first")).unwrap();
        let failed = write(&path, |out| {
            out.write_all(b"half")?;
            Err(std::io::Error::other("stop"))
        });
        assert!(failed.is_err());
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
