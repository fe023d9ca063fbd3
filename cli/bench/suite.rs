//! A suite: which instances a campaign solves, with what is known of them.

use super::limit::Limit;
use crate::arguments::{cost, duration};
use crate::failure::Failure;
use jadwal_model::Cost;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Stands in paths for the folder of data that is not kept in the repository.
const DATA: &str = "${JADWAL_DATA}";

/// A suite as its file says it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Suite {
    /// What the campaign is called.
    pub(crate) name: String,
    #[serde(alias = "time-limits", default)]
    time_limit: Several<String>,
    #[serde(default)]
    max_steps: Several<u64>,
    seeds: Option<Vec<u64>>,
    instance: Vec<RawEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawEntry {
    path: String,
    name: String,
    id: Option<String>,
    known: Option<String>,
    target: Option<String>,
    #[serde(alias = "time-limits", default)]
    time_limit: Several<String>,
    #[serde(default)]
    max_steps: Several<u64>,
}

/// One value, or a list of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Several<T> {
    One(T),
    Many(Vec<T>),
}

impl<T> Several<T> {
    fn values(&self) -> &[T] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Many(values) => values,
        }
    }
}

impl<T> Default for Several<T> {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

/// One instance of a suite, checked.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    pub(crate) id: Option<String>,
    /// The best cost that anybody is known to have reached.
    pub(crate) known: Option<Cost>,
    /// What the median should reach, within the longest limit.
    pub(crate) target: Option<Cost>,
    /// Each is a run of its own with each seed.
    pub(crate) limits: Vec<Limit>,
}

impl Suite {
    /// Reads a suite.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let wrong = |found: &str| Failure::usage("suite", &path.display().to_string(), found);
        let text = std::fs::read_to_string(path).map_err(|error| wrong(&error.to_string()))?;
        toml::from_str(&text).map_err(|error| wrong(&error.to_string()))
    }

    /// The seeds that the suite asks for.
    pub(crate) fn seeds(&self) -> Option<Vec<u64>> {
        self.seeds.clone().filter(|seeds| !seeds.is_empty())
    }

    /// Its instances, with their paths found and their limits filled in.
    pub(crate) fn entries(&self, suite: &Path) -> Result<Vec<Entry>, Failure> {
        let mut names = BTreeSet::new();
        if let Some(twice) = self.instance.iter().find(|raw| !names.insert(&raw.name)) {
            let suite = suite.display().to_string();
            return Err(Failure::usage("suite-twice", &suite, &twice.name));
        }
        self.instance.iter().map(|raw| self.entry(raw, suite)).collect()
    }

    fn entry(&self, raw: &RawEntry, suite: &Path) -> Result<Entry, Failure> {
        let wrong = |key: &str, found: &str| {
            let what = format!("{}: {}: {key}", suite.display(), raw.name);
            Failure::usage("suite", &what, found)
        };
        let costs = |key: &str, text: &Option<String>| {
            text.as_deref().map(cost).transpose().map_err(|hint| {
                wrong(key, &format!("{} ({hint})", text.as_deref().unwrap_or_default()))
            })
        };
        let own = !raw.time_limit.values().is_empty() || !raw.max_steps.values().is_empty();
        let times = if own { &raw.time_limit } else { &self.time_limit };
        let times: Result<Vec<_>, _> = times.values().iter().map(|time| duration(time)).collect();
        let times = times.map_err(|found| wrong("time-limit", &found))?;
        let plans = if own { &raw.max_steps } else { &self.max_steps };
        let plans: Vec<_> = plans.values().iter().map(|&steps| vec![steps.into()]).collect();
        Ok(Entry {
            name: raw.name.clone(),
            path: find(suite, &raw.path),
            id: raw.id.clone(),
            known: costs("known", &raw.known)?,
            target: costs("target", &raw.target)?,
            limits: Limit::pairs(&times, &plans),
        })
    }
}

/// Where a path of a suite leads: beside the suite, or into the folder of data.
fn find(suite: &Path, path: &str) -> PathBuf {
    if let Some(rest) = path.strip_prefix(DATA) {
        return data(suite).join(rest.trim_start_matches('/'));
    }
    suite.parent().unwrap_or(Path::new(".")).join(path)
}

/// `JADWAL_DATA`, or else `shared/data` beside the repository or the current folder.
fn data(suite: &Path) -> PathBuf {
    if let Some(folder) = std::env::var_os("JADWAL_DATA").filter(|folder| !folder.is_empty()) {
        return folder.into();
    }
    let near = [suite.canonicalize(), std::env::current_dir()];
    let near = near.iter().flatten().flat_map(|path| path.ancestors());
    let mut near = near.map(|folder| folder.join("shared/data"));
    near.find(|folder| folder.is_dir()).unwrap_or_else(|| PathBuf::from("../shared/data"))
}
