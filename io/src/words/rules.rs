//! Rules of a school in plain sentences, and what a timetable breaks of them.

use super::{Language, Value, Values, Words};
use jadwal_model::Facts;
use jadwal_model::report::Violation;
use jadwal_model::school::compile::{Basic, Origin, Source, WORKLOAD, Who};
use jadwal_model::school::id::{CourseId, SlotId, SubjectId};
use jadwal_model::school::names::Names;
use jadwal_model::school::rule::{Of, Per, Rule, RuleKind, Scope, Strength};
use jadwal_model::school::school::School;

/// How many courses a sentence names before it counts the rest.
const NAMED: usize = 3;

impl Words {
    /// A rule whole: what it asks for, of whom, how strongly.
    #[must_use]
    pub fn rule(&self, school: &School, rule: &Rule) -> String {
        let strength = match rule.strength {
            Strength::Hard => self.say("strength-hard", &[]),
            Strength::Soft(weight) => self.say("strength-soft", &[("n", weight.into())]),
        };
        self.say(
            "rule-line",
            &[
                ("rule", self.rule_kind(school, &rule.kind).into()),
                ("scope", self.scope(school, &rule.scope).into()),
                ("strength", strength.into()),
            ],
        )
    }

    /// What a kind of rule asks for.
    #[must_use]
    pub fn rule_kind(&self, school: &School, kind: &RuleKind) -> String {
        let name = kind.name();
        let key = match kind {
            RuleKind::GroupsInTurn { turns, .. } => format!("rule-{name}-{}", turns.name()),
            RuleKind::FreeHalfDays { among, .. } if !among.is_empty() => {
                format!("rule-{name}-among")
            }
            RuleKind::NoTravel { rows: 2.., .. } | RuleKind::SameRoom { rows: 2.., .. } => {
                format!("rule-{name}-apart")
            }
            RuleKind::Rest { per: Per::HalfDay, .. } => format!("rule-{name}-half-day"),
            RuleKind::LeastDays { per, .. } => format!("rule-{name}-{}", per.name()),
            _ => format!("rule-{name}"),
        };
        self.say(&key, &self.rule_values(school, kind))
    }

    fn rule_values(&self, school: &School, kind: &RuleKind) -> Values {
        let of = |of: Of| ("of", Value::from(self.say(&format!("of-{}", of.name()), &[])));
        let per = |per: Per| ("per", Value::from(self.say(&format!("per-{}", per.name()), &[])));
        let n = |n: u32| ("n", Value::from(n));
        let when = |times: &[SlotId]| ("times", Value::from(self.times(school, times)));
        let pair = |first: &str, second: &str| {
            vec![
                ("first", Value::from(first.to_owned())),
                ("second", Value::from(second.to_owned())),
            ]
        };
        match kind {
            RuleKind::Unavailable { of: who, times } => vec![of(*who), when(times)],
            RuleKind::PedagogicalHalfDay { times }
            | RuleKind::OnlyAt { times }
            | RuleKind::NotAt { times }
            | RuleKind::StartsAt { times } => vec![when(times)],
            RuleKind::HalfDayOnly { exceptions: number }
            | RuleKind::DaysApart { days: number }
            | RuleKind::DaysWithin { days: number }
            | RuleKind::MostAtOnce { lessons: number }
            | RuleKind::HoursApart { hours: number } => vec![n(*number)],
            RuleKind::Gaps { of: who, per: stretch, most: number }
            | RuleKind::Rest { of: who, per: stretch, slots: number }
            | RuleKind::LeastDays { of: who, per: stretch, days: number }
            | RuleKind::Span { of: who, per: stretch, slots: number }
            | RuleKind::EarlyStarts { of: who, per: stretch, most: number }
            | RuleKind::MostTravel { of: who, per: stretch, most: number, .. }
            | RuleKind::MostRoomChanges { of: who, per: stretch, most: number }
            | RuleKind::MostHours { of: who, per: stretch, hours: number } => {
                vec![of(*who), per(*stretch), n(*number)]
            }
            RuleKind::MostLessons { per: stretch, lessons } => vec![per(*stretch), n(*lessons)],
            RuleKind::LeastInHalfDay { of: who, hours: number }
            | RuleKind::MostInARow { of: who, hours: number }
            | RuleKind::LeastHours { of: who, hours: number }
            | RuleKind::MostDays { of: who, days: number }
            | RuleKind::LeastInDay { of: who, hours: number }
            | RuleKind::GapsThroughDay { of: who, most: number }
            | RuleKind::MostHalfDays { of: who, half_days: number }
            | RuleKind::MostHalfDaysInARow { of: who, half_days: number }
            | RuleKind::MostAfternoons { of: who, afternoons: number }
            | RuleKind::MostFirstSlots { of: who, most: number }
            | RuleKind::MostLastSlots { of: who, most: number } => vec![of(*who), n(*number)],
            RuleKind::FreeHalfDays { of: who, half_days, among } => {
                vec![of(*who), n(*half_days), when(among)]
            }
            RuleKind::SubjectsApart { first, second, per: stretch } => {
                let mut values =
                    pair(&self.subjects(school, first), &self.subjects(school, second));
                values.push(per(*stretch));
                values
            }
            RuleKind::NotAll { first, second, third, per: stretch } => {
                let lists = [first, second, third].into_iter().filter(|list| !list.is_empty());
                let named = |list: &Vec<String>| {
                    let names: Vec<String> = list.iter().map(|name| self.isolate(name)).collect();
                    format!("({})", self.joined(&names))
                };
                let lists: Vec<String> = lists.map(named).collect();
                vec![per(*stretch), ("lists", self.joined(&lists).into())]
            }
            RuleKind::GroupsInTurn { division, subjects, .. } => vec![
                ("division", division.clone().into()),
                ("subjects", self.subjects(school, subjects).into()),
            ],
            RuleKind::Alternate { first, second }
            | RuleKind::Before { first, second }
            | RuleKind::Follows { first, second } => pair(first, second),
            RuleKind::BeforeWithin { first, second, per: stretch } => {
                let mut values = pair(first, second);
                values.push(per(*stretch));
                values
            }
            RuleKind::FirstOf { of: who, per: stretch }
            | RuleKind::LastOf { of: who, per: stretch } => vec![of(*who), per(*stretch)],
            RuleKind::FewRooms { of: who } => vec![of(*who)],
            RuleKind::SameRoom { of: who, rows } | RuleKind::NoTravel { of: who, rows, .. } => {
                vec![of(*who), n(*rows)]
            }
            RuleKind::InRooms { rooms } | RuleKind::AlsoIn { rooms } => {
                let codes = rooms.iter().map(|&id| self.isolate(&school.rooms[id].code));
                let codes: Vec<String> = codes.collect();
                vec![("rooms", self.joined(&codes).into())]
            }
            RuleKind::BalancedDays { least, most } => vec![n(*least), ("most", (*most).into())],
            RuleKind::DifferentDays
            | RuleKind::Adjoining
            | RuleKind::Grouped
            | RuleKind::NotTogether
            | RuleKind::SamePeriod
            | RuleKind::SameStart
            | RuleKind::HomeRoom
            | RuleKind::Capacity => Vec::new(),
        }
    }

    /// The name in the language spoken, else in another; none if there is none.
    #[must_use]
    pub fn name<'a>(&self, names: &'a Names) -> Option<&'a str> {
        let order = match self.language() {
            Language::Arabic => [Names::arabic, Names::french, Names::english],
            Language::French => [Names::french, Names::arabic, Names::english],
            Language::English => [Names::english, Names::french, Names::arabic],
        };
        names.first(order)
    }

    /// Slots by their shortest names.
    fn times(&self, school: &School, times: &[SlotId]) -> String {
        let names = school.calendar.names_of(times);
        names.iter().map(|name| self.isolate(name)).collect::<Vec<_>>().join(", ")
    }

    fn subjects(&self, school: &School, subjects: &[SubjectId]) -> String {
        let names = subjects.iter().map(|&id| {
            let subject = &school.subjects[id];
            self.isolate(self.name(&subject.names).unwrap_or(&subject.code))
        });
        names.collect::<Vec<_>>().join(", ")
    }

    /// Whom a scope means: what it names, register by register.
    #[must_use]
    pub fn scope(&self, school: &School, scope: &Scope) -> String {
        if scope.is_everything() {
            return self.say("scope-all", &[]);
        }
        let codes = |codes: Vec<&str>| {
            codes.iter().map(|code| self.isolate(code)).collect::<Vec<_>>().join(", ")
        };
        let named = [
            ("levels", codes(scope.levels.iter().map(|&id| &*school.levels[id].code).collect())),
            (
                "audience",
                codes(scope.audience.iter().map(|&id| school.audience_code(id)).collect()),
            ),
            ("subjects", self.subjects(school, &scope.subjects)),
            (
                "teachers",
                codes(scope.teachers.iter().map(|&id| &*school.teachers[id].code).collect()),
            ),
            ("rooms", codes(scope.rooms.iter().map(|&id| &*school.rooms[id].code).collect())),
            ("courses", codes(scope.courses.iter().map(String::as_str).collect())),
            ("within", self.times(school, &scope.within)),
        ];
        let parts = named.into_iter().filter(|(_, list)| !list.is_empty()).map(|(what, list)| {
            let what = self.say(&format!("scope-{what}"), &[]);
            self.say("scope-list", &[("what", what.into()), ("list", list.into())])
        });
        parts.collect::<Vec<_>>().join("; ")
    }

    /// What every timetable has to keep.
    #[must_use]
    pub fn basic(&self, basic: Basic) -> String {
        self.say(&format!("basic-{}", basic.name()), &[])
    }

    /// Why a constraint of a compiled school is there.
    #[must_use]
    pub fn source(&self, school: &School, source: Source) -> String {
        match source {
            Source::Basic(basic) => self.basic(basic),
            Source::Rule(rule) => self.rule_kind(school, &school.rules[rule].kind),
        }
    }

    /// Whom a resource stands for.
    #[must_use]
    pub fn someone(&self, school: &School, who: &Who) -> String {
        let code = |code: &str| ("code", Value::from(code.to_owned()));
        match who {
            Who::Pupils(class, groups) if groups.is_empty() => {
                self.say("someone-class", &[code(&school.classes[*class].code)])
            }
            Who::Pupils(class, groups) => {
                let codes = groups.iter().map(|&group| self.isolate(&school.groups[group].code));
                let groups = codes.collect::<Vec<_>>().join(", ");
                let values = [code(&school.classes[*class].code), ("groups", groups.into())];
                self.say("someone-part", &values)
            }
            Who::Teacher(teacher) => {
                let teacher = &school.teachers[*teacher];
                match &teacher.name {
                    Some(name) => self.say(
                        "someone-teacher-named",
                        &[code(&teacher.code), ("name", name.as_str().into())],
                    ),
                    None => self.say("someone-teacher", &[code(&teacher.code)]),
                }
            }
            Who::Lessons(lessons) => self.say("someone-lessons", &[("n", lessons.len().into())]),
            Who::Room(room) => self.say("someone-room", &[code(&school.rooms[*room].code)]),
        }
    }

    /// What a violation says in the school's words: whom it hits, which rule, by how much.
    #[must_use]
    pub fn broken(
        &self,
        school: &School,
        facts: &Facts,
        origin: &Origin,
        violation: &Violation,
    ) -> String {
        let source = origin.source(violation);
        let who = match origin.who(violation.point) {
            Some(Who::Lessons(lessons)) => {
                let mut courses: Vec<CourseId> =
                    lessons.iter().map(|&(course, _)| course).collect();
                courses.dedup();
                self.courses(origin, &courses)
            }
            Some(who) => self.someone(school, who),
            None => self.courses(origin, &origin.courses_at(facts, violation.point)),
        };
        let unit = format!("unit-{}", unit(school, source));
        let units = if source == Source::Basic(Basic::Service) { WORKLOAD } else { 1 };
        let n = (origin.amount(violation) + units - 1) / units;
        let amount = self.say(&unit, &[("n", n.into())]);
        let rule = self.source(school, source);
        let values = [("who", who.into()), ("rule", rule.into()), ("amount", amount.into())];
        self.say("broken-line", &values)
    }

    fn courses(&self, origin: &Origin, courses: &[CourseId]) -> String {
        let codes = courses.iter().take(NAMED).map(|&id| self.isolate(&origin.courses[id].code));
        let mut list = codes.collect::<Vec<_>>().join(", ");
        if courses.len() > NAMED {
            list.push(' ');
            list.push_str(&self.say("more-of", &[("n", (courses.len() - NAMED).into())]));
        }
        self.say("someone-courses", &[("list", list.into())])
    }
}

/// What one unit of a deviation is.
fn unit(school: &School, source: Source) -> &'static str {
    let rule = match source {
        Source::Basic(Basic::OneTeacher) => return "change",
        Source::Basic(Basic::Service) => return "hour",
        Source::Basic(_) => return "slot",
        Source::Rule(rule) => rule,
    };
    match school.rules[rule].kind {
        RuleKind::LeastInHalfDay { .. }
        | RuleKind::LeastInDay { .. }
        | RuleKind::MostHours { .. }
        | RuleKind::LeastHours { .. }
        | RuleKind::MostInARow { .. }
        | RuleKind::HoursApart { .. }
        | RuleKind::BalancedDays { .. } => "hour",
        RuleKind::HalfDayOnly { .. }
        | RuleKind::MostDays { .. }
        | RuleKind::DaysApart { .. }
        | RuleKind::DaysWithin { .. } => "day",
        RuleKind::MostAfternoons { .. }
        | RuleKind::FreeHalfDays { .. }
        | RuleKind::MostHalfDays { .. }
        | RuleKind::MostHalfDaysInARow { .. }
        | RuleKind::MostFirstSlots { .. }
        | RuleKind::MostLastSlots { .. } => "half-day",
        RuleKind::DifferentDays
        | RuleKind::MostLessons { .. }
        | RuleKind::MostAtOnce { .. }
        | RuleKind::FirstOf { .. }
        | RuleKind::LastOf { .. } => "lesson",
        RuleKind::SubjectsApart { .. }
        | RuleKind::NotAll { .. }
        | RuleKind::LeastDays { .. }
        | RuleKind::EarlyStarts { .. }
        | RuleKind::BeforeWithin { .. } => "time",
        RuleKind::FewRooms { .. } => "room",
        RuleKind::NoTravel { .. }
        | RuleKind::SameRoom { .. }
        | RuleKind::MostTravel { .. }
        | RuleKind::MostRoomChanges { .. } => "change",
        RuleKind::Unavailable { .. }
        | RuleKind::PedagogicalHalfDay { .. }
        | RuleKind::Gaps { .. }
        | RuleKind::GapsThroughDay { .. }
        | RuleKind::Span { .. }
        | RuleKind::Rest { .. }
        | RuleKind::Adjoining
        | RuleKind::Grouped
        | RuleKind::NotTogether
        | RuleKind::SamePeriod
        | RuleKind::StartsAt { .. }
        | RuleKind::OnlyAt { .. }
        | RuleKind::NotAt { .. }
        | RuleKind::SameStart
        | RuleKind::GroupsInTurn { .. }
        | RuleKind::Alternate { .. }
        | RuleKind::Before { .. }
        | RuleKind::Follows { .. }
        | RuleKind::HomeRoom
        | RuleKind::InRooms { .. }
        | RuleKind::AlsoIn { .. }
        | RuleKind::Capacity => "slot",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jadwal_model::Id;
    use jadwal_model::school::course::Subject;
    use jadwal_model::school::rule::Turns;

    /// One rule of each kind, and of each way in which its sentence differs.
    fn kinds() -> Vec<RuleKind> {
        let (of, per, n) = (Of::Teachers, Per::Day, 3);
        let subject = || vec![SubjectId::new(0)];
        let turns = |turns| RuleKind::GroupsInTurn {
            division: "halves".into(),
            subjects: subject(),
            turns,
        };
        let (first, second) = (|| "A/M".to_owned(), || "A/S".to_owned());
        vec![
            RuleKind::Unavailable { of, times: Vec::new() },
            RuleKind::PedagogicalHalfDay { times: Vec::new() },
            RuleKind::HalfDayOnly { exceptions: n },
            RuleKind::LeastInHalfDay { of, hours: n },
            RuleKind::Gaps { of, per, most: n },
            RuleKind::MostHours { of, per, hours: n },
            RuleKind::MostInARow { of, hours: n },
            RuleKind::LeastHours { of, hours: n },
            RuleKind::MostDays { of, days: n },
            RuleKind::MostAfternoons { of, afternoons: n },
            RuleKind::FreeHalfDays { of, half_days: n, among: Vec::new() },
            RuleKind::FreeHalfDays { of, half_days: n, among: vec![SlotId::new(0)] },
            RuleKind::MostHalfDays { of, half_days: n },
            RuleKind::Rest { of, per: Per::HalfDay, slots: n },
            RuleKind::Rest { of, per, slots: n },
            RuleKind::LeastDays { of, per, days: n },
            RuleKind::LeastDays { of, per: Per::HalfDay, days: n },
            RuleKind::LeastDays { of, per: Per::Week, days: n },
            RuleKind::LeastInDay { of, hours: n },
            RuleKind::GapsThroughDay { of, most: n },
            RuleKind::Span { of, per, slots: n },
            RuleKind::EarlyStarts { of, per, most: n },
            RuleKind::MostHalfDaysInARow { of, half_days: n },
            RuleKind::Adjoining,
            RuleKind::Grouped,
            RuleKind::NotTogether,
            RuleKind::SamePeriod,
            RuleKind::StartsAt { times: Vec::new() },
            RuleKind::FirstOf { of, per },
            RuleKind::LastOf { of, per },
            RuleKind::BeforeWithin { first: first(), second: second(), per },
            RuleKind::DifferentDays,
            RuleKind::MostLessons { per, lessons: n },
            RuleKind::DaysApart { days: n },
            RuleKind::DaysWithin { days: n },
            RuleKind::MostAtOnce { lessons: n },
            RuleKind::HoursApart { hours: n },
            RuleKind::SubjectsApart { first: subject(), second: subject(), per },
            RuleKind::NotAll { first: vec![first()], second: vec![second()], third: vec![], per },
            RuleKind::OnlyAt { times: Vec::new() },
            RuleKind::NotAt { times: Vec::new() },
            RuleKind::MostFirstSlots { of, most: n },
            RuleKind::MostLastSlots { of, most: n },
            RuleKind::SameStart,
            turns(Turns::Parallel),
            turns(Turns::Swap),
            turns(Turns::Alternate),
            RuleKind::Alternate { first: first(), second: second() },
            RuleKind::Before { first: first(), second: second() },
            RuleKind::Follows { first: first(), second: second() },
            RuleKind::HomeRoom,
            RuleKind::FewRooms { of },
            RuleKind::SameRoom { of, rows: 1 },
            RuleKind::SameRoom { of, rows: n },
            RuleKind::InRooms { rooms: Vec::new() },
            RuleKind::AlsoIn { rooms: Vec::new() },
            RuleKind::NoTravel { of, near: Vec::new(), rows: 1 },
            RuleKind::NoTravel { of, near: Vec::new(), rows: n },
            RuleKind::MostTravel { of, per, most: n, near: Vec::new() },
            RuleKind::MostRoomChanges { of, per, most: n },
            RuleKind::Capacity,
            RuleKind::BalancedDays { least: 1, most: n },
        ]
    }

    #[test]
    fn every_rule_has_its_sentence() {
        let mut school = School::default();
        let names = Names { arabic: Some("الرياضيات".into()), ..Names::default() };
        school.subjects.push(Subject { code: "M".into(), names, colour: None });
        for language in [Language::Arabic, Language::French, Language::English] {
            let words = Words::new(language);
            for kind in kinds() {
                let said = words.rule_kind(&school, &kind);
                let gaps = said.contains('{') || said.contains("rule-");
                assert!(!gaps, "{language:?} {}: {said}", kind.name());
            }
            for basic in Basic::ALL {
                let said = words.basic(basic);
                assert!(!said.contains("basic-"), "{language:?}: {said}");
            }
        }
    }

    #[test]
    fn a_rule_whole() {
        let mut school = School::default();
        let names = Names { french: Some("Mathématiques".into()), ..Names::default() };
        school.subjects.push(Subject { code: "M".into(), names, colour: None });
        let rule = Rule {
            code: "r".into(),
            kind: RuleKind::HalfDayOnly { exceptions: 2 },
            scope: Scope { subjects: vec![SubjectId::new(0)], ..Scope::default() },
            strength: Strength::Soft(5),
        };
        assert_eq!(
            Words::new(Language::English).rule(&school, &rule),
            "teachers come in the morning or in the afternoon of a day, not both; days of \
             exception: 2 — subjects: Mathématiques — weight 5"
        );
    }
}
