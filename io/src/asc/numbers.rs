//! Numbers of a lesson: periods at once, and periods a week.

use crate::fet::element::Element;

/// No number is larger.
pub(super) const MOST: f64 = 10_000.0;

/// The attribute that says how many periods a card has, where one does.
pub(super) fn card_attribute(lesson: &Element) -> Option<&'static str> {
    let mut names = ["periodspercard", "durationperiods"].into_iter();
    names.find(|name| !matches!(lesson.attribute(name), "" | "*"))
}

/// How many periods a card has: 1 where nothing is said; none if what is said is no whole number.
pub(super) fn card(lesson: &Element) -> Option<u32> {
    let Some(name) = card_attribute(lesson) else { return Some(1) };
    let said = decimal(lesson.attribute(name))?;
    (said.fract() == 0.0 && (0.0..=MOST).contains(&said)).then_some((said as u32).max(1))
}

/// A number with a point or a comma before its fraction.
pub(super) fn decimal(text: &str) -> Option<f64> {
    text.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}
