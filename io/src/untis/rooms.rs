//! Rooms: `GPU005.TXT`, or those that lessons name.

use super::context::Context;
use super::file::{Column, File, list};
use crate::fet::csv::Wrong;
use crate::foreign::codes::Codes;
use crate::foreign::names::names;
use jadwal_model::school::names::Names;
use jadwal_model::school::place::{Room, RoomType};
use jadwal_model::school::school::School;
use std::collections::BTreeSet;

/// The file.
const ROOMS: &str = "GPU005.TXT";
/// The largest room that is one.
const LARGEST: u32 = 5_000;

/// Makes the rooms.
pub(super) fn rooms(
    files: &[(String, Vec<u8>)],
    lessons: &File,
    school: &mut School,
    context: &mut Context,
) -> Option<Wrong> {
    let mut file = File::of(files, ROOMS);
    let mut all: Vec<(String, String, Option<u32>)> = Vec::new();
    for row in file.rows() {
        let capacity = file.number(&row, Column(8, "capacity")).unwrap_or(0);
        let capacity = Some(capacity).filter(|pupils| (1..=LARGEST).contains(pupils));
        let is_again = all.iter().any(|(other, ..)| other == row.cell(0));
        if is_again && !row.cell(0).is_empty() {
            file.twice(&row);
        }
        all.push((row.cell(0).to_owned(), row.cell(1).to_owned(), capacity));
    }
    if !file.is_there() {
        for row in lessons.rows() {
            let named = list(row.cell(7)).into_iter().chain(list(row.cell(19)));
            all.extend(named.map(|name| (name.to_owned(), String::new(), None)));
        }
    }
    let mut codes = Codes::default();
    let mut new: Vec<(String, String, Option<u32>)> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (name, long, capacity) in all {
        if !name.is_empty() && seen.insert(name.clone()) {
            codes.take(&[&name]);
            new.push((name, long, capacity));
        }
    }
    if !new.is_empty() {
        let code = codes.take(&["room"]);
        let room_type = school.room_types.push(RoomType { code, names: Names::default() });
        for (code, long, capacity) in new {
            let (names, equipment) = (names(&long), Vec::new());
            let room = Room {
                code: code.clone(),
                names,
                room_type,
                capacity,
                building: None,
                equipment,
                holds: 1,
            };
            context.rooms.insert(code, school.rooms.push(room));
        }
    }
    file.into_wrong()
}
