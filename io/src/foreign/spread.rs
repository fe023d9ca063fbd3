//! Lessons of one course over the week, which other programmes do unasked.

use jadwal_model::school::rule::{Rule, RuleKind, Scope, Strength};
use jadwal_model::school::school::School;

/// What two lessons of one course on one day cost.
const WEIGHT: u32 = 10;

/// Adds a rule that lessons of one course are on different days, as far as there are so many days.
pub(crate) fn spread(school: &mut School) {
    let days = school.calendar.days.len();
    let lessons = |at: usize| school.own_courses[at].lessons().unwrap_or(0);
    let all = 0..school.own_courses.len();
    let (can, cannot): (Vec<usize>, Vec<usize>) =
        all.filter(|&at| lessons(at) > 1).partition(|&at| lessons(at) <= days);
    if can.is_empty() {
        return;
    }
    let named = can.into_iter().map(|at| school.own_courses[at].code.clone());
    // without a name everything is meant
    let courses = if cannot.is_empty() { Vec::new() } else { named.collect() };
    school.rules.push(Rule {
        code: "different-days".to_owned(),
        kind: RuleKind::DifferentDays,
        scope: Scope { courses, ..Scope::default() },
        strength: Strength::Soft(WEIGHT),
    });
}

/// Whether a rule asks for no more than what other programmes do unasked.
pub(crate) fn is_spread(rule: &Rule) -> bool {
    rule.kind == RuleKind::DifferentDays && rule.strength != Strength::Hard
}
