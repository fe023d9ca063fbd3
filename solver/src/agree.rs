//! The property test that matters most: every fast monitor equals the slow count, and undo restores.
//!
//! A random instance, a random walk over its timetables; whenever the walk settles, the state's cost
//! is what [`jadwal_model::evaluate()`] counts from nothing, and whenever it goes back, all is as it
//! was. Times are drawn around the ends of the words that hold them.

pub(crate) mod bound;
mod many_holders;
mod moved;
mod partial;
pub(crate) mod places;
mod random_constraint;
pub(crate) mod random_instance;
mod reach;
mod travel;
mod units;
mod walk;

use crate::compiled::Compiled;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestCaseError};
use random_instance::{Draft, draft};
use walk::{Step, Walk, steps};

/// The same cases on every run, others for each seed.
pub(crate) fn config(seed: u64) -> Config {
    let (cases, rng_seed, failure_persistence) = (1000, RngSeed::Fixed(seed), None);
    Config { cases, rng_seed, failure_persistence, max_shrink_iters: 20_000, ..Config::default() }
}

/// Times for one word, for two and for four; few of them where it does not matter.
fn one_word() -> impl Strategy<Value = usize> {
    prop_oneof![3 => 3..=20usize, 1 => 60..=64usize]
}

fn two_words() -> impl Strategy<Value = usize> {
    prop_oneof![1 => 3..=20usize, 4 => 62..=70usize]
}

fn four_words() -> impl Strategy<Value = usize> {
    prop_oneof![1 => 3..=20usize, 4 => 130..=140usize]
}

proptest! {
    #![proptest_config(config(1))]
    #[test]
    fn monitors_equal_evaluate_and_undo_restores_in_one_word(
        draft in draft(one_word()), steps in steps()
    ) {
        agree::<1>(&draft, &steps)?;
    }
}

proptest! {
    #![proptest_config(config(2))]
    #[test]
    fn monitors_equal_evaluate_and_undo_restores_in_two_words(
        draft in draft(two_words()), steps in steps()
    ) {
        agree::<2>(&draft, &steps)?;
    }
}

proptest! {
    #![proptest_config(config(4))]
    #[test]
    fn monitors_equal_evaluate_and_undo_restores_in_four_words(
        draft in draft(four_words()), steps in steps()
    ) {
        agree::<4>(&draft, &steps)?;
    }
}

/// The statement.
fn agree<const W: usize>(draft: &Draft, steps: &[Step]) -> Result<(), TestCaseError> {
    let instance = draft.instance();
    let compiled = Compiled::<W>::new(&instance);
    let mut walk = Walk::new(&instance, &compiled);
    walk.agrees()?;
    for step in steps {
        walk.take(*step)?;
    }
    walk.agrees()?;
    walk.reloads()?;
    walk.prices_starts()
}
