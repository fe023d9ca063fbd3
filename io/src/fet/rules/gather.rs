//! Rules that say the same of several become one rule of all of them.

use jadwal_model::school::course::Audience;
use jadwal_model::school::id::{RoomId, TeacherId};
use jadwal_model::school::rule::{Of, RuleKind, Scope, Strength};

/// One rule, before it has a code.
pub(crate) type Said = (RuleKind, Scope, Strength);

/// The rules, in the order of the first of each sort, with the kind of its constraint.
pub(crate) fn gather<'a>(all: impl IntoIterator<Item = (&'a str, Said)>) -> Vec<(&'a str, Said)> {
    let mut rules: Vec<(&str, Said)> = Vec::new();
    for (name, said) in all {
        let (kind, scope, strength) = &said;
        let list = list(kind, scope);
        let alike = |(other, (of, in_scope, at)): &&mut (&str, Said)| {
            *other == name
                && of == kind
                && at == strength
                && in_scope.within == scope.within
                && self::list(of, in_scope) == list
        };
        match rules.iter_mut().find(|rule| list.is_some() && alike(rule)) {
            Some((_, (_, all, _))) => join(all, scope),
            None => rules.push((name, said)),
        }
    }
    rules
}

/// What a scope names, if it is one thing, and each of them for itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Audience,
    Teachers,
    Rooms,
    Courses,
}

fn list(kind: &RuleKind, scope: &Scope) -> Option<List> {
    let lists = [
        (List::Audience, scope.audience.is_empty()),
        (List::Teachers, scope.teachers.is_empty()),
        (List::Rooms, scope.rooms.is_empty()),
        (List::Courses, scope.courses.is_empty()),
    ];
    let mut named = lists.into_iter().filter(|(_, empty)| !empty).map(|(list, _)| list);
    let (list, None) = (named.next()?, named.next()) else { return None };
    let whole = || scope.courses.iter().all(|name| !name.contains('#'));
    let each = match kind {
        RuleKind::DifferentDays
        | RuleKind::MostLessons { .. }
        | RuleKind::DaysApart { .. }
        | RuleKind::DaysWithin { .. }
        | RuleKind::Adjoining => whole(),
        RuleKind::OnlyAt { .. }
        | RuleKind::InRooms { .. }
        | RuleKind::NotAt { .. }
        | RuleKind::StartsAt { .. }
        | RuleKind::FirstOf { .. }
        | RuleKind::LastOf { .. } => list == List::Courses,
        RuleKind::FewRooms { .. } => false,
        kind => kind.of().is_some_and(|of| of != Of::Lessons) && list != List::Courses,
    };
    each.then_some(list)
}

fn join(all: &mut Scope, more: &Scope) {
    fn add<T: PartialEq + Clone>(all: &mut Vec<T>, more: &[T]) {
        for one in more {
            if !all.contains(one) {
                all.push(one.clone());
            }
        }
    }
    add::<Audience>(&mut all.audience, &more.audience);
    add::<TeacherId>(&mut all.teachers, &more.teachers);
    add::<RoomId>(&mut all.rooms, &more.rooms);
    add(&mut all.courses, &more.courses);
}

#[cfg(test)]
mod tests {
    use super::*;
    use jadwal_model::Id;

    #[test]
    fn what_is_said_of_several_is_said_once() {
        let teacher = |index: usize| Scope { teachers: vec![Id::new(index)], ..Scope::default() };
        let course = |code: &str| Scope { courses: vec![code.to_owned()], ..Scope::default() };
        let days = |days| RuleKind::MostDays { of: Of::Teachers, days };
        let hard = Strength::Hard;
        for (name, rules, expected) in [
            ("teachers", vec![(days(2), teacher(0), hard), (days(2), teacher(1), hard)], 1),
            ("two numbers", vec![(days(2), teacher(0), hard), (days(3), teacher(1), hard)], 2),
            (
                "two weights",
                vec![(days(2), teacher(0), hard), (days(2), teacher(1), Strength::Soft(1))],
                2,
            ),
            (
                "courses",
                vec![
                    (RuleKind::Adjoining, course("a"), hard),
                    (RuleKind::Adjoining, course("b"), hard),
                ],
                1,
            ),
            (
                "lessons that are taken together",
                vec![
                    (RuleKind::Adjoining, course("a#1"), hard),
                    (RuleKind::Adjoining, course("b#1"), hard),
                ],
                2,
            ),
            (
                "sets that are compared",
                vec![
                    (RuleKind::SameStart, course("a"), hard),
                    (RuleKind::SameStart, course("b"), hard),
                ],
                2,
            ),
            (
                "everybody and one",
                vec![(days(2), Scope::default(), hard), (days(2), teacher(1), hard)],
                2,
            ),
        ] {
            let named = rules.into_iter().map(|rule| ("K", rule));
            assert_eq!(gather(named).len(), expected, "{name}");
        }
    }
}
