//! What is wrong with the week: its days, its bells, and courses that do not fit it.

use super::Faults;
use crate::school::calendar::{Weekday, Weeks};
use crate::school::date::{ClockRange, Date};
use crate::school::fault::{Register, What};
use crate::school::id::PeriodId;
use crate::school::rule::{RuleKind, Turns};
use crate::school::school::School;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(school: &School, faults: &mut Faults) {
    days(school, faults);
    bells(school, faults);
    layers(school, faults);
    turns(school, faults);
    hours(school, faults);
}

/// Two days of one week are two weekdays.
fn days(school: &School, faults: &mut Faults) {
    let mut seen: BTreeMap<Weekday, &str> = BTreeMap::new();
    for (row, day) in school.calendar.days.iter().enumerate() {
        let Some(weekday) = day.weekday else { continue };
        match seen.get(&weekday) {
            Some(first) => {
                let what = What::SameWeekday { first: (*first).to_owned() };
                faults.add(Register::Days, row, "weekday", what);
            }
            None => {
                seen.insert(weekday, &day.code);
            }
        }
    }
}

/// The clock times that one layer gives.
fn bells(school: &School, faults: &mut Faults) {
    for (row, bell) in school.calendar.bells.iter().enumerate() {
        if let (Some(from), Some(until)) = (bell.from, bell.until)
            && from > until
        {
            faults.add(Register::Bells, row, "from", What::DatesReversed);
        }
        if let Some(what) = overlap(school, bell.times.clone()) {
            faults.add(Register::Bells, row, "times", what);
        }
    }
}

/// The clock times that layers give together, on each day and from each date at which that changes.
/// The fault is told at the last layer that has a part in it.
fn layers(school: &School, faults: &mut Faults) {
    let calendar = &school.calendar;
    let mut dates: BTreeSet<Option<Date>> = BTreeSet::from([None]);
    for bell in &calendar.bells {
        dates.insert(bell.from);
        dates.insert(bell.until.map(Date::next));
        dates.insert(bell.until);
    }
    let mut told = BTreeSet::new();
    for (&date, day) in dates.iter().flat_map(|date| calendar.days.ids().map(move |d| (date, d))) {
        let mut times: BTreeMap<PeriodId, (usize, ClockRange)> = BTreeMap::new();
        let here = calendar.days[day].periods.iter();
        let here: BTreeSet<PeriodId> = here.copied().collect();
        for (row, bell) in calendar.bells.iter().enumerate() {
            if bell.holds(date, day) {
                let named = bell.times.iter().filter(|(period, _)| here.contains(period));
                times.extend(named.map(|&(period, range)| (period, (row, range))));
            }
        }
        let times: Vec<_> = times.into_iter().collect();
        for two in times.windows(2) {
            let [(first, (one, earlier)), (second, (other, later))] = [two[0], two[1]];
            let row = one.max(other);
            if one != other && earlier.until > later.from && told.insert((row, first)) {
                let what = overlapping(school, first, second);
                faults.add(Register::Bells, row, "times", what);
            }
        }
    }
}

fn overlap(school: &School, mut times: Vec<(PeriodId, ClockRange)>) -> Option<What> {
    times.sort_unstable();
    let mut pairs = times.windows(2);
    let two = pairs.find(|two| two[0].1.until > two[1].1.from)?;
    Some(overlapping(school, two[0].0, two[1].0))
}

fn overlapping(school: &School, first: PeriodId, second: PeriodId) -> What {
    let code = |period| school.calendar.periods[period].code.clone();
    What::BellsOverlap { first: code(first), second: code(second) }
}

/// What is held every other week needs two weeks that take turns.
fn turns(school: &School, faults: &mut Faults) {
    if school.calendar.weeks == Weeks::AB {
        return;
    }
    for (row, _) in school.curricula.iter().enumerate().filter(|(_, line)| line.fortnightly) {
        faults.add(Register::Curricula, row, "fortnightly", What::WeeksAlike);
    }
    for (row, _) in school.own_courses.iter().enumerate().filter(|(_, one)| one.fortnightly) {
        faults.add(Register::Courses, row, "fortnightly", What::WeeksAlike);
    }
    for (row, rule) in school.rules.iter().enumerate() {
        let field = match &rule.kind {
            RuleKind::Alternate { .. } => Some("kind"),
            RuleKind::GroupsInTurn { turns: Turns::Alternate, .. } => Some("turns"),
            _ => None,
        };
        if let Some(field) = field {
            faults.add(Register::Rules, row, field, What::WeeksAlike);
        }
    }
}

/// No course has more hours than the week has slots.
fn hours(school: &School, faults: &mut Faults) {
    let slots = school.calendar.slots.len() as u32;
    let grid = school.curricula.iter().enumerate();
    let grid = grid.map(|(row, line)| (Register::Curricula, row, line.hours));
    let own = school.own_courses.iter().enumerate();
    let own = own.map(|(row, course)| (Register::Courses, row, course.hours));
    for (register, row, hours) in grid.chain(own) {
        // a school without slots, and an absurd number, are told elsewhere
        if slots > 0 && hours > slots && hours <= super::MAX_WEEKLY {
            faults.add(register, row, "hours", What::HoursBeyondWeek { hours, slots });
        }
    }
}
