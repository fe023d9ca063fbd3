//! Too little time: for a teacher, for a class, for some courses of a class.

use crate::draft::Draft;
use crate::flaw::Reason;
use crate::free::room_for;
use crate::hours::class_hours;
use crate::rng::Rng;
use jadwal_model::Id;
use jadwal_model::school::{Audience, ClassId, DayId, HalfDayId, Of, RuleKind, Scope, SlotId};

/// The teacher with most hours may come in the morning or in the afternoon, never both, and is away
/// on so many days that the others do not suffice.
pub(super) fn half_days(draft: &mut Draft, rng: &mut Rng) -> Option<Reason> {
    let courses = draft.courses();
    let taught = |teacher| draft.school.load(&courses, teacher).taught / 60;
    let teacher = draft.school.teachers.ids().max_by_key(|&teacher| taught(teacher))?;
    let hours = taught(teacher);
    let scope = Scope { teachers: vec![teacher], ..Scope::default() };
    draft.hard("flaw-half-day-only", scope.clone(), RuleKind::HalfDayOnly { exceptions: 0 });
    let mut days: Vec<_> = (0..draft.school.calendar.days.len()).map(DayId::new).collect();
    rng.shuffle(&mut days);
    let mut times: Vec<SlotId> = Vec::new();
    let away = |times| RuleKind::Unavailable { of: Of::Teachers, times };
    // away on one day at least, so that the rule says something
    times.extend(draft.school.calendar.slots_on(days.pop()?));
    draft.hard("flaw-away", scope, away(times.clone()));
    let rule = draft.school.rules.ids().last()?;
    while room_for(&draft.school, teacher, Some(0)) >= hours {
        times.extend(draft.school.calendar.slots_on(days.pop()?));
        times.sort_unstable();
        draft.school.rules[rule].kind = away(times.clone());
    }
    let places = room_for(&draft.school, teacher, Some(0));
    let rules = vec!["flaw-half-day-only".into(), "flaw-away".into()];
    Some(Reason::HalfDays { rules, teacher, hours, places })
}

/// A class is away on so many half-days that its hours do not fit in the others.
pub(super) fn class_away(draft: &mut Draft, rng: &mut Rng) -> Option<Reason> {
    let class = any_class(draft, rng)?;
    let hours = class_hours(&draft.school, &draft.courses(), class);
    let calendar = &draft.school.calendar;
    let mut half_days: Vec<HalfDayId> = draft.half_days();
    rng.shuffle(&mut half_days);
    let mut slots = calendar.slots.len() as u32;
    let mut times: Vec<SlotId> = Vec::new();
    while slots >= hours {
        let closed: Vec<_> = calendar.slots_of(half_days.pop()?).collect();
        slots -= closed.len() as u32;
        times.extend(closed);
    }
    times.sort_unstable();
    let rule = String::from("flaw-class-away");
    let scope = Scope { audience: vec![Audience::Class(class)], ..Scope::default() };
    draft.hard(rule.as_str(), scope, RuleKind::Unavailable { of: Of::Classes, times });
    Some(Reason::ClassHours { rule, class, hours, slots })
}

/// The main subjects of a class are for the mornings of some days: each has its place there, all
/// together have not.
pub(super) fn only_at(draft: &mut Draft, rng: &mut Rng) -> Option<Reason> {
    let class = any_class(draft, rng)?;
    let subjects = draft.taught(&["AR", "FR", "MATH", "HG", "ISL", "PHI"]);
    let audience = [Audience::Class(class)];
    let courses = draft.courses();
    let mine = courses.iter().filter(|c| subjects.contains(&c.subject) && c.audience == audience);
    let hours: u32 = mine.map(|course| course.hours).sum();
    let mut mornings: Vec<_> = draft.times(&["am"]).chunks(4).map(<[SlotId]>::to_vec).collect();
    rng.shuffle(&mut mornings);
    mornings.truncate(((hours - 1) / 4) as usize);
    let mut times = mornings.concat();
    times.sort_unstable();
    let slots = times.len() as u32;
    if slots >= hours {
        return None;
    }
    let rule = String::from("flaw-only-at");
    let scope = Scope { audience: audience.to_vec(), subjects, ..Scope::default() };
    draft.hard(rule.as_str(), scope, RuleKind::OnlyAt { times });
    Some(Reason::OnlyAt { rule, class, hours, slots })
}

fn any_class(draft: &Draft, rng: &mut Rng) -> Option<ClassId> {
    let classes: Vec<_> = draft.school.classes.ids().collect();
    rng.pick(&classes)
}
