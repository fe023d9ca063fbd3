//! Reading a timetable: a line a lecture, with its course, room, day and period.

use super::draft::ROOM;
use super::lines::{Faults, lines};
use crate::error::ReadError;
use crate::error::ctt::CttFault;
use jadwal_model::{EventId, Facts, Id, Instance, Meet, ResourceId, Solution, TimeGroupKind};
use std::collections::BTreeMap;

/// Reads a timetable of an instance that [`super::read`] has read. Lectures that it leaves out stay
/// unplaced.
///
/// # Errors
/// All faults that can be found, in the order of the file.
pub fn read_solution(instance: &Instance, bytes: &[u8]) -> Result<Solution, Vec<ReadError>> {
    let facts = &instance.facts;
    let names = Names::new(facts);
    let mut faults = Faults::default();
    let mut meets: BTreeMap<EventId, Vec<Meet>> = BTreeMap::new();
    for line in lines(bytes, &mut faults).lines {
        let [course, room, day, period] = line.words[..] else {
            faults.words(&line, "course room day period");
            continue;
        };
        let event = faults.find("course", &names.courses, course);
        let room = faults.find("room", &names.rooms, room);
        let day = faults.number("day", day, 0, names.days as i64 - 1);
        let period = faults.number("period", period, 0, names.periods as i64 - 1);
        let (Some(event), Some(room), Some(day), Some(period)) = (event, room, day, period) else {
            continue;
        };
        let placed = meets.entry(event).or_default();
        if placed.len() as u32 == facts.events[event].duration {
            let (course, expected) = (course.text.to_owned(), facts.events[event].duration);
            faults.push(line.text.place, CttFault::Lectures { course, expected });
            continue;
        }
        let time = Id::new(day as usize * names.periods + period as usize);
        placed.push(Meet { time: Some(time), ..lecture(facts, event, Some(room)) });
    }
    faults.into_result()?;
    let mut solution = Solution::default();
    for event in facts.events.ids() {
        let mut all = meets.remove(&event).unwrap_or_default();
        all.resize(facts.events[event].duration as usize, lecture(facts, event, None));
        solution.meets.extend(all);
    }
    Ok(solution)
}

/// An unplaced lecture, in a room or in none.
fn lecture(facts: &Facts, event: EventId, room: Option<ResourceId>) -> Meet {
    let mut meet = Meet { duration: 1, ..Solution::unplaced(facts, event) };
    if let Some(task) = facts.events[event].role(ROOM) {
        meet.tasks[task] = room;
    }
    meet
}

struct Names<'a> {
    courses: BTreeMap<&'a str, EventId>,
    rooms: BTreeMap<&'a str, ResourceId>,
    days: usize,
    periods: usize,
}

impl<'a> Names<'a> {
    fn new(facts: &'a Facts) -> Self {
        let is_room = |kind| facts.resource_types[kind].code == ROOM;
        let rooms = facts.resources.enumerate().filter(|(_, one)| is_room(one.resource_type));
        let days =
            facts.time_groups.iter().filter(|group| group.kind == TimeGroupKind::Day).count();
        Self {
            courses: facts.events.enumerate().map(|(id, event)| (&*event.code, id)).collect(),
            rooms: rooms.map(|(id, room)| (&*room.code, id)).collect(),
            days,
            periods: facts.times.len() / days.max(1),
        }
    }
}
