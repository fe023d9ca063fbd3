//! The school in the director's words, and how it becomes an instance.
//!
//! A [`School`] is plain data: a calendar, people, places, what is taught, and rules. It is checked by
//! [`School::faults`], its courses follow from it by [`School::courses`]. This is the only part of the
//! model that says class, teacher or room.

pub mod calendar;
pub mod compile;
pub mod course;
pub mod courses;
pub mod date;
pub mod fault;
pub mod faults;
pub mod figures;
pub mod id;
pub mod locks;
pub mod names;
pub mod parts;
pub mod people;
pub mod place;
pub mod rule;
#[expect(clippy::module_inception, reason = "the school is what this folder is about")]
pub mod school;
pub mod scope;
pub mod service;
pub mod turns;
pub mod warnings;

pub use calendar::{
    BellSchedule, Calendar, Day, HalfDay, Part, Period, Slot, Week, Weekday, Weeks,
};
pub use course::{
    Assignment, Audience, Blocks, Course, Curriculum, Lesson, Lock, RoomNeed, Subject, Teaching,
};
pub use date::{ClockRange, ClockTime, Date};
pub use fault::{At, Register, SchoolFault, What};
pub use id::{
    BuildingId, ClassId, CourseId, DayId, DivisionId, GroupId, HalfDayId, LevelId, PeriodId,
    RoomId, RoomTypeId, RuleId, SlotId, SubjectId, TeacherId,
};
pub use names::Names;
pub use people::{Class, Cycle, Division, Elsewhere, Group, Level, Teacher};
pub use place::{Building, Room, RoomType};
pub use rule::{Of, Per, Rule, RuleKind, Scope, Strength, Turns};
pub use school::School;
