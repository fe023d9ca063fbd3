//! Courses that contradict a rule: one teacher for two turns, a lesson too long, a lock.

use crate::draft::Draft;
use crate::flaw::Reason;
use crate::rng::Rng;
use jadwal_model::school::{
    Assignment, Audience, Blocks, Course, DivisionId, Lock, RuleKind, Scope, SlotId, SubjectId,
    TeacherId, Teaching, Turns,
};

/// The teacher of physics of one class, or pair of classes, also has its life sciences.
pub(super) fn shared_teacher(draft: &mut Draft) -> Option<Reason> {
    let (physics, life) = (draft.subject("PC"), draft.subject("SVT"));
    let courses = draft.courses();
    // of those who could, the one with least to do
    let load = |teacher: TeacherId| draft.school.load(&courses, teacher).counted;
    let mut found: Option<(u32, String, TeacherId, Vec<Audience>)> = None;
    for division in draft.school.divisions.ids() {
        let Some(rule) = turns_of(draft, &draft.school.divisions[division].sort, division) else {
            continue;
        };
        let groups: Vec<_> = draft
            .school
            .groups
            .enumerate()
            .filter(|(_, group)| group.division == division)
            .map(|(id, _)| Audience::Group(id))
            .collect();
        let audience = match draft.school.divisions[division].classes[..] {
            [class] => vec![Audience::Class(class)],
            _ => groups,
        };
        let Some(teacher) = assigned(draft, physics, &audience) else { continue };
        let better = found.as_ref().is_none_or(|(least, ..)| load(teacher) < *least);
        if better && assigned(draft, life, &audience).is_some() {
            found = Some((load(teacher), rule, teacher, audience));
        }
    }
    let (_, rule, teacher, audience) = found?;
    for line in draft.school.assignments.iter_mut().filter(|line| line.subject == life) {
        line.audience.retain(|who| !audience.contains(who));
    }
    draft.school.assignments.retain(|line| !line.audience.is_empty());
    let line = Assignment { teachers: vec![teacher], subject: life, audience: audience.clone() };
    draft.school.assignments.push(line);
    Some(Reason::SharedTeacher { rule, teacher, audience, subject: life })
}

/// The rule by which the groups of a division take turns within the week.
fn turns_of(draft: &Draft, sort: &str, division: DivisionId) -> Option<String> {
    let class = *draft.school.divisions[division].classes.first()?;
    let level = draft.school.classes[class].level;
    let mut rules = draft.school.rules.iter();
    let rule = rules.find(|rule| match &rule.kind {
        RuleKind::GroupsInTurn { division, turns, .. } => {
            division == sort && *turns != Turns::Alternate && rule.scope.levels.contains(&level)
        }
        _ => false,
    });
    rule.map(|rule| rule.code.clone())
}

fn assigned(draft: &Draft, subject: SubjectId, audience: &[Audience]) -> Option<TeacherId> {
    let mut lines = draft.school.assignments.iter().filter(|line| line.subject == subject);
    let line = lines.find(|line| audience.iter().any(|who| line.audience.contains(who)))?;
    line.teachers.first().copied()
}

/// The three hours of the sport association are for the last two hours of afternoons.
pub(super) fn block(draft: &mut Draft) -> Option<Reason> {
    let whole = |course: &&Course| {
        course.code.starts_with("ASS/") && course.blocks == Blocks::Pattern(vec![3])
    };
    let course = draft.school.own_courses.iter().find(whole)?.code.clone();
    let rule = String::from("flaw-block");
    let scope = Scope { courses: vec![course.clone()], ..Scope::default() };
    draft.hard(rule.as_str(), scope, RuleKind::OnlyAt { times: draft.times(&["*7", "*8"]) });
    Some(Reason::Block { rule, course, length: 3, longest: 2 })
}

/// A lesson is locked in the half-day that its teachers have free for their inspector.
pub(super) fn lock(draft: &mut Draft, rng: &mut Rng) -> Option<Reason> {
    let courses = draft.courses();
    let mut candidates: Vec<(String, String, TeacherId, SlotId)> = Vec::new();
    for rule in &draft.school.rules {
        let RuleKind::PedagogicalHalfDay { times } = &rule.kind else { continue };
        for course in &courses {
            let Teaching::By(teachers) = &course.teaching else { continue };
            let (&[Audience::Class(_)], &[teacher]) = (&course.audience[..], &teachers[..]) else {
                continue;
            };
            let own = draft.school.teachers[teacher].subjects.first();
            let meant = own.is_some_and(|own| rule.scope.subjects.contains(own));
            let locked = draft.school.locks.iter().any(|lock| lock.course == course.code);
            if let (true, false, Some(&slot)) = (meant, locked, times.first()) {
                candidates.push((rule.code.clone(), course.code.clone(), teacher, slot));
            }
        }
    }
    let index = rng.below(candidates.len());
    let (rule, course, teacher, slot) = candidates.into_iter().nth(index)?;
    let lock = Lock { course: course.clone(), block: 0, slot: Some(slot), room: None };
    draft.school.locks.push(lock);
    Some(Reason::Lock { rule, course, teacher, slot })
}
