//! Published solutions cost exactly what was published.

mod common;

use jadwal_model::{Cost, evaluate};
use std::fs;
use std::path::Path;

/// How many solutions are published with their cost.
const PUBLISHED: usize = 42;

#[test]
fn data_that_is_named_must_be_there() {
    let absent = Path::new(env!("CARGO_MANIFEST_DIR")).join("absent");
    let error = common::folder(Some(absent.as_os_str())).unwrap_err();
    assert!(error.contains("JADWAL_DATA") && error.contains("absent"), "{error}");
    assert!(common::folder(None).is_ok(), "without the variable the data may be missing");
}

#[test]
fn published_solutions_cost_what_was_published() {
    let Some(folder) = common::published() else { return };
    let table = fs::read_to_string(folder.join("known_costs.csv")).unwrap();
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in table.lines().skip(1) {
        let fields: Vec<&str> = row.split(',').collect();
        let [instance_file, instance, solution_file, group, hard, soft] = fields[..] else {
            panic!("this row has not six fields: {row}");
        };
        let published = Cost::new(hard.parse().unwrap(), soft.parse().unwrap());
        let instances = common::read(&[], &folder.join("instances").join(instance_file)).instances;
        let problem = instances.iter().find(|candidate| candidate.code == instance).unwrap();
        let path = folder.join("solutions").join(solution_file);
        let groups = common::read(&instances, &path).solution_groups;
        let group = groups.iter().find(|candidate| candidate.code == group).unwrap();
        let solutions = group.solutions.iter().filter(|solution| solution.instance == instance);
        for solution in solutions {
            rows += 1;
            let counted = evaluate(problem, &solution.solution).cost;
            if counted != published {
                wrong.push(format!("{}: counted {counted}, published {published}", group.code));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(rows, PUBLISHED, "one solution in each row, and no row is missing");
}
