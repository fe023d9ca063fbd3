//! Lessons that take turns by the week: one in week A, another in week B of the same slots.
//!
//! A file says of each lesson in which weeks it is held; who takes turns with whom is seen from the cards,
//! or else from the weeks, the pupils and the teachers. Lessons that find no other have their slot in both
//! weeks.

use super::context::Known;
use super::reading::Reading;
use crate::fet::element::Element;
use jadwal_model::school::calendar::Week;
use jadwal_model::school::course::{Course, Teaching};
use jadwal_model::school::id::TeacherId;
use jadwal_model::school::rule::{RuleKind, Scope};
use std::collections::{BTreeMap, BTreeSet};

/// Where the cards of a lesson stand: day and period.
type Cards<'d> = BTreeSet<(&'d str, &'d str)>;

impl<'d> Reading<'d> {
    /// Finds lessons that take turns, and makes them do so.
    pub(super) fn turns(&mut self) {
        let document = self.document;
        let mut cards: BTreeMap<&'d str, Cards<'d>> = BTreeMap::new();
        for card in document.rows("cards") {
            cards.entry(card.attribute("lessonid")).or_default().insert(place(card));
        }
        let at = |id: &str| cards.get(id).cloned().unwrap_or_default();
        let all: Vec<(String, Known)> = document
            .rows("lessons")
            .filter_map(|row| {
                let id = row.attribute("id");
                let known = self.context.lessons.get(id)?;
                (!known.weeks.is_empty()).then(|| (id.to_owned(), known.clone()))
            })
            .collect();
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        // those that stand in the same slots first
        for by_cards in [true, false] {
            for first in 0..all.len() {
                for second in first + 1..all.len() {
                    let [one, other] = [&all[first], &all[second]];
                    let (here, there) = (at(&one.0), at(&other.0));
                    let fits = if by_cards {
                        !here.is_empty() && here == there && self.share(one, other)
                    } else {
                        (here.is_empty() || there.is_empty()) && self.alike(one, other)
                    };
                    let free = !taken.contains(&first) && !taken.contains(&second);
                    if let Some(is_first) = in_turn(&one.1, &other.1).filter(|_| fits && free) {
                        taken.extend([first, second]);
                        let (a, b) = if is_first { (one, other) } else { (other, one) };
                        self.alternate(&a.0, &b.0);
                    }
                }
            }
        }
    }

    fn alternate(&mut self, first: &str, second: &str) {
        if let Some(known) = self.context.lessons.get_mut(second) {
            known.week = Some(Week::B);
        }
        let code = |id| self.context.lessons.get(id).map(|known: &Known| known.course.clone());
        let (Some(first), Some(second)) = (code(first), code(second)) else { return };
        let name = format!("alternate {first} {second}");
        self.rule(name, RuleKind::Alternate { first, second }, Scope::default());
    }

    fn courses(&self, one: &(String, Known), other: &(String, Known)) -> Option<[&Course; 2]> {
        let find = |known: &Known| {
            self.school.own_courses.iter().find(|course| course.code == known.course)
        };
        Some([find(&one.1)?, find(&other.1)?])
    }

    /// Whether somebody or something would be in both lessons.
    fn share(&self, one: &(String, Known), other: &(String, Known)) -> bool {
        let Some([one, other]) = self.courses(one, other) else { return false };
        let classes = |course: &Course| -> BTreeSet<_> {
            let members = course.audience.iter();
            members.flat_map(|who| self.school.classes_of(who).to_vec()).collect()
        };
        one.room == other.room && !self.school.rooms_for(&one.room).is_empty()
            || !classes(one).is_disjoint(&classes(other))
            || teachers(one).iter().any(|teacher| teachers(other).contains(teacher))
    }

    /// Whether the same pupils attend, or the same teachers give the same subject.
    fn alike(&self, one: &(String, Known), other: &(String, Known)) -> bool {
        let Some([one, other]) = self.courses(one, other) else { return false };
        let same_teachers = !teachers(one).is_empty() && teachers(one) == teachers(other);
        !one.audience.is_empty() && one.audience == other.audience
            || one.subject == other.subject && same_teachers
    }
}

fn teachers(course: &Course) -> &[TeacherId] {
    match &course.teaching {
        Teaching::By(teachers) => teachers,
        Teaching::AnyOfSubject => &[],
    }
}

/// Whether it is the first of two that has week A while the other has week B; none if they cannot take turns.
fn in_turn(one: &Known, other: &Known) -> Option<bool> {
    let can = |known: &Known, mask: &str| known.weeks.iter().any(|week| week == mask);
    if one.blocks != other.blocks {
        return None;
    }
    if can(one, "10") && can(other, "01") {
        return Some(true);
    }
    (can(one, "01") && can(other, "10")).then_some(false)
}

fn place(card: &Element) -> (&str, &str) {
    let days = card.attribute("days");
    let day = if days.is_empty() { card.attribute("day") } else { days };
    (day, card.attribute("period"))
}
