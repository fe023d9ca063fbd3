//! Days and hours of a file become a calendar.
//!
//! A day in `Official` is a day, and one half-day: gaps are counted through all of it. In
//! `Mornings_Afternoons` two days are the halves of one, and nothing is counted from one into the
//! other. Breaks are no slots at all: no lesson touches or spans them, and they are no gaps.

use super::clock::bells;
use super::context::Context;
use super::document::{Document, Mode, Named};
use crate::error::fet::FetFault;
use crate::error::{Place, ReadError};
use crate::foreign::weekday::days;
use jadwal_model::school::calendar::{Calendar, Day, Part, Period, Weekday};
use jadwal_model::school::id::{DayId, PeriodId};
use jadwal_model::{Id, Table};
use std::collections::BTreeSet;

/// Makes the calendar, and tells the context about it.
pub(super) fn calendar(
    document: &Document,
    context: &mut Context,
) -> Result<Calendar, Vec<ReadError>> {
    let fault = |element: &str, fault: FetFault| {
        let mut elements = document.elements.iter();
        let place = elements.find(|e| e.name == element).map_or(Place::NOWHERE, |e| e.place);
        vec![ReadError { place, fault: fault.into() }]
    };
    let halves = match document.mode {
        Mode::Official => 1,
        Mode::MorningsAfternoons => 2,
        mode => return Err(fault("Mode", FetFault::Mode { found: mode.name() })),
    };
    for (element, list) in [("Days_List", &document.days), ("Hours_List", &document.hours)] {
        if list.is_empty() {
            let expected = if element == "Days_List" { "Day" } else { "Hour" };
            return Err(fault(element, FetFault::NoTime { expected }));
        }
    }
    let found = document.days.len();
    if !found.is_multiple_of(halves) {
        return Err(fault("Days_List", FetFault::OddDays { found }));
    }
    let position = |list: &[Named]| {
        list.iter().enumerate().map(|(index, named)| (named.name.clone(), index)).collect()
    };
    context.days = position(&document.days);
    context.hours = position(&document.hours);
    context.half_days_apart = halves == 2;

    let hours = document.hours.len();
    let parts = &Part::ALL[..halves];
    let mut periods: Table<PeriodId, Period> = Table::default();
    for (half, &part) in parts.iter().enumerate() {
        for hour in 0..hours {
            periods.push(Period { code: (half * hours + hour + 1).to_string(), part });
        }
    }
    let breaks = breaks(document, context);
    let mut days: Table<DayId, Day> = Table::default();
    for (day, (code, weekday)) in named(document, halves).into_iter().enumerate() {
        let open = (0..halves * hours).filter(|&row| {
            let (half, hour) = (row / hours, row % hours);
            !breaks.contains(&(day * halves + half, hour))
        });
        let periods = open.map(PeriodId::new).collect();
        days.push(Day { code, weekday, periods });
    }
    let mut calendar = Calendar::new(periods, days);
    // an hour of a half-day is another one in the morning than in the afternoon
    let real = if halves == 1 { &document.hours } else { &document.real_hours };
    if real.len() == calendar.periods.len() {
        calendar.bells.extend(bells(real));
    }
    for (id, slot) in calendar.slots.enumerate() {
        let (half, hour) = (slot.period.index() / hours, slot.period.index() % hours);
        let place = (slot.day.index() * halves + half, hour);
        context.slots.insert(place, id);
        context.places.insert(id, place);
    }
    for day in 0..document.days.len() {
        let real = DayId::new(day / halves);
        context.half_days.push(calendar.half_day(real, parts[day % halves]));
    }
    Ok(calendar)
}

/// The days and hours at which nothing is held.
fn breaks(document: &Document, context: &Context) -> BTreeSet<(usize, usize)> {
    let constraints = document.time_constraints.iter();
    let counted = constraints.filter(|one| one.active && one.kind == "BreakTimes");
    let times = counted.flat_map(|one| one.times("Break_Time"));
    let place = |(day, hour)| Some((*context.days.get(day)?, *context.hours.get(hour)?));
    times.filter_map(place).collect()
}

/// The real days, with their codes.
fn named(document: &Document, halves: usize) -> Vec<(String, Option<Weekday>)> {
    let count = document.days.len() / halves;
    let real = |index: usize| {
        let real = document.real_days.get(index).filter(|_| document.real_days.len() == count);
        real.unwrap_or(&document.days[index * halves])
    };
    let called = |index| [real(index).name.as_str(), real(index).long_name.as_str()];
    let called: Vec<[&str; 2]> = (0..count).map(called).collect();
    days(&called, halves * document.hours.len())
}
