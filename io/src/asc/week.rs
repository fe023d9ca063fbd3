//! Days, periods, weeks and terms of a file become a calendar.

use super::document::Document;
use super::numbers::card;
use super::reading::Reading;
use crate::error::foreign::ForeignFault;
use crate::error::{Fault, Place};
use crate::fet::element::Element;
use crate::foreign::Left;
use crate::foreign::weekday::days;
use crate::xhstt::faults::short;
use jadwal_model::school::calendar::{BellSchedule, Calendar, Day, Part, Period, Weekday};
use jadwal_model::school::date::{ClockRange, ClockTime};
use jadwal_model::school::id::{DayId, PeriodId};
use jadwal_model::school::names::Names;
use jadwal_model::{Id, Table};
use std::collections::{BTreeMap, BTreeSet};

/// No week has more days, and no day more periods.
const MOST: (usize, usize) = (31, 60);
/// No cycle has more weeks, and no year more terms.
const MOST_TURNS: usize = 60;
/// A pause between two periods that parts morning and afternoon, in minutes.
const LUNCH: u32 = 60;

impl<'d> Reading<'d> {
    /// Makes the calendar, and tells the context about it.
    pub(super) fn week(&mut self) -> Calendar {
        let periods = self.periods();
        let days = self.days(periods.len());
        self.context.weeks = self.width("weeksdefs", "weeks", MOST_TURNS).max(1);
        self.context.terms = self.width("termsdefs", "terms", MOST_TURNS).max(1);
        self.context.days = days.len();
        let clocks: Option<Vec<ClockRange>> = periods.values().map(|row| clock(row)).collect();
        let clocks = clocks.filter(|all| all.windows(2).all(|two| two[0].until <= two[1].from));
        let rows: Vec<i64> = periods.into_keys().collect();
        let noon = clocks.as_deref().and_then(noon).filter(|&noon| !self.is_crossed(&rows, noon));
        let noon = noon.unwrap_or(rows.len());
        let mut table: Table<PeriodId, Period> = Table::default();
        for (row, number) in rows.iter().enumerate() {
            let part = if row < noon { Part::Morning } else { Part::Afternoon };
            table.push(Period { code: number.to_string(), part });
        }
        let all: Vec<PeriodId> = table.ids().collect();
        let mut all_days: Table<DayId, Day> = Table::default();
        for (code, weekday) in days {
            all_days.push(Day { code, weekday, periods: all.clone() });
        }
        let mut calendar = Calendar::new(table, all_days);
        if let Some(clocks) = clocks {
            let (code, names) = ("periods".to_owned(), Names::default());
            let times = all.into_iter().zip(clocks).collect();
            let (from, until, days) = (None, None, Vec::new());
            calendar.bells.push(BellSchedule { code, names, from, until, days, times });
        }
        for (id, slot) in calendar.slots.enumerate() {
            let place = (slot.day.index(), rows[slot.period.index()]);
            self.context.slots.insert(place, id);
            self.context.places.insert(id, place);
        }
        let first = self.document.rows("dayperiods").next().map_or(Place::NOWHERE, |row| row.place);
        let count = self.document.rows("dayperiods").count();
        self.leaving.add(Left::DayBells, count, first);
        calendar
    }

    /// Whether lessons are held over a pause, or are too long for what is before or after it: then it parts
    /// nothing.
    fn is_crossed(&self, rows: &[i64], noon: usize) -> bool {
        let longest = noon.max(rows.len() - noon);
        let document = self.document;
        document.rows("lessons").any(|lesson| {
            let length = card(lesson).map_or(1, |length| length as usize);
            if length < 2 {
                return false;
            }
            let id = lesson.attribute("id");
            let cards = document.rows("cards").filter(|card| card.attribute("lessonid") == id);
            let place = |card: &Element| -> Option<(String, usize)> {
                let number: i64 = card.attribute("period").parse().ok()?;
                let day = [card.attribute("days"), card.attribute("day")].concat();
                Some((day, rows.iter().position(|&row| row == number)?))
            };
            let places: BTreeSet<(String, usize)> = cards.filter_map(place).collect();
            let next = |(day, row): &(String, usize)| places.contains(&(day.clone(), row + 1));
            // without neighbours every card is a whole lesson
            let by_period = places.iter().any(next);
            let crosses = |place: &(String, usize)| match by_period {
                true => place.1 + 1 == noon && next(place),
                false => place.1 < noon && place.1 + length > noon,
            };
            length > longest || places.iter().any(crosses)
        })
    }

    /// The periods by number.
    fn periods(&mut self) -> BTreeMap<i64, &'d Element> {
        let document: &'d Document = self.document;
        let mut periods: BTreeMap<i64, &'d Element> = BTreeMap::new();
        for row in document.rows("periods") {
            let found = row.attribute("period");
            let Ok(number) = found.parse::<i64>() else {
                self.value(row, "period", found, "a whole number");
                continue;
            };
            if periods.insert(number, row).is_some() {
                let (table, found) = ("periods".to_owned(), found.to_owned());
                self.fault(row.place, ForeignFault::IdTwice { table, found }.into());
            }
        }
        self.at_most(document.rows("periods").nth(MOST.1), "periods", periods.len(), MOST.1);
        if periods.is_empty() {
            self.fault(Place::NOWHERE, ForeignFault::NoRows { expected: "periods" }.into());
        }
        periods
    }

    /// The days, as they are called.
    fn days(&mut self, rows: usize) -> Vec<(String, Option<Weekday>)> {
        let document: &Document = self.document;
        if document.has_day_numbers() {
            let mut numbered: BTreeMap<i64, &Element> = BTreeMap::new();
            for row in document.rows("days") {
                match row.attribute("day").parse() {
                    Ok(number) => drop(numbered.insert(number, row)),
                    Err(_) => self.value(row, "day", row.attribute("day"), "a whole number"),
                }
            }
            if numbered.is_empty() {
                self.fault(Place::NOWHERE, ForeignFault::NoRows { expected: "days" }.into());
            }
            self.at_most(document.rows("days").nth(MOST.0), "days", numbered.len(), MOST.0);
            let numbers = numbered.keys().take(MOST.0).enumerate();
            self.context.numbers = numbers.map(|(at, number)| (number.to_string(), at)).collect();
            let called: Vec<[&str; 2]> = numbered.into_values().take(MOST.0).map(called).collect();
            return days(&called, rows);
        }
        let width = self.width("daysdefs", "days", MOST.0);
        if width == 0 {
            self.fault(Place::NOWHERE, ForeignFault::NoRows { expected: "daysdefs" }.into());
        }
        let mut all: Vec<[&str; 2]> = vec![["", ""]; width];
        for row in document.rows("daysdefs") {
            let mask = row.attribute("days");
            if let (Some(day), 1) = (mask.find('1'), mask.matches('1').count())
                && !mask.contains(',')
                && let Some(names) = all.get_mut(day)
            {
                *names = called(row);
            }
        }
        days(&all, rows)
    }

    /// There are more rows of a table than are read: a fault at the first of the others.
    fn at_most(&mut self, row: Option<&Element>, table: &str, found: usize, maximum: usize) {
        if let Some(row) = row.filter(|_| found > maximum) {
            let (element, found, maximum) = (table.to_owned(), found as i64, maximum as i64);
            self.fault(row.place, Fault::Range { element, found, minimum: 1, maximum });
        }
    }

    /// How many digits the masks of a table have, or else those of the lessons and of the cards; 0: there are
    /// none. No more than these are taken.
    fn width(&mut self, table: &'static str, attribute: &'static str, maximum: usize) -> usize {
        let document: &Document = self.document;
        let lessons = document.rows("lessons").filter(|_| attribute == "weeks");
        let lessons: Vec<&Element> = lessons.collect();
        let cards = || document.rows("cards");
        let rows = || document.rows(table).chain(lessons.iter().copied()).chain(cards());
        let masks = || {
            rows().flat_map(|row| row.attribute(attribute).split(',').map(move |m| (row, m.trim())))
        };
        let expected = masks().map(|(_, mask)| mask.len()).find(|&width| width > 0).unwrap_or(0);
        for (row, mask) in masks().filter(|(_, mask)| !mask.is_empty()) {
            if mask.len() > maximum {
                self.at_most(Some(row), attribute, mask.len(), maximum);
                return maximum;
            }
            // a card that stands nowhere has no day
            if row.name != "card" && mask.chars().all(|digit| digit == '0') {
                self.value(row, attribute, mask, "at least one 1");
            }
            if mask.len() != expected || !mask.chars().all(|digit| matches!(digit, '0' | '1')) {
                let found = short(mask);
                self.fault(row.place, ForeignFault::Mask { attribute, found, expected }.into());
            }
        }
        expected
    }
}

/// What a day is called, the name that it is known by first.
fn called(row: &Element) -> [&str; 2] {
    let (name, short) = (row.attribute("name"), row.attribute("short"));
    if name.is_empty() { [short, name] } else { [name, short] }
}

/// The clock times of a period.
fn clock(row: &Element) -> Option<ClockRange> {
    let time = |name| -> Option<ClockTime> {
        let (hour, minute) = row.attribute(name).split_once(':')?;
        let (hour, minute): (u32, u32) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
        (hour < 24 && minute < 60).then_some(ClockTime(hour * 60 + minute))
    };
    let (from, until) = (time("starttime")?, time("endtime")?);
    (from < until).then_some(ClockRange { from, until })
}

/// The first period after the longest pause, if that is a lunch break.
fn noon(clocks: &[ClockRange]) -> Option<usize> {
    let pause = |two: &[ClockRange]| two[1].from.0 - two[0].until.0;
    let pauses = clocks.windows(2).map(pause).enumerate();
    // the first of the longest
    let (row, pause) = pauses.rev().max_by_key(|&(_, pause)| pause)?;
    (pause >= LUNCH).then_some(row + 1)
}
