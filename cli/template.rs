//! `jadwal template`: a workbook to fill in, with headings, lists to choose from and an example.

use crate::arguments::Template;
use crate::console::Console;
use crate::failure::{End, Failure};
use crate::output;
use jadwal_io::workbook;

/// Writes the workbook in the reader's language.
pub(crate) fn run(flags: &Template, console: &Console) -> Result<End, Failure> {
    if output::ending(&flags.output) != "xlsx" && !output::is_stream(&flags.output) {
        return Err(Failure::usage("output-ending", &output::shown(&flags.output), "xlsx"));
    }
    output::check(&flags.output)?;
    output::write(&flags.output, |out| workbook::template(&console.words, out))?;
    if !output::is_dash(&flags.output) {
        console.say("written", &[("file", output::shown(&flags.output).into())])?;
    }
    Ok(End::Done)
}
