//! `jadwal schema`: the JSON Schema of `school.toml`.

use crate::console::Console;
use crate::failure::{End, Failure};
use jadwal_io::registers::json_schema;

/// Prints the schema.
pub(crate) fn run(console: &Console) -> Result<End, Failure> {
    console.json(&json_schema())?;
    Ok(End::Done)
}
