//! Dates and clock times, as plain numbers: nothing here knows what day it is.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    /// The year, such as 2026.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u32,
    /// The day of the month, from 1.
    pub day: u32,
}

impl Date {
    /// A date, if there is such a day; years 1900 to 2200.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let valid = (1900..=2200).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        valid.then_some(Self { year, month, day })
    }

    /// Days since Monday, 1 January 1900.
    #[must_use]
    pub fn number(self) -> i64 {
        let years = (1900..self.year).map(|year| if leap(year) { 366 } else { 365 });
        let months = (1..self.month).map(|month| i64::from(days_in(self.year, month)));
        years.sum::<i64>() + months.sum::<i64>() + i64::from(self.day) - 1
    }

    /// The weekday: 0 is Monday.
    #[must_use]
    pub fn weekday(self) -> usize {
        self.number().rem_euclid(7) as usize
    }

    /// The next day; the last day of 2200 is followed by itself.
    #[must_use]
    pub fn next(self) -> Self {
        let Self { year, month, day } = self;
        Self::new(year, month, day + 1)
            .or_else(|| Self::new(year, month + 1, 1))
            .or_else(|| Self::new(year + 1, 1, 1))
            .unwrap_or(self)
    }
}

const fn leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A text that is not a date such as `2026-09-07`, or not a time such as `08:30`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotATime;

impl FromStr for Date {
    type Err = NotATime;
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let mut parts = text.split('-').map(|part| part.parse::<u32>().ok());
        let mut part = || parts.next().flatten().ok_or(NotATime);
        let (year, month, day) = (part()?, part()?, part()?);
        if parts.next().is_some() {
            return Err(NotATime);
        }
        let year = i32::try_from(year).map_err(|_| NotATime)?;
        Self::new(year, month, day).ok_or(NotATime)
    }
}

/// A time of day, in minutes since midnight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClockTime(pub u32);

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for ClockTime {
    type Err = NotATime;
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let (hours, minutes) = text.split_once(':').ok_or(NotATime)?;
        let hours: u32 = hours.parse().map_err(|_| NotATime)?;
        let minutes: u32 = minutes.parse().map_err(|_| NotATime)?;
        if hours < 24 && minutes < 60 { Ok(Self(hours * 60 + minutes)) } else { Err(NotATime) }
    }
}

/// From one time of day to a later one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClockRange {
    /// When it begins.
    pub from: ClockTime,
    /// When it ends.
    pub until: ClockTime,
}

impl fmt::Display for ClockRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.until)
    }
}

impl FromStr for ClockRange {
    type Err = NotATime;
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let (from, until) = text.split_once(['-', '–']).ok_or(NotATime)?;
        let range = Self { from: from.trim().parse()?, until: until.trim().parse()? };
        if range.from < range.until { Ok(range) } else { Err(NotATime) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let date: Date = "2026-02-28".parse().unwrap();
        assert_eq!(date.next().to_string(), "2026-03-01");
        assert_eq!(date.weekday(), 5, "a Saturday");
        assert_eq!("2024-02-29".parse::<Date>().map(Date::weekday), Ok(3));
        for wrong in ["2026-02-29", "2026-13-01", "26-1-1", "2026-1", "2026-01-01-1", ""] {
            assert_eq!(wrong.parse::<Date>(), Err(NotATime), "{wrong}");
        }
    }

    #[test]
    fn clock_ranges() {
        let range: ClockRange = "08:00-09:30".parse().unwrap();
        assert_eq!((range.from.0, range.until.0), (480, 570));
        assert_eq!(range.to_string(), "08:00-09:30");
        for wrong in ["09:00-08:00", "8-9", "24:00-25:00", "08:00", "08:60-09:00"] {
            assert_eq!(wrong.parse::<ClockRange>(), Err(NotATime), "{wrong}");
        }
    }
}
