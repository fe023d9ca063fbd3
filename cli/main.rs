//! `jadwal`: solve, verify, check, convert and compare school timetables.

mod arguments;
mod asc;
mod bench;
#[cfg(feature = "exact")]
mod bound;
mod check;
mod completions;
mod config;
mod console;
mod convert;
mod deliver;
mod differences;
mod document;
mod failure;
mod fault;
mod fet;
mod findings;
mod foreign;
mod generate;
mod grid;
mod help;
mod input;
mod man;
mod output;
mod print;
mod progress;
mod schema;
mod school;
mod school_grid;
mod signals;
mod solve;
mod summary;
mod template;
mod timetable;
mod tool;
mod untis;
mod verify;

use arguments::{Arguments, Command};
use clap::{CommandFactory, FromArgMatches};
use config::Config;
use console::Console;
use failure::{End, Failure};
use jadwal_io::words::{Language, Words};
use std::process::ExitCode;

fn main() -> ExitCode {
    // A panic is a fault of ours: it says so on stderr, and scripts see the code for that.
    std::panic::catch_unwind(run).unwrap_or_else(|_| {
        let console = Console { words: Words::new(help::language(None)), data_on_stdout: true };
        let message = console.words.say("internal-error", &[]);
        report(&console, &fault::sentence("internal", "internal-error", message, None));
        End::Internal.into()
    })
}

/// Prints the document of a failure of which no command knows, if the command line asks for it.
fn report(console: &Console, document: &fault::Document) {
    let mut words = std::env::args_os().skip(1).take_while(|word| word != "--");
    if words.any(|word| word == "--json") {
        // The exit code says it even where stdout is closed.
        let _ = console.json(document);
    }
}

fn run() -> ExitCode {
    let config = Config::load();
    let named = config.as_ref().ok().and_then(|config| config.lang.clone());
    let words = Words::new(help::language(named.as_deref()));
    let console = Console { words, data_on_stdout: false };
    let matches = help::translate(Arguments::command(), &console.words).try_get_matches();
    let arguments = match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        // Clap prints help and version on stdout, with 0, and all else on stderr, with 2.
        Err(error) => {
            let _ = error.print();
            if !error.use_stderr() {
                return End::Done.into();
            }
            let message = error.render().to_string().trim_end().to_owned();
            report(&console, &fault::sentence("usage", "arguments", message, None));
            return End::Usage.into();
        }
    };
    let (json, writes_data) = match &arguments.command {
        Command::Solve(solve) => (solve.json, solve.output.as_deref().is_some_and(output::is_dash)),
        Command::Verify(verify) => (verify.json, false),
        Command::Check(check) => (check.json, false),
        #[cfg(feature = "exact")]
        Command::Bound(bound) => (bound.json, false),
        Command::Convert(_) => (false, true),
        Command::Print(print) => (false, output::is_dash(&print.output)),
        Command::Generate(generate) => (false, output::is_dash(&generate.output)),
        Command::Schema => (false, true),
        Command::Template(template) => (false, output::is_dash(&template.output)),
        Command::Bench(_) | Command::Completions(_) | Command::Man => (false, false),
    };
    let console = Console { data_on_stdout: json || writes_data, ..console };
    let end = config
        .and_then(|config| match named.as_deref() {
            Some(code) if Language::by_code(code).is_none() => {
                Err(Failure::usage("config-value", "lang", code))
            }
            _ => Ok(config),
        })
        .and_then(|config| match &arguments.command {
            Command::Solve(solve) => solve::run(solve, &console, &config),
            Command::Verify(verify) => verify::run(verify, &console, &config),
            Command::Check(check) => check::run(check, &console, &config),
            #[cfg(feature = "exact")]
            Command::Bound(flags) => bound::run(flags, &console, &config),
            Command::Convert(convert) => convert::run(convert, &console, &config),
            Command::Bench(bench) => bench::run(bench, &console, &config),
            Command::Print(flags) => print::run(flags, &console, &config),
            Command::Generate(flags) => generate::run(flags, &console),
            Command::Schema => schema::run(&console),
            Command::Template(flags) => template::run(flags, &console),
            Command::Completions(completions) => completions::run(completions, &console),
            Command::Man => man::run(&console),
        });
    end.unwrap_or_else(|failure| failure.report(&console, json)).into()
}
