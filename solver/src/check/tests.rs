//! Each finding on a small instance, and beside it a near miss that gives nothing.

mod groups;

use super::view::{PairRule, View};
use super::{Certainty, Finding, Repair, check, judge};
use crate::mask::Mask;
use jadwal_model::constraint::{
    AssignResource, AssignTime, AvoidClashes, AvoidUnavailableTimes, ClusterBusyTimes, EventScope,
    LimitBusyTimes, LimitIdleTimes, LimitWorkload, LinkEvents, PreferResources, PreferTimes,
    ResourceScope, SplitEvents, SpreadEvents, SpreadGroup, TimeScope,
};
use jadwal_model::{
    Constraint, CostFunction, Event, EventGroupKind, EventId, EventResource, Id, Instance,
    InstanceBuilder, Kind, ResourceId, ResourceTypeId, TimeGroupId, TimeGroupKind, TimeId,
};

/// An instance in the making. Everyone attends one meet at a time, events run whole and have to, and
/// roles have to be filled.
struct Draft {
    builder: InstanceBuilder,
    halves: Vec<TimeGroupId>,
    constraints: usize,
}

impl Draft {
    fn new(halves: usize, length: usize) -> Self {
        let mut builder = InstanceBuilder::new("small");
        let mut groups = Vec::new();
        for half in 0..halves {
            let code = format!("half {half}");
            groups.push(builder.time_group(&code, "", TimeGroupKind::Plain).unwrap());
            for time in 0..length {
                let time = builder.time(&format!("{half}.{time}"), "").unwrap();
                builder.join_time_group(groups[half], time);
            }
        }
        builder.resource_type("teacher", "").unwrap();
        builder.resource_type("room", "").unwrap();
        Self { builder, halves: groups, constraints: 0 }
    }

    fn resource(&mut self, kind: usize) -> ResourceId {
        let code = format!("resource {}", self.builder.facts().resources.len());
        self.builder.resource(&code, "", Id::new(kind)).unwrap()
    }

    fn teacher(&mut self) -> ResourceId {
        self.resource(0)
    }

    fn rooms(&mut self, number: usize) -> Vec<ResourceId> {
        (0..number).map(|_| self.resource(1)).collect()
    }

    /// Events of these durations, attended by these, with so many rooms to be found, from here on.
    fn lessons(&mut self, durations: &[u32], who: &[ResourceId], rooms: usize) -> Vec<EventId> {
        let lesson = |&duration: &u32| {
            let wanted = |role, kind: usize, preassigned| EventResource {
                role,
                resource_type: ResourceTypeId::new(kind),
                preassigned,
                workload: i64::from(duration),
            };
            let fixed = who.iter().map(|&who| wanted(None, 0, Some(who)));
            let open = (0..rooms).map(|room| wanted(Some(format!("room {room}")), 1, None));
            let code = format!("event {}", self.builder.facts().events.len());
            let event = Event::new(&code, duration, fixed.chain(open).collect());
            self.builder.event(event).unwrap()
        };
        durations.iter().map(lesson).collect()
    }

    /// An event at a fixed time.
    fn fixed(&mut self, time: usize, who: ResourceId) {
        let code = format!("event {}", self.builder.facts().events.len());
        let wanted = EventResource {
            role: None,
            resource_type: ResourceTypeId::new(0),
            preassigned: Some(who),
            workload: 1,
        };
        let mut event = Event::new(&code, 1, vec![wanted]);
        event.preassigned_time = Some(TimeId::new(time));
        self.builder.event(event).unwrap();
    }

    fn group(&mut self, events: &[EventId]) -> jadwal_model::EventGroupId {
        let code = format!("group {}", self.builder.facts().event_groups.len());
        let group = self.builder.event_group(&code, "", EventGroupKind::Plain).unwrap();
        events.iter().for_each(|&event| self.builder.join_event_group(group, event));
        group
    }

    fn add(&mut self, required: bool, kind: Kind) {
        self.constraints += 1;
        let (code, name) = (format!("c{}", self.constraints), String::new());
        let (weight, function) = (1, CostFunction::Linear);
        let constraint = Constraint { code, name, required, weight, function, kind };
        self.builder.constraint(constraint).unwrap();
    }

    fn hard(&mut self, kind: Kind) {
        self.add(true, kind);
    }

    fn only_at(&mut self, event: EventId, at: &[usize]) {
        let (applies_to, times) = (events(&[event]), times(at));
        self.hard(Kind::PreferTimes(PreferTimes { applies_to, times, duration: None }));
    }

    fn away(&mut self, who: ResourceId, at: &[usize]) {
        let (applies_to, times) = (resources(&[who]), times(at));
        self.hard(Kind::AvoidUnavailableTimes(AvoidUnavailableTimes { applies_to, times }));
    }

    fn link(&mut self, events: &[EventId]) {
        let applies_to = vec![self.group(events)];
        self.hard(Kind::LinkEvents(LinkEvents { applies_to }));
    }

    fn spread(&mut self, events: &[EventId], minimum: i64, maximum: i64) {
        let group = self.group(events);
        let each = |&time_group: &TimeGroupId| SpreadGroup { time_group, minimum, maximum };
        let time_groups = self.halves.iter().map(each).collect();
        self.hard(Kind::SpreadEvents(SpreadEvents { applies_to: vec![group], time_groups }));
    }

    fn busy(&mut self, who: ResourceId, minimum: i64, maximum: i64) {
        let (applies_to, time_groups) = (resources(&[who]), self.halves.clone());
        let kind = LimitBusyTimes { applies_to, time_groups, minimum, maximum };
        self.hard(Kind::LimitBusyTimes(kind));
    }

    fn cluster(&mut self, who: ResourceId, minimum: i64, maximum: i64) {
        let (applies_to, time_groups) = (resources(&[who]), self.halves.clone());
        let kind = ClusterBusyTimes { applies_to, time_groups, minimum, maximum };
        self.hard(Kind::ClusterBusyTimes(kind));
    }

    fn no_gaps(&mut self, who: ResourceId) {
        let (applies_to, time_groups) = (resources(&[who]), self.halves.clone());
        let kind = LimitIdleTimes { applies_to, time_groups, minimum: 0, maximum: 0 };
        self.hard(Kind::LimitIdleTimes(kind));
    }

    fn workload(&mut self, who: ResourceId, minimum: i64, maximum: i64) {
        let applies_to = resources(&[who]);
        self.hard(Kind::LimitWorkload(LimitWorkload { applies_to, minimum, maximum }));
    }

    fn only_in(&mut self, event: EventId, rooms: &[ResourceId]) {
        let (applies_to, role) = (events(&[event]), "room 0".to_owned());
        let resources = resources(rooms);
        self.hard(Kind::PreferResources(PreferResources { applies_to, resources, role }));
    }

    /// Where what is short may be cut, it is cut; what is listed here keeps its own cuts.
    fn done(mut self, cut: &[EventId], clashes: bool) -> Instance {
        let facts = self.builder.facts();
        let all: Vec<EventId> = facts.events.ids().collect();
        let everyone: Vec<ResourceId> = facts.resources.ids().collect();
        let whole: Vec<EventId> = all.iter().copied().filter(|e| !cut.contains(e)).collect();
        self.hard(Kind::AssignTime(AssignTime { applies_to: events(&all) }));
        for room in 0..2 {
            let (applies_to, role) = (events(&all), format!("room {room}"));
            self.hard(Kind::AssignResource(AssignResource { applies_to, role }));
        }
        let applies_to = resources(&everyone);
        self.add(clashes, Kind::AvoidClashes(AvoidClashes { applies_to }));
        self.hard(pieces(&whole, (1, 100), (1, 1)));
        self.builder.build().unwrap()
    }
}

fn pieces(of: &[EventId], durations: (i64, i64), amounts: (i64, i64)) -> Kind {
    Kind::SplitEvents(SplitEvents {
        applies_to: events(of),
        minimum_duration: durations.0,
        maximum_duration: durations.1,
        minimum_amount: amounts.0,
        maximum_amount: amounts.1,
    })
}

fn events(events: &[EventId]) -> EventScope {
    EventScope { groups: vec![], events: events.to_vec() }
}

fn resources(resources: &[ResourceId]) -> ResourceScope {
    ResourceScope { groups: vec![], resources: resources.to_vec() }
}

fn times(at: &[usize]) -> TimeScope {
    TimeScope { groups: vec![], times: at.iter().map(|&time| TimeId::new(time)).collect() }
}

/// The kind of each finding with its two numbers, a question mark before what is only likely.
fn told(findings: &[Finding]) -> Vec<String> {
    let tell = |finding: &Finding| {
        let kind = format!("{:?}", finding.what);
        let name = kind.split(' ').next().unwrap_or_default();
        let mark = if finding.certainty == Certainty::Proved { "" } else { "?" };
        format!("{mark}{name} {}/{}", finding.needed, finding.available)
    };
    findings.iter().map(tell).collect()
}

/// A name, what is made of a draft of two halves of three times, and what is found.
type Row = (&'static str, fn(&mut Draft), &'static [&'static str]);

fn hold(halves: usize, length: usize, rows: &[Row]) {
    for (name, make, expected) in rows {
        let mut draft = Draft::new(halves, length);
        make(&mut draft);
        let findings = check(&draft.done(&[], true));
        assert_eq!(told(&findings), *expected, "{name}: {findings:#?}");
    }
}

#[test]
fn more_to_attend_than_times() {
    hold(
        2,
        2,
        &[
            (
                "five of four",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 5], &[t], 0);
                },
                &["Load 5/4"],
            ),
            (
                "four of four",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 4], &[t], 0);
                },
                &[],
            ),
            (
                "four, and away once",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 4], &[t], 0);
                    d.away(t, &[2]);
                },
                &["Load 4/3"],
            ),
            (
                "of two teachers",
                |d| {
                    for _ in 0..2 {
                        let t = d.teacher();
                        d.lessons(&[1; 3], &[t], 0);
                    }
                },
                &[],
            ),
        ],
    );
}

#[test]
fn what_is_soft_proves_nothing() {
    let mut draft = Draft::new(2, 2);
    let teacher = draft.teacher();
    draft.lessons(&[1; 5], &[teacher], 0);
    assert_eq!(told(&check(&draft.done(&[], false))), Vec::<String>::new());
}

#[test]
fn meets_that_do_not_fit_the_runs() {
    hold(
        2,
        5,
        &[
            (
                "twice two of three, three times",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[2; 3], &[t], 0);
                    d.away(t, &[0, 1, 8, 9, 5]);
                },
                &["Load 6/5"],
            ),
            (
                "runs of three and one",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[2, 2], &[t], 0);
                    d.away(t, &[3, 5, 6, 7, 8, 9]);
                },
                &["Crowded 4/3"],
            ),
            (
                "two runs of three",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[2, 2, 2], &[t], 0);
                    d.away(t, &[3, 4, 5, 9]);
                },
                &["LongMeets 3/2"],
            ),
            (
                "two runs of three, and two short",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[2, 2, 1, 1], &[t], 0);
                    d.away(t, &[3, 4, 5, 9]);
                },
                &[],
            ),
            (
                "four, four and two in two runs of five",
                |d| {
                    let t = d.teacher();
                    for event in d.lessons(&[4, 4, 2], &[t], 0) {
                        d.only_at(event, &[0, 1, 2, 3, 5, 6, 7, 8]);
                    }
                    d.away(t, &[]);
                    let event = EventId::new(0);
                    d.only_at(event, &[0, 1, 5, 6]);
                    d.only_at(EventId::new(1), &[0, 1, 5, 6]);
                },
                &["Lengths 10/8"],
            ),
            (
                "four, four and two short",
                |d| {
                    let t = d.teacher();
                    let events = d.lessons(&[4, 4, 1, 1], &[t], 0);
                    d.only_at(events[0], &[0, 1, 5, 6]);
                    d.only_at(events[1], &[0, 1, 5, 6]);
                },
                &[],
            ),
        ],
    );
}

#[test]
fn limits_on_time_groups() {
    hold(
        4,
        3,
        &[
            (
                "two halves for seven",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 7], &[t], 0);
                    d.cluster(t, 0, 2);
                },
                &["Limits 7/6"],
            ),
            (
                "two halves for six",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 6], &[t], 0);
                    d.cluster(t, 0, 2);
                },
                &["?Limits 6/6"],
            ),
            (
                "two halves for five",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 5], &[t], 0);
                    d.cluster(t, 0, 2);
                },
                &[],
            ),
            (
                "two in each half",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 9], &[t], 0);
                    d.busy(t, 0, 2);
                },
                &["Limits 9/8"],
            ),
            (
                "two in each of three halves",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 7], &[t], 0);
                    d.busy(t, 0, 2);
                    d.cluster(t, 0, 3);
                },
                &["Limits 7/6"],
            ),
            (
                "doubles in two halves of three",
                |d| {
                    let t = d.teacher();
                    for event in d.lessons(&[2; 3], &[t], 0) {
                        d.only_at(event, &[0, 1, 3, 4, 6, 7, 9, 10]);
                    }
                    d.cluster(t, 0, 2);
                },
                &["Limits 6/4"],
            ),
            (
                "no gap around the second time",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 7], &[t], 0);
                    d.away(t, &[1, 4]);
                    d.no_gaps(t);
                },
                &["?Limits 8/8"][..0],
            ),
            (
                "no gap around the second time of each half",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 5], &[t], 0);
                    d.away(t, &[1, 4, 7, 10]);
                    d.no_gaps(t);
                },
                &["Limits 5/4"],
            ),
            (
                "at least two, but one",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1], &[t], 0);
                    d.busy(t, 2, 3);
                },
                &["TooLittle 2/1"],
            ),
            (
                "at least two, and two",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1, 1], &[t], 0);
                    d.busy(t, 2, 3);
                },
                &[],
            ),
            (
                "at least two in three halves",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 5], &[t], 0);
                    d.busy(t, 2, 3);
                    d.cluster(t, 3, 3);
                },
                &["TooLittle 6/5"],
            ),
            (
                "half a half is not enough for two",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 7], &[t], 0);
                    d.busy(t, 2, 3);
                    d.away(t, &[0, 1, 3, 4, 6, 7]);
                },
                &["Load 7/3"],
            ),
            (
                "three halves, but two are left",
                |d| {
                    let t = d.teacher();
                    d.cluster(t, 3, 4);
                    d.away(t, &[0, 1, 2, 3, 4, 5]);
                },
                &["TooFewGroups 3/2"],
            ),
            (
                "two halves, and two are left",
                |d| {
                    let t = d.teacher();
                    d.cluster(t, 2, 4);
                    d.away(t, &[0, 1, 2, 3, 4, 5]);
                },
                &[],
            ),
        ],
    );
}

/// Six days of two halves of four times; one teacher who works in one half of a day, but for some
/// exceptions.
#[test]
fn one_half_of_a_day() {
    for (name, load, exceptions, away, expected, more) in [
        ("one above", 25, 0, &[][..], &["Limits 25/24"][..], Some(1)),
        ("no slack", 24, 0, &[], &["?Limits 24/24"], Some(1)),
        ("one below", 23, 0, &[], &[], None),
        ("an exception", 28, 1, &[], &["?Limits 28/28"], Some(1)),
        ("one above an exception", 29, 1, &[], &["Limits 29/28"], Some(1)),
        ("two more are needed", 33, 0, &[], &["Limits 33/24"], Some(3)),
        ("a morning away", 24, 0, &[0, 1, 2, 3], &["?Limits 24/24"], Some(1)),
        ("a short morning and afternoon", 24, 0, &[0, 4], &["Limits 24/23"], Some(1)),
        ("a day away", 24, 1, &[0, 1, 2, 3, 4, 5, 6, 7], &["?Limits 24/24"], Some(1)),
    ] {
        let mut draft = Draft::new(12, 4);
        let teacher = draft.teacher();
        draft.lessons(&vec![1; load], &[teacher], 0);
        draft.away(teacher, away);
        let halves = draft.halves.clone();
        let instance = draft.done(&[], true);
        let mut view = View::<1>::new(&instance);
        let mask = |group: TimeGroupId| Mask::span(4 * group.index(), 4);
        let pairs = halves.chunks(2).map(|pair| (mask(pair[0]), mask(pair[1]))).collect();
        let rule = PairRule { constraint: Id::new(0), pairs, maximum: exceptions };
        view.people[teacher.index()].pairs.push(rule);
        let findings = judge(view);
        assert_eq!(told(&findings), expected, "{name}");
        let allowed = findings.iter().flat_map(|finding| &finding.repairs).find_map(|r| match r {
            Repair::AllowExceptions { more, .. } => Some(*more),
            _ => None,
        });
        assert_eq!(allowed, more, "{name}");
    }
}

#[test]
fn events_with_few_times() {
    hold(
        2,
        3,
        &[
            (
                "two at one time",
                |d| {
                    let t = d.teacher();
                    for event in d.lessons(&[1, 1, 1], &[t], 0).into_iter().take(2) {
                        d.only_at(event, &[0]);
                    }
                },
                &["Crowded 2/1"],
            ),
            (
                "two at two times",
                |d| {
                    let t = d.teacher();
                    for event in d.lessons(&[1, 1, 1], &[t], 0).into_iter().take(2) {
                        d.only_at(event, &[0, 4]);
                    }
                },
                &[],
            ),
            (
                "the same two for both who attend",
                |d| {
                    let (s, t) = (d.teacher(), d.teacher());
                    for event in d.lessons(&[1, 1], &[s, t], 0) {
                        d.only_at(event, &[0]);
                    }
                },
                &["Crowded 2/1"],
            ),
            (
                "away at the only time",
                |d| {
                    let t = d.teacher();
                    let events = d.lessons(&[1], &[t], 0);
                    d.only_at(events[0], &[0]);
                    d.away(t, &[0]);
                },
                &["NoStart 1/0"],
            ),
            (
                "away at one of two",
                |d| {
                    let t = d.teacher();
                    let events = d.lessons(&[1], &[t], 0);
                    d.only_at(events[0], &[0, 1]);
                    d.away(t, &[0]);
                },
                &[],
            ),
            (
                "fixed at once",
                |d| {
                    let t = d.teacher();
                    d.fixed(1, t);
                    d.fixed(1, t);
                },
                &["FixedClash 2/1"],
            ),
            (
                "fixed one after the other",
                |d| {
                    let t = d.teacher();
                    d.fixed(1, t);
                    d.fixed(2, t);
                },
                &[],
            ),
            (
                "fixed while away",
                |d| {
                    let t = d.teacher();
                    d.fixed(1, t);
                    d.away(t, &[1]);
                },
                &["NoStart 1/0"],
            ),
            (
                "attends twice at once",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1], &[t, t], 0);
                },
                &["SharedResource 2/1"],
            ),
        ],
    );
}
