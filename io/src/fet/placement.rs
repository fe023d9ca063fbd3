//! Where and when lessons have to be, and who is not there.

use super::context::{Block, Context};
use super::document::{Behaviour, Constraint, Document};
use crate::error::ReadError;
use crate::error::fet::FetFault;
use jadwal_model::Id;
use jadwal_model::school::course::Lock;
use jadwal_model::school::id::{RoomId, SlotId, TeacherId};
use jadwal_model::school::rule::{Of, Rule, RuleKind, Scope, Strength};
use jadwal_model::school::school::School;
use std::collections::BTreeMap;

/// The constraint that says when an activity starts.
pub const STARTING_TIME: &str = "ActivityPreferredStartingTime";
/// The constraint that says in which room an activity is held.
pub const ROOM: &str = "ActivityPreferredRoom";

/// What is certain about where and when activities are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Placements {
    /// By activity: when it starts.
    pub times: BTreeMap<u32, SlotId>,
    /// By activity: its room.
    pub rooms: BTreeMap<u32, RoomId>,
    /// By activity in a virtual room: the other rooms for which that stands.
    pub further: BTreeMap<u32, Vec<Option<RoomId>>>,
}

impl Placements {
    /// What the constraints of a document say for certain of active activities.
    ///
    /// # Errors
    /// An activity that has to be in two places, or where no lesson can be.
    pub fn of(
        document: &Document,
        context: &Context,
        school: &School,
    ) -> Result<Self, Vec<ReadError>> {
        let mut placements = Self::default();
        let mut faults = Vec::new();
        let mut said: BTreeMap<(bool, u32), String> = BTreeMap::new();
        for constraint in document.constraints().filter(|one| one.active && one.is_hard()) {
            let Some(activity) = constraint.number::<u32>("Activity_Id") else { continue };
            let Some(known) = context.activities.get(&activity) else { continue };
            let placed = match constraint.kind.as_str() {
                STARTING_TIME => {
                    let Some((day, hour)) = starting_time(constraint) else { continue };
                    let slot = context.slot(day, hour);
                    let found = format!("{day} {hour}");
                    match slot.filter(|&slot| school.calendar.fits(slot, known.duration)) {
                        Some(slot) => {
                            placements.times.insert(activity, slot);
                            (true, found)
                        }
                        None => {
                            let fault = FetFault::DoesNotFit { activity, found };
                            faults
                                .push(ReadError { place: constraint.place(), fault: fault.into() });
                            continue;
                        }
                    }
                }
                ROOM => {
                    let Some(name) = constraint.text("Room") else { continue };
                    let Some((room, further)) = held(constraint, context, name) else { continue };
                    placements.rooms.insert(activity, room);
                    if !further.is_empty() {
                        placements.further.insert(activity, further);
                    }
                    (false, name.to_owned())
                }
                _ => continue,
            };
            let (when, second) = placed;
            match said.get(&(when, activity)) {
                Some(first) if *first != second => {
                    let first = first.clone();
                    let fault = FetFault::PlacedTwice { activity, first, second };
                    faults.push(ReadError { place: constraint.place(), fault: fault.into() });
                }
                _ => {
                    said.insert((when, activity), second);
                }
            }
        }
        if faults.is_empty() { Ok(placements) } else { Err(faults) }
    }

    /// The same as locks, in the order of activities.
    #[must_use]
    pub fn locks(&self, context: &Context) -> Vec<Lock> {
        let lock = |(activity, known): (&u32, &super::context::Known)| {
            let Block { course, block } = known.lesson.clone();
            let slot = self.times.get(activity).copied();
            let room = self.rooms.get(activity).copied();
            (slot.is_some() || room.is_some()).then_some(Lock { course, block, slot, room })
        };
        context.activities.iter().filter_map(lock).collect()
    }
}

/// The room of a constraint that says where an activity is held, and the others for which a virtual room
/// stands; none where that is open.
fn held(
    constraint: &Constraint,
    context: &Context,
    name: &str,
) -> Option<(RoomId, Vec<Option<RoomId>>)> {
    if let Some(room) = context.room(name) {
        return Some((room, Vec::new()));
    }
    let sets = context.virtual_rooms.get(name)?;
    let real: Option<Vec<RoomId>> =
        constraint.texts("Real_Room").map(|name| context.room(name)).collect();
    let real = real.filter(|real| real.len() == sets.len())?;
    let (&first, rest) = real.split_first()?;
    Some((first, rest.iter().copied().map(Some).collect()))
}

/// Whether a constraint says in which real rooms an activity is held.
pub(super) fn is_held(constraint: &Constraint, context: &Context) -> bool {
    constraint.text("Room").is_some_and(|name| held(constraint, context, name).is_some())
}

/// The day and the hour of a constraint that says when an activity starts.
pub(in crate::fet) fn starting_time(constraint: &Constraint) -> Option<(&str, &str)> {
    let day = constraint.text_of(&["Preferred_Day", "Day"])?;
    let hour = constraint.text_of(&["Preferred_Hour", "Hour"])?;
    Some((day, hour))
}

/// Whether a constraint is understood here or in the calendar: then nobody else need look at it.
pub(super) fn is_placement(constraint: &Constraint, context: &Context) -> bool {
    match constraint.kind.as_str() {
        "BasicCompulsoryTime" | "BasicCompulsorySpace" | "BreakTimes" => true,
        STARTING_TIME => constraint.is_hard(),
        ROOM => {
            let real = || constraint.text("Room").is_some_and(|room| context.room(room).is_some());
            constraint.is_hard() && real()
        }
        _ => false,
    }
}

/// The rule of a constraint about who or what is not there; none if it is not one. It may say nothing.
pub(super) fn unavailable(
    constraint: &Constraint,
    context: &Context,
) -> Option<Option<(RuleKind, Scope, Strength)>> {
    let mut scope = Scope::default();
    let of = match constraint.kind.as_str() {
        "TeacherNotAvailableTimes" => {
            scope.teachers.extend(constraint.teacher().and_then(|name| context.teacher(name)));
            Of::Teachers
        }
        "StudentsSetNotAvailableTimes" => {
            let name = constraint.students().unwrap_or_default();
            scope.audience.extend(context.audience(name));
            Of::Classes
        }
        "RoomNotAvailableTimes" => {
            scope.rooms.extend(constraint.text("Room").and_then(|name| context.room(name)));
            Of::Rooms
        }
        _ => return None,
    };
    let times = context.slots_in(constraint, "Not_Available_Time");
    let says = !scope.is_everything() && !times.is_empty();
    let strength = context.strength(constraint).filter(|_| says);
    Some(strength.map(|strength| (RuleKind::Unavailable { of, times }, scope, strength)))
}

/// Teachers who come for half of a day: a rule for each number of exceptions.
pub(super) fn half_days(document: &Document, context: &Context, school: &School) -> Vec<Rule> {
    let mut by_exceptions: BTreeMap<u32, Vec<TeacherId>> = BTreeMap::new();
    if context.half_days_apart {
        for (index, teacher) in document.teachers.iter().enumerate() {
            if let Some(Behaviour::Exclusive { exceptions }) = teacher.behaviour {
                by_exceptions.entry(exceptions).or_default().push(TeacherId::new(index));
            }
        }
    }
    by_exceptions.retain(|&exceptions, _| (exceptions as usize) < school.calendar.days.len());
    let rule = |(exceptions, teachers)| Rule {
        code: format!("Exclusive-{exceptions}"),
        kind: RuleKind::HalfDayOnly { exceptions },
        scope: Scope { teachers, ..Scope::default() },
        strength: Strength::Hard,
    };
    by_exceptions.into_iter().map(rule).collect()
}
