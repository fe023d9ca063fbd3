//! A school becomes rows: what a reader would take for granted is left out.

use super::blocks;
use super::line::{Line, audience};
use super::raw::Row;
use super::schema::{ANY, WEEKS};
use super::write_rules;
use jadwal_model::school::calendar::{BellSchedule, Day, Weekday, Weeks};
use jadwal_model::school::course::{Course, Curriculum, Lock, RoomNeed, Teaching};
use jadwal_model::school::date::Date;
use jadwal_model::school::fault::Register;
use jadwal_model::school::id::ClassId;
use jadwal_model::school::people::Teacher;
use jadwal_model::school::place::Room;
use jadwal_model::school::school::School;

/// The rows of a school, register by register in the order of files.
#[must_use]
pub fn write(school: &School) -> Vec<Row> {
    let mut rows = vec![head(school)];
    let calendar = &school.calendar;
    rows.extend(calendar.periods.iter().map(|period| {
        Line::coded(Register::Periods, &period.code).text("part", period.part.name()).row()
    }));
    rows.extend(calendar.days.iter().map(|row| day(school, row)));
    rows.extend(calendar.bells.iter().map(|row| bell(school, row)));
    rows.extend(school.levels.iter().map(|level| {
        let line = Line::coded(Register::Levels, &level.code).names(&level.names);
        let line = line.text("cycle", level.cycle.name());
        line.text("stream", level.stream.as_deref().unwrap_or_default()).row()
    }));
    rows.extend(school.subjects.iter().map(|subject| {
        let line = Line::coded(Register::Subjects, &subject.code).names(&subject.names);
        line.text("colour", subject.colour.as_deref().unwrap_or_default()).row()
    }));
    rows.extend(school.buildings.iter().map(|building| {
        Line::coded(Register::Buildings, &building.code).names(&building.names).row()
    }));
    rows.extend(school.room_types.iter().map(|room_type| {
        Line::coded(Register::RoomTypes, &room_type.code).names(&room_type.names).row()
    }));
    rows.extend(school.rooms.iter().map(|row| room(school, row)));
    people(school, &mut rows);
    rows.extend(school.curricula.iter().map(|row| curriculum(school, row)));
    rows.extend(school.assignments.iter().map(|line| {
        Line::new(Register::Assignments)
            .list("teachers", line.teachers.iter().map(|&id| &school.teachers[id].code))
            .text("subject", &school.subjects[line.subject].code)
            .list("audience", audience(school, &line.audience))
            .row()
    }));
    rows.extend(school.own_courses.iter().map(|row| course(school, row)));
    rows.extend(school.locks.iter().map(|row| lock(school, row)));
    rows.extend(school.rules.iter().map(|rule| write_rules::rule(school, rule)));
    rows
}

fn head(school: &School) -> Row {
    let line = Line::coded(Register::School, &school.code).text("name", &school.name);
    let line = line.text("year", &school.year).text("remarks", &school.remarks);
    match school.calendar.weeks {
        Weeks::Alike => line.row(),
        Weeks::AB => line.text("weeks", WEEKS[1]).row(),
    }
}

fn day(school: &School, day: &Day) -> Row {
    let periods = &school.calendar.periods;
    let line = Line::coded(Register::Days, &day.code)
        .text("weekday", day.weekday.map_or("", Weekday::name));
    if periods.ids().eq(day.periods.iter().copied()) {
        return line.row();
    }
    line.list("periods", day.periods.iter().map(|&id| &periods[id].code)).row()
}

fn bell(school: &School, bell: &BellSchedule) -> Row {
    let calendar = &school.calendar;
    let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let times = bell.times.iter();
    Line::coded(Register::Bells, &bell.code)
        .names(&bell.names)
        .text("from", &date(bell.from))
        .text("until", &date(bell.until))
        .list("days", bell.days.iter().map(|&id| &calendar.days[id].code))
        .list("times", times.map(|(id, range)| format!("{}={range}", calendar.periods[*id].code)))
        .row()
}

fn room(school: &School, room: &Room) -> Row {
    let building = room.building.map(|id| school.buildings[id].code.as_str());
    let mut line = Line::coded(Register::Rooms, &room.code)
        .names(&room.names)
        .text("type", &school.room_types[room.room_type].code);
    if let Some(capacity) = room.capacity {
        line = line.number("capacity", capacity);
    }
    line.text("building", building.unwrap_or_default())
        .list("equipment", &room.equipment)
        .number_unless(1, "holds", room.holds)
        .row()
}

fn people(school: &School, rows: &mut Vec<Row>) {
    let classes = |ids: &'_ [ClassId]| -> Vec<&String> {
        ids.iter().map(|&id| &school.classes[id].code).collect()
    };
    rows.extend(school.classes.iter().map(|class| {
        let home = class.home_room.map(|id| school.rooms[id].code.as_str());
        Line::coded(Register::Classes, &class.code)
            .names(&class.names)
            .text("level", &school.levels[class.level].code)
            .number("size", class.size)
            .text("home_room", home.unwrap_or_default())
            .row()
    }));
    rows.extend(school.divisions.iter().map(|division| {
        let line = Line::coded(Register::Divisions, &division.code).text("sort", &division.sort);
        line.list("classes", classes(&division.classes)).row()
    }));
    rows.extend(school.groups.iter().map(|group| {
        Line::coded(Register::Groups, &group.code)
            .names(&group.names)
            .text("division", &school.divisions[group.division].code)
            .list("classes", classes(&group.classes))
            .number("size", group.size)
            .row()
    }));
    rows.extend(school.teachers.iter().map(|row| teacher(school, row)));
}

/// The service is always written: what is usual may change.
fn teacher(school: &School, teacher: &Teacher) -> Row {
    let line = Line::coded(Register::Teachers, &teacher.code)
        .text("name", teacher.name.as_deref().unwrap_or_default())
        .list("subjects", teacher.subjects.iter().map(|&id| &school.subjects[id].code))
        .number("service", teacher.service)
        .number_unless(0, "overtime", teacher.overtime);
    match teacher.elsewhere {
        None => line.row(),
        Some(elsewhere) => line
            .number("elsewhere", elsewhere.hours)
            .flag_unless(true, "elsewhere_own_subject", elsewhere.own_subject)
            .row(),
    }
}

fn room_need<'a>(school: &'a School, need: &RoomNeed) -> Vec<&'a str> {
    match need {
        RoomNeed::Nowhere => Vec::new(),
        RoomNeed::OfType(id) => vec![&school.room_types[*id].code],
        RoomNeed::OneOf(rooms) => rooms.iter().map(|&id| school.rooms[id].code.as_str()).collect(),
    }
}

fn curriculum(school: &School, line: &Curriculum) -> Row {
    Line::new(Register::Curricula)
        .text("level", &school.levels[line.level].code)
        .list("classes", line.classes.iter().map(|&id| &school.classes[id].code))
        .text("subject", &school.subjects[line.subject].code)
        .number("hours", line.hours)
        .text("blocks", &blocks::show(&line.blocks))
        .text("divided", line.divided.as_deref().unwrap_or_default())
        .flag_unless(false, "fortnightly", line.fortnightly)
        .list("room", room_need(school, &line.room))
        .flag_unless(false, "verified", line.verified)
        .text("source", &line.source)
        .text("valid_from", &line.valid_from.map(|date| date.to_string()).unwrap_or_default())
        .row()
}

fn course(school: &School, course: &Course) -> Row {
    let teachers = match &course.teaching {
        Teaching::By(teachers) => {
            teachers.iter().map(|&id| school.teachers[id].code.as_str()).collect()
        }
        Teaching::AnyOfSubject => vec![ANY],
    };
    Line::coded(Register::Courses, &course.code)
        .text("subject", &school.subjects[course.subject].code)
        .list("audience", audience(school, &course.audience))
        .list("teachers", teachers)
        .number("hours", course.hours)
        .text("blocks", &blocks::show(&course.blocks))
        .flag_unless(false, "fortnightly", course.fortnightly)
        .list("room", room_need(school, &course.room))
        .row()
}

fn lock(school: &School, lock: &Lock) -> Row {
    let slot = lock.slot.map(|slot| school.calendar.slot_code(slot));
    let room = lock.room.map(|room| school.rooms[room].code.as_str());
    Line::new(Register::Locks)
        .text("course", &lock.course)
        .number("lesson", lock.block.saturating_add(1))
        .text("slot", &slot.unwrap_or_default())
        .text("room", room.unwrap_or_default())
        .row()
}
