//! What every generated school must be for a timetable to exist: counts that can be made beforehand.

mod common;

use common::{each, slots_of, week_of};
use jadwal_instances::Profile;
use jadwal_model::Id;
use jadwal_model::school::service::minutes;
use jadwal_model::school::{
    Audience, Blocks, Course, RoomNeed, RoomTypeId, RuleKind, School, SlotId, Strength, SubjectId,
    TeacherId, Teaching, Turns, Weeks,
};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn sizes_are_those_of_the_profile() {
    each(|profile, seed, school| {
        let sizes = profile.sizes();
        let name = format!("{} {seed}", profile.name());
        let courses = school.courses().expect("the grid says each thing once");
        let lessons = courses.iter().filter(|course| !course.audience.is_empty());
        let hours = lessons.map(minutes).sum::<u32>() / 60;
        assert_eq!(school.classes.len(), sizes.classes, "{name}: classes");
        let (teachers, rooms) = (school.teachers.len(), school.rooms.len());
        assert!(sizes.teachers.contains(&teachers), "{name}: {teachers} teachers");
        assert!(sizes.rooms.contains(&rooms), "{name}: {rooms} rooms");
        assert!(sizes.lesson_hours.contains(&hours), "{name}: {hours} hours of lessons");
    });
}

#[test]
fn codes_are_unique() {
    each(|profile, seed, school| {
        let once = |register: &str, codes: Vec<&str>| {
            let different: BTreeSet<_> = codes.iter().collect();
            assert_eq!(different.len(), codes.len(), "{} {seed}: {register}", profile.name());
        };
        let courses = school.courses().unwrap();
        let mut audience: Vec<&str> = school.classes.iter().map(|c| c.code.as_str()).collect();
        audience.extend(school.groups.iter().map(|group| group.code.as_str()));
        once("classes and groups", audience);
        once("divisions", school.divisions.iter().map(|d| d.code.as_str()).collect());
        once("teachers", school.teachers.iter().map(|t| t.code.as_str()).collect());
        once("names", school.teachers.iter().filter_map(|t| t.name.as_deref()).collect());
        once("rooms", school.rooms.iter().map(|room| room.code.as_str()).collect());
        once("rules", school.rules.iter().map(|rule| rule.code.as_str()).collect());
        once("courses", courses.iter().map(|course| course.code.as_str()).collect());
        once("homes", {
            let homes = school.classes.iter().filter_map(|class| class.home_room);
            homes.map(|room| school.rooms[room].code.as_str()).collect()
        });
    });
}

#[test]
fn classes_have_slots_to_spare() {
    each(|profile, seed, school| {
        let slots = school.calendar.slots.len() as u32;
        let courses = school.courses().unwrap();
        for class in school.classes.ids() {
            let hours = week_of(school, &courses, class);
            let code = &school.classes[class].code;
            assert!(hours + 3 <= slots, "{} {seed}: {code}: {hours} of {slots}", profile.name());
        }
    });
}

#[test]
fn every_course_has_teachers_and_adds_up() {
    each(|profile, seed, school| {
        let name = format!("{} {seed}", profile.name());
        for course in &school.courses().unwrap() {
            let Teaching::By(teachers) = &course.teaching else {
                panic!("{name}: {} has no teacher", course.code)
            };
            assert!(!teachers.is_empty(), "{name}: {} has no teacher", course.code);
            let able = |&teacher: &TeacherId| {
                course.audience.is_empty()
                    || school.teachers[teacher].subjects.contains(&course.subject)
            };
            assert!(teachers.iter().all(able), "{name}: {}: another subject", course.code);
            let Blocks::Pattern(pattern) = &course.blocks else { panic!("{name}: no pattern") };
            assert_eq!(pattern.iter().sum::<u32>(), course.hours, "{name}: {}", course.code);
        }
    });
}

#[test]
fn teachers_are_within_their_service_and_their_half_days() {
    each(|profile, seed, school| {
        let courses = school.courses().unwrap();
        for (teacher, person) in school.teachers.enumerate() {
            let name = format!("{} {seed}: {}", profile.name(), person.code);
            let load = school.load(&courses, teacher);
            let most = (person.service + person.overtime) * 60;
            assert!(load.counted <= most, "{name}: {} of {most} minutes", load.counted);
            assert!(load.taught >= 3 * 60, "{name}: {} minutes", load.taught);
            let places = slots_of(school, teacher).places;
            assert!(places * 60 >= load.taught + 360, "{name}: {} in {places}", load.taught);
        }
    });
}

#[test]
fn rooms_are_not_too_full() {
    each(|profile, seed, school| {
        for (room_type, kind) in school.room_types.enumerate() {
            let most = match (&*kind.code, profile) {
                ("SALLE", Profile::Urban) => 92,
                ("SALLE", _) => 90,
                _ => 85,
            };
            let mut by_size: BTreeMap<u32, u32> = BTreeMap::new();
            let courses = school.courses().unwrap();
            for course in courses.iter().filter(|c| c.room == RoomNeed::OfType(room_type)) {
                *by_size.entry(school.size(course)).or_default() += minutes(course);
            }
            // those who need a large room find one even when the small ones are left out
            for &size in by_size.keys() {
                let need: u32 = by_size.range(size..).map(|(_, minutes)| minutes).sum();
                let rooms = school.rooms.iter().filter(|room| {
                    room.room_type == room_type && room.capacity.is_none_or(|cap| cap >= size)
                });
                let holds: u32 = rooms.map(|room| room.holds).sum();
                let open = open_slots(school, &courses.iter().collect::<Vec<_>>(), room_type);
                let supply = holds * open * 60;
                assert!(
                    need * 100 <= supply * most,
                    "{} {seed}: {} for {size}: {need} of {supply} minutes",
                    profile.name(),
                    kind.code,
                );
            }
        }
    });
}

/// Slots in which some teacher of the courses in a type of room is there.
fn open_slots(school: &School, courses: &[&Course], room_type: RoomTypeId) -> u32 {
    let mut open = BTreeSet::new();
    for course in courses.iter().filter(|c| c.room == RoomNeed::OfType(room_type)) {
        let Teaching::By(teachers) = &course.teaching else { continue };
        for &teacher in teachers {
            open.extend(slots_of(school, teacher).there);
        }
    }
    open.len() as u32
}

#[test]
fn meetings_have_a_time_in_common() {
    let mut seen = 0;
    each(|profile, seed, school| {
        for course in school.own_courses.iter().filter(|course| course.code.starts_with("COORD/")) {
            let Teaching::By(teachers) = &course.teaching else { panic!("nobody meets") };
            let mut common: BTreeSet<_> = school.calendar.slots.ids().collect();
            for &teacher in teachers {
                let there = slots_of(school, teacher).there;
                common.retain(|slot| there.contains(slot));
            }
            let name = format!("{} {seed}: {}", profile.name(), course.code);
            assert!(common.len() >= 12, "{name}: {} common slots", common.len());
            seen += 1;
        }
    });
    assert!(seen > 100, "{seen} meetings in all");
}

#[test]
fn locks_stand_where_they_can() {
    each(|profile, seed, school| {
        let name = format!("{} {seed}", profile.name());
        let courses = school.courses().unwrap();
        assert!((1..=4).contains(&school.locks.len()), "{name}: {}", school.locks.len());
        for lock in &school.locks {
            let course = courses.iter().find(|course| course.code == lock.course).unwrap();
            let Blocks::Pattern(pattern) = &course.blocks else { panic!("{name}: no pattern") };
            let (slot, length) = (lock.slot.unwrap(), pattern[lock.block as usize]);
            assert!(school.calendar.fits(slot, length), "{name}: {}", lock.course);
            let Teaching::By(teachers) = &course.teaching else { panic!("{name}: nobody") };
            for &teacher in teachers {
                let there = slots_of(school, teacher).there;
                let all =
                    (0..length as usize).all(|i| there.contains(&SlotId::new(slot.index() + i)));
                assert!(all, "{name}: {}", lock.course);
            }
        }
    });
}

#[test]
fn groups_in_turn_can_take_turns() {
    let mut kinds = BTreeSet::new();
    each(|profile, seed, school| {
        let courses = school.courses().unwrap();
        for rule in &school.rules {
            let RuleKind::GroupsInTurn { division, subjects, turns } = &rule.kind else { continue };
            kinds.insert((subjects.len(), turns.name()));
            assert_eq!(rule.strength, Strength::Hard);
            assert!(*turns != Turns::Alternate || school.calendar.weeks == Weeks::AB);
            for (id, made) in school.divisions.enumerate().filter(|(_, d)| d.sort == *division) {
                let level = school.classes[made.classes[0]].level;
                if !rule.scope.levels.contains(&level) {
                    continue;
                }
                let name = format!("{} {seed}: {}", profile.name(), made.code);
                let groups = school.groups.enumerate().filter(|(_, group)| group.division == id);
                let groups: Vec<_> = groups.map(|(group, _)| Audience::Group(group)).collect();
                assert_eq!(groups.len(), subjects.len(), "{name}");
                let of = |subject: SubjectId| {
                    let mine = courses.iter().filter(move |c| c.subject == subject);
                    mine.filter(|c| c.audience.iter().any(|who| groups.contains(who)))
                };
                let cut: BTreeSet<_> = subjects
                    .iter()
                    .flat_map(|&subject| of(subject))
                    .map(|c| (format!("{:?}", c.blocks), c.fortnightly))
                    .collect();
                assert_eq!(cut.len(), 1, "{name}: cut differently");
                let taught = |&subject: &SubjectId| -> BTreeSet<_> {
                    of(subject).map(|c| format!("{:?}", c.teaching)).collect()
                };
                let teachers: Vec<_> = subjects.iter().map(taught).collect();
                for (index, one) in teachers.iter().enumerate() {
                    assert!(
                        teachers[index + 1..].iter().all(|other| one.is_disjoint(other)),
                        "{name}: one teacher for two turns"
                    );
                }
            }
        }
    });
    let all: BTreeSet<_> =
        [(2, "swap"), (2, "parallel"), (2, "alternate"), (3, "parallel")].into_iter().collect();
    assert_eq!(kinds, all);
}
