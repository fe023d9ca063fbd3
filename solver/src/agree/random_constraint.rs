//! Random constraints of all kinds.

use jadwal_model::constraint::{
    AssignResource, AssignTime, AvoidClashes, AvoidIsolatedTimes, AvoidSplitAssignments,
    AvoidTogether, AvoidUnavailableTimes, Busy, Capacity, ClusterBusyTimes, Crowd,
    DistributeSplitEvents, EventPair, EventScope, GroupSet, LimitBusyPairs, LimitBusyTimes,
    LimitCrowding, LimitIdleTimes, LimitTravel, LimitWorkload, LinkEvents, OrderEvents,
    OrderWithin, PreferResources, PreferTimes, ResourceScope, SeparateEvents, SplitEvents,
    SpreadEvents, SpreadGroup, TimeScope, WorstOf,
};
use jadwal_model::{Constraint, CostFunction, EventId, Facts, Id, Kind, ResourceId, Table};
use proptest::prelude::*;

/// How many kinds there are.
pub(super) const KINDS: usize = 24;

/// The numbers behind one constraint; each kind takes what it needs.
#[derive(Clone, Debug)]
pub(super) struct ConstraintDraft {
    kind: usize,
    required: bool,
    weight: i64,
    function: usize,
    /// Groups, and things named alone, to which it applies; some of them twice.
    groups: Vec<usize>,
    alone: Vec<usize>,
    /// What it speaks of: time groups and times, or resource groups and resources.
    other_groups: Vec<usize>,
    others: Vec<usize>,
    /// A minimum, and how far above it the maximum is; twice.
    ranges: [(i64, i64); 2],
    role: usize,
}

pub(super) fn constraint() -> impl Strategy<Value = ConstraintDraft> {
    let few = || prop::collection::vec(0..16usize, 0..4);
    let range = || (0..6i64, 0..4i64);
    // links shape the units, and the others hold in most timetables, so that all are drawn more often
    let kind = prop_oneof![
        12 => 0..KINDS, 2 => Just(LINK), 2 => Just(AVOID_SPLIT), 1 => Just(BUSY_PAIRS), 2 => Just(TRAVEL),
        1 => Just(ORDER_WITHIN)
    ];
    let price = (any::<bool>(), 0..=10i64, 0..3usize);
    (
        kind,
        price,
        (few(), few(), few(), prop::collection::vec(0..140usize, 0..6)),
        (range(), range()),
        0..4usize,
    )
        .prop_map(|(kind, (required, weight, function), lists, ranges, role)| {
            ConstraintDraft {
                kind,
                required,
                weight,
                function,
                groups: lists.0,
                alone: lists.1,
                other_groups: lists.2,
                others: lists.3,
                ranges: [ranges.0, ranges.1],
                role,
            }
        })
}

/// Some of the numbers that [`ConstraintDraft::kind`] may be.
const AVOID_SPLIT: usize = 6;
const LINK: usize = 8;
const BUSY_PAIRS: usize = 16;
const TRAVEL: usize = 19;
const ORDER_WITHIN: usize = 22;

impl ConstraintDraft {
    pub(super) fn constraint(&self, facts: &Facts, number: usize) -> Constraint {
        let functions = [CostFunction::Linear, CostFunction::Quadratic, CostFunction::Step];
        let code = format!("C{number}");
        Constraint {
            name: code.clone(),
            code,
            required: self.required,
            weight: self.weight,
            function: functions[self.function],
            kind: self.kind(facts),
        }
    }

    fn kind(&self, facts: &Facts) -> Kind {
        let [(minimum, above), (second, second_above)] = self.ranges;
        let maximum = minimum + above;
        let role = format!("role {}", self.role);
        match self.kind {
            0 => Kind::AssignTime(AssignTime { applies_to: self.events(facts) }),
            1 => Kind::AssignResource(AssignResource { applies_to: self.events(facts), role }),
            2 => Kind::SplitEvents(SplitEvents {
                applies_to: self.events(facts),
                minimum_duration: minimum,
                maximum_duration: maximum,
                minimum_amount: second,
                maximum_amount: second + second_above,
            }),
            3 => Kind::DistributeSplitEvents(DistributeSplitEvents {
                applies_to: self.events(facts),
                duration: second,
                minimum,
                maximum,
            }),
            4 => Kind::PreferTimes(PreferTimes {
                applies_to: self.events(facts),
                times: self.times(facts),
                duration: (second > 0).then_some(second),
            }),
            5 => Kind::PreferResources(PreferResources {
                applies_to: self.events(facts),
                resources: ResourceScope {
                    groups: some_of(&facts.resource_groups, &self.other_groups),
                    resources: some_of(&facts.resources, &self.others),
                },
                role,
            }),
            AVOID_SPLIT => Kind::AvoidSplitAssignments(AvoidSplitAssignments {
                applies_to: some_of(&facts.event_groups, &self.groups),
                role,
            }),
            7 => Kind::SpreadEvents(SpreadEvents {
                applies_to: some_of(&facts.event_groups, &self.groups),
                time_groups: self.spread(facts),
            }),
            LINK => Kind::LinkEvents(LinkEvents {
                applies_to: some_of(&facts.event_groups, &self.groups),
            }),
            9 => Kind::OrderEvents(OrderEvents { applies_to: self.pairs(facts) }),
            10 => Kind::AvoidClashes(AvoidClashes { applies_to: self.resources(facts) }),
            11 => Kind::AvoidUnavailableTimes(AvoidUnavailableTimes {
                applies_to: self.resources(facts),
                times: self.times(facts),
            }),
            12 => Kind::LimitIdleTimes(LimitIdleTimes {
                applies_to: self.resources(facts),
                time_groups: some_of(&facts.time_groups, &self.other_groups),
                minimum,
                maximum,
            }),
            13 => Kind::ClusterBusyTimes(ClusterBusyTimes {
                applies_to: self.resources(facts),
                time_groups: some_of(&facts.time_groups, &self.other_groups),
                minimum,
                maximum,
            }),
            14 => Kind::LimitBusyTimes(LimitBusyTimes {
                applies_to: self.resources(facts),
                time_groups: some_of(&facts.time_groups, &self.other_groups),
                minimum,
                maximum,
            }),
            15 => Kind::LimitWorkload(LimitWorkload {
                applies_to: self.resources(facts),
                minimum: minimum + second,
                maximum: maximum + second,
            }),
            BUSY_PAIRS => Kind::LimitBusyPairs(LimitBusyPairs {
                applies_to: self.resources(facts),
                pairs: two_by_two(&some_of(&facts.time_groups, &self.other_groups)),
                busy: if self.role.is_multiple_of(2) { Busy::InBoth } else { Busy::InFirstOnly },
                maximum: above,
            }),
            17 => Kind::SeparateEvents(self.separate(facts)),
            18 => Kind::AvoidTogether(AvoidTogether {
                applies_to: self.group_sets(facts),
                time_groups: some_of(&facts.time_groups, &self.other_groups),
            }),
            ORDER_WITHIN => Kind::OrderWithin(OrderWithin {
                applies_to: two_by_two(&some_of(&facts.event_groups, &self.groups)),
                time_groups: some_of(&facts.time_groups, &self.other_groups),
            }),
            TRAVEL => Kind::LimitTravel(self.travel(facts)),
            20 => Kind::LimitCrowding(self.crowding(facts, role)),
            21 => Kind::AvoidIsolatedTimes(AvoidIsolatedTimes {
                applies_to: self.resources(facts),
                time_groups: some_of(&facts.time_groups, &self.other_groups),
            }),
            _ => {
                // the kinds from clashes to busy pairs, travel, and isolated times
                let limit = [10, 11, 12, 13, 14, 15, BUSY_PAIRS, TRAVEL, 21]
                    [(self.others.len() + self.role) % 9];
                let resources: Vec<_> = self.resources(facts).resources(facts).collect();
                Kind::WorstOf(WorstOf {
                    applies_to: resources.chunks(2).map(<[_]>::to_vec).collect(),
                    limit: Box::new(Self { kind: limit, ..self.clone() }.kind(facts)),
                })
            }
        }
    }

    /// Three by three, and what is left over twice.
    fn group_sets(&self, facts: &Facts) -> Vec<GroupSet> {
        let groups = some_of(&facts.event_groups, &self.groups);
        let set = |set: &[_]| GroupSet {
            first: set[0],
            second: set[set.len() - 1],
            third: (set.len() > 2).then(|| set[1]),
        };
        groups.chunks(3).map(set).collect()
    }

    fn events(&self, facts: &Facts) -> EventScope {
        let groups = some_of(&facts.event_groups, &self.groups);
        EventScope { groups, events: some_of(&facts.events, &self.alone) }
    }

    fn resources(&self, facts: &Facts) -> ResourceScope {
        let groups = some_of(&facts.resource_groups, &self.groups);
        ResourceScope { groups, resources: some_of(&facts.resources, &self.alone) }
    }

    fn times(&self, facts: &Facts) -> TimeScope {
        let groups = some_of(&facts.time_groups, &self.other_groups);
        TimeScope { groups, times: some_of(&facts.times, &self.others) }
    }

    /// Each time group with a range of its own; the list goes round to be longer than a monitor's
    /// round of sixteen.
    fn spread(&self, facts: &Facts) -> Vec<SpreadGroup> {
        let ranges = self.ranges.iter().cycle();
        let groups = some_of(&facts.time_groups, &self.other_groups);
        let number = if self.role == 3 { 20 } else { groups.len() };
        let groups = groups.into_iter().cycle().take(number).zip(ranges);
        let spread = |(time_group, &(minimum, above))| SpreadGroup {
            time_group,
            minimum,
            maximum: minimum + above,
        };
        groups.map(spread).collect()
    }

    /// On a measure that seldom grows evenly, and often goes back.
    fn separate(&self, facts: &Facts) -> SeparateEvents {
        let [(pace, length), (minimum, more)] = self.ranges;
        let jumps = self.others.iter().chain([&0]).map(|&jump| jump as i64 % 8);
        let times = jumps.cycle().take(Table::len(&facts.times)).zip(0..);
        let begins: Vec<i64> = times.map(|(jump, time)| pace * time + jump).collect();
        SeparateEvents {
            applies_to: some_of(&facts.event_groups, &self.groups),
            ends: begins.iter().map(|begin| begin + length).collect(),
            begins,
            minimum: 4 * minimum + more,
            unit: length.rem_euclid(4),
        }
    }

    /// Often for everybody and between all groups, as travel is rare; sometimes the list of places is
    /// longer than a monitor's round of sixty-four, with more at its end.
    fn travel(&self, facts: &Facts) -> LimitTravel {
        let mut places = some_of(&facts.resource_groups, &self.others);
        let mut time_groups = some_of(&facts.time_groups, &self.other_groups);
        if self.role > 0 {
            places = facts.resource_groups.ids().collect();
            time_groups = facts.time_groups.ids().collect();
        }
        let applies_to = if self.role == 0 {
            self.resources(facts)
        } else {
            ResourceScope { groups: Vec::new(), resources: facts.resources.ids().collect() }
        };
        if self.role == 3 && !places.is_empty() {
            let first = std::iter::repeat_n(places[0], 64);
            places = first.chain(places.iter().copied()).collect();
        }
        LimitTravel { applies_to, places, time_groups, maximum: self.ranges[0].0.rem_euclid(3) }
    }

    /// Sizes and places in a narrow range, so that some crowd and some do not; a resource may be named
    /// twice, and some are not.
    fn crowding(&self, facts: &Facts, role: String) -> LimitCrowding {
        let [(base, step), (more, _)] = self.ranges;
        let events: Vec<_> = self.events(facts).events(facts).collect();
        let crowd = |(event, n): (EventId, i64)| Crowd { event, size: base + n * step };
        let resources = some_of(&facts.resources, &self.others);
        let capacity =
            |(resource, n): (ResourceId, i64)| Capacity { resource, places: (more + n) % 5 };
        LimitCrowding {
            applies_to: events.into_iter().zip(0..).map(crowd).collect(),
            role,
            capacities: resources.into_iter().zip(0..).map(capacity).collect(),
        }
    }

    /// Events in pairs; separations may be negative, and an event may be paired with itself.
    fn pairs(&self, facts: &Facts) -> Vec<EventPair> {
        let [(minimum, above), (less, _)] = self.ranges;
        let minimum_separation = minimum - less;
        let pair = |pair: &[usize]| EventPair {
            first: Id::new(pair[0] % Table::len(&facts.events)),
            second: Id::new(pair[pair.len() - 1] % Table::len(&facts.events)),
            minimum_separation,
            maximum_separation: minimum_separation + above,
        };
        self.others.chunks(2).map(pair).collect()
    }
}

/// The ids at these positions, modulo how many there are; none where there is nothing.
pub(super) fn some_of<I: Id, T>(table: &Table<I, T>, positions: &[usize]) -> Vec<I> {
    let positions = positions.iter().filter(|_| !table.is_empty());
    positions.map(|position| I::new(position % table.len())).collect()
}

/// Each with the one beside it, the last one with itself where it is alone.
fn two_by_two<I: Id>(ids: &[I]) -> Vec<(I, I)> {
    ids.chunks(2).map(|pair| (pair[0], pair[pair.len() - 1])).collect()
}
