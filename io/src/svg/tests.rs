use super::*;
use crate::fixture::{Fixture, fixture};
use crate::words::Language;

fn printed(fixture: &Fixture) -> Printed<'_> {
    let Fixture { school, courses, lessons } = fixture;
    Printed { school, courses, lessons, summary: None }
}

/// The numbers written in the squares, in halves.
fn written(svg: &str) -> Vec<u32> {
    let texts = svg.lines().filter(|line| line.contains("class=\"n\""));
    texts
        .map(|line| {
            let text = line.split(['>', '<']).nth(2).expect("a text in an element");
            let whole = text.trim_end_matches('½');
            2 * whole.parse().unwrap_or(0) + u32::from(text.ends_with('½'))
        })
        .collect()
}

#[test]
fn numbers_add_up_to_the_hours_of_the_week() {
    let fixture = fixture();
    let placed = fixture.lessons.iter().filter(|lesson| lesson.slot.is_some());
    let halves = placed.map(|lesson| lesson.length * if lesson.week.is_some() { 1 } else { 2 });
    let expected: u32 = halves.sum();
    for language in [Language::Arabic, Language::French] {
        let svg = draw(&printed(&fixture), &Words::new(language), Measure::Lessons);
        assert_eq!(written(&svg).into_iter().sum::<u32>(), expected);
        assert_eq!(written(&svg), count(&printed(&fixture), Measure::Lessons));
    }
}

#[test]
fn rooms_are_counted_in_the_fuller_week() {
    let mut fixture = fixture();
    fixture.lessons.retain(|lesson| fixture.courses[lesson.course].code.ends_with("/INFO"));
    let counted = count(&printed(&fixture), Measure::RoomType(RoomTypeId::new(0)));
    assert_eq!(counted.iter().max(), Some(&2), "weeks A and B take turns in one slot");
    let counted = count(&printed(&fixture), Measure::Lessons);
    assert_eq!(counted.iter().sum::<u32>(), 6, "six lessons that are held every other week");
}

#[test]
fn days_flow_with_the_script() {
    let fixture = fixture();
    let x_of = |language, key: &str| -> usize {
        let words = Words::new(language);
        let svg = draw(&printed(&fixture), &words, Measure::Lessons);
        let day = format!(">{}<", words.say(key, &[]));
        let line = svg.lines().find(|line| line.contains(&day)).expect("the day is named");
        let x = line.split('"').nth(1).expect("where it stands");
        x.parse().expect("a number")
    };
    let (monday, saturday) = ("day-monday", "day-saturday");
    assert!(x_of(Language::French, monday) < x_of(Language::French, saturday));
    assert!(x_of(Language::Arabic, monday) > x_of(Language::Arabic, saturday));
}

#[test]
fn numbers_can_be_read_on_every_shade() {
    for part in 0..=100 {
        let fill = shade(part, 100);
        let best = contrast(BLACK, fill).max(contrast(WHITE, fill));
        assert!(best >= 4.5, "{part}: {best}");
    }
}
