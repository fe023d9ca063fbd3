//! `jadwal convert`: reads one format and writes another; the same one is put into its plain form.

use crate::arguments::{Convert, FormatName};
use crate::config::Config;
use crate::console::Console;
use crate::deliver::{self, Target};
use crate::failure::{End, Failure};
use crate::foreign::Foreign;
use crate::input::{self, Input};
use crate::output;
use jadwal_io::{school_csv, school_toml, workbook, xhstt};
use std::path::Path;

/// Converts a file, or a folder of CSV files.
pub(crate) fn run(flags: &Convert, console: &Console, config: &Config) -> Result<End, Failure> {
    let to = flags.to.or_else(|| by_ending(&flags.output));
    let unnamed = output::ending(&flags.output).is_empty() || output::is_stream(&flags.output);
    if to.is_none() && !unnamed {
        let name = output::shown(&flags.output);
        return Err(Failure::usage("output-ending", &name, "toml, xlsx, xml, fet"));
    }
    let is_folder = matches!(to, Some(FormatName::Csv | FormatName::FetCsv | FormatName::Untis));
    if !is_folder {
        output::check(&flags.output)?;
    }
    let input = input::read(&flags.input, config.weights(Some(&flags.reading))?)?;
    if let Some((_, message)) = input.fet.as_ref().and_then(|fet| fet.unsaid(console)) {
        console.error(&message);
    }
    for (_, message) in input.foreign.iter().flat_map(|foreign| foreign.warnings(console)) {
        console.error(&message);
    }
    let is_school = input.school.is_some();
    let is_csv = input.fet.as_ref().is_some_and(|fet| fet.is_csv());
    let is_asc = matches!(input.foreign.as_deref(), Some(Foreign::Asc(_)));
    let is_untis = matches!(input.foreign.as_deref(), Some(Foreign::Untis(_)));
    let other = |format| {
        let fet = match format {
            FormatName::Fet => input.fet.is_none() || is_csv,
            FormatName::FetCsv => !is_csv,
            FormatName::Asc => !is_asc,
            FormatName::Untis => !is_untis,
            _ => false,
        };
        input.is_ctt || (format == FormatName::Xhstt) == is_school || fet
    };
    if flags.from.is_some_and(other) {
        return Err(Failure::usage("format-other", "--from", &input.name));
    }
    let plain = match (&input.fet, is_school) {
        _ if is_asc => FormatName::Asc,
        _ if is_untis => FormatName::Untis,
        (Some(_), _) => FormatName::Fet,
        (None, true) => FormatName::Toml,
        (None, false) => FormatName::Xhstt,
    };
    let (path, words) = (&flags.output, &console.words);
    let mut to = to.unwrap_or(plain);
    // the ending alone does not say which of two it is
    if flags.to.is_none() && to == FormatName::Xhstt && deliver::is_asc(path, &input) {
        to = FormatName::Asc;
    }
    match (to, &input.school) {
        (FormatName::Xhstt, _) => to_xhstt(flags, input)?,
        (_, None) => {
            return Err(Failure::usage("output-needs-school", &output::shown(path), &input.name));
        }
        (FormatName::Toml, Some(part)) => {
            output::write(path, |out| school_toml::write(&part.school, words, out))?;
        }
        (FormatName::Xlsx, Some(part)) => {
            output::write(path, |out| workbook::write(&part.school, words, out))?;
        }
        (FormatName::Fet, Some(part)) => match &input.fet {
            Some(fet) => output::write(path, |out| fet.write(out))?,
            None => {
                let fet = deliver::as_fet(part, input.weights, path, console)?;
                output::write(path, |out| fet.write(out))?;
            }
        },
        (FormatName::Asc, Some(part)) => match input.foreign.as_deref() {
            Some(Foreign::Asc(asc)) => output::write(path, |out| asc.write(out))?,
            _ => {
                let asc = deliver::as_asc(part, &[], console);
                output::write(path, |out| asc.write(out))?;
            }
        },
        (FormatName::Untis, Some(part)) => {
            let files = match input.foreign.as_deref() {
                Some(Foreign::Untis(untis)) => untis.data(part),
                _ => deliver::as_untis(part, &[], console).data(part),
            };
            to_folder(path, files)?;
        }
        (FormatName::Csv, Some(part)) => to_folder(path, school_csv::write(&part.school, words))?,
        (FormatName::FetCsv, Some(part)) => {
            let name = Path::new(&input.name).file_stem().unwrap_or_default().to_string_lossy();
            let name = if name.is_empty() || name == "-" {
                "school".to_owned()
            } else {
                name.into_owned()
            };
            let made = match &input.fet {
                Some(fet) => fet.csv(&name),
                None => deliver::as_fet(part, input.weights, path, console)?.csv(&name),
            };
            to_folder(path, made)?;
        }
    }
    if !output::is_dash(path) {
        console.say("written", &[("file", output::shown(path).into())])?;
    }
    Ok(End::Done)
}

fn by_ending(path: &Path) -> Option<FormatName> {
    match output::ending(path).as_str() {
        "xml" => Some(FormatName::Xhstt),
        "toml" => Some(FormatName::Toml),
        "xlsx" => Some(FormatName::Xlsx),
        "fet" => Some(FormatName::Fet),
        _ => None,
    }
}

/// Several files, in a folder that is made where there is none.
fn to_folder(path: &Path, files: Vec<(String, Vec<u8>)>) -> Result<(), Failure> {
    let wrong = |key, found: &str| Failure::usage(key, &output::shown(path), found);
    if output::is_dash(path) || path.is_file() {
        return Err(wrong("output-no-folder", &output::shown(path)));
    }
    std::fs::create_dir_all(path)
        .map_err(|error| wrong("output-unwritable", &error.to_string()))?;
    for (name, bytes) in files {
        let file = path.join(name);
        output::check(&file)?;
        output::write(&file, |out| out.write_all(&bytes))?;
    }
    Ok(())
}

fn to_xhstt(flags: &Convert, input: Input) -> Result<(), Failure> {
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
