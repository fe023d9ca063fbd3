//! Every parameter of a run, once: its default, its range and what it means.

use thiserror::Error;

/// How to search. Two runs with equal settings, instance and steps give equal bytes, whatever
/// `threads` is.
#[derive(Clone, PartialEq, Debug)]
pub struct Settings {
    /// Where every stream of random numbers starts. Default 1; any number.
    pub seed: u64,
    /// How many searches run side by side and exchange at barriers. Default 2; 1 to 64.
    pub lanes: usize,
    /// How many threads carry the lanes; changes the speed only. Default 2; 1 to 64.
    pub threads: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { seed: 1, lanes: 2, threads: 2 }
    }
}

/// Why a search cannot begin.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum SolveError {
    /// A parameter is out of its range.
    #[error("`{name}` is {found}, expected {minimum} to {maximum}")]
    Setting {
        /// The parameter's name.
        name: &'static str,
        /// The value given.
        found: usize,
        /// The least value allowed.
        minimum: usize,
        /// The greatest value allowed.
        maximum: usize,
    },
    /// The cycle is longer than the search's sets of times.
    #[error("the instance has {found} times, expected at most {maximum}")]
    TooManyTimes {
        /// The number of times of the instance.
        found: usize,
        /// The greatest number that can be searched.
        maximum: usize,
    },
}

impl Settings {
    /// Whether every parameter is in its range.
    ///
    /// # Errors
    /// The first parameter that is not.
    pub fn validate(&self) -> Result<(), SolveError> {
        for (name, found) in [("lanes", self.lanes), ("threads", self.threads)] {
            if !(1..=64).contains(&found) {
                return Err(SolveError::Setting { name, found, minimum: 1, maximum: 64 });
            }
        }
        Ok(())
    }
}
