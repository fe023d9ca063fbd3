//! What cannot work in an instance, found before any search, by arithmetic and matching alone.
//!
//! A finding is a proof unless it says that it is only likely: no timetable that keeps all hard
//! constraints exists. The other way round nothing is claimed; an instance without a finding may
//! still be impossible. What must hold: meets end within the cycle, and what has a fixed start or a
//! fixed resource keeps it, as [`jadwal_model::Solution::validate`] asks. An event whose start is fixed
//! counts as placed.

pub mod finding;

pub use finding::{Certainty, Finding, FindingKind, Repair, Role};

use crate::mask::{MAX_TIMES, in_width};
use jadwal_model::{EventId, Instance};
use std::collections::BTreeSet;
use view::View;

mod arithmetic;
mod cuts;
mod flow;
mod hall;
mod limits;
mod packing;
#[cfg(test)]
mod soundness;
mod spread;
mod starts;
mod supply;
#[cfg(test)]
mod tests;
mod together;
mod usable;
mod view;

/// All that can be found, proofs first and among them what lacks most; nothing for a cycle of more
/// than [`crate::MAX_TIMES`] times.
#[must_use]
pub fn check(instance: &Instance) -> Vec<Finding> {
    let times = instance.facts.times.len();
    if times > MAX_TIMES {
        return Vec::new();
    }
    in_width!(times, findings(instance))
}

/// Whether one of them is a proof that no timetable keeps all hard constraints.
#[must_use]
pub fn proves_impossible(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.certainty == Certainty::Proved)
}

fn findings<const W: usize>(instance: &Instance) -> Vec<Finding> {
    judge(View::<W>::new(instance))
}

fn judge<const W: usize>(mut view: View<'_, W>) -> Vec<Finding> {
    usable::tighten(&mut view);
    // what is broken by itself is left out of all that follows
    let mut findings = starts::limit(&mut view);
    findings.extend(together::limit(&mut view));
    findings.extend(arithmetic::find(&view));
    findings.extend(spread::find(&view));
    findings.extend(supply::find(&view));
    drop_repeated(&mut findings);
    findings.sort_by_key(|finding| (finding.certainty, -finding.shortage()));
    findings
}

/// The same events are too many for each who attends them all: said once.
fn drop_repeated(findings: &mut Vec<Finding>) {
    let mut seen: BTreeSet<Vec<EventId>> = BTreeSet::new();
    findings.retain(|finding| match &finding.what {
        FindingKind::FixedClash { events, .. } | FindingKind::Crowded { events, .. } => {
            seen.insert(events.clone())
        }
        _ => true,
    });
}
