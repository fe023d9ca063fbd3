//! Rules about classes, their courses and their rooms.

use crate::draft::Draft;
use crate::rng::Rng;
use jadwal_model::school::{Cycle, LevelId, Of, Per, RuleKind, Scope};

/// Subjects whose lessons fall on different days.
const SPREAD: [&str; 12] =
    ["AR", "FR", "EN", "ES", "HG", "ISL", "PHI", "MATH", "SCI", "PC", "SVT", "TRAD"];

pub(super) fn write(draft: &mut Draft, rng: &mut Rng) {
    use Of::Classes;
    let all = Scope::default;
    draft.hard("class-gaps", all(), RuleKind::Gaps { of: Classes, per: Per::HalfDay, most: 0 });
    draft.hard("class-least", all(), RuleKind::LeastInHalfDay { of: Classes, hours: 2 });
    draft.hard("class-most", all(), RuleKind::MostHours { of: Classes, per: Per::Day, hours: 8 });
    draft.hard("different-days", draft.of_subjects(&SPREAD), RuleKind::DifferentDays);
    draft.hard("capacity", all(), RuleKind::Capacity);
    let day = RuleKind::MostHours { of: Classes, per: Per::Day, hours: 7 };
    draft.soft("class-day", all(), (4, rng), day);
    draft.soft("class-balance", all(), (2, rng), RuleKind::BalancedDays { least: 3, most: 7 });
    let afternoons = RuleKind::MostAfternoons { of: Classes, afternoons: 4 };
    draft.soft("class-afternoons", all(), (2, rng), afternoons);
    let late = RuleKind::NotAt { times: draft.times(&["last"]) };
    draft.soft("late-maths", draft.of_subjects(&["MATH"]), (1, rng), late);
    if rng.chance(50) {
        let few = draft.of_subjects(&["EN", "ISL"]);
        draft.soft("days-apart", few, (1, rng), RuleKind::DaysApart { days: 2 });
    }
    sport(draft, rng);
    rooms(draft, rng);
}

fn sport(draft: &mut Draft, rng: &mut Rng) {
    let primary = |level: &LevelId| draft.school.levels[*level].cycle == Cycle::Primary;
    let mut scope = draft.of_subjects(&["EPS"]);
    if draft.school.levels.ids().any(|level| primary(&level)) {
        scope.levels = draft.school.levels.ids().filter(|level| !primary(level)).collect();
    }
    draft.hard("sport-apart", scope, RuleKind::HoursApart { hours: 44 });
    let noon = RuleKind::NotAt { times: draft.times(&["*4", "*5"]) };
    draft.soft("sport-noon", draft.of_subjects(&["EPS"]), (2, rng), noon);
    let apart = RuleKind::SubjectsApart {
        first: draft.taught(&["MATH"]),
        second: draft.taught(&["EPS"]),
        per: Per::HalfDay,
    };
    draft.soft("maths-and-sport", Scope::default(), (2, rng), apart);
    let afternoons = RuleKind::OnlyAt { times: draft.times(&["pm"]) };
    draft.soft("association", draft.of_subjects(&["ASS"]), (1, rng), afternoons);
}

fn rooms(draft: &mut Draft, rng: &mut Rng) {
    let school = &draft.school;
    let at_home: Vec<_> = school
        .levels
        .ids()
        .filter(|&level| {
            school.classes.iter().any(|class| class.level == level && class.home_room.is_some())
        })
        .collect();
    if at_home.len() < school.levels.len() {
        let few = RuleKind::FewRooms { of: Of::Teachers };
        draft.soft("few-rooms", Scope::default(), (1, rng), few);
    }
    if !at_home.is_empty() {
        let scope = Scope { levels: at_home, ..Scope::default() };
        draft.soft("home-rooms", scope, (3, rng), RuleKind::HomeRoom);
    }
    if !draft.school.buildings.is_empty() {
        let travel = RuleKind::NoTravel { of: Of::Teachers, near: Vec::new(), rows: 1 };
        draft.soft("travel", Scope::default(), (1, rng), travel);
    }
}
