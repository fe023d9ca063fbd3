//! Rules.

use super::choices;
use super::codes::code;
use super::entry::Entry;
use super::raw::Value;
use super::read_teaching::audience;
use super::schema::{HARD, OF_SOME_KINDS, parameters};
use super::slots::Slots;
use crate::error::registers::RegisterFault;
use jadwal_model::school::fault::Register;
use jadwal_model::school::id::SubjectId;
use jadwal_model::school::rule::{Of, Per, Rule, RuleKind, Scope, Strength, Turns};

const SUBJECTS: &[Register] = &[Register::Subjects];

pub(super) fn rule(entry: &mut Entry<'_>, slots: &mut Slots<'_>) -> Rule {
    let word = entry.word("kind");
    if let Some(word) = word {
        check_fields(entry, word);
    }
    let mut scope = Scope {
        levels: entry.many("levels", &[Register::Levels]),
        audience: audience(entry),
        subjects: entry.many("subjects", SUBJECTS),
        teachers: entry.many("teachers", &[Register::Teachers]),
        rooms: entry.many("rooms", &[Register::Rooms]),
        courses: entry.codes("courses"),
        within: slots.many(entry, "within"),
    };
    // a kind that is not there is a fault already
    let kind = word.and_then(|word| kind(word, entry, slots, &mut scope));
    Rule {
        code: entry.code("code"),
        kind: kind.unwrap_or(RuleKind::Capacity),
        scope,
        strength: strength(entry),
    }
}

/// Says which fields a kind of rule lacks and which it does not use.
fn check_fields(entry: &mut Entry<'_>, word: &'static str) {
    let Some(parameters) = parameters(word) else { return };
    for field in parameters.needs {
        if entry.is_missing(field) {
            entry.fault(entry.row.at.clone(), RegisterFault::RuleNeeds { kind: word, field });
        }
    }
    let used = |field| parameters.needs.contains(field) || parameters.takes.contains(field);
    for field in OF_SOME_KINDS.iter().filter(|field| !used(field)) {
        if let Some(cell) = entry.value(field) {
            entry.fault(cell.at.clone(), RegisterFault::RuleIgnores { kind: word, field });
        }
    }
}

fn strength(entry: &mut Entry<'_>) -> Strength {
    let Some(cell) = entry.value("strength") else { return Strength::Hard };
    let text = match &cell.value {
        Value::Number(_) => None,
        other => code(other),
    };
    if text.is_some_and(|text| choices::chosen(&text, &[HARD]).is_some()) {
        return Strength::Hard;
    }
    let weight = match &cell.value {
        Value::Text(text) if !text.chars().all(char::is_numeric) => {
            let (field, found) = ("strength", text.clone());
            let expected = "hard or a weight";
            entry.fault(cell.at.clone(), RegisterFault::Value { field, found, expected });
            None
        }
        _ => entry.number("strength"),
    };
    Strength::Soft(weight.unwrap_or(1))
}

fn kind(
    word: &str,
    entry: &mut Entry<'_>,
    slots: &mut Slots<'_>,
    scope: &mut Scope,
) -> Option<RuleKind> {
    let of = entry.choice("of", Of::ALL, Of::name).unwrap_or(Of::Classes);
    let per = entry.choice("per", Per::ALL, Per::name).unwrap_or(Per::Day);
    let number = |entry: &mut Entry<'_>| entry.number("number").unwrap_or_default();
    let mut times = |entry: &mut Entry<'_>| slots.many(entry, "times");
    Some(match word {
        "unavailable" => RuleKind::Unavailable { of, times: times(entry) },
        "pedagogical-half-day" => RuleKind::PedagogicalHalfDay { times: times(entry) },
        "half-day-only" => RuleKind::HalfDayOnly { exceptions: number(entry) },
        "least-in-half-day" => RuleKind::LeastInHalfDay { of, hours: number(entry) },
        "gaps" => RuleKind::Gaps { of, per, most: number(entry) },
        "gaps-through-day" => RuleKind::GapsThroughDay { of, most: number(entry) },
        "most-hours" => RuleKind::MostHours { of, per, hours: number(entry) },
        "least-hours" => RuleKind::LeastHours { of, hours: number(entry) },
        "most-in-a-row" => RuleKind::MostInARow { of, hours: number(entry) },
        "most-days" => RuleKind::MostDays { of, days: number(entry) },
        "most-afternoons" => RuleKind::MostAfternoons { of, afternoons: number(entry) },
        "most-half-days" => RuleKind::MostHalfDays { of, half_days: number(entry) },
        "rest" => RuleKind::Rest { of, per, slots: number(entry) },
        "least-days" => RuleKind::LeastDays { of, per, days: number(entry) },
        "least-in-day" => RuleKind::LeastInDay { of, hours: number(entry) },
        "span" => RuleKind::Span { of, per, slots: number(entry) },
        "early-starts" => RuleKind::EarlyStarts { of, per, most: number(entry) },
        "most-half-days-in-a-row" => RuleKind::MostHalfDaysInARow { of, half_days: number(entry) },
        "free-half-days" => {
            RuleKind::FreeHalfDays { of, half_days: number(entry), among: times(entry) }
        }
        "different-days" => RuleKind::DifferentDays,
        "most-lessons" => RuleKind::MostLessons { per, lessons: number(entry) },
        "days-apart" => RuleKind::DaysApart { days: number(entry) },
        "days-within" => RuleKind::DaysWithin { days: number(entry) },
        "hours-apart" => RuleKind::HoursApart { hours: number(entry) },
        "adjoining" => RuleKind::Adjoining,
        "grouped" => RuleKind::Grouped,
        "not-together" => RuleKind::NotTogether,
        "most-at-once" => RuleKind::MostAtOnce { lessons: number(entry) },
        "same-period" => RuleKind::SamePeriod,
        "subjects-apart" => RuleKind::SubjectsApart {
            first: entry.many::<SubjectId>("first", SUBJECTS),
            second: entry.many("second", SUBJECTS),
            per,
        },
        "not-all" => RuleKind::NotAll {
            first: entry.codes("first"),
            second: entry.codes("second"),
            third: entry.codes("third"),
            per,
        },
        "only-at" => RuleKind::OnlyAt { times: times(entry) },
        "not-at" => RuleKind::NotAt { times: times(entry) },
        "starts-at" => RuleKind::StartsAt { times: times(entry) },
        "first-of" => RuleKind::FirstOf { of, per },
        "last-of" => RuleKind::LastOf { of, per },
        "most-first-slots" => RuleKind::MostFirstSlots { of, most: number(entry) },
        "most-last-slots" => RuleKind::MostLastSlots { of, most: number(entry) },
        "same-start" => RuleKind::SameStart,
        "groups-in-turn" => RuleKind::GroupsInTurn {
            division: entry.code("division"),
            subjects: std::mem::take(&mut scope.subjects),
            turns: entry.choice("turns", Turns::ALL, Turns::name).unwrap_or(Turns::Parallel),
        },
        "alternate" => {
            RuleKind::Alternate { first: entry.code("first"), second: entry.code("second") }
        }
        "before" => RuleKind::Before { first: entry.code("first"), second: entry.code("second") },
        "before-within" => {
            RuleKind::BeforeWithin { first: entry.code("first"), second: entry.code("second"), per }
        }
        "follows" => RuleKind::Follows { first: entry.code("first"), second: entry.code("second") },
        "home-room" => RuleKind::HomeRoom,
        "few-rooms" => RuleKind::FewRooms { of },
        "in-rooms" => RuleKind::InRooms { rooms: entry.many("among", &[Register::Rooms]) },
        "also-in" => RuleKind::AlsoIn { rooms: entry.many("among", &[Register::Rooms]) },
        "no-travel" => RuleKind::NoTravel {
            of,
            near: entry.many("near", &[Register::Buildings]),
            rows: entry.number("number").unwrap_or(1),
        },
        "most-travel" => RuleKind::MostTravel {
            of,
            per,
            most: number(entry),
            near: entry.many("near", &[Register::Buildings]),
        },
        "same-room" => RuleKind::SameRoom { of, rows: entry.number("number").unwrap_or(1) },
        "most-room-changes" => RuleKind::MostRoomChanges { of, per, most: number(entry) },
        "capacity" => RuleKind::Capacity,
        "balanced-days" => RuleKind::BalancedDays {
            least: number(entry),
            most: entry.number("most").unwrap_or_default(),
        },
        _ => return None,
    })
}
