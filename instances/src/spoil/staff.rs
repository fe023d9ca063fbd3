//! Posts that are missing, or that have too little to do.

use crate::draft::Draft;
use crate::flaw::Reason;
use jadwal_model::Id;
use jadwal_model::school::service::minutes;
use jadwal_model::school::{
    Assignment, Audience, Course, Of, RuleKind, School, Scope, SubjectId, Teacher, TeacherId,
    Teaching,
};
use jadwal_model::table::Table;

/// The post whose hours the others can least take over is not filled.
pub(super) fn posts(draft: &mut Draft) -> Option<Reason> {
    let ids = draft.school.teachers.ids();
    let (_, subject, hours, spare, teacher) = ids
        .filter_map(|teacher| {
            let (subject, hours, spare) = without(draft, teacher)?;
            (hours > spare).then(|| (hours - spare, subject, hours, spare, teacher))
        })
        .max_by_key(|&(lacking, _, _, _, teacher)| (lacking, std::cmp::Reverse(teacher)))?;
    remove(&mut draft.school, teacher);
    Some(Reason::Posts { subject, hours, spare })
}

/// Hours of a teacher of one subject, and what the others could take over.
fn without(draft: &Draft, teacher: TeacherId) -> Option<(SubjectId, u32, u32)> {
    let school = &draft.school;
    let &[subject] = &school.teachers[teacher].subjects[..] else { return None };
    let courses = draft.courses();
    let mut hours = 0;
    for course in courses.iter().filter(|course| !course.audience.is_empty()) {
        if course.teaching == Teaching::By(vec![teacher]) {
            hours += minutes(course);
        }
    }
    let others = school
        .teachers
        .enumerate()
        .filter(|&(id, person)| id != teacher && person.subjects.contains(&subject));
    let spare = others.map(|(id, person)| {
        let most = (person.service + person.overtime) * 60;
        most.saturating_sub(school.load(&courses, id).counted)
    });
    Some((subject, hours.div_ceil(60), spare.sum::<u32>() / 60))
}

/// Takes a teacher out of all registers; those who follow move up by one.
fn remove(school: &mut School, gone: TeacherId) {
    let moved = |id: TeacherId| match id.cmp(&gone) {
        std::cmp::Ordering::Less => Some(id),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(TeacherId::new(id.index() - 1)),
    };
    let all = |ids: &[TeacherId]| ids.iter().copied().filter_map(moved).collect::<Vec<_>>();
    let mut teachers = Table::default();
    for (id, teacher) in school.teachers.enumerate() {
        if id != gone {
            teachers.push(teacher.clone());
        }
    }
    school.teachers = teachers;
    school.assignments.retain(|line| line.teachers != [gone]);
    for line in &mut school.assignments {
        line.teachers = all(&line.teachers);
    }
    // meetings lose a member or fall away; a language group waits for somebody
    school.own_courses.retain(|course| {
        !course.audience.is_empty() || course.teaching != Teaching::By(vec![gone])
    });
    for course in &mut school.own_courses {
        if let Teaching::By(teachers) = &course.teaching {
            let left = all(teachers);
            course.teaching =
                if left.is_empty() { Teaching::AnyOfSubject } else { Teaching::By(left) };
        }
    }
    let mut rules = Table::default();
    for rule in &school.rules {
        let mut rule = rule.clone();
        let named = !rule.scope.teachers.is_empty();
        rule.scope.teachers = all(&rule.scope.teachers);
        // an empty list would mean everybody
        if !named || !rule.scope.teachers.is_empty() {
            rules.push(rule);
        }
    }
    school.rules = rules;
}

/// One class has its single hour of a subject from a new teacher, who is to come for two at least.
pub(super) fn odd_hour(draft: &mut Draft) -> Option<Reason> {
    let courses = draft.courses();
    let classes_of = |course: &Course| match course.audience[..] {
        [Audience::Class(class)] => vec![class],
        _ => Vec::new(),
    };
    let single = courses.iter().find(|course| {
        let own = |teacher: TeacherId| draft.school.teachers[teacher].subjects == [course.subject];
        // half-groups of the class would follow to the new teacher
        let mine = |c: &&Course| {
            c.subject == course.subject
                && c.audience.iter().any(|who| draft.school.classes_of(who) == classes_of(course))
        };
        let alone = courses.iter().filter(mine).count() == 1;
        matches!(course.audience[..], [Audience::Class(_)])
            && course.hours == 1
            && alone
            && matches!(&course.teaching, Teaching::By(by) if by.len() == 1 && own(by[0]))
    })?;
    let (subject, audience) = (single.subject, single.audience.clone());
    let code = draft.school.subjects[subject].code.clone();
    let teacher = draft.school.teachers.push(Teacher {
        code: format!("{code}-HSUP"),
        name: None,
        subjects: vec![subject],
        service: 2,
        overtime: 0,
        elsewhere: None,
    });
    for line in draft.school.assignments.iter_mut().filter(|line| line.subject == subject) {
        line.audience.retain(|who| !audience.contains(who));
    }
    draft.school.assignments.retain(|line| !line.audience.is_empty());
    let line = Assignment { teachers: vec![teacher], subject, audience };
    draft.school.assignments.push(line);
    let rule = String::from("flaw-odd-hour");
    let scope = Scope { teachers: vec![teacher], ..Scope::default() };
    draft.hard(rule.as_str(), scope, RuleKind::LeastInHalfDay { of: Of::Teachers, hours: 2 });
    Some(Reason::OddHour { rule, teacher, hours: 1, least: 2 })
}
