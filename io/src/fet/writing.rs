//! A document while it is made of a school: what of it is there, and how its parts are written.

use super::context::Context;
use super::document::Constraint;
use super::element::Element;
use jadwal_model::Table;
use jadwal_model::school::calendar::Part;
use jadwal_model::school::course::Course;
use jadwal_model::school::id::{CourseId, SlotId};
use jadwal_model::school::rule::Strength;
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
    pub(super) fn new(school: &'s School, courses: &'s Table<CourseId, Course>) -> Self {
        let part = |part| school.calendar.half_days.iter().any(|half_day| half_day.part == part);
        Self {
            school,
            courses,
            context: Context::default(),
            time: vec![constraint("BasicCompulsoryTime", Strength::Hard, Vec::new())],
            space: vec![constraint("BasicCompulsorySpace", Strength::Hard, Vec::new())],
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

/// A constraint with these fields between its weight and its end.
pub(super) fn constraint(kind: &str, strength: Strength, fields: Vec<Element>) -> Constraint {
    let weight = match strength {
        Strength::Hard => "100".to_owned(),
        // the weight of which this price is the odds
        Strength::Soft(price) => {
            let percent = 100.0 * f64::from(price) / (f64::from(price) + 1.0);
            let text = format!("{percent:.6}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    };
    let mut children = vec![text("Weight_Percentage", weight)];
    children.extend(fields);
    children.extend([text("Active", "true"), text("Comments", "")]);
    Constraint::new(Element::of(&format!("Constraint{kind}"), children))
}
