//! Which events become one unit.

use crate::compiled::Compiled;
use crate::layout::NONE;
use crate::state::State;
use jadwal_model::constraint::{EventScope, LinkEvents, SplitEvents};
use jadwal_model::{
    Constraint, Cost, CostFunction, Event, EventGroupKind, EventId, Id, Instance, InstanceBuilder,
    Kind, TimeId, evaluate,
};

/// Ten times, and events `0`, `1` ... of these durations; each list of `links` is linked.
struct School {
    builder: InstanceBuilder,
    number: usize,
}

impl School {
    fn new(durations: &[u32], fixed: &[Option<usize>]) -> Self {
        let mut builder = InstanceBuilder::new("units");
        for time in 0..10 {
            builder.time(&time.to_string(), "").expect("codes differ");
        }
        for (index, &duration) in durations.iter().enumerate() {
            let mut event = Event::new(&index.to_string(), duration, Vec::new());
            event.preassigned_time = fixed.get(index).copied().flatten().map(TimeId::new);
            builder.event(event).expect("events fit the cycle");
        }
        Self { builder, number: 0 }
    }

    fn constraint(&mut self, required: bool, weight: i64, kind: Kind) {
        self.number += 1;
        let (code, function) = (self.number.to_string(), CostFunction::Linear);
        let name = code.clone();
        let constraint = Constraint { code, name, required, weight, function, kind };
        self.builder.constraint(constraint).expect("limits are in order");
    }

    fn link(mut self, required: bool, weight: i64, events: &[usize]) -> Self {
        let code = format!("linked {}", self.number);
        let group =
            self.builder.event_group(&code, "", EventGroupKind::Plain).expect("codes differ");
        for &event in events {
            self.builder.join_event_group(group, EventId::new(event));
        }
        self.constraint(required, weight, Kind::LinkEvents(LinkEvents { applies_to: vec![group] }));
        self
    }

    /// Asks for meets of one or two times, at most this many.
    fn cut(mut self, required: bool, events: &[usize], most: i64) -> Self {
        let events = events.iter().map(|&event| EventId::new(event)).collect();
        let split = SplitEvents {
            applies_to: EventScope { groups: Vec::new(), events },
            minimum_duration: 1,
            maximum_duration: 2,
            minimum_amount: 1,
            maximum_amount: most,
        };
        self.constraint(required, 1, Kind::SplitEvents(split));
        self
    }

    fn instance(self) -> Instance {
        self.builder.build().expect("there are times")
    }

    fn units(self) -> Vec<Vec<usize>> {
        let layout = Compiled::<1>::new(&self.instance()).layout;
        let events = |events: &[EventId]| events.iter().map(|event| event.index()).collect();
        layout.units.iter().map(|unit| events(&unit.events)).collect()
    }
}

#[test]
fn hard_linked_events_of_equal_cut_are_one_unit() {
    let apart = vec![vec![0], vec![1]];
    let together = vec![vec![0, 1]];
    let two = || School::new(&[2, 2], &[]);
    for (name, school, units) in [
        ("hard", two().link(true, 1, &[0, 1]), &together),
        ("soft", two().link(false, 1, &[0, 1]), &apart),
        ("without weight", two().link(true, 0, &[0, 1]), &apart),
        ("not linked", two(), &apart),
        ("linked alone", two().link(true, 1, &[1]), &apart),
        ("unequal durations", School::new(&[2, 3], &[]).link(true, 1, &[0, 1]), &apart),
        ("one fixed", School::new(&[2, 2], &[Some(4)]).link(true, 1, &[0, 1]), &apart),
        ("fixed apart", School::new(&[2, 2], &[Some(4), Some(5)]).link(true, 1, &[0, 1]), &apart),
        (
            "fixed together",
            School::new(&[2, 2], &[Some(4), Some(4)]).link(true, 1, &[0, 1]),
            &together,
        ),
        ("cut alike", two().cut(true, &[0, 1], 2).link(true, 1, &[0, 1]), &together),
        (
            "cut alike by two constraints",
            two().cut(true, &[0], 2).cut(true, &[1], 2).link(true, 1, &[0, 1]),
            &together,
        ),
        ("one cut softly", two().cut(false, &[0], 2).link(true, 1, &[0, 1]), &apart),
        ("one cut", two().cut(true, &[0], 2).link(true, 1, &[0, 1]), &apart),
        (
            "cut hard and soft",
            two().cut(true, &[0], 2).cut(false, &[1], 2).link(true, 1, &[0, 1]),
            &apart,
        ),
        ("cut twice", two().cut(true, &[0, 0, 1], 2).link(true, 1, &[0, 1]), &apart),
    ] {
        assert_eq!(&school.units(), units, "{name}");
    }
}

#[test]
fn links_chain_and_pass_over_those_that_differ() {
    let chain = School::new(&[2, 1, 2, 2], &[]).link(true, 1, &[0, 2]).link(true, 1, &[2, 3]);
    assert_eq!(chain.units(), [vec![0, 2, 3], vec![1]]);
    let mixed = School::new(&[2, 1, 2, 1], &[]).link(true, 1, &[0, 1, 2, 3]);
    assert_eq!(mixed.units(), [vec![0, 2], vec![1, 3]]);
}

#[test]
fn a_unit_keeps_its_own_link_and_watches_the_rest() {
    let instance = School::new(&[2, 2, 3], &[]).link(true, 1, &[0, 1, 2]).instance();
    let compiled = Compiled::<1>::new(&instance);
    let mut state = State::new(&compiled);
    for (unit, start, cost) in [(0, 4, 2), (1, 4, 1), (1, NONE, 2), (0, NONE, 0)] {
        let meet = compiled.layout.units[unit].meets.start;
        state.assign_time(meet, start);
        assert_eq!(state.settle(), Cost::new(cost, 0));
        assert_eq!(evaluate(&instance, &state.solution(&instance.facts)).cost, state.cost());
    }
}
