//! Pools: which courses the same posts can give, and what cannot be parted among them.
//!
//! A teacher has all of a subject in a class, half-groups included; all three groups of two classes;
//! one group of a choice of languages. In the primary school one post has Arabic and what goes with
//! it, another French and mathematics.

use crate::draft::Draft;
use crate::rng::{Rng, Stream};
use jadwal_model::Id;
use jadwal_model::school::service::minutes;
use jadwal_model::school::{Audience, Course, Cycle, SubjectId};
use std::collections::BTreeMap;

/// Courses that stay together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Item {
    pub(crate) minutes: u32,
    /// Whom in which subject.
    pub(crate) parts: Vec<(SubjectId, Audience)>,
}

/// Items among which the same posts are shared.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    /// What the codes of its posts begin with.
    pub(crate) prefix: String,
    /// The subjects of its teachers, the own one first.
    pub(crate) subjects: Vec<SubjectId>,
    /// Weekly hours that each owes.
    pub(crate) service: u32,
    pub(crate) items: Vec<Item>,
}

/// What one post of the primary school teaches, the own subject first.
const PRIMARY: [(&str, &[&str]); 2] =
    [("PAR", &["AR", "ISL", "HG"]), ("PFR", &["FR", "MATH", "SCI"])];

/// The pools of a school, in the order of its subjects, those of the primary school last.
pub(crate) fn pools(draft: &Draft) -> Vec<Pool> {
    let mut items: BTreeMap<(usize, String), BTreeMap<(usize, usize), Item>> = BTreeMap::new();
    let mut lowest: BTreeMap<String, Cycle> = BTreeMap::new();
    let mut highest: BTreeMap<String, Cycle> = BTreeMap::new();
    for course in &draft.courses() {
        let (Some(cycle), Some(&who)) = (draft.cycle(course), course.audience.first()) else {
            continue;
        };
        let (order, prefix) = pool_of(draft, course, cycle);
        lowest.entry(prefix.clone()).and_modify(|c| *c = cycle.min(*c)).or_insert(cycle);
        highest.entry(prefix.clone()).and_modify(|c| *c = cycle.max(*c)).or_insert(cycle);
        let (key, whom) = together(draft, course, who);
        let item = items.entry((order, prefix)).or_default().entry(key).or_default();
        item.minutes += minutes(course);
        if !item.parts.contains(&(course.subject, whom)) {
            item.parts.push((course.subject, whom));
        }
    }
    let mut rng = draft.rng(Stream::Staff);
    let pool = |((_, prefix), items): ((usize, String), BTreeMap<_, Item>)| {
        let subjects = match PRIMARY.iter().find(|(code, _)| *code == prefix) {
            Some((_, subjects)) => subjects.iter().map(|code| draft.subject(code)).collect(),
            None => vec![draft.subject(&prefix)],
        };
        let cycle = if highest[&prefix] == Cycle::Lycee { Cycle::Lycee } else { lowest[&prefix] };
        // specialists in a primary school owe what those of the collège owe
        let cycle =
            if prefix.len() > 2 && subjects.len() > 1 { cycle } else { cycle.max(Cycle::College) };
        let mut pool = Pool {
            prefix,
            subjects,
            service: cycle.usual_service(),
            items: items.into_values().collect(),
        };
        order(&mut pool, &mut rng);
        pool
    };
    items.into_iter().map(pool).collect()
}

/// Large items first; among equals in random order, but for the sciences, whose posts then share
/// classes.
fn order(pool: &mut Pool, rng: &mut Rng) {
    if !["PC", "SVT"].contains(&pool.prefix.as_str()) {
        rng.shuffle(&mut pool.items);
    }
    pool.items.sort_by_key(|item| std::cmp::Reverse(item.minutes));
}

fn pool_of(draft: &Draft, course: &Course, cycle: Cycle) -> (usize, String) {
    let code = draft.school.subjects[course.subject].code.as_str();
    let primary = PRIMARY.iter().position(|(_, codes)| codes.contains(&code));
    match primary {
        Some(index) if cycle == Cycle::Primary => {
            (draft.subjects.len() + index, PRIMARY[index].0.into())
        }
        _ => (course.subject.index(), code.into()),
    }
}

/// The key of the item that a course belongs to, and the audience by which it is assigned.
fn together(draft: &Draft, course: &Course, who: Audience) -> ((usize, usize), Audience) {
    match who {
        Audience::Class(class) => ((0, class.index()), who),
        Audience::Group(group) => {
            let division = draft.school.groups[group].division;
            match draft.school.classes_of_group(group) {
                &[class] => ((0, class.index()), Audience::Class(class)),
                _ if draft.school.own_courses.iter().any(|own| own.code == course.code) => {
                    ((2, group.index()), who)
                }
                _ => ((1, division.index()), who),
            }
        }
    }
}
