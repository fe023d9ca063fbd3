//! What may be written on the command line; the words of its help stand in `io/locales/`.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jadwal_model::Cost;
use jadwal_model::school::date::Date;
use jadwal_solver::Generation;
use std::path::PathBuf;
use std::time::Duration;

#[derive(Parser, Debug)]
#[command(name = "jadwal", version, subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[arg(long, global = true, value_name = "ar|fr|en", value_parser = ["ar", "fr", "en"],
        hide_possible_values = true)]
    pub(crate) lang: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    Solve(Solve),
    Verify(Verify),
    Check(Check),
    #[cfg(feature = "exact")]
    Bound(Bound),
    Convert(Convert),
    Bench(Bench),
    Print(Print),
    Generate(Generate),
    Schema,
    Template(Template),
    Completions(Completions),
    Man,
}

#[derive(Args, Debug)]
pub(crate) struct Solve {
    #[arg(value_name = "INPUT")]
    pub(crate) input: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(crate) instance: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) start: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) run: Run,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[arg(long, value_name = "N")]
    pub(crate) stop_after: Option<u64>,
    #[arg(long, value_name = "HARD/SOFT", value_parser = cost)]
    pub(crate) target: Option<Cost>,
    #[arg(long, value_name = "0", value_parser = ["0", "0.0"], hide_possible_values = true)]
    pub(crate) gap: Option<String>,
    #[arg(long, value_name = "CODE|some|all|none", value_delimiter = ',')]
    pub(crate) show: Vec<String>,
    #[arg(long, value_enum, value_name = "auto|bar|jsonl|none", hide_possible_values = true)]
    pub(crate) progress: Option<ProgressKind>,
    #[arg(long)]
    pub(crate) strict: bool,
    #[arg(long)]
    pub(crate) json: bool,
}

/// How a file is read.
#[derive(Args, Debug)]
pub(crate) struct Reading {
    #[arg(long, value_name = "odds|linear|log", value_parser = ["odds", "linear", "log"],
        hide_possible_values = true)]
    pub(crate) fet_weights: Option<String>,
}

/// What both a run and a campaign of runs may be told.
#[derive(Args, Debug)]
pub(crate) struct Run {
    #[arg(long, value_name = "60s", value_parser = duration, allow_hyphen_values = true)]
    pub(crate) time_limit: Option<Duration>,
    #[arg(long, value_name = "N", value_delimiter = ',')]
    pub(crate) max_steps: Vec<Generation>,
    #[arg(long, value_name = "N", value_delimiter = ',', requires = "max_steps")]
    pub(crate) polish: Vec<u64>,
    #[arg(long, value_name = "N")]
    pub(crate) lanes: Option<usize>,
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
}

#[derive(Args, Debug)]
pub(crate) struct Verify {
    #[arg(value_name = "INPUT")]
    pub(crate) input: PathBuf,
    #[arg(value_name = "SOLUTIONS")]
    pub(crate) solutions: PathBuf,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[arg(long)]
    pub(crate) report: bool,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Check {
    #[arg(value_name = "INPUT")]
    pub(crate) input: PathBuf,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[arg(long)]
    pub(crate) strict: bool,
    #[arg(long)]
    pub(crate) json: bool,
}

#[cfg(feature = "exact")]
#[derive(Args, Debug)]
pub(crate) struct Bound {
    #[arg(value_name = "INPUT")]
    pub(crate) input: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(crate) instance: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[arg(long, value_name = "60s", value_parser = duration, allow_hyphen_values = true)]
    pub(crate) time_limit: Option<Duration>,
    #[arg(long, value_name = "N")]
    pub(crate) max_nodes: Option<u32>,
    #[arg(long, value_name = "HARD/SOFT", value_parser = cost)]
    pub(crate) known: Option<Cost>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Convert {
    #[arg(value_name = "IN")]
    pub(crate) input: PathBuf,
    #[arg(value_name = "OUT")]
    pub(crate) output: PathBuf,
    #[arg(
        long,
        value_enum,
        value_name = "xhstt|toml|xlsx|csv|fet|fet-csv|asc|untis",
        hide_possible_values = true
    )]
    pub(crate) from: Option<FormatName>,
    #[arg(
        long,
        value_enum,
        value_name = "xhstt|toml|xlsx|csv|fet|fet-csv|asc|untis",
        hide_possible_values = true
    )]
    pub(crate) to: Option<FormatName>,
    #[arg(long, value_name = "ID")]
    pub(crate) instance: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[arg(long)]
    pub(crate) no_solutions: bool,
}

#[derive(Args, Debug)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    disable_help_subcommand = true
)]
pub(crate) struct Bench {
    #[command(subcommand)]
    pub(crate) task: Option<BenchTask>,
    #[command(flatten)]
    pub(crate) campaign: Option<Campaign>,
}

/// What is done with campaigns that were recorded.
#[derive(Subcommand, Debug)]
pub(crate) enum BenchTask {
    Compare(Compare),
    Trend(Trend),
}

#[derive(Args, Debug)]
pub(crate) struct Campaign {
    #[arg(value_name = "SUITE")]
    pub(crate) suite: PathBuf,
    #[arg(long, value_name = "1..3", value_parser = seeds, conflicts_with = "seed")]
    pub(crate) seeds: Option<Seeds>,
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    #[arg(long, value_name = "10s,60s", value_parser = duration, value_delimiter = ',',
        allow_hyphen_values = true)]
    pub(crate) time_limit: Vec<Duration>,
    #[arg(long, value_name = "N", value_delimiter = ',')]
    pub(crate) max_steps: Vec<u64>,
    #[arg(long, value_name = "N")]
    pub(crate) lanes: Option<usize>,
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) only: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    #[arg(long, value_name = "0.05", default_value_t = 0.05, hide_default_value = true)]
    pub(crate) tolerance: f64,
    #[arg(long)]
    pub(crate) fail_on_regress: bool,
    #[arg(long)]
    pub(crate) fail_on_target: bool,
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) json_out: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) markdown: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) report: Option<PathBuf>,
    #[arg(long = "trend", value_name = "FILE")]
    pub(crate) add_to_trend: Option<PathBuf>,
    #[arg(long, value_name = "DATE", requires = "add_to_trend")]
    pub(crate) date: Option<String>,
    #[arg(long, value_name = "COMMIT", requires = "add_to_trend")]
    pub(crate) commit: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct Compare {
    #[arg(value_name = "BEFORE")]
    pub(crate) campaign_before: PathBuf,
    #[arg(value_name = "AFTER")]
    pub(crate) campaign_after: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_name = "0.05", default_value_t = 0.05, hide_default_value = true)]
    pub(crate) tolerance: f64,
    #[arg(long)]
    pub(crate) fail_on_regress: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Trend {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct Print {
    #[arg(value_name = "INPUT")]
    pub(crate) input: PathBuf,
    #[arg(value_name = "RESULT")]
    pub(crate) result: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[arg(long, value_name = "CODE")]
    pub(crate) who: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) from: Option<Date>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) until: Option<Date>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) week_a: Option<Date>,
    #[arg(long, value_name = "DATE", value_delimiter = ',', value_parser = date)]
    pub(crate) closed: Vec<Date>,
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) revision: u32,
}

#[derive(Args, Debug)]
pub(crate) struct Template {
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct Generate {
    #[arg(value_name = "PROFILE")]
    pub(crate) profile: String,
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true)]
    pub(crate) seed: u64,
    #[arg(long, value_name = "KIND")]
    pub(crate) impossible: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct Completions {
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: Shell,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum ProgressKind {
    Auto,
    Bar,
    Jsonl,
    None,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum FormatName {
    Xhstt,
    Toml,
    Xlsx,
    Csv,
    Fet,
    FetCsv,
    Asc,
    Untis,
}

/// The seeds of a campaign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Seeds(pub(crate) Vec<u64>);

/// A length of time: `90s`, `5m`, `1h 30m`, or a bare number of seconds.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    if text.trim_start().starts_with('-') {
        return Err("expected 0 or more, such as 90s, 10m or 60".to_owned());
    }
    match text.parse::<f64>() {
        Ok(seconds) => Duration::try_from_secs_f64(seconds).map_err(|error| error.to_string()),
        Err(_) => humantime::parse_duration(text).map_err(|error| error.to_string()),
    }
}

/// A date: `2026-09-07`.
fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "2026-09-07".to_owned())
}

/// A cost: `0/60`, hard before soft; `3/*` leaves the soft part open.
pub(crate) fn cost(text: &str) -> Result<Cost, String> {
    let part = |text: &str| text.parse::<i64>().ok().filter(|&number| number >= 0);
    let parts = text.split_once('/').and_then(|(hard, soft)| {
        let soft = if soft == "*" { Some(i64::MAX) } else { part(soft) };
        Some(Cost::new(part(hard)?, soft?))
    });
    parts.ok_or_else(|| "0/60, 3/*".to_owned())
}

/// Seeds: `1..3` for 1, 2 and 3, or `1,4,9`.
fn seeds(text: &str) -> Result<Seeds, String> {
    let wrong = || "1..3, 1,4,9".to_owned();
    if let Some((first, last)) = text.split_once("..") {
        let first: u64 = first.parse().map_err(|_| wrong())?;
        let last: u64 = last.trim_start_matches('=').parse().map_err(|_| wrong())?;
        if first > last || last - first >= 1000 {
            return Err(wrong());
        }
        return Ok(Seeds((first..=last).collect()));
    }
    let seeds: Result<Vec<u64>, _> = text.split(',').map(str::parse).collect();
    seeds.map(Seeds).map_err(|_| wrong())
}
