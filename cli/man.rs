//! `jadwal man`: the manual page, the commands one after another.

use crate::arguments::Arguments;
use crate::console::Console;
use crate::failure::{End, Failure};
use crate::help;
use clap::CommandFactory;
use clap_mangen::Man;
use std::io::Write;

/// Writes the manual page on stdout, as roff.
pub(crate) fn run(console: &Console) -> Result<End, Failure> {
    let command = help::translate(Arguments::command(), &console.words);
    let mut text = Vec::new();
    Man::new(command.clone()).render(&mut text)?;
    let pages = command.get_subcommands().flat_map(|sub| {
        let name = format!("jadwal {}", sub.get_name());
        let below = sub.get_subcommands();
        let below: Vec<_> =
            below.map(|below| (format!("{name} {}", below.get_name()), below)).collect();
        std::iter::once((name, sub)).chain(below)
    });
    for (name, sub) in pages {
        let man = Man::new(sub.clone().bin_name(name));
        man.render_name_section(&mut text)?;
        man.render_synopsis_section(&mut text)?;
        man.render_options_section(&mut text)?;
    }
    std::io::stdout().lock().write_all(&text)?;
    Ok(End::Done)
}
