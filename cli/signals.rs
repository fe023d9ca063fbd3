//! Ctrl-C once: stop and keep the best so far; twice: leave.

use crate::failure::Failure;
use jadwal_solver::Cancel;

/// Cancels the run at the first signal and leaves at the second, with 130 or 143.
#[cfg(unix)]
pub(crate) fn listen(cancel: &Cancel) -> Result<(), Failure> {
    use signal_hook::consts::{SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM])?;
    let cancel = cancel.clone();
    std::thread::spawn(move || {
        for signal in signals.forever() {
            if cancel.is_cancelled() {
                std::process::exit(128 + signal);
            }
            cancel.cancel();
        }
    });
    Ok(())
}

/// Elsewhere a signal ends the program at once; files are never half-written all the same.
#[cfg(not(unix))]
pub(crate) fn listen(_cancel: &Cancel) -> Result<(), Failure> {
    Ok(())
}
