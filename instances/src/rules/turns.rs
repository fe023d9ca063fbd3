//! Groups that take turns, weeks that take turns, languages that are held together.

use crate::draft::Draft;
use crate::grid::{HALVES, LANGUAGE, TRIOS};
use jadwal_model::school::{Audience, LevelId, RuleKind, Scope, Turns, Weeks};

pub(super) fn write(draft: &mut Draft) {
    let swaps = |level: &str| draft.shape.swaps.contains(&level);
    let swapping = levels(draft, HALVES, &swaps);
    let parallel = levels(draft, HALVES, &|level| !swaps(level));
    let trios = levels(draft, TRIOS, &|_| true);
    in_turn(draft, "turns-swap", &swapping, HALVES, &["PC", "SVT"], Turns::Swap);
    in_turn(draft, "turns-parallel", &parallel, HALVES, &["PC", "SVT"], Turns::Parallel);
    in_turn(draft, "turns-trios", &trios, TRIOS, &["PC", "SVT", "TECH"], Turns::Parallel);
    if draft.school.calendar.weeks == Weeks::AB {
        let subjects = [draft.subject("INFO"), draft.subject("TECH")];
        let fortnightly = |level: LevelId| {
            let mut lines = draft.school.curricula.iter();
            lines.any(|l| l.level == level && l.fortnightly && subjects.contains(&l.subject))
        };
        let mut weekly = swapping;
        weekly.extend(parallel);
        weekly.sort_unstable();
        weekly.retain(|&level| fortnightly(level));
        in_turn(draft, "turns-weeks", &weekly, HALVES, &["INFO", "TECH"], Turns::Alternate);
        undivided(draft);
    }
    languages(draft);
}

/// Levels with divisions of a sort, those that are wanted.
fn levels(draft: &Draft, sort: &str, wanted: &dyn Fn(&str) -> bool) -> Vec<LevelId> {
    let school = &draft.school;
    let has = |level: LevelId| {
        let divisions = school.divisions.iter().filter(|division| division.sort == sort);
        divisions.flat_map(|d| &d.classes).any(|&class| school.classes[class].level == level)
    };
    let ids = school.levels.ids();
    ids.filter(|&level| wanted(&school.levels[level].code) && has(level)).collect()
}

fn in_turn(
    draft: &mut Draft,
    code: &str,
    levels: &[LevelId],
    sort: &str,
    subjects: &[&str],
    turns: Turns,
) {
    if levels.is_empty() {
        return;
    }
    let subjects = subjects.iter().map(|code| draft.subject(code)).collect();
    let scope = Scope { levels: levels.to_vec(), ..Scope::default() };
    draft.hard(code, scope, RuleKind::GroupsInTurn { division: sort.into(), subjects, turns });
}

/// A class too small for halves has computing in week A, technology in week B.
fn undivided(draft: &mut Draft) {
    let courses = draft.courses();
    let (info, tech) = (draft.subject("INFO"), draft.subject("TECH"));
    for class in draft.school.classes.ids() {
        let find = |subject| {
            let mut courses = courses.iter();
            courses.find(|c| {
                c.fortnightly && c.subject == subject && c.audience == [Audience::Class(class)]
            })
        };
        if let (Some(first), Some(second)) = (find(info), find(tech)) {
            let code = format!("weeks-{}", draft.school.classes[class].code);
            let kind =
                RuleKind::Alternate { first: first.code.clone(), second: second.code.clone() };
            draft.hard(code, Scope::default(), kind);
        }
    }
}

fn languages(draft: &mut Draft) {
    for division in draft.school.divisions.ids() {
        let school = &draft.school;
        if school.divisions[division].sort != LANGUAGE {
            continue;
        }
        let inside = |who: &Audience| match who {
            Audience::Group(group) => school.groups[*group].division == division,
            Audience::Class(_) => false,
        };
        let courses = school.own_courses.iter().filter(|c| c.audience.iter().any(inside));
        let courses: Vec<_> = courses.map(|course| course.code.clone()).collect();
        if courses.len() > 1 {
            let code = format!("together-{}", school.divisions[division].code);
            draft.hard(code, Scope { courses, ..Scope::default() }, RuleKind::SameStart);
        }
    }
}
