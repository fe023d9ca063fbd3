//! A flaw changes what it says, is said in full, and contradicts a count that can be made beforehand.

mod common;

use common::{SEEDS, each, slots_of, sound, week_of};
use jadwal_instances::{Flaw, GenerateError, Profile, Reason, generate};
use jadwal_model::school::service::minutes;
use jadwal_model::school::{Audience, Blocks, Of, Per, RoomNeed, Rule, RuleKind, School, Teaching};
use std::collections::BTreeSet;

/// How many seeds each flaw is tried with.
const FLAWED_SEEDS: u64 = 6;

#[test]
fn names_lead_back() {
    for profile in Profile::ALL {
        assert_eq!(Profile::by_name(profile.name()), Some(profile));
    }
    for flaw in Flaw::ALL {
        assert_eq!(Flaw::by_name(flaw.name()), Some(flaw));
    }
    assert_eq!((Profile::by_name("primary"), Flaw::by_name("")), (None, None));
}

#[test]
fn the_same_seed_gives_the_same_school_and_others_differ() {
    for profile in Profile::ALL {
        let made = |seed| generate(profile, seed, None).unwrap();
        assert_eq!(made(7), made(7), "{}", profile.name());
        for seed in 0..SEEDS {
            let (one, mut other) = (made(seed).school, made(seed + 1).school);
            other.code.clone_from(&one.code);
            other.name.clone_from(&one.name);
            let name = format!("{} {seed}", profile.name());
            assert!(
                differences(&one, &other).len() >= 4,
                "{name}: {:?}",
                differences(&one, &other)
            );
        }
    }
}

#[test]
fn what_is_possible_has_no_reason() {
    for profile in Profile::ALL {
        assert_eq!(generate(profile, 3, None).unwrap().reason, None);
    }
}

/// The registers in which two schools differ.
fn differences(one: &School, other: &School) -> BTreeSet<&'static str> {
    let registers = [
        ("calendar", one.calendar != other.calendar),
        ("levels", one.levels != other.levels),
        ("classes", one.classes != other.classes),
        ("divisions", one.divisions != other.divisions),
        ("groups", one.groups != other.groups),
        ("subjects", one.subjects != other.subjects),
        ("buildings", one.buildings != other.buildings),
        ("room types", one.room_types != other.room_types),
        ("rooms", one.rooms != other.rooms),
        ("teachers", one.teachers != other.teachers),
        ("curricula", one.curricula != other.curricula),
        ("assignments", one.assignments != other.assignments),
        ("courses", one.own_courses != other.own_courses),
        ("locks", one.locks != other.locks),
        ("rules", one.rules != other.rules),
    ];
    registers.into_iter().filter(|&(_, differs)| differs).map(|(name, _)| name).collect()
}

#[test]
fn a_flaw_changes_only_what_it_says() {
    for profile in Profile::ALL {
        for seed in 0..FLAWED_SEEDS {
            let base = generate(profile, seed, None).unwrap().school;
            for flaw in Flaw::ALL {
                let name = format!("{} {seed} {}", profile.name(), flaw.name());
                if !flaw.suits(profile) {
                    let refused = GenerateError::FlawDoesNotSuit { profile, flaw };
                    assert_eq!(generate(profile, seed, Some(flaw)), Err(refused), "{name}");
                    continue;
                }
                let made = generate(profile, seed, Some(flaw)).expect(&name);
                sound(&name, &made.school);
                let changed = differences(&base, &made.school);
                assert!(may_change(flaw).is_superset(&changed), "{name}: {changed:?}");
                assert!(!changed.is_empty(), "{name}");
                if flaw != Flaw::Posts {
                    let kept = base.rules.iter().zip(&made.school.rules).all(|(a, b)| a == b);
                    assert!(kept, "{name}: another rule");
                }
                let reason = made.reason.unwrap_or_else(|| panic!("{name}: no reason"));
                contradicts(&name, &made.school, &reason);
            }
        }
    }
}

fn may_change(flaw: Flaw) -> BTreeSet<&'static str> {
    let registers: &[&str] = match flaw {
        Flaw::HalfDays | Flaw::ClassHours | Flaw::OnlyAt | Flaw::Block => &["rules"],
        Flaw::Rooms => &["rooms"],
        Flaw::SharedTeacher => &["assignments"],
        // those after the missing teacher move up by one, in whatever names them
        Flaw::Posts => &["teachers", "assignments", "courses", "rules"],
        Flaw::Capacity => &["classes"],
        Flaw::Lock => &["locks"],
        Flaw::OddHour => &["teachers", "assignments", "rules"],
    };
    registers.iter().copied().collect()
}

fn rule<'a>(school: &'a School, code: &str) -> &'a Rule {
    school.rules.iter().find(|rule| rule.code == code).expect("the reason names a rule")
}

/// Holds a reason against the school it is about.
fn contradicts(name: &str, school: &School, reason: &Reason) {
    let courses = school.courses().expect("sound");
    match reason {
        Reason::HalfDays { rules, teacher, hours, places } => {
            assert_eq!(rules.len(), 2, "{name}");
            assert_eq!(school.load(&courses, *teacher).taught, hours * 60, "{name}");
            let presence = slots_of(school, *teacher);
            assert_eq!(presence.places, *places, "{name}");
            assert!(places < hours, "{name}: {hours} in {places}");
            assert!(presence.there.len() as u32 >= *hours, "{name}: the slots alone do not do");
        }
        Reason::ClassHours { rule: code, class, hours, slots } => {
            let RuleKind::Unavailable { of: Of::Classes, times } = &rule(school, code).kind else {
                panic!("{name}: {code}")
            };
            assert_eq!((school.calendar.slots.len() - times.len()) as u32, *slots, "{name}");
            assert_eq!(week_of(school, &courses, *class), *hours, "{name}");
            assert!(slots < hours && slots + 4 >= *hours, "{name}: {hours} in {slots}");
        }
        Reason::Rooms { room_type, hours, slots } => {
            let rooms = school.rooms.iter().filter(|room| room.room_type == *room_type).count();
            assert_eq!((rooms * school.calendar.slots.len()) as u32, *slots, "{name}");
            let here = courses.iter().filter(|c| c.room == RoomNeed::OfType(*room_type));
            assert_eq!(here.map(minutes).sum::<u32>(), hours * 60, "{name}");
            assert!(rooms > 0 && slots < hours, "{name}: {hours} in {slots}");
        }
        Reason::OnlyAt { rule: code, class, hours, slots } => {
            let Rule { scope, kind: RuleKind::OnlyAt { times }, .. } = rule(school, code) else {
                panic!("{name}: {code}")
            };
            let who = [Audience::Class(*class)];
            assert_eq!(scope.audience, who, "{name}");
            let mine: Vec<_> = courses
                .iter()
                .filter(|c| c.audience == who && scope.subjects.contains(&c.subject))
                .collect();
            assert_eq!(mine.iter().map(|c| c.hours).sum::<u32>(), *hours, "{name}");
            assert_eq!(times.len() as u32, *slots, "{name}");
            assert!(slots < hours, "{name}: {hours} in {slots}");
            assert!(mine.iter().all(|c| c.hours <= *slots), "{name}: one course is too long alone");
        }
        Reason::SharedTeacher { rule: code, teacher, audience, subject } => {
            let RuleKind::GroupsInTurn { subjects, .. } = &rule(school, code).kind else {
                panic!("{name}: {code}")
            };
            assert!(subjects.contains(subject), "{name}");
            let of_both = school.assignments.iter().filter(|line| {
                line.teachers == [*teacher]
                    && subjects.contains(&line.subject)
                    && audience.iter().all(|who| line.audience.contains(who))
            });
            assert_eq!(of_both.count(), 2, "{name}");
        }
        Reason::Posts { subject, hours, spare } => {
            let open = courses.iter().filter(|c| c.teaching == Teaching::AnyOfSubject);
            let open: Vec<_> = open.collect();
            assert!(open.iter().all(|course| course.subject == *subject), "{name}");
            assert_eq!(open.iter().map(|c| minutes(c)).sum::<u32>(), hours * 60, "{name}");
            let able = school.teachers.enumerate().filter(|(_, t)| t.subjects.contains(subject));
            let left = able.map(|(id, teacher)| {
                let most = (teacher.service + teacher.overtime) * 60;
                most.saturating_sub(school.load(&courses, id).counted)
            });
            assert!(left.sum::<u32>() / 60 <= *spare && spare < hours, "{name}: {hours}, {spare}");
        }
        Reason::Block { rule: code, course, length, longest } => {
            assert_eq!(rule(school, code).scope.courses, std::slice::from_ref(course), "{name}");
            let course = courses.iter().find(|c| c.code == *course).expect(name);
            assert_eq!(course.blocks, Blocks::Pattern(vec![*length]), "{name}");
            assert!(length > longest, "{name}");
        }
        Reason::Capacity { class, room_type, size, largest } => {
            assert_eq!(school.classes[*class].size, *size, "{name}");
            let rooms = school.rooms.iter().filter(|room| room.room_type == *room_type);
            assert!(
                rooms.clone().all(|room| room.capacity.is_some_and(|cap| cap < *size)),
                "{name}"
            );
            assert_eq!(rooms.filter_map(|room| room.capacity).max(), Some(*largest), "{name}");
        }
        Reason::Lock { rule: code, course, teacher, slot } => {
            let RuleKind::PedagogicalHalfDay { times } = &rule(school, code).kind else {
                panic!("{name}: {code}")
            };
            assert!(times.contains(slot), "{name}");
            let lock = school.locks.iter().find(|lock| lock.course == *course).expect(name);
            assert_eq!(lock.slot, Some(*slot), "{name}");
            let course = courses.iter().find(|c| c.code == *course).expect(name);
            assert_eq!(course.teaching, Teaching::By(vec![*teacher]), "{name}");
        }
        Reason::OddHour { rule: code, teacher, hours, least } => {
            let kind = RuleKind::LeastInHalfDay { of: Of::Teachers, hours: *least };
            assert_eq!(rule(school, code).kind, kind, "{name}");
            assert_eq!(school.load(&courses, *teacher).taught, hours * 60, "{name}");
            assert!(hours < least, "{name}");
        }
    }
}

#[test]
fn hard_rules_are_those_of_directors() {
    each(|profile, seed, school| {
        let name = format!("{} {seed}", profile.name());
        let gaps = RuleKind::Gaps { of: Of::Classes, per: Per::HalfDay, most: 0 };
        assert!(school.rules.iter().any(|rule| rule.kind == gaps), "{name}");
        let kinds: BTreeSet<_> = school.rules.iter().map(|rule| rule.kind.name()).collect();
        assert!(kinds.len() >= 18, "{name}: {} kinds of rules", kinds.len());
        let bound = kinds.contains("half-day-only");
        assert_eq!(bound, profile != Profile::Private, "{name}");
    });
}
