//! How many hours pupils have.

use jadwal_model::Table;
use jadwal_model::school::service::minutes;
use jadwal_model::school::{Audience, ClassId, Course, CourseId, DivisionId, GroupId, School};
use std::collections::BTreeMap;

/// The weekly hours of a class: of its pupils in the fullest group of each division.
pub(crate) fn class_hours(
    school: &School,
    courses: &Table<CourseId, Course>,
    class: ClassId,
) -> u32 {
    let mut whole = 0;
    let mut groups: BTreeMap<(DivisionId, GroupId), u32> = BTreeMap::new();
    for course in courses {
        for &member in &course.audience {
            if !school.classes_of(&member).contains(&class) {
                continue;
            }
            match member {
                Audience::Class(_) => whole += minutes(course),
                Audience::Group(group) => {
                    let key = (school.groups[group].division, group);
                    *groups.entry(key).or_default() += minutes(course);
                }
            }
        }
    }
    let mut fullest: BTreeMap<DivisionId, u32> = BTreeMap::new();
    for ((division, _), minutes) in groups {
        let most = fullest.entry(division).or_default();
        *most = minutes.max(*most);
    }
    (whole + fullest.into_values().sum::<u32>()).div_ceil(60)
}
