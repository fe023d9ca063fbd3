//! Random constraints of all sixteen kinds.

use jadwal_model::constraint::{
    AssignResource, AssignTime, AvoidClashes, AvoidSplitAssignments, AvoidUnavailableTimes,
    ClusterBusyTimes, DistributeSplitEvents, EventPair, EventScope, LimitBusyTimes, LimitIdleTimes,
    LimitWorkload, LinkEvents, OrderEvents, PreferResources, PreferTimes, ResourceScope,
    SplitEvents, SpreadEvents, SpreadGroup, TimeScope,
};
use jadwal_model::{Constraint, CostFunction, Facts, Id, Kind, Table};
use proptest::prelude::*;

/// How many kinds there are.
pub(super) const KINDS: usize = 16;

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
    // links shape the units, and one role is seldom filled twice, so that both are drawn more often
    let kind = prop_oneof![6 => 0..KINDS, 1 => Just(LINK), 1 => Just(AVOID_SPLIT)];
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

/// Two of the numbers that [`ConstraintDraft::kind`] may be.
const AVOID_SPLIT: usize = 6;
const LINK: usize = 8;

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
            _ => Kind::LimitWorkload(LimitWorkload {
                applies_to: self.resources(facts),
                minimum: minimum + second,
                maximum: maximum + second,
            }),
        }
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
