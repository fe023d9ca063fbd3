//! The help, in the reader's language: its words stand in `io/locales/*/help.ftl`.

use clap::{Arg, Command};
use jadwal_io::words::{Language, Words};

/// The language: `--lang`, then what the configuration names, then the system's, then English.
///
/// The flag is looked for before the command line is understood, so that help and faults of usage
/// speak it too.
pub(crate) fn language(configured: Option<&str>) -> Language {
    let mut arguments = std::env::args().skip(1);
    let mut flag = None;
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix("--lang") {
            Some("") => flag = arguments.next(),
            Some(rest) => flag = rest.strip_prefix('=').map(str::to_owned),
            None => {}
        }
    }
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"].map(std::env::var);
    let system = system.into_iter().flatten().find(|value| !value.is_empty());
    let named = [flag.as_deref(), configured, system.as_deref()];
    named.into_iter().flatten().find_map(Language::by_code).unwrap_or_default()
}

/// Puts the words of a language into the help of every command and argument.
pub(crate) fn translate(command: Command, words: &Words) -> Command {
    let mut command = command.disable_help_subcommand(true);
    command.build();
    let after = words.find("help-after", &[]);
    one(command, words, "jadwal").after_help(after.unwrap_or_default())
}

/// A command and all below it; their names stand in the keys, such as `bench-compare`.
fn one(command: Command, words: &Words, name: &str) -> Command {
    let names: Vec<_> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let head = |key: &str| words.say(key, &[]);
    let mut parts = String::new();
    if command.get_positionals().next().is_some() {
        parts += &format!("{}\n{{positionals}}\n\n", head("help-arguments"));
    }
    if !names.is_empty() {
        parts += &format!("{}\n{{subcommands}}\n\n", head("help-commands"));
    }
    let mut command = command;
    for sub in names {
        let key = if name == "jadwal" { sub.clone() } else { format!("{name}-{sub}") };
        command = command.mut_subcommand(&sub, |sub| one(sub, words, &key));
    }
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{parts}{}\n{{options}}\n{{after-help}}",
        head("help-usage"),
        head("help-options"),
    );
    command
        .about(words.say(&format!("help-{name}"), &[]))
        .help_template(template)
        .mut_args(|argument| explain(argument, words, name))
}

fn explain(argument: Arg, words: &Words, command: &str) -> Arg {
    let id = argument.get_id().as_str().replace('_', "-");
    let own = words.find(&format!("help-{command}-{id}"), &[]);
    let text = own.unwrap_or_else(|| words.say(&format!("help-{id}"), &[]));
    argument.help(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::Arguments;
    use clap::CommandFactory;

    #[test]
    fn every_command_and_argument_is_explained_in_every_language() {
        for language in [Language::Arabic, Language::French, Language::English] {
            let command = translate(Arguments::command(), &Words::new(language));
            command.clone().debug_assert();
            let below = command.get_subcommands().flat_map(Command::get_subcommands);
            for sub in command.get_subcommands().chain(below).chain([&command]) {
                let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(!about.starts_with("help-"), "{about} in {language:?}");
                for argument in sub.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.starts_with("help-"), "{help} in {language:?}");
                }
            }
        }
    }
}
