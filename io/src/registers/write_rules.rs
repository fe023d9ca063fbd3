//! A rule becomes a row.

use super::line::{Line, audience};
use super::raw::Row;
use super::schema::HARD;
use jadwal_model::school::fault::Register;
use jadwal_model::school::id::SubjectId;
use jadwal_model::school::rule::{Rule, RuleKind, Strength};
use jadwal_model::school::school::School;

pub(super) fn rule(school: &School, rule: &Rule) -> Row {
    let scope = &rule.scope;
    let line = Line::coded(Register::Rules, &rule.code).text("kind", rule.kind.name());
    let line = match rule.strength {
        Strength::Hard => line.text("strength", HARD),
        Strength::Soft(weight) => line.number("strength", weight),
    };
    let meant = match &rule.kind {
        RuleKind::GroupsInTurn { subjects, .. } => subjects,
        _ => &scope.subjects,
    };
    let line = line
        .list("levels", scope.levels.iter().map(|&id| &school.levels[id].code))
        .list("audience", audience(school, &scope.audience))
        .list("subjects", subjects(school, meant))
        .list("teachers", scope.teachers.iter().map(|&id| &school.teachers[id].code))
        .list("rooms", scope.rooms.iter().map(|&id| &school.rooms[id].code))
        .list("courses", &scope.courses)
        .list("within", school.calendar.names_of(&scope.within));
    parameters(school, line, &rule.kind).row()
}

fn subjects<'a>(school: &'a School, ids: &'a [SubjectId]) -> impl Iterator<Item = &'a String> {
    ids.iter().map(|&id| &school.subjects[id].code)
}

fn parameters(school: &School, line: Line, kind: &RuleKind) -> Line {
    let slots = |times: &[_]| school.calendar.names_of(times);
    match kind {
        RuleKind::Unavailable { of, times } => {
            line.text("of", of.name()).list("times", slots(times))
        }
        RuleKind::PedagogicalHalfDay { times }
        | RuleKind::OnlyAt { times }
        | RuleKind::NotAt { times }
        | RuleKind::StartsAt { times } => line.list("times", slots(times)),
        RuleKind::HalfDayOnly { exceptions: number }
        | RuleKind::DaysApart { days: number }
        | RuleKind::DaysWithin { days: number }
        | RuleKind::MostAtOnce { lessons: number }
        | RuleKind::HoursApart { hours: number } => line.number("number", *number),
        RuleKind::LeastInHalfDay { of, hours: number }
        | RuleKind::MostInARow { of, hours: number }
        | RuleKind::LeastHours { of, hours: number }
        | RuleKind::MostDays { of, days: number }
        | RuleKind::LeastInDay { of, hours: number }
        | RuleKind::GapsThroughDay { of, most: number }
        | RuleKind::MostHalfDays { of, half_days: number }
        | RuleKind::MostHalfDaysInARow { of, half_days: number }
        | RuleKind::MostAfternoons { of, afternoons: number }
        | RuleKind::MostFirstSlots { of, most: number }
        | RuleKind::MostLastSlots { of, most: number } => {
            line.text("of", of.name()).number("number", *number)
        }
        RuleKind::Gaps { of, per, most: number }
        | RuleKind::Rest { of, per, slots: number }
        | RuleKind::LeastDays { of, per, days: number }
        | RuleKind::Span { of, per, slots: number }
        | RuleKind::EarlyStarts { of, per, most: number }
        | RuleKind::MostRoomChanges { of, per, most: number }
        | RuleKind::MostHours { of, per, hours: number } => {
            line.text("of", of.name()).text("per", per.name()).number("number", *number)
        }
        RuleKind::MostLessons { per, lessons } => {
            line.text("per", per.name()).number("number", *lessons)
        }
        RuleKind::FreeHalfDays { of, half_days, among } => {
            line.text("of", of.name()).number("number", *half_days).list("times", slots(among))
        }
        RuleKind::SubjectsApart { first, second, per } => line
            .text("per", per.name())
            .list("first", subjects(school, first))
            .list("second", subjects(school, second)),
        RuleKind::NotAll { first, second, third, per } => line
            .text("per", per.name())
            .list("first", first)
            .list("second", second)
            .list("third", third),
        RuleKind::GroupsInTurn { division, turns, .. } => {
            line.text("division", division).text("turns", turns.name())
        }
        RuleKind::Alternate { first, second }
        | RuleKind::Before { first, second }
        | RuleKind::Follows { first, second } => line.text("first", first).text("second", second),
        RuleKind::BeforeWithin { first, second, per } => {
            line.text("per", per.name()).text("first", first).text("second", second)
        }
        RuleKind::FirstOf { of, per } | RuleKind::LastOf { of, per } => {
            line.text("of", of.name()).text("per", per.name())
        }
        RuleKind::FewRooms { of } => line.text("of", of.name()),
        RuleKind::SameRoom { of, rows } => {
            line.text("of", of.name()).number_unless(1, "number", *rows)
        }
        RuleKind::InRooms { rooms } | RuleKind::AlsoIn { rooms } => {
            line.list("among", rooms.iter().map(|&id| &school.rooms[id].code))
        }
        RuleKind::NoTravel { of, near, rows } => {
            let near = near.iter().map(|&id| &school.buildings[id].code);
            line.text("of", of.name()).number_unless(1, "number", *rows).list("near", near)
        }
        RuleKind::MostTravel { of, per, most, near } => {
            let near = near.iter().map(|&id| &school.buildings[id].code);
            let line = line.text("of", of.name()).text("per", per.name());
            line.number("number", *most).list("near", near)
        }
        RuleKind::BalancedDays { least, most } => {
            line.number("number", *least).number("most", *most)
        }
        RuleKind::DifferentDays
        | RuleKind::Adjoining
        | RuleKind::Grouped
        | RuleKind::NotTogether
        | RuleKind::SamePeriod
        | RuleKind::SameStart
        | RuleKind::HomeRoom
        | RuleKind::Capacity => line,
    }
}
