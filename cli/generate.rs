//! `jadwal generate`: a believable school of a profile, from a seed.

use crate::arguments::Generate;
use crate::console::Console;
use crate::failure::{End, Failure};
use crate::output;
use jadwal_instances::{Flaw, GenerateError, Profile, generate};
use jadwal_io::{school_toml, workbook};

/// Makes a school and writes it.
pub(crate) fn run(flags: &Generate, console: &Console) -> Result<End, Failure> {
    let names = |all: Vec<&str>| all.join(", ");
    let profile = Profile::by_name(&flags.profile).ok_or_else(|| {
        let known = names(Profile::ALL.iter().map(|profile| profile.name()).collect());
        Failure::usage("profile-unknown", &flags.profile, &known)
    })?;
    let flaw = flags.impossible.as_deref().map(|name| {
        Flaw::by_name(name).ok_or_else(|| {
            let known = names(Flaw::ALL.iter().map(|flaw| flaw.name()).collect());
            Failure::usage("flaw-unknown", name, &known)
        })
    });
    let flaw = flaw.transpose()?;
    let ending = output::ending(&flags.output);
    if !["toml", "xlsx"].contains(&ending.as_str()) && !output::is_stream(&flags.output) {
        let name = output::shown(&flags.output);
        return Err(Failure::usage("output-ending", &name, "toml, xlsx"));
    }
    output::check(&flags.output)?;
    let generated = generate(profile, flags.seed, flaw).map_err(|error| match error {
        GenerateError::FlawDoesNotSuit { .. } => {
            let suits = Flaw::ALL.iter().filter(|flaw| flaw.suits(profile));
            let known = names(suits.map(|flaw| flaw.name()).collect());
            Failure::usage("flaw-unsuitable", &flags.profile, &known)
        }
        GenerateError::CourseTooLarge { .. } => {
            Failure::usage("profile-failed", &flags.profile, &error.to_string())
        }
    })?;
    let (school, words) = (&generated.school, &console.words);
    output::write(&flags.output, |out| match ending.as_str() {
        "xlsx" => workbook::write(school, words, out),
        _ => school_toml::write(school, words, out),
    })?;
    if !output::is_dash(&flags.output) {
        console.say("written", &[("file", output::shown(&flags.output).into())])?;
    }
    Ok(End::Done)
}
