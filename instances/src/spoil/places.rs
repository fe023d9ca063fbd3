//! Too few rooms, or none large enough.

use crate::catalogue::Place;
use crate::draft::Draft;
use crate::flaw::Reason;
use crate::rng::Rng;
use jadwal_model::school::service::minutes;
use jadwal_model::school::{Audience, ClassId, RoomNeed};

/// Laboratories of physics become ordinary rooms until the others cannot hold its lessons.
pub(super) fn rooms(draft: &mut Draft) -> Option<Reason> {
    let room_type = *draft.places.get(&Place::Physics)?;
    let ordinary = *draft.places.get(&Place::Ordinary)?;
    let courses = draft.courses();
    let here = courses.iter().filter(|course| course.room == RoomNeed::OfType(room_type));
    let hours = here.map(minutes).sum::<u32>() / 60;
    let mut labs: Vec<_> = draft
        .school
        .rooms
        .enumerate()
        .filter(|(_, room)| room.room_type == room_type)
        .map(|(id, _)| id)
        .collect();
    let week = draft.school.calendar.slots.len() as u32;
    while labs.len() as u32 * week >= hours {
        let lab = labs.pop()?;
        draft.school.rooms[lab].room_type = ordinary;
    }
    let slots = labs.len() as u32 * week;
    (!labs.is_empty()).then_some(Reason::Rooms { room_type, hours, slots })
}

/// A class grows beyond the largest ordinary room.
pub(super) fn capacity(draft: &mut Draft, rng: &mut Rng) -> Option<Reason> {
    let room_type = *draft.places.get(&Place::Ordinary)?;
    let courses = draft.courses();
    let needs = |&class: &ClassId| {
        courses.iter().any(|course| {
            course.audience == [Audience::Class(class)]
                && course.room == RoomNeed::OfType(room_type)
        })
    };
    let classes: Vec<_> = draft.school.classes.ids().filter(needs).collect();
    let class = rng.pick(&classes)?;
    let rooms = draft.school.rooms.iter().filter(|room| room.room_type == room_type);
    let largest = rooms.filter_map(|room| room.capacity).max()?;
    let size = largest + rng.within(2..=6);
    draft.school.classes[class].size = size;
    Some(Reason::Capacity { class, room_type, size, largest })
}
