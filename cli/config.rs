//! Flags win over `JADWAL_*` variables, they over `jadwal.toml` in the current folder.

use crate::arguments::{ProgressKind, Reading, Run, duration};
use crate::failure::Failure;
use clap::ValueEnum;
use jadwal_io::fet::Weights;
use jadwal_solver::{Generation, Limits, Settings};
use serde::Deserialize;
use std::str::FromStr;
use std::time::Duration;

/// The file that is looked for in the current folder.
const FILE: &str = "jadwal.toml";

/// How long a run lasts that was given no limit at all.
const DEFAULT_TIME: Duration = Duration::from_secs(60);

/// What the file and the variables say.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Config {
    /// The language, by its code.
    pub(crate) lang: Option<String>,
    progress: Option<String>,
    time_limit: Option<String>,
    max_steps: Option<Plan>,
    seed: Option<u64>,
    lanes: Option<usize>,
    threads: Option<usize>,
    fet_weights: Option<String>,
}

/// Steps of each lane, generation by generation: one number, or several, each of which may be a list
/// of stretches.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(untagged)]
enum Plan {
    One(u64),
    Several(Vec<Generation>),
}

impl FromStr for Plan {
    type Err = std::num::ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let steps: Result<Vec<Generation>, _> = text.split(',').map(str::parse).collect();
        steps.map(Self::Several)
    }
}

impl Config {
    /// Reads the file, if there is one, and then the variables.
    pub(crate) fn load() -> Result<Self, Failure> {
        let mut config = match std::fs::read_to_string(FILE) {
            Ok(text) => toml::from_str(&text)
                .map_err(|error| Failure::usage("config-file", FILE, &error.to_string()))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::default(),
            Err(error) => return Err(Failure::usage("config-file", FILE, &error.to_string())),
        };
        set(&mut config.lang, "JADWAL_LANG")?;
        set(&mut config.progress, "JADWAL_PROGRESS")?;
        let limits = (config.time_limit.take(), config.max_steps.take());
        set(&mut config.time_limit, "JADWAL_TIME_LIMIT")?;
        set(&mut config.max_steps, "JADWAL_MAX_STEPS")?;
        if config.time_limit.is_none() && config.max_steps.is_none() {
            (config.time_limit, config.max_steps) = limits;
        }
        set(&mut config.seed, "JADWAL_SEED")?;
        set(&mut config.lanes, "JADWAL_LANES")?;
        set(&mut config.threads, "JADWAL_THREADS")?;
        set(&mut config.fet_weights, "JADWAL_FET_WEIGHTS")?;
        Ok(config)
    }

    /// The settings of a run.
    pub(crate) fn settings(&self, run: &Run) -> Settings {
        let default = Settings::default();
        Settings {
            seed: run.seed.or(self.seed).unwrap_or(default.seed),
            lanes: run.lanes.or(self.lanes).unwrap_or(default.lanes),
            threads: run.threads.or(self.threads).unwrap_or(default.threads),
        }
    }

    /// The limits of a run: one place that names a limit puts aside what weaker places say.
    pub(crate) fn limits(&self, run: &Run) -> Result<Limits, Failure> {
        let limits = self.given_limits(run)?;
        let none = limits.time.is_none() && limits.steps.is_empty();
        let time = if none { Some(DEFAULT_TIME) } else { limits.time };
        Ok(Limits { time, ..limits })
    }

    /// The limits that were given; none of them by default.
    pub(crate) fn given_limits(&self, run: &Run) -> Result<Limits, Failure> {
        if run.time_limit.is_some() || !run.max_steps.is_empty() {
            let (time, steps) = (run.time_limit, run.max_steps.clone());
            return Ok(Limits { time, steps, polish: run.polish.clone(), ..Limits::default() });
        }
        let wrong = |error: String| Failure::usage("config-value", "time-limit", &error);
        let time = self.time_limit.as_deref().map(duration).transpose().map_err(wrong)?;
        let steps = match &self.max_steps {
            None => Vec::new(),
            Some(Plan::One(steps)) => vec![(*steps).into()],
            Some(Plan::Several(steps)) => steps.clone(),
        };
        Ok(Limits { time, steps, ..Limits::default() })
    }

    /// What the weights of a FET file are worth.
    pub(crate) fn weights(&self, reading: Option<&Reading>) -> Result<Weights, Failure> {
        let flag = reading.and_then(|reading| reading.fet_weights.as_deref());
        let Some(name) = flag.or(self.fet_weights.as_deref()) else {
            return Ok(Weights::default());
        };
        Weights::named(name).ok_or_else(|| Failure::usage("config-value", "fet-weights", name))
    }

    /// How progress is shown.
    pub(crate) fn progress(&self, flag: Option<ProgressKind>) -> Result<ProgressKind, Failure> {
        let Some(text) = self.progress.as_deref().filter(|_| flag.is_none()) else {
            return Ok(flag.unwrap_or(ProgressKind::Auto));
        };
        ProgressKind::from_str(text, false)
            .map_err(|_| Failure::usage("config-value", "progress", text))
    }
}

fn set<T: FromStr>(value: &mut Option<T>, variable: &'static str) -> Result<(), Failure> {
    if let Some(text) = std::env::var(variable).ok().filter(|text| !text.is_empty()) {
        *value = Some(text.parse().map_err(|_| Failure::usage("config-value", variable, &text))?);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run_of(max_steps: Vec<Generation>) -> Run {
        let (time_limit, polish) = (None, Vec::new());
        Run { time_limit, max_steps, polish, lanes: None, threads: None, seed: None }
    }

    #[test]
    fn a_plan_is_a_number_or_a_list_whose_generations_may_have_stretches() {
        let plan = |toml: &str| {
            let config: Config = toml::from_str(toml).ok()?;
            let steps = config.limits(&run_of(Vec::new())).unwrap().steps;
            Some(steps.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        assert_eq!(plan("max-steps = 7").unwrap(), ["7"]);
        assert_eq!(plan("max-steps = [7, 8]").unwrap(), ["7", "8"]);
        assert_eq!(plan("max-steps = [[4, 5], 2]").unwrap(), ["4+5", "2"]);
        for wrong in ["[[]]", "[[], 5]", "-1", "[[4, -5]]", "\"7\""] {
            assert_eq!(plan(&format!("max-steps = {wrong}")), None, "{wrong}");
        }
        let steps = vec!["4+5".parse().unwrap(), 2.into()];
        assert_eq!("4+5, 2".parse::<Plan>().unwrap(), Plan::Several(steps));
        assert!("4+,2".parse::<Plan>().is_err());
    }

    #[test]
    fn a_flag_puts_aside_the_limits_of_the_file() {
        let config: Config = toml::from_str("time-limit = \"5m\"\nseed = 7").unwrap();
        let steps = vec![Generation::from(10)];
        let mut run = run_of(steps.clone());
        let limits = config.limits(&run).unwrap();
        assert_eq!((limits.time, limits.steps), (None, steps));
        run.max_steps.clear();
        assert_eq!(config.limits(&run).unwrap().time, Some(Duration::from_secs(300)));
        assert_eq!(config.settings(&run).seed, 7);
        assert_eq!(Config::default().limits(&run).unwrap().time, Some(DEFAULT_TIME));
    }

    #[test]
    fn weights_by_flag_then_by_file() {
        let reading = |name: Option<&str>| Reading { fet_weights: name.map(str::to_owned) };
        let by = |file: &str, flag: Option<&str>| {
            let config: Config = toml::from_str(file).unwrap();
            config.weights(Some(&reading(flag))).ok()
        };
        let file = "fet-weights = \"linear\"";
        assert_eq!(by("", None), Some(Weights::Odds));
        assert_eq!(by(file, None), Some(Weights::Linear));
        assert_eq!(by(file, Some("log")), Some(Weights::Log));
        assert_eq!(by("fet-weights = \"percent\"", None), None);
    }

    #[test]
    fn an_unknown_key_is_a_fault() {
        assert!(toml::from_str::<Config>("time-limits = \"5m\"").is_err());
    }
}
