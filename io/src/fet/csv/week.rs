//! Days and hours, as far as files name them.

use super::files::{NOT_AVAILABLE, TIMETABLE};
use super::lines::{Lines, Wrong};
use crate::fet::clock::begins;
use crate::fet::document::Constraint;
use crate::fet::element::Element;
use crate::fet::writing::{CERTAIN, constraint, text};
use crate::foreign::weekday::weekday;
use std::collections::BTreeSet;

/// The days and hours of a week.
#[derive(Default)]
pub(super) struct Week {
    pub(super) days: Vec<String>,
    pub(super) hours: Vec<String>,
    /// Whether no file names them.
    pub(super) is_default: bool,
    /// Whether days are mornings and afternoons by turns.
    pub(super) halves: bool,
    /// Half-days that no file names, beside others that are named.
    closed: Vec<String>,
}

/// A usual week.
const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const HOURS: u32 = 8;

impl Week {
    /// The week that files name: who is not available is listed for every hour of it, a timetable has
    /// those at which there are lessons.
    pub(super) fn of(files: &[(String, Vec<u8>)], wrong: &mut Vec<Wrong>) -> Self {
        let mut week = Self::default();
        if let Some(mut lines) = Lines::of(files, &NOT_AVAILABLE) {
            let head = lines.head();
            let fixed = |name: &String| {
                NOT_AVAILABLE.headings.iter().any(|known| name.eq_ignore_ascii_case(known))
            };
            week.days = head.into_iter().filter(|name| !fixed(name) && !name.is_empty()).collect();
            for row in lines.rows() {
                add(&mut week.hours, lines.cell(&row, "Hour"));
            }
            wrong.extend(lines.into_wrong());
        }
        if let Some(mut lines) = Lines::of(files, &TIMETABLE) {
            let listed = !week.days.is_empty() && !week.hours.is_empty();
            let rows = lines.rows();
            let ids = |placed: bool| {
                let rows = rows.iter().filter(|row| !placed || !lines.cell(row, "Day").is_empty());
                rows.map(|row| lines.cell(row, "Activity Id")).collect::<BTreeSet<&str>>().len()
            };
            // a few lessons that have a time do not make a week
            let listed = listed || 2 * ids(true) < ids(false);
            for row in rows.iter().filter(|_| !listed) {
                add(&mut week.days, lines.cell(row, "Day"));
                add(&mut week.hours, lines.cell(row, "Hour"));
            }
            if !listed {
                in_order(&mut week);
            }
            wrong.extend(lines.into_wrong());
        }
        week.is_default = week.days.is_empty() || week.hours.is_empty();
        if week.is_default {
            week.days = DAYS.map(str::to_owned).into();
            week.hours = (1..=HOURS).map(|hour| hour.to_string()).collect();
        }
        week.in_halves();
        week
    }

    /// Mornings and afternoons by turns, where days are called so; of those that stand alone the other
    /// half is closed.
    fn in_halves(&mut self) {
        let other = |one: &str, two: &str| {
            weekday(one) == weekday(two) && !is_afternoon(one) && is_afternoon(two)
        };
        let is_pair = |two: &[String]| other(&two[0], &two[1]);
        let follows = |two: &[String]| weekday(&two[0]) != weekday(&two[1]) || is_pair(two);
        let called = self.days.iter().all(|day| weekday(day).is_some());
        self.halves =
            called && self.days.windows(2).any(is_pair) && self.days.windows(2).all(follows);
        if !self.halves {
            return;
        }
        let days = std::mem::take(&mut self.days);
        let mut days = days.into_iter().peekable();
        while let Some(day) = days.next() {
            let missing = format!("{day} *");
            if is_afternoon(&day) {
                self.closed.push(missing.clone());
                self.days.extend([missing, day]);
            } else if let Some(next) = days.next_if(|next| other(&day, next)) {
                self.days.extend([day, next]);
            } else {
                self.closed.push(missing.clone());
                self.days.extend([day, missing]);
            }
        }
    }

    /// The constraint that closes half-days.
    pub(super) fn closed(&self) -> Option<Constraint> {
        let all = self.closed.iter().flat_map(|day| self.hours.iter().map(move |hour| (day, hour)));
        let time =
            |(day, hour)| Element::of("Break_Time", vec![text("Day", day), text("Hour", hour)]);
        let mut fields: Vec<Element> = all.map(time).collect();
        fields.insert(0, text("Number_of_Break_Times", fields.len()));
        (!self.closed.is_empty()).then(|| constraint("BreakTimes", CERTAIN, fields))
    }
}

fn add(names: &mut Vec<String>, name: &str) {
    if !name.is_empty() && !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}

/// Lessons stand in the order of their activities: days are put in the order of weekdays, hours in that
/// of the clock or of their numbers. Those that are called otherwise stay as they appear.
fn in_order(week: &mut Week) {
    let hours: Option<Vec<u32>> =
        week.hours.iter().map(|hour| begins(hour).or_else(|| last_number(hour))).collect();
    if hours.is_some() {
        week.hours.sort_by_key(|hour| begins(hour).or_else(|| last_number(hour)));
    }
    let called: Option<Vec<usize>> =
        week.days.iter().map(|day| Some(weekday(day)? as usize)).collect();
    let Some(called) = called else { return };
    // a week begins after the longest time without lessons
    let free = |first: usize| {
        let before =
            (1..=WEEKDAYS).find(|back| called.contains(&((first + WEEKDAYS - back) % WEEKDAYS)));
        before.unwrap_or(WEEKDAYS)
    };
    let first = called
        .iter()
        .copied()
        .max_by_key(|&day| (free(day), matches!(day, 0 | 5 | 6), WEEKDAYS - day));
    let first = first.unwrap_or_default();
    week.days.sort_by_cached_key(|day| {
        let day_of_week = weekday(day).map_or(0, |day| day as usize);
        ((day_of_week + WEEKDAYS - first) % WEEKDAYS, is_afternoon(day))
    });
}

/// Days of a week.
const WEEKDAYS: usize = 7;

/// What the name of the second half of a day has in it.
const AFTERNOON: [&str; 7] = ["pm", "afternoon", "soir", "après", "apres", "مساء", "ظهر"];

fn is_afternoon(day: &str) -> bool {
    let day = day.to_lowercase();
    AFTERNOON.iter().any(|word| day.contains(word))
}

/// The number at the end of a name, such as `H10`.
fn last_number(name: &str) -> Option<u32> {
    let digits = name.len() - name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    name[name.len() - digits..].parse().ok()
}
