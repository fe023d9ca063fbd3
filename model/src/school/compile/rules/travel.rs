//! Rules about changes of building and of room from one lesson to the next.

use super::{about, meant, slots_of};
use crate::builder::InstanceError;
use crate::constraint::{Kind, LimitTravel};
use crate::id::{Id, ResourceGroupId};
use crate::school::compile::basic::places;
use crate::school::compile::draft::{Draft, resources};
use crate::school::id::{BuildingId, RoomId, RuleId, SlotId};
use crate::school::rule::{Per, Rule, RuleKind};
use std::collections::BTreeMap;

/// Adds the constraints of a rule about such changes; says whether it is one.
pub(super) fn add(draft: &mut Draft<'_>, id: RuleId, rule: &Rule) -> Result<bool, InstanceError> {
    let within = &rule.scope.within;
    let (of, places) = match &rule.kind {
        RuleKind::NoTravel { of, near, .. } | RuleKind::MostTravel { of, near, .. } => {
            (*of, buildings(draft, rule, near)?)
        }
        RuleKind::SameRoom { of, .. } | RuleKind::MostRoomChanges { of, .. } => {
            (*of, rooms(draft)?)
        }
        _ => return Ok(false),
    };
    let (counted, most) = match rule.kind {
        RuleKind::NoTravel { rows, .. } | RuleKind::SameRoom { rows, .. } => {
            (vec![soon(draft, rows)], 0)
        }
        RuleKind::MostTravel { per, most, .. } | RuleKind::MostRoomChanges { per, most, .. } => {
            (later(draft, per, within), most)
        }
        _ => return Ok(false),
    };
    if places.len() < 2 {
        return Ok(true);
    }
    let who = meant(draft, of, &rule.scope);
    for stretches in counted {
        let mut time_groups = Vec::new();
        for slots in stretches.iter().filter(|slots| slots.len() > 1) {
            time_groups.push(draft.time_set(slots)?);
        }
        let kind = Kind::LimitTravel(LimitTravel {
            applies_to: resources(who.clone()),
            places: places.clone(),
            time_groups,
            maximum: i64::from(most),
        });
        about(draft, id, rule.strength, kind)?;
    }
    Ok(true)
}

/// Each slot with those of its half-day that follow it so soon that there are fewer free rows of the bell
/// plan between.
fn soon(draft: &Draft<'_>, rows: u32) -> Vec<Vec<SlotId>> {
    let row = |slot: SlotId| draft.school.calendar.slots[slot].period.index();
    let half_days = slots_of(draft, Per::HalfDay, &[]).into_iter();
    let after = |slots: &[SlotId]| {
        let last = row(slots[0]) + rows as usize;
        slots.iter().copied().filter(|&slot| row(slot) <= last).collect()
    };
    half_days
        .flat_map(|slots| (0..slots.len()).map(|at| after(&slots[at..])).collect::<Vec<_>>())
        .collect()
}

/// By what is counted for itself: each slot with those that are left of its half-day or day. In the week
/// those of half-days are added up.
fn later(draft: &Draft<'_>, per: Per, within: &[SlotId]) -> Vec<Vec<Vec<SlotId>>> {
    let stretch = if per == Per::Week { Per::HalfDay } else { per };
    let stretches = slots_of(draft, stretch, within).into_iter();
    let all = stretches.map(|slots| (0..slots.len()).map(|at| slots[at..].to_vec()).collect());
    let all: Vec<Vec<Vec<SlotId>>> = all.collect();
    if per == Per::Week { vec![all.concat()] } else { all }
}

/// Each room is a place of its own.
fn rooms(draft: &mut Draft<'_>) -> Result<Vec<ResourceGroupId>, InstanceError> {
    if draft.room_groups.is_empty() {
        let (school, kind) = (draft.school, draft.types().room);
        for (room, data) in school.rooms.enumerate() {
            let code = draft.code(&format!("room:{}", data.code));
            let group = draft.builder.resource_group(&code, &code, kind)?;
            for resource in places(draft, &[room]) {
                draft.builder.join_resource_group(group, resource)?;
            }
            draft.room_groups.push(group);
        }
    }
    Ok(draft.room_groups.clone())
}

/// The rooms of each building; those that are near count as the first of them.
fn buildings(
    draft: &mut Draft<'_>,
    rule: &Rule,
    near: &[BuildingId],
) -> Result<Vec<ResourceGroupId>, InstanceError> {
    let kind = draft.types().room;
    let mut sets: BTreeMap<BuildingId, Vec<RoomId>> = BTreeMap::new();
    for (room, data) in draft.school.rooms.enumerate() {
        let Some(building) = data.building else { continue };
        let place = if near.contains(&building) { near[0] } else { building };
        sets.entry(place).or_default().push(room);
    }
    let mut all = Vec::new();
    for (building, rooms) in sets {
        let code = draft.code(&format!("{}:{}", rule.code, draft.school.buildings[building].code));
        let group = draft.builder.resource_group(&code, &code, kind)?;
        for resource in places(draft, &rooms) {
            draft.builder.join_resource_group(group, resource)?;
        }
        all.push(group);
    }
    Ok(all)
}
