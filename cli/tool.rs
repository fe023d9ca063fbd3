//! Who wrote a document.

use serde::Serialize;

/// This program, as documents name it.
#[derive(Serialize)]
pub(crate) struct Tool {
    version: &'static str,
    pub(crate) commit: Option<&'static str>,
}

/// This program; the commit is known where the build was told it in `JADWAL_COMMIT`.
pub(crate) const TOOL: Tool =
    Tool { version: env!("CARGO_PKG_VERSION"), commit: option_env!("JADWAL_COMMIT") };
