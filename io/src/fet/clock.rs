//! Clock times in the names of hours, such as `08:00 - 09:00`, `8h30` or `Period 1 (08:00)`.

use super::document::Named;
use jadwal_model::Id;
use jadwal_model::school::calendar::BellSchedule;
use jadwal_model::school::date::{ClockRange, ClockTime};
use jadwal_model::school::id::PeriodId;
use jadwal_model::school::names::Names;

/// An hour that says only when it begins, where no other says how long hours are.
const USUAL: u32 = 60;
/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// The bells of these hours, if every one says when it begins, and they follow one another.
pub(super) fn bells(hours: &[Named]) -> Option<BellSchedule> {
    let said: Option<Vec<Vec<u32>>> = hours.iter().map(said).collect();
    let said = said?;
    let mut times: Vec<(PeriodId, ClockRange)> = Vec::new();
    let mut length = USUAL;
    for (row, clocks) in said.iter().enumerate() {
        let from = clocks[0];
        let next = said.get(row + 1).map(|next| next[0]);
        let until = clocks.get(1).copied().or(next).unwrap_or(from + length);
        if until <= from || until > DAY || next.is_some_and(|next| next < until) {
            return None;
        }
        length = until - from;
        let range = ClockRange { from: ClockTime(from), until: ClockTime(until) };
        times.push((PeriodId::new(row), range));
    }
    let (code, names) = ("hours".to_owned(), Names::default());
    Some(BellSchedule { code, names, from: None, until: None, days: Vec::new(), times })
}

/// The times that an hour says, in minutes: at least one.
fn said(hour: &Named) -> Option<Vec<u32>> {
    [&hour.long_name, &hour.name]
        .into_iter()
        .map(|name| clocks(name))
        .find(|clocks| !clocks.is_empty())
}

/// When an hour of this name begins, in minutes; none if it does not say so.
pub(super) fn begins(name: &str) -> Option<u32> {
    clocks(name).first().copied()
}

/// Every `8:00` and `08h30` in a text, in minutes.
fn clocks(text: &str) -> Vec<u32> {
    let letters: Vec<char> = text.chars().collect();
    let number = |from: usize| -> (u32, usize) {
        let digits: Vec<u32> =
            letters[from..].iter().take(3).map_while(|letter| letter.to_digit(10)).collect();
        (digits.iter().fold(0, |sum, digit| sum * 10 + digit), digits.len())
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let (hour, digits) = number(at);
        let mark = at + digits;
        let marked = matches!(letters.get(mark), Some(':' | 'h' | 'H'));
        if (1..=2).contains(&digits) && marked && hour < 24 {
            let (minute, more) = number(mark + 1);
            if more == 2 && minute < 60 {
                found.push(hour * 60 + minute);
                at = mark + 1 + more;
                continue;
            }
        }
        at += digits.max(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(names: &[&str]) -> Option<Vec<String>> {
        let named = |name: &&str| Named { name: (*name).to_owned(), long_name: String::new() };
        let hours: Vec<Named> = names.iter().map(named).collect();
        let bells = bells(&hours)?;
        let range = |(_, range): &(PeriodId, ClockRange)| format!("{}-{}", range.from, range.until);
        Some(bells.times.iter().map(range).collect())
    }

    #[test]
    fn bells_from_the_names_of_hours() {
        for (name, hours, expected) in [
            ("both ends", &["08:00 - 09:00", "9:00-9:50"][..], Some("08:00-09:00 09:00-09:50")),
            ("beginnings", &["8h30", "9H15"], Some("08:30-09:15 09:15-10:00")),
            ("in a text", &["1 (07:50) Admin", "2 (08:05)"], Some("07:50-08:05 08:05-08:20")),
            ("alone", &["08:00"], Some("08:00-09:00")),
            ("one says nothing", &["08:00", "B"], None),
            ("backwards", &["09:00", "08:00"], None),
            ("overlapping", &["08:00-09:30", "09:00-10:00"], None),
            ("no times", &["1", "2:5", "25:00"], None),
            ("beyond the day", &["23:30"], None),
        ] {
            let expected = expected.map(|text| text.split(' ').map(str::to_owned).collect());
            assert_eq!(told(hours), expected, "{name}");
        }
    }
}
