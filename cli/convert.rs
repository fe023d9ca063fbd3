//! `jadwal convert`: reads one format and writes another; the same one is put into its plain form.

use crate::arguments::{Convert, FormatName};
use crate::console::Console;
use crate::deliver::Target;
use crate::failure::{End, Failure};
use crate::{input, output};
use jadwal_io::{school_toml, xhstt};

/// Converts a file.
pub(crate) fn run(flags: &Convert, console: &Console) -> Result<End, Failure> {
    output::check(&flags.output)?;
    let input = input::read(&flags.input)?;
    let named = |format: FormatName, key: &str| {
        let found = if input.school.is_some() { FormatName::Toml } else { FormatName::Xhstt };
        if format == found { Ok(()) } else { Err(Failure::usage("format-other", key, &input.name)) }
    };
    if let Some(format) = flags.from {
        named(format, "--from")?;
    }
    let ending = flags.output.extension().and_then(|ending| ending.to_str());
    let to = flags.to.unwrap_or(match (ending, &input.school) {
        (Some("xml"), _) | (_, None) => FormatName::Xhstt,
        (_, Some(_)) => FormatName::Toml,
    });
    match (to, &input.school) {
        (FormatName::Toml, Some(part)) => output::write(&flags.output, |out| {
            school_toml::write(&part.school, &console.words, out)
        })?,
        (FormatName::Toml, None) => {
            let name = output::shown(&flags.output);
            return Err(Failure::usage("output-needs-school", &name, &input.name));
        }
        (FormatName::Xhstt, _) => to_xhstt(flags, input)?,
    }
    if !output::is_dash(&flags.output) {
        console.say("written", &[("file", output::shown(&flags.output).into())])?;
    }
    Ok(End::Done)
}

fn to_xhstt(flags: &Convert, input: input::Input) -> Result<(), Failure> {
    if flags.instance.is_some() {
        input.instance(flags.instance.as_deref())?;
    }
    for instance in &input.archive.instances {
        Target::Xhstt.check(&flags.output, &input, instance)?;
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
    Ok(())
}
