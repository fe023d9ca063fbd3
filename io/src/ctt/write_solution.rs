//! Writing a timetable as the competition's validator reads it.

use super::draft::ROOM;
use jadwal_model::{Id, Instance, Solution, TimeGroupKind};
use std::io::{self, Write};

/// Writes a line for each lecture that has a time and a room: its course, room, day and period.
///
/// # Errors
/// The system could not take the bytes.
pub fn write_solution(
    instance: &Instance,
    solution: &Solution,
    out: &mut dyn Write,
) -> io::Result<()> {
    let facts = &instance.facts;
    let days = facts.time_groups.iter().filter(|group| group.kind == TimeGroupKind::Day).count();
    let periods = (facts.times.len() / days.max(1)).max(1);
    let mut sorted = solution.clone();
    sorted.sort();
    for meet in &sorted.meets {
        let event = &facts.events[meet.event];
        let room = event.role(ROOM).and_then(|task| meet.tasks[task]);
        if let (Some(time), Some(room)) = (meet.time, room) {
            let (course, room, time) = (&event.code, &facts.resources[room].code, time.index());
            writeln!(out, "{course} {room} {} {}", time / periods, time % periods)?;
        }
    }
    Ok(())
}
