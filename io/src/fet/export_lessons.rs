//! Rules about several lessons, and about changes of place, as constraints of a document.

use super::context::Block;
use super::element::Element;
use super::writing::{CERTAIN, Writing, constraint, text};
use jadwal_model::school::id::SlotId;
use jadwal_model::school::rule::{Of, Per, Rule, RuleKind, Strength};
use jadwal_model::school::scope::LessonId;

/// Adds a rule, if FET has the same words for it; says whether it has.
pub(super) fn one(writing: &mut Writing<'_>, rule: &Rule) -> bool {
    let hard = rule.strength == Strength::Hard;
    let lessons = || writing.school.lessons_in(writing.courses, &rule.scope);
    // a day of the file is a half-day, where it has those
    let day = if writing.halves { Per::HalfDay } else { Per::Day };
    match &rule.kind {
        RuleKind::DaysWithin { days } => days_within(writing, rule, *days),
        RuleKind::MostLessons { per, lessons: 1 } if *per == Per::Day => {
            days_apart(writing, rule, 1)
        }
        RuleKind::MostLessons { per, lessons: 2 } if *per == Per::Day && hard => {
            two_a_day(writing, rule)
        }
        RuleKind::NotTogether => {
            let weight = writing.context.weights.weight(rule.strength);
            set(writing, "ActivitiesNotOverlapping", weight, (lessons(), 2), Vec::new())
        }
        RuleKind::MostAtOnce { lessons: most } if hard => {
            let kind = "ActivitiesMaxSimultaneousInSelectedTimeSlots";
            let mut more = selected(writing, &rule.scope.within);
            more.push(text("Max_Number_of_Simultaneous_Activities", most));
            set(writing, kind, CERTAIN, (lessons(), *most as usize + 1), more)
        }
        RuleKind::LeastHours { of: Of::Lessons, hours } if hard => {
            let kind = "ActivitiesOccupyMinTimeSlotsFromSelection";
            let mut more = selected(writing, &rule.scope.within);
            more.push(text("Min_Number_of_Occupied_Time_Slots", hours));
            set(writing, kind, CERTAIN, (lessons(), 1), more)
        }
        RuleKind::MostHours { of: Of::Lessons, per: Per::Week, hours } if hard => {
            let kind = "ActivitiesOccupyMaxTimeSlotsFromSelection";
            let mut more = selected(writing, &rule.scope.within);
            more.push(text("Max_Number_of_Occupied_Time_Slots", hours));
            set(writing, kind, CERTAIN, (lessons(), 1), more)
        }
        RuleKind::SameRoom { of: Of::Lessons, rows: 1 } if hard => {
            let made = made(
                "ActivitiesSameRoomIfConsecutive",
                CERTAIN,
                (writing, lessons(), 2),
                Vec::new(),
            );
            writing.space.extend(made);
            true
        }
        RuleKind::SameRoom { of, rows } if hard => {
            let field = text("Min_Gaps_Between_Room_Changes", rows);
            of_each(writing, rule, *of, "MinGapsBetweenRoomChanges", &field)
        }
        RuleKind::NoTravel { of, near, rows } if hard && near.is_empty() => {
            let field = text("Min_Gaps_Between_Building_Changes", rows);
            of_each(writing, rule, *of, "MinGapsBetweenBuildingChanges", &field)
        }
        RuleKind::MostTravel { of, per, most, near } if hard && near.is_empty() => {
            changes(writing, rule, (*of, *per == day, *per), ("Building", *most))
        }
        RuleKind::MostRoomChanges { of, per, most } if hard => {
            changes(writing, rule, (*of, *per == day, *per), ("Room", *most))
        }
        _ => false,
    }
}

/// Lessons of a course on different days. In half-days FET counts real days too.
pub(super) fn days_apart(writing: &mut Writing<'_>, rule: &Rule, days: u32) -> bool {
    for lessons in writing.school.sets_in(writing.courses, &rule.scope) {
        let ids = activities(writing, lessons);
        if ids.len() < 2 {
            continue;
        }
        // FET would hold to that whatever the weight
        let mut fields = vec![text("Consecutive_If_Same_Day", "false")];
        fields.push(text("Number_of_Activities", ids.len()));
        fields.extend(ids.iter().map(|id| text("Activity_Id", id)));
        fields.push(text("MinDays", days));
        let weight = writing.context.weights.weight(rule.strength);
        writing.time.push(constraint("MinDaysBetweenActivities", weight, fields));
    }
    true
}

/// The activities of lessons.
pub(super) fn activities(writing: &Writing<'_>, lessons: Vec<LessonId>) -> Vec<u32> {
    let numbers = |(course, block): LessonId| {
        let data = &writing.courses[course];
        let at = |block| Block { course: data.code.clone(), block };
        // a course that the search cuts is one lesson there, and several in the file
        let last = if data.lessons().is_some() { block } else { u32::MAX };
        writing.context.numbers.range(at(block)..=at(last)).map(|(_, &id)| id)
    };
    lessons.into_iter().flat_map(numbers).collect()
}

/// Lessons of a course on days that are near; in half-days FET counts real days too.
fn days_within(writing: &mut Writing<'_>, rule: &Rule, days: u32) -> bool {
    let weight = writing.context.weights.weight(rule.strength);
    for lessons in writing.school.sets_in(writing.courses, &rule.scope) {
        let more = vec![text("MaxDays", days)];
        set(writing, "MaxDaysBetweenActivities", weight, (lessons, 2), more);
    }
    true
}

/// FET puts no three of one set on a day, whatever the weight of the days between them: even without any.
fn two_a_day(writing: &mut Writing<'_>, rule: &Rule) -> bool {
    for lessons in writing.school.sets_in(writing.courses, &rule.scope) {
        let ids = activities(writing, lessons);
        if ids.len() > 2 {
            let mut fields = vec![text("Consecutive_If_Same_Day", "false")];
            fields.extend(named(&ids));
            fields.push(text("MinDays", 1));
            writing.time.push(constraint("MinDaysBetweenActivities", 0.0, fields));
        }
    }
    true
}

/// A constraint of time of these lessons; of fewer than so many it would say nothing.
fn set(
    writing: &mut Writing<'_>,
    kind: &str,
    weight: f64,
    (lessons, least): (Vec<LessonId>, usize),
    more: Vec<Element>,
) -> bool {
    let made = made(kind, weight, (writing, lessons, least), more);
    writing.time.extend(made);
    true
}

fn made(
    kind: &str,
    weight: f64,
    (writing, lessons, least): (&Writing<'_>, Vec<LessonId>, usize),
    more: Vec<Element>,
) -> Option<super::document::Constraint> {
    let ids = activities(writing, lessons);
    let mut fields = named(&ids);
    fields.extend(more);
    (ids.len() >= least).then(|| constraint(kind, weight, fields))
}

fn named(ids: &[u32]) -> Vec<Element> {
    let mut fields = vec![text("Number_of_Activities", ids.len())];
    fields.extend(ids.iter().map(|id| text("Activity_Id", id)));
    fields
}

/// The slots that a rule looks at.
fn selected(writing: &Writing<'_>, within: &[SlotId]) -> Vec<Element> {
    let meant = |slot: &&SlotId| within.is_empty() || within.contains(slot);
    let places: Vec<_> =
        writing.context.places.iter().filter(|(slot, _)| meant(slot)).map(|(_, at)| *at).collect();
    let mut fields = vec![text("Number_of_Selected_Time_Slots", places.len())];
    fields.extend(places.into_iter().map(|(day, hour)| {
        let day = text("Selected_Day", &writing.days[day]);
        Element::of("Selected_Time_Slot", vec![day, text("Selected_Hour", &writing.hours[hour])])
    }));
    fields
}

/// So many changes of place in a day of the file, in a real day, or in the week.
fn changes(
    writing: &mut Writing<'_>,
    rule: &Rule,
    (of, is_day, per): (Of, bool, Per),
    (what, most): (&str, u32),
) -> bool {
    let (span, field) = match per {
        _ if is_day => ("Day", "Day"),
        Per::Week => ("Week", "Week"),
        // where days are whole, a half-day of ours is one too
        Per::HalfDay => ("Day", "Day"),
        Per::Day => ("RealDay", "Day"),
    };
    let field = text(&format!("Max_{what}_Changes_Per_{field}"), most);
    of_each(writing, rule, of, &format!("Max{what}ChangesPer{span}"), &field)
}

/// A constraint of place for everybody, or for each that a rule names.
fn of_each(writing: &mut Writing<'_>, rule: &Rule, of: Of, family: &str, field: &Element) -> bool {
    let (school, scope) = (writing.school, &rule.scope);
    if !scope.within.is_empty() || !scope.courses.is_empty() || !scope.rooms.is_empty() {
        return false;
    }
    let whose: Vec<(&str, Option<Element>)> = match of {
        Of::Teachers if scope.is_everything() => vec![("Teachers", None)],
        Of::Classes if scope.is_everything() => vec![("Students", None)],
        Of::Teachers => {
            let teachers = school.teachers_in(writing.courses, scope).into_iter();
            let codes = teachers.map(|teacher| &school.teachers[teacher].code);
            codes.map(|code| ("Teacher", Some(text("Teacher", code)))).collect()
        }
        Of::Classes if scope.subjects.is_empty() && scope.teachers.is_empty() => {
            let classes = school.classes_in(scope).into_iter();
            let codes: Vec<&str> = if scope.audience.is_empty() {
                classes.map(|class| school.classes[class].code.as_str()).collect()
            } else {
                scope.audience.iter().map(|&who| school.audience_code(who)).collect()
            };
            codes.into_iter().map(|code| ("StudentsSet", Some(text("Students", code)))).collect()
        }
        _ => return false,
    };
    for (prefix, who) in whose {
        let fields = who.into_iter().chain([field.clone()]).collect();
        writing.space.push(constraint(&format!("{prefix}{family}"), CERTAIN, fields));
    }
    true
}
