//! Spoiling a school: one change that makes it impossible.

mod courses;
mod places;
mod staff;
mod time;

use crate::draft::Draft;
use crate::flaw::{Flaw, Reason};
use crate::rng::Stream;

/// Puts a flaw into a school; none if it has nothing where the flaw could be.
pub(crate) fn spoil(draft: &mut Draft, flaw: Flaw) -> Option<Reason> {
    let rng = &mut draft.rng(Stream::Flaw);
    match flaw {
        Flaw::HalfDays => time::half_days(draft, rng),
        Flaw::ClassHours => time::class_away(draft, rng),
        Flaw::OnlyAt => time::only_at(draft, rng),
        Flaw::Rooms => places::rooms(draft),
        Flaw::Capacity => places::capacity(draft, rng),
        Flaw::SharedTeacher => courses::shared_teacher(draft),
        Flaw::Block => courses::block(draft),
        Flaw::Lock => courses::lock(draft, rng),
        Flaw::Posts => staff::posts(draft),
        Flaw::OddHour => staff::odd_hour(draft),
    }
}
