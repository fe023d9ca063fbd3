//! While meets wait for a time, costs are counted again as they should be, and never above the whole.

use super::random_instance::{Draft, draft};
use super::walk::{Step, Walk, costs, steps};
use crate::compiled::Compiled;
use crate::layout::NONE;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError};

proptest! {
    #![proptest_config(Config { cases: 500, ..super::config(10) })]
    #[test]
    fn partial_counts_are_those_of_a_fresh_count(draft in draft(3..=20usize), steps in steps()) {
        partial_agrees(&draft, &steps)?;
    }
}

fn partial_agrees(draft: &Draft, steps: &[Step]) -> Result<(), TestCaseError> {
    let instance = draft.instance();
    let compiled = Compiled::<1>::new(&instance);
    let mut walk = Walk::new(&instance, &compiled);
    walk.state.count_partial(true);
    for step in steps {
        // these hold the cost against the slow count, which knows no waiting
        if !matches!(step, Step::Settle | Step::UndoTo { .. }) {
            walk.take(*step)?;
        }
        let partial = walk.state.settle();
        let mut fresh = walk.state.clone();
        fresh.count_partial(true);
        prop_assert_eq!(costs(&fresh), costs(&walk.state));
        fresh.count_partial(false);
        let whole = fresh.cost();
        prop_assert!(partial.hard <= whole.hard, "{:?} above {:?}", partial, whole);
        let now = walk.state.now();
        let waits = |meet: usize| now.length(meet) > 0 && now.start(meet) == NONE;
        if !(0..compiled.layout.meets()).any(waits) {
            prop_assert_eq!(partial, whole);
        }
    }
    Ok(())
}
