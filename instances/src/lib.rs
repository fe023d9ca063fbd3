//! Synthetic schools: believable ones of any seed, solvable or impossible for a reason that is known.
