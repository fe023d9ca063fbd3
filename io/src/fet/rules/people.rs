//! Constraints about the time of teachers and students.

use super::case::{Case, Rules};
use jadwal_model::Id;
use jadwal_model::school::calendar::Part;
use jadwal_model::school::course::Audience;
use jadwal_model::school::id::SlotId;
use jadwal_model::school::rule::{Of, Per, RuleKind, Scope};
use std::collections::BTreeSet;
use std::ops::Range;

/// One rule for whom the constraint names, looking at some slots only.
fn one(case: &Case<'_>, kind: RuleKind, within: Vec<SlotId>) -> Option<Rules> {
    Some(vec![(kind, Scope { within, ..case.who()? })])
}

/// One rule for whom the constraint names, looking at the slots at which they are there.
fn present(case: &Case<'_>, kind: &RuleKind) -> Option<Rules> {
    let scopes = case.away.apart(case.school, &case.who()?, case.of() == Of::Teachers);
    Some(scopes.into_iter().map(|scope| (kind.clone(), scope)).collect())
}

pub(super) fn max_hours_daily(case: &Case<'_>) -> Option<Rules> {
    max_hours(case, case.day(), Vec::new())
}

/// An older name, where days are halves.
pub(super) fn max_hours_half_day(case: &Case<'_>) -> Option<Rules> {
    max_hours(case, Per::HalfDay, Vec::new())
}

pub(super) fn max_hours_real_day(case: &Case<'_>) -> Option<Rules> {
    max_hours(case, Per::Day, Vec::new())
}

pub(super) fn max_hours_in_interval(case: &Case<'_>) -> Option<Rules> {
    max_hours(case, case.day(), case.interval()?)
}

fn max_hours(case: &Case<'_>, per: Per, within: Vec<SlotId>) -> Option<Rules> {
    let hours = case.number("Maximum_Hours_Daily")?;
    one(case, RuleKind::MostHours { of: case.of(), per, hours }, within)
}

pub(super) fn max_hours_all_afternoons(case: &Case<'_>) -> Option<Rules> {
    let hours = case.number("Maximum_Hours_Per_All_Afternoons")?;
    let kind = RuleKind::MostHours { of: case.of(), per: Per::Week, hours };
    one(case, kind, case.halves(Part::Afternoon))
}

pub(super) fn max_hours_continuously(case: &Case<'_>) -> Option<Rules> {
    let hours = case.number("Maximum_Hours_Continuously")?;
    one(case, RuleKind::MostInARow { of: case.of(), hours }, Vec::new())
}

/// Days of the file.
pub(super) fn max_days(case: &Case<'_>) -> Option<Rules> {
    let days = case.number("Max_Days_Per_Week")?;
    let of = case.of();
    if !case.context.half_days_apart {
        return one(case, RuleKind::MostDays { of, days: days.max(1) }, Vec::new());
    }
    one(case, RuleKind::MostHalfDays { of, half_days: days.max(1) }, Vec::new())
}

pub(super) fn max_real_days(case: &Case<'_>) -> Option<Rules> {
    let days = case.number("Max_Days_Per_Week")?.max(1);
    one(case, RuleKind::MostDays { of: case.of(), days }, Vec::new())
}

pub(super) fn max_mornings(case: &Case<'_>) -> Option<Rules> {
    parts(case, "Max_Mornings_Per_Week", Part::Morning)
}

pub(super) fn max_afternoons(case: &Case<'_>) -> Option<Rules> {
    parts(case, "Max_Afternoons_Per_Week", Part::Afternoon)
}

/// At most so many mornings or afternoons; none at all is a time at which nobody is there.
fn parts(case: &Case<'_>, field: &str, part: Part) -> Option<Rules> {
    let (of, times) = (case.of(), case.halves(part));
    match case.number(field)? {
        0 => one(case, RuleKind::Unavailable { of, times }, Vec::new()),
        afternoons if part == Part::Afternoon => {
            one(case, RuleKind::MostAfternoons { of, afternoons }, Vec::new())
        }
        days => one(case, RuleKind::MostDays { of, days }, times),
    }
}

pub(super) fn min_days(case: &Case<'_>) -> Option<Rules> {
    let days = case.number("Minimum_Days_Per_Week")?;
    least(case, RuleKind::LeastDays { of: case.of(), per: case.day(), days }, Vec::new())
}

pub(super) fn min_real_days(case: &Case<'_>) -> Option<Rules> {
    let days = case.number("Minimum_Days_Per_Week")?;
    least(case, RuleKind::LeastDays { of: case.of(), per: Per::Day, days }, Vec::new())
}

pub(super) fn min_mornings(case: &Case<'_>) -> Option<Rules> {
    let days = case.number("Minimum_Mornings_Per_Week")?;
    let kind = RuleKind::LeastDays { of: case.of(), per: Per::HalfDay, days };
    least(case, kind, case.halves(Part::Morning))
}

pub(super) fn min_afternoons(case: &Case<'_>) -> Option<Rules> {
    let days = case.number("Minimum_Afternoons_Per_Week")?;
    let kind = RuleKind::LeastDays { of: case.of(), per: Per::HalfDay, days };
    least(case, kind, case.halves(Part::Afternoon))
}

/// A least number of days asks something only of those who have lessons at all.
fn least(case: &Case<'_>, kind: RuleKind, within: Vec<SlotId>) -> Option<Rules> {
    if matches!(kind, RuleKind::LeastDays { days: 0, .. }) {
        return Some(Vec::new());
    }
    let Some(scope) = working(case)? else { return Some(Vec::new()) };
    Some(vec![(kind, Scope { within, ..scope })])
}

/// Those of whom it speaks who have lessons; none where nobody has.
fn working(case: &Case<'_>) -> Option<Option<Scope>> {
    let mut scope = case.who()?;
    let (school, named) = (case.school, !scope.is_everything());
    if case.of() == Of::Teachers {
        let known = case.context.activities.values();
        let busy: BTreeSet<_> = known.flat_map(|known| &known.teachers).copied().collect();
        if !named && busy.len() == school.teachers.len() {
            return Some(Some(scope));
        }
        let meant = |one: &_| !named || scope.teachers.contains(one);
        scope.teachers = busy.into_iter().filter(meant).collect();
        return Some((!scope.teachers.is_empty()).then_some(scope));
    }
    let all: Vec<Audience> = if named {
        scope.audience.clone()
    } else {
        school.classes.ids().map(Audience::Class).collect()
    };
    let taught = |who: &Audience| school.own_courses.iter().any(|one| school.attends(who, one));
    let busy: Vec<Audience> = all.iter().copied().filter(taught).collect();
    if named || busy.len() < all.len() {
        scope.audience = busy;
        return Some((!scope.audience.is_empty()).then_some(scope));
    }
    Some(Some(scope))
}

pub(super) fn max_gaps_week(case: &Case<'_>) -> Option<Rules> {
    let most = case.number("Max_Gaps")?;
    one(case, RuleKind::Gaps { of: case.of(), per: Per::Week, most }, Vec::new())
}

pub(super) fn max_gaps_day(case: &Case<'_>) -> Option<Rules> {
    let most = case.number("Max_Gaps")?;
    one(case, RuleKind::Gaps { of: case.of(), per: case.day(), most }, Vec::new())
}

pub(super) fn max_gaps_real_day(case: &Case<'_>) -> Option<Rules> {
    // one day of the week may have one more: no rule says so
    if case.constraint.element.flag("Allow_One_Day_Exception_of_Plus_One", false) {
        return None;
    }
    let most = case.number("Max_Gaps")?;
    one(case, RuleKind::GapsThroughDay { of: case.of(), most }, Vec::new())
}

pub(super) fn no_gaps_in_afternoons(case: &Case<'_>) -> Option<Rules> {
    let kind = RuleKind::Gaps { of: case.of(), per: Per::Week, most: 0 };
    one(case, kind, case.halves(Part::Afternoon))
}

pub(super) fn min_hours_daily(case: &Case<'_>) -> Option<Rules> {
    min_hours(case, case.day())
}

pub(super) fn min_hours_real_day(case: &Case<'_>) -> Option<Rules> {
    min_hours(case, Per::Day)
}

fn min_hours(case: &Case<'_>, per: Per) -> Option<Rules> {
    let hours = case.number("Minimum_Hours_Daily")?;
    let mut rules = one(case, least_in(case.of(), per, hours), Vec::new())?;
    if !case.constraint.element.flag("Allow_Empty_Days", true) {
        // where days are halves, each real day has lessons
        rules.extend(every(case, Per::Day, &case.all())?);
    }
    Some(rules)
}

/// So many hours, and never fewer than one, in each day or half-day that has any.
pub(super) fn least_in(of: Of, per: Per, hours: u32) -> RuleKind {
    let hours = hours.max(1);
    match per {
        Per::Day => RuleKind::LeastInDay { of, hours },
        _ => RuleKind::LeastInHalfDay { of, hours },
    }
}

pub(super) fn min_hours_morning(case: &Case<'_>) -> Option<Rules> {
    min_in_part(case, ["Minimum_Hours_Per_Morning", "Allow_Empty_Mornings"], Part::Morning)
}

pub(super) fn min_hours_afternoon(case: &Case<'_>) -> Option<Rules> {
    min_in_part(case, ["Minimum_Hours_Per_Afternoon", "Allow_Empty_Afternoons"], Part::Afternoon)
}

fn min_in_part(case: &Case<'_>, [hours, empty]: [&str; 2], part: Part) -> Option<Rules> {
    let (hours, slots) = (case.number(hours)?, case.halves(part));
    let kind = least_in(case.of(), Per::HalfDay, hours);
    let mut rules = one(case, kind, slots.clone())?;
    if !case.constraint.element.flag(empty, true) {
        rules.extend(every(case, Per::HalfDay, &slots)?);
    }
    Some(rules)
}

/// Lessons on every day, or half-day, on which they are there at one of these slots.
fn every(case: &Case<'_>, per: Per, slots: &[SlotId]) -> Option<Rules> {
    let Some(scope) = working(case)? else { return Some(Vec::new()) };
    let scopes = case.away.apart(case.school, &scope, case.of() == Of::Teachers);
    let calendar = &case.school.calendar;
    let mut rules = Vec::new();
    for mut scope in scopes {
        let there = |slot: &&SlotId| scope.within.is_empty() || scope.within.contains(slot);
        let days: BTreeSet<usize> = slots
            .iter()
            .filter(there)
            .map(|&slot| match per {
                Per::HalfDay => calendar.slots[slot].half_day.index(),
                _ => calendar.slots[slot].day.index(),
            })
            .collect();
        scope.within =
            if slots.len() == calendar.slots.len() { Vec::new() } else { slots.to_vec() };
        let days = days.len() as u32;
        if days > 0 {
            rules.push((RuleKind::LeastDays { of: case.of(), per, days }, scope));
        }
    }
    Some(rules)
}

pub(super) fn early(case: &Case<'_>) -> Option<Rules> {
    let most = case.number("Max_Beginnings_At_Second_Hour")?;
    present(case, &RuleKind::EarlyStarts { of: case.of(), per: case.day(), most })
}

pub(super) fn early_mornings(case: &Case<'_>) -> Option<Rules> {
    early_in(case, Part::Morning)
}

pub(super) fn early_afternoons(case: &Case<'_>) -> Option<Rules> {
    early_in(case, Part::Afternoon)
}

fn early_in(case: &Case<'_>, part: Part) -> Option<Rules> {
    let most = case.number("Max_Beginnings_At_Second_Hour")?;
    let slots = case.halves(part);
    let kind = RuleKind::EarlyStarts { of: case.of(), per: Per::HalfDay, most };
    let mut rules = present(case, &kind)?;
    for (_, scope) in &mut rules {
        if scope.within.is_empty() {
            scope.within.clone_from(&slots);
        } else {
            scope.within.retain(|slot| slots.contains(slot));
        }
    }
    rules.retain(|(_, scope)| !scope.within.is_empty());
    Some(rules)
}

pub(super) fn interval_days(case: &Case<'_>) -> Option<Rules> {
    interval_in(case, None)
}

pub(super) fn morning_interval_days(case: &Case<'_>) -> Option<Rules> {
    interval_in(case, Some(Part::Morning))
}

pub(super) fn afternoon_interval_days(case: &Case<'_>) -> Option<Rules> {
    interval_in(case, Some(Part::Afternoon))
}

fn interval_in(case: &Case<'_>, part: Option<Part>) -> Option<Rules> {
    let mut within = case.interval()?;
    if let Some(part) = part {
        let slots = case.halves(part);
        within.retain(|slot| slots.contains(slot));
    }
    if within.is_empty() {
        return Some(Vec::new());
    }
    let of = case.of();
    match case.number("Max_Days_Per_Week")? {
        0 => one(case, RuleKind::Unavailable { of, times: within }, Vec::new()),
        // without a part, days are counted as the file has them
        half_days if part.is_none() && case.context.half_days_apart => {
            one(case, RuleKind::MostHalfDays { of, half_days }, within)
        }
        days => one(case, RuleKind::MostDays { of, days }, within),
    }
}

pub(super) fn rest(case: &Case<'_>) -> Option<Rules> {
    // from the last day to the first, and from half-day to half-day, no rule says it
    if case.constraint.element.flag("Circular", false) || case.context.half_days_apart {
        return None;
    }
    rest_of(case, Per::Day)
}

pub(super) fn rest_at_noon(case: &Case<'_>) -> Option<Rules> {
    rest_of(case, Per::HalfDay)
}

fn rest_of(case: &Case<'_>, per: Per) -> Option<Rules> {
    match case.number("Minimum_Resting_Hours")? {
        0 => Some(Vec::new()),
        slots => one(case, RuleKind::Rest { of: case.of(), per, slots }, Vec::new()),
    }
}

pub(super) fn span(case: &Case<'_>) -> Option<Rules> {
    span_of(case, case.day())
}

pub(super) fn span_real_day(case: &Case<'_>) -> Option<Rules> {
    span_of(case, Per::Day)
}

fn span_of(case: &Case<'_>, per: Per) -> Option<Rules> {
    if case.constraint.element.flag("Allow_One_Day_Exception_of_Plus_One", false) {
        return None;
    }
    let slots = case.number("Max_Span")?.max(1);
    one(case, RuleKind::Span { of: case.of(), per, slots }, Vec::new())
}

/// Four half-days in a row are allowed that begin with an afternoon; of others that begin with a morning
/// one is free, and five in a row have such four.
fn two_whole_days(case: &Case<'_>) -> Option<Rules> {
    if !case.context.half_days_apart {
        return None;
    }
    let half_days = &case.context.half_days;
    let mornings = (0..half_days.len().saturating_sub(3)).step_by(2);
    let held = mornings.map(|first| first..first + 4);
    let held = held.filter(|days| half_days[days.clone()].iter().all(Option::is_some));
    let who = case.who()?;
    let rule = |days: Range<usize>| {
        let among = case.context.slots.range((days.start, 0)..(days.end, 0));
        let among = among.map(|(_, &slot)| slot).collect();
        (RuleKind::FreeHalfDays { of: case.of(), half_days: 1, among }, who.clone())
    };
    Some(held.map(rule).collect())
}

pub(super) fn three_half_days(case: &Case<'_>) -> Option<Rules> {
    let exception = "Allow_Afternoon_Morning_Afternoon_Morning_Exception";
    if case.constraint.element.flag(exception, false) {
        return two_whole_days(case);
    }
    one(case, RuleKind::MostHalfDaysInARow { of: case.of(), half_days: 3 }, Vec::new())
}
