//! The grid, assignments, courses and locks.

use super::choices;
use super::entry::Entry;
use super::schema::ANY;
use super::slots::Slots;
use crate::error::registers::RegisterFault;
use jadwal_model::Id;
use jadwal_model::school::course::{
    Assignment, Audience, Course, Curriculum, Lock, RoomNeed, Teaching,
};
use jadwal_model::school::fault::Register;
use jadwal_model::school::id::{ClassId, GroupId, RoomId, RoomTypeId};

const SUBJECTS: &[Register] = &[Register::Subjects];
const TEACHERS: &[Register] = &[Register::Teachers];

pub(super) fn audience(entry: &mut Entry<'_>) -> Vec<Audience> {
    let rows = entry.all_referred("audience", &[Register::Classes, Register::Groups]).into_iter();
    let member = |(register, row)| match register {
        Register::Classes => Audience::Class(ClassId::new(row)),
        _ => Audience::Group(GroupId::new(row)),
    };
    rows.map(member).collect()
}

fn room_need(entry: &mut Entry<'_>) -> RoomNeed {
    let rows = entry.all_referred("room", &[Register::RoomTypes, Register::Rooms]);
    match rows[..] {
        [] => RoomNeed::Nowhere,
        [(Register::RoomTypes, row)] => RoomNeed::OfType(RoomTypeId::new(row)),
        _ => {
            if rows.iter().any(|(register, _)| *register == Register::RoomTypes)
                && let Some(cell) = entry.value("room")
            {
                entry.fault(cell.at.clone(), RegisterFault::MixedRooms);
            }
            RoomNeed::OneOf(rows.iter().map(|&(_, row)| RoomId::new(row)).collect())
        }
    }
}

fn teaching(entry: &mut Entry<'_>) -> Teaching {
    let items = entry.items("teachers");
    if !items.iter().any(|(item, _)| choices::chosen(item, &[ANY]).is_some()) {
        return Teaching::By(entry.many("teachers", TEACHERS));
    }
    if items.len() > 1
        && let Some(cell) = entry.value("teachers")
    {
        entry.fault(cell.at.clone(), RegisterFault::MixedTeachers);
    }
    Teaching::AnyOfSubject
}

pub(super) fn curriculum(entry: &mut Entry<'_>) -> Curriculum {
    Curriculum {
        level: entry.needed("level", &[Register::Levels]),
        classes: entry.many("classes", &[Register::Classes]),
        subject: entry.needed("subject", SUBJECTS),
        hours: entry.number("hours").unwrap_or_default(),
        blocks: entry.blocks("blocks"),
        divided: Some(entry.code("divided")).filter(|sort| !sort.is_empty()),
        fortnightly: entry.flag("fortnightly").unwrap_or_default(),
        room: room_need(entry),
        verified: entry.flag("verified").unwrap_or_default(),
        source: entry.text("source").unwrap_or_default(),
        valid_from: entry.date("valid_from"),
    }
}

pub(super) fn assignment(entry: &mut Entry<'_>) -> Assignment {
    Assignment {
        teachers: entry.many("teachers", TEACHERS),
        subject: entry.needed("subject", SUBJECTS),
        audience: audience(entry),
    }
}

pub(super) fn course(entry: &mut Entry<'_>) -> Course {
    Course {
        code: entry.code("code"),
        subject: entry.needed("subject", SUBJECTS),
        audience: audience(entry),
        teaching: teaching(entry),
        hours: entry.number("hours").unwrap_or_default(),
        blocks: entry.blocks("blocks"),
        fortnightly: entry.flag("fortnightly").unwrap_or_default(),
        room: room_need(entry),
    }
}

/// A locked lesson; files count lessons from 1.
pub(super) fn lock(entry: &mut Entry<'_>, slots: &mut Slots<'_>) -> Lock {
    let lesson = entry.number("lesson");
    if lesson == Some(0)
        && let Some(cell) = entry.value("lesson")
    {
        let fault = RegisterFault::Range { field: "lesson", found: 0, minimum: 1, maximum: 200 };
        entry.fault(cell.at.clone(), fault);
    }
    Lock {
        course: entry.code("course"),
        block: lesson.unwrap_or(1).saturating_sub(1),
        slot: slots.one(entry, "slot"),
        room: entry.one("room", &[Register::Rooms]),
    }
}
