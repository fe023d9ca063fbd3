//! A school on the way: its registers so far, and where the things of the catalogue stand in them.

use crate::catalogue::Place;
use crate::profile::Profile;
use crate::rng::{Rng, Stream};
use crate::shape::Shape;
use jadwal_model::Id;
use jadwal_model::school::{
    Audience, Course, CourseId, Cycle, HalfDayId, Level, RoomTypeId, School, SubjectId,
};
use jadwal_model::table::Table;
use std::collections::BTreeMap;

/// A school on the way.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) profile: Profile,
    pub(crate) seed: u64,
    pub(crate) shape: Shape,
    pub(crate) school: School,
    /// Subjects by code.
    pub(crate) subjects: BTreeMap<&'static str, SubjectId>,
    /// Types of rooms; those that nothing needs are missing.
    pub(crate) places: BTreeMap<Place, RoomTypeId>,
    /// The half-day that teachers of a subject have free for their inspector.
    pub(crate) inspections: Vec<(&'static str, HalfDayId)>,
}

impl Draft {
    /// The stream of one concern.
    pub(crate) fn rng(&self, stream: Stream) -> Rng {
        Rng::new(self.seed, stream)
    }

    /// The subject of a code of the catalogue.
    pub(crate) fn subject(&self, code: &str) -> SubjectId {
        self.subjects[code]
    }

    /// The courses so far.
    pub(crate) fn courses(&self) -> Table<CourseId, Course> {
        self.school.courses().expect("no level has two lines for one subject and division")
    }

    /// The level of whom a course is for; none for a meeting.
    pub(crate) fn level(&self, course: &Course) -> Option<&Level> {
        level(&self.school, course)
    }

    /// The cycle of whom a course is for; none for a meeting.
    pub(crate) fn cycle(&self, course: &Course) -> Option<Cycle> {
        self.level(course).map(|level| level.cycle)
    }

    /// Half-days of the week.
    pub(crate) fn half_days(&self) -> Vec<HalfDayId> {
        (0..self.school.calendar.half_days.len()).map(HalfDayId::new).collect()
    }
}

/// The level of whom a course is for; none for a meeting.
pub(crate) fn level<'a>(school: &'a School, course: &Course) -> Option<&'a Level> {
    let class = match course.audience.first()? {
        Audience::Class(class) => *class,
        Audience::Group(group) => *school.classes_of_group(*group).first()?,
    };
    Some(&school.levels[school.classes[class].level])
}
