//! Constraints about changes of building and of room from one activity to the next.

use super::case::{Case, Rules};
use jadwal_model::school::id::SlotId;
use jadwal_model::school::rule::{Per, RuleKind, Scope};
use std::collections::BTreeSet;

pub(super) fn building_gaps(case: &Case<'_>) -> Option<Rules> {
    match case.number("Min_Gaps_Between_Building_Changes")? {
        0 => Some(Vec::new()),
        rows => buildings(
            case,
            RuleKind::NoTravel { of: case.of(), near: Vec::new(), rows },
            Vec::new(),
        ),
    }
}

pub(super) fn buildings_a_day(case: &Case<'_>) -> Option<Rules> {
    most_buildings(case, case.day(), Vec::new())
}

pub(super) fn buildings_a_real_day(case: &Case<'_>) -> Option<Rules> {
    most_buildings(case, Per::Day, Vec::new())
}

pub(super) fn buildings_in_interval(case: &Case<'_>) -> Option<Rules> {
    most_buildings(case, case.day(), case.interval()?)
}

pub(super) fn buildings_a_week(case: &Case<'_>) -> Option<Rules> {
    most_buildings(case, Per::Week, Vec::new())
}

fn most_buildings(case: &Case<'_>, per: Per, within: Vec<SlotId>) -> Option<Rules> {
    let most = most(case, "Building", per)?;
    let kind = RuleKind::MostTravel { of: case.of(), per, most, near: Vec::new() };
    buildings(case, kind, within)
}

/// Where there is but one building nobody changes it.
fn buildings(case: &Case<'_>, kind: RuleKind, within: Vec<SlotId>) -> Option<Rules> {
    let all: BTreeSet<_> = case.school.rooms.iter().filter_map(|room| room.building).collect();
    if all.len() < 2 { Some(Vec::new()) } else { one(case, kind, within) }
}

pub(super) fn room_gaps(case: &Case<'_>) -> Option<Rules> {
    match case.number("Min_Gaps_Between_Room_Changes")? {
        0 => Some(Vec::new()),
        rows => one(case, RuleKind::SameRoom { of: case.of(), rows }, Vec::new()),
    }
}

pub(super) fn rooms_a_day(case: &Case<'_>) -> Option<Rules> {
    most_rooms(case, case.day(), Vec::new())
}

pub(super) fn rooms_a_real_day(case: &Case<'_>) -> Option<Rules> {
    most_rooms(case, Per::Day, Vec::new())
}

pub(super) fn rooms_in_interval(case: &Case<'_>) -> Option<Rules> {
    most_rooms(case, case.day(), case.interval()?)
}

pub(super) fn rooms_a_week(case: &Case<'_>) -> Option<Rules> {
    most_rooms(case, Per::Week, Vec::new())
}

fn most_rooms(case: &Case<'_>, per: Per, within: Vec<SlotId>) -> Option<Rules> {
    let most = most(case, "Room", per)?;
    one(case, RuleKind::MostRoomChanges { of: case.of(), per, most }, within)
}

/// How many changes of what are allowed.
fn most(case: &Case<'_>, what: &str, per: Per) -> Option<u32> {
    let stretch = if per == Per::Week { "Week" } else { "Day" };
    case.number(&format!("Max_{what}_Changes_Per_{stretch}"))
}

fn one(case: &Case<'_>, kind: RuleKind, within: Vec<SlotId>) -> Option<Rules> {
    Some(vec![(kind, Scope { within, ..case.who()? })])
}
