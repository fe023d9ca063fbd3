//! Constraints about the activities with a tag that a teacher or the students have.

use super::case::{Case, Rules, Whose, briefly};
use super::people::least_in;
use crate::fet::context::{Block, Filter, Known};
use jadwal_model::Id;
use jadwal_model::school::id::TeacherId;
use jadwal_model::school::rule::{Of, Per, RuleKind, Scope};
use std::collections::{BTreeMap, BTreeSet};

/// By person, a teacher or an atom of the students: what each has.
type Theirs<'a> = BTreeMap<u32, Vec<&'a Known>>;

/// The tags of which FET's own constraint speaks: the levels of the classes that are taught.
const LEVELS: [&str; 3] = ["N1", "N2", "N3"];
/// A set from which more sets would have to be formed is kept as it is.
const MOST_SETS: usize = 60;

pub(super) fn max_hours_daily(case: &Case<'_>) -> Option<Rules> {
    let hours = case.number("Maximum_Hours_Daily")?;
    tagged(case, hours, RuleKind::MostHours { of: Of::Lessons, per: case.day(), hours })
}

pub(super) fn max_hours_real_day(case: &Case<'_>) -> Option<Rules> {
    let hours = case.number("Maximum_Hours_Daily")?;
    tagged(case, hours, RuleKind::MostHours { of: Of::Lessons, per: Per::Day, hours })
}

pub(super) fn max_hours_continuously(case: &Case<'_>) -> Option<Rules> {
    let hours = case.number("Maximum_Hours_Continuously")?;
    tagged(case, hours, RuleKind::MostInARow { of: Of::Lessons, hours })
}

pub(super) fn min_hours_daily(case: &Case<'_>) -> Option<Rules> {
    if !case.constraint.element.flag("Allow_Empty_Days", true) {
        return None;
    }
    let hours = case.number("Minimum_Hours_Daily")?;
    tagged(case, 0, least_in(Of::Lessons, case.day(), hours))
}

pub(super) fn two_levels_a_day(case: &Case<'_>) -> Option<Rules> {
    not_all(case, case.day(), &LEVELS, 2)
}

pub(super) fn two_levels_a_real_day(case: &Case<'_>) -> Option<Rules> {
    not_all(case, Per::Day, &LEVELS, 2)
}

pub(super) fn max_from_set_a_day(case: &Case<'_>) -> Option<Rules> {
    from_set(case, case.day())
}

pub(super) fn max_from_set_a_real_day(case: &Case<'_>) -> Option<Rules> {
    from_set(case, Per::Day)
}

fn from_set(case: &Case<'_>, per: Per) -> Option<Rules> {
    let most = case.number("Maximum_Allowed_Activity_Tags")?;
    // one that is named twice is one
    let tags: BTreeSet<&str> = case.constraint.texts("Activity_Tag").collect();
    let tags: Vec<&str> = tags.into_iter().collect();
    not_all(case, per, &tags, most as usize)
}

/// A rule for each person: of the lessons with the tag that this one has, if they are longer than
/// these hours together.
fn tagged(case: &Case<'_>, hours: u32, kind: RuleKind) -> Option<Rules> {
    let tag = case.constraint.text_of(&["Activity_Tag", "Activity_Tag_Name"])?;
    let long = |all: &Vec<&Known>| all.iter().map(|known| known.duration).sum::<u32>() > hours;
    let all = theirs(case, tag).into_values().filter(long);
    let sets: BTreeSet<Vec<Block>> = all.map(|all| lessons(&all)).collect();
    let rule = |lessons: Vec<Block>| (kind.clone(), briefly(case.context, &lessons));
    Some(sets.into_iter().map(rule).collect())
}

/// At most so many of these tags in a stretch: for each person, no stretch has all tags of any set that
/// is larger by one.
fn not_all(case: &Case<'_>, per: Per, tags: &[&str], most: usize) -> Option<Rules> {
    if tags.len() <= most {
        return Some(Vec::new());
    }
    let sets = if (1..=2).contains(&most) { subsets(tags.len(), most + 1) } else { Vec::new() };
    if sets.is_empty() || sets.len() > MOST_SETS {
        return None;
    }
    let by_tag: Vec<Theirs<'_>> = tags.iter().map(|tag| theirs(case, tag)).collect();
    let mut rules: BTreeSet<Vec<Vec<Block>>> = BTreeSet::new();
    for set in sets {
        let Some((first, others)) = set.split_first() else { continue };
        for (person, has) in &by_tag[*first] {
            let others: Option<Vec<&Vec<&Known>>> =
                others.iter().map(|&tag| by_tag[tag].get(person)).collect();
            if let Some(others) = others {
                rules.insert([has].into_iter().chain(others).map(|all| lessons(all)).collect());
            }
        }
    }
    let named = |lessons: &Vec<Block>| briefly(case.context, lessons).courses;
    let rule = |lists: Vec<Vec<Block>>| {
        let mut lists = lists.iter().map(named);
        let [first, second, third] = [(); 3].map(|()| lists.next().unwrap_or_default());
        (RuleKind::NotAll { first, second, third, per }, Scope::default())
    };
    Some(rules.into_iter().map(rule).collect())
}

/// All subsets of so many of the first numbers, while they are few.
fn subsets(number: usize, size: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..size {
        let longer = |set: Vec<usize>| {
            let next = set.last().map_or(0, |&last| last + 1);
            (next..number).map(move |one| [set.as_slice(), &[one]].concat())
        };
        all = all.into_iter().flat_map(longer).take(MOST_SETS * number + 1).collect();
    }
    all
}

/// What those of whom the constraint speaks have of a tag.
fn theirs<'a>(case: &Case<'a>, tag: &str) -> Theirs<'a> {
    let (constraint, context) = (case.constraint, case.context);
    let filter = match case.whose {
        Whose::Teacher => {
            Filter { teacher: constraint.teacher(), tag: Some(tag), ..Filter::default() }
        }
        Whose::StudentsSet => {
            Filter { students: constraint.students(), tag: Some(tag), ..Filter::default() }
        }
        _ => Filter { tag: Some(tag), ..Filter::default() },
    };
    let of_set = filter.students.and_then(|name| context.atoms.get(name));
    let of_teacher = filter.teacher.and_then(|name| context.teacher(name));
    let mut theirs = Theirs::new();
    for id in context.matching(&filter) {
        let Some(known) = context.activities.get(&id) else { continue };
        let persons: Vec<u32> = if case.of() == Of::Teachers {
            let meant = |one: &&TeacherId| of_teacher.is_none_or(|teacher| teacher == **one);
            known.teachers.iter().filter(meant).map(|one| one.index() as u32).collect()
        } else {
            let meant = |atom: &&u32| of_set.is_none_or(|set| set.contains(atom));
            known.atoms.iter().filter(meant).copied().collect()
        };
        persons.into_iter().for_each(|person| theirs.entry(person).or_default().push(known));
    }
    theirs
}

fn lessons(all: &[&Known]) -> Vec<Block> {
    all.iter().map(|known| known.lesson.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_subsets_of_a_size() {
        assert_eq!(subsets(3, 2), [[0, 1], [0, 2], [1, 2]]);
        assert_eq!(subsets(3, 3), [[0, 1, 2]]);
        assert!(subsets(2, 3).is_empty());
        assert!(subsets(100, 3).len() > MOST_SETS, "too many are not few");
    }
}
