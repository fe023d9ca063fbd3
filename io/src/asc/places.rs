//! Buildings, classrooms and subjects.

use super::reading::Reading;
use crate::foreign::codes::Codes;
use crate::foreign::names::names;
use jadwal_model::school::course::Subject;
use jadwal_model::school::names::Names;
use jadwal_model::school::place::{Building, Room, RoomType};

/// The largest room that is one.
const LARGEST: u32 = 5_000;

impl Reading<'_> {
    /// Makes buildings and rooms.
    pub(super) fn places(&mut self) {
        let document = self.document;
        let mut codes = Codes::default();
        for row in document.rows("buildings") {
            let (id, name) = (row.attribute("id"), row.attribute("name"));
            let code = codes.take(&[row.attribute("short"), name, id]);
            let building = self.school.buildings.push(Building { code, names: names(name) });
            self.buildings.insert(id, building);
        }
        if document.rows("classrooms").next().is_none() {
            return;
        }
        let mut codes = Codes::default();
        let mut rooms = Vec::new();
        for row in document.rows("classrooms") {
            let (id, name) = (row.attribute("id"), row.attribute("name"));
            let code = codes.take(&[row.attribute("short"), name, id]);
            let known = self.buildings.clone();
            let building = self.named(row, "buildingid", "building", &known).first().copied();
            let capacity = match row.attribute("capacity") {
                "" | "*" => None,
                text => match text.parse::<u32>() {
                    Ok(capacity) => Some(capacity).filter(|pupils| (1..=LARGEST).contains(pupils)),
                    Err(_) => {
                        self.value(row, "capacity", text, "a whole number");
                        None
                    }
                },
            };
            rooms.push((id, code, names(name), capacity, building));
        }
        let code = codes.take(&["room"]);
        let room_type = self.school.room_types.push(RoomType { code, names: Names::default() });
        for (id, code, names, capacity, building) in rooms {
            let equipment = Vec::new();
            let room = Room { code, names, room_type, capacity, building, equipment, holds: 1 };
            self.context.rooms.insert(id.to_owned(), self.school.rooms.push(room));
        }
    }

    /// Makes the subjects.
    pub(super) fn subjects(&mut self) {
        let document = self.document;
        let mut codes = Codes::default();
        for row in document.rows("subjects") {
            let (id, name) = (row.attribute("id"), row.attribute("name"));
            let code = codes.take(&[row.attribute("short"), name, id]);
            let subject = Subject { code, names: names(name), colour: None };
            self.subjects.insert(id, self.school.subjects.push(subject));
        }
    }
}
