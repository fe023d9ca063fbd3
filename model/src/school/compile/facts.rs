//! Times, time groups and resources.

use super::draft::{Draft, Types, time};
use super::origin::Who;
use crate::builder::InstanceError;
use crate::facts::MetaData;
use crate::school::course::Audience;
use crate::school::id::{GroupId, SlotId};
use crate::time::TimeGroupKind;

pub(super) fn add(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    let school = draft.school;
    draft.builder.meta(MetaData {
        name: school.name.clone(),
        date: school.year.clone(),
        description: school.remarks.clone(),
        ..MetaData::default()
    });
    add_times(draft)?;
    let mut kind = |code: &str| draft.builder.resource_type(code, code);
    draft.types =
        Some(Types { pupils: kind("Class")?, teacher: kind("Teacher")?, room: kind("Room")? });
    add_pupils(draft)?;
    let Types { teacher, room, .. } = draft.types();
    for (id, person) in school.teachers.enumerate() {
        let name = person.name.as_deref().unwrap_or(&person.code);
        let resource = draft.resource(&person.code, name, teacher, Who::Teacher(id))?;
        draft.teachers.push(resource);
    }
    for (id, place) in school.rooms.enumerate() {
        let mut all = Vec::new();
        for number in 1..=place.holds {
            let code =
                if number == 1 { place.code.clone() } else { format!("{}#{number}", place.code) };
            all.push(draft.resource(&code, &code, room, Who::Room(id))?);
        }
        draft.rooms.push(all);
    }
    Ok(())
}

fn add_times(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    let calendar = &draft.school.calendar;
    for slot in calendar.slots.ids() {
        let code = calendar.slot_code(slot);
        draft.builder.time(&code, &code)?;
    }
    let all: Vec<SlotId> = calendar.slots.ids().collect();
    let group = |draft: &mut Draft<'_>, code: &str, kind, slots: Vec<SlotId>| {
        let code = draft.code(code);
        let group = draft.builder.time_group(&code, &code, kind)?;
        for &slot in &slots {
            draft.builder.join_time_group(group, time(slot));
        }
        draft.know(slots, group);
        Ok::<_, InstanceError>(group)
    };
    for (day, data) in calendar.days.enumerate() {
        let slots = calendar.slots_on(day).collect();
        let id = group(draft, &data.code, TimeGroupKind::Day, slots)?;
        draft.days.push(id);
    }
    for half_day in calendar.half_days.ids() {
        let (code, slots) =
            (calendar.half_day_code(half_day), calendar.slots_of(half_day).collect());
        let id = group(draft, &code, TimeGroupKind::Plain, slots)?;
        draft.half_days.push(id);
    }
    draft.week = Some(group(draft, "week", TimeGroupKind::Week, all)?);
    Ok(())
}

fn add_pupils(draft: &mut Draft<'_>) -> Result<(), InstanceError> {
    let school = draft.school;
    let kind = draft.types().pupils;
    for (class, form) in school.classes.enumerate() {
        let mut parts = Vec::new();
        for part in school.parts_of(class) {
            let groups: Vec<GroupId> = part
                .iter()
                .filter_map(|member| match member {
                    Audience::Group(group) => Some(*group),
                    Audience::Class(_) => None,
                })
                .collect();
            let code = if groups.is_empty() {
                form.code.clone()
            } else {
                let codes: Vec<_> =
                    groups.iter().map(|&group| school.groups[group].code.as_str()).collect();
                format!("{}[{}]", form.code, codes.join("+"))
            };
            parts.push(draft.resource(&code, &code, kind, Who::Pupils(class, groups))?);
        }
        draft.pupils.push(parts);
    }
    Ok(())
}
