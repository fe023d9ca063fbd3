//! Periods, days and bells.

use super::entry::Entry;
use super::text::plain;
use crate::error::registers::RegisterFault;
use jadwal_model::Id;
use jadwal_model::school::calendar::{BellSchedule, Day, Part, Period, Weekday};
use jadwal_model::school::date::ClockRange;
use jadwal_model::school::fault::Register;
use jadwal_model::school::id::PeriodId;
use jadwal_model::school::names::Names;

const PERIODS: &[Register] = &[Register::Periods];

pub(super) fn names(entry: &mut Entry<'_>) -> Names {
    Names {
        arabic: entry.text("name_ar"),
        french: entry.text("name_fr"),
        english: entry.text("name_en"),
    }
}

pub(super) fn period(entry: &mut Entry<'_>) -> Period {
    let part = entry.choice("part", Part::ALL, Part::name);
    Period { code: entry.code("code"), part: part.unwrap_or(Part::Morning) }
}

pub(super) fn day(entry: &mut Entry<'_>, periods: usize) -> Day {
    let weekday = entry.choice("weekday", Weekday::ALL, Weekday::name);
    let given = entry.value("periods").is_some();
    let named = entry.many("periods", PERIODS);
    Day {
        code: entry.code("code"),
        weekday,
        periods: if given { named } else { (0..periods).map(PeriodId::new).collect() },
    }
}

pub(super) fn bell(entry: &mut Entry<'_>) -> BellSchedule {
    BellSchedule {
        code: entry.code("code"),
        names: names(entry),
        from: entry.date("from"),
        until: entry.date("until"),
        days: entry.many("days", &[Register::Days]),
        times: times(entry),
    }
}

fn times(entry: &mut Entry<'_>) -> Vec<(PeriodId, ClockRange)> {
    let mut times = Vec::new();
    for (item, at) in entry.items("times") {
        let text = plain(&item);
        let parts = text.rsplit_once('=');
        let range = parts.and_then(|(_, range)| range.trim().parse().ok());
        let (Some((period, _)), Some(range)) = (parts, range) else {
            let expected = "a period and its clock times";
            entry.fault(at, RegisterFault::Value { field: "times", found: text, expected });
            continue;
        };
        let period = period.trim();
        match entry.codes.find(PERIODS, period) {
            Some((_, row)) => times.push((PeriodId::new(row), range)),
            None => {
                let nearest = entry.codes.nearest(PERIODS, period);
                let (field, registers, found) = ("times", PERIODS, period.to_owned());
                entry.fault(at, RegisterFault::Reference { field, registers, found, nearest });
            }
        }
    }
    times
}
