//! Published solutions cost exactly what was published.

mod common;

use jadwal_model::{Cost, evaluate};
use std::fs;

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
    assert_eq!(rows, table.lines().count() - 1, "one solution in each row");
}
