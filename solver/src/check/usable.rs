//! Times that a resource cannot use because of its own limits: a time group too small for its least
//! number of busy times, a run too short for it, or a group that may not be busy at all.

use super::view::{Person, Rule, View};
use crate::mask::Mask;
use jadwal_model::ConstraintId;

/// Takes such times away from everyone.
pub(super) fn tighten<const W: usize>(view: &mut View<'_, W>) {
    view.people.iter_mut().for_each(tighten_one);
}

/// Takes times away until no more are too few.
fn tighten_one<const W: usize>(person: &mut Person<W>) {
    loop {
        let before = person.usable;
        for rule in person.cluster.clone().iter().filter(|rule| rule.maximum < 1) {
            rule.groups.iter().for_each(|&(_, group)| person.close(rule.constraint, group));
        }
        for rule in person.busy.clone() {
            for &(_, group) in &rule.groups {
                let left = person.usable.and(group);
                if rule.maximum < 1 || left.count() < rule.minimum {
                    person.close(rule.constraint, left);
                } else if let Some(idle) = without_gaps(&person.idle, group) {
                    let short = |run: &Mask<W>| run.count() < rule.minimum;
                    for run in runs(group, person.usable).into_iter().filter(short) {
                        person.close(rule.constraint, run);
                        person.closed.push((idle, run));
                    }
                }
            }
        }
        if person.usable == before {
            return;
        }
    }
}

/// The constraint that lets the busy times of this group have no gap.
fn without_gaps<const W: usize>(idle: &[Rule<W>], group: Mask<W>) -> Option<ConstraintId> {
    let none =
        |rule: &&Rule<W>| rule.maximum < 1 && rule.groups.iter().any(|&(_, times)| times == group);
    idle.iter().find(none).map(|rule| rule.constraint)
}

/// The times of a group that are usable, cut where one between them is not.
pub(super) fn runs<const W: usize>(group: Mask<W>, usable: Mask<W>) -> Vec<Mask<W>> {
    let (mut runs, mut run) = (Vec::new(), Mask::default());
    for time in group.iter() {
        if usable.contains(time) {
            run.insert(time);
        } else if !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
    }
    runs.extend(Some(run).filter(|run| !run.is_empty()));
    runs
}
