//! Every move leaves costs that agree with the slow count, and can be taken back.

use super::random_instance::{Draft, draft};
use super::walk::{Step, Walk, steps};
use crate::compiled::Compiled;
use crate::moves::{Attempt, Guard, Wheel};
use crate::rng::Rng;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError};

/// Some moves are seldom tried.
const TRIES: usize = 60;

proptest! {
    #![proptest_config(Config { cases: 200, ..super::config(9) })]
    #[test]
    fn moves_agree_and_can_be_taken_back(draft in draft(3..=20usize), steps in steps()) {
        moves_agree(&draft, &steps)?;
    }
}

fn moves_agree(draft: &Draft, steps: &[Step]) -> Result<(), TestCaseError> {
    let instance = draft.instance();
    let compiled = Compiled::<1>::new(&instance);
    let mut walk = Walk::new(&instance, &compiled);
    for step in steps {
        walk.take(*step)?;
    }
    walk.take(Step::Commit)?;
    let mut rng = Rng::new(steps.len() as u64, 0);
    let guard = Guard { hard_weight: 10.0, threshold: 5.0 };
    for kind in &Wheel::new(&compiled.layout).kinds {
        for _ in 0..TRIES {
            let meet = rng.below(compiled.layout.meets());
            if walk.state.now().length(meet) == 0 {
                continue;
            }
            walk.agrees()?;
            walk.state.commit();
            let before = walk.state.now().clone();
            let cost = walk.state.cost();
            let attempt = kind.attempt(&mut walk.state, &mut rng, meet, &guard);
            if attempt == Attempt::Done {
                let named = |fault| TestCaseError::fail(format!("{}: {fault}", kind.name));
                walk.agrees().map_err(named)?;
                if rng.chance(500) {
                    continue;
                }
                let start = walk.state.start();
                walk.state.undo_to(start);
            }
            prop_assert_eq!(walk.state.now(), &before, "{} leaves something", kind.name);
            prop_assert_eq!(walk.state.cost(), cost, "{} leaves a cost", kind.name);
        }
    }
    walk.agrees()
}
