//! Lessons that rules take together: they become a resource that is in all of them, so that what
//! constraints say of a person's time they say of these lessons.

use super::draft::Draft;
use super::origin::Who;
use crate::builder::InstanceError;
use crate::school::rule::{Of, Rule, RuleKind, Scope};
use crate::school::scope::LessonId;

/// Adds the resources of all sets that rules need.
pub(super) fn add(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    let school = draft.school;
    let mut kind = None;
    for rule in &school.rules {
        for lessons in wanted(draft, rule) {
            if draft.sets.by_lessons.contains_key(&lessons) {
                continue;
            }
            let kind = match kind {
                Some(kind) => kind,
                None => *kind.insert(draft.builder.resource_type("Lessons", "Lessons")?),
            };
            let who = Who::Lessons(lessons.clone());
            let resource = draft.resource(&rule.code, &rule.code, kind, who)?;
            for &lesson in &lessons {
                draft.sets.by_lesson.entry(lesson).or_default().push(resource);
            }
            draft.sets.by_lessons.insert(lessons, resource);
        }
    }
    draft.set_type = kind;
    Ok(())
}

/// The sets whose time a rule speaks of.
pub(super) fn wanted(draft: &Draft<'_>, rule: &Rule) -> Vec<Vec<LessonId>> {
    let (school, courses) = (draft.school, &draft.origin.courses);
    let all = |scope: &Scope| school.lessons_in(courses, scope);
    let mut sets = match &rule.kind {
        RuleKind::Adjoining | RuleKind::DaysWithin { .. } => school.sets_in(courses, &rule.scope),
        RuleKind::Grouped | RuleKind::NotTogether | RuleKind::SamePeriod => vec![all(&rule.scope)],
        // rooms are counted by lessons themselves
        RuleKind::FewRooms { .. } => Vec::new(),
        kind if kind.of() == Some(Of::Lessons) => {
            return vec![all(&rule.scope)].into_iter().filter(|set| !set.is_empty()).collect();
        }
        _ => Vec::new(),
    };
    // a course that the search cuts has several lessons in one
    let several = |set: &[LessonId]| match set {
        [(course, _)] => courses[*course].lessons().is_none(),
        set => !set.is_empty(),
    };
    sets.retain(|set| several(set));
    sets
}
