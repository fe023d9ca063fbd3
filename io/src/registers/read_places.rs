//! Levels, subjects, buildings, rooms, classes, divisions, groups and teachers.

use super::entry::Entry;
use super::read_time::names;
use jadwal_model::school::course::Subject;
use jadwal_model::school::fault::Register;
use jadwal_model::school::people::{Class, Cycle, Division, Elsewhere, Group, Level, Teacher};
use jadwal_model::school::place::{Building, Room, RoomType};

const CLASSES: &[Register] = &[Register::Classes];

pub(super) fn level(entry: &mut Entry<'_>) -> Level {
    let cycle = entry.choice("cycle", Cycle::ALL, Cycle::name);
    Level {
        code: entry.code("code"),
        names: names(entry),
        cycle: cycle.unwrap_or(Cycle::College),
        stream: entry.text("stream"),
    }
}

pub(super) fn subject(entry: &mut Entry<'_>) -> Subject {
    Subject { code: entry.code("code"), names: names(entry), colour: entry.text("colour") }
}

pub(super) fn building(entry: &mut Entry<'_>) -> Building {
    Building { code: entry.code("code"), names: names(entry) }
}

pub(super) fn room_type(entry: &mut Entry<'_>) -> RoomType {
    RoomType { code: entry.code("code"), names: names(entry) }
}

pub(super) fn room(entry: &mut Entry<'_>) -> Room {
    let equipment = entry.items("equipment").into_iter();
    Room {
        equipment: equipment.map(|(item, _)| item.trim().to_owned()).collect(),
        code: entry.code("code"),
        names: names(entry),
        room_type: entry.needed("type", &[Register::RoomTypes]),
        capacity: entry.number("capacity"),
        building: entry.one("building", &[Register::Buildings]),
        holds: entry.number("holds").unwrap_or(1),
    }
}

pub(super) fn class(entry: &mut Entry<'_>) -> Class {
    Class {
        code: entry.code("code"),
        names: names(entry),
        level: entry.needed("level", &[Register::Levels]),
        size: entry.number("size").unwrap_or_default(),
        home_room: entry.one("home_room", &[Register::Rooms]),
    }
}

pub(super) fn division(entry: &mut Entry<'_>) -> Division {
    Division {
        code: entry.code("code"),
        sort: entry.code("sort"),
        classes: entry.many("classes", CLASSES),
    }
}

pub(super) fn group(entry: &mut Entry<'_>) -> Group {
    Group {
        code: entry.code("code"),
        names: names(entry),
        division: entry.needed("division", &[Register::Divisions]),
        classes: entry.many("classes", CLASSES),
        size: entry.number("size").unwrap_or_default(),
    }
}

/// A teacher; `usual` is the service where none is given.
pub(super) fn teacher(entry: &mut Entry<'_>, usual: u32) -> Teacher {
    let own_subject = entry.flag("elsewhere_own_subject").unwrap_or(true);
    let elsewhere = entry.number("elsewhere");
    Teacher {
        code: entry.code("code"),
        name: entry.text("name"),
        subjects: entry.many("subjects", &[Register::Subjects]),
        service: entry.number("service").unwrap_or(usual),
        overtime: entry.number("overtime").unwrap_or_default(),
        elsewhere: elsewhere.map(|hours| Elsewhere { hours, own_subject }),
    }
}
