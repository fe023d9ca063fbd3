//! A document while it is made of a school: what of it is there, and how its parts are written.

use super::context::Context;
use super::document::Constraint;
use super::element::Element;
use super::weights::Weights;
use jadwal_model::Table;
use jadwal_model::school::calendar::Part;
use jadwal_model::school::course::Course;
use jadwal_model::school::id::{CourseId, SlotId};
use jadwal_model::school::school::School;

/// A document while it is made.
pub(super) struct Writing<'s> {
    pub(super) school: &'s School,
    pub(super) courses: &'s Table<CourseId, Course>,
    pub(super) context: Context,
    pub(super) time: Vec<Constraint>,
    pub(super) space: Vec<Constraint>,
    pub(super) left_out: Vec<String>,
    /// Whether days of the file are half-days.
    pub(super) halves: bool,
    pub(super) days: Vec<String>,
    pub(super) hours: Vec<String>,
    pub(super) activities: Vec<Element>,
}

impl<'s> Writing<'s> {
    pub(super) fn new(
        school: &'s School,
        courses: &'s Table<CourseId, Course>,
        weights: Weights,
    ) -> Self {
        let part = |part| school.calendar.half_days.iter().any(|half_day| half_day.part == part);
        Self {
            school,
            courses,
            context: Context { weights, ..Context::default() },
            time: vec![constraint("BasicCompulsoryTime", CERTAIN, Vec::new())],
            space: vec![constraint("BasicCompulsorySpace", CERTAIN, Vec::new())],
            left_out: Vec::new(),
            halves: part(Part::Morning) && part(Part::Afternoon),
            days: Vec::new(),
            hours: Vec::new(),
            activities: Vec::new(),
        }
    }

    /// Days and hours, as fields of this name after their number.
    pub(super) fn listed(&self, field: &str, places: &[(usize, usize)]) -> Vec<Element> {
        let mut fields = vec![text(&format!("Number_of_{field}s"), places.len())];
        fields.extend(places.iter().map(|&(day, hour)| {
            let when = [text("Day", &self.days[day]), text("Hour", &self.hours[hour])];
            Element::of(field, when.to_vec())
        }));
        fields
    }

    /// Slots, as fields of this name after their number.
    pub(super) fn times(&self, field: &str, slots: &[SlotId]) -> Vec<Element> {
        let places: Vec<_> = slots.iter().map(|slot| self.context.places[slot]).collect();
        self.listed(field, &places)
    }
}

/// The names of a room that holds so many lessons.
pub(super) fn copies(code: &str, holds: u32) -> Vec<String> {
    let name = |n| if n == 1 { code.to_owned() } else { format!("{code}#{n}") };
    (1..=holds).map(name).collect()
}

/// An element with a text.
pub(super) fn text(name: &str, text: impl ToString) -> Element {
    Element::new(name, &text.to_string())
}

/// The weight in percent of what must hold.
pub(super) const CERTAIN: f64 = 100.0;

/// A constraint of this weight, with these fields between its weight and its end.
pub(super) fn constraint(kind: &str, weight: f64, fields: Vec<Element>) -> Constraint {
    let weight = format!("{weight:.6}");
    let weight = weight.trim_end_matches('0').trim_end_matches('.');
    let mut children = vec![text("Weight_Percentage", weight)];
    children.extend(fields);
    children.extend([text("Active", "true"), text("Comments", "")]);
    Constraint::new(Element::of(&format!("Constraint{kind}"), children))
}
