//! The tables of a document that is made of a school: a row for each thing, with an identifier of our own.

use super::writing::{Writing, element, numbered};
use crate::fet::element::Element;
use jadwal_model::Id;
use jadwal_model::school::course::Subject;
use jadwal_model::school::date::ClockTime;
use jadwal_model::school::id::PeriodId;
use jadwal_model::school::names::Names;
use jadwal_model::school::people::{Class, Level, Teacher};
use jadwal_model::school::place::{Building, Room};

/// What a lesson says.
const LESSON: &str = "id,subjectid,classids,groupids,teacherids,classroomids,periodspercard,\
                      periodsperweek,daysdefid,weeksdefid,termsdefid,seminargroup,capacity,partner_id";

impl Writing<'_> {
    /// All tables, without cards.
    pub(super) fn tables(&mut self) -> Vec<Element> {
        let lessons = std::mem::take(&mut self.lessons);
        let mut tables = self.times();
        tables.extend([
            table("subjects", "id,name,short,partner_id", self.subjects()),
            table("teachers", "id,name,short,partner_id", self.teachers()),
            table("buildings", "id,name,partner_id", self.buildings()),
            table("classrooms", "id,name,short,capacity,buildingid,partner_id", self.rooms()),
            table("grades", "grade,name,short", self.grades()),
            table(
                "classes",
                "id,name,short,classroomids,teacherid,grade,partner_id",
                self.classes(),
            ),
            table(
                "groups",
                "id,classid,name,entireclass,divisiontag,studentcount,studentids",
                self.groups(),
            ),
            table("lessons", LESSON, lessons),
            table("cards", "lessonid,period,days,weeks,terms,classroomids", Vec::new()),
        ]);
        tables
    }

    fn times(&self) -> Vec<Element> {
        let calendar = &self.school.calendar;
        let (days, weeks) = (self.context.days, self.weeks);
        let clock = |period| {
            let mut slots = calendar.slots.enumerate();
            let slot = slots.find(|(_, slot)| slot.period == period).map(|(id, _)| id);
            slot.and_then(|slot| calendar.clock(slot, None))
        };
        let period = |period: PeriodId| {
            let number = self.number(period).to_string();
            let range = clock(period);
            let said =
                |time: Option<ClockTime>| time.map_or(String::new(), |time| time.to_string());
            let fields = [
                ("name", number.clone()),
                ("short", number.clone()),
                ("period", number),
                ("starttime", said(range.map(|range| range.from))),
                ("endtime", said(range.map(|range| range.until))),
            ];
            element("period", &fields)
        };
        let periods = calendar.periods.ids().map(period).collect();
        let named = |row: &str, says: &str, id: &str, name: &str, mask: String| {
            let fields = [
                ("id", id.to_owned()),
                ("name", name.to_owned()),
                ("short", name.to_owned()),
                (says, mask),
            ];
            element(row, &fields)
        };
        let single: Vec<String> = (0..days).map(|day| self.context.day_mask(day)).collect();
        let mut all_days = vec![named("daysdef", "days", "D-any", "X", single.join(","))];
        for (day, mask) in calendar.days.iter().zip(single) {
            let name = day.weekday.map_or(day.code.as_str(), |weekday| weekday.name());
            all_days.push(named("daysdef", "days", &format!("D{}", day.code), name, mask));
        }
        let every = "1".repeat(weeks);
        let mut all_weeks = vec![named("weeksdef", "weeks", &format!("W{every}"), "all", every)];
        if weeks == 2 {
            all_weeks.push(named("weeksdef", "weeks", "W10", "A", "10".to_owned()));
            all_weeks.push(named("weeksdef", "weeks", "W01", "B", "01".to_owned()));
        }
        let terms = vec![named("termsdef", "terms", "T-all", "all", "1".to_owned())];
        vec![
            table("periods", "period,name,short,starttime,endtime", periods),
            table("daysdefs", "id,days,name,short", all_days),
            table("weeksdefs", "id,weeks,name,short", all_weeks),
            table("termsdefs", "id,terms,name,short", terms),
        ]
    }

    fn subjects(&self) -> Vec<Element> {
        let subjects = self.school.subjects.iter().enumerate();
        let row = |(at, one): (usize, &Subject)| {
            coded("subject", &numbered("S", at), name(&one.names, &one.code), &one.code)
        };
        subjects.map(row).collect()
    }

    fn teachers(&self) -> Vec<Element> {
        let teachers = self.school.teachers.iter().enumerate();
        let row = |(at, one): (usize, &Teacher)| {
            let called = one.name.as_deref().unwrap_or(&one.code);
            coded("teacher", &numbered("T", at), called, &one.code)
        };
        teachers.map(row).collect()
    }

    fn buildings(&self) -> Vec<Element> {
        let buildings = self.school.buildings.iter().enumerate();
        let row = |(at, one): (usize, &Building)| {
            let fields = [
                ("id", numbered("B", at)),
                ("name", name(&one.names, &one.code).to_owned()),
                ("short", one.code.clone()),
                ("partner_id", String::new()),
            ];
            element("building", &fields)
        };
        buildings.map(row).collect()
    }

    fn rooms(&self) -> Vec<Element> {
        let rooms = self.school.rooms.iter().enumerate();
        let row = |(at, one): (usize, &Room)| {
            let building = one.building.map(|id| numbered("B", id.index()));
            let fields = [
                ("id", numbered("R", at)),
                ("name", name(&one.names, &one.code).to_owned()),
                ("short", one.code.clone()),
                ("capacity", one.capacity.map_or("*".to_owned(), |pupils| pupils.to_string())),
                ("buildingid", building.unwrap_or_default()),
                ("partner_id", String::new()),
            ];
            element("classroom", &fields)
        };
        rooms.map(row).collect()
    }

    fn grades(&self) -> Vec<Element> {
        let levels = self.school.levels.iter().enumerate();
        let row = |(at, one): (usize, &Level)| {
            let fields = [
                ("name", name(&one.names, &one.code).to_owned()),
                ("short", one.code.clone()),
                ("grade", (at + 1).to_string()),
            ];
            element("grade", &fields)
        };
        levels.map(row).collect()
    }

    fn classes(&self) -> Vec<Element> {
        let classes = self.school.classes.iter().enumerate();
        let row = |(at, one): (usize, &Class)| {
            let home = one.home_room.map(|room| numbered("R", room.index()));
            let fields = [
                ("id", numbered("C", at)),
                ("name", name(&one.names, &one.code).to_owned()),
                ("short", one.code.clone()),
                ("teacherid", String::new()),
                ("classroomids", home.unwrap_or_default()),
                ("grade", (one.level.index() + 1).to_string()),
                ("partner_id", String::new()),
            ];
            element("class", &fields)
        };
        classes.map(row).collect()
    }

    fn groups(&self) -> Vec<Element> {
        let school = self.school;
        let mut rows = Vec::new();
        let mut add = |id: String, class: usize, name: &str, tag: usize, size: u32| {
            let fields = [
                ("id", id),
                ("name", name.to_owned()),
                ("classid", numbered("C", class)),
                ("studentids", String::new()),
                ("entireclass", if tag == 0 { "1" } else { "0" }.to_owned()),
                ("divisiontag", tag.to_string()),
                ("studentcount", size.to_string()),
            ];
            rows.push(element("group", &fields));
        };
        for (class, data) in school.classes.enumerate() {
            let (at, form) = (class.index(), numbered("C", class.index()));
            add(format!("{form}-all"), at, "*", 0, data.size);
            let divisions = school.divisions.enumerate();
            let ours = divisions.filter(|(_, division)| division.classes.contains(&class));
            for (tag, (division, _)) in (1..).zip(ours) {
                for (group, part) in school.groups.enumerate() {
                    let from = school.classes_of_group(group);
                    if part.division != division || !from.contains(&class) {
                        continue;
                    }
                    let name = part.code.strip_prefix(&format!("{}/", data.code));
                    let size = part.size / (from.len() as u32).max(1);
                    let id = format!("{form}-{}", group.index() + 1);
                    add(id, at, name.unwrap_or(&part.code), tag, size);
                }
            }
        }
        rows
    }
}

/// The name of a thing; its code where it has none.
fn name<'n>(names: &'n Names, code: &'n str) -> &'n str {
    names.arabic().or(names.french()).or(names.english()).unwrap_or(code)
}

fn coded(row: &str, id: &str, name: &str, short: &str) -> Element {
    let fields = [("id", id), ("name", name), ("short", short), ("partner_id", "")];
    element(row, &fields.map(|(name, value)| (name, value.to_owned())))
}

fn table(name: &str, columns: &str, rows: Vec<Element>) -> Element {
    let attributes = [("options", "canadd,export:silent"), ("columns", columns)];
    let attributes = attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    Element { attributes, ..Element::of(name, rows) }
}
