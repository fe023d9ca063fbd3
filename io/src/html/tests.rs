use super::*;
use crate::fixture::{Fixture, fixture};
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [Language; 3] = [Language::Arabic, Language::French, Language::English];

/// An element, with its attributes and all that is in it.
#[derive(Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Element>,
    /// The text directly in it.
    own: String,
    /// The text in it, at any depth.
    text: String,
}

impl Element {
    fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    fn all(&self) -> Vec<&Element> {
        let mut all = vec![self];
        all.extend(self.children.iter().flat_map(Element::all));
        all
    }

    fn named<'e>(&'e self, name: &str) -> Vec<&'e Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    fn has_class(&self, class: &str) -> bool {
        self.attribute("class").split(' ').any(|own| own == class)
    }
}

fn opened(start: &BytesStart<'_>) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.expect("attributes are quoted, none stands twice");
        let value = quick_xml::escape::unescape(&attribute.value).expect("known").into_owned();
        (attribute.key.as_ref().to_owned(), value)
    });
    Element {
        name: start.name().as_ref().to_owned(),
        attributes: attributes.collect(),
        ..Element::default()
    }
}

/// Reads a document as XML, which fails unless it is well-formed.
fn parsed(document: &str) -> Element {
    let mut reader = quick_xml::Reader::from_str(document);
    let mut open = vec![Element::default()];
    loop {
        let text = match reader.read_event().expect("it is well-formed") {
            Event::Start(start) => {
                open.push(opened(&start));
                continue;
            }
            Event::Empty(start) => {
                open.last_mut().expect("the root").children.push(opened(&start));
                continue;
            }
            Event::End(_) => {
                let done = open.pop().expect("it was opened");
                let parent = open.last_mut().expect("the root");
                parent.text.push_str(&done.text);
                parent.children.push(done);
                continue;
            }
            Event::Text(text) => text.xml10_content().into_owned(),
            Event::GeneralRef(name) => {
                let name = name.xml10_content();
                quick_xml::escape::unescape(&format!("&{name};")).expect("known").into_owned()
            }
            Event::Eof => break,
            _ => continue,
        };
        let element = open.last_mut().expect("the root");
        element.own.push_str(&text);
        element.text.push_str(&text);
    }
    assert_eq!(open.len(), 1, "all elements are closed");
    open.pop().expect("the root")
}

fn document(fixture: &Fixture, language: Language) -> Element {
    let Fixture { school, courses, lessons } = fixture;
    let summary = Summary {
        title: "Findings".into(),
        lines: vec![("Gaps of teachers < 3".into(), "3/4".into())],
    };
    let printed = Printed { school, courses, lessons, summary: Some(&summary) };
    let mut out = Vec::new();
    write(&printed, language, &mut out).expect("memory takes all bytes");
    parsed(&String::from_utf8(out).expect("it is UTF-8"))
}

#[test]
fn the_language_says_the_direction() {
    let cases = [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")];
    for (language, (code, direction)) in LANGUAGES.into_iter().zip(cases) {
        let document = document(&fixture(), language);
        let html = document.named("html")[0];
        assert_eq!((html.attribute("lang"), html.attribute("dir")), (code, direction));
    }
}

#[test]
fn all_links_lead_somewhere_and_all_sheets_are_linked() {
    for language in LANGUAGES {
        let document = document(&fixture(), language);
        let all = document.all();
        let ids: Vec<&str> =
            all.iter().map(|element| element.attribute("id")).filter(|id| !id.is_empty()).collect();
        let distinct: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(distinct.len(), ids.len(), "no id stands twice");
        let index = document.named("nav")[0];
        let listed: BTreeSet<&str> =
            index.named("a").iter().map(|link| &link.attribute("href")[1..]).collect();
        for link in document.named("a") {
            let target = link.attribute("href").strip_prefix('#').expect("nothing leads outside");
            assert!(distinct.contains(target), "{target}");
        }
        let sheets =
            document.named("section").into_iter().filter(|section| section.has_class("sheet"));
        let sheets: BTreeSet<&str> = sheets.map(|section| section.attribute("id")).collect();
        assert_eq!(sheets, listed);
        assert_eq!(sheets.len(), 3 + 3 + 9 + 6);
    }
}

#[test]
fn nothing_is_fetched() {
    let document = document(&fixture(), Language::Arabic);
    for element in document.all() {
        assert!(!["link", "img", "iframe", "object"].contains(&element.name.as_str()));
        assert_eq!(element.attribute("src"), "");
    }
    assert!(!STYLE.contains("url("));
}

#[test]
fn tables_are_whole() {
    for section in document(&fixture(), Language::French).named("section") {
        if !section.has_class("sheet") {
            continue;
        }
        let table = section.named("table")[0];
        assert_eq!(table.named("caption").len(), 1);
        assert!(table.named("th").iter().all(|header| !header.attribute("scope").is_empty()));
        // how many rows each column is still covered from above
        let mut covered: Vec<usize> = Vec::new();
        for row in table.named("tr") {
            let span = |cell: &Element, name| cell.attribute(name).parse().unwrap_or(1);
            let free = covered.iter().filter(|rows| **rows == 0).count();
            let width: usize = row.children.iter().map(|cell| span(cell, "colspan")).sum();
            if covered.is_empty() {
                covered = vec![0; width];
            } else {
                assert_eq!(width, free, "{}", section.attribute("id"));
            }
            let mut columns = (0..covered.len()).filter(|&at| covered[at] == 0).collect::<Vec<_>>();
            columns.reverse();
            for cell in &row.children {
                for _ in 0..span(cell, "colspan") {
                    let column = columns.pop().expect("the widths agree");
                    covered[column] = span(cell, "rowspan");
                }
            }
            covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        }
        assert!(covered.iter().all(|&rows| rows == 0), "nothing hangs below the table");
    }
}

#[test]
fn every_lesson_stands_once_on_each_of_its_sheets() {
    let fixture = fixture();
    let document = document(&fixture, Language::Arabic);
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for section in document.named("section") {
        let lessons = section.all().into_iter().filter(|element| element.has_class("lesson"));
        let numbers = lessons
            .map(|lesson| lesson.attribute("data-lesson").parse::<usize>().expect("a number"));
        found.entry(section.attribute("id")).or_default().extend(numbers);
    }
    for (index, lesson) in fixture.lessons.iter().enumerate() {
        let course = &fixture.courses[lesson.course];
        let classes: BTreeSet<usize> = course
            .audience
            .iter()
            .flat_map(|member| fixture.school.classes_of(member))
            .map(|class| class.index())
            .collect();
        let mut sheets: Vec<String> =
            classes.iter().map(|class| format!("class-{}", class + 1)).collect();
        sheets.extend(lesson.teachers.iter().map(|id| format!("teacher-{}", id.index() + 1)));
        sheets.extend(lesson.room.map(|id| format!("room-{}", id.index() + 1)));
        for (anchor, numbers) in &found {
            let times = numbers.iter().filter(|&&number| number == index).count();
            let expected = usize::from(sheets.iter().any(|sheet| sheet == anchor));
            if !anchor.starts_with("all-") {
                assert_eq!(times, expected, "{} on {anchor}", course.code);
            }
        }
    }
}

#[test]
fn codes_and_clock_times_keep_their_direction() {
    let document = document(&fixture(), Language::Arabic);
    let mut seen = 0;
    for element in document.all() {
        let is_clock = element.own.contains('–') && element.own.contains(':');
        let is_code = element.own.starts_with("1AC-") || element.own.starts_with("2BAC-");
        let ignored = ["title", "option", "script", "style"].contains(&element.name.as_str());
        if (is_clock || is_code) && !ignored {
            let isolated = match element.name.as_str() {
                "bdi" => element.attribute("dir") == "ltr",
                "text" => element.attribute("direction") == "ltr",
                _ => false,
            };
            assert!(isolated, "{}: {}", element.name, element.own);
            seen += 1;
        }
    }
    assert!(seen > 300, "{seen}");
    for heading in document.named("h2").into_iter().filter(|heading| heading.own.contains("1AC-1"))
    {
        assert!(heading.own.contains("\u{2068}1AC-1\u{2069}"), "{}", heading.own);
    }
}

#[test]
fn names_are_text_and_never_markup() {
    let mut fixture = fixture();
    let name = "</td><script>&amp;\"'\u{1}";
    fixture.school.name = name.into();
    for names in fixture.school.subjects.ids().collect::<Vec<_>>() {
        fixture.school.subjects[names].names.french = Some(name.into());
        fixture.school.subjects[names].names.arabic = None;
        fixture.school.subjects[names].code = name.into();
    }
    let id = fixture.school.classes.ids().next().expect("there is one");
    fixture.school.classes[id].code = name.into();
    let document = document(&fixture, Language::French);
    assert_eq!(document.named("script").len(), 1);
    assert_eq!(document.named("h1")[0].text, name.trim_end_matches('\u{1}'));
}

#[test]
fn an_empty_school_has_an_empty_page() {
    let empty = Fixture {
        school: School::default(),
        courses: jadwal_model::Table::default(),
        lessons: Vec::new(),
    };
    let document = document(&empty, Language::Arabic);
    assert!(document.named("section").iter().all(|section| !section.has_class("sheet")));
}

#[test]
fn every_sentence_has_its_values() {
    for language in LANGUAGES {
        let document = document(&fixture(), language);
        let bells = document.named("section");
        let bells = bells.into_iter().find(|section| section.has_class("bells"));
        let bells = bells.expect("there is a layer for Ramadan");
        assert!(bells.text.contains("2027-02-08") && bells.text.contains("2027-03-09"));
        for element in document.all() {
            let is_code = ["script", "style"].contains(&element.name.as_str());
            assert!(is_code || !element.own.contains("{$"), "{}", element.own);
            assert!(!element.own.contains("sheet-") || is_code, "{}", element.own);
        }
    }
}

#[test]
fn lessons_without_a_slot_are_listed() {
    let document = document(&fixture(), Language::French);
    let listed: Vec<_> =
        document.all().into_iter().filter(|element| element.has_class("unplaced")).collect();
    assert_eq!(listed.len(), 4, "class, teacher, all classes, all teachers");
    assert!(listed.iter().all(|box_| box_.text.contains("2 heures")));
}

#[test]
fn a_word_that_a_shared_cell_would_break_gives_way_to_its_code() {
    let mut fixture = crate::fixture::fixture();
    let ids: Vec<_> = fixture.school.subjects.ids().collect();
    for (name, shortened) in [("Informatique", true), ("Arts", false)] {
        for &id in &ids {
            fixture.school.subjects[id].names.french = Some(name.to_owned());
        }
        let crate::fixture::Fixture { school, courses, lessons } = &fixture;
        let printed = Printed { school, courses, lessons, summary: None };
        let mut page = Vec::new();
        write(&printed, Language::French, &mut page).expect("memory takes all bytes");
        let page = String::from_utf8(page).expect("text");
        let short = page.matches(&format!("<b><span title=\"{name}\">")).count();
        assert_eq!(short > 0, shortened, "{name}");
        assert!(page.contains(&format!("<b>{name}</b>")) || page.contains(name), "whole cells");
    }
}
