//! The week and its bells: six days of two half-days of four, some half-days closed.

use crate::catalogue::names;
use crate::rng::Rng;
use jadwal_model::school::{
    BellSchedule, Calendar, ClockRange, ClockTime, Date, Day, DayId, Part, Period, PeriodId,
    Weekday, Weeks,
};
use jadwal_model::{Id, Table};

/// The school year of all schools.
pub(crate) const YEAR: &str = "2026/2027";

/// When winter hours begin; they end with the day before Ramadan.
const WINTER: Date = Date { year: 2026, month: 11, day: 2 };
const BEFORE_RAMADAN: Date = Date { year: 2027, month: 2, day: 7 };
/// Ramadan 1448, give or take a day.
const RAMADAN: Date = Date { year: 2027, month: 2, day: 8 };
const RAMADAN_END: Date = Date { year: 2027, month: 3, day: 9 };

const DAYS: [(&str, Weekday); 6] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
];

/// Periods before the lunch break, and after it.
const MORNING: usize = 4;
const ALL: usize = 8;

const FRIDAY: usize = 4;

/// A week with so many closed afternoons among those of Wednesday, Friday and Saturday.
pub(crate) fn week(closed: usize, weeks: Weeks, rng: &mut Rng) -> Calendar {
    let mut afternoons = [2, FRIDAY, 5];
    rng.shuffle(&mut afternoons);
    let closed = &afternoons[..closed.min(afternoons.len())];
    let mut periods = Table::default();
    for row in 0..ALL {
        let part = if row < MORNING { Part::Morning } else { Part::Afternoon };
        periods.push(Period { code: (row + 1).to_string(), part });
    }
    let mut days = Table::default();
    for (index, &(code, weekday)) in DAYS.iter().enumerate() {
        let rows = if closed.contains(&index) { MORNING } else { ALL };
        days.push(Day {
            code: code.into(),
            weekday: Some(weekday),
            periods: (0..rows).map(PeriodId::new).collect(),
        });
    }
    let mut calendar = Calendar::new(periods, days);
    calendar.weeks = weeks;
    calendar.bells = bells(!closed.contains(&FRIDAY), rng.chance(50));
    calendar
}

/// Later layers cover earlier ones: on a Friday in winter the afternoon is that of Fridays.
fn bells(friday_afternoon: bool, late_winter: bool) -> Vec<BellSchedule> {
    let (morning, afternoon) = if late_winter { (510, 840) } else { (510, 870) };
    let friday = vec![DayId::new(FRIDAY)];
    let mut layers = vec![
        layer("normal", ["التوقيت العادي", "Horaire normal", "Ordinary hours"], row(480, 840, 60)),
        BellSchedule {
            from: Some(WINTER),
            until: Some(BEFORE_RAMADAN),
            ..layer(
                "winter",
                ["التوقيت الشتوي", "Horaire d'hiver", "Winter hours"],
                row(morning, afternoon, 60),
            )
        },
    ];
    if friday_afternoon {
        layers.push(BellSchedule {
            days: friday.clone(),
            times: row(480, 870, 55).split_off(MORNING),
            ..layer("friday", ["الجمعة", "Vendredi", "Friday"], Vec::new())
        });
    }
    layers.push(BellSchedule {
        from: Some(RAMADAN),
        until: Some(RAMADAN_END),
        ..layer("ramadan", ["رمضان", "Ramadan", "Ramadan"], short_row(520, 750))
    });
    layers.push(BellSchedule {
        from: Some(RAMADAN),
        until: Some(RAMADAN_END),
        days: friday,
        ..layer(
            "ramadan-friday",
            ["الجمعة في رمضان", "Vendredi pendant le Ramadan", "Friday in Ramadan"],
            short_row(510, 820),
        )
    });
    layers
}

fn layer(code: &str, called: [&str; 3], times: Vec<(PeriodId, ClockRange)>) -> BellSchedule {
    BellSchedule {
        code: code.into(),
        names: names(called),
        from: None,
        until: None,
        days: Vec::new(),
        times,
    }
}

/// Lessons without breaks from these two times on.
fn row(morning: u32, afternoon: u32, length: u32) -> Vec<(PeriodId, ClockRange)> {
    let starts =
        [morning, afternoon].into_iter().flat_map(|start| (0..4).map(move |i| start + i * length));
    times(starts, length)
}

/// Lessons of 45 minutes with breaks of 5, 10 and 5 from these two times on.
fn short_row(morning: u32, afternoon: u32) -> Vec<(PeriodId, ClockRange)> {
    let starts =
        [morning, afternoon].into_iter().flat_map(|start| [0, 50, 105, 155].map(|i| start + i));
    times(starts, 45)
}

fn times(starts: impl Iterator<Item = u32>, length: u32) -> Vec<(PeriodId, ClockRange)> {
    let range = |from| ClockRange { from: ClockTime(from), until: ClockTime(from + length) };
    starts.enumerate().map(|(index, from)| (PeriodId::new(index), range(from))).collect()
}
