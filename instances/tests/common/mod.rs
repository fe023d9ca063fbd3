//! Counting on generated schools.
#![allow(dead_code, unreachable_pub, reason = "each test program uses its part")]

use jadwal_instances::{Profile, generate};
use jadwal_model::school::service::minutes;
use jadwal_model::school::{
    Audience, ClassId, Course, CourseId, DayId, Of, RuleKind, School, SlotId, Strength, TeacherId,
};
use jadwal_model::{Id, Table};
use std::collections::{BTreeMap, BTreeSet};

/// How many seeds each profile is tried with.
pub const SEEDS: u64 = 20;

/// Refuses a school whose data contradict themselves. The one place for it: `School::faults` belongs
/// here as soon as the model has it.
pub fn sound(name: &str, school: &School) {
    if let Err(faults) = school.courses() {
        panic!("{name}: {faults:?}");
    }
}

/// Every profile with every seed.
pub fn each(mut check: impl FnMut(Profile, u64, &School)) {
    for profile in Profile::ALL {
        for seed in 0..SEEDS {
            match generate(profile, seed, None) {
                Ok(made) => {
                    sound(&format!("{} {seed}", profile.name()), &made.school);
                    check(profile, seed, &made.school);
                }
                Err(error) => panic!("{error}"),
            }
        }
    }
}

/// Weekly hours of a class: the fullest group of each of its divisions counts.
pub fn week_of(school: &School, courses: &Table<CourseId, Course>, class: ClassId) -> u32 {
    let mut total = 0;
    let mut fullest = BTreeMap::new();
    let mut groups: BTreeMap<_, u32> = BTreeMap::new();
    for course in courses {
        for who in course.audience.iter().filter(|who| school.classes_of(who).contains(&class)) {
            match *who {
                Audience::Class(_) => total += minutes(course),
                Audience::Group(group) => *groups.entry(group).or_default() += minutes(course),
            }
        }
    }
    for (group, minutes) in groups {
        let most: &mut u32 = fullest.entry(school.groups[group].division).or_default();
        *most = minutes.max(*most);
    }
    (total + fullest.into_values().sum::<u32>()).div_ceil(60)
}

/// When a teacher can be there.
#[derive(Debug)]
pub struct Presence {
    /// The slots.
    pub there: BTreeSet<SlotId>,
    /// How many hours they hold, with both half-days of a day only where exceptions allow it.
    pub places: u32,
}

/// When a teacher can be there under the hard rules.
pub fn slots_of(school: &School, teacher: TeacherId) -> Presence {
    let calendar = &school.calendar;
    let mut there: BTreeSet<_> = calendar.slots.ids().collect();
    let mut exceptions = u32::MAX;
    let own = school.teachers[teacher].subjects[0];
    for rule in school.rules.iter().filter(|rule| rule.strength == Strength::Hard) {
        let scope = &rule.scope;
        let named = scope.teachers.is_empty() || scope.teachers.contains(&teacher);
        if !named || !scope.subjects.is_empty() && !scope.subjects.contains(&own) {
            continue;
        }
        match &rule.kind {
            RuleKind::Unavailable { of: Of::Teachers, times }
            | RuleKind::PedagogicalHalfDay { times } => there.retain(|slot| !times.contains(slot)),
            RuleKind::HalfDayOnly { exceptions: most } => exceptions = exceptions.min(*most),
            _ => {}
        }
    }
    let (mut places, mut seconds) = (0, Vec::new());
    for day in (0..calendar.days.len()).map(DayId::new) {
        let mut halves = BTreeMap::new();
        for slot in calendar.slots_on(day).filter(|slot| there.contains(slot)) {
            *halves.entry(calendar.slots[slot].half_day).or_insert(0) += 1;
        }
        let mut halves: Vec<u32> = halves.into_values().collect();
        halves.sort_unstable();
        places += halves.pop().unwrap_or(0);
        seconds.extend(halves);
    }
    seconds.sort_unstable();
    let days = seconds.iter().rev().take(exceptions.min(100) as usize);
    Presence { places: places + days.sum::<u32>(), there }
}
