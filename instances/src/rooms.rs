//! Buildings and rooms: as many of each type as the courses need, and a few more where the profile's
//! range has room for them.

use crate::catalogue::{Place, names};
use crate::draft::Draft;
use crate::rng::{Rng, Stream};
use jadwal_model::Id;
use jadwal_model::school::service::minutes as minutes_of;
use jadwal_model::school::{Building, BuildingId, ClassId, Cycle, Names, Room, RoomNeed};
use std::collections::BTreeMap;

/// How full rooms other than ordinary ones may be, in per cent.
const FULLEST: u32 = 85;
/// Grounds less: double hours, and 44 hours between them, leave little choice.
const FULLEST_GROUND: u32 = 75;

/// Makes the rooms.
pub(crate) fn build(draft: &mut Draft) {
    let mut rng = draft.rng(Stream::Rooms);
    let two = rng.chance(draft.shape.two_buildings);
    for (code, arabic, french) in [("A", "الجناح أ", "Bâtiment A"), ("B", "الجناح ب", "Bâtiment B")]
    {
        if two {
            let names = names([arabic, french, &format!("Building {code}")]);
            draft.school.buildings.push(Building { code: code.into(), names });
        }
    }
    let demands = demands(draft);
    let mut counts: BTreeMap<Place, usize> = BTreeMap::new();
    for (&place, demand) in &demands {
        counts.insert(place, least(draft, place, demand.hours));
    }
    more(draft, &mut counts, &mut rng);
    for (&place, &count) in &counts {
        let capacities = capacities(draft, place, count, &demands[&place], &mut rng);
        for (index, capacity) in capacities.into_iter().enumerate() {
            let building = two.then(|| in_building(place, index, count));
            draft.school.rooms.push(Room {
                code: format!("{}{}", place.prefix(), index + 1),
                names: Names::default(),
                room_type: draft.places[&place],
                capacity,
                building,
                equipment: place.equipment().iter().copied().map(String::from).collect(),
                holds: if place == Place::Ground { draft.shape.ground } else { 1 },
            });
        }
    }
    homes(draft, counts.get(&Place::Ordinary).copied().unwrap_or(0));
}

/// What the courses ask of a type of room.
#[derive(Debug, Default)]
struct Demand {
    hours: u32,
    /// Hours by number of pupils.
    by_size: BTreeMap<u32, u32>,
}

fn demands(draft: &Draft) -> BTreeMap<Place, Demand> {
    let mut minutes: BTreeMap<(Place, u32), u32> = BTreeMap::new();
    for course in &draft.courses() {
        for (&place, &room_type) in &draft.places {
            if course.room == RoomNeed::OfType(room_type) {
                let size = draft.school.size(course);
                *minutes.entry((place, size)).or_default() += minutes_of(course);
            }
        }
    }
    let mut demands: BTreeMap<Place, Demand> = BTreeMap::new();
    for ((place, size), minutes) in minutes {
        let demand = demands.entry(place).or_default();
        demand.hours += minutes.div_ceil(60);
        *demand.by_size.entry(size).or_default() += minutes.div_ceil(60);
    }
    demands
}

/// Slots in which a type of room can be used at all: not while all its teachers are with their
/// inspector.
fn slots(draft: &Draft, place: Place) -> u32 {
    let calendar = &draft.school.calendar;
    let subject = match place {
        Place::Physics => "PC",
        Place::Life => "SVT",
        _ => return calendar.slots.len() as u32,
    };
    let free = draft.inspections.iter().filter(|(code, _)| *code == subject);
    let free: usize = free.map(|&(_, half_day)| calendar.slots_of(half_day).count()).sum();
    (calendar.slots.len() - free) as u32
}

/// The least number of rooms that are not too full.
fn least(draft: &Draft, place: Place, hours: u32) -> usize {
    let (fullest, holds) = match place {
        Place::Ordinary => (draft.shape.fullest, 1),
        Place::Ground => (FULLEST_GROUND, draft.shape.ground),
        _ => (FULLEST, 1),
    };
    (hours * 100).div_ceil(slots(draft, place) * holds * fullest) as usize
}

/// Fills up to some number of the profile's range, mostly with ordinary rooms.
fn more(draft: &Draft, counts: &mut BTreeMap<Place, usize>, rng: &mut Rng) {
    let range = draft.profile.sizes().rooms;
    let total: usize = counts.values().sum();
    let (low, high) = (*range.start().max(&total), *range.end());
    let wanted = rng.within(low as u32..=high.max(low) as u32) as usize;
    for extra in 0..wanted.saturating_sub(total) {
        let place = if extra == 2 && rng.chance(30) { Place::Ground } else { Place::Ordinary };
        *counts.entry(place).or_default() += 1;
    }
}

/// How many pupils each room takes: the largest audience everywhere, less in a few ordinary rooms as
/// long as the large audiences find place in the others.
fn capacities(
    draft: &Draft,
    place: Place,
    count: usize,
    demand: &Demand,
    rng: &mut Rng,
) -> Vec<Option<u32>> {
    if place == Place::Ground {
        return vec![None; count];
    }
    let largest = demand.by_size.keys().next_back().copied().unwrap_or(0);
    let full = largest.next_multiple_of(4);
    let small = largest.saturating_sub(5);
    let above: u32 = demand.by_size.range(small + 1..).map(|(_, hours)| hours).sum();
    let needed = (above * 100).div_ceil(draft.school.calendar.slots.len() as u32 * 80) as usize;
    let spare =
        if place == Place::Ordinary { count.saturating_sub(needed).min(count / 5) } else { 0 };
    let mut capacities = vec![Some(full); count];
    for _ in 0..spare {
        capacities[rng.below(count)] = Some(small);
    }
    capacities
}

/// Ordinary rooms half and half; laboratories and grounds with the second half.
fn in_building(place: Place, index: usize, count: usize) -> BuildingId {
    let first = place == Place::Ordinary && index * 2 < count;
    BuildingId::new(usize::from(!first))
}

/// Where ordinary rooms are enough each class has a home room, else those of the primary school.
fn homes(draft: &mut Draft, ordinary: usize) {
    let school = &mut draft.school;
    let enough = ordinary >= school.classes.len();
    let ids: Vec<ClassId> = school.classes.ids().collect();
    let mut rooms: Vec<_> = school.rooms.ids().take(ordinary).collect();
    for class in ids {
        let primary = school.levels[school.classes[class].level].cycle == Cycle::Primary;
        if enough || primary {
            let fits = |room| {
                school.rooms[room].capacity.is_none_or(|most| most >= school.classes[class].size)
            };
            let best = rooms.iter().copied().filter(|&room| fits(room));
            if let Some(room) = best.min_by_key(|&room| school.rooms[room].capacity) {
                rooms.retain(|&other| other != room);
                school.classes[class].home_room = Some(room);
            }
        }
    }
}
