//! What a published timetable shows to be possible is never proved impossible.

mod common;

use jadwal_model::{ConstraintId, Instance, Solution, evaluate};
use jadwal_solver::check;
use jadwal_solver::check::{Certainty, Finding};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// How many published timetables have no hard cost.
const POSSIBLE: usize = 34;

fn proofs(instance: &Instance) -> Vec<Finding> {
    let mut findings = check(instance);
    findings.retain(|finding| finding.certainty == Certainty::Proved);
    findings
}

/// Makes every constraint hard that the timetable keeps.
fn harden(instance: &Instance, solution: &Solution) -> Instance {
    let violations = evaluate(instance, solution).violations;
    let broken: BTreeSet<ConstraintId> = violations.iter().map(|v| v.constraint).collect();
    let mut hard = instance.clone();
    for id in instance.constraints.ids().filter(|id| !broken.contains(id)) {
        hard.constraints[id].required = true;
        hard.constraints[id].weight = hard.constraints[id].weight.max(1);
    }
    hard
}

#[test]
fn instances_with_a_published_timetable_are_possible() {
    let Some(folder) = common::published() else { return };
    let table = fs::read_to_string(folder.join("known_costs.csv")).unwrap();
    let mut possible = 0;
    for row in table.lines().skip(1) {
        let fields: Vec<&str> = row.split(',').collect();
        let [instance_file, code, solution_file, group, "0", _] = fields[..] else { continue };
        let instances = common::read(&[], &folder.join("instances").join(instance_file)).instances;
        let instance = instances.iter().find(|candidate| candidate.code == code).unwrap();
        let path = folder.join("solutions").join(solution_file);
        let groups = common::read(&instances, &path).solution_groups;
        let group = groups.iter().find(|candidate| candidate.code == group).unwrap();
        for solution in group.solutions.iter().filter(|solution| solution.instance == code) {
            possible += 1;
            let hard = harden(instance, &solution.solution);
            assert_eq!(evaluate(&hard, &solution.solution).cost.hard, 0, "{code}");
            for (name, instance) in [("as published", instance), ("hardened", &hard)] {
                let proofs = proofs(instance);
                assert!(proofs.is_empty(), "{code}, {name}: {:#?}", proofs[0]);
            }
        }
    }
    assert_eq!(possible, POSSIBLE, "every row was looked at");
}

#[test]
fn instances_of_the_repository_are_possible() {
    for name in ["rural-college.xml", "two-classes.xml"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("instances").join(name);
        let instance = common::read(&[], &path).instances.remove(0);
        let proofs = proofs(&instance);
        assert!(proofs.is_empty(), "{name}: {:#?}", proofs[0]);
    }
}
