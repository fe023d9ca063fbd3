//! When teachers are there, and how many hours their half-days hold.

use jadwal_model::Id;
use jadwal_model::school::{DayId, HalfDayId, Of, RuleKind, School, SlotId, Strength, TeacherId};
use std::collections::BTreeSet;

/// Slots at which hard rules keep a teacher away.
pub(crate) fn away(school: &School, teacher: TeacherId) -> BTreeSet<SlotId> {
    let own = school.teachers[teacher].subjects.first();
    let mut slots = BTreeSet::new();
    for rule in school.rules.iter().filter(|rule| rule.strength == Strength::Hard) {
        let scope = &rule.scope;
        let meant = (scope.teachers.is_empty() || scope.teachers.contains(&teacher))
            && (scope.subjects.is_empty() || own.is_some_and(|own| scope.subjects.contains(own)));
        match &rule.kind {
            RuleKind::Unavailable { of: Of::Teachers, times }
            | RuleKind::PedagogicalHalfDay { times }
                if meant =>
            {
                slots.extend(times);
            }
            _ => {}
        }
    }
    slots
}

/// Half-days of which a teacher has some slot.
pub(crate) fn half_days(school: &School, teacher: TeacherId) -> Vec<HalfDayId> {
    let away = away(school, teacher);
    let free = |&half_day: &HalfDayId| {
        school.calendar.slots_of(half_day).any(|slot| !away.contains(&slot))
    };
    school.calendar.half_days.ids().filter(free).collect()
}

/// The most hours that a teacher can give when both half-days are worked on so many days only; none:
/// on all.
pub(crate) fn room_for(school: &School, teacher: TeacherId, exceptions: Option<u32>) -> u32 {
    let away = away(school, teacher);
    let calendar = &school.calendar;
    let mut total = 0;
    let mut seconds = Vec::new();
    for day in (0..calendar.days.len()).map(DayId::new) {
        let mut halves = [0, 0];
        for slot in calendar.slots_on(day).filter(|slot| !away.contains(slot)) {
            let part = calendar.half_days[calendar.slots[slot].half_day].part;
            halves[part as usize] += 1;
        }
        total += halves[0].max(halves[1]);
        seconds.push(halves[0].min(halves[1]));
    }
    seconds.sort_unstable_by_key(|&hours| std::cmp::Reverse(hours));
    let days = exceptions.map_or(seconds.len(), |most| most as usize);
    total + seconds.into_iter().take(days).sum::<u32>()
}
