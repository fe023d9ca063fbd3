//! Lessons become courses, one each, and the rules that they carry.

use super::context::Known;
use super::document::ids;
use super::masks::{is_all, masks, set_in};
use super::numbers::{self, MOST, card_attribute, decimal};
use super::people::is_whole;
use super::reading::Reading;
use crate::error::Fault;
use crate::error::foreign::ForeignFault;
use crate::fet::element::Element;
use crate::foreign::Left;
use crate::foreign::codes::Codes;
use crate::foreign::longest::longest;
use jadwal_model::Id;
use jadwal_model::school::calendar::{Week, Weeks};
use jadwal_model::school::course::{Audience, Blocks, Course, RoomNeed, Teaching};
use jadwal_model::school::faults::MAX_WEEKLY;
use jadwal_model::school::id::{ClassId, GroupId, RoomId, TeacherId};
use jadwal_model::school::rule::{Rule, RuleKind, Scope, Strength};
use std::collections::{BTreeMap, BTreeSet};

/// When and how often a lesson is held.
struct Often {
    lengths: Vec<u32>,
    card: u32,
    /// The weeks in which it may be; empty: every week.
    weeks: Vec<String>,
}

impl<'d> Reading<'d> {
    /// Makes the courses, and tells the context about them.
    pub(super) fn teaching(&mut self) {
        let document = self.document;
        let longest = longest(&self.school);
        let mut cards: BTreeMap<&str, Vec<&Element>> = BTreeMap::new();
        for card in document.rows("cards") {
            cards.entry(card.attribute("lessonid")).or_default().push(card);
        }
        let mut codes = Codes::default();
        for row in document.rows("lessons") {
            let cards = cards.remove(row.attribute("id")).unwrap_or_default();
            self.lesson(row, &cards, longest, &mut codes);
        }
        if self.school.own_courses.iter().any(|course| course.fortnightly) {
            self.school.calendar.weeks = Weeks::AB;
        }
        self.turns();
        self.second_weeks();
    }

    /// Lessons of week B that take turns with no other: a school has such courses in week A.
    fn second_weeks(&mut self) {
        for row in self.document.rows("lessons") {
            let known = self.context.lessons.get(row.attribute("id"));
            let alone = |known: &Known| known.week == Some(Week::A) && known.weeks == ["01"];
            self.leaving.add(Left::SecondWeek, usize::from(known.is_some_and(alone)), row.place);
        }
    }

    fn lesson(&mut self, row: &'d Element, cards: &[&'d Element], longest: u32, codes: &mut Codes) {
        let id = row.attribute("id");
        let known = self.subjects.clone();
        let subject = match row.attribute("subjectid") {
            "" => {
                let (element, attribute) = (row.name.clone(), "subjectid");
                self.fault(row.place, Fault::MissingAttribute { element, attribute });
                None
            }
            _ => self.named(row, "subjectid", "subject", &known).first().copied(),
        };
        let known = self.teachers.clone();
        let mut teachers = self.named(row, "teacherids", "teacher", &known);
        teachers.sort_unstable();
        teachers.dedup();
        let audience = self.audience(row);
        let (room, further, rooms) = self.rooms(row, cards);
        let often = self.often(row, cards.len() as u32);
        let terms = self.terms(row);
        let (Some(subject), Some(often)) = (subject, often) else { return };
        let Often { lengths, card, weeks } = often;
        if let Some(&found) = lengths.iter().find(|&&length| length > longest) {
            let (lesson, maximum) = (id.to_owned(), longest);
            self.fault(row.place, ForeignFault::Duration { lesson, found, maximum }.into());
            return;
        }
        let who = self.who(row, &audience, &teachers);
        let code = format!("{}/{}", who.join("+"), self.school.subjects[subject].code);
        let code = codes.take(&[&code]);
        let fortnightly = !weeks.is_empty();
        let blocks: Vec<(u32, u32)> = (0..).zip(lengths.iter().copied()).collect();
        for &(block, _) in &blocks {
            self.context.blocks.insert((code.clone(), block), id.to_owned());
        }
        let week = fortnightly.then_some(Week::A);
        let course = code.clone();
        let chosen = Vec::new();
        let known = Known { course, blocks, card, weeks, week, terms, further, chosen };
        self.context.lessons.insert(id.to_owned(), known);
        self.days_of(row, &code);
        for place in 1..=further {
            let scope = Scope { courses: vec![code.clone()], ..Scope::default() };
            let kind = RuleKind::AlsoIn { rooms: rooms.clone() };
            self.rule(format!("also-in {code} {place}"), kind, scope);
        }
        self.school.own_courses.push(Course {
            code,
            subject,
            audience,
            teaching: Teaching::By(teachers),
            hours: lengths.iter().sum(),
            blocks: Blocks::Pattern(lengths),
            fortnightly,
            room,
        });
        let count = usize::from(!matches!(row.attribute("seminargroup"), "" | "-" | "*"));
        self.leaving.add(Left::Seminars, count, row.place);
    }

    /// Who is named by the code of a course: classes and groups as the file has them, or else teachers.
    fn who(&self, row: &'d Element, audience: &[Audience], teachers: &[TeacherId]) -> Vec<String> {
        let whole = |member: &Audience| matches!(member, Audience::Class(_));
        if audience.is_empty() {
            let code = |&teacher: &TeacherId| self.school.teachers[teacher].code.clone();
            return teachers.iter().map(code).collect();
        }
        if audience.iter().all(whole) {
            let code = |&member: &Audience| self.school.audience_code(member).to_owned();
            return audience.iter().map(code).collect();
        }
        let rows = self.document.rows("groups");
        let named = rows.filter(|group| ids(row, "groupids").contains(&group.attribute("id")));
        let code = |group: &Element| {
            let class = self.classes.get(group.attribute("classid"));
            let form = class.map_or("", |&class| self.school.classes[class].code.as_str());
            let name = group.attribute("name");
            if is_whole(group) { form.to_owned() } else { format!("{form}/{name}") }
        };
        named.map(code).collect()
    }

    pub(super) fn rule(&mut self, code: String, kind: RuleKind, scope: Scope) {
        self.school.rules.push(Rule { code, kind, scope, strength: Strength::Hard });
    }

    /// Classes that attend as a whole, and groups of others.
    fn audience(&mut self, row: &'d Element) -> Vec<Audience> {
        let document = self.document;
        let known = self.classes.clone();
        let classes = self.named(row, "classids", "class", &known);
        let (mut whole, mut parts) = (BTreeSet::new(), BTreeSet::new());
        let mut divided: BTreeSet<ClassId> = BTreeSet::new();
        for id in ids(row, "groupids") {
            let group = document.rows("groups").find(|group| group.attribute("id") == id);
            let class = group.and_then(|group| self.classes.get(group.attribute("classid")));
            let (Some(group), Some(&class)) = (group, class) else {
                let known = document.rows("groups").map(|group| group.attribute("id"));
                self.unknown(row, "group", id, known);
                continue;
            };
            divided.insert(class);
            match self.groups.get(id) {
                Some(all) if !is_whole(group) => parts.extend(all),
                _ => drop(whole.insert(class)),
            }
        }
        whole.extend(classes.into_iter().filter(|class| !divided.contains(class)));
        // all groups of a division are the class
        for (division, data) in self.school.divisions.enumerate() {
            let groups = self.school.groups.enumerate();
            let ours = groups.filter(|(_, group)| group.division == division);
            let all: Vec<GroupId> = ours.map(|(group, _)| group).collect();
            if !all.is_empty() && all.iter().all(|group| parts.contains(group)) {
                whole.extend(&data.classes);
            }
        }
        let groups = &self.school.groups;
        parts.retain(|&part| {
            let classes = &self.school.divisions[groups[part].division].classes;
            classes.iter().all(|class| !whole.contains(class))
        });
        let whole = whole.into_iter().map(Audience::Class);
        whole.chain(parts.into_iter().map(Audience::Group)).collect()
    }

    /// Where it may be, how many more rooms it needs at once, and which: as many as any card has.
    fn rooms(&mut self, row: &'d Element, cards: &[&'d Element]) -> (RoomNeed, usize, Vec<RoomId>) {
        let allowed =
            if row.attribute("classroomids").is_empty() { "classroomid" } else { "classroomids" };
        let mut rooms = self.rooms_of(row, allowed);
        let mut most = 0;
        for card in cards {
            let mut here = self.rooms_of(card, "classroomids");
            let single = self.rooms_of(card, "classroomid");
            here.extend(single.into_iter().filter(|room| !here.contains(room)).collect::<Vec<_>>());
            most = most.max(here.len());
            let new: Vec<RoomId> = here.into_iter().filter(|room| !rooms.contains(room)).collect();
            rooms.extend(new);
        }
        if rooms.is_empty() {
            return (RoomNeed::Nowhere, 0, rooms);
        }
        (RoomNeed::OneOf(rooms.clone()), most.saturating_sub(1), rooms)
    }

    /// How often it is held; none if it is not.
    fn often(&mut self, row: &'d Element, cards: u32) -> Option<Often> {
        let said = card_attribute(row);
        let Some(card) = numbers::card(row) else {
            let name = said.unwrap_or_default();
            // what is no number, or too large, is told as that
            if self.number(row, name).is_some() {
                self.value(row, name, row.attribute(name), "a whole number");
            }
            return None;
        };
        let all = match self.number(row, "periodsperweek") {
            Some(said) => u64::from(said),
            // files made by others may leave it to the cards
            None => u64::from(card) * u64::from(cards.max(1)) * 1000,
        };
        if all == 0 {
            self.leaving.add(Left::NoPeriods, 1, row.place);
            self.context.unheld.insert(row.attribute("id").to_owned());
            return None;
        }
        let weeks = self.weeks(row)?;
        let (cycle, held) =
            (self.context.weeks as u64, weeks.iter().map(|mask| set_in(mask).len()));
        let held = held.min().unwrap_or(self.context.weeks) as u64;
        let exact = all * cycle / held.max(1);
        // a third of three weeks is rounded in the file
        let hours = (exact + 989) / 1000;
        let is_whole = exact % 1000 <= 10 && exact > 10 || exact % 1000 >= 990;
        self.leaving.add(Left::Fraction, usize::from(!is_whole), row.place);
        let mut hours = u32::try_from(hours.max(1)).unwrap_or(u32::MAX);
        if hours > MAX_WEEKLY {
            let (element, minimum) = ("periodsperweek".to_owned(), 1);
            let (found, maximum) = (hours.into(), MAX_WEEKLY.into());
            self.fault(row.place, Fault::Range { element, found, minimum, maximum });
            return None;
        }
        if hours < card {
            self.leaving.add(Left::Short, 1, row.place);
            hours = card;
        }
        let mut lengths = vec![card; (hours / card) as usize];
        lengths.extend(Some(hours % card).filter(|&rest| rest > 0));
        let fortnightly = self.context.weeks == 2 && held == 1;
        let weeks = if fortnightly { weeks } else { Vec::new() };
        Some(Often { lengths, card, weeks })
    }

    /// A number in thousandths; none where nothing is said.
    fn number(&mut self, row: &'d Element, name: &str) -> Option<u32> {
        let text = row.attribute(name);
        if matches!(text, "" | "*") {
            return None;
        }
        let Some(number) = decimal(text) else {
            self.value(row, name, text, "a number");
            return None;
        };
        if !(0.0..=MOST).contains(&number) {
            self.value(row, name, text, "a number from 0 to 10000");
            return None;
        }
        Some((number * 1000.0).round() as u32)
    }

    /// The masks of the weeks of which it may have one; none, and a fault, if there are no such weeks.
    fn weeks(&mut self, row: &'d Element) -> Option<Vec<String>> {
        let said = match row.attribute("weeksdefid") {
            "" => row.attribute("weeks"),
            _ => self.definition(row, "weeksdefs", "weeksdefid", "weeks")?,
        };
        let all = masks(said);
        let every = all.is_empty() || all.iter().any(|mask| is_all(mask));
        if every {
            return Some(Vec::new());
        }
        if self.context.weeks > 2 {
            self.leaving.add(Left::Weeks, 1, row.place);
        }
        Some(all.into_iter().map(str::to_owned).collect())
    }

    /// The mask of the terms in which it is held.
    fn terms(&mut self, row: &'d Element) -> String {
        let said = match row.attribute("termsdefid") {
            "" => "",
            _ => self.definition(row, "termsdefs", "termsdefid", "terms").unwrap_or_default(),
        };
        let all = masks(said);
        let every = || "1".repeat(self.context.terms);
        if all.len() == 1 && !is_all(all[0]) {
            self.leaving.add(Left::Terms, 1, row.place);
        }
        if all.len() == 1 { all[0].to_owned() } else { every() }
    }

    /// The days on which it may be, where those are not all.
    fn days_of(&mut self, row: &'d Element, code: &str) {
        if row.attribute("daysdefid").is_empty() {
            return;
        }
        let Some(said) = self.definition(row, "daysdefs", "daysdefid", "days") else { return };
        let all = masks(said);
        let together = all.iter().any(|mask| set_in(mask).len() > 1);
        self.leaving.add(Left::DaysTogether, usize::from(together), row.place);
        let days: BTreeSet<usize> = all.into_iter().flat_map(set_in).collect();
        if days.is_empty() || days.len() == self.context.days {
            return;
        }
        let slots = self.school.calendar.slots.enumerate();
        let there = slots.filter(|(_, slot)| days.contains(&slot.day.index()));
        let times = there.map(|(id, _)| id).collect();
        let scope = Scope { courses: vec![code.to_owned()], ..Scope::default() };
        self.rule(format!("only-at {code}"), RuleKind::OnlyAt { times }, scope);
    }

    /// What a row that another names says.
    fn definition(
        &mut self,
        row: &'d Element,
        table: &'static str,
        attribute: &str,
        says: &str,
    ) -> Option<&'d str> {
        let document = self.document;
        let id = row.attribute(attribute);
        let found = document.rows(table).find(|other| other.attribute("id") == id);
        if found.is_none() {
            let known = document.rows(table).map(|other| other.attribute("id"));
            self.unknown(row, table, id, known);
        }
        found.map(|other| other.attribute(says))
    }
}
