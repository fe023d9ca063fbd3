//! `jadwal completions`: what a shell needs to complete our commands.

use crate::arguments::{Arguments, Completions};
use crate::console::Console;
use crate::failure::{End, Failure};
use crate::help;
use clap::CommandFactory;
use std::io::Write;

/// Writes the completions of one shell on stdout.
pub(crate) fn run(completions: &Completions, console: &Console) -> Result<End, Failure> {
    let mut command = help::translate(Arguments::command(), &console.words);
    let mut text = Vec::new();
    clap_complete::generate(completions.shell, &mut command, "jadwal", &mut text);
    std::io::stdout().lock().write_all(&text)?;
    Ok(End::Done)
}
