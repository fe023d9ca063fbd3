//! What stands in teachers' weeks without a class: when they are elsewhere, the sport association,
//! coordination meetings.

use crate::draft::Draft;
use crate::free::{half_days, room_for};
use crate::profile::Profile;
use crate::rng::{Rng, Stream};
use crate::staffing::ASSOCIATION;
use jadwal_model::Table;
use jadwal_model::school::{
    Blocks, Course, CourseId, Elsewhere, HalfDayId, Of, RoomNeed, Rule, RuleKind, Scope, SlotId,
    Strength, TeacherId, Teaching,
};

/// Hours that a teacher's half-days hold beyond what is taught, so that there is some choice.
pub(crate) const SLACK: u32 = 6;

/// The most days on which both half-days may be needed.
pub(crate) const EXCEPTIONS: u32 = 3;

/// Half-days that all at a meeting have in common, at the least.
const COMMON: usize = 3;

/// Half-days free for inspectors, fixed half-days of those who are also elsewhere, sport
/// association, coordination.
pub(crate) fn arrange(draft: &mut Draft) {
    let mut rng = draft.rng(Stream::Persons);
    for (subject, half_day) in draft.inspections.clone() {
        let times = draft.school.calendar.slots_of(half_day).collect();
        let scope = Scope { subjects: vec![draft.subject(subject)], ..Scope::default() };
        let kind = RuleKind::PedagogicalHalfDay { times };
        add(draft, format!("inspection-{subject}"), kind, scope);
    }
    association(draft, &mut rng);
    share(draft, &mut rng);
    coordinate(draft, &mut rng);
}

fn add(draft: &mut Draft, code: String, kind: RuleKind, scope: Scope) {
    draft.school.rules.push(Rule { code, kind, scope, strength: Strength::Hard });
}

fn own(draft: &Draft, teacher: TeacherId) -> &str {
    let first = draft.school.teachers[teacher].subjects.first();
    first.map_or("", |&subject| &draft.school.subjects[subject].code)
}

/// Hours taught and hours left of the service.
fn hours(draft: &Draft, courses: &Table<CourseId, Course>, teacher: TeacherId) -> (u32, u32) {
    let load = draft.school.load(courses, teacher);
    let service = draft.school.teachers[teacher].service;
    (load.taught.div_ceil(60), service.saturating_sub(load.counted.div_ceil(60)))
}

fn association(draft: &mut Draft, rng: &mut Rng) {
    let teachers: Vec<_> = draft.school.teachers.ids().collect();
    let mut first = true;
    let courses = draft.courses();
    for teacher in teachers {
        if own(draft, teacher) != "EPS" || !first && hours(draft, &courses, teacher).1 < ASSOCIATION
        {
            continue;
        }
        let pattern = if first || rng.chance(60) { vec![3] } else { vec![2, 1] };
        let code = format!("ASS/{}", draft.school.teachers[teacher].code);
        meeting(draft, code, "ASS", vec![teacher], pattern);
        first = false;
    }
}

fn meeting(draft: &mut Draft, code: String, subject: &str, by: Vec<TeacherId>, pattern: Vec<u32>) {
    let course = Course {
        code,
        subject: draft.subject(subject),
        audience: Vec::new(),
        teaching: Teaching::By(by),
        hours: pattern.iter().sum(),
        blocks: Blocks::Pattern(pattern),
        fortnightly: false,
        room: RoomNeed::Nowhere,
    };
    draft.school.own_courses.push(course);
}

/// Teachers with few hours give others at a second school, or come on some half-days only.
fn share(draft: &mut Draft, rng: &mut Rng) {
    let private = draft.profile == Profile::Private;
    let courses = draft.courses();
    let mut teachers: Vec<_> = draft.school.teachers.ids().collect();
    rng.shuffle(&mut teachers);
    let mut left = if private { teachers.len() } else { 1 + rng.below(2) };
    for teacher in teachers {
        let (taught, spare) = hours(draft, &courses, teacher);
        let part_time = private && draft.school.teachers[teacher].service < 20;
        if left == 0 || spare < 6 && !part_time || private && !part_time && rng.chance(40) {
            continue;
        }
        let there = spare.saturating_sub(2).min(12);
        if there >= 4 {
            draft.school.teachers[teacher].elsewhere =
                Some(Elsewhere { hours: there, own_subject: rng.chance(80) || spare < there + 4 });
        }
        let most = (there.div_ceil(4) as usize + 1).max(3);
        let times = fixed(draft, teacher, taught, most, rng);
        let person = &draft.school.teachers[teacher];
        let code = format!("absent-{}", person.code);
        let scope = Scope { teachers: vec![teacher], ..Scope::default() };
        if !times.is_empty() {
            add(draft, code, RuleKind::Unavailable { of: Of::Teachers, times }, scope);
        }
        left -= 1;
    }
}

/// Half-days on which a teacher is away, as long as the others hold the hours taught here.
fn fixed(
    draft: &mut Draft,
    teacher: TeacherId,
    taught: u32,
    most: usize,
    rng: &mut Rng,
) -> Vec<SlotId> {
    let mut candidates: Vec<HalfDayId> = half_days(&draft.school, teacher);
    rng.shuffle(&mut candidates);
    candidates.truncate(most);
    let mut times: Vec<SlotId> = Vec::new();
    for half_day in candidates {
        let mut tried = times.clone();
        tried.extend(draft.school.calendar.slots_of(half_day));
        tried.sort_unstable();
        let mut school = draft.school.clone();
        school.rules.push(Rule {
            code: String::new(),
            kind: RuleKind::Unavailable { of: Of::Teachers, times: tried.clone() },
            scope: Scope { teachers: vec![teacher], ..Scope::default() },
            strength: Strength::Hard,
        });
        let exceptions = draft.shape.half_day_only.then_some(EXCEPTIONS);
        if room_for(&school, teacher, exceptions) >= taught + SLACK + 2 {
            times = tried;
        }
    }
    times
}

/// One meeting a week for each subject whose teachers all have time for it.
fn coordinate(draft: &mut Draft, rng: &mut Rng) {
    let courses = draft.courses();
    let codes: Vec<_> = draft.subjects.iter().map(|(&code, &subject)| (code, subject)).collect();
    for (code, subject) in codes {
        let length = 1 + u32::from(rng.chance(30));
        let all = draft.school.teachers.enumerate();
        let teachers: Vec<_> =
            all.filter(|(_, person)| person.subjects == [subject]).map(|(id, _)| id).collect();
        if teachers.len() < 2 {
            continue;
        }
        let free = |&teacher: &TeacherId| {
            let (taught, spare) = hours(draft, &courses, teacher);
            let exceptions = draft.shape.half_day_only.then_some(EXCEPTIONS);
            spare >= length
                && room_for(&draft.school, teacher, exceptions) >= taught + length + SLACK
        };
        let mut common = draft.half_days();
        for &teacher in &teachers {
            let there = half_days(&draft.school, teacher);
            common.retain(|half_day| there.contains(half_day));
        }
        if common.len() >= COMMON && teachers.iter().all(free) {
            meeting(draft, format!("COORD/{code}"), "COORD", teachers, vec![length]);
        }
    }
}
