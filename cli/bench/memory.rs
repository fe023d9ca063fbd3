//! How much memory this process has held at most, where the system says so.

/// Begins anew to look for the peak, where the system lets a process do so (Linux).
pub(crate) fn forget_peak() {
    // Where it does not, the peak is that of the whole campaign so far.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// The largest resident set since then, in bytes; known on Linux only.
pub(crate) fn peak() -> Option<u64> {
    in_status(&std::fs::read_to_string("/proc/self/status").ok()?)
}

fn in_status(text: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_is_read_from_the_status() {
        let cases = [
            ("Name:\tjadwal\nVmHWM:\t   12345 kB\nVmRSS:\t 9 kB\n", Some(12345 * 1024)),
            ("Name:\tjadwal\n", None),
            ("VmHWM:\t many kB\n", None),
        ];
        for (text, expected) in cases {
            assert_eq!(in_status(text), expected, "{text}");
        }
    }
}
