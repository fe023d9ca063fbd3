//! Rules about teachers.

use crate::draft::Draft;
use crate::free::{half_days, room_for};
use crate::meetings::{EXCEPTIONS, SLACK};
use crate::rng::Rng;
use jadwal_model::school::{Of, Per, RuleKind, Scope, TeacherId};
use std::collections::BTreeMap;

/// Who teaches no more than this should have a day off.
const LIGHT: u32 = 18;

pub(super) fn write(draft: &mut Draft, rng: &mut Rng) {
    use Of::Teachers;
    let all = Scope::default;
    draft.hard("teacher-gaps", all(), RuleKind::Gaps { of: Teachers, per: Per::Day, most: 2 });
    let idle = RuleKind::Gaps { of: Teachers, per: Per::Week, most: 2 };
    draft.soft("teacher-idle", all(), (2, rng), idle);
    let least = RuleKind::LeastInHalfDay { of: Teachers, hours: 2 };
    draft.soft("teacher-least", all(), (3, rng), least);
    let day = RuleKind::MostHours { of: Teachers, per: Per::Day, hours: 6 };
    draft.soft("teacher-day", all(), (2, rng), day);
    let first = RuleKind::MostFirstSlots { of: Teachers, most: 5 };
    draft.soft("teacher-first", all(), (1, rng), first);
    let last = RuleKind::MostLastSlots { of: Teachers, most: 5 };
    draft.soft("teacher-last", all(), (1, rng), last);
    half_day_only(draft);
    let light = light(draft);
    if !light.is_empty() {
        let scope = Scope { teachers: light, ..Scope::default() };
        draft.soft("teacher-days", scope, (2, rng), RuleKind::MostDays { of: Teachers, days: 5 });
    }
    if rng.chance(60) {
        let free = RuleKind::FreeHalfDays { of: Teachers, half_days: 3, among: Vec::new() };
        draft.soft("teacher-free", all(), (2, rng), free);
    }
    wishes(draft, rng);
}

fn taught(draft: &Draft) -> Vec<(TeacherId, u32)> {
    let courses = draft.courses();
    let hours = |teacher| draft.school.load(&courses, teacher).taught.div_ceil(60);
    draft.school.teachers.ids().map(|teacher| (teacher, hours(teacher))).collect()
}

fn light(draft: &Draft) -> Vec<TeacherId> {
    taught(draft).into_iter().filter(|&(_, hours)| hours <= LIGHT).map(|(id, _)| id).collect()
}

/// Morning or afternoon of a day, not both, but on as many days as the hours ask for and one more
/// for choice; it would be better on none.
fn half_day_only(draft: &mut Draft) {
    if !draft.shape.half_day_only {
        return;
    }
    let mut alike: BTreeMap<u32, Vec<TeacherId>> = BTreeMap::new();
    for (teacher, hours) in taught(draft) {
        let holds = |&days: &u32| room_for(&draft.school, teacher, Some(days)) >= hours + SLACK;
        if let Some(exceptions) = (1..=EXCEPTIONS).find(holds) {
            alike.entry(exceptions).or_default().push(teacher);
        }
    }
    for (exceptions, teachers) in alike {
        let scope = Scope { teachers, ..Scope::default() };
        let code = format!("half-day-only-{exceptions}");
        draft.hard(code, scope, RuleKind::HalfDayOnly { exceptions });
    }
}

/// One teacher in eight would rather not come at some half-day.
fn wishes(draft: &mut Draft, rng: &mut Rng) {
    for teacher in draft.school.teachers.ids() {
        if !rng.chance(12) {
            continue;
        }
        let Some(half_day) = rng.pick(&half_days(&draft.school, teacher)) else { continue };
        let times = draft.school.calendar.slots_of(half_day).collect();
        let code = format!("wish-{}", draft.school.teachers[teacher].code);
        let scope = Scope { teachers: vec![teacher], ..Scope::default() };
        let wish = RuleKind::Unavailable { of: Of::Teachers, times };
        draft.soft(code, scope, (3, rng), wish);
    }
}
