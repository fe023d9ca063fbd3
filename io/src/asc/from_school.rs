//! A school that came from elsewhere becomes a document.
//!
//! Every course is a lesson for each length of its lessons and each teacher chosen for them. The file has no word for rules, for types of
//! rooms, or for teachers that are yet to be chosen.

use super::context::{Context, Known};
use super::document::Document;
use super::writing::{Writing, element, numbered};
use crate::foreign::spread::is_spread;
use jadwal_model::school::calendar::{Week, Weeks};
use jadwal_model::school::course::{Audience, Course, Lesson, Teaching};
use jadwal_model::school::id::{CourseId, TeacherId};
use jadwal_model::school::rule::{Rule, RuleKind};
use jadwal_model::school::school::School;
use jadwal_model::{Id, Table};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A document, and what is not in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Exported {
    /// The document; it has no cards.
    pub document: Document,
    /// Which rows its lessons are, and where its slots are: enough to write a timetable.
    pub context: Context,
    /// The codes of rules and courses that the document does not say, or not in full.
    pub left_out: Vec<String>,
}

/// What a school says, as a document. These lessons say how courses are cut that the search cuts, and who
/// gives them where that is to be chosen.
#[must_use]
pub fn from_school(
    school: &School,
    courses: &Table<CourseId, Course>,
    lessons: &[Lesson],
) -> Exported {
    let mut writing = Writing {
        school,
        context: Context::default(),
        lessons: Vec::new(),
        weeks: if school.calendar.weeks == Weeks::AB { 2 } else { 1 },
        left_out: BTreeSet::new(),
    };
    writing.context.days = school.calendar.days.len();
    writing.context.weeks = writing.weeks;
    writing.context.terms = 1;
    for (id, slot) in school.calendar.slots.enumerate() {
        let place = (slot.day.index(), writing.number(slot.period));
        writing.context.slots.insert(place, id);
        writing.context.places.insert(id, place);
    }
    for room in school.rooms.ids() {
        writing.context.rooms.insert(numbered("R", room.index()), room);
    }
    for (id, course) in courses.enumerate() {
        writing.course(id, course, lessons);
    }
    let shared = school.rooms.iter().filter(|room| room.holds > 1);
    writing.left_out.extend(shared.map(|room| room.code.clone()));
    for rule in &school.rules {
        let said = matches!(rule.kind, RuleKind::Alternate { .. } | RuleKind::AlsoIn { .. });
        if !said && !is_spread(rule) {
            writing.left_out.insert(rule.code.clone());
        }
    }
    let tables = writing.tables();
    let attributes = [
        ("ascttversion", "2021.6.2"),
        ("importtype", "database"),
        ("options", "idprefix:Jadwal,groupstype1,decimalseparatordot"),
        ("defaultexport", "1"),
        ("displayname", "aSc Timetables 2012 XML"),
        ("displaycountries", ""),
    ];
    let attributes = attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let Writing { context, left_out, .. } = writing;
    let document = Document { attributes, tables };
    Exported { document, context, left_out: left_out.into_iter().collect() }
}

/// What one row says of lessons: their length, the longest first, and who gives them.
type Alike = (Reverse<u32>, Vec<TeacherId>);

impl Writing<'_> {
    /// A row for each length of the lessons of a course, and for each teacher where those are chosen.
    fn course(&mut self, id: CourseId, course: &Course, lessons: &[Lesson]) {
        let ours: Vec<&Lesson> = lessons.iter().filter(|lesson| lesson.course == id).collect();
        let cut: Vec<(u32, u32)> = match course.lessons() {
            Some(count) => {
                let all =
                    (0..count as u32).filter_map(|block| Some((block, course.length(block)?)));
                all.collect()
            }
            None if ours.is_empty() => {
                self.left_out.insert(course.code.clone());
                (0..course.hours).map(|block| (block, 1)).collect()
            }
            None => ours.iter().map(|lesson| (lesson.block, lesson.length)).collect(),
        };
        let mut rows: BTreeMap<Alike, Vec<(u32, u32)>> = BTreeMap::new();
        for (block, length) in cut {
            let teachers = match &course.teaching {
                Teaching::By(teachers) => teachers.clone(),
                Teaching::AnyOfSubject => {
                    let lesson = ours.iter().find(|lesson| lesson.block == block);
                    let chosen = lesson.map(|lesson| lesson.teachers.clone()).unwrap_or_default();
                    if chosen.is_empty() {
                        self.left_out.insert(course.code.clone());
                    }
                    chosen
                }
            };
            rows.entry((Reverse(length), teachers)).or_default().push((block, length));
        }
        let lengths: BTreeSet<u32> = rows.keys().map(|(length, _)| length.0).collect();
        let staffs: BTreeSet<Vec<TeacherId>> =
            rows.keys().map(|(_, staff)| staff.clone()).collect();
        for ((Reverse(length), chosen), blocks) in rows {
            let teachers: Vec<String> =
                chosen.iter().map(|teacher| numbered("T", teacher.index())).collect();
            // of the course, so that no other way to cut another course makes it another one
            let mut row = numbered("L", id.index());
            if lengths.len() > 1 {
                row.push_str(&format!("-{length}"));
            }
            if staffs.len() > 1 {
                row.push_str(&format!("-{}", teachers.join("-")));
            }
            let mut hours = f64::from(blocks.iter().map(|(_, length)| length).sum::<u32>());
            let (week, weeks) = self.week(course, &ours);
            if course.fortnightly {
                hours /= 2.0;
            }
            let rooms = self.school.rooms_for(&course.room);
            let rooms: Vec<String> = rooms.iter().map(|room| numbered("R", room.index())).collect();
            let (classes, groups) = self.audience(course);
            let weeks_id = weeks.clone().unwrap_or_else(|| "1".repeat(self.weeks));
            self.lessons.push(element(
                "lesson",
                &[
                    ("id", row.clone()),
                    ("classids", classes.join(",")),
                    ("subjectid", numbered("S", course.subject.index())),
                    ("periodspercard", length.to_string()),
                    ("periodsperweek", format!("{hours:.1}")),
                    ("teacherids", teachers.join(",")),
                    ("classroomids", rooms.join(",")),
                    ("groupids", groups.join(",")),
                    ("capacity", "*".to_owned()),
                    ("seminargroup", String::new()),
                    ("termsdefid", "T-all".to_owned()),
                    ("weeksdefid", format!("W{weeks_id}")),
                    ("daysdefid", "D-any".to_owned()),
                    ("partner_id", String::new()),
                ],
            ));
            for &(block, _) in &blocks {
                self.context.blocks.insert((course.code.clone(), block), row.clone());
            }
            let further = self.further(&course.code);
            let known = Known {
                course: course.code.clone(),
                blocks,
                card: length,
                weeks: weeks.into_iter().collect(),
                week,
                terms: "1".to_owned(),
                further,
                chosen,
            };
            self.context.lessons.insert(row, known);
        }
    }

    /// How many rooms rules have the lessons of a course in besides.
    fn further(&self, code: &str) -> usize {
        let also = |rule: &&Rule| {
            matches!(rule.kind, RuleKind::AlsoIn { .. })
                && rule.scope.courses.iter().any(|other| other == code)
        };
        self.school.rules.iter().filter(also).count()
    }

    /// The week of a course that is held every other week, and its mask.
    fn week(&self, course: &Course, ours: &[&Lesson]) -> (Option<Week>, Option<String>) {
        if !course.fortnightly {
            return (None, None);
        }
        let second = self.school.rules.iter().any(
            |rule| matches!(&rule.kind, RuleKind::Alternate { second, .. } if *second == course.code),
        );
        let said = ours.iter().find_map(|lesson| lesson.week);
        let week = said.unwrap_or(if second { Week::B } else { Week::A });
        let mask = if week == Week::A { "10" } else { "01" };
        (Some(week), Some(mask.to_owned()))
    }

    /// The identifiers of classes and groups; a whole class is a group as well.
    fn audience(&self, course: &Course) -> (Vec<String>, Vec<String>) {
        let (mut classes, mut groups) = (Vec::new(), Vec::new());
        for member in &course.audience {
            for class in self.school.classes_of(member) {
                let id = numbered("C", class.index());
                if !classes.contains(&id) {
                    classes.push(id);
                }
                groups.push(match member {
                    Audience::Class(class) => format!("{}-all", numbered("C", class.index())),
                    // a group of several classes is one in each of them
                    Audience::Group(group) => {
                        format!("{}-{}", numbered("C", class.index()), group.index() + 1)
                    }
                });
            }
        }
        (classes, groups)
    }
}
