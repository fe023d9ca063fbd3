//! What a check found, in words: who, where, how much, and what would help.

use crate::school::SchoolPart;
use jadwal_io::words::{Value, Words};
use jadwal_model::school::compile::{WORKLOAD, Who};
use jadwal_model::school::course::Course;
use jadwal_model::{EventId, Id, Instance, ResourceId, TimeGroupId, TimeId};
use jadwal_solver::check::{Certainty, Finding, FindingKind, Repair, Role};
use serde::Serialize;

/// How many things a sentence names before it counts the rest.
const NAMED: usize = 6;

/// A finding, said.
#[derive(Serialize)]
pub(crate) struct Said {
    pub(crate) proved: bool,
    code: &'static str,
    pub(crate) message: String,
    needed: i64,
    available: i64,
    /// The rules or constraints behind it.
    pub(crate) because: Vec<String>,
    pub(crate) repairs: Vec<String>,
}

/// Puts findings into words, for one reader and one instance.
pub(crate) struct Speaker<'a> {
    pub(crate) words: &'a Words,
    pub(crate) instance: &'a Instance,
    pub(crate) school: Option<&'a SchoolPart>,
}

impl Speaker<'_> {
    pub(crate) fn finding(&self, finding: &Finding) -> Said {
        let (code, mut values) = self.values(&finding.what);
        // a school's workload is counted in parts of an hour
        let parts = match finding.what {
            FindingKind::Workload { .. }
            | FindingKind::WorkloadLeast { .. }
            | FindingKind::WorkloadSupply { .. }
                if self.school.is_some() =>
            {
                WORKLOAD
            }
            _ => 1,
        };
        let needed = finding.needed / parts + i64::from(finding.needed % parts > 0);
        let available = finding.available / parts;
        values.push(("needed", needed.into()));
        values.push(("available", available.into()));
        let because = finding.constraints.iter().map(|&id| match self.school {
            Some(part) => self.words.source(&part.school, part.origin.constraints[id]),
            None => self.instance.constraints[id].name.clone(),
        });
        let because = once(because);
        Said {
            proved: finding.certainty == Certainty::Proved,
            code,
            message: self.words.say(&format!("finding-{}", self.key(code, finding)), &values),
            needed,
            available,
            because,
            repairs: once(finding.repairs.iter().map(|repair| self.repair(repair))),
        }
    }

    /// The key of a finding's sentence: a school's may say who is missing.
    fn key(&self, code: &'static str, finding: &Finding) -> &'static str {
        match &finding.what {
            FindingKind::NoCandidate { role, .. } if self.school.is_some() => {
                if self.course_to_teach(role).is_some() { "no-teacher" } else { "no-room" }
            }
            _ => code,
        }
    }

    /// The course for which a role wants a teacher; none if it wants a room.
    fn course_to_teach(&self, role: &Role) -> Option<&Course> {
        let part = self.school?;
        let mut parts = part.origin.events[role.event].iter();
        let found = parts.find(|one| one.teacher_at == Some(role.position))?;
        Some(&part.origin.courses[found.course])
    }

    fn values(&self, what: &FindingKind) -> (&'static str, Vec<(&'static str, Value<'static>)>) {
        let who = |id: ResourceId| ("who", Value::from(self.who(id)));
        let all = |ids: &[ResourceId]| ("who", Value::from(self.all(ids)));
        let events = |ids: &[EventId]| ("lessons", Value::from(self.events(ids)));
        let times = |ids: &[TimeId]| ("times", Value::from(self.times(ids)));
        let roles = |roles: &[Role]| {
            let ids: Vec<_> = roles.iter().map(|role| role.event).collect();
            ("lessons", Value::from(self.events(&ids)))
        };
        match what {
            FindingKind::NoCut { event } => ("no-cut", vec![events(&[*event])]),
            FindingKind::NoStart { event, away, .. } => {
                ("no-start", vec![events(&[*event]), all(away)])
            }
            FindingKind::NoCandidate { role, away } => {
                let mut values = vec![roles(&[*role]), all(away)];
                if let (Some(part), Some(course)) = (self.school, self.course_to_teach(role)) {
                    let subject = &part.school.subjects[course.subject];
                    let name = self.words.name(&subject.names).unwrap_or(&subject.code);
                    values.push(("subject", self.words.isolate(name).into()));
                    values.push(("hours", course.hours.into()));
                }
                ("no-candidate", values)
            }
            FindingKind::FixedClash { resource, events: e, times: t } => {
                ("fixed-clash", vec![who(*resource), events(e), times(t)])
            }
            FindingKind::Load { resource, events: e, .. } => {
                ("load", vec![who(*resource), events(e)])
            }
            FindingKind::Crowded { resource, events: e, times: t } => {
                ("crowded", vec![who(*resource), events(e), times(t)])
            }
            FindingKind::LongMeets { resource, length, events: e } => {
                ("long-meets", vec![who(*resource), ("length", (*length).into()), events(e)])
            }
            FindingKind::Lengths { resource, events: e } => {
                ("lengths", vec![who(*resource), events(e)])
            }
            FindingKind::Limits { resource, .. } => ("limits", vec![who(*resource)]),
            FindingKind::TooLittle { resource, .. } => ("too-little", vec![who(*resource)]),
            FindingKind::TooFewGroups { resource, groups } => {
                ("too-few-groups", vec![who(*resource), ("times", self.groups(groups).into())])
            }
            FindingKind::Spread { events: e, time_groups, .. } => {
                ("spread", vec![events(e), ("times", self.groups(time_groups).into())])
            }
            FindingKind::SpreadLeast { group, time_groups } => {
                let members = &self.instance.facts.event_groups[*group].members;
                ("spread-least", vec![events(members), ("times", self.groups(time_groups).into())])
            }
            FindingKind::SharedResource { resource, events: e } => {
                ("shared", vec![who(*resource), events(e)])
            }
            FindingKind::NoCommonTimes { events: e, .. } => ("no-common-times", vec![events(e)]),
            FindingKind::UnequalDurations { events: e } => ("unequal", vec![events(e)]),
            FindingKind::TooManyAtOnce { roles: r, candidates } => {
                ("at-once", vec![roles(r), all(candidates)])
            }
            FindingKind::Supply { roles: r, candidates } => {
                ("supply", vec![("n", r.len().into()), roles(r), all(candidates)])
            }
            FindingKind::SupplyAtTimes { roles: r, candidates, times: t, .. } => {
                ("supply-at", vec![("n", r.len().into()), roles(r), all(candidates), times(t)])
            }
            FindingKind::Workload { resource, .. } => ("workload", vec![who(*resource)]),
            FindingKind::WorkloadLeast { resource } => ("workload-least", vec![who(*resource)]),
            FindingKind::WorkloadSupply { roles: r, candidates } => {
                ("workload-supply", vec![("n", r.len().into()), roles(r), all(candidates)])
            }
        }
    }

    fn repair(&self, repair: &Repair) -> String {
        let who = |id: ResourceId| ("who", Value::from(self.who(id)));
        let lessons = |id: EventId| ("lessons", Value::from(self.events(&[id])));
        let (key, values) = match repair {
            Repair::AllowExceptions { resource, more } => {
                ("exceptions", vec![who(*resource), ("n", (*more).into())])
            }
            Repair::FreeTimes { resource, number, times } => (
                "free-times",
                vec![who(*resource), ("n", (*number).into()), ("times", self.times(times).into())],
            ),
            Repair::AllowTimes { event } => ("allow-times", vec![lessons(*event)]),
            Repair::MoveFixed { event } => ("move-fixed", vec![lessons(*event)]),
            Repair::AddResource { like, number } => {
                ("add", vec![who(*like), ("n", (*number).into())])
            }
            Repair::AllowCandidates { role } => ("candidates", vec![lessons(role.event)]),
            Repair::LessDemand { resource, times } => {
                ("less", vec![who(*resource), ("n", (*times).into())])
            }
            Repair::CutOtherwise { event } => ("cut", vec![lessons(*event)]),
            Repair::RemoveConstraint(id) => {
                let rule = match self.school {
                    Some(part) => self.words.source(&part.school, part.origin.constraints[*id]),
                    None => self.instance.constraints[*id].name.clone(),
                };
                ("ease", vec![("rule", rule.into())])
            }
        };
        self.words.say(&format!("repair-{key}"), &values)
    }

    fn who(&self, id: ResourceId) -> String {
        match self.school {
            Some(part) => self.words.someone(&part.school, &part.origin.resources[id]),
            None => {
                let resource = &self.instance.facts.resources[id];
                let kind = &self.instance.facts.resource_types[resource.resource_type].name;
                let values =
                    [("type", kind.as_str().into()), ("resource", resource.code.as_str().into())];
                self.words.say("who-resource", &values)
            }
        }
    }

    /// Several, each thing once: the places of one room are one room.
    fn all(&self, ids: &[ResourceId]) -> String {
        let mut seen: Vec<&Who> = Vec::new();
        let mut names = Vec::new();
        for &id in ids {
            if let Some(part) = self.school {
                let who = &part.origin.resources[id];
                if seen.contains(&who) {
                    continue;
                }
                seen.push(who);
            }
            names.push(self.who(id));
        }
        self.list(&names)
    }

    /// Events by their courses, each once.
    fn events(&self, ids: &[EventId]) -> String {
        let mut names: Vec<String> = Vec::new();
        for &id in ids {
            let mut codes = Vec::new();
            match self.school {
                Some(part) => {
                    let courses = part.origin.events[id].iter().map(|p| p.course);
                    codes.extend(courses.map(|c| part.origin.courses[c].code.as_str()));
                }
                None => codes.push(self.instance.facts.events[id].code.as_str()),
            }
            for code in codes {
                let code = self.words.isolate(code);
                if !names.contains(&code) {
                    names.push(code);
                }
            }
        }
        self.list(&names)
    }

    fn times(&self, ids: &[TimeId]) -> String {
        let names: Vec<_> = match self.school {
            Some(part) => {
                let slots: Vec<_> = ids.iter().map(|id| Id::new(id.index())).collect();
                part.school.calendar.names_of(&slots)
            }
            None => ids.iter().map(|&id| self.instance.facts.times[id].code.clone()).collect(),
        };
        self.list(&names.iter().map(|name| self.words.isolate(name)).collect::<Vec<_>>())
    }

    fn groups(&self, ids: &[TimeGroupId]) -> String {
        let names =
            ids.iter().map(|&id| self.words.isolate(&self.instance.facts.time_groups[id].code));
        self.list(&names.collect::<Vec<_>>())
    }

    fn list(&self, names: &[String]) -> String {
        let mut list = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        if names.len() > NAMED {
            list.push(' ');
            list.push_str(&self.words.say("more-of", &[("n", (names.len() - NAMED).into())]));
        }
        if list.is_empty() { self.words.say("list-none", &[]) } else { list }
    }
}

/// Sentences, each once, in the order in which they come first.
fn once(sentences: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = Vec::new();
    for sentence in sentences {
        if !seen.contains(&sentence) {
            seen.push(sentence);
        }
    }
    seen
}
