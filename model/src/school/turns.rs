//! Turns: groups that exchange subjects, courses that exchange weeks.
//!
//! A turn has rounds. In each round some courses are held at the same time; in the next round the
//! groups have moved on by one subject.

use super::course::{Audience, Blocks, Course, Teaching};
use super::fault::What;
use super::id::{CourseId, DivisionId, GroupId, RuleId};
use super::rule::{RuleKind, Scope, Turns};
use super::school::School;
use crate::id::Id;
use crate::table::Table;
use std::collections::BTreeSet;

/// Courses that take turns, because of one rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Turn {
    /// The rule.
    pub rule: RuleId,
    /// How they take turns.
    pub turns: Turns,
    /// The courses of each round; all are cut into the same lessons.
    pub rounds: Vec<Vec<CourseId>>,
    /// The lengths of the lessons of every course.
    pub lengths: Vec<u32>,
}

impl Turn {
    /// How many slots all lessons of a block take together.
    #[must_use]
    pub fn span(&self, block: u32) -> u32 {
        let rounds = if self.turns == Turns::Swap { self.rounds.len() as u32 } else { 1 };
        self.lengths[block as usize] * rounds
    }

    /// Whether all lessons of a block are one event. What cannot be at once is left apart, so that
    /// the clash of its teachers is seen.
    #[must_use]
    pub fn is_joined(&self, courses: &Table<CourseId, Course>) -> bool {
        match self.turns {
            Turns::Parallel => false,
            Turns::Swap => self.rounds.iter().all(|round| can_be_parallel(courses, round)),
            Turns::Alternate => true,
        }
    }
}

/// All turns of a school that can be made; what cannot be is among its faults.
#[must_use]
pub fn turns(school: &School, courses: &Table<CourseId, Course>) -> Vec<Turn> {
    resolve(school, courses).0
}

/// What is wrong with rules about turns, each with the row of its rule.
pub(super) fn faults(school: &School, courses: &Table<CourseId, Course>) -> Vec<(usize, What)> {
    resolve(school, courses).1
}

fn resolve(school: &School, courses: &Table<CourseId, Course>) -> (Vec<Turn>, Vec<(usize, What)>) {
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    let mut taken: BTreeSet<CourseId> = BTreeSet::new();
    for (rule, data) in school.rules.enumerate() {
        let found = match &data.kind {
            RuleKind::GroupsInTurn { division, subjects, turns } => {
                divisions(school, division, &data.scope)
                    .filter_map(|id| {
                        let rounds = rounds(school, courses, id, subjects, &mut faults, rule)?;
                        Some((*turns, rounds))
                    })
                    .collect()
            }
            RuleKind::Alternate { first, second } => {
                let pair = [first, second].map(|code| school.find_course(courses, code));
                match pair {
                    [Some(a), Some(b)] => vec![(Turns::Alternate, vec![vec![a], vec![b]])],
                    _ => Vec::new(),
                }
            }
            _ => continue,
        };
        for (turns, rounds) in found {
            let members: BTreeSet<CourseId> = rounds.iter().flatten().copied().collect();
            match turn(school, courses, turns, &rounds) {
                Err(what) => faults.push((rule.index(), what)),
                Ok(_) if members.iter().any(|member| taken.contains(member)) => {
                    let twice = members.iter().find(|member| taken.contains(member));
                    let course = twice.map(|&id| courses[id].code.clone()).unwrap_or_default();
                    faults.push((rule.index(), What::TurnsTwice { course }));
                }
                Ok(lengths) => {
                    taken.extend(members);
                    all.push(Turn { rule, turns, rounds, lengths });
                }
            }
        }
    }
    (all, faults)
}

fn divisions<'a>(
    school: &'a School,
    sort: &'a str,
    scope: &Scope,
) -> impl Iterator<Item = DivisionId> + use<'a> {
    let classes = school.classes_in(scope);
    let meant = move |id: &DivisionId| {
        let division = &school.divisions[*id];
        division.sort == sort && division.classes.iter().any(|class| classes.contains(class))
    };
    school.divisions.ids().filter(meant)
}

/// In round r, group i has subject (i + r) modulo the number of groups, or is free. None where no
/// group of the division has any of the subjects.
fn rounds(
    school: &School,
    courses: &Table<CourseId, Course>,
    division: DivisionId,
    subjects: &[super::id::SubjectId],
    faults: &mut Vec<(usize, What)>,
    rule: RuleId,
) -> Option<Vec<Vec<CourseId>>> {
    let groups: Vec<GroupId> =
        school.groups.ids().filter(|&group| school.groups[group].division == division).collect();
    if subjects.len() > groups.len() {
        let (division, groups) = (school.divisions[division].code.clone(), groups.len());
        let what = What::MoreSubjectsThanGroups { division, groups, subjects: subjects.len() };
        faults.push((rule.index(), what));
        return None;
    }
    let find = |group: GroupId, subject| {
        let wanted = [Audience::Group(group)];
        let mut all = courses.enumerate();
        all.find(|(_, c)| c.subject == subject && c.audience == wanted).map(|(id, _)| id)
    };
    let table: Vec<Vec<Option<CourseId>>> = groups
        .iter()
        .map(|&group| subjects.iter().map(|&subject| find(group, subject)).collect())
        .collect();
    if table.iter().flatten().all(Option::is_none) {
        return None;
    }
    for (group, row) in groups.iter().zip(&table) {
        for (subject, course) in subjects.iter().zip(row) {
            if course.is_none() {
                let (group, subject) =
                    (&school.groups[*group].code, &school.subjects[*subject].code);
                let found = format!("{group}/{subject}");
                faults.push((rule.index(), What::UnknownCourse { found, nearest: None }));
            }
        }
    }
    let round = |r: usize| {
        let subject = |i: usize| (i + r) % groups.len();
        let held = table.iter().enumerate().filter_map(|(i, row)| *row.get(subject(i))?);
        held.collect::<Vec<_>>()
    };
    Some((0..groups.len()).map(round).collect())
}

/// The lengths of the lessons of a turn.
fn turn(
    school: &School,
    courses: &Table<CourseId, Course>,
    turns: Turns,
    rounds: &[Vec<CourseId>],
) -> Result<Vec<u32>, What> {
    let mut members = rounds.iter().flatten();
    let Some(&first) = members.next() else { return Err(What::Nothing) };
    let differently = |other: CourseId| What::CutDifferently {
        first: courses[first].code.clone(),
        second: courses[other].code.clone(),
    };
    let Blocks::Pattern(lengths) = &courses[first].blocks else { return Err(differently(first)) };
    if let Some(&other) = members.find(|&&other| courses[other].blocks != courses[first].blocks) {
        return Err(differently(other));
    }
    if turns == Turns::Alternate && rounds.len() != 2 {
        return Err(What::Range { found: rounds.len() as u32, minimum: 2, maximum: 2 });
    }
    if turns == Turns::Swap {
        let calendar = &school.calendar;
        let sizes = calendar.half_days.ids().map(|id| calendar.slots_of(id).count());
        let longest = sizes.max().unwrap_or(0) as u32;
        let all = rounds.len() as u32;
        if let Some(&length) = lengths.iter().find(|&&length| length * all > longest) {
            return Err(What::LessonTooLong { length: length * all, longest });
        }
    }
    Ok(lengths.clone())
}

/// Whether no teacher would have to be in two lessons of one round at once.
fn can_be_parallel(courses: &Table<CourseId, Course>, round: &[CourseId]) -> bool {
    let mut busy = BTreeSet::new();
    round.iter().all(|&course| match &courses[course].teaching {
        Teaching::By(teachers) => teachers.iter().all(|teacher| busy.insert(*teacher)),
        Teaching::AnyOfSubject => true,
    })
}
