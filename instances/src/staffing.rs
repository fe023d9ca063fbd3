//! Posts: how many teachers each subject has, and who teaches whom, as evenly as it can be.

use crate::draft::Draft;
use crate::names::People;
use crate::pools::{Item, Pool, pools};
use crate::profile::Profile;
use crate::rng::{Rng, Stream};
use jadwal_model::school::{Assignment, Audience, SubjectId, Teacher, TeacherId, Teaching};
use std::collections::BTreeMap;

/// Hours of the sport association inside the service of a teacher of sport.
pub(crate) const ASSOCIATION: u32 = 3;

/// A part-time post of a private school has so many hours at most.
const PART_TIME: u32 = 14;

/// A pool with the post that each item goes to.
struct Staffed {
    pool: Pool,
    /// The most minutes of each post.
    most: Vec<u32>,
    post: Vec<usize>,
}

/// Makes the teachers and assigns them. False if some item is more than one post can give.
pub(crate) fn staff(draft: &mut Draft) -> bool {
    let mut rng = draft.rng(Stream::Staff);
    let mut staffed = Vec::new();
    for pool in pools(draft) {
        let Some(pool) = fewest(draft, pool, &mut rng) else { return false };
        staffed.push(pool);
    }
    let range = draft.profile.sizes().teachers;
    let least = staffed.iter().map(|pool| pool.most.len()).sum::<usize>();
    // nearer the lower end of what is possible: posts are scarce
    let low = least.max(*range.start());
    let wanted = low + rng.below((range.end() + 1).saturating_sub(low).div_ceil(2));
    for _ in least..wanted {
        relieve(draft, &mut staffed, &mut rng);
    }
    let mut people = People::default();
    let mut persons = draft.rng(Stream::Persons);
    for pool in staffed {
        appoint(draft, &pool, &mut people, &mut persons);
    }
    true
}

/// As few posts as can give all items.
fn fewest(draft: &Draft, pool: Pool, rng: &mut Rng) -> Option<Staffed> {
    let mut most = Vec::new();
    while most.len() <= pool.items.len() {
        most.push(post(draft, &pool, most.len(), rng));
        if let Some(post) = pack(&pool.items, &most) {
            return Some(Staffed { pool, most, post });
        }
    }
    None
}

/// The most minutes that the next post of a pool may have.
fn post(draft: &Draft, pool: &Pool, index: usize, rng: &mut Rng) -> u32 {
    let reserved = if pool.prefix == "EPS" { ASSOCIATION } else { 0 };
    // hours of the other subjects of a primary post count half as much again, up to two
    let relief = if pool.subjects.len() > 1 { 2 } else { 0 };
    let full = pool.service + draft.shape.overtime - reserved - relief;
    let part_time = draft.profile == Profile::Private
        && pool.subjects.len() == 1
        && index % 4 == 1 + rng.below(2);
    60 * if part_time { PART_TIME.min(full) } else { full }
}

/// Each item to the post with the most time left; none if some does not fit.
fn pack(items: &[Item], most: &[u32]) -> Option<Vec<usize>> {
    let mut left = most.to_vec();
    let place = |item: &Item| {
        let (post, time) = left.iter_mut().enumerate().rev().max_by_key(|(_, time)| **time)?;
        *time = time.checked_sub(item.minutes)?;
        Some(post)
    };
    items.iter().map(place).collect()
}

/// One more post where teachers have most to do and there is something to take over.
fn relieve(draft: &Draft, staffed: &mut [Staffed], rng: &mut Rng) {
    let average = |pool: &Staffed| {
        let minutes: u32 = pool.pool.items.iter().map(|item| item.minutes).sum();
        minutes * 100 / (pool.most.len() as u32 * pool.pool.service)
    };
    let can = staffed.iter_mut().filter(|pool| pool.pool.items.len() > pool.most.len());
    let Some(pool) = can.max_by_key(|pool| average(pool)) else { return };
    let mut most = pool.most.clone();
    most.push(post(draft, &pool.pool, most.len(), rng));
    if let Some(post) = pack(&pool.pool.items, &most) {
        (pool.most, pool.post) = (most, post);
    }
}

/// Makes the teachers of a pool and writes down whom each teaches.
fn appoint(draft: &mut Draft, staffed: &Staffed, people: &mut People, rng: &mut Rng) {
    let Staffed { pool, most, post } = staffed;
    for (index, &most) in most.iter().enumerate() {
        let part_time = most <= PART_TIME * 60 && pool.service > PART_TIME;
        let teacher = draft.school.teachers.push(Teacher {
            code: format!("{}{}", pool.prefix, index + 1),
            name: rng.chance(35).then(|| people.next(rng)),
            subjects: pool.subjects.clone(),
            service: if part_time { PART_TIME } else { pool.service },
            overtime: draft.shape.overtime,
            elsewhere: None,
        });
        let items = pool.items.iter().zip(post).filter(|&(_, &post)| post == index);
        let parts = items.flat_map(|(item, _)| item.parts.iter().copied()).collect();
        assign(draft, teacher, parts);
    }
}

/// One line for each of the teacher's subjects; languages that are chosen are in no line.
fn assign(draft: &mut Draft, teacher: TeacherId, mut parts: Vec<(SubjectId, Audience)>) {
    parts.sort_unstable();
    let mut lines: BTreeMap<SubjectId, Vec<Audience>> = BTreeMap::new();
    for (subject, who) in parts {
        let own = draft.school.own_courses.iter_mut();
        let mut own = own.filter(|course| course.subject == subject && course.audience == [who]);
        match own.next() {
            Some(course) => course.teaching = Teaching::By(vec![teacher]),
            None => lines.entry(subject).or_default().push(who),
        }
    }
    for (subject, audience) in lines {
        draft.school.assignments.push(Assignment { teachers: vec![teacher], subject, audience });
    }
}
