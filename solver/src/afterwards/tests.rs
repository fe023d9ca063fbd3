//! How tight some small instances are, and what matching does for them.

use super::better;
use crate::agree::places;
use crate::compiled::Compiled;
use crate::outcome::Way;
use crate::tightness;
use jadwal_model::{Cost, EventId, Id, Instance, Meet, ResourceId, Solution, TimeId, evaluate};

/// Among how many places an event wants one, and its time where it is fixed.
type Wanted = (usize, Option<usize>);

/// Events that each want one of the first so many places; another costs one.
fn instance(times: usize, places: usize, events: &[Wanted]) -> Instance {
    let wanted =
        |&(suiting, fixed): &Wanted| places::Wanted { suiting: (0..suiting).collect(), fixed };
    let events: Vec<_> = events.iter().map(wanted).collect();
    places::instance(times, places, &events, false)
}

#[test]
fn the_worst_time_and_the_worst_set_decide() {
    use Way::{Afterwards, EachStep, Joint};
    type Case<'a> = (&'a str, usize, usize, &'a [Wanted], u32, Way);
    let cases: [Case<'_>; 5] = [
        ("as many as there are places", 2, 2, &[(2, None); 4], 1000, EachStep),
        ("half as many", 2, 2, &[(2, None); 2], 500, EachStep),
        ("half as many, all at one time", 2, 2, &[(2, Some(1)); 2], 1000, EachStep),
        ("half as many, all for one place", 2, 2, &[(1, None); 2], 1000, Joint),
        (
            "a set with what wants only a part",
            4,
            4,
            &[(1, None), (2, None), (2, None)],
            375,
            Afterwards,
        ),
    ];
    for (name, times, places, events, expected, way) in cases {
        let instance = instance(times, places, events);
        let ways = tightness::ways(&Compiled::<1>::new(&instance));
        assert_eq!(ways.len(), 1, "{name}");
        assert_eq!((ways[0].tightness, ways[0].way), (expected, way), "{name}");
    }
}

#[test]
fn places_go_where_they_suit() {
    let instance = instance(2, 3, &[(1, Some(0)), (2, Some(0)), (3, Some(0)), (1, Some(1))]);
    let compiled = Compiled::<1>::new(&instance);
    let solution = |places: [Option<usize>; 4]| {
        let meet = |(event, place): (usize, &Option<usize>)| Meet {
            event: EventId::new(event),
            duration: 1,
            time: Some(TimeId::new(event / 3)),
            tasks: vec![place.map(ResourceId::new)],
        };
        Solution { meets: places.iter().enumerate().map(meet).collect() }
    };
    for (name, places) in [
        ("turned round", [Some(2), Some(1), Some(0), Some(0)]),
        ("in each other's way", [Some(0); 4]),
        ("with none", [None; 4]),
    ] {
        let before = solution(places);
        let cost = evaluate(&instance, &before).cost;
        assert!(cost > Cost::ZERO, "{name}");
        let found = better(&compiled, &instance.facts, &[0], &before, cost);
        let (after, _) = found.unwrap_or_else(|| panic!("{name}: nothing better"));
        assert_eq!(evaluate(&instance, &after).cost, Cost::ZERO, "{name}");
        assert!(better(&compiled, &instance.facts, &[], &before, cost).is_none(), "{name}");
    }
    let best = solution([Some(0), Some(1), Some(2), Some(0)]);
    assert!(better(&compiled, &instance.facts, &[0], &best, Cost::ZERO).is_none());
}
