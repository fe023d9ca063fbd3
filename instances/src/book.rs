//! Writing rules: short ways to say the usual things.

use crate::draft::Draft;
use crate::rng::Rng;
use jadwal_model::school::{Rule, RuleKind, Scope, SlotId, Strength, SubjectId};

impl Draft {
    /// A rule that must hold.
    pub(crate) fn hard(&mut self, code: impl Into<String>, scope: Scope, kind: RuleKind) {
        let strength = Strength::Hard;
        self.school.rules.push(Rule { code: code.into(), kind, scope, strength });
    }

    /// A rule that should hold, with a weight near the one given.
    pub(crate) fn soft(
        &mut self,
        code: impl Into<String>,
        scope: Scope,
        (weight, rng): (u32, &mut Rng),
        kind: RuleKind,
    ) {
        let strength = Strength::Soft(rng.within(weight.div_ceil(2)..=weight + weight / 2));
        self.school.rules.push(Rule { code: code.into(), kind, scope, strength });
    }

    /// Those of these subjects that the school teaches.
    pub(crate) fn taught(&self, codes: &[&str]) -> Vec<SubjectId> {
        let courses = self.courses();
        let subjects = codes.iter().map(|code| self.subject(code));
        subjects.filter(|&subject| courses.iter().any(|c| c.subject == subject)).collect()
    }

    /// Courses in those of these subjects that the school teaches.
    pub(crate) fn of_subjects(&self, codes: &[&str]) -> Scope {
        Scope { subjects: self.taught(codes), ..Scope::default() }
    }

    /// Slots by their names in the calendar.
    pub(crate) fn times(&self, names: &[&str]) -> Vec<SlotId> {
        let calendar = &self.school.calendar;
        let mut slots: Vec<_> =
            names.iter().filter_map(|name| calendar.named(name)).flatten().collect();
        slots.sort_unstable();
        slots.dedup();
        slots
    }
}
