//! `jadwal bench compare`: two recorded campaigns, run by run with the same instance, seed and limit.

use super::judge::allowed;
use super::limit::Limit;
use super::record::{Recorded, RecordedRow};
use super::statistics::{costs, distinct};
use super::table::{head, line};
use super::wilcoxon::{SignedRank, signed_rank};
use crate::arguments::Compare;
use crate::console::Console;
use crate::failure::{End, Failure};
use crate::{input, output};
use jadwal_io::words::Words;
use jadwal_model::Cost;
use std::cmp::Ordering;
use std::fmt::Write;

/// A change that loses on more instances is refused.
const LOSSES: usize = 2;

/// Compares two campaigns.
pub(crate) fn run(flags: &Compare, console: &Console) -> Result<End, Failure> {
    let before = Recorded::read(&flags.campaign_before)?;
    let after = Recorded::read(&flags.campaign_after)?;
    if let Some(path) = &flags.output {
        output::check(path)?;
    }
    let groups = groups(&before, &after, flags.tolerance);
    if groups.iter().all(|group| group.pairs.is_empty()) {
        return Err(input::empty(&output::shown(&flags.campaign_after), "no-pair"));
    }
    let mut text = String::new();
    if (before.threads, before.lanes) != (after.threads, after.lanes) {
        let _ = writeln!(text, "{}\n", console.words.say("bench-compare-machine", &[]));
    }
    for group in groups.iter().filter(|group| !group.pairs.is_empty()) {
        text.push_str(&group.shown(&console.words));
    }
    for group in groups.iter().filter(|group| group.pairs.is_empty()) {
        let limit = group.limit.shown(&console.words);
        let _ = writeln!(
            text,
            "{}",
            console.words.say("bench-compare-unpaired", &[("limit", limit.into()),])
        );
    }
    console.line(text.trim_end())?;
    if let Some(path) = flags.output.as_deref().filter(|path| !output::is_dash(path)) {
        output::write(path, |out| out.write_all(text.as_bytes()))?;
    }
    let refused = groups.iter().any(Group::refused);
    Ok(if refused && flags.fail_on_regress { End::Regression } else { End::Done })
}

/// What was run within one limit.
struct Group {
    limit: Limit,
    pairs: Vec<Pair>,
    /// Instances that were run before, and not after: each is a loss.
    absent: Vec<String>,
    test: SignedRank,
}

/// One instance, with the seeds that both campaigns ran.
struct Pair {
    instance: String,
    before: Cost,
    after: Cost,
    /// Less where the run after is better, seed by seed.
    seeds: Vec<Ordering>,
    outcome: Ordering,
}

fn groups(before: &Recorded, after: &Recorded, tolerance: f64) -> Vec<Group> {
    let mut limits: Vec<&Limit> = before.rows.iter().map(|row| &row.limit).collect();
    limits.sort_unstable();
    limits.dedup();
    let group = |limit: &Limit| {
        let rows = before.rows.iter().filter(|row| row.limit == *limit);
        let names = distinct(rows.map(|row| row.instance.as_str()));
        let (mut pairs, mut absent) = (Vec::new(), Vec::new());
        for name in names {
            match pair(before, after, name, limit, tolerance) {
                Some(pair) => pairs.push(pair),
                None => absent.push(name.to_owned()),
            }
        }
        let differences: Vec<f64> =
            pairs.iter().map(|pair| difference(pair.before, pair.after)).collect();
        Group { limit: limit.clone(), pairs, absent, test: signed_rank(&differences) }
    };
    limits.into_iter().map(group).collect()
}

fn pair(
    before: &Recorded,
    after: &Recorded,
    name: &str,
    limit: &Limit,
    tolerance: f64,
) -> Option<Pair> {
    let same = |row: &&RecordedRow| row.instance == name && row.limit == *limit;
    let twins = before.rows.iter().filter(same).filter_map(|old| {
        let new = after.rows.iter().filter(same).find(|new| new.seed == old.seed)?;
        Some((old.cost(), new.cost()))
    });
    let (old, new): (Vec<Cost>, Vec<Cost>) = twins.unzip();
    let seeds = old.iter().zip(&new).map(|(old, new)| new.cmp(old)).collect();
    let (before, after) = (costs(old)?.median, costs(new)?.median);
    let outcome = if after > allowed(before, tolerance) {
        Ordering::Greater
    } else if before > allowed(after, tolerance) {
        Ordering::Less
    } else {
        Ordering::Equal
    };
    Some(Pair { instance: name.to_owned(), before, after, seeds, outcome })
}

/// How much worse a cost is than another, as a share of the larger, so that large instances weigh no
/// more than small ones. A difference of hard cost is above 1: it outranks every one of soft cost.
fn difference(before: Cost, after: Cost) -> f64 {
    let share = |before: i64, after: i64| (after - before) as f64 / before.max(after).max(1) as f64;
    if before.hard == after.hard {
        share(before.soft, after.soft)
    } else {
        let hard = share(before.hard, after.hard);
        hard + hard.signum()
    }
}

impl Group {
    fn of(&self, outcome: Ordering) -> usize {
        self.pairs.iter().filter(|pair| pair.outcome == outcome).count()
    }

    fn losses(&self) -> usize {
        self.of(Ordering::Greater) + self.absent.len()
    }

    /// Whether a campaign that paired anything within this limit lost too often.
    fn refused(&self) -> bool {
        !self.pairs.is_empty() && self.losses() > LOSSES
    }

    fn shown(&self, words: &Words) -> String {
        let keys = ["instance", "runs", "before", "after", "difference", "seeds", "outcome"];
        let heads = keys.map(|key| words.say(&format!("bench-head-{key}"), &[]));
        let mut text = format!("## {}\n\n{}", self.limit.shown(words), head(&heads));
        for pair in &self.pairs {
            line(&mut text, &pair.cells(words));
        }
        text.push('\n');
        for instance in &self.absent {
            let values = [("instance", instance.as_str().into())];
            let _ = writeln!(text, "{}\n", words.say("bench-compare-absent", &values));
        }
        let SignedRank { n, above, below, p, exact } = self.test;
        let how = if exact { "bench-test-exact" } else { "bench-test-normal" };
        let values = [
            ("n", n.to_string().into()),
            ("better", below.to_string().into()),
            ("worse", above.to_string().into()),
            ("p", significant(p).into()),
            ("how", words.say(how, &[]).into()),
        ];
        let _ = writeln!(text, "{}\n", words.say("bench-test", &values));
        let verdict = if self.refused() { "bench-refused" } else { "bench-accepted" };
        let values = [
            ("wins", self.of(Ordering::Less).to_string().into()),
            ("losses", self.losses().to_string().into()),
            ("ties", self.of(Ordering::Equal).to_string().into()),
            ("most", LOSSES.to_string().into()),
        ];
        let _ = writeln!(text, "**{}**\n", words.say(verdict, &values));
        text
    }
}

impl Pair {
    fn cells(&self, words: &Words) -> [String; 7] {
        let of = |wanted| self.seeds.iter().filter(|&&seed| seed == wanted).count();
        let outcome = match self.outcome {
            Ordering::Less => "bench-win",
            Ordering::Equal => "bench-tie",
            Ordering::Greater => "bench-loss",
        };
        let difference = match self.after - self.before {
            Cost { hard: 0, soft } => format!("{soft:+}"),
            Cost { hard, soft } => format!("{hard:+}/{soft:+}"),
        };
        let (better, worse) = (of(Ordering::Less), of(Ordering::Greater));
        [
            self.instance.clone(),
            self.seeds.len().to_string(),
            self.before.to_string(),
            self.after.to_string(),
            difference,
            format!("{better} / {worse} / {}", of(Ordering::Equal)),
            words.say(outcome, &[]),
        ]
    }
}

/// Two or three digits that say something.
fn significant(p: f64) -> String {
    if p >= 0.001 { format!("{p:.3}") } else { format!("{p:.1e}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hard_outranks_soft_and_size_does_not_matter() {
        let of = |before: (i64, i64), after: (i64, i64)| {
            difference(Cost::new(before.0, before.1), Cost::new(after.0, after.1))
        };
        let cases = [
            ("equal", (0, 5), (0, 5), 0.0),
            ("half of it", (0, 10), (0, 5), -0.5),
            ("twice as much", (0, 500), (0, 1000), 0.5),
            ("from nothing", (0, 0), (0, 3), 1.0),
            ("hard appears", (0, 900), (1, 0), 2.0),
            ("hard falls by a quarter", (4, 0), (3, 900), -1.25),
        ];
        for (name, before, after, expected) in cases {
            assert!((of(before, after) - expected).abs() < 1e-12, "{name}");
        }
    }

    #[test]
    fn three_losses_are_too_many() {
        let recorded = |costs: &[i64]| {
            let rows: Vec<String> = costs
                .iter()
                .enumerate()
                .map(|(index, soft)| {
                    format!(
                        r#"{{"instance":"i{index}","seed":1,"time_limit_s":null,"max_steps":[9],
                        "counted":{{"hard":0,"soft":{soft}}}}}"#
                    )
                })
                .collect();
            let text = format!(
                r#"{{"schema":"jadwal/bench/1","threads":1,"lanes":1,"rows":[{}]}}"#,
                rows.join(",")
            );
            serde_json::from_str::<Recorded>(&text).unwrap()
        };
        let before = recorded(&[100, 100, 100, 100]);
        let cases: [(&str, &[i64], usize, bool); 5] = [
            ("the same", &[100, 100, 100, 100], 0, false),
            ("within the tolerance", &[105, 105, 105, 105], 0, false),
            ("two lost", &[106, 106, 50, 50], 2, false),
            ("three lost", &[106, 106, 106, 50], 3, true),
            ("two lost, one not run", &[106, 106, 50], 3, true),
        ];
        for (name, after, losses, refused) in cases {
            let groups = groups(&before, &recorded(after), 0.05);
            assert_eq!(groups.len(), 1, "{name}");
            assert_eq!((groups[0].losses(), groups[0].refused()), (losses, refused), "{name}");
        }
    }
}
