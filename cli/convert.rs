//! `jadwal convert`: reads one format and writes another; the same one is put into its plain form.

use crate::arguments::{Convert, FormatName};
use crate::console::Console;
use crate::failure::{End, Failure};
use crate::{input, output};
use jadwal_io::xhstt;

/// Converts a file.
pub(crate) fn run(flags: &Convert, console: &Console) -> Result<End, Failure> {
    // There is one format so far; naming it, on either side, changes nothing.
    let (Some(FormatName::Xhstt) | None, Some(FormatName::Xhstt) | None) = (flags.from, flags.to);
    output::check(&flags.output)?;
    let input = input::read(&flags.input)?;
    if flags.instance.is_some() {
        input.instance(flags.instance.as_deref())?;
    }
    let mut archive = input.archive;
    if let Some(id) = &flags.instance {
        archive.instances.retain(|instance| instance.code == *id);
        for group in &mut archive.solution_groups {
            group.solutions.retain(|solution| solution.instance == *id);
        }
        archive.solution_groups.retain(|group| !group.solutions.is_empty());
    }
    if flags.no_solutions {
        archive.solution_groups.clear();
    }
    output::write(&flags.output, |out| xhstt::write(&archive, out))?;
    if !output::is_dash(&flags.output) {
        console.say("written", &[("file", output::shown(&flags.output).into())])?;
    }
    Ok(End::Done)
}
